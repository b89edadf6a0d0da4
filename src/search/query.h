// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: what people type, as a tree. Words side by side must all occur; "phrases"; AND, OR, NOT
// (capitals) and a minus in front of a term; parentheses; field:value; a star at the end of a word. Case and
// accents do not matter. Every input gives a tree or an error with its column; nesting and length are
// limited. Plain values, any thread.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::search {

/// One word as the indexes know it: folded, at most `maximumWordBytes` long.
struct QueryWord {
    std::string folded;
    bool isPrefix = false; ///< a star stood behind it: every word that begins so

    friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

/// Words that must stand next to one another, in this order, within one sentence.
using WordSequence = std::vector<QueryWord>;

struct QueryNode {
    enum class Kind { Text, Field, And, Or, Not };

    Kind kind = Kind::Text;
    std::size_t column = 1; ///< where it begins in the query, in code points from 1
    std::string typed;      ///< Text, Field: the words or the value as typed, without quotation marks

    /// Text: one of these must occur. More than one where a word may be written joined or apart: "e-mail" is
    /// {e mail} or {email}.
    std::vector<WordSequence> spellings;

    std::string field;     ///< Field: its name, aliases resolved, as in `fieldNames`
    std::string value;     ///< Field: folded, see foldedFieldValue
    bool isPrefix = false; ///< Field: a star stood behind the value

    std::vector<QueryNode> children; ///< And, Or: two or more; Not: exactly one
};

struct Query {
    std::string text; ///< as typed
    QueryNode root;
};

/// Limits of a query; past them it is refused with InvalidArgument.
inline constexpr std::size_t maximumQueryBytes = 65'536;
inline constexpr std::size_t maximumQueryDepth = 64;
inline constexpr std::size_t maximumQueryWords = 1'024;
/// Words longer than this are compared by so many first bytes, in texts and queries alike.
inline constexpr std::size_t maximumWordBytes = 200;

/// `attributes`: further field names that this study knows (group, campus, ...); compared without regard to
/// case. Errors: InvalidArgument with `where->column` (code points from 1) and a hint whose first two lines
/// are the query and a caret under the place; an empty query is one of them.
[[nodiscard]] base::Result<Query> parseQuery(std::string_view text,
                                             const std::vector<std::string>& attributes = {});

/// The query as it was understood, in canonical form: `leerkracht* AND (goed OR NOT speaker:jan)`. Parses to
/// the same tree again.
[[nodiscard]] std::string describe(const Query& query);
[[nodiscard]] std::string describe(const QueryNode& node);

/// All names that may stand before a colon, for completion: the built-in ones, then `attributes` with _ for
/// what cannot be typed in a name (a blank, say).
[[nodiscard]] std::vector<std::string> fieldNames(const std::vector<std::string>& attributes = {});

/// The fields answered from the index's own fields (speaker, question, source, lang). All others (code,
/// rater, memo, coded and attributes) are asked of the caller's UnitFilter.
[[nodiscard]] bool isIndexedField(std::string_view field);

/// How values of fields are compared: folded, white space trimmed and made single, cut at 150 bytes.
[[nodiscard]] std::string foldedFieldValue(std::string_view value);

} // namespace rapport::search
