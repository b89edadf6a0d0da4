// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/assigning.h"

#include "base/digest.h"
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "model/names.h"
#include "service/measuring.h"
#include "service/rater_names.h"
#include "service/session_impl.h"
#include "text/fold.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace rapport::service {

namespace {

using base::Errc;

struct Candidate {
    model::UnitId unit;
    model::ParticipantId participant;
    model::SourceId source;
};

/// What is drawn at once: a unit, or all units of a participant.
struct Group {
    std::vector<model::UnitId> units;
    std::string stratum;
};

struct Draw {
    AssignPreview preview;
    std::vector<model::UnitId> units;                 ///< in study order
    std::vector<std::vector<model::UnitId>> perRater; ///< in each rater's own random order
    std::vector<model::Rater> raters;
    std::string plan;
};

base::Result<std::int64_t> sampleSize(const std::string& sample, std::int64_t all) {
    if (sample.empty() || sample == "all")
        return all;
    if (sample.back() == '%') {
        const auto percent = base::parseNumber(sample.substr(0, sample.size() - 1));
        if (percent && *percent > 0 && *percent <= 100)
            return std::max<std::int64_t>(1, std::llround(static_cast<double>(all) * *percent / 100.0));
    } else if (const auto number = base::parseInteger(sample); number && *number > 0) {
        return std::min(*number, all);
    }
    return base::fail(Errc::InvalidArgument, base::said("'{}' is no sample", sample),
                      "use all, a number (40) or a share (25%)");
}

/// Units of the earlier rounds that a fresh sample leaves out.
base::Result<std::unordered_set<std::int64_t>> excludedUnits(Session& session, const AssignRequest& request) {
    std::vector<model::RoundId> rounds;
    if (request.isFresh) {
        RAPPORT_ASSIGN(const auto all, session.rounds());
        for (const model::Round& round : all)
            rounds.push_back(round.id);
    }
    for (const std::string& name : request.without) {
        RAPPORT_ASSIGN(const model::Round round, session.round(name));
        rounds.push_back(round.id);
    }
    std::unordered_set<std::int64_t> units;
    for (const model::RoundId round : rounds) {
        RAPPORT_ASSIGN(const auto assignments, session.impl().rounds().assignments(round));
        for (const model::Assignment& each : assignments)
            units.insert(each.unit.value);
    }
    return units;
}

base::Status refuseUnknownPrompts(const Session& session, const std::vector<std::string>& wanted) {
    if (wanted.empty())
        return {};
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    const auto& prompts = instrument.prompts;
    for (const std::string& name : wanted) {
        if (std::any_of(prompts.begin(), prompts.end(),
                        [&](const model::Prompt& prompt) { return prompt.name == name; }))
            continue;
        const auto near = std::find_if(prompts.begin(), prompts.end(), [&](const model::Prompt& prompt) {
            return text::fold(prompt.name) == text::fold(name);
        });
        if (near != prompts.end())
            return base::fail(Errc::NotFound, base::said("there is no prompt '{}'", name),
                              base::said("did you mean '{}'?", near->name));
        std::string known;
        for (const model::Prompt& prompt : prompts)
            known += (known.empty() ? "" : ", ") + prompt.name;
        return base::fail(Errc::NotFound, base::said("there is no prompt '{}'", name),
                          known.empty() ? base::Phrase("the study has no prompts")
                                        : base::said("the prompts of the study are {}", known));
    }
    return {};
}

base::Result<std::vector<Candidate>> candidatesOf(Session& session, const AssignRequest& request,
                                                  const model::Codebook& codebook) {
    for (const std::string& name : request.variables) {
        if (codebook.variable(name) == nullptr)
            return base::fail(Errc::NotFound, base::said("there is no variable '{}'", name),
                              "see: rapport codebook STUDY show");
    }
    RAPPORT_TRY(refuseUnknownPrompts(session, request.prompts));
    const auto isJudged = [&](const store::UnitRow& row) {
        return std::any_of(
            codebook.variables.begin(), codebook.variables.end(), [&](const model::Variable& variable) {
                const bool isAsked =
                    request.variables.empty() || std::find(request.variables.begin(), request.variables.end(),
                                                           variable.name) != request.variables.end();
                return isAsked && variable.appliesTo(row.unit.kind, row.prompt);
            });
    };
    RAPPORT_ASSIGN(std::unordered_set<std::int64_t> excluded, excludedUnits(session, request));
    RAPPORT_ASSIGN(const auto gone, session.impl().forgetting().unitIds());
    for (const model::UnitId unit : gone)
        excluded.insert(unit.value);
    std::vector<Candidate> candidates;
    RAPPORT_TRY(session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        const bool isAnswer = row.unit.kind == model::UnitKind::Answer;
        const bool isAskedPrompt =
            request.prompts.empty() ||
            std::find(request.prompts.begin(), request.prompts.end(), row.prompt) != request.prompts.end();
        if (excluded.contains(row.unit.id.value))
            return true;
        if ((isAnswer ? isAskedPrompt : request.withTranscripts) && isJudged(row))
            candidates.push_back({row.unit.id, row.unit.participant, row.unit.source});
        return true;
    }));
    return candidates;
}

