// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of a pack hold: no order of the study, whatever made a round.
#include "store/packing.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace {

/// A round in which Ada has the five answers in the order of the study, under numbers in another.
void addRound(SampleStudy& study, const std::string& name, const std::string& plan) {
    Rounds rounds(*study.file);
    model::Round round;
    round.name = name;
    round.kind = model::RoundKind::Main;
    round.plan = plan;
    const auto id = need(rounds.addRound(round));
    const std::vector<std::int64_t> numbers{4, 2, 9, 1, 3};
    std::vector<model::Assignment> assignments;
    for (std::size_t place = 0; place < numbers.size(); ++place)
        assignments.push_back({id, study.ada, study.unit("P" + std::to_string(place + 1) + "/Q1"),
                               static_cast<std::int64_t>(place) + 1, numbers[place]});
    need(rounds.addAssignments(assignments));
}

constexpr const char* inOrder =
    "SELECT group_concat(neutral_number, ' ') FROM (SELECT a.neutral_number FROM assignment a"
    " JOIN round r ON r.id = a.round_id WHERE r.name = 'main' ORDER BY a.ordinal)";

struct Packed {
    explicit Packed(SampleStudy& study)
        : path(study.folder.file("ada.rpack")) {
        PackInfo info;
        info.guid = base::Guid::fromText("pack");
        info.rater = base::Guid::fromText("Ada");
        info.made = study.clock.now();
        need(writePack(*study.file, study.ada, info, path, {}));
    }
    [[nodiscard]] std::string text(const char* sql) const { return RawSql(path).text(sql); }

    std::string path;
};

} // namespace

TEST_CASE("rounds in the order of a file have that of the neutral numbers in a pack") {
    const char* plan = GENERATE(R"({"imported":true,"units":5})", R"({"restored":true})",
                                R"({"restored":true,"without":["seed"]})");
    CAPTURE(plan);
    SampleStudy study;
    addRound(study, "main", plan);
    const Packed pack(study);
    CHECK(pack.text(inOrder) == "1 2 3 4 9");
    CHECK(pack.text("SELECT plan FROM round WHERE name = 'main'") == R"({"imported":true})");
    // Nor do numbers of rows tell more.
    CHECK(pack.text("SELECT group_concat(neutral_number, ' ') FROM (SELECT neutral_number FROM assignment"
                    " ORDER BY unit_id)") == "1 2 3 4 9");
    CHECK(pack.text("SELECT group_concat(neutral_number, ' ') FROM (SELECT a.neutral_number FROM assignment a"
                    " JOIN unit u ON u.id = a.unit_id ORDER BY u.source_id)") == "1 2 3 4 9");
    CHECK(RawSql(pack.path).integer("SELECT max(ordinal) FROM assignment") == 5);
    // A pack of the pack is the same.
    const auto again = need(StudyFile::open(pack.path, OpenMode::ReadOnly)).file;
    PackInfo info = *need(packInfo(*again));
    const std::string second = study.folder.file("again.rpack");
    need(writePack(*again, study.ada, info, second, {}));
    CHECK(RawSql(second).text(inOrder) == "1 2 3 4 9");
}

TEST_CASE("a dealt round keeps its order in a pack, whatever its plan names") {
    const char* plan =
        GENERATE(R"({"seed":7,"without":["imported"]})", R"({"seed":7,"prompts":["imported","restored"]})",
                 R"({"seed":7,"again":"imported"})", R"({"restored":true,"seed":7})", "{}", "not JSON");
    CAPTURE(plan);
    SampleStudy study;
    addRound(study, "main", plan);
    const Packed pack(study);
    CHECK(pack.text(inOrder) == "4 2 9 1 3");
    CHECK(pack.text("SELECT plan FROM round WHERE name = 'main'") == "{}");
}
