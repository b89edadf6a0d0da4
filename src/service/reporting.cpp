// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/reporting.h"

#include "agreement/panel.h"
#include "agreement/reading.h"
#include "agreement/study_agreement.h"
#include "base/digest.h"
#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "base/version.h"
#include "report/kappa_page.h"
#include "report/kappa_report.h"
#include "report/page_writers.h"
#include "service/measured_data.h"
#include "service/round_details.h"
#include "service/session_impl.h"
#include "service/training.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace rapport::service {

namespace {

using base::Errc;

report::Language languageOf(const std::string& text) {
    return text == "nl" ? report::Language::Dutch : report::Language::English;
}

report::Title titleOf(const model::LocalText& text) {
    return {text.in("en"), text.in("nl")};
}

/// A plan that does not say how many units were drawn of how many, and by which seed, is none: it may have
/// come with a project that has lost it.
report::SamplingPlan planOf(const MeasuredRound& measured) {
    report::SamplingPlan plan;
    const auto json = base::parseJson(measured.round.plan);
    if (!json)
        return plan;
    if (base::boolAt(*json, "imported")) {
        plan.origin = report::SamplingPlan::Origin::Imported;
        return plan;
    }
    const auto number = [&](const char* name) -> std::optional<std::int64_t> {
        const base::Json& member = base::memberAt(*json, name);
        return member.is_number_integer() ? std::optional(member.get<std::int64_t>()) : std::nullopt;
    };
    const auto units = number("units");
    const auto candidates = number("candidates");
    const auto seed = number("seed");
    if (!units || !candidates || !seed || *units < 1 || *candidates < *units)
        return plan;
    plan.origin = report::SamplingPlan::Origin::Drawn;
    plan.units = *units;
    plan.candidates = *candidates;
    plan.seed = *seed;
    plan.isByParticipant = base::stringAt(*json, "sample_by") == "participant";
    for (const auto& each : base::memberAt(*json, "stratify")) {
        if (each.is_string())
            plan.strata.push_back(each.get<std::string>());
    }
    const std::int64_t perUnit = number("per_unit").value_or(0);
    if (perUnit > 0 && perUnit < static_cast<std::int64_t>(measured.measuredRaters))
        plan.ratersPerUnit = perUnit;
    return plan;
}

/// When a version was frozen, or a round made.
struct Dated {
    base::Instant time;
    std::int64_t position = 0; ///< journal row
};

/// What the journal tells beyond ratings: when versions were frozen and rounds made. Of rows that came from
/// several copies the earliest.
struct Occasions {
    std::map<std::int64_t, Dated> frozen; ///< by version
    std::map<model::RoundId, Dated> made;