base::Result<std::vector<Group>> groupsOf(Session& session, const AssignRequest& request,
                                          const std::vector<Candidate>& candidates) {
    std::vector<std::map<model::ParticipantId, std::string>> strata;
    for (const std::string& attribute : request.stratify) {
        RAPPORT_ASSIGN(const auto known, session.impl().participants().attributes());
        if (std::none_of(known.begin(), known.end(),
                         [&](const model::Attribute& each) { return each.name == attribute; }))
            return base::fail(Errc::NotFound, base::said("there is no attribute '{}'", attribute),
                              "see: rapport attributes STUDY");
        RAPPORT_ASSIGN(auto values, session.impl().participants().valuesOf(attribute));
        strata.push_back(std::move(values));
    }
    std::vector<Group> groups;
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> byOwner;
    for (const Candidate& candidate : candidates) {
        std::string stratum;
        for (const auto& values : strata) {
            const auto found = values.find(candidate.participant);
            stratum += (found == values.end() ? std::string() : found->second) + '\n';
        }
        if (request.sampleBy == SampleBy::Unit) {
            groups.push_back({{candidate.unit}, stratum});
            continue;
        }
        const auto owner = candidate.participant.isNone()
                               ? std::pair{std::int64_t{0}, candidate.source.value}
                               : std::pair{candidate.participant.value, std::int64_t{0}};
        const auto [place, isNew] = byOwner.emplace(owner, groups.size());
        if (isNew)
            groups.push_back({{}, stratum});
        groups[place->second].units.push_back(candidate.unit);
    }
    return groups;
}

