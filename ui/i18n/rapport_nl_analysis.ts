<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Save the figure…</source>
        <translation>Figuur bewaren…</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Tabel bewaren…</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Rijen filteren</translation>
    </message>
    <message>
        <source>Results as a table</source>
        <translation>Resultaten als tabel</translation>
    </message>
    <message>
        <source>Results as a figure</source>
        <translation>Resultaten als figuur</translation>
    </message>
    <message>
        <source>Narrow by rounds, participants, codes…</source>
        <translation>Beperken tot rondes, deelnemers, codes…</translation>
    </message>
</context>
<context>
    <name>Analysis</name>
    <message>
        <source>How often</source>
        <translation>Hoe vaak</translation>
    </message>
    <message>
        <source>Groups compared</source>
        <translation>Groepen vergeleken</translation>
    </message>
    <message>
        <source>Codes together</source>
        <translation>Codes samen</translation>
    </message>
    <message>
        <source>Codes per unit</source>
        <translation>Codes per eenheid</translation>
    </message>
    <message>
        <source>Numbers by group</source>
        <translation>Aantallen per groep</translation>
    </message>
    <message>
        <source>Codes and scores</source>
        <translation>Codes en scores</translation>
    </message>
    <message>
        <source>Yes-no questions</source>
        <translation>Ja-neevragen</translation>
    </message>
    <message>
        <source>Along transcripts</source>
        <translation>Langs transcripten</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprekers</translation>
    </message>
    <message>
        <source>New codes per source</source>
        <translation>Nieuwe codes per bron</translation>
    </message>
    <message>
        <source>Panel rounds</source>
        <translation>Panelrondes</translation>
    </message>
    <message>
        <source>Raters over time</source>
        <translation>Beoordelaars in de tijd</translation>
    </message>
    <message>
        <source>How often is each code given, and between which limits?</source>
        <translation>Hoe vaak is elke code gegeven, en binnen welke grenzen?</translation>
    </message>
    <message>
        <source>Is a code given more often in one group than in another?</source>
        <translation>Is een code in de ene groep vaker gegeven dan in de andere?</translation>
    </message>
    <message>
        <source>Which codes are given together?</source>
        <translation>Welke codes worden samen gegeven?</translation>
    </message>
    <message>
        <source>How many codes does a unit have?</source>
        <translation>Hoeveel codes heeft een eenheid?</translation>
    </message>
    <message>
        <source>Do groups differ in numbers of codes, levels and counts?</source>
        <translation>Verschillen groepen in aantallen codes, niveaus en tellingen?</translation>
    </message>
    <message>
        <source>Do people who show a code score higher?</source>
        <translation>Scoren mensen die een code tonen hoger?</translation>
    </message>
    <message>
        <source>Who said yes?</source>
        <translation>Wie zei ja?</translation>
    </message>
    <message>
        <source>Where in a talk does a code come, and what follows it?</source>
        <translation>Waar in een gesprek komt een code, en wat volgt erop?</translation>
    </message>
    <message>
        <source>Who speaks how much, and with which codes?</source>
        <translation>Wie spreekt hoeveel, en met welke codes?</translation>
    </message>
    <message>
        <source>Do more people still bring new codes?</source>
        <translation>Brengen meer mensen nog nieuwe codes?</translation>
    </message>
    <message>
        <source>Does a panel come closer from round to round?</source>
        <translation>Komt een panel van ronde tot ronde dichter bij elkaar?</translation>
    </message>
    <message>
        <source>Does a rater give a code more often as time goes by?</source>
        <translation>Geeft een beoordelaar een code vaker naarmate de tijd vordert?</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Aandelen</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergelijkingen</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paren</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Aantallen</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verdeling</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Wat volgt</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Quarters</source>
        <translation>Kwarten</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variabele</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>with</source>
        <translation>met</translation>
    </message>
    <message>
        <source>share</source>
        <translation>aandeel</translation>
    </message>
    <message>
        <source>0 to 100 %</source>
        <translation>0 tot 100 %</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>interval</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>niet beoordeeld</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergelijking</translation>
    </message>
    <message>
        <source>first group</source>
        <translation>eerste groep</translation>
    </message>
    <message>
        <source>second group</source>
        <translation>tweede groep</translation>
    </message>
    <message>
        <source>difference, points</source>
        <translation>verschil, punten</translation>
    </message>
    <message>
        <source>odds ratio</source>
        <translation>odds ratio</translation>
    </message>
    <message>
        <source>test</source>
        <translation>toets</translation>
    </message>
    <message>
        <source>statistic</source>
        <translation>toetsgrootheid</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p, Holm</source>
        <translation>p, Holm</translation>
    </message>
    <message>
        <source>Cramér&apos;s V</source>
        <translation>V van Cramér</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>groepen</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>first</source>
        <translation>eerste</translation>
    </message>
    <message>
        <source>second</source>
        <translation>tweede</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Wat geteld is</translation>
    </message>
    <message>
        <source>value</source>
        <translation>waarde</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>gemiddelde</translation>
    </message>
    <message>
        <source>sd</source>
        <translation>sd</translation>
    </message>
    <message>
        <source>least</source>
        <translation>minste</translation>
    </message>
    <message>
        <source>lower quartile</source>
        <translation>onderste kwartiel</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediaan</translation>
    </message>
    <message>
        <source>upper quartile</source>
        <translation>bovenste kwartiel</translation>
    </message>
    <message>
        <source>most</source>
        <translation>meeste</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>mean with</source>
        <translation>gemiddelde met</translation>
    </message>
    <message>
        <source>mean without</source>
        <translation>gemiddelde zonder</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>n, first</source>
        <translation>n, eerste</translation>
    </message>
    <message>
        <source>n, second</source>
        <translation>n, tweede</translation>
    </message>
    <message>
        <source>median, first</source>
        <translation>mediaan, eerste</translation>
    </message>
    <message>
        <source>median, second</source>
        <translation>mediaan, tweede</translation>
    </message>
    <message>
        <source>rank-biserial r</source>
        <translation>rangbiseriële r</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Spreker</translation>
    </message>
    <message>
        <source>place</source>
        <translation>plaats</translation>
    </message>
    <message>
        <source>from</source>
        <translation>van</translation>
    </message>
    <message>
        <source>to</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>comes</source>
        <translation>komt</translation>
    </message>
    <message>
        <source>times</source>
        <translation>keer</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>beurten</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>tekens</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>seconden</translation>
    </message>
    <message>
        <source>judged turns</source>
        <translation>beoordeelde beurten</translation>
    </message>
    <message>
        <source>coded turns</source>
        <translation>gecodeerde beurten</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>codes</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>bronnen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gezien</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Beoordelaar</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Kwart</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>quartile range</source>
        <translation>kwartielafstand</translation>
    </message>
    <message>
        <source>all questions</source>
        <translation>alle vragen</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>zinnen</translation>
    </message>
    <message>
        <source>transcripts</source>
        <translation>transcripten</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwoorden</translation>
    </message>
    <message>
        <source>number of codes</source>
        <translation>aantal codes</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>count</source>
        <translation>telling</translation>
    </message>
    <message>
        <source>Fisher, simulated</source>
        <translation>Fisher, gesimuleerd</translation>
    </message>
    <message>
        <source>Fisher</source>
        <translation>Fisher</translation>
    </message>
    <message>
        <source>χ²</source>
        <translation>χ²</translation>
    </message>
    <message>
        <source>no variation</source>
        <translation>geen variatie</translation>
    </message>
    <message>
        <source>Mann-Whitney</source>
        <translation>Mann-Whitney</translation>
    </message>
    <message>
        <source>Kruskal-Wallis</source>
        <translation>Kruskal-Wallis</translation>
    </message>
    <message>
        <source>Wilson</source>
        <translation>Wilson</translation>
    </message>
    <message>
        <source>by person or transcript</source>
        <translation>per persoon of transcript</translation>
    </message>
    <message>
        <source>Wilson, by person or transcript</source>
        <translation>Wilson, per persoon of transcript</translation>
    </message>
    <message>
        <source>too few persons</source>
        <translation>te weinig personen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Staven</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Stippen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>Gestapelde staven</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curve</translation>
    </message>
    <message>
        <source>%1: %2 of %3 (%4).</source>
        <translation>%1: %2 van %3 (%4).</translation>
    </message>
    <message>
        <source>Too few persons or transcripts for limits of a share in which they count more than once.</source>
        <translation>Te weinig personen of transcripten voor grenzen van een aandeel waarin ze meer dan eens meetellen.</translation>
    </message>
    <message>
        <source>%1 % interval %2 to %3 (%4).</source>
        <translation>%1 %-interval %2 tot %3 (%4).</translation>
    </message>
    <message>
        <source>Not judged, and in neither number: %1.</source>
        <translation>Niet beoordeeld, en in geen van beide aantallen: %1.</translation>
    </message>
    <message>
        <source>Everybody or nobody has it: there is nothing to test.</source>
        <translation>Iedereen of niemand heeft het: er valt niets te toetsen.</translation>
    </message>
    <message>
        <source>Difference %1 points, %2 to %3 (Newcombe).</source>
        <translation>Verschil %1 punten, %2 tot %3 (Newcombe).</translation>
    </message>
    <message>
        <source>Odds ratio %1, %2 to %3.</source>
        <translation>Odds ratio %1, %2 tot %3.</translation>
    </message>
    <message>
        <source>%1: p %2; Holm over %3 comparisons: p %4.</source>
        <translation>%1: p %2; Holm over %3 vergelijkingen: p %4.</translation>
    </message>
    <message>
        <source>Given together %1 times: of %2 and %3. Jaccard %4.</source>
        <translation>%1 keer samen gegeven: van %2 en %3. Jaccard %4.</translation>
    </message>
    <message>
        <source>One value per unit, never the union: the one rater&apos;s; where several rated it, what was settled, else the first assigned rater&apos;s.</source>
        <translation>Eén waarde per eenheid, nooit de som: die van de ene beoordelaar; waar er meer codeerden, wat beslecht is, anders die van de eerst toegewezen beoordelaar.</translation>
    </message>
    <message>
        <source>What was settled and what all raters of a unit share; the rest is missing.</source>
        <translation>Wat beslecht is en wat alle beoordelaars van een eenheid delen; de rest ontbreekt.</translation>
    </message>
    <message>
        <source>One value per unit, never the union: the one rater&apos;s; where several rated it, the first assigned rater&apos;s. What was settled stays out.</source>
        <translation>Eén waarde per eenheid, nooit de som: die van de ene beoordelaar; waar er meer codeerden, die van de eerst toegewezen beoordelaar. Wat beslecht is, blijft erbuiten.</translation>
    </message>
    <message>
        <source>%1 of %2: %3 settled, %4 from one rater, %5 from the first of several, %6 not judged.</source>
        <translation>%1 van %2: %3 beslecht, %4 van één beoordelaar, %5 van de eerste van meer, %6 niet beoordeeld.</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 eenheid</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 eenheden</translation>
    </message>
    <message>
        <source>1 participant</source>
        <translation>1 deelnemer</translation>
    </message>
    <message>
        <source>%1 participants</source>
        <translation>%1 deelnemers</translation>
    </message>
    <message>
        <source>degrees of freedom</source>
        <translation>vrijheidsgraden</translation>
    </message>
    <message>
        <source>smallest expected count</source>
        <translation>kleinste verwachte aantal</translation>
    </message>
    <message>
        <source>comparisons that Holm counts</source>
        <translation>vergelijkingen die Holm telt</translation>
    </message>
    <message>
        <source>Rounds: %1; codebook version %2.</source>
        <translation>Rondes: %1; codeboek versie %2.</translation>
    </message>
    <message>
        <source>Fisher&apos;s exact test where an expected count is below 5, else χ² without correction.</source>
        <translation>Exacte toets van Fisher waar een verwacht aantal onder 5 ligt, anders χ² zonder correctie.</translation>
    </message>
    <message>
        <source>Tests by ranks are large-sample, corrected for ties.</source>
        <translation>Rangtoetsen zijn voor grote steekproeven, gecorrigeerd voor gelijke waarden.</translation>
    </message>
    <message>
        <source>1 unit is left out: you still have to rate it yourself.</source>
        <translation>1 eenheid blijft weg: je moet die zelf nog beoordelen.</translation>
    </message>
    <message>
        <source>%1 units are left out: you still have to rate them yourself.</source>
        <translation>%1 eenheden blijven weg: je moet ze zelf nog beoordelen.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AnalysedUnits</name>
    <message>
        <source>settled</source>
        <translation>beslecht</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>niet beoordeeld</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AnalysisFilters</name>
    <message>
        <source>Reading the groups</source>
        <translation>De groepen lezen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>rounds %1</source>
        <translation>rondes %1</translation>
    </message>
    <message>
        <source>questions %1</source>
        <translation>vragen %1</translation>
    </message>
    <message>
        <source>participants with %1</source>
        <translation>deelnemers met %1</translation>
    </message>
    <message>
        <source>participants %1</source>
        <translation>deelnemers %1</translation>
    </message>
    <message>
        <source>codes %1</source>
        <translation>codes %1</translation>
    </message>
    <message>
        <source>raters %1</source>
        <translation>beoordelaars %1</translation>
    </message>
    <message>
        <source>passages that cover %1</source>
        <translation>passages die %1 beslaan</translation>
    </message>
    <message>
        <source>Only: %1.</source>
        <translation>Alleen: %1.</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Rondes</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Deelnemers</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Beoordelaars</translation>
    </message>
    <message>
        <source>%1: all</source>
        <translation>%1: alle</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 van %3</translation>
    </message>
    <message>
        <source>Participants by name</source>
        <translation>Deelnemers op naam</translation>
    </message>
    <message>
        <source>P001, P002</source>
        <translation>P001, P002</translation>
    </message>
    <message>
        <source>Participants by name, with commas between them</source>
        <translation>Deelnemers op naam, met komma's ertussen</translation>
    </message>
    <message>
        <source>A passage must cover</source>
        <translation>Een passage moet beslaan</translation>
    </message>
    <message>
        <source>any part of it</source>
        <translation>een deel ervan</translation>
    </message>
    <message>
        <source>more than half of it</source>
        <translation>meer dan de helft ervan</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles ervan</translation>
    </message>
    <message>
        <source>All again</source>
        <translation>Weer alles</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AnalysisTable</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 tot %3)</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>iedereen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AnalysisView</name>
    <message>
        <source>To the overview</source>
        <translation>Naar het overzicht</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Figuur bewaren</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabel bewaren</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-tabel (*.csv)</translation>
    </message>
    <message>
        <source>The figure is at %1</source>
        <translation>De figuur staat in %1</translation>
    </message>
    <message>
        <source>The table is at %1</source>
        <translation>De tabel staat in %1</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>the units behind a number</source>
        <translation>de eenheden achter een getal</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>figuur</translation>
    </message>
    <message>
        <source>everything else</source>
        <translation>al het andere</translation>
    </message>
    <message>
        <source>nobody apart</source>
        <translation>niemand apart</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Bezig met analyseren</translation>
    </message>
    <message>
        <source>each question</source>
        <translation>elke vraag</translation>
    </message>
    <message>
        <source>Enter on a number opens the units that it counts.</source>
        <translation>Enter op een getal opent de eenheden die het telt.</translation>
    </message>
    <message>
        <source>These figures are made of whole sources or raters, not of single units.</source>
        <translation>Deze cijfers komen van hele bronnen of beoordelaars, niet van losse eenheden.</translation>
    </message>
    <message>
        <source>Finding the units</source>
        <translation>Eenheden zoeken</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 eenheid</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 eenheden</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Er zijn er geen.</translation>
    </message>
    <message>
        <source>Analysis is for the coordinator</source>
        <translation>Analyse is voor de coördinator</translation>
    </message>
    <message>
        <source>Results tell of other raters and of groups. A rater who sees them rates differently.</source>
        <translation>Resultaten vertellen over andere beoordelaars en over groepen. Wie ze ziet, codeert anders.</translation>
    </message>
    <message>
        <source>Nothing to analyse</source>
        <translation>Niets te analyseren</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Geen antwoord</translation>
    </message>
    <message>
        <source>No comparison of these groups</source>
        <translation>Geen vergelijking van deze groepen</translation>
    </message>
    <message>
        <source>The study lays down which groups are set side by side, and none of them is by this. All groups compares them at once; Shares has each.</source>
        <translation>De studie legt vast welke groepen naast elkaar staan, en daar is er geen van bij. Alle groepen vergelijkt ze in één keer; Aandelen heeft elk.</translation>
    </message>
    <message>
        <source>Drawn are the %1 most frequent of %2 codes; the table has all.</source>
        <translation>Getekend zijn de %1 vaakst gegeven van %2 codes; de tabel heeft ze alle.</translation>
    </message>
    <message>
        <source>Units left out, as the coordinator still has to rate them:</source>
        <translation>Eenheden die wegblijven, omdat de coördinator ze nog moet beoordelen:</translation>
    </message>
    <message>
        <source>as the study compares</source>
        <translation>zoals de studie vergelijkt</translation>
    </message>
    <message>
        <source>No figure for this one</source>
        <translation>Hier bestaat geen figuur van</translation>
    </message>
    <message>
        <source>These figures are read best in the table.</source>
        <translation>Deze cijfers lezen het best in de tabel.</translation>
    </message>
    <message>
        <source>There is nothing to draw: the table is empty, or no groups were chosen.</source>
        <translation>Er valt niets te tekenen: de tabel is leeg, of er zijn geen groepen gekozen.</translation>
    </message>
    <message>
        <source>Nothing in this table</source>
        <translation>Niets in deze tabel</translation>
    </message>
    <message>
        <source>No unit of the study enters it. Another question or other groups may have some.</source>
        <translation>Geen eenheid van de studie komt erin. Een andere vraag of andere groepen hebben er misschien.</translation>
    </message>
    <message>
        <source>also %1 that never occur</source>
        <translation>ook %1 die nooit voorkomen</translation>
    </message>
    <message>
        <source>one per unit</source>
        <translation>één per eenheid</translation>
    </message>
    <message>
        <source>raters, without the consensus</source>
        <translation>beoordelaars, zonder de consensus</translation>
    </message>
    <message>
        <source>the consensus alone</source>
        <translation>alleen de consensus</translation>
    </message>
    <message>
        <source>in the same answer or turn</source>
        <translation>in hetzelfde antwoord of dezelfde beurt</translation>
    </message>
    <message>
        <source>in the same turn</source>
        <translation>in dezelfde beurt</translation>
    </message>
    <message>
        <source>in passages that overlap</source>
        <translation>in passages die overlappen</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Wat gevraagd wordt</translation>
    </message>
    <message>
        <source>Groups by</source>
        <translation>Groepen volgens</translation>
    </message>
    <message>
        <source>Whose codes</source>
        <translation>Wiens codes</translation>
    </message>
    <message>
        <source>What counts as together</source>
        <translation>Wat als samen telt</translation>
    </message>
    <message>
        <source>Kind of figure</source>
        <translation>Soort figuur</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figuur</translation>
    </message>
    <message>
        <source>Table or figure</source>
        <translation>Tabel of figuur</translation>
    </message>
    <message>
        <source>Part of the answer</source>
        <translation>Deel van het antwoord</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filteren</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Rijen filteren</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Units behind the number</source>
        <translation>Eenheden achter het getal</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Eenheden</translation>
    </message>
    <message>
        <source>with</source>
        <translation>met</translation>
    </message>
    <message>
        <source>without</source>
        <translation>zonder</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>niet beoordeeld</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Which units</source>
        <translation>Welke eenheden</translation>
    </message>
    <message>
        <source>Table…</source>
        <translation>Tabel…</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Figuur…</translation>
    </message>
    <message>
        <source>Narrow by rounds, questions, participants, codes or raters</source>
        <translation>Beperken tot rondes, vragen, deelnemers, codes of beoordelaars</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Beperken</translation>
    </message>
    <message>
        <source>Narrow: %1</source>
        <translation>Beperken: %1</translation>
    </message>
    <message>
        <source>No row matches the filter. Esc in the filter clears it.</source>
        <translation>Geen rij past bij het filter. Esc in het filter wist het.</translation>
    </message>
</context>
</TS>
