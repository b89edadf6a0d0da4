// SPDX-License-Identifier: GPL-3.0-or-later
// A codebook file meets the study's codebook: only what the file says changes anything.
#include "service/exporting.h"
#include "service/reading.h"
#include "study_fixture.h"
#include "support/zip_writer.h"

#include <algorithm>
#include <filesystem>
#include <functional>

using namespace rapport;
using namespace rapport::service;
using namespace rapport::test;

namespace {

/// The fixture's codebook with all that a code may have, in two languages.
void enrich(StudyFixture& study) {
    model::Codebook book = *take(study.session->codebook());
    model::Variable& variable = book.variables.front();
    variable.title = {{{"en", "Constructs"}, {"nl", "Constructen"}}};
    variable.definition = {{{"en", "what it is about"}}};
    for (model::Code& code : variable.codes) {
        if (code.name != "closeness")
            continue;
        code.title = {{{"en", "Closeness"}, {"nl", "Nabijheid"}}};
        code.definition = {{{"en", "near"}, {"nl", "dichtbij"}}};
        code.use = {{{"nl", "warmte"}}};
        code.avoid = {{{"nl", "koelte"}}};
        code.examples = {{{{"en", "she was close"}, {"nl", "dicht bij haar"}}}};
        code.tag = {{{"en", "CL"}, {"nl", "NA"}}};
        code.key = "c";
        code.colour = "teal";
    }
    take(putCodebook(*study.session, book));
}

std::string codesOf(const model::Codebook& book, const std::string& variable) {
    std::string all;
    for (const model::Code& code : book.variable(variable)->codes)
        all += (all.empty() ? "" : " ") + std::string(static_cast<std::size_t>(code.depth), '>') + code.name;
    return all;
}

base::Result<ImportReport> importBook(StudyFixture& study, const std::string& name, const std::string& text,
                                      SameNames sameNames = SameNames::Ask) {
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    options.sameNames = sameNames;
    return importFiles(*study.session, {study.scratch.write(name, text)}, options);
}

ImportPreview previewBook(StudyFixture& study, const std::string& name, const std::string& text) {
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    return take(previewImport(*study.session, study.scratch.write(name, text), options));
}

} // namespace

TEST_CASE("a table whose variables share a code name comes in, and changes nothing when it comes again") {
    StudyFixture study("relationship-vignette");
    const std::string table =
        "variable,code,definition\ntone,Other,x\ntone,One,x\nkind,Other,y\nkind,Two,y\n";
    take(importBook(study, "a.csv", table));
    CHECK(codesOf(*take(study.session->codebook()), "kind") == "other_2 two");
    CHECK(codesOf(*take(study.session->codebook()), "tone") == "other one");
    for (const std::string& again :
         {table,
          std::string("variable,code,definition\nkind,Other,y\nkind,Two,y\ntone,Other,x\ntone,One,x\n"),
          std::string("variable,code,definition\nkind,Other,y\nkind,Two,y\n")}) {
        CAPTURE(again);
        const ImportReport report = take(importBook(study, "b.csv", again));
        CHECK(report.added == 0);
        CHECK(report.updated == 0);
    }
}

TEST_CASE("a guid that was copied to another code is refused with both places") {
    StudyFixture study("relationship-vignette");
    const std::string guid = "00000000-0000-4000-8000-000000000002";
    for (const char* variable : {"tone", "kind"}) {
        const auto refused = importBook(study, "a.csv",
                                        "variable,code,definition,guid\ntone,Warm,near," + guid + "\n" +
                                            variable + ",Cold,far," + guid + "\n");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == base::Errc::Unreadable);
        CHECK(refused.error().message == "code 'Cold' has the guid of code 'Warm' in line 2");
        CHECK(refused.error().hint ==
              "leave it empty for the one that it is not of: that code gets a guid of its own");
        CHECK(refused.error().where->file == study.scratch.file("a.csv"));
        CHECK(refused.error().where->line == 3);
        CHECK(refused.error().where->cell == "guid");
    }
}

TEST_CASE("an import of codes says which rounds go on under the new version") {
    StudyFixture study;
    const auto notesOf = [&](const std::string& definition) {
        std::string all;
        for (const base::Phrase& note :
             take(importBook(study, "a.csv", "variable,code,definition\ntone,Warm," + definition + "\n"))
                 .notes)
            if (note.text().find("under way") != std::string::npos)
                all += note.text();
        return all;
    };
    CHECK(notesOf("x") == "");
    AssignRequest assigned;
    assigned.round = "one";
    assigned.kind = model::RoundKind::Reliability;
    assigned.raters = {"R1", "R2"};
    assigned.prompts = {"Q1"};
    take(assign(*study.session, assigned));
    take(complete(*study.session, study.target("R1", "P1/Q1", "one")));
    CHECK(notesOf("x") == "");
    CHECK(notesOf("y") ==
          "the codebook is version 2 now, and rounds under way go on under it (one): what was "
          "completed before is missing for codes that are new");
    take(openRound(*study.session, "one"));
    CHECK(notesOf("z") == "");
}

