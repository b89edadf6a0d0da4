// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/join.h"
#include "dump.h"
#include "exchange/code_list.h"
#include "exchange/codebook_table.h"
#include "exchange/csv.h"
#include "exchange/offset_fit.h"
#include "exchange/refi.h"
#include "exchange/write_refi.h"
#include "support/catch.hpp"
#include "support/tree.h"
#include "support/zip_writer.h"
#include "text/utf8.h"

#include <rapidcheck.h>

using namespace rapport;
using namespace rapport::exchange;
using namespace std::string_literals;

namespace {

std::string corpus(const std::string& name) {
    return test::slurp(std::string(rapport::support::sourceTree) + "/corpora/formats/" + name);
}

/// "depth:title" of each code, headings in brackets.
std::string tree(const CodebookFile& file) {
    std::string text;
    for (const model::Code& code : file.codebook.variables.at(0).codes) {
        const std::string& title = code.title.in("en");
        text += (text.empty() ? "" : " ") + std::to_string(code.depth) + ":" +
                (code.isCodable ? title : "[" + title + "]");
    }
    return text;
}

std::string cut(const ProjectSource& source, const ProjectCoding& coding) {
    return std::string(text::slice(source.text, text::textRange(*coding.begin, *coding.end)));
}

std::int64_t units(std::string_view text, const OffsetReading& reading) {
    std::int64_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t current = text::readCodePoint(text, at);
        count += (current > 0xFFFF && reading.isUtf16) || (current == U'\n' && reading.isLineEndTwo) ? 2 : 1;
    }
    return count;
}

std::string book(const std::string& codes) {
    return "<CodeBook><Codes>" + codes + "</Codes></CodeBook>";
}

} // namespace

TEST_CASE("a shipped codebook is written and read back to the same tree") {
    const auto read = readRefiCodebook(corpus("codes.qdc"), "codes.qdc");
    REQUIRE(read);
    CHECK(tree(*read) == "0:[Nabijheid] 1:Warmte 0:Conflict");
    CHECK(read->codebook.variables[0].codes[1].colour == "#e69f00");
    CHECK(read->codebook.variables[0].codes[1].definition.in("en") == "Blijk van genegenheid");
    CHECK(read->codebook.variables[0].codes[1].guid.text() == "00000000-0000-4000-8000-000000000002");
    const std::string written = writeRefiCodes(read->codebook, "en", "Rapport");
    const auto back = readRefiCodebook(written, "codes.qdc");
    REQUIRE(back);
    CHECK(tree(*back) == tree(*read));
    CHECK(back->codebook.variables[0].codes[1].guid == read->codebook.variables[0].codes[1].guid);
    CHECK(model::validate(read->codebook));
}

TEST_CASE("a codebook with everything comes back from REFI-QDA in the language it was written in") {
    for (const char* name : {"relationship-constructs", "implementation-quality", "motivating-tsr"}) {
        const std::string path = std::string(rapport::support::sourceTree) + "/codebooks/" + name + ".json";
        auto file = readCodebookFile(test::slurp(path), path);
        REQUIRE(file);
        file->codebook.variables[0].codes[0].antiExamples = {
            model::LocalText{{{"en", "not: this"}, {"nl", "niet dit"}}}};
        for (const std::string language : {"en", "nl"}) {
            CAPTURE(name, language);
            const auto back =
                readRefiCodebook(writeRefiCodes(file->codebook, language, "Rapport 1"), "f.qdc");
            REQUIRE(back);
            REQUIRE(back->codebook.variables.size() == file->codebook.variables.size());
            for (std::size_t index = 0; index < file->codebook.variables.size(); ++index) {
                const model::Variable& was = file->codebook.variables[index];
                const model::Variable& now = back->codebook.variables[index];
                CHECK(now.name == was.name);
                CHECK(now.guid == was.guid);
                CHECK(now.scale == was.scale);
                CHECK(now.prompts == was.prompts);
                CHECK(now.unitKinds == was.unitKinds);
                CHECK(now.title.in(language) == was.title.in(language));
                CHECK(now.definition.in(language) == was.definition.in(language));
                REQUIRE(now.codes.size() == was.codes.size());
                for (std::size_t place = 0; place < was.codes.size(); ++place) {
                    const model::Code& before = was.codes[place];
                    const model::Code& after = now.codes[place];
                    CAPTURE(before.name);
                    CHECK(after.name == before.name);
                    CHECK(after.guid == before.guid);
                    CHECK(after.depth == before.depth);
                    CHECK(after.isCodable == before.isCodable);
                    CHECK(after.colour == before.colour);
                    CHECK(after.source == before.source);
                    CHECK(after.title.in(language) == before.title.in(language));
                    CHECK(after.definition.in(language) == before.definition.in(language));
                    CHECK(after.use.in(language) == before.use.in(language));
                    CHECK(after.avoid.in(language) == before.avoid.in(language));
                    REQUIRE(after.examples.size() == before.examples.size());
                    for (std::size_t example = 0; example < before.examples.size(); ++example)
                        CHECK(after.examples[example].in(language) == before.examples[example].in(language));
                    REQUIRE(after.antiExamples.size() == before.antiExamples.size());
                    for (std::size_t example = 0; example < before.antiExamples.size(); ++example)
                        CHECK(after.antiExamples[example].in(language) ==
                              before.antiExamples[example].in(language));
                }
            }
        }
    }
}

