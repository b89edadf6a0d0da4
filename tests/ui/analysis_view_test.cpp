// SPDX-License-Identifier: GPL-3.0-or-later
// The analysis view says what the service counted, in words, and opens the units behind each number; by keys.
#include "results_host.h"
#include "ui/app/language.h"
#include "ui/components/controls.h"
#include "ui/components/empty_note.h"
#include "ui/components/small_parts.h"
#include "ui/models/analysis_table.h"
#include "ui/models/analysis_words.h"
#include "ui/views/analysis/analysis_filters.h"
#include "ui/views/analysis/analysis_list.h"
#include "ui/views/analysis/analysis_view.h"
#include "ui/views/analysis/figure_page.h"
#include "ui/views/registry.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <set>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

analysis::ResultTable shares() {
    analysis::ResultTable table;
    table.id = "frequencies";
    using analysis::ColumnKind;
    table.columns = {{"prompt"},
                     {"variable"},
                     {"code"},
                     {"group"},
                     {"units", ColumnKind::Count},
                     {"with", ColumnKind::Count},
                     {"share", ColumnKind::Share},
                     {"low", ColumnKind::Share},
                     {"high", ColumnKind::Share},
                     {"interval"},
                     {"clusters", ColumnKind::Count},
                     {"missing", ColumnKind::Count}};
    const auto row = [&](const char* prompt, const char* code, std::int64_t with, double share) {
        table.rows.push_back({std::string(prompt),
                              std::string("constructs"),
                              std::string(code),
                              {},
                              std::int64_t(94),
                              with,
                              share,
                              share / 2,
                              share * 1.5,
                              std::string("wilson"),
                              {},
                              std::int64_t(6)});
    };
    row("Q1", "closeness", 23, 23 / 94.0);
    row("Q1", "conflict", 0, 0);
    row("Q2", "dependency", 47, 0.5);
    row("Q2", "closeness", 9, 9 / 94.0);
    return table;
}

QString cellOf(const AnalysisTable& model, int row, const QString& title) {
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == title)
            return model.index(row, column).data().toString();
    }
    FAIL("no column " << title.toStdString());
    return {};
}

struct Shown {
    explicit Shown(const RatedStudy& study)
        : host(study.path())
        , view(std::make_unique<AnalysisView>(host, nullptr)) {
        view->resize(1290, 820);
        view->show();
        QApplication::setActiveWindow(view.get());
        view->activated();
        host.wait();
    }
    void ask(const char* name) {
        view->ask(name);
        host.wait();
    }
    ResultsHost host;
    std::unique_ptr<AnalysisView> view;
};

} // namespace

TEST_CASE("a table of an analysis keeps Qt's rules, sorts by its numbers and hides what never occurs",
          "[analysis]") {
    AnalysisTable model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(shares(), nullptr);
    // One variable, no groups: those columns say nothing.
    CHECK(model.rowCount() == 3);
    CHECK(model.absentCount() == 1);
    std::set<QString> titles;
    for (int column = 0; column < model.columnCount(); ++column)
        titles.insert(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    CHECK_FALSE(titles.contains(QStringLiteral("Variable")));
    CHECK_FALSE(titles.contains(QStringLiteral("Group")));
    CHECK(cellOf(model, 0, QStringLiteral("share")) == QStringLiteral("24.5 %"));
    CHECK(cellOf(model, 0, QStringLiteral("interval")) == QStringLiteral("12.2 to 36.7"));
    model.showAbsent(true);
    CHECK(model.rowCount() == 4);
    model.showAbsent(false);
    int with = -1;
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == QLatin1String("with"))
            with = column;
    }
    model.sort(with, Qt::DescendingOrder);
    CHECK(model.textOf(0, "with") == "47");
    model.sort(with, Qt::AscendingOrder);
    CHECK(model.textOf(0, "with") == "9");
    model.showPrompt("Q1");
    REQUIRE(model.rowCount() == 1);
    CHECK(model.textOf(0, "code") == "closeness");
    // A column that says "Q1" in every row says nothing.
    CHECK(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString() == QLatin1String("Code"));
    model.showPrompt({});
    model.filter(QStringLiteral("depend"));
    REQUIRE(model.rowCount() == 1);
    CHECK(model.textOf(0, "code") == "dependency");
    model.filter(QStringLiteral("nothing like it"));
    CHECK(model.rowCount() == 0);
    CHECK(model.sourceRow(0) == analysis::ResultTable::npos);
    CHECK(model.textOf(5, "code").empty());
    model.clear();
    CHECK(model.columnCount() == 0);
}

