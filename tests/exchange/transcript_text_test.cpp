// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "dump.h"
#include "exchange/document_text.h"
#include "exchange/speaker_label.h"
#include "exchange/transcript_marks.h"
#include "exchange/transcript_text.h"
#include "support/catch.hpp"
#include "text/decode.h"
#include "text/utf8.h"

#include <rapidcheck.h>

#include <filesystem>
#include <map>

using namespace rapport;
using namespace rapport::exchange;
using namespace std::string_literals;

namespace {

base::Result<Records> read(std::string_view bytes, const ReadOptions& options = {}) {
    return readTranscriptText(bytes, "f.txt", options, {});
}

Transcript transcript(std::string_view bytes) {
    auto records = read(bytes);
    REQUIRE(records);
    return std::get<Transcript>(std::move(*records));
}

/// How often each character other than white space occurs.
using Letters = std::map<char32_t, std::int64_t>;

void count(Letters& letters, std::string_view utf8, std::int64_t sign) {
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t current = text::readCodePoint(utf8, at);
        if (!text::isWhiteSpace(current))
            letters[current] += sign;
    }
}

/// The letters of a file that no turn, no heading and no label accounts for.
Letters unaccounted(std::string_view text, const Transcript& found) {
    Letters letters;
    count(letters, text, 1);
    count(letters, found.heading, -1);
    for (const TranscriptTurn& turn : found.turns) {
        count(letters, turn.text, -1);
        count(letters, turn.speaker, -1);
    }
    Letters left;
    for (const auto& [letter, times] : letters) {
        if (times != 0)
            left[letter] = times;
    }
    return left;
}

/// What marks alone may use up: digits and signs of times, colons of labels, brackets.
bool isOnlyMarks(const Letters& left) {
    return std::all_of(left.begin(), left.end(), [](const auto& entry) {
        return entry.second > 0 && U"0123456789:[]().,#<>-\u2013"s.find(entry.first) != std::u32string::npos;
    });
}

} // namespace

TEST_CASE("transcripts of every notation are read as their golden files say") {
    for (const char* name :
         {"lines.txt", "blank-lines.txt", "timed.txt", "name-time.txt", "time-name.txt", "glued.txt",
          "apart-mac.txt", "brackets.txt", "f4.txt", "paragraphs.txt", "times-only.txt", "rev.txt"}) {
        CAPTURE(name);
        const std::string bytes = test::data(name);
        REQUIRE_FALSE(bytes.empty());
        const auto records = readTranscriptText(bytes, name, {}, {});
        const std::string found = test::dump(records);
        CHECK(found == test::golden(name, found));
        // "timed.txt" has a turn without text and one that goes on without its label.
        if (std::string(name) == "timed.txt")
            continue;
        REQUIRE(records);
        const auto& transcript = std::get<Transcript>(*records);
        CHECK(isOnlyMarks(unaccounted(text::decode(bytes, name)->text, transcript)));
    }
}

TEST_CASE("what cannot be a transcript is refused") {
    for (const std::string& bytes : {""s, " \n\n"s, "abc\0def"s, "%PDF-1.7 text"s, "{\\rtf1 text}"s}) {
        const auto records = read(bytes);
        REQUIRE_FALSE(records);
        CHECK(records.error().code == base::Errc::Unreadable);
        CHECK(records.error().where->file == "f.txt");
    }
    CHECK_FALSE(read("A: \nB: \n"));
}

TEST_CASE("labels by their form") {
    for (const char* strong :
         {"A", "Q", "P12", "Interviewer", "Student 5", "De heer Van der Lee (VVD)", "De voorzitter",
          "Mevrouw Kr\u00F6ger-de Haan (D66)", "J. de Vries", "Dr. Jansen", "Jansen, Piet",
          "Minister J. de Jonge (Volksgezondheid, Welzijn en Sport)", "\u00C9lise", "1", "R&D 2"})
        CHECK(labelForm(strong) == (std::string(strong) == "1" ? LabelForm::None : LabelForm::Strong));
    for (const char* weak : {"id1", "interviewer", "Ik dacht", "My question is", "Dan uw vervolgvraag"})
        CHECK(labelForm(weak) == LabelForm::Weak);
    for (const char* none :
         {"", "10", "Voorzitter. In algemene zin is mijn vraag", "What do you think?", "He said \"x\"",
          "one two three four five six seven eight nine", "...", "a=b", "No way!"})
        CHECK(labelForm(none) == LabelForm::None);
    CHECK(labelForm(std::string(200, 'A')) == LabelForm::None);
}

