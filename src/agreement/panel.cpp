// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/panel.h"

#include "agreement/reading.h"
#include "base/format.h"

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

const char* name(PanelReasonKind kind) {
    switch (kind) {
    case PanelReasonKind::NotPairable:
        return "not_pairable";
    case PanelReasonKind::NeverUsed:
        return "never_used";
    case PanelReasonKind::AlwaysUsed:
        return "always_used";
    case PanelReasonKind::FewHits:
        return "few_hits";
    case PanelReasonKind::FewLacks:
        return "few_lacks";
    case PanelReasonKind::Prevalence:
        return "prevalence";
    case PanelReasonKind::Bias:
        return "bias";
    case PanelReasonKind::OneRaterConstant:
        return "one_rater_constant";
    case PanelReasonKind::PerfectAgreement:
        return "perfect_agreement";
    case PanelReasonKind::Good:
        return "good";
    case PanelReasonKind::Uncertain:
        return "uncertain";
    case PanelReasonKind::Low:
        return "low";
    case PanelReasonKind::FewClusters:
        return "few_clusters";
    }
    return "not_pairable";
}

namespace {

constexpr double rareShare = 0.2;
constexpr double unequalShare = 0.1;

/// How often each rater judged and gave the code, over units that two raters judged.
struct Use {
    std::vector<double> judged;
    std::vector<double> given;
    double allJudged = 0;
    double allGiven = 0;
    std::int64_t hits = 0;
    std::int64_t lacks = 0; ///< units that a rater left without it
};

Use useOf(const ReliabilityData& data) {
    Use use;
    use.judged.assign(data.raterCount(), 0);
    use.given.assign(data.raterCount(), 0);
    for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern) {
        const auto row = data.pattern(pattern);
        if (std::count_if(row.begin(), row.end(), [](CategoryIndex cell) { return cell != missing; }) < 2)
            continue;
        const auto units = static_cast<double>(data.patternUnits(pattern));
        bool hit = false;
        bool lack = false;
        for (std::size_t rater = 0; rater < row.size(); ++rater) {
            if (row[rater] == missing)
                continue;
            use.judged[rater] += units;
            use.allJudged += units;
            if (row[rater] == 1) {
                use.given[rater] += units;
                use.allGiven += units;
                hit = true;
            } else {
                lack = true;
            }
        }
        use.hits += hit ? data.patternUnits(pattern) : 0;
        use.lacks += lack ? data.patternUnits(pattern) : 0;
    }
    return use;
}

void addReasons(CodePanel& panel, const Use& use, double threshold) {
    const auto add = [&panel](PanelReasonKind kind, double number = 0, double second = 0,
                              std::string who = {}) {
        panel.reasons.push_back({kind, number, second, std::move(who)});
    };
    if (panel.units == 0) {
        add(PanelReasonKind::NotPairable);
        return;
    }
    if (use.allGiven == 0) {
        add(PanelReasonKind::NeverUsed, static_cast<double>(panel.units));
        return;
    }
    if (use.allGiven == use.allJudged) {
        add(PanelReasonKind::AlwaysUsed, static_cast<double>(panel.units));
        return;
    }
    const Estimate* alpha = findEstimate(panel.estimates, "krippendorff_alpha");
    const Estimate* percent = findEstimate(panel.estimates, "percent_agreement");
    const double share = use.allGiven / use.allJudged;
    double lowest = 1;
    double highest = 0;
    std::size_t lowestRater = 0;
    std::size_t highestRater = 0;
    for (std::size_t rater = 0; rater < use.judged.size(); ++rater) {
        if (use.judged[rater] == 0)
            continue;
        const double own = use.given[rater] / use.judged[rater];
        if (use.judged.size() == 2 && (own == 0 || own == 1))
            add(PanelReasonKind::OneRaterConstant, own, 0, panel.raters[rater]);
        if (own < lowest) {
            lowest = own;
            lowestRater = rater;
        }
        if (own > highest) {
            highest = own;
            highestRater = rater;
        }
    }
    if (percent != nullptr && percent->value && *percent->value == 1)
        add(PanelReasonKind::PerfectAgreement, static_cast<double>(panel.units),
            static_cast<double>(panel.hits));
    // The side on which the verdict rests (reading.h).
    const bool isRare = 2 * use.allGiven <= use.allJudged;
    const std::int64_t beside = isRare ? use.hits : use.lacks;
    if (beside < fewestBeside)
        add(isRare ? PanelReasonKind::FewHits : PanelReasonKind::FewLacks, static_cast<double>(beside),
            static_cast<double>(panel.units));
    const bool low = alpha != nullptr && alpha->value && *alpha->value < threshold;
    if ((share < rareShare || share > 1 - rareShare) && low)
        add(PanelReasonKind::Prevalence, share, percent != nullptr ? percent->value.value_or(0) : 0);
    if (highest - lowest >= unequalShare)
        add(PanelReasonKind::Bias, highest, lowest,
            panel.raters[highestRater] + "\n" + panel.raters[lowestRater]);
    if (alpha == nullptr || !alpha->value || beside < fewestBeside)
        return;
    if (alpha->ci) {
        if (alpha->ci->low >= threshold)
            add(PanelReasonKind::Good, alpha->ci->low, threshold);
        else if (alpha->ci->high < threshold)
            add(PanelReasonKind::Low, alpha->ci->high, threshold);
        else
            add(PanelReasonKind::Uncertain, *alpha->value, threshold);
    } else {
        if (alpha->hasCaveat("few_clusters"))
            add(PanelReasonKind::FewClusters);
        if (*alpha->value < threshold)
            add(PanelReasonKind::Low, *alpha->value, threshold);
    }
}

