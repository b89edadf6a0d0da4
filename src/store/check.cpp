// SPDX-License-Identifier: GPL-3.0-or-later
// Is the study whole? From the file up to what the journal means; and the way back when the state is not.
#include "base/digest.h"
#include "base/format.h"
#include "store/chain.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/migrations.h"
#include "store/state.h"
#include "store/study_file.h"

#include <map>
#include <unordered_map>

namespace rapport::store {

using base::Errc;
using base::fail;
using base::Result;
using base::Status;
using base::Task;

namespace {

constexpr std::int64_t mostProblems = 100; ///< of one kind; more do not tell more

class Checking {
public:
    Checking(Database& database, const Task& task)
        : m_database(database)
        , m_task(task) {}

    [[nodiscard]] Result<CheckReport> run() {
        struct Step {
            Status (Checking::*look)();
            const char* what;
            bool isOfTheJournal = false; ///< what is wrong there nothing can be derived from
        };
        static constexpr Step steps[] = {
            {&Checking::lookAtFile, "checking the file", true},
            {&Checking::lookAtSchema, "checking the tables", true},
            {&Checking::lookAtReferences, "checking references"},
            {&Checking::lookAtTexts, "checking texts and ranges"},
            {&Checking::lookAtFiles, "checking imported files"},
            {&Checking::lookAtChains, "checking the journal", true},
            {&Checking::lookAtState, "checking what the journal amounts to"},
            {&Checking::lookAtDevices, "looking at clocks and machines"},
            {&Checking::count, "counting"},
        };
        std::uint64_t done = 0;
        bool isWhole = true;
        for (const Step& step : steps) {
            if (m_task.isStopped())
                return Task::cancelled();
            m_task.report(done++, std::size(steps), step.what);
            const std::size_t before = m_report.problems.size();
            const Status looked = (this->*step.look)();
            // Where the file is damaged, that is a finding, and the other questions may still have answers.
            if (!looked && looked.error().code == Errc::StudyDamaged)
                note(base::said("{}: {}", step.what, looked.error().message));
            else if (!looked)
                return fail(looked);
            const bool isFound = m_report.problems.size() > before;
            isWhole = isWhole && !(isFound && (!looked || step.isOfTheJournal));
            if (isFound && step.look == &Checking::lookAtState)
                m_report.isMendable = isWhole;
        }
        return m_report;
    }

private:
    void note(base::Phrase problem) { m_report.problems.push_back(std::move(problem)); }

    [[nodiscard]] Status lookAtFile() {
        RAPPORT_ASSIGN(const std::int64_t damaged, m_database.firstDamagedPage());
        if (damaged > 0)
            note(base::said("the file: page {} is not what was written there", damaged));
        RAPPORT_ASSIGN(Statement rows, m_database.statement("PRAGMA integrity_check(100)"));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                return {};
            if (rows.view(0) != "ok")
                note(base::said("the file: {}", rows.text(0)));
        }
    }

    /// Compares with the tables, indexes and triggers that the migrations make. A file of a later version has
    /// others.
    [[nodiscard]] Status lookAtSchema() {
        RAPPORT_ASSIGN(const std::int64_t version, m_database.integer("PRAGMA user_version"));
        if (version != studyMigrations().back().number)
            return {};
        RAPPORT_ASSIGN(const auto fresh, Database::inMemory());
        RAPPORT_TRY(migrate(*fresh, studyMigrations()));
        RAPPORT_ASSIGN(auto expected, schemaOf(*fresh));
        RAPPORT_ASSIGN(const auto actual, schemaOf(m_database));
        for (const auto& [name, sql] : actual) {
            const auto found = expected.find(name);
            if (found == expected.end())
                note(base::said("the tables: {} does not belong there", name));
            else if (found->second != sql)
                note(base::said("the tables: {} is not what it should be", name));
            if (found != expected.end())
                expected.erase(found);
        }
        for (const auto& [name, sql] : expected)
            note(base::said("the tables: {} is missing", name));
        return {};
    }

    [[nodiscard]] static Result<std::map<std::string, std::string>> schemaOf(Database& database) {
        // sqlite_stat tables and the like are SQLite's own.
        RAPPORT_ASSIGN(Statement rows,
                       database.statement("SELECT type || ' ' || name, coalesce(sql, '')"
                                          " FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite_%'"));
        std::map<std::string, std::string> schema;
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                return schema;
            schema.emplace(rows.text(0), rows.text(1));
        }
    }

