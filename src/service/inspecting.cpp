// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inspecting.h"

#include "exchange/codings_table.h"
#include "service/session_impl.h"
#include "service/unit_names.h"
#include "text/utf8.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace rapport::service {

base::Result<CheckResult> check(Session& session, bool repair, const base::Task& task) {
    CheckResult result;
    RAPPORT_ASSIGN(store::CheckReport report, session.impl().file->check(task));
    if (repair && !report.problems.empty()) {
        RAPPORT_TRY(session.impl().file->rebuildState(task));
        result.repaired = true;
        RAPPORT_ASSIGN(report, session.impl().file->check(task));
    }
    result.problems = std::move(report.problems);
    result.journalRows = report.journalRows;
    result.codings = report.codings;
    return result;
}

base::Status backup(Session& session, const std::string& file) {
    return session.impl().file->backup(file);
}

base::Result<std::string> exportCodings(Session& session) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    RAPPORT_ASSIGN(const auto rounds, roundsById(session));
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    store::CodingFilter filter;
    if (!session.viewer().isCoordinator())
        filter.rater = session.viewer().rater;
    RAPPORT_ASSIGN(const auto codings, impl.codings().codings(filter));
    RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));

    using Occasion = std::tuple<std::int64_t, std::int64_t, std::int64_t>; // unit, rater, round
    struct Completion {
        base::Instant time;
        std::int64_t version = 0;
        bool hasCoding = false;
    };
    std::map<Occasion, Completion> completions;
    for (const model::Rating& rating : ratings)
        completions.try_emplace({rating.unit.value, rating.rater.value, rating.round.value},
                                Completion{rating.time, rating.version, false});

    std::unordered_map<model::UnitId, store::UnitRow> units;
    const auto unitRow = [&](model::UnitId id) -> base::Result<const store::UnitRow*> {
        auto found = units.find(id);
        if (found == units.end()) {
            RAPPORT_ASSIGN(auto row, impl.sources().unit(id, true));
            if (!row)
                return base::fail(base::Errc::StudyDamaged, "a coding names a unit that is not there",
                                  "run: rapport check STUDY");
            found = units.emplace(id, std::move(*row)).first;
        }
        return &found->second;
    };

    std::vector<exchange::CodingRow> rows;
    for (const model::Coding& coding : codings) {
        RAPPORT_ASSIGN(const store::UnitRow* unit, unitRow(coding.unit));
        exchange::CodingRow row;
        row.unit = names.shown(unit->unit, coding.round);
        row.rater = raters.at(coding.rater).name;
        row.round = rounds.at(coding.round).name;
        row.version = coding.version;
        row.time = coding.time;
        const model::Variable* variable = codebook->variable(coding.variable);
        row.variable = variable == nullptr ? std::string() : variable->name;
        const auto found = codebook->code(coding.code);
        if (variable != nullptr && variable->scale == model::Scale::Presence) {
            row.code = found.code == nullptr ? std::string() : found.code->name;
            row.value = "1";
        } else if (variable != nullptr && variable->scale == model::Scale::Count) {
            row.value = std::to_string(coding.count);
        } else {
            row.value = found.code == nullptr ? std::string() : found.code->name;
        }
        if (coding.range) {
            const std::int64_t start = unit->unit.range.begin.value;
            row.begin = coding.range->begin.value;
            row.end = coding.range->end.value;
            row.quote =
                std::string(text::slice(unit->text, text::textRange(*row.begin - start, *row.end - start)));
        }
        const auto completion = completions.find({coding.unit.value, coding.rater.value, coding.round.value});
        row.completed = completion != completions.end();
        if (row.completed)
            completion->second.hasCoding = true;
        rows.push_back(std::move(row));
    }
    for (const auto& [occasion, completion] : completions) {
        if (completion.hasCoding)
            continue;
        const model::UnitId unitId(std::get<0>(occasion));
        RAPPORT_ASSIGN(const store::UnitRow* unit, unitRow(unitId));
        exchange::CodingRow row;
        const model::RoundId round(std::get<2>(occasion));
        row.unit = names.shown(unit->unit, round);
        row.rater = raters.at(model::RaterId(std::get<1>(occasion))).name;
        row.round = rounds.at(round).name;
        row.version = completion.version;
        row.time = completion.time;
        row.completed = true;
        rows.push_back(std::move(row));
    }
    return exchange::writeCodings(std::move(rows));
}

} // namespace rapport::service
