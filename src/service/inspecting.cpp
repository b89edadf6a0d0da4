// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inspecting.h"

#include "exchange/codings_table.h"
#include "service/export_tables.h"
#include "service/own_rating.h"
#include "service/reading.h"
#include "service/safekeeping.h"
#include "service/session_impl.h"
#include "service/unit_names.h"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <unordered_map>

namespace rapport::service {

base::Result<CheckResult> check(Session& session, bool repair, const base::Task& task) {
    CheckResult result;
    RAPPORT_ASSIGN(store::CheckReport report, session.impl().file->check(task));
    if (repair && report.isMendable) {
        // Of a file that cannot be copied any more there is nothing better to keep.
        static_cast<void>(keepBackup(session, BackupReason::Risk));
        RAPPORT_TRY(session.impl().file->rebuildState(task));
        result.repaired = true;
        RAPPORT_ASSIGN(report, session.impl().file->check(task));
    }
    result.problems = std::move(report.problems);
    result.isMendable = report.isMendable;
    result.notes = std::move(report.notes);
    result.journalRows = report.journalRows;
    result.codings = report.codings;
    return result;
}

base::Status backup(Session& session, const std::string& file) {
    return session.impl().file->backup(file);
}

namespace {

/// Builds the table of codings row by row; what rows have in common is read once.
class CodingsExport {
public:
    CodingsExport(Session& session, const ExportRequest& request)
        : m_session(&session)
        , m_request(&request)
        , m_texts(*session.impl().file) {}

    base::Result<std::vector<exchange::CodingRow>> run() {
        auto& impl = m_session->impl();
        RAPPORT_ASSIGN(m_names, UnitNames::forExport(*m_session));
        RAPPORT_ASSIGN(m_raters, ratersById(*m_session));
        if (m_request->pseudonymousRaters) {
            RAPPORT_ASSIGN(const auto names, raterNamesOut(*m_session, true));
            for (auto& [id, rater] : m_raters)
                rater.name = names.at(id);
        }
        RAPPORT_ASSIGN(m_rounds, roundsById(*m_session));
        RAPPORT_ASSIGN(m_wanted, ExportedUnits::of(*m_session, m_request->select));
        if (!m_session->viewer().isCoordinator()) {
            RAPPORT_ASSIGN(const StillToRate still, StillToRate::readAlsoAsRater(*m_session));
            if (!still.isEmpty())
                m_still = impl.still;
        }
        store::CodingFilter filter;
        if (!m_session->viewer().isCoordinator())
            filter.rater = m_session->viewer().rater;
        RAPPORT_ASSIGN(const auto codings, impl.codings().codings(filter));
        RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
        for (const model::Rating& rating : ratings) {
            RAPPORT_ASSIGN(const bool isWanted, wants(rating.unit, rating.round));
            if (!isWanted)
                continue;
            auto& done = m_work[{rating.unit, rating.rater, rating.round}].completions;
            auto& last = done.try_emplace(rating.version, rating.time).first->second;
            last = std::max(last, rating.time);
        }
        for (const model::Coding& coding : codings) {
            RAPPORT_ASSIGN(const bool isWanted, wants(coding.unit, coding.round));
            if (isWanted)
                RAPPORT_TRY(addCoding(coding));
        }
        for (const auto& [occasion, work] : m_work) {
            if (work.isToldByCodings())
                continue;
            for (const auto& [version, time] : work.completions) {
                RAPPORT_ASSIGN(exchange::CodingRow row, rowOf(occasion));
                row.version = version;
                tellTime(row, time, occasion);
                row.completed = true;
                m_rows.push_back(std::move(row));
            }
        }
        return std::move(m_rows);
    }
    /// Rows of the last run() whose time is kept back.
    [[nodiscard]] std::int64_t withoutTime() const { return m_withoutTime; }

private:
    using Occasion = std::tuple<model::UnitId, model::RaterId, model::RoundId>;

    /// When an occasion was declared done, by version, and the latest of its codings.
    struct Work {
        std::map<std::int64_t, base::Instant> completions;
        std::int64_t version = 0; ///< 0: no codings
        base::Instant time{};

        /// The rows with codings say it well enough: whoever reads them takes the latest of them for it. The
        /// moment between the last coding and the completion in one act of a program is nobody's work.
        [[nodiscard]] bool isToldByCodings() const {
            if (completions.size() != 1)
                return completions.empty();
            const auto& [completedVersion, completedTime] = *completions.begin();
            return version == completedVersion && time - completedTime < std::chrono::seconds(1) &&
                   completedTime - time < std::chrono::seconds(1);
        }
    };

    base::Result<bool> wants(model::UnitId id, model::RoundId round) {
        RAPPORT_ASSIGN(const store::UnitRow* row, unitRow(id));
        return m_wanted.have(*row, m_rounds.at(round).name);
    }

    base::Result<const model::Unit*> unit(model::UnitId id) {
        RAPPORT_ASSIGN(const store::UnitRow* row, unitRow(id));
        return &row->unit;
    }

