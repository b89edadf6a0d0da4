// SPDX-License-Identifier: GPL-3.0-or-later
// Withdrawal of consent and redaction, down to the bytes of the file.
#include "base/platform/file.h"
#include "store/consensus.h"
#include "store/forgetting.h"
#include "store/sample_study.h"

#include <algorithm>
#include <filesystem>

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace {

/// Every file in the study's folder, one after the other.
std::string allBytes(const ScratchFolder& folder) {
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        bytes += need(base::readFile(entry.path().string()));
    return bytes;
}

bool holds(const ScratchFolder& folder, const std::string& what) {
    return allBytes(folder).find(what) != std::string::npos;
}

model::ParticipantId participant(const SampleStudy& study, const std::string& name) {
    return need(Participants(*study.file).byName(name))->id;
}

/// The whole way, as the service goes it.
Forgotten forget(SampleStudy& study, const std::string& name, bool withCodings = false) {
    Forgotten gone;
    {
        auto transaction = need(Transaction::begin(*study.file));
        JournalEntry entry = study.entry(Act::Forget);
        entry.rater = {};
        entry.round = {};
        entry.unit = {};
        entry.version = 0;
        const JournalEntry written = need(Journal(*study.file).append(entry, study.random));
        gone = need(Forgetting(*study.file).forget(participant(study, name), written.position, withCodings));
        need(transaction.commit());
    }
    CHECK(need(Forgetting(*study.file).purge()));
    return gone;
}

constexpr const char* secret = "caf\xC3\xA9 nummer 3";

/// Memo, note, attribute, response and imported file about P3, and codings on the answer.
void fill(SampleStudy& study) {
    auto transaction = need(Transaction::begin(*study.file));
    Participants participants(*study.file);
    need(participants.putAttribute({"motto", {}, model::AttributeType::Text, true, {}}));
    need(participants.setValue(participant(study, "P3"), "motto", "carpe diem tertium"));
    need(participants.setValue(participant(study, "P2"), "motto", "festina lente"));
    JournalEntry coding = study.code("closeness");
    coding.unit = study.unit("P3/Q1");
    coding.range = text::textRange(2, 5);
    need(Journal(*study.file).append(coding, study.random));
    need(
        Codings(*study.file)
            .putMemo({base::Guid::fromText("memo"), study.ada, study.unit("P3/Q1"), "memo about three", {}}));
    Note note;
    note.guid = base::Guid::fromText("note");
    note.unit = study.unit("P3/Q1");
    note.text = "note about three";
    need(Consensus(*study.file).putNote(note));
    need(Sources(*study.file)
             .addFile({{}, {}, "answers.csv", "", "csv", "utf-8", 0},
                      "participant,Q1\nP3,the file of three\n"));
    need(Sources(*study.file).addFile({{}, {}, "codes.csv", "", "csv", "utf-8", 0}, "a file of others\n"));
    need(transaction.commit());
}

} // namespace

TEST_CASE("a forgotten participant is in no byte of the study, and the journal still holds") {
    SampleStudy study;
    fill(study);
    const std::vector<std::string> words{secret, "carpe diem tertium", "memo about three", "note about three",
                                         "the file of three"};
    for (const std::string& each : words) {
        INFO(each);
        REQUIRE(holds(study.folder, each));
    }
    const auto before = need(Journal(*study.file).history({})).size();
    const Forgotten gone = forget(study, "P3");
    for (const std::string& each : words) {
        INFO(each);
        CHECK_FALSE(holds(study.folder, each));
    }
    CHECK(gone.texts == 1);
    CHECK(gone.memos == 2);
    CHECK(gone.values == 1);
    CHECK(gone.files == std::vector<std::string>{"answers.csv"});
    CHECK(gone.name == "withdrawn-1");
    // What is left is whole: others' data, the coding, the chain.
    CHECK(holds(study.folder, "festina lente"));
    CHECK(holds(study.folder, "caf\xC3\xA9 nummer 2"));
    CHECK(holds(study.folder, "a file of others"));
    CHECK(need(Codings(*study.file).codingCount()) == 1);
    CHECK(need(Journal(*study.file).history({})).size() == before + 1);
    CHECK(study.problems().empty());
    CHECK_FALSE(need(Sources(*study.file).unitByName("P3/Q1")));
    CHECK(need(Sources(*study.file).unitByName("withdrawn-1/Q1")));
    const auto guids = need(Forgetting(*study.file).forgotten());
    CHECK(guids.size() == 1);
    study.reopen();
    CHECK(study.problems().empty());
    need(study.file->rebuildState({}));
    CHECK(study.problems().empty());
}