std::string percentText(double share) {
    return fmt::format("{:.0f}%", 100 * share);
}

std::string twoDecimals(double value, Language language) {
    std::string text = fmt::format("{:.2f}", value == 0 ? 0.0 : value);
    if (language == Language::Dutch)
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string english(const PanelReason& reason) {
    const auto number = [&] { return static_cast<std::int64_t>(std::llround(reason.number)); };
    const auto second = [&] { return static_cast<std::int64_t>(std::llround(reason.second)); };
    const auto firstName = reason.who.substr(0, reason.who.find('\n'));
    const auto secondName = reason.who.substr(reason.who.find('\n') + 1);
    const auto value = [](double each) { return twoDecimals(each, Language::English); };
    switch (reason.kind) {
    case PanelReasonKind::NotPairable:
        return "No unit was judged by two raters, so nothing can be said about agreement";
    case PanelReasonKind::NeverUsed:
        return fmt::format("Nobody gave this code in {} units, so it shows no agreement and no disagreement",
                           number());
    case PanelReasonKind::AlwaysUsed:
        return fmt::format("Everybody gave this code in all {} units, so it shows no agreement beyond chance",
                           number());
    case PanelReasonKind::FewHits:
        return fmt::format("Only {} of {} units {} this code, so a single unit moves every coefficient",
                           number(), second(), number() == 1 ? "has" : "have");
    case PanelReasonKind::FewLacks:
        return fmt::format(
            "In only {} of {} units did a rater leave this code out, so a single unit moves every "
            "coefficient",
            number(), second());
    case PanelReasonKind::Prevalence:
        return fmt::format(
            "The code is given in {} of the ratings, so chance alone agrees often and kappa and alpha stay "
            "low although the raters agree on {}; look at {} agreement too",
            percentText(reason.number), percentText(reason.second),
            reason.number > 0.5 ? "negative" : "positive");
    case PanelReasonKind::Bias:
        return fmt::format(
            "{} gives the code in {} of the units and {} in {}: they draw the line in different places",
            firstName, percentText(reason.number), secondName, percentText(reason.second));
    case PanelReasonKind::OneRaterConstant:
        return fmt::format("{} {} gave this code, so kappa is 0 whatever the agreement", reason.who,
                           reason.number > 0.5 ? "always" : "never");
    case PanelReasonKind::PerfectAgreement:
        return fmt::format("The raters agree on all {} units, {} of them with this code", number(), second());
    case PanelReasonKind::Good:
        return fmt::format("Agreement is good: even the lower limit of alpha ({}) reaches {}",
                           value(reason.number), value(reason.second));
    case PanelReasonKind::Uncertain:
        return fmt::format("Alpha is {}, but its interval contains {}: more units are needed to tell",
                           value(reason.number), value(reason.second));
    case PanelReasonKind::Low:
        return fmt::format("Agreement is too low: alpha stays below {}", value(reason.second));
    case PanelReasonKind::FewClusters:
        return "The units come from too few participants for an interval";
    }
    return {};
}

std::string dutch(const PanelReason& reason) {
    const auto number = [&] { return static_cast<std::int64_t>(std::llround(reason.number)); };
    const auto second = [&] { return static_cast<std::int64_t>(std::llround(reason.second)); };
    const auto firstName = reason.who.substr(0, reason.who.find('\n'));
    const auto secondName = reason.who.substr(reason.who.find('\n') + 1);
    const auto value = [](double each) { return twoDecimals(each, Language::Dutch); };
    switch (reason.kind) {
    case PanelReasonKind::NotPairable:
        return "Geen enkele eenheid is door twee beoordelaars beoordeeld, dus over overeenstemming valt "
               "niets te zeggen";
    case PanelReasonKind::NeverUsed:
        return fmt::format(
            "Niemand gaf deze code in {} eenheden, dus ze toont geen overeenstemming en geen verschil",
            number());
    case PanelReasonKind::AlwaysUsed:
        return fmt::format(
            "Iedereen gaf deze code in alle {} eenheden, dus ze toont geen overeenstemming boven toeval",
            number());
    case PanelReasonKind::FewHits:
        return fmt::format(
            "Slechts {} van de {} eenheden {} deze code, dus één eenheid verschuift elke coëfficiënt",
            number(), second(), number() == 1 ? "heeft" : "hebben");
    case PanelReasonKind::FewLacks:
        return fmt::format(
            "In slechts {} van de {} eenheden liet een beoordelaar deze code weg, dus één eenheid verschuift "
            "elke coëfficiënt",
            number(), second());
    case PanelReasonKind::Prevalence:
        return fmt::format(
            "De code is gegeven in {} van de beoordelingen, waardoor toeval alleen al vaak overeenstemt en "
            "kappa en alfa laag blijven, hoewel de beoordelaars het in {} eens zijn; kijk ook naar de "
            "{} overeenstemming",
            percentText(reason.number), percentText(reason.second),
            reason.number > 0.5 ? "negatieve" : "positieve");
    case PanelReasonKind::Bias:
        return fmt::format(
            "{} geeft de code in {} van de eenheden en {} in {}: zij leggen de grens op een andere plaats",
            firstName, percentText(reason.number), secondName, percentText(reason.second));
    case PanelReasonKind::OneRaterConstant:
        return fmt::format("{} gaf deze code {}, dus kappa is 0, wat de overeenstemming ook is", reason.who,
                           reason.number > 0.5 ? "altijd" : "nooit");
    case PanelReasonKind::PerfectAgreement:
        return fmt::format("De beoordelaars zijn het over alle {} eenheden eens, waarvan {} met deze code",
                           number(), second());
    case PanelReasonKind::Good:
        return fmt::format("De overeenstemming is goed: zelfs de ondergrens van alfa ({}) haalt {}",
                           value(reason.number), value(reason.second));
    case PanelReasonKind::Uncertain:
        return fmt::format(
            "Alfa is {}, maar het interval bevat {}: er zijn meer eenheden nodig om te beslissen",
            value(reason.number), value(reason.second));
    case PanelReasonKind::Low:
        return fmt::format("De overeenstemming is te laag: alfa blijft onder {}", value(reason.second));
    case PanelReasonKind::FewClusters:
        return "De eenheden komen van te weinig deelnemers voor een interval";
    }
    return {};
}

} // namespace

