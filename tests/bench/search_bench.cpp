// SPDX-License-Identifier: GPL-3.0-or-later
// The index and its searches against bare Xapian doing the same: counters say how many times as long it
// takes. Synthetic answers of some 60 words whose frequencies follow Zipf's law.
#include "base/format.h"
#include "base/random.h"
#include "search/search.h"
#include "support/scratch.h"
#include "text/segmentation.h"
#include "text/tokenizer.h"

#include <benchmark/benchmark.h>
#include <xapian.h>

#include <chrono>
#include <cmath>
#include <map>
#include <memory>

using namespace rapport;
using namespace rapport::search;

namespace {

const base::Guid study = base::Guid::fromText("bench");

std::vector<std::string> makeVocabulary() {
    static const std::vector<std::string> syllables{"ba", "ke", "lo",  "mi",  "nu",   "re",     "ta",    "vo",
                                                    "zi", "hu", "der", "gen", "lijk", "school", "kracht"};
    std::vector<std::string> words{"de", "het", "een", "leerling", "leerkracht", "band", "niet", "goede"};
    base::Random random(1);
    while (words.size() < 30'000) {
        std::string word;
        for (std::uint64_t at = 0; at < 2 + words.size() % 3; ++at)
            word += syllables[static_cast<std::size_t>(random.below(syllables.size()))];
        words.push_back(fmt::format("{}{}", word, words.size() % 7));
    }
    return words;
}

std::vector<IndexedUnit> makeUnits(std::int64_t count) {
    static const std::vector<std::string> vocabulary = makeVocabulary();
    base::Random random(2);
    std::vector<IndexedUnit> units;
    units.reserve(static_cast<std::size_t>(count));
    for (std::int64_t id = 1; id <= count; ++id) {
        IndexedUnit unit;
        unit.id = model::UnitId(id);
        unit.kind = "answer";
        const std::uint64_t length = 30 + random.below(60);
        for (std::uint64_t at = 0; at < length; ++at) {
            const double rank = std::pow(static_cast<double>(vocabulary.size()), random.uniform()) - 1;
            unit.text += vocabulary[static_cast<std::size_t>(rank)];
            unit.text += random.below(14) == 0 ? ". " : " ";
        }
        unit.fields = {{"question", fmt::format("Q{}", 1 + id % 3)}, {"lang", id % 4 == 0 ? "en" : "nl"}};
        unit.order = id;
        units.push_back(std::move(unit));
    }
    return units;
}

std::vector<IndexBatch> makeBatches(const std::vector<IndexedUnit>& units) {
    std::vector<IndexBatch> batches;
    for (std::size_t at = 0; at < units.size(); at += preferredBatchSize) {
        IndexBatch batch;
        const std::size_t end = std::min(units.size(), at + preferredBatchSize);
        batch.changed.assign(units.begin() + static_cast<std::ptrdiff_t>(at),
                             units.begin() + static_cast<std::ptrdiff_t>(end));
        batch.cursor = static_cast<std::int64_t>(end);
        batches.push_back(std::move(batch));
    }
    return batches;
}

/// Words at blanks, a full stop opens a gap, boolean terms, the same transactions: what nobody can do
/// without.
void fillBare(Xapian::WritableDatabase& database, const std::vector<IndexedUnit>& units) {
    for (std::size_t at = 0; at < units.size(); ++at) {
        if (at % preferredBatchSize == 0)
            database.begin_transaction();
        Xapian::Document document;
        const std::string& text = units[at].text;
        Xapian::termpos place = 1;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = text.find(' ', begin);
            const bool isLast = text[end - 1] == '.';
            document.add_posting("w" + text.substr(begin, end - begin - (isLast ? 1 : 0)), place);
            place += isLast ? 101 : 1;
            begin = end + 1;
        }
        for (const auto& [field, value] : units[at].fields)
            document.add_boolean_term("F" + field + value);
        document.add_value(0, "12345678");
        database.replace_document(static_cast<Xapian::docid>(units[at].id.value), document);
        if ((at + 1) % preferredBatchSize == 0 || at + 1 == units.size())
            database.commit_transaction();
    }
}

double secondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void indexing(benchmark::State& state) {
    const std::vector<IndexedUnit> units = makeUnits(state.range(0));
    const std::vector<IndexBatch> batches = makeBatches(units);
    double ours = 0;
    double bare = 0;
    for (auto step : state) {
        test::ScratchFolder scratch;
        bare += secondsOf([&] {
            Xapian::WritableDatabase database(scratch.file("bare"), Xapian::DB_CREATE_OR_OPEN);
            fillBare(database, units);
        });
        const double took = secondsOf([&] {
            auto index = Index::open(scratch.path(), study, state.range(0));
            for (const IndexBatch& batch : batches) {
                if (!index || !index->apply(batch))
                    state.SkipWithError("not applied");
            }
        });
        ours += took;
        state.SetIterationTime(took);
    }
    state.counters["times_bare"] = ours / bare;
    state.counters["units_per_second"] = benchmark::Counter(static_cast<double>(state.range(0)) *
                                                            static_cast<double>(state.iterations()) / ours);
}

