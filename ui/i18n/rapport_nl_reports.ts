<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>What the report will hold</source>
        <translation>Wat er in het rapport komt</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Voorbeeld van het rapport</translation>
    </message>
    <message>
        <source>Save the report as HTML…</source>
        <translation>Het rapport opslaan als HTML…</translation>
    </message>
    <message>
        <source>Save the report as PDF or for a word processor…</source>
        <translation>Het rapport opslaan als PDF of voor een tekstverwerker…</translation>
    </message>
    <message>
        <source>Save the report as Markdown…</source>
        <translation>Het rapport opslaan als Markdown…</translation>
    </message>
    <message>
        <source>Save the figures as JSON…</source>
        <translation>De cijfers opslaan als JSON…</translation>
    </message>
    <message>
        <source>Save the figures as CSV…</source>
        <translation>De cijfers opslaan als CSV…</translation>
    </message>
    <message>
        <source>Open the report in the browser</source>
        <translation>Het rapport in de browser openen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ReportsView</name>
    <message>
        <source>To the overview</source>
        <translation>Naar het overzicht</translation>
    </message>
    <message>
        <source>PDF, Word, LaTeX, Excel…</source>
        <translation>PDF, Word, LaTeX, Excel…</translation>
    </message>
    <message>
        <source>Save as PDF, Word, OpenDocument, LaTeX or Excel</source>
        <translation>Opslaan als PDF, Word, OpenDocument, LaTeX of Excel</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word (*.docx)</translation>
    </message>
    <message>
        <source>OpenDocument (*.odt)</source>
        <translation>OpenDocument (*.odt)</translation>
    </message>
    <message>
        <source>LaTeX (*.tex)</source>
        <translation>LaTeX (*.tex)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>training</source>
        <translation>training</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>kalibratie</translation>
    </message>
    <message>
        <source>reliability</source>
        <translation>betrouwbaarheid</translation>
    </message>
    <message>
        <source>main round</source>
        <translation>hoofdronde</translation>
    </message>
    <message>
        <source>work outside rounds</source>
        <translation>werk buiten rondes</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapporten</translation>
    </message>
    <message>
        <source>Kappa report</source>
        <translation>Kapparapport</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Waarover het gaat</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Taal van het rapport</translation>
    </message>
    <message>
        <source>Target that a code&apos;s lower limit should reach</source>
        <translation>Doel dat de ondergrens van een code moet halen</translation>
    </message>
    <message>
        <source>A number between 0 and 1, such as %1</source>
        <translation>Een getal tussen 0 en 1, zoals %1</translation>
    </message>
    <message>
        <source>With what was changed after opening</source>
        <translation>Met wat na het openen is gewijzigd</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>Opslaan als HTML…</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Openen in browser</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save as Markdown</source>
        <translation>Opslaan als Markdown</translation>
    </message>
    <message>
        <source>Save as JSON</source>
        <translation>Opslaan als JSON</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Opslaan als CSV</translation>
    </message>
    <message>
        <source>HTML and Markdown are for readers, JSON and CSV hold every figure for other programs. The report holds no participant&apos;s text.</source>
        <translation>HTML en Markdown zijn voor lezers; JSON en CSV bevatten elk cijfer voor andere programma&apos;s. Het rapport bevat geen tekst van deelnemers.</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>Wat erin komt</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Rechterkant</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Voorbeeld van het rapport</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>all reliability rounds</source>
        <translation>alle betrouwbaarheidsrondes</translation>
    </message>
    <message>
        <source>save as HTML</source>
        <translation>opslaan als HTML</translation>
    </message>
    <message>
        <source>open in browser</source>
        <translation>openen in browser</translation>
    </message>
    <message>
        <source>Gathering the report</source>
        <translation>Het rapport verzamelen</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 antwoord</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 antwoorden</translation>
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
        <source>1 turn in transcripts</source>
        <translation>1 beurt in transcripten</translation>
    </message>
    <message>
        <source>%1 turns in transcripts</source>
        <translation>%1 beurten in transcripten</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>its wording is a stand-in</source>
        <translation>de bewoording is een plaatsvervanger</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codeboek</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versie %1</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>bevroren</translation>
    </message>
    <message>
        <source>not frozen</source>
        <translation>niet bevroren</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>Ronde %1</translation>
    </message>
    <message>
        <source>set up as blind</source>
        <translation>opgezet als blind</translation>
    </message>
    <message>
        <source>not blind</source>
        <translation>niet blind</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geopend</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>nog niet geopend</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 van %3</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Beoordelaars</translation>
    </message>
    <message>
        <source>Judged by two or more</source>
        <translation>Door twee of meer beoordeeld</translation>
    </message>
    <message>
        <source>up to %1 units for one code</source>
        <translation>tot %1 eenheden voor één code</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Coëfficiënt</translation>
    </message>
    <message>
        <source>beside percent agreement, AC1 and α, each with its interval</source>
        <translation>naast percentage overeenstemming, AC1 en α, elk met een interval</translation>
    </message>
    <message>
        <source>Codes and variables</source>
        <translation>Codes en variabelen</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereik</translation>
    </message>
    <message>
        <source>%1 %2 to %3 %4</source>
        <translation>%1 %2 tot %3 %4</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Ook</translation>
    </message>
    <message>
        <source>rater pairs, confusion tables, caveats in words, conventions, a paragraph for the methods section in Dutch and English, references, a checksum of the data</source>
        <translation>paren beoordelaars, kruistabellen, kanttekeningen in woorden, afspraken, een alinea voor het methodendeel in het Nederlands en het Engels, literatuur, een controlegetal van de data</translation>
    </message>
    <message>
        <source>Gathering the report…</source>
        <translation>Het rapport verzamelen…</translation>
    </message>
    <message>
        <source>What it will hold appears here.</source>
        <translation>Wat erin komt, verschijnt hier.</translation>
    </message>
    <message>
        <source>Reports are the coordinator&apos;s</source>
        <translation>Rapporten zijn voor de coördinator</translation>
    </message>
    <message>
        <source>A report tells how others rated. Ask the coordinator for it when the round is open.</source>
        <translation>Een rapport vertelt hoe anderen beoordeelden. Vraag het aan de coördinator wanneer de ronde open is.</translation>
    </message>
    <message>
        <source>Nothing to report yet</source>
        <translation>Nog niets te rapporteren</translation>
    </message>
    <message>
        <source>The kappa report tells how well raters agree. It can be made as soon as two raters have completed the same units of a round.</source>
        <translation>Het kapparapport vertelt hoe goed beoordelaars overeenstemmen. Het kan gemaakt worden zodra twee beoordelaars dezelfde eenheden van een ronde hebben afgewerkt.</translation>
    </message>
    <message>
        <source>The preview was stopped</source>
        <translation>Het voorbeeld is gestopt</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Opnieuw maken</translation>
    </message>
    <message>
        <source>Making the preview…</source>
        <translation>Het voorbeeld wordt gemaakt…</translation>
    </message>
    <message>
        <source>The report appears here as it is printed.</source>
        <translation>Het rapport verschijnt hier zoals het gedrukt wordt.</translation>
    </message>
    <message>
        <source>Making the preview</source>
        <translation>Het voorbeeld maken</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Het rapport opslaan</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webpagina (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Het rapport schrijven</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 opgeslagen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>Het rapport maken</translation>
    </message>
    <message>
        <source>No browser could be started. The report is at %1</source>
        <translation>Er kon geen browser gestart worden. Het rapport staat in %1</translation>
    </message>
    <message>
        <source>What the report will hold</source>
        <translation>Wat het rapport zal bevatten</translation>
    </message>
</context>
</TS>
