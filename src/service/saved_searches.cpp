// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/saved_searches.h"

#include "base/format.h"
#include "base/json.h"
#include "service/concording_lines.h"
#include "service/renaming.h"
#include "service/search_scope.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>

namespace rapport::service {

using base::Errc;
using base::Result;
using store::SearchEventKind;

namespace {

std::string settingsJson(const SearchSettings& settings) {
    base::Json json = base::Json::object();
    json["sort"] = settings.sort;
    json["width"] = settings.width;
    if (settings.sample) {
        json["sample"] = *settings.sample;
        json["seed"] = settings.seed;
    }
    if (!settings.coded.empty())
        json["coded"] = settings.coded;
    json["forms"] = base::Json::array();
    for (const FormChoice& choice : settings.forms)
        json["forms"].push_back(
            {{"word", choice.word}, {"ticked", choice.ticked}, {"unticked", choice.unticked}});
    return base::dumpJson(json, -1);
}

std::vector<std::string> stringsAt(const base::Json& json, const char* key) {
    std::vector<std::string> strings;
    for (const base::Json& each : base::memberAt(json, key)) {
        if (each.is_string())
            strings.push_back(each.get<std::string>());
    }
    return strings;
}

/// What a later version wrote otherwise is left at what it is without.
SearchSettings settingsOf(const std::string& text) {
    SearchSettings settings;
    const auto json = base::parseJson(text);
    if (!json)
        return settings;
    const auto number = [&json](const char* key) -> std::optional<std::int64_t> {
        const base::Json& value = base::memberAt(*json, key);
        return value.is_number_integer() ? std::optional(value.get<std::int64_t>()) : std::nullopt;
    };
    settings.sort = stringsAt(*json, "sort");
    settings.width = number("width").value_or(settings.width);
    settings.sample = number("sample");
    settings.seed = static_cast<std::uint64_t>(number("seed").value_or(1));
    settings.coded = base::stringAt(*json, "coded");
    for (const base::Json& choice : base::memberAt(*json, "forms"))
        settings.forms.push_back(
            {base::stringAt(choice, "word"), stringsAt(choice, "ticked"), stringsAt(choice, "unticked")});
    return settings;
}

/// The searches that are there now, from all that happened.
std::map<std::string, SavedSearch> fromEvents(const std::vector<store::SearchEvent>& events) {
    std::map<std::string, SavedSearch> byName;
    for (const store::SearchEvent& event : events) {
        if (event.kind == SearchEventKind::Remove) {
            byName.erase(event.name);
            continue;
        }
        SavedSearch& saved = byName[event.name];
        if (event.kind == SearchEventKind::Run) {
            ++saved.runs;
            saved.lines = event.lines;
            saved.units = event.units;
            saved.lastRun = event.time;
            continue;
        }
        saved.versions = saved.name.empty() ? 1 : saved.versions + 1;
        saved.name = event.name;
        saved.query = event.query;
        saved.settings = settingsOf(event.settings);
        saved.time = event.time;
    }
    return byName;
}

const char* nameOf(SearchEventKind kind) {
    switch (kind) {
    case SearchEventKind::Save:
        return "save";
    case SearchEventKind::Run:
        return "run";
    case SearchEventKind::Remove:
        return "remove";
    }
    return "save";
}

base::Status putEvent(Writer& writer, store::SearchEvent event) {
    Session::Impl& impl = writer.session().impl();
    event.guid = base::Guid::random(impl.environment.random);
    event.time = impl.environment.clock->now();
    RAPPORT_TRY(impl.searches().putEvent(event));
    store::JournalEntry entry;
    entry.act = store::Act::Search;
    entry.rater = event.owner;
    entry.target = event.guid;
    entry.number = event.lines;
    RAPPORT_TRY(writer.append(entry));
    return {};
}

Result<ChangeSet> put(Session& session, store::SearchEvent event) {
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        writer.changes().act = "search";
        writer.changes().object = event.name;
        event.owner = session.viewer().rater;
        return putEvent(writer, std::move(event));
    });
}

/// NAME, or the NAME of CODE@NAME; none where it names somebody else.
std::optional<std::string> withRater(const std::string& value, bool isBehindMark, const std::string& from,
                                     const std::string& to) {
    const std::size_t mark = isBehindMark ? value.rfind('@') : std::string::npos;
    if (isBehindMark && mark == std::string::npos)
        return std::nullopt;
    const std::size_t name = mark == std::string::npos ? 0 : mark + 1;
    if (search::foldedFieldValue(value.substr(name)) != search::foldedFieldValue(from))
        return std::nullopt;
    return value.substr(0, name) + to;
}

} // namespace

ConcordanceRequest concordanceRequest(const std::string& query, const SearchSettings& settings) {
    ConcordanceRequest request;
    request.query = query;
    request.sort = settings.sort;
    request.width = settings.width;
    request.sample = settings.sample;
    request.seed = settings.seed;
    request.coded = settings.coded;
    return request;
}

Result<std::vector<SavedSearch>> savedSearches(const Session& session) {
    RAPPORT_ASSIGN(const auto events, session.impl().searches().events(session.viewer().rater, {}));
    std::vector<SavedSearch> saved;
    for (auto& [name, each] : fromEvents(events))
        saved.push_back(std::move(each));
    return saved;
}

