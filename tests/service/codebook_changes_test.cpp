// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the codebook carry existing codings along, are recorded, and come undone.
#include "service/codebook_changes.h"
#include "service/consensus.h"
#include "service/inspecting.h"
#include "service/measuring.h"
#include "service/study_fixture.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

/// Rows of "unit: R1 R2" for a code, "." for missing.
std::string tableOf(StudyFixture& study, const std::string& code) {
    const auto data = take(reliabilityData(*study.session, {}, "default", "constructs", code, {}));
    std::string text;
    for (std::size_t unit = 0; unit < data.unitCount(); ++unit) {
        text += data.unitLabel(unit).substr(0, 2) + ":";
        for (std::size_t rater = 0; rater < data.raterCount(); ++rater) {
            const auto value = data.rating(unit, rater);
            text += value == agreement::missing ? "." : std::to_string(value);
        }
        text += " ";
    }
    return text;
}

void rate(StudyFixture& study, const std::string& rater, const std::string& unit,
          const std::vector<std::string>& codes) {
    const Target target = study.target(rater, unit);
    for (const std::string& each : codes)
        take(code(*study.session, target, study.code(each)));
    take(complete(*study.session, target));
}

/// P1: closeness by R1, conflict by R2. P2: both by R1, none by R2. P3: none by either.
void rateAll(StudyFixture& study) {
    rate(study, "R1", "P1/Q1", {"closeness"});
    rate(study, "R2", "P1/Q1", {"conflict"});
    rate(study, "R1", "P2/Q1", {"closeness", "conflict"});
    rate(study, "R2", "P2/Q1", {});
    rate(study, "R1", "P3/Q1", {});
    rate(study, "R2", "P3/Q1", {});
}

template<typename T>
base::Error refusal(const base::Result<T>& result) {
    REQUIRE_FALSE(result);
    return result.error();
}

} // namespace

