// SPDX-License-Identifier: GPL-3.0-or-later
// The search view: the query as it is coloured, completed and edited by clicks; hits in pages; errors with
// their place, and a broken query that keeps its text.
#include "base/format.h"
#include "service/importing.h"
#include "service/searching.h"
#include "ui/app/language.h"
#include "ui/bridge/text.h"
#include "ui/components/small_parts.h"
#include "ui/models/query_text.h"
#include "ui/models/search_facets.h"
#include "ui/models/search_hits.h"
#include "ui/results_host.h"
#include "ui/views/search/query_errors.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_view.h"

#include <rapidcheck.h>

#include <QAbstractItemModelTester>
#include <QFontMetricsF>
#include <QListView>
#include <QSignalSpy>
#include <algorithm>

using namespace rapport;
using namespace rapport::ui;
using test::RatedStudy;
using test::ResultsHost;
using test::take;

namespace {

QString partsOf(const QString& query) {
    QStringList parts;
    for (const QueryToken& token : queryTokens(query)) {
        static const char* const names[] = {"field", "value", "operator", "phrase", "bracket", "word"};
        parts.append(QStringLiteral("%1 %2").arg(QLatin1String(names[int(token.part)]),
                                                 query.mid(token.begin, token.length)));
    }
    return parts.join(QStringLiteral(" | "));
}

service::SearchHit hit(const std::string& name) {
    service::SearchHit made;
    made.unitName = name;
    made.snippet = "tekst van " + name;
    return made;
}

std::vector<service::SearchHit> page(int number, int count = SearchHits::pageSize) {
    std::vector<service::SearchHit> hits;
    for (int i = 0; i < count; ++i)
        hits.push_back(hit("u" + std::to_string(number * SearchHits::pageSize + i)));
    return hits;
}

} // namespace

TEST_CASE("a query's parts are told apart", "[search]") {
    CHECK(partsOf(QStringLiteral("stem OR vertrouw* question:Q3")) ==
          QLatin1String("word stem | operator OR | word vertrouw* | field question: | value Q3"));
    CHECK(partsOf(QStringLiteral("-straf (\"veilige haven\" NOT a)")) ==
          QLatin1String(
              "operator - | word straf | bracket ( | phrase \"veilige haven\" | operator NOT | word a | "
              "bracket )"));
    CHECK(partsOf(QStringLiteral("\"open")) == QLatin1String("phrase \"open"));
    CHECK(partsOf(QStringLiteral("http://x 12:30 or")) ==
          QLatin1String("word http://x | word 12:30 | word or"));
    CHECK(partsOf(QStringLiteral(")) a")) == QLatin1String("bracket ) | bracket ) | word a"));
    CHECK(partsOf(QString()).isEmpty());
}

TEST_CASE("tokens rise, do not overlap and cover all but blanks, whatever is typed", "[search]") {
    CHECK(rc::check([](const std::string& typed) {
        const QString query = QString::fromUtf8(typed.c_str());
        qsizetype end = 0;
        for (const QueryToken& token : queryTokens(query)) {
            RC_ASSERT(token.begin >= end);
            RC_ASSERT(token.length > 0);
            RC_ASSERT(QStringView(query).mid(end, token.begin - end).trimmed().isEmpty());
            end = token.begin + token.length;
        }
        RC_ASSERT(end <= query.size());
    }));
}

TEST_CASE("what can be completed at the caret", "[search]") {
    using Kind = QueryCompletion::Kind;
    struct Row {
        const char* query;
        int caret;
        Kind kind;
        const char* prefix;
    };
    for (const Row& row :
         {Row{"band que", 8, Kind::Field, "que"}, Row{"question:", 9, Kind::Value, ""},
          Row{"question:Q", 10, Kind::Value, "Q"}, Row{"question:Q1", 4, Kind::Field, "ques"},
          Row{"band ", 5, Kind::None, ""}, Row{"\"que", 4, Kind::None, ""}, Row{"", 0, Kind::None, ""},
          Row{"a OR", 4, Kind::None, ""}}) {
        CAPTURE(row.query, row.caret);
        const QueryCompletion completion = completionAt(QString::fromUtf8(row.query), row.caret);
        CHECK(completion.kind == row.kind);
        CHECK(completion.prefix.toStdString() == row.prefix);
    }
    CHECK(completionAt(QStringLiteral("group:A"), 7).field == QLatin1String("group"));
}