TEST_CASE("paragraphs that begin like the heads of REFI-QDA descriptions stay where they stand") {
    auto file = readRefiCodebook(book("<Code guid=\"x\" name=\"a\" isCodable=\"true\"/>"), "f.qdc");
    REQUIRE(file);
    const auto words = [] {
        static const std::vector<std::string> pieces{"Id: a",
                                                     "Type: text",
                                                     "Use: it",
                                                     "Gebruik: dit",
                                                     "Do not use: it",
                                                     "Example: one",
                                                     "Bron: boek",
                                                     "Source: ",
                                                     "Scale: count",
                                                     "Prompts: Q1",
                                                     "Units: turn",
                                                     "Taal: nl",
                                                     "Language: ",
                                                     "Language: also in the words of the child.",
                                                     "Id:",
                                                     "words",
                                                     " ",
                                                     "\n",
                                                     "\n\n",
                                                     "\n\n",
                                                     "\n\n"};
        std::string made;
        for (const std::string& piece :
             *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
            made += piece;
        return std::string(text::trim(made));
    };
    const auto several = [&](std::vector<model::LocalText>& examples) {
        examples.clear();
        for (int count = *rc::gen::inRange(0, 3); count > 0; --count) {
            if (const std::string made = words(); !made.empty())
                examples.push_back(model::sameText(made));
        }
    };
    const auto isSame = [](const std::vector<model::LocalText>& one,
                           const std::vector<model::LocalText>& other) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                          [](const auto& a, const auto& b) { return a.in("nl") == b.in("nl"); });
    };
    CHECK(rc::check([&] {
        model::Variable& variable = file->codebook.variables[0];
        model::Code& code = variable.codes[0];
        variable.definition = model::sameText(words());
        code.definition = model::sameText(words());
        code.use = model::sameText(words());
        code.avoid = model::sameText(words());
        code.source = words();
        several(code.examples);
        several(code.antiExamples);
        const std::string language = *rc::gen::elementOf(std::vector<std::string>{"en", "nl"});
        const std::string written = writeRefiCodes(file->codebook, language, "Rapport 1");
        RC_LOG() << written;
        const auto back = readRefiCodebook(written, "f.qdc");
        RC_ASSERT(back.has_value());
        const model::Variable& now = back->codebook.variables.at(0);
        const model::Code& after = now.codes.at(0);
        RC_ASSERT(now.name == variable.name);
        RC_ASSERT(now.scale == variable.scale);
        RC_ASSERT(now.prompts == variable.prompts);
        RC_ASSERT(now.unitKinds == variable.unitKinds);
        RC_ASSERT(now.definition.in(language) == variable.definition.in(language));
        RC_ASSERT(after.name == code.name);
        RC_ASSERT(after.definition.in(language) == code.definition.in(language));
        RC_ASSERT(after.use.in(language) == code.use.in(language));
        RC_ASSERT(after.avoid.in(language) == code.avoid.in(language));
        RC_ASSERT(after.source == code.source);
        RC_ASSERT(isSame(after.examples, code.examples));
        RC_ASSERT(isSame(after.antiExamples, code.antiExamples));
    }));
}

TEST_CASE("paragraphs under heads in our own files of earlier versions stay words where they are none") {
    const auto read = readRefiCodebook(
        "<CodeBook origin=\"Rapport 1\"><Codes><Code guid=\"00000000-0000-4000-8000-000000000001\" "
        "name=\"Bond\" isCodable=\"false\"><Description>What is between them.\n\nTaal: ook van het "
        "kind.\n\nUse: never\n\nScale: presence\n\nPrompts: Q1\n\nUnits: turn\n\nLanguage: en, definition "
        "nl\n\nId: bond</Description><Code guid=\"00000000-0000-4000-8000-000000000002\" name=\"Near\" "
        "isCodable=\"true\"><Description>The bond matters.\n\nLanguage: also in the words of the "
        "child.\n\nAnd more.\n\nId: is no name\n\nPrompts: ask on\n\nLanguage: nl\n\nUse: it\n\nLanguage: "
        "so it goes on\n\nId: near</Description></Code></Code></Codes></CodeBook>",
        "f.qdc");
    REQUIRE(read);
    const model::Variable& variable = read->codebook.variables.at(0);
    CHECK(variable.name == "bond");
    CHECK(variable.title == model::LocalText{{{"en", "Bond"}}});
    CHECK(variable.definition ==
          model::LocalText{{{"nl", "What is between them.\n\nTaal: ook van het kind.\n\nUse: never"}}});
    const model::Code& code = variable.codes.at(0);
    CHECK(code.name == "near");
    CHECK(code.definition.in("en") == "The bond matters.\n\nLanguage: also in the words of the child.\n\n"
                                      "And more.\n\nId: is no name\n\nPrompts: ask on\n\nLanguage: nl");
    CHECK(code.use.in("en") == "it\n\nLanguage: so it goes on");
}

TEST_CASE("what is written is well-formed whatever the words are") {
    auto file = readRefiCodebook(book("<Code guid=\"x\" name=\"a\" isCodable=\"true\"/>"), "f.qdc");
    REQUIRE(file);
    model::Code& code = file->codebook.variables[0].codes[0];
    code.title = model::sameText("a \"b\" <c> & \x0B\f d");
    code.definition = model::sameText("]]> \x01\n<!--");
    const auto back = readRefiCodebook(writeRefiCodes(file->codebook, "en", "Rapport"), "f");
    REQUIRE(back);
    CHECK(back->codebook.variables[0].codes[0].title.in("en") == "a \"b\" <c> &  d");
}

