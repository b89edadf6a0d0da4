// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's project into the study: its codes, texts, people and codings. Codes meet those of the
// study by guid, then by name; texts keep every letter, so that positions hold.
#include "service/import_project.h"

#include "base/csv_text.h"
#include "base/digest.h"
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "base/platform/memory.h"
#include "exchange/csv.h"
#include "exchange/data_table.h"
#include "exchange/table_shape.h"
#include "model/names.h"
#include "service/import_memos.h"
#include "service/people_names.h"
#include "service/rater_names.h"
#include "service/settling.h"
#include "text/language.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

namespace rapport::service {

namespace {

/// What other programs call a text is no path: a point or slash in it is a letter like others. Only the
/// ending of a document, which they keep from the file it came from, says nothing.
std::string withoutDocumentEnding(const std::string& name) {
    static constexpr std::array<std::string_view, 15> endings{"txt", "md",  "rtf", "doc",  "docx",
                                                              "odt", "pdf", "htm", "html", "vtt",
                                                              "srt", "eaf", "cha", "csv",  "textgrid"};
    const std::size_t point = name.rfind('.');
    if (point == std::string::npos || point == 0)
        return name;
    std::string ending = name.substr(point + 1);
    for (char& letter : ending)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return std::find(endings.begin(), endings.end(), ending) == endings.end() ? name : name.substr(0, point);
}

/// Codes of another program that are not known to be the study's become others, with a number, unless
/// somebody says otherwise.
SameNames sameNamesFor(const exchange::Project& project, const ImportOptions& options) {
    return !project.isOwn && options.sameNames == SameNames::Ask ? SameNames::Other : options.sameNames;
}

/// The project's codebook, whose variable is another than the study's of that name where their scales differ.
exchange::CodebookFile codebookFor(const exchange::Project& project, const model::Codebook& current) {
    exchange::CodebookFile read = project.codebook;
    if (!project.isOwn && !read.codebook.variables.empty()) {
        model::Variable& variable = read.codebook.variables.front();
        const model::Variable* same = current.variable(variable.name);
        if (same != nullptr && same->scale != variable.scale)
            variable.name += "_imported";
    }
    return read;
}

class ProjectImport {
public:
    ProjectImport(Writer& writer, ReadProject read, const ImportOptions& options, ImportReport& report)
        : m_writer(&writer)
        , m_file(std::move(read.file))
        , m_project(std::move(read.project))
        , m_options(&options)
        , m_report(&report)
        , m_memos(writer, m_file.path, report) {}

