// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/import_withdrawn.h"

#include "base/csv_text.h"
#include "base/digest.h"
#include "base/format.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "exchange/csv.h"
#include "model/names.h"
#include "service/consent.h"
#include "service/import_project.h"
#include "service/rating.h"
#include "store/forgetting.h"
#include "text/decode.h"
#include "text/offset_map.h"
#include "text/utf8.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

namespace rapport::service {

namespace {

/// Of a name of a unit: "P001" of "P001/Q1"; empty: it is no answer's.
std::string participantOf(std::string_view unit) {
    const std::size_t slash = unit.find('/');
    return slash == std::string_view::npos ? std::string() : model::unescapeNamePart(unit.substr(0, slash));
}

void blot(std::string& text, const std::vector<text::TextRange>& ranges) {
    const text::OffsetMap offsets(text);
    std::string changed;
    std::size_t done = 0;
    for (const text::TextRange& range : ranges) {
        const auto begin = static_cast<std::size_t>(offsets.toUtf8(range.begin).value);
        const auto end = static_cast<std::size_t>(offsets.toUtf8(range.end).value);
        if (begin < done || end < begin)
            continue;
        changed.append(text, done, begin - done);
        changed += store::blotted(std::string_view(text).substr(begin, end - begin), store::Blot::Everything);
        done = end;
    }
    text = changed.append(text, done);
}

using People = std::map<model::Guid, model::Participant>;

/// What they wrote or spoke of the study, for rows that name units as raters know them.
class TheirUnits {
public:
    struct Spoken {
        text::TextRange range;
        std::string by;
    };
    struct Place {
        std::string own;                             ///< whose the unit is; empty: of nobody who withdrew
        const std::vector<Spoken>* spoken = nullptr; ///< of the text it is in; null: none of them spoke there
        /// Null: nobody who withdrew.
        [[nodiscard]] const std::string* whose(const std::optional<std::int64_t>& begin,
                                               const std::optional<std::int64_t>& end) const {
            if (!own.empty())
                return &own;
            if (spoken == nullptr || !begin || !end)
                return nullptr;
            const text::TextRange range = text::textRange(*begin, *end);
            const auto next = std::upper_bound(
                spoken->begin(), spoken->end(), range.begin,
                [](text::CodePoints place, const Spoken& each) { return place < each.range.end; });
            return next != spoken->end() && next->range.overlaps(range) ? &next->by : nullptr;
        }
    };

    static base::Result<TheirUnits> read(Session& session, const People& people) {
        TheirUnits theirs(session);
        const auto& impl = session.impl();
        RAPPORT_ASSIGN(const auto guids, impl.forgetting().forgotten());
        std::set<std::string> names;
        for (const model::Guid& guid : guids) {
            if (const auto person = people.find(guid); person != people.end())
                names.insert(person->second.name);
        }
        RAPPORT_ASSIGN(const auto ids, impl.forgetting().unitIds());
        for (const model::UnitId id : ids) {
            RAPPORT_ASSIGN(const auto row, impl.sources().unit(id, false));
            if (!row)
                continue;
            const std::string& by = names.contains(row->participant) ? row->participant : row->speaker;
            theirs.m_units.emplace(id, by.empty() ? row->unit.name : by);
            theirs.m_spoken[row->unit.source].push_back({row->unit.range, theirs.m_units[id]});
        }
        for (auto& [source, spoken] : theirs.m_spoken) {
            std::sort(spoken.begin(), spoken.end(), [](const Spoken& a, const Spoken& b) {
                return std::pair(a.range.begin, b.range.end) < std::pair(b.range.begin, a.range.end);
            });
            // Sentences lie in turns.
            std::vector<Spoken> apart;
            for (Spoken& each : spoken) {
                if (!each.range.isEmpty() && (apart.empty() || !apart.back().range.covers(each.range)))
                    apart.push_back(std::move(each));
            }
            spoken = std::move(apart);
        }
        return theirs;
    }

    /// Never null.
    base::Result<const Place*> named(const std::string& name) {
        const auto [known, isNew] = m_places.try_emplace(name);
        Place& place = known->second;
        if (!isNew)
            return &place;
        RAPPORT_ASSIGN(std::optional<model::Unit> unit, m_byName.find(name));
        if (!unit) {
            // By the neutral name.
            if (auto found = findUnit(*m_session, name))
                unit = std::move(*found);
        }
        if (!unit)
            return &place;
        if (const auto own = m_units.find(unit->id); own != m_units.end())
            place.own = own->second;
        if (const auto spoken = m_spoken.find(unit->source); spoken != m_spoken.end())
            place.spoken = &spoken->second;
        return &place;
    }

private:
    explicit TheirUnits(Session& session)
        : m_session(&session)
        , m_byName(*session.impl().file) {}

