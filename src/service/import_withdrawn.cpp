// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/import_withdrawn.h"

#include "base/csv_text.h"
#include "base/digest.h"
#include "base/format.h"
#include "base/number.h"
#include "exchange/csv.h"
#include "model/names.h"
#include "service/consent.h"
#include "service/import_project.h"
#include "store/forgetting.h"
#include "text/offset_map.h"

#include <algorithm>
#include <iterator>

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
        work.m_isKnown = std::any_of(known.begin(), known.end(),
                                     [&](const model::ImportedFile& each) { return each.sha256 == digest; });
        RAPPORT_ASSIGN(const auto people, impl.participants().all());
        for (const model::Participant& each : people)
            work.m_people.emplace(each.guid, each);
        return work;
    }

    [[nodiscard]] bool isNeeded() const { return !m_forgotten.isEmpty() && !m_isKnown; }

    base::Status outOf(const Session& session, ReadFile& file) {
        if (file.kind == ImportKind::Transcript)
            outOfTranscript(file);
        else if (file.kind == ImportKind::Codings)
            RAPPORT_TRY(outOfCodings(session, file));
        return {};
    }

    base::Status outOf(ReadProject& read, const base::Task& task) {
        exchange::Project& project = read.project;
        const std::string& path = read.file.path;
        const std::vector<std::size_t> places = outOfCases(project, path);
        std::map<std::string, std::vector<model::Turn>> own;
        if (project.isOwn) {
            RAPPORT_ASSIGN(own, ownTurns(project, task));
        }
        std::vector<exchange::ProjectSource> left;
        for (exchange::ProjectSource& source : project.sources) {
            const bool isTheirs =
                isTheirsAlone(source, places) || isWithdrawn(participantOf(source.name), path);
            if (isTheirs) {
                m_found.units.insert(source.name);
                m_isChanged = true;
                continue;
            }
            moveCases(source, places);
            outOfTurns(project, source, own, path);
            left.push_back(std::move(source));
        }
        project.sources = std::move(left);
        for (const auto& [name, now] : m_found.people) {
            for (exchange::ProjectSource& source : project.sources) {
                std::erase_if(source.memos, [&](const exchange::ProjectMemo& memo) {
                    return memo.about == name || memo.about.starts_with(name + " (");
                });
            }
        }
        std::erase_if(project.notes,
                      [this](const exchange::ProjectNote& note) { return m_found.holdsUnit(note.name); });
        return {};
    }

    Withdrawn end(ReadFile& file) && {
        if (m_isChanged) {
            file.bytes = fmt::format(
                "The bytes of this file are not kept: somebody in it withdrew consent.\nsha256 {}\n",
                base::hex(base::sha256(file.bytes)));
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

    void mention(const std::string& file, const std::string& where) {
        m_found.notes.push_back(base::said(
            "{}: the name of somebody who withdrew consent still stands in '{}': blot it out there", file,
            where));
    }

    void outOfTranscript(ReadFile& file) {
        exchange::Transcript& transcript = file.transcript;
        bool isSomebodyElse = false;
        for (exchange::TranscriptTurn& turn : transcript.turns) {
            if (!isWithdrawn(turn.speaker, file.path, turn.line)) {
                isSomebodyElse = true;
                continue;
            }
            turn.text = store::blotted(turn.text, store::Blot::Everything);
            turn.speaker = m_found.people.at(turn.speaker);
        }
        m_found.isAll = !m_found.people.empty() && !isSomebodyElse;
        if (m_found.isAll)
            return;
        for (const auto& [name, now] : m_found.people) {
            const auto holdsName = [&, &called = name](const std::string& text) {
                return text.find(called) != std::string::npos;
            };
            if (holdsName(transcript.heading) || holdsName(transcript.notes) ||
                std::any_of(transcript.turns.begin(), transcript.turns.end(),
                            [&](const exchange::TranscriptTurn& turn) { return holdsName(turn.text); }))
                mention(file.path, file.path);
        }
    }

    /// Their answers are no units any more; a place in a text with others may quote them.
    base::Status outOfCodings(const Session& session, ReadFile& file) {
        const auto& columns = file.table.columns;
        const auto unit = std::find_if(columns.begin(), columns.end(),
                                       [](const exchange::Column& column) { return column.name == "unit"; });
        if (unit == columns.end())
            return {};
        const auto place = static_cast<std::size_t>(unit - columns.begin());
        std::set<std::string> theirs;
        const auto& impl = session.impl();
        RAPPORT_ASSIGN(const auto ids, impl.forgetting().unitIds());
        for (const model::UnitId id : ids) {
            RAPPORT_ASSIGN(const auto row, impl.sources().unit(id, false));
            if (!row)
                continue;
            theirs.insert(row->unit.name);
            RAPPORT_ASSIGN(const auto source, impl.sources().source(row->unit.source));
            if (source)
                theirs.insert(source->name);
        }
        std::erase_if(file.table.rows, [&](const exchange::Row& row) {
            const std::string name(base::withFormula(row.cells[place]));
            m_isChanged = m_isChanged || theirs.contains(name);
            return isWithdrawn(participantOf(name), file.path, row.line);
        });
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
        if (std::any_of(m_found.people.begin(), m_found.people.end(), [&](const auto& person) {
                return source.text.find(person.first) != std::string::npos;
            }))
            mention(file, source.name);
        if (project.isOwn)
            m_found.said.emplace(source.name, std::move(ranges));
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
    std::map<model::Guid, model::Participant> m_people; ///< of the study
    std::map<std::string, bool> m_asked;
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

base::Result<Withdrawn> takeOutWithdrawn(const Session& session, ReadFile& file) {
    RAPPORT_ASSIGN(TakingOut work, TakingOut::begin(session, file));
    if (work.isNeeded())
        RAPPORT_TRY(work.outOf(session, file));
    return std::move(work).end(file);
}

base::Result<Withdrawn> takeOutWithdrawn(const Session& session, ReadProject& read, const base::Task& task) {
    RAPPORT_ASSIGN(TakingOut work, TakingOut::begin(session, read.file));
    if (work.isNeeded())
        RAPPORT_TRY(work.outOf(read, task));
    return std::move(work).end(read.file);
}

} // namespace rapport::service
