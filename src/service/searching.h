// SPDX-License-Identifier: GPL-3.0-or-later
// Search over the study's texts. The index is a cache: brought up to date, or made anew, without asking.
#pragma once

#include "model/source.h"
#include "service/session.h"

#include <map>

namespace rapport::service {

struct IndexReport {
    std::string outcome; ///< "current", "updated", "rebuilt"
    std::int64_t units = 0;
    std::int64_t position = 0;
    std::vector<std::string> problems; ///< of `verify`
};
[[nodiscard]] base::Result<IndexReport> updateIndex(Session& session, bool rebuild,
                                                    const base::Task& task = {});
/// Compares the index with the study, unit by unit.
[[nodiscard]] base::Result<IndexReport> verifyIndex(Session& session, const base::Task& task = {});

enum class SearchSort { Relevance, Source, Date };

struct SearchRequest {
    std::string query;
    std::int64_t limit = 50;
    std::int64_t offset = 0;
    SearchSort sort = SearchSort::Relevance;
    std::vector<std::string> facets; ///< "speaker", "prompt", "lang", an attribute
};

struct SearchHit {
    model::UnitId unit;
    model::SourceId source;
    base::Guid sourceGuid;
    std::string unitName;
    std::string title; ///< source, as the viewer may see it
    std::string speaker;
    std::string prompt;
    model::UnitKind kind = model::UnitKind::Answer;
    double score = 0;
    std::vector<text::TextRange> ranges; ///< in the source's text
    std::string snippet;
    std::vector<text::TextRange> snippetRanges; ///< in the snippet
};

/// `rapport.search/1`.
struct SearchResult {
    std::string query;
    std::string parsed;
    std::int64_t matches = 0;
    std::vector<SearchHit> hits;
    std::map<std::string, std::map<std::string, std::int64_t>> facets;
    std::string suggestion;
};
/// Errors: InvalidArgument with column and caret (a query that cannot be read), Refused (a field that would
/// unblind).
[[nodiscard]] base::Result<SearchResult> search(Session& session, const SearchRequest& request,
                                                const base::Task& task = {});

/// Field names that a query may use in this study, for completion.
[[nodiscard]] base::Result<std::vector<std::string>> searchFields(Session& session);

} // namespace rapport::service