/// What the library's own words, stems and defaults take: the loop of its manual.
void fillByTermGenerator(Xapian::WritableDatabase& database, const std::vector<IndexedUnit>& units) {
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("dutch"));
    for (const IndexedUnit& unit : units) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(unit.text);
        for (const auto& [field, value] : unit.fields)
            document.add_boolean_term("F" + field + value);
        database.replace_document(static_cast<Xapian::docid>(unit.id.value), document);
    }
    database.commit();
}

double bytesBelow(const std::filesystem::path& folder) {
    double total = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            total += static_cast<double>(entry.file_size());
    }
    return total;
}

void rebuilding(benchmark::State& state) {
    const std::vector<IndexedUnit> units = makeUnits(state.range(0));
    double ours = 0;
    double generator = 0;
    double size = 0;
    for (auto step : state) {
        test::ScratchFolder scratch;
        generator += secondsOf([&] {
            Xapian::WritableDatabase database(scratch.file("bare"), Xapian::DB_CREATE_OR_OPEN);
            fillByTermGenerator(database, units);
        });
        const double took = secondsOf([&] {
            auto index = Index::open(scratch.path(), study, state.range(0));
            std::size_t next = 0;
            const auto source = [&](IndexBatch& batch) -> base::Result<bool> {
                const std::size_t end = std::min(units.size(), next + preferredBatchSize);
                batch.changed.assign(units.begin() + static_cast<std::ptrdiff_t>(next),
                                     units.begin() + static_cast<std::ptrdiff_t>(end));
                const bool more = next < end;
                next = end;
                return more;
            };
            if (!index || !index->rebuild(source, state.range(0)))
                state.SkipWithError("not rebuilt");
        });
        ours += took;
        size = bytesBelow(scratch.path() / study.text()) / bytesBelow(scratch.path() / "bare");
        state.SetIterationTime(took);
    }
    state.counters["times_as_fast_as_term_generator"] = generator / ours;
    state.counters["size_of_term_generator"] = size;
    state.counters["units_per_second"] = benchmark::Counter(static_cast<double>(state.range(0)) *
                                                            static_cast<double>(state.iterations()) / ours);
}

