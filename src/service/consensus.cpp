// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consensus.h"

#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "service/differences.h"
#include "service/own_rating.h"
#include "service/round_codebook.h"
#include "service/settling.h"

#include <algorithm>
#include <set>

namespace rapport::service {

namespace {

using base::Errc;
using store::Act;

/// A round and its differences as they stood when it was opened, without texts that the viewer still has to
/// rate in another one.
struct Differing {
    MeasuredRound round;
    SettledValues settled;
    std::vector<Difference> rows;
};

/// Errors: Refused, of a text that the viewer still has to rate.
base::Status mayTalkAbout(Session& session, model::UnitId unit) {
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    if (still.holds(unit))
        return base::fail(Errc::Refused, "you still have to rate this text yourself",
                          "complete it, then look at what others gave");
    return {};
}

base::Result<Differing> differing(Session& session, const std::string& roundName,
                                  const DifferenceFilter& filter) {
    RAPPORT_TRY(coordinatorOnly(session, "settle what raters differ on"));
    StudyMeasureOptions options;
    options.rounds = {roundName};
    RAPPORT_ASSIGN(const auto rounds, roundsToMeasure(session, options));
    RAPPORT_ASSIGN(MeasuredRound round, MeasuredRound::read(session, rounds.front(), options));
    RAPPORT_TRY(knownIn(session, {round.codebook}, filter.variable, filter.code));
    RAPPORT_ASSIGN(SettledValues settled, SettledValues::read(session, rounds.front().id));
    Differing all{std::move(round), std::move(settled), {}};
    all.rows = differencesOf(all.round, *all.round.codebook, filter);
    return all;
}

const std::string& nameOf(const Difference& difference) {
    return difference.code == nullptr ? difference.variable->name : difference.code->name;
}

/// Cuts a range of a source out of the unit's own text.
std::string wordsOf(const std::string& text, const text::OffsetMap& offsets, const text::TextRange& unit,
                    const text::TextRange& range) {
    const auto begin = std::max(range.begin, unit.begin);
    const auto end = std::min(range.end, unit.end);
    if (begin >= end)
        return {};
    const text::Utf8Range bytes = offsets.toUtf8(text::textRange(begin - unit.begin, end - unit.begin));
    return text.substr(static_cast<std::size_t>(bytes.begin.value), static_cast<std::size_t>(bytes.length()));
}

Quote quoteOf(const model::Coding& coding, const model::Codebook& codebook, const std::string& text,
              const text::OffsetMap& offsets, const text::TextRange& unit) {
    Quote quote;
    quote.coding = coding.id;
    if (const model::Variable* variable = codebook.variable(coding.variable); variable != nullptr)
        quote.variable = variable->name;
    if (const auto found = codebook.code(coding.code); found.code != nullptr)
        quote.code = found.code->name;
    quote.range = coding.range;
    quote.count = coding.count;
    if (coding.range)
        quote.words = wordsOf(text, offsets, unit, *coding.range);
    return quote;
}

base::Result<std::vector<std::string>> namesIn(Session& session, const store::Settled& settled) {
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    std::vector<std::string> names;
    if (const auto detail = base::parseJson(settled.detail); detail) {
        for (const base::Json& each : base::memberAt(*detail, "raters")) {
            const auto guid = each.is_string() ? base::Guid::parse(each.get<std::string>()) : std::nullopt;
            for (const auto& [id, rater] : raters) {
                if (guid && rater.guid == *guid)
                    names.push_back(rater.name);
            }
        }
    }
    if (names.empty()) {
        if (const auto found = raters.find(settled.by); found != raters.end())
            names.push_back(found->second.name);
    }
    return names;
}

base::Result<SettledItem> itemOf(Session& session, const model::Codebook& codebook,
                                 const store::Settled& row) {
    SettledItem item;
    item.position = row.id;
    item.time = row.time;
    const model::Variable* variable = codebook.variable(row.variable);
    const model::Code* code = codebook.code(row.code).code;
    item.variable = variable == nullptr ? "" : variable->name;
    const bool isPresence = variable != nullptr && variable->scale == model::Scale::Presence;
    if (isPresence && code != nullptr)
        item.code = code->name;
    item.value = isPresence || row.code.isNone() ? std::to_string(row.number)
                 : code == nullptr               ? ""
                                                 : code->name;
    RAPPORT_ASSIGN(item.by, namesIn(session, row));
    RAPPORT_ASSIGN(const auto reason, session.impl().consensus().note(row.reason));
    if (reason)
        item.reason = reason->text;
    item.isTakenBack = row.unsettledAt != 0;
    return item;
}

base::Result<std::vector<SettledItem>> historyOf(Session& session, const model::Codebook& codebook,
                                                 model::RoundId round, model::UnitId unit) {
    store::SettledFilter filter;
    filter.round = round;
    filter.unit = unit;
    RAPPORT_ASSIGN(const auto standing, session.impl().consensus().settled(filter));
    // From the journal: what another copy settled and was replaced here before it came in never stood here.
    store::HistoryFilter acts;
    acts.unit = unit;
    acts.act = Act::Unsettle;
    RAPPORT_ASSIGN(const auto unsettled, session.impl().journal().history(acts));
    acts.act = Act::Adjudicate;
    RAPPORT_ASSIGN(auto entries, session.impl().journal().history(acts));
    std::erase_if(entries, [round](const store::JournalEntry& entry) { return entry.round != round; });
    const auto order = [](const store::JournalEntry& entry) {
        return std::pair(entry.tick > 0 ? entry.tick : entry.position, entry.guid);
    };
    std::sort(entries.begin(), entries.end(),
              [&](const auto& a, const auto& b) { return order(a) < order(b); });
    std::vector<SettledItem> history;
    for (const store::JournalEntry& entry : entries) {
        store::Settled row;
        row.id = entry.position;
        row.guid = entry.guid;
        row.by = entry.rater;
        row.variable = entry.variable;
        row.code = entry.code;
        row.number = entry.number;
        row.time = entry.time;
        row.reason = entry.target;
        row.detail = entry.detail;
        RAPPORT_ASSIGN(SettledItem item, itemOf(session, codebook, row));
        item.isTakenBack = std::any_of(unsettled.begin(), unsettled.end(),
                                       [&](const auto& each) { return each.target == entry.guid; });
        item.isReplaced = !item.isTakenBack &&
                          std::none_of(standing.begin(), standing.end(),
                                       [&](const store::Settled& each) { return each.id == entry.position; });
        history.push_back(std::move(item));
    }
    return history;
}

base::Result<std::vector<Remark>> remarksOn(Session& session, const model::Codebook& codebook,
                                            model::RoundId round, model::UnitId unit) {
    RAPPORT_ASSIGN(const auto notes, session.impl().consensus().notes(round, unit));
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    std::vector<Remark> remarks;
    for (const store::Note& note : notes) {
        if (note.kind != store::NoteKind::Remark)
            continue;
        Remark remark;
        remark.guid = note.guid;
        if (const auto found = raters.find(note.author); found != raters.end())
            remark.author = found->second.name;
        remark.time = note.time;
        remark.text = note.text;
        if (const model::Variable* variable = codebook.variable(note.variable); variable != nullptr)
            remark.variable = variable->name;
        if (const auto found = codebook.code(note.code); found.code != nullptr)
            remark.code = found.code->name;
        remark.becameVersion = note.version;
        remarks.push_back(std::move(remark));
    }
    return remarks;
}

/// The round, checked for whether something of this unit can be settled in it.
base::Result<model::Round> openRoundOf(Session& session, const std::string& name, model::UnitId unit) {
    auto& impl = session.impl();
    RAPPORT_TRY(coordinatorOnly(session, "settle what raters differ on"));
    RAPPORT_TRY(mayTalkAbout(session, unit));
    RAPPORT_ASSIGN(model::Round round, session.round(name));
    if (round.openedAt == 0 && round.kind != model::RoundKind::Default)
        return base::fail(Errc::Refused, base::said("round '{}' is not open yet", name),
                          fmt::format("its agreement is frozen first: rapport open STUDY --round {}", name));
    store::CodingFilter filter;
    filter.unit = unit;
    filter.round = round.id;
    RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
    if (ratings.empty())
        return base::fail(Errc::Refused, base::said("nobody completed this unit in round '{}'", name));
    return round;
}

/// What one `CODE=1` or `VARIABLE=LEVEL` comes to.
struct Setting {
    const model::Variable* variable = nullptr;
    model::CodeId code;
    std::int64_t number = 0;
    std::string label; ///< the code, or the variable
};

base::Result<Setting> settingOf(const model::Codebook& codebook, const std::string& name,
                                const std::string& value) {
    Setting setting;
    setting.label = name;
    const auto found = codebook.code(name);
    if (found.code != nullptr && found.variable->scale == model::Scale::Presence) {
        if (!found.code->isCodable)
            return base::fail(Errc::Refused, fmt::format("'{}' is a heading, not a code", name),
                              "use one of the codes under it");
        if (value != "0" && value != "1")
            return base::fail(Errc::InvalidArgument, base::said("'{}={}' is not understood", name, value),
                              base::said("a code is there or not: {0}=1 or {0}=0", name));
        setting.variable = found.variable;
        setting.code = found.code->id;
        setting.number = value == "1" ? 1 : 0;
        return setting;
    }
    setting.variable = codebook.variable(name);
    if (setting.variable == nullptr || setting.variable->scale == model::Scale::Presence)
        return base::fail(Errc::NotFound,
                          setting.variable == nullptr
                              ? base::said("there is no code or variable '{}'", name)
                              : base::said("variable '{}' has codes, which are settled one by one", name),
                          found.code != nullptr
                              ? base::said("'{0}' is a level: write {1}={0}", name, found.variable->name)
                              : "see: rapport codebook STUDY show");
    if (setting.variable->scale == model::Scale::Count) {
        const auto number = base::parseInteger(value);
        if (!number || *number < 0)
            return base::fail(Errc::InvalidArgument, base::said("'{}={}' is no count", name, value),
                              "a count is a whole number from 0");
        setting.number = *number;
        return setting;
    }
    const model::Code* level = setting.variable->code(value);
    if (level == nullptr || !level->isCodable)
        return base::fail(Errc::NotFound, fmt::format("variable '{}' has no level '{}'", name, value),
                          "see: rapport codebook STUDY show");
    setting.code = level->id;
    setting.number = 1;
    return setting;
}

/// The same code, or the same variable where it is settled as a whole.
bool isAbout(const store::Settled& settled, const Setting& setting) {
    return settled.variable == setting.variable->id &&
           (setting.variable->scale != model::Scale::Presence ||
            setting.variable->code(settled.code) == setting.variable->code(setting.code));
}

base::Status takeBack(Writer& writer, const store::Settled& settled) {
    store::JournalEntry entry;
    entry.act = Act::Unsettle;
    entry.rater = settled.by;
    entry.target = settled.guid;
    entry.number = settled.number;
    entry.version = settled.version;
    entry.detail = settled.detail;
    RAPPORT_TRY(writer.append(entry));
    return {};
}

} // namespace

base::Result<Disputes> disputes(Session& session, const DisputeRequest& request) {
    DifferenceFilter filter;
    filter.variable = request.variable;
    filter.code = request.code;
    RAPPORT_ASSIGN(const Differing all, differing(session, request.round, filter));
    Disputes found;
    found.round = all.round.round.name;
    double worst = 0;
    // Rows come unit by unit.
    for (const Difference& row : all.rows) {
        const MeasuredUnit& unit = all.round.units[row.unit];
        if (found.units.empty() || found.units.back().unit != unit.id) {
            found.units.push_back({unit.id, unit.name, unit.prompt, 0, 0, 0, {}});
            worst = -1;
        }
        DisputedUnit& last = found.units.back();
        ++last.differences;
        last.cost += row.cost;
        last.settled += all.settled.of(unit.id, *row.variable, row.code) ? 1 : 0;
        if (row.cost > worst) {
            worst = row.cost;
            last.worst = nameOf(row);
        }
    }
    for (const DisputedUnit& unit : found.units) {
        found.differences += unit.differences;
        found.settled += unit.settled;
    }
    if (request.onlyOpen)
        std::erase_if(found.units, [](const DisputedUnit& unit) { return unit.settled == unit.differences; });
    std::stable_sort(found.units.begin(), found.units.end(),
                     [](const DisputedUnit& a, const DisputedUnit& b) { return a.cost > b.cost; });
    found.total = found.units.size();
    const std::size_t begin = std::min(request.offset, found.total);
    const std::size_t end = request.limit == 0 ? found.total : std::min(begin + request.limit, found.total);
    found.units = std::vector<DisputedUnit>(found.units.begin() + static_cast<std::ptrdiff_t>(begin),
                                            found.units.begin() + static_cast<std::ptrdiff_t>(end));
    return found;
}

base::Result<Discussion> discussion(Session& session, const std::string& roundName, model::UnitId unitId) {
    RAPPORT_TRY(mayTalkAbout(session, unitId));
    auto& impl = session.impl();
    DifferenceFilter filter;
    filter.unit = unitId;
    filter.withAgreed = true;
    RAPPORT_ASSIGN(const Differing all, differing(session, roundName, filter));
    RAPPORT_ASSIGN(const auto row, impl.sources().unit(unitId, true));
    if (!row)
        return base::fail(Errc::NotFound, "there is no such unit");
    Discussion talk;
    talk.unit = unitId;
    talk.name = row->unit.name;
    talk.prompt = row->prompt;
    talk.text = row->text;
    talk.range = row->unit.range;
    const model::RoundId round = all.round.round.id;

    store::CodingFilter now;
    now.unit = unitId;
    now.round = round;
    store::CodingFilter then = now;
    then.at = all.round.round.openedAt;
    RAPPORT_ASSIGN(const auto codingsThen, impl.codings().codings(then));
    RAPPORT_ASSIGN(const auto codingsNow, impl.codings().codings(now));
    RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(then));
    const text::OffsetMap offsets(talk.text);
    for (std::size_t rater = 0; rater < all.round.measuredRaters; ++rater) {
        RaterSide side;
        side.rater = all.round.raters[rater];
        side.name = all.round.raterNames[rater];
        side.isComplete = std::any_of(ratings.begin(), ratings.end(), [&](const model::Rating& rating) {
            return rating.rater == side.rater;
        });
        std::set<model::CodingId> known;
        for (const model::Coding& coding : codingsThen) {
            if (coding.rater != side.rater)
                continue;
            known.insert(coding.id);
            side.quotes.push_back(quoteOf(coding, *all.round.codebook, talk.text, offsets, talk.range));
        }
        for (const model::Coding& coding : codingsNow) {
            if (coding.rater == side.rater && !known.contains(coding.id))
                side.changedSince.push_back(
                    quoteOf(coding, *all.round.codebook, talk.text, offsets, talk.range));
        }
        RAPPORT_ASSIGN(const model::Memo memo, impl.codings().memo(side.rater, unitId));
        side.memo = memo.text;
        RAPPORT_ASSIGN(const auto flagged, impl.codings().flagged(side.rater, round));
        side.isFlagged = std::binary_search(flagged.begin(), flagged.end(), unitId);
        talk.sides.push_back(std::move(side));
    }
    for (const Difference& each : all.rows) {
        Dispute dispute;
        dispute.variable = each.variable->name;
        dispute.code = each.code == nullptr ? "" : each.code->name;
        dispute.ratings = each.ratings;
        dispute.isAgreed = each.isAgreed;
        dispute.share = each.share;
        dispute.cost = each.cost;
        dispute.settled = all.settled.of(unitId, *each.variable, each.code);
        talk.disputes.push_back(std::move(dispute));
    }
    std::stable_sort(talk.disputes.begin(), talk.disputes.end(), [](const Dispute& a, const Dispute& b) {
        return std::pair(!a.isAgreed, a.cost) > std::pair(!b.isAgreed, b.cost);
    });
    RAPPORT_ASSIGN(talk.history, historyOf(session, *all.round.codebook, round, unitId));
    RAPPORT_ASSIGN(talk.remarks, remarksOn(session, *all.round.codebook, round, unitId));
    return talk;
}

