// SPDX-License-Identifier: GPL-3.0-or-later
// What the report says, English and Dutch side by side, and how it writes numbers. Text that people typed
// (titles, names, prompts) is never part of a phrase: it goes in as an argument, isolated by isolate(), so
// that its direction cannot disturb the sentence. Values only; free to use on any thread.
#pragma once

#include "base/clock.h"
#include "base/format.h"
#include "report/kappa_report.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::report {

enum class Phrase : std::uint16_t {
    Title,
    MadeOn,
    Contents,
    Brief,
    BriefRound,
    BriefByCode,
    BriefNothing,
    NoRounds,
    Data,
    Participants,
    Answers,
    Turns,
    NonResponses,
    NonResponsesValue,
    Instrument,
    StandIn,
    NotNamed,
    Codebook,
    CodebookNow,
    CodebookUsed,
    UnitOfAnalysis,
    UnitUnknown,
    TargetFact,
    TargetValue,
    LevelFact,
    Round,
    Rating,
    Kind,
    Plan,
    PlanNone,
    Blind,
    BlindYes,
    BlindNo,
    BlindUnknown,
    Opened,
    OpenedYes,
    OpenedNo,
    AfterOpening,
    Raters,
    AssignedUnits,
    DoubleCoded,
    ShareOf,
    WhoRated,
    Rater,
    Completed,
    OfAssigned,
    Codes,
    CodesReading,
    VerdictMeaning,
    CodesTable,
    CodesPrompt,
    CodesKind,
    CodesPooled,
    PromptHeading,
    PooledHeading,
    PooledWarning,
    Code,
    IntervalColumn,
    BarColumn,
    AgreeColumn,
    PositiveColumn,
    NegativeColumn,
    PrevalenceColumn,
    UnitsColumn,
    HoldingColumn,
    MissingColumn,
    VerdictColumn,
    ColumnsExplained,
    NotDefined,
    NotMeasured,
    NoInterval,
    VerdictMeets,
    VerdictLikely,
    VerdictUnsure,
    VerdictBelow,
    VerdictTooFew,
    BarText,
    BarTextValue,
    BarTitle,
    AxisTitle,
    AxisText,
    Behind,
    BehindTable,
    BehindExplained,
    Prompt,
    PromptAll,
    PromptPooled,
    Observed,
    Expected,
    KappaMax,
    PrevalenceIndex,
    BiasIndex,
    Pabak,
    AcInterval,
    AlphaInterval,
    AlphaBelow,
    Reasons,
    ReasonItem,
    Sentences,
    SentenceItem,
    Variables,
    VariablesTable,
    Variable,
    Coefficient,
    Value,
    Sets,
    SetsExplained,
    SetsTable,
    Pairs,
    PairsTable,
    PairsExplained,
    Pair,
    PairOf,
    MeanKappa,
    LowestKappa,
    HighestKappa,
    DefinedCount,
    HeatTitle,
    HeatText,
    PairsByCode,
    Confusion,
    ConfusionCodes,
    ConfusionExplained,
    BothYes,
    FirstOnly,
    SecondOnly,
    BothNo,
    ConfusionTable,
    RowsByColumns,
    Total,
    Methods,
    MethodsNote,
    InEnglish,
    InDutch,
    Conventions,
    MissingRule,
    CategoriesDeclared,
    CategoriesUsed,
    CategoriesOf,
    OverlapRule,
    RollUp,
    RollUpYes,
    RollUpNo,
    ConventionsTable,
    IntervalMethod,
    Level,
    Clusters,
    Replicates,
    Seed,
    Results,
    NoneShort,
    NotUsed,
    Range,
    Caveats,
    CaveatsNone,
    CaveatUnknown,
    Checklist,
    ChecklistTable,
    Asked,
    AskedBy,
    State,
    Remark,
    StateHere,
    StateMissing,
    References,
    Provenance,
    DataHash,
    HashNone,
    Made,
    Program,
    MethodsBlind,
    MethodsNotBlind,
    MethodsIndependenceUnknown,
    MethodsOne,
    MethodsPlan,
    MethodsUnit,
    MethodsCodebook,
    MethodsAgreement,
    MethodsByPrompt,
    MethodsInterval,
    MethodsClusters,
    MethodsNoInterval,
    MethodsMissing,
    MethodsTarget,
    MethodsRange,
    MethodsOneValue,
    MethodsUndefined,
    MethodsNoneDefined,
    MethodsVerdicts,
    MethodsVariable,
    MethodsVariableUndefined,
    MethodsCi,
    MethodsTooFew,
    MethodsAfterOpening,
    MethodsSoftware,
    MethodsNothing,
    CountMeets,
    CountLikely,
    CountUnsure,
    CountBelow,
    CountTooFew,
    And,
    NoVerdict,
    OpenedIncluded,
    CountOf,
    ConfusionLarge,
    MethodsPercent,
    MethodsSpecific,
    MethodsDraws,
    MethodsMissingNone,
    MethodsWeights,
    CheckWhy,
    CheckWhyMissing,
    CheckDouble,
    CheckDoubleHere,
    CheckDoubleMissing,
    CheckPlan,
    CheckPlanHere,
    CheckPlanMissing,
    CheckPlanImported,
    CheckUnit,
    CheckUnitHere,
    CheckUnitMissing,
    CheckRaters,
    CheckRatersHere,
    CheckTraining,
    CheckTrainingMissing,
    CheckBlind,
    CheckBlindHere,
    CheckBlindMissing,
    CheckBlindUnknown,
    CheckCodebook,
    CheckCodebookHere,
    CheckCodebookMissing,
    CheckInstrument,
    CheckInstrumentMissing,
    CheckVariant,
    CheckVariantHere,
    CheckDesign,
    CheckDesignCrossed,
    CheckDesignPartial,
    CheckMissing,
    CheckMissingHere,
    CheckInterval,
    CheckIntervalHere,
    CheckIntervalMissing,
    CheckPercent,
    CheckPercentHere,
    CheckPercentMissing,
    CheckTarget,
    CheckTargetHere,
    CheckAlpha,
    CheckAlphaHere,
    CheckAlphaMissing,
    CheckVariation,
    CheckVariationHere,
    CheckVariationMissing,
    CheckDisagreements,
    CheckDisagreementsMissing,
    CheckRest,
    CheckRestMissing,
    Unitized,
    UnitizedExplained,
    UnitizedSources,
    UnitizedTable,
    AllCodes,
    StrataPrompts,
    StrataGroups,
    StrataExplained,
    StrataTable,
    StrataByPrompt,
    StrataByGroup,
    StrataCombined,
    DegreesOfFreedom,
    StratumValue,
    StrataShared,
    Drift,
    DriftExplained,
    DriftTable,
    DriftPeriod,
    AgainstConsensus,
    AgainstConsensusExplained,
    AgainstConsensusTable,
    SensitivityColumn,
    SpecificityColumn,
    OpenColumn,
    Examples,
    ExamplesExplained,
    ExamplesTable,
    Settled,
    ExampleText,
    GivenYes,
    GivenNo,
    GaveValue,
    CheckDisagreementsHere,
    BriefGroups,
    GroupHeading,
    LeftOutToRate,
    GroupNone,
    MethodsByGroup,
    PlanImported,
    PlanAll,
    PlanByUnit,
    PlanByParticipant,
    PlanWithin,
    PlanPerUnit,
    PlanSeed,
    Version,
    FrozenBefore,
    FrozenWithFirst,
    FrozenLater,
    FrozenNever
};
inline constexpr std::size_t phraseCount = static_cast<std::size_t>(Phrase::FrozenNever) + 1;

