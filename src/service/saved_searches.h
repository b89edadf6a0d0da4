// SPDX-License-Identifier: GPL-3.0-or-later
// Searches under a name, kept in the study: what was typed, how lines were ordered and sampled, which forms
// of a word were ticked and which left out. Every viewer has names of their own; nobody sees another's.
// Nothing is overwritten: the history of a name tells each text it had and what each run found.
#pragma once

#include "base/clock.h"
#include "service/concording.h"
#include "service/session.h"

#include <optional>
#include <string>
#include <vector>

namespace rapport::service {

struct RenameResult;
class Writer;

/// What was chosen among the forms of a word (see wordForms).
struct FormChoice {
    std::string word;
    std::vector<std::string> ticked;
    std::vector<std::string> unticked;
    friend bool operator==(const FormChoice&, const FormChoice&) = default;
};

/// How lines were looked at, beside the query: see ConcordanceRequest.
struct SearchSettings {
    std::vector<std::string> sort;
    std::int64_t width = 10;
    std::optional<std::int64_t> sample;
    std::uint64_t seed = 1;
    std::string coded;
    std::vector<FormChoice> forms;
    friend bool operator==(const SearchSettings&, const SearchSettings&) = default;
};

struct SavedSearch {
    std::string name;
    std::string query;
    SearchSettings settings;
    base::Instant time;        ///< of the last saving
    std::int64_t versions = 1; ///< how often it was saved under this name
    std::int64_t runs = 0;
    std::int64_t lines = 0; ///< of the last run
    std::int64_t units = 0;
    std::optional<base::Instant> lastRun;
};
/// In the order of their names. Errors: the store's.
[[nodiscard]] base::Result<std::vector<SavedSearch>> savedSearches(const Session& session);
/// Errors: NotFound with near names in the hint.
[[nodiscard]] base::Result<SavedSearch> savedSearch(const Session& session, const std::string& name);

/// "save", "run" or "remove", as they came.
struct SavedSearchEvent {
    std::string what;
    base::Instant time;
    std::string query;
    SearchSettings settings;
    std::int64_t lines = 0; ///< of a run
    std::int64_t units = 0;
};
[[nodiscard]] base::Result<std::vector<SavedSearchEvent>> searchHistory(const Session& session,
                                                                        const std::string& name);

/// The lines of a search with these settings.
[[nodiscard]] ConcordanceRequest concordanceRequest(const std::string& query, const SearchSettings& settings);

/// Under a name that is there already this becomes its next version; the same once more changes nothing.
/// Errors: InvalidArgument (no name, a name over 200 characters, a query or settings that cannot be run),
/// NotFound (a key or code that is not there), Refused (what would unblind).
[[nodiscard]] base::Result<ChangeSet> saveSearch(Session& session, const std::string& name,
                                                 const std::string& query, const SearchSettings& settings);
/// Notes what a run found. Errors: NotFound.
[[nodiscard]] base::Result<ChangeSet> noteSearchRun(Session& session, const std::string& name,
                                                    std::int64_t lines, std::int64_t units);
/// Where a search of anybody asks for the rater `from` by name it asks for `to`: the next version under its
/// name. Inside the transaction that renames the rater. Not where the name is that of another rater, too, but
/// for case and accents, or where the new one cannot be typed.
[[nodiscard]] base::Status renameInSearches(Writer& writer, const std::string& from, const std::string& to,
                                            RenameResult& renamed);
/// Its history stays. Errors: NotFound.
[[nodiscard]] base::Result<ChangeSet> removeSearch(Session& session, const std::string& name);

} // namespace rapport::service
