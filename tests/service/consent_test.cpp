// SPDX-License-Identifier: GPL-3.0-or-later
// Withdrawal of consent and redaction: no byte of the study, its log or the search index holds the words.
#include "service/consensus.h"
#include "service/consent.h"
#include "service/inspecting.h"
#include "service/measuring.h"
#include "service/merging.h"
#include "service/packing.h"
#include "service/safekeeping.h"
#include "service/searching.h"
#include "service/study_fixture.h"
#include "store/raw_sql.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;
using text::textRange;

namespace {

/// Study, log and everything below the cache folder, but not the tests' own input files.
std::string keptBytes(const StudyFixture& study) {
    std::string bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(study.scratch.path())) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && !name.ends_with(".csv") && !name.ends_with(".json"))
            bytes += take(base::readFile(entry.path().string()));
    }
    return bytes;
}

bool isKept(const StudyFixture& study, const std::string& words) {
    return keptBytes(study).find(words) != std::string::npos;
}

std::int64_t matches(StudyFixture& study, const std::string& query) {
    SearchRequest request;
    request.query = query;
    return take(search(*study.session, request)).matches;
}

/// P3 is spoken about everywhere: text, memo, remark, reason, index.
class Talkative : public StudyFixture {
public:
    Talkative() {
        for (const char* rater : {"R1", "R2"}) {
            for (const char* unit : {"P1/Q1", "P3/Q1", "P3/Q2"}) {
                const Target at = target(rater, unit);
                take(service::code(*session, at, code("closeness")));
                take(complete(*session, at));
            }
        }
        take(setMemo(*session, target("R1", "P3/Q1"), "memorable distance"));
        take(adjudicate(*session,
                        {"default", unit("P3/Q1"), {{"closeness", "0"}}, {"R1"}, "reasonable distance"}));
        take(addRemark(*session, {"default", unit("P3/Q1"), "", "", "remarkable distance"}));
        take(updateIndex(*session, true));
        REQUIRE(matches(*this, "keeps") == 1);
    }
};

const std::vector<std::string> words{"keeps her distance", "Talk with her", "memorable distance",
                                     "reasonable distance", "remarkable distance"};

} // namespace

TEST_CASE("who withdraws is in no byte of the study, its log and its index") {
    Talkative study;
    auto& session = *study.session;
    for (const std::string& each : words) {
        INFO(each);
        REQUIRE(isKept(study, each));
    }
    const std::int64_t position = take(session.position());
    const auto preview = take(previewForget(session, {"P3", false}));
    CHECK(preview.texts == 2);
    CHECK(take(session.position()) == position);
    const auto report = take(forget(session, {"P3", false}));
    for (const std::string& each : words) {
        INFO(each);
        CHECK_FALSE(isKept(study, each));
    }
    CHECK(report.isPurged);
    CHECK(report.texts == 2);
    CHECK(preview.turns == report.turns);
    CHECK(preview.memos == report.memos);
    CHECK(preview.values == report.values);
    CHECK(report.memos > 0);
    CHECK(report.values > 0);
    CHECK(report.files == std::vector<std::string>{"answers.csv"});
    CHECK(report.nowCalled == "withdrawn-1");
    CHECK(take(session.position()) == position + 1);
    // Others are there, codings count as before, the study is whole.
    CHECK(isKept(study, "Er is conflict"));
    CHECK(matches(study, "keeps") == 0);
    CHECK(matches(study, "conflict") == 1);
    CHECK_FALSE(isKept(study, "keeps her distance")); // the new index neither
    StudyMeasureOptions options;
    options.codes = {"closeness"};
    CHECK(take(measureStudy(session, options)).results[0].agreement.data.units == 3);
    CHECK(take(check(session, false)).problems.empty());
    study.reopen();
    CHECK(take(check(*study.session, false)).problems.empty());
    for (const std::string& each : words)
        CHECK_FALSE(isKept(study, each));
    CHECK(forget(*study.session, {"P3", false}).error().code == base::Errc::NotFound);
}

TEST_CASE("with codings, the units leave every statistic") {
    Talkative study;
    const auto report = take(forget(*study.session, {"P3", true}));
    CHECK(report.codings == 4);
    StudyMeasureOptions options;
    options.codes = {"closeness"};
    CHECK(take(measureStudy(*study.session, options)).results[0].agreement.data.units == 1);
    CHECK(take(study.session->info()).codings == 2);
    CHECK(take(check(*study.session, false)).problems.empty());
    take(check(*study.session, true));
    CHECK(take(measureStudy(*study.session, options)).results[0].agreement.data.units == 1);
}

