// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/history.h"

#include "base/format.h"
#include "base/json.h"
#include "service/detail_words.h"
#include "service/history_words.h"
#include "service/neutral_order.h"
#include "service/own_rating.h"
#include "service/rating.h"
#include "service/session_impl.h"
#include "service/unit_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace rapport::service {

namespace {

using base::Errc;
using store::Act;

constexpr const char* paceSetting = "pace-shown";
constexpr std::int64_t longestPause = 300'000; ///< milliseconds

/// Whether a row on a version of the codebook names one of these codes.
bool isAbout(const store::JournalEntry& entry, const std::set<base::Guid>& codes) {
    const auto detail = base::parseJson(entry.detail);
    if (!detail)
        return false;
    for (const char* key : {"codes", "into"}) {
        for (const base::Json& each : base::memberAt(*detail, key)) {
            const auto guid = each.is_string() ? base::Guid::parse(each.get<std::string>()) : std::nullopt;
            if (guid && codes.contains(*guid))
                return true;
        }
    }
    return false;
}

/// Rows on the code that has this name, or had it last, and on what was merged into it; in the order of the
/// journal.
base::Result<std::vector<store::JournalEntry>> entriesOnCode(Session& session, const std::string& name,
                                                             const store::HistoryFilter& filter) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    std::optional<model::Code> found;
    if (const model::Code* code = codebook->code(name).code; code != nullptr)
        found = *code;
    for (std::int64_t version = codebook->version - 1; version >= 1 && !found; --version) {
        RAPPORT_ASSIGN(const model::Codebook before, impl.codebooks().version(version));
        if (const model::Code* code = before.code(name).code; code != nullptr)
            found = *code;
    }
    if (!found)
        return base::fail(Errc::NotFound, base::said("no version of the codebook has a code '{}'", name),
                          "see: rapport codebook STUDY show");
    std::set<model::CodeId> ids{found->id};
    std::set<base::Guid> guids{found->guid};
    for (const model::MergedCode& part : found->merged) {
        ids.insert(part.id);
        guids.insert(part.guid);
    }
    std::map<std::int64_t, store::JournalEntry> rows;
    store::HistoryFilter each = filter;
    for (const model::CodeId id : ids) {
        if (id.isNone())
            continue;
        each.code = id;
        RAPPORT_ASSIGN(auto entries, impl.journal().history(each));
        for (store::JournalEntry& entry : entries)
            rows.emplace(entry.position, std::move(entry));
    }
    // Of a merge the row bears one of the codes, or none where the code was new.
    each = filter;
    each.act = Act::Codebook;
    each.limit = 0;
    RAPPORT_ASSIGN(auto versions, impl.journal().history(each));
    for (store::JournalEntry& entry : versions) {
        if (isAbout(entry, guids))
            rows.emplace(entry.position, std::move(entry));
    }
    std::vector<store::JournalEntry> entries;
    entries.reserve(rows.size());
    for (auto& [position, entry] : rows)
        entries.push_back(std::move(entry));
    return entries;
}

/// Units that a row says went from one rater to another; none in rows of before they were kept.
std::vector<base::Guid> reassignedUnits(const store::JournalEntry& entry) {
    std::vector<base::Guid> units;
    const auto detail = base::parseJson(entry.detail);
    if (!detail)
        return units;
    for (const base::Json& each : base::memberAt(*detail, "guids")) {
        const auto guid = each.is_string() ? base::Guid::parse(each.get<std::string>()) : std::nullopt;
        if (guid)
            units.push_back(*guid);
    }
    return units;
}

/// Rows on units that went to somebody else bear the taker: they are found for who lost them, and for each
/// unit, too. Keeps the order of the journal.
base::Status addReassigned(const Session& session, const model::Unit& unit, const model::Rater& rater,
                           std::int64_t after, std::vector<store::JournalEntry>& entries) {
    store::HistoryFilter filter;
    filter.act = Act::Reassign;
    filter.after = after;
    RAPPORT_ASSIGN(auto rows, session.impl().journal().history(filter));
    for (store::JournalEntry& row : rows) {
        const bool isOfRater = rater.id.isNone() || row.rater == rater.id || row.target == rater.guid;
        bool isOnUnit = unit.id.isNone();
        if (isOfRater && !isOnUnit) {
            const auto units = reassignedUnits(row);
            isOnUnit = std::find(units.begin(), units.end(), unit.guid) != units.end();
        }
        const bool isThere = std::any_of(entries.begin(), entries.end(),
                                         [&](const auto& each) { return each.position == row.position; });
        if (isOfRater && isOnUnit && !isThere)
            entries.push_back(std::move(row));
    }
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.position < b.position; });
    return {};
}

