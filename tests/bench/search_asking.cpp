// SPDX-License-Identifier: GPL-3.0-or-later
// Random questions, of one kind at a time: what the slowest of a hundred takes, beside the same question to
// the bare library in the same run; and how long a search goes on after it was asked to stop.
// RAPPORT_BENCH_CACHE=FOLDER keeps the ranked index for the next run.
#include "base/format.h"
#include "base/random.h"
#include "search/lines.h"
#include "search/search.h"
#include "search/word_statistics.h"
#include "search_corpus.h"
#include "support/scratch.h"

#include <benchmark/benchmark.h>
#include <pthread.h>
#include <xapian.h>

#include <atomic>
#include <cstdlib>
#include <map>
#include <stop_token>
#include <thread>

using namespace rapport;
using namespace rapport::search;
using bench::cpuSecondsOf;

namespace {

const base::Guid study = base::Guid::fromText("asking");

/// One index for all searches of a size.
struct Fixture {
    explicit Fixture(std::int64_t count) {
        const char* const kept = std::getenv("RAPPORT_BENCH_CACHE");
        folder = kept != nullptr ? std::filesystem::path(kept) / std::to_string(count) : scratch.path();
        std::filesystem::create_directories(folder);
        auto index = Index::open(folder, study, count);
        if (index->cursor() != count) {
            const std::vector<IndexedUnit>& units = bench::unitsOf(count);
            std::size_t next = 0;
            const auto source = [&](IndexBatch& batch) -> base::Result<bool> {
                const std::size_t end = std::min(units.size(), next + preferredBatchSize);
                batch.changed.assign(units.begin() + static_cast<std::ptrdiff_t>(next),
                                     units.begin() + static_cast<std::ptrdiff_t>(end));
                const bool more = next < end;
                next = end;
                return more;
            };
            (void)index->rebuild(source, count);
        }
        reader = std::make_unique<IndexReader>(index->reader());
        scope.reader = reader.get();
        scope.tokens = bench::tokensOf(count);
        for (const auto& entry : std::filesystem::directory_iterator(folder / study.text())) {
            if (entry.is_directory())
                database = Xapian::Database(entry.path().string());
        }
    }
    test::ScratchFolder scratch;
    std::filesystem::path folder;
    std::unique_ptr<IndexReader> reader;
    SearchScope scope;
    Xapian::Database database;
};

Fixture& fixtureOf(std::int64_t count) {
    static std::map<std::int64_t, std::unique_ptr<Fixture>> fixtures;
    auto& fixture = fixtures[count];
    if (!fixture)
        fixture = std::make_unique<Fixture>(count);
    return *fixture;
}

/// Words as people meet them: as often as they stand in the texts.
class Questions {
public:
    Questions(const TokenIndex& tokens, std::uint64_t seed)
        : m_tokens(tokens)
        , m_random(seed) {}

