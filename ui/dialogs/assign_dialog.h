// SPDX-License-Identifier: GPL-3.0-or-later
// Who rates what: name and kind of a round, raters, sample, strata, blindness. What would come of it is drawn
// as one types (a job, the same seed), pair by pair, and written only at the end; a refusal keeps all fields.
// UI thread.
#pragma once

#include "service/assigning.h"
#include "ui/views/view.h"

#include <QDialog>
#include <QTimer>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace rapport::ui {

class KeyButton;
class Words;

class AssignDialog : public QDialog {
    Q_OBJECT
public:
    AssignDialog(ViewHost& host, QWidget* parent = nullptr);

    [[nodiscard]] service::AssignRequest request() const;
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QComboBox* which() const { return m_which; }
    [[nodiscard]] QComboBox* perUnit() const { return m_perUnit; }
    /// What would come of it, or why it cannot be; empty while it is worked out.
    [[nodiscard]] QString previewText() const;
    void accept() override;

Q_SIGNALS:
    void previewed();
    void assigned(bool isDone);

private:
    void build();
    void fill();
    void preview();
    void showPreview(const base::Result<service::AssignPreview>& preview);
    [[nodiscard]] QString freeName(const QString& stem) const;
    void kindChosen();
    void whichChosen();
    /// What was asked for before is not what the fields say any more.
    void forgetPreview();

    ViewHost& m_host;
    QTimer m_later;
    int m_asked = 0;          ///< counts previews: an answer to an earlier one is dropped
    bool m_isWriting = false; ///< until it is answered, nothing else is asked
    QStringList m_taken;
    bool m_nameIsOwn = false; ///< typed, not proposed
    QLineEdit* m_name = nullptr;
    QComboBox* m_kind = nullptr;
    QListWidget* m_raters = nullptr;
    QListWidget* m_prompts = nullptr;
    QListWidget* m_strata = nullptr;
    QCheckBox* m_transcripts = nullptr;
    QLineEdit* m_sample = nullptr;
    QComboBox* m_sampleBy = nullptr;
    QComboBox* m_perUnit = nullptr;
    QSpinBox* m_seed = nullptr;
    QComboBox* m_which = nullptr; ///< any, fresh, or rated again in a round
    QSpinBox* m_days = nullptr;
    Words* m_daysLabel = nullptr;
    QCheckBox* m_blind = nullptr;
    Words* m_units = nullptr;
    Words* m_perRater = nullptr;
    Words* m_pairs = nullptr;
    Words* m_problem = nullptr;
    KeyButton* m_assign = nullptr;
};

} // namespace rapport::ui
