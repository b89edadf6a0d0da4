// SPDX-License-Identifier: GPL-3.0-or-later
// Lines in the search view: asked in pages, ticked, coded by digit, hidden, saved and written out.
#include "service/rating.h"
#include "service/saved_searches.h"
#include "ui/components/controls.h"
#include "ui/models/line_rows.h"
#include "ui/models/query_text.h"
#include "ui/results_host.h"
#include "ui/views/search/code_chooser.h"
#include "ui/views/search/form_panel.h"
#include "ui/views/search/line_counts.h"
#include "ui/views/search/line_list.h"
#include "ui/views/search/line_samples.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_history.h"
#include "ui/views/search/search_view.h"
#include "ui/views/search/word_lists.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QInputDialog>
#include <QListWidget>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTimer>

using namespace rapport;
using namespace rapport::ui;
using test::ResultsHost;
using test::StudyFixture;
using test::take;

namespace {

service::ConcordanceLine line(int number) {
    service::ConcordanceLine made;
    made.unit = model::UnitId(number + 1);
    made.unitName = "u" + std::to_string(number);
    made.left = "voor ";
    made.match = "band";
    made.right = " na";
    made.range = text::textRange(5, 9);
    return made;
}

std::vector<service::ConcordanceLine> page(int number, int count = LineRows::pageSize) {
    std::vector<service::ConcordanceLine> lines;
    for (int at = 0; at < count; ++at)
        lines.push_back(line(number * LineRows::pageSize + at));
    return lines;
}

/// Answers with "band" and its like; the session is closed.
class LineStudy : public StudyFixture {
public:
    LineStudy() {
        setenv("XDG_CACHE_HOME", scratch.file("cache-home").c_str(), 1);
        import("band.csv", "participant,Q1,Q2\n"
                           "P11,Een goede band met Noor.,De band is goed. Een band!\n"
                           "P12,Geen goede band en geen slechte band.,Banden knappen.\n"
                           "P13,Ouders zien de bánd niet.,Rust.\n");
        session.reset();
    }
};

QString queryOf(SearchView& view) {
    return view.line().text();
}

/// As the window does.
void follow(ResultsHost& host, SearchView& view) {
    QObject::connect(&host.study(), &StudyContext::changed, &view,
                     [&view](const service::ChangeSet& change) { view.onChanged(change); });
}

void waitFor(ResultsHost& host) {
    host.wait();
    QTest::qWait(120); // what follows an answer
    host.wait();
}

} // namespace

TEST_CASE("lines come in pages, and ticks stay with their line", "[search]") {
    LineRows rows;
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy wanted(&rows, &LineRows::pageWanted);
    rows.setResult(1000, page(0));
    REQUIRE(rows.rowCount() == 1000);
    CHECK(rows.line(0)->unitName == "u0");
    QTest::qWait(60);
    wanted.clear();
    CHECK(rows.line(500) == nullptr);
    REQUIRE(QTest::qWaitFor([&] { return wanted.count() == 1; }));
    CHECK(wanted.front().front().toInt() == 5);
    rows.dropRequest(5);
    CHECK(rows.line(501) == nullptr);
    REQUIRE(QTest::qWaitFor([&] { return wanted.count() == 2; }));
    rows.setPage(5, page(5));
    CHECK(rows.line(501)->unitName == "u501");
    rows.setTicked(501, true);
    rows.setTicked(3, true);
    CHECK(rows.tickedCount() == 2);
    rows.setTicked(900, true); // not there yet: nothing to tick
    CHECK(rows.tickedCount() == 2);
    std::vector<service::ConcordanceLine> turned = page(0);
    std::reverse(turned.begin(), turned.end());
    rows.setResult(1000, turned);
    CHECK(rows.isTicked(96));
    CHECK_FALSE(rows.isTicked(3));
    CHECK(rows.ticked().front().unitName == "u3");
    CHECK(rows.setData(rows.index(96), Qt::Unchecked, Qt::CheckStateRole));
    CHECK(rows.tickedCount() == 1);
    rows.clear();
    CHECK(rows.tickedCount() == 0);
    CHECK(rows.rowCount() == 0);
}