    std::string word() { return form(place()); }
    std::string wordOf(std::size_t letters) {
        for (;;) {
            std::string found = word();
            if (found.size() >= letters && found.find('\'') == std::string::npos)
                return found;
        }
    }
    std::string ask(const std::string& kind) {
        const std::uint32_t at = place();
        const std::string both = form(at) + " " + form(at + 1);
        if (kind == "phrase")
            return "\"" + both + "\"";
        if (kind == "phrase3")
            return "\"" + both + " " + form(at + 2) + "\"";
        if (kind == "near")
            return form(at) + " NEAR/5 " + form(at + 1 + static_cast<std::uint32_t>(m_random.below(4)));
        if (kind == "infix") {
            const std::string from = wordOf(5);
            return "*" + from.substr(static_cast<std::size_t>(m_random.below(from.size() - 4)), 5) + "*";
        }
        if (kind == "pattern")
            return "\"(de|het|een|the) [0-3] " + form(at) + " * (" + form(at + 2) + "|" + word() + "|)\"";
        if (kind == "fuzzy1")
            return wordOf(6) + "~1";
        if (kind == "fuzzy")
            return wordOf(6) + "~2";
        if (kind == "regex")
            return "/.*" + wordOf(5).substr(1, 3) + ".?(en|ing)/";
        if (kind == "or")
            return word() + " OR " + word();
        if (kind == "and")
            return both;
        if (kind == "field")
            return both + " lang:nl";
        return word();
    }

private:
    std::uint32_t place() { return static_cast<std::uint32_t>(m_random.below(m_tokens.wordCount() - 8)); }
    std::string form(std::uint32_t at) const { return std::string(m_tokens.form(m_tokens.formAt(at))); }
    const TokenIndex& m_tokens;
    base::Random m_random;
};

/// All places, as a concordance needs them.
void asking(benchmark::State& state, const std::string& kind) {
    const auto tokens = bench::tokensOf(state.range(0));
    Questions questions(*tokens, 7);
    std::vector<double> took;
    std::vector<double> counting;
    std::uint64_t found = 0;
    std::uint64_t most = 0;
    for (auto step : state) {
        const auto query = parseQuery(questions.ask(kind));
        if (!query) {
            state.SetIterationTime(0);
            continue;
        }
        std::uint64_t places = 0;
        took.push_back(cpuSecondsOf([&] { places = tokens->spans(*query)->size(); }));
        counting.push_back(
            cpuSecondsOf([&] { benchmark::DoNotOptimize(tokens->units(query->root)->size()); }));
        found += places;
        most = std::max(most, places);
        state.SetIterationTime(took.back());
    }
    state.counters["p50_ms"] = bench::quantile(took, 0.5) * 1'000;
    state.counters["p99_ms"] = bench::quantile(took, 0.99) * 1'000;
    state.counters["units_p99_ms"] = bench::quantile(counting, 0.99) * 1'000;
    state.counters["places"] = static_cast<double>(found) / static_cast<double>(took.size());
    state.counters["most_places"] = static_cast<double>(most);
}

/// What is counted over all words or all lines of a word, as the word lists show it.
void gathering(benchmark::State& state, const std::string& kind) {
    const auto tokens = bench::tokensOf(state.range(0));
    Questions questions(*tokens, 19);
    base::Random random(23);
    const std::vector<bool> all(tokens->unitCount(), true);
    std::vector<double> took;
    for (auto step : state) {
        const auto query = parseQuery(kind == "collocates-of-de" ? "de" : questions.word());
        std::vector<bool> some(tokens->unitCount());
        const std::uint64_t share = kind == "sequences-of-some" ? 100 : 3;
        for (std::size_t unit = 0; unit < some.size(); ++unit)
            some[unit] = random.below(share) == 0;
        std::vector<bool> rest = some;
        rest.flip();
        took.push_back(cpuSecondsOf([&] {
            if (kind == "keywords")
                benchmark::DoNotOptimize(keywords(*tokens, some, rest, 2)->size());
            else if (kind == "sequences")
                benchmark::DoNotOptimize(ngrams(*tokens, all, 3, 2)->size());
            else if (kind == "sequences-of-some")
                benchmark::DoNotOptimize(ngrams(*tokens, some, 3, 2)->size());
            else
                benchmark::DoNotOptimize(collocates(*tokens, *tokens->spans(*query), all)->size());
        }));
        state.SetIterationTime(took.back());
    }
    state.counters["p50_ms"] = bench::quantile(took, 0.5) * 1'000;
    state.counters["p99_ms"] = bench::quantile(took, 0.99) * 1'000;
}

Xapian::Query bareQuery(const std::string& kind, const QueryNode& root) {
    std::vector<Xapian::Query> words;
    const auto add = [&](const QueryNode& leaf) {
        words.emplace_back("w" + leaf.spellings.front().front().words.front().folded);
    };
    if (root.kind == QueryNode::Kind::Text)
        add(root);
    for (const QueryNode& child : root.children) {
        if (child.kind == QueryNode::Kind::Text)
            add(child);
    }
    const Xapian::Query query(kind == "or" ? Xapian::Query::OP_OR : Xapian::Query::OP_AND, words.begin(),
                              words.end());
    return kind == "field" ? Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query("Flang\x1fnl"))
                           : query;
}