TEST_CASE("codings of somebody who was forgotten without them are withdrawn later") {
    Talkative study;
    auto& session = *study.session;
    take(forget(session, {"P3", false}));
    StudyMeasureOptions options;
    options.codes = {"closeness"};
    CHECK(take(measureStudy(session, options)).results[0].agreement.data.units == 3);
    const auto again = forget(session, {"withdrawn-1", false});
    REQUIRE_FALSE(again);
    CHECK(again.error().message == "this participant was forgotten already");
    CHECK(again.error().hint.find("--codings") != std::string::npos);
    CHECK(take(previewForget(session, {"withdrawn-1", true})).codings == 4);
    const auto later = take(forget(session, {"withdrawn-1", true}));
    CHECK(later.codings == 4);
    CHECK(later.nowCalled == "withdrawn-1");
    CHECK(later.texts == 0);
    CHECK(take(measureStudy(session, options)).results[0].agreement.data.units == 1);
    CHECK(take(check(session, false)).problems.empty());
    CHECK(forget(session, {"withdrawn-1", true}).error().code == base::Errc::Refused);
    // The name that went is still known, the new one is nobody's.
    const auto names = take(ForgottenNames::read(session));
    CHECK(names.holds("P3"));
    CHECK_FALSE(names.holds("withdrawn-1"));
}

TEST_CASE("who withdrew in an earlier study, which kept hyphens, is known by every spelling of that name") {
    StudyFixture study;
    const std::string name = "Ren\u00E9\u2010Luc B";
    study.session.reset();
    test::RawSql(study.path()).run("UPDATE participant SET name = '" + name + "' WHERE name = 'P3'");
    study.reopen();
    take(forget(*study.session, {name, false}));
    const auto names = take(ForgottenNames::read(*study.session));
    CHECK(names.holds(name));
    CHECK(names.holds("Rene\u0301\u2010Luc B"));
    CHECK(names.holds("Ren\u00E9\u2010\u200BLuc\u00A0 B"));
    CHECK_FALSE(names.holds("Rene\u2010Luc B"));
}

TEST_CASE("packs are told, and their automatic backups go") {
    Talkative study;
    auto& session = *study.session;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1"};
    take(assign(session, request));
    const std::string file = study.scratch.file("r1.rpack");
    const std::string sealed = study.scratch.file("r1-sealed.rpack");
    take(pack(session, {"R1", file, ""}));
    take(pack(session, {"R1", sealed, "words", {1, 8192}}));
    // Its rater has it open on the same machine.
    Environment environment = study.environment(9);
    environment.backupFolder = study.scratch.file("backups");
    {
        const auto packed = take(Session::open(file, OpenMode::ReadWrite, environment));
        REQUIRE_FALSE(take(keepBackup(*packed, BackupReason::Risk)).empty());
    }
    study.session.reset();
    study.session = take(Session::open(study.path(), OpenMode::ReadWrite, environment));
    REQUIRE_FALSE(take(keepBackup(*study.session, BackupReason::Risk)).empty());
    // A name that is blotted out still stands there, too.
    const auto blotted = take(redact(*study.session, {study.unit("P1/Q1"), std::nullopt, "Noor"}));
    CHECK(blotted.elsewhere.packs == std::vector<std::string>{file});
    CHECK(blotted.elsewhere.sealed == std::vector<std::string>{sealed});
    CHECK(blotted.elsewhere.copies.empty());
    const auto report = take(forget(*study.session, {"P3", false}));
    CHECK(report.elsewhere.packs == std::vector<std::string>{file});
    CHECK(report.elsewhere.sealed == std::vector<std::string>{sealed});
    CHECK(report.elsewhere.copies.empty());
    std::filesystem::remove(file);
    std::filesystem::remove(sealed);
    CHECK_FALSE(isKept(study, "keeps her distance"));
    // A pack without these texts is no matter.
    take(pack(*study.session, {"R1", file, ""}));
    take(forget(*study.session, {"P1", false}));
    CHECK(take(previewForget(*study.session, {"withdrawn-1", true})).elsewhere.packs.empty());
    CHECK(take(previewForget(*study.session, {"P2", false})).elsewhere.packs ==
          std::vector<std::string>{file});
}

