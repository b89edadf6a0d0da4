// SPDX-License-Identifier: GPL-3.0-or-later
// A study as a REFI-QDA project. What the standard has no place for goes into a note that our own reader and
// any person can read, and is told as a warning.
#include "base/format.h"
#include "base/version.h"
#include "exchange/codebook_json.h"
#include "exchange/project.h"
#include "exchange/write_refi.h"
#include "service/consensus.h"
#include "service/export_tables.h"
#include "service/inspecting.h"
#include "service/reading.h"

#include <algorithm>
#include <unordered_map>

namespace rapport::service {

namespace {

namespace notes = exchange::project_notes;

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
        RAPPORT_ASSIGN(result.bytes, exchange::writeRefiProject(std::move(m_project)));
        result.warnings = std::move(m_warnings);
        return result;
    }

private:
    [[nodiscard]] store::StudyFile& file() const { return *m_session->impl().file; }

    base::Status addStudy() {
        RAPPORT_ASSIGN(m_project.name, studyTitle(*m_session));
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
            m_warnings.push_back(base::said(
                "{}: {}",
                base::said("{} blinded attributes were left out", all.size() - m_project.attributes.size()),
                "--with-blinded takes them along"));
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
            m_warnings.push_back(
                counts == 1 ? base::said("1 count stands in the note {} alone", notes::codings)
                            : base::said("{} counts stand in the note {} alone", counts, notes::codings));
        if (gone > 0)
            m_warnings.push_back(
                gone == 1
                    ? base::said("1 coding with a code of an earlier version stands in the note {} alone",
                                 notes::codings)
                    : base::said("{} codings with codes of earlier versions stand in the note {} alone", gone,
                                 notes::codings));
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
        RAPPORT_ASSIGN(std::string table, exportCodings(*m_session, m_request->pseudonymousRaters));
        addKept(notes::codings, std::move(table));
        addKept(notes::codebook, exchange::writeCodebook(*m_codebook));
        RAPPORT_TRY(addTurns());
        addRaters();
        RAPPORT_TRY(addRounds());
        RAPPORT_TRY(addConsensus());
        std::string names;
        for (const std::string& name : m_kept)
            names += (names.empty() ? "" : ", ") + name;
        m_project.description =
            fmt::format("Written by {}. The standard has no place for completed units, rounds, codebook "
                        "versions, scales, "
                        "turns and what was settled where raters differed: they stand in the notes {}.",
                        m_project.program, names);
        m_warnings.push_back(base::said(
            "completed units, rounds, codebook versions and turns stand in notes ({}): other programs keep "
            "them as notes",
            names));
        return addResponses();
    }

    /// A note for what the standard has no place for.
    void addKept(const char* name, std::string text) {
        exchange::RefiNote note;
        note.guid = model::Guid::fromText(fmt::format("note:{}:{}", name, m_project.name));
        note.name = name;
        note.text = std::move(text);
        note.time = m_project.made;
        m_project.notes.push_back(std::move(note));
        m_kept.emplace_back(name);
    }

    static exchange::DataColumn column(const char* name, exchange::DataKind kind = exchange::DataKind::Text) {
        return {name, {}, kind, exchange::Measure::Nominal, {}};
    }

    base::Status addTurns() {
        constexpr auto whole = exchange::DataKind::Whole;
        exchange::DataTable table;
        table.columns = {column("source"),       column("turn", whole), column("speaker"),
                         column("begin", whole), column("end", whole),  column("begin_ms", whole),
                         column("end_ms", whole)};
        const auto number = [](std::int64_t value) {
            return exchange::DataValue(static_cast<double>(value));
        };
        const auto time = [&](const std::optional<std::int64_t>& value) {
            return value ? number(*value) : exchange::DataValue();
        };
        RAPPORT_ASSIGN(const auto sources, m_session->impl().sources().sources(false));
        for (const model::Source& source : sources) {
            if (source.kind != model::SourceKind::Transcript)
                continue;
            RAPPORT_ASSIGN(const auto turns, m_session->impl().sources().turns(source.id));
            for (const model::Turn& turn : turns)
                table.rows.push_back({source.name, number(turn.number), turn.speaker,
                                      number(turn.range.begin.value), number(turn.range.end.value),
                                      time(turn.beginMs), time(turn.endMs)});
        }
        if (!table.rows.empty())
            addKept(notes::turns, exchange::writeDataCsv(table, exchange::Choices::Numbers));
        return {};
    }