bool isRatersOwn(Act act) {
    switch (act) {
    case Act::Code:
    case Act::Withdraw:
    case Act::Complete:
    case Act::Reopen:
    case Act::Memo:
    case Act::Flag:
    case Act::Unflag:
        return true;
    default:
        return false;
    }
}

} // namespace

base::Result<HistoryWords> HistoryWords::read(Session& session, bool isWhole) {
    HistoryWords words(session);
    RAPPORT_ASSIGN(words.m_raters, ratersById(session));
    RAPPORT_ASSIGN(words.m_rounds, roundsById(session));
    RAPPORT_ASSIGN(words.m_names, isWhole ? UnitNames::forExport(session) : UnitNames::forViewer(session));
    // A code is called as it was in the latest version that had it.
    RAPPORT_ASSIGN(const auto versions, session.impl().codebooks().versions());
    for (const store::VersionRow& version : versions) {
        RAPPORT_ASSIGN(const model::Codebook codebook, session.impl().codebooks().version(version.version));
        for (const model::Variable& variable : codebook.variables) {
            words.m_variables[variable.id] = {variable.name, variable.scale};
            for (const model::Code& code : variable.codes) {
                words.m_codes[code.id] = code.name;
                words.m_codesByGuid[code.guid] = code.name;
            }
        }
    }
    return words;
}

base::Result<std::string> HistoryWords::unitName(model::UnitId unit, model::RoundId round) {
    if (unit.isNone())
        return std::string();
    const auto key = std::pair(unit, round);
    if (const auto known = m_unitNames.find(key); known != m_unitNames.end())
        return known->second;
    RAPPORT_ASSIGN(const auto row, m_session->impl().sources().unit(unit, false));
    std::string name;
    if (row) {
        RAPPORT_ASSIGN(name, m_names->known(*m_session, row->unit, round));
    }
    m_unitNames.emplace(key, name);
    return name;
}

base::Result<std::string> HistoryWords::reassigned(const store::JournalEntry& entry) {
    std::string text;
    for (const auto& [id, rater] : m_raters) {
        if (rater.guid == entry.target)
            text = "from " + rater.name;
    }
    auto detail = base::parseJson(entry.detail);
    if (!detail || !detail->is_object())
        return text;
    const std::vector<base::Guid> units = reassignedUnits(entry);
    detail->erase("guids");
    const std::string counts = detailWords(base::dumpJson(*detail, -1));
    text += (text.empty() || counts.empty() ? "" : ", ") + counts;
    if (units.empty()) // of before they were kept
        return text;
    if (m_unitsByGuid.empty()) {
        RAPPORT_TRY(
            m_session->impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
                m_unitsByGuid.emplace(row.unit.guid, row.unit.id);
                return true;
            }));
    }
    std::vector<model::UnitId> ids;
    for (const base::Guid& guid : units) {
        if (const auto unit = m_unitsByGuid.find(guid); unit != m_unitsByGuid.end())
            ids.push_back(unit->second);
    }
    placeHidden(ids.begin(), ids.end(), *m_names, [](model::UnitId id) { return id; });
    std::string names;
    for (const model::UnitId id : ids) {
        RAPPORT_ASSIGN(const std::string name, unitName(id, entry.round));
        names += (names.empty() ? "" : ", ") + name;
    }
    return text + ": " + names;
}

