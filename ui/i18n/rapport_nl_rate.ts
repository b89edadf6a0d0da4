<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Complete and next</source>
        <translation>Klaar en volgende</translation>
    </message>
    <message>
        <source>Complete and stay</source>
        <translation>Klaar en blijven</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Weer openen</translation>
    </message>
    <message>
        <source>Next answer</source>
        <translation>Volgend antwoord</translation>
    </message>
    <message>
        <source>Previous answer</source>
        <translation>Vorig antwoord</translation>
    </message>
    <message>
        <source>Next undone</source>
        <translation>Volgend onafgewerkt</translation>
    </message>
    <message>
        <source>Previous undone</source>
        <translation>Vorig onafgewerkt</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Eerste</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Laatste</translation>
    </message>
    <message>
        <source>Go to number…</source>
        <translation>Ga naar nummer…</translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation>Volgende beurt</translation>
    </message>
    <message>
        <source>Previous turn</source>
        <translation>Vorige beurt</translation>
    </message>
    <message>
        <source>Select the sentence; again: one more</source>
        <translation>Zin kiezen; nog eens: één meer</translation>
    </message>
    <message>
        <source>Select the whole answer or turn</source>
        <translation>Heel het antwoord of de beurt kiezen</translation>
    </message>
    <message>
        <source>Move the end of the chosen coding</source>
        <translation>Einde van de gekozen codering verschuiven</translation>
    </message>
    <message>
        <source>Move the end back</source>
        <translation>Einde terugschuiven</translation>
    </message>
    <message>
        <source>Move by word or by character</source>
        <translation>Per woord of per teken verschuiven</translation>
    </message>
    <message>
        <source>Next coding at the caret</source>
        <translation>Volgende codering hier</translation>
    </message>
    <message>
        <source>Previous coding at the caret</source>
        <translation>Vorige codering hier</translation>
    </message>
    <message>
        <source>Change the code, then its key</source>
        <translation>Andere code, dan haar toets</translation>
    </message>
    <message>
        <source>Withdraw the chosen coding</source>
        <translation>Gekozen codering intrekken</translation>
    </message>
    <message>
        <source>Definition of the code</source>
        <translation>Definitie van de code</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Vlag</translation>
    </message>
    <message>
        <source>Filter codes</source>
        <translation>Codes filteren</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volgend deel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorig deel</translation>
    </message>
    <message>
        <source>Case and question</source>
        <translation>Casus en vraag</translation>
    </message>
    <message>
        <source>Only the answer</source>
        <translation>Alleen het antwoord</translation>
    </message>
    <message>
        <source>Next coding or match</source>
        <translation>Volgende codering of treffer</translation>
    </message>
    <message>
        <source>Previous coding or match</source>
        <translation>Vorige codering of treffer</translation>
    </message>
    <message>
        <source>In-vivo code from the selection</source>
        <translation>In-vivocode uit de selectie</translation>
    </message>
    <message>
        <source>Code by turn, by sentence or freely</source>
        <translation>Per beurt, per zin of vrij coderen</translation>
    </message>
    <message>
        <source>Stripes of the chosen code alone, or all</source>
        <translation>Alleen strepen van de gekozen code, of alle</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>Eén antwoord</translation>
    </message>
    <message>
        <source>Grid of all answers</source>
        <translation>Raster van alle antwoorden</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcripten</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Op deze kolom sorteren</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AnswerGrid</name>
    <message>
        <source>Judgements</source>
        <translation>Oordelen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>niet beoordeeld</translation>
    </message>
    <message>
        <source>judged absent</source>
        <translation>afwezig beoordeeld</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>gecodeerd</translation>
    </message>
    <message>
        <source>with a quote</source>
        <translation>met citaat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>met vlag</translation>
    </message>
    <message>
        <source>memo</source>
        <translation>memo</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Sec</source>
        <translation>Sec</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Tekens</translation>
    </message>
    <message>
        <source>Seconds from the completion before it to its own; empty after more than three minutes</source>
        <translation>Seconden van de vorige afronding tot die van dit antwoord; leeg na meer dan drie minuten</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AnswersView</name>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Coderen</translation>
    </message>
    <message>
        <source>codebook v%1</source>
        <translation>codeboek v%1</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Vlag</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Coded on this answer</source>
        <translation>Codes bij dit antwoord</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Complete and next</source>
        <translation>Klaar en volgende</translation>
    </message>
    <message>
        <source>Memo on this answer; Esc or F2 closes it</source>
        <translation>Memo bij dit antwoord; Esc of F2 sluit</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>volgend deel</translation>
    </message>
    <message>
        <source>everything else</source>
        <translation>al het andere</translation>
    </message>
    <message>
        <source>This answer is not in the list of this rater and round.</source>
        <translation>Dit antwoord staat niet in de lijst van deze beoordelaar en ronde.</translation>
    </message>
    <message>
        <source>Nobody rates yet</source>
        <translation>Nog geen beoordelaars</translation>
    </message>
    <message>
        <source>Raters stand here with their answers. Add the first one; rounds with a list for each rater are made in Overview.</source>
        <translation>Hier staan beoordelaars met hun antwoorden. Voeg de eerste toe; rondes met een lijst per beoordelaar maak je in Overzicht.</translation>
    </message>
    <message>
        <source>Add a rater</source>
        <translation>Beoordelaar toevoegen</translation>
    </message>
    <message>
        <source>Nothing to rate here</source>
        <translation>Hier is niets te coderen</translation>
    </message>
    <message>
        <source>This rater has no answers in this round. Choose another round above, or bring in answers.</source>
        <translation>Deze beoordelaar heeft geen antwoorden in deze ronde. Kies hierboven een andere ronde of breng antwoorden binnen.</translation>
    </message>
    <message>
        <source>Import answers</source>
        <translation>Antwoorden importeren</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwoord %1</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 woord</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 woorden</translation>
    </message>
    <message>
        <source>Memo: %1</source>
        <translation>Memo: %1</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Met vlag</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>%1 is open. Choose, or Enter again leaves it open</source>
        <translation>%1 is open. Kies, of nog eens Enter laat het open</translation>
    </message>
    <message>
        <source>Nothing coded. Enter again: none applies</source>
        <translation>Niets gecodeerd. Nog eens Enter: geen past</translation>
    </message>
    <message>
        <source>Press the key of the new code, or Esc</source>
        <translation>Druk de toets van de nieuwe code, of Esc</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 is open</translation>
    </message>
    <message>
        <source>No code yet</source>
        <translation>Nog geen code</translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation>Niets open</translation>
    </message>
    <message>
        <source>Go to number</source>
        <translation>Ga naar nummer</translation>
    </message>
    <message>
        <source>Number of the answer, 1 to %1</source>
        <translation>Nummer van het antwoord, 1 tot %1</translation>
    </message>
    <message>
        <source>Alt+arrows move by word</source>
        <translation>Alt+pijlen schuiven per woord</translation>
    </message>
    <message>
        <source>Alt+arrows move by character</source>
        <translation>Alt+pijlen schuiven per teken</translation>
    </message>
    <message>
        <source>All %1 answers of this list are done.</source>
        <translation>Alle %1 antwoorden van deze lijst zijn klaar.</translation>
    </message>
    <message>
        <source>Select the words first (Alt+Up: the sentence), then Space.</source>
        <translation>Kies eerst de woorden (Alt+Omhoog: de zin), dan spatie.</translation>
    </message>
    <message>
        <source>%1 withdrawn</source>
        <translation>%1 ingetrokken</translation>
    </message>
    <message>
        <source>to the list</source>
        <translation>naar de lijst</translation>
    </message>
    <message>
        <source>withdraws</source>
        <translation>trekt in</translation>
    </message>
    <message>
        <source>adds or drops the quote</source>
        <translation>citaat erbij of eraf</translation>
    </message>
    <message>
        <source>%1 and the letter of the second row, or Esc</source>
        <translation>%1 en de letter van de tweede rij, of Esc</translation>
    </message>
    <message>
        <source>Compare; Enter goes on</source>
        <translation>Vergelijk; Enter gaat verder</translation>
    </message>
    <message>
        <source>Reading the list …</source>
        <translation>De lijst wordt gelezen …</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CasePanel</name>
    <message>
        <source>Case</source>
        <translation>Casus</translation>
    </message>
    <message>
        <source>stand-in wording</source>
        <translation>vervangende bewoording</translation>
    </message>
    <message>
        <source>Stand-in wording: type the study&apos;s own</source>
        <translation>Vervangende bewoording: typ die van de studie zelf</translation>
    </message>
    <message>
        <source>The exact wording is not published; this one stands in until the study&apos;s own is typed. Press to type it.</source>
        <translation>De exacte bewoording is niet gepubliceerd; deze staat er tot die van de studie getypt is. Druk erop om ze te typen.</translation>
    </message>
    <message>
        <source>The exact wording is not published; this one stands in until the study&apos;s own is typed.</source>
        <translation>De exacte bewoording is niet gepubliceerd; deze staat er tot die van de studie getypt is.</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>Vraag %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>van %1</translation>
    </message>
    <message>
        <source>Judge this answer alone. The answers of the same person to other questions come in their own turn.</source>
        <translation>Beoordeel alleen dit antwoord. De antwoorden van dezelfde persoon op andere vragen komen apart aan de beurt.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ChoicesPanel</name>
    <message>
        <source>Choices</source>
        <translation>Keuzes</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>%1: one less</source>
        <translation>%1: één minder</translation>
    </message>
    <message>
        <source>%1: one more</source>
        <translation>%1: één meer</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CodePalette</name>
    <message>
        <source>any number</source>
        <translation>elk aantal</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>gecodeerd</translation>
    </message>
    <message>
        <source>Filter codes</source>
        <translation>Codes filteren</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>%1, folded, %2 codes</source>
        <translation>%1, ingeklapt, %2 codes</translation>
    </message>
    <message>
        <source>%1 codes</source>
        <translation>%1 codes</translation>
    </message>
    <message>
        <source>%1 coded</source>
        <translation>%1 gecodeerd</translation>
    </message>
    <message>
        <source>No code matches.</source>
        <translation>Geen code past.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CodedList</name>
    <message>
        <source>Coded on this answer</source>
        <translation>Codes bij dit antwoord</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CodedModel</name>
    <message>
        <source>the whole answer</source>
        <translation>het hele antwoord</translation>
    </message>