    static base::Result<Occasions> read(const Session& session) {
        Occasions occasions;
        for (const store::Act act : {store::Act::Freeze, store::Act::Assign}) {
            store::HistoryFilter filter;
            filter.act = act;
            RAPPORT_ASSIGN(const auto rows, session.impl().journal().history(filter));
            for (const store::JournalEntry& row : rows) {
                const auto keep = [&](auto& into, const auto& key) {
                    const auto [found, isNew] = into.try_emplace(key, Dated{row.time, row.position});
                    if (!isNew && row.time < found->second.time)
                        found->second = {row.time, row.position};
                };
                if (act == store::Act::Freeze)
                    keep(occasions.frozen, row.version);
                else
                    keep(occasions.made, row.round);
            }
        }
        return occasions;
    }
};

/// The first judgement under each version under which units were completed.
std::map<std::int64_t, Dated> firstRated(const MeasuredRound& measured) {
    std::map<std::int64_t, Dated> first;
    const auto keep = [&](std::int64_t version, base::Instant time, std::int64_t position) {
        const auto [found, isNew] = first.try_emplace(version, Dated{time, position});
        if (!isNew && std::pair(time, position) < std::pair(found->second.time, found->second.position))
            found->second = {time, position};
    };
    for (const model::Rating& rating : measured.ratings())
        keep(rating.version, rating.time, rating.position);
    for (const model::Coding& coding : measured.codings()) {
        if (first.contains(coding.version))
            keep(coding.version, coding.time, coding.id.value);
    }
    return first;
}

std::vector<report::VersionUsed> versionsOf(const MeasuredRound& measured, const Occasions& occasions) {
    using Freeze = report::VersionUsed::Freeze;
    std::vector<report::VersionUsed> versions;
    for (const auto& [version, first] : firstRated(measured)) {
        report::VersionUsed used;
        used.version = version;
        used.firstRated = first.time;
        if (const auto found = occasions.frozen.find(version); found != occasions.frozen.end()) {
            const Dated& frozen = found->second;
            used.frozen = frozen.time;
            // The first rating freezes a version itself, in the row behind it.
            const bool isByRating = frozen.position == first.position + 1 && frozen.time >= first.time &&
                                    frozen.time - first.time < std::chrono::minutes(1);
            used.freeze = isByRating                  ? Freeze::WithFirstRating
                          : frozen.time <= first.time ? Freeze::Before
                                                      : Freeze::Later;
        }
        versions.push_back(used);
    }
    return versions;
}

/// Blindness is known of work that this program kept apart: in a round that it dealt out, after it was dealt.
report::Independence independenceOf(const MeasuredRound& measured, const report::SamplingPlan& plan,
                                    const Occasions& occasions) {
    if (!measured.round.isBlind)
        return report::Independence::NotBlind;
    if (measured.round.kind == model::RoundKind::Default ||
        plan.origin == report::SamplingPlan::Origin::Imported)
        return report::Independence::NotRecorded;
    const auto made = occasions.made.find(measured.round.id);
    for (const auto& [version, first] : firstRated(measured)) {
        if (made == occasions.made.end() || first.time < made->second.time)
            return report::Independence::NotRecorded;
    }
    return report::Independence::Blind;
}

/// Ratings and codings that entered, by name and in a defined order: what another computer must find again.
std::string dataLines(const MeasuredRound& round, const model::Codebook& codebook) {
    std::vector<std::string> lines;
    for (std::size_t unit = 0; unit < round.units.size(); ++unit) {
        for (std::size_t rater = 0; rater < round.raters.size(); ++rater) {
            for (const model::Variable& variable : codebook.variables) {
                const model::UnitWork work = round.work(unit, rater, variable.id);
                if (!work.completedVersion)
                    continue;
                std::string line =
                    fmt::format("{}\t{}\t{}\t{}", round.units[unit].name, round.raterNames[rater],
                                variable.name, *work.completedVersion);
                for (const model::Coding& coding : work.codings) {
                    const model::Code* code = variable.code(coding.code);
                    line += fmt::format("\t{}:{}-{}:{}", code == nullptr ? "" : code->name,
                                        coding.range ? coding.range->begin.value : -1,
                                        coding.range ? coding.range->end.value : -1, coding.count);
                }
                lines.push_back(std::move(line));
            }
        }
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines)
        all += line + '\n';
    return all;
}

report::RoundFacts factsOf(const MeasuredRound& measured, const ReportRequest& request,
                           const Occasions& occasions) {
    report::RoundFacts facts;
    facts.name = measured.round.name;
    facts.kind = model::name(measured.round.kind);
    facts.plan = planOf(measured);
    facts.independence = independenceOf(measured, facts.plan, occasions);
    facts.versions = versionsOf(measured, occasions);
    facts.isOpen = measured.round.openedAt != 0;
    facts.includesAfterOpening = facts.isOpen && request.measure.afterOpening;
    facts.raters = measured.raterNames;
    facts.assignedUnits = measured.assignedUnits;
    facts.assignedTo = measured.assignedTo;
    std::map<model::RaterId, std::set<model::UnitId>> completed;
    for (const model::Rating& rating : measured.ratings())
        completed[rating.rater].insert(rating.unit);
    std::map<model::UnitId, int> times;
    for (std::size_t rater = 0; rater < measured.raters.size(); ++rater) {
        const auto& units = completed[measured.raters[rater]];
        facts.completed.emplace_back(measured.raterNames[rater], static_cast<std::int64_t>(units.size()));
        for (const model::UnitId unit : units)
            ++times[unit];
    }
    facts.doubleCoded =
        std::count_if(times.begin(), times.end(), [](const auto& entry) { return entry.second >= 2; });
    if (facts.assignedUnits == 0)
        facts.assignedUnits = static_cast<std::int64_t>(times.size());
    return facts;
}

report::CodeLine lineOf(const agreement::LabelledDocument& result, const model::Codebook& codebook,
                        const ReportRequest& request) {
    const std::string& language = request.language;
    report::CodeLine line;
    line.agreement = result.agreement;
    line.prompt = result.prompt.value_or(std::string());
    if (request.measure.by != "round") // rounds have a part of the report each
        line.group = result.by;
    line.holding = result.holding;
    line.beside = result.besideCommonest;
    line.notGiven = result.notGiven;
    const model::Variable* variable = codebook.variable(result.variable);
    line.variable = variable == nullptr ? report::Title(result.variable) : titleOf(variable->title);
    line.scale = variable == nullptr ? "nominal" : model::name(variable->scale);
    if (result.code) {
        line.codeName = *result.code;
        const model::Code* code = variable == nullptr ? nullptr : variable->code(*result.code);
        line.code = code == nullptr ? *result.code : code->title.in(language);
        line.tag = code == nullptr ? std::string() : code->tag.in(language);
        line.colour = code == nullptr ? std::string() : code->colour;
    }
    for (const agreement::Estimate& estimate : result.agreement.overall)
        line.isPooled = line.isPooled || estimate.hasCaveat("pooled_prompts");
    return line;
}

/// Of the judgements of units that two raters judged, the share that gives the code.
std::optional<double> prevalenceOf(const agreement::ReliabilityData& data) {
    double judged = 0;
    double given = 0;
    for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern) {
        const auto row = data.pattern(pattern);
        const auto present =
            static_cast<std::ptrdiff_t>(row.size()) - std::count(row.begin(), row.end(), agreement::missing);
        if (present < 2)
            continue;
        const auto units = static_cast<double>(data.patternUnits(pattern));
        judged += units * static_cast<double>(present);
        given += units * static_cast<double>(std::count(row.begin(), row.end(), 1));
    }
    return judged > 0 ? std::optional(given / judged) : std::nullopt;
}