base::Result<std::vector<SettledInRound>> settledItems(Session& session) {
    RAPPORT_TRY(coordinatorOnly(session, "see what was settled"));
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    std::vector<SettledInRound> all;
    for (const model::Round& round : rounds) {
        RAPPORT_ASSIGN(const auto codebook, codebookOf(session, round, false));
        store::SettledFilter filter;
        filter.round = round.id;
        RAPPORT_ASSIGN(auto rows, impl.consensus().settled(filter));
        std::sort(rows.begin(), rows.end(),
                  [](const store::Settled& a, const store::Settled& b) { return a.id < b.id; });
        for (const store::Settled& row : rows) {
            RAPPORT_ASSIGN(const auto unit, impl.sources().unit(row.unit, false));
            if (!unit)
                continue;
            RAPPORT_ASSIGN(SettledItem item, itemOf(session, *codebook, row));
            all.push_back({round.name, unit->unit.name, std::move(item)});
        }
    }
    return all;
}

base::Status settle(Writer& writer, const Adjudication& request, base::Instant time) {
    if (request.set.empty())
        return base::fail(Errc::InvalidArgument, "nothing is settled", "say what: --set CODE=1");
    if (request.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return base::fail(Errc::InvalidArgument, "what is settled needs a reason",
                          "a reviewer will ask for it");
    if (request.by.empty())
        return base::fail(Errc::InvalidArgument, "nobody settled it", "name who did: --by RATER");
    Session& session = writer.session();
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const model::Round round, openRoundOf(session, request.round, request.unit));
    RAPPORT_ASSIGN(const auto row, impl.sources().unit(request.unit, false));
    if (!row)
        return base::fail(Errc::NotFound, "there is no such unit");
    RAPPORT_ASSIGN(const auto codebook, codebookOf(session, round, false));
    std::vector<model::Rater> by;
    for (const std::string& name : request.by) {
        RAPPORT_ASSIGN(model::Rater rater, session.rater(name));
        if (std::any_of(by.begin(), by.end(), [&](const model::Rater& each) { return each.id == rater.id; }))
            return base::fail(Errc::InvalidArgument, base::said("rater '{}' is named twice", rater.name),
                              "a discussion is of two raters or more");
        by.push_back(std::move(rater));
    }
    base::Json detail = {{"how", by.size() > 1 ? "discussion" : "one"}};
    for (const model::Rater& rater : by)
        detail["raters"].push_back(rater.guid.text());
    store::SettledFilter filter;
    filter.unit = request.unit;
    filter.round = round.id;
    RAPPORT_ASSIGN(const auto standing, impl.consensus().settled(filter));

    std::set<std::string> seen;
    std::vector<Setting> settings;
    for (const auto& [name, value] : request.set) {
        RAPPORT_ASSIGN(Setting setting, settingOf(*codebook, name, value));
        if (!seen.insert(setting.label).second)
            return base::fail(Errc::InvalidArgument, base::said("'{}' is set twice", name));
        const model::Variable& variable = *setting.variable;
        if (!variable.appliesTo(row->unit.kind, row->prompt))
            return base::fail(Errc::Refused, fmt::format("variable '{}' does not apply to {}", variable.name,
                                                         row->unit.name));
        if (!round.variables.empty() &&
            std::find(round.variables.begin(), round.variables.end(), variable.name) == round.variables.end())
            return base::fail(Errc::Refused, fmt::format("variable '{}' is not part of round '{}'",
                                                         variable.name, round.name));
        settings.push_back(std::move(setting));
    }

    store::Note reason;
    reason.guid = base::Guid::random(impl.environment.random);
    reason.kind = store::NoteKind::Reason;
    reason.author = by.front().id;
    reason.round = round.id;
    reason.unit = request.unit;
    reason.time = time;
    reason.text = request.reason;
    RAPPORT_TRY(impl.consensus().putNote(reason));

    std::string labels;
    for (const Setting& setting : settings) {
        for (const store::Settled& settled : standing) {
            if (isAbout(settled, setting))
                RAPPORT_TRY(takeBack(writer, settled));
        }
        store::JournalEntry entry;
        entry.act = Act::Adjudicate;
        entry.time = time;
        entry.rater = by.front().id;
        entry.round = round.id;
        entry.unit = request.unit;
        entry.variable = setting.variable->id;
        entry.code = setting.code;
        entry.number = setting.number;
        entry.version = codebook->version;
        entry.target = reason.guid;
        entry.detail = base::dumpJson(detail, -1);
        RAPPORT_TRY(writer.append(entry));
        labels += (labels.empty() ? "" : ", ") + setting.label;
    }
    writer.changes().act = "adjudicate";
    writer.changes().object = labels;
    writer.changes().unitName = row->unit.name;
    return {};
}