base::Result<std::string> HistoryWords::wordsOf(const store::JournalEntry& entry) {
    auto& impl = m_session->impl();
    const auto detail = base::parseJson(entry.detail);
    const auto listed = [&](const char* key) {
        std::string text;
        if (!detail)
            return text;
        for (const base::Json& each : base::memberAt(*detail, key)) {
            const auto guid = each.is_string() ? base::Guid::parse(each.get<std::string>()) : std::nullopt;
            if (!guid)
                continue;
            std::string name;
            if (const auto code = m_codesByGuid.find(*guid); code != m_codesByGuid.end())
                name = code->second;
            for (const auto& [id, rater] : m_raters) {
                if (rater.guid == *guid)
                    name = rater.name;
            }
            text += (text.empty() ? "" : ", ") + (name.empty() ? each.get<std::string>() : name);
        }
        return text;
    };
    switch (entry.act) {
    case Act::Codebook: {
        if (!detail || base::stringAt(*detail, "operation").empty())
            return std::string();
        std::string text = base::stringAt(*detail, "operation");
        if (const std::string codes = listed("codes"); !codes.empty())
            text += " " + codes;
        if (const std::string into = listed("into"); !into.empty())
            text += " into " + into;
        if (entry.target.isNull())
            return text;
        RAPPORT_ASSIGN(const auto note, impl.consensus().note(entry.target));
        return note ? text + ": " + note->text : text;
    }
    case Act::Adjudicate:
    case Act::Note: {
        RAPPORT_ASSIGN(const auto note, impl.consensus().note(entry.target));
        const std::string by = listed("raters");
        return (by.empty() ? "" : by + ": ") + (note ? note->text : "");
    }
    case Act::Judge:
        return fmt::format("{}", entry.number);
    case Act::Reassign:
        return reassigned(entry);
    case Act::Import: {
        RAPPORT_ASSIGN(const auto files, impl.sources().files());
        for (const model::ImportedFile& file : files) {
            if (file.guid == entry.target)
                return file.name;
        }
        return std::string();
    }
    case Act::Complete: {
        std::string text;
        if (detail) {
            for (const base::Json& each : base::memberAt(*detail, "variables")) {
                if (!each.is_number_integer())
                    continue;
                const auto variable = m_variables.find(model::VariableId(each.get<std::int64_t>()));
                if (variable != m_variables.end())
                    text += (text.empty() ? "" : ", ") + variable->second.first;
            }
        }
        return text;
    }
    case Act::Instrument: {
        // Not the wordings before and after, which are there for undo.
        base::Json kept = detail ? *detail : base::Json();
        if (!kept.is_object())
            return detailWords(entry.detail);
        kept.erase("from");
        kept.erase("to");
        return detailWords(base::dumpJson(kept, -1));
    }
    case Act::Assign:
    case Act::Attributes:
    case Act::Settings:
    case Act::Merge:
    case Act::Pack:
    case Act::Forget:
        return detailWords(entry.detail);
    default:
        return std::string();
    }
}

base::Result<HistoryRow> HistoryWords::row(const store::JournalEntry& entry) {
    HistoryRow row;
    row.position = entry.position;
    row.time = entry.time;
    const bool isTakenBack = entry.act == Act::Note && entry.detail == store::takenBack;
    row.act = isTakenBack ? "unnote" : store::name(entry.act);
    if (const auto rater = m_raters.find(entry.rater); rater != m_raters.end())
        row.rater = rater->second.name;
    if (const auto round = m_rounds.find(entry.round); round != m_rounds.end())
        row.round = round->second.name;
    RAPPORT_ASSIGN(row.unit, unitName(entry.unit, entry.round));
    model::Scale scale = model::Scale::Presence;
    if (const auto variable = m_variables.find(entry.variable); variable != m_variables.end()) {
        row.variable = variable->second.first;
        scale = variable->second.second;
    }
    if (const auto code = m_codes.find(entry.code); code != m_codes.end())
        row.code = code->second;
    row.range = entry.range;
    const bool isAboutCode = entry.act == Act::Code || entry.act == Act::Withdraw ||
                             entry.act == Act::Adjudicate || entry.act == Act::Unsettle;
    if (isAboutCode &&
        (scale == model::Scale::Count ||
         (scale == model::Scale::Presence && (entry.act == Act::Adjudicate || entry.act == Act::Unsettle))))
        row.value = entry.number;
    row.version = entry.version;
    row.device = entry.device.text().substr(0, 8);
    RAPPORT_ASSIGN(row.words, wordsOf(entry));
    return row;
}

