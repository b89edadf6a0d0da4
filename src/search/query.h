// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: what people type, as a tree. Words side by side must all occur; "phrases", with
// patterns in them; AND, OR, NOT (capitals), a minus in front of a term, NEAR/n, ADJ/n, WITHIN sentence;
// parentheses; field:value; stars, /expressions/, word~1, =spelling. Case and accents do not matter unless
// asked. Every input gives a tree or an error with its column; nesting and length are limited. Plain values,
// any thread. docs/formats/query.md tells it whole.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::search {

/// What one word of a text must be like.
struct QueryWord {
    enum class Form {
        Plain,  ///< exactly this word
        Prefix, ///< leerkr*: every word that begins so
        Glob,   ///< *relatie*, leer*kracht: a star stands for any letters, or none
        Regex,  ///< /ge.*d/: the whole word matches (PCRE2)
        Fuzzy,  ///< leerkracht~1: at most so many letters off
        Any,    ///< * alone in a phrase: any one word
    };
    Form form = Form::Plain;
    std::string folded; ///< see text::fold, at most `maximumWordBytes`; Prefix: without the star
    std::string spelt;  ///< where case and accents matter (=word): as text::spelling; else empty
    int edits = 0;      ///< Fuzzy: 1 or 2

    [[nodiscard]] bool isSimple() const {
        return spelt.empty() && (form == Form::Plain || form == Form::Prefix);
    }
    friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

/// One place in a phrase: any of the words, after a gap of so many other words.
struct QuerySlot {
    std::vector<QueryWord> words;
    std::uint32_t gapMin = 0;
    std::uint32_t gapMax = 0;

    friend bool operator==(const QuerySlot&, const QuerySlot&) = default;
};

/// Words that must follow one another, in this order, within one sentence.
using WordSequence = std::vector<QuerySlot>;

struct QueryNode {
    enum class Kind {
        Text,
        Field,
        And,
        Or,
        Not,
        Near,   ///< its children stand near one another; they are Text, Or of them, or Near
        Within, ///< all of its child is true of one sentence, or of the whole turn or answer
    };

    Kind kind = Kind::Text;
    std::size_t column = 1; ///< where it begins in the query, in code points from 1
    std::string typed;      ///< Text, Field: the words or the value as typed, without quotation marks

    /// Text: one of these must occur. More than one where a word may be written joined or apart: "e-mail" is
    /// {e mail} or {email}.
    std::vector<WordSequence> spellings;
    bool isQuoted = false; ///< Text: it stood between quotation marks
    bool isSpelt = false;  ///< Text: = stood before it

    std::size_t valueColumn = 1; ///< Field: where its value begins
    std::string field;           ///< Field: its name, aliases resolved, as in `fieldNames`
    std::string value;           ///< Field: folded, see foldedFieldValue
    bool isPrefix = false;       ///< Field: a star stood behind the value
    bool isSuffix = false;       ///< Field: a star stood in front of it
    /// Field: 18..25, 2019.., ..b: from, to, both included; numbers are compared as such. `value` is empty.
    std::optional<std::string> lower;
    std::optional<std::string> upper;

    std::uint32_t distance = 0; ///< Near: from the last word of one to the first of the next, at most
    bool isOrdered = false;     ///< Near: ADJ, in the order given
    bool isInSentence = false;  ///< Within: a sentence; else a turn or an answer

    std::vector<QueryNode> children; ///< And, Or, Near: two or more; Not, Within: exactly one
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
/// Ways to spell one phrase (alternatives, joined forms); words in a gap; the n of NEAR/n.
inline constexpr std::size_t maximumSpellings = 256;
inline constexpr std::uint32_t maximumGap = 100;

/// `attributes`: further field names that this study knows (group, campus, ...); compared without regard to
/// case. Errors: InvalidArgument with `where->column` (code points from 1) and a hint whose first two lines
/// are the query and a caret under the place; an empty query is one of them.
[[nodiscard]] base::Result<Query> parseQuery(std::string_view text,
                                             const std::vector<std::string>& attributes = {});

/// An error about the field at `column` of a query that was read, in the form of parseQuery's.
[[nodiscard]] tl::unexpected<base::Error> errorAt(const Query& query, std::size_t column, base::Errc code,
                                                  const base::Phrase& message, const base::Phrase& advice);

/// The query as it was understood, in canonical form: `leerkracht* AND (goed OR NOT speaker:jan)`. Parses to
/// the same tree again.
[[nodiscard]] std::string describe(const Query& query);
[[nodiscard]] std::string describe(const QueryNode& node);

/// The query as typed, with `other` values in the place of what stands behind its fields: it is asked for
/// each field, in order, and nothing leaves that one alone. None: not one was replaced, or what came out
/// would be read as something else (a name with quotation marks in it cannot be typed).
[[nodiscard]] std::optional<std::string>
withValues(const Query& query, const std::vector<std::string>& attributes,
           const std::function<std::optional<std::string>(const QueryNode&)>& other);

/// All names that may stand before a colon, for completion: the built-in ones, then `attributes` with _ for
/// what cannot be typed in a name (a blank, say).
[[nodiscard]] std::vector<std::string> fieldNames(const std::vector<std::string>& attributes = {});

/// Whether a text leaf, a Near or a Within needs places of words, which only texts and the token index know.
[[nodiscard]] bool needsPlaces(const QueryNode& node);

/// The fields answered from the index's own fields (speaker, question, source, lang). All others (code,
/// rater, memo, coded and attributes) are asked of the caller's UnitFilter.
[[nodiscard]] bool isIndexedField(std::string_view field);

/// How values of fields are compared: folded, white space trimmed and made single, cut at 150 bytes.
[[nodiscard]] std::string foldedFieldValue(std::string_view value);

/// Letters that differ, were left out, put in or swapped; `most` + 1 where there are more.
[[nodiscard]] std::size_t lettersOff(std::string_view a, std::string_view b, std::size_t most);

/// A number as people write it, with a point or a comma as decimal sign. None where it is none ("1e3",
/// "1.000,5").
[[nodiscard]] std::optional<double> fieldNumber(std::string_view value);

} // namespace rapport::search
