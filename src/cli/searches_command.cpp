// SPDX-License-Identifier: GPL-3.0-or-later
// Searches under a name.
#include "base/clock.h"
#include "base/join.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/concording.h"
#include "service/saved_searches.h"

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::string action;
    std::string name;
    std::string query;
    service::SearchSettings settings;
    std::vector<std::string> forms;
    std::int64_t seed = 1;
};

base::Json settingsJson(const service::SearchSettings& settings) {
    base::Json forms = base::Json::array();
    for (const service::FormChoice& choice : settings.forms)
        forms.push_back({{"word", choice.word}, {"ticked", choice.ticked}, {"unticked", choice.unticked}});
    return {{"sort", settings.sort},
            {"width", settings.width},
            {"sample", settings.sample ? base::Json(*settings.sample) : base::Json()},
            {"seed", settings.seed},
            {"coded", settings.coded},
            {"forms", std::move(forms)}};
}

std::string inQuotes(const std::string& word) {
    std::string inside;
    for (const char byte : word)
        inside += byte == '\'' ? "'\\''" : std::string(1, byte);
    return "'" + inside + "'";
}

/// As `rapport concordance` takes them.
std::string asOptions(const service::SearchSettings& settings) {
    std::string text;
    if (!settings.sort.empty())
        text += fmt::format("--sort {} ", inQuotes(fmt::format("{}", fmt::join(settings.sort, ","))));
    text += fmt::format("--width {}", settings.width);
    if (settings.sample)
        text += fmt::format(" --sample {} --seed {}", *settings.sample, settings.seed);
    if (!settings.coded.empty())
        text += " --coded " + inQuotes(settings.coded);
    return text;
}

/// As `save` takes them.
std::string formsText(const service::FormChoice& choice) {
    std::string forms = choice.word + '=';
    for (const std::string& form : choice.ticked)
        forms += '+' + form;
    for (const std::string& form : choice.unticked)
        forms += '-' + form;
    return forms;
}

/// Columns of a table for programs, else one for people.
std::vector<std::string> settingsColumns(Format format) {
    if (format == Format::Csv)
        return {"sort", "width", "sample", "seed", "coded", "forms"};
    return {"settings"};
}

std::vector<std::string> settingsCells(const service::SearchSettings& settings, Format format) {
    std::vector<std::string> forms;
    for (const service::FormChoice& choice : settings.forms)
        forms.push_back(formsText(choice));
    if (format == Format::Csv)
        return {fmt::format("{}", fmt::join(settings.sort, ",")),
                std::to_string(settings.width),
                settings.sample ? std::to_string(*settings.sample) : "",
                settings.sample ? std::to_string(settings.seed) : "",
                settings.coded,
                fmt::format("{}", fmt::join(forms, " "))};
    std::string text = asOptions(settings);
    for (const std::string& each : forms)
        text += " --forms " + inQuotes(each);
    return {text};
}

/// `before`, what belongs to the settings, `behind`.
std::vector<std::string> around(std::vector<std::string> before, std::vector<std::string> settings,
                                const std::vector<std::string>& behind) {
    before.insert(before.end(), settings.begin(), settings.end());
    before.insert(before.end(), behind.begin(), behind.end());
    return before;
}

std::string listText(const std::vector<service::SavedSearch>& saved, Format format) {
    if (format == Format::Json) {
        base::Json json = document("saved-searches");
        json["searches"] = base::Json::array();
        for (const service::SavedSearch& each : saved)
            json["searches"].push_back({{"name", each.name},
                                        {"query", each.query},
                                        {"settings", settingsJson(each.settings)},
                                        {"saved", base::isoText(each.time)},
                                        {"versions", each.versions},
                                        {"runs", each.runs},
                                        {"lines", each.lastRun ? base::Json(each.lines) : base::Json()},
                                        {"units", each.lastRun ? base::Json(each.units) : base::Json()}});
        return jsonText(json);
    }
    Table table(
        around({"name", "query"}, settingsColumns(format), {"saved", "versions", "runs", "lines", "units"}));
    for (const service::SavedSearch& each : saved)
        table.add(around({each.name, each.query}, settingsCells(each.settings, format),
                         {base::isoText(each.time), std::to_string(each.versions), std::to_string(each.runs),
                          each.lastRun ? std::to_string(each.lines) : "",
                          each.lastRun ? std::to_string(each.units) : ""}));
    return format == Format::Csv ? table.toCsv() : table.toText();
}

