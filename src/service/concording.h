// SPDX-License-Identifier: GPL-3.0-or-later
// Concordance: every occurrence of a query's words and phrases as a line, put in order, counted, compared and
// coded. A rater sees lines and counts of what that rater may see, and nothing of the rest. All counts are
// exact. The query language is docs/formats/query.md.
#pragma once

#include "model/source.h"
#include "service/session.h"

#include <optional>

namespace rapport::service {

struct ConcordanceRequest {
    std::string query;
    std::int64_t width = 10; ///< words of context on either side
    /// Up to three keys: "left1" .. "left9", "right1" .. "right9" (the how manieth word from the match),
    /// "match", "code" (those on the unit), "speaker", "prompt", "lang", "source", an attribute. Ties, and
    /// without keys all, in the order of the study; for a rater of a blind round in that of the neutral
    /// names.
    std::vector<std::string> sort;
    std::int64_t offset = 0;            ///< lines left out at the beginning, after sorting
    std::optional<std::int64_t> limit;  ///< lines after sorting; none: all
    std::optional<std::int64_t> sample; ///< so many lines by chance
    std::uint64_t seed = 1;             ///< the same seed, the same sample
    /// Only lines that touch a coding ("yes"), that touch none ("no"), or that touch one of this code; with
    /// "@RATER" behind it, of this rater. A coding of a whole unit touches all its lines. Empty: all lines.
    std::string coded;
    bool withHidden = false; ///< lines that the viewer hid, too
};

/// One occurrence with its context.
struct ConcordanceLine {
    model::UnitId unit;
    base::Guid sourceGuid; ///< null to a rater of a blind round
    std::string unitName;  ///< as the viewer may see it
    std::string speaker;
    std::string left;
    std::string match;
    std::string right;
    text::TextRange range; ///< of the match, in the source's text: for coding and hiding
    /// The same as it may be told: to a rater of a blind round in the unit's text.
    text::TextRange toldRange;
    std::string prompt;
    /// Of codings that the line touches; a rater: by the own codings.
    std::vector<model::CodeId> codes;
    base::Guid hidden;        ///< where the viewer hid it, and it is shown all the same: for showLine
    std::string hiddenReason; ///< why
};

/// `rapport.concordance/1`.
struct ConcordanceResult {
    std::string query;
    std::string parsed;
    bool hasWords = true;    ///< false: nothing but fields and what is under NOT, which have no lines
    std::int64_t found = 0;  ///< lines before `sample`
    std::int64_t hidden = 0; ///< of the lines of this query and `coded`: those that the viewer hid
    std::int64_t total = 0;  ///< lines before `offset` and `limit`
    std::int64_t units = 0;  ///< that hold them
    std::int64_t words = 0;  ///< of all texts that the viewer may see, for a rate
    std::vector<ConcordanceLine> lines;
};
/// Every occurrence in the units that search() finds, to the same viewer. Only the lines asked for are read.
/// Errors: as search(); InvalidArgument (a key that does not exist); NotFound (a code or rater of `coded`).
[[nodiscard]] base::Result<ConcordanceResult> concordance(Session& session, const ConcordanceRequest& request,
                                                          const base::Task& task = {});

/// A line that the viewer hid. It stays hidden wherever these words are searched, among all units or fewer.
struct HiddenLine {
    base::Guid guid;
    ConcordanceLine line;
    std::string reason;
};
/// What was hidden among the lines of the query, in the order of the study. Errors: as search().
[[nodiscard]] base::Result<std::vector<HiddenLine>>
hiddenLines(Session& session, const std::string& query, std::int64_t width = 10, const base::Task& task = {});
/// Takes lines out of the concordance of these words and of all that is counted over it. Lines that are
/// hidden already stay so with their first reason. Errors: InvalidArgument (no reason; the query); Refused (a
/// line of a unit that the viewer may not see).
[[nodiscard]] base::Result<ChangeSet> hideLines(Session& session, const std::string& query,
                                                const std::vector<ConcordanceLine>& lines,
                                                const std::string& reason);
/// Errors: NotFound (it is not hidden, or somebody else's).
[[nodiscard]] base::Result<ChangeSet> showLine(Session& session, const base::Guid& hidden);

/// Writes the lines with their references, and with the query as it was typed and understood, where it was
/// sampled, by which order, and what was hidden. `.csv`: a row per line, the query and its settings in
/// columns; `.xlsx`:
/// sheets of lines, of the query and of hidden lines. Errors: as concordance(); InvalidArgument (another
/// ending); DiskFull; Io.
[[nodiscard]] base::Status exportLines(Session& session, const ConcordanceRequest& request,
                                       const std::string& file, const base::Task& task = {});

/// Lines to be counted over: those of a ConcordanceRequest with the same query, `coded` and `sample`, without
/// the ones that the viewer hid.
struct LineSet {
    LineSet() = default;
    LineSet(const char* of) // NOLINT(google-explicit-constructor): all lines of a query
        : query(of) {}
    LineSet(std::string of) // NOLINT(google-explicit-constructor)
        : query(std::move(of)) {}
    explicit LineSet(const ConcordanceRequest& request)
        : query(request.query)
        , coded(request.coded)
        , sample(request.sample)
        , seed(request.seed) {}

