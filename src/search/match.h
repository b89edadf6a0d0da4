// SPDX-License-Identifier: GPL-3.0-or-later
// Does one unit answer a query? Evaluated on the text itself, without any index: for units that the index has
// not seen yet, for places inside a text, and as the oracle of the tests. Any thread.
#pragma once

#include "base/result.h"
#include "search/index.h"
#include "search/query.h"
#include "text/text_range.h"

#include <functional>
#include <string>
#include <vector>

namespace rapport::search {

/// A condition that only the study can answer: code:x, rater:x, memo:x, coded:yes, or an attribute.
struct FieldTest {
    std::string field; ///< as in fieldNames()
    std::string
        value; ///< folded, see foldedFieldValue; "yes" or "disagreed" for coded ("no" is asked as yes)
    bool isPrefix = false;
    /// A range, both ends included, instead of the value: see QueryNode.
    std::optional<std::string> lower{};
    std::optional<std::string> upper{};
    bool isSuffix = false;
};

/// Whether a folded value lies in the range. Numbers are compared as such, and what is no number lies in no
/// range of numbers; all else as text.
[[nodiscard]] bool isInRange(const FieldTest& test, const std::string& foldedValue);
/// Whether a folded value is the one asked for, or begins or ends so where a star stood.
[[nodiscard]] bool isValue(const FieldTest& test, std::string_view foldedValue);

/// Gives the units for which the condition holds, in rising order without duplicates. An error (say, NotFound
/// for an unknown code) ends the search and is passed on.
using UnitFilter = std::function<base::Result<std::vector<model::UnitId>>(const FieldTest&)>;

/// A query with its conditions answered; asks the filter once for each.
class Matcher {
public:
    /// Without a filter, no unit has any code, rater, memo or attribute. Errors: the filter's.
    [[nodiscard]] static base::Result<Matcher> create(const Query& query, const UnitFilter& filter = {});
    ~Matcher();
    Matcher(Matcher&&) noexcept;
    Matcher& operator=(Matcher&&) noexcept;

    /// Errors: InvalidArgument where an expression takes too many steps.
    [[nodiscard]] base::Result<bool> matches(const IndexedUnit& unit) const;

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *m_impl; }

private:
    explicit Matcher(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// For a single unit; for many make a Matcher. Errors: the filter's.
[[nodiscard]] base::Result<bool> matches(const IndexedUnit& unit, const Query& query,
                                         const UnitFilter& filter = {});

/// Every place where a word or phrase of the query stands in the text, in order, without duplicates; phrases
/// and what is NEAR as a whole. What is under NOT is left out. Places may overlap ("goede band" and band),
/// but a hyphenated word that is found as a whole is not found again by its parts.
[[nodiscard]] std::vector<text::TextRange> occurrences(std::string_view text, const Query& query);

/// What those places are places of: the words, phrases and nearness of the query in canonical form, without
/// fields and what is under NOT. Queries that differ only in fields have the same.
[[nodiscard]] std::string describeWords(const Query& query);

/// As occurrences(), for showing: overlapping places made one.
[[nodiscard]] std::vector<text::TextRange> highlight(std::string_view text, const Query& query);

struct Snippet {
    std::string text;
    std::vector<text::TextRange> ranges; ///< inside `text`
};

/// About `length` code points around the densest cluster of `ranges` (as of highlight()), cut between words,
/// with U+2026 where something was cut off; line breaks and tabs become spaces. Without ranges: the
/// beginning.
[[nodiscard]] Snippet snippet(std::string_view text, const std::vector<text::TextRange>& ranges,
                              std::int64_t length = 160);

} // namespace rapport::search
