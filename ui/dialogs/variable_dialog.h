// SPDX-License-Identifier: GPL-3.0-or-later
// A variable of the codebook: its name, what raters do with it, and what it applies to. For a new one all of
// it; of one that is there, what it applies to alone. Changes no codebook: gives back a variable. UI thread.
#pragma once

#include "model/codebook.h"

#include <QDialog>
#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace rapport::ui {

class KeyButton;

class VariableDialog : public QDialog {
    Q_OBJECT
public:
    /// `prompts`: names of the open questions. Without `shown` a new variable is made.
    VariableDialog(const QStringList& prompts, const std::optional<model::Variable>& shown,
                   QWidget* parent = nullptr);
    /// The one that was shown, or a new one without a short name.
    [[nodiscard]] model::Variable variable() const;

    // For tests.
    [[nodiscard]] QLineEdit* title() const { return m_title; }
    [[nodiscard]] QComboBox* scale() const { return m_scale; }
    [[nodiscard]] QCheckBox* place(const QString& name) const;
    void accept() override;

private:
    void showState();

    model::Variable m_shown;
    QLineEdit* m_title = nullptr; ///< of a new one
    QComboBox* m_scale = nullptr;
    QCheckBox* m_everywhere = nullptr;
    std::vector<std::pair<QCheckBox*, std::string>> m_prompts;
    std::vector<std::pair<QCheckBox*, model::UnitKind>> m_kinds;
    KeyButton* m_keep = nullptr;
};

} // namespace rapport::ui
