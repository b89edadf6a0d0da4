// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/indexing.h"

#include "base/beside.h"
#include "base/format.h"
#include "service/memo_index.h"
#include "service/search_scope.h"

namespace rapport::service {

namespace {

constexpr std::int64_t caughtUpAtOnce = 5000;

/// Batches of units after a journal position, for Index::apply and Index::rebuild.
search::BatchSource textBatches(const Session& session, std::int64_t after, std::int64_t truth,
                                const base::Task& task) {
    // Units are read in order of id, a batch at a time; ids rise with the journal.
    auto lastId = std::make_shared<model::UnitId>();
    auto done = std::make_shared<bool>(false);
    return [&session, after, truth, lastId, done, task](search::IndexBatch& batch) -> base::Result<bool> {
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

/// What the study says to whoever writes an index of it.
struct IndexTruth {
    struct Facts {
        std::int64_t position = 0;
        std::string history;
        std::string historySeen; ///< at the index's cursor, where it has one of this study
        bool isStale = false;    ///< texts went after that
    };
    std::function<base::Result<Facts>(std::int64_t cursor)> facts;
    std::function<search::BatchSource(std::int64_t after, std::int64_t truth)> batches;
};

IndexTruth truthOf(const Session& session, const IndexContent& content) {
    IndexTruth truth;
    truth.facts = [&session](std::int64_t cursor) -> base::Result<IndexTruth::Facts> {
        IndexTruth::Facts facts;
        RAPPORT_ASSIGN(facts.position, session.position());
        RAPPORT_ASSIGN(facts.history, historyAt(session, facts.position));
        RAPPORT_ASSIGN(facts.historySeen, historyAt(session, cursor));
        RAPPORT_ASSIGN(facts.isStale, textsWentAfter(session, cursor));
        return facts;
    };
    truth.batches = content.batches;
    return truth;
}

/// The same, asked of a caller who waits.
IndexTruth askedOf(const base::Caller& caller, const IndexTruth& truth) {
    IndexTruth asked;
    asked.facts = [caller, &truth](std::int64_t cursor) {
        base::Result<IndexTruth::Facts> facts = base::Task::cancelled();
        if (!caller.ask([&] { facts = truth.facts(cursor); }))
            facts = base::Task::cancelled();
        return facts;
    };
    asked.batches = [caller, &truth](std::int64_t after, std::int64_t position) -> search::BatchSource {
        return [caller, source = truth.batches(after, position)](search::IndexBatch& batch) {
            base::Result<bool> isThere = base::Task::cancelled();
            if (!caller.ask([&] { isThere = source(batch); }))
                isThere = base::Task::cancelled();
            return isThere;
        };
    };
    return asked;
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

base::Result<IndexReport> bringUpToDate(const IndexTruth& of, search::Index& index, bool rebuild,
                                        const base::Task& task) {
    IndexReport report;
    report.outcome = index.state() == search::IndexState::Current ? "current" : "updated";
    RAPPORT_ASSIGN(const IndexTruth::Facts facts, of.facts(index.cursor()));
    if (rebuild || index.cursor() == 0 || facts.isStale || index.history() != facts.historySeen) {
        report.outcome = "rebuilt";
        RAPPORT_TRY(index.rebuild(of.batches(0, facts.position), facts.position, task, facts.history));
    } else if (index.cursor() < facts.position) {
        search::IndexBatch batch;
        RAPPORT_ASSIGN(const bool any, of.batches(index.cursor(), facts.position)(batch));
        static_cast<void>(any);
        batch.cursor = facts.position;
        batch.history = facts.history;
        RAPPORT_TRY(applyInPieces(index, std::move(batch), task));
        if (index.cursor() < facts.position) {
            report.outcome = "rebuilt";
            RAPPORT_TRY(index.rebuild(of.batches(0, facts.position), facts.position, task, facts.history));
        }
    }
    report.units = static_cast<std::int64_t>(index.unitCount());
    report.position = index.cursor();
    return report;
}

/// What a commit has begun it ends, whoever was told to stop: the caller then does not wait for the disk.
base::Status catchUpBeside(const base::Guid& guid, std::int64_t truth, const IndexTruth& of,
                           const std::filesystem::path& folder, const base::Task& task) {
    return base::beside(task, [=, stop = task.stop, &task](const base::Caller& caller) -> base::Status {
        // The caller's own task is there only while somebody waits.
        const base::Task until{stop, [&task, caller](const base::ProgressState& state) {
                                   static_cast<void>(caller.ask([&] {
                                       if (task.onProgress)
                                           task.onProgress(state);
                                   }));
                               }};
        RAPPORT_ASSIGN(search::Index index, search::Index::open(folder, guid, truth, until));
        RAPPORT_ASSIGN(const IndexReport report, bringUpToDate(askedOf(caller, of), index, false, until));
        static_cast<void>(report);
        return {};
    });
}

/// Names what does not agree between an index and the study; empty where all does.
base::Result<std::vector<base::Phrase>> problemsOf(const IndexContent& content, const search::Index& index,
                                                   const base::Task& task) {
    std::vector<base::Phrase> problems;
    RAPPORT_ASSIGN(const bool isSound, index.verify(task));
    if (!isSound)
        problems.emplace_back("the index is damaged; rapport index STUDY --rebuild makes it anew");
    if (!isSound || index.state() != search::IndexState::Current)
        return problems;
    RAPPORT_ASSIGN(const search::Index::Comparison compared, index.compare(content.everything, task));
    if (compared.documents != compared.units)
        problems.push_back(
            base::said("the index holds {} units, the study {}", compared.documents, compared.units));
    if (compared.different > 0)
        problems.push_back(
            base::said("of {} units the index holds other words than the study", compared.different));
    else if (compared.arePostingsOther)
        problems.emplace_back("the index finds other units than its words say");
    if (!problems.empty())
        problems.emplace_back("rapport index STUDY --rebuild makes it anew");
    return problems;
}

} // namespace

IndexContent textContent(const Session& session, const base::Task& task) {
    IndexContent content;
    content.folder = session.impl().environment.cacheFolder;
    content.batches = [&session, task](std::int64_t after, std::int64_t truth) {
        return textBatches(session, after, truth, task);
    };
    content.countAfter = [&session](std::int64_t after, std::int64_t most) -> base::Result<std::int64_t> {
        std::int64_t count = 0;
        RAPPORT_TRY(session.impl().sources().forEachUnitAfter(
            after, false, [&count, most](const store::UnitRow&) { return ++count < most; }));
        return count;
    };
    content.everything = [&session](const std::function<bool(const search::IndexedUnit&)>& visit) {
        return session.impl().sources().forEachUnit(model::UnitId{}, true, [&](const store::UnitRow& row) {
            return !isSearched(row.unit.kind) || visit(indexedUnit(row));
        });
    };
    return content;
}

base::Result<search::Index> openIndex(const Session& session, const IndexContent& content,
                                      const base::Task& task) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    return search::Index::open(content.folder, guid, truth, task);
}

base::Result<IndexReport> bringUpToDate(const Session& session, const IndexContent& content,
                                        search::Index& index, bool rebuild, const base::Task& task) {
    return bringUpToDate(truthOf(session, content), index, rebuild, task);
}

base::Status letGoOfOldTexts(const Session& session, search::IndexReader& reader, std::int64_t truth) {
    if (reader.cursor() >= truth)
        return {};
    RAPPORT_ASSIGN(const bool isStale, textsWentAfter(session, reader.cursor()));
    if (isStale)
        reader = search::IndexReader::none();
    return {};
}

base::Result<search::IndexReader> openReader(const Session& session, const IndexContent& content,
                                             const base::Task& task) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    search::IndexReader reader = search::IndexReader::open(content.folder, guid, task);
    // A study that was restored from a copy and went on otherwise: the index is of another past.
    RAPPORT_ASSIGN(const std::string history, historyAt(session, reader.cursor()));
    if (reader.history() != history || reader.cursor() > truth)
        reader = search::IndexReader::none();
    if (!reader.isRemote() && reader.cursor() < truth) {
        RAPPORT_ASSIGN(const std::int64_t newer, content.countAfter(reader.cursor(), caughtUpAtOnce + 1));
        if (newer <= caughtUpAtOnce) {
            // A cache that cannot be written is no reason not to search: what it lacks is scanned.
            const auto written = catchUpBeside(guid, truth, truthOf(session, content), content.folder, task);
            if (written)
                reader = search::IndexReader::openHere(content.folder, guid);
        }
        if (task.isStopped())
            return base::Task::cancelled();
    }
    RAPPORT_TRY(letGoOfOldTexts(session, reader, truth));
    return reader;
}

base::Result<IndexReport> updateIndex(Session& session, bool rebuild, const base::Task& task) {
    const IndexContent texts = textContent(session, task);
    RAPPORT_ASSIGN(search::Index index, openIndex(session, texts, task));
    RAPPORT_ASSIGN(IndexReport report, bringUpToDate(session, texts, index, rebuild, task));
    // Of a rater's own memos there is none: they are read.
    if (!session.viewer().isCoordinator())
        return report;
    const IndexContent memos = memoContent(session, task);
    RAPPORT_ASSIGN(search::Index other, openIndex(session, memos, task));
    RAPPORT_ASSIGN(const IndexReport made, bringUpToDate(session, memos, other, rebuild, task));
    report.memosAndCodes = made.units;
    return report;
}

base::Result<IndexReport> verifyIndex(Session& session, const base::Task& task) {
    IndexReport report;
    const IndexContent texts = textContent(session, task);
    RAPPORT_ASSIGN(search::Index index, openIndex(session, texts, task));
    report.outcome = search::name(index.state());
    report.units = static_cast<std::int64_t>(index.unitCount());
    report.position = index.cursor();
    RAPPORT_ASSIGN(report.problems, problemsOf(texts, index, task));
    if (!session.viewer().isCoordinator())
        return report;
    const IndexContent memos = memoContent(session, task);
    RAPPORT_ASSIGN(search::Index other, openIndex(session, memos, task));
    report.memosAndCodes = static_cast<std::int64_t>(other.unitCount());
    RAPPORT_ASSIGN(const auto problems, problemsOf(memos, other, task));
    for (const base::Phrase& problem : problems)
        report.problems.push_back(base::said("memos and codes: {}", problem));
    return report;
}

} // namespace rapport::service