/// `size` groups, from each stratum in proportion; rounding goes to the largest remainders, of equal ones to
/// those that chance says.
std::vector<std::size_t> drawGroups(const std::vector<Group>& groups, std::int64_t size,
                                    base::Random& random) {
    std::map<std::string, std::vector<std::size_t>> byStratum;
    for (std::size_t place = 0; place < groups.size(); ++place)
        byStratum[groups[place].stratum].push_back(place);
    struct Share {
        std::string stratum;
        std::int64_t take;
        double remainder;
    };
    std::vector<Share> shares;
    std::int64_t taken = 0;
    for (const auto& [stratum, members] : byStratum) {
        const double exact = static_cast<double>(size) * static_cast<double>(members.size()) /
                             static_cast<double>(std::max<std::size_t>(groups.size(), 1));
        const auto whole = static_cast<std::int64_t>(std::floor(exact));
        shares.push_back({stratum, whole, exact - static_cast<double>(whole)});
        taken += whole;
    }
    // Chance decides between equal remainders: by name the last strata would never get theirs. What is drawn
    // from each afterwards is as it was.
    base::Random ahead = random;
    base::Random ties(ahead.next());
    ties.shuffle(shares);
    std::stable_sort(shares.begin(), shares.end(),
                     [](const Share& a, const Share& b) { return a.remainder > b.remainder; });
    for (Share& share : shares) {
        if (taken < size && share.remainder > 0) {
            ++share.take;
            ++taken;
        }
    }
    std::sort(shares.begin(), shares.end(),
              [](const Share& a, const Share& b) { return a.stratum < b.stratum; });
    std::vector<std::size_t> drawn;
    for (const Share& share : shares) {
        std::vector<std::size_t> members = byStratum[share.stratum];
        random.shuffle(members);
        members.resize(std::min(members.size(), static_cast<std::size_t>(share.take)));
        drawn.insert(drawn.end(), members.begin(), members.end());
    }
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

/// Where all sets of raters are at most so many, whole cycles through them are drawn first.
constexpr double mostSubsets = 10'000;

/// k-subsets of r: as a number that cannot overflow.
double subsetCount(std::size_t raters, std::size_t perUnit) {
    double count = 1;
    for (std::size_t place = 0; place < perUnit; ++place)
        count = count * static_cast<double>(raters - place) / static_cast<double>(place + 1);
    return count;
}

std::vector<std::vector<std::size_t>> raterSubsets(std::size_t raters, std::size_t perUnit) {
    std::vector<std::vector<std::size_t>> subsets;
    std::vector<std::size_t> chosen(perUnit);
    for (std::size_t place = 0; place < perUnit; ++place)
        chosen[place] = place;
    while (true) {
        subsets.push_back(chosen);
        std::size_t place = perUnit;
        while (place > 0 && chosen[place - 1] == raters - perUnit + place - 1)
            --place;
        if (place == 0)
            return subsets;
        ++chosen[place - 1];
        for (std::size_t next = place; next < perUnit; ++next)
            chosen[next] = chosen[next - 1] + 1;
    }
}

/// Every unit by k of r raters. A whole cycle through all k-subsets is a balanced incomplete block design:
/// all raters get as many units, all pairs share as many. What is left over goes, unit by unit, to those who
/// have the fewest units and of these to those who have met the least; then raters change places between two
/// of these units as long as pairs meet unequally. Loads differ by one at most, and so do meetings wherever
/// such a design is known that is not large.
class BlockDesign {
public:
    BlockDesign(std::size_t raters, std::size_t perUnit, std::size_t units, base::Random& random)
        : m_raters(raters)
        , m_perUnit(perUnit)
        , m_random(random)
        , m_load(raters)
        , m_met(raters * raters) {
        const double subsets = subsetCount(raters, perUnit);
        if (subsets <= mostSubsets)
            m_inCycles = units / static_cast<std::size_t>(subsets) * static_cast<std::size_t>(subsets);
        if (m_inCycles > 0)
            m_subsets = raterSubsets(raters, perUnit);
        const std::size_t beside = units - m_inCycles;
        for (std::size_t unit = 0; unit < beside; ++unit) {
            m_beside.push_back(leastBurdened());
            for (const std::size_t rater : m_beside.back()) {
                ++m_load[rater];
                for (const std::size_t other : m_beside.back())
                    ++met(rater, other);
            }
        }
        evenOut();
    }

    [[nodiscard]] std::vector<std::size_t> next() {
        if (m_inCycles > 0)
            return fromCycle();
        std::vector<std::size_t> chosen = std::move(m_beside.back());
        m_beside.pop_back();
        return chosen;
    }

private:
    [[nodiscard]] std::int64_t& met(std::size_t one, std::size_t other) {
        return m_met[one * m_raters + other];
    }

    /// How unequal the meetings are: the sum of their squares, over all pairs.
    [[nodiscard]] std::int64_t squares() {
        std::int64_t sum = 0;
        for (std::size_t one = 0; one < m_raters; ++one) {
            for (std::size_t other = 0; other < one; ++other)
                sum += met(one, other) * met(one, other);
        }
        return sum;
    }

    /// `leaving` goes from the unit, which has it still, and `coming` comes; what the sum of squares changes
    /// by. With -1 that is taken back.
    std::int64_t exchange(const std::vector<std::size_t>& unit, std::size_t leaving, std::size_t coming,
                          std::int64_t sign = 1) {
        std::int64_t change = 0;
        const auto add = [&](std::size_t one, std::size_t other, std::int64_t number) {
            change += 2 * met(one, other) * number + 1;
            met(one, other) += number;
            met(other, one) += number;
        };
        for (const std::size_t stays : unit) {
            if (stays == leaving)
                continue;
            add(leaving, stays, -sign);
            add(coming, stays, sign);
        }
        return change;
    }

    /// Two raters change places between two units where the sum of squares does not rise by it: standing
    /// still leads on. Loads stay as they are. Gives up after so many tries, whatever the number of units.
    void evenOut() {
        constexpr int mostTries = 300'000;
        if (m_perUnit < 2 || m_perUnit == m_raters || m_beside.size() < 2)
            return;
        const auto pairs = static_cast<std::int64_t>(m_raters * (m_raters - 1) / 2);
        const auto meetings = static_cast<std::int64_t>(m_beside.size() * m_perUnit * (m_perUnit - 1) / 2);
        const std::int64_t low = meetings / pairs;
        const std::int64_t above = meetings % pairs; // pairs that meet once more than the others, at best
        const std::int64_t best = (pairs - above) * low * low + above * (low + 1) * (low + 1);
        std::int64_t now = squares();
        base::Random ahead = m_random; // what is drawn later is as it was
        base::Random random(ahead.next());
        const auto holds = [](const std::vector<std::size_t>& unit, std::size_t rater) {
            return std::find(unit.begin(), unit.end(), rater) != unit.end();
        };
        for (int tried = 0; tried < mostTries && now > best; ++tried) {
            std::vector<std::size_t>& here = m_beside[random.below(m_beside.size())];
            std::vector<std::size_t>& there = m_beside[random.below(m_beside.size())];
            const std::size_t atHere = random.below(m_perUnit);
            const std::size_t atThere = random.below(m_perUnit);
            const std::size_t one = here[atHere];
            const std::size_t other = there[atThere];
            if (holds(here, other) || holds(there, one))
                continue;
            const std::int64_t change = exchange(here, one, other) + exchange(there, other, one);
            if (change > 0) {
                exchange(there, other, one, -1);
                exchange(here, one, other, -1);
                continue;
            }
            now += change;
            here[atHere] = other;
            there[atThere] = one;
        }
    }

    std::vector<std::size_t> fromCycle() {
        if (m_cycle.empty()) {
            m_cycle = m_subsets;
            m_random.shuffle(m_cycle);
        }
        std::vector<std::size_t> chosen = std::move(m_cycle.back());
        m_cycle.pop_back();
        --m_inCycles;
        return chosen;
    }

    std::vector<std::size_t> leastBurdened() {
        std::vector<std::size_t> order(m_raters);
        for (std::size_t rater = 0; rater < m_raters; ++rater)
            order[rater] = rater;
        m_random.shuffle(order); // chance decides between equals
        std::vector<std::size_t> chosen;
        std::vector<bool> isChosen(m_raters);
        while (chosen.size() < m_perUnit) {
            std::size_t best = m_raters;
            std::pair<std::int64_t, std::int64_t> least;
            for (const std::size_t rater : order) {
                if (isChosen[rater])
                    continue;
                std::int64_t met = 0;
                for (const std::size_t other : chosen)
                    met += m_met[rater * m_raters + other];
                const std::pair burden{m_load[rater], met};
                if (best == m_raters || burden < least) {
                    best = rater;
                    least = burden;
                }
            }
            isChosen[best] = true;
            chosen.push_back(best);
        }
        std::sort(chosen.begin(), chosen.end());
        return chosen;
    }

    std::size_t m_raters;
    std::size_t m_perUnit;
    base::Random& m_random;
    std::size_t m_inCycles = 0;                     ///< units still to be drawn in whole cycles
    std::vector<std::vector<std::size_t>> m_beside; ///< raters of each of the others
    std::vector<std::vector<std::size_t>> m_subsets;
    std::vector<std::vector<std::size_t>> m_cycle;
    std::vector<std::int64_t> m_load;
    std::vector<std::int64_t> m_met;
};

/// For each rater the units that the rater completed long enough ago in the round that is rated again.
base::Result<std::vector<std::unordered_set<std::int64_t>>>
ratedBefore(Session& session, const AssignRequest& request, const std::vector<model::Rater>& raters) {
    RAPPORT_ASSIGN(const model::Round round, session.round(request.again));
    const base::Instant latest =
        session.impl().environment.clock->now() - std::chrono::days(std::max(request.againAfterDays, 0));
    std::vector<std::unordered_set<std::int64_t>> rated;
    for (const model::Rater& rater : raters) {
        store::CodingFilter filter;
        filter.round = round.id;
        filter.rater = rater.id;
        RAPPORT_ASSIGN(const auto ratings, session.impl().codings().ratings(filter));
        auto& own = rated.emplace_back();
        std::unordered_set<std::int64_t> tooLate;
        for (const model::Rating& rating : ratings) {
            own.insert(rating.unit.value);
            if (rating.time > latest)
                tooLate.insert(rating.unit.value);
        }
        for (const std::int64_t unit : tooLate)
            own.erase(unit);
    }
    return rated;
}

void countShared(Draw& drawn) {
    // Raters of each unit side by side.
    std::vector<std::pair<std::int64_t, std::size_t>> pairs;
    // Others are held against a gold rater, who does not enter their agreement.
    const auto isGold = [](const model::Rater& rater) { return rater.kind == model::RaterKind::Gold; };
    const bool isAllGold = std::all_of(drawn.raters.begin(), drawn.raters.end(), isGold);
    const auto isCounted = [&](std::size_t rater) { return isAllGold || !isGold(drawn.raters[rater]); };
    for (std::size_t rater = 0; rater < drawn.perRater.size(); ++rater) {
        if (!isCounted(rater))
            continue;
        for (const model::UnitId unit : drawn.perRater[rater])
            pairs.emplace_back(unit.value, rater);
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<std::int64_t> shared(drawn.raters.size() * drawn.raters.size());
    for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
        for (end = begin; end < pairs.size() && pairs[end].first == pairs[begin].first; ++end) {
            for (std::size_t other = begin; other < end; ++other)
                ++shared[pairs[other].second * drawn.raters.size() + pairs[end].second];
        }
        drawn.preview.sharedByTwo += end - begin >= 2 ? 1 : 0;
    }
    for (std::size_t one = 0; one < drawn.raters.size(); ++one) {
        for (std::size_t other = one + 1; other < drawn.raters.size(); ++other)
            if (isCounted(one) && isCounted(other))
                drawn.preview.shared[{drawn.raters[one].name, drawn.raters[other].name}] =
                    shared[one * drawn.raters.size() + other];
    }
}

/// Where units stand is left behind before they are dealt and numbered by a seed, as the same seed deals
/// alike elsewhere: they are put in the order of digests of their texts, which whoever sees a unit sees
/// anyway, and those of the same text in that of their guids.
base::Status leavePlaces(Session& session, std::vector<model::UnitId>& units) {
    std::vector<std::tuple<base::Guid, base::Guid, model::UnitId>> ordered;
    ordered.reserve(units.size());
    RAPPORT_TRY(session.impl().sources().forEachUnit(model::UnitId{}, true, [&](const store::UnitRow& row) {
        if (std::binary_search(units.begin(), units.end(), row.unit.id))
            ordered.emplace_back(base::Guid::fromText(row.text), row.unit.guid, row.unit.id);
        return true;
    }));
    std::sort(ordered.begin(), ordered.end());
    std::transform(ordered.begin(), ordered.end(), units.begin(),
                   [](const auto& each) { return std::get<model::UnitId>(each); });
    return {};
}

enum class Purpose { Preview, Deal };

/// For orders and numbers: the same sample in the next round, with the same seed, shall not be met in the
/// same order, nor known by a number that was told with its participant once the round before was opened.
std::uint64_t ofRound(const AssignRequest& request) {
    std::uint64_t mixed = request.seed;
    const base::Sha256 digest = base::sha256(request.round);
    for (std::size_t at = 0; at < sizeof mixed; ++at)
        mixed ^= static_cast<std::uint64_t>(digest[at]) << (8 * at);
    return mixed;
}

base::Result<Draw> draw(Session& session, const AssignRequest& request, Purpose purpose) {
    RAPPORT_TRY(coordinatorOnly(session, "assign"));
    auto& impl = session.impl();
    RAPPORT_TRY(checkRoundName(request.round));
    RAPPORT_ASSIGN(const auto existing, impl.rounds().roundByName(request.round));
    if (existing)
        return base::fail(Errc::Refused, base::said("there is a round '{}' already", request.round),
                          "give the new one another name: a round's sample is fixed once it is made");
    if (request.raters.empty())
        return base::fail(Errc::InvalidArgument, "no raters are named", "--raters A,B");
    Draw drawn;
    for (const std::string& name : request.raters) {
        RAPPORT_ASSIGN(model::Rater rater, session.rater(name));
        if (std::any_of(drawn.raters.begin(), drawn.raters.end(),
                        [&](const model::Rater& each) { return each.id == rater.id; }))
            return base::fail(Errc::InvalidArgument, base::said("rater '{}' is named twice", name));
        drawn.raters.push_back(std::move(rater));
    }
    // Others are held against a gold rater: that one judges every unit, beside those to whom it is dealt.
    std::vector<std::size_t> dealtTo;
    std::vector<std::size_t> gold;
    for (std::size_t rater = 0; rater < drawn.raters.size(); ++rater)
        (drawn.raters[rater].kind == model::RaterKind::Gold ? gold : dealtTo).push_back(rater);
    if (dealtTo.empty())
        std::swap(dealtTo, gold);
    const std::size_t perUnit =
        request.perUnit <= 0 ? dealtTo.size() : static_cast<std::size_t>(request.perUnit);
    if (perUnit > dealtTo.size())
        return base::fail(Errc::InvalidArgument, base::said("{} raters per unit are asked for, {} are named",
                                                            perUnit, dealtTo.size()));
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_ASSIGN(auto candidates, candidatesOf(session, request, *codebook));
    std::vector<std::unordered_set<std::int64_t>> before;
    if (!request.again.empty()) {
        if (request.perUnit > 0 || request.isFresh)
            return base::fail(
                Errc::InvalidArgument,
                "a sample that is rated again is neither fresh nor dealt out to some of the raters");
        RAPPORT_ASSIGN(before, ratedBefore(session, request, drawn.raters));
        std::erase_if(candidates, [&](const Candidate& candidate) {
            return std::none_of(before.begin(), before.end(),
                                [&](const auto& own) { return own.contains(candidate.unit.value); });
        });
    }
    if (candidates.empty())
        return base::fail(Errc::Refused,
                          request.again.empty() && !request.isFresh && request.without.empty()
                              ? "there are no units to assign"
                              : "no units are left to assign",
                          request.again.empty()
                              ? "import answers first, or leave out fewer rounds"
                              : "these raters completed nothing in that round, or not long enough ago");
    RAPPORT_ASSIGN(const auto groups, groupsOf(session, request, candidates));
    RAPPORT_ASSIGN(const std::int64_t size,
                   sampleSize(request.sample, static_cast<std::int64_t>(groups.size())));

    base::Random random(request.seed);
    drawn.preview.candidates = static_cast<std::int64_t>(candidates.size());
    for (const std::size_t place : drawGroups(groups, size, random))
        drawn.units.insert(drawn.units.end(), groups[place].units.begin(), groups[place].units.end());
    std::sort(drawn.units.begin(), drawn.units.end());
    drawn.preview.units = static_cast<std::int64_t>(drawn.units.size());
    if (purpose == Purpose::Deal)
        RAPPORT_TRY(leavePlaces(session, drawn.units));
    drawn.perRater.resize(drawn.raters.size());
    std::vector<model::UnitId> shuffled = drawn.units;
    random = base::Random(ofRound(request));
    random.shuffle(shuffled);
    if (before.empty()) {
        BlockDesign design(dealtTo.size(), perUnit, shuffled.size(), random);
        for (const model::UnitId unit : shuffled) {
            for (const std::size_t place : design.next())
                drawn.perRater[dealtTo[place]].push_back(unit);
        }
        for (const std::size_t rater : gold)
            drawn.perRater[rater] = shuffled;
    } else {
        for (std::size_t rater = 0; rater < drawn.raters.size(); ++rater)
            std::copy_if(shuffled.begin(), shuffled.end(), std::back_inserter(drawn.perRater[rater]),
                         [&](model::UnitId unit) { return before[rater].contains(unit.value); });
    }
    countShared(drawn);
    for (std::size_t rater = 0; rater < drawn.raters.size(); ++rater) {
        random.shuffle(drawn.perRater[rater]);
        drawn.preview.perRater[drawn.raters[rater].name] =
            static_cast<std::int64_t>(drawn.perRater[rater].size());
    }
    base::Json plan;
    plan["sample"] = request.sample;
    plan["sample_by"] = request.sampleBy == SampleBy::Unit ? "unit" : "participant";
    plan["stratify"] = request.stratify;
    plan["per_unit"] = perUnit;
    plan["seed"] = request.seed;
    plan["prompts"] = request.prompts;
    plan["transcripts"] = request.withTranscripts;
    plan["fresh"] = request.isFresh;
    plan["without"] = request.without;
    plan["again"] = request.again;
    plan["again_after_days"] = request.againAfterDays;
    plan["candidates"] = drawn.preview.candidates;
    plan["units"] = drawn.preview.units;
    drawn.plan = base::dumpJson(plan, -1);
    return drawn;
}

} // namespace

