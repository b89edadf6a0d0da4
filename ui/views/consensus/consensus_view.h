// SPDX-License-Identifier: GPL-3.0-or-later
// The disagreements of an open round one by one: the text with what was marked, the raters side by side, the
// decision with its reason, and how the same code was settled before. For the coordinator; the ratings
// themselves stay as they are. UI thread; lists are read in jobs.
#pragma once

#include "service/consensus.h"
#include "ui/models/consensus_queue.h"
#include "ui/views/consensus/decision_form.h"
#include "ui/views/view.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

class QCheckBox;
class QComboBox;
class QBoxLayout;
class QScrollArea;
class QStackedWidget;

namespace rapport::ui {

class BesidePanel;
class CodeTag;
class ConsensusList;
class EmptyState;
class KeyButton;
class RaterSides;
class ReadingView;
class Words;

class ConsensusView : public View {
    Q_OBJECT
public:
    ConsensusView(ViewHost& host, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* headerWidget() override { return m_header; }
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    void open(const ViewTarget& target) override;
    bool goToChange(const service::ChangeSet& change) override;
    /// A decision or a reason that settles nothing yet.
    [[nodiscard]] QString unsaved() const override;
    bool saveDraft() override;
    void discardDraft() override;
    [[nodiscard]] QWidget* initialFocus() override;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Read;
    enum Page { EmptyPage, WorkPage };

    void buildHeader();
    QWidget* buildQueue(QWidget* parent);
    QWidget* buildWork(QWidget* parent);
    QWidget* buildText(QWidget* parent);
    /// What stands beside what, and which keys are shown, by the room that there is.
    void fit();
    void fitText();
    void retranslate();
    void readRounds();
    /// A difference by its unit and what it is about; none: the first open one.
    using Place = std::pair<model::UnitId, std::string>;
    /// Where somebody is on the way to, else what is shown.
    [[nodiscard]] Place here() const;
    /// Reads the round's differences in a job, then goes there.
    void readQueue(Place wanted = {});
    /// Keys that do something with what is shown.
    void sayHints();
    void showPage(int page);
    void fillFilter();
    void showEmpty(const QString& title, const QString& sentence);
    void showRow(int row);
    void showText(const service::Discussion& discussion, const service::Disagreement& row);
    void showPrecedents(const service::Disagreement& row);
    void updateProgress();
    void updateState();
    void goTo(int row);
    void settle();
    void takeBack();
    void remark();
    void showRemarks(const service::Disagreement& row);
    /// The only one of `units` is the one that is shown.
    [[nodiscard]] bool isShown(const std::vector<model::UnitId>& units) const;
    void readRemarks();
    void changeDefinition();

    ConsensusQueue m_queue;
    std::vector<model::Round> m_rounds; ///< open ones
    std::string m_round;
    model::RoundId m_roundId;               ///< names change
    std::vector<std::string> m_raters;      ///< of the shown unit
    std::vector<service::Remark> m_remarks; ///< of the shown unit, oldest first
    /// Who settled it and why, by unit and code or variable.
    std::map<std::pair<std::string, std::string>, QString> m_reasons;
    QString m_keptBack; ///< how many texts wait for the viewer's own rating; empty: none
    /// What was chosen or typed and settles nothing yet, each with its difference.
    using DraftKey = std::tuple<model::RoundId, model::UnitId, std::string>;
    /// Goes to it, whatever hides it; where it is gone the words are said once more and dropped.
    void showDraft(const DraftKey& draft);
    /// What was decided of a difference here, one after the other: undo and redo go along it.
    struct Steps {
        std::vector<Decision> all; ///< the first stood before; nothing chosen: it was open
        std::size_t at = 0;        ///< the one that stands
    };
    /// Goes to the step that stands by now; the decision after it, which undo took back.
    [[nodiscard]] std::optional<Decision> followUndo(const DraftKey& key);
    /// Settled, or taken back: what was undone before is no step any more.
    void goOn(const DraftKey& key, Decision decision);
    /// What stands in the form is a draft, unless nobody chose or typed it.
    void keepDraft();
    [[nodiscard]] bool keepRemarks();
    std::map<DraftKey, Decision> m_drafts;
    std::map<DraftKey, Steps> m_steps;
    std::map<DraftKey, QString> m_remarkDrafts;
    std::optional<DraftKey> m_begunOn; ///< the shown one
    Decision m_untouched;              ///< the form before anything was chosen or typed
    Decision m_offered;                ///< the same, with what undo took back: to be decided anew
    Decision m_standing;               ///< as it was read
    std::optional<Place> m_wanted;     ///< while rows are read
    bool m_isStale = true;
    bool m_isSettling = false; ///< the change that comes is our own: rows stay where they are

    QWidget* m_header = nullptr;
    QComboBox* m_roundBox = nullptr;
    Words* m_progress = nullptr;
    QStackedWidget* m_pages = nullptr; ///< empty, work
    EmptyState* m_empty = nullptr;
    QComboBox* m_filter = nullptr;
    QCheckBox* m_onlyOpen = nullptr;
    ConsensusList* m_list = nullptr;
    QWidget* m_queuePanel = nullptr;
    QScrollArea* m_scroll = nullptr;
    Words* m_unit = nullptr;
    Words* m_unitFacts = nullptr;
    Words* m_place = nullptr;
    ReadingView* m_text = nullptr;
    CodeTag* m_tag = nullptr;
    Words* m_codeTitle = nullptr;
    Words* m_definition = nullptr;
    RaterSides* m_sides = nullptr;
    DecisionForm* m_form = nullptr;
    BesidePanel* m_beside = nullptr;
    QBoxLayout* m_decision = nullptr;
    QWidget* m_bar = nullptr;
    Words* m_foot = nullptr;
    KeyButton* m_previous = nullptr;
    KeyButton* m_later = nullptr;
    KeyButton* m_back = nullptr;
    KeyButton* m_settle = nullptr;
};

} // namespace rapport::ui