TEST_CASE("the first word of a query, or a choice of forms, is found where it stands", "[search]") {
    const auto found = [](const char* typed) {
        const QString query = QString::fromUtf8(typed);
        const auto forms = formsIn(query);
        return forms ? query.mid(forms->begin, forms->length) + QLatin1Char('|') +
                           forms->words.join(QLatin1Char(','))
                     : QStringLiteral("none");
    };
    CHECK(found("band") == QLatin1String("band|band"));
    CHECK(found("question:Q1 band* juf") == QLatin1String("band*|band*"));
    CHECK(found("-straf band") == QLatin1String("band|band"));
    CHECK(found("(band OR banden) question:Q1") == QLatin1String("(band OR banden)|band,banden"));
    CHECK(found("(foto OR \"foto's\")") == QLatin1String("(foto OR \"foto's\")|foto,foto's"));
    CHECK(found("question:(Q1 OR Q2) band") == QLatin1String("band|band"));
    CHECK(found("NOT (a OR b) c") == QLatin1String("c|c"));
    CHECK(found("(a b) c") == QLatin1String("a|a"));
    CHECK(found("\"een goede band\"") == QLatin1String("none"));
    CHECK(found("question:Q1") == QLatin1String("none"));
    CHECK(found("=Jan band") == QLatin1String("band|band"));
    CHECK(found("") == QLatin1String("none"));
    CHECK(found("(((") == QLatin1String("none"));
}

TEST_CASE("every word of a query has its forms, and what is denied or a value has none", "[search]") {
    const auto found = [](const char* typed) {
        QStringList words;
        for (const QueryForms& each : allFormsIn(QString::fromUtf8(typed)))
            words.append(each.words.join(QLatin1Char(',')));
        return words.join(QLatin1Char(' '));
    };
    CHECK(found("zorg wet") == QLatin1String("zorg wet"));
    CHECK(found("zorg (wet OR wetten) -geld") == QLatin1String("zorg wet,wetten"));
    CHECK(found("zorg NEAR/5 wet") == QLatin1String("zorg wet"));
    CHECK(found("(zorg wet) WITHIN sentence") == QLatin1String("zorg wet"));
    CHECK(found("code:x \"een zin\" zorg") == QLatin1String("zorg"));
    CHECK(found("") == QString());
}

