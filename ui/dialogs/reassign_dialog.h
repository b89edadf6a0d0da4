// SPDX-License-Identifier: GPL-3.0-or-later
// What a rater did not finish goes to others: round, from whom, to whom; beforehand how many each would get.
// What was begun stays. Worked out and written in jobs. UI thread.
#pragma once

#include "service/assigning.h"
#include "ui/models/study_progress.h"
#include "ui/views/view.h"

#include <QDialog>

class QComboBox;
class QListWidget;

namespace rapport::ui {

class KeyButton;
class Words;

class ReassignDialog : public QDialog {
    Q_OBJECT
public:
    /// `state` as Overview knows it: rounds, raters and what is open.
    ReassignDialog(ViewHost& host, const StudyState& state, QWidget* parent = nullptr);
    [[nodiscard]] QComboBox* round() const { return m_round; }
    [[nodiscard]] QComboBox* from() const { return m_from; }
    [[nodiscard]] QListWidget* to() const { return m_to; }
    /// What would come of it, or why it cannot be.
    [[nodiscard]] QString previewText() const;
    [[nodiscard]] bool canReassign() const;
    void accept() override;

Q_SIGNALS:
    void previewed();
    void reassigned(bool isDone);

private:
    using Shares = service::Reassigned;
    void build();
    void roundChosen();
    void fromChosen();
    void preview();
    [[nodiscard]] service::ReassignRequest request() const;
    void show(const base::Result<Shares>& shares);

    ViewHost& m_host;
    StudyState m_state;
    QComboBox* m_round;
    QComboBox* m_from;
    QListWidget* m_to;
    Words* m_shares;
    Words* m_problem;
    KeyButton* m_do;
    int m_asked = 0;          ///< counts previews: an answer to an earlier one is dropped
    bool m_isWriting = false; ///< until it is answered, nothing else is asked
};

} // namespace rapport::ui