    Session* m_session;
    store::UnitsByName m_byName;
    std::map<model::UnitId, std::string> m_units;            ///< by whom
    std::map<model::SourceId, std::vector<Spoken>> m_spoken; ///< rising, apart
    std::unordered_map<std::string, Place> m_places;
};

/// Finds them, and takes them out of one file.
class TakingOut {
public:
    static base::Result<TakingOut> begin(const Session& session, const ReadFile& file) {
        TakingOut work;
        RAPPORT_ASSIGN(work.m_forgotten, ForgottenNames::read(session));
        if (work.m_forgotten.isEmpty())
            return work;
        const auto& impl = session.impl();
        const std::string digest = base::hex(base::sha256(file.bytes));
        RAPPORT_ASSIGN(const auto known, impl.sources().files());
        // A table adds to what is there, however often it comes.
        const bool isOnce = file.kind == ImportKind::Transcript || file.kind == ImportKind::Project;
        work.m_isKnown =
            isOnce && std::any_of(known.begin(), known.end(),
                                  [&](const model::ImportedFile& each) { return each.sha256 == digest; });
        RAPPORT_ASSIGN(const auto people, impl.participants().all());
        for (const model::Participant& each : people)
            work.m_people.emplace(each.guid, each);
        return work;
    }

    [[nodiscard]] bool isNeeded() const { return !m_forgotten.isEmpty() && !m_isKnown; }

    base::Status outOf(Session& session, ReadFile& file) {
        if (file.kind == ImportKind::Transcript)
            outOfTranscript(file);
        else if (file.kind == ImportKind::Codings)
            RAPPORT_TRY(outOfCodings(session, file));
        return {};
    }

    base::Status outOf(const Session& session, ReadProject& read, const base::Task& task) {
        exchange::Project& project = read.project;
        const std::string& path = read.file.path;
        const std::vector<std::size_t> places = outOfCases(project, path);
        std::map<std::string, std::vector<model::Turn>> own;
        if (project.isOwn) {
            RAPPORT_ASSIGN(own, ownTurns(project, task));
            RAPPORT_TRY(knowUnits(session));
        }
        std::vector<exchange::ProjectSource> left;
        for (exchange::ProjectSource& source : project.sources) {
            if (isTheirsAlone(source, places) || isCalledAsThey(source.name, project.isOwn, path)) {
                m_found.units.insert(source.name);
                m_isChanged = true;
                continue;
            }
            moveCases(source, places);
            outOfTurns(project, source, own, path);
            left.push_back(std::move(source));
        }
        project.sources = std::move(left);
        for (exchange::ProjectSource& source : project.sources) {
            std::erase_if(source.memos, [&](const exchange::ProjectMemo& memo) {
                return std::any_of(m_found.people.begin(), m_found.people.end(), [&](const auto& person) {
                    return memo.about == person.first || memo.about.starts_with(person.first + " (");
                });
            });
        }
        std::erase_if(project.notes,
                      [this](const exchange::ProjectNote& note) { return m_found.holdsUnit(note.name); });
        mentionIn(project, path);
        return {};
    }

    Withdrawn end(ReadFile& file) && {
        if (m_isChanged) {
            file.bytes = bytesNotKept("somebody in it withdrew consent", file.bytes);
            file.isBlanked = true;
            m_found.notes.insert(
                m_found.notes.begin(),
                base::said("{}: the file itself is not kept, since somebody in it withdrew consent",
                           file.path));
        }
        return std::move(m_found);
    }

private:
    /// Rejects whoever is met for the first time.
    bool isWithdrawn(const std::string& name, const std::string& file, std::size_t line = 0,
                     const model::Guid& guid = {}) {
        if (name.empty())
            return false;
        const auto known = m_asked.find(name);
        if (known != m_asked.end() && guid.isNull())
            return known->second;
        const model::Guid whose = m_forgotten.holds(guid) ? guid : m_forgotten.whose(name);
        const auto person = m_people.find(whose);
        // As the study has called them since then they are nobody any more.
        const bool isIt = !whose.isNull() && (person == m_people.end() || person->second.name != name);
        m_asked[name] = isIt;
        if (isIt && !m_found.people.contains(name)) {
            const std::string now = person == m_people.end() ? "withdrawn" : person->second.name;
            m_found.people.emplace(name, now);
            m_told.insert(now);
            if (person != m_people.end())
                m_found.called.emplace(now, person->second.id);
            m_found.rejected.push_back(
                {file,
                 line,
                 {},
                 base::said("participant '{}' withdrew consent", name),
                 "what is the participant's alone stays out; what was said among others is blotted out"});
            m_isChanged = true;
        }
        return isIt;
    }