/// What only the data tell, not the document: how many units hold a code, and the sentence that says why its
/// numbers differ. Results come by variable and prompt, so that what their codes share is made once.
class PanelReader {
public:
    PanelReader(const MeasuredRound& measured, const model::Codebook& codebook, const ReportRequest& request)
        : m_measured(&measured)
        , m_codebook(&codebook)
        , m_request(&request) {}

    base::Status read(report::CodeLine& line, const agreement::LabelledDocument& result) {
        const model::Variable* variable = m_codebook->variable(result.variable);
        const model::Code* code =
            variable == nullptr || !result.code ? nullptr : variable->code(*result.code);
        if (code == nullptr)
            return {};
        if (!m_data || m_variable != variable || m_prompt != result.prompt) {
            m_variable = variable;
            m_prompt = result.prompt;
            m_data.emplace(*m_measured, *variable, unitsOf(*variable, result.prompt), m_request->measure);
        }
        RAPPORT_ASSIGN(const agreement::ReliabilityData data, m_data->of(*code));
        line.holding = agreement::unitsHolding(data);
        // The tables of pairs say it too, where there are any.
        if (result.agreement.pairs.empty())
            line.prevalence = prevalenceOf(data);
        RAPPORT_ASSIGN(const agreement::CodePanel panel,
                       agreement::codePanel(line.code, data, result.agreement, m_request->target));
        line.sentence = agreement::panelSentence(
            panel, m_request->language == "nl" ? agreement::Language::Dutch : agreement::Language::English);
        return {};
    }

private:
    [[nodiscard]] std::vector<std::size_t> unitsOf(const model::Variable& variable,
                                                   const std::optional<std::string>& prompt) const {
        std::vector<std::size_t> units;
        for (std::size_t unit = 0; unit < m_measured->units.size(); ++unit) {
            const MeasuredUnit& each = m_measured->units[unit];
            if (variable.appliesTo(each.kind, each.prompt) &&
                (!prompt || each.prompt == *prompt ||
                 (each.prompt.empty() && model::name(each.kind) == *prompt)))
                units.push_back(unit);
        }
        return units;
    }

    const MeasuredRound* m_measured;
    const model::Codebook* m_codebook;
    const ReportRequest* m_request;
    const model::Variable* m_variable = nullptr;
    std::optional<std::string> m_prompt;
    std::optional<CodesData> m_data;
};

