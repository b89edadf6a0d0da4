// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/cue_text.h"
#include "exchange/html.h"
#include "exchange/webvtt.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <filesystem>

using namespace rapport;
using namespace rapport::exchange;
using namespace std::string_literals;

namespace {

Transcript transcript(std::string_view bytes) {
    auto records = readWebVtt(bytes, "f.vtt", {}, {});
    REQUIRE(records);
    return std::get<Transcript>(std::move(*records));
}

} // namespace

TEST_CASE("captions are read as their golden files say") {
    for (const char* name :
         {"teams.vtt", "zoom.vtt", "full.vtt", "broken.vtt", "rolling.vtt", "no-header.vtt", "not-vtt.vtt"}) {
        CAPTURE(name);
        const std::string bytes = test::data(name);
        REQUIRE_FALSE(bytes.empty());
        const std::string found = test::dump(readWebVtt(bytes, name, {}, {}));
        CHECK(found == test::golden(name, found));
    }
    const std::string found = test::dump(readSubRip(test::data("plain.srt"), "plain.srt", {}, {}));
    CHECK(found == test::golden("plain.srt", found));
}

TEST_CASE("what holds no captions is refused") {
    for (const std::string& bytes :
         {""s, "WEBVTT"s, "WEBVTT\n\n"s, "WEBVTT\n\nNOTE only this\n"s, "words\n"s,
          "WEBVTT\n\n00:01.000 --> 00:02.000\n\n"s, "WEBVTT\0\n"s, "WEBVTT\n\n00:01 -> 00:02\ntext\n"s}) {
        const auto records = readWebVtt(bytes, "f.vtt", {}, {});
        REQUIRE_FALSE(records);
        CHECK(records.error().code == base::Errc::Unreadable);
        CHECK(records.error().where->file == "f.vtt");
    }
    const auto broken = readWebVtt("WEBVTT\n\n00:01.000 --> nothing\ntext\n", "f.vtt", {}, {});
    CHECK(broken.error().where->line == 3);
}

TEST_CASE("every form of a time line") {
    for (const char* line :
         {"00:01.000 --> 00:02.500", "00:00:01.000 --> 00:00:02.500", "0:0:1.0 --> 0:0:2.5",
          "00:00:01,000 --> 00:00:02,500", "00:00:01.000-->00:00:02.500",
          "00:00:01.000 --> 00:00:02.500 align:start position:0%", "\t0:01 --> 0:02.5  "}) {
        CAPTURE(line);
        const Transcript found = transcript("WEBVTT\n\n"s + line + "\nx\n");
        REQUIRE(found.turns.size() == 1);
        CHECK(found.turns[0].beginMs == 1000);
        CHECK(found.turns[0].endMs == 2500);
    }
    CHECK(transcript("WEBVTT\n\n1088:42:00.500 --> 1088:42:07.000\nx\n").turns[0].beginMs == 3919320500);
    for (const char* line :
         {"00:61.000 --> 00:02.500", "0001 --> 0002", "00:01.000 --> ", " --> 00:02.000",
          "00:01.000 --> 00:02.000x", "00:01. --> 00:02.000", "x00:01.000 --> 00:02.000"}) {
        CAPTURE(line);
        const Transcript found =
            transcript("WEBVTT\n\n"s + line + "\nlost\n\n00:05.000 --> 00:06.000\nkept\n");
        REQUIRE(found.turns.size() == 1);
        CHECK(found.turns[0].text == "kept");
        REQUIRE(found.problems.size() == 1);
        CHECK(found.problems[0].line == 3);
    }
}

TEST_CASE("cues of one speaker become one turn, from the first to the last of them") {
    const Transcript found =
        transcript("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>one</v>\n\n00:02.000 --> 00:03.000\n<v A>two\n\n"
                   "00:03.000 --> 00:04.000\nthree\n\n00:04.000 --> 00:05.000\n<v B>four\n");
    REQUIRE(found.turns.size() == 2);
    CHECK(found.turns[0].text == "one two three");
    CHECK(found.turns[0].beginMs == 1000);
    CHECK(found.turns[0].endMs == 4000);
    CHECK(found.turns[0].line == 3);
    CHECK(found.turns[1].speaker == "B");
}

