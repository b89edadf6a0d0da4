<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Kappa report</source>
        <translation>Kapparapport</translation>
    </message>
    <message>
        <source>Units behind the number</source>
        <translation>Eenheden achter het getal</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Opnieuw meten</translation>
    </message>
    <message>
        <source>Plan sample…</source>
        <translation>Steekproef plannen…</translation>
    </message>
    <message>
        <source>R script…</source>
        <translation>R-script…</translation>
    </message>
    <message>
        <source>Save the figure…</source>
        <translation>De figuur opslaan…</translation>
    </message>
</context>
<context>
    <name>AgreementWords</name>
    <message>
        <source>batch %1</source>
        <translation>reeks %1</translation>
    </message>
    <message>
        <source>several versions</source>
        <translation>verschillende versies</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versie %1</translation>
    </message>
    <message>
        <source>the large-sample standard error of Fleiss, Cohen and Everitt (1969)</source>
        <translation>de standaardfout voor grote steekproeven van Fleiss, Cohen en Everitt (1969)</translation>
    </message>
    <message>
        <source>Gwet&apos;s linearised standard error (2014), t quantiles</source>
        <translation>Gwets gelineariseerde standaardfout (2014), t-kwantielen</translation>
    </message>
    <message>
        <source>Wilson&apos;s interval for a proportion (1927)</source>
        <translation>het interval van Wilson voor een proportie (1927)</translation>
    </message>
    <message>
        <source>a linearised standard error, t quantiles (Gwet 2014)</source>
        <translation>een gelineariseerde standaardfout, t-kwantielen (Gwet 2014)</translation>
    </message>
    <message>
        <source>a linearised standard error over participants or transcripts</source>
        <translation>een gelineariseerde standaardfout over deelnemers of transcripten</translation>
    </message>
    <message>
        <source>a bootstrap over units</source>
        <translation>een bootstrap over eenheden</translation>
    </message>
    <message>
        <source>a bootstrap over participants or transcripts</source>
        <translation>een bootstrap over deelnemers of transcripten</translation>
    </message>
    <message>
        <source>a jackknife over units</source>
        <translation>een jackknife over eenheden</translation>
    </message>
    <message>
        <source>a jackknife over participants or transcripts</source>
        <translation>een jackknife over deelnemers of transcripten</translation>
    </message>
    <message>
        <source>the F distribution (McGraw and Wong 1996)</source>
        <translation>de F-verdeling (McGraw en Wong 1996)</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ</source>
        <translation>Cohens κ</translation>
    </message>
    <message>
        <source>Conger&apos;s κ</source>
        <translation>Congers κ</translation>
    </message>
    <message>
        <source>Fleiss&apos; κ</source>
        <translation>Fleiss&apos; κ</translation>
    </message>
    <message>
        <source>Light&apos;s κ</source>
        <translation>Lights κ</translation>
    </message>
    <message>
        <source>Scott&apos;s π</source>
        <translation>Scotts π</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s α</source>
        <translation>Krippendorffs α</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC1</source>
        <translation>Gwets AC1</translation>
    </message>
    <message>
        <source>Intraclass correlation</source>
        <translation>Intraklassecorrelatie</translation>
    </message>
    <message>
        <source>Percent agreement</source>
        <translation>Percentage overeenstemming</translation>
    </message>
    <message>
        <source>κ pooled over codes</source>
        <translation>κ samengevoegd over codes</translation>
    </message>
    <message>
        <source>Mean κ over codes</source>
        <translation>Gemiddelde κ over codes</translation>
    </message>
    <message>
        <source>linear weights</source>
        <translation>lineaire gewichten</translation>
    </message>
    <message>
        <source>quadratic weights</source>
        <translation>kwadratische gewichten</translation>
    </message>
    <message>
        <source>ordinal weights</source>
        <translation>ordinale gewichten</translation>
    </message>
    <message>
        <source>weights of the study</source>
        <translation>gewichten van de studie</translation>
    </message>
    <message>
        <source>nominal scale</source>
        <translation>nominale schaal</translation>
    </message>
    <message>
        <source>interval scale</source>
        <translation>intervalschaal</translation>
    </message>
    <message>
        <source>ratio scale</source>
        <translation>ratioschaal</translation>
    </message>
    <message>
        <source>MASI distances between sets</source>
        <translation>MASI-afstanden tussen verzamelingen</translation>
    </message>
    <message>
        <source>Jaccard distances between sets</source>
        <translation>Jaccard-afstanden tussen verzamelingen</translation>
    </message>
    <message>
        <source>Dice distances between sets</source>
        <translation>Dice-afstanden tussen verzamelingen</translation>
    </message>
    <message>
        <source>Pooled over questions</source>
        <translation>Samengevoegd over vragen</translation>
    </message>
    <message>
        <source>Units of several questions are joined. Where a code is common in one question and rare in another, this can lie above the value of every question: see By question.</source>
        <translation>Eenheden van verschillende vragen zijn samengevoegd. Is een code bij de ene vraag gewoon en bij de andere zeldzaam, dan kan dit boven de waarde van elke vraag liggen: zie Per vraag.</translation>
    </message>
    <message>
        <source>Very common or very rare</source>
        <translation>Zeer vaak of zeer zelden</translation>
    </message>
    <message>
        <source>Almost all judgements are the same, so chance alone agrees often. κ can be low although raters nearly always agree.</source>
        <translation>Bijna alle oordelen zijn gelijk, dus toeval alleen stemt al vaak overeen. κ kan laag zijn hoewel beoordelaars het bijna altijd eens zijn.</translation>
    </message>
    <message>
        <source>Used unequally often</source>
        <translation>Ongelijk vaak gebruikt</translation>
    </message>
    <message>
        <source>Raters gave it unequally often; they may draw its border differently. Look at who gives it more before reading κ.</source>
        <translation>Beoordelaars gaven ze ongelijk vaak; misschien trekken ze de grens anders. Kijk wie ze vaker geeft voor je κ leest.</translation>
    </message>
    <message>
        <source>Few units</source>
        <translation>Weinig eenheden</translation>
    </message>
    <message>
        <source>The value rests on few units; the true uncertainty may be larger than the interval shows.</source>
        <translation>De waarde steunt op weinig eenheden; de echte onzekerheid kan groter zijn dan het interval toont.</translation>
    </message>
    <message>
        <source>Too few participants for an interval</source>
        <translation>Te weinig deelnemers voor een interval</translation>
    </message>
    <message>
        <source>The units come from fewer than ten participants or transcripts. An interval would promise too much, so none is shown.</source>
        <translation>De eenheden komen van minder dan tien deelnemers of transcripten. Een interval zou te veel beloven en wordt niet getoond.</translation>
    </message>
    <message>
        <source>Units taken as independent</source>
        <translation>Eenheden als onafhankelijk genomen</translation>
    </message>
    <message>
        <source>Several units come from one participant or transcript, but the interval takes them as independent. It is then usually too narrow.</source>
        <translation>Verschillende eenheden komen van één deelnemer of transcript, maar het interval neemt ze als onafhankelijk. Het is dan meestal te smal.</translation>
    </message>
    <message>
        <source>Standard error of zero</source>
        <translation>Standaardfout van nul</translation>
    </message>
    <message>
        <source>Raters agree on every unit, or one of them always judged the same. That is no certainty, so no interval is shown.</source>
        <translation>Beoordelaars zijn het over elke eenheid eens, of een van hen oordeelde altijd hetzelfde. Dat is geen zekerheid, dus er wordt geen interval getoond.</translation>
    </message>
    <message>
        <source>Interval cut at its bounds</source>
        <translation>Interval afgekapt op de grenzen</translation>
    </message>
    <message>
        <source>The formula&apos;s limits went beyond what the coefficient can be and were cut there. The interval is rough.</source>
        <translation>De grenzen van de formule lagen verder dan de coëfficiënt kan zijn en zijn daar afgekapt. Het interval is ruw.</translation>
    </message>
    <message>
        <source>Pairs without a value</source>
        <translation>Paren zonder waarde</translation>
    </message>
    <message>
        <source>One unit alone</source>
        <translation>Eén enkele eenheid</translation>
    </message>
    <message>
        <source>All units but one were judged alike. The value hangs on that one unit; do not rely on the interval.</source>
        <translation>Alle eenheden op één na zijn gelijk beoordeeld. De waarde hangt aan die ene eenheid; vertrouw niet op het interval.</translation>
    </message>
    <message>
        <source>For some pairs of raters the coefficient is not defined; the mean leaves them out.</source>
        <translation>Voor sommige paren beoordelaars is de coëfficiënt niet bepaald; het gemiddelde laat ze weg.</translation>
    </message>
    <message>
        <source>meets</source>
        <translation>voldoet</translation>
    </message>
    <message>
        <source>The lower end of the interval reaches %1.</source>
        <translation>De ondergrens van het interval haalt %1.</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>waarschijnlijk</translation>
    </message>
    <message>
        <source>The value reaches %1, the lower end does not.</source>
        <translation>De waarde haalt %1, de ondergrens niet.</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>onzeker</translation>
    </message>
    <message>
        <source>The value stays under %1, the upper end does not.</source>
        <translation>De waarde blijft onder %1, de bovengrens niet.</translation>
    </message>
    <message>
        <source>below</source>
        <translation>eronder</translation>
    </message>
    <message>
        <source>The whole interval lies under %1.</source>
        <translation>Het hele interval ligt onder %1.</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>te weinig</translation>
    </message>
    <message>
        <source>Fewer than %1 units hold the code, or lack it, or have another value than the commonest: one unit more or less moves the value too far for a verdict.</source>
        <translation>Minder dan %1 eenheden hebben de code, of missen haar, of hebben een andere waarde dan de meest gegeven: één eenheid meer of minder verschuift de waarde te ver voor een oordeel.</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>niet bepaald</translation>
    </message>
    <message>
        <source>There is no value for these data.</source>
        <translation>Er is geen waarde voor deze data.</translation>
    </message>
    <message>
        <source>Conger&apos;s κ, all raters</source>
        <translation>Congers κ, alle beoordelaars</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC2</source>
        <translation>Gwets AC2</translation>
    </message>
    <message>
        <source>ordinal scale</source>
        <translation>ordinale schaal</translation>
    </message>
    <message>
        <source>weighted κ</source>
        <translation>gewogen κ</translation>
    </message>
    <message>
        <source>Only one category was used: chance alone agrees always, and nothing can be said beyond it.</source>
        <translation>Er is maar één categorie gebruikt: toeval alleen stemt altijd overeen, en daarboven valt niets te zeggen.</translation>
    </message>
    <message>
        <source>No unit was completed by two raters.</source>
        <translation>Geen eenheid is door twee beoordelaars afgewerkt.</translation>
    </message>
    <message>
        <source>Agreement needs two raters.</source>
        <translation>Voor overeenstemming zijn twee beoordelaars nodig.</translation>
    </message>
    <message>
        <source>There are fewer units than the formula needs.</source>
        <translation>Er zijn minder eenheden dan de formule nodig heeft.</translation>
    </message>
    <message>
        <source>The coefficient is not made for these data.</source>
        <translation>De coëfficiënt is niet voor deze data gemaakt.</translation>
    </message>
    <message>
        <source>one category only</source>
        <translation>één categorie</translation>
    </message>
    <message>
        <source>no unit rated twice</source>
        <translation>niets dubbel beoordeeld</translation>
    </message>
    <message>
        <source>one rater only</source>
        <translation>één beoordelaar</translation>
    </message>
    <message>
        <source>too few units</source>
        <translation>te weinig eenheden</translation>
    </message>
    <message>
        <source>not for these data</source>
        <translation>niet voor deze data</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 to %2</source>
        <comment>lower and upper end of an interval</comment>
        <translation>%1 tot %2</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AgreementList</name>
    <message>
        <source>Agreement by code</source>
        <translation>Overeenstemming per code</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AgreementModel</name>
    <message>
        <source>All codes together</source>
        <translation>Alle codes samen</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation>ordinaal</translation>
    </message>
    <message>
        <source>nominal</source>
        <translation>nominaal</translation>
    </message>
    <message>
        <source>count</source>
        <translation>aantal</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>geen waarde</translation>
    </message>
    <message>
        <source>all questions together</source>
        <translation>alle vragen samen</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variabelen</translation>
    </message>
    <message>
        <source>one value for each unit</source>
        <translation>één waarde per eenheid</translation>
    </message>
    <message>
        <source>At least %1 of the units hold the code.</source>
        <translation>Minstens %1 van de eenheden hebben de code.</translation>
    </message>
    <message>
        <source>1 unit holds the code.</source>
        <translation>1 eenheid heeft de code.</translation>
    </message>
    <message>
        <source>%1 units hold the code.</source>
        <translation>%1 eenheden hebben de code.</translation>
    </message>
    <message>
        <source>Enter opens the units on which raters differ.</source>
        <translation>Enter opent de eenheden waarover beoordelaars verschillen.</translation>
    </message>
    <message>
        <source>Of all judgements, the share that gives the code. Enter opens the units that hold it.</source>
        <translation>Het deel van alle oordelen dat de code geeft. Enter opent de eenheden die ze hebben.</translation>
    </message>
    <message>
        <source>Units that two raters or more completed. Enter opens them.</source>
        <translation>Eenheden die twee of meer beoordelaars hebben afgewerkt. Enter opent ze.</translation>
    </message>
    <message>
        <source>Judgements that are missing: not completed by a rater, or the code was not there yet.</source>
        <translation>Ontbrekende oordelen: niet afgewerkt door een beoordelaar, of de code bestond nog niet.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>interval as a bar</source>
        <translation>interval als balk</translation>
    </message>
    <message>
        <source>%1 % interval</source>
        <translation>%1 %-interval</translation>
    </message>
    <message>
        <source>percent agreement</source>
        <translation>percentage overeenstemming</translation>
    </message>
    <message>
        <source>agree %</source>
        <translation>eens %</translation>
    </message>
    <message>
        <source>prevalence in percent</source>
        <translation>prevalentie in procent</translation>
    </message>
    <message>
        <source>prev. %</source>
        <translation>prev. %</translation>
    </message>
    <message>
        <source>units</source>
        <translation>eenheden</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ontbrekend</translation>
    </message>
    <message>
        <source>miss.</source>
        <translation>ontbr.</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>oordeel</translation>
    </message>
    <message>
        <source>lower end</source>
        <translation>ondergrens</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>doel %1</translation>
    </message>
    <message>
        <source>transcripts</source>
        <translation>transcripten</translation>
    </message>
    <message>
        <source>%1 batches</source>
        <translation>%1 reeksen</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>reeksen</translation>
    </message>
    <message>
        <source>Batch by batch, in the order in which units became fully rated: %1</source>
        <translation>Reeks per reeks, in de volgorde waarin eenheden volledig beoordeeld raakten: %1</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AgreementPanel</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Goed om te weten</translation>
    </message>
    <message>
        <source>Units behind the number</source>
        <translation>Eenheden achter het getal</translation>
    </message>
    <message>
        <source>Which units</source>
        <translation>Welke eenheden</translation>
    </message>
    <message>
        <source>Table of two raters</source>
        <translation>Tabel van twee beoordelaars</translation>
    </message>
    <message>
        <source>Rater pairs</source>
        <translation>Paren beoordelaars</translation>
    </message>
    <message>
        <source>Enter opens the unit.</source>
        <translation>Enter opent de eenheid.</translation>
    </message>
    <message>
        <source>%1: %2 % agreement, yet %3 %4</source>
        <translation>%1: %2 % overeenstemming, toch %3 %4</translation>
    </message>
    <message>
        <source>%1: %2 % agreement, %3 %4</source>
        <translation>%1: %2 % overeenstemming, %3 %4</translation>
    </message>
    <message>
        <source>%1: not defined</source>
        <translation>%1: niet bepaald</translation>
    </message>
    <message>
        <source>%1, interval %2.</source>
        <comment>verdict word, interval</comment>
        <translation>%1, interval %2.</translation>
    </message>
    <message>
        <source>If it stays at %1, about %2 units in all would bring the lower end to %3.</source>
        <translation>Blijft het %1, dan brengen in totaal ongeveer %2 eenheden de ondergrens op %3.</translation>
    </message>
    <message>
        <source>Add units that are likely to be without it.</source>
        <translation>Voeg eenheden toe die de code waarschijnlijk niet hebben.</translation>
    </message>
    <message>
        <source>Add units that are likely to hold it: %1 of %2 hold it now.</source>
        <translation>Voeg eenheden toe die de code waarschijnlijk hebben: nu %1 van %2.</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>minstens %1</translation>
    </message>
    <message>
        <source>Units on which raters differ</source>
        <translation>Eenheden met verschil</translation>
    </message>
    <message>
        <source>Units of all groups</source>
        <translation>Eenheden van alle groepen</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>mean κ over %1 codes</source>
        <translation>gemiddelde κ over %1 codes</translation>
    </message>
    <message>
        <source>κ of %1</source>
        <translation>κ van %1</translation>
    </message>
    <message>
        <source>%1 with %2: %3</source>
        <translation>%1 met %2: %3</translation>
    </message>
    <message>
        <source>Lowest: %1 with %2. A cell chooses the pair of the table above.</source>
        <translation>Laagste: %1 met %2. Een cel kiest het paar van de tabel hierboven.</translation>
    </message>
    <message>
        <source>No pair has a value.</source>
        <translation>Geen paar heeft een waarde.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>two raters</comment>
        <translation>%1 tegen %2</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>κ %1, %2; %3</source>
        <translation>κ %1, %2; %3</translation>
    </message>
    <message>
        <source>κ %1; %2</source>
        <translation>κ %1; %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4: %5</source>
        <translation>%1 %2, %3 %4: %5</translation>
    </message>
    <message>
        <source>Rows: %1. Columns: %2.</source>
        <translation>Rijen: %1. Kolommen: %2.</translation>
    </message>
    <message>
        <source>“%1” against “%2” makes %3 of the %4 disagreements.</source>
        <translation>“%1” tegen “%2” maakt %3 van de %4 verschillen uit.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 met %2</translation>
    </message>
    <message>
        <source>κ is not defined for %1</source>
        <translation>κ is niet bepaald voor %1</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Hold it</source>
        <translation>Met de code</translation>
    </message>
    <message>
        <source>With a value</source>
        <translation>Met een waarde</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ontbrekend</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>There is no such unit.</source>
        <translation>Zo&apos;n eenheid is er niet.</translation>
    </message>
    <message>
        <source>No unit matches. Choose another kind above: “All” has every one.</source>
        <translation>Geen eenheid past hierbij. Kies hierboven een andere soort: “Alle” heeft ze allemaal.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AgreementView</name>
    <message>
        <source>To the overview</source>
        <translation>Naar het overzicht</translation>
    </message>
    <message>
        <source>How the figures were made</source>
        <translation>Hoe de cijfers gemaakt zijn</translation>
    </message>
    <message>
        <source>work outside rounds</source>
        <translation>werk buiten rondes</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Overeenstemming</translation>
    </message>
    <message>
        <source>1 rater</source>
        <translation>1 beoordelaar</translation>
    </message>
    <message>
        <source>%1 raters</source>
        <translation>%1 beoordelaars</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Coëfficiënt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Attribute that groups are made by</source>
        <translation>Kenmerk waarmee groepen worden gemaakt</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Target that the lower end should reach</source>
        <translation>Doel dat de ondergrens moet halen</translation>
    </message>
    <message>
        <source>A number between 0 and 1, such as %1</source>
        <translation>Een getal tussen 0 en 1, zoals %1</translation>
    </message>
    <message>
        <source>Kappa report</source>
        <translation>Kapparapport</translation>
    </message>
    <message>
        <source>Agreement by code</source>
        <translation>Overeenstemming per code</translation>
    </message>
    <message>
        <source>the units behind a number</source>
        <translation>de eenheden achter een getal</translation>
    </message>
    <message>
        <source>kappa report</source>
        <translation>kapparapport</translation>
    </message>
    <message>
        <source>Measuring agreement</source>
        <translation>Overeenstemming meten</translation>
    </message>
    <message>
        <source>A unit counts when at least two raters completed it. Completed without the code is a “no”; not completed, or completed before the code was there, is missing.</source>
        <translation>Een eenheid telt mee als minstens twee beoordelaars ze hebben afgewerkt. Afgewerkt zonder de code is een “nee”; niet afgewerkt, of afgewerkt voor de code bestond, is ontbrekend.</translation>
    </message>
    <message>
        <source>95 % interval: %1</source>
        <translation>95 %-interval: %1</translation>
    </message>
    <message>
        <source>%1 participants or transcripts</source>
        <translation>%1 deelnemers of transcripten</translation>
    </message>
    <message>
        <source>%1 draws</source>
        <translation>%1 trekkingen</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>startgetal %1</translation>
    </message>
    <message>
        <source>no chance involved, so no seed</source>
        <translation>zonder toeval, dus zonder startgetal</translation>
    </message>
    <message>
        <source>Meets asks the lower end of the interval to reach %1; fewer than %2 units with the code, or without it, give no verdict.</source>
        <translation>Voldoet vraagt dat de ondergrens van het interval %1 haalt; minder dan %2 eenheden met de code, of zonder, geven geen oordeel.</translation>
    </message>
    <message>
        <source>Questions are joined: see By question.</source>
        <translation>Vragen zijn samengevoegd: zie Per vraag.</translation>
    </message>
    <message>
        <source>1 unit is left out: you still have to rate it, or a text of its participant.</source>
        <translation>1 eenheid is weggelaten: je moet haar, of een tekst van de deelnemer, nog beoordelen.</translation>
    </message>
    <message>
        <source>%1 units are left out: you still have to rate them, or texts of their participants.</source>
        <translation>%1 eenheden zijn weggelaten: je moet ze, of teksten van hun deelnemers, nog beoordelen.</translation>
    </message>
    <message>
        <source>Enter opens the units behind a number.</source>
        <translation>Enter opent de eenheden achter een getal.</translation>
    </message>
    <message>
        <source>Measuring agreement…</source>
        <translation>Overeenstemming meten…</translation>
    </message>
    <message>
        <source>It appears here as soon as it is there.</source>
        <translation>Ze verschijnt hier zodra ze er is.</translation>
    </message>
    <message>
        <source>This round is blind</source>
        <translation>Deze ronde is blind</translation>
    </message>
    <message>
        <source>Agreement would tell you how others rated. The coordinator sees it now; you see it when the coordinator has opened the round.</source>
        <translation>De overeenstemming zou verraden hoe anderen beoordeelden. De coördinator ziet ze nu; jij ziet ze wanneer de coördinator de ronde heeft geopend.</translation>
    </message>
    <message>
        <source>No agreement yet</source>
        <translation>Nog geen overeenstemming</translation>
    </message>
    <message>
        <source>Agreement is measured where two raters have completed the same units. Assign a reliability round, or import codings; it appears here with the first shared unit.</source>
        <translation>Overeenstemming wordt gemeten waar twee beoordelaars dezelfde eenheden hebben afgewerkt. Wijs een betrouwbaarheidsronde toe of importeer coderingen; ze verschijnt hier bij de eerste gedeelde eenheid.</translation>
    </message>
    <message>
        <source>Reading one code</source>
        <translation>Eén code lezen</translation>
    </message>
    <message>
        <source>Finding the units</source>
        <translation>De eenheden zoeken</translation>
    </message>
    <message>
        <source>Codebook version %1, %2 results</source>
        <translation>Codeboek versie %1, %2 resultaten</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>alle soorten</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>antwoord</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>beurt</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>zin</translation>
    </message>
    <message>
        <source>transcript</source>
        <translation>transcript</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Kind of unit that is measured</source>
        <translation>Soort eenheid die wordt gemeten</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Reeks</translation>
    </message>
    <message>
        <source>Plan sample</source>
        <translation>Steekproef plannen</translation>
    </message>
    <message>
        <source>How many units have to be rated twice</source>
        <translation>Hoeveel eenheden dubbel moeten worden beoordeeld</translation>
    </message>
    <message>
        <source>R script</source>
        <translation>R-script</translation>
    </message>
    <message>
        <source>A script in R that holds the ratings and works the coefficients out again</source>
        <translation>Een script in R dat de oordelen bevat en de coëfficiënten narekent</translation>
    </message>
    <message>
        <source>Save the R script</source>
        <translation>R-script bewaren</translation>
    </message>
    <message>
        <source>R script (*.R)</source>
        <translation>R-script (*.R)</translation>
    </message>
    <message>
        <source>Writing the R script</source>
        <translation>R-script schrijven</translation>
    </message>
    <message>
        <source>The R script is in %1</source>
        <translation>Het R-script staat in %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>geen waarde</translation>
    </message>
    <message>
        <source>all codes</source>
        <translation>alle codes</translation>
    </message>
    <message>
        <source>%1: %2 and %3</source>
        <comment>code, two raters with what each gave</comment>
        <translation>%1: %2 en %3</translation>
    </message>
    <message>
        <source>version of the codebook</source>
        <translation>versie van het codeboek</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>doel %1</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>De figuur opslaan</translation>
    </message>
    <message>
        <source>The figure is in %1</source>
        <translation>De figuur staat in %1</translation>
    </message>
