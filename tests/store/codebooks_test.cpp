// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presence.h"
#include "store/codebooks.h"
#include "store/sample_study.h"

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace {

model::Codebook changed(const model::Codebook& from, const char* removed, const char* added) {
    model::Codebook content = from;
    auto& codes = content.variables[0].codes;
    std::erase_if(codes, [&](const model::Code& code) { return code.name == removed; });
    if (added != nullptr) {
        model::Code code;
        code.name = added;
        codes.push_back(code);
    }
    return content;
}

} // namespace

TEST_CASE("a study begins without a codebook") {
    const ScratchFolder folder;
    const auto file = need(StudyFile::create(folder.file("study.rapport"), sampleProperties()));
    const Codebooks codebooks(*file);
    CHECK(need(codebooks.current()).version == 0);
    CHECK(need(codebooks.current()).variables.empty());
    CHECK(need(codebooks.versions()).empty());
    CHECK(refusal(codebooks.version(1)) == base::Errc::NotFound);
    CHECK(refusal(Codebooks(*file).freeze(1)) == base::Errc::NotFound);
}

TEST_CASE("a codebook reads back as it was put, with ids, guids and parents") {
    const SampleStudy study;
    const model::Codebook read = need(Codebooks(*study.file).current());
    const model::Codebook made = sampleCodebook();
    CHECK(read.version == 1);
    CHECK_FALSE(read.isFrozen);
    CHECK_FALSE(read.guid.isNull());
    CHECK(read.name == made.name);
    CHECK(read.title == made.title);
    CHECK(read.licence == made.licence);
    REQUIRE(read.variables.size() == 4);
    for (std::size_t place = 0; place < 4; ++place) {
        CHECK(read.variables[place].name == made.variables[place].name);
        CHECK(read.variables[place].scale == made.variables[place].scale);
        CHECK(read.variables[place].prompts == made.variables[place].prompts);
        CHECK(read.variables[place].unitKinds == made.variables[place].unitKinds);
        CHECK(read.variables[place].codes.size() == made.variables[place].codes.size());
        CHECK_FALSE(read.variables[place].id.isNone());
        CHECK_FALSE(read.variables[place].guid.isNull());
    }
    const auto& codes = read.variables[0].codes;
    CHECK_FALSE(codes[0].isCodable);
    CHECK(codes[0].parent.isNone());
    CHECK(codes[1].parent == codes[0].id);
    CHECK(codes[2].parent == codes[0].id);
    CHECK(codes[2].depth == 1);
    CHECK(codes[1].definition == made.variables[0].codes[1].definition);
    CHECK(codes[1].examples == made.variables[0].codes[1].examples);
    CHECK(codes[1].key == "c");
    CHECK(codes[1].colour == "blue");
    CHECK(codes[1].sinceVersion == 1);
}

TEST_CASE("what is not frozen is replaced, what is frozen is followed") {
    SampleStudy study;
    Codebooks codebooks(*study.file);
    const auto closeness = study.codebook.code("closeness").code->id;
    const auto replaced =
        need(codebooks.put(changed(study.codebook, "conflict", "distance"), study.random, study.clock.now()));
    CHECK(replaced.version == 1);
    CHECK(replaced.code("closeness").code->id == closeness);
    CHECK(replaced.code("distance").code->sinceVersion == 1);
    CHECK(replaced.code("conflict").code == nullptr);

    need(codebooks.freeze(1));
    CHECK(need(codebooks.current()).isFrozen);
    study.clock.advance(std::chrono::hours(1));
    const auto next =
        need(codebooks.put(changed(replaced, "distance", "autonomy"), study.random, study.clock.now()));
    CHECK(next.version == 2);
    CHECK_FALSE(next.isFrozen);
    CHECK(next.guid == study.codebook.guid);
    CHECK(next.code("closeness").code->id == closeness);
    CHECK(next.code("closeness").code->sinceVersion == 1);
    CHECK(next.code("autonomy").code->sinceVersion == 2);
    CHECK(need(codebooks.version(1)).code("distance").code != nullptr);

    // A code that comes back is the same code, but says nothing of units completed while it was away.
    need(codebooks.freeze(2));
    const auto third =
        need(codebooks.put(changed(next, "autonomy", "distance"), study.random, study.clock.now()));
    CHECK(third.version == 3);
    CHECK(third.code("distance").code->id == replaced.code("distance").code->id);
    CHECK(third.code("distance").code->sinceVersion == 3);
    // What was completed before it went away, is judged.
    CHECK(third.code("distance").code->isIn(1));
    CHECK_FALSE(third.code("distance").code->isIn(2));
    CHECK(third.code("distance").code->isIn(3));
    CHECK(third.code("closeness").code->isIn(2));
    CHECK(next.code("autonomy").code->versions == model::Versions{2});
    const model::Variable& constructs = *third.variable("constructs");
    const auto judged = [&](std::int64_t version) {
        model::UnitWork work;
        work.prompt = "Q1";
        work.unitRange = text::textRange(0, 5);
        work.completedVersion = version;
        return model::presence(constructs, *third.code("distance").code, work, model::Overlap::Any, false);
    };
    CHECK(judged(1) == 0);
    CHECK(judged(2) == std::nullopt);
    CHECK(judged(3) == 0);

    const auto versions = need(codebooks.versions());
    REQUIRE(versions.size() == 3);
    CHECK(versions[0].isFrozen);
    CHECK(versions[1].isFrozen);
    CHECK_FALSE(versions[2].isFrozen);
    CHECK(versions[0].variables == 4);
    CHECK(versions[0].codes == 6); // headings are none
    CHECK(versions[1].made == study.clock.now());
    CHECK(study.problems().empty());
}