TEST_CASE("times by their form") {
    struct Row {
        const char* text;
        std::int64_t milliseconds;
        std::size_t length;
    };
    for (const Row& row :
         {Row{"1:02", 62000, 4}, Row{"00:01:02 x", 62000, 8}, Row{"[00:01:02] x", 62000, 10},
          Row{"(1:02)", 62000, 6}, Row{"00:01:02.5", 62500, 10}, Row{"00:01:02,345x", 62345, 12},
          Row{"#00:01:02-3#", 62300, 12}, Row{"100:00:00", 360000000, 9}, Row{"00:00:21A:", 21000, 8}}) {
        CAPTURE(row.text);
        const auto mark = timeAt(row.text);
        REQUIRE(mark);
        CHECK(mark->milliseconds == row.milliseconds);
        CHECK(mark->length == row.length);
    }
    for (const Row& row :
         {Row{"0:01 - 0:05 x", 1000, 11}, Row{"[00:00:01 - 00:00:05] x", 1000, 21}, Row{"0:01-0:05", 1000, 9},
          Row{"(0:01 \u2013 0:05)", 1000, 15}, Row{"[00:01.000 --> 00:05.120] x", 1000, 25}}) {
        CAPTURE(row.text);
        const auto mark = timeAt(row.text);
        REQUIRE(mark);
        CHECK(mark->milliseconds == row.milliseconds);
        CHECK(mark->endMilliseconds.value_or(0) / 1000 == 5);
        CHECK(mark->length == row.length);
    }
    CHECK_FALSE(timeAt("0:01 - en dan")->endMilliseconds);
    for (const char* none :
         {"", "12", "1:2", "1:60", "00:01:60", "[00:01", "00:01:023", "1234:00", "a1:02", ":02"})
        CHECK_FALSE(timeAt(none));
    CHECK(timeAtEnd("Anna  1:02:10")->milliseconds == 3730000);
    CHECK(timeAtEnd("Anna (00:12)")->length == 7);
    CHECK_FALSE(timeAtEnd("at 10:30 sharp"));
    CHECK_FALSE(timeAtEnd("John 3:16b"));
}

TEST_CASE("a colon in ordinary speech makes no speaker") {
    const Transcript plain =
        transcript("Anna: One thing: it was cold.\nAnd then: nothing.\nBert: Well: yes.\nAnna: Good.\n"
                   "I mean: really good.\nBert: Fine.\n");
    CHECK(plain.speakers.size() == 2);
    CHECK(plain.turns.size() == 4);
    CHECK(plain.turns[0].text == "One thing: it was cold.\nAnd then: nothing.");

    const Transcript timed = transcript(
        "[00:01] Anna: One.\nOption: two.\n[00:02] Bert: Three.\nOption: four.\n[00:03] Anna: Five.");
    CHECK(timed.speakers.size() == 2);
    CHECK(timed.turns[1].text == "Three.\nOption: four.");

    const Transcript prose = transcript("It was like this: cold.\nAnd warm.\n\nThe end: never.\n");
    CHECK(prose.notation == "paragraphs");
    CHECK(prose.speakers.size() == 1);
}

TEST_CASE("speakers are counted in the order of their first turn") {
    const Transcript found = transcript("B: one two - three\nA: four\nB: five, six.\n");
    REQUIRE(found.speakers.size() == 2);
    CHECK(found.speakers[0].name == "B");
    CHECK(found.speakers[0].turns == 2);
    CHECK(found.speakers[0].words == 5);
    CHECK(found.speakers[1].words == 1);
}

TEST_CASE("a preview reads as many turns as were asked for") {
    CHECK(std::get<Transcript>(*read("A: 1\nB: 2\nA: 3\nB: 4\n", ReadOptions{{}, '\0', 0, 2})).turns.size() ==
          2);
}

