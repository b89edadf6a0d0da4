// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other programs, all the way into a study.
#include "service/importing.h"
#include "service/inspecting.h"
#include "service/reading.h"
#include "service/study_fixture.h"

#include <algorithm>
#include <fstream>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

std::string corpus(const std::string& name) {
    return std::string(RAPPORT_SOURCE_DIR) + "/corpora/formats/" + name;
}

bool says(const std::vector<base::Phrase>& notes, const std::string& words) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("a project brings its codes, texts, people, raters and codings, once") {
    StudyFixture study;
    const ImportPreview preview = take(previewImport(*study.session, corpus("project.qdpx"), {}));
    CHECK(preview.kind == ImportKind::Project);
    CHECK(preview.records == 2);
    CHECK(says(preview.warnings, "UTF-16 units, a line end as two: 2 of 2 quotes fit"));
    const StudyInfo before = take(study.session->info());
    const ImportReport report = take(importFiles(*study.session, {corpus("project.qdpx")}, {}));
    CHECK(report.rejected.empty());
    CHECK(says(report.notes, "code points, a line end as one: 1 of 1 quote fit"));
    const StudyInfo info = take(study.session->info());
    CHECK(info.transcripts == 2);
    CHECK(info.participants == before.participants + 1);
    CHECK(info.codings == before.codings + 4);
    const auto book = take(study.session->codebook());
    CHECK(book->code("warmte").code != nullptr);
    // The study has a code of that name in another variable: the new one is numbered.
    CHECK(book->code("conflict_2").code != nullptr);
    const auto unit = take(findUnit(*study.session, "gesprek 1"));
    const auto view = take(transcript(*study.session, unit.source, {}, {}));
    CHECK(view.turns.size() == 3);
    CHECK(take(check(*study.session, false)).problems.empty());
    const ImportReport again = take(importFiles(*study.session, {corpus("project.qdpx")}, {}));
    CHECK(says(again.notes, "in the study already"));
    CHECK(take(study.session->info()).codings == info.codings);
}

TEST_CASE("codebooks of other programs are merged as ours are, and written as theirs") {
    StudyFixture study;
    take(importCodebook(*study.session,
                        study.scratch.write("warm.qdc",
                                            "<CodeBook><Codes><Code name=\"Warmte\" isCodable=\"true\" "
                                            "guid=\"00000000-0000-4000-8000-000000000002\"/>"
                                            "</Codes></CodeBook>")));
    const std::string written = take(exportRefiCodebook(*study.session));
    CHECK(written.find("name=\"Warmte\"") != std::string::npos);
    CHECK(written.find("00000000-0000-4000-8000-000000000002") != std::string::npos);
    StudyFixture table;
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    const ImportReport report = take(importFiles(
        *table.session, {table.scratch.write("c.csv", "code,definition\nfam->warm,near\nfam->cold,far\n")},
        options));
    CHECK(report.added == 2);
    const auto book = take(table.session->codebook());
    CHECK(book->code("warm").code != nullptr);
    CHECK_FALSE(book->code("fam").code->isCodable);
}

TEST_CASE("a workbook's answers are the table's answers") {
    StudyFixture study;
    const ImportPreview preview = take(previewImport(*study.session, corpus("survey.xlsx"), {}));
    CHECK(preview.format == "xlsx");
    CHECK_FALSE(preview.needsMapping);
    CHECK(preview.participants == 5);
    const ImportReport report = take(importFiles(*study.session, {corpus("survey.xlsx")}, {}));
    CHECK(report.added == 5);
    const ImportReport again = take(importFiles(*study.session, {corpus("survey.ods")}, {}));
    CHECK(again.added == 0);
    CHECK(again.rejected.empty());
}

TEST_CASE("listed names are nowhere in the study, not even in what the disk keeps of it") {
    StudyFixture study;
    const std::string list =
        study.scratch.write("names.csv", "name,replacement\nAnneliesje,Pupil 1\nBartholomeus,Teacher 1\n");
    ImportOptions options;
    options.pseudonymsFile = list;
    options.kind = ImportKind::Answers;
    const ImportReport report = take(importFiles(
        *study.session,
        {study.scratch.write("anneliesje.csv",
                             "participant,group,Q1,Q2\nP50,A1,Anneliesje lacht naar BARTHOLOMEUS.,Nee\n")},
        options));
    CHECK(report.added == 1);
    options.kind = ImportKind::Transcript;
    take(importFiles(*study.session,
                     {study.scratch.write("bartholomeus.txt",
                                          "Bartholomeus: Dag Anneliesje.\nMia: Dag.\nBartholomeus: Zo.\n")},
                     options));
    const auto unit = take(findUnit(*study.session, "Teacher 1#1"));
    CHECK(take(transcript(*study.session, unit.source, {}, {})).turns.at(0).speaker == "Teacher 1");
    const std::string path = study.path();
    study.session.reset();
    CHECK(take(namesLeft(path, list)).empty());
    // The search finds what it should find.
    study.reopen();
    study.import("late.csv", "participant,Q1,Q2\nP51,Anneliesje is er weer.,Nee\n", ImportKind::Answers);
    study.session.reset();
    CHECK_FALSE(take(namesLeft(path, list)).empty());
}

TEST_CASE("misspelt speakers are pointed out and merged on request") {
    StudyFixture study;
    const std::string file = study.scratch.write(
        "groep.txt",
        "Moderator: Hoe?\nEls: Goed.\nModrator: En toen?\nEls: Ook.\nModerator: Ja.\nModrator: Dus.\n");
    ImportOptions options;
    options.kind = ImportKind::Transcript;
    CHECK(says(take(previewImport(*study.session, file, options)).warnings,
               "'Modrator' may be 'Moderator' misspelt"));
    options.speakers = {{"Modrator", "Moderator"}};
    const ImportPreview merged = take(previewImport(*study.session, file, options));
    CHECK(merged.speakers.size() == 2);
    CHECK(merged.speakers[0].turns == 4);
}
