// SPDX-License-Identifier: GPL-3.0-or-later
// Analysis: what is asked, by which groups, with whose codes; the answer as a table or a figure; one plain
// sentence on the chosen row and the units behind each number. Everything is counted in jobs by the service;
// only the coordinator sees it, since results unblind. UI thread.
#pragma once

#include "service/analysing_units.h"
#include "service/analysis_figure.h"
#include "ui/models/analysis_table.h"
#include "ui/views/analysis/analysed_units.h"
#include "ui/views/view.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QSplitter;
class QStackedWidget;

namespace rapport::ui {

class AnalysisFilters;
class AnalysisList;
class CodeTag;
class EmptyState;
class FigurePage;
class KeyButton;
class Panel;
class SearchField;
class SectionHeader;
class SegmentedControl;
class Words;

class AnalysisView : public View {
    Q_OBJECT
public:
    AnalysisView(ViewHost& host, QWidget* parent);
    ~AnalysisView() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* headerWidget() override;
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    void open(const ViewTarget& target) override;
    [[nodiscard]] QWidget* initialFocus() override;

    /// Asks another analysis by its name.
    void ask(const std::string& name);
    [[nodiscard]] const std::string& asked() const { return m_name; }
    [[nodiscard]] AnalysisTable& table() { return m_table; }
    [[nodiscard]] AnalysisList* list() const { return m_list; }
    [[nodiscard]] AnalysedUnits& units() { return m_units; }
    [[nodiscard]] AnalysedUnitList* unitList() const { return m_unitList; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString made() const;
    [[nodiscard]] FigurePage* figure() const { return m_figure; }
    void showFigure(bool isShown);
    /// By what the answer is narrowed; shown on request.
    [[nodiscard]] AnalysisFilters* filters() const { return m_filters; }
    void showFilters(bool isShown);
    /// What the files hold; for tests too.
    void saveFigure(const QString& file);
    void saveTable(const QString& file);

Q_SIGNALS:
    void answered();
    void unitsFound();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Answer {
        analysis::Result result;
        service::FigureWish wish; ///< what `figure` shows
        service::DrawnFigure figure;
    };
    void buildTools();
    void buildBody();
    void buildSide(QWidget* side);
    void retranslate();
    void readStudy();
    void count();
    /// Where something else is to be drawn than was.
    void draw();
    void take(base::Result<std::shared_ptr<Answer>> answer);
    void showTable(int number);
    void showPrompts();
    void showRow(int row);
    void showState();
    /// Keys that do something with what is shown.
    void sayHints();
    /// The groups that were asked for are not among the study's comparisons.
    [[nodiscard]] bool isWithoutComparisons() const;
    static void keepChoice(QComboBox& box, const QVariant& choice);
    void openUnits(int row, int column);
    void findUnits();
    void openUnit(int row);
    void askFile(bool isFigure);
    [[nodiscard]] service::AnalysisRequest request() const;
    [[nodiscard]] service::FigureWish figureWish() const;
    [[nodiscard]] bool drawsPrompt() const;
    [[nodiscard]] QString madeText() const;
    [[nodiscard]] bool mayLook() const { return !study().viewer(); }

    std::string m_name = "frequencies";
    std::shared_ptr<Answer> m_answer;
    std::optional<base::Error> m_error;
    AnalysisTable m_table;
    AnalysedUnits m_units;
    service::AnalysedUnitsRequest m_unitsRequest;
    bool m_isStale = true;
    bool m_hasAttributes = false;
    bool m_hasComparisons = false; ///< of groups, by the study
    QTimer m_later;

    QWidget* m_header = nullptr;
    KeyButton* m_saveTable = nullptr;
    KeyButton* m_saveFigure = nullptr;
    Panel* m_tools = nullptr;
    QComboBox* m_what = nullptr;
    Words* m_byLabel = nullptr;
    QComboBox* m_by = nullptr;
    Words* m_fromLabel = nullptr;
    QComboBox* m_from = nullptr;
    Words* m_withinLabel = nullptr;
    QComboBox* m_within = nullptr;
    KeyButton* m_narrow = nullptr;
    SegmentedControl* m_shape = nullptr;
    AnalysisFilters* m_filters = nullptr;
    Panel* m_rowTools = nullptr;
    SegmentedControl* m_which = nullptr;
    QComboBox* m_prompt = nullptr;
    QComboBox* m_kind = nullptr;
    SearchField* m_filter = nullptr;
    QCheckBox* m_absent = nullptr;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_pages = nullptr;
    AnalysisList* m_list = nullptr;
    FigurePage* m_figure = nullptr;
    EmptyState* m_empty = nullptr;
    Words* m_made = nullptr;
    QWidget* m_side = nullptr;
    CodeTag* m_tag = nullptr;
    Words* m_rowTitle = nullptr;
    Words* m_sentence = nullptr;
    SectionHeader* m_unitHead = nullptr;
    SegmentedControl* m_unitFilter = nullptr;
    AnalysedUnitList* m_unitList = nullptr;
    Words* m_unitHint = nullptr;
};

} // namespace rapport::ui
