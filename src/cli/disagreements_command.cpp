// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "cli/study_arguments.h"
#include "service/analysing.h"
#include "service/kept_differences.h"
#include "service/measuring.h"

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    service::DisagreementRequest request;
    bool isAll = false;
    std::string sort = "cost";
};

/// 0, 1 and counts are numbers, levels are words, missing is null.
base::Json ratingJson(const std::optional<std::string>& rating, const model::Variable* variable) {
    if (!rating)
        return {};
    const bool isNumber = variable != nullptr && (variable->scale == model::Scale::Presence ||
                                                  variable->scale == model::Scale::Count);
    if (const auto number = base::parseInteger(*rating); isNumber && number)
        return *number;
    return *rating;
}

std::string rowsText(const std::vector<service::Disagreement>& rows, std::int64_t keptBack,
                     const model::Codebook& codebook, Format format) {
    if (format == Format::Json) {
        base::Json json = document("disagreements");
        json["rows"] = base::Json::array();
        for (const service::Disagreement& row : rows) {
            base::Json ratings = base::Json::object();
            for (const auto& [rater, rating] : row.ratings)
                ratings[rater] = ratingJson(rating, codebook.variable(row.variable));
            json["rows"].push_back({{"unit", row.unitName},
                                    {"variable", row.variable},
                                    {"code", row.code.empty() ? base::Json() : base::Json(row.code)},
                                    {"ratings", std::move(ratings)},
                                    {"share", row.share},
                                    {"cost", row.cost},
                                    {"consensus", ratingJson(row.settled, codebook.variable(row.variable))}});
        }
        if (keptBack > 0)
            json[service::leftOutToRate] = keptBack;
        return jsonText(json);
    }
    std::vector<std::string> columns{"unit", "variable", "code"};
    if (!rows.empty()) {
        for (const auto& [rater, rating] : rows.front().ratings)
            columns.push_back(rater);
    }
    for (const char* more : {"share", "cost", "consensus"})
        columns.emplace_back(more);
    Table table(columns);
    for (const service::Disagreement& row : rows) {
        std::vector<std::string> cells{row.unitName, row.variable, row.code};
        for (const auto& [rater, rating] : row.ratings)
            cells.push_back(rating.value_or(format == Format::Csv ? "" : "-"));
        cells.push_back(fmt::format("{:.4f}", row.share));
        cells.push_back(fmt::format("{:.4f}", row.cost));
        cells.push_back(row.settled.value_or(format == Format::Csv ? "" : "-"));
        table.add(std::move(cells));
    }
    return format == Format::Csv ? table.toCsv() : table.toText();
}

} // namespace

Run declareDisagreements(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--round", options->request.round, "R", "The round", Need::Required);
    arguments.text("--variable", options->request.variable, "V", "This variable only");
    arguments.text("--code", options->request.code, "C", "This code only");
    arguments.flag("--all", options->isAll, "Units on which raters agree too");
    arguments.choice("--sort", options->sort, {"cost", "unit"},
                     "What costs most agreement first, or in the study's order (cost)");
    arguments.footer("share: part of the observed disagreement of its code or variable; cost: points of\n"
                     "Krippendorff's alpha that it takes away; consensus: what was settled.");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        options->request.onlyDisagreeing = !options->isAll;
        options->request.order =
            options->sort == "unit" ? service::DisagreementOrder::Unit : service::DisagreementOrder::Cost;
        RAPPORT_ASSIGN(const auto rows, service::disagreements(*session, options->request));
        RAPPORT_ASSIGN(const auto codebook, session->codebook());
        RAPPORT_ASSIGN(const std::int64_t keptBack,
                       service::disagreementsKeptBack(*session, options->request.round));
        if (keptBack > 0)
            answer.note(fmt::format("rapport: {} left out: you still have to rate {}",
                                    counted(keptBack, "unit is", "units are"), keptBack == 1 ? "it" : "them"),
                        "differences on each are listed once you have completed it");
        answer.out = rowsText(rows, keptBack, *codebook, formatOf(options->study.format));
        return answer;
    };
}

} // namespace rapport::cli
