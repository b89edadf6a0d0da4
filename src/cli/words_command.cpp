// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "cli/study_arguments.h"
#include "service/concording.h"
#include "text/stop_words.h"

#include <algorithm>

namespace rapport::cli {

namespace {

using base::Result;

struct Options {
    StudyArguments study;
    service::LineSet lines;
    std::int64_t seed = 1;
    std::string kind;
    std::string key;
    std::string against;
    std::int64_t window = 5;
    std::int64_t length = 2;
    std::int64_t minimum = 2;
    std::int64_t limit = 50;
    std::vector<std::string> without;
};

/// Rows of one kind, in all three forms.
struct Counted {
    std::string schema;
    std::string note; ///< what a count is of, where that is not plain
    base::Json head = base::Json::object();
    base::Json rows = base::Json::array();
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> cells;

    void add(const std::vector<base::Json>& values) {
        base::Json row = base::Json::object();
        std::vector<std::string> texts;
        for (std::size_t at = 0; at < values.size(); ++at) {
            row[columns[at]] = values[at];
            texts.push_back(values[at].is_string()         ? values[at].get<std::string>()
                            : values[at].is_number_float() ? base::numberText(values[at].get<double>())
                            : values[at].is_array()        ? joined(values[at])
                                                           : values[at].dump());
        }
        rows.push_back(std::move(row));
        cells.push_back(std::move(texts));
    }
    static std::string joined(const base::Json& list) {
        std::string text;
        for (const auto& each : list)
            text += (text.empty() ? "" : " ") + (each.is_string() ? each.get<std::string>() : each.dump());
        return text;
    }
};

std::string shown(const Options& options, Counted made) {
    const auto all = static_cast<std::int64_t>(made.rows.size());
    const auto limit = std::min(all, options.limit);
    const Format format = formatOf(options.study.format);
    if (format == Format::Json) {
        base::Json json = document(made.schema);
        json["query"] = options.lines.query;
        for (const auto& [key, value] : made.head.items())
            json[key] = value;
        if (!options.lines.coded.empty())
            json["coded"] = options.lines.coded;
        if (options.lines.sample) {
            json["sample"] = *options.lines.sample;
            json["seed"] = options.lines.seed;
        }
        if (!made.note.empty())
            json["note"] = made.note;
        json["total"] = all;
        json["rows"] = base::Json::array();
        for (std::int64_t at = 0; at < limit; ++at)
            json["rows"].push_back(std::move(made.rows[static_cast<std::size_t>(at)]));
        return jsonText(json);
    }
    Table table(made.columns);
    for (std::int64_t at = 0; at < limit; ++at) {
        std::vector<std::string> row = made.cells[static_cast<std::size_t>(at)];
        if (format == Format::Text) {
            const base::Json& values = made.rows[static_cast<std::size_t>(at)];
            for (std::size_t column = 0; column < row.size(); ++column) {
                const base::Json& value = values[made.columns[column]];
                row[column] =
                    value.is_number_float() ? fmt::format("{:.2f}", value.get<double>()) : plain(row[column]);
            }
        }
        table.add(std::move(row));
    }
    if (format == Format::Csv)
        return table.toCsv();
    std::string text;
    for (const auto& [key, value] : made.head.items())
        text += key + ": " +
                (value.is_number_float() ? fmt::format("{:.3f}", value.get<double>()) : value.dump()) + '\n';
    if (!made.note.empty())
        text += made.note + '\n';
    if (all == 0)
        return text + "nothing found\n";
    text += counted(all, "row", "rows") + (limit < all ? fmt::format(", {} shown", limit) : "") + '\n';
    return table.isEmpty() ? text : text + '\n' + table.toText();
}

/// Takes rows of words of grammar out, and says so.
template<typename Row>
void leaveOut(std::vector<Row>& rows, const Options& options, Counted& made) {
    if (options.without.empty())
        return;
    const std::vector<std::string_view> languages(options.without.begin(), options.without.end());
    const auto left =
        std::erase_if(rows, [&](const Row& row) { return text::isStopWord(row.form, languages); });
    made.head["stop_words_left_out"] = left;
}

base::Status checkLanguages(const std::vector<std::string>& languages) {
    for (const std::string& language : languages) {
        const auto lists = text::stopLists();
        if (std::none_of(lists.begin(), lists.end(),
                         [&](const text::StopList& list) { return list.language == language; }))
            return base::fail(base::Errc::InvalidArgument,
                              base::said("there is no list of stop words of '{}'", language), "use nl, en");
    }
    return {};
}

/// Which words --without leaves out, where they come from, and under which licence.
Counted stopWords(const Options& options) {
    Counted made;
    made.schema = "stop-words";
    made.columns = {"language", "word", "source", "licence"};
    for (const text::StopList& list : text::stopLists()) {
        if (!options.without.empty() &&
            std::find(options.without.begin(), options.without.end(), list.language) == options.without.end())
            continue;
        for (const std::string_view word : list.words)
            made.add({list.language, word, list.source, list.licence});
    }
    return made;
}

Result<Counted> countedFor(service::Session& session, const Options& options, const base::Task& task) {
    Counted made;
    if (options.kind == "forms") {
        made.schema = "forms";
        made.columns = {"form", "occurrences", "units", "why"};
        RAPPORT_ASSIGN(const auto rows, service::wordForms(session, options.lines.query, task));
        for (const auto& row : rows)
            made.add({row.form, row.occurrences, row.units, row.why});
    } else if (options.kind == "frequencies") {
        made.schema = "line-frequencies";
        made.columns = {"value", "lines", "units"};
        RAPPORT_ASSIGN(const auto rows,
                       service::lineFrequencies(session, options.lines,
                                                options.key.empty() ? "match" : options.key, task));
        for (const auto& row : rows)
            made.add({row.value, row.lines, row.units});
        if (options.key == "code" || options.key == "rater")
            made.note = "a line counts under each " + options.key + " of the codings that it touches";
    } else if (options.kind == "collocates") {
        made.schema = "collocates";
        made.columns = {"form",     "together",       "overall",           "expected",
                        "log_dice", "log_likelihood", "mutual_information"};
        service::CollocateRequest request;
        request.lines = options.lines;
        request.left = request.right = options.window;
        request.minimum = options.minimum;
        RAPPORT_ASSIGN(auto rows, service::collocates(session, request, task));
        leaveOut(rows, options, made);
        for (const auto& row : rows)
            made.add({row.form, row.together, row.overall, row.expected, row.logDice, row.logLikelihood,
                      row.mutualInformation});
    } else if (options.kind == "keywords") {
        made.schema = "keywords";
        made.columns = {"form", "here", "there", "log_likelihood", "log_ratio"};
        RAPPORT_ASSIGN(auto rows, service::keywords(session, options.lines.query, options.against,
                                                    options.minimum, task));
        leaveOut(rows, options, made);
        for (const auto& row : rows)
            made.add({row.form, row.here, row.there, row.logLikelihood, row.logRatio});
    } else if (options.kind == "ngrams") {
        made.schema = "ngrams";
        made.columns = {"words", "occurrences", "units"};
        RAPPORT_ASSIGN(const auto rows,
                       service::ngrams(session, options.lines.query, options.length, options.minimum, task));
        for (const auto& row : rows)
            made.add({row.words, row.occurrences, row.units});
    } else {
        made.schema = "dispersion";
        made.columns = {"part", "words", "lines", "places"};
        RAPPORT_ASSIGN(
            const auto report,
            service::dispersion(session, options.lines, options.key.empty() ? "source" : options.key, task));
        made.head["lines"] = report.lines;
        made.head["parts"] = report.parts;
        made.head["parts_with"] = report.partsWith;
        made.head["dp"] = report.deviation;
        made.head["juilland_d"] = report.juillandD;
        for (const auto& part : report.byPart)
            made.add({part.name, part.words, part.lines, part.places});
    }
    return made;
}

} // namespace

Run declareWords(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.action(
        "WHAT", options->kind,
        {"forms", "frequencies", "collocates", "keywords", "dispersion", "ngrams", "stop-words"},
        "What a word may stand for; lines by value; words beside the lines; words of the units found "
        "against others; how evenly lines are spread; sequences of words; the words that --without leaves "
        "out");
    arguments.positional("QUERY", options->lines.query, "As for rapport search; of forms: one word",
                         Need::Optional);
    arguments.text(
        "--by", options->key, "KEY",
        "frequencies, dispersion: by left1 .., right1 .., match, speaker, prompt, lang, source or an "
        "attribute (match; source); frequencies: also by code, rater or coded (yes, no)");
    arguments.text("--coded", options->lines.coded, "WHAT",
                   "frequencies, collocates, dispersion: of lines that touch a coding (yes), none (no), or "
                   "one of this CODE; yes@RATER, CODE@RATER");
    arguments.number("--sample", options->lines.sample, "N",
                     "frequencies, collocates, dispersion: of N of the lines by chance");
    arguments.number("--seed", options->seed, "N", "Another sample (1)");
    arguments.text("--against", options->against, "QUERY", "keywords: these units (all others)");
    arguments.number("--window", options->window, "WORDS", "collocates: so many words on either side (5)");
    arguments.number("--length", options->length, "WORDS", "ngrams: 2 to 8 words (2)");
    arguments.list("--without", options->without, "LANG,..",
                   "collocates, keywords: leave out the stop words of these languages: nl, en (none)");
    arguments.number("--minimum", options->minimum, "N", "At least so many occurrences (2)");
    arguments.number("--limit", options->limit, "N", "At most so many rows (50)");
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    arguments.footer(queryHelp);
    return [options](const base::Task& task) -> base::Result<Answer> {
        if (options->limit < 0 || options->seed < 0 || options->lines.sample.value_or(0) < 0)
            return base::fail(base::Errc::InvalidArgument, "--limit, --sample and --seed are not below 0");
        options->lines.seed = static_cast<std::uint64_t>(options->seed);
        const bool isOfLines =
            options->kind == "frequencies" || options->kind == "collocates" || options->kind == "dispersion";
        if (!isOfLines && (!options->lines.coded.empty() || options->lines.sample))
            return base::fail(base::Errc::InvalidArgument,
                              "--coded and --sample choose lines; this counts words of whole texts",
                              "use them with frequencies, collocates or dispersion");
        RAPPORT_TRY(checkLanguages(options->without));
        if (options->lines.query.empty() && options->kind != "ngrams" && options->kind != "stop-words")
            return base::fail(base::Errc::InvalidArgument, "QUERY is missing",
                              "only ngrams can do without: of all texts then");
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        RAPPORT_ASSIGN(Counted made, options->kind == "stop-words" ? Result<Counted>(stopWords(*options))
                                                                   : countedFor(*session, *options, task));
        answer.out = shown(*options, std::move(made));
        return answer;
    };
}

} // namespace rapport::cli