/// The phrase with its placeholders {0}, {1} ... as they are.
[[nodiscard]] std::string_view phraseText(Phrase phrase, Language language);

/// What is counted; each has a singular and a plural.
enum class Noun : std::uint8_t { Unit, Answer, Turn, Rater, Code, Result, Cluster, Rating };

/// A caveat in words.
struct CaveatText {
    std::string title;
    std::string explanation;
};

/// Text of people, to be put into a sentence: control characters become spaces, its own direction controls
/// (U+202A to U+202E, U+2066 to U+2069) go, what is not UTF-8 becomes U+FFFD, and it stands between U+2068
/// and U+2069, which toHtml() writes as an element and toMarkdown() leaves out where no letter runs right to
/// left.
[[nodiscard]] std::string isolate(std::string_view typed);

class Words {
public:
    explicit Words(Language language)
        : m_language(language) {}

    [[nodiscard]] Language language() const { return m_language; }
    /// "en" or "nl".
    [[nodiscard]] std::string_view code() const { return m_language == Language::Dutch ? "nl" : "en"; }

    template<typename... Arguments>
    [[nodiscard]] std::string say(Phrase phrase, const Arguments&... arguments) const {
        return fmt::vformat(phraseText(phrase, m_language), fmt::make_format_args(arguments...));
    }