    /// Rows on what the study has of somebody who withdrew.
    void reject(const std::string& person, const std::string& file, std::size_t line) {
        m_isChanged = true;
        if (m_told.insert(person).second)
            m_found.rejected.push_back(
                {file, line, "unit", base::said("participant '{}' withdrew consent", person),
                 "this text is of somebody who has withdrawn: it is not rated any more"});
    }

    [[nodiscard]] bool isNamedIn(const std::string& text) const {
        return std::any_of(m_found.people.begin(), m_found.people.end(),
                           [&](const auto& person) { return text.find(person.first) != std::string::npos; });
    }

    /// Each place once.
    void mention(const base::Phrase& place) {
        if (m_mentioned.insert(place.text()).second)
            m_found.notes.push_back(place);
    }

    void mentionInText(const std::string& file, const std::string& text) {
        mention(base::said(
            "{}: the name of somebody who withdrew consent still stands in '{}': blot it out there", file,
            text));
    }

    void mentionInName(const std::string& file, const std::string& text) {
        mention(
            base::said("{}: the name of somebody who withdrew consent still stands in the name of the text "
                       "'{}': call it otherwise before it comes in",
                       file, text));
    }

    /// When everybody is known who withdrew: an earlier text may hold a name that is met in a later one.
    void mentionIn(const exchange::Project& project, const std::string& file) {
        if (m_found.people.empty())
            return;
        const auto mentionInMemo = [&](const std::string& of) {
            mention(
                base::said("{}: the name of somebody who withdrew consent still stands in a memo on '{}': "
                           "blot it out there",
                           file, of));
        };
        std::set<base::Guid> notes;
        for (const exchange::ProjectSource& source : project.sources) {
            if (isNamedIn(source.name))
                mentionInName(file, source.name);
            if (isNamedIn(source.text))
                mentionInText(file, source.name);
            if (std::any_of(source.memos.begin(), source.memos.end(),
                            [&](const exchange::ProjectMemo& memo) { return isNamedIn(memo.text); }))
                mentionInMemo(source.name);
            notes.insert(source.notes.begin(), source.notes.end());
        }
        for (const exchange::ProjectNote& note : project.notes) {
            if (notes.contains(note.guid) && isNamedIn(note.text))
                mentionInMemo(note.name);
        }
    }

    /// Often a file or a text is called as the only one who is asked in it.
    bool isCalledAsThey(const std::string& text, bool isOwn, const std::string& file) {
        const std::string participant = participantOf(text);
        if (isOwn && !participant.empty())
            return isWithdrawn(participant, file);
        const std::string name = isOwn ? model::unescapeNamePart(text) : text;
        return isWithdrawn(participant, file) || isWithdrawn(name, file) ||
               isWithdrawn(withoutDocumentEnding(name), file);
    }

    /// Words under the name by which the study calls somebody since then: nobody says any there.
    bool isNew(const exchange::TranscriptTurn& turn, const std::string& file) {
        if (!m_forgotten.isNow(turn.speaker) || isBlottedOut(turn.text))
            return false;
        m_isChanged = true;
        if (m_found.people.emplace(turn.speaker, turn.speaker).second)
            m_found.rejected.push_back({file,
                                        turn.line,
                                        {},
                                        base::said("participant '{}' withdrew consent", turn.speaker),
                                        "nobody gives new words under that name"});
        return true;
    }

    void outOfTranscript(ReadFile& file) {
        exchange::Transcript& transcript = file.transcript;
        const std::string stem = text::decodeName(base::fileStem(file.path));
        m_found.isAll = isWithdrawn(stem, file.path);
        bool isSomebodyElse = false;
        for (exchange::TranscriptTurn& turn : transcript.turns) {
            const bool isTheirs = isWithdrawn(turn.speaker, file.path, turn.line) || isNew(turn, file.path);
            isSomebodyElse = isSomebodyElse || !isTheirs;
            if (isTheirs || m_found.isAll)
                turn.text = store::blotted(turn.text, store::Blot::Everything);
            if (isTheirs)
                turn.speaker = m_found.people.at(turn.speaker);
        }
        m_found.isAll = m_found.isAll || (!m_found.people.empty() && !isSomebodyElse);
        if (m_found.isAll) {
            transcript.heading.clear();
            transcript.notes.clear();
            return;
        }
        if (isNamedIn(stem))
            mentionInName(file.path, stem);
        if (isNamedIn(transcript.heading) || isNamedIn(transcript.notes) ||
            std::any_of(transcript.turns.begin(), transcript.turns.end(),
                        [&](const exchange::TranscriptTurn& turn) { return isNamedIn(turn.text); }))
            mentionInText(file.path, file.path);
    }

