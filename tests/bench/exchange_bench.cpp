// SPDX-License-Identifier: GPL-3.0-or-later
// How fast tables and transcripts are read, in bytes a second, against the least that any reader must do: one
// look at every byte for the line ends.
#include "exchange/csv.h"
#include "exchange/transcript_text.h"
#include "exchange/workbook.h"
#include "package/xml.h"
#include "package/zip.h"
#include "text/decode.h"
#include "text/offset_map.h"

#include <benchmark/benchmark.h>
#include <zip.h>

#include <cstdio>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

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

/// A sheet of ten columns, packed as a spreadsheet program packs it.
std::string workbook(std::size_t rows) {
    std::string sheet = "<worksheet><sheetData>";
    for (std::size_t row = 1; row <= rows; ++row) {
        const std::string number = std::to_string(row);
        sheet += "<row r=\"" + number + "\">";
        for (char column = 'A'; column <= 'J'; ++column) {
            sheet += "<c r=\"";
            sheet += column;
            sheet += number;
            if (row == 1 || column >= 'H')
                sheet += "\" t=\"inlineStr\"><is><t>The teacher waits until it comes by itself " + number +
                         column + "</t></is></c>";
            else if (column == 'B')
                sheet += "\" t=\"s\"><v>" + std::to_string(row % 100) + "</v></c>";
            else
                sheet += "\"><v>" + number + ".5</v></c>";
        }
        sheet += "</row>";
    }
    sheet += "</sheetData></worksheet>";
    std::string shared = "<sst>";
    for (int index = 0; index < 100; ++index)
        shared += "<si><t>group " + std::to_string(index) + "</t></si>";
    shared += "</sst>";
    const std::string relation = "<Relationship Type=\"x/";
    const std::vector<std::pair<std::string, std::string>> files{
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<R>" + relation + "worksheet\" Id=\"a\" Target=\"s.xml\"/>" +
                                           relation + "sharedStrings\" Id=\"b\" Target=\"t.xml\"/></R>"},
        {"xl/t.xml", shared},
        {"xl/s.xml", sheet}};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : files)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
    zip_close(archive);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

/// The least that any reader of such a file must do.
void inflateAndTokenise(benchmark::State& state) {
    struct Nothing : package::XmlHandler {
        void begin(const package::XmlName&, const package::XmlAttributes&) override {}
        void end(const package::XmlName&) override {}
        void text(std::string_view) override {}
    };
    const std::string bytes = workbook(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const auto archive = package::ZipArchive::open(bytes, "bench");
        Nothing handler;
        package::XmlStream xml(handler, "bench");
        const auto done = archive->stream(
            "xl/s.xml", [&](std::string_view piece) -> base::Result<bool> { return xml.feed(piece); });
        if (!done || !xml.finish())
            state.SkipWithError("not read");
    }
}
BENCHMARK(inflateAndTokenise)->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);

void readWorkbook(benchmark::State& state) {
    const std::string bytes = workbook(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        auto records = exchange::readXlsx(bytes, "bench", {}, {});
        if (!records)
            state.SkipWithError("not read");
        benchmark::DoNotOptimize(records);
    }
}
BENCHMARK(readWorkbook)->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);

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