base::Result<model::Rater> addRater(Session& session, const std::string& name, model::RaterKind kind) {
    RAPPORT_TRY(coordinatorOnly(session, "add raters"));
    const std::string kept = model::personName(name);
    if (!model::canNameRater(name) || kept.empty())
        return base::fail(Errc::InvalidArgument, base::said("'{}' cannot name a rater", name),
                          "use a short name without commas");
    model::Rater rater;
    rater.name = kept;
    rater.kind = kind;
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_TRY(mayNameRater(session, kept));
        rater.guid = base::Guid::random(impl.environment.random);
        RAPPORT_ASSIGN(rater.id, impl.rounds().addRater(rater));
        store::JournalEntry entry;
        entry.act = store::Act::AddRater;
        entry.rater = rater.id;
        RAPPORT_TRY(writer.append(entry));
        writer.changes().roundsChanged = true;
        writer.changes().act = "rater";
        return {};
    });
    if (!done)
        return base::fail(done);
    return rater;
}

base::Status checkRoundName(const std::string& name) {
    if (!model::isIdentifier(name) || name == model::defaultRoundName)
        return base::fail(Errc::InvalidArgument, base::said("'{}' cannot name a round", name),
                          "use letters, digits, '_' and '-', beginning with a letter; 'default' is taken");
    return {};
}

