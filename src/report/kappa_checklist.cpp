// SPDX-License-Identifier: GPL-3.0-or-later
// How every number came about, and what guidelines for reporting ask for.
#include "base/join.h"
#include "report/kappa_page.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rapport::report {

using agreement::Estimate;

namespace {

/// Estimates that were computed the same way, but for the number of clusters.
struct Way {
    std::string name;
    std::string missingRule;
    std::string method;
    double level = 0;
    std::optional<std::int64_t> replicates;
    std::optional<std::uint64_t> seed;
    std::optional<std::int64_t> fewestClusters;
    std::optional<std::int64_t> mostClusters;
    std::int64_t results = 0;

    [[nodiscard]] auto key() const { return std::tie(name, missingRule, method, level, replicates, seed); }
};

std::string joined(const std::vector<std::string>& sentences) {
    return fmt::format("{}", fmt::join(sentences, " "));
}

} // namespace

void KappaPageBuilder::addConventions() {
    heading(2, "conventions", say(Phrase::Conventions));
    std::vector<std::pair<std::string, std::vector<std::string>>>
        rules; // and the coefficients that follow it
    for (const Estimate* estimate : m_shown)
        if (!estimate->missingRule.empty()) {
            const std::string rule = m_words.named("missing", estimate->missingRule);
            auto found = std::find_if(rules.begin(), rules.end(),
                                      [&](const auto& each) { return each.first == rule; });
            if (found == rules.end())
                found = rules.insert(rules.end(), {rule, {}});
            std::string name = m_words.named("coefficient", estimate->id);
            if (std::find(found->second.begin(), found->second.end(), name) == found->second.end())
                found->second.push_back(std::move(name));
        }
    Facts facts;
    if (rules.empty())
        facts.items.emplace_back(say(Phrase::MissingRule), say(Phrase::PlanNone));
    for (const auto& [rule, names] : rules)
        facts.items.emplace_back(say(Phrase::MissingRule),
                                 rules.size() == 1 ? rule : m_words.list(names) + ": " + rule);
    facts.items.emplace_back(say(Phrase::OverlapRule), m_report.overlapRule.empty()
                                                           ? say(Phrase::PlanNone)
                                                           : m_words.named("overlap", m_report.overlapRule));
    facts.items.emplace_back(say(Phrase::RollUp),
                             say(m_report.rollUp ? Phrase::RollUpYes : Phrase::RollUpNo));
    // The categories of codes are no and yes; those of variables differ and matter to weights and chance.
    for (const RoundFacts& round : m_report.rounds)
        for (const CodeLine& line : round.lines) {
            if (!isVariableLine(line))
                continue;
            std::vector<std::string> categories;
            for (const std::string& category : line.agreement.data.categories)
                categories.push_back(isolate(category));
            std::string name = say(Phrase::CategoriesOf, isolate(line.variable.in(m_words.language())));
            std::string text = say(line.agreement.data.categoriesDeclared ? Phrase::CategoriesDeclared
                                                                          : Phrase::CategoriesUsed,
                                   categories.empty() ? say(Phrase::NoneShort) : m_words.list(categories));
            std::pair<std::string, std::string> item{std::move(name), std::move(text)};
            if (std::find(facts.items.begin(), facts.items.end(), item) == facts.items.end())
                facts.items.push_back(std::move(item));
        }
    m_page.blocks.emplace_back(std::move(facts));

    std::vector<Way> ways;
    for (const Estimate* estimate : m_shown) {
        Way way;
        way.name = coefficientName(*estimate);
        way.missingRule = estimate->missingRule;
        if (estimate->ci) {
            way.method = estimate->ci->method;
            way.level = estimate->ci->level;
            way.replicates = estimate->ci->replicates;
            way.seed = estimate->ci->seed;
        }
        auto found = std::find_if(ways.begin(), ways.end(),
                                  [&](const Way& other) { return other.key() == way.key(); });
        if (found == ways.end())
            found = ways.insert(ways.end(), std::move(way));
        ++found->results;
        if (estimate->ci && estimate->ci->clusters) {
            const std::int64_t clusters = *estimate->ci->clusters;
            found->fewestClusters = std::min(found->fewestClusters.value_or(clusters), clusters);
            found->mostClusters = std::max(found->mostClusters.value_or(clusters), clusters);
        }
    }
    if (ways.empty())
        return;
    std::stable_sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.name < b.name; });
    Table table;
    table.caption = say(Phrase::ConventionsTable);
    table.columns = {Column::words(say(Phrase::Coefficient)),    Column::words(say(Phrase::MissingRule)),
                     Column::words(say(Phrase::IntervalMethod)), Column::figures(say(Phrase::Level)),
                     Column::figures(say(Phrase::Clusters)),     Column::figures(say(Phrase::Replicates)),
                     Column::figures(say(Phrase::Seed)),         Column::figures(say(Phrase::Results))};
    const auto textCell = [](std::string text, bool isFigure) {
        Cell cell;
        cell.text = std::move(text);
        cell.isFigure = isFigure;
        return cell;
    };
    const std::string none = say(Phrase::NotUsed);
    for (const Way& way : ways) {
        std::string clusters = none;
        if (way.fewestClusters)
            clusters = way.fewestClusters == way.mostClusters
                           ? m_words.count(*way.fewestClusters)
                           : say(Phrase::Range, m_words.count(*way.fewestClusters),
                                 m_words.count(*way.mostClusters));
        Cell name = textCell(way.name, false);
        name.isHeading = true;
        table.rows.push_back(
            {false,
             {std::move(name),
              textCell(way.missingRule.empty() ? none : m_words.named("missing_short", way.missingRule),
                       false),
              textCell(way.method.empty() ? say(Phrase::NoInterval) : m_words.named("interval", way.method),
                       false),
              textCell(way.method.empty() ? none : m_words.percentSign(way.level), true),
              textCell(clusters, true),
              textCell(way.replicates ? m_words.count(*way.replicates) : none, true),
              textCell(way.seed ? fmt::format("{}", *way.seed) : none, true), countCell(way.results)}});
    }
    m_page.blocks.emplace_back(std::move(table));
}