    /// Nobody rates their texts any more; a place in a text with others may quote them.
    base::Status outOfCodings(Session& session, ReadFile& file) {
        const auto columnOf = [&](std::string_view name) -> std::optional<std::size_t> {
            const auto& columns = file.table.columns;
            const auto found = std::find_if(columns.begin(), columns.end(),
                                            [&](const exchange::Column& each) { return each.name == name; });
            return found == columns.end() ? std::nullopt
                                          : std::optional(static_cast<std::size_t>(found - columns.begin()));
        };
        const auto unit = columnOf("unit");
        const auto begin = columnOf("begin");
        const auto end = columnOf("end");
        if (!unit)
            return {};
        const auto number = [](const exchange::Row& row, const std::optional<std::size_t>& column) {
            return column ? base::parseInteger(base::withFormula(text::trim(row.cells[*column])))
                          : std::nullopt;
        };
        RAPPORT_ASSIGN(TheirUnits theirs, TheirUnits::read(session, m_people));
        std::vector<exchange::Row>& rows = file.table.rows;
        std::size_t left = 0;
        for (exchange::Row& row : rows) {
            const std::string name(base::withFormula(text::trim(row.cells[*unit])));
            if (isWithdrawn(participantOf(name), file.path, row.line))
                continue;
            RAPPORT_ASSIGN(const TheirUnits::Place* place, theirs.named(name));
            m_isChanged = m_isChanged || place->spoken != nullptr;
            if (const std::string* whose = place->whose(number(row, begin), number(row, end)))
                reject(*whose, file.path, row.line);
            else if (exchange::Row& next = rows[left++]; &next != &row)
                next = std::move(row);
        }
        rows.resize(left);
        return {};
    }

    /// Where each case is then; none: it stays out.
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::vector<std::size_t> outOfCases(exchange::Project& project, const std::string& file) {
        std::vector<std::size_t> places;
        std::vector<exchange::ProjectCase> left;
        for (exchange::ProjectCase& each : project.cases) {
            const bool isOut = isWithdrawn(each.name, file, 0, each.guid);
            places.push_back(isOut ? nowhere : left.size());
            if (!isOut)
                left.push_back(std::move(each));
        }
        project.cases = std::move(left);
        return places;
    }

    static bool isTheirsAlone(const exchange::ProjectSource& source, const std::vector<std::size_t>& places) {
        return !source.cases.empty() &&
               std::all_of(source.cases.begin(), source.cases.end(),
                           [&](std::size_t each) { return places[each] == nowhere; });
    }

    /// A text of several does not become the last one's alone.
    static void moveCases(exchange::ProjectSource& source, const std::vector<std::size_t>& places) {
        const std::size_t before = source.cases.size();
        std::vector<std::size_t> left;
        for (const std::size_t each : source.cases) {
            if (places[each] != nowhere)
                left.push_back(places[each]);
        }
        source.cases = left.size() == 1 && before > 1 ? std::vector<std::size_t>() : std::move(left);
    }

    void outOfTurns(const exchange::Project& project, exchange::ProjectSource& source,
                    const std::map<std::string, std::vector<model::Turn>>& own, const std::string& file) {
        std::vector<model::Turn> turns;
        if (const auto found = own.find(source.name); found != own.end()) {
            turns = found->second;
        } else {
            for (const exchange::ProjectTurn& each : exchange::turnsOf(source.text)) {
                model::Turn& turn = turns.emplace_back();
                turn.number = static_cast<std::int64_t>(turns.size());
                turn.speaker = each.speaker;
                turn.range = text::textRange(each.begin, each.end);
            }
        }
        std::vector<text::TextRange> ranges;
        for (const model::Turn& turn : turns) {
            if (!isWithdrawn(turn.speaker, file))
                continue;
            ranges.push_back(turn.range);
            if (project.isOwn)
                m_found.units.insert(model::turnName(source.name, turn.number));
        }
        if (ranges.empty())
            return;
        blot(source.text, ranges);
        const auto isOn = [&](const std::optional<std::int64_t>& begin,
                              const std::optional<std::int64_t>& end) {
            return begin && std::any_of(ranges.begin(), ranges.end(), [&](const text::TextRange& range) {
                       return range.overlaps(text::textRange(*begin, end.value_or(*begin + 1)));
                   });
        };
        std::erase_if(source.codings,
                      [&](const exchange::ProjectCoding& coding) { return isOn(coding.begin, coding.end); });
        std::erase_if(source.memos,
                      [&](const exchange::ProjectMemo& memo) { return isOn(memo.begin, memo.end); });
        if (project.isOwn)
            std::move(ranges.begin(), ranges.end(), std::back_inserter(m_found.said[source.name]));
    }