</context>
<context>
    <name>rapport::ui::DefinitionPane</name>
    <message>
        <source>Not this</source>
        <translation>Dit niet</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definitie</translation>
    </message>
    <message>
        <source>Point at a code to read its definition here.</source>
        <translation>Wijs een code aan om hier haar definitie te lezen.</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>vastgezet</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>vastzetten</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Wel</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Niet</translation>
    </message>
</context>
<context>
    <name>rapport::ui::GoldPanel</name>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>%1: gold has it, you have not</source>
        <translation>%1: goud heeft deze, jij niet</translation>
    </message>
    <message>
        <source>%1: you have it, gold has not</source>
        <translation>%1: jij hebt deze, goud niet</translation>
    </message>
    <message>
        <source>%1: gold says %2, you say %3</source>
        <translation>%1: goud zegt %2, jij zegt %3</translation>
    </message>
    <message>
        <source>As the gold codings</source>
        <translation>Gelijk aan de gouden coderingen</translation>
    </message>
    <message>
        <source>One difference from the gold codings</source>
        <translation>Eén verschil met de gouden coderingen</translation>
    </message>
    <message>
        <source>%1 differences from the gold codings</source>
        <translation>%1 verschillen met de gouden coderingen</translation>
    </message>
    <message>
        <source>the same: %1</source>
        <translation>gelijk: %1</translation>
    </message>
    <message>
        <source>neither gave a code</source>
        <translation>geen van beide gaf een code</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Waarom: %1</translation>
    </message>