    [[nodiscard]] Status lookAtReferences() {
        RAPPORT_ASSIGN(Statement rows, m_database.statement("SELECT \"table\", \"parent\", count(*)"
                                                            " FROM pragma_foreign_key_check GROUP BY 1, 2"));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                return {};
            note(base::said("{} rows of '{}' refer to rows of '{}' that are not there", rows.integer(2),
                            rows.view(0), rows.view(1)));
        }
    }

    [[nodiscard]] Status noteRows(std::string_view sql, const char* sentence) {
        RAPPORT_ASSIGN(Statement rows, m_database.statement(sql));
        for (std::int64_t noted = 0; noted < mostProblems; ++noted) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                return {};
            note(base::said(fmt::runtime(sentence), rows.view(0)));
        }
        return {};
    }

    [[nodiscard]] Status lookAtTexts() {
        RAPPORT_TRY(
            noteRows("SELECT name FROM source WHERE instr(text, char(0)) = 0 AND length(text) <> length",
                     "source '{}': its text is not as long as it was"));
        RAPPORT_TRY(noteRows("SELECT u.name FROM unit u JOIN source s ON s.id = u.source_id"
                             " WHERE u.range_end > s.length",
                             "unit '{}' ends outside its text"));
        RAPPORT_TRY(
            noteRows("SELECT s.name || '#' || t.number FROM turn t JOIN source s ON s.id = t.source_id"
                     " WHERE t.range_end > s.length",
                     "turn '{}' ends outside its text"));
        RAPPORT_TRY(
            noteRows("SELECT s.name || ', ' || p.number FROM page p JOIN source s ON s.id = p.source_id"
                     " WHERE p.range_end > s.length",
                     "page '{}' ends outside its text"));
        return noteRows(
            "SELECT c.id FROM coding c JOIN unit u ON u.id = c.unit_id JOIN source s ON s.id = u.source_id"
            " WHERE c.range_end > s.length",
            "journal row {}: its segment ends outside its text");
    }

    [[nodiscard]] Status lookAtFiles() {
        RAPPORT_ASSIGN(Statement rows, m_database.statement("SELECT name, sha256, bytes FROM imported_file"
                                                            " WHERE forgotten_at IS NULL"));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                return {};
            if (m_task.isStopped())
                return Task::cancelled();
            if (base::hex(base::sha256(rows.view(2))) != rows.view(1))
                note(base::said("the imported file '{}' is not what it was", rows.view(0)));
        }
    }

    [[nodiscard]] Status lookAtChains() {
        RAPPORT_ASSIGN(const std::int64_t rows, m_database.integer("SELECT count(*) FROM journal"));
        RAPPORT_ASSIGN(const std::int64_t last, m_database.integer("SELECT max(position) FROM journal"));
        if (rows != last)
            note(base::said("the journal has {} rows up to position {}: {} are gone", rows, last,
                            last - rows));
        RAPPORT_ASSIGN(const auto variables, guidsOf("SELECT id, guid FROM variable"));
        // In the order of the index on device and sequence: each chain is walked once.
        RAPPORT_ASSIGN(
            Statement links,
            m_database.statement(
                "SELECT j.position, j.guid, j.act, j.time, coalesce(f.guid, d.guid), j.device_sequence, "
                "r.guid, o.guid, u.guid,"
                " v.guid, c.guid, j.range_begin, j.range_end, j.number, j.version, j.target, j.detail, "
                "j.hash,"
                " j.device_id, s.previous, j.tick FROM journal j LEFT JOIN device d ON d.id = j.device_id"
                " LEFT JOIN fork f ON f.device_id = j.device_id"
                " LEFT JOIN chain_start s ON s.position = j.position"
                " LEFT JOIN rater r ON r.id = j.rater_id LEFT JOIN round o ON o.id = j.round_id"
                " LEFT JOIN unit u ON u.id = j.unit_id LEFT JOIN variable v ON v.id = j.variable_id"
                " LEFT JOIN code c ON c.id = j.code_id ORDER BY j.device_id, j.device_sequence"));
        std::int64_t device = 0;
        std::int64_t sequence = 0;
        std::int64_t noted = 0;
        base::Sha256 previous{};
        while (noted < mostProblems) {
            RAPPORT_ASSIGN(const bool hasRow, links.next());
            if (!hasRow)
                break;
            if (links.integer(18) != device) {
                device = links.integer(18);
                sequence = 0;
                previous = {};
            }
            const bool isFirst = links.integer(5) != sequence + 1;
            const std::string_view given = links.view(19);
            if (given.size() == previous.size() &&
                (isFirst ||
                 std::equal(given.begin(), given.end(), reinterpret_cast<char*>(previous.data())))) {
                std::copy_n(given.begin(), given.size(), reinterpret_cast<char*>(previous.data()));
            } else if (isFirst || !given.empty()) {
                note(base::said("journal row {}: rows of its device before it are gone", links.integer(0)));
                ++noted;
            }
            sequence = links.integer(5);
            const base::Sha256 hash = chainHash(previous, linkOf(links, variables));
            const std::string_view stored = links.view(17);
            if (stored != std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size())) {
                note(base::said("journal row {}: it, or a row that it builds on, was changed",
                                links.integer(0)));
                ++noted;
            }
            // Goes on from what is stored, so that one changed row is named once.
            std::copy_n(stored.begin(), std::min(stored.size(), previous.size()),
                        reinterpret_cast<char*>(previous.data()));
        }
        return {};
    }

    [[nodiscard]] Result<std::unordered_map<std::int64_t, base::Guid>> guidsOf(std::string_view sql) {
        RAPPORT_ASSIGN(Statement rows, m_database.statement(sql));
        std::unordered_map<std::int64_t, base::Guid> guids;
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                return guids;
            guids.emplace(rows.integer(0), rows.guid(1));
        }
    }

    [[nodiscard]] static ChainLink linkOf(const Statement& row,
                                          const std::unordered_map<std::int64_t, base::Guid>& variables) {
        ChainLink link;
        link.guid = row.guid(1);
        link.act = row.view(2);
        link.time = row.instant(3);
        link.device = row.guid(4);
        link.sequence = row.integer(5);
        link.rater = row.guid(6);
        link.round = row.guid(7);
        link.unit = row.guid(8);
        link.variable = row.guid(9);
        link.code = row.guid(10);
        link.range = row.range(11);
        link.number = row.integer(13);
        link.version = row.integer(14);
        link.target = row.guid(15);
        link.tick = row.integer(20);
        if (link.act != name(Act::Complete)) {
            link.detail = row.text(16);
            return link;
        }
        for (const std::int64_t variable : completedVariables(row.view(16))) {
            const auto found = variables.find(variable);
            const base::Guid guid = found == variables.end() ? base::Guid() : found->second;
            link.detail.append(reinterpret_cast<const char*>(guid.bytes().data()), guid.bytes().size());
        }
        return link;
    }

    [[nodiscard]] Status lookAtState() {
        RAPPORT_TRY(expectState(m_database, m_task));
        RAPPORT_ASSIGN(std::vector<std::string> problems, compareState(m_database, mostProblems));
        for (std::string& problem : problems)
            note(std::move(problem));
        return {};
    }

    /// Not wrong, but worth knowing: ticks keep the order where clocks do not.
    [[nodiscard]] Status lookAtDevices() {
        RAPPORT_ASSIGN(const std::int64_t forks, m_database.integer("SELECT count(*) FROM fork"));
        if (forks > 0)
            m_report.notes.push_back(
                base::said("devices that went on in two copies of the same file (a restored or"
                           " copied machine; both are kept): {}",
                           forks));
        // Codings that were imported keep the times at which they were made elsewhere.
        RAPPORT_ASSIGN(
            const std::int64_t imports,
            m_database.integer("SELECT count(*) FROM journal WHERE act = 'import' AND act NOT IN ('code',"
                               " 'withdraw', 'complete', 'reopen', 'memo', 'flag', 'unflag') AND (instr("
                               "detail, '\"codings\"') > 0 OR instr(detail, '\"project\"') > 0)"));
        if (imports > 0)
            return {};
        RAPPORT_ASSIGN(
            const std::int64_t back,
            m_database.integer("SELECT count(*) FROM journal j JOIN journal b"
                               " ON b.device_id = j.device_id AND b.device_sequence = j.device_sequence - 1"
                               " WHERE j.time < b.time - 60000"));
        if (back > 0)
            m_report.notes.push_back(base::said(
                "rows of the journal that say they were made before the row before them (a clock was"
                " set back): {}",
                back));
        return {};
    }

    [[nodiscard]] Status count() {
        RAPPORT_ASSIGN(m_report.journalRows, m_database.integer("SELECT count(*) FROM journal"));
        RAPPORT_ASSIGN(m_report.codings,
                       m_database.integer("SELECT count(*) FROM coding WHERE withdrawn_at IS NULL"));
        return {};
    }

    Database& m_database;
    const Task& m_task;
    CheckReport m_report;
};

} // namespace

Result<CheckReport> StudyFile::check(const Task& task) const {
    const Database::TemporaryWrites temporary(database());
    // What a power cut left half written is whole in the log, and goes back into its place first.
    static_cast<void>(database().execute("PRAGMA wal_checkpoint(PASSIVE)"));
    const Database::StopWatch watch(database(), task);
    // One moment of the study, whoever writes meanwhile; its end also takes the temporary tables away.
    RAPPORT_ASSIGN(const Savepoint moment, Savepoint::begin(database()));
    return Checking(database(), task).run();
}

Status StudyFile::rebuildState(const Task& task) {
    RAPPORT_ASSIGN(Transaction transaction, Transaction::begin(*this));
    {
        const Database::StopWatch watch(database(), task);
        RAPPORT_TRY(expectState(database(), task));
        RAPPORT_TRY(replaceState(database()));
        RAPPORT_TRY(dropExpectedState(database()));
    }
    return transaction.commit();
}

} // namespace rapport::store
