// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a report's values stand where: one line's figures picked from its document, and a round's lines in
// the order of reading, by prompt first. Points into the report, which must outlive it.
#pragma once

#include "agreement/reading.h"
#include "report/kappa_report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapport::report {

/// One line's estimates; nullptr where the document does not have them.
struct LineFigures {
    const CodeLine* line = nullptr;
    const agreement::Estimate* kappa = nullptr; ///< the leading coefficient, whatever it is
    const agreement::Estimate* percent = nullptr;
    const agreement::Estimate* positive = nullptr;
    const agreement::Estimate* negative = nullptr;
    const agreement::Estimate* ac = nullptr;
    const agreement::Estimate* alpha = nullptr;
    std::optional<double> prevalence; ///< share of judgements that give the code
    std::optional<std::int64_t> holding;
    bool holdingIsLowerLimit = false;
    std::int64_t notGiven = 0; ///< ratings that were assigned and not given
    agreement::Verdict verdict = agreement::Verdict::NotDefined;
};
[[nodiscard]] LineFigures figuresOf(const CodeLine& line, double target);

[[nodiscard]] bool isCodeLine(const CodeLine& line);
/// Sets of codes compared as wholes.
[[nodiscard]] bool isSetLine(const CodeLine& line);
/// A variable with one value per unit.
[[nodiscard]] bool isVariableLine(const CodeLine& line);

/// The lines of one table.
struct PromptGroup {
    std::optional<std::string> group; ///< as CodeLine::group
    std::string prompt;               ///< empty: pooled or without prompt
    bool isPooled = false;
    std::vector<LineFigures> lines;
};
/// Lines that `wanted` picks, by group and then by prompt in order of appearance; in a group those without
/// prompt and then the pooled come last.
[[nodiscard]] std::vector<PromptGroup> byPrompt(const RoundFacts& round, double target,
                                                bool (*wanted)(const CodeLine&));

/// The lines on which counts and ranges rest: those that `wanted` picks without pooled ones whose variable
/// and code also have results by prompt.
[[nodiscard]] std::vector<LineFigures> mostDetailed(const RoundFacts& round, double target,
                                                    bool (*wanted)(const CodeLine&));

/// By what a round's lines are told apart, and so which columns a table of them needs.
struct Telling {
    bool byGroup = false;
    bool byPrompt = false;
};
[[nodiscard]] Telling tellingOf(const std::vector<PromptGroup>& groups);
[[nodiscard]] Telling tellingOf(const std::vector<LineFigures>& lines);

/// The lines of the agreement table by code: each code once, all its prompts together, and each variable with
/// one value per unit.
[[nodiscard]] std::vector<LineFigures> codeByCode(const RoundFacts& round, double target);

/// Cohen's kappas of one pair over a round's codes.
struct PairSummary {
    std::string first;
    std::string second;
    std::vector<double> kappas; ///< those that are defined
    std::int64_t lines = 0;     ///< with this pair
    [[nodiscard]] std::optional<double> mean() const;
};
[[nodiscard]] std::vector<PairSummary> pairSummaries(const std::vector<LineFigures>& lines);

/// The pair's unweighted kappa; nullptr if it was not computed.
[[nodiscard]] const agreement::Estimate* pairKappa(const agreement::AgreementDocument& document,
                                                   const std::string& first, const std::string& second);

/// How many of `lines` got the verdict.
[[nodiscard]] std::int64_t countOf(const std::vector<LineFigures>& lines, agreement::Verdict verdict);

} // namespace rapport::report