TEST_CASE("the text of a forgotten answer keeps its length, and no more") {
    SampleStudy study;
    forget(study, "P1");
    const auto unit = need(Sources(*study.file).unit(study.unit("withdrawn-1/Q1"), true));
    std::string blocks;
    for (int count = 0; count < 20; ++count)
        blocks += "\u2588";
    CHECK(unit->text == blocks);
}

TEST_CASE("with codings, the units leave the statistics") {
    SampleStudy study;
    CHECK(need(Forgetting(*study.file).leftOut()).empty());
    const auto unit = study.unit("P3/Q1");
    forget(study, "P3", true);
    CHECK(need(Forgetting(*study.file).leftOut()) == std::vector<model::UnitId>{unit});
    forget(study, "P2");
    CHECK(need(Forgetting(*study.file).leftOut()).size() == 1);
}

TEST_CASE("a speaker's turns go, the others' stay") {
    SampleStudy study;
    {
        auto transaction = need(Transaction::begin(*study.file));
        need(Participants(*study.file).add({{}, {}, "Zo\xC3\xAB"}));
        need(transaction.commit());
    }
    CHECK(need(Forgetting(*study.file).traces(participant(study, "Zo\xC3\xAB"))).units.size() == 1);
    const Forgotten gone = forget(study, "Zo\xC3\xAB");
    CHECK(gone.turns == 1);
    const auto first = need(Sources(*study.file).unit(study.unit("talk#1"), true));
    const auto second = need(Sources(*study.file).unit(study.unit("talk#2"), true));
    CHECK(first->text == "Na\xC3\xAFve vraag");
    CHECK(second->text.find("goed") == std::string::npos);
    CHECK(second->speaker == "withdrawn-1");
    CHECK_FALSE(holds(study.folder, "\xF0\x9F\x99\x82"));
    CHECK_FALSE(holds(study.folder, "Zo\xC3\xAB"));
    CHECK(study.problems().empty());
}

TEST_CASE("forgetting twice, or nobody, is refused and changes nothing") {
    SampleStudy study;
    const auto id = participant(study, "P1");
    forget(study, "P1");
    auto transaction = need(Transaction::begin(*study.file));
    JournalEntry entry;
    entry.act = Act::Forget;
    entry.device = study.device;
    const JournalEntry written = need(Journal(*study.file).append(entry, study.random));
    CHECK(refusal(Forgetting(*study.file).forget(id, written.position, false)) == base::Errc::Refused);
    CHECK(refusal(Forgetting(*study.file).forget(model::ParticipantId(99), written.position, false)) ==
          base::Errc::NotFound);
}

TEST_CASE("a name is blotted out at its length, and only under its journal row") {
    SampleStudy study;
    const auto source = need(Sources(*study.file).unit(study.unit("talk#1"), false))->unit.source;
    {
        // Without the row the text stays what it is.
        auto transaction = need(Transaction::begin(*study.file));
        CHECK_FALSE(Forgetting(*study.file).blot(source, {text::textRange(0, 5)}, Blot::Words));
    }
    {
        auto transaction = need(Transaction::begin(*study.file));
        JournalEntry entry = study.entry(Act::Redact);
        entry.range = text::textRange(0, 11);
        need(Journal(*study.file).append(entry, study.random));
        CHECK_FALSE(Forgetting(*study.file).blot(source, {text::textRange(0, 99)}, Blot::Words));
        CHECK_FALSE(Forgetting(*study.file).blot(source, {text::textRange(5, 5)}, Blot::Words));
        need(Forgetting(*study.file)
                 .blot(source, {text::textRange(0, 3), text::textRange(4, 7)}, Blot::Words));
        need(transaction.commit());
    }
    CHECK(need(Forgetting(*study.file).purge()));
    CHECK(need(Sources(*study.file).source(source))->text.substr(0, 18) ==
          "\u2588\u2588\u2588v\u2588 \u2588r");
    CHECK_FALSE(holds(study.folder, "Na\xC3\xAFve"));
    CHECK(study.problems().empty());
}