void KappaPageBuilder::addChecklist() {
    heading(2, "checklist", say(Phrase::Checklist));
    Table table;
    table.caption = say(Phrase::ChecklistTable);
    table.columns = {Column::words(say(Phrase::State)), Column::words(say(Phrase::Asked)),
                     Column::words(say(Phrase::AskedBy)), Column::words(say(Phrase::Remark))};
    const auto add = [&](bool isHere, Phrase asked, std::string_view by, std::string remark) {
        Cell state;
        state.text = say(isHere ? Phrase::StateHere : Phrase::StateMissing);
        state.state = isHere ? CellState::Present : CellState::Absent;
        Cell what;
        what.isHeading = true;
        what.text = say(asked);
        Cell who;
        who.text = by;
        Cell why;
        why.text = std::move(remark);
        table.rows.push_back({false, {std::move(state), std::move(what), std::move(who), std::move(why)}});
    };

    const auto& rounds = m_report.rounds;
    const auto all = [&](auto&& predicate) {
        return !rounds.empty() && std::all_of(rounds.begin(), rounds.end(), predicate);
    };
    const bool hasPlan =
        all([](const RoundFacts& round) { return round.plan.origin == SamplingPlan::Origin::Drawn; });
    const bool isImported = !hasPlan && all([](const RoundFacts& round) {
        return round.plan.origin != SamplingPlan::Origin::NotRecorded;
    });
    const bool isBlind =
        all([](const RoundFacts& round) { return round.independence == Independence::Blind; });
    const bool isKnown =
        all([](const RoundFacts& round) { return round.independence != Independence::NotRecorded; });
    const bool isFixed = all([](const RoundFacts& round) {
        return round.versions.size() == 1 &&
               (round.versions.front().freeze == VersionUsed::Freeze::Before ||
                round.versions.front().freeze == VersionUsed::Freeze::WithFirstRating);
    });
    const bool isBefore = all([](const RoundFacts& round) { return !round.includesAfterOpening; });
    const bool hasDouble = all([](const RoundFacts& round) { return round.doubleCoded > 0; });
    const bool isCrossed = all([](const RoundFacts& round) {
        return round.completed.size() >= 2 &&
               std::all_of(round.completed.begin(), round.completed.end(),
                           [&](const auto& entry) { return entry.second >= round.assignedUnits; });
    });
    bool hasInterval = false;
    bool hasAlpha = false;
    bool hasPercent = false;
    bool hasNoVariation = false;
    bool hasUnit = false;
    for (const Estimate* estimate : m_shown) {
        hasInterval = hasInterval || estimate->ci.has_value();
        hasAlpha = hasAlpha || estimate->id == "krippendorff_alpha";
        hasPercent = hasPercent || estimate->id == "percent_agreement";
        hasNoVariation = hasNoVariation || (estimate->undefined && !estimate->value &&
                                            estimate->undefined->reason == agreement::Reason::NoVariation);
    }
    std::vector<std::string> doubles;
    std::vector<std::string> raters;
    for (const RoundFacts& round : rounds) {
        doubles.push_back(say(Phrase::CheckDoubleHere, isolate(round.name), m_words.count(round.doubleCoded),
                              m_words.count(round.assignedUnits)));
        raters.push_back(say(Phrase::CheckRatersHere, isolate(round.name),
                             m_words.count(Noun::Rater, static_cast<std::int64_t>(round.raters.size()))));
        for (const CodeLine& line : round.lines)
            hasUnit = hasUnit || !line.agreement.data.unitOfAnalysis.empty();
    }

    constexpr std::string_view oconnor = "O'Connor & Joffe 2020";
    constexpr std::string_view hallgren = "Hallgren 2012";
    constexpr std::string_view mchugh = "McHugh 2012";
    constexpr std::string_view krippendorff = "Krippendorff 2019";
    const auto remark = [&](bool isHere, Phrase here, Phrase missing) {
        return say(isHere ? here : missing);
    };

    add(false, Phrase::CheckWhy, oconnor, say(Phrase::CheckWhyMissing));
    add(hasDouble, Phrase::CheckDouble, oconnor,
        hasDouble ? joined(doubles) : say(Phrase::CheckDoubleMissing));
    add(hasPlan, Phrase::CheckPlan, oconnor,
        remark(hasPlan, Phrase::CheckPlanHere,
               isImported ? Phrase::CheckPlanImported : Phrase::CheckPlanMissing));
    add(hasUnit, Phrase::CheckUnit, oconnor,
        remark(hasUnit, Phrase::CheckUnitHere, Phrase::CheckUnitMissing));
    add(!rounds.empty(), Phrase::CheckRaters, hallgren,
        rounds.empty() ? say(Phrase::NoRounds) : joined(raters));
    add(false, Phrase::CheckTraining, oconnor, say(Phrase::CheckTrainingMissing));
    add(isBlind && isBefore, Phrase::CheckBlind, oconnor,
        remark(isBlind && isBefore, Phrase::CheckBlindHere,
               isKnown || !isBefore ? Phrase::CheckBlindMissing : Phrase::CheckBlindUnknown));
    add(isFixed, Phrase::CheckCodebook, oconnor,
        remark(isFixed, Phrase::CheckCodebookHere, Phrase::CheckCodebookMissing));
    if (m_report.instrumentIsStandIn)
        add(false, Phrase::CheckInstrument, krippendorff, say(Phrase::CheckInstrumentMissing));
    add(!m_shown.empty(), Phrase::CheckVariant, hallgren, say(Phrase::CheckVariantHere));
    add(true, Phrase::CheckDesign, hallgren,
        remark(isCrossed, Phrase::CheckDesignCrossed, Phrase::CheckDesignPartial));
    add(!m_shown.empty(), Phrase::CheckMissing, hallgren, say(Phrase::CheckMissingHere));
    add(hasInterval, Phrase::CheckInterval, hallgren,
        remark(hasInterval, Phrase::CheckIntervalHere, Phrase::CheckIntervalMissing));
    add(hasPercent, Phrase::CheckPercent, mchugh,
        remark(hasPercent, Phrase::CheckPercentHere, Phrase::CheckPercentMissing));
    add(true, Phrase::CheckTarget, mchugh, say(Phrase::CheckTargetHere, m_words.kappa(m_report.target)));
    add(hasAlpha, Phrase::CheckAlpha, krippendorff,
        remark(hasAlpha, Phrase::CheckAlphaHere, Phrase::CheckAlphaMissing));
    add(!hasNoVariation, Phrase::CheckVariation, krippendorff,
        remark(!hasNoVariation, Phrase::CheckVariationHere, Phrase::CheckVariationMissing));
    const bool isSettled = std::any_of(rounds.begin(), rounds.end(),
                                       [](const RoundFacts& round) { return !round.heldAgainst.empty(); });
    add(isSettled, Phrase::CheckDisagreements, oconnor,
        remark(isSettled, Phrase::CheckDisagreementsHere, Phrase::CheckDisagreementsMissing));
    add(false, Phrase::CheckRest, oconnor, say(Phrase::CheckRestMissing));
    m_page.blocks.emplace_back(std::move(table));
}

} // namespace rapport::report
