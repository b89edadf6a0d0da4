// SPDX-License-Identifier: GPL-3.0-or-later
// The study's ranked indexes, brought up to date and opened for reading: one of answers and turns, one of
// memos and codes. Each has a cursor of its own, written in one transaction with its documents. Internal to
// the room.
#pragma once

#include "search/index.h"
#include "service/searching.h"
#include "service/session_impl.h"

#include <filesystem>
#include <functional>

namespace rapport::service {

/// What an index is made of; it must not outlive the session.
struct IndexContent {
    std::filesystem::path folder; ///< of the cache
    /// Batches that take an index from one position of the journal to another; from 0: all there is.
    std::function<search::BatchSource(std::int64_t after, std::int64_t truth)> batches;
    /// How many documents came, went or changed after a position; no more than `most` are counted.
    std::function<base::Result<std::int64_t>(std::int64_t after, std::int64_t most)> countAfter;
    search::Index::UnitSource everything; ///< as it is now
};

/// Answers and turns: a document's number is its unit's.
[[nodiscard]] IndexContent textContent(const Session& session, const base::Task& task);

/// Opens an index, or makes an empty one. Errors: those of search::Index::open.
[[nodiscard]] base::Result<search::Index> openIndex(const Session& session, const IndexContent& content,
                                                    const base::Task& task);
[[nodiscard]] base::Result<IndexReport> bringUpToDate(const Session& session, const IndexContent& content,
                                                      search::Index& index, bool rebuild,
                                                      const base::Task& task);
/// A reader of the index, which is brought up to date where that is quick. It may lag, or find nothing.
/// Errors: Cancelled; the store's.
[[nodiscard]] base::Result<search::IndexReader>
openReader(const Session& session, const IndexContent& content, const base::Task& task);
/// The same where others may have written since it was opened: none where texts went meanwhile.
[[nodiscard]] base::Status letGoOfOldTexts(const Session& session, search::IndexReader& reader,
                                           std::int64_t truth);

} // namespace rapport::service
