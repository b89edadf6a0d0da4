// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/search_scope.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;

namespace {

constexpr std::int64_t caughtUpAtOnce = 5000;

/// Batches of units after a journal position, for Index::apply and Index::rebuild.
search::BatchSource batches(const Session& session, std::int64_t after, std::int64_t truth,
                            const base::Task& task) {
    // Units are read in order of id, a batch at a time; ids rise with the journal.
    auto lastId = std::make_shared<model::UnitId>();
    auto done = std::make_shared<bool>(false);
    return [&session, after, truth, lastId, done, &task](search::IndexBatch& batch) -> base::Result<bool> {
        if (*done)
            return false;
        if (task.isStopped())
            return base::Task::cancelled();
        std::size_t read = 0;
        const auto take = [&](const store::UnitRow& row) {
            *lastId = row.unit.id;
            if (isSearched(row.unit.kind))
                batch.changed.push_back(indexedUnit(row));
            return ++read < search::preferredBatchSize;
        };
        if (after == 0) {
            RAPPORT_TRY(session.impl().sources().forEachUnit(*lastId, true, take));
        } else {
            // What came after a position is little; one batch holds it.
            RAPPORT_TRY(
                session.impl().sources().forEachUnitAfter(after, true, [&](const store::UnitRow& row) {
                    take(row);
                    return true;
                }));
            read = 0;
        }
        *done = read < search::preferredBatchSize;
        batch.cursor = *done ? truth : 0;
        batch.history.clear();
        return true;
    };
}

/// A commit cannot be stopped, so that each is a small one. Until the last one the index does not say that it
/// has seen any of it: what it has seen already is seen again then, which changes nothing.
base::Status applyInPieces(search::Index& index, search::IndexBatch whole, const base::Task& task) {
    constexpr std::size_t unitsPerCommit = 100;
    const std::int64_t before = index.cursor();
    std::size_t done = 0;
    while (whole.changed.size() - done > unitsPerCommit) {
        if (task.isStopped())
            return base::Task::cancelled();
        search::IndexBatch piece;
        const auto begin = whole.changed.begin() + static_cast<std::ptrdiff_t>(done);
        piece.changed.assign(begin, begin + unitsPerCommit);
        piece.cursor = before;
        piece.history = index.history();
        RAPPORT_TRY(index.apply(piece, task));
        if (index.cursor() != before)
            return {}; // it was damaged and is empty now: made anew by the caller
        done += unitsPerCommit;
    }
    whole.changed.erase(whole.changed.begin(), whole.changed.begin() + static_cast<std::ptrdiff_t>(done));
    return index.apply(whole, task);
}

std::int64_t unitsAfter(const Session& session, std::int64_t cursor) {
    std::int64_t count = 0;
    static_cast<void>(session.impl().sources().forEachUnitAfter(
        cursor, false, [&count](const store::UnitRow&) { return ++count <= caughtUpAtOnce; }));
    return count;
}

} // namespace

bool isSearched(model::UnitKind kind) {
    return kind == model::UnitKind::Answer || kind == model::UnitKind::Turn;
}

search::IndexedUnit indexedUnit(const store::UnitRow& row) {
    search::IndexedUnit unit;
    unit.id = row.unit.id;
    unit.kind = model::name(row.unit.kind);
    unit.text = row.text;
    unit.order = row.unit.ordinal;
    unit.fields.emplace_back("source", row.sourceName);
    if (!row.speaker.empty())
        unit.fields.emplace_back("speaker", row.speaker);
    if (!row.prompt.empty())
        unit.fields.emplace_back("question", row.prompt);
    if (!row.language.empty())
        unit.fields.emplace_back("lang", row.language);
    return unit;
}

base::Result<base::Guid> studyGuid(const Session& session) {
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    // A pack is searched in an index of its own: it holds the same units under other numbers.
    return session.impl().pack ? session.impl().pack->guid : properties.guid;
}

base::Result<IndexReport> bringUpToDate(const Session& session, search::Index& index, bool rebuild,
                                        const base::Task& task) {
    IndexReport report;
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    report.outcome = index.state() == search::IndexState::Current ? "current" : "updated";
    RAPPORT_ASSIGN(const bool isStale, textsWentAfter(session, index.cursor()));
    RAPPORT_ASSIGN(const std::string seen, historyAt(session, index.cursor()));
    RAPPORT_ASSIGN(const std::string history, historyAt(session, truth));
    if (rebuild || index.cursor() == 0 || isStale || index.history() != seen) {
        report.outcome = "rebuilt";
        RAPPORT_TRY(index.rebuild(batches(session, 0, truth, task), truth, task, history));
    } else if (index.cursor() < truth) {
        search::IndexBatch batch;
        RAPPORT_ASSIGN(const bool any, batches(session, index.cursor(), truth, task)(batch));
        static_cast<void>(any);
        batch.cursor = truth;
        batch.history = history;
        RAPPORT_TRY(applyInPieces(index, std::move(batch), task));
        if (index.cursor() < truth) {
            report.outcome = "rebuilt";
            RAPPORT_TRY(index.rebuild(batches(session, 0, truth, task), truth, task, history));
        }
    }
    report.units = static_cast<std::int64_t>(index.unitCount());
    report.position = index.cursor();
    return report;
}