    /// Two decimals: "0.83", "0,83", with U+2212 for minus; never "-0.00".
    [[nodiscard]] std::string kappa(double value) const { return number(value, 2); }
    [[nodiscard]] std::string number(double value, int decimals) const;
    /// A share as percentage without its sign, one decimal: 0.963 gives "96.3".
    [[nodiscard]] std::string percent(double share) const { return number(100 * share, 1); }
    /// With its sign and no needless decimal: "95%", "51.1%".
    [[nodiscard]] std::string percentSign(double share) const;
    /// Three decimals, "< 0.001" for less.
    [[nodiscard]] std::string probability(double value) const;
    /// Digits in groups of three behind narrow no-break spaces from 10 000 on.
    [[nodiscard]] std::string count(std::int64_t number) const;
    /// "1 unit", "12 units".
    [[nodiscard]] std::string count(Noun noun, std::int64_t number) const;
    /// "One rater", "Two raters"; in figures above ten. Opens a sentence.
    [[nodiscard]] std::string countOpening(Noun noun, std::int64_t number) const;
    /// "0.73 to 0.90".
    [[nodiscard]] std::string interval(double low, double high) const;
    /// "A, B and C".
    [[nodiscard]] std::string list(const std::vector<std::string>& items) const;
    /// A value of what results are split by: as people typed it, isolated, or of units whose ratings were
    /// made under several versions; "no value" where it is empty or none.
    [[nodiscard]] std::string group(std::string_view splitBy, const std::optional<std::string>& value) const;
    /// "14 March 2026".
    [[nodiscard]] std::string date(base::Instant instant) const;
    /// A prompt by its name, isolated; units of transcripts by their kind: "turns".
    [[nodiscard]] std::string prompt(std::string_view nameOrKind) const;
    /// "Prompt Q1"; of units of transcripts "Turns".
    [[nodiscard]] std::string promptHeading(std::string_view nameOrKind) const;

    /// The name of a documented id, by its family: "coefficient", "cite" (a coefficient with its source),
    /// "weights", "scale", "interval", "missing", "overlap", "round", "split" (by what results are), "unit"
    /// (of analysis, with article in Dutch), "units" (a kind's plural), "reason" (short), "because" (a
    /// sentence). Another id is given back as it is.
    [[nodiscard]] std::string named(std::string_view family, std::string_view id) const;
    [[nodiscard]] CaveatText caveat(std::string_view id) const;

private:
    Language m_language;
};

/// One id of Words::named(), for tests of completeness.
struct NamedId {
    std::string_view family;
    std::string_view id;
    std::string_view english;
    std::string_view dutch;
};
[[nodiscard]] const std::vector<NamedId>& namedIds();

} // namespace rapport::report