TEST_CASE("a click puts a condition in and takes it out again", "[search]") {
    struct Row {
        const char* query;
        const char* value;
        const char* with;
    };
    for (const Row& row :
         {Row{"", "Q1", "question:Q1"}, Row{"band", "Q1", "band question:Q1"},
          Row{"band question:Q1", "Q2", "band question:(Q1 OR Q2)"},
          Row{"question:(Q1 OR Q2) band", "Q3", "question:(Q1 OR Q2 OR Q3) band"},
          Row{"a OR b", "Q1", "(a OR b) question:Q1"}, Row{"band", "a b", "band question:\"a b\""},
          Row{"band question:q1", "Q1", "band question:q1"},
          Row{"-question:Q1 band", "Q2", "-question:Q1 band question:Q2"}}) {
        CAPTURE(row.query);
        CHECK(
            withValue(QString::fromUtf8(row.query), QStringLiteral("question"), QString::fromUtf8(row.value))
                .toStdString() == row.with);
    }
    const auto without = [](const char* query, const char* value) {
        return withoutValue(QString::fromUtf8(query), QStringLiteral("question"), QString::fromUtf8(value))
            .toStdString();
    };
    CHECK(without("band question:Q1", "Q1") == "band");
    CHECK(without("question:(Q1 OR Q2) band", "Q1") == "question:Q2 band");
    CHECK(without("a AND question:Q1 AND b", "Q1") == "a AND b");
    CHECK(without("question:Q1 AND b", "Q1") == "b");
    CHECK(without("-question:Q1", "Q1") == "-question:Q1");
    CHECK(withoutField(QStringLiteral("a question:Q1 question:Q2 b"), QStringLiteral("question")) ==
          QLatin1String("a b"));
    CHECK(valuesOf(QStringLiteral("x question:(Q1 OR \"a b\")"), QStringLiteral("question")) ==
          QStringList{"Q1", "a b"});
}

TEST_CASE("a condition that is put in can be taken out, and the rest stays", "[search]") {
    CHECK(rc::check([] {
        const QStringList words{"band", "\"veilige haven\"", "juf*", "lang:nl", "(a OR b)", "-straf"};
        const auto count = *rc::gen::inRange(0, 5);
        QStringList query;
        for (int i = 0; i < count; ++i)
            query.append(words.at(*rc::gen::inRange(0, int(words.size()))));
        const QString before = query.join(QLatin1Char(' '));
        const QString value =
            *rc::gen::element(QStringLiteral("Q1"), QStringLiteral("a b"), QStringLiteral("OR"));
        const QString with = withValue(before, QStringLiteral("question"), value);
        RC_ASSERT(valuesOf(with, QStringLiteral("question")) == QStringList{value});
        RC_ASSERT(withoutValue(with, QStringLiteral("question"), value) == before);
    }));
}