TEST_CASE("a table of one code changes what it says and nothing else") {
    StudyFixture study;
    enrich(study);
    const model::Codebook before = *take(study.session->codebook());
    const std::string file = "code,definition\ncloseness,x\n";
    const ImportPreview preview = previewBook(study, "constructs.csv", file);
    REQUIRE(preview.codes.size() == 1);
    CHECK(preview.codes[0].is == CodeMeeting::Known);
    CHECK(preview.codes[0].changes == std::vector<base::Phrase>{"definition"});
    CHECK_FALSE(preview.needsSameNames);
    const ImportReport report = take(importBook(study, "constructs.csv", file));
    CHECK(report.added == 0);
    CHECK(report.updated == 1);
    const model::Codebook after = *take(study.session->codebook());
    const model::Variable& variable = *after.variable("constructs");
    CHECK(variable.prompts == std::vector<std::string>{"Q1", "Q2"});
    CHECK(variable.title == before.variable("constructs")->title);
    CHECK(variable.definition == before.variable("constructs")->definition);
    CHECK(codesOf(after, "constructs") == "attachment >closeness >conflict");
    const model::Code& code = *after.code("closeness").code;
    const model::Code& old = *before.code("closeness").code;
    // The study's language gets the words; the other keeps its own.
    const std::string language = take(studyLanguage(*study.session));
    CHECK(code.definition.in(language) == "x");
    CHECK(code.definition.in(language == "nl" ? "en" : "nl") ==
          old.definition.in(language == "nl" ? "en" : "nl"));
    CHECK(code.title == old.title);
    CHECK(code.use == old.use);
    CHECK(code.avoid == old.avoid);
    CHECK(code.examples == old.examples);
    CHECK(code.tag == old.tag);
    CHECK(code.key == old.key);
    CHECK(code.colour == old.colour);
    CHECK(code.isCodable);
    CHECK_FALSE(after.code("attachment").code->isCodable);
}

TEST_CASE("the study's own codebook comes back without changing anything, and without a version") {
    StudyFixture study;
    enrich(study);
    const model::Codebook before = *take(study.session->codebook());
    const std::string json = take(exportCodebook(*study.session));
    const std::string refi = take(exportRefiCodebook(*study.session));
    for (const auto& [name, text] :
         {std::pair<std::string, std::string>{"own.json", json}, {"own.qdc", refi}}) {
        CAPTURE(name);
        const ImportReport report = take(importBook(study, name, text));
        CHECK(report.added == 0);
        CHECK(report.updated == 0);
        const model::Codebook after = *take(study.session->codebook());
        CHECK(after.version == before.version);
        CHECK(take(exportCodebook(*study.session)) == json);
    }
}

TEST_CASE("codes of another variable's name are asked about before anything is written") {
    StudyFixture study;
    const std::string file = "code,definition\ncloseness,x\nwarmth,y\n";
    const ImportPreview preview = previewBook(study, "second.csv", file);
    REQUIRE(preview.codes.size() == 2);
    CHECK(preview.codes[0].is == CodeMeeting::SameName);
    CHECK(preview.codes[1].is == CodeMeeting::New);
    CHECK(preview.needsSameNames);
    const auto refused = importBook(study, "second.csv", file);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Errc::Refused);
    CHECK(refused.error().message.text().find("closeness") != std::string::npos);
    CHECK(refused.error().where->file.find("second.csv") != std::string::npos);
    CHECK(take(study.session->codebook())->code("warmth").code == nullptr);

    SECTION("the same: the code is the study's, and the new one comes beside it") {
        take(importBook(study, "second.csv", file, SameNames::Same));
        const model::Codebook book = *take(study.session->codebook());
        CHECK(book.variable("second") == nullptr);
        CHECK(codesOf(book, "constructs") == "attachment >closeness >conflict warmth");
    }
    SECTION("others: a variable of its own, with a number behind the name") {
        take(importBook(study, "second.csv", file, SameNames::Other));
        const model::Codebook book = *take(study.session->codebook());
        CHECK(codesOf(book, "second") == "closeness_2 warmth");
        CHECK(book.code("closeness").code->definition.in("en") == "near");
    }
}

TEST_CASE("codes with guids of their own and known names are asked about too") {
    StudyFixture study;
    const std::string file = "<CodeBook><Codes><Code name=\"Closeness\" isCodable=\"true\" "
                             "guid=\"00000000-0000-4000-8000-000000000002\"/></Codes></CodeBook>";
    CHECK_FALSE(importBook(study, "constructs.qdc", file));
    CHECK(take(importBook(study, "constructs.qdc", file, SameNames::Same)).added == 0);
    CHECK(take(importBook(study, "constructs.qdc", file, SameNames::Other)).added == 1);
    // It is known by its guid now.
    CHECK(take(importBook(study, "constructs.qdc", file)).added == 0);
}

