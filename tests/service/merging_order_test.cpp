// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty raters, twenty packs, any order, twice: one and the same study. And copies of copies, at random.
#include "service/inspecting.h"
#include "service/merging.h"
#include "service/packing.h"
#include "service/study_fixture.h"

#include <cstdlib>
#include <filesystem>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

namespace fs = std::filesystem;

/// How much is tried: `bounded`, or `whole` under `./dev faults`.
int extent(int bounded, int whole) {
    const char* wanted = std::getenv("RAPPORT_FAULTS");
    return wanted != nullptr && std::string(wanted) == "long" ? whole : bounded;
}

/// Acts at random in one file, as a rater would: code, withdraw, choose, count, complete, reopen, note, flag.
void workAtRandom(Session& session, const std::string& rater, base::FixedClock& clock, base::Random& random,
                  int acts) {
    const auto whose = take(session.rater(rater)).id;
    const auto round = take(session.round("rel1")).id;
    const auto mine = take(units(session, {"rel1", rater, UnitState::All}));
    const auto book = take(session.codebook());
    const std::vector<std::string> codes{"closeness", "conflict"};
    const std::vector<std::string> levels{"dyadic", "class"};
    for (int act = 0; act < acts; ++act) {
        // Clocks run on, stand still and go back.
        clock.advance(std::chrono::milliseconds(static_cast<std::int64_t>(random.below(4000)) - 1000));
        const Target target{whose, round, mine[random.below(mine.size())].id};
        const auto now = take(unitWork(session, target.unit, whose, round));
        switch (random.below(8)) {
        case 0:
        case 1:
        case 2:
            static_cast<void>(service::code(session, target, book->code(codes[random.below(2)]).code->id));
            break;
        case 3:
            if (!now.codings.empty())
                static_cast<void>(withdraw(session, now.codings[random.below(now.codings.size())].id));
            break;
        case 4:
            static_cast<void>(chooseLevel(session, target, book->code(levels[random.below(2)]).code->id));
            break;
        case 5:
            static_cast<void>(now.item.isComplete ? reopen(session, target) : complete(session, target));
            break;
        case 6:
            static_cast<void>(setMemo(session, target, "memo " + std::to_string(random.below(1000))));
            break;
        default:
            static_cast<void>(setFlag(session, target, !now.item.isFlagged));
            break;
        }
    }
}

/// Everything that a reader of the study can see of the raters' work.
std::string everything(Session& session) {
    std::string all = take(exportCodings(session));
    const auto round = take(session.round("rel1")).id;
    for (const model::Rater& rater : take(session.raters())) {
        for (const UnitItem& item : take(units(session, {"rel1", rater.name, UnitState::All})))
            all += item.name + rater.name + (item.isFlagged ? "!" : "") + (item.isComplete ? "+" : "") +
                   take(unitWork(session, item.id, rater.id, round)).memo + "\n";
    }
    return all;
}

std::string twentyPeople() {
    std::string csv = "participant,Q1,Q2\n";
    for (int person = 10; person < 30; ++person)
        csv += "W" + std::to_string(person) + ",eerste antwoord,tweede antwoord\n";
    return csv;
}

} // namespace

TEST_CASE("twenty packs in any order, and twice, make one and the same study") {
    StudyFixture study;
    study.import("many.csv", twentyPeople());
    AssignRequest request;
    request.round = "rel1";
    for (int number = 1; number <= 20; ++number) {
        const std::string name = "Rater" + std::to_string(number);
        take(addRater(*study.session, name, model::RaterKind::Human));
        request.raters.push_back(name);
    }
    request.prompts = {"Q1"};
    request.sample = "6";
    take(assign(*study.session, request));
    base::Random random(20260314);
    std::vector<std::string> packs;
    for (const std::string& name : request.raters) {
        packs.push_back(study.scratch.file(name + ".rpack"));
        take(pack(*study.session, {name, packs.back(), ""}));
        Environment environment = study.environment(random.next());
        environment.device = base::Guid::random(random);
        const auto session = take(Session::open(packs.back(), OpenMode::ReadWrite, environment));
        workAtRandom(*session, name, study.clock, random, 12);
    }
    study.session.reset();
    std::string expected;
    for (int order = 0; order < extent(2, 12); ++order) {
        const std::string copy = study.scratch.file("copy" + std::to_string(order) + ".rapport");
        fs::copy_file(study.path(), copy);
        const auto session = take(Session::open(copy, OpenMode::ReadWrite, study.environment(random.next())));
        std::vector<std::string> twice = packs;
        twice.insert(twice.end(), packs.begin(), packs.end());
        random.shuffle(twice);
        // Some at once, some one by one.
        std::size_t at = 0;
        while (at < twice.size()) {
            const std::size_t together = std::min<std::size_t>(twice.size() - at, 1 + random.below(5));
            take(merge(*session, {{twice.begin() + static_cast<std::ptrdiff_t>(at),
                                   twice.begin() + static_cast<std::ptrdiff_t>(at + together)},
                                  ""}));
            at += together;
        }
        CHECK(take(check(*session, false)).problems.empty());
        const std::string all = everything(*session);
        if (order == 0)
            expected = all;
        CHECK(all == expected);
    }
    CHECK(expected.size() > 4000);
}

TEST_CASE("copies of one rater's pack, worked on at random, come to the same in every order") {
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(extent(3, 60)); ++seed) {
        INFO("seed " << seed);
        StudyFixture study;
        AssignRequest request;
        request.round = "rel1";
        request.raters = {"R1"};
        take(assign(*study.session, request));
        base::Random random(seed);
        std::vector<std::string> packs{study.scratch.file("a.rpack")};
        take(pack(*study.session, {"R1", packs[0], ""}));
        for (int copy = 0; copy < 4; ++copy) {
            if (copy > 0) {
                // Copied from any of those that there are, at whatever point.
                packs.push_back(study.scratch.file(std::to_string(copy) + ".rpack"));
                fs::copy_file(packs[random.below(packs.size() - 1)], packs.back());
            }
            for (int evening = 0; evening < 2; ++evening) {
                Environment environment = study.environment(random.next());
                environment.device = base::Guid::fromText("machine " + std::to_string(random.below(2)));
                const auto session =
                    take(Session::open(packs[random.below(packs.size())], OpenMode::ReadWrite, environment));
                workAtRandom(*session, "R1", study.clock, random, 15);
            }
        }
        study.session.reset();
        std::string expected;
        for (int order = 0; order < extent(3, 6); ++order) {
            const std::string copy = study.scratch.file("copy" + std::to_string(order) + ".rapport");
            fs::copy_file(study.path(), copy);
            const auto session =
                take(Session::open(copy, OpenMode::ReadWrite, study.environment(random.next())));
            random.shuffle(packs);
            for (const std::string& each : packs)
                take(merge(*session, {{each}, ""}));
            CHECK(take(check(*session, false)).problems.empty());
            const std::string all = everything(*session);
            if (order == 0)
                expected = all;
            CHECK(all == expected);
        }
    }
}