    base::Status run(const base::Task& task) {
        const std::string digest = base::hex(base::sha256(m_file.bytes));
        RAPPORT_ASSIGN(const auto known, impl().sources().files());
        for (const model::ImportedFile& each : known) {
            if (each.sha256 != digest)
                continue;
            m_report->notes.push_back(
                base::said("{}: the same file is in the study already, as {}", m_file.path, each.name));
            return {};
        }
        for (const exchange::RowProblem& problem : m_project.problems)
            m_report->rejected.push_back(rejected(problem));
        for (const base::Phrase& warning : m_project.warnings)
            m_report->notes.push_back(base::said("{}: {}", m_file.path, warning));
        RAPPORT_TRY(addCodebook());
        RAPPORT_ASSIGN(m_fileId, keepFile(*m_writer, m_file, "UTF-8",
                                          static_cast<std::int64_t>(m_project.sources.size())));
        m_file.bytes = {};
        RAPPORT_TRY(addCases());
        RAPPORT_ASSIGN(const store::SourceCounts counts, impl().sources().counts());
        m_ordinal = counts.units;
        exchange::CodingRows rows;
        if (m_project.isOwn) {
            if (m_project.listsCodings) {
                for (exchange::ProjectSource& source : m_project.sources)
                    source.codings = std::vector<exchange::ProjectCoding>();
            }
            RAPPORT_TRY(readTurns(task));
            RAPPORT_TRY(addPrompts());
        }
        if (!m_project.isOwn) {
            RAPPORT_ASSIGN(const auto all, impl().sources().sources(false));
            for (const model::Source& each : all) {
                m_sourceOf.emplace(each.guid, each.id);
                m_sourceCalled.emplace(each.name, each.id);
            }
        }
        const base::Task slice{task.stop, {}}; // how far it is depends on the texts
        std::uint64_t done = 0;
        for (exchange::ProjectSource& each : m_project.sources) {
            if (task.isStopped())
                return base::Task::cancelled();
            task.report(++done, m_project.sources.size(), "importing a project");
            const exchange::ProjectSource source = std::move(each);
            RAPPORT_ASSIGN(const bool isKnown,
                           m_project.isOwn ? addOwn(source) : addToKnown(source, rows.rows));
            if (!isKnown) {
                RAPPORT_TRY(addSource(source, rows.rows));
                ++m_report->added;
            }
            constexpr std::size_t many = 20'000;
            if (!m_project.isOwn && rows.rows.size() >= many) {
                RAPPORT_TRY(addRatersOfCodings());
                RAPPORT_TRY(importCodingRows(*m_writer, m_file, rows, *m_options, *m_report, slice));
                rows.rows.clear();
            }
        }
        if (m_project.isOwn) {
            base::returnFreedMemory(); // that of the texts, before the table of all codings comes
            RAPPORT_ASSIGN(auto own, readRows(task));
            if (own)
                rows = std::move(*own);
        }
        m_report->read += static_cast<std::int64_t>(m_project.sources.size() + m_project.problems.size());
        m_writer->changes().sourcesChanged = true;
        RAPPORT_ASSIGN(const auto rounds, m_writer->session().rounds());
        for (const model::Round& round : rounds)
            m_knownRounds.insert(round.name);
        std::vector<model::Round> opened;
        if (m_project.isOwn) {
            RAPPORT_TRY(addRaters(task));
            RAPPORT_ASSIGN(opened, addRounds(task));
        }
        if (!rows.rows.empty())
            RAPPORT_TRY(importCodingRows(*m_writer, m_file, rows, *m_options, *m_report, task));
        RAPPORT_TRY(open(opened));
        if (m_project.isOwn)
            RAPPORT_TRY(addConsensus(task));
        if (m_knownTexts > 0)
            m_report->notes.push_back(
                m_knownTexts == 1
                    ? base::said("{}: 1 text is in the study already: what is new of its codings and memos "
                                 "comes in",
                                 m_file.path)
                    : base::said("{}: {} texts are in the study already: what is new of their codings and "
                                 "memos comes in",
                                 m_file.path, m_knownTexts));
        return m_project.isOwn ? addMemos() : m_memos.write(m_codeNames);
    }

private:
    [[nodiscard]] Session::Impl& impl() const { return m_writer->session().impl(); }

    /// All of them before the first coding: their order depends on their names, not on that of the texts.
    base::Status addRatersOfCodings() {
        RAPPORT_ASSIGN(RaterNames raters, RaterNames::read(m_writer->session()));
        std::sort(m_project.raters.begin(), m_project.raters.end());
        for (const std::string& name : m_project.raters)
            RAPPORT_TRY(raters.join(*m_writer, *m_report, name));
        return {};
    }

    base::Status addCodebook() {
        if (m_project.codebook.codebook.variables.empty())
            return {};
        RAPPORT_ASSIGN(const auto current, m_writer->session().codebook());
        RAPPORT_ASSIGN(CodebookMerge merge, mergeCodebook(*m_writer, codebookFor(m_project, *current),
                                                          m_file.path, sameNamesFor(m_project, *m_options)));
        m_codeNames = std::move(merge.names);
        return {};
    }

    base::Status addCases() {
        std::set<std::string> attributes;
        RAPPORT_ASSIGN(const auto known, impl().participants().attributes());
        for (const model::Attribute& attribute : known)
            attributes.insert(attribute.name);
        for (const model::Attribute& attribute : m_project.attributes) {
            // Programs write as text what they never gave a type.
            const bool isTyped = m_project.isOwn || attribute.type != model::AttributeType::Text;
            if (isTyped && attributes.insert(attribute.name).second)
                RAPPORT_TRY(impl().participants().putAttribute(attribute));
        }
        std::map<std::string, std::vector<std::string>> untyped;
        for (const exchange::ProjectCase& each : m_project.cases) {
            for (const auto& [name, value] : each.values) {
                if (!attributes.contains(name))
                    untyped[name].push_back(value);
            }
        }
        for (const auto& [name, values] : untyped) {
            model::Attribute attribute;
            attribute.name = name;
            attribute.title = model::sameText(name);
            attribute.type = model::guessType(values);
            RAPPORT_TRY(impl().participants().putAttribute(attribute));
        }
        RAPPORT_ASSIGN(const auto people, impl().participants().all());
        PeopleNames names(people);
        for (const exchange::ProjectCase& each : m_project.cases) {
            RAPPORT_ASSIGN(const auto person, names.find(each.name));
            model::ParticipantId id = person ? person->id : model::ParticipantId();
            if (!person) {
                model::Participant made;
                made.guid = each.guid.isNull() ? base::Guid::random(impl().environment.random) : each.guid;
                made.name = model::personName(each.name);
                RAPPORT_ASSIGN(id, impl().participants().add(made));
                names.add(id, made.name);
                ++m_report->added;
            }
            m_cases.push_back(id);
            m_caseCalled.emplace(each.name, id);
            for (const auto& [name, value] : each.values)
                RAPPORT_TRY(impl().participants().setValue(id, name, value));
        }
        return {};
    }

