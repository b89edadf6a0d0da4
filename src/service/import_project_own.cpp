// SPDX-License-Identifier: GPL-3.0-or-later
// A project of our own into the study: it comes with what the standard has no place for in notes
// (exchange/project.h).
#include "base/csv_text.h"
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "exchange/csv.h"
#include "model/names.h"
#include "service/import_project_steps.h"
#include "service/rater_names.h"
#include "service/settling.h"
#include "text/language.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::service {

base::Result<std::optional<exchange::Table>> ProjectImport::noteTable(const char* name,
                                                                      const base::Task& task) {
    for (exchange::ProjectNote& note : m_project.notes) {
        if (note.name != name)
            continue;
        const std::string text = std::exchange(note.text, {});
        // A header alone: the table is there and has no rows, which a file to import would be refused
        // for.
        if (text.find('\n') >= text.size() - 1)
            return exchange::Table{};
        RAPPORT_ASSIGN(auto records, exchange::readCsv(text, name, {}, task));
        if (auto* table = std::get_if<exchange::Table>(&records))
            return std::move(*table);
    }
    return std::nullopt;
}

base::Status ProjectImport::readTurns(const base::Task& task) {
    RAPPORT_ASSIGN(const auto turns, noteTable(exchange::project_notes::turns, task));
    if (turns) {
        enum Place { Source, Number, Speaker, Begin, End, BeginMs, EndMs, places };
        if (turns->columns.size() != places)
            return base::fail(
                base::Errc::Unreadable, base::Place{m_file.path, 0, 0, {}},
                base::said("the note '{}' is not as it was written", exchange::project_notes::turns));
        for (const exchange::Row& row : turns->rows) {
            const auto number = [&](Place place) { return base::parseInteger(row.cells[place]); };
            const auto begin = number(Begin);
            const auto end = number(End);
            if (!begin || !end)
                continue;
            model::Turn turn;
            turn.number = number(Number).value_or(0);
            turn.speaker = std::string(base::withFormula(row.cells[Speaker]));
            turn.range = text::textRange(*begin, *end);
            turn.beginMs = number(BeginMs);
            turn.endMs = number(EndMs);
            m_ownTurns[std::string(base::withFormula(row.cells[Source]))].push_back(std::move(turn));
        }
    }
    return {};
}

base::Result<std::optional<exchange::CodingRows>> ProjectImport::readRows(const base::Task& task) {
    RAPPORT_ASSIGN(const auto table, noteTable(exchange::project_notes::codings, task));
    if (!table)
        return std::nullopt;
    if (table->rows.empty())
        return exchange::CodingRows{};
    RAPPORT_ASSIGN(exchange::CodingRows read,
                   exchange::readCodings(*table, exchange::project_notes::codings));
    RAPPORT_ASSIGN(const auto codebook, m_writer->session().codebook());
    std::erase_if(read.rows, [this](const exchange::CodingRow& row) { return m_withdrawn.holds(row); });
    std::set<std::int64_t> versions;
    for (exchange::CodingRow& row : read.rows) {
        if (const auto code = m_codeNames.find(row.code); code != m_codeNames.end())
            row.code = code->second;
        else if (const auto level = m_codeNames.find(row.value);
                 row.code.empty() && level != m_codeNames.end())
            row.value = level->second;
        versions.insert(row.version);
        if (row.version > codebook->version)
            row.version = 0;
    }
    if (versions.size() > 1 && *versions.rbegin() > codebook->version)
        m_report->notes.push_back(
            base::said("{}: made under {} versions of the codebook; all of it counts as made under the one "
                       "that came in, where a code that came later is absent instead of missing",
                       m_file.path, versions.size()));
    return read;
}

base::Result<std::optional<exchange::Table>> ProjectImport::noteTable(const char* name, std::size_t columns,
                                                                      const base::Task& task) {
    RAPPORT_ASSIGN(auto table, noteTable(name, task));
    if (table && !table->rows.empty() && table->columns.size() != columns)
        return base::fail(base::Errc::Unreadable, base::Place{m_file.path, 0, 0, {}},
                          base::said("the note '{}' is not as it was written", name));
    return table;
}

base::Status ProjectImport::addRaters(const base::Task& task) {
    enum Place { Name, Kind, places };
    RAPPORT_ASSIGN(const auto table, noteTable(exchange::project_notes::raters, places, task));
    if (!table)
        return {};
    RAPPORT_ASSIGN(RaterNames raters, RaterNames::read(m_writer->session()));
    raters.keepApart();
    for (const exchange::Row& row : table->rows)
        RAPPORT_TRY(raters.join(*m_writer, *m_report, std::string(base::withFormula(row.cells[Name])),
                                model::raterKind(row.cells[Kind]).value_or(model::RaterKind::Human)));
    return {};
}