TEST_CASE("no letter is lost and none is made, whatever the text") {
    CHECK(rc::check([] {
        const auto piece = rc::gen::elementOf(std::vector<std::string>{"Anna: ",
                                                                       "Bert: ",
                                                                       "A: ",
                                                                       "[00:01:02] ",
                                                                       "00:00:21",
                                                                       "00:00:42A: ",
                                                                       "00:10:20 Q: ",
                                                                       "yes",
                                                                       "no: maybe",
                                                                       " ",
                                                                       "\n",
                                                                       "\n\n",
                                                                       "Anna  1:02\n",
                                                                       "[id1] ",
                                                                       ":",
                                                                       "\u00E9\u00E9n",
                                                                       "#00:00:04-2#",
                                                                       "\t",
                                                                       "Carl (00:12):\n",
                                                                       "the end."});
        const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
        std::string text;
        for (const std::string& each : pieces)
            text += each;
        // The marks cut the text into pieces without gaps, and a mark is its speaker's name, a time and
        // signs.
        const MarkedText marked = findMarks(text);
        std::size_t before = 0;
        for (const TurnMark& mark : marked.marks) {
            RC_ASSERT(mark.begin >= before);
            RC_ASSERT(mark.textBegin >= mark.begin);
            RC_ASSERT(mark.textBegin <= text.size());
            before = mark.textBegin;
            Letters letters;
            count(letters, std::string_view(text).substr(mark.begin, mark.textBegin - mark.begin), 1);
            count(letters, mark.speaker, -1);
            for (const auto& [letter, times] : letters) {
                RC_ASSERT(times >= 0);
                RC_ASSERT(times == 0 || U"0123456789:[]().,#<>-"s.find(letter) != std::u32string::npos);
            }
        }
        const auto records = readTranscriptText(text, "f", {}, {});
        if (!records)
            return;
        for (const TranscriptTurn& turn : std::get<Transcript>(*records).turns)
            RC_ASSERT(!turn.text.empty());
    }));
}

TEST_CASE("real interviews: every time is a turn and every letter is there, where the reference files are") {
    const std::string root = test::referenceFolder() + "survey/sealuzh-test-quality/transcripts/";
    if (!std::filesystem::exists(root))
        return;
    for (int number = 1; number <= 5; ++number) {
        const std::string path = root + "transcript_interview_" + std::to_string(number) + ".txt";
        CAPTURE(path);
        const std::string bytes = test::slurp(path);
        const auto decoded = text::decode(bytes, path);
        REQUIRE(decoded);
        CHECK(decoded->encoding == "macintosh");
        std::size_t times = 0;
        for (std::size_t at = 0; at + 8 <= decoded->text.size(); ++at) {
            const auto mark = timeAt(std::string_view(decoded->text).substr(at, 8));
            times += mark && mark->length == 8 ? 1U : 0U;
        }
        // As the file is, and as a program that drops its lone carriage returns hands it on.
        std::string glued = bytes;
        glued.erase(std::remove(glued.begin(), glued.end(), '\r'), glued.end());
        for (const std::string& form : {bytes, glued}) {
            const Transcript found = transcript(form);
            CHECK(found.turns.size() == times);
            CHECK(found.speakers.size() == 2);
            CHECK(found.problems.empty());
            CHECK(found.heading.find("Transcript: Developer Interview #") == 0);
            const Letters left = unaccounted(text::decode(form, path)->text, found);
            CHECK(isOnlyMarks(left));
            CHECK(left.at(U'0') >= static_cast<std::int64_t>(times));
        }
    }
}

TEST_CASE("real debates: every speaker and every letter, where the reference files are") {
    const std::string root = test::referenceFolder() + "transcripts/tweede-kamer-2018-nl/derived-txt/";
    if (!std::filesystem::exists(root))
        return;
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
        CAPTURE(entry.path().string());
        const std::string text = test::slurp(entry.path().string());
        const Transcript found = transcript(text);
        // A turn stands behind an empty line; nothing else does, but the end.
        std::size_t paragraphs = 0;
        for (std::size_t at = text.find("\n\n"); at != std::string::npos; at = text.find("\n\n", at + 1))
            paragraphs += at + 2 < text.size() ? 1U : 0U;
        CHECK(found.turns.size() == paragraphs);
        CHECK(found.notation == "Name:");
        Letters left = unaccounted(text, found);
        CHECK(left == Letters{{U':', static_cast<std::int64_t>(found.turns.size())}});
    }
}