/// Titles in place of names; only what rounds keep to themselves.
void addStrata(report::RoundFacts& facts, const std::vector<agreement::StrataTest>& tests,
               const model::Codebook& codebook, const std::string& language) {
    for (const agreement::StrataTest& test : tests) {
        if (test.round != facts.name)
            continue;
        report::StrataLine line;
        const model::Variable* variable = codebook.variable(test.variable);
        const model::Code* code = variable == nullptr || !test.code ? nullptr : variable->code(*test.code);
        line.variable = variable == nullptr ? test.variable : variable->title.in(language);
        if (test.code)
            line.code = code == nullptr ? *test.code : code->title.in(language);
        line.test = test;
        facts.strata.push_back(std::move(line));
    }
}

/// In the instrument's order, kinds of units in transcripts behind; within each as measured.
void sortByPrompt(std::vector<report::CodeLine>& lines, const model::Instrument& instrument) {
    const auto place = [&](const report::CodeLine& line) {
        if (line.prompt.empty())
            return std::ptrdiff_t{-1};
        const auto& prompts = instrument.prompts;
        return std::find_if(prompts.begin(), prompts.end(),
                            [&](const model::Prompt& prompt) { return prompt.name == line.prompt; }) -
               prompts.begin();
    };
    std::stable_sort(lines.begin(), lines.end(), [&](const report::CodeLine& a, const report::CodeLine& b) {
        return place(a) < place(b);
    });
}

base::Result<report::KappaReport> gather(Session& session, const ReportRequest& request,
                                         const agreement::StudyAgreement& study, const base::Task& task) {
    report::KappaReport report;
    RAPPORT_ASSIGN(const StudyInfo info, session.info());
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    report.study = info.title;
    report.instrument = instrument.title.in(request.language);
    report.instrumentIsStandIn = instrument.isStandIn;
    report.participants = info.participants;
    report.answers = info.answers;
    report.turns = info.turns;
    report.nonResponses = info.nonResponses;
    switch (request.measure.overlap) {
    case model::Overlap::Any:
        report.overlapRule = "any";
        break;
    case model::Overlap::Majority:
        report.overlapRule = "majority";
        break;
    case model::Overlap::Full:
        report.overlapRule = "full";
        break;
    }
    report.rollUp = request.measure.rollUp;
    report.target = request.target;
    report.level = request.measure.measure.level;
    report.splitBy = request.measure.by;
    report.made = session.impl().environment.clock->now();
    report.programVersion = fmt::format("Rapport {}", base::programVersion());
    RAPPORT_ASSIGN(const Occasions occasions, Occasions::read(session));
    std::string lines;
    std::vector<std::string> names;
    for (const agreement::LabelledDocument& result : study.results) {
        if (std::find(names.begin(), names.end(), result.round) == names.end())
            names.push_back(result.round);
    }
    for (const std::string& name : names) {
        RAPPORT_ASSIGN(const model::Round round, session.round(name));
        RAPPORT_ASSIGN(const auto read, MeasuredRound::shared(session, round, request.measure));
        const MeasuredRound& measured = *read;
        report.codebookVersion = std::max(report.codebookVersion, measured.codebook->version);
        report::RoundFacts facts = factsOf(measured, request, occasions);
        if (const auto left = study.leftOutToRate.find(name); left != study.leftOutToRate.end())
            facts.leftOutToRate = left->second;
        PanelReader panels(measured, *measured.codebook, request);
        for (const agreement::LabelledDocument& result : study.results) {
            if (result.round != name)
                continue;
            report::CodeLine line = lineOf(result, *measured.codebook, request);
            if (!result.by)
                RAPPORT_TRY(panels.read(line, result));
            facts.lines.push_back(std::move(line));
        }
        if (request.measure.by.empty())
            sortByPrompt(facts.lines, instrument);
        addStrata(facts, study.strata, *measured.codebook, request.language);
        RAPPORT_TRY(readDetails(session, measured, *measured.codebook, request, facts, task));
        lines += fmt::format("round {}\n", name) + dataLines(measured, *measured.codebook);
        report.rounds.push_back(std::move(facts));
    }
    report.dataHash = base::hex(base::sha256(lines));
    return report;
}

} // namespace

