// SPDX-License-Identifier: GPL-3.0-or-later
// What the store costs on top of SQLite itself: the same rows into the same tables, once through the
// repositories and once through bare prepared statements, in one run. Texts are synthetic. Times depend on
// the disk: set TMPDIR.
#include "base/random.h"
#include "base/result.h"
#include "store/codebooks.h"
#include "store/codings.h"
#include "store/journal.h"
#include "store/participants.h"
#include "store/rounds.h"
#include "store/sources.h"
#include "store/study_file.h"
#include "support/scratch.h"
#include "text/utf8.h"

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace rapport;
using namespace rapport::store;

constexpr std::int64_t answerCount = 100'000;
constexpr std::int64_t codingCount = 10'000;

template<typename T>
T need(base::Result<T> result) {
    if (!result)
        throw std::runtime_error(base::describe(result.error()));
    return std::move(*result);
}
void need(const base::Status& status) {
    if (!status)
        throw std::runtime_error(base::describe(status.error()));
}

struct Answer {
    base::Guid sourceGuid;
    base::Guid unitGuid;
    std::string name;
    std::string text;
    std::int64_t participant = 0;
    std::int64_t prompt = 0;
    std::int64_t length = 0;
};

const std::vector<Answer>& answers() {
    static const std::vector<Answer> made = [] {
        static constexpr const char* words[] = {"leerling",   "docent", "gesprek",     "relatie",
                                                "vertrouwen", "klas",   "caf\xC3\xA9", "samen",
                                                "moeilijk",   "rustig", "denk",        "ik"};
        base::Random random(1);
        std::vector<Answer> list;
        for (std::int64_t number = 0; number < answerCount; ++number) {
            Answer answer;
            answer.sourceGuid = base::Guid::random(random);
            answer.unitGuid = base::Guid::random(random);
            answer.participant = 1 + number / 2;
            answer.prompt = 1 + number % 2;
            answer.name = "P" + std::to_string(answer.participant) + "/Q" + std::to_string(answer.prompt);
            for (std::uint64_t left = 20 + random.below(60); left > 0; --left) {
                answer.text += words[random.below(std::size(words))];
                answer.text += ' ';
            }
            answer.length = text::countCodePoints(answer.text);
            list.push_back(std::move(answer));
        }
        return list;
    }();
    return made;
}

model::Codebook oneVariable() {
    model::Codebook codebook;
    model::Variable variable;
    variable.name = "constructs";
    variable.prompts = {"*"};
    for (const char* name : {"closeness", "conflict"}) {
        model::Code code;
        code.name = name;
        variable.codes.push_back(code);
    }
    codebook.variables = {variable};
    return codebook;
}

/// A study with its participants, two raters, a round and a codebook, and no answers yet.
std::unique_ptr<StudyFile> emptyStudy(const std::string& path, std::int64_t participants) {
    base::Random random(2);
    StudyProperties properties;
    properties.guid = base::Guid::random(random);
    properties.instrument.prompts = {{{}, "Q1", model::PromptKind::Open, {}},
                                     {{}, "Q2", model::PromptKind::Open, {}}};
    auto file = need(StudyFile::create(path, properties));
    auto transaction = need(Transaction::begin(*file));
    for (std::int64_t number = 1; number <= participants; ++number)
        need(Participants(*file).add({{}, base::Guid::random(random), "P" + std::to_string(number)}));
    need(Codebooks(*file).put(oneVariable(), random, {}));
    for (const char* name : {"Ada", "Ben"})
        need(Rounds(*file).addRater({{}, {}, name, model::RaterKind::Human}));
    need(Rounds(*file).defaultRound());
    need(transaction.commit());
    return file;
}

void addThroughStore(StudyFile& file, const Answer& answer) {
    Sources sources(file);
    model::Source source;
    source.guid = answer.sourceGuid;
    source.name = answer.name;
    source.participant = model::ParticipantId(answer.participant);
    source.prompt = model::PromptId(answer.prompt);
    source.language = "nl";
    source.text = answer.text;
    model::Unit unit;
    unit.guid = answer.unitGuid;
    unit.name = answer.name;
    unit.source = need(sources.addSource(source));
    unit.range = text::textRange(0, answer.length);
    unit.prompt = source.prompt;
    unit.participant = source.participant;
    need(sources.addUnit(unit));
}