TEST_CASE("what is missing stands last, whichever way a table is sorted", "[analysis]") {
    AnalysisTable model;
    analysis::ResultTable table = shares();
    table.rows[0][6] = {};
    model.setTable(table, nullptr);
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() != QLatin1String("share"))
            continue;
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(column, order);
            CHECK(model.textOf(model.rowCount() - 1, "with") == "23");
        }
    }
}

TEST_CASE("a row is said in full, with its limits and what was left out", "[analysis]") {
    const QString sentence = rowSentence(shares(), 0, QStringLiteral("Closeness"), 0.95);
    for (const char* part : {"Closeness", "23 of 94", "24.5 %", "95 %", "Wilson", "6"}) {
        CAPTURE(part, sentence.toStdString());
        CHECK(sentence.contains(QLatin1String(part)));
    }
    CHECK(rowSentence(shares(), 99, {}, 0.95).isEmpty());
    CHECK(probabilityText(0.0004).startsWith(QLatin1Char('<')));
    CHECK(probabilityText(0.0434) == QLatin1String(".043"));
}

TEST_CASE("everything that an analysis can say has words in both languages", "[analysis]") {
    const RatedStudy study;
    Shown shown(study);
    for (const char* language : {"nl", "en"}) {
        setUiLanguage(QLatin1String(language));
        for (const std::string& name : service::analyses()) {
            CAPTURE(language, name);
            CHECK_FALSE(analysisTitle(name).isEmpty());
            CHECK_FALSE(analysisQuestion(name).isEmpty());
            const auto result = service::analyse(shown.host.study().session(), name, {});
            if (!result)
                continue;
            CHECK_FALSE(madeSentence(*result).contains(QLatin1Char('_')));
            for (const analysis::ResultTable& table : result->tables) {
                CHECK_FALSE(tableTitle(table.id).contains(QLatin1Char('_')));
                if (table.id == "matrix")
                    continue;
                AnalysisTable model;
                model.setTable(table, nullptr);
                for (int column = 0; column < model.columnCount(); ++column) {
                    const QString title =
                        model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
                    CAPTURE(table.id, title.toStdString());
                    CHECK_FALSE(title.contains(QLatin1Char('_')));
                }
            }
        }
    }
    setUiLanguage(QStringLiteral("en"));
}