/// One index for all searches of a size.
struct Fixture {
    explicit Fixture(std::int64_t count) {
        const std::vector<IndexedUnit> units = makeUnits(count);
        auto index = Index::open(scratch.path(), study, count);
        for (const IndexBatch& batch : makeBatches(units))
            (void)index->apply(batch);
        reader = std::make_unique<IndexReader>(index->reader());
        scope.reader = reader.get();
        for (const auto& entry : std::filesystem::directory_iterator(scratch.path() / study.text())) {
            if (entry.is_directory())
                database = Xapian::Database(entry.path().string());
        }
    }
    test::ScratchFolder scratch;
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

Xapian::Query bareQuery(const std::string& name) {
    const Xapian::Query band("wband");
    const Xapian::Query pupil("wleerling");
    if (name == "word")
        return pupil;
    if (name == "and")
        return pupil & band;
    if (name == "or")
        return pupil | band;
    return Xapian::Query(Xapian::Query::OP_WILDCARD, "wlo", 0, Xapian::Query::WILDCARD_LIMIT_ERROR);
}

void searching(benchmark::State& state, const std::string& name, const std::string& typed) {
    Fixture& fixture = fixtureOf(state.range(0));
    const auto query = parseQuery(typed);
    std::uint64_t matches = 0;
    double ours = 0;
    double bare = 0;
    SearchOptions options;
    options.limit = 20;
    for (auto step : state) {
        bare += secondsOf([&] {
            Xapian::Enquire enquire(fixture.database);
            enquire.set_query(bareQuery(name));
            benchmark::DoNotOptimize(enquire.get_mset(0, 20, fixture.database.get_doccount()).size());
        });
        const double took = secondsOf([&] {
            const auto result = search::search(fixture.scope, *query, {}, options);
            matches = result ? result->matches : 0;
        });
        ours += took;
        state.SetIterationTime(took);
    }
    state.counters["times_bare"] = ours / bare;
    state.counters["matches"] = static_cast<double>(matches);
}

// ---------------------------------------------------------------------------------------------- words

/// Against ICU's word boundaries alone, without folding or offsets: what a tokeniser cannot do without.
void tokenising(benchmark::State& state) {
    const std::vector<IndexedUnit> units = makeUnits(state.range(0));
    double bytes = 0;
    for (const IndexedUnit& unit : units)
        bytes += static_cast<double>(unit.text.size());
    double ours = 0;
    double floor = 0;
    for (auto step : state) {
        floor += secondsOf([&] {
            for (const IndexedUnit& unit : units)
                benchmark::DoNotOptimize(text::countWords(unit.text));
        });
        const double took = secondsOf([&] {
            for (const IndexedUnit& unit : units)
                benchmark::DoNotOptimize(text::tokenize(unit.text).size());
        });
        ours += took;
        state.SetIterationTime(took);
    }
    state.counters["times_as_fast_as_icu"] = floor / ours;
    state.counters["megabytes_per_second"] =
        bytes * static_cast<double>(state.iterations()) / ours / 1'000'000;
}

std::shared_ptr<const TokenIndex> tokensOf(std::int64_t count, double& seconds) {
    const std::vector<IndexedUnit> units = makeUnits(count);
    std::shared_ptr<const TokenIndex> tokens;
    seconds = secondsOf([&] {
        tokens = *TokenIndex::build(
            [&](const TokenIndex::TextVisitor& visit) {
                for (const IndexedUnit& unit : units)
                    visit(unit.id, unit.text);
                return base::Status();
            },
            1);
    });
    return tokens;
}

/// Against the library's own loop over the same texts.
void tokenIndex(benchmark::State& state) {
    double ours = 0;
    double bytes = 0;
    for (auto step : state) {
        double took = 0;
        bytes = static_cast<double>(tokensOf(state.range(0), took)->bytes());
        ours += took;
        state.SetIterationTime(took);
    }
    const std::vector<IndexedUnit> units = makeUnits(std::min<std::int64_t>(state.range(0), 20'000));
    test::ScratchFolder scratch;
    const double generator = secondsOf([&] {
        Xapian::WritableDatabase database(scratch.file("bare"), Xapian::DB_CREATE_OR_OPEN);
        fillByTermGenerator(database, units);
    });
    const double scale = static_cast<double>(state.range(0)) / static_cast<double>(units.size());
    state.counters["times_as_fast_as_term_generator"] =
        generator * scale / (ours / static_cast<double>(state.iterations()));
    state.counters["megabytes"] = bytes / 1'000'000;
}

/// Random questions of one kind; the slowest of a hundred is what people remember.
void asking(benchmark::State& state, const std::string& kind) {
    static std::map<std::int64_t, std::shared_ptr<const TokenIndex>> indexes;
    double seconds = 0;
    auto& tokens = indexes[state.range(0)];
    if (!tokens)
        tokens = tokensOf(state.range(0), seconds);
    base::Random random(7);
    const auto word = [&] {
        return std::string(
            tokens->form(tokens->formAt(static_cast<std::uint32_t>(random.below(tokens->wordCount())))));
    };
    std::vector<double> took;
    std::uint64_t found = 0;
    for (auto step : state) {
        const std::uint32_t place = static_cast<std::uint32_t>(random.below(tokens->wordCount() - 1));
        const std::string next(tokens->form(tokens->formAt(place + 1)));
        const std::string first(tokens->form(tokens->formAt(place)));
        const std::string text = kind == "phrase"  ? "\"" + first + " " + next + "\""
                                 : kind == "near"  ? first + " NEAR/5 " + next
                                 : kind == "infix" ? "*" + word().substr(0, 4) + "*"
                                                   : word() + "~1";
        const auto query = parseQuery(text);
        took.push_back(secondsOf([&] { found += query ? tokens->spans(*query)->size() : 0; }));
        state.SetIterationTime(took.back());
    }
    std::sort(took.begin(), took.end());
    state.counters["p99_ms"] = took[took.size() * 99 / 100] * 1'000;
    state.counters["found"] = static_cast<double>(found) / static_cast<double>(took.size());
}

} // namespace

BENCHMARK(tokenising)->Arg(20'000)->Iterations(3)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(tokenIndex)
    ->Arg(2'000)
    ->Arg(100'000)
    ->Iterations(1)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(asking, phrase, "phrase")
    ->Arg(100'000)
    ->Iterations(300)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(asking, near, "near")
    ->Arg(100'000)
    ->Iterations(300)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(asking, infix, "infix")
    ->Arg(100'000)
    ->Iterations(300)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(asking, fuzzy, "fuzzy")
    ->Arg(100'000)
    ->Iterations(100)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(indexing)->Arg(2'000)->Arg(20'000)->Arg(100'000)->Iterations(1)->UseManualTime()->Unit(
    benchmark::kMillisecond);
BENCHMARK(rebuilding)
    ->Arg(2'000)
    ->Arg(20'000)
    ->Arg(100'000)
    ->Iterations(1)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searching, word, "word", "leerling")
    ->Arg(20'000)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searching, both, "and", "leerling band")
    ->Arg(20'000)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searching, either, "or", "leerling OR band")
    ->Arg(20'000)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searching, wildcard, "wildcard", "lo*")
    ->Arg(20'000)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