TEST_CASE("codebooks as other programs write them") {
    CHECK(
        tree(*readRefiCodebook("<x:CodeBook xmlns:x=\"urn:QDA-XML:codebook:0:4\"><x:Codes><x:Code name=\"a\" "
                               "guid=\"{0D62985D-B147-5D01-A9B5-CAE5DCD98342}\"/></x:Codes></x:CodeBook>",
                               "f")) == "0:a");
    const auto empty = readRefiCodebook(
        "<CodeBook><Codes><Code name=\"a\"/><Code name=\"A!\"/><Code name=\"\"/></Codes><Sets/></CodeBook>",
        "f");
    REQUIRE(empty);
    CHECK(empty->codebook.variables[0].codes[1].name == "a_2");
    CHECK(empty->warnings.size() == 2);
    CHECK(model::validate(empty->codebook));
    for (const std::string& bytes :
         {""s, "<a/>"s, "<CodeBook/>"s, book(""), "<!DOCTYPE a>" + book("<Code name=\"a\"/>")}) {
        CAPTURE(bytes);
        CHECK(readRefiCodebook(bytes, "f").error().code == base::Errc::Unreadable);
    }
}

TEST_CASE("a project's positions are fitted to each of its texts") {
    const std::string bytes = corpus("project.qdpx");
    REQUIRE(looksLikeRefiProject(bytes));
    const auto project = readRefiProject(bytes, "project.qdpx", {});
    REQUIRE(project);
    REQUIRE(project->sources.size() == 2);
    const ProjectSource& windows = project->sources[0];
    REQUIRE(windows.codings.size() == 3);
    CHECK_FALSE(windows.codings[0].begin); // the whole text
    CHECK(windows.positions == "positions count UTF-16 units, a line end as two: 2 of 2 quotes fit");
    CHECK(cut(windows, windows.codings[1]) == "De juf wachtte");
    CHECK(cut(windows, windows.codings[2]) == "kwam hij zelf");
    CHECK(windows.codings[1].rater == "R1");
    CHECK(windows.codings[2].rater == "R2");
    CHECK(windows.codings[1].time.has_value());
    const ProjectSource& standard = project->sources[1];
    CHECK(standard.positions == "positions count code points, a line end as one: 1 of 1 quote fit");
    CHECK(cut(standard, standard.codings.at(0)) == "De juf wachtte");
    REQUIRE(project->cases.size() == 1);
    CHECK(project->cases[0].values == std::vector<std::pair<std::string, std::string>>{{"campus", "A"}});
    CHECK(project->problems.empty());
}

TEST_CASE("any way of counting is found again where quotes tell it") {
    CHECK(rc::check([] {
        const auto letters = *rc::gen::container<std::vector<std::string>>(
            60, rc::gen::elementOf(
                    std::vector<std::string>{"a", "b", "c", "d ", "e", "\n", "\u00E9", "\U0001F600", "x"}));
        std::string text;
        for (const std::string& letter : letters)
            text += letter;
        OffsetReading reading;
        reading.isUtf16 = *rc::gen::arbitrary<bool>();
        reading.isLineEndTwo = *rc::gen::arbitrary<bool>();
        reading.countsMark = *rc::gen::arbitrary<bool>();
        std::vector<ForeignSpan> spans;
        std::vector<std::string> wanted;
        const auto length = text::countCodePoints(text);
        for (std::int64_t begin = 0; begin + 12 < length; begin += 5) {
            const std::string before(text::slice(text, text::textRange(0, begin)));
            const std::string words(text::slice(text, text::textRange(begin, begin + 12)));
            ForeignSpan span;
            span.begin = units(before, reading) + (reading.countsMark ? 1 : 0);
            span.end = span.begin + units(words, reading);
            span.quote = words;
            spans.push_back(span);
            wanted.push_back(words);
        }
        const OffsetFit fit = fitOffsets(text, spans, {true, reading.countsMark});
        RC_ASSERT(fit.matched == fit.quotes);
        std::size_t exact = 0;
        for (std::size_t index = 0; index < spans.size(); ++index) {
            RC_ASSERT(fit.spans[index].has_value());
            exact += text::slice(text, text::textRange(fit.spans[index]->first, fit.spans[index]->second)) ==
                             wanted[index]
                         ? 1U
                         : 0U;
        }
        // White space and a cut quote may hide a difference of one at the end; never more than the reading.
        const bool isExact = !(fit.reading == reading) || exact == spans.size();
        RC_ASSERT(isExact);
    }));
}

TEST_CASE("spans outside of their text are told, not moved") {
    const OffsetFit fit =
        fitOffsets("short", {{0, 5, "short"}, {3, 99, ""}, {-4, 2, ""}, {4, 2, ""}, {5, 5, ""}}, {});
    CHECK(fit.spans[0] == std::pair<std::int64_t, std::int64_t>(0, 5));
    for (std::size_t index = 1; index < 5; ++index)
        CHECK_FALSE(fit.spans[index]);
    CHECK(describe(fit) == "positions count code points, a line end as one: 1 of 1 quote fit");
}