base::Result<std::vector<model::Round>> ProjectImport::addRounds(const base::Task& task) {
    enum Place { Name, Kind, Blind, Opened, Variables, Plan, places };
    std::vector<model::Round> opened;
    RAPPORT_ASSIGN(const auto table, noteTable(exchange::project_notes::rounds, places, task));
    if (!table)
        return opened;
    RAPPORT_ASSIGN(const auto dealt, dealtIn(task));
    for (const exchange::Row& row : table->rows) {
        model::Round round;
        round.name = row.cells[Name];
        const auto kind = model::roundKind(row.cells[Kind]);
        if (m_knownRounds.contains(round.name) || !kind || !model::isIdentifier(round.name))
            continue;
        round.guid = base::Guid::random(impl().environment.random);
        round.kind = *kind;
        round.isBlind = row.cells[Blind] != "0";
        const std::string variables(row.cells[Variables]);
        for (std::size_t begin = 0; begin < variables.size();) {
            const std::size_t end = std::min(variables.find(',', begin), variables.size());
            round.variables.push_back(variables.substr(begin, end - begin));
            begin = end + 1;
        }
        // A later project of the same study may have dealt more of it.
        auto plan = base::parseJson(std::string(base::withFormula(row.cells[Plan])));
        if (!plan || !plan->is_object()) {
            plan = base::Json::object();
            m_report->notes.push_back(base::said(
                "{}: how the units of round '{}' were chosen is not in the file: a report says that it "
                "was not recorded",
                m_file.path, round.name));
        }
        (*plan)["restored"] = true;
        round.plan = base::dumpJson(*plan, -1);
        RAPPORT_ASSIGN(round.id, impl().rounds().addRound(round));
        std::set<model::UnitId> units;
        if (const auto found = dealt.find(round.name); found != dealt.end()) {
            std::vector<model::Assignment> assignments = found->second;
            for (model::Assignment& each : assignments) {
                each.round = round.id;
                units.insert(each.unit);
            }
            RAPPORT_TRY(impl().rounds().addAssignments(assignments));
        }
        store::JournalEntry entry;
        entry.act = store::Act::Assign;
        entry.round = round.id;
        entry.detail = round.plan;
        RAPPORT_TRY(m_writer->append(entry));
        m_writer->changes().roundsChanged = true;
        m_report->notes.push_back(
            units.size() == 1
                ? base::said("round '{}' comes in as it was: 1 unit", round.name)
                : base::said("round '{}' comes in as it was: {} units", round.name, units.size()));
        if (row.cells[Opened] == "1")
            opened.push_back(round);
    }
    return opened;
}

base::Result<std::map<std::string, std::vector<model::Assignment>>>
ProjectImport::dealtIn(const base::Task& task) {
    enum Place { Round, Rater, Unit, Number, places };
    std::map<std::string, std::vector<model::Assignment>> dealt;
    RAPPORT_ASSIGN(const auto table, noteTable(exchange::project_notes::assignments, places, task));
    if (!table)
        return dealt;
    RAPPORT_ASSIGN(const RaterNames raters, RaterNames::read(m_writer->session()));
    store::UnitsByName unitsByName(*impl().file);
    std::unordered_map<std::string, model::UnitId> units;
    std::map<std::pair<std::string, model::RaterId>, std::int64_t> ordinals;
    for (const exchange::Row& row : table->rows) {
        const model::Rater* rater = raters.find(std::string(base::withFormula(row.cells[Rater])));
        const auto number = base::parseInteger(row.cells[Number]);
        const std::string name(base::withFormula(row.cells[Unit]));
        auto unit = units.find(name);
        if (unit == units.end()) {
            RAPPORT_ASSIGN(const auto found, unitsByName.find(name));
            unit = units.emplace(name, found ? found->id : model::UnitId()).first;
        }
        if (rater == nullptr || !number || unit->second.isNone() || m_withdrawn.holdsUnit(name))
            continue;
        const std::string round(row.cells[Round]);
        dealt[round].push_back(
            {model::RoundId(), rater->id, unit->second, ++ordinals[{round, rater->id}], *number});
    }
    return dealt;
}

base::Status ProjectImport::open(const std::vector<model::Round>& rounds) {
    for (const model::Round& round : rounds) {
        store::JournalEntry entry;
        entry.act = store::Act::OpenRound;
        entry.round = round.id;
        RAPPORT_TRY(m_writer->append(entry));
        m_report->notes.push_back(base::said("{}: round '{}' comes in opened, as it was: its agreement is "
                                             "that of the codings in the file",
                                             m_file.path, round.name));
    }
    return {};
}

base::Status ProjectImport::addConsensus(const base::Task& task) {
    RAPPORT_ASSIGN(auto table, noteTable(exchange::project_notes::consensus, task));
    if (!table)
        return {};
    std::erase_if(table->rows, [this](const exchange::Row& row) {
        constexpr std::size_t unit = 1;
        return unit < row.cells.size() &&
               m_withdrawn.holdsUnit(std::string(base::withFormula(row.cells[unit])));
    });
    return importConsensus(*m_writer, m_file.path, *table, m_knownRounds, m_codeNames, *m_report);
}