TEST_CASE("counts are those of the lines shown, hidden ones are never coded, memos and codes are searched",
          "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    view.codeLines(0, view.digitCodes().front());
    waitFor(host);
    view.setMode(SearchMode::Spread);
    view.setCoded("no");
    waitFor(host);
    const auto lines = [&view] {
        std::int64_t sum = 0;
        for (const service::DispersionPart& part : view.spread().report().byPart)
            sum += part.lines;
        return sum;
    };
    CHECK(lines() == 5);
    view.setCoded("yes");
    waitFor(host);
    CHECK(lines() == 1);
    view.setCoded("");
    view.setMode(SearchMode::Lines);
    waitFor(host);

    view.hideLines(1, QStringLiteral("another band"));
    waitFor(host);
    Q_EMIT view.forms().hiddenWanted(true);
    waitFor(host);
    int hidden = -1;
    for (int row = 0; row < view.lines().rowCount(); ++row)
        hidden = view.lines().line(row)->hidden.isNull() ? hidden : row;
    REQUIRE(hidden >= 0);
    view.codeLines(hidden, view.digitCodes()[1]);
    CHECK(host.toasts.back().contains(QLatin1String("hidden")));
    view.codeAllLines(view.digitCodes()[1]);
    waitFor(host);
    for (int row = 0; row < view.lines().rowCount(); ++row)
        CHECK(view.lines().line(row)->codes.empty() == !view.lines().line(row)->hidden.isNull());

    // A digit has the code that it is given, and the other one's place is taken.
    const auto before = view.digitCodes();
    REQUIRE(before.size() >= 2);
    view.setDigit(1, before[1]);
    CHECK(view.digitCodes()[0] == before[1]);
    CHECK(view.digitCodes()[1] == before[0]);
    view.setDigit(1, before[0]);

    const model::UnitId unit = view.lines().line(0)->unit;
    REQUIRE(host.study().act([unit](service::Session& session) -> base::Result<service::ChangeSet> {
        RAPPORT_ASSIGN(const model::Rater rater, session.rater("R1"));
        RAPPORT_ASSIGN(const model::Round round, service::roundFor(session, unit, rater.id, {}));
        return service::setMemo(session, {rater.id, round.id, unit}, "twijfel over de grens");
    }));
    view.setPlace(service::SearchPlace::Memos);
    view.search(QStringLiteral("twijfel"));
    waitFor(host);
    REQUIRE(view.hits().rowCount() == 1);
    CHECK(view.hits().hit(0)->place == service::SearchPlace::Memos);
    CHECK(view.lines().rowCount() == 0);
    view.setPlace(service::SearchPlace::Codes);
    view.search(QStringLiteral("near"));
    waitFor(host);
    REQUIRE(view.hits().rowCount() == 1);
    CHECK(view.hits().hit(0)->unitName == "closeness");
    view.setPlace(service::SearchPlace::Texts);
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(view.lines().rowCount() > 0);
    CHECK(host.errors.empty());
}

