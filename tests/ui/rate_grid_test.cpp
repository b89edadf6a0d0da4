// SPDX-License-Identifier: GPL-3.0-or-later
// The grid: its model by itself at size, and many answers coded at once by keys alone.
#include "rate_study.h"
#include "service/assigning.h"
#include "ui/components/controls.h"
#include "ui/components/toast.h"
#include "ui/models/answer_grid.h"
#include "ui/views/rate/grid_parts.h"
#include "ui/views/rate/grid_view.h"
#include "ui/views/rate/stop_bar.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QInputDialog>
#include <QItemSelectionModel>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace rapport;
using namespace rapport::ui;
using rapport::test::RateStudy;
using rapport::test::take;

namespace {

model::Variable presence() {
    model::Variable variable;
    variable.id = model::VariableId(1);
    variable.name = "constructs";
    variable.scale = model::Scale::Presence;
    variable.prompts = {"Q2"};
    for (int i = 1; i <= 3; ++i) {
        model::Code code;
        code.id = model::CodeId(i);
        code.name = "code" + std::to_string(i);
        code.title = model::sameText("Code " + std::to_string(i));
        variable.codes.push_back(code);
    }
    return variable;
}

model::Variable nominal() {
    model::Variable variable;
    variable.id = model::VariableId(2);
    variable.name = "level";
    variable.scale = model::Scale::Nominal;
    variable.prompts = {"Q2", "Q3"};
    for (int i = 11; i <= 12; ++i) {
        model::Code code;
        code.id = model::CodeId(i);
        code.name = "level" + std::to_string(i);
        code.title = model::sameText("Level " + std::to_string(i));
        variable.codes.push_back(code);
    }
    return variable;
}

std::vector<service::RatingPlace> items(int count) {
    std::vector<service::RatingPlace> found(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        found[std::size_t(i)].unit = model::UnitId(i + 1);
        found[std::size_t(i)].prompt = i % 4 == 3 ? "Q3" : "Q2";
    }
    return found;
}

service::UnitMarks coded(std::int64_t unit, std::int64_t code, bool isComplete, bool hasQuote = false) {
    service::UnitMarks marks;
    marks.unit = model::UnitId(unit);
    marks.marks.push_back({model::VariableId(1), model::CodeId(code), 0, hasQuote});
    marks.isComplete = isComplete;
    return marks;
}

/// The grid in the window of a study, its codings read.
GridView& gridOf(RateStudy& study) {
    study.window->openView(QStringLiteral("rate-grid"));
    auto* view = qobject_cast<GridView*>(study.window->currentView());
    REQUIRE(view != nullptr);
    RateStudy::choose(view->desk(), "reliability");
    REQUIRE(QTest::qWaitFor([&] { return !study.window->jobs().isBusy(); }, 20000));
    return *view;
}

void waitForJobs(RateStudy& study) {
    REQUIRE(QTest::qWaitFor([&] { return !study.window->jobs().isBusy(); }, 20000));
}

} // namespace