TEST_CASE("a frozen round counts without them, too") {
    StudyFixture study;
    auto& session = *study.session;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(assign(session, request));
    for (const char* rater : {"R1", "R2"}) {
        for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1"})
            take(complete(session, study.target(rater, unit, "rel1")));
    }
    take(openRound(session, "rel1"));
    take(forget(session, {"P3", true}));
    StudyMeasureOptions options;
    options.codes = {"closeness"};
    CHECK(take(measureStudy(session, options)).results[0].agreement.data.units == 2);
}

TEST_CASE("who withdrew does not come back by an import, and the copies beside the study are told") {
    Talkative study;
    const std::string copy = study.scratch.file("copy.rapport");
    take(backup(*study.session, copy));
    const auto report = take(forget(*study.session, {"P3", false}));
    CHECK(report.elsewhere.copies == std::vector<std::string>{copy});
    // Whatever it is called; and no more when it has done the same.
    const std::string other = study.scratch.file("anders.bak");
    std::filesystem::rename(copy, other);
    const ForgetRequest withCodings{report.nowCalled, true};
    CHECK(take(previewForget(*study.session, withCodings)).elsewhere.copies ==
          std::vector<std::string>{other});
    {
        const auto copied = take(Session::open(other, OpenMode::ReadWrite, study.environment(19)));
        take(merge(*copied, {{study.path()}, ""}));
    }
    CHECK(take(previewForget(*study.session, withCodings)).elsewhere.copies.empty());
    ImportOptions options;
    options.kind = ImportKind::Answers;
    const std::string file = study.scratch.write("again.csv", "participant,Q1\nP5,nieuw\nP3,terug\n");
    const ImportPreview preview = take(previewImport(*study.session, file, options));
    REQUIRE(preview.rejected.size() == 1);
    CHECK(preview.rejected[0].message.text().find("withdrew") != std::string::npos);
    CHECK(preview.participants == 1);
    CHECK(preview.answers == 1);
    const ImportReport again = take(importFiles(*study.session, {file}, options));
    REQUIRE(again.rejected.size() == 1);
    CHECK(again.rejected[0].message.text().find("withdrew") != std::string::npos);
    CHECK(again.rejected[0].line == 3);
    CHECK(again.added == 1);
    // Neither as an answer nor in the file as it came.
    CHECK_FALSE(isKept(study, "terug"));
    CHECK(isKept(study, "nieuw"));
}

TEST_CASE("nobody, and no rater, takes a participant out") {
    StudyFixture study;
    const auto position = take(study.session->position());
    CHECK(forget(*study.session, {"P9", false}).error().code == base::Errc::NotFound);
    CHECK(previewForget(*study.session, {"P9", false}).error().code == base::Errc::NotFound);
    study.session->setViewer({study.rater("R1")});
    CHECK(forget(*study.session, {"P1", false}).error().code == base::Errc::Refused);
    CHECK(take(study.session->position()) == position);
}

TEST_CASE("a name found while coding becomes blocks of its length, in one row, and leaves every byte") {
    Talkative study;
    auto& session = *study.session;
    const model::UnitId unit = study.unit("P1/Q1");
    REQUIRE(isKept(study, "Noor"));
    const std::int64_t position = take(session.position());
    const auto report = take(redact(session, {unit, std::nullopt, "Noor"}));
    CHECK(report.places == 1);
    CHECK(report.files == std::vector<std::string>{"answers.csv"});
    CHECK(take(session.position()) == position + 1);
    CHECK(study.work(study.target("R1", "P1/Q1")).text == "De juf is dichtbij \u2588\u2588\u2588\u2588.");
    CHECK(matches(study, "noor") == 1); // P4 has one of its own
    take(redact(session, {study.unit("P4/Q1"), textRange(2, 6), ""}));
    CHECK(matches(study, "noor") == 0);
    CHECK_FALSE(isKept(study, "Noor"));
    CHECK(take(check(session, false)).problems.empty());
    // Broken twins.
    CHECK(redact(session, {unit, std::nullopt, "Noor"}).error().code == base::Errc::NotFound);
    CHECK(redact(session, {unit, textRange(0, 400), ""}).error().code == base::Errc::InvalidArgument);
    CHECK(redact(session, {unit, textRange(4, 4), ""}).error().code == base::Errc::InvalidArgument);
    CHECK(redact(session, {unit, std::nullopt, ""}).error().code == base::Errc::NotFound);
}