base::Result<AssignPreview> previewAssign(Session& session, const AssignRequest& request) {
    RAPPORT_ASSIGN(const Draw drawn, draw(session, request, Purpose::Preview));
    return drawn.preview;
}

base::Result<AssignPreview> assign(Session& session, const AssignRequest& request) {
    AssignPreview preview;
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const Draw drawn, draw(session, request, Purpose::Deal));
        preview = drawn.preview;
        model::Round round;
        round.guid = base::Guid::random(impl.environment.random);
        round.name = request.round;
        round.kind = request.kind;
        round.isBlind = request.isBlind;
        round.variables = request.variables;
        round.plan = drawn.plan;
        RAPPORT_ASSIGN(round.id, impl.rounds().addRound(round));

        // Neutral numbers in an order that says nothing of the order of import.
        std::vector<model::UnitId> order = drawn.units;
        base::Random random(ofRound(request) ^ 0x6e657574ULL);
        random.shuffle(order);
        std::unordered_map<std::int64_t, std::int64_t> numbers;
        numbers.reserve(order.size());
        for (const model::UnitId unit : order)
            numbers.emplace(unit.value, static_cast<std::int64_t>(numbers.size()) + 1);
        std::vector<model::Assignment> assignments;
        for (std::size_t rater = 0; rater < drawn.raters.size(); ++rater) {
            std::int64_t ordinal = 0;
            for (const model::UnitId unit : drawn.perRater[rater])
                assignments.push_back(
                    {round.id, drawn.raters[rater].id, unit, ++ordinal, numbers.at(unit.value)});
        }
        RAPPORT_TRY(impl.rounds().addAssignments(assignments));
        store::JournalEntry entry;
        entry.act = store::Act::Assign;
        entry.round = round.id;
        entry.detail = drawn.plan;
        RAPPORT_TRY(writer.append(entry));
        writer.changes().roundsChanged = true;
        writer.changes().act = "assign";
        writer.changes().object = request.round;
        return {};
    });
    if (!done)
        return base::fail(done);
    return preview;
}