TEST_CASE("projects with what is missing, wrong or too much are read with a word about it") {
    const std::string head =
        "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\"><Users><User "
        "guid=\"00000000-0000-4000-8000-000000000001\"/>"
        "</Users><CodeBook><Codes><Code guid=\"00000000-0000-4000-8000-00000000000a\" name=\"a\" "
        "isCodable=\"false\"/></Codes></CodeBook><Sources>";
    const std::string coding =
        "<Coding><CodeRef targetGUID=\"00000000-0000-4000-8000-00000000000A\"/></Coding>";
    const auto read = [&](const std::string& sources) {
        auto project = readRefiProject(head + sources + "</Sources></Project>", "f.qde", {});
        REQUIRE(project);
        return std::move(*project);
    };
    const std::string text = "<PlainTextContent>one two</PlainTextContent>";
    const Project plain = read(
        "<TextSource>" + text + "<PlainTextSelection startPosition=\"0\" endPosition=\"3\">" + coding +
        coding +
        "</PlainTextSelection><PlainTextSelection startPosition=\"x\"/>"
        "<PlainTextSelection startPosition=\"1\" endPosition=\"2\"/><PlainTextSelection startPosition=\"4\" "
        "endPosition=\"99\">" +
        coding + "</PlainTextSelection></TextSource><AudioSource/>");
    REQUIRE(plain.sources.size() == 1);
    CHECK(plain.sources[0].name == "source 1");
    REQUIRE(plain.sources[0].codings.size() == 1);
    CHECK(plain.sources[0].codings[0].rater == "unknown");
    CHECK(plain.problems.size() == 2);
    CHECK(plain.codebook.codebook.variables[0].codes[0].isCodable);
    std::string said;
    for (const auto& warning : plain.warnings)
        said += warning.text() + "\n";
    for (const char* words :
         {"1 picture, recording", "1 selection without a code", "1 coding was there twice", "1 heading"})
        CHECK_THAT(said, Catch::Contains(words));
    CHECK(read("<TextSource name=\"x\" plainTextPath=\"internal://y.txt\"/>").problems.size() == 1);
    CHECK(
        read("<TextSource name=\"x\"><PlainTextContent> </PlainTextContent></TextSource>").problems.size() ==
        1);
    CHECK_FALSE(readRefiProject(test::zipOf({{"a.txt", "b"}}), "f.qdpx", {}));
    CHECK_FALSE(readRefiProject(test::zipOf({{"a.qde", head}, {"b.qde", head}}), "f.qdpx", {}));
    CHECK_FALSE(readRefiProject("<!DOCTYPE p>" + head, "f.qde", {}));
    const std::string whole = corpus("project.qdpx");
    for (std::size_t size = 0; size < whole.size(); size += 13)
        CHECK_FALSE(readRefiProject(std::string_view(whole).substr(0, size), "f.qdpx", {}));
}

