// SPDX-License-Identifier: GPL-3.0-or-later
// What a user waits for, against floors measured in the same run: a survey table of 100,000 answers imported,
// against bare SQLite writing the same texts; one coding acknowledged, against one bare durable insert;
// agreement of a round, against reading its codings. Texts are synthetic. Times depend on the disk: set
// TMPDIR.
#include "base/random.h"
#include "service/assigning.h"
#include "service/importing.h"
#include "service/measuring.h"
#include "service/merging.h"
#include "service/packing.h"
#include "service/rating.h"
#include "support/scratch.h"

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <numeric>
#include <stdexcept>

namespace {

using namespace rapport;
using Clock = std::chrono::steady_clock;

constexpr int people = 50'000; // two answers each
constexpr int acts = 2'000;

template<typename T>
T need(base::Result<T> result) {
    if (!result)
        throw std::runtime_error(base::describe(result.error()));
    return std::move(*result);
}

double seconds(Clock::time_point since) {
    return std::chrono::duration<double>(Clock::now() - since).count();
}

/// Peak resident memory of this process in MB.
double peakMemory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

std::string answer(base::Random& random) {
    static constexpr const char* words[] = {"leerling",   "juf",    "gesprek",     "relatie",
                                            "vertrouwen", "klas",   "caf\xC3\xA9", "samen",
                                            "moeilijk",   "rustig", "denk",        "ik"};
    std::string text;
    for (std::uint64_t left = 20 + random.below(60); left > 0; --left)
        text += std::string(words[random.below(std::size(words))]) + ' ';
    return text;
}

const std::vector<std::string>& texts() {
    static const std::vector<std::string> made = [] {
        base::Random random(1);
        std::vector<std::string> list;
        for (int number = 0; number < 2 * people; ++number)
            list.push_back(answer(random));
        return list;
    }();
    return made;
}

std::string csv(int count) {
    std::string table = "participant,group,Q1,Q2\n";
    for (int person = 0; person < count; ++person) {
        const auto first = static_cast<std::size_t>(2 * person);
        table += "P" + std::to_string(person) + ",A" + std::to_string(person % 6) + "," + texts()[first] +
                 "," + texts()[first + 1] + "\n";
    }
    return table;
}

service::Environment environment(const test::ScratchFolder& scratch) {
    service::Environment made;
    made.random = base::Random(3);
    made.device = base::Guid::fromText("bench");
    made.cacheFolder = scratch.file("cache");
    return made;
}

class Bare {
public:
    explicit Bare(const std::string& path) {
        sqlite3_open(path.c_str(), &m_connection);
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
            "CREATE TABLE answer (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, text TEXT NOT NULL) "
            "STRICT;"
            "CREATE TABLE coding (id INTEGER PRIMARY KEY, unit INTEGER, code INTEGER, time INTEGER) STRICT");
    }
    ~Bare() { sqlite3_close(m_connection); }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    void run(const char* sql) {
        if (sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(m_connection));
    }
    void insertAnswers() {
        sqlite3_stmt* insert = nullptr;
        sqlite3_prepare_v2(m_connection, "INSERT INTO answer (name, text) VALUES (?1, ?2)", -1, &insert,
                           nullptr);
        run("BEGIN IMMEDIATE");
        for (std::size_t number = 0; number < texts().size(); ++number) {
            const std::string name = "P" + std::to_string(number / 2) + "/Q" + std::to_string(number % 2 + 1);
            sqlite3_bind_text(insert, 1, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
            sqlite3_bind_text(insert, 2, texts()[number].data(), static_cast<int>(texts()[number].size()),
                              SQLITE_STATIC);
            if (sqlite3_step(insert) != SQLITE_DONE)
                throw std::runtime_error(sqlite3_errmsg(m_connection));
            sqlite3_reset(insert);
        }
        run("COMMIT");
        sqlite3_finalize(insert);
    }

private:
    sqlite3* m_connection = nullptr;
};

double percentile(std::vector<double> times, double share) {
    std::sort(times.begin(), times.end());
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

void importAnswers(benchmark::State& state) {
    double ours = 0;
    double floor = 0;
    for ([[maybe_unused]] auto _ : state) {
        const test::ScratchFolder scratch;
        const std::string file = scratch.write("answers.csv", csv(people));
        {
            Bare bare(scratch.file("bare.sqlite"));
            const auto start = Clock::now();
            bare.insertAnswers();
            floor += seconds(start);
        }
        auto session =
            need(service::Session::create(scratch.file("study.rapport"), {}, environment(scratch)));
        const auto start = Clock::now();
        const auto report = need(service::importFiles(*session, {file}, {}));
        ours += seconds(start);
        if (report.added != people || !report.rejected.empty())
            throw std::runtime_error("not everything came in");
    }
    state.counters["import_s"] = ours;
    state.counters["bare_s"] = floor;
    state.counters["ratio"] = ours / floor;
    state.counters["peak_MB"] = peakMemory();
}
BENCHMARK(importAnswers)->Iterations(1)->Unit(benchmark::kSecond);

/// A rater's evening: code, then complete, one answer after the other, in a study of 100,000 answers.
void durableCoding(benchmark::State& state) {
    const test::ScratchFolder scratch;
    auto session = need(service::Session::create(scratch.file("study.rapport"), {}, environment(scratch)));
    need(service::importFiles(*session, {scratch.write("answers.csv", csv(people))}, {}));
    const model::Rater rater = need(service::addRater(*session, "R1", model::RaterKind::Human));
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    request.raters = {"R1"};
    need(service::assign(*session, request));
    const model::RoundId round = need(session->round("main")).id;
    const auto items = need(service::units(*session, {"main", "R1", service::UnitState::All}));
    const auto closeness = need(session->codebook())->code("closeness").code->id;
    Bare bare(scratch.file("bare.sqlite"));
    std::vector<double> ours;
    std::vector<double> floor;
    for ([[maybe_unused]] auto _ : state) {
        std::size_t place = 0;
        for (int act = 0; act < acts; ++act) {
            while (items[place].prompt != "Q2")
                ++place;
            auto start = Clock::now();
            need(service::code(*session, {rater.id, round, items[place++].id}, closeness));
            ours.push_back(seconds(start));
            start = Clock::now();
            bare.run("INSERT INTO coding (unit, code, time) VALUES (1, 2, 3)");
            floor.push_back(seconds(start));
        }
    }
    state.counters["p50_ms"] = 1000 * percentile(ours, 0.5);
    state.counters["p99_ms"] = 1000 * percentile(ours, 0.99);
    state.counters["bare_p50_ms"] = 1000 * percentile(floor, 0.5);
    state.counters["bare_p99_ms"] = 1000 * percentile(floor, 0.99);
    state.counters["ratio_p50"] = percentile(ours, 0.5) / percentile(floor, 0.5);
    state.counters["ratio_p99"] = percentile(ours, 0.99) / percentile(floor, 0.99);
    state.counters["peak_MB"] = peakMemory();
}
BENCHMARK(durableCoding)->Iterations(1)->Unit(benchmark::kSecond);

/// Dealing 100,000 answers to ten raters, as many to each answer as the range says.
void assignEverything(benchmark::State& state) {
    const test::ScratchFolder scratch;
    auto session = need(service::Session::create(scratch.file("study.rapport"), {}, environment(scratch)));
    need(service::importFiles(*session, {scratch.write("answers.csv", csv(people))}, {}));
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    request.perUnit = static_cast<int>(state.range(0));
    for (int number = 1; number <= 10; ++number) {
        request.raters.push_back("R" + std::to_string(number));
        need(service::addRater(*session, request.raters.back(), model::RaterKind::Human));
    }
    for ([[maybe_unused]] auto _ : state) {
        auto start = Clock::now();
        need(service::previewAssign(*session, request));
        state.counters["preview_s"] = seconds(start);
        start = Clock::now();
        need(service::assign(*session, request));
        state.counters["assign_s"] = seconds(start);
    }
    state.counters["peak_MB"] = peakMemory();
}
BENCHMARK(assignEverything)->Arg(1)->Arg(3)->Iterations(1)->Unit(benchmark::kSecond);

/// Twenty packs of 10,000 codings come back: the last must cost what the first did.
void mergeTwentyPacks(benchmark::State& state) {
    constexpr int packs = 20;
    constexpr int codings = 10'000;
    const test::ScratchFolder scratch;
    auto session = need(service::Session::create(scratch.file("study.rapport"), {}, environment(scratch)));
    need(service::importFiles(*session, {scratch.write("answers.csv", csv(codings))}, {}));
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    request.prompts = {"Q2"};
    for (int number = 1; number <= packs; ++number) {
        request.raters.push_back("R" + std::to_string(number));
        need(service::addRater(*session, request.raters.back(), model::RaterKind::Human));
    }
    need(service::assign(*session, request));
    std::vector<std::string> files;
    for (const std::string& rater : request.raters) {
        files.push_back(scratch.file(rater + ".rpack"));
        need(service::pack(*session, {rater, files.back(), ""}));
        service::Environment laptop = environment(scratch);
        laptop.random = base::Random(100 + files.size()); // guids of its own
        laptop.device = base::Guid::fromText(rater);
        const auto inPack = need(service::Session::open(files.back(), service::OpenMode::ReadWrite, laptop));
        const auto whose = need(inPack->rater(rater)).id;
        const auto round = need(inPack->round("main")).id;
        const auto closeness = need(inPack->codebook())->code("closeness").code->id;
        const auto items = need(service::units(*inPack, {"main", rater, service::UnitState::All}));
        need(service::asOneStep(*inPack, [&](service::Session& inner) -> base::Status {
            for (const service::UnitItem& item : items)
                need(service::code(inner, {whose, round, item.id}, closeness));
            return {};
        }));
    }
    std::vector<double> took;
    for ([[maybe_unused]] auto _ : state) {
        for (const std::string& file : files) {
            const auto start = Clock::now();
            need(service::merge(*session, {{file}, ""}));
            took.push_back(seconds(start));
        }
        const auto start = Clock::now();
        need(service::merge(*session, {files, ""}));
        state.counters["all_again_s"] = seconds(start);
    }
    state.counters["first_s"] = took.front();
    state.counters["last_s"] = took.back();
    state.counters["growth"] = took.back() / took.front();
    state.counters["codings_per_s"] = packs * codings / std::accumulate(took.begin(), took.end(), 0.0);
    state.counters["peak_MB"] = peakMemory();
}
BENCHMARK(mergeTwentyPacks)->Iterations(1)->Unit(benchmark::kSecond);

} // namespace

BENCHMARK_MAIN();