</context>
<context>
    <name>rapport::ui::GridLegend</name>
    <message>
        <source>coded</source>
        <translation>gecodeerd</translation>
    </message>
    <message>
        <source>judged absent</source>
        <translation>afwezig beoordeeld</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>niet begonnen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::GridView</name>
    <message>
        <source>Rate</source>
        <translation>Coderen</translation>
    </message>
    <message>
        <source>Grid of all answers</source>
        <translation>Raster van alle antwoorden</translation>
    </message>
    <message>
        <source>Answer contains…</source>
        <translation>Antwoord bevat…</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Op tekst filteren</translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation>Op status filteren</translation>
    </message>
    <message>
        <source>Filter by code</source>
        <translation>Op code filteren</translation>
    </message>
    <message>
        <source>Answers and codes</source>
        <translation>Antwoorden en codes</translation>
    </message>
    <message>
        <source>Codes of the answers</source>
        <translation>Codes van de antwoorden</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Alle antwoorden</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Onafgewerkt</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Met vlag</translation>
    </message>
    <message>
        <source>With a memo</source>
        <translation>Met memo</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>Eén antwoord</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>opent</translation>
    </message>
    <message>
        <source>select</source>
        <translation>kies</translation>
    </message>
    <message>
        <source>Nothing to rate here</source>
        <translation>Hier is niets te coderen</translation>
    </message>
    <message>
        <source>This rater has no answers in this round. Choose another round above, or bring in answers.</source>
        <translation>Deze beoordelaar heeft geen antwoorden in deze ronde. Kies hierboven een andere ronde of breng antwoorden binnen.</translation>
    </message>
    <message>
        <source>Import answers</source>
        <translation>Antwoorden importeren</translation>
    </message>
    <message>
        <source>Any code</source>
        <translation>Elke code</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Met %1</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>Zonder %1</translation>
    </message>
    <message>
        <source>Reading the codings</source>
        <translation>De coderingen worden gelezen</translation>
    </message>
    <message>
        <source>Searching the answers</source>
        <translation>De antwoorden worden doorzocht</translation>
    </message>
    <message>
        <source>No answer matches</source>
        <translation>Geen antwoord past</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 van %2 antwoorden</translation>
    </message>
    <message>
        <source>%1 done, %2 begun, %3 open</source>
        <translation>%1 klaar, %2 begonnen, %3 open</translation>
    </message>
    <message>
        <source>%1 and the letter of the second row, or Esc</source>
        <translation>%1 en de letter van de tweede rij, of Esc</translation>
    </message>
    <message>
        <source>At most %1 answers at once; %2 are selected.</source>
        <translation>Hoogstens %1 antwoorden tegelijk; er zijn er %2 gekozen.</translation>
    </message>
    <message>
        <source>This code does not apply to any selected answer.</source>
        <translation>Deze code past bij geen van de gekozen antwoorden.</translation>
    </message>
    <message>
        <source>%1 on %2 answers</source>
        <translation>%1 op %2 antwoorden</translation>
    </message>
    <message>
        <source>%1 on 1 answer</source>
        <translation>%1 op 1 antwoord</translation>
    </message>
    <message>
        <source>1 opened again</source>
        <translation>1 weer geopend</translation>
    </message>
    <message>
        <source>%1 opened again</source>
        <translation>%1 weer geopend</translation>
    </message>
    <message>
        <source>%1 taken off %2 answers</source>
        <translation>%1 weggehaald van %2 antwoorden</translation>
    </message>
    <message>
        <source>%1 taken off 1 answer</source>
        <translation>%1 weggehaald van 1 antwoord</translation>
    </message>
    <message>
        <source>Nothing coded. Enter again: none applies</source>
        <translation>Niets gecodeerd. Nog eens Enter: geen past</translation>
    </message>
    <message>
        <source>%1 answers completed</source>
        <translation>%1 antwoorden klaar gemeld</translation>
    </message>
    <message>
        <source>1 answer completed</source>
        <translation>1 antwoord klaar gemeld</translation>
    </message>
    <message>
        <source>%1 left open: a choice is missing</source>
        <translation>%1 blijven open: er ontbreekt een keuze</translation>
    </message>
    <message>
        <source>1 left open: a choice is missing</source>
        <translation>1 blijft open: er ontbreekt een keuze</translation>
    </message>
    <message>
        <source>%1 answers flagged</source>
        <translation>%1 antwoorden met vlag</translation>
    </message>
    <message>
        <source>1 answer flagged</source>
        <translation>1 antwoord met vlag</translation>
    </message>
    <message>
        <source>Flag taken off %1 answers</source>
        <translation>Vlag weggehaald van %1 antwoorden</translation>
    </message>
    <message>
        <source>Flag taken off 1 answer</source>
        <translation>Vlag weggehaald van 1 antwoord</translation>
    </message>
    <message>
        <source>Sorting the texts</source>
        <translation>Teksten worden gesorteerd</translation>
    </message>
    <message>
        <source>Reading the list …</source>
        <translation>De lijst wordt gelezen …</translation>
    </message>
