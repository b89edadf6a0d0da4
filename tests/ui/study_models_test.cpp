// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the study's views: sources, codebook, import table, progress; and what is derived from them.
#include "base/format.h"
#include "support/catch.hpp"
#include "ui/models/codebook_edit.h"
#include "ui/models/codebook_tree.h"
#include "ui/models/import_table.h"
#include "ui/models/source_list.h"
#include "ui/models/study_progress.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace rapport;
using namespace rapport::ui;

namespace {

/// Two answers of P001, one of P002, a transcript.
service::SourceRows fourSources() {
    service::SourceRows list;
    list.prompts = {"", "Q1", "Q2"};
    list.participants = {"", "P001", "P002"};
    list.languages = {"", "nl"};
    list.files = {"", "answers.csv"};
    const auto add = [&](std::int64_t id, const std::string& name, std::uint32_t prompt,
                         std::uint32_t person) {
        service::SourceRow row;
        row.id = model::SourceId{id};
        list.names += name;
        row.nameEnd = std::uint32_t(list.names.size());
        row.prompt = prompt;
        row.participant = person;
        row.language = 1;
        row.file = 1;
        row.kind = person == 0 ? model::SourceKind::Transcript : model::SourceKind::Answer;
        row.turns = person == 0 ? 12 : 0;
        list.rows.push_back(row);
    };
    add(1, "P001/Q1", 1, 1);
    add(2, "P001/Q2", 2, 1);
    add(3, "P002/Q1", 1, 2);
    add(4, "Überblick", 0, 0);
    service::SourceAttribute group;
    group.attribute.name = "group";
    group.values = {"", "west", "east"};
    group.valueOf = {0, 1, 2};
    list.attributes.push_back(group);
    return list;
}

model::Code code(const char* name, int depth) {
    model::Code made;
    made.name = name;
    made.title = model::sameText(name);
    made.depth = depth;
    return made;
}

model::Variable tree() {
    model::Variable variable;
    variable.name = "constructs";
    variable.title = model::sameText("Constructs");
    // a(b, c(d)), e
    variable.codes = {code("a", 0), code("b", 1), code("c", 1), code("d", 2), code("e", 0)};
    return variable;
}

std::string shape(const model::Variable& variable) {
    std::string text;
    for (const model::Code& each : variable.codes)
        text += each.name + std::to_string(each.depth) + ' ';
    return text;
}

service::ColumnPlan column(const char* name, service::ColumnUse use, const char* target = "") {
    service::ColumnPlan plan;
    plan.column = name;
    plan.use = use;
    plan.target = target;
    return plan;
}

service::Progress progress(const model::Rater& rater, const model::Round& round, std::int64_t assigned,
                           std::int64_t completed) {
    return {round, rater, assigned, completed};
}

StudyState study() {
    StudyState state;
    state.info.sources = 10;
    state.info.units = 10;
    model::Rater r1;
    r1.id = model::RaterId{1};
    r1.name = "R1";
    model::Rater r2 = r1;
    r2.id = model::RaterId{2};
    r2.name = "R2";
    model::Round round;
    round.id = model::RoundId{1};
    round.name = "pilot";
    round.kind = model::RoundKind::Reliability;
    state.raters = {r1, r2};
    state.rounds = {round};
    state.progress = {progress(r1, round, 10, 10), progress(r2, round, 10, 4)};
    return state;
}

} // namespace

TEST_CASE("sources that stand behind the others, whatever their number, keep what is theirs", "[study]") {
    service::SourceRows rows = fourSources();
    std::swap(rows.rows[0].id, rows.rows[3].id);
    SourceList list;
    SourceWords words = SourceList::folded(rows);
    list.setRows(std::move(rows), std::move(words));
    CHECK(list.rowOf(model::SourceId{1}) == 3);
    CHECK(list.rowOf(model::SourceId{4}) == 0);
    list.setCodings({{model::SourceId{1}, 5}, {model::SourceId{2}, 7}});
    CHECK(list.index(3, SourceList::Codings).data().toString() == "5");
    CHECK(list.index(1, SourceList::Codings).data().toString() == "7");
    list.setWords({model::SourceId{4}}, {12});
    CHECK(list.index(0, SourceList::Words).data().toString() == "12");
}

