// SPDX-License-Identifier: GPL-3.0-or-later
// A study as a REFI-QDA project. What the standard has no place for goes into a note that our own reader and
// any person can read, and is told as a warning.
#include "base/format.h"
#include "base/version.h"
#include "exchange/codings_table.h"
#include "exchange/write_refi.h"
#include "service/export_tables.h"
#include "service/inspecting.h"
#include "store/consensus.h"

#include <algorithm>
#include <unordered_map>

namespace rapport::service {

namespace {

/// The name by which the note with the codings table is found again.
constexpr const char* codingsNote = "rapport.codings.csv";

class ProjectBuilder {
public:
    ProjectBuilder(Session& session, const ExportRequest& request)
        : m_session(&session)
        , m_request(&request) {}

    base::Result<ProjectBytes> run(const base::Task& task) {
        RAPPORT_TRY(addStudy());
        RAPPORT_TRY(addSources(task));
        RAPPORT_TRY(addCases());
        RAPPORT_TRY(addCodings(task));
        RAPPORT_TRY(addNotes());
        ProjectBytes result;
        RAPPORT_ASSIGN(result.bytes, exchange::writeRefiProject(m_project));
        result.warnings = std::move(m_warnings);
        return result;
    }

private:
    [[nodiscard]] store::StudyFile& file() const { return *m_session->impl().file; }

    base::Status addStudy() {
        RAPPORT_ASSIGN(const StudyInfo info, m_session->info());
        m_project.name = info.title;
        m_project.program = fmt::format("Rapport {}", base::programVersion());
        m_project.made = m_session->impl().environment.clock->now();
        m_project.language = m_request->language;
        RAPPORT_ASSIGN(m_codebook, m_session->codebook());
        m_project.codebook = *m_codebook;
        RAPPORT_ASSIGN(const auto names, raterNamesOut(*m_session, m_request->pseudonymousRaters));
        RAPPORT_ASSIGN(m_project.raters, m_session->raters());
        for (model::Rater& rater : m_project.raters) {
            rater.name = names.at(rater.id);
            m_raterGuids.emplace(rater.id, rater.guid);
        }
        RAPPORT_ASSIGN(m_project.attributes, attributesOut(*m_session, m_request->withBlinded));
        RAPPORT_ASSIGN(const auto all, m_session->impl().participants().attributes());
        if (all.size() > m_project.attributes.size())
            m_warnings.push_back(
                fmt::format("{} blinded attributes were left out (--with-blinded takes them along)",
                            all.size() - m_project.attributes.size()));
        return {};
    }

