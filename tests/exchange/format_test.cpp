// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/foreign_file.h"
#include "exchange/format.h"
#include "exchange/refi.h"
#include "exchange/survey_structure.h"
#include "support/catch.hpp"
#include "support/zip_writer.h"
#include "text/utf8.h"

#include <algorithm>
#include <filesystem>
#include <set>

using namespace rapport;
using namespace rapport::exchange;
using namespace std::string_literals;

TEST_CASE("every entry of the registry can be asked for by its id") {
    std::set<std::string_view> ids;
    for (const Format& format : formats()) {
        CHECK(formatById(format.id) == &format);
        CHECK(ids.insert(format.id).second);
        CHECK_FALSE(format.title.empty());
        CHECK_FALSE(format.endings.empty());
        CHECK(format.read("", "f", {}, {}).error().code == base::Errc::Unreadable);
        CHECK(format.probe("", "f") == Likelihood::None);
        CHECK(format.probe("PK\x03\x04", "f.csv") == Likelihood::None);
    }
    CHECK(formatById("no-such-format") == nullptr);
}

TEST_CASE("a file finds its reader by content before its name") {
    struct Row {
        const char* file;
        const char* reader;
    };
    for (const Row& row :
         {Row{"qualtrics-three.csv", "csv"}, Row{"limesurvey.csv", "csv"}, Row{"tabs.tsv", "csv"},
          Row{"semicolon-windows-1252.csv", "csv"}, Row{"utf-16.csv", "csv"}, Row{"single-column.csv", "csv"},
          Row{"teams.vtt", "webvtt"}, Row{"full.vtt", "webvtt"}, Row{"plain.srt", "srt"},
          Row{"lines.txt", "transcript-text"}, Row{"timed.txt", "transcript-text"},
          Row{"glued.txt", "transcript-text"}, Row{"paragraphs.txt", "transcript-text"}}) {
        CAPTURE(row.file);
        const auto found = detectFormat(test::data(row.file), row.file);
        REQUIRE(found);
        CHECK((*found)->id == row.reader);
    }
    CHECK((*detectFormat(test::data("teams.vtt"), "captions.txt"))->id == "webvtt");
    CHECK((*detectFormat(test::data("plain.srt"), "captions.txt"))->id == "srt");
    CHECK((*detectFormat("a;b;c\n1;2;3\n4;5;6\n7;8;9\n", "export"))->id == "csv");
    CHECK((*detectFormat(test::data("lines.txt"), "notes"))->id == "transcript-text");
}

