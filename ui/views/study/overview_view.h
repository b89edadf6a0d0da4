// SPDX-License-Identifier: GPL-3.0-or-later
// Where the study stands: what is in it, who has done how much of each round, how well rounds agree so far
// against the target, and what to do next. Everything is read and measured in jobs; a rater sees the own
// progress only. UI thread.
#pragma once

#include "ui/models/study_progress.h"
#include "ui/models/target_table.h"
#include "ui/views/view.h"

#include <QTimer>
#include <array>
#include <functional>

class QBoxLayout;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace rapport::ui {

class AgreementStrip;
class Card;
class ChoiceBox;
class CountBlock;
class EmptyState;
class KeyButton;
class OpenRoundBar;
class SectionHeader;
class Words;

class OverviewView : public View {
    Q_OBJECT
public:
    OverviewView(ViewHost& host, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* headerWidget() override { return m_tools; }
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    [[nodiscard]] QWidget* initialFocus() override;

    [[nodiscard]] const StudyState& state() const { return m_state; }
    [[nodiscard]] const TargetTable& targets() const { return m_targets; }

    /// Agreement of each round, and each code of the chosen one against the target, as SVG.
    [[nodiscard]] QByteArray figure() const;
    /// The audit trail without asking where to; its format is that of the file's ending, else a document.
    void writeAudit(const QString& file);

Q_SIGNALS:
    void auditWritten();
    void refreshed();
    void measured(); ///< agreement and what it means for the target

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildHeader();
    void buildEmpty();
    void fit();
    void retranslate();
    void retranslateEmpty();
    void refresh();
    void measure();
    /// Agreement is for the coordinator alone, also while what was read for another is still here.
    [[nodiscard]] bool isMeasurable() const { return m_state.isCoordinator && !study().viewer(); }
    void forgetMeasured();
    /// A refusal is shown by what is left out; any other error once.
    void tellOnce(const base::Error& error);
    /// Of the round that the user chose, else of the last one.
    void measureTargets();
    void buildTargets();
    void showTargets();
    void showState();
    void showCounts();
    void showAgreement();
    void showSteps();
    void take(const NextStep& step);
    void addRater();
    void assignRound();
    void openRound(const std::string& round);
    void rateToo();
    void showPace();
    void saveAudit();
    void chooseAuditFile();
    void askFigure();
    [[nodiscard]] double target() const;

    StudyState m_state;
    bool m_hasState = false;
    bool m_isStale = true;
    bool m_isReading = false;
    std::function<void()> m_whenRead; ///< the last act asked for meanwhile; goes where the read fails
    std::vector<RoundAgreement> m_agreed;
    std::int64_t m_measuredAt = -1; ///< journal position
    std::string m_told;             ///< the last error of measuring that was shown
    bool m_isMeasuring = false;
    int m_asked = 0; ///< counts what was asked for or forgotten: an answer to what came before is dropped
    std::vector<NextStep> m_steps;
    ProgressTable m_progress;
    TargetTable m_targets;
    QString m_targetRound;     ///< empty: none measured
    std::string m_wantedRound; ///< chosen by the user; empty: the last one
    QTimer m_later;

    QWidget* m_tools = nullptr;
    KeyButton* m_import = nullptr;
    KeyButton* m_assign = nullptr;
    KeyButton* m_report = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr; ///< made when there is first nothing to show
    std::array<CountBlock*, 5> m_counts{};
    OpenRoundBar* m_openBar = nullptr;
    QBoxLayout* m_columns = nullptr;
    QWidget* m_side = nullptr;
    SectionHeader* m_progressHead = nullptr;
    QTableView* m_table = nullptr;
    Words* m_progressNote = nullptr;
    KeyButton* m_addRater = nullptr;
    QBoxLayout* m_left = nullptr;
    Card* m_targetCard = nullptr; ///< with the next four, made when there are first targets to show
    SectionHeader* m_targetHead = nullptr;
    ChoiceBox* m_targetChoice = nullptr;
    QTableView* m_targetTable = nullptr;
    Words* m_targetNote = nullptr;
    Card* m_agreementCard = nullptr;
    SectionHeader* m_agreementHead = nullptr;
    AgreementStrip* m_strip = nullptr;
    Words* m_agreementNote = nullptr;
    KeyButton* m_seeAgreement = nullptr;
    KeyButton* m_saveFigure = nullptr;
    SectionHeader* m_stepsHead = nullptr;
    QVBoxLayout* m_stepColumn = nullptr;
    Words* m_noSteps = nullptr;
};

} // namespace rapport::ui