/// The best twenty with the exact number of all, against the bare library's best twenty with an estimate.
void ranking(benchmark::State& state, const std::string& kind) {
    Fixture& fixture = fixtureOf(state.range(0));
    Questions questions(*fixture.scope.tokens, 11);
    std::vector<double> took;
    std::vector<double> bare;
    SearchOptions options;
    options.limit = 20;
    options.wantsSuggestion = false;
    options.wantsUnits = false;
    bool isFirst = true;
    for (auto step : state) {
        const auto query = parseQuery(questions.ask(kind));
        const auto askBare = [&] {
            bare.push_back(cpuSecondsOf([&] {
                Xapian::Enquire enquire(fixture.database);
                enquire.set_query(bareQuery(kind, query->root));
                benchmark::DoNotOptimize(enquire.get_mset(0, 20).size());
            }));
        };
        const auto askOurs = [&] {
            took.push_back(cpuSecondsOf([&] {
                const auto result = search::search(fixture.scope, *query, {}, options);
                benchmark::DoNotOptimize(result->matches);
            }));
        };
        // Whoever comes second finds the blocks in memory: each in turn.
        isFirst = !isFirst;
        if (isFirst)
            askBare();
        askOurs();
        if (!isFirst)
            askBare();
        state.SetIterationTime(took.back());
    }
    state.counters["p50_ms"] = bench::quantile(took, 0.5) * 1'000;
    state.counters["p99_ms"] = bench::quantile(took, 0.99) * 1'000;
    state.counters["bare_p50_ms"] = bench::quantile(bare, 0.5) * 1'000;
    state.counters["bare_p99_ms"] = bench::quantile(bare, 0.99) * 1'000;
    state.counters["times_bare_p99"] = bench::quantile(took, 0.99) / bench::quantile(bare, 0.99);
}