namespace {

/// What is asked for, found.
struct Asked {
    bool isRater = false;
    std::shared_ptr<const UnitNames> names;
    model::Unit unit;
    model::Rater rater;
    model::Round round;
    StillToRate still;
    std::shared_ptr<const StillUnits> units; ///< the same by round; null: none
};

base::Result<Asked> readAsked(Session& session, const HistoryRequest& request) {
    Asked asked;
    asked.isRater = !session.viewer().isCoordinator();
    RAPPORT_ASSIGN(asked.names, UnitNames::forViewer(session));
    if (!request.unit.empty()) {
        RAPPORT_ASSIGN(asked.unit, findUnit(session, request.unit));
        // Both names beside one another would tell.
        if (!asked.isRater && asked.names->hidesPlace(asked.unit.id) &&
            request.unit != asked.names->shown(asked.unit, model::RoundId{}))
            return base::fail(Errc::Refused, "you still have to rate this unit yourself",
                              "until it is completed it is found by its neutral name alone");
    }
    if (!request.rater.empty()) {
        RAPPORT_ASSIGN(asked.rater, session.rater(request.rater));
        if (asked.isRater && asked.rater.id != session.viewer().rater)
            return base::fail(Errc::Refused, "a rater sees the own work only");
    }
    if (!request.round.empty()) {
        RAPPORT_ASSIGN(asked.round, session.round(request.round));
    }
    RAPPORT_ASSIGN(asked.still, StillToRate::readAlsoAsRater(session));
    if (!asked.still.isEmpty())
        asked.units = session.impl().still;
    return asked;
}

base::Result<std::vector<store::JournalEntry>>
entriesOf(Session& session, const Asked& asked, const std::string& code, store::HistoryFilter filter) {
    filter.unit = asked.unit.id;
    filter.rater = asked.isRater ? session.viewer().rater : asked.rater.id;
    return code.empty() ? session.impl().journal().history(filter) : entriesOnCode(session, code, filter);
}

bool isOnHeld(const Asked& asked, const store::JournalEntry& entry) {
    return asked.still.holds(entry.unit) ||
           (entry.act == Act::Judge && asked.still.holdsSample(entry.target));
}

/// The own work on a text that is still to be rated, done in a file's order or among texts with their names:
/// its place in the journal and its time tell whose the text is. To the same person as a rater only other
/// rounds tell, by the times that the coordinator sees with names.
bool isOwnKeptBack(const Asked& asked, const store::JournalEntry& entry) {
    if (entry.rater != asked.still.self() || !asked.still.holds(entry.unit))
        return false;
    if (!asked.isRater)
        return true;
    const auto found = asked.units->units.lower_bound({entry.unit, entry.round, 0});
    return found == asked.units->units.end() || found->unit != entry.unit || found->round != entry.round;
}

bool isKeptBack(const Asked& asked, const store::JournalEntry& entry) {
    return isOwnKeptBack(asked, entry) || (isOnHeld(asked, entry) && entry.rater != asked.still.self());
}

/// What is shown, numbered without gaps: as long as the own work on a text, a gap tells which text stands in
/// it.
base::Status closeGaps(Session& session, const Asked& asked, std::vector<store::JournalEntry>& entries) {
    RAPPORT_ASSIGN(const auto all, session.impl().journal().history({}));
    std::vector<std::int64_t> gaps;
    for (const store::JournalEntry& entry : all) {
        if (isKeptBack(asked, entry))
            gaps.push_back(entry.position);
    }
    for (store::JournalEntry& entry : entries)
        entry.position -= std::lower_bound(gaps.begin(), gaps.end(), entry.position) - gaps.begin();
    return {};
}

/// The own rows of a rater in a blind round that runs, by their position in the journal: numbered from 1, by
/// time. Between positions others' rows show; what came by an import has the order of a file, which may be
/// that of the study; what bears the same time goes by neutral name. What is kept back leaves no gap.
base::Result<std::unordered_map<std::int64_t, std::int64_t>> ownNumbers(Session& session,
                                                                        const Asked& asked) {
    store::HistoryFilter filter;
    filter.rater = session.viewer().rater;
    RAPPORT_ASSIGN(const auto entries, session.impl().journal().history(filter));
    struct Own {
        base::Instant time;
        NeutralPlace place;
        std::int64_t position = 0;
        auto operator<=>(const Own&) const = default;
    };
    std::vector<Own> own;
    for (const store::JournalEntry& entry : entries) {
        if (isRatersOwn(entry.act) && !isOwnKeptBack(asked, entry))
            own.push_back({entry.time, neutralPlace(*asked.names, entry.unit), entry.position});
    }
    std::sort(own.begin(), own.end());
    std::unordered_map<std::int64_t, std::int64_t> numbers;
    for (const Own& each : own)
        numbers.emplace(each.position, static_cast<std::int64_t>(numbers.size()) + 1);
    return numbers;
}

} // namespace