    std::string query;
    std::string coded;
    std::optional<std::int64_t> sample;
    std::uint64_t seed = 1;
};

/// Lines with a value: a word beside the match, or something known of the unit. Keys as for sorting; of
/// "code" and "rater" a line counts under each of the codes, or raters, of the codings that it touches;
/// "coded" is "yes" or "no".
struct LineFrequency {
    std::string value; ///< empty: nothing there
    std::int64_t lines = 0;
    std::int64_t units = 0;
};
[[nodiscard]] base::Result<std::vector<LineFrequency>>
lineFrequencies(Session& session, const LineSet& lines, const std::string& key, const base::Task& task = {});

/// See search/word_statistics.h for what the numbers are and where they come from.
struct CollocateRow {
    std::string form;
    std::int64_t together = 0;
    std::int64_t overall = 0;
    double expected = 0;
    double logDice = 0;
    double logLikelihood = 0;
    double mutualInformation = 0;
};
struct CollocateRequest {
    LineSet lines;
    std::int64_t left = 5; ///< words of the window, 0 .. 100
    std::int64_t right = 5;
    std::int64_t minimum = 2;
};
/// Over all texts that the viewer may see, the highest logDice first.
[[nodiscard]] base::Result<std::vector<CollocateRow>>
collocates(Session& session, const CollocateRequest& request, const base::Task& task = {});

struct KeywordRow {
    std::string form;
    std::int64_t here = 0;
    std::int64_t there = 0;
    double logLikelihood = 0;
    double logRatio = 0;
};
/// Words typical of the units that `here` finds against those of `there`; without it, all other units.
[[nodiscard]] base::Result<std::vector<KeywordRow>> keywords(Session& session, const std::string& here,
                                                             const std::string& there,
                                                             std::int64_t minimum = 2,
                                                             const base::Task& task = {});

struct DispersionPart {
    std::string name;
    std::int64_t words = 0;
    std::int64_t lines = 0;
    /// Words of the part before each line: where to draw its bar.
    std::vector<std::int64_t> places;
};
struct DispersionReport {
    std::int64_t lines = 0;
    std::int64_t parts = 0; ///< that have words
    std::int64_t partsWith = 0;
    double deviation = 0; ///< DP
    double juillandD = 0;
    std::vector<DispersionPart> byPart; ///< in order of the names
};
/// Over "source", "speaker", "prompt", "lang" or an attribute.
[[nodiscard]] base::Result<DispersionReport> dispersion(Session& session, const LineSet& set,
                                                        const std::string& key, const base::Task& task = {});

struct NgramRow {
    std::string words;
    std::int64_t occurrences = 0;
    std::int64_t units = 0;
};
/// Sequences of 2 to 8 words in the units that the query finds; an empty query: in all.
[[nodiscard]] base::Result<std::vector<NgramRow>> ngrams(Session& session, const std::string& query,
                                                         std::int64_t length, std::int64_t minimum = 2,
                                                         const base::Task& task = {});

/// What else a word may be meant to find, for ticking: `queryOfForms` makes a query of the choice, which so
/// says itself what it finds.
struct FormRow {
    std::string form;
    std::int64_t occurrences = 0;
    std::int64_t units = 0;
    std::vector<std::string> why; ///< "itself", "stem-nl", "stem-nl-kp", "stem-en", "dictionary-nl",
                                  ///< "dictionary-en", "beginning", "compound", "typo", "pattern"
};
/// `word`: one word, or one with stars, an /expression/ or ~. Errors: InvalidArgument.
[[nodiscard]] base::Result<std::vector<FormRow>> wordForms(Session& session, const std::string& word,
                                                           const base::Task& task = {});
[[nodiscard]] std::string queryOfForms(const std::vector<std::string>& forms);

/// Codes what the lines match, as one step of undo; never a line that is hidden and shown all the same.
/// `round` as for code: empty finds the one that assigns each unit. Errors: those of code(), and then nothing
/// was coded.
[[nodiscard]] base::Result<ChangeSet> codeLines(Session& session, const std::vector<ConcordanceLine>& lines,
                                                model::RaterId rater, const std::string& round,
                                                model::CodeId code);

} // namespace rapport::service