std::string historyText(const std::string& name, const std::vector<service::SavedSearchEvent>& events,
                        Format format) {
    if (format == Format::Json) {
        base::Json json = document("search-history");
        json["name"] = name;
        json["events"] = base::Json::array();
        for (const service::SavedSearchEvent& event : events)
            json["events"].push_back({{"what", event.what},
                                      {"time", base::isoText(event.time)},
                                      {"query", event.query},
                                      {"settings", settingsJson(event.settings)},
                                      {"lines", event.lines},
                                      {"units", event.units}});
        return jsonText(json);
    }
    Table table(around({"time", "what", "query"}, settingsColumns(format), {"lines", "units"}));
    for (const service::SavedSearchEvent& event : events) {
        const bool isRun = event.what == "run";
        table.add(around(
            {base::isoText(event.time), event.what, event.query}, settingsCells(event.settings, format),
            {isRun ? std::to_string(event.lines) : "", isRun ? std::to_string(event.units) : ""}));
    }
    return format == Format::Csv ? table.toCsv() : table.toText();
}

/// "relatie=relatie+relaties-relateren": ticked behind +, left out behind -.
base::Result<service::FormChoice> formChoice(const std::string& typed) {
    service::FormChoice choice;
    const std::size_t equals = typed.find('=');
    choice.word = typed.substr(0, equals);
    if (equals == std::string::npos || choice.word.empty())
        return base::fail(base::Errc::InvalidArgument, fmt::format("'{}' says no forms of a word", typed),
                          "write: --forms relatie=+relatie+relaties-relateren");
    std::size_t at = equals + 1;
    while (at < typed.size()) {
        const bool isTicked = typed[at] != '-';
        const std::size_t begin = typed[at] == '+' || typed[at] == '-' ? at + 1 : at;
        const std::size_t end = std::min(typed.find_first_of("+-", begin), typed.size());
        if (end > begin)
            (isTicked ? choice.ticked : choice.unticked).push_back(typed.substr(begin, end - begin));
        at = end;
    }
    return choice;
}

base::Result<std::string> run(service::Session& session, const Options& options, const base::Task& task) {
    RAPPORT_ASSIGN(const service::SavedSearch saved, service::savedSearch(session, options.name));
    service::ConcordanceRequest request = service::concordanceRequest(saved.query, saved.settings);
    request.limit = 0;
    RAPPORT_ASSIGN(const service::ConcordanceResult result, service::concordance(session, request, task));
    RAPPORT_ASSIGN(const service::ChangeSet noted,
                   service::noteSearchRun(session, saved.name, result.total, result.units));
    static_cast<void>(noted);
    const Format format = formatOf(options.study.format);
    if (format == Format::Json) {
        base::Json json = document("search-run");
        json["name"] = saved.name;
        json["query"] = saved.query;
        json["settings"] = settingsJson(saved.settings);
        json["lines"] = result.total;
        json["units"] = result.units;
        json["last"] = nullptr;
        if (saved.lastRun)
            json["last"] = {
                {"time", base::isoText(*saved.lastRun)}, {"lines", saved.lines}, {"units", saved.units}};
        return jsonText(json);
    }
    if (format == Format::Csv) {
        Table table({"name", "query", "lines", "units", "last_time", "last_lines", "last_units"});
        const bool isAgain = saved.lastRun.has_value();
        table.add({saved.name, saved.query, std::to_string(result.total), std::to_string(result.units),
                   isAgain ? base::isoText(*saved.lastRun) : "", isAgain ? std::to_string(saved.lines) : "",
                   isAgain ? std::to_string(saved.units) : ""});
        return table.toCsv();
    }
    std::string text =
        counted(result.total, "line", "lines") + " in " + counted(result.units, "unit", "units");
    if (saved.lastRun)
        text += fmt::format("; {} in {} on {}", saved.lines, saved.units, base::isoText(*saved.lastRun));
    text += '\n';
    if (result.total == 0)
        return text;
    return text + "the lines: rapport concordance STUDY " + asOptions(saved.settings) + " -- " +
           inQuotes(saved.query) + '\n';
}

} // namespace