TEST_CASE("misspelt speakers are found, numbered ones are people of their own") {
    const auto alike = [](std::initializer_list<std::pair<const char*, int>> speakers) {
        Transcript transcript;
        for (const auto& [name, turns] : speakers)
            transcript.speakers.push_back({name, turns, 0});
        std::string text;
        for (const AlikeSpeakers& each : alikeSpeakers(transcript))
            text += each.rare + ">" + each.usual + " ";
        return text;
    };
    CHECK(alike({{"Interviewer", 9}, {"Intervewer", 1}}) == "Intervewer>Interviewer ");
    CHECK(alike({{"INTERVIEWER", 1}, {"Interviewer", 9}}) == "INTERVIEWER>Interviewer ");
    CHECK(alike({{"Moderator", 3}, {"Modreator", 2}, {"Moderater", 1}}) ==
          "Modreator>Moderator Moderater>Moderator ");
    CHECK(alike({{"Speaker 1", 3}, {"Speaker 2", 2}, {"Lector 1", 1}, {"Lector 11", 1}}).empty());
    CHECK(alike({{"Anna", 3}, {"Bram", 2}, {"Ann", 1}, {"An", 1}, {"A", 1}, {"B", 1}, {"", 1}}).empty());
}

TEST_CASE("speakers in the notations that people use besides") {
    const auto said = [](const std::string& text) {
        std::string all;
        for (const TranscriptTurn& turn : transcript(text).turns)
            all += (all.empty() ? "" : "/") + turn.speaker + "|" + turn.text;
        return all;
    };
    const std::string wanted = "Anna|Ja hoor./Bram|Nee, dat niet./Anna|Goed dan./Bram|Tot straks.";
    const auto conversation = [](const std::string& before, const std::string& behind,
                                 const std::string& after) {
        return before + "Anna" + behind + "Ja hoor." + after + before + "Bram" + behind + "Nee, dat niet." +
               after + before + "Anna" + behind + "Goed dan." + after + before + "Bram" + behind +
               "Tot straks." + after;
    };
    CHECK(said(conversation("{", "} ", "\n")) == wanted);
    CHECK(said(conversation("[", "]: ", "\n")) == wanted);
    CHECK(said(conversation("**", ":** ", "\n\n")) == wanted);
    CHECK(said(conversation("**", "**: ", "\n\n")) == wanted);
    CHECK(said(conversation(">> ", ": ", "\n")) == wanted);
    CHECK(said(conversation("#", ": ", "\n")) == wanted);
    CHECK(said(conversation("@", ": ", "\n")) == wanted);
    CHECK(said(conversation("- ", ": ", "\n")) == wanted);
    CHECK(said(conversation("", " - ", "\n")) == wanted);
    CHECK(said(conversation("", "\t", "\n")) == wanted);
    CHECK(said(conversation("", " [00:00:05] ", "\n")) == wanted);
    CHECK(said(conversation("", "\n", "\n\n")) == wanted);
    // Times of beginning and end, and numbered lines.
    CHECK(said(conversation("[00:00:05 - 00:00:09] ", ": ", "\n")) == wanted);
    CHECK(said(conversation("[00:05.000 --> 00:09.120] ", ": ", "\n")) == wanted);
    CHECK(said(conversation("00:05 \u2013 00:09 ", ": ", "\n")) == wanted);
    CHECK(said(conversation("", " [00:05.000 --> 00:09.120] ", "\n")) == wanted);
    CHECK(said(conversation("", " [00:05 - 00:09]: ", "\n")) == wanted);
    const TranscriptTurn range = transcript(conversation("[00:05 - 00:09] ", ": ", "\n")).turns.at(0);
    CHECK(range.beginMs == 5000);
    CHECK(range.endMs == 9000);
    CHECK(
        said("001 Anna: Ja hoor.\n002 Bram: Nee, dat niet.\n003 Anna: Goed dan.\n004 Bram: Tot straks.\n") ==
        wanted);
    CHECK(said("1.\tAnna: Ja hoor.\n2.\tBram: Nee, dat niet.\n9.\tAnna: Goed dan.\n10.\tBram: Tot "
               "straks.\n") == wanted);
    // Pupils who are called by number and name are people.
    CHECK(said("1 Anna: Ja.\n2 Bram: Nee.\n1 Anna: Goed.\n2 Bram: Dag.\n") ==
          "1 Anna|Ja./2 Bram|Nee./1 Anna|Goed./2 Bram|Dag.");
    CHECK(said("[Anna Peeters] 10:15:02\nJa hoor.\n\n[Bram] 10:15:09\nNee.\n\n[Anna Peeters] "
               "10:15:12\nGoed.\n") == "Anna Peeters|Ja hoor./Bram|Nee./Anna Peeters|Goed.");
    CHECK(said("0:0:3.120 --> 0:0:5.40\nAnna Peeters\nJa hoor.\n\n0:0:6.0 --> 0:0:7.0\nBram\nNee.\n") ==
          "Anna Peeters|Ja hoor./Bram|Nee.");
    const Transcript teams =
        transcript("0:0:3.120 --> 0:1:5.40\nAnna\nJa.\n\n0:1:6.0 --> 0:1:7.0\nBram\nNee.\n");
    CHECK(teams.turns[0].beginMs == 3120);
    CHECK(teams.turns[0].endMs == 65400);
    CHECK(said("Bert: Ja.\nAnna: Nee.\nbert: Toch.\nBert: Goed.\nAnna: Ja.\n") ==
          "Bert|Ja./Anna|Nee./bert|Toch./Bert|Goed./Anna|Ja.");
    CHECK(said("P1: Ja.\n\nP2: Nee.\np1: Toch.\n\nP1: Goed.\n\nP2: Dan.\n\nP1: Ja.\n\nP2: Dag.\n") ==
          "P1|Ja./P2|Nee./p1|Toch./P1|Goed./P2|Dan./P1|Ja./P2|Dag.");
    // Prose with dashes and short lines is no conversation.
    CHECK(transcript("Zij kwam - dat zei ik al - te laat.\n\nToen ging zij weg.\n\nNiemand zag haar.\n")
              .notation == "paragraphs");
    CHECK(transcript("Ja\n\nNee\n\nJa\n\nNee\n").notation == "paragraphs");
}