    base::Status addSource(const exchange::ProjectSource& read, std::vector<exchange::CodingRow>& rows) {
        model::Source source;
        // One that the study knows with other words is another text.
        source.guid = read.guid.isNull() || m_sourceOf.contains(read.guid)
                          ? base::Guid::random(impl().environment.random)
                          : read.guid;
        const std::string wish = nameOf(read);
        RAPPORT_ASSIGN(source.name, impl().sources().freeName(wish.empty() ? "source" : wish));
        if (!m_project.isOwn)
            noteUnseen(*m_report, m_file.path, read.name, source.name);
        if (source.name != wish)
            m_report->notes.push_back(
                base::said("{}: named '{}', since '{}' is taken", m_file.path, source.name, wish));
        source.kind = model::SourceKind::Transcript;
        source.file = m_fileId;
        // A text of several cases is nobody's alone.
        if (read.cases.size() == 1)
            source.participant = m_cases[read.cases.front()];
        source.text = read.text;
        source.language =
            m_options->language == "auto" ? text::guessLanguage(source.text) : m_options->language;
        RAPPORT_ASSIGN(const model::SourceId id, impl().sources().addSource(source));
        const auto addUnit = [&](model::UnitKind kind, const std::string& name, text::TextRange range,
                                 model::ParticipantId participant) -> base::Status {
            model::Unit unit;
            unit.guid = base::Guid::random(impl().environment.random);
            unit.name = name;
            unit.source = id;
            unit.kind = kind;
            unit.range = range;
            unit.ordinal = ++m_ordinal;
            unit.participant = participant;
            RAPPORT_TRY(impl().sources().addUnit(unit));
            return {};
        };
        for (const model::Turn& turn : turnsOf(read.name, source.text)) {
            RAPPORT_TRY(impl().sources().addTurn(id, turn));
            RAPPORT_TRY(addUnit(model::UnitKind::Turn, model::turnName(source.name, turn.number), turn.range,
                                speakerOf(turn, source)));
        }
        RAPPORT_TRY(addUnit(model::UnitKind::Transcript, source.name,
                            text::textRange(0, text::countCodePoints(source.text)), source.participant));
        if (!read.positions.empty())
            m_report->notes.push_back(base::said("{}: {}", source.name, read.positions));
        m_sourceOf.emplace(source.guid, id);
        m_sourceCalled.emplace(source.name, id);
        addRows(read, source.name, rows);
        return m_memos.add(read, id);
    }

    /// In our own projects a speaker who is called as a case is that participant.
    [[nodiscard]] model::ParticipantId speakerOf(const model::Turn& turn, const model::Source& source) const {
        if (!m_project.isOwn)
            return source.participant;
        const auto person = m_caseCalled.find(turn.speaker);
        return person == m_caseCalled.end() ? source.participant : person->second;
    }

    [[nodiscard]] std::string nameOf(const exchange::ProjectSource& read) const {
        // Our own names are names of sources already.
        return m_project.isOwn ? read.name : model::sourceName(withoutDocumentEnding(read.name));
    }

    void addRows(const exchange::ProjectSource& read, const std::string& unit,
                 std::vector<exchange::CodingRow>& rows) const {
        for (const exchange::ProjectCoding& coding : read.codings) {
            exchange::CodingRow row;
            row.unit = unit;
            row.rater = coding.rater;
            // Codes of our own projects keep their names.
            const auto renamed = m_codeNames.find(coding.code);
            row.code = renamed == m_codeNames.end() ? coding.code : renamed->second;
            row.value = "1";
            row.begin = coding.begin;
            row.end = coding.end;
            row.time = coding.time.value_or(m_now);
            rows.push_back(std::move(row));
        }
    }