base::Result<std::string> kappaReport(Session& session, const ReportRequest& request, ReportFormat format,
                                      const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "make the kappa report"));
    if (!(request.target > 0 && request.target <= 1))
        return base::fail(Errc::InvalidArgument, base::said("a target lies between 0 and 1"),
                          "for example 0.7");
    if (request.examples < 0)
        return base::fail(Errc::InvalidArgument, base::said("a number of examples is 0 or more"));
    // Every part asks for the same rounds: they are read once and held until the report is made.
    RAPPORT_ASSIGN(const auto rounds, roundsToMeasure(session, request.measure));
    std::vector<std::shared_ptr<const MeasuredRound>> held;
    for (const model::Round& round : rounds) {
        RAPPORT_ASSIGN(auto read, MeasuredRound::shared(session, round, request.measure));
        held.push_back(std::move(read));
    }
    RAPPORT_ASSIGN(agreement::StudyAgreement study, measureStudy(session, request.measure, task));
    if (study.results.empty()) {
        RAPPORT_ASSIGN(const std::string training, ratedBesideGold(session, request.measure.rounds));
        return base::fail(Errc::Undefined, "there is nothing to report on yet",
                          !study.leftOutToRate.empty()
                              ? base::Phrase("what you still have to rate yourself is left out until it is "
                                             "completed")
                          : training.empty()
                              ? base::Phrase("no unit of these rounds was completed by a human rater")
                              : base::said("raters were shown gold codings in round '{}': such ratings "
                                           "never enter agreement",
                                           training));
    }
    if (request.measure.by.empty()) {
        // A pooled result can exceed every prompt's own: each prompt is shown beside it.
        StudyMeasureOptions byPrompt = request.measure;
        byPrompt.by = "prompt";
        RAPPORT_ASSIGN(const agreement::StudyAgreement prompts, measureStudy(session, byPrompt, task));
        const std::size_t together = study.results.size();
        for (const agreement::LabelledDocument& result : prompts.results) {
            const auto isPooled = [](const agreement::AgreementDocument& document) {
                return std::any_of(document.overall.begin(), document.overall.end(),
                                   [](const auto& estimate) { return estimate.hasCaveat("pooled_prompts"); });
            };
            // What rests on one prompt alone is there already.
            const bool isThere = std::any_of(study.results.begin(),
                                             study.results.begin() + static_cast<std::ptrdiff_t>(together),
                                             [&](const agreement::LabelledDocument& each) {
                                                 return each.round == result.round &&
                                                        each.variable == result.variable &&
                                                        each.code == result.code && !isPooled(each.agreement);
                                             });
            if (!isThere)
                study.results.push_back(result);
        }
        study.strata = prompts.strata;
    }
    if (format == ReportFormat::Json)
        return base::dumpJson(agreement::toJson(study)) + "\n";
    if (format == ReportFormat::Csv)
        return agreement::toCsv(study);
    RAPPORT_ASSIGN(const report::KappaReport gathered, gather(session, request, study, task));
    const report::Language language = languageOf(request.language);
    const report::Page page = report::kappaPage(gathered, language);
    switch (format) {
    case ReportFormat::Markdown:
        return report::markdownOf(page);
    case ReportFormat::Latex:
        return report::latexOf(page);
    case ReportFormat::Word:
        return report::wordOf(page);
    case ReportFormat::OpenDocument:
        return report::openDocumentOf(page);
    case ReportFormat::Workbook:
        return report::workbookOf(page);
    case ReportFormat::Print:
        return report::printHtmlOf(page);
    case ReportFormat::Html:
    case ReportFormat::Json:
    case ReportFormat::Csv:
        break;
    }
    return report::htmlOf(page);
}

base::Status writeKappaReport(Session& session, const ReportRequest& request, const std::string& file,
                              const base::Task& task) {
    const std::string ending = base::fileEnding(file);
    ReportFormat format = ReportFormat::Html;
    if (ending == "md")
        format = ReportFormat::Markdown;
    else if (ending == "json")
        format = ReportFormat::Json;
    else if (ending == "csv")
        format = ReportFormat::Csv;
    else if (ending == "tex")
        format = ReportFormat::Latex;
    else if (ending == "docx")
        format = ReportFormat::Word;
    else if (ending == "odt")
        format = ReportFormat::OpenDocument;
    else if (ending == "xlsx")
        format = ReportFormat::Workbook;
    else if (ending != "html" && ending != "htm")
        return base::fail(Errc::InvalidArgument, base::Place{file, 0, 0, {}},
                          base::said("a report cannot be written as '{}'", ending),
                          "use .html, .md, .docx, .odt, .tex, .xlsx, .json or .csv");
    RAPPORT_ASSIGN(const std::string text, kappaReport(session, request, format, task));
    return base::writeFileAtomically(file, text);
}

} // namespace rapport::service