TEST_CASE("a version with work in it counts as frozen") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    const auto next =
        need(Codebooks(*study.file)
                 .put(changed(study.codebook, "closeness", nullptr), study.random, study.clock.now()));
    CHECK(next.version == 2);
    CHECK(need(Codebooks(*study.file).version(1)).code("closeness").code != nullptr);
    // Work goes on under either version, with the codes that it has.
    JournalEntry entry = study.code("closeness");
    entry.unit = study.unit("P2/Q1");
    need(study.append(entry));
    entry.unit = study.unit("P3/Q1");
    entry.version = 2;
    CHECK(refusal(study.append(entry)) == base::Errc::Refused);
}

TEST_CASE("a variable that went and came back judges what was completed while it was there") {
    SampleStudy study;
    Codebooks codebooks(*study.file);
    need(codebooks.freeze(1));
    model::Codebook content = study.codebook;
    const model::Variable gone = content.variables.back();
    content.variables.pop_back();
    content = need(codebooks.put(content, study.random, study.clock.now()));
    need(codebooks.freeze(2));
    content.variables.push_back(gone);
    content = need(codebooks.put(content, study.random, study.clock.now()));
    const model::Variable* back = content.variable(gone.name);
    REQUIRE(back != nullptr);
    CHECK(back->id == gone.id);
    CHECK(back->versions == model::Versions{1, 3});
    CHECK(back->isIn(1));
    CHECK_FALSE(back->isIn(2));
}

TEST_CASE("codes are matched by guid, and those without one by name") {
    SampleStudy study;
    Codebooks codebooks(*study.file);
    need(codebooks.freeze(1));
    model::Codebook content = study.codebook;
    // Renamed: the guid knows it. A new one under the old name is new.
    content.variables[0].codes[1].name = "nearness";
    model::Code fresh;
    fresh.name = "closeness";
    content.variables[0].codes.push_back(fresh);
    // With a guid of its own it is another one, whatever its name; without one the name knows it.
    const base::Guid elsewhere = base::Guid::fromText("elsewhere");
    content.variables[0].codes[2].guid = elsewhere;
    content.variables[1].guid = {};
    content.variables[1].codes[0].guid = {};
    const auto next = need(codebooks.put(content, study.random, study.clock.now()));
    const auto before = [&](const char* name) { return study.codebook.code(name).code; };
    CHECK(next.code("nearness").code->id == before("closeness")->id);
    CHECK(next.code("closeness").code->id != before("closeness")->id);
    CHECK(next.code("closeness").code->sinceVersion == 2);
    CHECK(next.code("conflict").code->id != before("conflict")->id);
    CHECK(next.code("conflict").code->guid == elsewhere);
    const std::string byName = content.variables[1].codes[0].name;
    CHECK(next.code(byName).code->id == before(byName.c_str())->id);
    CHECK(next.code(byName).code->guid == before(byName.c_str())->guid);
    CHECK(next.variables[1].id == study.codebook.variables[1].id);
}

TEST_CASE("a codebook that cannot be is refused and changes nothing") {
    SampleStudy study;
    model::Codebook content = study.codebook;
    content.variables[1].codes[0].name = "closeness"; // there is one in another variable
    CHECK(refusal(Codebooks(*study.file).put(content, study.random, study.clock.now())) ==
          base::Errc::InvalidArgument);
    content = study.codebook;
    content.variables[1].guid = content.variables[0].guid;
    CHECK_FALSE(Codebooks(*study.file).put(content, study.random, study.clock.now()));
    CHECK(need(Codebooks(*study.file).current()).variables.size() == 4);
    CHECK(need(Codebooks(*study.file).current()).code("closeness").variable->name == "constructs");
}