base::Result<std::vector<HistoryRow>> history(Session& session, const HistoryRequest& request) {
    RAPPORT_ASSIGN(const Asked asked, readAsked(session, request));
    const bool isBlind = asked.names->isBlindAnywhere();
    store::HistoryFilter filter;
    const bool hasGaps = !asked.isRater && !asked.still.isEmpty();
    filter.after = isBlind || hasGaps ? 0 : request.after;
    // A rater's rows may be among settlements and the like, which are no business of the rater.
    RAPPORT_ASSIGN(const std::string also, coordinatorRates(session));
    filter.limit = asked.isRater || !also.empty() || !request.round.empty() ? 0 : request.limit;
    RAPPORT_ASSIGN(auto entries, entriesOf(session, asked, request.code, filter));
    // Rows on many units tell which of them one is, where its name is kept back.
    if (!asked.isRater && request.code.empty() && !(asked.unit.id.isNone() && asked.rater.id.isNone()) &&
        !asked.still.holds(asked.unit.id))
        RAPPORT_TRY(addReassigned(session, asked.unit, asked.rater, filter.after, entries));
    if (isBlind) {
        RAPPORT_ASSIGN(const auto numbers, ownNumbers(session, asked));
        std::erase_if(entries, [&](store::JournalEntry& entry) {
            const auto number = numbers.find(entry.position);
            entry.position = number == numbers.end() ? 0 : number->second;
            return entry.position <= std::max<std::int64_t>(request.after, 0);
        });
        std::sort(entries.begin(), entries.end(),
                  [](const auto& a, const auto& b) { return a.position < b.position; });
    }
    if (hasGaps) {
        std::erase_if(entries, [&](const auto& entry) { return isKeptBack(asked, entry); });
        RAPPORT_TRY(closeGaps(session, asked, entries));
        std::erase_if(entries, [&](const auto& entry) { return entry.position <= request.after; });
    }
    RAPPORT_ASSIGN(HistoryWords words, HistoryWords::read(session));
    std::vector<HistoryRow> rows;
    for (const store::JournalEntry& entry : entries) {
        if (asked.isRater && !isRatersOwn(entry.act))
            continue;
        if (!request.round.empty() && entry.round != asked.round.id)
            continue;
        if (isKeptBack(asked, entry))
            continue;
        if (request.limit > 0 && static_cast<std::int64_t>(rows.size()) >= request.limit)
            break;
        RAPPORT_ASSIGN(HistoryRow row, words.row(entry));
        rows.push_back(std::move(row));
    }
    return rows;
}

base::Result<std::int64_t> historyKeptBack(Session& session, const HistoryRequest& request) {
    RAPPORT_ASSIGN(const Asked asked, readAsked(session, request));
    if (asked.still.isEmpty())
        return 0;
    RAPPORT_ASSIGN(const auto entries, entriesOf(session, asked, request.code, {}));
    return std::count_if(entries.begin(), entries.end(), [&](const store::JournalEntry& entry) {
        return isOwnKeptBack(asked, entry) && (!asked.isRater || isRatersOwn(entry.act)) &&
               (request.round.empty() || entry.round == asked.round.id);
    });
}

base::Result<bool> isPaceShown(Session& session) {
    RAPPORT_ASSIGN(const std::string value, session.impl().file->setting(paceSetting));
    return value == "true";
}