TEST_CASE("a turn that has a time, or has none, among others that do not or do is its speaker's") {
    const auto said = [](const std::string& text) {
        std::string all;
        for (const TranscriptTurn& turn : transcript(text).turns)
            all += fmt::format("{}{}|{}@{}", all.empty() ? "" : "/", turn.speaker, turn.text,
                               turn.beginMs.value_or(-1000) / 1000);
        return all;
    };
    CHECK(said("An: Dag.\n[00:05:00] Bo: Hallo\nAn: Ja.\n") == "An|Dag.@-1/Bo|Hallo@300/An|Ja.@-1");
    CHECK(said("An: Dag.\nBo: Hoi.\n5:00 Bo: Hallo\nAn: Ja.\nBo: Nee.\n") ==
          "An|Dag.@-1/Bo|Hoi.@-1/Bo|Hallo@300/An|Ja.@-1/Bo|Nee.@-1");
    CHECK(said("Els: a\n[01:00] Bo: b\nEls: c\n[02:00] Bo: d\nEls: e\n") ==
          "Els|a@-1/Bo|b@60/Els|c@-1/Bo|d@120/Els|e@-1");
    // Its time may stand on a line of its own above it.
    CHECK(said("An: Dag.\nBo: Hoi.\n[00:05:00]\nAn: Ja.\nBo: Nee.\n") ==
          "An|Dag.@-1/Bo|Hoi.@-1/An|Ja.@300/Bo|Nee.@-1");
    CHECK(said("An: Dag.\n\nBo: Hoi.\n\nAn: Ja.\n[00:05:00] bo: Nee.\n\nBo: Toch.\n") ==
          "An|Dag.@-1/Bo|Hoi.@-1/An|Ja.@-1/bo|Nee.@300/Bo|Toch.@-1");
    CHECK(said("[00:01] An: Dag.\n[00:02] Bo: Hoi.\nan: Ja.\n[00:03] Bo: Nee.\n(0:04) An: Toch.\n") ==
          "An|Dag.@1/Bo|Hoi.@2/an|Ja.@-1/Bo|Nee.@3/An|Toch.@4");
}