TEST_CASE("a file's tree moves codes; those it lacks stay where they were") {
    StudyFixture study;
    take(importBook(study, "constructs.csv", "code,definition\nbond->closeness,x\n"));
    CHECK(codesOf(*take(study.session->codebook()), "constructs") == "attachment >conflict bond >closeness");
    // A level has no place in a tree, and new ones follow.
    take(importBook(study, "level.csv", "code,definition\nschool,x\ndyadic,y\n"));
    CHECK(codesOf(*take(study.session->codebook()), "level") == "dyadic class school");
    CHECK(take(study.session->codebook())->variable("level")->scale == model::Scale::Nominal);
}

TEST_CASE("columns and colours that are not read are told") {
    StudyFixture study;
    const std::string file =
        "code;gebruik bij;niet gebruiken bij;kleur;eigenaar\nwarm;a;b;0xFF8800;An\ncold;c;d;hsl(120, 100%, "
        "25%);An\nodd;;;ultra;\n";
    const ImportPreview preview = previewBook(study, "colours.csv", file);
    std::string warnings;
    for (const base::Phrase& warning : preview.warnings)
        warnings += warning.text() + '\n';
    CHECK(warnings.find("'eigenaar'") != std::string::npos);
    CHECK(warnings.find("'ultra'") != std::string::npos);
    const ImportReport report = take(importBook(study, "colours.csv", file));
    CHECK(report.notes.size() == preview.warnings.size());
    const model::Codebook book = *take(study.session->codebook());
    const std::string language = take(studyLanguage(*study.session));
    CHECK(book.code("warm").code->use.in(language) == "a");
    CHECK(book.code("warm").code->avoid.in(language) == "b");
    CHECK(book.code("warm").code->colour == "#ff8800");
    CHECK(book.code("cold").code->colour == "#008000");
}

TEST_CASE("a row of a codebook table that does not fit is rejected by its line, the others come in") {
    StudyFixture study;
    const std::string file = "code,definition,colour\nwarm,kind,#f00\ncold,,hsl(120, 100%, 25%)\nodd,x,\n";
    const ImportPreview preview = previewBook(study, "ragged.csv", file);
    REQUIRE(preview.rejected.size() == 1);
    CHECK(preview.rejected[0].line == 3);
    const ImportReport report = take(importBook(study, "ragged.csv", file));
    REQUIRE(report.rejected.size() == 1);
    CHECK(report.rejected[0].line == 3);
    CHECK(report.read == 3);
    CHECK(take(study.session->codebook())->code("odd").code != nullptr);
    CHECK(take(study.session->codebook())->code("cold").code == nullptr);
    // What the table's reader thinks of it is said too.
    const ImportPreview western = previewBook(study, "western.csv",
                                              "code,definition\ncaf\xE9,na\xEF"
                                              "ef\n");
    CHECK(western.encoding == "windows-1252");
    CHECK_FALSE(western.warnings.empty());
}

TEST_CASE("a codebook of more than 64 MB is refused by its size") {
    StudyFixture study;
    const std::string path = study.scratch.write("large.json", "{");
    std::filesystem::resize_file(path, 65U << 20U);
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    const auto done = importFiles(*study.session, {path}, options);
    REQUIRE_FALSE(done);
    CHECK(done.error().message.text() == "is larger than 64 MB");
    const auto seen = previewImport(*study.session, path, options);
    REQUIRE_FALSE(seen);
    CHECK(seen.error().message.text() == "is larger than 64 MB");
}

TEST_CASE("the codebook as a table comes back as it was") {
    StudyFixture study;
    enrich(study);
    const std::string before = take(exportCodebook(*study.session));
    for (const char* name : {"book.csv", "book.xlsx"}) {
        CAPTURE(name);
        ExportRequest request;
        request.kind = ExportKind::Codebook;
        request.language = take(studyLanguage(*study.session));
        const std::string file = study.scratch.file(name);
        REQUIRE(writeExport(*study.session, request, file));
        ImportOptions options;
        options.kind = ImportKind::Codebook;
        const ImportReport report = take(importFiles(*study.session, {file}, options));
        CHECK(report.added == 0);
        CHECK(report.updated == 0);
        CHECK(take(exportCodebook(*study.session)) == before);
    }
}