Result<SavedSearch> savedSearch(const Session& session, const std::string& name) {
    RAPPORT_ASSIGN(const auto all, savedSearches(session));
    const auto found =
        std::find_if(all.begin(), all.end(), [&name](const SavedSearch& each) { return each.name == name; });
    if (found != all.end())
        return *found;
    std::string names;
    for (const SavedSearch& each : all)
        names += (names.empty() ? "" : ", ") + each.name;
    return base::fail(Errc::NotFound, base::said("there is no saved search '{}'", name),
                      names.empty() ? base::Phrase("no search was saved yet")
                                    : base::said("there are: {}", names));
}

Result<std::vector<SavedSearchEvent>> searchHistory(const Session& session, const std::string& name) {
    RAPPORT_ASSIGN(const auto events, session.impl().searches().events(session.viewer().rater, name));
    if (events.empty())
        return base::fail(Errc::NotFound, base::said("there is no saved search '{}'", name));
    std::vector<SavedSearchEvent> history;
    for (const store::SearchEvent& event : events)
        history.push_back({nameOf(event.kind), event.time, event.query, settingsOf(event.settings),
                           event.lines, event.units});
    return history;
}

Result<ChangeSet> saveSearch(Session& session, const std::string& name, const std::string& query,
                             const SearchSettings& settings) {
    constexpr std::int64_t longestName = 200;
    const std::string trimmed(text::trim(name));
    if (trimmed.empty() || text::countCodePoints(trimmed) > longestName)
        return base::fail(Errc::InvalidArgument,
                          base::said("a search is saved under a name of 1 to {} characters", longestName));
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    RAPPORT_ASSIGN(const search::Query read, readQuery(session, *names, query));
    static_cast<void>(read);
    RAPPORT_TRY(checkRequest(session, *names, concordanceRequest(query, settings)));
    RAPPORT_ASSIGN(const auto events, session.impl().searches().events(session.viewer().rater, trimmed));
    const auto now = fromEvents(events);
    if (const auto found = now.find(trimmed);
        found != now.end() && found->second.query == query && found->second.settings == settings)
        return ChangeSet{};
    store::SearchEvent event;
    event.name = trimmed;
    event.query = query;
    event.settings = settingsJson(settings);
    return put(session, std::move(event));
}

Result<ChangeSet> noteSearchRun(Session& session, const std::string& name, std::int64_t lines,
                                std::int64_t units) {
    RAPPORT_ASSIGN(const SavedSearch saved, savedSearch(session, name));
    store::SearchEvent event;
    event.name = saved.name;
    event.kind = SearchEventKind::Run;
    event.query = saved.query;
    event.settings = settingsJson(saved.settings);
    event.lines = lines;
    event.units = units;
    return put(session, std::move(event));
}

base::Status renameInSearches(Writer& writer, const std::string& from, const std::string& to,
                              RenameResult& renamed) {
    const Session::Impl& impl = writer.session().impl();
    RAPPORT_ASSIGN(const auto attributes, attributeNames(writer.session()));
    RAPPORT_ASSIGN(const auto raters, writer.session().raters());
    std::vector<model::RaterId> owners{model::RaterId()};
    for (const model::Rater& rater : raters) {
        owners.push_back(rater.id);
        // The rater who is renamed has the new name by now.
        if (rater.name != to && search::foldedFieldValue(rater.name) == search::foldedFieldValue(from))
            return {};
    }
    for (const model::RaterId owner : owners) {
        RAPPORT_ASSIGN(const auto events, impl.searches().events(owner, {}));
        for (auto& [name, saved] : fromEvents(events)) {
            const auto coded = withRater(saved.settings.coded, true, from, to);
            saved.settings.coded = coded.value_or(saved.settings.coded);
            const auto read = search::parseQuery(saved.query, attributes);
            std::optional<std::string> query;
            if (read)
                query = search::withValues(*read, attributes, [&](const search::QueryNode& field) {
                    const bool hasMark = field.field == "code" || field.field == "coded";
                    return hasMark || field.field == "rater" ? withRater(field.typed, hasMark, from, to)
                                                             : std::nullopt;
                });
            if (!query && !coded)
                continue;
            store::SearchEvent event;
            event.owner = owner;
            event.name = name;
            event.query = query.value_or(saved.query);
            event.settings = settingsJson(saved.settings);
            RAPPORT_TRY(putEvent(writer, std::move(event)));
            if (owner == writer.session().viewer().rater)
                renamed.searches.push_back(name);
            else
                ++renamed.searchesOfOthers;
        }
    }
    return {};
}

Result<ChangeSet> removeSearch(Session& session, const std::string& name) {
    RAPPORT_ASSIGN(const SavedSearch saved, savedSearch(session, name));
    store::SearchEvent event;
    event.name = saved.name;
    event.kind = SearchEventKind::Remove;
    event.query = saved.query;
    event.settings = settingsJson(saved.settings);
    return put(session, std::move(event));
}

} // namespace rapport::service
