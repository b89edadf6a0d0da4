// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"
#include "store/study_file.h"

#include <filesystem>

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

TEST_CASE("a new study reads back what it was made with") {
    const ScratchFolder folder;
    const std::string path = folder.file("een proef \xE2\x80\x93 caf\xC3\xA9 #1?.rapport");
    need(StudyFile::create(path, sampleProperties()));
    const Opened opened = need(StudyFile::open(path, OpenMode::ReadOnly));
    CHECK(opened.outcome == OpenOutcome::Current);
    CHECK(opened.backup.empty());
    CHECK(opened.file->path() == path);
    CHECK(opened.file->isReadOnly());
    const StudyProperties read = need(opened.file->properties());
    const StudyProperties made = sampleProperties();
    CHECK(read.guid == made.guid);
    CHECK(read.title == made.title);
    CHECK(read.language == "nl");
    CHECK(read.templateName == "empty");
    CHECK(read.created == made.created);
    CHECK(read.instrument.guid == made.instrument.guid);
    CHECK(read.instrument.caseText == made.instrument.caseText);
    REQUIRE(read.instrument.prompts.size() == 3);
    CHECK(read.instrument.prompts[2].name == "B1");
    CHECK(read.instrument.prompts[2].kind == model::PromptKind::YesNo);
    CHECK(read.instrument.prompts[1].wording == made.instrument.prompts[1].wording);
    CHECK(need(opened.file->position()) == 0);
    CHECK(need(opened.file->check({})).problems.empty());
}

TEST_CASE("the file says what it is, and a connection is what it must be") {
    const SampleStudy study;
    RawSql raw(study.path);
    CHECK(raw.integer("PRAGMA application_id") == 0x52505254);
    CHECK(raw.integer("PRAGMA user_version") == studyMigrations().back().number);
    CHECK(raw.text("PRAGMA journal_mode") == "wal");
    CHECK(raw.integer("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
                      " AND name NOT LIKE 'sqlite_%'") == 0);
}

TEST_CASE("a study is closed into one file") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    CHECK(std::filesystem::exists(study.path + "-wal"));
    study.file.reset();
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(study.folder.path()))
        names.push_back(entry.path().filename().string());
    CHECK(names == std::vector<std::string>{"study.rapport"});
}

TEST_CASE("creating refuses what is there and leaves nothing behind when it fails") {
    const ScratchFolder folder;
    const std::string taken = folder.write("taken.rapport", "mine");
    CHECK(refusal(StudyFile::create(taken, sampleProperties())) == base::Errc::Refused);
    CHECK(std::filesystem::file_size(taken) == 4);
    CHECK(refusal(StudyFile::create(folder.file("no/such/folder.rapport"), sampleProperties())) ==
          base::Errc::Io);
    StudyProperties wrong = sampleProperties();
    wrong.instrument.prompts.push_back(wrong.instrument.prompts[0]);
    CHECK(refusal(StudyFile::create(folder.file("wrong.rapport"), wrong)) == base::Errc::InvalidArgument);
    wrong = sampleProperties();
    wrong.guid = {};
    CHECK(refusal(StudyFile::create(folder.file("wrong.rapport"), wrong)) == base::Errc::InvalidArgument);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
        ++files;
    CHECK(files == 1);
}

TEST_CASE("title, settings and instrument can be changed") {
    SampleStudy study;
    need(study.file->setTitle("Nieuw"));
    CHECK(need(study.file->properties()).title == "Nieuw");
    CHECK(need(study.file->setting("comparisons")).empty());
    need(study.file->setSetting("comparisons", "[1]"));
    need(study.file->setSetting("comparisons", R"({"a": "\u00e9"})"));
    CHECK(need(study.file->setting("comparisons")) == R"({"a": "\u00e9"})");
    CHECK(refusal(study.file->setSetting("comparisons", "{")) == base::Errc::InvalidArgument);
    need(study.file->setSetting("comparisons", ""));
    CHECK(need(study.file->setting("comparisons")).empty());

    model::Instrument instrument = need(study.file->properties()).instrument;
    const auto firstId = instrument.prompts[0].id;
    std::swap(instrument.prompts[0], instrument.prompts[1]);
    instrument.prompts[1].wording = model::sameText("What do you see?");
    instrument.prompts[2] = {{}, "Q9", model::PromptKind::Open, model::sameText("And then?")};
    need(study.file->setInstrument(instrument)); // B1 goes: nobody answered it
    const auto read = need(study.file->properties()).instrument;
    REQUIRE(read.prompts.size() == 3);
    CHECK(read.prompts[0].name == "Q2");
    CHECK(read.prompts[1].name == "Q1");
    CHECK(read.prompts[1].id == firstId);
    CHECK(read.prompts[1].wording.in("en") == "What do you see?");
    CHECK(read.prompts[2].name == "Q9");

    instrument.prompts.erase(instrument.prompts.begin() + 1); // Q1 has answers
    instrument.title = model::sameText("Gone");
    const auto refused = study.file->setInstrument(instrument);
    CHECK(refusal(refused) == base::Errc::Refused);
    CHECK(refused.error().message.find("'Q1'") != std::string::npos);
    CHECK(need(study.file->properties()).instrument.prompts.size() == 3);
    CHECK(need(study.file->properties()).instrument.title.in("en") == "Vignette");
}

TEST_CASE("a backup is the study, made while it is in use, and never over another file") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    const std::string copy = study.folder.file("backup.rapport");
    need(study.file->backup(copy));
    CHECK(refusal(study.file->backup(copy)) == base::Errc::Refused);
    CHECK(refusal(study.file->backup(study.folder.file("no/such/folder.rapport"))) == base::Errc::Io);
    need(study.append(study.code("conflict")));

    const Opened opened = need(StudyFile::open(copy, OpenMode::ReadOnly));
    CHECK(need(opened.file->position()) == 2);
    CHECK(need(opened.file->properties()).guid == sampleProperties().guid);
    CHECK(need(opened.file->check({})).problems.empty());
    // A reader can make one, too.
    const std::string second = study.folder.file("second.rapport");
    need(opened.file->backup(second));
    CHECK(need(StudyFile::open(second, OpenMode::ReadWrite)).outcome == OpenOutcome::Current);
}

TEST_CASE("a transaction that is not committed never was") {
    SampleStudy study;
    {
        auto transaction = need(Transaction::begin(*study.file));
        need(Journal(*study.file).append(study.code("closeness"), study.random));
        need(study.file->setTitle("Nobody sees this"));
        CHECK(need(study.file->position()) == 2);
    }
    CHECK(need(study.file->position()) == 1);
    CHECK(need(study.file->properties()).title == sampleProperties().title);
    auto transaction = need(Transaction::begin(*study.file));
    Transaction moved = std::move(transaction);
    need(study.file->setTitle("Kept"));
    need(moved.commit());
    CHECK(need(study.file->properties()).title == "Kept");
}

TEST_CASE("what is open for reading is not written") {
    SampleStudy study;
    const Opened reader = need(StudyFile::open(study.path, OpenMode::ReadOnly));
    CHECK(refusal(Transaction::begin(*reader.file)) == base::Errc::Refused);
    CHECK(refusal(reader.file->setTitle("No")) == base::Errc::Refused);
    CHECK(refusal(reader.file->rebuildState({})) == base::Errc::Refused);
    CHECK(need(reader.file->check({})).problems.empty()); // needs temporary tables
    CHECK(refusal(reader.file->setTitle("No")) == base::Errc::Refused);
    CHECK(need(study.file->properties()).title == sampleProperties().title);
}
