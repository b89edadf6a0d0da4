// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index_build.h"

#include "search/terms.h"
#include "search/words.h"

#include <algorithm>
#include <string>
#include <utility>

namespace rapport::search::detail {

namespace {

/// Databases merged at once: each has several files open.
constexpr std::size_t mostMerged = 64;

void writePart(const std::string& path, const std::vector<IndexedUnit>& units, const base::Task& task) {
    constexpr std::size_t unitsPerLook = 64;
    // Nobody reads it before it is whole, and a broken build is thrown away: no need to wait for the disk.
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC |
                                                Xapian::DB_DANGEROUS);
    std::size_t done = 0;
    try {
        for (const IndexedUnit& unit : units) {
            if (done++ % unitsPerLook == 0 && task.isStopped())
                return;
            database.replace_document(static_cast<Xapian::docid>(unit.id.value), documentOf(unit));
        }
        database.commit();
    } catch (const Xapian::InvalidOperationError&) {
        // What could not be written Xapian wants to take back, cannot so, and says only that.
        throw Xapian::DatabaseError("a part of it cannot be written; is the disk full?");
    }
}

/// Lets a merge, which may take minutes, be stopped.
class Compaction final : public Xapian::Compactor {
public:
    explicit Compaction(const base::Task& task)
        : m_task(task) {}
    void set_status(const std::string&, const std::string&) override {
        if (m_task.isStopped())
            throw Xapian::DatabaseError("stopped");
    }

private:
    const base::Task& m_task;
};

} // namespace

Xapian::Document documentOf(const IndexedUnit& unit) {
    Xapian::Document document;
    for (const PlacedWord& word : placedWords(unit.text))
        document.add_term(wordTerm(word.folded), weightOf(word, unit.nameBytes));
    for (const auto& [field, value] : unit.fields) {
        const std::string folded = foldedFieldValue(value);
        if (!folded.empty())
            document.add_boolean_term(fieldTerm(field, folded));
    }
    document.add_boolean_term(kindTerm(unit.kind));
    document.add_value(orderSlot, orderValue(unit.order));
    document.add_value(dateSlot, dateValue(unit.date));
    document.set_data(fieldData(unit.fields));
    return document;
}

IndexBuild::IndexBuild(std::filesystem::path folder, base::Task task, unsigned threads)
    : m_folder(std::move(folder))
    , m_task(std::move(task)) {
    if (threads == 0)
        threads = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned at = 0; at < threads; ++at)
        m_threads.emplace_back([this] { run(); });
}

IndexBuild::~IndexBuild() {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.clear();
    }
    finishParts();
}

bool IndexBuild::accepts(const std::vector<IndexedUnit>& units) const {
    std::int64_t last = m_lastId;
    return std::all_of(units.begin(), units.end(), [&last](const IndexedUnit& unit) {
        return std::exchange(last, unit.id.value) < unit.id.value;
    });
}

void IndexBuild::add(std::vector<IndexedUnit> units) {
    if (units.empty())
        return;
    m_lastId = units.back().id.value;
    const std::filesystem::path part = m_folder / ("part-" + std::to_string(m_parts.size() + 1));
    m_parts.push_back(part);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < m_threads.size() || m_failure; });
    if (m_failure)
        std::rethrow_exception(m_failure);
    m_waiting.push_back({std::move(units), part});
    m_changed.notify_all();
}

void IndexBuild::run() {
    for (;;) {
        Work work;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isDone || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            work = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_changed.notify_all();
        }
        try {
            writePart(work.part.string(), work.units, m_task);
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (!m_failure)
                m_failure = std::current_exception();
            m_waiting.clear();
            m_changed.notify_all();
        }
    }
}

void IndexBuild::finishParts() {
    {
        const std::lock_guard lock(m_mutex);
        m_isDone = true;
        m_changed.notify_all();
    }
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

std::filesystem::path IndexBuild::mergeParts(const std::vector<std::filesystem::path>& parts) {
    std::filesystem::path target = m_folder / ("merged-" + std::to_string(++m_merged));
    {
        Xapian::Database all;
        for (const auto& part : parts)
            all.add_database(Xapian::Database(part.string()));
        Compaction compaction(m_task);
        all.compact(target.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL, 0, compaction);
    }
    for (const auto& part : parts)
        std::filesystem::remove_all(part);
    return target;
}

std::filesystem::path IndexBuild::merge() {
    finishParts();
    if (m_failure)
        std::rethrow_exception(m_failure);
    std::vector<std::filesystem::path> parts = std::move(m_parts);
    // A single one is merged too: that halves it.
    for (bool isMerged = false; !parts.empty() && (parts.size() > 1 || !isMerged);) {
        std::vector<std::filesystem::path> larger;
        for (std::size_t at = 0; at < parts.size(); at += mostMerged) {
            if (m_task.isStopped())
                return {};
            m_task.report(at, parts.size(), "merging");
            larger.push_back(mergeParts(
                {parts.begin() + static_cast<std::ptrdiff_t>(at),
                 parts.begin() + static_cast<std::ptrdiff_t>(std::min(parts.size(), at + mostMerged))}));
        }
        parts = std::move(larger);
        isMerged = true;
    }
    return parts.empty() ? std::filesystem::path() : parts.front();
}

} // namespace rapport::search::detail