    /// As the study calls them since, in a project that it wrote since: what was done on them may have been
    /// withdrawn later.
    base::Status knowUnits(const Session& session) {
        const auto& impl = session.impl();
        RAPPORT_ASSIGN(const auto ids, impl.forgetting().unitIds());
        for (const model::UnitId id : ids) {
            RAPPORT_ASSIGN(const auto row, impl.sources().unit(id, false));
            if (!row)
                continue;
            m_found.units.insert(row->unit.name);
            m_found.said[row->sourceName].push_back(row->unit.range);
        }
        return {};
    }

    /// As the note says that holds them (import_project.cpp), of which nothing is wrong here.
    static base::Result<std::map<std::string, std::vector<model::Turn>>>
    ownTurns(const exchange::Project& project, const base::Task& task) {
        enum Place { Source, Number, Speaker, Begin, End, places };
        std::map<std::string, std::vector<model::Turn>> turns;
        for (const exchange::ProjectNote& note : project.notes) {
            if (note.name != exchange::project_notes::turns || note.text.find('\n') >= note.text.size() - 1)
                continue;
            RAPPORT_ASSIGN(const auto records, exchange::readCsv(note.text, note.name, {}, task));
            const auto* table = std::get_if<exchange::Table>(&records);
            if (table == nullptr || table->columns.size() < places)
                continue;
            for (const exchange::Row& row : table->rows) {
                const auto begin = base::parseInteger(row.cells[Begin]);
                const auto end = base::parseInteger(row.cells[End]);
                if (!begin || !end)
                    continue;
                model::Turn& turn = turns[std::string(base::withFormula(row.cells[Source]))].emplace_back();
                turn.number = base::parseInteger(row.cells[Number]).value_or(0);
                turn.speaker = std::string(base::withFormula(row.cells[Speaker]));
                turn.range = text::textRange(*begin, *end);
            }
        }
        return turns;
    }

    ForgottenNames m_forgotten;
    bool m_isKnown = false;
    bool m_isChanged = false;
    People m_people; ///< of the study
    std::map<std::string, bool> m_asked;
    std::set<std::string> m_mentioned; ///< sentences
    std::set<std::string> m_told;      ///< rejected, as the study calls them
    Withdrawn m_found;
};

} // namespace

const std::string& Withdrawn::speaker(const std::string& name) const {
    const auto found = people.find(name);
    return found == people.end() ? name : found->second;
}

bool Withdrawn::holdsUnit(const std::string& unit) const {
    const std::size_t turn = unit.rfind('#');
    return units.contains(unit) || (turn != std::string::npos && units.contains(unit.substr(0, turn)));
}

bool Withdrawn::holds(const exchange::CodingRow& row) const {
    if (holdsUnit(row.unit))
        return true;
    const auto spoken = said.find(row.unit);
    return spoken != said.end() && row.begin && row.end &&
           std::any_of(spoken->second.begin(), spoken->second.end(), [&](const text::TextRange& range) {
               return range.overlaps(text::textRange(*row.begin, *row.end));
           });
}

base::Result<Withdrawn> takeOutWithdrawn(Session& session, ReadFile& file) {
    RAPPORT_ASSIGN(TakingOut work, TakingOut::begin(session, file));
    if (work.isNeeded())
        RAPPORT_TRY(work.outOf(session, file));
    return std::move(work).end(file);
}

base::Result<Withdrawn> takeOutWithdrawn(Session& session, ReadProject& read, const base::Task& task) {
    RAPPORT_ASSIGN(TakingOut work, TakingOut::begin(session, read.file));
    if (work.isNeeded())
        RAPPORT_TRY(work.outOf(session, read, task));
    return std::move(work).end(read.file);
}

} // namespace rapport::service
