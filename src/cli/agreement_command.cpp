// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/json.h"
#include "agreement/matrix.h"
#include "agreement/r_script.h"
#include "agreement/study_agreement.h"
#include "agreement/text.h"
#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "cli/measure_arguments.h"
#include "cli/study_arguments.h"
#include "model/alike_names.h"
#include "service/measuring.h"
#include "service/progress.h"
#include "service/training.h"

#include <algorithm>

namespace rapport::cli {

namespace {

using base::Errc;

struct Options {
    StudyArguments study;
    MeasureArguments measure;
    service::StudyMeasureOptions select;
    std::string overlap;
    std::string matrix;
    std::string unitColumn;
    std::string scale;
    std::string script;
    std::vector<std::string> categories;
    std::string with;
    std::optional<std::int64_t> periods;
};

tl::unexpected<base::Error> namedTwice(const std::string& rater) {
    return base::fail(Errc::InvalidArgument, fmt::format("--raters names '{}' twice", rater),
                      "nobody's agreement with herself in one round tells anything");
}

base::Result<Answer> measureMatrix(const Options& options, const base::Task& task) {
    const service::StudyMeasureOptions& select = options.select;
    if (!options.study.viewer.empty() || !select.rounds.empty() || !select.variables.empty() ||
        (!select.codes.empty() && (select.codes.size() > 1 || options.matrix.ends_with(".csv"))) ||
        select.afterOpening || !select.by.empty() || !options.overlap.empty() || select.rollUp ||
        !select.where.empty())
        return base::fail(Errc::InvalidArgument, "a bare table has no rounds, variables, codes or viewers",
                          "leave out --as, --round, --variables, --codes, --after-opening, --by, --overlap, "
                          "--rollup and --where, or give a study");
    if (options.periods)
        return base::fail(Errc::InvalidArgument, "--periods goes with a study: a bare table has no times",
                          "--diagnostics tells of blocks of its units in their order");
    for (auto rater = select.raters.begin(); rater != select.raters.end(); ++rater)
        if (std::find(select.raters.begin(), rater, *rater) != rater)
            return namedTwice(*rater);
    agreement::MatrixOptions reading;
    reading.fileName = options.matrix;
    reading.categories = options.categories;
    if (!options.scale.empty())
        reading.scale = agreement::scaleNamed(options.scale).value_or(agreement::Scale::Nominal);
    const std::string ending = base::fileEnding(options.matrix);
    bool isSpreadsheet = ending == "xlsx" || ending == "ods" || !options.unitColumn.empty();
    Answer answer;
    agreement::ReliabilityData data;
    {
        // The text is gone before anything is measured: of a large table it is the largest part.
        std::string csv;
        if (!isSpreadsheet) {
            RAPPORT_ASSIGN(csv, base::readFile(options.matrix));
            isSpreadsheet = service::holdsCrosses(csv);
        }
        if (isSpreadsheet) {
            const std::string code = select.codes.empty() ? std::string() : select.codes.front();
            RAPPORT_ASSIGN(service::SpreadsheetMatrix made,
                           service::spreadsheetMatrix(
                               options.matrix, select.raters,
                               options.unitColumn == "row" ? std::string() : options.unitColumn, code));
            for (const std::string& note : made.notes)
                answer.note(options.matrix + ": " + note);
            csv = std::move(made.csv);
        }
        RAPPORT_ASSIGN(data, agreement::readMatrix(csv, reading));
    }
    if (!select.raters.empty() && !isSpreadsheet) {
        std::vector<std::size_t> columns;
        for (const std::string& rater : select.raters) {
            const auto column = model::placeOfName(data.raters(), rater);
            if (!column)
                return base::fail(Errc::NotFound, base::Place{options.matrix, 1, 0, {}},
                                  fmt::format("there is no rater '{}' in the header", rater));
            if (std::find(columns.begin(), columns.end(), *column) != columns.end())
                return namedTwice(rater);
            columns.push_back(*column);
        }
        data = data.withRaters(columns);
    }
    RAPPORT_ASSIGN(agreement::MeasureOptions measure,
                   measureOptions(options.measure, [&](const std::string& table, const std::string& file) {
                       return agreement::readWeights(table, data, file);
                   }));
    if (measure.gold)
        if (const auto column = model::placeOfName(data.raters(), *measure.gold))
            measure.gold = data.raters()[*column];
    RAPPORT_ASSIGN(const agreement::AgreementDocument result, agreement::measure(data, measure, task));
    if (!options.script.empty())
        RAPPORT_TRY(base::writeFileAtomically(options.script, agreement::rCheckScript(data, result)));
    const Format format = formatOf(options.study.format);
    answer.out = format == Format::Json  ? jsonText(agreement::toJson(result))
                 : format == Format::Csv ? agreement::toCsv(result)
                                         : agreement::toText(result);
    return answer;
}

/// A table of weights is over the levels of one variable.
base::Result<agreement::WeightRequest> weightsOfStudy(service::Session& session,
                                                      const service::StudyMeasureOptions& select,
                                                      const std::string& csv, const std::string& file) {
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    const model::Variable* variable =
        select.variables.size() == 1 ? codebook->variable(select.variables.front()) : nullptr;
    if (variable == nullptr || variable->scale == model::Scale::Presence)
        return base::fail(Errc::InvalidArgument, "a table of weights belongs to the levels of one variable",
                          "name it with --variables");
    std::vector<std::string> rounds = select.rounds;
    if (rounds.empty()) {
        RAPPORT_ASSIGN(const auto all, session.rounds());
        for (const model::Round& round : all) {
            if (round.kind == model::RoundKind::Reliability)
                rounds.push_back(round.name);
        }
        if (rounds.empty())
            rounds.emplace_back(model::defaultRoundName);
    }
    RAPPORT_ASSIGN(const agreement::ReliabilityData data,
                   service::reliabilityData(session, select, rounds.front(), variable->name, std::nullopt,
                                            std::nullopt));
    return agreement::readWeights(csv, data, file);
}

std::string figure(const std::optional<double>& value, Format format) {
    return value ? fmt::format("{:.4f}", *value) : format == Format::Csv ? "" : "-";
}

base::Json numberJson(const std::optional<double>& number) {
    return number ? base::Json(*number) : base::Json();
}

std::string driftText(const std::vector<service::DriftRow>& rows, Format format) {
    if (format == Format::Json) {
        base::Json json = document("agreement-drift");
        json["results"] = base::Json::array();
        for (const service::DriftRow& row : rows) {
            base::Json periods = base::Json::array();
            for (const service::DriftPeriod& period : row.periods) {
                base::Json given = base::Json::object();
                for (std::size_t rater = 0; rater < period.given.size(); ++rater)
                    given[row.raters[rater]] = numberJson(period.given[rater]);
                periods.push_back({{"first_unit", period.firstUnit},
                                   {"last_unit", period.lastUnit},
                                   {"from", base::isoText(period.from)},
                                   {"to", base::isoText(period.to)},
                                   {"percent_agreement", numberJson(period.percentAgreement)},
                                   {"alpha", numberJson(period.alpha)},
                                   {"cusum", period.cusum},
                                   {"given", std::move(given)}});
            }
            json["results"].push_back({{"round", row.round},
                                       {"variable", row.variable},
                                       {"code", row.code.empty() ? base::Json() : base::Json(row.code)},
                                       {"periods", std::move(periods)}});
        }
        return jsonText(json);
    }
    Table table({"round", "variable", "code", "first", "last", "from", "to", "agreement", "alpha", "cusum"});
    for (const service::DriftRow& row : rows) {
        for (const service::DriftPeriod& period : row.periods)
            table.add({row.round, row.variable, row.code, std::to_string(period.firstUnit),
                       std::to_string(period.lastUnit), base::isoText(period.from), base::isoText(period.to),
                       figure(period.percentAgreement, format), figure(period.alpha, format),
                       fmt::format("{:.4f}", period.cusum)});
    }
    return format == Format::Csv ? table.toCsv() : table.toText();
}

/// Each rater against the consensus. JSON: the whole document, with `against_consensus` in each result.
std::string consensusText(const agreement::StudyAgreement& result, Format format) {
    if (format == Format::Json) {
        base::Json json = agreement::toJson(result);
        for (std::size_t place = 0; place < result.results.size(); ++place) {
            base::Json& measured = json["results"][place]["agreement"];
            if (!measured.contains("against_gold"))
                continue;
            json["results"][place]["open"] = result.results[place].open.value_or(0);
            measured["against_consensus"] = std::move(measured["against_gold"]);
            measured.erase("against_gold");
        }
        return jsonText(json);
    }
    Table table({"round", "variable", "code", "prompt", "by", "rater", "units", "open", "sensitivity",
                 "specificity", "precision", "f1", "kappa"});
    std::int64_t open = 0;
    for (const agreement::LabelledDocument& each : result.results) {
        if (!each.agreement.againstGold)
            continue;
        open += each.open.value_or(0);
        for (const agreement::GoldResult& held : *each.agreement.againstGold)
            table.add({each.round, each.variable, each.code.value_or(""), each.prompt.value_or(""),
                       each.by.value_or(""), held.rater, std::to_string(held.units),
                       std::to_string(each.open.value_or(0)), figure(held.sensitivity, format),
                       figure(held.specificity, format), figure(held.precision, format),
                       figure(held.f1, format), figure(held.kappa, format)});
    }
    if (format == Format::Csv)
        return table.toCsv();
    return table.toText() +
           (open == 0 ? ""
                      : "\nopen: units on which raters differ and nothing is settled; they are left out\n");
}

/// Each rater against the gold one, for people; the other forms have it in each result.
std::string goldText(const agreement::StudyAgreement& result, const std::string& gold) {
    Table table(
        {"code", "where", "rater", "units", "sensitivity", "specificity", "precision", "f1", "kappa"});
    const auto share = [](const auto& value) { return figure(value, Format::Text); };
    bool isAny = false;
    for (const agreement::LabelledDocument& each : result.results) {
        if (!each.agreement.againstGold)
            continue;
        for (const agreement::GoldResult& held : *each.agreement.againstGold) {
            isAny = true;
            table.add({each.code.value_or(each.variable), each.by.value_or(each.prompt.value_or("")),
                       held.rater, std::to_string(held.units), share(held.sensitivity),
                       share(held.specificity), share(held.precision), share(held.f1), share(held.kappa)});
        }
    }
    return isAny ? fmt::format("\nAgainst {}\n", plain(gold)) + table.toText() : std::string();
}

base::Result<Answer> measureStudy(const Options& options, const base::Task& task) {
    if (!options.scale.empty() || !options.categories.empty())
        return base::fail(Errc::InvalidArgument,
                          "in a study the codebook says the scale and the categories of a variable",
                          "leave out --scale and --categories");
    if (!options.script.empty())
        return base::fail(Errc::InvalidArgument, "--r-script goes with --matrix",
                          "for a study: rapport report STUDY --out FILE.R");
    Answer answer;
    RAPPORT_ASSIGN(const auto session, openStudy(options.study, service::OpenMode::ReadOnly, answer));
    service::StudyMeasureOptions select = options.select;
    select.overlap = options.overlap == "majority" ? model::Overlap::Majority
                     : options.overlap == "full"   ? model::Overlap::Full
                                                   : model::Overlap::Any;
    RAPPORT_ASSIGN(select.measure,
                   measureOptions(options.measure, [&](const std::string& csv, const std::string& file) {
                       return weightsOfStudy(*session, select, csv, file);
                   }));
    if (select.measure.gold) {
        RAPPORT_ASSIGN(model::Rater gold, session->rater(*select.measure.gold));
        select.measure.gold = std::move(gold.name);
    }
    select.withConsensus = !options.with.empty();
    if (options.periods) {
        service::DriftRequest request;
        if (select.rounds.size() > 1 || select.variables.size() > 1 || select.codes.size() > 1)
            return base::fail(Errc::InvalidArgument, "drift is told of one round, variable or code",
                              "name one of each at most");
        request.round = select.rounds.empty() ? "" : select.rounds.front();
        request.variable = select.variables.empty() ? "" : select.variables.front();
        request.code = select.codes.empty() ? "" : select.codes.front();
        request.periods = *options.periods;
        RAPPORT_ASSIGN(const auto rows, service::drift(*session, request, task));
        if (rows.empty())
            answer.note("rapport: too few units were judged twice to see a drift",
                        "it takes two periods of five units");
        answer.out = driftText(rows, formatOf(options.study.format));
        return answer;
    }
    RAPPORT_ASSIGN(const agreement::StudyAgreement result, service::measureStudy(*session, select, task));
    RAPPORT_ASSIGN(const std::string besideGold, service::ratedBesideGold(*session, select.rounds));
    if (result.results.empty() && result.leftOutToRate.empty()) {
        if (besideGold.empty())
            answer.note("rapport: there is nothing to measure: no unit was completed in these rounds",
                        "see: rapport units STUDY --done");
        else
            answer.note(fmt::format("rapport: there is nothing to measure: in round {} of training raters "
                                    "were shown gold codings, and such ratings never enter agreement",
                                    plain(besideGold)),
                        "hold them against gold: --gold RATER");
    }
    for (const auto& [round, units] : result.leftOutToRate)
        answer.note(fmt::format("rapport: round {}: {} left out: you still have to rate {}", plain(round),
                                units == 1 ? std::string("1 unit is") : fmt::format("{} units are", units),
                                units == 1 ? "it, or a text of its participant"
                                           : "them, or texts of their participants"),
                    "they count once you have completed what you were given");
    const Format format = formatOf(options.study.format);
    if (select.withConsensus) {
        answer.out = consensusText(result, format);
        return answer;
    }
    answer.out = format == Format::Json  ? jsonText(agreement::toJson(result))
                 : format == Format::Csv ? agreement::toCsv(result)
                                         : agreement::toText(result);
    if (format == Format::Text && !besideGold.empty() && result.results.empty())
        answer.out = fmt::format("Agreement of {}\n\nNothing to measure.\n", plain(result.study));
    if (format == Format::Text && select.measure.gold)
        answer.out += goldText(result, *select.measure.gold);
    if (!besideGold.empty() && !result.results.empty())
        answer.note(
            fmt::format("rapport: in round {} of training raters were shown gold codings: they are held "
                        "against gold, and do not enter agreement among themselves there",
                        plain(besideGold)));
    return answer;
}

} // namespace

Run declareAgreement(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    service::StudyMeasureOptions& select = options->select;
    arguments.positional("STUDY", options->study.path, "The study, a .rapport file", Need::Optional);
    arguments.text(
        "--matrix", options->matrix, "FILE",
        "A bare table instead: column unit, optional column cluster, every other one a rater; or a "
        "workbook with a column or a sheet per rater");
    arguments.text(
        "--unit-column", options->unitColumn, "NAME",
        "Of a bare table without column unit: the one that names the units, or row; raters by --raters");
    arguments.repeated("--round", select.rounds, "R",
                       "This round (default: the reliability rounds, else default; may be repeated)");
    arguments.flag("--after-opening", select.afterOpening,
                   "With what was changed after the round was opened");
    arguments.list("--variables", select.variables, "V,..", "These variables only");
    arguments.list("--codes", select.codes, "C,..", "These codes only");
    arguments.list("--raters", select.raters, "A,B,..", "These raters only (default: all human ones)");
    arguments.text("--by", select.by, "prompt|ATTR|round|version", "A result for each value");
    arguments.repeated("--where", select.where, "VARIABLE=LEVEL",
                       "Ratings of units only that the rater gave this level (may be repeated)");
    arguments.choice("--overlap", options->overlap, {"any", "majority", "full"},
                     "How much of a unit segments must cover to count for it (any)");
    arguments.flag("--rollup", select.rollUp, "A code counts through the codes under it too");
    arguments.choice("--scale", options->scale, {"nominal", "ordinal", "interval", "ratio"},
                     "Of a bare table (nominal)");
    arguments.list("--categories", options->categories, "A,B,..",
                   "Of a bare table: the list and its order (default: those used)");
    arguments.text("--r-script", options->script, "FILE.R",
                   "Of a bare table: also write a script in R that works the numbers out anew");
    declareMeasure(arguments, options->measure);
    arguments.choice("--with", options->with, {"consensus"},
                     "Of a study: hold each rater against what was settled, else said by all");
    arguments.number("--periods", options->periods, "N",
                     "Of a study: instead, agreement over the time of a round, in N periods at most");
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        if (options->matrix.empty() == options->study.path.empty())
            return base::fail(Errc::InvalidArgument, "what shall be measured?",
                              "give either a study or --matrix FILE");
        if (!options->with.empty() && options->study.path.empty())
            return base::fail(Errc::InvalidArgument, "a bare table has no consensus",
                              "give --gold with the name of a column");
        return options->matrix.empty() ? measureStudy(*options, task) : measureMatrix(*options, task);
    };
}

} // namespace rapport::cli
