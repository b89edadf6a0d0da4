// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's project into the study: its codes, texts, people and codings. Codes meet those of the
// study by guid, then by name; texts keep every letter, so that positions hold.
#include "service/import_project.h"

#include "base/digest.h"
#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/database_project.h"
#include "exchange/refi.h"
#include "model/names.h"
#include "store/foreign_database.h"
#include "text/language.h"
#include "text/utf8.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace rapport::service {

namespace {

class ProjectImport {
public:
    ProjectImport(Writer& writer, const ReadFile& file, const exchange::Project& project,
                  const ImportOptions& options, ImportReport& report)
        : m_writer(&writer)
        , m_file(&file)
        , m_project(&project)
        , m_options(&options)
        , m_report(&report) {}

    base::Status run(const base::Task& task) {
        const std::string digest = base::hex(base::sha256(m_file->bytes));
        RAPPORT_ASSIGN(const auto known, impl().sources().files());
        for (const model::ImportedFile& each : known) {
            if (each.sha256 != digest)
                continue;
            m_report->notes.push_back(
                base::said("{}: the same file is in the study already, as {}", m_file->path, each.name));
            return {};
        }
        for (const exchange::RowProblem& problem : m_project->problems)
            m_report->rejected.push_back(rejected(problem));
        for (const base::Phrase& warning : m_project->warnings)
            m_report->notes.push_back(base::said("{}: {}", m_file->path, warning));
        RAPPORT_TRY(addCodebook());
        RAPPORT_ASSIGN(m_fileId, keepFile(*m_writer, *m_file, "UTF-8",
                                          static_cast<std::int64_t>(m_project->sources.size())));
        RAPPORT_TRY(addCases());
        RAPPORT_ASSIGN(const store::SourceCounts counts, impl().sources().counts());
        m_ordinal = counts.units;
        exchange::CodingRows rows;
        for (const exchange::ProjectSource& source : m_project->sources) {
            if (task.isStopped())
                return base::Task::cancelled();
            RAPPORT_TRY(addSource(source, rows.rows));
        }
        m_report->read += static_cast<std::int64_t>(m_project->sources.size() + m_project->problems.size());
        m_report->added += static_cast<std::int64_t>(m_project->sources.size());
        m_writer->changes().sourcesChanged = true;
        if (!rows.rows.empty())
            RAPPORT_TRY(importCodingRows(*m_writer, *m_file, rows, *m_report, task));
        return {};
    }

private:
    [[nodiscard]] Session::Impl& impl() const { return m_writer->session().impl(); }

    base::Status addCodebook() {
        model::Codebook codes = m_project->codebook.codebook;
        if (codes.variables.empty())
            return {};
        RAPPORT_ASSIGN(const auto current, m_writer->session().codebook());
        std::set<std::string> taken;
        for (const model::Variable& variable : current->variables) {
            for (const model::Code& code : variable.codes)
                taken.insert(code.name);
        }
        model::Variable& variable = codes.variables.front();
        const model::Variable* same = nullptr;
        for (const model::Variable& each : current->variables) {
            if (each.guid == variable.guid || each.name == variable.name)
                same = &each;
        }
        if (same != nullptr && same->scale != variable.scale) {
            variable.name += "_imported";
            same = current->variable(variable.name);
        }
        for (model::Code& code : variable.codes) {
            const std::string was = code.name;
            const bool isHere = same != nullptr && same->code(code.name) != nullptr;
            for (int number = 2; !isHere && !taken.insert(code.name).second; ++number)
                code.name = fmt::format("{}_{}", was, number);
            m_codeNames[was] = code.name;
        }
        return mergeCodebook(*m_writer, codes, m_file->path);
    }

    base::Status addCases() {
        std::set<std::string> attributes;
        RAPPORT_ASSIGN(const auto known, impl().participants().attributes());
        for (const model::Attribute& attribute : known)
            attributes.insert(attribute.name);
        for (const exchange::ProjectCase& each : m_project->cases) {
            for (const auto& [name, value] : each.values) {
                if (!attributes.insert(name).second)
                    continue;
                model::Attribute attribute;
                attribute.name = name;
                attribute.title = model::sameText(name);
                attribute.type = model::guessType({value});
                RAPPORT_TRY(impl().participants().putAttribute(attribute));
            }
        }
        RAPPORT_ASSIGN(const auto people, impl().participants().all());
        std::map<std::string, model::ParticipantId> ids;
        for (const model::Participant& person : people)
            ids.emplace(person.name, person.id);
        for (const exchange::ProjectCase& each : m_project->cases) {
            auto found = ids.find(each.name);
            if (found == ids.end()) {
                model::Participant person;
                person.guid = each.guid.isNull() ? base::Guid::random(impl().environment.random) : each.guid;
                person.name = each.name;
                RAPPORT_ASSIGN(const model::ParticipantId id, impl().participants().add(person));
                found = ids.emplace(each.name, id).first;
                ++m_report->added;
            }
            for (const auto& [name, value] : each.values)
                RAPPORT_TRY(impl().participants().setValue(found->second, name, value));
        }
        return {};
    }