TEST_CASE("a rare or doubtful label behind a time is a speaker of its own, and what is none is told") {
    const auto said = [](const std::string& text) {
        std::string all;
        for (const TranscriptTurn& turn : transcript(text).turns)
            all += (all.empty() ? "" : "/") + turn.speaker + "|" + turn.text;
        return all;
    };
    const std::string begin = "[00:00:01] Interviewer: Dus?\n[00:00:05] Els: Goed.\n[00:00:09] ";
    const std::string known = "Interviewer|Dus?/Els|Goed./";
    CHECK(said(begin + "interviewer: En dan?\n") == known + "interviewer|En dan?");
    CHECK(said(begin + "els: Ja.\n") == known + "els|Ja.");
    CHECK(said(begin + "respondent: Ja.\n") == known + "respondent|Ja.");
    CHECK(said(begin + "?: Ja.\n") == known + "?|Ja.");
    CHECK(said(begin + "Els?: Ja.\n") == known + "Els?|Ja.");
    CHECK(said(begin + "Els ?: Ja.\n") == known + "Els?|Ja.");
    CHECK(said(begin + "els?: Ja.\n") == known + "els?|Ja.");
    const std::string name = "Dr. Els Van den Broeck (directeur van basisschool De Regenboog te Gent)";
    CHECK(said(begin + name + ": Ja.\n") == known + name + "|Ja.");
    CHECK(said("Interviewer: Dus?\nEls: Goed.\nEls?: Misschien ik.\nM?: Ja hoor.\n?: Nee.\nEls: Ja.\n") ==
          known + "Els?|Misschien ik./M?|Ja hoor./?|Nee./Els|Ja.");

    // So in the rows of a table.
    CHECK(rowText({"00:09", "interviewer", "En dan?"}) == "[00:09] interviewer: En dan?");
    CHECK(rowText({"Els ?", "[00:09]", "Ja."}) == "[00:09] Els ?: Ja.");
    CHECK(rowText({"Els?", "Ja."}) == "Els?: Ja.");
    CHECK(rowText({"prijs", "20 euro"}) == "prijs\t20 euro");

    const auto told = [](const std::string& text) {
        std::string all;
        for (const base::Phrase& warning : transcript(text).warnings)
            all += std::string(warning) + ";";
        return all;
    };
    CHECK(told(begin + "Els: Ja.\n").empty());
    CHECK(told(begin + "Els: Ja, om 12:30 was dat.\n[00:01:00] Ja.\n").empty());
    CHECK(said(begin + "ik dacht: nee.\n") == known + "Els|ik dacht: nee.");
    CHECK(told(begin + "ik dacht: nee.\n") == "a line that begins like a speaker's ('ik dacht:') was taken "
                                              "for none: its words are those of whoever "
                                              "spoke before;");
    CHECK(told(begin +
               "ik dacht: nee.\nVraag: wat?\n[00:01:00] Mevrouw de directeur van de basisschool in het "
               "dorp bij ons: dag.\n") == "3 lines that begin like a speaker's (the first 'ik dacht:') were "
                                          "taken for none: their words are those "
                                          "of whoever spoke before;");
    CHECK(told("An: Dag.\nEn toen.\nBo: Hoi.\nEn dus.\nAn: Ja.\nWeer.\nNog.\nWel.\n5:00 Cor: Nee.\nBo: Ja.\n")
              .find("('Cor:')") != std::string::npos);
}