TEST_CASE("the codebook as a table comes back in the language it was written in") {
    StudyFixture study;
    NewStudy dutch;
    dutch.templateName = "relationship-vignette";
    dutch.language = "nl";
    const auto session =
        take(Session::create(study.scratch.file("dutch.rapport"), dutch, study.environment(9)));
    const std::string before = take(exportCodebook(*session));
    REQUIRE(before.find("\"nl\"") != std::string::npos);
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    for (const char* name : {"book.csv", "book.xlsx"}) {
        CAPTURE(name);
        ExportRequest request;
        request.kind = ExportKind::Codebook;
        request.language = "en";
        const std::string file = study.scratch.file(name);
        REQUIRE(writeExport(*session, request, file));
        const ImportReport report = take(importFiles(*session, {file}, options));
        CHECK(report.updated == 0);
        CHECK(report.notes.empty());
        CHECK(take(exportCodebook(*session)) == before);
    }
    const auto definitionOf = [&](const std::string& csv, const std::string& language) {
        options.language = language;
        options.sameNames = SameNames::Same;
        take(importFiles(
            *session, {study.scratch.write(csv.find(',') == std::string::npos ? "one.txt" : "one.csv", csv)},
            options));
        const auto book = take(session->codebook());
        const model::LocalText& words = book->code("closeness").code->definition;
        return words.in("nl") + "/" + words.in("en");
    };
    // The study's, where neither the table nor the option says another; the option before the table.
    const std::string was = definitionOf("code,definition\ncloseness,nabij\n", "auto");
    CHECK(was.starts_with("nabij/"));
    CHECK(definitionOf("code,definition\ncloseness,near\n", "en") == "nabij/near");
    CHECK(definitionOf("code,definition,Taal\ncloseness,by,en\n", "auto") == "nabij/by");
    CHECK(definitionOf("code,definition,language\ncloseness,dichtbij,en\n", "nl") == "dichtbij/by");
    // A column about something else is no language.
    CHECK(definitionOf("code,definition,language\ncloseness,vlakbij,Spoken\n", "auto") == "vlakbij/by");
    CHECK(definitionOf("closeness\tnext to it\n", "en") == "vlakbij/next to it");
}