TEST_CASE("lines are shown, sorted, ticked, coded by digit and hidden", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.activated();
    waitFor(host);
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    CHECK(view.lines().line(0)->left.find("De") != std::string::npos); // by the match, then the word before
    view.setSort({});
    waitFor(host);
    CHECK(view.lines().line(0)->unitName == "P11/Q1");
    view.setSort({"left1"});
    waitFor(host);
    CHECK(view.lines().line(0)->left.find("De") != std::string::npos);
    CHECK(view.lineList().currentIndex().row() == 0);

    // A digit codes the chosen line and goes on to the next.
    view.lineList().setFocus();
    QTest::keyClick(&view.lineList(), Qt::Key_1);
    waitFor(host);
    CHECK(view.lineList().currentIndex().row() == 1);
    REQUIRE(view.lines().line(0)->codes == std::vector{view.digitCodes().front()});
    CHECK(host.toasts.back().contains(QLatin1String("Closeness")));
    view.setCoded("no");
    waitFor(host);
    CHECK(view.lines().rowCount() == 5);
    view.setCoded("");
    waitFor(host);

    // Ticked lines are coded as one.
    view.lineList().setCurrentIndex(view.lines().index(1));
    QTest::keyClick(&view.lineList(), Qt::Key_Space);
    view.lineList().setCurrentIndex(view.lines().index(2));
    QTest::keyClick(&view.lineList(), Qt::Key_Space);
    REQUIRE(view.lines().tickedCount() == 2);
    view.codeLines(std::nullopt, view.digitCodes()[1]);
    waitFor(host);
    CHECK(view.lines().tickedCount() == 0);
    CHECK(view.lines().line(1)->codes.size() == 1);
    CHECK(view.lines().line(2)->codes.size() == 1);
    CHECK(service::nextUndo(host.study().session()).has_value());

    view.hideLines(0, QStringLiteral("another band"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 5);
    Q_EMIT view.forms().hiddenWanted(true);
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    int hidden = 0;
    for (int row = 0; row < 6; ++row)
        hidden += view.lines().line(row)->hiddenReason == "another band" ? 1 : 0;
    CHECK(hidden == 1);
    CHECK(host.errors.empty());
    view.codeAllLines(view.digitCodes()[0]);
    waitFor(host);
    for (int row = 0; row < 6; ++row)
        CHECK_FALSE(view.lines().line(row)->codes.empty());
}

TEST_CASE("every word of the query shows its forms, ticked one by one and saved for each", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    FormRows& forms = view.forms().forms();
    view.search(QStringLiteral("band NOT rust"));
    waitFor(host);
    CHECK(forms.wordCount() == 1); // what is denied has none
    CHECK_FALSE(forms.index(0).data(FormRows::IsWordRole).toBool());

    view.search(QStringLiteral("(band OR banden) NEAR/9 juf xylofoon*"));
    waitFor(host);
    REQUIRE(forms.wordCount() == 3);
    CHECK(forms.word(0) == QLatin1String("band"));
    CHECK(forms.word(1) == QLatin1String("juf"));
    CHECK(forms.ticked(0) == QStringList{"band", "banden"});
    CHECK(forms.ticked(1) == QStringList{"juf"});
    CHECK(forms.ticked(2).isEmpty());
    // A row for the word, which is no form: nothing to tick, and the arrow keys pass it by.
    const QModelIndex word = forms.index(0);
    CHECK(word.data(FormRows::IsWordRole).toBool());
    CHECK(word.data(FormRows::TickedRole).toInt() == 2);
    CHECK_FALSE(forms.flags(word).testFlag(Qt::ItemIsEnabled));
    CHECK_FALSE(forms.setData(word, Qt::Checked, Qt::CheckStateRole));
    const QModelIndex last = forms.index(forms.rowCount() - 1);
    CHECK(last.data(FormRows::IsWordRole).toBool());
    CHECK(last.data(FormRows::FormsRole).toInt() == 0);
    CHECK(last.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("in no text")));

    view.search(QStringLiteral("(band OR banden) juf"));
    waitFor(host);
    REQUIRE(forms.wordCount() == 2);
    CHECK(forms.word(0) == QLatin1String("band"));
    // The second word's form alone changes that word.
    const int row = forms.rowOf(1, QStringLiteral("juf"));
    REQUIRE(row > 0);
    CHECK_FALSE(forms.setData(forms.index(row), Qt::Unchecked, Qt::CheckStateRole));
    waitFor(host);
    CHECK(forms.ticked(1) == QStringList{"juf"}); // the last tick of a word stays
    CHECK(queryOf(view) == QLatin1String("(band OR banden) juf"));
    CHECK(forms.setData(forms.index(forms.rowOf(0, QStringLiteral("band"))), Qt::Unchecked,
                        Qt::CheckStateRole));
    waitFor(host);
    CHECK(queryOf(view) == QLatin1String("banden juf"));
    CHECK(forms.word(0) == QLatin1String("band")); // still a choice among the forms of band
    CHECK(forms.unticked(0).contains(QStringLiteral("band")));

    view.saveAs(QStringLiteral("Two words"));
    const auto saved = take(service::savedSearch(host.study().session(), "Two words"));
    REQUIRE(saved.settings.forms.size() == 2);
    CHECK(saved.settings.forms[0].word == "band");
    CHECK(saved.settings.forms[0].ticked == std::vector<std::string>{"banden"});
    CHECK(saved.settings.forms[1].word == "juf");
    view.search(QStringLiteral("rust"));
    waitFor(host);
    view.openSaved(QStringLiteral("Two words"));
    waitFor(host);
    REQUIRE(forms.wordCount() == 2);
    CHECK(forms.word(0) == QLatin1String("band"));
    CHECK(forms.ticked(0) == QStringList{"banden"});
    CHECK(forms.ticked(1) == QStringList{"juf"});
}

TEST_CASE("only what is searched is ticked: a word typed after its pattern stands for itself", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    FormRows& forms = view.forms().forms();
    view.search(QStringLiteral("band*"));
    waitFor(host);
    const QStringList all = forms.ticked(0);
    REQUIRE(all.size() > 1); // a pattern stands for all its forms
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(forms.word(0) == QLatin1String("band"));
    CHECK(forms.ticked(0) == QStringList{"band"});

    view.search(QStringLiteral("band*"));
    waitFor(host);
    for (const QString& form : all) {
        if (form != QLatin1String("band"))
            CHECK(forms.setData(forms.index(forms.rowOf(0, form)), Qt::Unchecked, Qt::CheckStateRole));
        waitFor(host);
    }
    CHECK(queryOf(view) == QLatin1String("band"));
    CHECK(forms.word(0) == QLatin1String("band*"));
    CHECK(forms.ticked(0) == QStringList{"band"});
    CHECK(forms.unticked(0).size() == all.size() - 1);
}

