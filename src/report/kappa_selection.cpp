// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/kappa_selection.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rapport::report {

using agreement::AgreementDocument;
using agreement::Estimate;
using agreement::findEstimate;

namespace {

/// Agreement on one of the two categories of a code, over all raters where the document has it, else of the
/// only pair.
const Estimate* specificAgreement(const AgreementDocument& document, std::size_t category,
                                  std::string_view idInPair) {
    if (document.data.categories.size() == 2)
        for (const agreement::CategoryResult& result : document.byCategory)
            if (result.category == document.data.categories[category])
                if (const Estimate* found = findEstimate(result.estimates, "specific_agreement"))
                    return found;
    if (document.pairs.size() == 1)
        return findEstimate(document.pairs.front().estimates, idInPair);
    return nullptr;
}

std::optional<double> prevalenceOf(const AgreementDocument& document) {
    std::int64_t given = 0;
    std::int64_t judgements = 0;
    for (const agreement::PairResult& pair : document.pairs) {
        if (pair.table.size() != 2)
            return std::nullopt;
        given += pair.table[0][1] + pair.table[1][0] + 2 * pair.table[1][1];
        judgements += 2 * (pair.table[0][0] + pair.table[0][1] + pair.table[1][0] + pair.table[1][1]);
    }
    if (judgements == 0)
        return std::nullopt;
    return static_cast<double>(given) / static_cast<double>(judgements);
}

} // namespace

bool isCodeLine(const CodeLine& line) {
    return !line.code.empty();
}

bool isSetLine(const CodeLine& line) {
    return line.code.empty() && line.agreement.data.scale == "set";
}

bool isVariableLine(const CodeLine& line) {
    return line.code.empty() && line.agreement.data.scale != "set";
}

LineFigures figuresOf(const CodeLine& line, double target) {
    const AgreementDocument& document = line.agreement;
    LineFigures figures;
    figures.line = &line;
    figures.kappa = agreement::leadingEstimate(document);
    figures.percent = findEstimate(document.overall, "percent_agreement", "identity");
    if (figures.percent == nullptr)
        figures.percent = findEstimate(document.overall, "percent_agreement");
    // The weights of the leading coefficient, so that AC1 or AC2 answers the same question.
    if (figures.kappa != nullptr && !figures.kappa->weights.empty())
        figures.ac = findEstimate(document.overall, "gwet_ac", figures.kappa->weights);
    if (figures.ac == nullptr)
        figures.ac = findEstimate(document.overall, "gwet_ac");
    figures.alpha = agreement::alphaOf(document);
    if (isCodeLine(line)) {
        figures.positive = specificAgreement(document, 1, "positive_agreement");
        figures.negative = specificAgreement(document, 0, "negative_agreement");
        figures.prevalence = line.prevalence ? line.prevalence : prevalenceOf(document);
        figures.holding = line.holding ? line.holding : agreement::unitsHolding(document);
        figures.holdingIsLowerLimit = !line.holding && document.data.raters.size() > 2;
    }
    figures.notGiven = line.notGiven.value_or(document.data.missing);
    auto beside = line.beside ? line.beside : agreement::unitsBesideCommonest(document);
    if (!beside)
        beside = figures.holding;
    figures.verdict = agreement::verdict(figures.kappa, beside, target);
    return figures;
}

std::vector<PromptGroup> byPrompt(const RoundFacts& round, double target, bool (*wanted)(const CodeLine&)) {
    std::vector<PromptGroup> groups;
    const auto groupOf = [&](const CodeLine& line) -> PromptGroup& {
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const PromptGroup& group) {
            return group.isPooled == line.isPooled && group.prompt == line.prompt &&
                   group.group == line.group;
        });
        if (found != groups.end())
            return *found;
        return groups.emplace_back(PromptGroup{line.group, line.prompt, line.isPooled, {}});
    };
    for (const CodeLine& line : round.lines)
        if (wanted(line))
            groupOf(line).lines.push_back(figuresOf(line, target));
    std::vector<std::optional<std::string>> order;
    for (const PromptGroup& group : groups)
        if (std::find(order.begin(), order.end(), group.group) == order.end())
            order.push_back(group.group);
    const auto rank = [&](const PromptGroup& group) {
        return std::pair(std::find(order.begin(), order.end(), group.group) - order.begin(),
                         group.isPooled         ? 2
                         : group.prompt.empty() ? 1
                                                : 0);
    };
    std::stable_sort(groups.begin(), groups.end(),
                     [&](const PromptGroup& a, const PromptGroup& b) { return rank(a) < rank(b); });
    return groups;
}

