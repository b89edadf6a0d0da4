// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/annotations.h"
#include "exchange/format.h"
#include "exchange/stat_file.h"
#include "exchange/webvtt.h"
#include "support/catch.hpp"
#include "support/tree.h"

using namespace rapport;
using namespace rapport::exchange;
using namespace std::string_literals;

namespace {

const std::string elan =
    "<?xml version=\"1.0\"?><ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID=\"a\" "
    "TIME_VALUE=\"1000\"/>"
    "<TIME_SLOT TIME_SLOT_ID=\"b\" TIME_VALUE=\"2000\"/><TIME_SLOT TIME_SLOT_ID=\"c\"/></TIME_ORDER>"
    "<TIER TIER_ID=\"T1\" PARTICIPANT=\"Anna\"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1=\"b\" "
    "TIME_SLOT_REF2=\"c\"><ANNOTATION_VALUE>second</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></"
    "TIER>"
    "<TIER TIER_ID=\"Bram\"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1=\"a\" TIME_SLOT_REF2=\"b\">"
    "<ANNOTATION_VALUE>first</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION><ANNOTATION>"
    "<ALIGNABLE_ANNOTATION TIME_SLOT_REF1=\"b\" TIME_SLOT_REF2=\"b\"><ANNOTATION_VALUE> </ANNOTATION_VALUE>"
    "</ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID=\"words\" "
    "PARENT_REF=\"T1\"/></ANNOTATION_DOCUMENT>";

const std::string chat =
    "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tCHI Ross Target_Child, FAT Father\n"
    "*CHI:\tI want (.) that .\n\tand that . \x15"
    "120_950\x15\n%mor:\tpro|I\n*FAT:\tno . \x15"
    "1000_1200\x15\n"
    "*XXX:\t\x15"
    "1_2\x15\n@End\n";

} // namespace

TEST_CASE("ELAN: turns in the order of time, speakers by participant or tier") {
    const auto records = readElan(elan, "f.eaf", {}, {});
    CHECK(test::dump(records) == "transcript UTF-8 notation ELAN\nheading <>\n"
                                 "turn 1 1000..2000 [Bram] <first>\nturn 1 2000..- [Anna] <second>\n"
                                 "speaker [Bram] 1 turns 1 words\nspeaker [Anna] 1 turns 1 words\n"
                                 "warning tiers that depend on others are left out: words\n"
                                 "warning 1 annotation without text left out\n");
    for (std::size_t size = 0; size < elan.size(); size += 5)
        CHECK_FALSE(readElan(elan.substr(0, size), "f", {}, {}));
    CHECK_FALSE(readElan("<!DOCTYPE x>" + elan.substr(21), "f", {}, {}));
    CHECK(readElan("<ANNOTATION_DOCUMENT/>", "f", {}, {}).error().message ==
          "holds no annotation with words");
}

TEST_CASE("CHAT: speakers by their names, times by their bullets, dependent tiers named") {
    CHECK(test::dump(readChat(chat, "f.cha", {}, {})) ==
          "transcript UTF-8 notation CHAT\nheading <@Languages:\\teng>\n"
          "turn 5 120..950 [Ross (Target Child)] <I want (.) that . and that .>\n"
          "turn 8 1000..1200 [FAT (Father)] <no .>\n"
          "speaker [Ross (Target Child)] 1 turns 5 words\nspeaker [FAT (Father)] 1 turns 1 words\n"
          "warning dependent tiers are left out: %mor\nwarning 1 turn without text left out\n");
    CHECK(probeChat(chat, "x.txt") == Likelihood::Certain);
    CHECK(probeChat("a * b", "x.txt") == Likelihood::None);
    CHECK_FALSE(readChat("@Begin\n@End\n", "f", {}, {}));
    for (const std::string& bytes : {"*A:\tx \x15"s,
                                     "*A:\tx \x15"
                                     "1\x15"s,
                                     "*A:\tx \x15_\x15"s, "*A:\tx \x15-5_7\x15"s})
        CHECK(readChat("*B:\tmany words that are only words\n" + bytes, "f", {}, {}));
}

TEST_CASE("CHAT: what stands between turns is counted, and a file without its end is told") {
    const std::string begin =
        "@UTF8\n@Begin\n@Participants:\tCHI Ross Target_Child\n@Comment:\tabove\n*CHI:\tone .\n";
    const auto told = [](const std::string& bytes) {
        const auto records = readChat(bytes, "f.cha", {}, {});
        REQUIRE(records);
        return test::dump({}, std::get<Transcript>(*records).warnings);
    };
    CHECK(told(begin + "@Comment:\tlaughs\n@G:\tbook\n*CHI:\ttwo .\n@End\n") ==
          "warning 2 remarks between turns are left out: @Comment, @G\n");
    CHECK(told(begin + "*CHI:\ttw") == "warning ends without @End: it may have been cut off, and what stood "
                                       "behind its last words is missing then\n");
    CHECK(told(begin + "@End\n").empty());
}

TEST_CASE("SubViewer: two times and a comma") {
    const std::string good =
        "0:00:00.500,0:00:02.000\nAnna: hello\nthere\n\n0:00:02.000,0:00:03.000\nBram: yes\n\n"
        "0:00:03.000,0:00:04.000\nAnna: fine\n";
    const auto records = readSubViewer(good, "f.sbv", {}, {});
    REQUIRE(records);
    const auto& found = std::get<Transcript>(*records);
    REQUIRE(found.turns.size() == 3);
    CHECK(found.notation == "SBV");
    CHECK(found.turns[0].speaker == "Anna");
    CHECK(found.turns[0].text == "hello there");
    CHECK(found.turns[0].beginMs == 500);
    CHECK(probeSubViewer(good, "f.txt") == Likelihood::Certain);
    CHECK(probeSubViewer("1,2\n3,4\n", "f.csv") == Likelihood::None);
    CHECK(readSubViewer("0:00:00.500;0:00:02.000\nx\n", "f", {}, {}).error().code == base::Errc::Unreadable);
    const auto odd = readSubViewer("0:00:00.500,0:99:02.000\nx\n\n0:00:01.000,0:00:02.000\ny\n", "f", {}, {});
    REQUIRE(odd);
    CHECK(std::get<Transcript>(*odd).problems.size() == 1);
}