TEST_CASE("tags and character references in cues") {
    const auto one = [](std::string_view cue) {
        const auto pieces = splitVoices(cue);
        REQUIRE(pieces.size() == 1);
        return pieces.front();
    };
    CHECK(one("a <b>bold</b> <c.red.big>red</c> <00:01.000>now").text == "a bold red now");
    CHECK(one("<v Anna>hi</v>").speaker == "Anna");
    CHECK(one("<v.loud.x  Anna  Jansen >hi").speaker == "Anna Jansen");
    CHECK(one("<v A &amp; B>hi").speaker == "A & B");
    CHECK(one("<voice>hi").speaker.empty());
    CHECK(one("1 < 2, 3 > 2, <").text == "1 < 2, 3 > 2, <");
    CHECK(one("open <b and no end").text == "open <b and no end");
    CHECK(splitVoices("<v A>x</v> y <v B>z").size() == 3);
    CHECK(splitVoices("").empty());
    CHECK(resolveReferences("&amp;lt; &lt;&gt;&quot;&apos; &#233;&#xE9;&#XE9;") ==
          "&lt; <>\"' \u00E9\u00E9\u00E9");
    CHECK(resolveReferences("&nbsp;&lrm;x") == "\u00A0x");
    CHECK(resolveReferences("a & b &; &#; &#x; &#xFFFFFFF; &nosuch; &") ==
          "a & b &; &#; &#x; &#xFFFFFFF; &nosuch; &");
    CHECK(resolveReferences("&#xD800;") == "\uFFFD");
}

TEST_CASE("any captions give turns with text and rising lines, or an error") {
    CHECK(rc::check([] {
        const auto piece = rc::gen::elementOf(
            std::vector<std::string>{"WEBVTT\n\n", "00:01.000 --> 00:02.000\n", "0:0:3.0 --> 0:0:4.0\n",
                                     "broken --> 00:01\n", "<v Anna>", "</v>", "text", "NOTE ", "STYLE\n",
                                     "\n", "\n\n", "Bert: yes", "1\n", "&amp;", "<", ">", "-->", "- dash\n"});
        std::string text = "WEBVTT\n\n";
        for (const std::string& each : *rc::gen::container<std::vector<std::string>>(piece))
            text += each;
        for (const auto reader : {readWebVtt, readSubRip}) {
            const auto records = reader(text, "f", {}, {});
            if (!records)
                continue;
            const auto& found = std::get<Transcript>(*records);
            RC_ASSERT(!found.turns.empty());
            std::size_t before = 0;
            for (const TranscriptTurn& turn : found.turns) {
                RC_ASSERT(!turn.text.empty());
                RC_ASSERT(turn.line >= before);
                before = turn.line;
            }
        }
    }));
}