base::Result<ChangeSet> showPace(Session& session, bool isShown) {
    RAPPORT_TRY(coordinatorOnly(session, "say who sees how fast raters work"));
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        RAPPORT_TRY(session.impl().file->setSetting(paceSetting, isShown ? "true" : "false"));
        store::JournalEntry entry;
        entry.act = Act::Settings;
        entry.detail = base::dumpJson({{"setting", paceSetting}, {"shown", isShown}}, -1);
        RAPPORT_TRY(writer.append(entry));
        writer.changes().settingsChanged = true;
        writer.changes().act = "settings";
        return {};
    });
}

base::Result<Pace> pace(Session& session, const std::string& raterName, const std::string& roundName) {
    RAPPORT_ASSIGN(const model::Rater rater, session.rater(raterName));
    if (session.viewer().isCoordinator()) {
        RAPPORT_ASSIGN(const bool isShown, isPaceShown(session));
        if (!isShown)
            return base::fail(Errc::Refused, "this study keeps the pace for the raters' own eyes",
                              "after telling them: rapport history STUDY --share-pace yes");
    } else if (session.viewer().rater != rater.id) {
        return base::fail(Errc::Refused, "a rater sees the own pace only");
    }
    model::RoundId round;
    if (!roundName.empty()) {
        RAPPORT_ASSIGN(const model::Round found, session.round(roundName));
        round = found.id;
    }
    store::HistoryFilter filter;
    filter.rater = rater.id;
    RAPPORT_ASSIGN(const auto entries, session.impl().journal().history(filter));
    RAPPORT_ASSIGN(HistoryWords words, HistoryWords::read(session));
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    Pace pace;
    pace.rater = rater.name;
    pace.round = roundName;
    struct Spent {
        std::int64_t milliseconds = 0;
        std::size_t place = 0; ///< into pace.units; 0 and not done: open
        bool isDone = false;
    };
    std::map<std::pair<model::UnitId, model::RoundId>, Spent> spent;
    std::optional<base::Instant> before;
    for (const store::JournalEntry& entry : entries) {
        if (!isRatersOwn(entry.act) || entry.unit.isNone())
            continue;
        const std::int64_t passed = before ? (entry.time - *before).count() : 0;
        before = entry.time;
        if (!round.isNone() && entry.round != round)
            continue;
        Spent& here = spent[{entry.unit, entry.round}];
        if (passed > 0 && passed <= longestPause)
            here.milliseconds += passed;
        if (entry.act != Act::Complete)
            continue;
        if (!here.isDone) {
            here.isDone = true;
            here.place = pace.units.size();
            RAPPORT_ASSIGN(std::string name, words.unitName(entry.unit, entry.round));
            pace.units.push_back({entry.unit, std::move(name), 0, entry.time});
        }
    }
    std::int64_t total = 0;
    for (const auto& [key, each] : spent) {
        if (!each.isDone)
            continue;
        pace.units[each.place].seconds = (each.milliseconds + 500) / 1000;
        total += each.milliseconds;
    }
    // By the time of completion: rows that came by an import or a merge stand in the order in which they
    // came.
    std::stable_sort(pace.units.begin(), pace.units.end(), [&names](const UnitTime& a, const UnitTime& b) {
        if (a.completed != b.completed || !names->isBlindAnywhere())
            return a.completed < b.completed;
        return neutralPlace(*names, a.unit) < neutralPlace(*names, b.unit);
    });
    pace.completed = static_cast<std::int64_t>(pace.units.size());
    if (pace.units.empty())
        return pace;
    std::vector<std::int64_t> seconds;
    seconds.reserve(pace.units.size());
    for (const UnitTime& unit : pace.units)
        seconds.push_back(unit.seconds);
    std::sort(seconds.begin(), seconds.end());
    const std::size_t middle = seconds.size() / 2;
    pace.medianSeconds = seconds.size() % 2 == 1
                             ? static_cast<double>(seconds[middle])
                             : static_cast<double>(seconds[middle - 1] + seconds[middle]) / 2;
    if (total > 0)
        pace.perHour = static_cast<double>(pace.completed) * 3'600'000 / static_cast<double>(total);
    // Between others, at its time, a text that is still to be rated would be known.
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::readAlsoAsRater(session));
    pace.keptBack = static_cast<std::int64_t>(
        std::erase_if(pace.units, [&still](const UnitTime& each) { return still.holds(each.unit); }));
    return pace;
}

} // namespace rapport::service