/// SQLite without anything in between.
class Bare {
public:
    explicit Bare(const std::string& path) {
        check(sqlite3_open_v2(path.c_str(), &m_connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                              nullptr));
        run("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL;"
            "PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384; PRAGMA journal_mode = WAL;");
    }
    ~Bare() {
        for (sqlite3_stmt* statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_connection);
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    void check(int result) const {
        if (result != SQLITE_OK && result != SQLITE_DONE)
            throw std::runtime_error(sqlite3_errmsg(m_connection));
    }
    void run(const char* sql) const { check(sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr)); }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v3(m_connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        m_statements.push_back(statement);
        return statement;
    }
    void step(sqlite3_stmt* statement) const {
        check(sqlite3_step(statement));
        sqlite3_reset(statement);
    }
    [[nodiscard]] std::int64_t lastRow() const { return sqlite3_last_insert_rowid(m_connection); }

private:
    sqlite3* m_connection = nullptr;
    std::vector<sqlite3_stmt*> m_statements;
};

void bindText(sqlite3_stmt* statement, int parameter, const std::string& text) {
    sqlite3_bind_text(statement, parameter, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void bindGuid(sqlite3_stmt* statement, int parameter, const base::Guid& guid) {
    sqlite3_bind_blob(statement, parameter, guid.bytes().data(), 16, SQLITE_STATIC);
}

void addBare(Bare& bare, sqlite3_stmt* source, sqlite3_stmt* unit, const Answer& answer) {
    bindGuid(source, 1, answer.sourceGuid);
    bindText(source, 2, answer.name);
    sqlite3_bind_int64(source, 3, answer.participant);
    sqlite3_bind_int64(source, 4, answer.prompt);
    sqlite3_bind_int64(source, 5, answer.length);
    bindText(source, 6, answer.text);
    bare.step(source);
    const std::int64_t row = bare.lastRow();
    bindGuid(unit, 1, answer.unitGuid);
    bindText(unit, 2, answer.name);
    sqlite3_bind_int64(unit, 3, row);
    sqlite3_bind_int64(unit, 4, answer.length);
    sqlite3_bind_int64(unit, 5, row);
    sqlite3_bind_int64(unit, 6, answer.prompt);
    sqlite3_bind_int64(unit, 7, answer.participant);
    bare.step(unit);
}

constexpr const char* insertSource =
    "INSERT INTO source (guid, name, kind, participant_id, prompt_id, wave, language, length, text)"
    " VALUES (?1, ?2, 'answer', ?3, ?4, '', 'nl', ?5, ?6)";
constexpr const char* insertUnit =
    "INSERT INTO unit (guid, name, source_id, kind, range_begin, range_end, ordinal,"
    " prompt_id, participant_id, added_at)"
    " VALUES (?1, ?2, ?3, 'answer', 0, ?4, ?5, ?6, ?7, 1)";

/// Peak memory of this program so far, in MB.
double peakMemory() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == "VmHWM:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    }
    return 0;
}

void answersThroughStore(benchmark::State& state) {
    answers();
    for (auto _ : state) {
        state.PauseTiming();
        const test::ScratchFolder folder;
        auto file = emptyStudy(folder.file("study.rapport"), answerCount / 2);
        state.ResumeTiming();
        auto transaction = need(Transaction::begin(*file));
        for (const Answer& answer : answers())
            addThroughStore(*file, answer);
        need(transaction.commit());
        state.PauseTiming();
        file.reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * answerCount);
    state.counters["peak_MB"] = peakMemory();
}

void answersBare(benchmark::State& state) {
    answers();
    for (auto _ : state) {
        state.PauseTiming();
        const test::ScratchFolder folder;
        const std::string path = folder.file("study.rapport");
        emptyStudy(path, answerCount / 2).reset();
        {
            Bare bare(path);
            state.ResumeTiming();
            sqlite3_stmt* source = bare.prepare(insertSource);
            sqlite3_stmt* unit = bare.prepare(insertUnit);
            bare.run("BEGIN IMMEDIATE");
            for (const Answer& answer : answers())
                addBare(bare, source, unit, answer);
            bare.run("COMMIT");
            state.PauseTiming();
        }
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * answerCount);
    state.counters["peak_MB"] = peakMemory();
}

/// Milliseconds below which that part of the durations lies.
double quantile(std::vector<double>& durations, double part) {
    std::sort(durations.begin(), durations.end());
    return durations[static_cast<std::size_t>(part * static_cast<double>(durations.size() - 1))];
}

template<typename Work>
void timeEach(benchmark::State& state, const Work& work) {
    std::vector<double> durations;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        work();
        durations.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    state.counters["p50_ms"] = quantile(durations, 0.5);
    state.counters["p99_ms"] = quantile(durations, 0.99);
}

/// A study with some answers and no codings.
std::unique_ptr<StudyFile> smallStudy(const std::string& path, std::int64_t count) {
    auto file = emptyStudy(path, count);
    auto transaction = need(Transaction::begin(*file));
    for (std::int64_t number = 0; number < count; ++number)
        addThroughStore(*file, answers()[static_cast<std::size_t>(number)]);
    need(transaction.commit());
    return file;
}

JournalEntry codingOf(const model::Codebook& codebook, std::int64_t number) {
    JournalEntry entry;
    entry.act = Act::Code;
    entry.device = base::Guid::fromText("device");
    entry.rater = model::RaterId(1 + number % 2);
    entry.round = model::RoundId(1);
    entry.unit = model::UnitId(1 + number / 2 % 1000);
    entry.variable = codebook.variables[0].id;
    entry.code = codebook.variables[0].codes[0].id;
    entry.version = 1;
    entry.range = text::textRange(number / 2000, number / 2000 + 5);
    return entry;
}

void durableCodingThroughStore(benchmark::State& state) {
    const test::ScratchFolder folder;
    const auto file = smallStudy(folder.file("study.rapport"), 1000);
    const model::Codebook codebook = need(Codebooks(*file).current());
    base::Random random(3);
    std::int64_t number = 0;
    timeEach(state, [&] {
        auto transaction = need(Transaction::begin(*file));
        need(Journal(*file).append(codingOf(codebook, number++), random));
        need(transaction.commit());
    });
}

void durableInsertBare(benchmark::State& state) {
    const test::ScratchFolder folder;
    const std::string path = folder.file("study.rapport");
    smallStudy(path, 1000).reset();
    Bare bare(path);
    bare.run("CREATE TABLE bare (id INTEGER PRIMARY KEY, guid BLOB, unit INTEGER, rater INTEGER, code "
             "INTEGER) STRICT");
    sqlite3_stmt* insert = bare.prepare("INSERT INTO bare (guid, unit, rater, code) VALUES (?1, ?2, ?3, ?4)");
    base::Random random(3);
    timeEach(state, [&] {
        const base::Guid guid = base::Guid::random(random);
        bare.run("BEGIN IMMEDIATE");
        bindGuid(insert, 1, guid);
        for (int parameter = 2; parameter <= 4; ++parameter)
            sqlite3_bind_int64(insert, parameter, parameter);
        bare.step(insert);
        bare.run("COMMIT");
    });
}

void codingsInOneTransaction(benchmark::State& state) {
    for (auto _ : state) {
        state.PauseTiming();
        const test::ScratchFolder folder;
        const auto file = smallStudy(folder.file("study.rapport"), 1000);
        const model::Codebook codebook = need(Codebooks(*file).current());
        base::Random random(3);
        state.ResumeTiming();
        auto transaction = need(Transaction::begin(*file));
        for (std::int64_t number = 0; number < codingCount; ++number)
            need(Journal(*file).append(codingOf(codebook, number), random));
        need(transaction.commit());
    }
    state.SetItemsProcessed(state.iterations() * codingCount);
}

/// 100,000 codings: read, counted, checked.
class Worked {
public:
    static Worked& instance() {
        static Worked worked;
        return worked;
    }

private:
    test::ScratchFolder m_folder;

public:
    std::unique_ptr<StudyFile> file; ///< made after its folder

private:
    Worked()
        : file(smallStudy(m_folder.file("study.rapport"), 1000)) {
        const model::Codebook codebook = need(Codebooks(*file).current());
        base::Random random(3);
        auto transaction = need(Transaction::begin(*file));
        for (std::int64_t number = 0; number < 10 * codingCount; ++number)
            need(Journal(*file).append(codingOf(codebook, number), random));
        need(transaction.commit());
    }
};

void readAllCodings(benchmark::State& state) {
    const Codings codings(*Worked::instance().file);
    for (auto _ : state)
        benchmark::DoNotOptimize(need(codings.codings({})).size());
    state.SetItemsProcessed(state.iterations() * 10 * codingCount);
}

void readOneUnit(benchmark::State& state) {
    const Codings codings(*Worked::instance().file);
    CodingFilter filter;
    filter.unit = model::UnitId(500);
    filter.rater = model::RaterId(1);
    for (auto _ : state)
        benchmark::DoNotOptimize(need(codings.codings(filter)).size());
}

void checkWhole(benchmark::State& state) {
    const StudyFile& file = *Worked::instance().file;
    for (auto _ : state) {
        if (!need(file.check({})).problems.empty())
            throw std::runtime_error("the study has problems");
    }
    state.SetItemsProcessed(state.iterations() * 10 * codingCount);
    state.counters["peak_MB"] = peakMemory();
}

BENCHMARK(answersThroughStore)->Unit(benchmark::kMillisecond)->Iterations(2);
BENCHMARK(answersBare)->Unit(benchmark::kMillisecond)->Iterations(2);
BENCHMARK(durableCodingThroughStore)->Unit(benchmark::kMillisecond)->Iterations(300);
BENCHMARK(durableInsertBare)->Unit(benchmark::kMillisecond)->Iterations(300);
BENCHMARK(codingsInOneTransaction)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(readAllCodings)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(readOneUnit)->Unit(benchmark::kMicrosecond)->Iterations(300);
BENCHMARK(checkWhole)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

BENCHMARK_MAIN();