base::Result<ChangeSet> openRound(Session& session, const std::string& name) {
    RAPPORT_TRY(coordinatorOnly(session, "open a round"));
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const model::Round round, session.round(name));
        if (round.openedAt != 0)
            return base::fail(Errc::Refused, base::said("round '{}' is open already", name));
        if (round.kind == model::RoundKind::Default)
            return base::fail(Errc::Refused,
                              "work outside rounds is never blind, so there is nothing to open");
        store::JournalEntry entry;
        entry.act = store::Act::OpenRound;
        entry.round = round.id;
        RAPPORT_TRY(writer.append(entry));
        writer.changes().roundsChanged = true;
        writer.changes().act = "open";
        writer.changes().object = name;
        return {};
    });
}

base::Result<std::vector<Progress>> progress(Session& session) {
    RAPPORT_ASSIGN(const auto rows, session.impl().rounds().progress());
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    RAPPORT_ASSIGN(const auto rounds, roundsById(session));
    std::vector<Progress> all;
    for (const store::RoundProgress& row : rows) {
        if (!session.viewer().isCoordinator() && row.rater != session.viewer().rater)
            continue;
        all.push_back({rounds.at(row.round), raters.at(row.rater), row.assigned, row.completed});
    }
    return all;
}

} // namespace rapport::service
