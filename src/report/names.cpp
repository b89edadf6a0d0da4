// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the ids that documents carry, and the caveats explained.
#include "report/words.h"

namespace rapport::report {

const std::vector<NamedId>& namedIds() {
    static const std::vector<NamedId> ids{
        {"coefficient", "percent_agreement", "Percent agreement", "Percentage overeenstemming"},
        {"coefficient", "percent_agreement_values", "Percent agreement, weighted by ratings",
         "Percentage overeenstemming, gewogen naar oordelen"},
        {"coefficient", "percent_agreement_pairs", "Percent agreement over pooled pairs",
         "Percentage overeenstemming over samengevoegde paren"},
        {"coefficient", "unanimous", "Units on which all agree", "Eenheden waarover allen het eens zijn"},
        {"coefficient", "cohen_kappa", "Cohen's κ", "Cohens κ"},
        {"coefficient", "fleiss_kappa", "Fleiss' κ", "Fleiss' κ"},
        {"coefficient", "conger_kappa", "Conger's κ", "Congers κ"},
        {"coefficient", "light_kappa", "Light's κ", "Lights κ"},
        {"coefficient", "brennan_prediger", "Brennan-Prediger κ", "Brennan-Prediger-κ"},
        {"coefficient", "scott_pi", "Scott's π", "Scotts π"},
        {"coefficient", "gwet_ac", "Gwet's AC1", "Gwets AC1"},
        {"coefficient", "gwet_ac2", "Gwet's AC2", "Gwets AC2"},
        {"coefficient", "krippendorff_alpha", "Krippendorff's α", "Krippendorffs α"},
        {"coefficient", "icc", "Intraclass correlation", "Intraklassecorrelatie"},
        {"coefficient", "kendall_w", "Kendall's W", "Kendalls W"},
        {"coefficient", "holsti", "Holsti's coefficient", "Coëfficiënt van Holsti"},
        {"coefficient", "pooled_kappa", "Pooled κ over codes", "Samengevoegde κ over codes"},
        {"coefficient", "mean_kappa", "Mean κ over codes", "Gemiddelde κ over codes"},
        {"coefficient", "kappa_max", "Largest κ these frequencies allow",
         "Grootste κ die deze frequenties toelaten"},
        {"coefficient", "pabak", "PABAK", "PABAK"},
        {"coefficient", "prevalence_index", "Prevalence index", "Prevalentie-index"},
        {"coefficient", "bias_index", "Bias index", "Bias-index"},
        {"coefficient", "positive_agreement", "Agreement on presence", "Overeenstemming over aanwezigheid"},
        {"coefficient", "negative_agreement", "Agreement on absence", "Overeenstemming over afwezigheid"},
        {"coefficient", "specific_agreement", "Specific agreement", "Specifieke overeenstemming"},
        {"coefficient", "u_alpha", "uα (where and what)", "uα (waar en wat)"},
        {"coefficient", "u_alpha_binary", "|uα (where)", "|uα (waar)"},
        {"coefficient", "cu_alpha", "cuα (what, where both marked)", "cuα (wat, waar beiden markeerden)"},
        {"coefficient", "cu_coverage", "Share on which cuα rests", "Deel waarop cuα berust"},
        {"coefficient", "ku_alpha", "(k)uα (this code, where both marked)",
         "(k)uα (deze code, waar beiden markeerden)"},
        {"coefficient", "ku_coverage", "Share on which (k)uα rests", "Deel waarop (k)uα berust"},
        {"coefficient", "alpha_u_1995", "αU of 1995", "αU van 1995"},
        {"coefficient", "character_kappa", "Cohen's κ over characters", "Cohens κ over tekens"},
        {"coefficient", "character_alpha", "Krippendorff's α over characters", "Krippendorffs α over tekens"},
        {"coefficient", "segment_overlap", "Passages with a partner", "Passages met een tegenhanger"},
        {"coefficient", "gamma", "γ", "γ"},
        {"cite", "cohen_kappa", "Cohen's kappa (Cohen, 1960)", "Cohens kappa (Cohen, 1960)"},
        {"cite", "fleiss_kappa", "Fleiss' kappa (Fleiss, 1971)", "Fleiss' kappa (Fleiss, 1971)"},
        {"cite", "conger_kappa", "Conger's kappa for several raters (Conger, 1980)",
         "Congers kappa voor meer beoordelaars (Conger, 1980)"},
        {"cite", "gwet_ac", "Gwet's AC1 (Gwet, 2008)", "Gwets AC1 (Gwet, 2008)"},
        {"cite", "krippendorff_alpha", "Krippendorff's alpha (Krippendorff, 2019)",
         "Krippendorffs alfa (Krippendorff, 2019)"},
        {"cite", "icc", "the intraclass correlation ICC(A,1) (McGraw & Wong, 1996)",
         "de intraklassecorrelatie ICC(A,1) (McGraw & Wong, 1996)"},
        {"symbol", "cohen_kappa", "κ", "κ"},
        {"symbol", "fleiss_kappa", "κ", "κ"},
        {"symbol", "conger_kappa", "κ", "κ"},
        {"symbol", "krippendorff_alpha", "α", "α"},
        {"symbol", "icc", "ICC", "ICC"},
        {"symbol", "pooled_kappa", "κ", "κ"},
        {"weights", "identity", "unweighted", "ongewogen"},
        {"weights", "linear", "linear weights", "lineaire gewichten"},
        {"weights", "quadratic", "quadratic weights", "kwadratische gewichten"},
        {"weights", "ordinal", "ordinal weights", "ordinale gewichten"},
        {"weights", "custom", "own weights", "eigen gewichten"},
        {"scale", "presence", "presence", "aanwezigheid"},
        {"scale", "nominal", "nominal", "nominaal"},
        {"scale", "ordinal", "ordinal", "ordinaal"},
        {"scale", "interval", "interval", "interval"},
        {"scale", "ratio", "ratio", "ratio"},
        {"scale", "count", "count", "aantal"},
        {"scale", "set", "sets of codes", "verzamelingen codes"},
        {"scale", "jaccard", "Jaccard distance", "Jaccard-afstand"},
        {"scale", "masi", "MASI distance", "MASI-afstand"},
        {"scale", "dice", "Dice distance", "Dice-afstand"},
        {"interval", "fce", "the large-sample standard error of Fleiss, Cohen and Everitt (1969)",
         "de standaardfout voor grote steekproeven van Fleiss, Cohen en Everitt (1969)"},
        {"interval", "gwet", "Gwet's linearised standard error with t quantiles (Gwet, 2014)",
         "Gwets gelineariseerde standaardfout met t-kwantielen (Gwet, 2014)"},
        {"interval", "wilson", "Wilson's interval for a proportion (Wilson, 1927)",
         "het interval van Wilson voor een proportie (Wilson, 1927)"},
        {"interval", "linearised", "a linearised standard error with t quantiles (Gwet, 2014)",
         "een gelineariseerde standaardfout met t-kwantielen (Gwet, 2014)"},
        {"interval", "cluster_linearised", "a linearised standard error over clusters with t quantiles",
         "een gelineariseerde standaardfout over clusters met t-kwantielen"},
        {"interval", "bootstrap", "a bootstrap over units", "een bootstrap over eenheden"},
        {"interval", "cluster_bootstrap", "a bootstrap over clusters", "een bootstrap over clusters"},
        {"interval", "jackknife", "a jackknife over units", "een jackknife over eenheden"},
        {"interval", "cluster_jackknife", "a jackknife over clusters", "een jackknife over clusters"},
        {"interval", "f", "the F distribution (McGraw & Wong, 1996)", "de F-verdeling (McGraw & Wong, 1996)"},
        {"missing", "available",
         "All available ratings were used: two raters are compared on the units both completed, several on "
         "every unit that at least two completed",
         "Alle beschikbare oordelen zijn gebruikt: twee beoordelaars zijn vergeleken op de eenheden die "
         "beiden afrondden, meer beoordelaars op elke eenheid die minstens twee afrondden"},
        {"missing", "listwise", "Only units completed by all raters were used",
         "Alleen eenheden die alle beoordelaars afrondden zijn gebruikt"},
        {"missing_short", "available", "available ratings", "beschikbare oordelen"},
        {"missing_short", "listwise", "complete units", "complete eenheden"},
        {"overlap", "any",
         "a code is present for a unit when a segment with it covers at least one character of the unit",
         "een code is aanwezig bij een eenheid wanneer een fragment met die code minstens één teken van de "
         "eenheid beslaat"},
        {"overlap", "majority",
         "a code is present for a unit when segments with it cover more than half of the unit",
         "een code is aanwezig bij een eenheid wanneer fragmenten met die code meer dan de helft van de "
         "eenheid beslaan"},
        {"overlap", "full", "a code is present for a unit when segments with it cover all of the unit",
         "een code is aanwezig bij een eenheid wanneer fragmenten met die code de hele eenheid beslaan"},
        {"round", "training", "training", "training"},
        {"round", "calibration", "calibration", "afstemming"},
        {"round", "reliability", "reliability", "betrouwbaarheid"},
        {"round", "main", "main", "hoofdronde"},
        {"round", "default", "outside any assignment", "buiten elke toewijzing"},
        {"split", "version", "version", "versie"},
        {"split", "batch", "batch", "reeks"},
        {"version", "mixed", "several", "verschillende"},
        {"unit", "answer", "answer", "antwoord"},
        {"unit", "turn", "turn", "spreekbeurt"},
        {"unit", "sentence", "sentence", "zin"},
        {"unit", "transcript", "transcript", "transcript"},
        {"units", "turn", "turns", "spreekbeurten"},
        {"units", "sentence", "sentences", "zinnen"},
        {"units", "transcript", "transcripts", "transcripten"},
        {"unit_article", "answer", "answer", "het antwoord"},
        {"unit_article", "turn", "turn", "de spreekbeurt"},
        {"unit_article", "sentence", "sentence", "de zin"},
        {"unit_article", "transcript", "transcript", "het transcript"},
        {"because", "no_variation",
         "Only one category was used, so agreement by chance is complete and nothing can be said beyond it.",
         "Er is maar één categorie gebruikt: toeval alleen geeft dan volledige overeenstemming, en daarboven "
         "valt niets te zeggen."},
        {"because", "no_pairable_units", "No unit was rated by two raters.",
         "Geen eenheid is door twee beoordelaars beoordeeld."},
        {"because", "one_rater", "Agreement needs two raters.",
         "Voor overeenstemming zijn twee beoordelaars nodig."},
        {"because", "too_few_units", "There are fewer units than the formula needs.",
         "Er zijn minder eenheden dan de formule nodig heeft."},
        {"because", "not_applicable", "The coefficient is not made for these data.",
         "De coëfficiënt is niet voor deze data gemaakt."},
        {"reason", "no_variation", "one category only", "één categorie"},
        {"reason", "no_pairable_units", "no unit rated twice", "geen eenheid dubbel beoordeeld"},
        {"reason", "one_rater", "one rater only", "één beoordelaar"},
        {"reason", "too_few_units", "too few units", "te weinig eenheden"},
        {"reason", "not_applicable", "not made for these data", "niet voor deze data"},
        {"caveat", "degenerate_se", "Standard error of zero", "Standaardfout van nul"},
        {"caveat_text", "degenerate_se",
         "The formula gives a standard error of exactly zero, which happens when raters agree on every unit "
         "or when one of them always gave the same judgement. That is no certainty, so no interval is "
         "printed for the coefficient.",
         "De formule geeft een standaardfout van precies nul, wat gebeurt als beoordelaars het over elke "
         "eenheid eens zijn of als één van hen altijd hetzelfde oordeel gaf. Dat is geen zekerheid; daarom "
         "staat er geen interval bij de coëfficiënt."},
        {"caveat", "cut", "Interval cut at its bounds", "Interval afgekapt op de grenzen"},
        {"caveat_text", "cut",
         "The formula's limits went beyond −1 or 1, or of a percentage beyond 0 or 100%, where the "
         "coefficient cannot be; they were cut there. The interval is rough, and often there are few units.",
         "De grenzen uit de formule kwamen buiten −1 of 1, of van een percentage buiten 0 of 100%, waar de "
         "coëfficiënt niet kan komen; ze zijn daar afgekapt. Het interval is grof, en vaak zijn er weinig "
         "eenheden."},
        {"caveat", "few_units", "Few units", "Weinig eenheden"},
        {"caveat_text", "few_units",
         "The result rests on few units. Formulas for intervals hold for many; here the true uncertainty may "
         "be larger than the interval shows.",
         "Het resultaat berust op weinig eenheden. Formules voor intervallen gelden bij veel eenheden; hier "
         "kan de werkelijke onzekerheid groter zijn dan het interval laat zien."},
        {"caveat", "single_unit", "One unit alone", "Eén enkele eenheid"},
        {"caveat_text", "single_unit",
         "All units but one were judged alike by everybody. The value hangs on that one unit, and the "
         "interval, whose formula takes many for granted, says nothing about other units.",
         "Alle eenheden op één na zijn door iedereen gelijk beoordeeld. De waarde hangt aan die ene eenheid, "
         "en het interval, waarvan de formule er veel veronderstelt, zegt niets over andere eenheden."},
        {"caveat", "few_clusters", "Too few clusters for an interval",
         "Te weinig clusters voor een interval"},
        {"caveat_text", "few_clusters",
         "Units come from fewer than ten participants or transcripts. Intervals over so few clusters are too "
         "narrow more often than they promise, so none is printed.",
         "De eenheden komen van minder dan tien deelnemers of transcripten. Intervallen over zo weinig "
         "clusters zijn vaker te smal dan ze beloven; daarom staat er geen."},
        {"caveat", "units_not_independent", "Units treated as independent",
         "Eenheden als onafhankelijk behandeld"},
        {"caveat_text", "units_not_independent",
         "Several units come from one participant or transcript, but the interval treats them as "
         "independent. It is then usually too narrow.",
         "Meer eenheden komen van één deelnemer of transcript, maar het interval behandelt ze als "
         "onafhankelijk. Het is dan meestal te smal."},
        {"caveat", "prevalence", "Very common or very rare", "Zeer vaak of zeer zelden"},
        {"caveat_text", "prevalence",
         "Almost all judgements are the same: the code was given to almost no units or to almost all, or a "
         "variable has one value nearly everywhere. Agreement by chance is then high, and kappa can be low "
         "although raters nearly always agree. Read it beside AC1 and, of a rare code, agreement on "
         "presence, of a common one, agreement on absence: they say how often raters found the same few "
         "cases.",
         "Bijna alle oordelen zijn gelijk: de code is aan bijna geen of bijna alle eenheden gegeven, of een "
         "variabele heeft bijna overal één waarde. Toeval alleen geeft dan al veel overeenstemming, en kappa "
         "kan laag zijn terwijl beoordelaars het bijna altijd eens zijn. Lees haar naast AC1 en, bij een "
         "zeldzame code, de overeenstemming over aanwezigheid, bij een veelgegeven code die over "
         "afwezigheid: zij zeggen hoe vaak beoordelaars dezelfde weinige gevallen vonden."},
        {"caveat", "bias", "Unequal use by raters", "Ongelijk gebruik door beoordelaars"},
        {"caveat_text", "bias",
         "Raters gave the code unequally often. They may draw its border differently; look at who gives it "
         "more, before reading kappa.",
         "Beoordelaars gaven de code ongelijk vaak. Misschien trekken zij de grens anders; kijk wie haar "
         "vaker geeft voordat u kappa leest."},
        {"caveat", "pooled_prompts", "Pooled over prompts", "Samengevoegd over vragen"},
        {"caveat_text", "pooled_prompts",
         "The result joins units of several prompts. Where a code is common in one prompt and rare in "
         "another, raters agree on the prompt alone, and the pooled coefficient can lie above those of all "
         "prompts. The results by prompt come first.",
         "Het resultaat voegt eenheden van meer vragen samen. Waar een code bij de ene vraag vaak en bij de "
         "andere zelden voorkomt, stemmen beoordelaars al door de vraag overeen, en de samengevoegde "
         "coëfficiënt kan boven die van alle vragen liggen. De resultaten per vraag gaan voor."},
        {"caveat", "undefined_pairs", "Parts without a value", "Delen zonder waarde"},
        {"caveat_text", "undefined_pairs",
         "For some pairs of raters, or some codes, the coefficient is not defined. A mean over codes leaves "
         "them out; Light's kappa is then not defined itself.",
         "Voor sommige paren beoordelaars, of sommige codes, is de coëfficiënt onbepaald. Een gemiddelde "
         "over codes laat ze weg; Lights kappa is dan zelf onbepaald."},
        {"caveat", "undefined_replicates", "Draws without a value", "Trekkingen zonder waarde"},
        {"caveat_text", "undefined_replicates",
         "In some of the samples that were drawn for the interval the coefficient had no value, for example "
         "because only one category was drawn. The interval rests on the others; with many such draws it is "
         "not to be trusted.",
         "In sommige steekproeven die voor het interval zijn getrokken had de coëfficiënt geen waarde, "
         "bijvoorbeeld omdat maar één categorie is getrokken. Het interval berust op de andere; bij veel "
         "zulke trekkingen is het niet te vertrouwen."},
    };
    return ids;
}

} // namespace rapport::report
