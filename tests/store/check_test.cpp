// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"
#include "store/study_file.h"

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace {

bool mentions(const std::vector<base::Phrase>& problems, const std::string& what) {
    return std::any_of(problems.begin(), problems.end(),
                       [&](const std::string& problem) { return problem.find(what) != std::string::npos; });
}

std::string listed(const std::vector<base::Phrase>& problems) {
    std::string list;
    for (const base::Phrase& problem : problems)
        list += problem + "\n";
    return list;
}

/// Work of each kind: position 2 to 9.
void work(SampleStudy& study) {
    auto transaction = need(Transaction::begin(*study.file));
    const auto append = [&](const JournalEntry& entry) {
        return need(Journal(*study.file).append(entry, study.random));
    };
    JournalEntry first = study.code("closeness");
    first.range = text::textRange(2, 5);
    first = append(first);
    append(study.code("conflict"));
    JournalEntry withdraw = study.entry(Act::Withdraw);
    withdraw.target = first.guid;
    append(withdraw);
    JournalEntry complete = study.entry(Act::Complete);
    complete.variable = study.codebook.variables[0].id;
    append(complete);
    append(study.entry(Act::Reopen));
    append(complete);
    append(study.entry(Act::Flag));
    JournalEntry open = study.entry(Act::OpenRound);
    append(open);
    need(Sources(*study.file).addFile({{}, {}, "a.csv", "", "csv", "utf-8", 0}, "a,b\n"));
    need(transaction.commit());
}

/// Changes a journal row in spite of its trigger, which is there again afterwards.
std::string inSpite(const std::string& trigger, const std::string& sql, RawSql& raw) {
    const std::string definition = raw.text("SELECT sql FROM sqlite_schema WHERE name = '" + trigger + "'");
    return "DROP TRIGGER " + trigger + ";" + sql + ";" + definition;
}

} // namespace

TEST_CASE("a whole study has no problems, and is counted") {
    SampleStudy study;
    work(study);
    const CheckReport report = need(study.file->check({}));
    INFO(listed(report.problems));
    CHECK(report.problems.empty());
    CHECK(report.journalRows == 9);
    CHECK(report.codings == 1);
}

TEST_CASE("whatever was changed behind the program's back is found") {
    struct Case {
        const char* what;
        const char* trigger; ///< that stands in the way, or empty
        const char* sql;
        const char* finds;
    };
    const std::vector<Case> cases{
        {"a time", "journal_keeps_values", "UPDATE journal SET time = time + 1 WHERE position = 3",
         "journal row 3: it, or a row"},
        {"a range", "journal_keeps_values", "UPDATE journal SET range_end = 6 WHERE position = 2",
         "journal row 2: its coding is missing or differs"},
        {"a range in both", "journal_keeps_values",
         "UPDATE journal SET range_end = 6 WHERE position = 2; UPDATE coding SET range_end = 6 WHERE id = 2",
         "journal row 2: it, or a row"},
        {"a code in both", "journal_keeps_values",
         "UPDATE journal SET code_id = 2 WHERE position = 3; UPDATE coding SET code_id = 2 WHERE id = 3",
         "journal row 3: it, or a row"},
        {"who did it, in both", "journal_keeps_values",
         "UPDATE journal SET rater_id = 2 WHERE position = 3; UPDATE coding SET rater_id = 2 WHERE id = 3",
         "journal row 3: it, or a row"},
        {"an act", "journal_keeps_values", "UPDATE journal SET act = 'memo' WHERE position = 8",
         "journal row 8: there is a flag"},
        {"what was completed", "journal_keeps_values",
         "UPDATE journal SET detail = '{\"variables\":[1,2]}' WHERE position = 7",
         "journal row 7: it, or a row"},
        {"a hash", "journal_keeps_values", "UPDATE journal SET hash = zeroblob(32) WHERE position = 4",
         "journal row 4: it, or a row"},
        {"a row gone", "journal_keeps_rows", "DELETE FROM journal WHERE position = 8", "1 are gone"},
        {"a row gone from its chain", "journal_keeps_rows", "DELETE FROM journal WHERE position = 8",
         "journal row 9: rows of its device before it are gone"},
        {"the last row gone", "journal_keeps_rows", "DELETE FROM journal WHERE position = 9",
         "refer to rows"},
        {"who a rater is", "", "UPDATE rater SET guid = zeroblob(16) WHERE name = 'Ada'",
         "journal row 2: it, or a row"},
        {"a coding gone", "", "DELETE FROM coding WHERE id = 3",
         "journal row 3: its coding is missing or differs"},
        {"a coding too many", "",
         "INSERT INTO coding SELECT 5, guid, rater_id, round_id, unit_id, variable_id, code_id, range_begin, "
         "range_end,"
         " number, version, time, NULL FROM coding WHERE id = 2",
         "journal row 5: there is a coding"},
        {"a withdrawal undone", "", "UPDATE coding SET withdrawn_at = NULL WHERE id = 2",
         "journal row 2: its coding"},
        {"a rating gone", "", "DELETE FROM rating WHERE position = 7", "journal row 7: its rating"},
        {"a rating reopened", "", "UPDATE rating SET reopened_at = 9 WHERE position = 7",
         "journal row 7: its rating"},
        {"a flag gone", "", "DELETE FROM flag", "journal row 8: its flag"},
        {"an opening moved", "", "UPDATE round SET opened_at = 2", "journal row 9: its opening of a round"},
        {"a text of another length", "source_text_stays", "UPDATE source SET text = 'short' WHERE id = 1",
         "source 'P1/Q1'"},
        {"a unit too long", "", "UPDATE unit SET range_end = 99 WHERE id = 8", "unit 'talk#3' ends outside"},
        {"a turn too long", "", "UPDATE turn SET range_end = 99 WHERE number = 3",
         "turn 'talk#3' ends outside"},
        {"a file", "", "UPDATE imported_file SET bytes = CAST('a,c' || char(10) AS BLOB)",
         "imported file 'a.csv'"},
        {"a rater gone", "", "DELETE FROM rater WHERE name = 'Ada'", "refer to rows of 'rater'"},
        {"a trigger gone", "", "DROP TRIGGER journal_keeps_rows", "trigger journal_keeps_rows is missing"},
        {"an index gone", "", "DROP INDEX coding_by_code", "index coding_by_code is missing"},
        {"another trigger", "journal_keeps_rows",
         "CREATE TRIGGER journal_says_nothing BEFORE DELETE ON journal BEGIN SELECT 1; END",
         "trigger journal_says_nothing does not belong"},
        {"a table too many", "", "CREATE TABLE mine (x)", "table mine does not belong"},
    };
    for (const Case& each : cases) {
        INFO(each.what);
        SampleStudy study;
        work(study);
        RawSql raw(study.path);
        raw.run(*each.trigger == '\0' ? each.sql : inSpite(each.trigger, each.sql, raw));
        const auto problems = study.problems();
        INFO(listed(problems));
        CHECK(mentions(problems, each.finds));
        study.reopen();
        CHECK(mentions(study.problems(), each.finds));
    }
}

