// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's project into the study: its codes, texts, people and codings. Codes meet those of the
// study by guid, then by name; texts keep every letter, so that positions hold.
#include "service/import_project.h"

#include "base/digest.h"
#include "base/format.h"
#include "base/platform/memory.h"
#include "model/names.h"
#include "service/import_project_steps.h"
#include "service/people_names.h"
#include "service/rater_names.h"
#include "text/language.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace rapport::service {

namespace {

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

} // namespace

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

base::Status ProjectImport::run(const base::Task& task) {
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
    RAPPORT_ASSIGN(m_fileId,
                   keepFile(*m_writer, m_file, "UTF-8", static_cast<std::int64_t>(m_project.sources.size())));
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
        RAPPORT_ASSIGN(const bool isKnown, m_project.isOwn ? addOwn(source) : addToKnown(source, rows.rows));
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

base::Status ProjectImport::addRatersOfCodings() {
    RAPPORT_ASSIGN(RaterNames raters, RaterNames::read(m_writer->session()));
    std::sort(m_project.raters.begin(), m_project.raters.end());
    for (const std::string& name : m_project.raters)
        RAPPORT_TRY(raters.join(*m_writer, *m_report, name));
    return {};
}

base::Status ProjectImport::addCodebook() {
    if (m_project.codebook.codebook.variables.empty())
        return {};
    RAPPORT_ASSIGN(const auto current, m_writer->session().codebook());
    RAPPORT_ASSIGN(CodebookMerge merge, mergeCodebook(*m_writer, codebookFor(m_project, *current),
                                                      m_file.path, sameNamesFor(m_project, *m_options)));
    m_codeNames = std::move(merge.names);
    return {};
}

base::Status ProjectImport::addCases() {
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

base::Status ProjectImport::addSource(const exchange::ProjectSource& read,
                                      std::vector<exchange::CodingRow>& rows) {
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
    source.language = m_options->language == "auto" ? text::guessLanguage(source.text) : m_options->language;
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
    for (model::Turn& turn : turnsOf(read.name, source.text)) {
        turn.speaker = m_withdrawn.speaker(turn.speaker);
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

model::ParticipantId ProjectImport::speakerOf(const model::Turn& turn, const model::Source& source) const {
    if (const auto gone = m_withdrawn.called.find(turn.speaker); gone != m_withdrawn.called.end())
        return gone->second;
    if (!m_project.isOwn)
        return source.participant;
    const auto person = m_caseCalled.find(turn.speaker);
    return person == m_caseCalled.end() ? source.participant : person->second;
}

std::string ProjectImport::nameOf(const exchange::ProjectSource& read) const {
    // Our own names are names of sources already.
    return m_project.isOwn ? read.name : model::sourceName(withoutDocumentEnding(read.name));
}

void ProjectImport::addRows(const exchange::ProjectSource& read, const std::string& unit,
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

base::Result<bool> ProjectImport::addToKnown(const exchange::ProjectSource& read,
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

std::vector<model::Turn> ProjectImport::turnsOf(const std::string& source, const std::string& text) {
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
    preview.participants = static_cast<std::int64_t>(project.cases.size());
    std::int64_t codes = 0;
    for (const model::Variable& variable : project.codebook.codebook.variables)
        codes += static_cast<std::int64_t>(variable.codes.size());
    std::int64_t codings = 0;
    for (const exchange::ProjectSource& source : project.sources)
        codings += static_cast<std::int64_t>(source.codings.size());
    preview.records = static_cast<std::int64_t>(project.sources.size() + project.problems.size()) + codings;
    preview.warnings.push_back(
        base::said("{}{}: texts {}, codes {}, cases {}, raters {}, codings {}", project.name,
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