TEST_CASE("sources are filtered and sorted without losing the chosen one", "[study]") {
    SourceList list;
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const service::SourceRows rows = fourSources();
    list.setRows(rows, SourceList::folded(rows));
    CHECK(list.rowCount() == 4);
    CHECK(list.prompts() == QStringList{QStringLiteral("Q1"), QStringLiteral("Q2")});
    CHECK(list.index(0, SourceList::Codings).data().toString().isEmpty());
    list.setCodings({{model::SourceId{2}, 7}, {model::SourceId{4}, 1}});
    CHECK(list.index(0, SourceList::Codings).data().toString() == QLatin1String("0"));
    CHECK(list.index(1, SourceList::Codings).data().toString() == QLatin1String("7"));
    const QPersistentModelIndex chosen = list.index(1, 0);
    list.sort(SourceList::Name, Qt::DescendingOrder);
    CHECK(list.sourceAt(0) == model::SourceId{4}); // "Überblick" comes after "P" in bytes
    CHECK(list.sourceAt(chosen.row()) == model::SourceId{2});
    CHECK(list.rowOf(model::SourceId{3}) == 1);
    list.sort(SourceList::Codings, Qt::DescendingOrder);
    CHECK(list.sourceAt(0) == model::SourceId{2});
    list.setFilter({QStringLiteral("p001"), std::nullopt, {}, {}, {}});
    CHECK(list.rowCount() == 2);
    CHECK(list.rowOf(model::SourceId{3}) == -1);
    // Capitals do not matter, and a name does not run over into the next one.
    list.setFilter({QStringLiteral("überBLICK"), std::nullopt, {}, {}, {}});
    CHECK(list.rowCount() == 1);
    list.setFilter({QStringLiteral("q1p001"), std::nullopt, {}, {}, {}});
    CHECK(list.rowCount() == 0);
    list.setFilter({{}, model::SourceKind::Transcript, {}, {}, {}});
    CHECK(list.rowCount() == 1);
    list.setFilter({QStringLiteral("p001"), std::nullopt, "Q2", {}, {}});
    CHECK(list.rowCount() == 1);
    CHECK(list.sourceAt(5).isNone());
    // By what is known of participants; the transcript is nobody's.
    list.setFilter({{}, std::nullopt, {}, "group", "west"});
    CHECK(list.rowCount() == 2);
    list.setFilter({{}, std::nullopt, {}, "group", "south"});
    CHECK(list.rowCount() == 0);
    list.setFilter({{}, std::nullopt, {}, "campus", "west"});
    CHECK(list.rowCount() == 0);
    list.setRows({}, {});
    CHECK(list.rowCount() == 0);
}

TEST_CASE("words are counted for rows that are looked at, and for all to sort by them", "[study]") {
    SourceList list;
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::vector<std::pair<std::vector<model::SourceId>, bool>> asked;
    QObject::connect(
        &list, &SourceList::wordsWanted,
        [&](const std::vector<model::SourceId>& sources, bool all) { asked.emplace_back(sources, all); });
    const service::SourceRows rows = fourSources();
    list.setRows(rows, SourceList::folded(rows));
    CHECK(list.index(1, SourceList::Words).data().toString().isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return asked.size() == 1; }));
    CHECK(asked[0] == std::pair(std::vector{model::SourceId{2}}, false));
    // Painted again while it is being counted: not asked again. Another row with it: both.
    CHECK(list.index(1, SourceList::Words).data().toString().isEmpty());
    QTest::qWait(80);
    CHECK(asked.size() == 1);
    CHECK(list.index(2, SourceList::Words).data().toString().isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return asked.size() == 2; }));
    CHECK(asked[1].first == std::vector{model::SourceId{2}, model::SourceId{3}});
    // It could not be had: asked again when somebody looks.
    list.setWords(asked[1].first, {});
    CHECK(list.index(2, SourceList::Words).data().toString().isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return asked.size() == 3; }));
    list.setWords(asked[2].first, std::vector<std::int64_t>(asked[2].first.size(), 12));
    CHECK(list.index(2, SourceList::Words).data().toString() == QLatin1String("12"));

    list.sort(SourceList::Words, Qt::DescendingOrder);
    REQUIRE(asked.size() == 4);
    CHECK(asked[3].second);
    CHECK(asked[3].first.size() == 4);
    list.setWords(asked[3].first, {30, 5, 12, 900});
    CHECK(list.sourceAt(0) == model::SourceId{4});
    CHECK(list.sourceAt(3) == model::SourceId{2});
    list.sort(SourceList::Words, Qt::AscendingOrder);
    CHECK(asked.size() == 4);
    CHECK(list.sourceAt(0) == model::SourceId{2});
}