namespace {

std::string tableIn(StudyFixture& study, const std::string& language, const std::string& name = "t.csv") {
    ExportRequest request;
    request.kind = ExportKind::Codebook;
    request.language = language;
    const std::string file = study.scratch.file(name);
    take(writeExport(*study.session, request, file));
    return take(base::readFile(file));
}

void edit(StudyFixture& study, const std::function<void(model::Code&)>& change) {
    model::Codebook book = *take(study.session->codebook());
    for (model::Code& code : book.variables.front().codes) {
        if (code.name == "closeness")
            change(code);
    }
    take(putCodebook(*study.session, book));
}

model::Code closeness(const StudyFixture& study) {
    return *take(study.session->codebook())->code("closeness").code;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

using Examples = std::vector<model::LocalText>;

} // namespace

TEST_CASE("what a table says of an example in one language leaves the other language alone") {
    StudyFixture study;
    edit(study, [](model::Code& code) {
        code.examples = {{{{"en", "one"}, {"nl", "een"}}},
                         {{{"en", "two"}, {"nl", "twee"}}},
                         {{{"en", "only here"}}},
                         {{{"en", "three"}, {"nl", "drie"}}}};
        code.antiExamples = {{{{"en", "not this"}, {"nl", "dit niet"}}}};
    });
    const std::string table = tableIn(study, "nl");
    CHECK(take(importBook(study, "t.csv", table)).updated == 0);
    // A letter of one of them.
    take(importBook(study, "t.csv", replaced(table, "twee", "twej")));
    CHECK(closeness(study).examples == Examples{{{{"en", "one"}, {"nl", "een"}}},
                                                {{{"en", "two"}, {"nl", "twej"}}},
                                                {{{"en", "only here"}}},
                                                {{{"en", "three"}, {"nl", "drie"}}}});
    take(importBook(study, "t.csv", replaced(tableIn(study, "nl"), "dit niet", "dat niet")));
    CHECK(closeness(study).antiExamples == Examples{{{{"en", "not this"}, {"nl", "dat niet"}}}});
    // One more, one less: the other language keeps its own.
    take(importBook(study, "t.csv", replaced(tableIn(study, "nl"), "een\ntwej\n", "nul\neen\n")));
    CHECK(closeness(study).examples == Examples{{{{"nl", "nul"}}},
                                                {{{"en", "one"}, {"nl", "een"}}},
                                                {{{"en", "two"}}},
                                                {{{"en", "only here"}}},
                                                {{{"en", "three"}, {"nl", "drie"}}}});
}

TEST_CASE("an example with line breaks is one example in our own table") {
    StudyFixture study;
    edit(study, [](model::Code& code) {
        code.examples = {{{{"en", "one\ntwo"}, {"nl", "een\n\n  twee\ndrie"}}},
                         {{{"en", "four"}, {"nl", "vier"}}}};
    });
    const std::int64_t version = take(study.session->codebook())->version;
    const Examples before = closeness(study).examples;
    for (const char* language : {"nl", "en"}) {
        for (const char* name : {"t.csv", "t.xlsx"}) {
            CAPTURE(language, name);
            const ImportReport report = take(importBook(study, name, tableIn(study, language, name)));
            CHECK(report.updated == 0);
            CHECK(take(study.session->codebook())->version == version);
            CHECK(closeness(study).examples == before);
        }
    }
    take(importBook(study, "t.csv", replaced(tableIn(study, "nl"), "twee", "twej")));
    CHECK(closeness(study).examples.front().in("nl") == "een\n\n  twej\ndrie");
    CHECK(closeness(study).examples.front().in("en") == "one\ntwo");
    // In another table each line is one.
    take(importBook(study, "x.csv", "code,example\ncloseness,\"a\n  b\"\n", SameNames::Same));
    CHECK(closeness(study).examples.size() == 2);
}

TEST_CASE("examples that begin with blanks stay examples of their own") {
    StudyFixture study;
    edit(study, [](model::Code& code) {
        code.examples = {{{{"en", "one"}}}, {{{"en", "  indented"}}}, {{{"en", "\n  below"}}}};
        code.antiExamples = {{{{"en", "  first\n  and on\n"}}}, {{{"en", "last"}}}};
    });
    for (const char* name : {"t.csv", "t.xlsx", "t.qdc"}) {
        CAPTURE(name);
        const std::string bytes = tableIn(study, "en", name);
        CHECK(take(importBook(study, name, bytes)).updated == 0);
        NewStudy fresh;
        fresh.templateName = "empty";
        const auto other = take(
            Session::create(study.scratch.file(std::string(name) + ".rapport"), fresh, study.environment(9)));
        ImportOptions options;
        options.kind = ImportKind::Codebook;
        take(importFiles(*other, {study.scratch.write(name, bytes)}, options));
        const auto book = take(other->codebook());
        const model::Code& code = *book->code("closeness").code;
        CHECK(code.examples == Examples{{{{"en", "one"}}}, {{{"en", "indented"}}}, {{{"en", "below"}}}});
        CHECK(code.antiExamples == Examples{{{{"en", "first\n  and on"}}}, {{{"en", "last"}}}});
    }
}

TEST_CASE("a definition with a paragraph that looks like one of our own comes back whole") {
    StudyFixture study;
    edit(study, [](model::Code& code) {
        code.definition = {{{"en", "The bond matters.\n\nLanguage: also in the words of the child.\n\n"
                                   "Example: not one of ours.\n\nId: neither"}}};
    });
    const std::string before = take(exportCodebook(*study.session));
    for (const char* name : {"t.csv", "t.qdc"}) {
        CAPTURE(name);
        CHECK(take(importBook(study, name, tableIn(study, "en", name))).updated == 0);
        CHECK(take(exportCodebook(*study.session)) == before);
    }
}

TEST_CASE("a cell of our own table that a spreadsheet would run comes back as it was") {
    StudyFixture study;
    edit(study, [](model::Code& code) {
        code.title = {{{"en", "+ positive"}}};
        code.definition = {{{"en", "- first this"}}};
        code.use = {{{"en", "'=quoted"}}};
        code.examples = {{{{"en", "@home"}}}};
    });
    const std::string before = take(exportCodebook(*study.session));
    for (int round = 0; round < 2; ++round) {
        const std::string table = tableIn(study, "en");
        CHECK(table.find("'- first this") != std::string::npos);
        CHECK(take(importBook(study, "t.csv", table)).updated == 0);
        CHECK(take(exportCodebook(*study.session)) == before);
    }
}

TEST_CASE("a codebook in one language says of other words in which they are") {
    StudyFixture study;
    edit(study, [](model::Code& code) {
        code.title = {{{"nl", "Nabijheid"}}};
        code.definition = {{{"nl", "nabij"}}};
        code.use = {{{"en", "warm"}}};
        code.avoid = {{{"en", "cold"}, {"nl", "koud"}}};
        code.examples = {{{{"nl", "dicht bij haar"}}}};
        code.antiExamples = {{{{"en", "far"}}}, {{{"nl", "ver"}}}};
    });
    const std::string before = take(exportCodebook(*study.session));
    const auto newStudy = [&](const std::string& name) {
        NewStudy fresh;
        fresh.templateName = "empty";
        return take(Session::create(study.scratch.file(name), fresh, study.environment(9)));
    };
    int number = 0;
    for (const char* language : {"en", "nl"}) {
        for (const char* name : {"t.csv", "t.xlsx", "t.qdc"}) {
            CAPTURE(language, name);
            const std::string bytes = tableIn(study, language, name);
            CHECK(take(importBook(study, name, bytes)).updated == 0);
            CHECK(take(exportCodebook(*study.session)) == before);
            // In a study that knows nothing of it, too.
            const auto other = newStudy("other" + std::to_string(++number) + ".rapport");
            ImportOptions options;
            options.kind = ImportKind::Codebook;
            take(importFiles(*other, {study.scratch.file(name)}, options));
            const auto book = take(other->codebook());
            const model::Code& code = *book->code("closeness").code;
            CHECK(code.title == closeness(study).title);
            CHECK(code.definition == closeness(study).definition);
            CHECK(code.use == closeness(study).use);
            CHECK(code.examples == closeness(study).examples);
        }
    }
    // What was corrected is corrected in its own language.
    take(importBook(study, "t.csv", replaced(tableIn(study, "en"), "nabij,", "dichtbij,")));
    CHECK(closeness(study).definition == model::LocalText{{{"nl", "dichtbij"}}});
    take(importBook(study, "t.qdc", replaced(tableIn(study, "en", "t.qdc"), ">dichtbij", ">vlakbij")));
    CHECK(closeness(study).definition == model::LocalText{{{"nl", "vlakbij"}}});
    take(importBook(study, "t.csv", replaced(tableIn(study, "en"), "dicht bij haar", "heel dicht bij")));
    CHECK(closeness(study).examples == Examples{{{{"nl", "heel dicht bij"}}}});
    // Whoever asks for a language is heard.
    ImportOptions asked;
    asked.kind = ImportKind::Codebook;
    asked.language = "en";
    const std::string translated = replaced(tableIn(study, "nl", "t.qdc"), ">vlakbij", ">near by");
    take(importFiles(*study.session, {study.scratch.write("t.qdc", translated)}, asked));
    CHECK(closeness(study).definition == model::LocalText{{{"en", "near by"}, {"nl", "vlakbij"}}});
}

TEST_CASE("a codebook of another program is in the language that was asked for, else the study's") {
    StudyFixture study;
    NewStudy dutch;
    dutch.templateName = "empty";
    dutch.language = "nl";
    const auto session = take(Session::create(study.scratch.file("nl.rapport"), dutch, study.environment(9)));
    const auto read = [&](const std::string& guid, const std::string& language) {
        ImportOptions options;
        options.kind = ImportKind::Codebook;
        options.language = language;
        take(importFiles(
            *session,
            {study.scratch.write(
                "o.qdc", "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Other\"><Codes><Code "
                         "guid=\"00000000-0000-4000-8000-00000000000" +
                             guid + "\" name=\"word" + guid + "\" isCodable=\"true\"/></Codes></CodeBook>")},
            options));
        return take(session->codebook())->code("word" + guid).code->title;
    };
    CHECK(read("1", "auto") == model::LocalText{{{"nl", "word1"}}});
    CHECK(read("2", "en") == model::LocalText{{{"en", "word2"}}});
}

TEST_CASE("a prompt that the study lacks is told, in the preview and at import") {
    StudyFixture study;
    const std::string book =
        R"({"schema":"rapport.codebook/1","id":"more","title":{"en":"More"},"variables":[
          {"id":"asked","title":{"en":"Asked"},"scale":"presence","prompts":["Q1","Q77","Q78"],"codes":[
            {"id":"new_code","title":{"en":"New"},"definition":{"en":"new"},"source":"none: test"}]},
          {"id":"everywhere","title":{"en":"Everywhere"},"scale":"presence","prompts":["*"],"codes":[
            {"id":"other_code","title":{"en":"Other"},"definition":{"en":"other"},"source":"none: test"}]}]})";
    const auto isTold = [](const std::vector<base::Phrase>& notes) {
        return std::count_if(notes.begin(), notes.end(), [](const std::string& note) {
            return note.ends_with("variable 'asked' is for prompts that the study does not have: Q77, Q78");
        });
    };
    CHECK(isTold(previewBook(study, "more.json", book).warnings) == 1);
    const ImportReport report = take(importBook(study, "more.json", book));
    CHECK(isTold(report.notes) == 1);
    CHECK(report.notes.size() == 1);
}