TEST_CASE("one changed row is named once, not with all that come after it") {
    SampleStudy study;
    work(study);
    RawSql raw(study.path);
    raw.run(inSpite("journal_keeps_values", "UPDATE journal SET time = time + 1 WHERE position = 6", raw));
    CHECK(study.problems().size() == 1);
}

TEST_CASE("the state can be made anew from the journal") {
    for (const char* damage :
         {"DELETE FROM coding", "UPDATE coding SET withdrawn_at = NULL",
          "UPDATE coding SET version = 7, rater_id = 2", "DELETE FROM rating WHERE position = 5",
          "UPDATE rating SET reopened_at = 9 WHERE position = 7", "DELETE FROM flag",
          "UPDATE flag SET rater_id = 2", "UPDATE round SET opened_at = NULL",
          "UPDATE round SET opened_at = 3"}) {
        INFO(damage);
        SampleStudy study;
        work(study);
        const auto before = need(Codings(*study.file).codings({}));
        RawSql(study.path).run(damage);
        CHECK_FALSE(study.problems().empty());
        need(study.file->rebuildState({}));
        CHECK(study.problems().empty());
        const auto after = need(Codings(*study.file).codings({}));
        REQUIRE(after.size() == before.size());
        CHECK(after[0].guid == before[0].guid);
        CHECK(need(study.file->database().integer("SELECT count(*) FROM temp.sqlite_schema")) == 0);
    }
}

TEST_CASE("check and rebuild can be stopped, and then nothing has changed") {
    SampleStudy study;
    work(study);
    RawSql(study.path).run("DELETE FROM coding");
    std::stop_source stop;
    stop.request_stop();
    const base::Task task{stop.get_token(), {}};
    CHECK(refusal(study.file->check(task)) == base::Errc::Cancelled);
    CHECK(refusal(study.file->rebuildState(task)) == base::Errc::Cancelled);
    CHECK(need(Codings(*study.file).codingCount()) == 0);
    need(study.file->rebuildState({}));
    CHECK(need(Codings(*study.file).codingCount()) == 1);
}

TEST_CASE("check says how far it is, and sees one moment while others write") {
    SampleStudy study;
    work(study);
    const Opened reader = need(StudyFile::open(study.path, OpenMode::ReadOnly));
    std::vector<std::string> steps;
    base::Task task;
    task.onProgress = [&](const base::ProgressState& state) {
        CHECK(state.done < state.total);
        steps.push_back(state.what);
        JournalEntry entry = study.code("closeness");
        entry.range = text::textRange(0, static_cast<std::int64_t>(steps.size()));
        need(study.append(entry));
    };
    const CheckReport report = need(reader.file->check(task));
    INFO(listed(report.problems));
    CHECK(report.problems.empty());
    CHECK(steps.size() > 8);
    CHECK(report.journalRows < need(study.file->position()));
}