Run declareSearches(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.action("ACTION", options->action, {"list", "save", "run", "history", "remove"},
                     "list (default), save, run: search again and note what is found, history, remove",
                     Need::Optional);
    arguments.positional("NAME", options->name, "The search", Need::Optional);
    arguments.positional("QUERY", options->query, "save: as for rapport search", Need::Optional);
    arguments.list("--sort", options->settings.sort, "KEY,..",
                   "save: order of the lines, as for concordance");
    arguments.number("--width", options->settings.width, "WORDS", "save: words of context (10)");
    arguments.number("--sample", options->settings.sample, "N", "save: so many of the lines by chance");
    arguments.number("--seed", options->seed, "N", "save: which sample (1)");
    arguments.text("--coded", options->settings.coded, "WHAT", "save: as for concordance");
    arguments.repeated("--forms", options->forms, "WORD=+FORM-FORM..",
                       "save: forms that were chosen (+) and left out (-), as a note with the query");
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    arguments.footer(queryHelp);
    return [options](const base::Task& task) -> base::Result<Answer> {
        const std::string action = options->action.empty() ? "list" : options->action;
        if (action != "list" && options->name.empty())
            return base::fail(base::Errc::InvalidArgument,
                              fmt::format("which search is there to {}?", action),
                              "see: rapport searches STUDY");
        const bool writes = action == "save" || action == "run" || action == "remove";
        Answer answer;
        RAPPORT_ASSIGN(const auto session,
                       openStudy(options->study,
                                 writes ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly,
                                 answer));
        const Format format = formatOf(options->study.format);
        if (action == "list") {
            RAPPORT_ASSIGN(const auto saved, service::savedSearches(*session));
            answer.out = listText(saved, format);
        } else if (action == "history") {
            RAPPORT_ASSIGN(const auto events, service::searchHistory(*session, options->name));
            answer.out = historyText(options->name, events, format);
        } else if (action == "run") {
            RAPPORT_ASSIGN(answer.out, run(*session, *options, task));
        } else if (action == "remove") {
            RAPPORT_ASSIGN(const auto removed, service::removeSearch(*session, options->name));
            static_cast<void>(removed);
        } else {
            service::SearchSettings settings = options->settings;
            if (options->seed < 0)
                return base::fail(base::Errc::InvalidArgument, "--seed is not below 0");
            settings.seed = static_cast<std::uint64_t>(options->seed);
            for (const std::string& typed : options->forms) {
                RAPPORT_ASSIGN(auto choice, formChoice(typed));
                settings.forms.push_back(std::move(choice));
            }
            if (options->query.empty())
                return base::fail(base::Errc::InvalidArgument, "there is no query to save",
                                  "write: rapport searches STUDY save NAME QUERY");
            RAPPORT_ASSIGN(const auto saved,
                           service::saveSearch(*session, options->name, options->query, settings));
            static_cast<void>(saved);
        }
        if (action == "save" || action == "remove") {
            RAPPORT_ASSIGN(const auto saved, service::savedSearches(*session));
            answer.out = listText(saved, format);
        }
        return answer;
    };
}

} // namespace rapport::cli