TEST_CASE("hits come in pages, and no more of them are kept than needed", "[search]") {
    SearchHits hits;
    const QAbstractItemModelTester tester(&hits, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy wanted(&hits, &SearchHits::pageWanted);
    hits.setResult(100'000, page(0));
    REQUIRE(hits.rowCount() == 100'000);
    REQUIRE(hits.hit(0) != nullptr);
    CHECK(hits.hit(0)->unitName == "u0");
    QTest::qWait(80);
    wanted.clear();
    CHECK(hits.hit(50'000) == nullptr);
    CHECK(hits.index(50'000).data().toString().isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return !wanted.isEmpty(); }));
    REQUIRE(wanted.count() == 1);
    CHECK(wanted.front().front().toInt() == 500);
    CHECK(hits.hit(50'001) == nullptr); // on its way already: not asked for twice
    QTest::qWait(80);
    CHECK(wanted.count() == 1);
    QSignalSpy changed(&hits, &QAbstractItemModel::dataChanged);
    hits.setPage(500, page(500));
    REQUIRE(hits.hit(50'000) != nullptr);
    CHECK(hits.hit(50'000)->unitName == "u50000");
    CHECK(changed.front().front().toModelIndex().row() == 50'000);
    for (int number = 501; number < 600; ++number) {
        (void)hits.hit(number * SearchHits::pageSize);
        hits.setPage(number, page(number));
    }
    CHECK(hits.pagesHeld() <= SearchHits::mostPages);
    CHECK(hits.hit(59'900) != nullptr); // the page that was looked at last is there
    hits.setResult(250, page(0));
    hits.setPage(2, page(2, 50));
    CHECK(hits.hit(249)->unitName == "u249");
    CHECK(hits.hit(250) == nullptr);
    hits.clear();
    CHECK(hits.rowCount() == 0);
}

TEST_CASE("a page that was asked for in vain can be asked for again", "[search]") {
    SearchHits hits;
    hits.setResult(1000, page(0));
    QSignalSpy wanted(&hits, &SearchHits::pageWanted);
    CHECK(hits.hit(500) == nullptr);
    REQUIRE(QTest::qWaitFor([&] { return wanted.count() == 1; }));
    hits.dropRequest(5);
    CHECK(hits.hit(500) == nullptr);
    CHECK(QTest::qWaitFor([&] { return wanted.count() == 2; }));
}

TEST_CASE("facets show what is asked for, even where nothing has it", "[search]") {
    SearchFacets facets;
    const QAbstractItemModelTester tester(&facets, QAbstractItemModelTester::FailureReportingMode::Fatal);
    facets.setFields({{"prompt", QStringLiteral("question"), QStringLiteral("Question"), {}},
                      {"lang", QStringLiteral("lang"), QStringLiteral("Language"), {}},
                      {"speaker", QStringLiteral("speaker"), QStringLiteral("Speaker"), {}}});
    SearchFacets::Counts counts;
    counts["prompt"] = {{"Q10", 3}, {"Q2", 5}};
    counts["lang"] = {{"nl", 8}};
    for (int i = 0; i < 30; ++i)
        counts["speaker"]["S" + std::to_string(i)] = i + 1;
    facets.setCounts(counts, QStringLiteral("band question:Q7"));
    QStringList labels;
    for (int row = 0; row < facets.rowCount(); ++row)
        labels.append(facets.index(row).data().toString());
    CHECK(labels.mid(0, 6) == QStringList{"Question", "Q2", "Q7", "Q10", "Language", "Dutch"});
    CHECK(facets.index(2).data(Qt::CheckStateRole).toInt() == Qt::Checked);
    CHECK(facets.index(1).data(Qt::CheckStateRole).toInt() == Qt::Unchecked);
    CHECK(labels.at(7) == QLatin1String("S29")); // many: the most frequent first
    CHECK(labels.back() == QLatin1String("22 more"));
    facets.showAll(facets.rowCount() - 1);
    CHECK(facets.rowCount() == 4 + 2 + 31);
    facets.clear();
    CHECK(facets.rowCount() == 0);
}

TEST_CASE("an error of a query is said with its place, in the window's language", "[search]") {
    base::Error error{base::Errc::InvalidArgument, "this parenthesis is not closed",
                      base::Place{{}, 0, 6, {}}, "band (a\n     ^\nput a ) at its end"};
    CHECK(queryErrorWords(error).sentence == QLatin1String("Character 6: this parenthesis is not closed."));
    CHECK(queryErrorWords(error).advice == QLatin1String("Put a ) at its end"));
    setUiLanguage(QStringLiteral("nl"));
    CHECK(queryErrorWords(error).sentence == QLatin1String("Teken 6: dit haakje wordt niet gesloten."));
    error.message = "there is no field 'speler'";
    error.hint = "x\n^\ndid you mean speaker:? In quotation marks it is searched for as text";
    CHECK(queryErrorWords(error).sentence == QLatin1String("Teken 6: er is geen veld 'speler'."));
    CHECK(queryErrorWords(error).advice.contains(QLatin1String("speaker:")));
    CHECK(queryErrorWords(error).advice.startsWith(QLatin1String("Bedoelde je")));
    // Advice with what was typed in it, twice or more.
    struct Row {
        const char* message;
        const char* hint;
        const char* sentence;
        const char* advice;
    };
    for (const Row& row :
         {Row{"from 1 to 100 words",
              "write: this ADJ/5 that, with words, \"phrases\" or (one OR another); in quotation marks, "
              "\"ADJ\" "
              "is an ordinary word",
              "100 woorden", "Schrijf: dit ADJ/5 dat"},
          Row{"within what?",
              "write: (this that) WITHIN sentence, or WITHIN turn; in quotation marks, \"WITHIN\" is an "
              "ordinary word",
              "Teken 6: waarbinnen?", "Schrijf: (dit dat) WITHIN"},
          Row{"what should age be?", "write: age:value or age:\"a value with blanks\"", "age",
              "Schrijf: age:waarde"},
          Row{"from 9 to 3 there is nothing", "write: age:3..9", "van 9 tot 3", "Schrijf: age:3..9"},
          Row{"a range is written with two dots", "write: age:4.. for 4 and more, age:..4 for 4 and less",
              "twee punten", "Schrijf: age:4.. voor"},
          Row{"raters disagree with one another", "write: coded:disagreed, or coded:yes@RATER",
              "het met elkaar oneens", "Schrijf: coded:oneens"},
          Row{"coded is yes, no or disagreed",
              "write: coded:yes, coded:no or coded:disagreed; coded:yes@RATER says by whom",
              "ja, nee of oneens", "Schrijf: coded:ja, coded:nee"}}) {
        INFO(row.message);
        error.message = row.message;
        error.hint = std::string("x\n^\n") + row.hint;
        const QueryErrorWords words = queryErrorWords(error);
        INFO(toUtf8(words.sentence) << " | " << toUtf8(words.advice));
        CHECK(words.sentence.contains(QString::fromUtf8(row.sentence)));
        CHECK(words.advice.startsWith(QString::fromUtf8(row.advice)));
    }
    error.message = base::said("no text has {}:{}", "question", "Q9");
    const base::Phrase advice = base::said("did you mean '{}'?", "Q1");
    error.hint = base::Phrase("x\n^\n" + advice, "{}\n{}", {base::Phrase("x\n^"), advice});
    CHECK(queryErrorWords(error).sentence == QLatin1String("Teken 6: geen tekst heeft question:Q9."));
    CHECK(queryErrorWords(error).advice == QStringLiteral("Bedoelde je ‘Q1’?"));
    setUiLanguage(QStringLiteral("en"));
    error.message = "something else";
    error.where.reset();
    error.hint = "";
    CHECK(queryErrorWords(error).sentence == QLatin1String("Something else."));
    CHECK(queryErrorWords(error).advice.isEmpty());
}

TEST_CASE("the mark of an error stands under its character", "[search]") {
    QueryLine line;
    line.resize(600, 40);
    line.show();
    line.setText(QString::fromUtf8("\xF0\x9F\x98\x80 band (a"));
    CHECK_FALSE(line.errorX());
    line.setErrorColumn(8); // the parenthesis, in code points
    const auto there = line.errorX();
    line.setErrorColumn(3);
    const auto before = line.errorX();
    REQUIRE(there);
    REQUIRE(before);
    const double wide = QFontMetricsF(line.font()).horizontalAdvance(QStringLiteral("band "));
    CHECK(std::abs((*there - *before) - wide) <= 2);
    line.setText(QStringLiteral("band"));
    CHECK_FALSE(line.errorX()); // typing takes it away
}

TEST_CASE("fields are completed with Tab, and Enter searches", "[search]") {
    QWidget window;
    QueryLine line(&window);
    window.show();
    line.setSource([](const QueryCompletion& completion) {
        std::vector<QuerySuggestion> rows;
        if (completion.kind == QueryCompletion::Kind::Field &&
            QStringLiteral("question").startsWith(completion.prefix))
            rows.push_back({QStringLiteral("question:"), {}, std::nullopt});
        if (completion.kind == QueryCompletion::Kind::Value)
            rows = {{QStringLiteral("Q1"), {}, 3}, {QStringLiteral("Q2"), {}, 5}};
        return rows;
    });
    line.setFocus();
    QTest::keyClicks(&line, QStringLiteral("band que"));
    REQUIRE(line.isChoosing());
    QTest::keyClick(&line, Qt::Key_Tab);
    CHECK(line.text() == QLatin1String("band question:"));
    REQUIRE(line.isChoosing());
    CHECK(line.suggestions().rowCount() == 2);
    QTest::keyClick(&line, Qt::Key_Down);
    QTest::keyClick(&line, Qt::Key_Tab);
    CHECK(line.text() == QLatin1String("band question:Q2"));
    QSignalSpy wanted(&line, &QueryLine::searchWanted);
    QTest::keyClick(&line, Qt::Key_Return);
    CHECK(wanted.count() == 1);
    CHECK_FALSE(line.isChoosing());
    line.undo();
    CHECK(line.text() != QLatin1String("band question:Q2")); // a choice can be undone in the line
}

TEST_CASE("the view finds what the service finds, and a broken query keeps its text", "[search]") {
    RatedStudy study;
    service::SearchRequest request;
    request.query = "Noor";
    const service::SearchResult expected = take(service::search(*study.session, request));
    REQUIRE(expected.matches == 2);
    study.session.reset();
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    view.resize(1240, 760);
    view.show();
    view.activated();
    host.wait();
    view.search(QStringLiteral("Noor"));
    host.wait();
    CHECK(view.hits().matches() == expected.matches);
    REQUIRE(view.hits().hit(0) != nullptr);
    CHECK(view.hits().hit(0)->unitName == expected.hits.front().unitName);

    view.search(QStringLiteral("Noor ("));
    host.wait();
    CHECK(view.line().text() == QLatin1String("Noor ("));
    CHECK(view.errorText().startsWith(QLatin1String("Character 6")));
    CHECK(view.line().errorX().has_value());
    CHECK(view.hits().matches() == expected.matches); // the last good ones stay
    CHECK(host.errors.empty());

    view.search(QStringLiteral("Noor question:Q1"));
    host.wait();
    CHECK(view.errorText().isEmpty());
    CHECK(view.hits().matches() == 2);
    const auto facetRow = [&](const QString& field, const QString& value) {
        for (int row = 0; row < view.facets().rowCount(); ++row) {
            const QModelIndex index = view.facets().index(row);
            if (index.data(SearchFacets::FieldRole).toString() == field &&
                index.data(SearchFacets::ValueRole).toString() == value)
                return row;
        }
        return -1;
    };
    CHECK(facetRow(QStringLiteral("question"), QStringLiteral("Q1")) >= 0);
    const int group = facetRow(QStringLiteral("group"), QStringLiteral("A1"));
    REQUIRE(group >= 0);
    CHECK(view.facets().index(group).data(SearchFacets::CountRole).toInt() == 1);

    view.search(QStringLiteral("xyzzy"));
    host.wait();
    CHECK(view.hits().matches() == 0);
    view.search(QString());
    host.wait();
    CHECK(view.hits().rowCount() == 0);
}

TEST_CASE("what is said of the text that is shown changes with the language", "[search]") {
    RatedStudy study;
    service::ImportOptions options;
    options.kind = service::ImportKind::Answers;
    options.language = "nl";
    options.mappingJson =
        R"({"schema":"rapport.mapping/1","columns":[{"column":"participant","as":"participant"},)"
        R"({"column":"Q1","as":"answer","prompt":"Q1"}]})";
    take(service::importFiles(
        *study.session, {study.scratch.write("warm.csv", "participant,Q1\nZ9,Een warm kind.\n")}, options));
    study.session.reset();
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    view.resize(1240, 760);
    view.show();
    view.activated();
    host.wait();
    view.search(QStringLiteral("warm"));
    host.wait();
    const auto isSaid = [&view](const QString& words) {
        const auto all = view.findChildren<Words*>();
        return std::any_of(all.begin(), all.end(), [&](const Words* each) {
            return each->isVisible() && each->text().split(QStringLiteral(", ")).contains(words);
        });
    };
    view.setMode(SearchMode::Texts);
    host.wait();
    REQUIRE(isSaid(QStringLiteral("Dutch")));
    setUiLanguage(QStringLiteral("nl"));
    QCoreApplication::processEvents();
    CHECK(isSaid(QStringLiteral("Nederlands")));
    CHECK_FALSE(isSaid(QStringLiteral("Dutch")));
    CHECK(host.placeText.startsWith(QLatin1String("Treffer")));
    setUiLanguage(QStringLiteral("en"));
    QCoreApplication::processEvents();
    view.setMode(SearchMode::Lines);
    CHECK(host.placeText.startsWith(QLatin1String("Line")));
    setUiLanguage(QStringLiteral("nl"));
    QCoreApplication::processEvents();
    CHECK(host.placeText.startsWith(QLatin1String("Regel")));
    setUiLanguage(QStringLiteral("en"));
}

TEST_CASE("Enter opens a hit where its viewer may see it", "[search]") {
    RatedStudy study;
    study.session.reset();
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    view.show();
    view.search(QStringLiteral("dichtbij"));
    host.wait();
    REQUIRE(view.hits().matches() == 1);
    QListView* list = nullptr;
    for (QListView* each : view.findChildren<QListView*>()) {
        if (each->model() == &view.hits())
            list = each;
    }
    REQUIRE(list != nullptr);
    CHECK(list->accessibleName() == SearchView::tr("Hits"));
    QTest::keyClick(list, Qt::Key_Return);
    CHECK(host.openedView == QLatin1String("sources"));
    CHECK(host.openedTarget.unit == view.hits().hit(0)->unit);
    REQUIRE(host.openedTarget.range);
    CHECK(host.openedTarget.range->length() == 8);
}