TEST_CASE("the grid tells coded, absent, begun and not begun apart", "[rate][grid]") {
    const model::Variable one = presence();
    const model::Variable two = nominal();
    AnswerGrid grid;
    const QAbstractItemModelTester tester(&grid, QAbstractItemModelTester::FailureReportingMode::Fatal);
    grid.setList(items(8), {&one, &two}, [](model::CodeId) { return QString(); }, {});
    REQUIRE(grid.rowCount() == 8);
    REQUIRE(grid.columnCount() == AnswerGrid::fixedColumns + 3 + 1 + 1);
    CHECK(grid.headerData(3, Qt::Horizontal, Qt::DisplayRole) == QStringLiteral("Sec"));
    CHECK(
        grid.headerData(3, Qt::Horizontal, Qt::ToolTipRole).toString().contains(QLatin1String("completion")));
    const int first = grid.columnOf(model::CodeId(1));
    const int second = grid.columnOf(model::CodeId(2));
    CHECK(grid.state(0, first) == GridState::NotBegun);
    CHECK(grid.state(3, first) == GridState::NotApplicable); // Q3 has other codes
    grid.setMarks({coded(1, 1, true, true), coded(2, 2, false)});
    CHECK(grid.state(0, first) == GridState::Quoted);
    CHECK(grid.state(0, second) == GridState::Absent);
    CHECK(grid.state(1, first) == GridState::Begun);
    CHECK(grid.state(1, second) == GridState::Coded);
    CHECK(grid.openChoices(0) == 1);
    CHECK(grid.counts().done == 1);
    CHECK(grid.counts().begun == 1);
    CHECK(grid.counts().open == 6);
    // One act: rows change in place.
    auto act = coded(2, 1, true);
    act.marks.push_back({model::VariableId(2), model::CodeId(12), 0, false});
    grid.updateMarks({act});
    CHECK(grid.state(1, first) == GridState::Coded);
    CHECK(grid.value(1, first + 3) == 1);
    CHECK(grid.openChoices(1) == 0);
    // Filters and orders.
    GridFilter filter;
    filter.state = GridFilter::Undone;
    grid.setFilter(filter);
    CHECK(grid.rowCount() == 6);
    CHECK(grid.rowOf(model::UnitId(1)) == -1);
    filter = {};
    filter.code = model::CodeId(1);
    grid.setFilter(filter);
    CHECK(grid.rowCount() == 2);
    filter.hasCode = false;
    grid.setFilter(filter);
    CHECK(grid.rowCount() == 6);
    filter = {};
    filter.saying = std::vector<model::UnitId>{model::UnitId(2), model::UnitId(5)};
    grid.setFilter(filter);
    CHECK(grid.rowCount() == 2);
    grid.setFilter({});
    grid.sort(first, Qt::AscendingOrder);
    CHECK(grid.item(0).unit == model::UnitId(1)); // quoted, then coded, then the rest as they came
    CHECK(grid.item(1).unit == model::UnitId(2));
    CHECK(grid.item(2).unit == model::UnitId(3));
    grid.sort(0, Qt::DescendingOrder);
    CHECK(grid.item(0).unit == model::UnitId(8));
}

TEST_CASE("a hundred thousand answers: texts come in pages, never row by row", "[rate][grid]") {
    constexpr int many = 100000;
    const model::Variable one = presence();
    AnswerGrid grid;
    int asked = 0;
    std::size_t largest = 0;
    grid.setList(
        items(many), {&one}, [](model::CodeId) { return QString(); },
        [&](const std::vector<model::UnitId>& units) {
            ++asked;
            largest = std::max(largest, units.size());
            std::vector<std::string> texts;
            for (const model::UnitId unit : units)
                texts.push_back("Answer " + std::to_string(unit.value));
            return texts;
        });
    CHECK(asked == 0); // nothing is read before it is looked at
    QTableView table;
    table.setModel(&grid);
    table.verticalHeader()->setDefaultSectionSize(46);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.resize(1200, 800);
    table.show();
    QCoreApplication::processEvents();
    CHECK(asked >= 1);
    CHECK(asked <= 2);
    table.scrollToBottom();
    QCoreApplication::processEvents();
    CHECK(asked <= 4);
    CHECK(largest <= 64);
    CHECK(grid.text(many - 1) == QLatin1String("Answer 100000"));
    CHECK(grid.text(0) == QLatin1String("Answer 1"));
    std::vector<service::UnitMarks> marks;
    for (int i = 1; i <= many; i += 2)
        marks.push_back(coded(i, 1 + i % 3, i % 5 == 0));
    grid.setMarks(marks);
    grid.sort(grid.columnOf(model::CodeId(2)), Qt::AscendingOrder);
    CHECK(grid.rowCount() == many);
    GridFilter filter;
    filter.state = GridFilter::Done;
    grid.setFilter(filter);
    CHECK(grid.rowCount() == many / 10);
    CHECK(asked <= 10); // sorting and filtering read no text
}

