// SPDX-License-Identifier: GPL-3.0-or-later
// What is made for search against what the libraries make of the same texts: counters say how many times as
// fast or as large it is. Times are CPU times of this program, so that what runs beside it matters little.
#include "search/search.h"
#include "search_corpus.h"
#include "support/scratch.h"
#include "text/segmentation.h"
#include "text/tokenizer.h"

#include <benchmark/benchmark.h>
#include <xapian.h>

using namespace rapport;
using namespace rapport::search;
using bench::cpuSecondsOf;

namespace {

const base::Guid study = base::Guid::fromText("bench");

/// Against ICU's word boundaries alone, without folding or offsets: what a tokeniser cannot do without.
void tokenising(benchmark::State& state) {
    const std::vector<IndexedUnit>& units = bench::unitsOf(state.range(0));
    double bytes = 0;
    for (const IndexedUnit& unit : units)
        bytes += static_cast<double>(unit.text.size());
    double ours = 0;
    double floor = 0;
    for (auto step : state) {
        floor += cpuSecondsOf([&] {
            for (const IndexedUnit& unit : units)
                benchmark::DoNotOptimize(text::countWords(unit.text));
        });
        const double took = cpuSecondsOf([&] {
            std::vector<text::Token> tokens;
            for (const IndexedUnit& unit : units) {
                text::tokenize(unit.text, tokens);
                benchmark::DoNotOptimize(tokens.size());
            }
        });
        ours += took;
        state.SetIterationTime(took);
    }
    state.counters["times_as_fast_as_icu"] = floor / ours;
    state.counters["megabytes_per_second"] =
        bytes * static_cast<double>(state.iterations()) / ours / 1'000'000;
}

/// What the library's own words, stems and defaults take: the loop of its manual.
void fillByTermGenerator(Xapian::WritableDatabase& database, const std::vector<IndexedUnit>& units,
                         std::size_t count) {
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("dutch"));
    for (std::size_t at = 0; at < count; ++at) {
        const IndexedUnit& unit = units[at];
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
    const std::vector<IndexedUnit>& units = bench::unitsOf(state.range(0));
    double wall = 0;
    double generatorWall = 0;
    double ours = 0;
    double generator = 0;
    double size = 0;
    for (auto step : state) {
        test::ScratchFolder scratch;
        generatorWall += bench::wallSecondsOf([&] {
            generator += cpuSecondsOf([&] {
                Xapian::WritableDatabase database(scratch.file("bare"), Xapian::DB_CREATE_OR_OPEN);
                fillByTermGenerator(database, units, units.size());
            });
        });
        double took = 0;
        wall += bench::wallSecondsOf([&] {
            took = cpuSecondsOf([&] {
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
        });
        ours += took;
        size = bytesBelow(scratch.path() / study.text()) / bytesBelow(scratch.path() / "bare");
        state.SetIterationTime(took);
    }
    state.counters["times_as_fast_as_term_generator"] = generatorWall / wall;
    state.counters["times_as_fast_by_cpu"] = generator / ours;
    state.counters["size_of_term_generator"] = size;
    state.counters["units_per_cpu_second"] =
        static_cast<double>(state.range(0)) * static_cast<double>(state.iterations()) / ours;
}

/// Against the library's loop over the first of the same texts (it grows slower with their number), against
/// reading it from its file, and how large it is.
void tokenIndex(benchmark::State& state) {
    const std::vector<IndexedUnit>& units = bench::unitsOf(state.range(0));
    double ours = 0;
    double bytes = 0;
    double saving = 0;
    double loading = 0;
    test::ScratchFolder scratch;
    for (auto step : state) {
        std::shared_ptr<const TokenIndex> tokens;
        const double took = cpuSecondsOf([&] { tokens = bench::buildTokens(units); });
        bytes = static_cast<double>(tokens->bytes());
        ours += took;
        state.SetIterationTime(took);
        saving += cpuSecondsOf([&] {
            if (!tokens->save(scratch.file("tokens"), "bench"))
                state.SkipWithError("not saved");
        });
        loading += cpuSecondsOf([&] {
            if (!TokenIndex::load(scratch.file("tokens"), "bench"))
                state.SkipWithError("not loaded");
        });
    }
    const std::size_t sample = std::min<std::size_t>(units.size(), 20'000);
    const double generator = cpuSecondsOf([&] {
        Xapian::WritableDatabase database(scratch.file("bare"), Xapian::DB_CREATE_OR_OPEN);
        fillByTermGenerator(database, units, sample);
    });
    const double scale = static_cast<double>(units.size()) / static_cast<double>(sample);
    const auto rounds = static_cast<double>(state.iterations());
    state.counters["times_as_fast_as_term_generator"] = generator * scale / (ours / rounds);
    state.counters["megabytes"] = bytes / 1'000'000;
    state.counters["save_ms"] = saving / rounds * 1'000;
    state.counters["load_ms"] = loading / rounds * 1'000;
}

} // namespace

BENCHMARK(tokenising)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(3)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(tokenIndex)
    ->Arg(2'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(1)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(rebuilding)
    ->Arg(2'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(1)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
