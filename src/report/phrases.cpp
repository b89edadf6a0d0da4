// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/words.h"

#include <array>

namespace rapport::report {

namespace {

struct Entry {
    Phrase phrase;
    std::string_view english;
    std::string_view dutch;
};

constexpr std::array<Entry, phraseCount> phrases{{
    {Phrase::Title, "Kappa report", "Kappa-rapport"},
    {Phrase::MadeOn, "Made on {0} with {1}.", "Gemaakt op {0} met {1}."},
    {Phrase::Contents, "Contents", "Inhoud"},
    {Phrase::Brief, "In brief", "In het kort"},
    {Phrase::BriefRound, "Round {0}, each code on each question: {1} held against the target of {2}.",
     "Ronde {0}, elke code bij elke vraag: {1} naast het doel van {2} gelegd."},
    {Phrase::BriefByCode,
     "Each code once, its questions together, and each variable, as in the agreement table: {0}.",
     "Elke code één keer, met al haar vragen samen, en elke variabele, zoals in de overeenstemmingstabel: "
     "{0}."},
    {Phrase::BriefNothing, "Round {0}: no code was measured.", "Ronde {0}: er is geen code gemeten."},
    {Phrase::NoRounds, "There is no round with ratings to report on.",
     "Er is geen ronde met beoordelingen om over te rapporteren."},
    {Phrase::Data, "Data and unit of analysis", "Data en analyse-eenheid"},
    {Phrase::Participants, "Participants", "Deelnemers"},
    {Phrase::Answers, "Answers", "Antwoorden"},
    {Phrase::Turns, "Turns", "Spreekbeurten"},
    {Phrase::NonResponses, "Non-responses", "Niet beantwoord"},
    {Phrase::NonResponsesValue, "{0} (empty cells: no unit, never counted as agreement)",
     "{0} (lege cellen: geen eenheid, nooit als overeenstemming geteld)"},
    {Phrase::Instrument, "Instrument", "Instrument"},
    {Phrase::StandIn, "{0}. The wording of its prompts is a stand-in for the original.",
     "{0}. De formulering van de vragen is een vervanging van het origineel."},
    {Phrase::NotNamed, "not named", "niet benoemd"},
    {Phrase::Codebook, "Codebook", "Codeboek"},
    {Phrase::CodebookNow, "version {0}", "versie {0}"},
    {Phrase::CodebookUsed, "version {0}; rated under {1}", "versie {0}; beoordeeld volgens {1}"},
    {Phrase::UnitOfAnalysis, "Unit of analysis", "Analyse-eenheid"},
    {Phrase::UnitUnknown, "not recorded", "niet vastgelegd"},
    {Phrase::TargetFact, "Target", "Doel"},
    {Phrase::TargetValue, "lower end of the interval at {0} or above",
     "ondergrens van het interval op {0} of hoger"},
    {Phrase::LevelFact, "Confidence level", "Betrouwbaarheidsniveau"},
    {Phrase::Round, "Round {0}", "Ronde {0}"},
    {Phrase::Rating, "How units were chosen and who rated what",
     "Hoe eenheden zijn gekozen en wie wat beoordeelde"},
    {Phrase::Kind, "Kind of round", "Soort ronde"},
    {Phrase::Plan, "Sampling plan", "Steekproefplan"},
    {Phrase::PlanNone, "not recorded", "niet vastgelegd"},
    {Phrase::Blind, "Independence", "Onafhankelijkheid"},
    {Phrase::BlindYes, "blind: raters saw neither each other's work nor blinded attributes",
     "blind: beoordelaars zagen elkaars werk en afgeschermde kenmerken niet"},
    {Phrase::BlindNo, "not blind: raters could see each other's work",
     "niet blind: beoordelaars konden elkaars werk zien"},
    {Phrase::BlindUnknown, "not recorded: work from elsewhere, or outside a blind round",
     "niet vastgelegd: werk van elders, of buiten een blinde ronde"},
    {Phrase::Opened, "State", "Stand"},
    {Phrase::OpenedYes, "opened for discussion; what was rated before counts",
     "geopend voor bespreking; wat daarvoor is beoordeeld, telt"},
    {Phrase::OpenedNo, "not opened for discussion", "niet geopend voor bespreking"},
    {Phrase::AfterOpening,
     "These results include what raters changed after the round was opened for discussion. They do not show "
     "independent agreement.",
     "Deze resultaten bevatten wat beoordelaars wijzigden nadat de ronde voor bespreking was geopend. Ze "
     "tonen geen onafhankelijke overeenstemming."},
    {Phrase::Raters, "Raters", "Beoordelaars"},
    {Phrase::AssignedUnits, "Units assigned", "Toegewezen eenheden"},
    {Phrase::DoubleCoded, "Units completed by at least two raters",
     "Eenheden afgerond door minstens twee beoordelaars"},
    {Phrase::ShareOf, "{0} of {1} ({2})", "{0} van {1} ({2})"},
    {Phrase::WhoRated, "Who completed how many units in round {0}",
     "Wie hoeveel eenheden afrondde in ronde {0}"},
    {Phrase::Rater, "Rater", "Beoordelaar"},
    {Phrase::Completed, "Units completed", "Afgeronde eenheden"},
    {Phrase::OfAssigned, "Of those assigned", "Van de toegewezen"},
    {Phrase::Codes, "Codes", "Codes"},
    {Phrase::CodesReading,
     "An answer or turn counts when at least two raters completed it; completed without the code is a no, "
     "not completed is missing. {0} corrects agreement for chance. The interval shows how precisely it is "
     "known; the dotted line is the target. Letters refer to the caveats.",
     "Een antwoord of spreekbeurt telt wanneer minstens twee beoordelaars die afrondden; afgerond zonder de "
     "code is een nee, niet afgerond ontbreekt. {0} corrigeert overeenstemming voor toeval. Het interval "
     "laat zien hoe nauwkeurig ze bekend is; de stippellijn is het doel. Letters verwijzen naar de "
     "kanttekeningen."},
    {Phrase::VerdictMeaning,
     "Verdicts: meets, the lower end of the interval reaches {0}; likely, the value does, its lower end does "
     "not; unsure, the value does not, but its upper end does; below, the upper end stays under it; too few, "
     "fewer than {1} units hold the code, or lack it, or hold another value of a variable than its "
     "commonest; not defined, there is no value, with the reason.",
     "Oordelen: gehaald, de ondergrens van het interval haalt {0}; waarschijnlijk, de waarde wel, de "
     "ondergrens niet; onzeker, de waarde niet, de bovengrens wel; onder, ook de bovengrens blijft eronder; "
     "te weinig, minder dan {1} eenheden hebben de code, of missen haar, of hebben een andere waarde van "
     "een variabele dan de meest gegeven; onbepaald, er is geen waarde, met de reden."},
    {Phrase::CodesTable, "Agreement per code, round {0}", "Overeenstemming per code, ronde {0}"},
    {Phrase::CodesPrompt, "Agreement per code, round {0}, prompt {1}",
     "Overeenstemming per code, ronde {0}, vraag {1}"},
    {Phrase::CodesKind, "Agreement per code, round {0}, {1}", "Overeenstemming per code, ronde {0}, {1}"},
    {Phrase::CodesPooled, "Agreement per code, round {0}, pooled over prompts",
     "Overeenstemming per code, ronde {0}, samengevoegd over vragen"},
    {Phrase::PromptHeading, "Prompt {0}", "Vraag {0}"},
    {Phrase::PooledHeading, "Pooled over prompts", "Samengevoegd over vragen"},
    {Phrase::PooledWarning,
     "Read the results by prompt first. A code that is common in one prompt and rare in another makes raters "
     "agree on the prompt alone, so a pooled kappa can lie above the kappa of every prompt.",
     "Lees eerst de resultaten per vraag. Een code die bij de ene vraag vaak en bij de andere zelden "
     "voorkomt, laat beoordelaars al door de vraag overeenstemmen; een samengevoegde kappa kan daarom boven "
     "die van elke vraag liggen."},
    {Phrase::Code, "Code", "Code"},
    {Phrase::IntervalColumn, "{0} interval", "{0}-interval"},
    {Phrase::BarColumn, "Interval, {0} to 1", "Interval, {0} tot 1"},
    {Phrase::AgreeColumn, "Agree %", "Eens %"},
    {Phrase::PositiveColumn, "Pos. %", "Pos. %"},
    {Phrase::NegativeColumn, "Neg. %", "Neg. %"},
    {Phrase::PrevalenceColumn, "Prev. %", "Prev. %"},
    {Phrase::UnitsColumn, "Units", "Eenh."},
    {Phrase::HoldingColumn, "Held", "Met"},
    {Phrase::MissingColumn, "Miss.", "Ontbr."},
    {Phrase::VerdictColumn, "Verdict", "Oordeel"},
    {Phrase::ColumnsExplained,
     "Agree: percent agreement. Pos. and neg.: agreement on presence and on absence. Prev.: share of "
     "judgements that give the code. Units: rated by at least two raters. Held: units to which at least one "
     "rater gave the code. Miss.: ratings that were assigned and not given.",
     "Eens: percentage overeenstemming. Pos. en neg.: overeenstemming over aanwezigheid en afwezigheid. "
     "Prev.: aandeel van de oordelen dat de code geeft. Eenh.: door minstens twee beoordelaars beoordeeld. "
     "Met: eenheden waaraan minstens één beoordelaar de code gaf. Ontbr.: toegewezen oordelen die niet zijn "
     "gegeven."},
    {Phrase::NotDefined, "not defined", "onbepaald"},
    {Phrase::NotMeasured, "not measured", "niet gemeten"},
    {Phrase::NoInterval, "no interval", "geen interval"},
    {Phrase::VerdictMeets, "meets", "gehaald"},
    {Phrase::VerdictLikely, "likely", "waarschijnlijk"},
    {Phrase::VerdictUnsure, "unsure", "onzeker"},
    {Phrase::VerdictBelow, "below", "onder"},
    {Phrase::VerdictTooFew, "too few", "te weinig"},
    {Phrase::BarText, "{0}: value {1}, interval {2}, target {3}", "{0}: waarde {1}, interval {2}, doel {3}"},
    {Phrase::BarTextValue, "{0}: value {1}, no interval, target {2}",
     "{0}: waarde {1}, geen interval, doel {2}"},
    {Phrase::BarTitle, "Interval of {0}", "Interval van {0}"},
    {Phrase::AxisTitle, "Scale of the intervals", "Schaal van de intervallen"},
    {Phrase::AxisText, "From {0} to {1}, target {2}", "Van {0} tot {1}, doel {2}"},
    {Phrase::Behind, "Behind the kappas", "Achter de kappa's"},
    {Phrase::BehindTable, "What was observed and expected, round {0}",
     "Wat is waargenomen en verwacht, ronde {0}"},
    {Phrase::BehindExplained,
     "Observed and expected: agreement that was found, and that chance would give at the raters' own "
     "frequencies. The chances that alpha lies under {0} and {1}, Krippendorff's limits, follow from its "
     "interval method.",
     "Waargenomen en verwacht: de gevonden overeenstemming, en die welke het toeval bij de eigen frequenties "
     "van de beoordelaars zou geven. De kansen dat alfa onder {0} en {1} ligt, de grenzen van Krippendorff, "
     "volgen uit de intervalmethode."},
    {Phrase::Prompt, "Prompt", "Vraag"},
    {Phrase::PromptAll, "all", "alle"},
    {Phrase::PromptPooled, "pooled", "samengevoegd"},
    {Phrase::Observed, "Observed", "Waargenomen"},
    {Phrase::Expected, "Expected", "Verwacht"},
    {Phrase::KappaMax, "κ max", "κ max"},
    {Phrase::PrevalenceIndex, "Prev. index", "Prev.-index"},
    {Phrase::BiasIndex, "Bias index", "Bias-index"},
    {Phrase::Pabak, "PABAK", "PABAK"},
    {Phrase::AcInterval, "{0} interval", "{0}-interval"},
    {Phrase::AlphaInterval, "α interval", "α-interval"},
    {Phrase::AlphaBelow, "P(α < {0})", "P(α < {0})"},
    {Phrase::Reasons, "What is not defined, and why", "Wat onbepaald is, en waarom"},
    {Phrase::ReasonItem, "{0}: no value for {1}. {2}", "{0}: geen waarde voor {1}. {2}"},
    {Phrase::Sentences, "What the numbers say", "Wat de getallen zeggen"},
    {Phrase::SentenceItem, "{0}: {1}", "{0}: {1}"},
    {Phrase::Variables, "Variables with one value per unit", "Variabelen met één waarde per eenheid"},
    {Phrase::VariablesTable, "Agreement per variable, round {0}", "Overeenstemming per variabele, ronde {0}"},
    {Phrase::Variable, "Variable", "Variabele"},
    {Phrase::Coefficient, "Coefficient", "Coëfficiënt"},
    {Phrase::Value, "Value", "Waarde"},
    {Phrase::Sets, "Sets of codes per unit", "Verzamelingen codes per eenheid"},
    {Phrase::SetsExplained,
     "Here each unit's codes are compared as a whole. Two sets that share a part agree in part; the "
     "distances differ in how much they credit that.",
     "Hier worden alle codes van een eenheid samen vergeleken. Twee verzamelingen die een deel delen, "
     "stemmen ten dele overeen; de afstanden verschillen in hoeveel dat telt."},
    {Phrase::SetsTable, "Agreement on sets of codes, round {0}",
     "Overeenstemming over verzamelingen codes, ronde {0}"},
    {Phrase::Pairs, "Rater pairs", "Paren van beoordelaars"},
    {Phrase::PairsTable, "Kappa by pair of raters over all codes, round {0}",
     "Kappa per paar beoordelaars over alle codes, ronde {0}"},
    {Phrase::PairsExplained,
     "Mean, lowest and highest of Cohen's kappa over the codes shown above, pooled results left out where "
     "there are results by prompt. Raters are not ranked.",
     "Gemiddelde, laagste en hoogste kappa van Cohen over de codes hierboven, zonder samengevoegde "
     "resultaten waar resultaten per vraag zijn. Beoordelaars worden niet gerangschikt."},
    {Phrase::Pair, "Pair", "Paar"},
    {Phrase::PairOf, "{0} and {1}", "{0} en {1}"},
    {Phrase::MeanKappa, "Mean κ", "Gemiddelde κ"},
    {Phrase::LowestKappa, "Lowest", "Laagste"},
    {Phrase::HighestKappa, "Highest", "Hoogste"},
    {Phrase::DefinedCount, "Defined", "Bepaald"},
    {Phrase::HeatTitle, "Mean kappa by pair of raters", "Gemiddelde kappa per paar beoordelaars"},
    {Phrase::HeatText, "{0} with {1}: {2}", "{0} met {1}: {2}"},
    {Phrase::PairsByCode, "Kappa by code and pair of raters, round {0}",
     "Kappa per code en paar beoordelaars, ronde {0}"},
    {Phrase::Confusion, "Confusion tables", "Kruistabellen"},
    {Phrase::ConfusionCodes, "Counts per code and pair of raters, round {0}",
     "Aantallen per code en paar beoordelaars, ronde {0}"},
    {Phrase::ConfusionExplained,
     "Rows are the first rater of a pair, columns the second. All declared categories are shown, also those "
     "nobody used.",
     "Rijen zijn de eerste beoordelaar van een paar, kolommen de tweede. Alle opgegeven categorieën staan "
     "erin, ook die welke niemand gebruikte."},
    {Phrase::BothYes, "Both yes", "Beide ja"},
    {Phrase::FirstOnly, "First only", "Alleen eerste"},
    {Phrase::SecondOnly, "Second only", "Alleen tweede"},
    {Phrase::BothNo, "Both no", "Beide nee"},
    {Phrase::ConfusionTable, "{0}: {1} (rows) by {2} (columns), {3}",
     "{0}: {1} (rijen) tegen {2} (kolommen), {3}"},
    {Phrase::RowsByColumns, "{0} \\ {1}", "{0} \\ {1}"},
    {Phrase::Total, "all", "totaal"},
    {Phrase::Methods, "Paragraph for a methods section", "Alinea voor een methodesectie"},
    {Phrase::MethodsNote, "Made from the values of this report; check it against what was done.",
     "Gemaakt uit de waarden van dit rapport; leg het naast wat er gedaan is."},
    {Phrase::InEnglish, "In English", "In het Engels"},
    {Phrase::InDutch, "In Dutch", "In het Nederlands"},
    {Phrase::Conventions, "Conventions", "Conventies"},
    {Phrase::MissingRule, "Missing ratings", "Ontbrekende oordelen"},
    {Phrase::CategoriesDeclared, "declared in the codebook: {0}", "opgegeven in het codeboek: {0}"},
    {Phrase::CategoriesUsed, "those used: {0}", "de gebruikte: {0}"},
    {Phrase::CategoriesOf, "Categories of {0}", "Categorieën van {0}"},
    {Phrase::OverlapRule, "From segments to units", "Van fragmenten naar eenheden"},
    {Phrase::RollUp, "Codes with codes below them", "Codes met onderliggende codes"},
    {Phrase::RollUpYes, "count as given where one of those below was given",
     "gelden als gegeven waar een onderliggende is gegeven"},
    {Phrase::RollUpNo, "count only where they were given themselves",
     "tellen alleen waar ze zelf zijn gegeven"},
    {Phrase::ConventionsTable, "How each number was computed", "Hoe elk getal is berekend"},
    {Phrase::IntervalMethod, "Interval method", "Intervalmethode"},
    {Phrase::Level, "Level", "Niveau"},
    {Phrase::Clusters, "Clusters", "Clusters"},
    {Phrase::Replicates, "Draws", "Trekkingen"},
    {Phrase::Seed, "Seed", "Startgetal"},
    {Phrase::Results, "Results", "Resultaten"},
    {Phrase::NoneShort, "none", "geen"},
    {Phrase::NotUsed, "not used", "niet gebruikt"},
    {Phrase::Range, "{0} to {1}", "{0} tot {1}"},
    {Phrase::Caveats, "Caveats", "Kanttekeningen"},
    {Phrase::CaveatsNone, "None of the results carries a caveat.",
     "Geen van de resultaten heeft een kanttekening."},
    {Phrase::CaveatUnknown,
     "The measurement marked a result with this caveat; the documentation of methods explains it.",
     "De meting gaf een resultaat deze kanttekening; de documentatie van methoden legt haar uit."},
    {Phrase::Checklist, "Reporting checklist", "Checklist voor rapportage"},
    {Phrase::ChecklistTable, "What guidelines ask for, and where it stands",
     "Wat richtlijnen vragen, en hoe het ervoor staat"},
    {Phrase::Asked, "Asked for", "Gevraagd"},
    {Phrase::AskedBy, "By", "Door"},
    {Phrase::State, "State", "Stand"},
    {Phrase::Remark, "Remark", "Opmerking"},
    {Phrase::StateHere, "here", "staat hier"},
    {Phrase::StateMissing, "to add", "aan te vullen"},
    {Phrase::References, "References", "Literatuur"},
    {Phrase::Provenance, "Provenance", "Herkomst"},
    {Phrase::DataHash, "Digest of the codings (SHA-256)", "Controlegetal van de coderingen (SHA-256)"},
    {Phrase::HashNone, "not computed", "niet berekend"},
    {Phrase::Made, "Made", "Gemaakt"},
    {Phrase::Program, "Program", "Programma"},
    {Phrase::MethodsBlind, "{0} independently coded {1} in round {2}, blind to each other's work.",
     "{0} codeerden in ronde {2} onafhankelijk van elkaar {1}, zonder elkaars werk te zien."},
    {Phrase::MethodsNotBlind, "{0} coded {1} in round {2}; they could see each other's work.",
     "{0} codeerden in ronde {2} {1}; zij konden elkaars werk zien."},
    {Phrase::MethodsIndependenceUnknown,
     "{0} coded {1} in round {2}; whether they worked independently of each other was not recorded.",
     "{0} codeerden in ronde {2} {1}; of zij onafhankelijk van elkaar werkten, is niet vastgelegd."},
    {Phrase::MethodsOne, "{0} coded {1} in round {2}.", "{0} codeerde in ronde {2} {1}."},
    {Phrase::MethodsPlan, "Units were chosen as follows: {0}.", "De eenheden zijn als volgt gekozen: {0}."},
    {Phrase::MethodsUnit, "The unit of analysis was the {0}.", "De analyse-eenheid was {0}."},
    {Phrase::MethodsCodebook, "The codebook was used in {0}.", "Het codeboek is gebruikt in {0}."},
    {Phrase::MethodsAgreement, "Agreement was computed per code{0} with {1}, next to {2}.",
     "Overeenstemming is per code{0} berekend met {1}, naast {2}."},
    {Phrase::MethodsByPrompt, " and per prompt", " en per vraag"},
    {Phrase::MethodsInterval, "Intervals ({0}) rest on {1}.", "Intervallen ({0}) berusten op {1}."},
    {Phrase::MethodsClusters, ", with units clustered in {0}", ", met eenheden geclusterd in {0}"},
    {Phrase::MethodsNoInterval, "No intervals were computed.", "Er zijn geen intervallen berekend."},
    {Phrase::MethodsMissing, "Missing per result: {0}.", "Ontbrekend per resultaat: {0}."},
    {Phrase::MethodsTarget,
     "A code was taken to meet the criterion when the lower limit of its interval reached {0}; codes that "
     "fewer than {1} units hold, or lack, were given no verdict.",
     "Een code voldeed aan het criterium wanneer de ondergrens van het interval {0} haalde; codes die "
     "minder dan {1} eenheden hebben, of missen, kregen geen oordeel."},
    {Phrase::MethodsRange, "Kappa was defined for {0} and ranged from {1} to {2} (median {3}).",
     "Kappa was bepaald voor {0} en liep van {1} tot {2} (mediaan {3})."},
    {Phrase::MethodsOneValue, "Kappa was defined for {0} and was {1}.",
     "Kappa was bepaald voor {0} en was {1}."},
    {Phrase::MethodsUndefined, "It was not defined for {0}.", "Voor {0} was kappa onbepaald."},
    {Phrase::MethodsNoneDefined, "Kappa was not defined for any of {0}.",
     "Kappa was voor geen van {0} bepaald."},
    {Phrase::MethodsVerdicts, "The criterion was {0}.", "Het criterium is {0}."},
    {Phrase::MethodsVariable, "For {0} ({1}), {2} was {3}{4}.", "Voor {0} ({1}) was {2} {3}{4}."},
    {Phrase::MethodsVariableUndefined, "For {0} ({1}), {2} was not defined.",
     "Voor {0} ({1}) was {2} onbepaald."},
    {Phrase::MethodsCi, " ({0} CI {1})", " ({0}-BI {1})"},
    {Phrase::MethodsTooFew,
     " (without an interval: fewer than {0} units hold another value than the commonest)",
     " (zonder interval: minder dan {0} eenheden hebben een andere waarde dan de meest gegeven)"},
    {Phrase::MethodsAfterOpening, "These figures include changes that were made after discussion.",
     "Deze cijfers bevatten wijzigingen die na bespreking zijn gemaakt."},
    {Phrase::MethodsSoftware, "All figures were computed with {0}.", "Alle cijfers zijn berekend met {0}."},
    {Phrase::MethodsNothing, "No codes were measured in {0}.", "In {0} zijn geen codes gemeten."},
    {Phrase::CountMeets, "met by {0}", "gehaald door {0}"},
    {Phrase::CountLikely, "likely met by {0}", "waarschijnlijk gehaald door {0}"},
    {Phrase::CountUnsure, "unsure for {0}", "onzeker bij {0}"},
    {Phrase::CountBelow, "missed by {0}", "niet gehaald door {0}"},
    {Phrase::CountTooFew, "left open for {0} with too few units",
     "opengelaten bij {0} met te weinig eenheden"},
    {Phrase::And, "and", "en"},
    {Phrase::NoVerdict, "no verdict", "geen oordeel"},
    {Phrase::OpenedIncluded, "opened for discussion; what was changed after it is included",
     "geopend voor bespreking; wat daarna is gewijzigd, telt mee"},
    {Phrase::CountOf, "{0} of {1}", "{0} van {1}"},
    {Phrase::ConfusionLarge,
     "{0}, {1}: the table of {2} categories is too large for a page; the export as CSV has it.",
     "{0}, {1}: de tabel van {2} categorieën is te groot voor een pagina; de export als CSV bevat haar."},
    {Phrase::MethodsPercent, "percent agreement", "percentage overeenstemming"},
    {Phrase::MethodsSpecific, "agreement on presence and on absence (Cicchetti & Feinstein, 1990)",
     "overeenstemming over aanwezigheid en afwezigheid (Cicchetti & Feinstein, 1990)"},
    {Phrase::MethodsDraws, " ({0} draws, seed {1})", " ({0} trekkingen, startgetal {1})"},
    {Phrase::MethodsMissingNone, "No ratings were missing.", "Er ontbraken geen oordelen."},
    {Phrase::MethodsWeights, " with {0}", " met {0}"},
    {Phrase::CheckWhy, "Why agreement was assessed", "Waarom overeenstemming is bepaald"},
    {Phrase::CheckWhyMissing,
     "Say what agreement means in this study; it does not fit every kind of qualitative analysis.",
     "Zeg wat overeenstemming in dit onderzoek betekent; ze past niet bij elke kwalitatieve analyse."},
    {Phrase::CheckDouble, "How much was coded twice", "Hoeveel dubbel is gecodeerd"},
    {Phrase::CheckDoubleHere, "Round {0}: {1} of {2} assigned units.",
     "Ronde {0}: {1} van {2} toegewezen eenheden."},
    {Phrase::CheckDoubleMissing, "No unit was completed by two raters.",
     "Geen eenheid is door twee beoordelaars afgerond."},
    {Phrase::CheckPlan, "How these units were chosen", "Hoe deze eenheden zijn gekozen"},
    {Phrase::CheckPlanHere, "The sampling plan of each round is given.",
     "Het steekproefplan van elke ronde staat erbij."},
    {Phrase::CheckPlanMissing, "No sampling plan was recorded; describe it.",
     "Er is geen steekproefplan vastgelegd; beschrijf het."},
    {Phrase::CheckPlanImported, "Units of a round are those of imported codings; say how they were chosen.",
     "Eenheden van een ronde zijn die van ingelezen coderingen; zeg hoe ze zijn gekozen."},
    {Phrase::CheckUnit, "Unit of coding, fixed beforehand", "Codeereenheid, vooraf vastgelegd"},
    {Phrase::CheckUnitHere, "Every rater judged the same predefined units.",
     "Elke beoordelaar beoordeelde dezelfde vooraf bepaalde eenheden."},
    {Phrase::CheckUnitMissing, "The unit was not recorded; name it.",
     "De eenheid is niet vastgelegd; noem haar."},
    {Phrase::CheckRaters, "Number of raters", "Aantal beoordelaars"},
    {Phrase::CheckRatersHere, "Round {0}: {1}.", "Ronde {0}: {1}."},
    {Phrase::CheckTraining, "Who the raters were and how they were trained",
     "Wie de beoordelaars waren en hoe zij zijn getraind"},
    {Phrase::CheckTrainingMissing,
     "Add their background, the hours of training and any rounds of calibration.",
     "Vul hun achtergrond, de uren training en eventuele afstemmingsrondes aan."},
    {Phrase::CheckBlind, "Independent rating", "Onafhankelijk beoordelen"},
    {Phrase::CheckBlindHere,
     "Raters were blind to each other, and only ratings from before discussion count.",
     "Beoordelaars zagen elkaars werk niet, en alleen oordelen van voor de bespreking tellen."},
    {Phrase::CheckBlindMissing,
     "A round was not blind, or includes changes made after discussion; say how independence was kept.",
     "Een ronde was niet blind of bevat wijzigingen van na de bespreking; zeg hoe onafhankelijkheid is "
     "bewaard."},
    {Phrase::CheckBlindUnknown,
     "Of a round it is not recorded whether raters saw each other's work; say how independence was kept.",
     "Van een ronde is niet vastgelegd of beoordelaars elkaars werk zagen; zeg hoe onafhankelijkheid is "
     "bewaard."},
    {Phrase::CheckCodebook, "The codebook, fixed before rating",
     "Het codeboek, vastgelegd voor het beoordelen"},
    {Phrase::CheckCodebookHere,
     "One version, frozen by the first rating at the latest; add the codebook as an appendix.",
     "Eén versie, uiterlijk bij het eerste oordeel vastgelegd; voeg het codeboek als bijlage toe."},
    {Phrase::CheckCodebookMissing,
     "It was frozen after the first rating, or changed between ratings; say what changed meanwhile.",
     "Het is na het eerste oordeel vastgelegd of tussen oordelen gewijzigd; zeg wat intussen is veranderd."},
    {Phrase::CheckInstrument, "The questions that were put", "De vragen die zijn gesteld"},
    {Phrase::CheckInstrumentMissing, "The study holds a stand-in wording; give the original questions.",
     "Het onderzoek bevat een vervangende formulering; geef de oorspronkelijke vragen."},
    {Phrase::CheckVariant, "The exact coefficient and its weights", "De precieze coëfficiënt en gewichten"},
    {Phrase::CheckVariantHere, "Named for every number under Conventions.",
     "Bij elk getal genoemd onder Conventies."},
    {Phrase::CheckDesign, "Design: who rated which units", "Ontwerp: wie welke eenheden beoordeelde"},
    {Phrase::CheckDesignCrossed, "Fully crossed: every rater completed every assigned unit.",
     "Volledig gekruist: elke beoordelaar rondde elke toegewezen eenheid af."},
    {Phrase::CheckDesignPartial, "Not fully crossed; the number per rater is given.",
     "Niet volledig gekruist; het aantal per beoordelaar staat erbij."},
    {Phrase::CheckMissing, "Handling of missing ratings", "Omgang met ontbrekende oordelen"},
    {Phrase::CheckMissingHere, "The rule and the number missing are given.",
     "De regel en het aantal ontbrekende staan erbij."},
    {Phrase::CheckInterval, "Confidence intervals", "Betrouwbaarheidsintervallen"},
    {Phrase::CheckIntervalHere, "Given with their method, level and clusters.",
     "Gegeven met methode, niveau en clusters."},
    {Phrase::CheckIntervalMissing, "No interval could be computed.", "Er kon geen interval worden berekend."},
    {Phrase::CheckPercent, "Percent agreement beside kappa", "Percentage overeenstemming naast kappa"},
    {Phrase::CheckPercentHere, "Given for every code; kappa alone hides how rare a code is.",
     "Bij elke code gegeven; kappa alleen verbergt hoe zeldzaam een code is."},
    {Phrase::CheckPercentMissing, "Percent agreement was not computed.",
     "Percentage overeenstemming is niet berekend."},
    {Phrase::CheckTarget, "The threshold, chosen beforehand", "De drempel, vooraf gekozen"},
    {Phrase::CheckTargetHere,
     "The target is {0} for the lower limit; give the reason for it. Below 0.60 McHugh calls agreement "
     "inadequate.",
     "Het doel is {0} voor de ondergrens; geef de reden ervoor. Onder 0,60 noemt McHugh overeenstemming "
     "ontoereikend."},
    {Phrase::CheckAlpha, "Krippendorff's alpha with its metric", "Krippendorffs alfa met meetniveau"},
    {Phrase::CheckAlphaHere, "Given; at or above 0.800 reliable, from 0.667 for tentative conclusions.",
     "Gegeven; vanaf 0,800 betrouwbaar, vanaf 0,667 voor voorlopige conclusies."},
    {Phrase::CheckAlphaMissing, "Alpha was not computed.", "Alfa is niet berekend."},
    {Phrase::CheckVariation, "Data that vary", "Data die variëren"},
    {Phrase::CheckVariationHere, "All coefficients rest on more than one category.",
     "Alle coëfficiënten berusten op meer dan één categorie."},
    {Phrase::CheckVariationMissing,
     "For some codes only one category was used; these data cannot show their reliability.",
     "Bij sommige codes is maar één categorie gebruikt; deze data kunnen hun betrouwbaarheid niet laten "
     "zien."},
    {Phrase::CheckDisagreements, "What was done with disagreements", "Wat met verschillen is gedaan"},
    {Phrase::CheckDisagreementsMissing,
     "Say whether they were discussed, settled by whom, and which values the analysis used.",
     "Zeg of ze zijn besproken, wie besliste en welke waarden de analyse gebruikte."},
    {Phrase::CheckRest, "Who coded the rest of the data", "Wie de overige data codeerde"},
    {Phrase::CheckRestMissing, "Say who coded the units that were not coded twice.",
     "Zeg wie de eenheden codeerde die niet dubbel zijn gecodeerd."},
    {Phrase::Unitized, "Where raters cut the transcripts", "Waar beoordelaars de transcripten knipten"},
    {Phrase::UnitizedExplained,
     "Raters marked passages of their own choosing. Over the whole text, what nobody marked included, these "
     "coefficients compare where passages begin and end and what they were called. They are not about turns.",
     "Beoordelaars markeerden passages naar eigen keuze. Over de hele tekst, ook wat niemand markeerde, "
     "vergelijken deze coëfficiënten waar passages beginnen en eindigen en hoe ze zijn genoemd. Ze gaan niet "
     "over spreekbeurten."},
    {Phrase::UnitizedSources, "Transcripts that two raters or more completed: {0}.",
     "Transcripten die twee of meer beoordelaars afrondden: {0}."},
    {Phrase::UnitizedTable, "Agreement on passages, round {0}", "Overeenstemming over passages, ronde {0}"},
    {Phrase::AllCodes, "All codes", "Alle codes"},
    {Phrase::StrataPrompts, "Does agreement differ between questions?",
     "Verschilt de overeenstemming tussen vragen?"},
    {Phrase::StrataGroups, "Does agreement differ between groups?",
     "Verschilt de overeenstemming tussen groepen?"},
    {Phrase::StrataExplained,
     "The leading coefficient in each stratum, its mean weighted by 1/variance, and the chi-square test of "
     "homogeneity (Fleiss, Levin & Paik, 2003). A small p says that one pooled value hides a difference. A "
     "stratum in which fewer than 5 units got anything but the commonest category is left out. Tests in this "
     "table: {0}; about one in "
     "twenty falls below .05 by chance alone.",
     "De belangrijkste coëfficiënt in elk stratum, het met 1/variantie gewogen gemiddelde en de "
     "chi-kwadraattoets op homogeniteit (Fleiss, Levin & Paik, 2003). Een kleine p zegt dat één gepoolde "
     "waarde een verschil verbergt. Een stratum waarin minder dan 5 eenheden iets anders kregen dan de meest "
     "gegeven categorie, is "
     "weggelaten. Toetsen in deze tabel: {0}; ongeveer één op de twintig valt alleen al door toeval onder "
     ".05."},
    {Phrase::StrataTable, "Homogeneity of agreement, round {0}",
     "Homogeniteit van de overeenstemming, ronde {0}"},
    {Phrase::StrataByPrompt, "By question", "Per vraag"},
    {Phrase::StrataByGroup, "By group", "Per groep"},
    {Phrase::StrataCombined, "Combined", "Gecombineerd"},
    {Phrase::DegreesOfFreedom, "df", "df"},
    {Phrase::StratumValue, "{0} {1}", "{0} {1}"},
    {Phrase::StrataShared,
     "The same participants or transcripts are in several strata, while the test takes strata for "
     "independent: "
     "take p as rough.",
     "Dezelfde deelnemers of transcripten zitten in meerdere strata, terwijl de toets strata als "
     "onafhankelijk "
     "neemt: lees p als ruwe maat."},
    {Phrase::Drift, "Agreement over time", "Overeenstemming in de tijd"},
    {Phrase::DriftExplained,
     "Units in the order in which a second rater completed them, cut in equal parts; α with the percentage "
     "of "
     "agreement behind it. A part is small and its α therefore uncertain; look for a trend, not at one cell. "
     "Codes without any value are left out.",
     "Eenheden in de volgorde waarin een tweede beoordelaar ze afrondde, in gelijke delen; α met daarachter "
     "het "
     "percentage overeenstemming. Een deel is klein en de α ervan dus onzeker; let op een verloop, niet op "
     "één "
     "cel. Codes zonder enige waarde zijn weggelaten."},
    {Phrase::DriftTable, "Agreement over the time of round {0}, {1}: α (agreement)",
     "Overeenstemming in de loop van ronde {0}, {1}: α (overeenstemming)"},
    {Phrase::DriftPeriod, "Units {0}–{1}", "Eenheden {0}–{1}"},
    {Phrase::AgainstConsensus, "Each rater against the consensus", "Elke beoordelaar naast de consensus"},
    {Phrase::AgainstConsensusExplained,
     "The consensus is what was settled afterwards, and where nothing had to be settled what all raters "
     "said. "
     "The raters took part in it: these figures say who was right how often, not how reliable the coding is. "
     "Found: of what the consensus holds to be present, the share that the rater gave. Left: of what it "
     "holds to "
     "be absent, the share that the rater left out. Open: units on which raters differ and nothing is "
     "settled; they are left out.",
     "De consensus is wat achteraf is vastgesteld, en waar dat niet nodig was wat alle beoordelaars zeiden. "
     "De "
     "beoordelaars hadden er deel aan: deze cijfers zeggen wie hoe vaak gelijk had, niet hoe betrouwbaar het "
     "coderen is. Gevonden: van wat volgens de consensus aanwezig is, het deel dat de beoordelaar gaf. "
     "Weggelaten: van wat afwezig is, het deel dat de beoordelaar wegliet. Open: eenheden waarover "
     "beoordelaars verschillen en niets is vastgesteld; zij tellen niet mee."},
    {Phrase::AgainstConsensusTable, "Raters against the consensus, round {0}",
     "Beoordelaars naast de consensus, ronde {0}"},
    {Phrase::SensitivityColumn, "Found %", "Gevonden %"},
    {Phrase::SpecificityColumn, "Left %", "Weggelaten %"},
    {Phrase::OpenColumn, "Open", "Open"},
    {Phrase::Examples, "Examples of disagreement", "Voorbeelden van verschil"},
    {Phrase::ExamplesExplained,
     "The units that cost most agreement, without their names. Read the texts before this report leaves the "
     "team: they are what participants wrote.",
     "De eenheden die de meeste overeenstemming kosten, zonder hun namen. Lees de teksten voordat dit "
     "rapport "
     "het team verlaat: ze zijn wat deelnemers schreven."},
    {Phrase::ExamplesTable, "Units on which raters differ, round {0}",
     "Eenheden waarover beoordelaars verschillen, ronde {0}"},
    {Phrase::Settled, "Consensus", "Consensus"},
    {Phrase::ExampleText, "Text", "Tekst"},
    {Phrase::GivenYes, "yes", "ja"},
    {Phrase::GivenNo, "no", "nee"},
    {Phrase::GaveValue, "{0}: {1}", "{0}: {1}"},
    {Phrase::CheckDisagreementsHere, "Differences were settled; agreement is of before. Say by whom and how.",
     "Verschillen zijn beslecht; de overeenstemming is van daarvoor. Zeg door wie en hoe."},
    {Phrase::BriefGroups, "Round {0}, each code in each group ({3}): {1} held against the target of {2}.",
     "Ronde {0}, elke code bij elke groep ({3}): {1} naast het doel van {2} gelegd."},
    {Phrase::GroupHeading, "{0}: {1}", "{0}: {1}"},
    {Phrase::LeftOutToRate,
     "Units left out, as whoever made this report still had to rate them or, where results are split by a "
     "blinded attribute, texts of their participants: {0}.",
     "Eenheden die zijn weggelaten, omdat wie dit rapport maakte ze nog moest beoordelen of, waar uitkomsten "
     "naar "
     "een afgeschermd kenmerk zijn gesplitst, teksten van hun deelnemers: {0}."},
    {Phrase::GroupNone, "no value", "geen waarde"},
    {Phrase::MethodsByGroup, " and per group ({0})", " en per groep ({0})"},
    {Phrase::PlanImported, "units as they stand in the imported codings",
     "eenheden zoals ze in de ingelezen coderingen staan"},
    {Phrase::PlanAll, "all {0}", "alle {0}"},
    {Phrase::PlanByUnit, "{0} of {1}, drawn by unit", "{0} van {1}, getrokken per eenheid"},
    {Phrase::PlanByParticipant, "{0} of {1}, drawn by participant", "{0} van {1}, getrokken per deelnemer"},
    {Phrase::PlanWithin, "{0} within {1}", "{0} binnen {1}"},
    {Phrase::PlanPerUnit, "{0}, each by {1}", "{0}, elk door {1}"},
    {Phrase::PlanSeed, "{0}, seed {1}", "{0}, startgetal {1}"},
    {Phrase::Version, "version {0} ({1})", "versie {0} ({1})"},
    {Phrase::FrozenBefore, "frozen before rating began", "vastgelegd voor het beoordelen begon"},
    {Phrase::FrozenWithFirst, "frozen with the first rating", "vastgelegd bij het eerste oordeel"},
    {Phrase::FrozenLater, "frozen on {0}, after the first rating of {1}",
     "vastgelegd op {0}, na het eerste oordeel van {1}"},
    {Phrase::FrozenNever, "not frozen", "niet vastgelegd"},
}};

constexpr bool isInOrder() {
    for (std::size_t index = 0; index < phrases.size(); ++index)
        if (static_cast<std::size_t>(phrases[index].phrase) != index)
            return false;
    return true;
}
static_assert(isInOrder(), "the table follows the order of Phrase");

} // namespace

std::string_view phraseText(Phrase phrase, Language language) {
    const Entry& entry = phrases[static_cast<std::size_t>(phrase)];
    return language == Language::Dutch ? entry.dutch : entry.english;
}

} // namespace rapport::report