base::Result<ChangeSet> adjudicate(Session& session, const Adjudication& request) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        return settle(writer, request, session.impl().environment.clock->now());
    });
}

base::Result<ChangeSet> unsettle(Session& session, const std::string& roundName, model::UnitId unit,
                                 const std::vector<std::string>& names) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const model::Round round, openRoundOf(session, roundName, unit));
        RAPPORT_ASSIGN(const auto codebook, codebookOf(session, round, false));
        std::set<std::pair<model::VariableId, model::CodeId>> wanted;
        for (const std::string& name : names) {
            const auto found = codebook->code(name);
            const model::Variable* variable = codebook->variable(name);
            if (found.code != nullptr && found.variable->scale == model::Scale::Presence)
                wanted.emplace(found.variable->id, found.code->id);
            else if (variable != nullptr)
                wanted.emplace(variable->id, model::CodeId());
            else
                return base::fail(Errc::NotFound, base::said("there is no code or variable '{}'", name),
                                  "see: rapport codebook STUDY show");
        }
        store::SettledFilter filter;
        filter.unit = unit;
        filter.round = round.id;
        RAPPORT_ASSIGN(const auto standing, impl.consensus().settled(filter));
        bool isAny = false;
        for (const store::Settled& settled : standing) {
            const model::Code* code = codebook->code(settled.code).code;
            if (!wanted.empty() && !wanted.contains({settled.variable, model::CodeId()}) &&
                !wanted.contains({settled.variable, code == nullptr ? settled.code : code->id}))
                continue;
            RAPPORT_TRY(takeBack(writer, settled));
            isAny = true;
        }
        if (!isAny)
            return base::fail(Errc::Refused, "nothing of this was settled");
        RAPPORT_ASSIGN(const auto row, impl.sources().unit(unit, false));
        writer.changes().act = "unsettle";
        writer.changes().unitName = row ? row->unit.name : "";
        return {};
    });
}

