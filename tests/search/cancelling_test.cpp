// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever goes through millions of words or lines asks now and then whether to go on. Without a clock: how
// often it asked, against the steps that it cannot have done without.
#include "base/random.h"
#include "search/lines.h"
#include "search/looker.h"
#include "search/search.h"
#include "search/word_statistics.h"
#include "support/catch.hpp"

#include <algorithm>
#include <iterator>

using namespace rapport;
using namespace rapport::search;

namespace {

constexpr std::uint32_t units = 2'000;
constexpr std::uint32_t wordsPerUnit = 120;

/// Every fourth word is one of these.
std::string textOf(std::uint32_t unit) {
    static constexpr const char* common[] = {"de", "het", "een", "luisteren"};
    std::string text;
    for (std::uint32_t word = 0; word < wordsPerUnit; ++word) {
        text += word % 4 == 0 ? common[(word / 4 + unit) % 4]
                              : "w" + std::to_string((unit * 7 + word * 13) % 900);
        text += word % 12 == 11 ? ". En " : " ";
    }
    return text;
}

base::Result<std::shared_ptr<const TokenIndex>> build(const base::Task& task) {
    return TokenIndex::build(
        [&](const TokenIndex::TextVisitor& visit) {
            for (std::uint32_t unit = 1; unit <= units && visit(model::UnitId(unit), textOf(unit)); ++unit) {
            }
            return base::Status();
        },
        1, task);
}

const TokenIndex& tokens() {
    static const std::shared_ptr<const TokenIndex> made = build({}).value();
    return *made;
}

Query read(const char* typed) {
    auto query = parseQuery(typed);
    REQUIRE(query);
    return std::move(*query);
}

/// Times that the work asked, in steps.
template<typename Work>
std::uint64_t stepsAsked(const Work& work) {
    const std::uint64_t before = detail::looksOfThread;
    work();
    return (detail::looksOfThread - before) * detail::Looker::stepsPerLook;
}

base::Task stopped() {
    std::stop_source source;
    source.request_stop();
    return {source.get_token(), {}};
}

/// Done without asking more than once, and then given up.
template<typename Work>
void checkStops(const Work& work) {
    const std::uint64_t before = detail::looksOfThread;
    const auto result = work(stopped());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == base::Errc::Cancelled);
    CHECK(detail::looksOfThread - before <= 1);
}

} // namespace

TEST_CASE("cancelling: finding places asks in every so many of them") {
    struct Row {
        const char* query;
        double stepsPerLine; ///< that no way of answering it goes without
    };
    const auto row = GENERATE(values<Row>({
        // A place, put in order, made unique, and united with the others by twos.
        {"de OR het OR een OR *teren", 5},
        {"de OR het", 4},
        {"\"de w1*\" OR \"het *\"", 3},
        {"\"(de|het|een) [0-3] w*\"", 2},
        {"de NEAR/20 (het OR een)", 3},
        {"(de OR het) WITHIN sentence", 3},
    }));
    CAPTURE(row.query);
    const Query query = read(row.query);
    std::size_t lines = 0;
    const std::uint64_t asked = stepsAsked([&] { lines = tokens().spans(query).value().size(); });
    CHECK(lines > 4 * detail::Looker::stepsPerLook);
    CHECK(static_cast<double>(asked) > row.stepsPerLine * static_cast<double>(lines) -
                                           2 * static_cast<double>(detail::Looker::stepsPerLook));
    checkStops([&](const base::Task& task) { return tokens().spans(query, task); });
    const std::uint64_t askedByUnits =
        stepsAsked([&] { CHECK_FALSE(tokens().units(query.root).value().empty()); });
    CHECK(askedByUnits > detail::Looker::stepsPerLook);
    if (query.root.kind != QueryNode::Kind::And)
        checkStops([&](const base::Task& task) { return tokens().units(query.root, task); });
}