    base::Status addSource(const exchange::ProjectSource& read, std::vector<exchange::CodingRow>& rows) {
        model::Source source;
        source.guid = read.guid.isNull() ? base::Guid::random(impl().environment.random) : read.guid;
        const std::string wish = model::sourceName(base::fileStem(read.name));
        RAPPORT_ASSIGN(source.name, impl().sources().freeName(wish.empty() ? "source" : wish));
        source.kind = model::SourceKind::Transcript;
        source.file = m_fileId;
        source.text = read.text;
        source.language =
            m_options->language == "auto" ? text::guessLanguage(source.text) : m_options->language;
        RAPPORT_ASSIGN(const model::SourceId id, impl().sources().addSource(source));
        const auto addUnit = [&](model::UnitKind kind, const std::string& name,
                                 text::TextRange range) -> base::Status {
            model::Unit unit;
            unit.guid = base::Guid::random(impl().environment.random);
            unit.name = name;
            unit.source = id;
            unit.kind = kind;
            unit.range = range;
            unit.ordinal = ++m_ordinal;
            RAPPORT_TRY(impl().sources().addUnit(unit));
            return {};
        };
        std::int64_t number = 0;
        for (const exchange::ProjectTurn& each : exchange::turnsOf(source.text)) {
            model::Turn turn;
            turn.number = ++number;
            turn.speaker = each.speaker;
            turn.range = text::textRange(each.begin, each.end);
            RAPPORT_TRY(impl().sources().addTurn(id, turn));
            RAPPORT_TRY(
                addUnit(model::UnitKind::Turn, model::turnName(source.name, turn.number), turn.range));
        }
        RAPPORT_TRY(addUnit(model::UnitKind::Transcript, source.name,
                            text::textRange(0, text::countCodePoints(source.text))));
        if (!read.positions.empty())
            m_report->notes.push_back(base::said("{}: {}", source.name, read.positions));
        for (const exchange::ProjectCoding& coding : read.codings) {
            exchange::CodingRow row;
            row.unit = source.name;
            row.rater = coding.rater;
            row.code = m_codeNames.at(coding.code);
            row.value = "1";
            row.begin = coding.begin;
            row.end = coding.end;
            row.time = coding.time;
            rows.push_back(std::move(row));
        }
        return {};
    }

    Writer* m_writer;
    const ReadFile* m_file;
    const exchange::Project* m_project;
    const ImportOptions* m_options;
    ImportReport* m_report;
    model::FileId m_fileId;
    std::int64_t m_ordinal = 0;
    std::map<std::string, std::string> m_codeNames; ///< in the project -> in the study
};

} // namespace

namespace {

/// QualCoder keeps a project in a folder, with its database in it.
std::string databaseOf(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored) ? (std::filesystem::path(path) / "data.qda").string()
                                                        : path;
}

base::Result<ReadProject> readDatabase(const Session& session, const std::string& path,
                                       const base::Task& task) {
    using exchange::DatabaseProgram;
    RAPPORT_ASSIGN(const auto database, store::ForeignDatabase::open(path));
    for (const DatabaseProgram program : {DatabaseProgram::QualCoder, DatabaseProgram::Taguette}) {
        bool isOfProgram = true;
        for (const std::string_view table : exchange::markOf(program)) {
            RAPPORT_ASSIGN(const bool isThere, database.hasTable(table));
            isOfProgram = isOfProgram && isThere;
        }
        if (!isOfProgram)
            continue;
        ReadProject read;
        std::vector<exchange::DatabaseTable> tables = exchange::tablesOf(program);
        for (exchange::DatabaseTable& table : tables) {
            RAPPORT_ASSIGN(table.rows, database.rows(table.name, table.columns, task));
        }
        RAPPORT_ASSIGN(read.project, exchange::readDatabaseProject(program, std::move(tables), path, task));
        read.file.path = path;
        read.file.reader = program == DatabaseProgram::QualCoder ? "qualcoder" : "taguette";
        read.file.kind = ImportKind::Project;
        RAPPORT_ASSIGN(read.file.bytes, bytesToImport(session, path));
        return read;
    }
    return base::fail(base::Errc::Unreadable, base::Place{path, 0, 0, {}},
                      "is an SQLite database, but neither a QualCoder nor a Taguette project",
                      "see what can be read: rapport formats");
}

} // namespace

base::Result<bool> isProject(const std::string& path, const ImportOptions& options) {
    if (options.kind != ImportKind::Detect)
        return options.kind == ImportKind::Project;
    std::error_code ignored;
    const std::string ending = base::fileEnding(path);
    if (ending == "qdpx" || ending == "qde" || std::filesystem::is_directory(path, ignored))
        return true;
    // A study says so itself, with what to do; it is asked for here no further.
    return ending == "rapport" ? base::Result<bool>(false) : store::isForeignDatabase(path);
}

base::Result<ReadProject> readProject(const Session& session, const std::string& path,
                                      const base::Task& task) {
    const std::string file = databaseOf(path);
    std::error_code ignored;
    if (file != path && !std::filesystem::exists(file, ignored))
        return base::fail(base::Errc::Unreadable, base::Place{path, 0, 0, {}},
                          "is a folder without a QualCoder project (data.qda) in it", "name the files in it");
    RAPPORT_ASSIGN(const bool isDatabase, store::isForeignDatabase(file));
    if (isDatabase)
        return readDatabase(session, file, task);
    ReadProject read;
    RAPPORT_ASSIGN(read.file.bytes, bytesToImport(session, file));
    RAPPORT_ASSIGN(read.project, exchange::readRefiProject(read.file.bytes, file, task));
    read.file.path = file;
    read.file.reader = "refi-project";
    read.file.kind = ImportKind::Project;
    return read;
}

base::Status importProject(Writer& writer, const ReadFile& file, const exchange::Project& project,
                           const ImportOptions& options, ImportReport& report, const base::Task& task) {
    return ProjectImport(writer, file, project, options, report).run(task);
}

void previewProject(const exchange::Project& project, ImportPreview& preview) {
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
    for (const exchange::ProjectSource& source : project.sources) {
        if (!source.positions.empty())
            preview.warnings.push_back(base::said("{}: {}", source.name, source.positions));
    }
    preview.warnings.insert(preview.warnings.end(), project.warnings.begin(), project.warnings.end());
    for (const exchange::RowProblem& problem : project.problems)
        preview.rejected.push_back(rejected(problem));
}

} // namespace rapport::service