Telling tellingOf(const std::vector<PromptGroup>& groups) {
    Telling telling;
    for (const PromptGroup& group : groups) {
        telling.byGroup = telling.byGroup || group.group;
        telling.byPrompt =
            telling.byPrompt || !group.prompt.empty() || group.isPooled != groups.front().isPooled;
    }
    return telling;
}

Telling tellingOf(const std::vector<LineFigures>& lines) {
    Telling telling;
    for (const LineFigures& figures : lines) {
        telling.byGroup = telling.byGroup || figures.line->group;
        telling.byPrompt = telling.byPrompt || !figures.line->prompt.empty();
    }
    return telling;
}

std::vector<LineFigures> mostDetailed(const RoundFacts& round, double target,
                                      bool (*wanted)(const CodeLine&)) {
    std::vector<LineFigures> lines;
    for (const CodeLine& line : round.lines) {
        if (!wanted(line))
            continue;
        const bool hasDetail =
            line.isPooled && std::any_of(round.lines.begin(), round.lines.end(), [&](const CodeLine& other) {
                return !other.isPooled && other.group == line.group && other.variable == line.variable &&
                       other.codeName == line.codeName && other.code == line.code;
            });
        if (!hasDetail)
            lines.push_back(figuresOf(line, target));
    }
    return lines;
}

std::vector<LineFigures> codeByCode(const RoundFacts& round, double target) {
    std::vector<LineFigures> lines;
    for (const CodeLine& line : round.lines) {
        if (isSetLine(line))
            continue;
        const bool isPart =
            !line.isPooled && std::any_of(round.lines.begin(), round.lines.end(), [&](const CodeLine& other) {
                return other.isPooled && other.group == line.group && other.variable == line.variable &&
                       other.code == line.code && isSetLine(other) == isSetLine(line);
            });
        if (!isPart)
            lines.push_back(figuresOf(line, target));
    }
    return lines;
}

std::optional<double> PairSummary::mean() const {
    if (kappas.empty())
        return std::nullopt;
    return std::accumulate(kappas.begin(), kappas.end(), 0.0) / static_cast<double>(kappas.size());
}

std::vector<PairSummary> pairSummaries(const std::vector<LineFigures>& lines) {
    std::vector<PairSummary> summaries;
    for (const LineFigures& figures : lines)
        for (const agreement::PairResult& pair : figures.line->agreement.pairs) {
            if (pair.raters.size() != 2)
                continue;
            auto found = std::find_if(summaries.begin(), summaries.end(), [&](const PairSummary& summary) {
                return summary.first == pair.raters[0] && summary.second == pair.raters[1];
            });
            if (found == summaries.end())
                found = summaries.insert(summaries.end(), PairSummary{pair.raters[0], pair.raters[1], {}, 0});
            ++found->lines;
            const Estimate* kappa = findEstimate(pair.estimates, "cohen_kappa", "identity");
            if (kappa != nullptr && kappa->value)
                found->kappas.push_back(*kappa->value);
        }
    return summaries;
}

const Estimate* pairKappa(const AgreementDocument& document, const std::string& first,
                          const std::string& second) {
    for (const agreement::PairResult& pair : document.pairs)
        if (pair.raters.size() == 2 && pair.raters[0] == first && pair.raters[1] == second)
            return findEstimate(pair.estimates, "cohen_kappa", "identity");
    return nullptr;
}

std::int64_t countOf(const std::vector<LineFigures>& lines, agreement::Verdict verdict) {
    return std::count_if(lines.begin(), lines.end(),
                         [&](const LineFigures& figures) { return figures.verdict == verdict; });
}

} // namespace rapport::report
