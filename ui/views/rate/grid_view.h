// SPDX-License-Identifier: GPL-3.0-or-later
// Rate, all assigned answers as a table: sort, filter, and code many at once by the keys that code one.
// Letters, digits, + and - act on the rows that are selected, as one step of undo; Enter opens the answer,
// and completes where several are selected. Shows neutral numbers and nothing that would unblind.
#pragma once

#include "ui/models/answer_grid.h"
#include "ui/views/rate/code_keys.h"
#include "ui/views/rate/rate_desk.h"
#include "ui/views/view.h"

#include <QTimer>

class QComboBox;
class QItemSelectionModel;
class QStackedWidget;
class QTableView;

namespace rapport::ui {

class EmptyState;
class GridDelegate;
class GridLegend;
class RateHeader;
class SearchField;
class SelectionBar;
class StopBar;
class Words;

class GridView : public View {
    Q_OBJECT
public:
    GridView(ViewHost& host, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* headerWidget() override;
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    void open(const ViewTarget& target) override;
    bool goToChange(const service::ChangeSet& change) override;
    [[nodiscard]] QWidget* initialFocus() override;

    [[nodiscard]] RateDesk& desk() { return m_desk; }
    [[nodiscard]] AnswerGrid& grid() { return m_grid; }
    [[nodiscard]] QTableView& answersTable() { return *m_left; }
    [[nodiscard]] QTableView& codesTable() { return *m_right; }
    [[nodiscard]] SearchField& textFilter() { return *m_text; }
    [[nodiscard]] StopBar& stopBar() { return *m_stop; }
    /// Rows that are selected, rising.
    [[nodiscard]] std::vector<int> selectedRows() const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectActions();
    void retranslate();
    void fit();
    void showList();
    void readMarks();
    void applyFilter();
    void showCounts();
    void showSelection();
    void rememberRow() const;

    bool takeKey(QKeyEvent* event);
    /// Selects up to that row what Shift selects, from where selecting began.
    void extendTo(int row);
    void moveColumn(int by);
    void codeSelected(model::CodeId code);
    void chooseSelected(int column, std::size_t level);
    void countSelected(int by);
    void completeSelected();
    void flagSelected();
    void openCurrent();
    void sortByCurrent();
    void sortBy(int section);
    void findTextOrder(int section);
    /// Units of the selected rows that pass; empty after saying why if there are too many.
    [[nodiscard]] std::vector<model::UnitId> wantedUnits(const std::function<bool(int)>& isWanted);
    using UnitAct = std::function<base::Status(service::Session&, const service::Target&)>;
    /// One act on each unit as one step of undo.
    bool onAll(const QString& what, std::vector<model::UnitId> units, UnitAct act);
    /// The same of ratings: what is completed is opened again with it, and it is said how many there were.
    bool rateAll(const QString& what, std::vector<model::UnitId> units, UnitAct act);
    static QString onAnswers(const QString& title, std::size_t count);
    void select(const std::vector<model::UnitId>& units, model::UnitId current);
    /// The one that the cursor is in: only that shows it, and only where it has the keyboard.
    [[nodiscard]] QTableView* tableAtHand() const;

    RateDesk m_desk;
    AnswerGrid m_grid;
    CodeKeys m_keys;
    KeySequence m_sequence;
    RateHeader* m_header;
    StopBar* m_stop = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    SearchField* m_text = nullptr;
    QComboBox* m_state = nullptr;
    QComboBox* m_code = nullptr;
    Words* m_counts = nullptr;
    GridLegend* m_legend = nullptr;
    QTableView* m_left = nullptr;
    QTableView* m_right = nullptr;
    GridDelegate* m_delegate = nullptr;
    QItemSelectionModel* m_selection = nullptr;
    SelectionBar* m_bar = nullptr;
    QTimer m_typing;
    int m_column = 2; ///< of the cursor, also while there is none
    std::optional<std::vector<model::UnitId>> m_saying;
    model::UnitId m_asked;                  ///< to be at hand once the list is read
    std::vector<model::UnitId> m_meanwhile; ///< changed while the job reads
    bool m_isReading = false;
    bool m_isAsked = false;   ///< Enter again: none applies
    bool m_isPressed = false; ///< with Shift, and not let go yet
};

} // namespace rapport::ui
