// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "cli/study_arguments.h"
#include "service/analysing.h"
#include "service/analysis_figure.h"

#include <algorithm>

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::string what;
    std::string source;
    std::string within;
    std::string overlap;
    std::string table;
    std::string figure;
    std::string figureKind;
    std::int64_t lines = 40;
    std::int64_t seed = 1;
    service::AnalysisRequest request;
};

/// Numbers as people read them; a table that has more columns than a terminal is as wide as it is.
std::string tableText(const analysis::ResultTable& table) {
    std::vector<std::string> columns;
    std::vector<std::size_t> shown;
    for (std::size_t place = 0; place < table.columns.size(); ++place) {
        // A column that says nothing anywhere is left out.
        const bool isEmpty = std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
            return std::holds_alternative<std::monostate>(row[place]);
        });
        if (isEmpty && !table.rows.empty())
            continue;
        columns.push_back(table.columns[place].id);
        shown.push_back(place);
    }
    Table text(columns);
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        cells.reserve(shown.size());
        for (const std::size_t place : shown)
            cells.push_back(analysis::shownText(row[place], table.columns[place].kind));
        text.add(std::move(cells));
    }
    return text.toText();
}

std::string resultText(const analysis::Result& result) {
    std::string out;
    Table facts({"", ""});
    for (const auto& [key, value] : result.data) {
        if (const std::string text = analysis::exactText(value); !text.empty())
            facts.add({key, text});
    }
    out = facts.toText(false);
    for (const analysis::ResultTable& table : result.tables) {
        out += '\n';
        if (result.tables.size() > 1)
            out += table.id + '\n';
        out += table.rows.empty() ? std::string("nothing\n") : tableText(table);
    }
    return out;
}

base::Result<std::string> answerText(const analysis::Result& result, const std::string& wanted,
                                     Format format) {
    const analysis::ResultTable* table = wanted.empty() ? nullptr : result.table(wanted);
    if (!wanted.empty() && table == nullptr) {
        std::string names;
        for (const analysis::ResultTable& each : result.tables)
            names += (names.empty() ? "" : ", ") + each.id;
        return base::fail(base::Errc::InvalidArgument,
                          fmt::format("'{}' has no table '{}'", result.name, wanted), "tables: " + names);
    }
    switch (format) {
    case Format::Json:
        return jsonText(analysis::toJson(result));
    case Format::Csv:
        return analysis::toCsv(table == nullptr ? result.tables.front() : *table);
    case Format::Text:
        break;
    }
    return table == nullptr ? resultText(result) : tableText(*table);
}

} // namespace

Run declareAnalyse(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    service::AnalysisSelection& select = options->request.select;
    declareStudy(arguments, options->study);
    arguments.action("WHAT", options->what, service::analyses(), "What to analyse");
    arguments.text("--by", options->request.by, "ATTR",
                   "By this attribute of participants (crosstab: default the study's comparisons)");
    arguments.choice("--source", options->source, {"raters", "consensus"},
                     "Raters' codes alone, or the consensus alone (default: a unit's assigned rater; where "
                     "several rated it the consensus, else the first assigned rater)");
    arguments.repeated("--round", select.rounds, "R",
                       "This round (default: all but training and calibration; may be repeated)");
    arguments.list("--prompts", select.prompts, "Q,..", "These prompts, or kinds of units, only");
    arguments.list("--participants", select.participants, "P|ATTR=VALUE,..",
                   "These participants only, by name or attribute");
    arguments.list("--variables", select.variables, "V,..", "These variables only");
    arguments.list("--codes", select.codes, "C,..", "These codes only");
    arguments.list("--raters", select.raters, "A,B,..", "These raters only (default: all human ones)");
    arguments.choice("--overlap", options->overlap, {"any", "majority", "full"},
                     "How much of a unit segments must cover to count for it (any)");
    arguments.flag("--rollup", select.rollUp, "A code counts through the codes under it too");
    arguments.number("--level", select.level, "L", "Confidence level (0.95)");
    arguments.choice("--within", options->within, {"answer", "turn", "segment"},
                     "cooccurrence: in the same answer, turn, or in segments that overlap (answer)");
    arguments.text("--transcript", options->request.source, "NAME",
                   "sequence, speakers: this transcript only");
    arguments.number("--cut", options->request.cut, "N",
                     "delphi: the level, from 1, from which on experts agree (second highest)");
    arguments.number("--orders", options->request.orders, "N", "saturation: orders that are drawn (200)");
    arguments.number("--seed", options->seed, "N", "saturation: seed of the orders (1)");
    arguments.text("--table", options->table, "ID", "This table of the result only (csv: default the first)");
    arguments.text("--figure", options->figure, "FILE.svg", "Draw it into this file instead");
    arguments.choice("--figure-kind", options->figureKind,
                     {"bars", "dots", "matrix", "network", "stack", "timeline", "curve"},
                     "How to draw it (default: as suits the analysis)");
    arguments.number("--lines", options->lines, "N", "Lines of a figure: the most frequent (40)");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        service::AnalysisRequest& request = options->request;
        if (!(request.select.level > 0 && request.select.level < 1))
            return base::fail(base::Errc::InvalidArgument, "--level lies between 0 and 1", "95 % is 0.95");
        request.select.from = options->source == "raters"      ? service::CodesFrom::Raters
                              : options->source == "consensus" ? service::CodesFrom::Consensus
                                                               : service::CodesFrom::Rule;
        request.select.overlap = options->overlap == "majority" ? model::Overlap::Majority
                                 : options->overlap == "full"   ? model::Overlap::Full
                                                                : model::Overlap::Any;
        request.within = options->within == "segment" ? service::Within::Segment
                         : options->within == "turn"  ? service::Within::Turn
                                                      : service::Within::Unit;
        request.seed = static_cast<std::uint64_t>(options->seed);
        if (!options->figure.empty() && base::fileEnding(options->figure) != "svg")
            return base::fail(base::Errc::InvalidArgument, base::Place{options->figure, 0, 0, {}},
                              "a figure is written as .svg", "give its name that ending");
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        RAPPORT_ASSIGN(const auto result, service::analyse(*session, options->what, request, task));
        for (const auto& [key, value] : result.data) {
            if (key == service::leftOutToRate)
                answer.note(fmt::format("rapport: {} left out: you still have to rate {}",
                                        value == analysis::Value(std::int64_t(1))
                                            ? std::string("1 unit is")
                                            : analysis::exactText(value) + " units are",
                                        value == analysis::Value(std::int64_t(1)) ? "it" : "them"),
                            "each enters once you have completed it");
        }
        if (!options->figure.empty()) {
            service::FigureWish wish;
            wish.kind = options->figureKind;
            wish.lines = static_cast<std::size_t>(std::max<std::int64_t>(options->lines, 1));
            RAPPORT_ASSIGN(const service::DrawnFigure drawn, service::analysisFigure(result, wish));
            RAPPORT_TRY(base::writeFileAtomically(options->figure, drawn.svg));
            if (drawn.drawn < drawn.found)
                answer.note(fmt::format("rapport: {} of {} codes are drawn, the most frequent", drawn.drawn,
                                        drawn.found),
                            "more lines: --lines N; one question: --prompts Q");
            answer.out = writtenText({options->figure}, formatOf(options->study.format));
            return answer;
        }
        RAPPORT_ASSIGN(answer.out, answerText(result, options->table, formatOf(options->study.format)));
        return answer;
    };
}

} // namespace rapport::cli