</context>
<context>
    <name>rapport::ui::Minimap</name>
    <message>
        <source>Map of the transcript</source>
        <translation>Kaart van het transcript</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ProgressStrip</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 van %2 klaar</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>nog %1</translation>
    </message>
    <message>
        <source>%1 s an answer, about %2 min left</source>
        <translation>%1 s per antwoord, nog zo’n %2 min</translation>
    </message>
    <message>
        <source>%1 flagged</source>
        <translation>%1 met vlag</translation>
    </message>
</context>
<context>
    <name>rapport::ui::RateDesk</name>
    <message>
        <source>Reading the list</source>
        <translation>De lijst lezen</translation>
    </message>
    <message>
        <source>a code that is no more</source>
        <translation>een code die er niet meer is</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation>%1 (uit gebruik)</translation>
    </message>
</context>
<context>
    <name>rapport::ui::RateHeader</name>
    <message>
        <source>Opened</source>
        <translation>Geopend</translation>
    </message>
    <message>
        <source>This round was opened. What you change now is kept, but its agreement stays what it was.</source>
        <translation>Deze ronde is geopend. Wat je nu verandert wordt bewaard, maar de overeenstemming blijft wat ze was.</translation>
    </message>
    <message>
        <source>without assignment</source>
        <translation>zonder toewijzing</translation>
    </message>
    <message>
        <source>Rate as</source>
        <translation>Coderen als</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
    <message>
        <source>You see no names, groups, other raters or agreement.</source>
        <translation>Je ziet geen namen, groepen, andere beoordelaars of overeenstemming.</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcripten</translation>
    </message>
    <message>
        <source>What to rate</source>
        <translation>Wat coderen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>Eén antwoord</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SelectionBar</name>
    <message>
        <source>1 answer selected</source>
        <translation>1 antwoord gekozen</translation>
    </message>
    <message>
        <source>%1 answers selected</source>
        <translation>%1 antwoorden gekozen</translation>
    </message>
    <message>
        <source>a code key codes all of them, again takes it off</source>
        <translation>een codetoets codeert ze alle, nog eens haalt ze weg</translation>
    </message>
    <message>
        <source>completes</source>
        <translation>meldt klaar</translation>
    </message>
    <message>
        <source>lets go</source>
        <translation>laat los</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SelectionPopover</name>
    <message>
        <source>1 word selected</source>
        <translation>1 woord gekozen</translation>
    </message>
    <message>
        <source>%1 words selected</source>
        <translation>%1 woorden gekozen</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>zin</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>beurt</translation>
    </message>
    <message>
        <source>other code</source>
        <translation>andere code</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>laat los</translation>
    </message>