double cpuSecondsOf(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Asks for a stop at a random moment of the work and measures what the worker still does: by its own clock
/// (what runs beside it does not count) and by the one on the wall.
void cancelling(benchmark::State& state, const std::string& kind) {
    // Lists of lines and words need no ranked index, which takes minutes to make.
    const bool isRanked = kind != "lines" && kind != "counts" && kind != "collocates" &&
                          kind != "sequences" && kind != "keywords" && kind != "places" &&
                          kind != "patterns" && kind != "catch-up";
    Fixture* const fixture = isRanked ? &fixtureOf(state.range(0)) : nullptr;
    const auto held = bench::tokensOf(state.range(0));
    const TokenIndex& tokens = *held;
    Questions questions(tokens, 13);
    base::Random random(17);
    std::vector<IndexedUnit> more;
    if (kind == "catch-up") {
        more.assign(bench::unitsOf(state.range(0)).begin(), bench::unitsOf(state.range(0)).begin() + 200);
        for (IndexedUnit& unit : more)
            unit.id.value += state.range(0);
    }
    const auto workOf = [&](const base::Task& task) {
        const std::vector<bool> all(tokens.unitCount(), true);
        if (kind == "catch-up") {
            test::ScratchFolder scratch;
            auto index = Index::open(scratch.path(), study, 1, task);
            if (index)
                (void)index->apply({more, {}, 1}, task);
        } else if (kind == "lines") {
            auto spans = tokens.spans(*parseQuery("de OR het OR the OR *ing"), task);
            if (spans)
                (void)sortLines(tokens, *spans, {{LineKey::By::Right, 1, {}}, {LineKey::By::Left, 1, {}}},
                                "nl", task);
        } else if (kind == "collocates") {
            const auto spans = tokens.spans(*parseQuery("de OR het OR the OR *ing"), task);
            if (spans)
                (void)collocates(tokens, *spans, all, {}, task);
        } else if (kind == "places") {
            (void)tokens.spans(*parseQuery("de OR het OR the OR *ing OR e*"), task);
        } else if (kind == "patterns") {
            (void)tokens.spans(*parseQuery("\"(de|het|een|the) [0-20] (de|het|een|the) [0-20] e*\""), task);
        } else if (kind == "sequences") {
            (void)ngrams(tokens, all, 3, 2, task);
        } else if (kind == "keywords") {
            (void)keywords(tokens, all, all, 2, task);
        } else if (kind == "counts") {
            const auto spans = tokens.spans(*parseQuery("de OR het OR the OR *ing"), task);
            if (spans)
                (void)countLines(tokens, *spans, {LineKey::By::Left, 1, {}}, task);
        } else {
            SearchOptions options;
            options.facets = {"question", "lang"};
            const std::string typed = kind == "ranked"  ? "de OR het OR een OR en OR the OR to OR and OR of"
                                      : kind == "near"  ? "de NEAR/20 (het OR een OR en OR the)"
                                      : kind == "infix" ? "*e* OR *in*"
                                      : kind == "steps" ? "/(.+)+.+[a-y]*(.+)+0/"
                                                        : questions.ask(kind);
            (void)search::search(fixture->scope, *parseQuery(typed), {}, options, task);
        }
    };
    const double whole = kind == "steps" ? 0.2 : bench::wallSecondsOf([&] { workOf({}); });
    double longestCpu = 0;
    double longestWall = 0;
    for (auto step : state) {
        std::stop_source stop;
        base::Task task;
        task.stop = stop.get_token();
        clockid_t clock{};
        std::atomic<bool> isReady = false;
        std::atomic<bool> isDone = false;
        double atEnd = 0;
        std::chrono::steady_clock::time_point end;
        std::thread worker([&] {
            pthread_getcpuclockid(pthread_self(), &clock);
            isReady = true;
            workOf(task);
            isDone = true;
            atEnd = cpuSecondsOf(clock);
            end = std::chrono::steady_clock::now();
        });
        while (!isReady)
            std::this_thread::yield();
        std::this_thread::sleep_for(std::chrono::duration<double>(random.uniform() * whole));
        const double atRequest = isDone ? -1 : cpuSecondsOf(clock);
        const auto request = std::chrono::steady_clock::now();
        stop.request_stop();
        worker.join();
        // A thread that has ended meanwhile has no clock any more.
        if (atRequest > 0)
            longestCpu = std::max(longestCpu, atEnd - atRequest);
        const double waited = std::max(0.0, std::chrono::duration<double>(end - request).count());
        longestWall = std::max(longestWall, waited);
        state.SetIterationTime(waited);
    }
    state.counters["whole_ms"] = whole * 1'000;
    state.counters["longest_cpu_ms"] = longestCpu * 1'000;
    state.counters["longest_wall_ms"] = longestWall * 1'000;
}

void perSize(benchmark::internal::Benchmark* bench, std::int64_t rounds) {
    bench->Arg(100'000)->Arg(1'000'000)->Iterations(rounds)->UseManualTime()->Unit(benchmark::kMillisecond);
}

const bool areRegistered = [] {
    for (const char* kind : {"phrase", "phrase3", "near", "infix", "pattern", "fuzzy1", "fuzzy", "regex"}) {
        perSize(benchmark::RegisterBenchmark(fmt::format("asking/{}", kind).c_str(),
                                             [kind](benchmark::State& state) { asking(state, kind); }),
                std::string(kind).starts_with("fuzzy") || kind == std::string("regex") ? 100 : 300);
    }
    for (const char* kind : {"keywords", "collocates", "collocates-of-de", "sequences", "sequences-of-some"})
        perSize(benchmark::RegisterBenchmark(fmt::format("gathering/{}", kind).c_str(),
                                             [kind](benchmark::State& state) { gathering(state, kind); }),
                kind == std::string("collocates") ? 100 : 10);
    for (const char* kind : {"word", "and", "or", "field"})
        perSize(benchmark::RegisterBenchmark(fmt::format("ranking/{}", kind).c_str(),
                                             [kind](benchmark::State& state) { ranking(state, kind); }),
                300);
    for (const char* kind : {"ranked", "near", "infix", "fuzzy", "regex", "steps", "catch-up", "lines",
                             "counts", "collocates", "sequences", "keywords", "places", "patterns"})
        perSize(benchmark::RegisterBenchmark(fmt::format("cancelling/{}", kind).c_str(),
                                             [kind](benchmark::State& state) { cancelling(state, kind); }),
                30);
    return true;
}();

} // namespace