TEST_CASE("words that are blotted out leave every imported file that holds them, in whatever spelling") {
    Talkative study;
    auto& session = *study.session;
    const std::string head = "unit,rater,variable,code,value,begin,end,quote,completed,round\n";
    study.import("quotes.csv", head + "P3/Q1,R1,constructs,conflict,1,4,22,keeps her distance,1,second\n",
                 ImportKind::Codings);
    // A quote of a part of the words, beside a row that comes in, and one of another text.
    study.import("parts.csv",
                 head + "P3/Q1,R2,constructs,conflict,1,10,22,\"HER  distance\",1,second\n"
                        "P1/Q1,R2,constructs,conflict,1,,,,1,second\n",
                 ImportKind::Codings);
    study.import("other.csv", head + "P2/Q1,R1,constructs,conflict,1,3,14,is conflict,1,second\n",
                 ImportKind::Codings);
    std::string wide = "\xFF\xFE";
    for (const char each : std::string("participant,Q1\nP8,\"says \"\"keeps her distance\"\"\"\n")) {
        wide += each;
        wide += '\0';
    }
    study.import("wide.csv", wide, ImportKind::Answers);
    REQUIRE(isKept(study, "HER  distance"));
    const auto report = take(redact(session, {study.unit("P3/Q1"), textRange(4, 22), ""}));
    CHECK(report.files == std::vector<std::string>{"answers.csv", "quotes.csv", "parts.csv", "wide.csv"});
    CHECK_FALSE(isKept(study, "HER  distance"));
    CHECK_FALSE(isKept(study, std::string("d\0i\0s\0t\0a\0n\0c\0e", 15)));
    CHECK(isKept(study, "P2/Q1,R1,constructs,conflict,1,3,14,is conflict"));
    // The answer of P8 is a text of its own.
    take(redact(session, {study.unit("P8/Q1"), std::nullopt, "keeps her distance"}));
    CHECK_FALSE(isKept(study, "keeps her distance"));
    CHECK(take(check(session, false)).problems.empty());
}

TEST_CASE("a word that stands inside other words or across them is not that word", "[consent]") {
    Talkative study;
    auto& session = *study.session;
    study.import("a.csv", "participant,Q1\nP8,Dat kan niet anders; Annemiek dus dat van wel.\n",
                 ImportKind::Answers);
    study.import("b.csv", "participant,Q1\nP9,Vraag het Ann. Dat van haar weet ik.\n", ImportKind::Answers);
    const auto report = take(redact(session, {study.unit("P9/Q1"), std::nullopt, "Ann"}));
    CHECK(report.files == std::vector<std::string>{"b.csv"});
    CHECK(isKept(study, "Dat kan niet anders"));
}

TEST_CASE("what people wrote and holds the words is named and is blotted out with what is kept") {
    Talkative study;
    auto& session = *study.session;
    // What a memo was before stays in the study, too.
    take(setMemo(session, study.target("R1", "P3/Q1"), "nothing to remember"));
    take(setMemo(session, study.target("R2", "P1/Q1"), "Keeps her distance"));
    const auto report = take(redact(session, {study.unit("P3/Q1"), std::nullopt, "distance"}));
    std::vector<std::string> named;
    for (const base::Phrase& each : report.kept)
        named.push_back(each.text());
    CHECK(named ==
          std::vector<std::string>{"memos", "reasons for what was settled", "remarks on disagreements"});
    CHECK(isKept(study, "memorable distance"));
    CHECK(take(redactKept(session, "distance")).places == 4);
    CHECK_FALSE(isKept(study, "distance"));
    CHECK(isKept(study, "nothing to remember"));
    CHECK(take(check(session, false)).problems.empty());
    CHECK(redactKept(session, "distance").error().code == base::Errc::NotFound);
}

TEST_CASE("a rater redacts in the own units only") {
    StudyFixture study;
    auto& session = *study.session;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1"};
    request.prompts = {"Q1"};
    take(assign(session, request));
    const model::UnitId own = study.unit("P1/Q1");
    const model::UnitId other = study.unit("P1/Q2");
    session.setViewer({study.rater("R1")});
    CHECK(redact(session, {other, textRange(0, 3), ""}).error().code == base::Errc::Refused);
    CHECK(take(redact(session, {own, textRange(0, 2), ""})).places == 1);
}

TEST_CASE("killed at any moment of it, a withdrawal is not begun or is finished at the next opening") {
    for (int attempt = 0; attempt < 12; ++attempt) {
        Talkative study;
        study.session.reset();
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto session = Session::open(study.path(), OpenMode::ReadWrite, study.environment(3));
            if (session)
                static_cast<void>(forget(**session, {"P3", false}));
            _exit(0);
        }
        usleep(static_cast<useconds_t>(attempt * 1500));
        kill(child, SIGKILL);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        study.reopen();
        CHECK(take(check(*study.session, false)).problems.empty());
        const bool isForgotten = !findUnit(*study.session, "P3/Q1");
        INFO("attempt " << attempt);
        for (const std::string& each : words)
            CHECK(isKept(study, each) == !isForgotten);
    }
}

