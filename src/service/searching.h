// SPDX-License-Identifier: GPL-3.0-or-later
// Search over the study's texts. The index is a cache: brought up to date, or made anew, without asking.
#pragma once

#include "model/source.h"
#include "service/session.h"

#include <map>
#include <optional>

namespace rapport::service {

struct IndexReport {
    std::string outcome; ///< "current", "updated", "rebuilt"
    std::int64_t units = 0;
    std::int64_t memosAndCodes = 0; ///< of a coordinator's index; 0 to a rater, whose memos are read
    std::int64_t position = 0;
    std::vector<base::Phrase> problems; ///< of `verify`
};
[[nodiscard]] base::Result<IndexReport> updateIndex(Session& session, bool rebuild,
                                                    const base::Task& task = {});
/// Compares the words of every unit with those that the index holds and finds.
[[nodiscard]] base::Result<IndexReport> verifyIndex(Session& session, const base::Task& task = {});

/// Reads all texts once, so that the first search for a phrase need not: call it in the background when a
/// study was opened or texts came in. Errors: Cancelled; the store's.
[[nodiscard]] base::Status prepareSearch(Session& session, const base::Task& task = {});

/// Of studies with at least so many words, where they stand is kept in a file of the cache, which is read
/// much sooner than the texts are; by default from 2,000,000 on. For the whole program.
void keepWordsInFile(std::int64_t from);

/// Where to look. Memos: those the viewer may read, on units the viewer may see. Codes: the codebook.
enum class SearchPlace { Texts, Memos, Codes };

enum class SearchSort { Relevance, Source, Date };

struct SearchRequest {
    std::string query;
    SearchPlace place = SearchPlace::Texts;
    std::int64_t limit = 50;
    std::int64_t offset = 0;
    SearchSort sort = SearchSort::Relevance;
    std::vector<std::string> facets; ///< "speaker", "prompt", "lang", an attribute
};

struct SearchHit {
    SearchPlace place = SearchPlace::Texts;
    model::UnitId unit; ///< of a memo: the unit it is on; of a code: none
    model::SourceId source;
    base::Guid sourceGuid; ///< null to a rater of a blind round
    std::string unitName;  ///< of a code: its name
    std::string title;     ///< source, as the viewer may see it; of a code: its title
    std::string speaker;
    std::string prompt;
    std::int64_t page = 0; ///< of the document, on which a turn begins; 0: none, or a blind round
    model::UnitKind kind = model::UnitKind::Answer;
    double score = 0;
    std::string author; ///< of a memo: the rater who wrote it
    /// In the source's text; of a memo in the memo; of a code in its title, definition, use, avoid and
    /// examples with line breaks between them.
    std::vector<text::TextRange> ranges;
    /// As they are told: from the unit's begin on where the viewer is not to know its source.
    std::vector<text::TextRange> toldRanges;
    std::string snippet;
    std::vector<text::TextRange> snippetRanges; ///< in the snippet
};

/// `rapport.search/1`.
struct SearchResult {
    std::string query;
    std::string parsed;
    std::int64_t matches = 0;
    bool exact = true; ///< always: `matches` is the number of units that match
    std::vector<SearchHit> hits;
    std::map<std::string, std::map<std::string, std::int64_t>> facets;
    std::string suggestion;
    /// Units that a question about others' work leaves out, as the viewer, a coordinator who rates too, still
    /// has to rate them (own_rating.h).
    std::int64_t leftOutToRate = 0;
};
/// Errors: InvalidArgument with column and caret (a query that cannot be read), Refused (a field that would
/// unblind).
[[nodiscard]] base::Result<SearchResult> search(Session& session, const SearchRequest& request,
                                                const base::Task& task = {});

struct SimilarRequest {
    std::vector<std::string> units; ///< examples, by name
    std::string code;               ///< or what this code was given to
    std::int64_t limit = 50;
};
/// Texts with the words that tell the examples from all others, best first, the examples not among them; the
/// result's `query` finds those words. A rater: among what that rater may see. Errors: NotFound (a unit, a
/// code, or no example with words), Io (no index can be made here), InvalidArgument (no example).
[[nodiscard]] base::Result<SearchResult> similarTexts(Session& session, const SimilarRequest& request,
                                                      const base::Task& task = {});

/// The index in parts for servers, and which servers to ask: see docs/formats/small-documents.md. Errors:
/// those of search/shards.h.
[[nodiscard]] base::Result<std::vector<std::string>>
splitIndex(Session& session, std::int64_t parts, const std::string& folder, const base::Task& task = {});
[[nodiscard]] base::Status useServers(Session& session, const std::vector<std::string>& servers);

/// Field names that a query may use in this study, for completion.
[[nodiscard]] base::Result<std::vector<std::string>> searchFields(Session& session);

} // namespace rapport::service