TEST_CASE("a name above a turn is its speaker's in any case, and what is none is told") {
    const auto said = [](const Transcript& read) {
        std::string all;
        for (const TranscriptTurn& turn : read.turns)
            all += (all.empty() ? "" : "/") + turn.speaker + "|" + turn.text;
        return all;
    };
    const std::string begin = "Interviewer 00:01\nDus?\n\nP2 00:05\nGoed.\n\nInterviewer 00:08\nEn?\n\n";
    const std::string known = "Interviewer|Dus?/P2|Goed./Interviewer|En?/";
    for (const char* name : {"interviewer", "p2", "INTERVIEWER", "respondent"}) {
        CAPTURE(name);
        const Transcript read = transcript(begin + name + " 00:25\nJa.\n");
        CHECK(said(read) == known + name + "|Ja.");
        CHECK(read.warnings.empty());
    }
    CHECK(said(transcript("00:01 Interviewer\nDus?\n\n00:05 P2\nGoed.\n\n00:08 Interviewer\nEn?\n\n"
                          "00:25 interviewer\nJa.\n")) == known + "interviewer|Ja.");
    CHECK(said(transcript("[Interviewer] (00:01)\nDus?\n\n[P2] (00:05)\nGoed.\n\n[Interviewer] (00:08)\n"
                          "En?\n\n[interviewer] (00:25)\nJa.\n")) == known + "interviewer|Ja.");
    // Somebody who is not known stays in the text, and is told.
    const Transcript doubted = transcript(begin + "de buurvrouw 00:25\nJa.\n");
    CHECK(said(doubted) == "Interviewer|Dus?/P2|Goed./Interviewer|En?\n\nde buurvrouw 00:25\nJa.");
    REQUIRE(doubted.warnings.size() == 1);
    CHECK(std::string(doubted.warnings[0]).find("('de buurvrouw')") != std::string::npos);
    CHECK(transcript("opname van 00:12\n" + begin + "en toen om 10:30:00\n").warnings.empty());
}

TEST_CASE("a known speaker is one in any case, with other accents or blanks, or is told") {
    struct Row {
        const char* text;
        const char* turns;
        const char* doubt;
    };
    for (const Row& row :
         {Row{"R1: een\nR2: twee\nR1: drie\nr2: vier\nR1: vijf\n", "R1|een/R2|twee/R1|drie/r2|vier/R1|vijf",
              ""},
          Row{"R1: een\nJuf Lien: twee\nR1: drie\njuf lien: vijf\n",
              "R1|een/Juf Lien|twee/R1|drie/juf lien|vijf", ""},
          Row{"Ren\u00E9: een\nZo\u00EB: twee\nRen\u00E9: drie\nzoe: vier\nRENE: vijf\n",
              "Ren\u00E9|een/Zo\u00EB|twee/Ren\u00E9|drie/zoe|vier/RENE|vijf", ""},
          Row{"R1: een\nR2: twee\nR1: drie\nr 2: vier\n", "R1|een/R2|twee/R1|drie/r 2|vier", ""},
          // Once each, among lines without a name.
          Row{"R1: een\nen meer\nen nog\nR2: twee\nen weer\nr2: vier\nR1: vijf\nen zo\n",
              "R1|een\\nen meer\\nen nog/R2|twee\\nen weer/r2|vier/R1|vijf\\nen zo", ""},
          // In brackets of another kind than the colon of the others.
          Row{"R1: een\nR2: twee\nR1: drie\n<R2> hoek\nR1: vijf\n",
              "R1|een/R2|twee/R1|drie\\n<R2> hoek/R1|vijf", "<R2>"},
          Row{"R1: een\nR2: twee\nR1: drie\n[r2] haak\n[lacht] zo\nR1: vijf\n",
              "R1|een/R2|twee/R1|drie\\n[r2] haak\\n[lacht] zo/R1|vijf", "[r2]"},
          Row{"<R1> een\n\n<R2> twee\n\n<R1> drie\n\n<r2> vier\n", "R1|een/R2|twee/R1|drie/r2|vier", ""},
          Row{"Anna - een\nBram - twee\nAnna - drie\nbram - vier\nBram - vijf\n",
              "Anna|een/Bram|twee/Anna|drie/bram|vier/Bram|vijf", ""},
          Row{"Anna\neen\n\nBram\ntwee\n\nAnna\ndrie\n\nbram\nvier\n\nBram\nvijf\n",
              "Anna|een/Bram|twee/Anna|drie/bram|vier/Bram|vijf", ""}}) {
        CAPTURE(row.text);
        const Transcript found = transcript(row.text);
        CHECK(test::turns(found) == row.turns);
        const std::string told = test::dump({}, found.warnings);
        if (*row.doubt == '\0')
            CHECK(told.empty());
        else
            CHECK_THAT(told,
                       Catch::Contains(fmt::format("a line that begins like a speaker's ('{}')", row.doubt)));
    }
    // Such names are proposed as one.
    const Transcript alike = transcript("R1: een\nR2: twee\nR1: drie\nr 2: vier\nZo\u00EB: vijf\nZoe: zes\n"
                                        "R2: nog\nZo\u00EB: ja\n");
    std::string pairs;
    for (const AlikeSpeakers& each : alikeSpeakers(alike))
        pairs += each.rare + "=" + each.usual + ";";
    CHECK(pairs == "r 2=R2;Zoe=Zo\u00EB;");
}

