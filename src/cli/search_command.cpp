// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "cli/study_arguments.h"
#include "service/analysing.h"
#include "service/searching.h"

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    service::SearchRequest request;
    service::SimilarRequest similar;
    std::string sort = "relevance";
    std::string place = "texts";
};

std::string kindOf(const service::SearchHit& hit) {
    switch (hit.place) {
    case service::SearchPlace::Memos:
        return "memo";
    case service::SearchPlace::Codes:
        return "code";
    case service::SearchPlace::Texts:
        break;
    }
    return model::name(hit.kind);
}

base::Json textOrNull(const std::string& text) {
    return text.empty() ? base::Json() : base::Json(text);
}

std::string sourceOf(const service::SearchHit& hit) {
    return hit.place == service::SearchPlace::Codes || hit.sourceGuid.isNull() ? std::string()
                                                                               : hit.sourceGuid.text();
}

base::Json resultJson(const service::SearchResult& result) {
    base::Json json = document("search");
    json["query"] = result.query;
    json["parsed"] = result.parsed;
    json["matches"] = result.matches;
    json["exact"] = result.exact;
    json["hits"] = base::Json::array();
    for (const service::SearchHit& hit : result.hits) {
        base::Json ranges = base::Json::array();
        for (const text::TextRange& range : hit.toldRanges)
            ranges.push_back({range.begin.value, range.end.value});
        base::Json row = {{"source", textOrNull(sourceOf(hit))},
                          {"unit", hit.unitName},
                          {"title", hit.title},
                          {"speaker", textOrNull(hit.speaker)},
                          {"prompt", textOrNull(hit.prompt)},
                          {"kind", kindOf(hit)},
                          {"score", hit.score},
                          {"ranges", std::move(ranges)},
                          {"snippet", hit.snippet}};
        if (hit.page > 0)
            row["page"] = hit.page;
        if (hit.place == service::SearchPlace::Memos)
            row["author"] = hit.author;
        json["hits"].push_back(std::move(row));
    }
    json["facets"] = base::Json::object();
    for (const auto& [field, counts] : result.facets) {
        json["facets"][field] = base::Json::object();
        for (const auto& [value, count] : counts)
            json["facets"][field][value] = count;
    }
    json["suggestion"] = textOrNull(result.suggestion);
    if (result.leftOutToRate > 0)
        json[service::leftOutToRate] = result.leftOutToRate;
    return json;
}

std::string rangesText(const std::vector<text::TextRange>& ranges) {
    std::string text;
    for (const text::TextRange& range : ranges)
        text += fmt::format("{}{}-{}", text.empty() ? "" : " ", range.begin.value, range.end.value);
    return text;
}

std::string resultCsv(const service::SearchResult& result) {
    Table table({"source", "unit", "title", "speaker", "prompt", "score", "ranges", "snippet"});
    for (const service::SearchHit& hit : result.hits)
        table.add({sourceOf(hit), hit.unitName, hit.title, hit.speaker, hit.prompt,
                   base::numberText(hit.score), rangesText(hit.toldRanges), hit.snippet});
    return table.toCsv();
}

std::string resultForPeople(const service::SearchResult& result) {
    std::string text = counted(result.matches, "match", "matches") + '\n';
    for (const service::SearchHit& hit : result.hits) {
        text += '\n' + plain(hit.unitName);
        if (!hit.speaker.empty())
            text += "  " + plain(hit.speaker);
        if (hit.page > 0)
            text += fmt::format("  p. {}", hit.page);
        if (!hit.author.empty())
            text += "  memo by " + plain(hit.author);
        text += "\n    " + plain(hit.snippet) + '\n';
    }
    for (const auto& [field, counts] : result.facets) {
        Table table({field, "units"});
        for (const auto& [value, count] : counts)
            table.add({value, std::to_string(count)});
        text += '\n' + table.toText();
    }
    if (!result.suggestion.empty())
        text += fmt::format("\ndid you mean: {}\n", plain(result.suggestion));
    return text;
}

} // namespace

Run declareSearch(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.positional("QUERY", options->request.query,
                         "Words that must all occur, \"phrases\", OR, NOT, field:value; see below",
                         Need::Optional);
    arguments.list("--like", options->similar.units, "UNIT,..", "Instead: texts like these");
    arguments.text("--like-code", options->similar.code, "CODE[@RATER]",
                   "Instead: texts like those that were given this code");
    arguments.choice("--in", options->place, {"texts", "memos", "codes"},
                     "Search answers and turns, the memos on them, or the codebook (texts)");
    arguments.number("--limit", options->request.limit, "N", "At most so many hits (50)");
    arguments.number("--offset", options->request.offset, "N", "Leave out the first N hits");
    arguments.choice("--sort", options->sort, {"relevance", "source", "date"}, "Order of the hits");
    arguments.list("--facets", options->request.facets, "FIELD,..",
                   "Count the matches by speaker, prompt, lang or an attribute");
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    arguments.footer(queryHelp);
    return [options](const base::Task& task) -> base::Result<Answer> {
        if (options->request.limit < 0 || options->request.offset < 0)
            return base::fail(base::Errc::InvalidArgument, "--limit and --offset are not below 0");
        options->request.sort = options->sort == "source" ? service::SearchSort::Source
                                : options->sort == "date" ? service::SearchSort::Date
                                                          : service::SearchSort::Relevance;
        options->request.place = options->place == "memos"   ? service::SearchPlace::Memos
                                 : options->place == "codes" ? service::SearchPlace::Codes
                                                             : service::SearchPlace::Texts;
        const bool isLike = !options->similar.units.empty() || !options->similar.code.empty();
        if (isLike != options->request.query.empty())
            return base::fail(base::Errc::InvalidArgument, "what shall be searched for?",
                              "give either a query, or --like, or --like-code");
        options->similar.limit = options->request.limit;
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        RAPPORT_ASSIGN(const service::SearchResult result,
                       isLike ? service::similarTexts(*session, options->similar, task)
                              : service::search(*session, options->request, task));
        noteLeftOut(result.leftOutToRate, "each is found once you have completed it", answer);
        switch (formatOf(options->study.format)) {
        case Format::Json:
            answer.out = jsonText(resultJson(result));
            break;
        case Format::Csv:
            answer.out = resultCsv(result);
            break;
        case Format::Text:
            answer.out = resultForPeople(result);
            break;
        }
        return answer;
    };
}

} // namespace rapport::cli