base::Result<KeptRemark> addRemark(Session& session, const NewRemark& request) {
    RAPPORT_TRY(coordinatorOnly(session, "remark on a disagreement"));
    if (request.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return base::fail(Errc::InvalidArgument, "the remark says nothing");
    store::Note note;
    const auto done = write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const model::Round round, session.round(request.round));
        RAPPORT_ASSIGN(const auto row, impl.sources().unit(request.unit, false));
        if (!row)
            return base::fail(Errc::NotFound, "there is no such unit");
        if (!request.author.empty()) {
            RAPPORT_ASSIGN(const model::Rater rater, session.rater(request.author));
            note.author = rater.id;
        }
        RAPPORT_ASSIGN(const auto codebook, codebookOf(session, round, false));
        if (!request.about.empty()) {
            const auto found = codebook->code(request.about);
            const model::Variable* variable =
                found.code != nullptr ? found.variable : codebook->variable(request.about);
            if (variable == nullptr)
                return base::fail(Errc::NotFound,
                                  base::said("there is no code or variable '{}'", request.about),
                                  "see: rapport codebook STUDY show");
            note.variable = variable->id;
            note.code = found.code == nullptr ? model::CodeId() : found.code->id;
        }
        note.guid = base::Guid::random(impl.environment.random);
        note.round = round.id;
        note.unit = request.unit;
        note.time = impl.environment.clock->now();
        note.text = request.text;
        RAPPORT_TRY(impl.consensus().putNote(note));
        store::JournalEntry entry;
        entry.act = Act::Note;
        entry.rater = note.author;
        entry.round = note.round;
        entry.unit = note.unit;
        entry.variable = note.variable;
        entry.code = note.code;
        entry.target = note.guid;
        RAPPORT_TRY(writer.append(entry));
        ChangeSet& changes = writer.changes();
        changes.act = "note";
        changes.object = request.about;
        changes.unitName = row->unit.name;
        changes.unitKind = row->unit.kind;
        changes.round = note.round;
        return {};
    });
    if (!done)
        return base::fail(done);
    return KeptRemark{note.guid, *done};
}

} // namespace rapport::service
