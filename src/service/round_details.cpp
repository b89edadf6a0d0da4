// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/round_details.h"

#include "service/differences.h"
#include "service/progress.h"
#include "service/rating.h"
#include "service/unitizing.h"
#include "text/offset_map.h"

#include <algorithm>
#include <map>

namespace rapport::service {

namespace {

/// What the report is about: the variables and codes that it names, or all.
bool isAsked(const ReportRequest& request, const std::string& variable, const std::string& code) {
    const auto holds = [](const std::vector<std::string>& names, const std::string& name) {
        return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
    };
    return holds(request.measure.variables, variable) && (code.empty() || holds(request.measure.codes, code));
}

/// Titles in the language of the report.
struct Titles {
    const model::Codebook& codebook;
    const std::string& language;

    [[nodiscard]] std::string variable(const std::string& name) const {
        const model::Variable* variable = codebook.variable(name);
        return variable == nullptr ? name : variable->title.in(language);
    }
    [[nodiscard]] std::string code(const std::string& inVariable, const std::string& name) const {
        const model::Variable* variable = codebook.variable(inVariable);
        const model::Code* code = variable == nullptr ? nullptr : variable->code(name);
        return code == nullptr ? name : code->title.in(language);
    }
    [[nodiscard]] std::string code(const std::string& name) const {
        for (const model::Variable& variable : codebook.variables)
            if (const model::Code* code = variable.code(name))
                return code->title.in(language);
        return name;
    }
};

base::Status readUnitized(Session& session, const MeasuredRound& measured, const Titles& titles,
                          const ReportRequest& request, report::RoundFacts& facts, const base::Task& task) {
    // Without a transcript in the round there is nothing that raters could have cut.
    if (std::none_of(measured.units.begin(), measured.units.end(),
                     [](const MeasuredUnit& unit) { return unit.kind != model::UnitKind::Answer; }))
        return {};
    UnitizingRequest wanted;
    wanted.round = measured.round.name;
    wanted.raters = request.measure.raters;
    wanted.afterOpening = request.measure.afterOpening;
    wanted.variables = request.measure.variables;
    wanted.codes = request.measure.codes;
    agreement::UnitizingOptions options;
    options.level = request.measure.measure.level;
    auto result = measureUnitizing(session, wanted, options, task);
    if (!result) {
        // A round whose transcripts nobody cut freely is no fault of the report.
        if (result.error().code == base::Errc::NotFound ||
            result.error().code == base::Errc::InvalidArgument ||
            result.error().code == base::Errc::Undefined)
            return {};
        return tl::make_unexpected(std::move(result.error()));
    }
    report::UnitizedFacts unitized;
    for (const agreement::SourceResult& source : result->document.sources)
        if (source.raters.size() >= 2)
            unitized.sources.push_back(source.source);
    const bool hasValue =
        std::any_of(result->document.overall.begin(), result->document.overall.end(),
                    [](const agreement::Estimate& estimate) { return estimate.value.has_value(); }) ||
        std::any_of(result->document.byCode.begin(), result->document.byCode.end(),
                    [](const agreement::CodeResult& code) {
                        return std::any_of(code.estimates.begin(), code.estimates.end(),
                                           [](const auto& estimate) { return estimate.value.has_value(); });
                    });
    if (unitized.sources.empty() || !hasValue)
        return {};
    unitized.overall = std::move(result->document.overall);
    for (agreement::CodeResult& code : result->document.byCode)
        unitized.byCode.emplace_back(titles.code(code.code), std::move(code.estimates));
    // What the notes say is in English.
    if (request.language != "nl")
        unitized.notes = std::move(result->notes);
    facts.unitized = std::move(unitized);
    return {};
}

base::Status readDrift(Session& session, const MeasuredRound& measured, const Titles& titles,
                       const ReportRequest& request, report::RoundFacts& facts, const base::Task& task) {
    constexpr std::int64_t periods = 5;
    DriftRequest wanted;
    wanted.round = measured.round.name;
    wanted.periods = periods;
    wanted.raters = request.measure.raters;
    wanted.afterOpening = request.measure.afterOpening;
    RAPPORT_ASSIGN(const std::vector<DriftRow> rows, drift(session, wanted, task));
    for (const DriftRow& row : rows) {
        if (!isAsked(request, row.variable, row.code))
            continue;
        report::DriftLine line;
        line.variable = titles.variable(row.variable);
        line.code = row.code.empty() ? std::string() : titles.code(row.variable, row.code);
        for (const DriftPeriod& period : row.periods)
            line.periods.push_back(
                {period.firstUnit, period.lastUnit, period.percentAgreement, period.alpha});
        facts.drift.push_back(std::move(line));
    }
    return {};
}

base::Status readConsensus(Session& session, const MeasuredRound& measured, const Titles& titles,
                           const ReportRequest& request, report::RoundFacts& facts, const base::Task& task) {
    RAPPORT_ASSIGN(const SettledValues settled, SettledValues::read(session, measured.round.id));
    if (settled.isEmpty())
        return {};
    StudyMeasureOptions options = request.measure;
    options.rounds = {measured.round.name};
    options.by.clear();
    options.withConsensus = true;
    options.measure.ci = agreement::IntervalKind::None;
    RAPPORT_ASSIGN(const agreement::StudyAgreement study, measureStudy(session, options, task));
    for (const agreement::LabelledDocument& result : study.results) {
        if (!result.agreement.againstGold)
            continue;
        for (const agreement::GoldResult& held : *result.agreement.againstGold)
            facts.heldAgainst.push_back(
                {titles.variable(result.variable),
                 result.code ? titles.code(result.variable, *result.code) : std::string(), held.rater,
                 held.units, result.open.value_or(0), held.kappa,
                 result.code ? held.sensitivity : std::nullopt,
                 result.code ? held.specificity : std::nullopt});
    }
    return {};
}

base::Status readExamples(Session& session, const MeasuredRound& measured, const Titles& titles,
                          const ReportRequest& request, report::RoundFacts& facts) {
    constexpr std::int64_t longestText = 400; // code points
    if (request.examples <= 0)
        return {};
    DisagreementRequest wanted;
    wanted.round = measured.round.name;
    wanted.raters = request.measure.raters;
    wanted.afterOpening = request.measure.afterOpening;
    RAPPORT_ASSIGN(std::vector<Disagreement> found, disagreements(session, wanted));
    std::erase_if(found,
                  [&](const Disagreement& each) { return !isAsked(request, each.variable, each.code); });
    if (found.size() > static_cast<std::size_t>(request.examples))
        found.resize(static_cast<std::size_t>(request.examples));
    std::vector<model::UnitId> units;
    units.reserve(found.size());
    for (const Disagreement& each : found)
        units.push_back(each.unit);
    RAPPORT_ASSIGN(const std::vector<std::string> texts, unitTexts(session, units));
    for (std::size_t index = 0; index < found.size(); ++index) {
        const Disagreement& each = found[index];
        report::DisagreementExample example;
        example.variable = titles.variable(each.variable);
        example.code = each.code.empty() ? std::string() : titles.code(each.variable, each.code);
        for (const auto& [rater, value] : each.ratings)
            if (value)
                example.ratings.emplace_back(rater, *value);
        example.settled = each.settled.value_or(std::string());
        const text::OffsetMap offsets(texts[index]);
        example.isCut = offsets.length().value > longestText;
        example.text = example.isCut
                           ? texts[index].substr(0, static_cast<std::size_t>(
                                                        offsets.toUtf8(text::CodePoints{longestText}).value))
                           : texts[index];
        facts.examples.push_back(std::move(example));
    }
    return {};
}

} // namespace

base::Status readDetails(Session& session, const MeasuredRound& measured, const model::Codebook& codebook,
                         const ReportRequest& request, report::RoundFacts& facts, const base::Task& task) {
    const Titles titles{codebook, request.language};
    RAPPORT_TRY(readUnitized(session, measured, titles, request, facts, task));
    RAPPORT_TRY(readDrift(session, measured, titles, request, facts, task));
    RAPPORT_TRY(readConsensus(session, measured, titles, request, facts, task));
    return readExamples(session, measured, titles, request, facts);
}

} // namespace rapport::service