</context>
<context>
    <name>rapport::ui::DisagreementModel</name>
    <message>
        <source>not judged</source>
        <translation>niet beoordeeld</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::PlanDialog</name>
    <message>
        <source>Plan sample</source>
        <translation>Steekproef plannen</translation>
    </message>
    <message>
        <source>Goodness of fit for two categories, Donner and Eliasziw (1992); power 80 %, level 5 %.</source>
        <translation>Aanpassingstoets voor twee categorieën, Donner en Eliasziw (1992); onderscheidingsvermogen 80 %, niveau 5 %.</translation>
    </message>
    <message>
        <source>Two raters with shares of their own, Cantor (1996); power 80 %, level 5 %.</source>
        <translation>Twee beoordelaars met elk een eigen aandeel, Cantor (1996); onderscheidingsvermogen 80 %, niveau 5 %.</translation>
    </message>
    <message>
        <source>Largest standard error over all tables, Flack and others (1988); power 80 %, level 5 %.</source>
        <translation>Grootste standaardfout over alle tabellen, Flack en anderen (1988); onderscheidingsvermogen 80 %, niveau 5 %.</translation>
    </message>
    <message>
        <source>From the standard error of κ at these shares; 95 % interval.</source>
        <translation>Uit de standaardfout van κ bij deze aandelen; 95 %-interval.</translation>
    </message>
    <message>
        <source>How many units have to be rated twice?</source>
        <translation>Hoeveel eenheden moeten dubbel worden beoordeeld?</translation>
    </message>
    <message>
        <source>How many units for %1?</source>
        <translation>Hoeveel eenheden voor %1?</translation>
    </message>
    <message>
        <source>A rare code needs many units: agreement beyond chance rests on those that hold it. The figures are assumptions; change them and see what follows.</source>
        <translation>Een zeldzame code vraagt veel eenheden: overeenstemming boven het toeval steunt op de eenheden die de code hebben. De cijfers zijn aannames; verander ze en zie wat eruit volgt.</translation>
    </message>
    <message>
        <source>Tell two values apart</source>
        <translation>Twee waarden onderscheiden</translation>
    </message>
    <message>
        <source>Interval of a given width</source>
        <translation>Interval van een gegeven breedte</translation>
    </message>
    <message>
        <source>What the sample is for</source>
        <translation>Waartoe de steekproef dient</translation>
    </message>
    <message>
        <source>Share of units that hold the code</source>
        <translation>Aandeel eenheden met de code</translation>
    </message>
    <message>
        <source>κ that is expected</source>
        <translation>Verwachte κ</translation>
    </message>
    <message>
        <source>κ that it must be told from</source>
        <translation>κ waarvan ze te onderscheiden moet zijn</translation>
    </message>
    <message>
        <source>Half the width of the interval</source>
        <translation>Halve breedte van het interval</translation>
    </message>
    <message>
        <source>Raters per unit</source>
        <translation>Beoordelaars per eenheid</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Each figure is a number between 0 and 1, such as %1.</source>
        <translation>Elk cijfer is een getal tussen 0 en 1, zoals %1.</translation>
    </message>
    <message>
        <source>The κ that is expected must lie above the one that it must be told from.</source>
        <translation>De verwachte κ moet boven de κ liggen waarvan ze te onderscheiden moet zijn.</translation>
    </message>
    <message>
        <source>%1 units, each rated by %2 raters; about %3 of them will hold the code.</source>
        <translation>%1 eenheden, elk door %2 beoordelaars beoordeeld; ongeveer %3 daarvan zullen de code hebben.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::VerdictCounts</name>
    <message>
        <source>1 meets</source>
        <translation>1 voldoet</translation>
    </message>
    <message>
        <source>%1 meet</source>
        <translation>%1 voldoen</translation>
    </message>
    <message>
        <source>%1 likely</source>
        <translation>%1 waarschijnlijk</translation>
    </message>
    <message>
        <source>%1 unsure</source>
        <translation>%1 onzeker</translation>
    </message>
    <message>
        <source>%1 below</source>
        <translation>%1 eronder</translation>
    </message>
    <message>
        <source>%1 too few</source>
        <translation>%1 te weinig</translation>
    </message>
    <message>
        <source>%1 not defined</source>
        <translation>%1 niet bepaald</translation>
    </message>
</context>
</TS>