TEST_CASE("the codebook is a tree of its depths", "[study]") {
    model::Codebook book;
    book.variables = {tree()};
    book.variables[0].codes[3].id = model::CodeId{7};
    CodebookTree model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCodebook(&book);
    const QModelIndex top = model.index(0, 0);
    CHECK(model.rowCount(top) == 2);
    const QModelIndex c = model.index(1, 0, model.index(0, 0, top));
    CHECK(c.data().toString() == QLatin1String("c"));
    CHECK(model.rowCount(c) == 1);
    CHECK(model.placeOfCode(model::CodeId{7}) == CodebookPlace{0, 3});
    CHECK_FALSE(model.usage({0, 3}).has_value());
    model.setUsage({{model::CodeId{7}, 12}});
    CHECK(model.usage({0, 3}) == 12);
    CHECK(model.usage({0, -1}) == 12);
    // What a found code hangs under stays; the rest goes.
    model.setFilter(QStringLiteral("d"));
    CHECK(model.indexOf({0, 3}).isValid());
    CHECK(model.indexOf({0, 2}).isValid());
    CHECK_FALSE(model.indexOf({0, 1}).isValid());
    model.setFilter(QStringLiteral("nothing like it"));
    CHECK(model.rowCount() == 0);
    model.setFilter({});
    CHECK(model.indexOf({0, 4}).isValid());
    model.setCodebook(nullptr);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("moving a code moves what hangs under it", "[study]") {
    model::Variable variable = tree();
    SECTION("down past a sibling with children") {
        CHECK(moveCode(variable, 1, 1) == 3);
        CHECK(shape(variable) == "a0 c1 d2 b1 e0 ");
    }
    SECTION("up") {
        CHECK(moveCode(variable, 4, -1) == 0);
        CHECK(shape(variable) == "e0 a0 b1 c1 d2 ");
    }
    SECTION("never out of its parent") {
        CHECK_FALSE(moveCode(variable, 1, -1).has_value());
        CHECK_FALSE(moveCode(variable, 2, 1).has_value());
        CHECK_FALSE(moveCode(variable, 0, -1).has_value());
        CHECK(shape(variable) == shape(tree()));
    }
    SECTION("under the sibling above, and out again") {
        CHECK(nestCode(variable, 2) == 2);
        CHECK(shape(variable) == "a0 b1 c2 d3 e0 ");
        CHECK_FALSE(nestCode(variable, 1).has_value());
        CHECK_FALSE(nestCode(variable, 0).has_value());
        CHECK(unnestCode(variable, 2) == 2);
        CHECK(shape(variable) == shape(tree()));
    }
    SECTION("out, behind what it hung under") {
        CHECK(unnestCode(variable, 1) == 3);
        CHECK(shape(variable) == "a0 c1 d2 b0 e0 ");
        CHECK_FALSE(unnestCode(variable, 0).has_value());
    }
    SECTION("a new one comes after the whole subtree") {
        CHECK(insertCode(variable, 0, code("n", 5)) == 4);
        CHECK(shape(variable) == "a0 b1 c1 d2 n0 e0 ");
        removeCode(variable, 0);
        CHECK(shape(variable) == "n0 e0 ");
    }
}

TEST_CASE("names of new codes are free", "[study]") {
    model::Codebook book;
    book.variables = {tree()};
    CHECK(freeCodeName(book, "Safe haven!") == "safe_haven");
    CHECK(freeCodeName(book, "a") == "a_2");
    CHECK(freeCodeName(book, "2nd") == "code_2nd");
    CHECK(freeCodeName(book, "") == "code_");
}

TEST_CASE("a table has one participant column and one column a question", "[study]") {
    using service::ColumnUse;
    ImportTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    table.setPreview({column("id", ColumnUse::Participant), column("ip", ColumnUse::LeftOut),
                      column("Q1", ColumnUse::Answer, "Q1"), column("x", ColumnUse::Attribute, "x")},
                     {{"P1", "10.0.0.1", "text", " "}, {"P2", "10.0.0.2", ""}});
    CHECK(table.namesParticipants());
    CHECK(table.index(0, 1).data().toString() != QLatin1String("10.0.0.1"));
    CHECK(table.index(0, 1).data(Qt::ToolTipRole).toString().isEmpty());
    CHECK(table.index(0, 3).data(ImportTable::IsEmptyRole).toBool());
    CHECK(table.index(1, 3).data(ImportTable::IsEmptyRole).toBool());
    table.setColumn(1, column("ip", ColumnUse::Participant));
    CHECK(table.namesParticipants());
    CHECK(table.plan()[0].use == ColumnUse::LeftOut);
    table.setColumn(3, column("x", ColumnUse::Answer, "Q1"));
    CHECK(table.plan()[2].use == ColumnUse::LeftOut);
    table.setColumn(1, column("ip", ColumnUse::LeftOut));
    CHECK_FALSE(table.namesParticipants());
    CHECK(promptNameFrom("Q1_open") == "Q1_open");
    CHECK(promptNameFrom("Vraag 2: waarom?") == "Vraag_2_waarom");
    CHECK(promptNameFrom("2") == "Q2");
    CHECK(promptNameFrom("How do you measure feature {factors_SQ001} in that software project?") ==
          "How_do_you_measure");
    CHECK(promptNameFrom("Antwoordmogelijkhedenkeuzelijst").size() == 24);
}

TEST_CASE("rejected rows can be taken along", "[study]") {
    RejectedRows rows;
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    rows.setRows({{"a.csv", 12, "unit", "there is no \"unit\"", "look"}, {"b.csv", 3, "", "too short", ""}});
    CHECK(rows.index(0, RejectedRows::Line).data().toString().contains(QLatin1String("a.csv")));
    CHECK(rows.asCsv().contains("\"there is no \"\"unit\"\"\""));
    CHECK(rows.asCsv().count("\r\n") == 3);
    // A window has no command line.
    rows.setRows({{"a.csv", 1, "Q1", "there", base::said("{}: {}", "import it as a wave", "--wave NAME")},
                  {"a.csv", 2, "Q1", "there", "see who does: rapport import STUDY FILE --dry-run"},
                  {"a.vtt", 3, "", "no times", "write it as 00:01:02.000 --> 00:01:05.500"}});
    CHECK(rows.index(0, RejectedRows::Hint).data() == "Import it as a wave.");
    CHECK(rows.index(1, RejectedRows::Hint).data() == "");
    CHECK(rows.index(2, RejectedRows::Hint).data() == "Write it as 00:01:02.000 --> 00:01:05.500.");
    CHECK_FALSE(rows.asCsv().contains("--wave"));
}

TEST_CASE("progress is a table of raters and rounds", "[study]") {
    ProgressTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    table.setState(study());
    CHECK(table.rowCount() == 2);
    CHECK(table.columnCount() == 2);
    CHECK(table.at(1, 1)->completed == 4);
    CHECK_FALSE(table.at(0, 0).has_value());
    CHECK_FALSE(table.at(0, 2).has_value());
    CHECK(table.index(1, 1).data(ProgressTable::AssignedRole).toLongLong() == 10);
}

TEST_CASE("next steps follow from where the study stands", "[study]") {
    const model::Codebook book;
    const auto has = [](const std::vector<NextStep>& steps, StepKind kind) {
        return std::any_of(steps.begin(), steps.end(),
                           [kind](const NextStep& step) { return step.kind == kind; });
    };
    StudyState empty;
    const auto first = nextSteps(empty, {}, book);
    REQUIRE(first.size() == 2);
    CHECK(first[0].kind == StepKind::Import);
    CHECK(first[1].kind == StepKind::AddRater);

    StudyState state = study();
    CHECK(has(nextSteps(state, {}, book), StepKind::WaitFor));
    CHECK_FALSE(has(nextSteps(state, {}, book), StepKind::OpenRound));
    state.progress[1].completed = 10;
    CHECK(has(nextSteps(state, {}, book), StepKind::OpenRound));
    CHECK_FALSE(has(nextSteps(state, {}, book), StepKind::WaitFor));
    state.rounds[0].openedAt = 9;
    CHECK_FALSE(has(nextSteps(state, {}, book), StepKind::OpenRound));

    RoundAgreement agreed;
    agreed.round = "pilot";
    agreed.below = {"a", "b"};
    const auto after = nextSteps(state, {agreed}, book);
    CHECK(has(after, StepKind::SeeBelow));
    CHECK_FALSE(has(after, StepKind::SeeTooFew));
    CHECK(nextSteps(state, {agreed}, book, 1).size() == 1);

    // A rater hears of the own work only.
    state = study();
    state.isCoordinator = false;
    state.progress = {state.progress[1]};
    const auto own = nextSteps(state, {agreed}, book);
    REQUIRE(own.size() == 1);
    CHECK(own[0].kind == StepKind::Rate);
}

TEST_CASE("a round's agreement is the mean over its codes", "[study]") {
    agreement::StudyAgreement measured;
    const auto add = [&](const char* name, std::optional<double> value, double low, double high) {
        agreement::LabelledDocument result;
        result.round = "pilot";
        result.variable = "constructs";
        result.code = name;
        agreement::Estimate estimate;
        estimate.id = "conger_kappa";
        estimate.weights = "identity";
        estimate.value = value;
        if (value)
            estimate.ci = agreement::Interval{low, high, 0.95, "fce", {}, {}, {}};
        result.agreement.data.scale = "nominal";
        result.agreement.data.raters = {"R1", "R2"};
        result.agreement.overall = {estimate};
        measured.results.push_back(std::move(result));
    };
    add("a", 0.8, 0.75, 0.9);
    add("b", 0.4, 0.3, 0.5);
    add("c", std::nullopt, 0, 0);
    const auto rounds = roundAgreements(measured, 0.7);
    REQUIRE(rounds.size() == 1);
    CHECK(rounds[0].codes == 2);
    CHECK(*rounds[0].value == Approx(0.6));
    CHECK(*rounds[0].lower == Approx(0.525));
    CHECK(*rounds[0].upper == Approx(0.7));
    CHECK(rounds[0].meeting == 1);
    CHECK(rounds[0].below == std::vector<std::string>{"b"});
    CHECK(roundAgreements({}, 0.7).empty());
}