    /// A text that the study has already, by identity or by name, with the same words: what is new of its
    /// codings and memos comes in. False: it is another.
    base::Result<bool> addToKnown(const exchange::ProjectSource& read,
                                  std::vector<exchange::CodingRow>& rows) {
        model::SourceId id;
        if (const auto of = m_sourceOf.find(read.guid); !read.guid.isNull() && of != m_sourceOf.end())
            id = of->second;
        else if (const auto called = m_sourceCalled.find(nameOf(read)); called != m_sourceCalled.end())
            id = called->second;
        if (id.isNone())
            return false;
        RAPPORT_ASSIGN(const auto known, impl().sources().source(id));
        if (!known || known->text != read.text)
            return false;
        ++m_knownTexts;
        addRows(read, known->name, rows);
        RAPPORT_TRY(m_memos.add(read, id));
        return true;
    }

    /// As the project's own table has them; else as the text shows them.
    std::vector<model::Turn> turnsOf(const std::string& source, const std::string& text) {
        if (auto own = m_ownTurns.extract(source); !own.empty())
            return std::move(own.mapped());
        std::vector<model::Turn> turns;
        for (const exchange::ProjectTurn& each : exchange::turnsOf(text)) {
            model::Turn& turn = turns.emplace_back();
            turn.number = static_cast<std::int64_t>(turns.size());
            turn.speaker = each.speaker;
            turn.range = text::textRange(each.begin, each.end);
        }
        return turns;
    }

    // A project of our own comes with what the standard has no place for in notes (exchange/project.h).

    /// Once: the text of the note goes.
    base::Result<std::optional<exchange::Table>> noteTable(const char* name, const base::Task& task) {
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

    base::Status readTurns(const base::Task& task) {
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

    /// Nothing: what the standard says of the codings is all there is.
    base::Result<std::optional<exchange::CodingRows>> readRows(const base::Task& task) {
        RAPPORT_ASSIGN(const auto table, noteTable(exchange::project_notes::codings, task));
        if (!table)
            return std::nullopt;
        if (table->rows.empty())
            return exchange::CodingRows{};
        RAPPORT_ASSIGN(exchange::CodingRows read,
                       exchange::readCodings(*table, exchange::project_notes::codings));
        RAPPORT_ASSIGN(const auto codebook, m_writer->session().codebook());
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
            m_report->notes.push_back(base::said(
                "{}: made under {} versions of the codebook; all of it counts as made under the one "
                "that came in, where a code that came later is absent instead of missing",
                m_file.path, versions.size()));
        return read;
    }

    /// Errors: Unreadable (other columns).
    base::Result<std::optional<exchange::Table>> noteTable(const char* name, std::size_t columns,
                                                           const base::Task& task) {
        RAPPORT_ASSIGN(auto table, noteTable(name, task));
        if (table && !table->rows.empty() && table->columns.size() != columns)
            return base::fail(base::Errc::Unreadable, base::Place{m_file.path, 0, 0, {}},
                              base::said("the note '{}' is not as it was written", name));
        return table;
    }

    /// In the order in which they joined, each of the kind it was: a gold rater is no human one.
    base::Status addRaters(const base::Task& task) {
        enum Place { Name, Kind, places };
        RAPPORT_ASSIGN(const auto table, noteTable(exchange::project_notes::raters, places, task));
        if (!table)
            return {};
        RAPPORT_ASSIGN(RaterNames raters, RaterNames::read(m_writer->session()));
        for (const exchange::Row& row : table->rows)
            RAPPORT_TRY(raters.join(*m_writer, *m_report, std::string(base::withFormula(row.cells[Name])),
                                    model::raterKind(row.cells[Kind]).value_or(model::RaterKind::Human)));
        return {};
    }

    /// As they were: of which kind, to whom which units were dealt, in which order. Gives those that were
    /// open; they open when their codings are in.
    base::Result<std::vector<model::Round>> addRounds(const base::Task& task) {
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
                base::said("round '{}' comes in as it was: {} units", round.name, units.size()));
            if (row.cells[Opened] == "1")
                opened.push_back(round);
        }
        return opened;
    }

    /// The assignments of each round, in each rater's order, without the round's id.
    base::Result<std::map<std::string, std::vector<model::Assignment>>> dealtIn(const base::Task& task) {
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
            if (rater == nullptr || !number || unit->second.isNone())
                continue;
            const std::string round(row.cells[Round]);
            dealt[round].push_back(
                {model::RoundId(), rater->id, unit->second, ++ordinals[{round, rater->id}], *number});
        }
        return dealt;
    }

    base::Status open(const std::vector<model::Round>& rounds) {
        for (const model::Round& round : rounds) {
            store::JournalEntry entry;
            entry.act = store::Act::OpenRound;
            entry.round = round.id;
            RAPPORT_TRY(m_writer->append(entry));
            m_report->notes.push_back(
                base::said("{}: round '{}' comes in opened, as it was: its agreement is "
                           "that of the codings in the file",
                           m_file.path, round.name));
        }
        return {};
    }