TEST_CASE("the grid is sorted by text once somebody has found the order", "[rate][grid]") {
    AnswerGrid grid;
    const model::Variable variable = presence();
    grid.setList(
        items(4), {&variable}, [](model::CodeId) { return QString(); },
        [](const std::vector<model::UnitId>& units) { return std::vector<std::string>(units.size(), "x"); });
    const QAbstractItemModelTester tester(&grid, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto order = [&grid] {
        std::vector<std::int64_t> units;
        for (int row = 0; row < grid.rowCount(); ++row)
            units.push_back(grid.item(row).unit.value);
        return units;
    };
    grid.sort(2, Qt::DescendingOrder); // nothing to sort by yet
    CHECK(order() == std::vector<std::int64_t>{1, 2, 3, 4});
    grid.setTextOrder({{model::UnitId(3), 0}, {model::UnitId(1), 1}, {model::UnitId(4), 2}});
    grid.sort(2, Qt::AscendingOrder);
    CHECK(order() == std::vector<std::int64_t>{3, 1, 4, 2}); // the one without a text stands last
    grid.sort(0, Qt::AscendingOrder);
    CHECK(order() == std::vector<std::int64_t>{1, 2, 3, 4});
}

TEST_CASE("the answers' own column sorts them by text, read in a job", "[rate][grid]") {
    RateStudy study(12);
    study.answers();
    study.window->openView(QStringLiteral("rate-grid"));
    auto& view = *qobject_cast<GridView*>(study.window->currentView());
    REQUIRE(QTest::qWaitFor([&] { return !study.window->jobs().isBusy() && view.grid().rowCount() == 12; },
                            20000));
    QTableView* table = view.findChild<QTableView*>();
    REQUIRE(table != nullptr);
    Q_EMIT table->horizontalHeader()->sectionClicked(2);
    REQUIRE(QTest::qWaitFor([&] { return view.grid().sortColumn() == 2; }, 20000));
    // "Antwoord 2" before "Antwoord 10": numbers by value.
    for (int row = 0; row < 12; ++row)
        CHECK(view.grid().text(row).startsWith(QStringLiteral("Antwoord %1.").arg(row + 1)));
    Q_EMIT table->horizontalHeader()->sectionClicked(2);
    CHECK(view.grid().text(0).startsWith(QStringLiteral("Antwoord 12.")));
}

TEST_CASE("the grid is filtered, sorted and coded in bulk by keys alone", "[rate][grid][journey]") {
    RateStudy study;
    GridView& view = gridOf(study);
    REQUIRE(view.grid().rowCount() == 20);
    REQUIRE(view.answersTable().hasFocus());
    const int closeness = [&] {
        for (const GridColumn& column : view.grid().columns()) {
            if (column.look.key == QLatin1String("c"))
                return view.grid().columnOf(column.code);
        }
        return -1;
    }();
    REQUIRE(closeness > 0);
    // Three rows, one key: coded; undone as one step; done again; taken off by the same key.
    study.key(Qt::Key_Down, Qt::ShiftModifier);
    study.key(Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(view.selectedRows().size() == 3);
    study.letter('c');
    for (int row = 0; row < 3; ++row)
        CHECK(view.grid().state(row, closeness) == GridState::Coded);
    CHECK(view.grid().state(3, closeness) == GridState::NotBegun);
    CHECK(view.selectedRows().size() == 3); // the selection stays for the next key
    study.trigger("edit.undo");
    CHECK(view.grid().state(0, closeness) == GridState::NotBegun);
    CHECK(view.grid().state(2, closeness) == GridState::NotBegun);
    study.trigger("edit.redo");
    CHECK(view.grid().state(2, closeness) == GridState::Coded);
    study.letter('c');
    CHECK(view.grid().state(0, closeness) == GridState::NotBegun);
    // Second-row key, choices, completion of all selected.
    study.letters(",p");
    study.letters("17");
    for (int row = 0; row < 3; ++row) {
        CHECK(view.grid().presenceCodings(row) == 1);
        CHECK(view.grid().openChoices(row) == 0);
    }
    study.key(Qt::Key_Return);
    CHECK(view.grid().counts().done == 3);
    // The fourth row: nothing coded asks first, then writes the decision.
    study.key(Qt::Key_Escape);
    CHECK(view.selectedRows().size() == 1);
    study.key(Qt::Key_Down);
    study.key(Qt::Key_Down, Qt::ShiftModifier);
    study.letters("17");
    study.key(Qt::Key_Return);
    CHECK(view.grid().counts().done == 3);
    study.key(Qt::Key_Return);
    CHECK(view.grid().counts().done == 5);
    // Rows apart: the cursor goes on alone, Ctrl+Space takes one.
    study.key(Qt::Key_Escape);
    study.key(Qt::Key_Down, Qt::ControlModifier);
    study.key(Qt::Key_Down, Qt::ControlModifier);
    study.key(Qt::Key_Space, Qt::ControlModifier);
    CHECK(view.selectedRows().size() == 2);
    study.trigger("rate.flag");
    // Filter by text: words as they stand, case aside; Esc clears it.
    study.letter('/');
    REQUIRE(view.textFilter().hasFocus());
    QTest::keyClicks(&view.textFilter(), QStringLiteral("ANTWOORD 7."));
    study.key(Qt::Key_Return);
    waitForJobs(study);
    REQUIRE(view.grid().rowCount() == 1);
    CHECK(view.grid().text(0).startsWith(QLatin1String("Antwoord 7.")));
    study.key(Qt::Key_Escape);
    waitForJobs(study);
    CHECK(view.grid().rowCount() == 20);
    // The cell under the cursor, and the order by its column.
    study.key(Qt::Key_Right);
    CHECK(view.codesTable().hasFocus());
    study.trigger("rate.sort");
    CHECK(view.grid().sortColumn() == AnswerGrid::fixedColumns);
    // Enter opens the answer at the cursor, and the grid comes back to it.
    const int row = view.selectedRows().front();
    const model::UnitId unit = view.grid().item(row).unit;
    const int before = view.grid().presenceCodings(row);
    study.key(Qt::Key_Return);
    auto* answers = qobject_cast<AnswersView*>(study.window->currentView());
    REQUIRE(answers != nullptr);
    CHECK(answers->desk().work().item.id == unit);
    study.letter('b');
    study.trigger("rate.grid");
    CHECK(study.window->currentView() == &view);
    REQUIRE(view.selectedRows().size() == 1);
    CHECK(view.grid().item(view.selectedRows().front()).unit == unit);
    CHECK(view.grid().presenceCodings(view.selectedRows().front()) == before + 1);
}

TEST_CASE("between one answer and the grid the answer at hand stays at hand", "[rate][grid]") {
    RateStudy study;
    gridOf(study);
    RateDesk& desk = study.answers().desk();
    RateStudy::choose(desk, "reliability");
    waitForJobs(study);
    for (const int place : {8, 10}) {
        CAPTURE(place);
        study.window->openView(QStringLiteral("rate-answers"));
        REQUIRE(desk.goTo(place));
        const model::UnitId here = desk.units()[std::size_t(place)].unit;
        study.trigger("rate.grid");
        waitForJobs(study);
        auto* grid = qobject_cast<GridView*>(study.window->currentView());
        REQUIRE(grid != nullptr);
        const auto atHand = [&] {
            const QModelIndex now = grid->answersTable().selectionModel()->currentIndex();
            return now.isValid() ? grid->grid().item(now.row()).unit : model::UnitId();
        };
        CHECK(atHand() == here);
        // Others write what makes the list be read anew.
        {
            const auto other = take(service::Session::open(study.path, service::OpenMode::ReadWrite));
            take(service::addRater(*other, "late" + std::to_string(place), model::RaterKind::Human));
        }
        study.window->study().catchUp();
        waitForJobs(study);
        CHECK(atHand() == here);
        // By the button, which is the key's.
        auto* what = grid->headerWidget()->findChild<SegmentedControl*>();
        REQUIRE(what != nullptr);
        what->pressPart(0);
        waitForJobs(study);
        CHECK(study.window->currentViewName() == QLatin1String("rate-answers"));
        CHECK(desk.work().item.id == here);
    }
}

TEST_CASE("the answer gone to by its number is at hand in the grid that stood elsewhere", "[rate][grid]") {
    RateStudy study;
    // Whichever of the two views was made first hears of the shared keys first.
    if (GENERATE(false, true))
        study.window->openView(QStringLiteral("rate-answers"));
    GridView& view = gridOf(study);
    study.key(Qt::Key_Down);
    study.key(Qt::Key_Down);
    const model::UnitId third = view.grid().item(2).unit;
    study.trigger("rate.one");
    waitForJobs(study);
    RateDesk& desk = study.answers().desk();
    CHECK(desk.work().item.id == third);
    study.trigger("rate.number");
    auto* dialog = study.window->findChild<QInputDialog*>();
    REQUIRE(dialog != nullptr);
    dialog->setIntValue(8);
    dialog->accept();
    waitForJobs(study);
    REQUIRE(desk.work().item.id != third);
    study.trigger("rate.grid");
    waitForJobs(study);
    const QModelIndex now = view.answersTable().selectionModel()->currentIndex();
    CHECK(view.grid().item(now.row()).unit == desk.work().item.id);
    CHECK(view.selectedRows() == std::vector<int>{now.row()});
}

TEST_CASE("selecting with Shift begins at the row that was gone to, however it was", "[rate][grid]") {
    RateStudy study;
    GridView& view = gridOf(study);
    const auto down = [&](int times, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        for (int i = 0; i < times; ++i)
            study.key(Qt::Key_Down, modifiers);
    };
    down(4);
    study.trigger("rate.first");
    CHECK(view.selectedRows() == std::vector<int>{0});
    down(1, Qt::ShiftModifier);
    CHECK(view.selectedRows() == std::vector<int>{0, 1});
    study.key(Qt::Key_Escape);
    study.trigger("rate.last");
    study.key(Qt::Key_Up, Qt::ShiftModifier);
    CHECK(view.selectedRows() == std::vector<int>{18, 19});
    // There and back: what was taken in by Shift goes again.
    study.key(Qt::Key_Down, Qt::ShiftModifier);
    CHECK(view.selectedRows() == std::vector<int>{19});
    study.trigger("rate.previousMatch");
    study.key(Qt::Key_Up, Qt::ShiftModifier);
    study.key(Qt::Key_Up, Qt::ShiftModifier);
    CHECK(view.selectedRows() == std::vector<int>{16, 17, 18});
    study.trigger("rate.first");
    study.key(Qt::Key_End, Qt::ShiftModifier);
    CHECK(view.selectedRows().size() == 20);
    study.key(Qt::Key_Home, Qt::ShiftModifier);
    CHECK(view.selectedRows() == std::vector<int>{0});
    // With the mouse, too.
    study.trigger("rate.last");
    QTableView& table = view.answersTable();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      table.visualRect(view.grid().index(17, 2)).center());
    CHECK(view.selectedRows() == std::vector<int>{17, 18, 19});
}

TEST_CASE("a hand that moves while it clicks with Shift changes nothing", "[rate][grid]") {
    RateStudy study;
    GridView& view = gridOf(study);
    const bool isLeft = GENERATE(true, false);
    QTableView& table = isLeft ? view.answersTable() : view.codesTable();
    const int column = isLeft ? 2 : AnswerGrid::fixedColumns + 1;
    QWidget* cells = table.viewport();
    const auto at = [&](int row) { return table.visualRect(view.grid().index(row, column)).center(); };
    const auto move = [&](const QPoint& to, Qt::MouseButtons held) {
        QMouseEvent event(QEvent::MouseMove, to, cells->mapToGlobal(to), Qt::NoButton, held,
                          Qt::ShiftModifier);
        QApplication::sendEvent(cells, &event);
    };
    // The table knows of a click elsewhere.
    QTest::mouseClick(cells, Qt::LeftButton, {}, at(3));
    const int coded = view.grid().counts().begun;
    study.trigger("rate.first");
    QTest::mousePress(cells, Qt::LeftButton, Qt::ShiftModifier, at(6));
    REQUIRE(view.selectedRows() == std::vector<int>{0, 1, 2, 3, 4, 5, 6});
    move(at(6) + QPoint(1, 0), Qt::LeftButton);
    CHECK(view.selectedRows().size() == 7);
    move(at(6) + QPoint(2, 20), Qt::LeftButton);
    CHECK(view.selectedRows().size() == 7);
    QTest::mouseRelease(cells, Qt::LeftButton, Qt::ShiftModifier, at(6) + QPoint(2, 20));
    CHECK(view.selectedRows().size() == 7);
    // Over the cell that was clicked before: that is no second click on its sign.
    study.trigger("rate.first");
    study.key(Qt::Key_Down);
    study.key(Qt::Key_Down);
    study.key(Qt::Key_Down);
    QTest::mouseClick(cells, Qt::LeftButton, Qt::ShiftModifier, at(3));
    CHECK(view.grid().counts().begun == coded);
    // A drag without Shift selects as ever.
    QTest::mousePress(cells, Qt::LeftButton, {}, at(8));
    QMouseEvent drag(QEvent::MouseMove, at(9), cells->mapToGlobal(at(9)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(cells, &drag);
    QTest::mouseRelease(cells, Qt::LeftButton, {}, at(9));
    CHECK(view.selectedRows() == std::vector<int>{8, 9});
}

TEST_CASE("a bulk act opens the answers again that were completed", "[rate][grid]") {
    RateStudy study;
    GridView& view = gridOf(study);
    study.key(Qt::Key_Down, Qt::ShiftModifier);
    study.letters("c17");
    study.key(Qt::Key_Return);
    REQUIRE(view.grid().counts().done == 2);
    SECTION("a code") {
        study.letter('b');
    }
    SECTION("a code taken off") {
        study.letter('c');
    }
    SECTION("a choice") {
        study.letter('2');
    }
    CHECK(view.grid().counts().done == 0);
    // Both are one step.
    study.trigger("edit.undo");
    CHECK(view.grid().counts().done == 2);
}

TEST_CASE("an act that changes nothing leaves what was completed complete", "[rate][grid]") {
    RateStudy study(20, [](model::Codebook& codebook) {
        model::Variable examples;
        examples.name = "examples";
        examples.title = model::sameText("Examples given");
        examples.scale = model::Scale::Count;
        examples.prompts = {"Q2"};
        codebook.variables.push_back(examples);
    });
    GridView& view = gridOf(study);
    study.key(Qt::Key_Down, Qt::ShiftModifier);
    study.letters("c17");
    study.key(Qt::Key_Return);
    REQUIRE(view.grid().counts().done == 2);
    SECTION("a count that is 0") {
        study.letter('-');
        CHECK(view.grid().counts().done == 2);
        // Of several only those that change are opened.
        study.key(Qt::Key_Escape);
        study.letter('+');
        CHECK(view.grid().counts().done == 1);
        study.key(Qt::Key_Up, Qt::ShiftModifier);
        study.letter('-');
        CHECK(view.grid().counts().done == 1);
        study.trigger("edit.undo");
        study.trigger("edit.undo");
        CHECK(view.grid().counts().done == 2);
    }
    SECTION("a count that is 0, of one answer") {
        study.trigger("rate.one");
        auto* answers = qobject_cast<AnswersView*>(study.window->currentView());
        REQUIRE(answers != nullptr);
        REQUIRE(answers->desk().work().completedAt);
        study.letter('-');
        CHECK(answers->desk().work().completedAt);
        study.letter('+');
        CHECK_FALSE(answers->desk().work().completedAt);
    }
    SECTION("a code changed to itself") {
        study.trigger("rate.one");
        auto* answers = qobject_cast<AnswersView*>(study.window->currentView());
        REQUIRE(answers != nullptr);
        REQUIRE(answers->desk().work().completedAt);
        study.trigger("rate.recode");
        study.letter('c');
        CHECK(answers->desk().work().completedAt);
        CHECK(answers->desk().presenceCodings() == 1);
    }
}

TEST_CASE("the grid shows neutral numbers and nothing that unblinds", "[rate][grid]") {
    RateStudy study;
    GridView& view = gridOf(study);
    QStringList shown;
    for (int row = 0; row < view.grid().rowCount(); ++row) {
        for (int column = 0; column < view.grid().columnCount(); ++column) {
            shown << view.grid().index(row, column).data(Qt::AccessibleTextRole).toString();
            shown << view.grid().index(row, column).data(Qt::ToolTipRole).toString();
        }
    }
    for (const QWidget* widget : view.findChildren<QWidget*>())
        shown << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
    const QString all = shown.join(QLatin1Char('\n'));
    CHECK(all.contains(QLatin1String("Antwoord 1.")));
    CHECK_FALSE(all.contains(QLatin1String("A2")));
    CHECK_FALSE(all.contains(QLatin1String("P1/")));
    CHECK_FALSE(all.contains(QLatin1String("R2")));
}

TEST_CASE("a bulk act that cannot be written changes no row and is repeated as a whole",
          "[rate][grid][stop]") {
    RateStudy study;
    GridView& view = gridOf(study);
    study.key(Qt::Key_Down, Qt::ShiftModifier);
    {
        auto other = take(service::Session::open(study.path, service::OpenMode::ReadWrite));
        const auto done = service::asOneStep(*other, [&](service::Session&) -> base::Status {
            study.letter('c');
            CHECK(view.stopBar().isVisible());
            CHECK(view.grid().counts().begun == 0);
            return base::fail(base::Errc::Cancelled, "gave up");
        });
        REQUIRE_FALSE(done);
    }
    study.key(Qt::Key_Return);
    CHECK_FALSE(view.stopBar().isVisible());
    CHECK(view.grid().counts().begun == 2);
}

TEST_CASE("answers and codes stay in step whatever the list was before", "[rate][grid]") {
    RateStudy study(40);
    GridView& view = gridOf(study);
    const QScrollBar* answers = view.answersTable().verticalScrollBar();
    const QScrollBar* codes = view.codesTable().verticalScrollBar();
    // A row far down, found by a word in a list too short to be scrolled.
    study.letter('/');
    QTest::keyClicks(&view.textFilter(), QStringLiteral("antwoord 3"));
    study.key(Qt::Key_Return);
    waitForJobs(study);
    REQUIRE(view.grid().rowCount() == 11);
    study.trigger("rate.last");
    study.letter('/');
    study.key(Qt::Key_Escape);
    REQUIRE(view.grid().rowCount() == 40);
    QTest::qWait(20);
    CHECK(answers->value() > 0);
    CHECK(codes->value() == answers->value());
    const int row = view.answersTable().selectionModel()->currentIndex().row();
    CHECK(view.codesTable().visualRect(view.grid().index(row, AnswerGrid::fixedColumns)).top() ==
          view.answersTable().visualRect(view.grid().index(row, 2)).top());
    study.trigger("rate.last");
    CHECK(codes->value() == answers->value());
    CHECK(answers->value() == answers->maximum());
    CHECK(codes->maximum() == answers->maximum());
}

TEST_CASE("the grid's cursor is seen wherever one comes back from", "[rate][grid][focus]") {
    RateStudy study;
    GridView& view = gridOf(study);
    for (int i = 0; i < 3; ++i)
        study.key(Qt::Key_Right);
    const int column = AnswerGrid::fixedColumns + 2;
    const auto isSeen = [&](QTableView& table, int at) {
        const QModelIndex now = view.answersTable().selectionModel()->currentIndex();
        return table.hasFocus() && now.isValid() && now.column() == at;
    };
    REQUIRE(isSeen(view.codesTable(), column));
    const auto comesBack = [&] {
        study.trigger("rate.grid");
        waitForJobs(study);
    };
    study.trigger("rate.one");
    comesBack();
    CHECK(isSeen(view.codesTable(), column));
    study.window->openView(QStringLiteral("overview"));
    study.window->openView(QStringLiteral("rate-grid"));
    CHECK(isSeen(view.codesTable(), column));
    // Sorted, filtered, read anew: in the same column.
    study.trigger("rate.sort");
    CHECK(isSeen(view.codesTable(), column));
    study.trigger("rate.sort");
    CHECK(view.grid().sortColumn() == column);
    CHECK(view.grid().sortOrder() == Qt::DescendingOrder);
    study.letter('/');
    QTest::keyClicks(&view.textFilter(), QStringLiteral("antwoord 1"));
    study.key(Qt::Key_Return);
    waitForJobs(study);
    CHECK(isSeen(view.codesTable(), column));
    view.desk().reload();
    waitForJobs(study);
    CHECK(isSeen(view.codesTable(), column));
    // From pane to pane, by F6 and by Tab.
    study.trigger("rate.nextPane");
    study.trigger("rate.nextPane");
    CHECK(isSeen(view.codesTable(), column));
    study.key(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(isSeen(view.answersTable(), 2));
    study.key(Qt::Key_Tab);
    CHECK(isSeen(view.codesTable(), AnswerGrid::fixedColumns));
}

TEST_CASE("undo names the answers that a bulk act changed", "[rate][grid]") {
    RateStudy study;
    GridView& view = gridOf(study);
    study.key(Qt::Key_Down);
    study.letter('b');
    study.key(Qt::Key_Up);
    study.key(Qt::Key_Down, Qt::ShiftModifier);
    study.key(Qt::Key_Down, Qt::ShiftModifier);
    study.letters("c17");
    study.key(Qt::Key_Return);
    REQUIRE(view.grid().counts().done == 3);
    study.letter('b');
    REQUIRE(view.grid().counts().done == 1);
    const auto said = [&] {
        for (const Toast* toast : study.window->findChildren<Toast*>()) {
            if (toast->isVisible())
                return toast->text();
        }
        return QString();
    };
    CHECK(said().endsWith(QLatin1String(" on 2 answers; 2 opened again")));
    CHECK(study.window->actions().action(QStringLiteral("edit.undo"))->text().endsWith("on 2 answers"));
    study.trigger("edit.undo");
    CHECK(view.grid().counts().done == 3);
    CHECK(said().endsWith(QLatin1String(" on 2 answers")));
    CHECK(study.window->actions().action(QStringLiteral("edit.redo"))->text().endsWith("on 2 answers"));
    study.trigger("edit.redo");
    CHECK(said().endsWith(QLatin1String(" on 2 answers")));
}