TEST_CASE("new variables of a table are told, whatever its header for them") {
    for (const char* header : {"variable", "Variable", "Variabele"}) {
        CAPTURE(header);
        StudyFixture study;
        ImportOptions options;
        options.kind = ImportKind::Codebook;
        const std::string file =
            study.scratch.write("book.csv", std::string(header) + ",code,definition\nplaces,yard,d\n");
        const ImportReport report = take(importFiles(*study.session, {file}, options));
        CHECK(std::any_of(report.notes.begin(), report.notes.end(), [](const base::Phrase& note) {
            return std::string(note).find("what scale they have") != std::string::npos;
        }));
    }
}

TEST_CASE("the codebook as a table brings its variables to another study") {
    StudyFixture study;
    NewStudy fresh;
    fresh.templateName = "empty";
    const auto other =
        take(Session::create(study.scratch.file("other.rapport"), fresh, study.environment(9)));
    ExportRequest request;
    request.kind = ExportKind::Codebook;
    request.language = take(studyLanguage(*study.session));
    const std::string file = study.scratch.file("book.csv");
    take(writeExport(*study.session, request, file));
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    const ImportReport report = take(importFiles(*other, {file}, options));
    const auto book = take(other->codebook());
    CHECK(codesOf(*book, "constructs") == "attachment >closeness >conflict");
    CHECK(codesOf(*book, "practices") == "one_on_one");
    CHECK(codesOf(*book, "level") == "dyadic class");
    CHECK(std::any_of(report.notes.begin(), report.notes.end(), [](const base::Phrase& note) {
        return std::string(note).find("what scale they have") != std::string::npos;
    }));
}

