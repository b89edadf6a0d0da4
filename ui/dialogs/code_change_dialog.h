// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the codebook that carry codings along: another name, codes that become one, a code that becomes
// several, a code that is taken out. Says before what happens to what was coded; each makes a new version and
// can be undone. Stays with its text where the service refuses. UI thread.
#pragma once

#include "ui/bridge/study_context.h"

#include <QDialog>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace rapport::ui {

class KeyButton;
class Words;

enum class CodeChange { Rename, Merge, Split, Retire };

class CodeChangeDialog : public QDialog {
    Q_OBJECT
public:
    /// `uses`: live codings of the code, where they are known.
    CodeChangeDialog(StudyContext& study, CodeChange change, model::CodeId code,
                     std::optional<std::int64_t> uses, QWidget* parent = nullptr);
    /// Makes the change; says why not, and stays, where that fails.
    void accept() override;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString consequence() const;

    // For tests.
    [[nodiscard]] QLineEdit* nameField(int number) const;
    [[nodiscard]] QCheckBox* partner(const QString& title) const;
    [[nodiscard]] QComboBox* into() const { return m_into; }

private:
    struct NewName {
        QLineEdit* name = nullptr;
        QPlainTextEdit* definition = nullptr;
    };
    void build();
    void buildRename(QVBoxLayout& column);
    void buildMerge(QVBoxLayout& column);
    void buildSplit(QVBoxLayout& column);
    void addName(QVBoxLayout& column, const QString& title);
    void showConsequence();
    [[nodiscard]] base::Result<service::ChangeSet> change(service::Session& session) const;
    [[nodiscard]] std::vector<std::string> merged() const;

    StudyContext& m_study;
    CodeChange m_change;
    std::shared_ptr<const model::Codebook> m_codebook;
    const model::Variable* m_variable = nullptr;
    const model::Code* m_code = nullptr;
    std::optional<std::int64_t> m_uses;
    std::vector<NewName> m_names;
    std::vector<std::pair<QCheckBox*, std::string>> m_partners;
    QComboBox* m_into = nullptr;
    Words* m_consequence = nullptr;
    Words* m_problem = nullptr;
    KeyButton* m_do = nullptr;
};

} // namespace rapport::ui