</context>
<context>
    <name>rapport::ui::StopBar</name>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie bewaren</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglaten</translation>
    </message>
    <message>
        <source>Goes on without this one act</source>
        <translation>Gaat verder zonder deze ene handeling</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet bewaard</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Niet bewaard: %1</translation>
    </message>
    <message>
        <source>Rating waits until it is written.</source>
        <translation>Coderen wacht tot het geschreven is.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::StripePane</name>
    <message>
        <source>%1 codings in %2 lanes</source>
        <translation>%1 coderingen in %2 banen</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>regel %1</translation>
    </message>
    <message>
        <source>lines %1 to %2</source>
        <translation>regels %1 tot %2</translation>
    </message>
</context>
<context>
    <name>rapport::ui::TranscriptView</name>
    <message>
        <source>Changed to %1</source>
        <translation>Gewijzigd in %1</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Coderen</translation>
    </message>
    <message>
        <source>codebook v%1</source>
        <translation>codeboek v%1</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Beurt</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Zin</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>What a key codes when nothing is selected</source>
        <translation>Wat een toets codeert als niets gekozen is</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcript</translation>
    </message>
    <message>
        <source>Codings beside the text</source>
        <translation>Coderingen naast de tekst</translation>
    </message>
    <message>
        <source>Chosen coding</source>
        <translation>Gekozen codering</translation>
    </message>
    <message>
        <source>F7 and a key: another code. Alt+arrows move the end, with Shift the start. Del withdraws.</source>
        <translation>F7 en een toets: andere code. Alt+pijlen verschuiven het einde, met Shift het begin. Del trekt in.</translation>
    </message>
    <message>
        <source>No transcripts here</source>
        <translation>Hier zijn geen transcripten</translation>
    </message>
    <message>
        <source>Interviews and focus groups stand here, turn by turn. This rater and round have none yet.</source>
        <translation>Hier staan interviews en focusgroepen, beurt per beurt. Deze beoordelaar en ronde hebben er nog geen.</translation>
    </message>
    <message>
        <source>next turn</source>
        <translation>volgende beurt</translation>
    </message>
    <message>
        <source>codings here</source>
        <translation>coderingen hier</translation>
    </message>
    <message>
        <source>turn done</source>
        <translation>beurt klaar</translation>
    </message>
    <message>
        <source>Import a transcript</source>
        <translation>Transcript importeren</translation>
    </message>
    <message>
        <source>%1 of %2 here</source>
        <translation>%1 van %2 hier</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Regel %1 van %2</translation>
    </message>
    <message>
        <source>1 coding</source>
        <translation>1 codering</translation>
    </message>
    <message>
        <source>%1 codings</source>
        <translation>%1 coderingen</translation>
    </message>
    <message>
        <source>%1 of %2 turns done</source>
        <translation>%1 van %2 beurten klaar</translation>
    </message>
    <message>
        <source>transcript read</source>
        <translation>transcript gelezen</translation>
    </message>
    <message>
        <source>Nothing coded. Enter again: none applies</source>
        <translation>Niets gecodeerd. Nog eens Enter: geen past</translation>
    </message>
    <message>
        <source>read to the end</source>
        <translation>helemaal gelezen</translation>
    </message>
    <message>
        <source>Alt+arrows move by word</source>
        <translation>Alt+pijlen schuiven per woord</translation>
    </message>
    <message>
        <source>Alt+arrows move by character</source>
        <translation>Alt+pijlen schuiven per teken</translation>
    </message>
    <message>
        <source>Press the key of the new code, or Esc</source>
        <translation>Druk de toets van de nieuwe code, of Esc</translation>
    </message>
    <message>
        <source>Select words first: Shift+arrows, Alt+Up the sentence, Alt+Down the turn.</source>
        <translation>Kies eerst woorden: Shift+pijlen, Alt+Omhoog de zin, Alt+Omlaag de beurt.</translation>
    </message>
    <message>
        <source>%1 withdrawn</source>
        <translation>%1 ingetrokken</translation>
    </message>
    <message>
        <source>No coding at the caret.</source>
        <translation>Geen codering op deze plaats.</translation>
    </message>
    <message>
        <source>Enter again: you have read all of this transcript</source>
        <translation>Nog eens Enter: je hebt dit transcript helemaal gelezen</translation>
    </message>
    <message>
        <source>Transcript completed</source>
        <translation>Transcript klaar gemeld</translation>
    </message>
    <message>
        <source>Transcript %1</source>
        <translation>Transcript %1</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Alle codes</translation>
    </message>
    <message>
        <source>Stripes: %1</source>
        <translation>Strepen: %1</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>nog zo’n %1 min</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>Beurt %1</translation>
    </message>
    <message>
        <source>Whole transcript</source>
        <translation>Heel het transcript</translation>
    </message>
    <message>
        <source>A key codes the turn</source>
        <translation>Een toets codeert de beurt</translation>
    </message>
    <message>
        <source>A key codes the sentence</source>
        <translation>Een toets codeert de zin</translation>
    </message>
    <message>
        <source>A key codes the words that are selected</source>
        <translation>Een toets codeert de gekozen woorden</translation>
    </message>
    <message>
        <source>%1 and the letter of the second row, or Esc</source>
        <translation>%1 en de letter van de tweede rij, of Esc</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>regel %1</translation>
    </message>
    <message>
        <source>All turns of this transcript are done.</source>
        <translation>Alle beurten van dit transcript zijn klaar.</translation>
    </message>
    <message>
        <source>Select the words first; they become the code.</source>
        <translation>Kies eerst de woorden; zij worden de code.</translation>
    </message>
    <message>
        <source>Only the coordinator adds codes. F2 writes the words as a memo, F4 flags them.</source>
        <translation>Alleen de coördinator voegt codes toe. F2 schrijft een memo, F4 zet een vlag.</translation>
    </message>
    <message>
        <source>new code</source>
        <translation>nieuwe code</translation>
    </message>
    <message>
        <source>Coded as “%1”</source>
        <translation>Gecodeerd als “%1”</translation>
    </message>
    <message>
        <source>Coded as “%1”, new in version %2: texts completed before are missing for it</source>
        <translation>Gecodeerd als “%1”, nieuw in versie %2: eerder afgeronde teksten ontbreken ervoor</translation>
    </message>
    <message>
        <source>%1 is open. Choose, or Enter again leaves it open</source>
        <translation>%1 is open. Kies, of nog eens Enter laat het open</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, met %2</translation>
    </message>
    <message>
        <source>%1, with %2 raters</source>
        <translation>%1, met %2 beoordelaars</translation>
    </message>
    <message>
        <source>Beside mine: %1</source>
        <translation>Naast de mijne: %1</translation>
    </message>
    <message>
        <source>Reading the list …</source>
        <translation>De lijst wordt gelezen …</translation>
    </message>
    <message>
        <source>This turn is not among those given to you in this round.</source>
        <translation>Deze beurt hoort niet bij wat jij in deze ronde hebt gekregen.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::TurnPanel</name>
    <message>
        <source>Flagged</source>
        <translation>Met vlag</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Vlag</translation>
    </message>
    <message>
        <source>Memo: %1</source>
        <translation>Memo: %1</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Memo on this turn; Esc or F2 closes it</source>
        <translation>Memo bij deze beurt; Esc of F2 sluit</translation>
    </message>
</context>
</TS>