    base::Status addSources(const base::Task& task) {
        if (task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(auto sources, m_session->impl().sources().sources(true));
        RAPPORT_ASSIGN(const model::Instrument instrument, m_session->instrument());
        std::map<model::PromptId, std::size_t> setOf;
        for (const model::Prompt& prompt : instrument.prompts) {
            if (prompt.kind != model::PromptKind::Open)
                continue;
            setOf.emplace(prompt.id, m_project.sets.size());
            m_project.sets.push_back({prompt.name, prompt.wording.in(m_request->language), {}});
        }
        for (model::Source& source : sources) {
            m_sourceAt.emplace(source.id, m_project.sources.size());
            if (const auto set = setOf.find(source.prompt); set != setOf.end())
                m_project.sets[set->second].sources.push_back(source.guid);
            if (!source.participant.isNone())
                m_sourcesOf[source.participant].push_back(source.guid);
            m_project.sources.push_back({source.guid, source.name, std::move(source.text), {}, {}});
        }
        std::erase_if(m_project.sets, [](const exchange::RefiSet& set) { return set.sources.empty(); });
        return {};
    }

    base::Status addCases() {
        RAPPORT_ASSIGN(const auto all, m_session->impl().participants().all());
        std::map<std::string, std::map<model::ParticipantId, std::string>> values;
        for (const model::Attribute& attribute : m_project.attributes) {
            RAPPORT_ASSIGN(values[attribute.name], m_session->impl().participants().valuesOf(attribute.name));
        }
        for (const model::Participant& participant : all) {
            exchange::RefiCase each;
            each.guid = participant.guid;
            each.name = participant.name;
            for (const auto& [name, byParticipant] : values) {
                if (const auto found = byParticipant.find(participant.id); found != byParticipant.end())
                    each.values.emplace(name, found->second);
            }
            if (const auto sources = m_sourcesOf.find(participant.id); sources != m_sourcesOf.end())
                each.sources = sources->second;
            m_project.cases.push_back(std::move(each));
        }
        return {};
    }

    base::Status addCodings(const base::Task& task) {
        RAPPORT_ASSIGN(const auto codings, m_session->impl().codings().codings({}));
        std::map<model::UnitId, model::Unit> units;
        store::SourceTexts texts(file());
        std::int64_t counts = 0;
        std::int64_t gone = 0;
        for (std::size_t number = 0; number < codings.size(); ++number) {
            if (number % 4096 == 0 && task.isStopped())
                return base::Task::cancelled();
            const model::Coding& coding = codings[number];
            if (coding.code.isNone()) {
                ++counts;
                continue;
            }
            const auto found = m_codebook->code(coding.code);
            if (found.code == nullptr) {
                ++gone;
                continue;
            }
            auto unit = units.find(coding.unit);
            if (unit == units.end()) {
                RAPPORT_ASSIGN(auto row, m_session->impl().sources().unit(coding.unit, false));
                if (!row)
                    continue;
                unit = units.emplace(coding.unit, std::move(row->unit)).first;
            }
            const auto place = m_sourceAt.find(unit->second.source);
            if (place == m_sourceAt.end())
                continue;
            exchange::RefiCoding each;
            each.guid = coding.guid;
            each.rater = m_raterGuids[coding.rater];
            each.code = found.code->guid;
            each.time = coding.time;
            each.range = coding.range;
            // An answer or a transcript is its source; a turn is a part of one.
            const bool isPart =
                unit->second.kind == model::UnitKind::Turn || unit->second.kind == model::UnitKind::Sentence;
            if (!each.range && isPart)
                each.range = unit->second.range;
            if (each.range) {
                RAPPORT_ASSIGN(each.quote, texts.cut(unit->second.source, *each.range));
            }
            m_project.sources[place->second].codings.push_back(std::move(each));
        }
        if (counts > 0)
            m_warnings.push_back(fmt::format("{} counts stand in the note {} alone", counts, codingsNote));
        if (gone > 0)
            m_warnings.push_back(fmt::format(
                "{} codings with codes of earlier versions stand in the note {} alone", gone, codingsNote));
        return {};
    }

    base::Status addNotes() {
        RAPPORT_ASSIGN(const auto memos, m_session->impl().codings().memos());
        for (const model::Memo& memo : memos) {
            if (memo.text.empty())
                continue;
            RAPPORT_ASSIGN(const auto unit, m_session->impl().sources().unit(memo.unit, false));
            exchange::RefiNote note;
            note.guid = memo.guid;
            note.author = memo.author.isNone() ? model::Guid{} : m_raterGuids[memo.author];
            note.name = unit ? unit->unit.name : std::string("memo");
            note.text = memo.text;
            note.time = memo.time;
            if (unit) {
                if (const auto place = m_sourceAt.find(unit->unit.source); place != m_sourceAt.end())
                    m_project.sources[place->second].notes.push_back(note.guid);
            }
            m_project.notes.push_back(std::move(note));
        }
        RAPPORT_ASSIGN(const std::string table, exportCodings(*m_session, m_request->pseudonymousRaters));
        exchange::RefiNote note;
        note.guid = model::Guid::fromText("note:codings:" + m_project.name);
        note.name = codingsNote;
        note.text = table;
        note.time = m_project.made;
        m_project.notes.push_back(std::move(note));
        m_project.description = fmt::format(
            "Written by {}. The standard has no place for completed units, rounds, levels of variables and "
            "codebook versions: they stand in the note {}.",
            m_project.program, codingsNote);
        m_warnings.push_back(
            fmt::format("completed units, rounds and codebook versions stand in the note {}: other "
                        "programs keep it as a note",
                        codingsNote));
        RAPPORT_ASSIGN(const auto rounds, m_session->rounds());
        for (const model::Round& round : rounds) {
            store::SettledFilter filter;
            filter.round = round.id;
            RAPPORT_ASSIGN(const auto settled, store::Consensus(file()).settled(filter));
            if (!settled.empty()) {
                m_warnings.emplace_back("what was settled where raters differed is not in the project");
                break;
            }
        }
        return {};
    }

    Session* m_session;
    const ExportRequest* m_request;
    exchange::RefiProject m_project;
    std::vector<std::string> m_warnings;
    std::shared_ptr<const model::Codebook> m_codebook;
    std::map<model::RaterId, model::Guid> m_raterGuids;
    std::map<model::SourceId, std::size_t> m_sourceAt;
    std::map<model::ParticipantId, std::vector<model::Guid>> m_sourcesOf;
};

} // namespace

base::Result<ProjectBytes> refiProject(Session& session, const ExportRequest& request,
                                       const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "export the project"));
    return ProjectBuilder(session, request).run(task);
}

} // namespace rapport::service