TEST_CASE("lines of the query before are not to be coded while the one in the line is wrong", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(view.lineList().isEnabled());
    view.search(QStringLiteral("(band"));
    waitFor(host);
    CHECK_FALSE(view.errorText().isEmpty());
    CHECK_FALSE(view.lineList().isEnabled());
    view.search(QStringLiteral("rust"));
    waitFor(host);
    CHECK(view.lineList().isEnabled());
}

TEST_CASE("forms are ticked into the query, saved with it, and the lines written out", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band question:(Q1 OR Q2)"));
    waitFor(host);
    FormRows& forms = view.forms().forms();
    REQUIRE(forms.rowCount() >= 2);
    CHECK(forms.ticked(0) == QStringList{"band"});
    int plural = -1;
    for (int row = 0; row < forms.rowCount(); ++row) {
        if (forms.index(row).data().toString() == QLatin1String("banden"))
            plural = row;
    }
    REQUIRE(plural >= 0);
    CHECK(forms.setData(forms.index(plural), Qt::Checked, Qt::CheckStateRole));
    waitFor(host);
    CHECK(queryOf(view) == QLatin1String("(band OR banden) question:(Q1 OR Q2)"));
    CHECK(view.lines().rowCount() == 7);
    CHECK(forms.ticked(0).size() == 2);
    CHECK(forms.index(plural).data().toString() == QLatin1String("banden")); // rows do not jump

    view.setSort({"match"});
    waitFor(host);
    view.saveAs(QStringLiteral("Bands"));
    view.search(QStringLiteral("rust"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 1);
    view.setSort({});
    waitFor(host);
    view.openSaved(QStringLiteral("Bands"));
    waitFor(host);
    CHECK(queryOf(view) == QLatin1String("(band OR banden) question:(Q1 OR Q2)"));
    CHECK(view.lines().rowCount() == 7);
    CHECK(view.lines().line(6)->match == "Banden");
    const auto saved = take(service::savedSearch(host.study().session(), "Bands"));
    CHECK(saved.runs == 1);
    CHECK(saved.lines == 7);
    REQUIRE(saved.settings.forms.size() == 1);
    CHECK(saved.settings.forms.front().ticked == std::vector<std::string>{"band", "banden"});
    CHECK(saved.settings.forms.front().word == "band");

    const QString file = QString::fromStdString(study.scratch.file("lines.csv"));
    view.exportTo(file);
    waitFor(host);
    QFile written(file);
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    CHECK(bytes.count('\n') == 8);
    CHECK(bytes.contains("(band OR banden)"));
    view.setMode(SearchMode::Counts);
    waitFor(host);
    view.setMode(SearchMode::Spread);
    waitFor(host);
    CHECK(view.spread().report().lines == 7);
    CHECK(host.errors.empty());
}

TEST_CASE("a query of fields alone shows texts, a rater codes as nobody else", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1100, 700);
    view.show();
    view.search(QStringLiteral("question:Q2"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 0);
    CHECK(view.hits().matches() > 0);
    CHECK(view.mode() == SearchMode::Lines); // the choice stays for the next query
    host.study().setViewer(take(host.study().session().rater("R2")));
    view.onViewerChanged();
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    view.codeLines(0, view.digitCodes().front());
    waitFor(host);
    service::Session& session = host.study().session();
    REQUIRE(view.lines().line(0) != nullptr);
    CHECK(view.lines().line(0)->codes.size() == 1);
    host.study().setViewer(take(session.rater("R1")));
    view.onViewerChanged();
    waitFor(host);
    REQUIRE(view.lines().line(0) != nullptr);
    CHECK(view.lines().line(0)->codes.empty()); // another's codings are not seen
    CHECK(host.errors.empty());
}

TEST_CASE("undoing a line that was coded in the lines goes back to it there", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    service::ChangeSet elsewhere;
    elsewhere.units = {view.lines().line(3)->unit};
    CHECK_FALSE(view.goToChange(elsewhere)); // it was coded in another view
    view.codeLines(3, view.digitCodes().front());
    waitFor(host);
    view.lineList().setCurrentIndex(view.lines().index(0));
    const auto undone = host.study().undo();
    REQUIRE(undone);
    CHECK(view.goToChange(*undone));
    waitFor(host);
    const int row = view.lineList().currentIndex().row();
    CHECK(row > 0);
    CHECK(view.lines().line(row)->unit == undone->units.front());
    CHECK(view.lines().line(row)->codes.empty());
}

TEST_CASE("a search within what was found keeps the lines of its own words", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("goede"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 2);
    view.searchWithin();
    CHECK(view.steps() == QStringList{"goede"});
    CHECK(queryOf(view).isEmpty());
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 3); // in the two texts with goede; there are six in all
    for (int row = 0; row < view.lines().rowCount(); ++row)
        CHECK(view.lines().line(row)->match == "band");
    CHECK(view.wholeQuery(QStringLiteral("band")) == QLatin1String("(band) AND NOT NOT (goede)"));
    // A mistake is marked where it was typed.
    view.search(QStringLiteral("band ("));
    waitFor(host);
    CHECK_FALSE(view.errorText().isEmpty());
    view.search(QStringLiteral("band"));
    waitFor(host);
    view.saveAs(QStringLiteral("Within"));
    view.setSteps({});
    waitFor(host);
    CHECK(view.lines().rowCount() == 6);
    view.openSaved(QStringLiteral("Within"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 3);
    CHECK(host.errors.empty());

    const auto events = take(service::searchHistory(host.study().session(), "Within"));
    REQUIRE(events.size() == 2); // saved, and run when it was opened
    SearchHistoryDialog history(QStringLiteral("Within"), events);
    REQUIRE(history.model().rowCount() == 2);
    CHECK(history.model().item(0, 3)->text() == QLatin1String("3"));
    CHECK(history.model().item(1, 3)->text().isEmpty());
    QSignalSpy chosen(&history, &SearchHistoryDialog::queryChosen);
    history.choose(1);
    REQUIRE(chosen.count() == 1);
    CHECK(chosen.front().front().toString() == QLatin1String("(band) AND NOT NOT (goede)"));
}

TEST_CASE("words typical of what was found, sequences in it, and texts like it", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.setMode(SearchMode::Words);
    view.search(QStringLiteral("band"));
    waitFor(host);
    const QStandardItemModel& words = view.wordLists().keywords();
    const auto has = [&words](const char* form) { return !words.findItems(QLatin1String(form)).isEmpty(); };
    REQUIRE(words.rowCount() > 3);
    CHECK(words.item(0)->text() == QLatin1String("band"));
    CHECK(has("een"));
    CHECK(has("geen"));
    view.wordLists().withoutStopWords().setChecked(true);
    CHECK_FALSE(has("een"));
    CHECK(has("band"));
    CHECK(stopWordsNote().contains(QLatin1String("BSD-3-Clause")));
    CHECK(view.wordLists().withoutStopWords().toolTip().contains(QLatin1String(" geen ")));
    view.wordLists().withoutStopWords().setChecked(false);
    CHECK(has("een"));
    REQUIRE(view.wordLists().sequences().rowCount() > 0);
    CHECK_FALSE(view.wordLists().sequences().findItems(QStringLiteral("goede band")).isEmpty());
    Q_EMIT view.wordLists().sequenceChosen(QStringLiteral("goede band"));
    waitFor(host);
    CHECK(queryOf(view) == QLatin1String("\"goede band\""));
    CHECK(view.mode() == SearchMode::Lines);
    CHECK(view.lines().rowCount() == 2);

    view.askSimilar();
    waitFor(host);
    CHECK(view.mode() == SearchMode::Texts);
    CHECK(view.hits().rowCount() > 0);
    CHECK(queryOf(view) != QLatin1String("\"goede band\""));
    CHECK(host.errors.empty());
}

TEST_CASE("the code of many lines is found by typing", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.activated();
    waitFor(host);
    host.actions().setCurrent(ActionContext::Search, true);
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    const auto open = [&] {
        host.actions().action(QStringLiteral("search.code"))->trigger();
        const auto choosers = view.findChildren<CodeChooser*>();
        REQUIRE_FALSE(choosers.empty());
        return choosers.back();
    };
    CodeChooser* chooser = open();
    CHECK(chooser->isVisible());
    CHECK(chooser->list().count() == 3);
    QTest::keyClicks(&chooser->field(), QStringLiteral("zzq"));
    CHECK(chooser->list().count() == 0);
    QTest::keyClick(&chooser->field(), Qt::Key_Return);
    CHECK(chooser->isVisible()); // nothing is chosen of nothing
    chooser->field().clear();
    QTest::keyClicks(&chooser->field(), QStringLiteral("confl"));
    REQUIRE(chooser->list().count() == 1);
    QTest::keyClick(&chooser->field(), Qt::Key_Return);
    CHECK_FALSE(chooser->isVisible());
    waitFor(host);
    CHECK(host.toasts.back() == QStringLiteral("Conflict: 6 lines coded"));
    REQUIRE(view.lines().line(0)->codes.size() == 1);

    // Esc leaves, and codes nothing.
    const auto said = host.toasts.size();
    chooser = open();
    QTest::keyClick(&chooser->field(), Qt::Key_Down);
    CHECK(chooser->list().currentRow() == 1);
    QTest::keyClick(&chooser->field(), Qt::Key_Escape);
    CHECK_FALSE(chooser->isVisible());
    waitFor(host);
    CHECK(host.toasts.size() == said);
}

TEST_CASE("a sample of lines is drawn, judged blind by digits, opened and measured", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    {
        LineSamplesDialog dialog(host.study(), host.jobs(), QStringLiteral("band"));
        service::LineSampleRequest request;
        request.name = "Bands";
        request.query = "band";
        request.lines = 4;
        request.codes = {"closeness", "conflict"};
        request.raters = {"R1"};
        dialog.draw(request); // one rater cannot agree with anybody
        host.wait();
        CHECK(dialog.samples().rowCount() == 0);
        request.raters = {"R1", "R2"};
        dialog.draw(request);
        host.wait();
        REQUIRE(dialog.samples().rowCount() == 1);
        CHECK(dialog.samples().item(0)->text() == QLatin1String("Bands"));
    }
    for (const char* name : {"R1", "R2"}) {
        host.study().setViewer(take(host.study().session().rater(name)));
        LineSamplesDialog dialog(host.study(), host.jobs(), {});
        REQUIRE(dialog.samples().rowCount() == 1);
        const QString first = dialog.lineText();
        CHECK_FALSE(first.isEmpty());
        dialog.judge(7); // there is no such code
        CHECK(dialog.lineText() == first);
        QTest::keyClick(&dialog, Qt::Key_1);
        CHECK(dialog.lineText() != first);
        QTest::keyClick(&dialog, Qt::Key_Backspace);
        CHECK(dialog.lineText() == first);
        QTest::keyClick(&dialog, Qt::Key_2); // thought better of
        dialog.judge(0);
        dialog.judge(1);
        dialog.judge(1);
        CHECK(dialog.samples().item(0, 1)->text() == QLatin1String("4 of 4"));
    }
    host.study().setViewer(std::nullopt);
    LineSamplesDialog dialog(host.study(), host.jobs(), {});
    QSignalSpy measured(&dialog, &LineSamplesDialog::measured);
    dialog.openChosen();
    REQUIRE(QTest::qWaitFor([&] { return measured.count() > 0; }, 30000));
    CHECK(dialog.measures().rowCount() > 2);
    CHECK(dialog.samples().item(0, 1)->text() == QLatin1String("open"));
    CHECK(host.errors.empty());
}

TEST_CASE("a saved search brings its sample's seed and its context, and its run is noted for itself alone",
          "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    service::ConcordanceRequest request;
    request.query = "band";
    request.sample = 2;
    request.width = 1;
    const auto drawn = [&](std::uint64_t seed) {
        request.seed = seed;
        return take(service::concordance(host.study().session(), request)).lines;
    };
    const auto differs = [](const auto& a, const auto& b) {
        return a.unitName != b.unitName || a.range != b.range;
    };
    const auto usual = drawn(1);
    std::uint64_t seed = 2;
    while (!differs(drawn(seed)[0], usual[0]) || !differs(drawn(seed)[1], usual[1]))
        ++seed;
    const auto wanted = drawn(seed);
    service::SearchSettings settings;
    settings.sample = 2;
    settings.seed = seed;
    settings.width = 1;
    take(service::saveSearch(host.study().session(), "drawn", "band", settings));
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.openSaved(QStringLiteral("drawn"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 2);
    for (int row = 0; row < 2; ++row) {
        CHECK(view.lines().line(row)->unitName == wanted[std::size_t(row)].unitName);
        CHECK(view.lines().line(row)->left == wanted[std::size_t(row)].left);
    }
    CHECK(take(service::savedSearch(host.study().session(), "drawn")).runs == 1);
    view.saveAs(QStringLiteral("again"));
    const auto again = take(service::savedSearch(host.study().session(), "again")).settings;
    CHECK(again.seed == seed);
    CHECK(again.width == 1);

    // Another query was typed before the lines came.
    view.openSaved(QStringLiteral("drawn"));
    view.search(QStringLiteral("rust"));
    waitFor(host);
    CHECK(take(service::savedSearch(host.study().session(), "drawn")).runs == 1);
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(take(service::savedSearch(host.study().session(), "drawn")).runs == 1);
}

TEST_CASE("counts and spread of one query do not stand under another", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    view.setMode(SearchMode::Spread);
    waitFor(host);
    CHECK(view.spread().report().lines == 6);
    view.setMode(SearchMode::Counts);
    waitFor(host);
    CHECK(view.lineCounts().frequencyCount() > 0);
    view.search(QStringLiteral("question:Q2"));
    waitFor(host);
    CHECK(view.lineCounts().frequencyCount() == 0);
    CHECK(view.spread().report().lines == 0);
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(view.lineCounts().frequencyCount() > 0);
    view.search(QString());
    waitFor(host);
    CHECK(view.lineCounts().frequencyCount() == 0);
    CHECK(host.errors.empty());
}

TEST_CASE("a reason that is given while the lines change hides nothing, and says so", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    const auto answer = [&](bool changes) {
        QTimer::singleShot(50, &view, [&view, &host, changes] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            REQUIRE(dialog != nullptr);
            if (changes) {
                view.search(QStringLiteral("goede"));
                host.wait();
            }
            dialog->setTextValue(QStringLiteral("another band"));
            dialog->accept();
        });
        view.askReason(0);
        waitFor(host);
    };
    const auto hidden = [&] {
        return take(service::hiddenLines(host.study().session(), "band")).size() +
               take(service::hiddenLines(host.study().session(), "goede")).size();
    };
    host.toasts.clear();
    answer(true);
    CHECK(hidden() == 0);
    REQUIRE(host.toasts.size() == 1);
    CHECK(host.toasts.front().contains(QLatin1String("changed meanwhile")));
    view.search(QStringLiteral("band"));
    waitFor(host);
    answer(false);
    CHECK(hidden() == 1);
}