TEST_CASE("real caption files, where the reference files are there") {
    const std::string root = test::referenceFolder() + "transcripts/";
    if (!std::filesystem::exists(root))
        return;
    struct Row {
        const char* file;
        std::size_t turns;
        std::size_t problems;
        std::size_t speakers;
    };
    const std::string py = "webvtt-py/tests/subtitles/";
    for (const Row& row :
         {Row{"captions_with_bom.vtt", 4, 0, 1}, Row{"comments.vtt", 3, 0, 1}, Row{"cue_tags.vtt", 3, 0, 1},
          Row{"invalid.vtt", 7, 0, 1}, Row{"invalid_timeframe.vtt", 6, 1, 1},
          Row{"invalid_timeframe_in_cue_text.vtt", 3, 0, 1}, Row{"metadata_headers.vtt", 2, 0, 1},
          Row{"metadata_headers_multiline.vtt", 2, 0, 1}, Row{"missing_caption_text.vtt", 4, 0, 1},
          Row{"missing_timeframe.vtt", 6, 1, 1}, Row{"one_caption.vtt", 1, 0, 1},
          Row{"optional_identifiers.vtt", 16, 0, 1}, Row{"sample.vtt", 16, 0, 1},
          Row{"sample_hls.vtt", 16, 0, 1}, Row{"styles.vtt", 1, 0, 1}, Row{"styles2.vtt", 6, 0, 1},
          Row{"teams_timeframe.vtt", 2, 0, 2}, Row{"using_identifiers.vtt", 6, 0, 1},
          Row{"youtube_dl.vtt", 4, 0, 1}}) {
        CAPTURE(row.file);
        const Transcript found = transcript(test::slurp(root + py + row.file));
        CHECK(found.turns.size() == row.turns);
        CHECK(found.problems.size() == row.problems);
        CHECK(found.speakers.size() == row.speakers);
        for (const TranscriptTurn& turn : found.turns) {
            CHECK(turn.text.find("<c") == std::string::npos);
            CHECK(turn.text.find("-->") == std::string::npos);
        }
    }
    for (const char* file : {"empty.vtt", "no_captions.vtt"})
        CHECK_FALSE(readWebVtt(test::slurp(root + py + file), file, {}, {}));
    const Transcript teams = transcript(test::slurp(root + py + "teams_timeframe.vtt"));
    CHECK(teams.turns[1].speaker == "Adrian Petrescu");
    CHECK(teams.turns[1].beginMs == 210);
    CHECK(transcript(test::slurp(root + "vtt/testWebVTT_utf8.vtt")).turns.size() == 10);
}

TEST_CASE("a line of a blank under the times is no end of a cue") {
    // As YouTube writes captions that it made by itself: the line above is still empty.
    const Transcript rolling =
        transcript("WEBVTT\nKind: captions\n\n00:00:00.160 --> 00:00:02.389 align:start\n \n"
                   "goedemorgen<00:00:00.719><c> allemaal</c>\n\n"
                   "00:00:02.389 --> 00:00:02.399\ngoedemorgen allemaal\n \n\n"
                   "00:00:02.399 --> 00:00:04.000\ngoedemorgen allemaal\nwelkom\n");
    REQUIRE(rolling.turns.size() == 3);
    CHECK(rolling.turns[0].text == "goedemorgen allemaal");
    CHECK(rolling.problems.empty());
    // A cue without words stays one, whatever separates it from the next.
    const Transcript silent =
        transcript("WEBVTT\n\n00:01.000 --> 00:02.000\n \n\n00:02.000 --> 00:03.000\n \n"
                   "cue-7\n00:03.000 --> 00:04.000\nwords\n");
    REQUIRE(silent.turns.size() == 1);
    CHECK(silent.turns[0].text == "words");
    const auto numbered = readSubRip("1\n00:00:01,000 --> 00:00:02,000\n \nEen\n\n2\n00:00:02,000 --> "
                                     "00:00:03,000\n \n3\n00:00:03,000 --> 00:00:04,000\nTwee\n",
                                     "f.srt", {}, {});
    REQUIRE(numbered);
    const auto& found = std::get<Transcript>(*numbered);
    REQUIRE(found.turns.size() == 2);
    CHECK(found.turns[0].text == "Een");
    CHECK(found.turns[1].text == "Twee");
    CHECK(found.problems.empty());
}

