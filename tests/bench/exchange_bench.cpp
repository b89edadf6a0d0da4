// SPDX-License-Identifier: GPL-3.0-or-later
// How fast tables and transcripts are read, in bytes a second, against the least that any reader must do: one
// look at every byte for the line ends.
#include "exchange/csv.h"
#include "exchange/transcript_text.h"
#include "text/decode.h"
#include "text/offset_map.h"

#include <benchmark/benchmark.h>

#include <cstring>
#include <string>

namespace {

using namespace rapport;

/// Ten columns, two of them answers of some 150 letters: a survey export.
std::string surveyTable(std::size_t size, bool hasQuotes) {
    std::string csv = "participant,group,campus,cohort,programme,language,score,Q1,Q2,B1\n";
    std::size_t row = 0;
    while (csv.size() < size) {
        csv += "P" + std::to_string(row++) + ",A1,A,1,primary,nl,3.25,";
        const char* const quote = hasQuotes ? "\"" : "";
        csv += quote;
        csv += "The teacher sees that the child looks away and waits until it comes by itself";
        csv += hasQuotes ? ", as it did \"\"before\"\", and then" : " as it did before and then";
        csv += " they talk about what happened that morning.";
        csv += quote;
        csv += ",";
        csv += quote;
        csv += "Closeness and conflict are both there; I would begin with a short moment for the two of them "
               "every day.";
        csv += quote;
        csv += ",yes\n";
    }
    return csv;
}

void setRate(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

constexpr std::size_t mebibytes16 = 16U << 20U;

void findLineEnds(benchmark::State& state) {
    const std::string csv = surveyTable(mebibytes16, false);
    for (auto _ : state) {
        std::size_t lines = 0;
        const char* at = csv.data();
        const char* const end = at + csv.size();
        while (const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) {
            ++lines;
            at = static_cast<const char*>(found) + 1;
        }
        benchmark::DoNotOptimize(lines);
    }
    setRate(state, csv.size());
}
BENCHMARK(findLineEnds)->Unit(benchmark::kMillisecond);

void decodeUtf8(benchmark::State& state) {
    const std::string csv = surveyTable(mebibytes16, false);
    for (auto _ : state)
        benchmark::DoNotOptimize(text::decode(csv, "bench"));
    setRate(state, csv.size());
}
BENCHMARK(decodeUtf8)->Unit(benchmark::kMillisecond);

void readTable(benchmark::State& state) {
    const std::string csv = surveyTable(mebibytes16, state.range(0) != 0);
    for (auto _ : state) {
        auto records = exchange::readCsv(csv, "bench", {}, {});
        if (!records)
            state.SkipWithError("not read");
        benchmark::DoNotOptimize(records);
    }
    setRate(state, csv.size());
}
BENCHMARK(readTable)->ArgName("quotes")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// A quotation mark that nobody closed: must take no longer than any other table.
void refuseOpenQuote(benchmark::State& state) {
    const std::string csv = "a,b\n1,\"" + surveyTable(mebibytes16, false);
    for (auto _ : state)
        benchmark::DoNotOptimize(exchange::readCsv(csv, "bench", {}, {}));
    setRate(state, csv.size());
}
BENCHMARK(refuseOpenQuote)->Unit(benchmark::kMillisecond);

void readTranscript(benchmark::State& state) {
    std::string text;
    for (std::size_t turn = 0; text.size() < mebibytes16 / 4; ++turn)
        text += "[00:01:02] Teacher " + std::to_string(turn % 7) +
                ": It went well, I think: better than the year before, because the children knew us.\n";
    for (auto _ : state) {
        auto records = exchange::readTranscriptText(text, "bench", {}, {});
        if (!records)
            state.SkipWithError("not read");
        benchmark::DoNotOptimize(records);
    }
    setRate(state, text.size());
}
BENCHMARK(readTranscript)->Unit(benchmark::kMillisecond);

void mapOffsets(benchmark::State& state) {
    std::string text;
    while (text.size() < (1U << 20U))
        text +=
            state.range(0) != 0 ? "re\u00EBel idee\u00EBnboek \U0001F600 " : "plain words without accents ";
    for (auto _ : state) {
        const text::OffsetMap map(text);
        benchmark::DoNotOptimize(map.length());
    }
    setRate(state, text.size());
}
BENCHMARK(mapOffsets)->ArgName("accents")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