TEST_CASE("the view answers, opens the units of a number by keys and goes to one", "[analysis]") {
    const RatedStudy study;
    Shown shown(study);
    AnalysisView& view = *shown.view;
    CHECK(shown.host.errors.empty());
    REQUIRE(view.table().rowCount() > 0);
    CHECK(view.made().contains(QLatin1String("union")));
    int row = 0;
    while (row < view.table().rowCount() && view.table().textOf(row, "code") != "closeness")
        ++row;
    REQUIRE(row < view.table().rowCount());
    AnalysisList* list = view.list();
    list->setFocus();
    int column = 0;
    while (column < view.table().columnCount() &&
           view.table().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() !=
               QLatin1String("with"))
        ++column;
    list->setCurrentIndex(view.table().index(row, column));
    CHECK(view.sentence().contains(QLatin1String(" of ")));
    const auto with = std::int64_t(*view.table().numberOf(row, "with"));
    QTest::keyClick(list, Qt::Key_Return);
    shown.host.wait();
    CHECK(view.units().rowCount() == with);
    REQUIRE(with > 0);
    CHECK(view.unitList()->hasFocus());
    QTest::keyClick(view.unitList(), Qt::Key_Return);
    CHECK(shown.host.openedView == QStringLiteral("sources"));
    CHECK(shown.host.openedTarget.unit == view.units().units().front().id);
    CHECK(std::int64_t(shown.host.openedTarget.units.size()) == with);
    QTest::keyClick(view.unitList(), Qt::Key_Escape);
    CHECK(list->hasFocus());
    const QAbstractItemModelTester tester(&view.units(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    view.units().set({});
}

TEST_CASE("every analysis has an answer or says why not, as table and as figure", "[analysis]") {
    const RatedStudy study;
    Shown shown(study);
    for (const std::string& name : service::analyses()) {
        CAPTURE(name);
        shown.ask(name.c_str());
        CHECK(shown.view->asked() == name);
        CHECK(shown.host.errors.empty());
        shown.view->showFigure(true);
        CHECK_FALSE(shown.view->grab().isNull());
        shown.view->showFigure(false);
        CHECK_FALSE(shown.view->grab().isNull());
    }
}

TEST_CASE("a figure is saved as drawing, picture and page; a table with whole numbers", "[analysis]") {
    const RatedStudy study;
    Shown shown(study);
    shown.ask("frequencies");
    const QByteArray svg = shown.view->figure()->svg();
    REQUIRE_FALSE(svg.isEmpty());
    CHECK_FALSE(FigurePage::descriptionOf(svg).isEmpty());
    const auto file = [&study](const char* name) { return toQt(study.scratch.file(name)); };
    shown.view->saveFigure(file("f.svg"));
    shown.view->saveFigure(file("f.png"));
    shown.view->saveFigure(file("f.pdf"));
    shown.view->saveTable(file("t.csv"));
    CHECK(shown.host.toasts.size() == 4);
    CHECK(QSvgRenderer(file("f.svg")).isValid());
    const QImage picture(file("f.png"));
    CHECK(picture.width() == QSvgRenderer(svg).defaultSize().width() * 2);
    QFile pdf(file("f.pdf"));
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");
    QFile csv(file("t.csv"));
    REQUIRE(csv.open(QIODevice::ReadOnly));
    CHECK(csv.readLine().startsWith("prompt,variable,code"));
    shown.view->saveFigure(file("missing/f.svg"));
    shown.view->saveTable(file("missing/t.csv"));
    CHECK(shown.host.errors.size() == 2);
    // Another ending is no figure, and nothing is written under it.
    shown.view->saveFigure(file("f.txt"));
    REQUIRE(shown.host.errors.size() == 3);
    CHECK(shown.host.errors.back().code == base::Errc::InvalidArgument);
    CHECK_FALSE(QFileInfo::exists(file("f.txt")));
}

TEST_CASE("comparisons say their groups, scores their titles, and the chosen row is said in full",
          "[analysis]") {
    AnalysisTable model;
    analysis::ResultTable table;
    table.id = "overall";
    using analysis::ColumnKind;
    table.columns = {{"prompt"},
                     {"variable"},
                     {"measure"},
                     {"comparison"},
                     {"a"},
                     {"b"},
                     {"score"},
                     {"lower_quartile", ColumnKind::Number},
                     {"df", ColumnKind::Count},
                     {"p", ColumnKind::Probability}};
    const auto row = [&](const char* attribute, const char* a, const char* b) {
        table.rows.push_back({std::string("Q1"), std::string("constructs"), std::string("number_of_codes"),
                              std::string(attribute) + ": " + a + " - " + b, std::string(a), std::string(b),
                              std::string("commit_at"), 1.5, std::int64_t(2), 0.0004});
    };
    row("group", "A2", "B2");
    row("group", "A2", "C2");
    model.setAttributeTitles(
        {{"commit_at", QStringLiteral("Commitment")}, {"campus", QStringLiteral("Campus")}});
    model.setTable(table, nullptr);
    CHECK(cellOf(model, 0, QStringLiteral("Comparison")) == QStringLiteral("A2 – B2"));
    CHECK(cellOf(model, 0, QStringLiteral("Score")) == QStringLiteral("Commitment"));
    CHECK(cellOf(model, 0, QStringLiteral("lower quartile")) == QStringLiteral("1.50"));
    const QString full = model.inFull(1);
    for (const char* words :
         {"Comparison: A2 – C2", "lower quartile: 1.50", "degrees of freedom: 2", "p: < .001"}) {
        INFO(words << " in " << full.toStdString());
        CHECK(full.split(QLatin1Char('\n')).contains(QString::fromUtf8(words)));
    }
    CHECK(model.inFull(7).isEmpty());
    row("campus", "north", "south");
    model.setTable(table, nullptr);
    CHECK(cellOf(model, 0, QStringLiteral("Comparison")) == QStringLiteral("A2 – B2 (group)"));
    CHECK(cellOf(model, 2, QStringLiteral("Comparison")) == QStringLiteral("north – south (Campus)"));
}

TEST_CASE("an analysis without an answer says why in its own words", "[analysis]") {
    const RatedStudy study;
    Shown shown(study);
    const auto shownWords = [&shown] {
        QString words;
        for (const auto* each : shown.view->findChildren<EmptyState*>()) {
            for (const auto* part : each->findChildren<Words*>())
                words += part->text() + QLatin1Char(' ');
        }
        return words;
    };
    shown.ask("delphi");
    INFO(shownWords().toStdString());
    CHECK(shownWords().contains(QStringLiteral("ordinal variable")));
    CHECK_FALSE(shownWords().contains(QStringLiteral("rapport ")));
    shown.ask("frequencies");
    CHECK(shown.view->sentence().size() > 0);
    shown.ask("counts");
    CHECK(shown.view->sentence().contains(QStringLiteral("mean: ")));
}

TEST_CASE("a filter that no row matches says so", "[analysis]") {
    const RatedStudy study;
    Shown shown(study);
    shown.ask("frequencies");
    const auto* note = shown.view->findChild<EmptyNote*>();
    REQUIRE(note != nullptr);
    CHECK_FALSE(note->isVisible());
    shown.view->findChild<SearchField*>()->setText(QStringLiteral("no row has this"));
    CHECK(shown.view->table().rowCount() == 0);
    CHECK(note->isVisible());
    CHECK(note->text() == QLatin1String("No row matches the filter. Esc in the filter clears it."));
}

TEST_CASE("the figure draws the chosen question with the codes' titles", "[analysis]") {
    const RatedStudy study;
    Shown shown(study);
    shown.ask("frequencies");
    const QString drawn = FigurePage::descriptionOf(shown.view->figure()->svg());
    INFO(drawn.toStdString());
    CHECK(drawn.contains(QStringLiteral("Closeness: ")));
    CHECK_FALSE(drawn.contains(QStringLiteral("Q1")));
}

TEST_CASE("a rater sees no analysis", "[analysis]") {
    const RatedStudy study;
    Shown shown(study);
    shown.host.study().setViewer(take(shown.host.study().session().rater("R1")));
    shown.view->onViewerChanged();
    shown.host.wait();
    CHECK(shown.view->table().rowCount() == 0);
    CHECK(shown.view->made().isEmpty());
    CHECK(shown.host.errors.empty());
    shown.host.study().setViewer(std::nullopt);
    shown.view->onViewerChanged();
    shown.host.wait();
    CHECK(shown.view->table().rowCount() > 0);
}

TEST_CASE("an analysis is narrowed by ticks and names, and says so", "[analysis]") {
    const RatedStudy study;
    Shown shown(study);
    AnalysisView& view = *shown.view;
    AnalysisFilters& filters = *view.filters();
    CHECK_FALSE(filters.isVisible());
    view.showFilters(true);
    REQUIRE(filters.isVisible());
    CHECK(filters.list(AnalysisFilters::Rounds)->hasFocus());
    CHECK(filters.count() == 0);
    CHECK(filters.sentence().isEmpty());
    const auto tick = [&](AnalysisFilters::List which, const QString& words) {
        QListWidget* list = filters.list(which);
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->text() != words)
                continue;
            list->setFocus();
            list->setCurrentRow(row);
            QTest::keyClick(list, Qt::Key_Space);
            shown.host.wait();
            return;
        }
        FAIL("nothing called " << words.toStdString());
    };
    const auto unitsOf = [&](const char* code) {
        for (int row = 0; row < view.table().rowCount(); ++row)
            if (view.table().textOf(row, "code") == code)
                return *view.table().numberOf(row, "units");
        return -1.0;
    };
    const double everybody = unitsOf("closeness");
    REQUIRE(everybody > 1);
    tick(AnalysisFilters::Groups, QStringLiteral("group: A2"));
    CHECK(unitsOf("closeness") < everybody);
    CHECK(filters.count() == 1);
    CHECK(view.made().contains(QStringLiteral("group: A2")));
    tick(AnalysisFilters::Groups, QStringLiteral("group: A2"));
    CHECK(unitsOf("closeness") == everybody);
    tick(AnalysisFilters::Codes, QStringLiteral("Closeness"));
    CHECK(unitsOf("conflict") == -1);
    CHECK(unitsOf("closeness") == everybody);
    filters.names()->setFocus();
    QTest::keyClicks(filters.names(), QStringLiteral("P1, P3"));
    QTest::keyClick(filters.names(), Qt::Key_Return);
    shown.host.wait();
    CHECK(unitsOf("closeness") < everybody);
    CHECK(filters.count() == 2);
    CHECK(view.made().contains(QStringLiteral("P1, P3")));
    // Somebody who is not there: the view says so and stays.
    filters.names()->setText(QStringLiteral("nobody"));
    filters.names()->setModified(true);
    QTest::keyClick(filters.names(), Qt::Key_Return);
    shown.host.wait();
    CHECK(view.table().rowCount() == 0);
    for (const char* language : {"nl", "en"}) {
        setUiLanguage(QLatin1String(language));
        QCoreApplication::processEvents();
        CHECK_FALSE(view.grab().isNull());
    }
    filters.clear();
    Q_EMIT filters.changed();
    shown.host.wait();
    CHECK(unitsOf("closeness") == everybody);
    CHECK(filters.sentence().isEmpty());
    QTest::keyClick(filters.list(AnalysisFilters::Rounds), Qt::Key_Escape);
    CHECK_FALSE(filters.isVisible());
}
