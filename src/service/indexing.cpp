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
    if (!isSound || index.state() != search::IndexState::Current)
        return report;
    RAPPORT_ASSIGN(const search::Index::Comparison compared,
                   index.compare(
                       [&session](const std::function<bool(const search::IndexedUnit&)>& visit) {
                           return session.impl().sources().forEachUnit(
                               model::UnitId{}, true, [&](const store::UnitRow& row) {
                                   return !isSearched(row.unit.kind) || visit(indexedUnit(row));
                               });
                       },
                       task));
    if (compared.documents != compared.units)
        report.problems.push_back(
            base::said("the index holds {} units, the study {}", compared.documents, compared.units));
    if (compared.different > 0)
        report.problems.push_back(
            base::said("of {} units the index holds other words than the study", compared.different));
    else if (compared.arePostingsOther)
        report.problems.emplace_back("the index finds other units than its words say");
    if (!report.problems.empty())
        report.problems.emplace_back("rapport index STUDY --rebuild makes it anew");
    return report;
}
} // namespace rapport::service