    base::Status addConsensus(const base::Task& task) {
        RAPPORT_ASSIGN(const auto table, noteTable(exchange::project_notes::consensus, task));
        if (!table)
            return {};
        return importConsensus(*m_writer, m_file.path, *table, m_knownRounds, m_codeNames, *m_report);
    }

    /// The sets of our own projects are the prompts of their answers.
    base::Status addPrompts() {
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

    /// True where nothing is left to add: the text is in the study, or it is an answer and was added.
    base::Result<bool> addOwn(const exchange::ProjectSource& read) {
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
        source.language =
            m_options->language == "auto" ? text::guessLanguage(source.text) : m_options->language;
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

    /// The notes of a text are the memos on its units, each named after its unit.
    base::Status addMemos() {
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
                m_report->notes.push_back(base::said(
                    "{}: the note '{}' has no unit or no author in the study", m_file.path, note.name));
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

    Writer* m_writer;
    ReadFile m_file;
    exchange::Project m_project; ///< its sources go as they come in
    const ImportOptions* m_options;
    ImportReport* m_report;
    ProjectMemos m_memos; ///< of another program
    /// Of codings that say no time: one for all, as in a table of codings.
    base::Instant m_now = m_writer->session().impl().environment.clock->now();
    std::unordered_map<base::Guid, model::SourceId> m_sourceOf;
    std::map<std::string, model::SourceId> m_sourceCalled;
    std::int64_t m_knownTexts = 0;
    model::FileId m_fileId;
    std::int64_t m_ordinal = 0;
    std::map<std::string, std::string> m_codeNames; ///< in the project -> in the study
    std::vector<model::ParticipantId> m_cases;      ///< in the project's order
    std::map<std::string, model::ParticipantId> m_caseCalled;
    std::unordered_map<base::Guid, std::string> m_setOf;
    model::Instrument m_instrument;
    std::map<std::string, std::vector<model::Turn>> m_ownTurns; ///< by source
    std::set<base::Guid> m_notes;                               ///< of our own texts
    std::set<std::string> m_knownRounds;                        ///< by name, before its codings
};

} // namespace

base::Status importProject(Writer& writer, ReadProject read, const ImportOptions& options,
                           ImportReport& report, const base::Task& task) {
    return ProjectImport(writer, std::move(read), options, report).run(task);
}

base::Status previewProject(const Session& session, const exchange::Project& project,
                            const ImportOptions& options, const std::string& file, ImportPreview& preview) {
    if (!project.codebook.codebook.variables.empty()) {
        RAPPORT_ASSIGN(const auto current, session.codebook());
        const SameNames sameNames = sameNamesFor(project, options);
        RAPPORT_ASSIGN(CodebookMerge merge,
                       mergeOf(*current, codebookFor(project, *current), sameNames, file));
        preview.needsSameNames = sameNames == SameNames::Ask && !merge.sameNames().empty();
        preview.codes = std::move(merge.codes);
    }
    preview.encoding = "UTF-8";
    preview.records = static_cast<std::int64_t>(project.sources.size());
    preview.participants = static_cast<std::int64_t>(project.cases.size());
    std::int64_t codes = 0;
    for (const model::Variable& variable : project.codebook.codebook.variables)
        codes += static_cast<std::int64_t>(variable.codes.size());
    std::int64_t codings = 0;
    for (const exchange::ProjectSource& source : project.sources)
        codings += static_cast<std::int64_t>(source.codings.size());
    preview.warnings.push_back(
        base::said("{}{}: {} texts, {} codes, {} cases, {} raters, {} codings", project.name,
                   project.origin.empty() ? "" : " (" + project.origin + ")", project.sources.size(), codes,
                   project.cases.size(), project.raters.size(), codings));
    std::size_t memos = 0;
    for (const exchange::ProjectSource& source : project.sources)
        memos += source.memos.size();
    if (memos > 0)
        preview.warnings.push_back(
            memos == 1 ? base::said("1 memo comes in, on the unit that it is about")
                       : base::said("{} memos come in, each on the unit that it is about", memos));
    for (const exchange::ProjectSource& source : project.sources) {
        if (!source.positions.empty())
            preview.warnings.push_back(base::said("{}: {}", source.name, source.positions));
    }
    preview.warnings.insert(preview.warnings.end(), project.warnings.begin(), project.warnings.end());
    for (const exchange::RowProblem& problem : project.problems)
        preview.rejected.push_back(rejected(problem));
    return {};
}

} // namespace rapport::service