base::Result<search::IndexReader> indexReader(const Session& session, const base::Task& task) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    const std::string& cache = session.impl().environment.cacheFolder;
    search::IndexReader reader = search::IndexReader::open(cache, guid);
    reader.refresh();
    // A study that was restored from a copy and went on otherwise: the index is of another past.
    RAPPORT_ASSIGN(const std::string history, historyAt(session, reader.cursor()));
    if (reader.history() != history || reader.cursor() > truth)
        reader = search::IndexReader::none();
    if (!reader.isRemote() && reader.cursor() < truth &&
        unitsAfter(session, reader.cursor()) <= caughtUpAtOnce) {
        // A cache that cannot be written is no reason not to search: what it lacks is scanned.
        auto index = search::Index::open(cache, guid, truth, task);
        if (index && bringUpToDate(session, *index, false, task)) {
            reader = index->reader();
            reader.refresh();
        }
        if (task.isStopped())
            return base::Task::cancelled();
    }
    if (reader.cursor() < truth) {
        RAPPORT_ASSIGN(const bool isStale, textsWentAfter(session, reader.cursor()));
        if (isStale)
            reader = search::IndexReader::none();
    }
    return reader;
}

base::Result<search::SearchResult> findUnits(Session& session, const UnitNames& names, search::Query query,
                                             const search::SearchOptions& options, const base::Task& task) {
    RAPPORT_TRY(checkValues(session, names, query, false, task));
    const search::Query asked = query;
    if (!session.viewer().isCoordinator()) {
        search::QueryNode visible;
        visible.kind = search::QueryNode::Kind::Field;
        visible.field = visibleField;
        visible.value = "yes";
        search::QueryNode both;
        both.kind = search::QueryNode::Kind::And;
        both.children = {std::move(query.root), std::move(visible)};
        query.root = std::move(both);
    }

    RAPPORT_ASSIGN(search::IndexReader reader, indexReader(session, task));
    search::SearchScope scope;
    scope.reader = &reader;
    if (search::needsTokens(query.root)) {
        RAPPORT_ASSIGN(scope.tokens, tokensOf(session, task));
    } else {
        // It counts quicker than the ranked index, but nobody waits for it where that can count, too.
        RAPPORT_ASSIGN(scope.tokens, readyTokens(session));
    }
    // Others may have written while the tokens were made: what these know and the index does not is newer.
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    if (reader.cursor() < truth) {
        RAPPORT_ASSIGN(const bool isStale, textsWentAfter(session, reader.cursor()));
        if (isStale)
            reader = search::IndexReader::none();
    }
    if (reader.cursor() < truth) {
        RAPPORT_TRY(
            session.impl().sources().forEachUnitAfter(reader.cursor(), true, [&](const store::UnitRow& row) {
                if (isSearched(row.unit.kind))
                    scope.newer.push_back(indexedUnit(row));
                return !task.isStopped();
            }));
    }
    scope.everyUnit = [&session](const search::UnitVisitor& visit) {
        return session.impl().sources().forEachUnit(model::UnitId{}, true, [&](const store::UnitRow& row) {
            if (isSearched(row.unit.kind))
                visit(indexedUnit(row));
            return true;
        });
    };
    RAPPORT_ASSIGN(search::SearchResult found,
                   search::search(scope, query, StudyFilter(session, names, task), options, task));
    if (found.matches == 0)
        RAPPORT_TRY(checkValues(session, names, asked, true, task));
    return found;
}

base::Result<store::UnitRow> UnitTexts::row(model::UnitId unit) const {
    RAPPORT_ASSIGN(auto row, m_session->impl().sources().unit(unit, false));
    if (!row)
        return base::fail(Errc::StudyDamaged, "a unit that was found is not there",
                          "run: rapport check STUDY");
    return std::move(*row);
}

base::Result<std::string> UnitTexts::text(const model::Unit& unit) {
    return m_texts.cut(unit.source, unit.range);
}

base::Result<base::Guid> UnitTexts::guid(model::SourceId source) {
    auto known = m_guids.find(source);
    if (known == m_guids.end()) {
        RAPPORT_ASSIGN(const auto found, m_session->impl().sources().source(source));
        known = m_guids.emplace(source, found ? found->guid : base::Guid{}).first;
    }
    return known->second;
}

} // namespace rapport::service