TEST_CASE("SPSS: real files, their twins and their ends, where the reference files are there") {
    const std::string root = test::referenceFolder() + "sav/pyreadstat/test_data/basic/";
    const std::string sample = test::slurp(root + "sample.sav");
    CHECK(readSav("$FL2", "f.sav", {}, {}).error().code == base::Errc::Unreadable);
    CHECK(readSav("$FL2" + std::string(500, '\0'), "f.sav", {}, {}).error().code == base::Errc::Unreadable);
    CHECK(readPor(std::string(600, ' '), "f.por", {}, {}).error().code == base::Errc::Unreadable);
    if (sample.empty())
        return;
    const auto records = readSav(sample, "sample.sav", {}, {});
    REQUIRE(records);
    const auto& table = std::get<Table>(*records);
    REQUIRE(table.rows.size() == 5);
    REQUIRE(table.columns.size() == 7);
    CHECK(test::dump(readPor(test::slurp(root + "sample.por"), "sample.por", {}, {})).find("row 5:") !=
          std::string::npos);
    CHECK(std::get<Table>(*readSav(test::slurp(root + "sample.zsav"), "sample.zsav", {}, {})).rows[3].cells ==
          table.rows[3].cells);
    for (std::size_t size = 0; size < sample.size(); size += 11)
        CHECK((readSav(sample.substr(0, size), "f.sav", {}, {}).has_value() || size < sample.size()));
}

TEST_CASE("SAS and Stata: dates by their formats, missing values empty, broken twins refused") {
    const std::string folder = std::string(rapport::support::sourceTree) + "/corpora/formats/survey.";
    for (const char* ending : {"xpt", "sas7bdat", "dta"}) {
        CAPTURE(ending);
        const std::string bytes = test::slurp(folder + ending);
        const auto format = detectFormat(bytes, "unnamed");
        // Old Stata files are known by their name alone; this one says what it is.
        REQUIRE(format);
        const auto records = (*format)->read(bytes, "f", {}, {});
        REQUIRE(records);
        const Table& table = std::get<Table>(*records);
        REQUIRE(table.rows.size() == 3);
        REQUIRE(table.columns.size() == 6);
        CHECK(table.columns[5].title == "What do you notice?");
        CHECK(table.rows[0].cells[3] == "2026-03-14");
        CHECK(table.rows[0].cells[4] == "2026-03-14 12:30:15");
        CHECK(table.rows[1].cells[3] == "1959-12-31");
        CHECK(table.rows[1].cells[4] == "1959-12-31 12:30:15");
        CHECK(table.rows[2].cells[1].empty());
        CHECK(table.rows[2].cells[3].empty());
        CHECK(table.rows[0].cells[5] == "He looks away; caf\u00E9.");
        // What is cut off gives an error or the rows before; never more, and never a crash.
        for (std::size_t size = 0; size < bytes.size(); size += 41) {
            const auto cut = (*format)->read(std::string_view(bytes).substr(0, size), "f", {}, {});
            if (cut)
                CHECK(std::get<Table>(*cut).rows.size() <= 3);
            else
                CHECK(cut.error().code == base::Errc::Unreadable);
        }
    }
    // A transport file does not say its encoding.
    std::string old = test::slurp(folder + "xpt");
    const std::size_t at = old.find("caf\u00E9.");
    REQUIRE(at != std::string::npos);
    old.replace(at, 6, "caf\xE9. ");
    const auto records = readXport(old, "f.xpt", {}, {});
    REQUIRE(records);
    CHECK(std::get<Table>(*records).rows[0].cells[5] == "He looks away; caf\u00E9.");
    CHECK_THAT(test::dump({}, std::get<Table>(*records).warnings),
               Catch::Contains("does not say its encoding"));
    ReadOptions greek;
    greek.encoding = "windows-1253";
    const auto other = readXport(old, "f.xpt", greek, {});
    REQUIRE(other);
    CHECK(std::get<Table>(*other).rows[0].cells[5] == "He looks away; caf\u03B9.");
    CHECK_THAT(detectFormat("TY  - JOUR\nAU  - Pianta, R.\nER  - \n", "list.txt").error().message,
               Catch::Contains("references"));
    CHECK_FALSE(detectFormat(std::string("\x1F\x8B\x08 packed"), "data.rds"));
    CHECK_THAT(detectFormat(std::string("\x1F\x8B\x08 packed"), "data.RDS").error().message,
               Catch::Contains("of R"));
}

TEST_CASE("transport files of SAS, where the reference files are there") {
    const std::string root = test::referenceFolder() + "sav/pyreadstat/test_data/basic/";
    for (const char* name : {"sas.xpt5", "sas.xpt8"}) {
        const std::string bytes = test::slurp(root + name);
        if (bytes.empty())
            return;
        const auto format = detectFormat(bytes, name);
        REQUIRE(format);
        CHECK((*format)->id == "xport");
        const auto records = (*format)->read(bytes, name, {}, {});
        REQUIRE(records);
        CHECK(std::get<Table>(*records).rows.size() > 3);
    }
}