TEST_CASE("a wide table is one whatever it is called") {
    std::string wide;
    for (int row = 0; row < 4; ++row) {
        wide += row == 0 ? "participant" : "P" + std::to_string(row);
        for (int column = 0; column < 9000; ++column)
            wide += row == 0 ? "\tquestion_" + std::to_string(column) : "\t3";
        wide += '\n';
    }
    REQUIRE(wide.find('\n') > 65536);
    CHECK((*detectFormat(wide, "wide.tsv"))->id == "csv");
    CHECK((*detectFormat(wide, "wide.txt"))->id == "csv");
    std::string old = wide;
    std::replace(old.begin(), old.end(), '\n', '\r');
    CHECK((*detectFormat(old, "wide.txt"))->id == "csv");
    // A long text without a line end is none.
    std::string talk;
    while (talk.size() < 300'000)
        talk += "De juf wacht, en hij kijkt weg. ";
    CHECK((*detectFormat(talk, "talk.txt"))->id == "transcript-text");
}

TEST_CASE("a text of two bytes a letter is what it is in UTF-8") {
    const auto wide = [](std::string_view text, bool isBig) {
        std::string bytes;
        const auto put = [&](char32_t unit) {
            const char high = static_cast<char>(unit >> 8U);
            const char low = static_cast<char>(unit & 0xFFU);
            bytes += isBig ? high : low;
            bytes += isBig ? low : high;
        };
        for (std::size_t at = 0; at < text.size();) {
            const char32_t letter = text::readCodePoint(text, at);
            if (letter >= 0x10000)
                put(0xD800 + ((letter - 0x10000) >> 10U));
            put(letter >= 0x10000 ? 0xDC00 + ((letter - 0x10000) & 0x3FFU) : letter);
        }
        return bytes;
    };
    const std::string folder = std::string(support::sourceTree) + "/corpora/formats/";
    for (const char* file :
         {"interview.eaf", "interview.cha", "interview.vtt", "interview.srt", "interview.sbv",
          "interview.txt", "survey.html", "survey.tsv", "survey.lss", "survey.qsf"}) {
        const std::string plain = test::slurp(folder + file);
        REQUIRE_FALSE(plain.empty());
        const auto whatItIs = [file](const std::string& bytes) {
            const auto format = detectFormat(bytes, file);
            if (!format)
                return base::describe(format.error());
            auto read = (*format)->read(bytes, file, {}, {});
            if (read)
                std::visit(
                    [](auto& records) {
                        records.encoding.clear();
                        std::erase_if(records.warnings, [](const base::Phrase& warning) {
                            return warning.find("which is a guess") != std::string::npos;
                        });
                    },
                    *read);
            return std::string((*format)->id) + "\n" + test::dump(read);
        };
        const auto asQuestions = [](const std::string& bytes) {
            const auto structure = readSurveyStructure(bytes, "f");
            return structure ? fmt::format("{} {}", structure->tool, structure->questions.size()) : "none";
        };
        for (const bool isBig : {false, true}) {
            const std::string bytes = wide(plain, isBig);
            for (const std::string& each : {bytes, (isBig ? "\xFE\xFF" : "\xFF\xFE") + bytes}) {
                CAPTURE(file, isBig, each.size() - bytes.size());
                CHECK(whatItIs(each) == whatItIs(plain));
                CHECK(asQuestions(each) == asQuestions(plain));
            }
        }
    }
    const std::string codes = test::slurp(folder + "codes.qdc");
    CHECK(looksLikeRefiCodebook("\xFF\xFE" + wide(codes, false)));
    CHECK(readRefiCodebook(wide(codes, true), "f.qdc")->codebook.variables.size() ==
          readRefiCodebook(codes, "f.qdc")->codebook.variables.size());
}

TEST_CASE("what cannot be read is named, with what to do about it") {
    struct Row {
        std::string bytes;
        const char* what;
    };
    for (const Row& row :
         {Row{"SQLite format 3\0...."s, "SQLite"}, Row{"\x1F\x8B\x08"s, "gzip"},
          Row{"\x89PNG\r\n\x1A\n"s, "PNG"}, Row{"\xFF\xD8\xFF\xE0"s, "JPEG"}, Row{"GIF89a"s, "GIF"},
          Row{"....ftypM4A "s, "recording"}, Row{"RIFF....WAVEfmt "s, "wav"},
          Row{"<!DOCTYPE HTML><html>"s, "web page"}, Row{"\xEF\xBB\xBF<?xml version=\"1.0\"?>"s, "XML"},
          Row{"\xC3\xAF\xC2\xBB\xC2\xBF\n<?xml version=\"1.0\"?>"s, "XML"}}) {
        CAPTURE(row.what);
        const auto foreign = foreignFile(row.bytes);
        REQUIRE(foreign);
        CHECK_THAT(foreign->what, Catch::Contains(row.what));
        const auto found = detectFormat(row.bytes, "f.csv");
        REQUIRE_FALSE(found);
        CHECK(found.error().code == base::Errc::Unreadable);
        CHECK(found.error().where->file == "f.csv");
        CHECK_FALSE(found.error().hint.empty());
        for (const Format& format : formats())
            CHECK_FALSE(format.read(row.bytes, "f", {}, {}));
    }
    // Other ZIP containers, broken ones, old and protected Office files, and names that promise too much.
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....";
    const auto wide = [](const std::string& name) {
        std::string bytes;
        for (const char letter : name)
            bytes += std::string{letter, '\0'};
        return bytes;
    };
    struct Refused {
        std::string bytes;
        const char* file;
        const char* message;
    };
    for (const Refused& row :
         {Refused{test::zipOf({{"ppt/slides/1.xml", "x"}}), "f.pptx", "presentation"},
          Refused{test::zipOf({{"a.txt", "x"}}), "f.zip", "ZIP archive"},
          Refused{"PK\x03\x04\x14\0...."s, "f.docx", "end is missing"},
          Refused{ole + wide("EncryptedPackage"), "f.bin", "password"},
          Refused{ole + wide("EncryptedPackage"), "f.xlsx", "password"},
          Refused{ole + wide("EncryptedPackage"), "f.docx", "password"},
          Refused{ole + wide("WordDocument"), "f.doc", "before 2007 (.doc)"},
          Refused{ole + wide("Workbook"), "f.xls", "before 2007 (.xls)"}, Refused{ole, "f", "OLE"},
          Refused{"This is plain.", "f.odt", "named .odt"}, Refused{"a,b\n1,2\n", "f.xlsx", "named .xlsx"}}) {
        CAPTURE(row.message);
        const auto found = detectFormat(row.bytes, row.file);
        const auto error = found ? (*found)->read(row.bytes, row.file, {}, {}).error() : found.error();
        CHECK(error.code == base::Errc::Unreadable);
        CHECK_THAT(error.message, Catch::Contains(row.message));
    }
    CHECK(base::describe(detectFormat("", "f.csv").error()) == "f.csv: is empty");
    CHECK(base::describe(detectFormat(" \n", "f.csv").error()) == "f.csv: is empty");
    CHECK_FALSE(detectFormat("\x01\x02\x03\0\x05"s, "f.bin"));
    CHECK_THAT(detectFormat("{\"schema\": \"rapport.codebook/1\"}", "book.json").error().hint,
               Catch::Contains("--as codebook"));
    for (const char* text : {"plain words", "Pk is short", "a<b", "%", "BZ"})
        CHECK_FALSE(foreignFile(text));
}

TEST_CASE("real documents are read, or refused with a reason, where the reference files are there") {
    const std::string root = test::referenceFolder() + "office/";
    if (!std::filesystem::exists(root))
        return;
    std::size_t read = 0;
    std::size_t refused = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        const std::string ending = entry.path().extension().string();
        if (ending != ".docx" && ending != ".xlsx" && ending != ".rtf" && ending != ".ods" &&
            ending != ".odt" && ending != ".jpg")
            continue;
        CAPTURE(entry.path().string());
        const std::string bytes = test::slurp(entry.path().string());
        const auto found = detectFormat(bytes, entry.path().filename().string());
        if (!found) {
            CHECK_FALSE(found.error().hint.empty());
            ++refused;
            continue;
        }
        const auto records = (*found)->read(bytes, entry.path().filename().string(), {}, {});
        records ? ++read : ++refused;
        if (!records)
            CHECK(records.error().code == base::Errc::Unreadable);
    }
    CHECK(read > 70);
    CHECK(refused > 5);
}