base::Status ProjectImport::addPrompts() {
    RAPPORT_ASSIGN(m_instrument, m_writer->session().instrument());
    bool isNew = false;
    for (const exchange::ProjectSet& set : m_project.sets) {
        for (const base::Guid& source : set.sources)
            m_setOf.emplace(source, set.name);
        const bool isKnown =
            std::any_of(m_instrument.prompts.begin(), m_instrument.prompts.end(),
                        [&](const model::Prompt& prompt) { return prompt.name == set.name; });
        if (isKnown || set.sources.empty() || !model::isIdentifier(set.name))
            continue;
        model::Prompt prompt;
        prompt.name = set.name;
        prompt.wording = model::sameText(set.description.empty() ? set.name : set.description);
        m_instrument.prompts.push_back(std::move(prompt));
        isNew = true;
    }
    if (!isNew)
        return {};
    if (m_instrument.name.empty())
        m_instrument.name = "instrument";
    RAPPORT_TRY(model::validate(m_instrument));
    RAPPORT_TRY(impl().file->setInstrument(m_instrument));
    store::JournalEntry entry;
    entry.act = store::Act::Instrument;
    RAPPORT_TRY(m_writer->append(entry));
    m_writer->changes().settingsChanged = true;
    RAPPORT_ASSIGN(m_instrument, m_writer->session().instrument());
    return {};
}

base::Result<bool> ProjectImport::addOwn(const exchange::ProjectSource& read) {
    m_notes.insert(read.notes.begin(), read.notes.end());
    RAPPORT_ASSIGN(const auto there, impl().sources().unitByName(read.name));
    if (there) {
        RAPPORT_ASSIGN(const auto row, impl().sources().unit(there->id, true));
        if (row && row->text == read.text)
            return true;
        return base::fail(base::Errc::Refused, base::Place{m_file.path, 0, 0, {}},
                          base::said("the study has another text '{}'", read.name),
                          "import the project into a study of its own");
    }
    const auto set = m_setOf.find(read.guid);
    if (read.cases.empty() || set == m_setOf.end())
        return false;
    const model::ParticipantId person = m_cases[read.cases.front()];
    const auto prompt = std::find_if(m_instrument.prompts.begin(), m_instrument.prompts.end(),
                                     [&](const model::Prompt& each) { return each.name == set->second; });
    const std::string start = model::answerName(m_project.cases[read.cases.front()].name, set->second);
    const bool hasWave = read.name.size() > start.size() && read.name[start.size()] == '@';
    if (prompt == m_instrument.prompts.end() || !read.name.starts_with(start) ||
        (read.name.size() > start.size() && !hasWave))
        return false;
    model::Source source;
    source.guid = read.guid;
    source.name = read.name;
    source.kind = model::SourceKind::Answer;
    source.file = m_fileId;
    source.participant = person;
    source.prompt = prompt->id;
    if (hasWave)
        source.wave = model::unescapeNamePart(read.name.substr(start.size() + 1));
    source.text = read.text;
    source.language = m_options->language == "auto" ? text::guessLanguage(source.text) : m_options->language;
    model::Unit unit;
    unit.guid = base::Guid::random(impl().environment.random);
    unit.name = read.name;
    unit.kind = model::UnitKind::Answer;
    unit.range = text::textRange(0, text::countCodePoints(read.text));
    unit.ordinal = ++m_ordinal;
    unit.prompt = prompt->id;
    unit.participant = person;
    RAPPORT_ASSIGN(unit.source, impl().sources().addSource(source));
    RAPPORT_TRY(impl().sources().addUnit(unit));
    ++m_report->added;
    return true;
}

base::Status ProjectImport::addMemos() {
    RAPPORT_ASSIGN(const auto known, impl().codings().memos());
    std::set<base::Guid> there;
    for (const model::Memo& memo : known)
        there.insert(memo.guid);
    store::UnitsByName units(*impl().file);
    for (const exchange::ProjectNote& note : m_project.notes) {
        if (!m_notes.contains(note.guid) || there.contains(note.guid))
            continue;
        RAPPORT_ASSIGN(const auto unit, units.find(note.name));
        RAPPORT_ASSIGN(const model::RaterId author, m_memos.rater(note.author));
        if (!unit || (!note.author.empty() && author.isNone())) {
            m_report->notes.push_back(base::said("{}: the note '{}' has no unit or no author in the study",
                                                 m_file.path, note.name));
            continue;
        }
        model::Memo memo;
        memo.guid = note.guid;
        memo.unit = unit->id;
        memo.author = author;
        memo.text = note.text;
        memo.time = note.time.value_or(impl().environment.clock->now());
        RAPPORT_TRY(m_writer->memo(memo, {}, model::RoundId{}));
    }
    return {};
}

} // namespace rapport::service