TEST_CASE("what another session takes out is not brought back by undoing here", "[consent]") {
    Talkative study;
    take(setMemo(*study.session, study.target("R1", "P3/Q1"), "memorable once more"));
    REQUIRE(canUndo(*study.session));
    {
        const auto other = take(Session::open(study.path(), OpenMode::ReadWrite, study.environment(77)));
        ForgetRequest request;
        request.participant = "P3";
        take(forget(*other, request));
    }
    const auto undone = undo(*study.session);
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == base::Errc::Refused);
    CHECK_FALSE(canRedo(*study.session));
    study.session.reset();
    CHECK_FALSE(isKept(study, "memorable"));
}

TEST_CASE("nobody rates the texts of who withdrew", "[consent]") {
    Talkative study;
    take(service::code(*study.session, study.target("R1", "P4/Q1"), study.code("closeness")));
    take(complete(*study.session, study.target("R1", "P3/Q1"))); // changes nothing: it is complete
    take(service::code(*study.session, study.target("R1", "P3/Q1"), study.code("conflict")));
    const model::CodingId given = study.work(study.target("R1", "P3/Q1")).codings.front().id;
    const bool withCodings = GENERATE(false, true);
    INFO("with codings: " << withCodings);
    take(forget(*study.session, {"P3", withCodings}));
    study.reopen();
    Session& session = *study.session;

    // Neither drawn nor listed as to do: six answers less two.
    AssignRequest request;
    request.round = "r";
    request.raters = {"R1", "R2"};
    CHECK(take(previewAssign(session, request)).candidates == 5);
    CHECK(take(assign(session, request)).units == 5);
    for (const UnitItem& item : take(units(session, {"r", "R1", UnitState::All})))
        CHECK_FALSE(item.name.starts_with("withdrawn"));
    const model::Round outside = take(session.round("default"));
    const Target gone = study.target("R1", "withdrawn-1/Q1");
    for (const RatingPlace& place : take(ratingPlaces(session, study.rater("R1"), outside, {})))
        CHECK((place.isComplete || place.unit != gone.unit));
    const auto refused = [](const auto& result) {
        return !result && result.error().code == base::Errc::Refused;
    };
    CHECK(refused(service::code(session, gone, study.code("closeness"))));
    CHECK(refused(chooseLevel(session, gone, study.code("class"))));
    CHECK(refused(complete(session, gone)));
    CHECK(refused(service::reopen(session, gone)));
    CHECK(refused(setMemo(session, gone, "still memorable")));
    CHECK((withCodings || refused(withdraw(session, given))));
    // What was done before it is not undone either.
    CHECK_FALSE(canUndo(session));
    take(service::code(session, study.target("R2", "P4/Q1"), study.code("conflict")));
    CHECK(canUndo(session));
    take(undo(session));
    CHECK_FALSE(canUndo(session));
}

TEST_CASE("turns of who withdrew are not rated, those of others in the talk are", "[consent]") {
    StudyFixture study;
    study.import("talk.txt", "P1: We sat down close.\nP2: No we did not.\n", ImportKind::Transcript);
    AssignRequest request;
    request.round = "before";
    request.raters = {"R1"};
    request.withTranscripts = true;
    request.prompts = {"Q2"};
    const std::int64_t before = take(previewAssign(*study.session, request)).candidates;
    take(forget(*study.session, {"P2", false}));
    CHECK(take(previewAssign(*study.session, request)).candidates == before - 1);
    CHECK_FALSE(service::code(*study.session, study.target("R1", "talk#2"), study.code("closeness")));
    take(service::code(*study.session, study.target("R1", "talk#1"), study.code("closeness")));
}

TEST_CASE("a pack leaves out what was rated of somebody who withdrew", "[consent]") {
    Talkative study;
    AssignRequest request;
    request.round = "r";
    request.raters = {"R1"};
    take(assign(*study.session, request));
    take(complete(*study.session, study.target("R1", "P3/Q1", "r")));
    take(forget(*study.session, {"P3", false}));
    PackRequest packing;
    packing.rater = "R1";
    packing.out = study.scratch.file("r1.rpack");
    CHECK(take(pack(*study.session, packing)).units == 5);
}