    base::Result<const store::UnitRow*> unitRow(model::UnitId id) {
        auto found = m_units.find(id);
        if (found == m_units.end()) {
            RAPPORT_ASSIGN(auto row, m_session->impl().sources().unit(id, false));
            if (!row)
                return base::fail(base::Errc::StudyDamaged, "a coding names a unit that is not there",
                                  "run: rapport check STUDY");
            found = m_units.emplace(id, std::move(*row)).first;
        }
        return &found->second;
    }

    /// As it was when the coding was made: later ones may lack its code, or call it otherwise.
    base::Result<const model::Codebook*> codebook(std::int64_t version) {
        auto found = m_codebooks.find(version);
        if (found == m_codebooks.end()) {
            RAPPORT_ASSIGN(model::Codebook read, m_session->impl().codebooks().version(version));
            found = m_codebooks.emplace(version, std::move(read)).first;
        }
        return &found->second;
    }

    base::Result<exchange::CodingRow> rowOf(const Occasion& occasion) {
        const auto& [unitId, rater, round] = occasion;
        RAPPORT_ASSIGN(const model::Unit* shown, unit(unitId));
        exchange::CodingRow row;
        RAPPORT_ASSIGN(row.unit, m_names->known(*m_session, *shown, round));
        row.rater = m_raters.at(rater).name;
        row.round = m_rounds.at(round).name;
        return row;
    }

    /// Where the same person coordinates, the time of earlier work on a text that is still to be rated stands
    /// there among those with names, and tells whose the text is.
    void tellTime(exchange::CodingRow& row, base::Instant time, const Occasion& occasion) {
        const model::UnitId of = std::get<model::UnitId>(occasion);
        const auto isHeld = [&](model::RoundId in) {
            const auto found = m_still->units.lower_bound({of, in, 0});
            return found != m_still->units.end() && found->unit == of && (in.isNone() || found->round == in);
        };
        if (m_still && isHeld(model::RoundId()) && !isHeld(std::get<model::RoundId>(occasion)))
            ++m_withoutTime;
        else
            row.time = time;
    }

    base::Status addCoding(const model::Coding& coding) {
        const Occasion occasion{coding.unit, coding.rater, coding.round};
        RAPPORT_ASSIGN(exchange::CodingRow row, rowOf(occasion));
        RAPPORT_ASSIGN(const model::Codebook* names, codebook(coding.version));
        row.version = coding.version;
        tellTime(row, coding.time, occasion);
        const model::Variable* variable = names->variable(coding.variable);
        row.variable = variable == nullptr ? std::string() : variable->name;
        const auto found = names->code(coding.code);
        if (variable != nullptr && variable->scale == model::Scale::Presence) {
            row.code = found.code == nullptr ? std::string() : found.code->name;
            row.value = "1";
        } else if (variable != nullptr && variable->scale == model::Scale::Count) {
            row.value = std::to_string(coding.count);
        } else {
            row.value = found.code == nullptr ? std::string() : found.code->name;
        }
        if (coding.range) {
            RAPPORT_ASSIGN(const model::Unit* coded, unit(coding.unit));
            row.begin = coding.range->begin.value;
            row.end = coding.range->end.value;
            RAPPORT_ASSIGN(row.quote, m_texts.cut(coded->source, *coding.range));
        }
        if (const auto work = m_work.find(occasion); work != m_work.end()) {
            row.completed = true;
            work->second.version = std::max(work->second.version, coding.version);
            work->second.time = std::max(work->second.time, coding.time);
        }
        m_rows.push_back(std::move(row));
        return {};
    }

    Session* m_session;
    const ExportRequest* m_request;
    ExportedUnits m_wanted;
    std::shared_ptr<const StillUnits> m_still; ///< of a rater who coordinates, too; null: none
    std::int64_t m_withoutTime = 0;
    store::SourceTexts m_texts;
    std::shared_ptr<const UnitNames> m_names;
    std::map<model::RaterId, model::Rater> m_raters;
    std::map<model::RoundId, model::Round> m_rounds;
    std::map<std::int64_t, model::Codebook> m_codebooks;
    std::unordered_map<model::UnitId, store::UnitRow> m_units;
    std::map<Occasion, Work> m_work;
    std::vector<exchange::CodingRow> m_rows;
};

} // namespace

base::Result<std::string> exportCodings(Session& session, bool pseudonymousRaters) {
    ExportRequest request;
    request.pseudonymousRaters = pseudonymousRaters;
    return exportCodings(session, request);
}

base::Result<std::string> exportCodings(Session& session, const ExportRequest& request) {
    RAPPORT_ASSIGN(auto rows, CodingsExport(session, request).run());
    return exchange::writeCodings(std::move(rows));
}

base::Result<std::int64_t> codingsWithoutTime(Session& session, const ExportRequest& request) {
    CodingsExport codings(session, request);
    RAPPORT_TRY(codings.run());
    return codings.withoutTime();
}

base::Result<exchange::DataTable> codingsTable(Session& session, const ExportRequest& request) {
    RAPPORT_ASSIGN(auto rows, CodingsExport(session, request).run());
    exchange::DataTable table = exchange::codingsData(std::move(rows));
    RAPPORT_ASSIGN(table.label, studyTitle(session));
    return table;
}

} // namespace rapport::service