TEST_CASE("a cue without a voice that begins like a speaker is one, and what is joined is told") {
    const std::string joinedOne =
        "warning 1 cue without a speaker is joined to the one before: its words are "
        "those of whoever spoke before\n";
    const std::string joinedTwo =
        "warning 2 cues without a speaker are joined to those before: their words are "
        "those of whoever spoke before\n";
    const std::string doubted =
        "warning a line that begins like a speaker's ('Anna:') was taken for none: its "
        "words are those of whoever spoke before\n";
    struct Case {
        std::vector<std::string> cues;
        std::string turns;
        std::string warnings;
    };
    const std::vector<Case> cases{
        {{"<v Cas>apart</v>", "Anna: geel", "zonder naam", "<v Cas>weer</v>"},
         "Cas|apart Anna: geel zonder naam weer",
         joinedTwo + doubted},
        {{"<v Cas>apart</v>", "zonder naam", "<v Cas>weer</v>"}, "Cas|apart zonder naam weer", joinedOne},
        // Known by a voice, whatever its case; or said more than once.
        {{"<v Cas>apart</v>", "<v Anna>rood</v>", "Cas: geel", "anna: groen"},
         "Cas|apart/Anna|rood/Cas|geel/anna|groen",
         ""},
        {{"<v Cas>apart</v>", "Anna: geel", "<v Cas>en</v>", "Anna: rood", "anna: wit"},
         "Cas|apart/Anna|geel/Cas|en/Anna|rood/anna|wit",
         ""},
        // On a further line of a cue.
        {{"<v Cas>apart</v>", "Anna: geel\nCas: rood\nen wit", "Anna: ja"},
         "Cas|apart/Anna|geel/Cas|rood en wit/Anna|ja",
         ""},
        // Two in each cue: as much as once a line of their own.
        {{"Anna: vraag\nBram: antwoord", "Anna: en\nBram: ja"},
         "Anna|vraag/Bram|antwoord/Anna|en/Bram|ja",
         ""},
        {{"- Anna: vraag\n- Bram: antwoord", "- Anna: en\n- Bram: ja"},
         "Anna|vraag/Bram|antwoord/Anna|en/Bram|ja",
         ""},
        {{"<v Anna>vraag\nBram: antwoord", "<v Anna>en\nBram: ja"},
         "Anna|vraag/Bram|antwoord/Anna|en/Bram|ja",
         ""},
        // Marks of position are no words.
        {{"{\\an8}Anna: vraag\n{\\i1}Bram: {ja}{\\i0}", "{\\pos(1,2)}Anna: {\\en\nBram: goed"},
         "Anna|vraag/Bram|{ja}/Anna|{\\en/Bram|goed",
         ""},
        // Once only may be a line that was broken there: told, also under a voice or a label.
        {{"<v Cas>apart\nAnna: geel", "<v Cas>weer"}, "Cas|apart Anna: geel weer", doubted},
        {{"<v Cas>Anna: geel", "<v Cas>weer"}, "Cas|Anna: geel weer", doubted},
        {{"Cas: apart\nAnna: geel", "Cas: weer"}, "Cas|apart Anna: geel weer", doubted},
        {{"<v Cas>Cas: Vraag: apart", "Cas: Vraag: weer"}, "Cas|Cas: Vraag: apart Vraag: weer", ""},
        // Where nobody is named, nothing is joined.
        {{"apart", "Let op: geel", "zonder naam"}, "|apart/|Let op: geel/|zonder naam", ""}};
    for (const Case& each : cases) {
        for (const auto reader : {readWebVtt, readSubRip, readSubViewer}) {
            std::string text = reader == readWebVtt ? "WEBVTT\n\n" : "";
            for (std::size_t index = 0; index < each.cues.size(); ++index) {
                text += reader == readSubRip ? fmt::format("{}\n", index + 1) : "";
                text += fmt::format(fmt::runtime(reader == readSubViewer ? "0:00:0{}.000,0:00:0{}.500\n"
                                                 : reader == readSubRip  ? "00:00:0{},000 --> 00:00:0{},500\n"
                                                                         : "00:0{}.000 --> 00:0{}.500\n"),
                                    index, index);
                text += each.cues[index] + "\n\n";
            }
            CAPTURE(text);
            const auto records = reader(text, "f", {}, {});
            REQUIRE(records);
            const auto& found = std::get<Transcript>(*records);
            CHECK(test::turns(found) == each.turns);
            CHECK(test::dump({}, found.warnings) == each.warnings);
        }
    }
}

TEST_CASE("notes between cues are counted") {
    const Transcript found =
        transcript("WEBVTT\n\nNOTE above\n\n00:01.000 --> 00:02.000\nwords\n\nNOTE\nlaughs\n\n"
                   "00:02.000 --> 00:03.000\nmore\n\nNOTE end\n");
    CHECK(found.heading == "above");
    CHECK(test::dump({}, found.warnings) == "warning 2 notes between cues are left out\n");
}
