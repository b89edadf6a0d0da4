// SPDX-License-Identifier: GPL-3.0-or-later
// The codebook as a tree with the fields of the chosen code, its use and its versions. The coordinator edits
// a draft and saves it; a frozen version is never changed but becomes the next one, which is said before. A
// draft that the codebook's rules refuse stays with what is wrong with it. Raters read. UI thread.
#pragma once

#include "service/codebooks.h"
#include "ui/dialogs/code_change_dialog.h"
#include "ui/models/codebook_tree.h"
#include "ui/views/view.h"

#include <map>
#include <vector>

class QSplitter;
class QStackedWidget;
class QTreeView;
class QVBoxLayout;

namespace rapport::ui {

class CodeForm;
class EmptyState;
class KeyButton;
class Panel;
class SearchField;
class SectionHeader;
class Words;

class CodebookView : public View {
    Q_OBJECT
public:
    CodebookView(ViewHost& host, QWidget* parent);
    /// A draft that was not saved is, if the study is still open: typed words are not lost.
    ~CodebookView() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* headerWidget() override;
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    void open(const ViewTarget& target) override;
    [[nodiscard]] QWidget* initialFocus() override;
    [[nodiscard]] bool hasDraftStep(bool again) const override;
    void undoDraft(bool again) override;
    [[nodiscard]] QString unsaved() const override;
    bool saveDraft() override;
    void discardDraft() override { discard(); }

    [[nodiscard]] bool isDirty() const { return m_isDirty; }
    [[nodiscard]] const model::Codebook& draft() const { return m_draft; }
    [[nodiscard]] CodeForm& form() { return *m_form; }
    [[nodiscard]] QTreeView* tree() const { return m_treeView; }
    /// What keeps the draft from being saved; empty if nothing does.
    [[nodiscard]] QString problem() const { return m_problem; }
    void choose(const CodebookPlace& place);
    bool save();
    /// The codebook as saved, without asking where to: its format is that of the file's ending.
    void writeBook(const QString& file);

Q_SIGNALS:
    void loaded();
    void bookWritten();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildSide(QWidget* side);
    void retranslate();
    void reload();
    void loadUse();
    void showChosen();
    void showUse();
    void showBanner();
    [[nodiscard]] static QString whatNextVersionDoes();
    [[nodiscard]] std::int64_t nextVersion() const; ///< that saving makes
    void showVersions();
    /// What that version changed.
    void compareVersion(std::int64_t version);
    void relocate(const CodebookPlace& code, int under, int before);
    void fit();
    void setDirty(bool isDirty);
    /// The draft was changed: one step back from here. What is typed into one place is one step.
    void edited(bool isTyped = false);
    void formEdited();
    void discard();
    void addCode();
    void addVariable();
    void changeScope();
    /// Into the fields of the chosen code, from words that raters marked.
    void pickExamples(bool isAnti);
    [[nodiscard]] QStringList promptNames() const;
    void moveChosen(std::optional<int> (*step)(model::Variable&, int));
    void freeze();
    void changeCode(CodeChange change);
    void showHistory();
    void recodeLeft();
    void importBook();
    void exportBook();
    [[nodiscard]] bool canEdit() const;
    [[nodiscard]] std::optional<CodebookPlace> chosen() const;

    model::Codebook m_draft;
    model::Codebook m_before; ///< the draft as it was before its next change
    std::vector<model::Codebook> m_steps;
    std::vector<model::Codebook> m_undone;
    std::optional<CodebookPlace> m_typedAt; ///< where the last step was typed
    bool m_isDirty = false;
    bool m_isStale = true;
    bool m_useIsStale = true;
    bool m_changedMeanwhile = false;
    QString m_problem;
    CodebookTree m_tree;
    std::vector<service::CodebookVersion> m_versions;

    QWidget* m_tools = nullptr;
    KeyButton* m_discard = nullptr;
    KeyButton* m_freeze = nullptr;
    KeyButton* m_save = nullptr;
    KeyButton* m_export = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    QSplitter* m_splitter = nullptr;
    SearchField* m_filter = nullptr;
    KeyButton* m_add = nullptr;
    QTreeView* m_treeView = nullptr;
    QWidget* m_hints = nullptr;
    Words* m_moveHint = nullptr;
    Words* m_nestHint = nullptr;
    QWidget* m_treePane = nullptr;
    QWidget* m_side = nullptr;
    KeyButton* m_sideButton =
        nullptr; ///< shows use and versions in place of the tree where there is no room for both
    Panel* m_banner = nullptr;
    Words* m_bannerText = nullptr;
    CodeForm* m_form = nullptr;
    SectionHeader* m_useHead = nullptr;
    Words* m_useText = nullptr;
    SectionHeader* m_versionHead = nullptr;
    QVBoxLayout* m_versionColumn = nullptr;
    SectionHeader* m_freezeHead = nullptr;
    Words* m_freezeText = nullptr;
};

} // namespace rapport::ui