TEST_CASE("names and times above the words may be numbered") {
    struct Row {
        const char* text;
        const char* turns;
    };
    for (const Row& row :
         {Row{"1. Anna 00:01\nEen.\n\n2. Bram 00:05\nTwee.\n\n3. Anna 00:09\nDrie.\n",
              "Anna|Een./Bram|Twee./Anna|Drie."},
          Row{"1. INTERVIEWER [00:00:01]\nEen.\n2. RESPONDENT [00:00:05]\nTwee.\n"
              "3. INTERVIEWER [00:00:09]\nDrie.\n4. respondent [00:00:12]\nVier.\n",
              "INTERVIEWER|Een./RESPONDENT|Twee./INTERVIEWER|Drie./respondent|Vier."},
          Row{"01) [Anna] (00:01)\nEen.\n\n02) [Bram] (00:05)\nTwee.\n\n03) [Anna] (00:09)\nDrie.\n",
              "Anna|Een./Bram|Twee./Anna|Drie."},
          // Numbers that do not rise are names.
          Row{"12 A 00:01\nEen.\n\n7 A 00:05\nTwee.\n\n12 A 00:09\nDrie.\n\n7 A 00:11\nVier.\n",
              "12 A|Een./7 A|Twee./12 A|Drie./7 A|Vier."}}) {
        CAPTURE(row.text);
        const Transcript found = transcript(row.text);
        CHECK(test::turns(found) == row.turns);
        CHECK(found.warnings.empty());
    }
}

TEST_CASE("what is no speaker stays in the text") {
    const std::string text =
        "Anna: Ja.\nLet op: dit is belangrijk.\nBram: Nee.\nAnna: Goed.\nVraag: wat nu?\n"
        "Bram: Niets.\nVraag: en dan?\n";
    const Transcript found = transcript(text);
    REQUIRE(found.turns.size() == 6);
    CHECK(found.turns[0].text == "Ja.\nLet op: dit is belangrijk.");
    ReadOptions options;
    options.notSpeakers = {"Vraag", "Piet"};
    const Transcript told = std::get<Transcript>(*read(text, options));
    REQUIRE(told.turns.size() == 4);
    CHECK(told.turns[2].text == "Goed.\nVraag: wat nu?");
    CHECK(told.notSpeakers == std::vector<std::string>{"Vraag"});
}

TEST_CASE("a few colons in many pages of prose are no conversation") {
    std::string text;
    for (int line = 0; line < 600; ++line)
        text += line % 150 == 0 ? "Porciones: twee\n" : "een regel van een lang stuk tekst\n";
    CHECK(transcript(text).speakers.size() == 1);
    CHECK(transcript(text).speakers[0].name.empty());
}

TEST_CASE("a name alone above a time speaks; where nobody is named, that is told") {
    const auto read = [](const std::string& text) {
        auto records = readTranscriptText(text, "f.txt", {}, {});
        REQUIRE(records);
        return std::get<Transcript>(std::move(*records));
    };
    for (const char* between : {"", "\n"}) {
        std::string text;
        for (const char* turn :
             {"Anna\n0:03\nhallo\n", "Bram\n0:05\ndag\n", "Anna\n0:09\ntot zo\n", "Bram\n0:12\ndoei\n"})
            text += std::string(turn) + between;
        CAPTURE(text);
        const Transcript found = read(text);
        CHECK(test::turns(found) == "Anna|hallo/Bram|dag/Anna|tot zo/Bram|doei");
        CHECK(found.turns[0].beginMs == 3000);
        CHECK(found.warnings.empty());
    }
    const Transcript nameless = read("0:03\nhallo daar\n0:05\ndag jij\n0:09\ntot zo\n");
    CHECK(test::dump({}, nameless.warnings) ==
          "warning no speakers found: every time begins a turn without a speaker\n");
}