base::Result<CodePanel> codePanel(std::string code, const ReliabilityData& data,
                                  const MeasureOptions& options, double threshold, const base::Task& task) {
    if (data.categoryCount() != 2)
        return base::fail(base::Errc::InvalidArgument, "a panel is about a code that is given or not",
                          "use the code's own binary data");
    MeasureOptions binary = options;
    binary.weights = {{WeightKind::Identity, {}}};
    binary.pairs = data.raterCount() == 2 ? PairsShown::All : PairsShown::None;
    binary.gold.reset();
    binary.diagnostics = false;
    binary.only = {
        "percent_agreement", "specific_agreement", "cohen_kappa", "kappa_max",        "fleiss_kappa",
        "prevalence_index",  "bias_index",         "pabak",       "brennan_prediger", "gwet_ac",
        "krippendorff_alpha"};
    RAPPORT_ASSIGN(const AgreementDocument document, measure(data, binary, task));
    return codePanel(std::move(code), data, document, threshold);
}

base::Result<CodePanel> codePanel(std::string code, const ReliabilityData& data,
                                  const AgreementDocument& document, double threshold) {
    if (data.categoryCount() != 2 || document.byCategory.size() != 2)
        return base::fail(base::Errc::InvalidArgument, "a panel is about a code that is given or not",
                          "use the code's own binary data");
    CodePanel panel;
    panel.code = std::move(code);
    panel.raters = data.raters();
    panel.units = document.data.pairableUnits;
    const Use use = useOf(data);
    panel.hits = use.hits;
    for (const double given : use.given)
        panel.hitsByRater.push_back(std::llround(given));
    const auto take = [&panel](const std::vector<Estimate>& estimates, std::string_view id,
                               const char* as = nullptr) {
        if (const Estimate* found = findEstimate(estimates, id)) {
            panel.estimates.push_back(*found);
            if (as != nullptr)
                panel.estimates.back().id = as;
        }
    };
    take(document.overall, "percent_agreement");
    take(document.byCategory[1].estimates, "specific_agreement", "positive_agreement");
    take(document.byCategory[0].estimates, "specific_agreement", "negative_agreement");
    if (document.pairs.size() == 1) {
        for (const char* id : {"cohen_kappa", "kappa_max", "prevalence_index", "bias_index", "pabak"})
            take(document.pairs[0].estimates, id);
    } else {
        take(document.overall, "fleiss_kappa");
        take(document.overall, "brennan_prediger");
    }
    take(document.overall, "gwet_ac");
    take(document.overall, "krippendorff_alpha");
    addReasons(panel, use, threshold);
    return panel;
}

std::string panelSentence(const CodePanel& panel, Language language) {
    // The verdict and, before it, the first reason that explains it.
    const auto isVerdict = [](PanelReasonKind kind) {
        return kind == PanelReasonKind::Good || kind == PanelReasonKind::Uncertain ||
               kind == PanelReasonKind::Low || kind == PanelReasonKind::FewClusters;
    };
    std::string text;
    bool explained = false;
    for (const PanelReason& reason : panel.reasons) {
        const bool verdict = isVerdict(reason.kind);
        if (explained && !verdict)
            continue;
        explained = explained || !verdict;
        text +=
            (text.empty() ? "" : " ") + (language == Language::Dutch ? dutch(reason) : english(reason)) + ".";
        if (verdict)
            break;
    }
    return text;
}

} // namespace rapport::agreement