TEST_CASE("more codings than memory should hold are refused") {
    std::string bytes =
        "<Project xmlns=\"urn:QDA-XML:project:1:0\" origin=\"Rapport 1\"><CodeBook><Codes><Code "
        "guid=\"00000000-0000-4000-8000-00000000000a\" name=\"a\"/></Codes></CodeBook><Sources>";
    for (int source = 0; source < 2; ++source) {
        bytes += "<TextSource><PlainTextContent>one</PlainTextContent>";
        for (int coding = 0; coding <= 400'000; ++coding)
            bytes += "<Coding><CodeRef targetGUID=\"00000000-0000-4000-8000-00000000000a\"/></Coding>";
        bytes += "</TextSource>";
    }
    const auto project = readRefiProject(bytes + "</Sources></Project>", "f.qde", {});
    REQUIRE_FALSE(project);
    CHECK_THAT(project.error().message, Catch::Contains("more than 800000 codings"));
}

TEST_CASE("what people noted on texts, places, codings and codes is read with its place and author") {
    const auto guid = [](int number) { return fmt::format("00000000-0000-4000-8000-{:012}", number); };
    const auto note = [&](int number, const std::string& name, const std::string& text, int user) {
        return "<Note guid=\"" + guid(number) + "\" name=\"" + name + "\" creatingUser=\"" + guid(user) +
               "\" creationDateTime=\"2026-01-02T10:00:00Z\"><PlainTextContent>" + text +
               "</PlainTextContent></Note>";
    };
    const auto noted = [&](int number) { return "<NoteRef targetGUID=\"" + guid(number) + "\"/>"; };
    const std::string codeRef = "<CodeRef targetGUID=\"" + guid(10) + "\"/>";
    const auto parts = [&](const std::string& origin) {
        return "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\" origin=\"" + origin +
               "\"><Description>all of it</Description><Users><User guid=\"" + guid(1) +
               "\" name=\"Ann\"/><User guid=\"" + guid(2) +
               "\" name=\"Bas, jr\"/></Users><CodeBook><Codes><Code guid=\"" + guid(10) +
               "\" name=\"warm\" isCodable=\"true\"><Description>kind</Description>" + noted(21) +
               "<Code guid=\"" + guid(11) + "\" name=\"hot\" isCodable=\"true\">" + noted(21) +
               "</Code></Code></Codes></CodeBook><Cases><Case guid=\"" + guid(30) + "\" name=\"C\">" +
               noted(22) + "</Case></Cases><Sources><TextSource guid=\"" + guid(40) +
               "\" name=\"talk\" creatingUser=\"" + guid(2) + "\"><Description>of the text</Description>" +
               "<PlainTextContent>A: one two\nB: three</PlainTextContent>" +
               "<PlainTextSelection startPosition=\"3\" endPosition=\"6\" name=\"one\" creatingUser=\"" +
               guid(1) + "\"><Description>of the place</Description><Coding guid=\"" + guid(41) + "\">" +
               codeRef + noted(23) +
               "</Coding></PlainTextSelection><PlainTextSelection startPosition=\"14\" endPosition=\"19\" "
               "name=\"three\">" +
               noted(23) +
               "</PlainTextSelection><PlainTextSelection startPosition=\"0\" endPosition=\"1\"/>" +
               "<Coding>" + codeRef + noted(24) + "</Coding>" + noted(25) + noted(99) +
               "</TextSource></Sources><Notes>" + note(21, "", "of the code", 1) +
               note(22, "", "of the case", 1) + note(23, "Twice", "of two places", 2) +
               note(24, "of it", "of it all", 3) + note(25, "", "  ", 1) + note(26, "", "of nothing", 1) +
               "</Notes></Project>";
    };
    const auto project = readRefiProject(parts("other"), "f.qde", {});
    REQUIRE(project);
    const auto& codes = project->codebook.codebook.variables.at(0).codes;
    CHECK(codes[0].definition.in("en") == "kind\n\nof the code");
    CHECK(codes[1].definition.in("en") == "of the code");
    std::string said;
    for (const ProjectMemo& memo : project->sources.at(0).memos) {
        said +=
            fmt::format("{} {}-{} [{}] {}{}{}\n", memo.author, memo.begin.value_or(-1), memo.end.value_or(-1),
                        fmt::join(memo.codes, ","), memo.about.empty() ? "" : memo.about + ": ", memo.text,
                        memo.guid.isNull() ? "" : " *");
    }
    CHECK(said == " -1--1 [warm] of it all *\n"
                  "Ann 3-6 [warm] of the place\n"
                  "Bas  jr 3-6 [warm] Twice\nof two places *\n"
                  "Bas  jr 14-19 [] Twice\nof two places\n"
                  "Bas  jr -1--1 [] of the text\n"
                  " -1--1 [] P: all of it\n"
                  " -1--1 [] C (Ann): of the case *\n"
                  " -1--1 [] P (Ann): of nothing *\n");
    std::string warned;
    for (const auto& warning : project->warnings)
        warned += warning.text() + "\n";
    // The project's own words, the note on the case, and the one that nothing refers to.
    CHECK_THAT(warned, Catch::Contains("3 notes on the project as a whole, on cases or on sets stand among"));
    CHECK_THAT(warned, Catch::Contains("1 selection without a code is left out"));
    // Of a project of ours they are read as the memos that they were.
    const auto own = readRefiProject(parts("Rapport 1"), "f.qde", {});
    REQUIRE(own);
    CHECK(own->sources.at(0).memos.empty());
    CHECK(own->sources.at(0).notes.size() == 2);
}

TEST_CASE("notes that links join with what they are about stand there") {
    const auto guid = [](int number) { return fmt::format("00000000-0000-4000-8000-{:012}", number); };
    const auto link = [&](int from, int to) {
        return "<Link originGUID=\"" + guid(from) + "\" targetGUID=\"" + guid(to) + "\"/>";
    };
    const auto note = [&](int number, const std::string& inside) {
        return "<Note guid=\"" + guid(number) + "\">" + inside + "</Note>";
    };
    const auto project = readRefiProject(
        "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\"><CodeBook><Codes><Code guid=\"" + guid(10) +
            "\" name=\"a\"/></Codes></CodeBook><Sources><TextSource guid=\"" + guid(40) +
            "\" name=\"talk\"><PlainTextContent>one two</PlainTextContent><PlainTextSelection guid=\"" +
            guid(41) + "\" startPosition=\"0\" endPosition=\"3\"><NoteRef targetGUID=\"" + guid(21) +
            "\"/></PlainTextSelection></TextSource></Sources><Notes>" +
            note(21,
                 "<Description>what it is</Description><PlainTextContent>of the place</PlainTextContent>") +
            note(22, "<Description>of the text</Description>") +
            note(23, "<PlainTextContent>of the code</PlainTextContent>") +
            note(24, "<PlainTextContent>of a film</PlainTextContent>") + "</Notes><Links>" + link(21, 41) +
            link(40, 22) + link(23, 10) + link(24, 99) + link(40, 41) + "</Links></Project>",
        "f.qde", {});
    REQUIRE(project);
    const auto& memos = project->sources.at(0).memos;
    REQUIRE(memos.size() == 3);
    CHECK(memos[2].about == "P");
    CHECK(memos[2].text == "of a film");
    CHECK(memos[0].text == "what it is\nof the place");
    CHECK(memos[0].begin == 0);
    CHECK(memos[1].text == "of the text");
    CHECK(project->codebook.codebook.variables.at(0).codes[0].definition.in("en") == "of the code");
    std::string warned;
    for (const auto& warning : project->warnings)
        warned += warning.text() + "\n";
    CHECK_THAT(warned, Catch::Contains("1 note on the project as a whole"));
    CHECK_THAT(warned, Catch::Contains("2 links between parts of the project are left out"));
}

TEST_CASE(
    "what is written on cases and sets stands on their first text, what is on no text is said in full") {
    const auto guid = [](int number) { return fmt::format("00000000-0000-4000-8000-{:012}", number); };
    const std::string about =
        "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\"><Description>of the project</Description>"
        "<CodeBook><Codes><Code guid=\"" +
        guid(10) + "\" name=\"a\"/></Codes></CodeBook><Cases><Case guid=\"" + guid(30) +
        "\" name=\"Els\"><Description>of Els</Description><SourceRef targetGUID=\"" + guid(43) +
        "\"/><SourceRef targetGUID=\"" + guid(42) + "\"/></Case><Case guid=\"" + guid(31) +
        "\" name=\"Bas\"><Description>of Bas</Description><SelectionRef targetGUID=\"" + guid(50) +
        "\"/></Case></Cases>";
    const std::string behind = "<Sets><Set guid=\"" + guid(60) +
                               "\" name=\"later\"><Description>of the set</Description><MemberSource "
                               "targetGUID=\"" +
                               guid(42) + "\"/></Set></Sets></Project>";
    const auto source = [&](int number, const std::string& more) {
        return fmt::format("<TextSource guid=\"{}\" name=\"t{}\"><PlainTextContent>one two"
                           "</PlainTextContent>{}</TextSource>",
                           guid(number), number, more);
    };
    const auto project = readRefiProject(
        about + "<Sources>" + source(41, {}) + source(42, {}) +
            source(43, "<PlainTextSelection guid=\"" + guid(50) +
                           "\" startPosition=\"0\" endPosition=\"3\"><Coding><CodeRef targetGUID=\"" +
                           guid(10) + "\"/></Coding></PlainTextSelection>") +
            "</Sources>" + behind,
        "f.qde", {});
    REQUIRE(project);
    std::string said;
    for (const ProjectSource& each : project->sources) {
        said += each.name + fmt::format(" [{}]", fmt::join(each.cases, ","));
        for (const ProjectMemo& memo : each.memos)
            said += fmt::format(" {}={}", memo.about, memo.text);
        said += '\n';
    }
    // A selection alone makes a text no case's.
    CHECK(said == "t41 [] P=of the project\nt42 [0] Els=of Els later=of the set\nt43 [0] Bas=of Bas\n");
    // What has no identity is joined with nothing.
    const auto nameless = readRefiProject(
        "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\"><CodeBook><Codes><Code guid=\"" + guid(10) +
            "\" name=\"a\"/></Codes></CodeBook><Cases><Case name=\"Els\"><SourceRef/></Case></Cases><Sources>"
            "<TextSource "
            "name=\"t\"><PlainTextContent>one</PlainTextContent></TextSource></Sources></Project>",
        "f.qde", {});
    REQUIRE(nameless);
    CHECK(nameless->sources.at(0).cases.empty());
    const auto without = readRefiProject(about + behind, "f.qde", {});
    REQUIRE(without);
    std::string warned;
    for (const auto& warning : without->warnings)
        warned += warning.text() + "\n";
    for (const char* each : {"'P' to stand on: of the project", "'Els' to stand on: of Els",
                             "'Bas' to stand on: of Bas", "'later' to stand on: of the set"})
        CHECK_THAT(warned, Catch::Contains(each));
}

TEST_CASE("texts and notes that only have a styled document are read from it, or named") {
    const auto guid = [](int number) { return fmt::format("00000000-0000-4000-8000-{:012}", number); };
    const std::string paragraphs =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
        "<w:p><w:r><w:t>one</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>two three</w:t></w:r></w:p></w:body>"
        "</w:document>";
    const std::string word = test::zipOf({{"word/document.xml", paragraphs}});
    const auto note = [&](int number, const char* name, const std::string& path) {
        return fmt::format("<Note guid=\"{}\" name=\"{}\" richTextPath=\"internal://{}\"/>", guid(number),
                           name, path);
    };
    const std::string document =
        "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\"><CodeBook><Codes><Code guid=\"" + guid(10) +
        "\" name=\"a\"/></Codes></CodeBook><Sources><TextSource guid=\"" + guid(40) +
        "\" name=\"talk\" richTextPath=\"internal://t.docx\"><PlainTextSelection startPosition=\"5\" "
        "endPosition=\"8\" name=\"two\"><Coding><CodeRef targetGUID=\"" +
        guid(10) + "\"/></Coding></PlainTextSelection><NoteRef targetGUID=\"" + guid(21) +
        "\"/><NoteRef targetGUID=\"" + guid(22) +
        "\"/></TextSource><TextSource name=\"lost\" plainTextPath=\"internal://lost.txt\" "
        "richTextPath=\"internal://lost.docx\"/></Sources><Notes>" +
        note(21, "in Word", "n.docx") + note(22, "in RTF", "n.rtf") + note(23, "cut off", "cut.docx") +
        note(24, "not there", "gone.docx") + "</Notes></Project>";
    const auto project = readRefiProject(test::zipOf({{"project.qde", document},
                                                      {"sources/t.docx", word},
                                                      {"sources/n.docx", word},
                                                      {"sources/n.rtf", "{\\rtf1 four\\par five}"},
                                                      {"sources/cut.docx", word.substr(0, word.size() / 2)}}),
                                         "f.qdpx", {});
    REQUIRE(project);
    REQUIRE(project->sources.size() == 1);
    const ProjectSource& source = project->sources[0];
    CHECK(source.text == "one\n\ntwo three");
    REQUIRE(source.codings.size() == 1);
    CHECK(cut(source, source.codings[0]) == "two");
    REQUIRE(source.memos.size() == 2);
    CHECK(source.memos[0].text == "in Word\none\n\ntwo three");
    CHECK(source.memos[1].text == "in RTF\nfour\nfive");
    std::string problems;
    for (const RowProblem& problem : project->problems)
        problems += problem.message.text() + "\n";
    CHECK_THAT(problems, Catch::Contains("the note 'cut off' is left out"));
    CHECK_THAT(problems, Catch::Contains("the note 'not there' is left out"));
    CHECK_THAT(problems, Catch::Contains("'lost' is left out: its text 'lost.txt' is not in the project"));
    CHECK(project->problems.size() == 3);
    std::string warned;
    for (const auto& warning : project->warnings)
        warned += warning.text() + "\n";
    CHECK_THAT(warned, Catch::Contains("talk: has no plain text"));
    // The folder was packed, not what is in it; a Mac adds files of its own.
    const std::string folder = test::zipOf({{"My study/project.qde", document},
                                            {"__MACOSX/My study/._project.qde", "x"},
                                            {"My study/sources/t.docx", word},
                                            {"My study/sources/n.docx", word}});
    CHECK(looksLikeRefiProject(folder));
    const auto packed = readRefiProject(folder, "f.qdpx", {});
    REQUIRE(packed);
    REQUIRE(packed->sources.size() == 1);
    CHECK(packed->sources[0].text == "one\n\ntwo three");
    CHECK_FALSE(readRefiProject(test::zipOf({{"a/p.qde", document}, {"b/p.qde", document}}), "f", {}));
    CHECK(readRefiProject(test::zipOf({{"p.qde", document}, {"old/p.qde", document}}), "f", {}));
}

TEST_CASE("colours in any notation") {
    for (const char* red : {"#F00", "#ff0000", "#FF0000FF", "255,0,0", "rgb(255, 0, 0)", "rgba(255,0,0,255)",
                            "Red", " rood ", "255;0;0", "255 0 0"})
        CHECK((readColour(red) == "#ff0000"));
    for (const char* none :
         {"", "#", "#12", "#ggg", "256,0,0", "1,2", "reddish", "1,2,3,4,5", "-1,0,0", "rgb(1,2", "()"})
        CHECK_FALSE(readColour(none));
}

TEST_CASE("trees as spreadsheets and lists write them") {
    struct Row {
        const char* list;
        const char* tree;
    };
    for (const Row& row :
         {Row{"a\nb", "0:a 0:b"}, Row{"a\n  b\n    c\n  d\ne", "0:a 1:b 2:c 1:d 0:e"},
          Row{"a\n\tb\tnote", "0:a 1:b"}, Row{"x->y\nx->z", "0:[x] 1:y 1:z"}, Row{"x >> y\nx", "0:x 1:y"},
          Row{"x::y::z", "0:[x] 1:[y] 2:z"}, Row{"fam.warm\nfam.cold", "0:[fam] 1:warm 1:cold"},
          Row{"fam\nfam.cold", "0:fam 1:cold"}, Row{"e.g. this\nand that", "0:e.g. this 0:and that"},
          Row{"v1.2", "0:v1.2"}, Row{"a->\nb", "0:a-> 0:b"}, Row{"a\na\nb", "0:a 0:b"}}) {
        CAPTURE(row.list);
        const auto file = readCodeList(row.list, "codes.txt", "en");
        REQUIRE(file);
        CHECK(tree(*file) == row.tree);
        CHECK(model::validate(file->codebook));
    }
    CHECK_FALSE(readCodeList(" \n", "f", "en"));
    const auto table = [](const char* csv) {
        const auto records = readCsv(csv, "f.csv", {}, {});
        REQUIRE(records);
        return readCodebookTable(std::get<Table>(*records), "f.csv", "en");
    };
    CHECK(tree(*table("Code,Parent,Definition\nb,a,x\na,,y\nc,b,z\n")) == "0:a 1:b 2:c");
    CHECK(tree(*table("code,parent,definition\nx,a,1\nx,b,2\ny,x,3\na->c,,4\nd,a->c,5\n-> e,x,6\n")) ==
          "0:[a] 1:x 2:y 2:-> e 1:c 2:d 0:[b] 1:x");
    // As deep as a codebook may be, each code once, in any order of the rows.
    const auto chain = [](int levels, int leaves) {
        std::string csv;
        for (int level = 0; level < levels; ++level)
            csv = fmt::format("k{},{},d\n", level, level > 0 ? fmt::format("k{}", level - 1) : "") + csv;
        for (int leaf = 0; leaf < leaves; ++leaf)
            csv += fmt::format("leaf{},k{},d\n", leaf, levels - 1);
        return "code,parent,definition\n" + csv;
    };
    const auto deep = table(chain(25, 12'000).c_str());
    REQUIRE(deep);
    const auto& codes = deep->codebook.variables[0].codes;
    REQUIRE(codes.size() == 12'025);
    for (int level = 0; level < 25; ++level) {
        CHECK(codes[std::size_t(level)].name == fmt::format("k{}", level));
        CHECK(codes[std::size_t(level)].depth == level);
    }
    CHECK(table(chain(64, 0).c_str())->codebook.variables[0].codes.size() == 64);
    CHECK(std::string(table(chain(64, 1).c_str()).error().message) == "has codes more than 64 levels deep");
    CHECK_FALSE(table(chain(12'000, 0).c_str()));
    // A ring is broken, and told; what hangs on it keeps its place.
    const auto ring = table("Code,Ouder,Definitie\na,b,x\nb,a,y\nc,a,z\nd,c,z\ne,e,w\n");
    CHECK(tree(*ring) == "0:a 1:c 2:d 0:b 0:e");
    REQUIRE(ring->warnings.size() == 1);
    CHECK(std::string(ring->warnings[0]).find("have none here: a, b, e") != std::string::npos);
    CHECK(tree(*table("Level 1,Level 2,Definition\na,,x\n,b,y\n,c,z\nd,,w\n")) == "0:a 1:b 1:c 0:d");
    CHECK(table("x,y\n1,2\n").error().where->line == 1);
    // Whose codes they are, with or without ids; where that is no name of a variable it is told.
    for (const char* csv : {"variable,code,definition\nlevel,a,x\nkind,b,y\nlevel,c,z\n",
                            "Variabele,Id,Code,Definitie\nlevel,a,a,x\nkind,b,b,y\nlevel,c,c,z\n"}) {
        CAPTURE(csv);
        const auto parts = table(csv);
        REQUIRE(parts);
        REQUIRE(parts->codebook.variables.size() == 2);
        CHECK(parts->codebook.variables[0].name == "level");
        CHECK(parts->codebook.variables[0].codes.size() == 2);
        CHECK(parts->warnings.empty());
    }
    const auto unnamed = table("variable,code,definition\nLevel of it,a,x\n,b,y\n");
    REQUIRE(unnamed->warnings.size() == 1);
    CHECK(std::string(unnamed->warnings[0]).find("'variable' of the codebook is not read") == 7);
    std::string many = "variable,code,definition\n";
    for (int number = 0; number <= 200; ++number)
        many += fmt::format("v{0},c{0},x\n", number);
    const auto crowd = table(many.c_str());
    CHECK(crowd->codebook.variables.size() == 1);
    REQUIRE(crowd->warnings.size() == 1);
    CHECK(crowd->warnings[0] ==
          "column 'variable' of the codebook is not read: it names more than 200 variables");
    // "Other" in each variable is ordinary; a code that is called so itself keeps its name.
    const auto shared = table("variable,code,definition\nlevel,Other,x\nlevel,None,x\nkind,Other,y\n"
                              "kind,Other 2,y\nlength,Other,z\nlength,None,z\n");
    REQUIRE(shared);
    std::string names;
    for (const model::Variable& variable : shared->codebook.variables)
        for (const model::Code& named : variable.codes)
            names += variable.name + ":" + named.name + " ";
    CHECK(names == "level:other level:none kind:other_3 kind:other_2 length:other_4 length:none_2 ");
    CHECK(model::validate(shared->codebook));
    CHECK(shared->codebook.variables[1].codes[0].title.in("en") == "Other");
    REQUIRE(shared->warnings.size() == 1);
    CHECK(shared->warnings[0] == "codes that have the name of a code of another variable get a number behind "
                                 "it: kind: other_3, length: other_4, length: none_2");
    // What is numbered is still the same code when it comes again.
    const auto again = table("variable,code,definition\nkind,Other,y\n");
    CHECK(again->codebook.variables[0].codes[0].guid == shared->codebook.variables[1].codes[0].guid);
    CHECK(table("code,definition\na,x\na,y\n")->warnings.at(0) ==
          "of codes that stand twice the first row is taken: a (line 3)");
    const auto full =
        table("naam,definitie,use when,do not use,voorbeeld,voorbeeld,kleur\nWarmte,d,u,n,e1,e2,rood\n");
    REQUIRE(full);
    const model::Code& code = full->codebook.variables[0].codes[0];
    CHECK(code.definition.in("en") == "d");
    CHECK(code.use.in("en") == "u");
    CHECK(code.avoid.in("en") == "n");
    CHECK(code.examples.size() == 2);
    CHECK(code.colour == "#ff0000");
}

TEST_CASE("other programs' own files are read, where the reference files are there") {
    const char* root = std::getenv("RAPPORT_REFERENCE");
    if (root == nullptr)
        return;
    const std::string samples = std::string(root) + "/refi/samples/";
    const auto taguette = readRefiCodebook(test::slurp(samples + "taguette_1.5.2_own_export.qdc"), "t.qdc");
    REQUIRE(taguette);
    CHECK(taguette->codebook.variables[0].codes.size() == 21);
    const auto atlas = readRefiProject(test::slurp(samples + "TestProject.sky-loom.qdpx"), "t.qdpx", {});
    REQUIRE(atlas);
    CHECK(atlas->codebook.codebook.variables[0].codes.size() == 14);
    CHECK_FALSE(atlas->problems.empty()); // the container came without its texts
    const auto qualcoder =
        readRefiProject(test::slurp(samples + "qualcoder_4.0beta_own_export.qde"), "q.qde", {});
    REQUIRE(qualcoder);
    CHECK(qualcoder->problems.size() == 1);
}

TEST_CASE("positions without any quote are a guess that keeps to words, and says so") {
    // Written on Windows: a line end counts two. Without a quote nothing says so but the edges of words.
    const std::string text = "first line\nsecond conflict here\nthird one";
    const std::vector<ForeignSpan> spans{{19, 27, {}}, {34, 39, {}}};
    const OffsetFit fit = fitOffsets(text, spans, {});
    CHECK(fit.isGuess);
    CHECK(fit.reading.isLineEndTwo);
    REQUIRE(fit.spans[0]);
    CHECK(text.substr(static_cast<std::size_t>(fit.spans[0]->first), 8) == "conflict");
    // Where all ways come to the same there is nothing to guess.
    CHECK_FALSE(fitOffsets("one line only", {{4, 8, {}}}, {}).isGuess);
    CHECK_FALSE(fitOffsets(text, {{19, 27, "conflict"}}, {}).isGuess);
}
