// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "service/search_scope.h"

namespace rapport::service {

base::Result<IndexReport> updateIndex(Session& session, bool rebuild, const base::Task& task) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    RAPPORT_ASSIGN(search::Index index,
                   search::Index::open(session.impl().environment.cacheFolder, guid, truth, task));
    return bringUpToDate(session, index, rebuild, task);
}

base::Result<IndexReport> verifyIndex(Session& session, const base::Task& task) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    RAPPORT_ASSIGN(search::Index index,
                   search::Index::open(session.impl().environment.cacheFolder, guid, truth, task));
    IndexReport report;
    report.outcome = search::name(index.state());
    report.units = static_cast<std::int64_t>(index.unitCount());
    report.position = index.cursor();
    RAPPORT_ASSIGN(const bool isSound, index.verify(task));
    if (!isSound)
        report.problems.emplace_back("the index is damaged; rapport index STUDY --rebuild makes it anew");
    std::int64_t expected = 0;
    RAPPORT_TRY(
        session.impl().sources().forEachUnit(model::UnitId{}, false, [&expected](const store::UnitRow& row) {
            expected += isSearched(row.unit.kind) ? 1 : 0;
            return true;
        }));
    if (index.state() == search::IndexState::Current && expected != report.units)
        report.problems.push_back(
            base::said("the index holds {} units, the study {}", report.units, expected));
    return report;
}
} // namespace rapport::service