TEST_CASE("a codebook in a workbook is the sheet that is one, or the one that is named") {
    StudyFixture study;
    const std::string file = study.scratch.write(
        "book.xlsx", test::workbookWith({{"Uitleg", {{"versie", "datum"}, {"3", "vandaag"}}},
                                         {"Codes", {{"code", "definition"}, {"warmte", "dichtbij"}}},
                                         {"Oud", {{"code", "definition"}, {"kilte", "veraf"}}}}));
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    const ImportPreview found = take(previewImport(*study.session, file, options));
    CHECK(found.sheet == "Codes");
    CHECK(found.sheets == std::vector<std::string>{"Uitleg", "Codes", "Oud"});
    REQUIRE(found.codes.size() == 1);
    CHECK(found.codes[0].name == "warmte");
    options.sheet = "Oud";
    CHECK(take(previewImport(*study.session, file, options)).codes.at(0).name == "kilte");
    options.sheet = "Nergens";
    CHECK_FALSE(previewImport(*study.session, file, options));
    options.sheet = "Oud";
    take(importFiles(*study.session, {file}, options));
    CHECK(take(study.session->codebook())->code("kilte").code != nullptr);
    CHECK(take(study.session->codebook())->code("warmte").code == nullptr);
}

namespace {

/// Two children of one parent, of the same title.
void makeTwins(StudyFixture& study) {
    model::Codebook book = *take(study.session->codebook());
    auto& codes = book.variables.front().codes;
    for (model::Code& code : codes) {
        if (code.name != "attachment")
            code.title = {{{"en", "Child"}}};
    }
    take(putCodebook(*study.session, book));
}

std::vector<std::string> told(const ImportReport& report) {
    return {report.notes.begin(), report.notes.end()};
}

bool isTold(const ImportReport& report, const std::string& words) {
    const auto notes = told(report);
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

/// The same in the preview.
ImportReport importTold(StudyFixture& study, const std::string& text) {
    const ImportPreview preview = previewBook(study, "t.csv", text);
    const ImportReport report = take(importBook(study, "t.csv", text));
    for (const base::Phrase& warning : preview.warnings)
        CHECK(isTold(report, warning));
    CHECK(told(report).size() == preview.warnings.size());
    return report;
}

std::string emptyStudyWith(StudyFixture& study, const std::string& table, ImportReport& report) {
    NewStudy fresh;
    fresh.templateName = "empty";
    const std::string path = study.scratch.file("other.rapport");
    std::filesystem::remove(path);
    const auto other = take(Session::create(path, fresh, study.environment(9)));
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    report = take(importFiles(*other, {study.scratch.write("other.csv", table)}, options));
    return codesOf(*take(other->codebook()), "constructs");
}

} // namespace

TEST_CASE("codes of one title under one parent are two codes of our own table") {
    StudyFixture study;
    makeTwins(study);
    const std::string table = tableIn(study, "en");
    ImportReport report;
    CHECK(emptyStudyWith(study, table, report) == "attachment >closeness >conflict");
    CHECK_FALSE(isTold(report, "twice"));
    CHECK(importTold(study, table).updated == 0);
    const ImportReport edited = importTold(study, replaced(table, "against", "against each other"));
    CHECK(edited.updated == 1);
    CHECK(take(study.session->codebook())->code("conflict").code->definition.in("en") ==
          "against each other");
    // Without guids too, by their ids; what is the same code twice is named with its line.
    std::string line = table.substr(table.find("constructs,conflict"));
    line = line.substr(0, line.find('\n') + 1);
    CHECK(isTold(importTold(study, table + line), "the first row is taken: Child (line "));
}

TEST_CASE("a title that names no one parent comes back as its place in the tree") {
    StudyFixture study;
    model::Codebook book = *take(study.session->codebook());
    model::Variable& variable = book.variables.front();
    // A code called as its variable, and one under each of two that are called alike.
    for (model::Code& code : variable.codes)
        code.title = {{{"en", code.name == "attachment" ? "Constructs" : "Same"}}};
    const auto add = [&](const char* name, int depth, std::size_t place) {
        model::Code code;
        code.name = name;
        code.guid = base::Guid::fromText(name);
        code.title = model::sameText(name);
        code.depth = depth;
        variable.codes.insert(variable.codes.begin() + static_cast<std::ptrdiff_t>(place), std::move(code));
    };
    add("last", 0, 3);
    add("two", 2, 3);
    add("one", 2, 2);
    take(putCodebook(*study.session, book));
    const std::string before = codesOf(*take(study.session->codebook()), "constructs");
    REQUIRE(before == "attachment >closeness >>one >conflict >>two last");
    const std::string table = tableIn(study, "en");
    ImportReport report;
    CHECK(emptyStudyWith(study, table, report) == before);
    CHECK(importTold(study, table).updated == 0);
    CHECK(codesOf(*take(study.session->codebook()), "constructs") == before);
}

TEST_CASE("what our own table says of a code's place is done or told") {
    StudyFixture study;
    const std::string table = tableIn(study, "en");
    const std::string row = "constructs,conflict,Conflict,Attachment,";
    const auto under = [&](const std::string& parent) {
        return replaced(table, row, "constructs,conflict,Conflict," + parent + ",");
    };
    SECTION("a parent by its id or its title") {
        for (const char* parent : {"closeness", "Closeness"}) {
            CAPTURE(parent);
            const ImportReport report = importTold(study, under(parent));
            CHECK(report.updated == 1);
            CHECK(codesOf(*take(study.session->codebook()), "constructs") ==
                  "attachment >closeness >>conflict");
            take(importBook(study, "t.csv", table));
        }
    }
    SECTION("the variable as parent") {
        CHECK(importTold(study, under("Constructs")).updated == 1);
        CHECK(codesOf(*take(study.session->codebook()), "constructs") == "attachment >closeness conflict");
    }
    SECTION("a parent that is none") {
        for (const char* parent : {"Nobody", "one_on_one"}) {
            CAPTURE(parent);
            const ImportReport report = importTold(study, under(parent));
            CHECK(report.updated == 0);
            CHECK(isTold(report, "'" + std::string(parent) +
                                     "' is neither a code of the table nor the title of variable "
                                     "'constructs': codes that have it as parent stay where they are, new "
                                     "ones come at the top: Conflict (line 4)"));
            CHECK(codesOf(*take(study.session->codebook()), "constructs") ==
                  "attachment >closeness >conflict");
        }
        ImportReport report;
        CHECK(emptyStudyWith(study, under("Nobody"), report) == "attachment >closeness conflict");
        CHECK(isTold(report, "'Nobody' is neither"));
        CHECK_FALSE(isTold(report, "'Constructs' is neither"));
    }
    SECTION("a parent that only the study has") {
        const std::size_t begin = table.find("constructs,attachment");
        std::string part = table;
        part.erase(begin, table.find('\n', begin) + 1 - begin);
        const ImportReport report = importTold(study, part);
        CHECK(report.updated == 0);
        CHECK_FALSE(isTold(report, "neither"));
    }
    SECTION("another variable") {
        const ImportReport report =
            importTold(study, replaced(table, row, "practices,conflict,Conflict,Attachment,"));
        CHECK(report.updated == 0);
        CHECK(isTold(report, "codes that the file has under variable 'practices' stay in 'constructs' of the "
                             "study: Conflict (line 4)"));
        CHECK_FALSE(isTold(report, "neither"));
    }
    SECTION("a guid that is none") {
        const std::string guid = take(study.session->codebook())->code("conflict").code->guid.text();
        const ImportReport report = importTold(study, replaced(table, guid, "xx"));
        CHECK(report.updated == 0);
        CHECK(isTold(report, "these codes are known by their names: Conflict (line 4)"));
    }
}

TEST_CASE("blanks at the ends of cells and line ends make no change of our own table") {
    StudyFixture study;
    edit(study, [](model::Code& code) {
        code.title = {{{"en", "\t Closeness"}}};
        code.definition = {{{"en", "  near\r\nby "}}};
        code.source = "\tsource";
        code.examples = {{{{"en", "one\r\ntwo"}}}, {{{"en", "\tthree"}}}};
        code.antiExamples = {{{{"en", " four\r\n\r\n five"}}}};
    });
    for (const char* name : {"t.csv", "t.xlsx"}) {
        CAPTURE(name);
        const std::int64_t version = take(study.session->codebook())->version;
        const ImportReport report = take(importBook(study, name, tableIn(study, "en", name)));
        CHECK(report.updated == 0);
        CHECK(take(study.session->codebook())->version == version);
        CHECK(closeness(study).examples.size() == 2);
    }
}
