// SPDX-License-Identifier: GPL-3.0-or-later
// The kappa report as values, and the same values typeset as HTML or Markdown. Knows no study file: the
// service fills it in.
#pragma once

#include "agreement/study_agreement.h"
#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::report {

enum class Language { English, Dutch };

/// Words of the codebook in both languages: a report in one holds paragraphs in both.
struct Title {
    std::string english;
    std::string dutch;

    Title() = default;
    /// The same in both.
    Title(std::string words) // NOLINT(google-explicit-constructor)
        : english(words)
        , dutch(std::move(words)) {}
    Title(const char* words) // NOLINT(google-explicit-constructor)
        : Title(std::string(words)) {}
    Title(std::string inEnglish, std::string inDutch)
        : english(std::move(inEnglish))
        , dutch(std::move(inDutch)) {}

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::Dutch ? dutch : english;
    }
    friend bool operator==(const Title&, const Title&) = default;
};

/// One line of the per-code table.
struct CodeLine {
    Title variable;
    std::string scale;    ///< "presence", "nominal", "ordinal", "count"
    std::string code;     ///< title; empty for a variable as a whole
    std::string codeName; ///< id
    std::string tag;
    std::string colour; ///< "#rrggbb"
    std::string prompt; ///< its name, or the kind of units in transcripts; empty: pooled or without prompt
    /// Value of the attribute by which results are split; empty: of those without one. nullopt: not split.
    std::optional<std::string> group;
    bool isPooled = false;
    /// Units that two raters or more judged and one at least gave the code (agreement/reading.h); nullopt:
    /// taken from the tables of pairs, which for three raters or more know a lower limit only.
    std::optional<std::int64_t> holding;
    /// Share of judgements that give the code; nullopt: from the tables of pairs.
    std::optional<double> prevalence;
    /// Units beside the commonest category; nullopt as for `holding`.
    std::optional<std::int64_t> beside;
    /// Ratings that were assigned and not given; nullopt: every empty cell is one.
    std::optional<std::int64_t> notGiven;
    /// One plain sentence on why the code's numbers differ (agreement/panel.h), in the report's language;
    /// empty: none.
    std::string sentence;
    agreement::AgreementDocument agreement;
};

/// One rater held against what was settled, for one code or variable.
struct HeldAgainst {
    std::string variable; ///< title
    std::string code;     ///< title; empty: the variable
    std::string rater;
    std::int64_t units = 0;
    std::int64_t open = 0; ///< units on which nothing is settled yet, left out
    std::optional<double> kappa;
    std::optional<double>
        sensitivity; ///< of a code: share of what was settled as present that the rater gave
    std::optional<double> specificity; ///< of a code: share of what was settled as absent that the rater left
};

/// Agreement over the time of a round, for one code or variable.
struct DriftLine {
    struct Period {
        std::int64_t firstUnit = 0; ///< from 1, in the order in which units came to have two raters
        std::int64_t lastUnit = 0;
        std::optional<double> percent; ///< share of agreement
        std::optional<double> alpha;
    };
    std::string variable;
    std::string code;
    std::vector<Period> periods;
};

/// Whether agreement on a code or variable differs between prompts, or between the groups of an attribute.
struct StrataLine {
    std::string variable; ///< title
    std::string code;     ///< title; empty: the variable
    agreement::StrataTest test;
};

/// Where raters cut transcripts, and what they called the parts.
struct UnitizedFacts {
    std::vector<std::string> sources;
    std::vector<agreement::Estimate> overall;
    std::vector<std::pair<std::string, std::vector<agreement::Estimate>>> byCode; ///< title
    std::vector<std::string> notes;
};

/// A unit on which raters differ, without a name from which a participant could be known.
struct DisagreementExample {
    std::string variable;
    std::string code;
    std::vector<std::pair<std::string, std::string>> ratings; ///< rater, "0", "1", a level or a number
    std::string settled;                                      ///< empty: not settled
    std::string text;
    bool isCut = false; ///< the text goes on
};

/// How a round's units were chosen.
struct SamplingPlan {
    enum class Origin {
        NotRecorded,
        Imported, ///< as they stood in imported codings
        Drawn
    };
    Origin origin = Origin::NotRecorded;
    std::int64_t units = 0;
    std::int64_t candidates = 0;
    bool isByParticipant = false;
    std::vector<std::string> strata; ///< attributes
    std::int64_t ratersPerUnit = 0;  ///< 0: all
    std::int64_t seed = 0;
};

/// Whether raters could see each other's work: only what the program itself held apart is known.
enum class Independence { NotRecorded, Blind, NotBlind };

/// A version of the codebook under which units of a round were completed.
struct VersionUsed {
    enum class Freeze { Never, Before, WithFirstRating, Later };
    std::int64_t version = 0;
    Freeze freeze = Freeze::Never;
    base::Instant frozen;     ///< unless Never
    base::Instant firstRated; ///< the first coding or completion under it in the round
};

struct RoundFacts {
    std::string name;
    std::string kind;
    SamplingPlan plan;
    Independence independence = Independence::Blind;
    std::vector<VersionUsed> versions; ///< rising
    bool isOpen = false;
    bool includesAfterOpening = false;
    std::vector<std::string> raters;
    std::vector<std::pair<std::string, std::int64_t>> completed; ///< rater, units declared done
    std::int64_t assignedUnits = 0;
    std::vector<std::int64_t> assignedTo; ///< units of each in `completed`; empty: all of them
    std::int64_t doubleCoded = 0;         ///< units completed by at least two raters
    /// Units in none of the groups by which results are split: whoever made the report still has to rate
    /// texts of their participants.
    std::int64_t leftOutToRate = 0;
    std::vector<CodeLine> lines;
    std::vector<StrataLine> strata;
    std::vector<HeldAgainst> heldAgainst; ///< empty: nothing was settled
    std::vector<DriftLine> drift;         ///< empty: too few units in time order
    std::optional<UnitizedFacts> unitized;
    std::vector<DisagreementExample> examples; ///< dearest first; empty unless asked for
};

struct KappaReport {
    std::string study;
    std::string instrument;
    bool instrumentIsStandIn = false;
    std::int64_t participants = 0;
    std::int64_t answers = 0;
    std::int64_t turns = 0;
    std::int64_t nonResponses = 0;
    std::int64_t codebookVersion = 0; ///< the one now
    std::string overlapRule;          ///< "any", "majority", "full"
    bool rollUp = false;
    double target = 0.70;
    double level = 0.95;
    std::string splitBy; ///< attribute, "version" or "batch" by which results are split; empty: by prompt
    std::vector<RoundFacts> rounds;
    std::string dataHash; ///< SHA-256 over the codings that entered
    base::Instant made;
    std::string programVersion;
};

/// Self-contained: no scripts, no outside files, light and dark, prints well.
[[nodiscard]] std::string toHtml(const KappaReport& report, Language language);
[[nodiscard]] std::string toMarkdown(const KappaReport& report, Language language);
/// The text for a paper's methods section, from the same values: a paragraph per round, with an empty line
/// between them, and a sentence on the program.
[[nodiscard]] std::string methodsParagraph(const KappaReport& report, Language language);

} // namespace rapport::report
