// SPDX-License-Identifier: GPL-3.0-or-later
// The disagreements of an open round one by one: the text with what was marked, the raters side by side, the
// decision with its reason, and how the same code was settled before. For the coordinator; the ratings
// themselves stay as they are. UI thread; lists are read in jobs.
#pragma once

#include "service/consensus.h"
#include "service/history.h"
#include "ui/models/consensus_queue.h"
#include "ui/views/view.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QStackedWidget;

namespace rapport::ui {

class CodeTag;
class ConsensusList;
class DecisionForm;
class EmptyState;
class KeyButton;
class RaterSides;
class ReadingView;
class SectionHeader;
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
    [[nodiscard]] QWidget* initialFocus() override;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Read;

    void buildHeader();
    QWidget* buildQueue(QWidget* parent);
    QWidget* buildWork(QWidget* parent);
    void retranslate();
    void readRounds();
    /// Reads the round's differences in a job, then goes to `unit` and `name`, or to the first open one.
    void readQueue(model::UnitId unit = {}, const std::string& name = {});
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

    ConsensusQueue m_queue;
    std::vector<std::string> m_rounds; ///< open ones
    std::string m_round;
    std::vector<std::string> m_raters; ///< of the shown unit
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
    Words* m_unit = nullptr;
    Words* m_unitFacts = nullptr;
    Words* m_place = nullptr;
    ReadingView* m_text = nullptr;
    CodeTag* m_tag = nullptr;
    Words* m_codeTitle = nullptr;
    Words* m_definition = nullptr;
    RaterSides* m_sides = nullptr;
    DecisionForm* m_form = nullptr;
    SectionHeader* m_beforeHead = nullptr;
    Words* m_beforeText = nullptr;
    QGridLayout* m_beforeRows = nullptr;
    Words* m_foot = nullptr;
    KeyButton* m_previous = nullptr;
    KeyButton* m_later = nullptr;
    KeyButton* m_back = nullptr;
    KeyButton* m_settle = nullptr;
};

} // namespace rapport::ui