    void addRaters() {
        exchange::DataTable table;
        table.columns = {column("rater"), column("kind")};
        for (const model::Rater& rater : m_project.raters)
            table.rows.push_back({rater.name, std::string(model::name(rater.kind))});
        if (!table.rows.empty())
            addKept(notes::raters, exchange::writeDataCsv(table, exchange::Choices::Numbers));
    }

    base::Status addRounds() {
        exchange::DataTable table;
        for (const char* name : {"round", "kind", "blind", "opened", "variables", "plan"})
            table.columns.push_back(column(name));
        exchange::DataTable dealt;
        dealt.columns = {column("round"), column("rater"), column("unit"),
                         column("number", exchange::DataKind::Whole)};
        std::map<model::RaterId, std::string> raters;
        for (const model::Rater& rater : m_project.raters)
            raters.emplace(rater.id, rater.name);
        std::unordered_map<model::UnitId, std::string> units;
        RAPPORT_ASSIGN(const auto rounds, m_session->rounds());
        for (const model::Round& round : rounds) {
            if (round.kind == model::RoundKind::Default)
                continue;
            std::string variables;
            for (const std::string& name : round.variables)
                variables += (variables.empty() ? "" : ",") + name;
            table.rows.push_back({round.name, std::string(model::name(round.kind)),
                                  std::string(round.isBlind ? "1" : "0"),
                                  std::string(round.openedAt != 0 ? "1" : "0"), variables, round.plan});
            RAPPORT_ASSIGN(const auto assignments, m_session->impl().rounds().assignments(round.id));
            for (const model::Assignment& each : assignments) {
                auto unit = units.find(each.unit);
                if (unit == units.end()) {
                    RAPPORT_ASSIGN(const auto row, m_session->impl().sources().unit(each.unit, false));
                    unit = units.emplace(each.unit, row ? row->unit.name : std::string()).first;
                }
                if (!unit->second.empty())
                    dealt.rows.push_back({round.name, raters.at(each.rater), unit->second,
                                          static_cast<double>(each.neutralNumber)});
            }
        }
        if (!table.rows.empty())
            addKept(notes::rounds, exchange::writeDataCsv(table, exchange::Choices::Numbers));
        if (!dealt.rows.empty())
            addKept(notes::assignments, exchange::writeDataCsv(dealt, exchange::Choices::Numbers));
        return {};
    }

    base::Status addConsensus() {
        exchange::DataTable table;
        for (const char* name : {"round", "unit", "variable", "code", "value", "by", "reason", "time"})
            table.columns.push_back(column(name));
        RAPPORT_ASSIGN(const auto settled, settledItems(*m_session));
        RAPPORT_ASSIGN(const auto raters, m_session->raters());
        std::map<std::string, std::string> shown;
        for (std::size_t rater = 0; rater < raters.size(); ++rater)
            shown[raters[rater].name] = m_project.raters[rater].name;
        for (const SettledInRound& each : settled) {
            std::string by;
            for (const std::string& name : each.item.by)
                by += (by.empty() ? "" : ", ") + (shown.contains(name) ? shown[name] : name);
            table.rows.push_back({each.round, each.unit, each.item.variable, each.item.code, each.item.value,
                                  by, each.item.reason, base::isoText(each.item.time)});
        }
        if (table.rows.empty())
            return {};
        m_warnings.push_back(base::said("{} differences that were settled stand in the note {}, which other "
                                        "programs keep as a note",
                                        table.rows.size(), notes::consensus));
        addKept(notes::consensus, exchange::writeDataCsv(table, exchange::Choices::Numbers));
        return {};
    }

    base::Status addResponses() {
        RAPPORT_ASSIGN(const model::Instrument instrument, m_session->instrument());
        std::size_t left = 0;
        for (const model::Prompt& prompt : instrument.prompts) {
            RAPPORT_ASSIGN(const auto responses, m_session->impl().sources().responses(prompt.name));
            left += static_cast<std::size_t>(
                std::count_if(responses.begin(), responses.end(),
                              [](const store::Response& each) { return !each.value.empty(); }));
        }
        if (left > 0)
            m_warnings.push_back(base::said(
                "{}: {}",
                left == 1
                    ? base::said("1 answer to a yes-no question or a note is not in the project")
                    : base::said("{} answers to yes-no questions and notes are not in the project", left),
                "--what answers has them"));
        return {};
    }

    Session* m_session;
    const ExportRequest* m_request;
    exchange::RefiProject m_project;
    std::vector<base::Phrase> m_warnings;
    std::vector<std::string> m_kept; ///< names of the notes
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