TEST_CASE("merged codes: present if any was given, absent if none was, and undone as if nothing was") {
    StudyFixture study;
    rateAll(study);
    const std::string closeness = tableOf(study, "closeness");
    const std::string conflict = tableOf(study, "conflict");
    CHECK(closeness == "P1:10 P2:10 P3:00 ");
    const auto codings = take(exportCodings(*study.session));
    const auto made = take(mergeCodes(*study.session, {"closeness", "conflict"}, "bond"));
    CHECK(made.version == 2);
    CHECK(tableOf(study, "bond") == "P1:11 P2:10 P3:00 ");
    CHECK(take(study.session->codebook())->code("closeness").code == nullptr);
    CHECK(take(exportCodings(*study.session)) == codings);
    // Coded after the merger, it is the same code.
    rate(study, "R1", "P4/Q1", {"bond"});
    rate(study, "R2", "P4/Q1", {});
    CHECK(tableOf(study, "bond") == "P1:11 P2:10 P3:00 P4:10 ");
    StudyMeasureOptions byVersion;
    byVersion.by = "version";
    byVersion.codes = {"bond"};
    const auto split = take(measureStudy(*study.session, byVersion));
    REQUIRE(split.results.size() == 2);
    CHECK(split.results[0].by == "1");
    CHECK(split.results[0].agreement.data.units == 3);
    CHECK(split.results[1].by == "2");
    // What a rater sees is the code that it is part of now, and taking it off takes the part off.
    CHECK(study.work(study.target("R2", "P1/Q1")).codings.front().code == study.code("bond"));
    take(withdrawCode(*study.session, study.target("R2", "P1/Q1"), study.code("bond")));
    CHECK(tableOf(study, "bond") == "P1:10 P2:10 P3:00 P4:10 ");
    take(undo(*study.session));
    const auto back = take(undoCodebookChange(*study.session));
    CHECK(back.version == 3);
    CHECK(tableOf(study, "closeness") == closeness + "P4:.. ");
    CHECK(tableOf(study, "conflict") == conflict + "P4:.. ");
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("merged into a code that stays") {
    StudyFixture study;
    rateAll(study);
    take(mergeCodes(*study.session, {"conflict"}, "closeness"));
    CHECK(tableOf(study, "closeness") == "P1:11 P2:10 P3:00 ");
    // A second merger into it carries the first along.
    take(renameCode(*study.session, "closeness", "nearness"));
    CHECK(tableOf(study, "nearness") == "P1:11 P2:10 P3:00 ");
    CHECK(take(codeUsage(*study.session)).at(study.code("nearness")) == 4);
}

TEST_CASE("codes that were merged are one where both were given, and are withdrawn as one") {
    StudyFixture study;
    model::Codebook wider = *take(study.session->codebook());
    model::Code third = wider.variables[0].codes[1];
    third.id = {};
    third.guid = {};
    third.name = "dependency";
    wider.variables[0].codes.push_back(third);
    take(putCodebook(*study.session, wider));
    const Target at = study.target("R1", "P1/Q1");
    const Target elsewhere = study.target("R1", "P2/Q1");
    rate(study, "R1", "P1/Q1", {"closeness", "conflict"});
    rate(study, "R1", "P2/Q1", {"conflict"});
    const auto begin = take(unitWork(*study.session, at.unit, at.rater, at.round)).item.range.begin;
    take(code(*study.session, at, study.code("conflict"), text::TextRange{begin, begin + 2}));
    take(mergeCodes(*study.session, {"closeness", "conflict"}, "bond"));
    const auto shown = [&](const Target& of) {
        return take(unitWork(*study.session, of.unit, of.rater, of.round)).codings;
    };
    // Once for the unit, and once for words in it.
    REQUIRE(shown(at).size() == 2);
    for (const model::Coding& coding : shown(at))
        CHECK(coding.code == study.code("bond"));
    const auto whole = [&] {
        const auto all = shown(at);
        const auto found =
            std::find_if(all.begin(), all.end(), [](const model::Coding& coding) { return !coding.range; });
        return found == all.end() ? model::CodingId() : found->id;
    };
    REQUIRE_FALSE(whole().isNone());
    take(withdraw(*study.session, whole()));
    CHECK(whole().isNone());
    CHECK(shown(at).size() == 1);
    CHECK(shown(elsewhere).size() == 1);
    take(undo(*study.session));
    CHECK(shown(at).size() == 2);
    // Another code for it takes the place of both.
    take(recode(*study.session, whole(), study.code("dependency")));
    CHECK(shown(at).size() == 2);
    take(undo(*study.session));
    CHECK(shown(at).size() == 2);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("a code that came later: units from before say nothing of the merger unless it was given") {
    StudyFixture study;
    rate(study, "R1", "P1/Q1", {"closeness"});
    rate(study, "R2", "P1/Q1", {});
    model::Codebook wider = *take(study.session->codebook());
    model::Code fresh = wider.variables[0].codes[1];
    fresh.id = {};
    fresh.guid = {};
    fresh.name = "dependency";
    wider.variables[0].codes.push_back(fresh);
    take(putCodebook(*study.session, wider));
    rate(study, "R1", "P2/Q1", {"dependency"});
    rate(study, "R2", "P2/Q1", {});
    take(mergeCodes(*study.session, {"closeness", "dependency"}, "bond"));
    CHECK(tableOf(study, "bond") == "P1:1. P2:10 ");
}

TEST_CASE("a split code leaves units to be rated again, and lists its codings") {
    StudyFixture study;
    rateAll(study);
    take(splitCode(*study.session, "closeness", {{"warmth", {}, {}}, {"trust", {}, {}}}));
    CHECK(tableOf(study, "warmth") == "P1:.. P2:.. P3:.. ");
    const auto left = take(codingsToRecode(*study.session, false));
    REQUIRE(left.size() == 2);
    CHECK(left[0].code == "closeness");
    CHECK(left[0].unitName == "P1/Q1");
    CHECK(left[0].rater == "R1");
    CHECK(left[0].into == std::vector<std::string>{"warmth", "trust"});
    CHECK(left[0].version == 1);
    // Rated again under the new version, it counts.
    const Target target = study.target("R1", "P1/Q1");
    take(asOneStep(*study.session, [&](Session& session) -> base::Status {
        RAPPORT_TRY(withdraw(session, left[0].coding));
        RAPPORT_TRY(reopen(session, target));
        RAPPORT_TRY(code(session, target, study.code("warmth")));
        RAPPORT_TRY(complete(session, target));
        return {};
    }));
    CHECK(tableOf(study, "warmth") == "P1:1. P2:.. P3:.. ");
    CHECK(tableOf(study, "trust") == "P1:0. P2:.. P3:.. ");
    CHECK(take(codingsToRecode(*study.session, false)).size() == 1);
    // A rater sees the own ones only.
    study.session->setViewer({study.rater("R2")});
    CHECK(take(codingsToRecode(*study.session, true)).empty());
}

TEST_CASE("a code split, put back and split again: new codes each time, nothing coded gets lost") {
    StudyFixture study;
    rateAll(study);
    const std::vector<NewCode> into{{"hot", {}, {}}, {"cold", {}, {}}};
    take(splitCode(*study.session, "conflict", into));
    const model::Guid first = take(study.session->codebook())->code("hot").code->guid;
    take(undo(*study.session));
    take(splitCode(*study.session, "conflict", into));
    const model::Code again = *take(study.session->codebook())->code("hot").code;
    CHECK(again.guid != first);
    CHECK_FALSE(again.isIn(2));
    const auto left = take(codingsToRecode(*study.session, false));
    REQUIRE(left.size() == 2);
    CHECK(left[0].code == "conflict");
    CHECK(left[0].into == std::vector<std::string>{"hot", "cold"});
    const auto changes = take(compareVersions(*study.session, 3, 4));
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == "split");
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("what was coded with a code that an undo took away is told, listed, and keeps its name") {
    StudyFixture study;
    rateAll(study);
    take(mergeCodes(*study.session, {"closeness", "conflict"}, "bond"));
    rate(study, "R1", "P4/Q1", {"bond"});
    const auto undone = take(undoCodebookChange(*study.session));
    CHECK(undone.left == std::vector<std::pair<std::string, std::int64_t>>{{"bond", 1}});
    auto left = take(codingsToRecode(*study.session, false));
    REQUIRE(left.size() == 1);
    CHECK(left[0].code == "bond");
    CHECK(left[0].unitName == "P4/Q1");
    CHECK(left[0].into == std::vector<std::string>{"closeness", "conflict"});
    take(splitCode(*study.session, "closeness", {{"hot", {}, {}}, {"cold", {}, {}}}));
    rate(study, "R2", "P4/Q1", {"hot"});
    CHECK(take(undoCodebookChange(*study.session)).left.size() == 1);
    left = take(codingsToRecode(*study.session, false));
    REQUIRE(left.size() == 2);
    CHECK(left[1].code == "hot");
    CHECK(left[1].into == std::vector<std::string>{"closeness"});
    for (const char* used : {"hot", "bond"})
        CHECK(refusal(renameCode(*study.session, "conflict", used)).code == base::Errc::Refused);
    take(renameCode(*study.session, "conflict", "cold"));
    CHECK(take(undoCodebookChange(*study.session)).left.empty());
}

TEST_CASE("what a split makes has no tag or key of the code before, and one colour each") {
    StudyFixture study;
    model::Codebook book = *take(study.session->codebook());
    model::Code& before = book.variables[0].codes[2];
    REQUIRE(before.name == "conflict");
    before.tag = model::sameText("CO");
    before.key = "c";
    before.colour = "teal";
    book.variables[0].codes[1].colour = "blue";
    take(putCodebook(*study.session, book));
    take(splitCode(*study.session, "conflict", {{"hot", {}, {}}, {"cold", {}, {}}, {"mild", {}, {}}}));
    const auto after = take(study.session->codebook());
    CHECK(after->code("hot").code->colour == "teal");
    CHECK(after->code("cold").code->colour == "vermilion");
    CHECK(after->code("mild").code->colour == "ochre");
    for (const char* name : {"hot", "cold", "mild"}) {
        // One of its own where the first two letters are another's.
        const model::LocalText& tag = after->code(name).code->tag;
        CHECK(tag.in("en") == (std::string(name) == "cold" ? "CD" : ""));
        CHECK(after->code(name).code->key.empty());
    }
}

TEST_CASE("a new code does not take over what was coded with a retired one of its name") {
    StudyFixture study;
    rateAll(study);
    take(retireCode(*study.session, "closeness"));
    const base::Error again =
        refusal(splitCode(*study.session, "conflict", {{"closeness", {}, {}}, {"other_thing", {}, {}}}));
    CHECK(again.code == base::Errc::Refused);
    CHECK(again.message == "'closeness' was another code before, and codings were made with it (2)");
    CHECK_FALSE(again.hint.empty());
    take(splitCode(*study.session, "conflict", {{"hot", {}, {}}, {"cold", {}, {}}}));
    CHECK(refusal(mergeCodes(*study.session, {"hot", "cold"}, "closeness")).code == base::Errc::Refused);
    // Nothing was coded with it: the name is free, for another code.
    const model::CodeId hot = study.code("hot");
    take(retireCode(*study.session, "hot"));
    take(splitCode(*study.session, "cold", {{"hot", {}, {}}, {"mild", {}, {}}}));
    CHECK(study.code("hot") != hot);
    CHECK(tableOf(study, "hot") == "P1:.. P2:.. P3:.. ");
}

TEST_CASE("rename, move and retire keep what was coded, and each comes undone") {
    StudyFixture study;
    rateAll(study);
    const std::string conflict = tableOf(study, "conflict");
    take(renameCode(*study.session, "conflict", "friction", model::sameText("Friction")));
    CHECK(tableOf(study, "friction") == conflict);
    take(moveCode(*study.session, "friction", ""));
    CHECK(take(study.session->codebook())->code("friction").code->depth == 0);
    CHECK(tableOf(study, "friction") == conflict);
    take(retireCode(*study.session, "friction"));
    CHECK(take(study.session->codebook())->code("friction").code == nullptr);
    CHECK(take(codingsToRecode(*study.session, false)).empty());
    CHECK(take(codingsToRecode(*study.session, true)).size() == 2);
    for (int times = 0; times < 3; ++times)
        take(undo(*study.session));
    const auto book = take(study.session->codebook());
    CHECK(book->version == 7);
    REQUIRE(book->code("conflict").code != nullptr);
    CHECK(book->code("conflict").code->depth == 1);
    CHECK(tableOf(study, "conflict") == conflict);
    // Redo, and undo across a restart.
    take(redo(*study.session));
    CHECK(take(study.session->codebook())->code("friction").code != nullptr);
    study.reopen();
    REQUIRE(canUndo(*study.session));
    CHECK(canRedo(*study.session));
    take(undo(*study.session));
    CHECK(tableOf(study, "conflict") == conflict);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("codes that are no more are known as they were last") {
    StudyFixture study;
    rateAll(study);
    CHECK(take(formerCodes(*study.session)).empty());
    take(renameCode(*study.session, "conflict", "friction"));
    take(retireCode(*study.session, "friction"));
    const auto former = take(formerCodes(*study.session));
    REQUIRE(former.size() == 1);
    CHECK(former[0].code.name == "friction");
    CHECK(former[0].variable.code("friction") == nullptr);
    CHECK(former[0].variable.name == "constructs");
    take(undo(*study.session));
    CHECK(take(formerCodes(*study.session)).empty());
}

TEST_CASE("what is saved as a version comes undone, and takes nothing along") {
    StudyFixture study;
    const auto title = [&] {
        return take(study.session->codebook())->code("closeness").code->title.in("en");
    };
    const auto save = [&](const std::string& words) {
        model::Codebook book = *take(study.session->codebook());
        for (model::Variable& variable : book.variables) {
            for (model::Code& code : variable.codes) {
                if (code.name == "closeness")
                    code.title = model::sameText(words);
            }
        }
        return take(putCodebook(*study.session, book));
    };
    // Nobody has rated: the first version is a draft.
    CHECK(isChangedInPlace(*take(study.session->codebook())));
    save("Draft");
    CHECK(take(study.session->codebook())->version == 1);
    CHECK_FALSE(canUndo(*study.session));
    rateAll(study);
    const std::string before = tableOf(study, "closeness");
    const auto saved = save("Near");
    CHECK(saved.codebookChanged);
    CHECK(take(study.session->codebook())->version == 2);
    // Nobody rated with the second one, and yet it keeps what it is: undo knows the way back.
    save("Nearer");
    CHECK(take(study.session->codebook())->version == 3);
    REQUIRE(nextUndo(*study.session));
    CHECK(nextUndo(*study.session)->act == "codebook");
    take(undo(*study.session));
    CHECK(title() == "Near");
    take(undo(*study.session));
    CHECK(title() == "Draft");
    CHECK(tableOf(study, "closeness") == before);
    take(redo(*study.session));
    CHECK(title() == "Near");
    study.reopen();
    take(undo(*study.session));
    CHECK(title() == "Draft");
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("undone by name, change by change, back to the first version") {
    StudyFixture study;
    rateAll(study);
    take(renameCode(*study.session, "closeness", "a"));
    take(renameCode(*study.session, "a", "b"));
    CHECK(take(undoCodebookChange(*study.session)).version == 4);
    CHECK(take(study.session->codebook())->code("a").code != nullptr);
    CHECK(take(undoCodebookChange(*study.session)).version == 5);
    CHECK(take(study.session->codebook())->code("closeness").code != nullptr);
    CHECK(refusal(undoCodebookChange(*study.session)).code == base::Errc::Refused);
    // Undo takes back the taking back.
    take(undo(*study.session));
    CHECK(take(study.session->codebook())->code("a").code != nullptr);
    // A change that others build on has to wait.
    take(redo(*study.session));
    take(renameCode(*study.session, "conflict", "c"));
    CHECK(take(undoCodebookChange(*study.session)).version == 9);
    CHECK(tableOf(study, "conflict") == "P1:01 P2:10 P3:00 ");
}

TEST_CASE("a code can be defined anew because of a remark, and both know of it") {
    StudyFixture study;
    rateAll(study);
    const auto remark = take(addRemark(*study.session, {"default", study.unit("P1/Q1"), "closeness", "R2",
                                                        "near in space is not near"}))
                            .guid;
    Redefinition change;
    change.code = "closeness";
    change.avoid = model::sameText("nearness in space");
    change.remark = remark;
    const auto made = take(redefineCode(*study.session, change));
    CHECK(take(study.session->codebook())->code("closeness").code->avoid.in("en") == "nearness in space");
    CHECK(take(discussion(*study.session, "default", study.unit("P1/Q1"))).remarks[0].becameVersion ==
          made.version);
    CHECK(refusal(redefineCode(*study.session, change)).message.find("nothing") != std::string::npos);
    change.avoid = model::sameText("x");
    change.remark = base::Guid::fromText("nobody's");
    CHECK(refusal(redefineCode(*study.session, change)).code == base::Errc::NotFound);
    CHECK(take(study.session->codebook())->version == made.version);
    // What was taken back came to nothing; what came back holds again, under the version that said it first.
    const auto became = [&] {
        return take(discussion(*study.session, "default", study.unit("P1/Q1"))).remarks[0].becameVersion;
    };
    take(undo(*study.session));
    CHECK(became() == 0);
    take(redo(*study.session));
    CHECK(became() == made.version);
    take(renameCode(*study.session, "conflict", "strife"));
    CHECK(became() == made.version);
    take(undoCodebookChange(*study.session));
    CHECK(became() == made.version);
    take(undoCodebookChange(*study.session));
    CHECK(became() == 0);
}

TEST_CASE("differences between versions are told by what was done") {
    StudyFixture study;
    rateAll(study);
    take(renameCode(*study.session, "one_on_one", "alone"));                        // 2
    take(mergeCodes(*study.session, {"closeness", "conflict"}, "bond"));            // 3
    take(splitCode(*study.session, "alone", {{"talk", {}, {}}, {"play", {}, {}}})); // 4
    take(moveCode(*study.session, "bond", ""));                                     // 5
    take(retireCode(*study.session, "talk"));                                       // 6
    const auto kinds = [&](std::int64_t from, std::int64_t to) {
        std::string text;
        for (const VersionDifference& each : take(compareVersions(*study.session, from, to)))
            text += each.kind + "(" + (each.code.empty() ? each.variable : each.code) + ":" + each.before +
                    ">" + each.after + ") ";
        return text;
    };
    CHECK(kinds(1, 2) == "renamed(alone:one_on_one>alone) ");
    CHECK(kinds(2, 3) == "merged(bond:closeness>bond) merged(bond:conflict>bond) added(bond:>bond) ");
    CHECK(kinds(3, 4) == "split(alone:alone>talk, play) ");
    CHECK(kinds(4, 5) == "moved(bond:attachment>) ");
    CHECK(kinds(5, 6) == "removed(talk:talk>) ");
    CHECK(kinds(2, 2).empty());
    CHECK(refusal(compareVersions(*study.session, 1, 9)).code == base::Errc::NotFound);
}

TEST_CASE("texts that differ between versions are shown in the language in which they differ") {
    StudyFixture study;
    const auto change = [&study](auto&& how) {
        model::Codebook next = *take(study.session->codebook());
        how(next.variables[0].codes[1]); // closeness
        take(putCodebook(*study.session, next));
    };
    change([](model::Code& code) {
        code.title.byLanguage["nl"] = "Nabijheid";
        code.examples = {{{{"en", "near me"}, {"nl", "dichtbij"}}}, {{{"nl", "vlakbij"}}}};
    });
    rateAll(study);
    change([](model::Code& code) {
        code.title.byLanguage["en"] = "Nearness";
        code.examples[0].byLanguage["en"] = "beside me";
        code.definition.byLanguage["nl"] = "dichtbij";
        code.source = "Pianta, 2001";
    });
    std::string told;
    for (const VersionDifference& each : take(compareVersions(*study.session, 1, 2)))
        told += each.kind + "[" + each.language + "]" + each.before + ">" + each.after + " ";
    CHECK(told == "title[en]Closeness>Nearness definition[nl]>dichtbij examples[en]near me>beside me "
                  "source[]none: test>Pianta, 2001 ");
}

TEST_CASE("a change that cannot be is refused, and the codebook is as it was") {
    StudyFixture study;
    rateAll(study);
    auto& session = *study.session;
    const auto position = take(session.position());
    CHECK(refusal(renameCode(session, "nothing", "x")).code == base::Errc::NotFound);
    CHECK(refusal(renameCode(session, "closeness", "conflict")).code == base::Errc::InvalidArgument);
    CHECK(refusal(renameCode(session, "closeness", "not a name")).code == base::Errc::InvalidArgument);
    CHECK(refusal(renameCode(session, "closeness", "closeness")).code == base::Errc::InvalidArgument);
    CHECK(refusal(mergeCodes(session, {"closeness"}, "closeness")).code == base::Errc::InvalidArgument);
    CHECK(refusal(mergeCodes(session, {"closeness", "one_on_one"}, "x")).code == base::Errc::InvalidArgument);
    CHECK(refusal(mergeCodes(session, {"closeness", "attachment"}, "x")).code == base::Errc::Refused);
    CHECK(refusal(mergeCodes(session, {"dyadic", "class"}, "dyadic")).code == base::Errc::InvalidArgument);
    CHECK(refusal(splitCode(session, "closeness", {{"a", {}, {}}})).code == base::Errc::InvalidArgument);
    CHECK(refusal(splitCode(session, "closeness", {{"closeness", {}, {}}, {"b", {}, {}}})).code ==
          base::Errc::InvalidArgument);
    CHECK(refusal(splitCode(session, "attachment", {{"a", {}, {}}, {"b", {}, {}}})).code ==
          base::Errc::Refused);
    CHECK(refusal(moveCode(session, "attachment", "closeness")).code == base::Errc::InvalidArgument);
    CHECK(refusal(moveCode(session, "closeness", "one_on_one")).code == base::Errc::InvalidArgument);
    CHECK(refusal(moveCode(session, "dyadic", "")).code == base::Errc::Refused);
    CHECK(refusal(retireCode(session, "attachment")).code == base::Errc::Refused);
    CHECK(refusal(retireCode(session, "dyadic")).code == base::Errc::InvalidArgument);
    CHECK(refusal(undoCodebookChange(session)).code == base::Errc::Refused); // an import made it
    CHECK(take(session.position()) == position);
    session.setViewer({study.rater("R1")});
    CHECK(refusal(retireCode(session, "closeness")).message.find("rater may not") != std::string::npos);
}

TEST_CASE("a coding knows its version, and the first rating freezes it") {
    StudyFixture study;
    CHECK_FALSE(take(study.session->codebook())->isFrozen);
    rate(study, "R1", "P1/Q1", {"closeness"});
    CHECK(take(study.session->codebook())->isFrozen);
    take(renameCode(*study.session, "conflict", "friction"));
    CHECK_FALSE(take(study.session->codebook())->isFrozen);
    rate(study, "R1", "P2/Q1", {"closeness"});
    CHECK(take(study.session->codebook())->isFrozen);
    CHECK(study.work(study.target("R1", "P1/Q1")).codings.front().version == 1);
    CHECK(study.work(study.target("R1", "P2/Q1")).codings.front().version == 2);
}