TEST_CASE("cancelling: what is made of lines asks in every so many of them") {
    const std::vector<TokenSpan> lines = tokens().spans(read("de OR het OR een OR luisteren")).value();
    const std::vector<bool> all(tokens().unitCount(), true);
    std::vector<std::uint64_t> chance(lines.size());
    base::Random random(7);
    std::generate(chance.begin(), chance.end(), [&random] { return random.next(); });
    const auto perLine = [&](std::uint64_t steps) {
        return static_cast<double>(steps + detail::Looker::stepsPerLook) / static_cast<double>(lines.size());
    };
    const auto perWord = [&](std::uint64_t steps) {
        return static_cast<double>(steps + detail::Looker::stepsPerLook) /
               static_cast<double>(tokens().wordCount());
    };
    const std::vector<LineKey> keys{{LineKey::By::Right, 1, {}}, {LineKey::By::Left, 2, {}}};
    // For each key its values, their marks and their ranks; the lines compared, and written in order.
    CHECK(perLine(stepsAsked([&] {
              auto sorted = lines;
              CHECK(sortLines(tokens(), sorted, keys, "nl"));
          })) > 2 * 3 + 10 + 1);
    CHECK(perLine(stepsAsked([&] { CHECK(countLines(tokens(), lines, keys[0])); })) > 1);
    CHECK(perLine(stepsAsked([&] { CHECK(countLines(tokens(), lines, {LineKey::By::Match, 1, {}})); })) > 1);
    CHECK(perLine(stepsAsked([&] { CHECK(linesIn(tokens(), lines, all)); })) > 1);
    CHECK(perLine(stepsAsked([&] { CHECK(drawLines(lines, chance, lines.size() / 2)); })) > 1 + 1 + 0.5);
    // Words of some texts counted, windows marked, windows counted.
    std::vector<bool> half = all;
    for (std::size_t unit = 0; unit < half.size(); unit += 2)
        half[unit] = false;
    CHECK(perWord(stepsAsked([&] { CHECK(collocates(tokens(), lines, half)); })) > 0.4 + 2);
    CHECK(perWord(stepsAsked([&] { CHECK(keywords(tokens(), half, half, 1)); })) > 0.8);
    // Where they begin, those of each word, put in order, and counted.
    CHECK(perWord(stepsAsked([&] { CHECK(ngrams(tokens(), all, 3, 1)); })) > 0.7 * 4);

    checkStops([&](const base::Task& task) {
        auto sorted = lines;
        return sortLines(tokens(), sorted, keys, "nl", task);
    });
    checkStops([&](const base::Task& task) { return countLines(tokens(), lines, keys[0], task); });
    checkStops([&](const base::Task& task) { return linesIn(tokens(), lines, all, task); });
    checkStops([&](const base::Task& task) { return drawLines(lines, chance, lines.size() / 2, task); });
    checkStops([&](const base::Task& task) { return collocates(tokens(), lines, all, {}, task); });
    checkStops([&](const base::Task& task) { return keywords(tokens(), all, all, 1, task); });
    checkStops([&](const base::Task& task) { return ngrams(tokens(), all, 3, 1, task); });
}

TEST_CASE("cancelling: reading all words asks in every so many of them") {
    // Read, numbered in order, counted and listed.
    CHECK(stepsAsked([] { CHECK(build({})); }) > 4 * std::uint64_t{tokens().wordCount()});
    checkStops([](const base::Task& task) { return build(task); });
    std::stop_source stop;
    std::uint32_t seen = 0;
    const auto left = TokenIndex::build(
        [&](const TokenIndex::TextVisitor& visit) {
            do {
                if (++seen == units / 2)
                    stop.request_stop();
            } while (visit(model::UnitId(seen), textOf(seen)));
            return base::Status();
        },
        1, {stop.get_token(), {}});
    REQUIRE_FALSE(left);
    CHECK(left.error().code == base::Errc::Cancelled);
    CHECK(seen - units / 2 <= detail::Looker::stepsPerLook / wordsPerUnit + 1);
}

TEST_CASE("cancelling: lists are put in order, united and made unique as the standard library does") {
    base::Random random(5);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::vector<std::uint32_t>> parts(random.below(6));
        std::vector<std::uint32_t> all;
        for (auto& part : parts) {
            for (std::uint64_t left = random.below(200); left > 0; --left)
                part.push_back(static_cast<std::uint32_t>(random.below(100)));
            all.insert(all.end(), part.begin(), part.end());
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        const base::Task task;
        detail::Looker looker(task);
        CHECK(detail::anyOf(parts, looker) == all);
        if (parts.size() < 2)
            continue;
        detail::tidy(parts[0], looker);
        detail::tidy(parts[1], looker);
        std::vector<std::uint32_t> expected;
        std::set_intersection(parts[0].begin(), parts[0].end(), parts[1].begin(), parts[1].end(),
                              std::back_inserter(expected));
        CHECK(detail::bothOf(parts[0], parts[1], looker) == expected);
        expected.clear();
        std::set_union(parts[0].begin(), parts[0].end(), parts[1].begin(), parts[1].end(),
                       std::back_inserter(expected));
        CHECK(detail::eitherOf(parts[0], parts[1], looker) == expected);
    }
    std::vector<std::uint32_t> filled{1, 2};
    const base::Task task;
    detail::Looker looker(task);
    detail::fillUp(filled, 2'500'000, std::uint32_t{7}, looker);
    REQUIRE(filled.size() == 2'500'000);
    CHECK(filled[1] == 2);
    CHECK(filled.back() == 7);
    const std::size_t room = filled.capacity();
    detail::makeRoom(filled, room, looker);
    CHECK(filled.capacity() >= 2 * room);
    CHECK(filled.size() == 2'500'000);
    CHECK(filled[1] == 2);
}
