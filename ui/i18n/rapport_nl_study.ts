<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Add a rater…</source>
        <translation>Een beoordelaar toevoegen…</translation>
    </message>
    <message>
        <source>Assign a round…</source>
        <translation>Een ronde toewijzen…</translation>
    </message>
    <message>
        <source>Open a round…</source>
        <translation>Een ronde openen…</translation>
    </message>
    <message>
        <source>Filter the sources</source>
        <translation>De bronnen filteren</translation>
    </message>
    <message>
        <source>Filter the codes</source>
        <translation>De codes filteren</translation>
    </message>
    <message>
        <source>Add a code</source>
        <translation>Een code toevoegen</translation>
    </message>
    <message>
        <source>Move the code up</source>
        <translation>De code omhoog</translation>
    </message>
    <message>
        <source>Move the code down</source>
        <translation>De code omlaag</translation>
    </message>
    <message>
        <source>Put the code under the one above</source>
        <translation>De code onder de vorige hangen</translation>
    </message>
    <message>
        <source>Take the code one level out</source>
        <translation>De code een niveau hoger hangen</translation>
    </message>
    <message>
        <source>Save the codebook</source>
        <translation>Het codeboek opslaan</translation>
    </message>
    <message>
        <source>Discard the changes to the codebook</source>
        <translation>De wijzigingen aan het codeboek verwerpen</translation>
    </message>
    <message>
        <source>Freeze this version</source>
        <translation>Deze versie bevriezen</translation>
    </message>
    <message>
        <source>Import a codebook…</source>
        <translation>Een codeboek importeren…</translation>
    </message>
    <message>
        <source>Export the codebook…</source>
        <translation>Het codeboek exporteren…</translation>
    </message>
    <message>
        <source>History of this text…</source>
        <translation>Geschiedenis van deze tekst…</translation>
    </message>
    <message>
        <source>Blot out the selected words…</source>
        <translation>Gekozen woorden onleesbaar maken…</translation>
    </message>
    <message>
        <source>A participant withdraws…</source>
        <translation>Een deelnemer trekt zich terug…</translation>
    </message>
    <message>
        <source>Rename the code…</source>
        <translation>Code hernoemen…</translation>
    </message>
    <message>
        <source>Merge codes…</source>
        <translation>Codes samenvoegen…</translation>
    </message>
    <message>
        <source>Split the code…</source>
        <translation>Code splitsen…</translation>
    </message>
    <message>
        <source>Retire the code…</source>
        <translation>Code uit gebruik nemen…</translation>
    </message>
    <message>
        <source>History of the code…</source>
        <translation>Geschiedenis van de code…</translation>
    </message>
    <message>
        <source>Coding pack for a rater…</source>
        <translation>Codeerpakket voor een beoordelaar…</translation>
    </message>
    <message>
        <source>Bring packs back…</source>
        <translation>Pakketten terughalen…</translation>
    </message>
    <message>
        <source>Rename a rater or a round…</source>
        <translation>Een beoordelaar of ronde hernoemen…</translation>
    </message>
    <message>
        <source>Give open texts to others…</source>
        <translation>Open teksten aan anderen geven…</translation>
    </message>
    <message>
        <source>You rate too…</source>
        <translation>Jij beoordeelt ook…</translation>
    </message>
    <message>
        <source>Show or hide how fast raters work</source>
        <translation>Tonen of verbergen hoe snel beoordelaars werken</translation>
    </message>
    <message>
        <source>Export the audit trail…</source>
        <translation>Het logboek exporteren…</translation>
    </message>
    <message>
        <source>Save the figure of agreement so far…</source>
        <translation>De figuur van de overeenstemming tot nu toe opslaan…</translation>
    </message>
    <message>
        <source>New variable…</source>
        <translation>Nieuwe variabele…</translation>
    </message>
    <message>
        <source>What the variable applies to…</source>
        <translation>Waarvoor de variabele geldt…</translation>
    </message>
    <message>
        <source>Examples from what was coded…</source>
        <translation>Voorbeelden uit wat gecodeerd is…</translation>
    </message>
    <message>
        <source>Memo on the text</source>
        <translation>Memo bij de tekst</translation>
    </message>
    <message>
        <source>Codings of split and retired codes…</source>
        <translation>Coderingen van codes die gesplitst of uit gebruik zijn…</translation>
    </message>
</context>
<context>
    <name>ColourRow</name>
    <message>
        <source>blue</source>
        <translation>blauw</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>vermiljoen</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>groenblauw</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>oker</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>violet</translation>
    </message>
    <message>
        <source>green</source>
        <translation>groen</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>roze</translation>
    </message>
    <message>
        <source>sky</source>
        <translation>hemelsblauw</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>bruin</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>olijf</translation>
    </message>
    <message>
        <source>plum</source>
        <translation>pruim</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>leisteen</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>made the study</source>
        <translation>maakte de studie</translation>
    </message>
    <message>
        <source>changed the questions</source>
        <translation>wijzigde de vragen</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importeerde</translation>
    </message>
    <message>
        <source>changed attributes</source>
        <translation>wijzigde kenmerken</translation>
    </message>
    <message>
        <source>changed the codebook</source>
        <translation>wijzigde het codeboek</translation>
    </message>
    <message>
        <source>froze the codebook</source>
        <translation>bevroor het codeboek</translation>
    </message>
    <message>
        <source>added a rater</source>
        <translation>voegde een beoordelaar toe</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>wees toe</translation>
    </message>
    <message>
        <source>opened the round</source>
        <translation>opende de ronde</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>codeerde</translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation>trok in</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>rondde af</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>heropende</translation>
    </message>
    <message>
        <source>wrote a memo</source>
        <translation>schreef een memo</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>zette een vlag</translation>
    </message>
    <message>
        <source>took the flag away</source>
        <translation>haalde de vlag weg</translation>
    </message>
    <message>
        <source>changed the study</source>
        <translation>wijzigde de studie</translation>
    </message>
    <message>
        <source>made a coding pack</source>
        <translation>maakte een codeerpakket</translation>
    </message>
    <message>
        <source>merged a copy</source>
        <translation>voegde een kopie samen</translation>
    </message>
    <message>
        <source>reassigned</source>
        <translation>wees opnieuw toe</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>besliste</translation>
    </message>
    <message>
        <source>took a settlement back</source>
        <translation>nam een beslissing terug</translation>
    </message>
    <message>
        <source>remarked</source>
        <translation>maakte een opmerking</translation>
    </message>
    <message>
        <source>blotted out words</source>
        <translation>maakte woorden onleesbaar</translation>
    </message>
    <message>
        <source>forgot a participant</source>
        <translation>vergat een deelnemer</translation>
    </message>
    <message>
        <source>took a remark back</source>
        <translation>nam een opmerking terug</translation>
    </message>
</context>
<context>
    <name>ImportFindings</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 en nog %2</translation>
    </message>
    <message>
        <source>A column that says who, left out</source>
        <translation>Een kolom die zegt wie, weggelaten</translation>
    </message>
    <message>
        <source>%1 columns that say who, left out</source>
        <translation>%1 kolommen die zeggen wie, weggelaten</translation>
    </message>
    <message>
        <source>%1. Not read into the study at all.</source>
        <translation>%1. Komt helemaal niet in de studie.</translation>
    </message>
    <message>
        <source>Is this a codebook?</source>
        <translation>Is dit een codeboek?</translation>
    </message>
    <message>
        <source>It looks like one. Choose “%1” at “Read as” if it is.</source>
        <translation>Het lijkt er een. Kies dan “%1” bij “Lezen als”.</translation>
    </message>
    <message>
        <source>Is this an answer?</source>
        <translation>Is dit een antwoord?</translation>
    </message>
    <message>
        <source>%1: looks like free text. Choose a question above it if it is one.</source>
        <translation>%1: lijkt vrije tekst. Kies er een vraag boven als het een antwoord is.</translation>
    </message>
    <message>
        <source>what it looks like</source>
        <translation>wat het lijkt</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwoorden</translation>
    </message>
    <message>
        <source>transcript</source>
        <translation>transcript</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>deelnemers</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>codeboek</translation>
    </message>
    <message>
        <source>codings</source>
        <translation>coderingen</translation>
    </message>
    <message>
        <source>project of another program</source>
        <translation>project van een ander programma</translation>
    </message>
    <message>
        <source>text or coding</source>
        <translation>tekst of codering</translation>
    </message>
    <message>
        <source>texts and codings</source>
        <translation>teksten en coderingen</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>beurten</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>sprekers</translation>
    </message>
    <message>
        <source>words</source>
        <translation>woorden</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>codes</translation>
    </message>
    <message>
        <source>rows of codings</source>
        <translation>rijen met coderingen</translation>
    </message>
    <message>
        <source>answers to %1</source>
        <translation>antwoorden op %1</translation>
    </message>
    <message>
        <source>attributes, %1 of them hidden from raters</source>
        <translation>kenmerken, %1 ervan verborgen voor beoordelaars</translation>
    </message>
    <message>
        <source>row rejected</source>
        <translation>rij geweigerd</translation>
    </message>
    <message>
        <source>rows rejected</source>
        <translation>rijen geweigerd</translation>
    </message>
    <message>
        <source>Who answered?</source>
        <translation>Wie antwoordde?</translation>
    </message>
    <message>
        <source>Choose “Participant” above the column that holds the pseudonym. Without it nothing can come in.</source>
        <translation>Kies “Deelnemer” boven de kolom met het pseudoniem. Zonder kan er niets in komen.</translation>
    </message>
    <message>
        <source>One row would be rejected</source>
        <translation>Eén rij zou worden geweigerd</translation>
    </message>
    <message>
        <source>%1 rows would be rejected</source>
        <translation>%1 rijen zouden worden geweigerd</translation>
    </message>
    <message>
        <source>Each is listed with its line and reason before anything comes in.</source>
        <translation>Elk staat met regel en reden in een lijst voordat er iets binnenkomt.</translation>
    </message>
    <message>
        <source>One empty answer</source>
        <translation>Eén leeg antwoord</translation>
    </message>
    <message>
        <source>%1 empty answers</source>
        <translation>%1 lege antwoorden</translation>
    </message>
    <message>
        <source>Kept as “not answered”, not given to raters.</source>
        <translation>Bewaard als “niet beantwoord”, niet aan beoordelaars gegeven.</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Het bekijken waard</translation>
    </message>
    <message>
        <source>Merged with the study&apos;s codebook</source>
        <translation>Samengevoegd met het codeboek van de studie</translation>
    </message>
    <message>
        <source>What the file says wins, what it lacks stays. If the present version is frozen, the result is the next one: rounds under way go on under it, and what was completed before is missing for codes that are new.</source>
        <translation>Wat het bestand zegt, wint; wat het mist, blijft. Is de huidige versie bevroren, dan is het resultaat de volgende: lopende rondes gaan eronder verder, en wat eerder afgerond is, ontbreekt voor codes die nieuw zijn.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <translation>Er valt niets op</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>deelnemer</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>beurt</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>spreker</translation>
    </message>
    <message>
        <source>word</source>
        <translation>woord</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>row of codings</source>
        <translation>rij met coderingen</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>antwoord</translation>
    </message>
    <message>
        <source>answer to %1</source>
        <translation>antwoord op %1</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>kenmerk</translation>
    </message>
    <message>
        <source>attribute, hidden from raters</source>
        <translation>kenmerk, verborgen voor beoordelaars</translation>
    </message>
    <message>
        <source>row</source>
        <translation>rij</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rijen</translation>
    </message>
    <message>
        <source>coding</source>
        <translation>codering</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 toegevoegd</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 en %2</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Open %1</source>
        <translation>%1 openen</translation>
    </message>
    <message>
        <source>its rater is done; opening freezes the result</source>
        <translation>de beoordelaar is klaar; openen legt het resultaat vast</translation>
    </message>
    <message>
        <source>all %1 raters are done; opening freezes their agreement</source>
        <translation>alle %1 beoordelaars zijn klaar; openen legt hun overeenstemming vast</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>%1 has %2 open</source>
        <translation>%1 heeft er %2 open</translation>
    </message>
    <message>
        <source>%1: %2 of %3 done</source>
        <translation>%1: %2 van %3 klaar</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>Verdergaan met %1</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 van %2 klaar</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Beoordelen</translation>
    </message>
    <message>
        <source>Import answers</source>
        <translation>Antwoorden importeren</translation>
    </message>
    <message>
        <source>or transcripts: you see everything before it comes in</source>
        <translation>of transcripten: je ziet alles voor het erin komt</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Add raters</source>
        <translation>Beoordelaars toevoegen</translation>
    </message>
    <message>
        <source>Add a second rater</source>
        <translation>Een tweede beoordelaar toevoegen</translation>
    </message>
    <message>
        <source>agreement needs two who judge the same texts</source>
        <translation>voor overeenstemming moeten er twee dezelfde teksten beoordelen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Assign a round</source>
        <translation>Ronde toewijzen</translation>
    </message>
    <message>
        <source>a training or calibration round first, on few texts</source>
        <translation>eerst een trainings- of kalibratieronde, op weinig teksten</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Toewijzen</translation>
    </message>
    <message>
        <source>Sharpen one code below the target</source>
        <translation>Eén code onder het doel scherper maken</translation>
    </message>
    <message>
        <source>Sharpen %1 codes below the target</source>
        <translation>%1 codes onder het doel scherper maken</translation>
    </message>
    <message>
        <source>Add cases for one code</source>
        <translation>Gevallen toevoegen voor één code</translation>
    </message>
    <message>
        <source>Add cases for %1 codes</source>
        <translation>Gevallen toevoegen voor %1 codes</translation>
    </message>
    <message>
        <source>fewer than %1 units hold, or lack: %2</source>
        <translation>minder dan %1 eenheden hebben, of missen: %2</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Write the kappa report</source>
        <translation>Het kapparapport schrijven</translation>
    </message>
    <message>
        <source>every figure of %1 with its interval</source>
        <translation>elk cijfer van %1 met zijn interval</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
</context>
<context>
    <name>rapport::ui::InstrumentDialog</name>
    <message>
        <source>Case and questions</source>
        <translation>Casus en vragen</translation>
    </message>
    <message>
        <source>What participants were given, as raters see it beside each answer. The names of the questions stay: answers are known by them.</source>
        <translation>Wat deelnemers kregen, zoals beoordelaars het naast elk antwoord zien. De namen van de vragen blijven: antwoorden zijn daaraan te kennen.</translation>
    </message>
    <message>
        <source>Part of this wording stands in for the study&apos;s own</source>
        <translation>Een deel van deze bewoording vervangt die van de studie</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>Language of the wording</source>
        <translation>Taal van de bewoording</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Case description; an empty line between paragraphs</source>
        <translation>Casusbeschrijving; een lege regel tussen alinea’s</translation>
    </message>
    <message>
        <source>%1, answered in words</source>
        <translation>%1, in woorden beantwoord</translation>
    </message>
    <message>
        <source>%1, yes or no</source>
        <translation>%1, ja of nee</translation>
    </message>
    <message>
        <source>%1, shown and not answered</source>
        <translation>%1, getoond en niet beantwoord</translation>
    </message>
    <message>
        <source>What you typed is not saved. Esc or Cancel once more lets it go.</source>
        <translation>Wat je typte is niet opgeslagen. Nog eens Esc of Annuleren laat het gaan.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AgreementStrip</name>
    <message>
        <source>%1: mean %2</source>
        <translation>%1: gemiddelde %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>doel %1</translation>
    </message>
    <message>
        <source>Agreement so far</source>
        <translation>Overeenstemming tot nu</translation>
    </message>
    <message>
        <source>intervals of codes are on average as wide as %1</source>
        <translation>intervallen van codes zijn gemiddeld zo breed als %1</translation>
    </message>
    <message>
        <source>one code</source>
        <translation>één code</translation>
    </message>
    <message>
        <source>%1 codes</source>
        <translation>%1 codes</translation>
    </message>
    <message>
        <source>%1; no band: too few participants or transcripts</source>
        <translation>%1; geen band: te weinig deelnemers of transcripten</translation>
    </message>
</context>
<context>
    <name>rapport::ui::AssignDialog</name>
    <message>
        <source>Assign a round</source>
        <translation>Ronde toewijzen</translation>
    </message>
    <message>
        <source>Kind of round</source>
        <translation>Soort ronde</translation>
    </message>
    <message>
        <source>Name of the round</source>
        <translation>Naam van de ronde</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Beoordelaars</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>In proportion by</source>
        <translation>In verhouding naar</translation>
    </message>
    <message>
        <source>Turns of transcripts too</source>
        <translation>Ook beurten van transcripten</translation>
    </message>
    <message>
        <source>Sample: all, a number or a percentage</source>
        <translation>Steekproef: alle, een getal of een percentage</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>teksten</translation>
    </message>
    <message>
        <source>participants, with all their texts</source>
        <translation>deelnemers, met al hun teksten</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Wat wordt getrokken</translation>
    </message>
    <message>
        <source>Raters per text</source>
        <translation>Beoordelaars per tekst</translation>
    </message>
    <message>
        <source>Seed: the same draws the same sample</source>
        <translation>Startgetal: hetzelfde trekt dezelfde steekproef</translation>
    </message>
    <message>
        <source>Sample (all, 40 or 25%)</source>
        <translation>Steekproef (alle, 40 of 25%)</translation>
    </message>
    <message>
        <source>of</source>
        <translation>van</translation>
    </message>
    <message>
        <source>Each text goes to</source>
        <translation>Elke tekst gaat naar</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startgetal</translation>
    </message>
    <message>
        <source>Blind: raters see neither each other&apos;s work nor who answered</source>
        <translation>Blind: beoordelaars zien elkaars werk niet en ook niet wie antwoordde</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>Wat dat oplevert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Toewijzen</translation>
    </message>
    <message>
        <source>Nothing is assigned yet. A round&apos;s sample is fixed once it is made.</source>
        <translation>Er is nog niets toegewezen. De steekproef van een ronde ligt vast zodra ze gemaakt is.</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>allemaal</translation>
    </message>
    <message>
        <source>one rater</source>
        <translation>één beoordelaar</translation>
    </message>
    <message>
        <source>%1 raters</source>
        <translation>%1 beoordelaars</translation>
    </message>
    <message>
        <source>Drawing the sample</source>
        <translation>De steekproef trekken</translation>
    </message>
    <message>
        <source>%1 of %2 texts</source>
        <translation>%1 van %2 teksten</translation>
    </message>
    <message>
        <source>%1 of them judged by two or more: agreement can be measured on these.</source>
        <translation>%1 daarvan door twee of meer beoordeeld: daarop kan overeenstemming worden gemeten.</translation>
    </message>
    <message>
        <source>No text is judged by two: agreement cannot be measured here.</source>
        <translation>Geen tekst wordt door twee beoordeeld: hier kan geen overeenstemming worden gemeten.</translation>
    </message>
    <message>
        <source>%1 is assigned: %2 texts.</source>
        <translation>%1 is toegewezen: %2 teksten.</translation>
    </message>
    <message>
        <source>Any two of them share %1 to %2 texts.</source>
        <translation>Elk tweetal deelt %1 tot %2 teksten.</translation>
    </message>
    <message>
        <source>Both judge:</source>
        <translation>Samen beoordelen:</translation>
    </message>
    <message>
        <source>Which texts may be drawn</source>
        <translation>Welke teksten getrokken mogen worden</translation>
    </message>
    <message>
        <source>Completed at least so many days ago</source>
        <translation>Minstens zo veel dagen geleden afgerond</translation>
    </message>
    <message>
        <source>Days ago, at least</source>
        <translation>Dagen geleden, minstens</translation>
    </message>
    <message>
        <source>Which texts</source>
        <translation>Welke teksten</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>fresh: of no earlier round</source>
        <translation>vers: uit geen eerdere ronde</translation>
    </message>
    <message>
        <source>once more: what each completed in %1</source>
        <translation>opnieuw: wat ieder in %1 heeft afgerond</translation>
    </message>
    <message>
        <source>Assigning the round</source>
        <translation>De ronde toewijzen</translation>
    </message>
    <message>
        <source>Counting the texts</source>
        <translation>De teksten tellen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>rapport::ui::BackupList</name>
    <message>
        <source>when it was opened</source>
        <translation>bij het openen</translation>
    </message>
    <message>
        <source>once a day</source>
        <translation>een keer per dag</translation>
    </message>
    <message>
        <source>before something that cannot be undone, or because you asked</source>
        <translation>voor iets wat niet ongedaan te maken is, of op je verzoek</translation>
    </message>
    <message>
        <source>not to be read</source>
        <translation>niet te lezen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
</context>
<context>
    <name>rapport::ui::BackupsDialog</name>
    <message>
        <source>Keep it as it is</source>
        <translation>Laat haar zoals ze is</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>Maak er nu een</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Terugzetten…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>Whole copies of this study, made when it is opened, once a day, and before what cannot be undone. The ten latest stay, and the last of each day for a month.</source>
        <translation>Hele kopieën van deze studie, gemaakt bij het openen, een keer per dag, en voor wat niet ongedaan te maken is. De tien laatste blijven, en van elke dag de laatste, een maand lang.</translation>
    </message>
    <message>
        <source>“%1” does not open. One of these copies can take its place; what is there now is kept beside it.</source>
        <translation>“%1” gaat niet open. Een van deze kopieën kan de plaats innemen; wat er nu staat blijft ernaast bewaard.</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Reservekopieën, de nieuwste eerst</translation>
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
        <source>There is none yet.</source>
        <translation>Er is er nog geen.</translation>
    </message>
    <message>
        <source>1 backup</source>
        <translation>1 reservekopie</translation>
    </message>
    <message>
        <source>%1 backups</source>
        <translation>%1 reservekopieën</translation>
    </message>
    <message>
        <source>Looking for backups</source>
        <translation>Reservekopieën zoeken</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Reservekopie maken</translation>
    </message>
    <message>
        <source>Nothing has changed since the last one.</source>
        <translation>Sinds de laatste is er niets veranderd.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Zet haar terug</translation>
    </message>
    <message>
        <source>The study becomes what it was on %1. As it is now it is kept as “%2” in the same folder; nothing is lost.</source>
        <translation>De studie wordt wat ze was op %1. Zoals ze nu is blijft ze bewaard als “%2” in dezelfde map; er gaat niets verloren.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CodeChangeDialog</name>
    <message>
        <source>Rename the code</source>
        <translation>Code hernoemen</translation>
    </message>
    <message>
        <source>Merge codes</source>
        <translation>Codes samenvoegen</translation>
    </message>
    <message>
        <source>Split the code</source>
        <translation>Code splitsen</translation>
    </message>
    <message>
        <source>Retire the code</source>
        <translation>Code uit gebruik nemen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Splitsen</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Uit gebruik nemen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Short name, for files and formulas</source>
        <translation>Korte naam, voor bestanden en formules</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>Samen met</translation>
    </message>
    <message>
        <source>They become</source>
        <translation>Ze worden</translation>
    </message>
    <message>
        <source>Name of the new code</source>
        <translation>Naam van de nieuwe code</translation>
    </message>
    <message>
        <source>Title of new code %1</source>
        <translation>Titel van nieuwe code %1</translation>
    </message>
    <message>
        <source>Definition of new code %1</source>
        <translation>Definitie van nieuwe code %1</translation>
    </message>
    <message>
        <source>Definition; empty: that of the code before</source>
        <translation>Definitie; leeg: die van de code ervoor</translation>
    </message>
    <message>
        <source>Title of new code 3, if there is one</source>
        <translation>Titel van nieuwe code 3, als die er is</translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation>Ze is nooit gebruikt.</translation>
    </message>
    <message>
        <source>It was used once.</source>
        <translation>Ze is één keer gebruikt.</translation>
    </message>
    <message>
        <source>It was used %1 times.</source>
        <translation>Ze is %1 keer gebruikt.</translation>
    </message>
    <message>
        <source>Codings keep their code. A new version says the new name; the version before keeps the old one.</source>
        <translation>Coderingen houden hun code. Een nieuwe versie draagt de nieuwe naam; de versie ervoor houdt de oude.</translation>
    </message>
    <message>
        <source>a new code</source>
        <translation>een nieuwe code</translation>
    </message>
    <message>
        <source>A unit has it if it had any of them; it lacks it where all of them were asked for and none was given. Codings stay on record as they were made.</source>
        <translation>Een eenheid heeft ze als ze er één van had; ze heeft ze niet waar naar alle gevraagd is en geen gegeven. Coderingen blijven bewaard zoals ze gemaakt zijn.</translation>
    </message>
    <message>
        <source>The new codes are missing in every unit until somebody judges them again: a split says nothing of what was coded before. Its codings stay on record.</source>
        <translation>De nieuwe codes ontbreken in elke eenheid tot iemand ze opnieuw beoordeelt: een splitsing zegt niets over wat eerder gecodeerd is. De coderingen blijven bewaard.</translation>
    </message>
    <message>
        <source>It is not in the next version and cannot be given any more, in rounds under way neither. What was coded with it stays on record, and in the rounds that were rated with it.</source>
        <translation>Ze staat niet in de volgende versie en kan niet meer gegeven worden, ook niet in lopende rondes. Wat ermee gecodeerd is, blijft bewaard, ook in de rondes die ermee gecodeerd zijn.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CodeForm</name>
    <message>
        <source>presence, any number</source>
        <translation>aanwezigheid, om het even hoeveel</translation>
    </message>
    <message>
        <source>exactly one level</source>
        <translation>precies één niveau</translation>
    </message>
    <message>
        <source>exactly one, in order</source>
        <translation>precies één, geordend</translation>
    </message>
    <message>
        <source>a count from 0</source>
        <translation>een aantal vanaf 0</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>kop</translation>
    </message>
    <message>
        <source>all questions</source>
        <translation>alle vragen</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>beurten</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>zinnen</translation>
    </message>
    <message>
        <source>whole transcripts</source>
        <translation>hele transcripten</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwoorden</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nog niets</translation>
    </message>
    <message>
        <source>Choose a code to see what it means and when it is given.</source>
        <translation>Kies een code om te zien wat ze betekent en wanneer ze wordt gegeven.</translation>
    </message>
    <message>
        <source>Name, English</source>
        <translation>Naam, Engels</translation>
    </message>
    <message>
        <source>Name, Dutch</source>
        <translation>Naam, Nederlands</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Toets</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Heading only, cannot be given</source>
        <translation>Alleen kop, kan niet gegeven worden</translation>
    </message>
    <message>
        <source>Texts in</source>
        <translation>Teksten in het</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>Language of the texts below</source>
        <translation>Taal van de teksten hieronder</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definitie</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Gebruik wanneer</translation>
    </message>
    <message>
        <source>Do not use when</source>
        <translation>Gebruik niet wanneer</translation>
    </message>
    <message>
        <source>Examples, one a line</source>
        <translation>Voorbeelden, één per regel</translation>
    </message>
    <message>
        <source>Anti-examples, one a line</source>
        <translation>Tegenvoorbeelden, één per regel</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grond</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Geldt voor</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Kiezen</translation>
    </message>
    <message>
        <source>Examples from what was coded</source>
        <translation>Voorbeelden uit wat gecodeerd is</translation>
    </message>
    <message>
        <source>Anti-examples from what was coded</source>
        <translation>Tegenvoorbeelden uit wat gecodeerd is</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Change what the variable applies to</source>
        <translation>Wijzigen waarvoor de variabele geldt</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CodebookTree</name>
    <message>
        <source>used %1 times</source>
        <translation>%1 keer gebruikt</translation>
    </message>
    <message>
        <source>%1, variable</source>
        <translation>%1, variabele</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1, toets %2</translation>
    </message>
    <message>
        <source>Code, key</source>
        <translation>Code, toets</translation>
    </message>
    <message>
        <source>used</source>
        <translation>gebruikt</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CodebookView</name>
    <message>
        <source>The codebook was changed, and the changes are not saved yet.</source>
        <translation>Het codeboek is gewijzigd en de wijzigingen zijn nog niet opgeslagen.</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codeboek</translation>
    </message>
    <message>
        <source>version %1, frozen</source>
        <translation>versie %1, bevroren</translation>
    </message>
    <message>
        <source>version %1, draft</source>
        <translation>versie %1, ontwerp</translation>
    </message>
    <message>
        <source>changed, not saved</source>
        <translation>gewijzigd, niet opgeslagen</translation>
    </message>
    <message>
        <source>save</source>
        <translation>opslaan</translation>
    </message>
    <message>
        <source>new code</source>
        <translation>nieuwe code</translation>
    </message>
    <message>
        <source>everything else</source>
        <translation>al het andere</translation>
    </message>
    <message>
        <source>Counting codings</source>
        <translation>Coderingen tellen</translation>
    </message>
    <message>
        <source>Only the coordinator sees how often codes are used.</source>
        <translation>Alleen de coördinator ziet hoe vaak codes worden gebruikt.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Tellen…</translation>
    </message>
    <message>
        <source>Not used yet.</source>
        <translation>Nog niet gebruikt.</translation>
    </message>
    <message>
        <source>Used once.</source>
        <translation>Eén keer gebruikt.</translation>
    </message>
    <message>
        <source>Used %1 times.</source>
        <translation>%1 keer gebruikt.</translation>
    </message>
    <message>
        <source>Save as version %1</source>
        <translation>Opslaan als versie %1</translation>
    </message>
    <message>
        <source>Save version %1</source>
        <translation>Versie %1 opslaan</translation>
    </message>
    <message>
        <source>Freeze version %1</source>
        <translation>Versie %1 bevriezen</translation>
    </message>
    <message>
        <source>The codebook was changed elsewhere meanwhile. Saving puts yours in its place.</source>
        <translation>Het codeboek is intussen elders gewijzigd. Opslaan zet dat van jou in de plaats.</translation>
    </message>
    <message>
        <source>Version %1 is frozen: saving makes version %2. %3</source>
        <translation>Versie %1 is bevroren: opslaan maakt versie %2. %3</translation>
    </message>
    <message>
        <source>Rounds under way go on under it from the next text on; what was completed before is missing for codes that are new.</source>
        <translation>Lopende rondes gaan er vanaf de volgende tekst onder verder; wat eerder afgerond is, ontbreekt voor codes die nieuw zijn.</translation>
    </message>
    <message>
        <source>Not saved yet. Version %1 is a draft and is changed in place.</source>
        <translation>Nog niet opgeslagen. Versie %1 is een ontwerp en wordt zelf gewijzigd.</translation>
    </message>
    <message>
        <source>Saved as version %1.</source>
        <translation>Opgeslagen als versie %1.</translation>
    </message>
    <message>
        <source>A count has no codes.</source>
        <translation>Een aantal heeft geen codes.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nieuwe code</translation>
    </message>
    <message>
        <source>Version %1 is frozen. The next change makes version %2.</source>
        <translation>Versie %1 is bevroren. De volgende wijziging maakt versie %2.</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>Een codeboek importeren</translation>
    </message>
    <message>
        <source>Rapport codebook (*.json)</source>
        <translation>Rapport-codeboek (*.json)</translation>
    </message>
    <message>
        <source>Codebooks (*.json *.qdc *.csv *.tsv *.xlsx *.ods *.txt);;All files (*)</source>
        <translation>Codeboeken (*.json *.qdc *.csv *.tsv *.xlsx *.ods *.txt);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>Het codeboek exporteren</translation>
    </message>
    <message>
        <source>The codebook is at %1</source>
        <translation>Het codeboek staat in %1</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>bevroren</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ontwerp</translation>
    </message>
    <message>
        <source>1 code</source>
        <translation>1 code</translation>
    </message>
    <message>
        <source>%1 codes</source>
        <translation>%1 codes</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filteren</translation>
    </message>
    <message>
        <source>Filter codes by name or key</source>
        <translation>Codes filteren op naam of toets</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Add a code</source>
        <translation>Een code toevoegen</translation>
    </message>
    <message>
        <source>Variables and codes</source>
        <translation>Variabelen en codes</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verplaatsen</translation>
    </message>
    <message>
        <source>nest</source>
        <translation>nesten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerpen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Gebruik</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versies</translation>
    </message>
    <message>
        <source>What freezing does</source>
        <translation>Wat bevriezen doet</translation>
    </message>
    <message>
        <source>A frozen version never changes again: the next change makes a new one. A version is frozen by the first rating with it, by a coding pack, by hand, or by the version that follows it. Ratings keep the version they were made under; rounds under way go on under the new one.</source>
        <translation>Een bevroren versie verandert nooit meer: de volgende wijziging maakt een nieuwe. Een versie bevriest door het eerste oordeel ermee, door een codeerpakket, met de hand, of door de versie die erop volgt. Beoordelingen houden de versie waaronder ze gemaakt zijn; lopende rondes gaan onder de nieuwe verder.</translation>
    </message>
    <message>
        <source>No codebook yet</source>
        <translation>Nog geen codeboek</translation>
    </message>
    <message>
        <source>A codebook says what raters judge: variables with codes, each with a definition, when to use it and when not. Import one (a file of Rapport or of another program, a table, a list), or begin a study from a template.</source>
        <translation>Een codeboek zegt wat beoordelaars beoordelen: variabelen met codes, elk met een definitie, wanneer je ze gebruikt en wanneer niet. Importeer er een (een bestand van Rapport of van een ander programma, een tabel, een lijst), of begin een studie vanuit een sjabloon.</translation>
    </message>
    <message>
        <source>Choose a code first.</source>
        <translation>Kies eerst een code.</translation>
    </message>
    <message>
        <source>Save or discard what you typed first: this makes a version of its own.</source>
        <translation>Bewaar of verwerp eerst wat je typte: dit maakt een versie op zich.</translation>
    </message>
    <message>
        <source>Version %1 is made.</source>
        <translation>Versie %1 is gemaakt.</translation>
    </message>
    <message>
        <source>Booklet to print (*.pdf)</source>
        <translation>Boekje om af te drukken (*.pdf)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word-document (*.docx)</translation>
    </message>
    <message>
        <source>OpenDocument text (*.odt)</source>
        <translation>OpenDocument-tekst (*.odt)</translation>
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
        <source>LaTeX (*.tex)</source>
        <translation>LaTeX (*.tex)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Werkmap (*.xlsx)</translation>
    </message>
    <message>
        <source>REFI-QDA codebook (*.qdc)</source>
        <translation>REFI-QDA-codeboek (*.qdc)</translation>
    </message>
    <message>
        <source>Writing the codebook</source>
        <translation>Het codeboek schrijven</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>What version %1 changed</source>
        <translation>Wat versie %1 veranderde</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Use and versions</source>
        <translation>Gebruik en versies</translation>
    </message>
    <message>
        <source>Choose a variable or one of its codes first.</source>
        <translation>Kies eerst een variabele of een van haar codes.</translation>
    </message>
    <message>
        <source>Nobody could mark anything with this code yet: it is not saved.</source>
        <translation>Niemand kon met deze code al iets markeren: ze is niet opgeslagen.</translation>
    </message>
    <message>
        <source>Saved. Version %1 is a draft, changed in place: undo does not go back behind this.</source>
        <translation>Opgeslagen. Versie %1 is een ontwerp en is zelf gewijzigd: verder terug dan hier gaat ongedaan maken niet.</translation>
    </message>
    <message>
        <source>Not saved yet. Saving makes version %1. %2</source>
        <translation>Nog niet opgeslagen. Opslaan maakt versie %1. %2</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ColourRow</name>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ExportDialog</name>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
    <message>
        <source>Every rating and coding, row by row, as it can be imported again.</source>
        <translation>Elke beoordeling en codering, regel voor regel, zoals die weer ingelezen kan worden.</translation>
    </message>
    <message>
        <source>Table for statistics, one row per text</source>
        <translation>Tabel voor statistiek, één rij per tekst</translation>
    </message>
    <message>
        <source>One row per answer or turn with its participant&apos;s attributes and every code as 0 or 1, by each rater and by consensus. For R: a script with its tables beside it.</source>
        <translation>Eén rij per antwoord of beurt met de kenmerken van de deelnemer en elke code als 0 of 1, per beoordelaar en volgens de consensus. Voor R: een script met de tabellen ernaast.</translation>
    </message>
    <message>
        <source>Table for statistics, one row per code</source>
        <translation>Tabel voor statistiek, één rij per code</translation>
    </message>
    <message>
        <source>One row per text, rater and code.</source>
        <translation>Eén rij per tekst, beoordelaar en code.</translation>
    </message>
    <message>
        <source>Quotes by code</source>
        <translation>Citaten per code</translation>
    </message>
    <message>
        <source>The words that were coded, with what stands around them, code by code.</source>
        <translation>De woorden die gecodeerd zijn, met wat eromheen staat, code voor code.</translation>
    </message>
    <message>
        <source>Answers and attributes</source>
        <translation>Antwoorden en kenmerken</translation>
    </message>
    <message>
        <source>One row per participant, as it came in.</source>
        <translation>Eén rij per deelnemer, zoals het binnenkwam.</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codeboek</translation>
    </message>
    <message>
        <source>A booklet with the definitions, or REFI-QDA codes for another program.</source>
        <translation>Een boekje met de definities, of REFI-QDA-codes voor een ander programma.</translation>
    </message>
    <message>
        <source>Project for another program (REFI-QDA)</source>
        <translation>Project voor een ander programma (REFI-QDA)</translation>
    </message>
    <message>
        <source>Texts, codes, codings and cases, as ATLAS.ti, MAXQDA, NVivo and others read them.</source>
        <translation>Teksten, codes, coderingen en cases, zoals ATLAS.ti, MAXQDA, NVivo en andere ze lezen.</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Controlespoor</translation>
    </message>
    <message>
        <source>Rounds, versions of the codebook, what was settled and why, and every act, for a reviewer. It is whole: whoever still has to rate sees others&apos; work in it.</source>
        <translation>Rondes, versies van het codeboek, wat beslist is en waarom, en elke handeling, voor een reviewer. Het is volledig: wie nog moet beoordelen ziet er het werk van anderen in.</translation>
    </message>
    <message>
        <source>REFI-QDA codes</source>
        <translation>REFI-QDA-codes</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA-project</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webpagina</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-tekst</translation>
    </message>
    <message>
        <source>Attributes that are hidden from raters, too</source>
        <translation>Ook de kenmerken die voor beoordelaars verborgen zijn</translation>
    </message>
    <message>
        <source>Raters as rater_1, rater_2, …</source>
        <translation>Beoordelaars als rater_1, rater_2, …</translation>
    </message>
    <message>
        <source>Choose where to save it</source>
        <translation>Kies waar het bewaard wordt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>A file for another program or for a reviewer. The study stays as it is. What leaves it is no longer protected by it: texts of participants are private.</source>
        <translation>Een bestand voor een ander programma of voor een reviewer. De studie blijft zoals ze is. Wat eruit gaat, wordt er niet meer door beschermd: teksten van deelnemers zijn privé.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Language of titles and labels</source>
        <translation>Taal van titels en labels</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschreven: %1</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ForgetDialog</name>
    <message>
        <source>Looking what goes</source>
        <translation>Nagaan wat weggaat</translation>
    </message>
    <message>
        <source>Taking the texts out</source>
        <translation>De teksten weghalen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergeten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>A participant withdraws</source>
        <translation>Een deelnemer trekt zich terug</translation>
    </message>
    <message>
        <source>The texts go from every byte of this study and of its search index. Lengths, places and the journal stay, so that all other results hold. It cannot be undone.</source>
        <translation>De teksten gaan uit elke byte van deze studie en van haar zoekindex. Lengtes, plaatsen en het journaal blijven, zodat alle andere resultaten kloppen. Dit kan niet ongedaan gemaakt worden.</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Deelnemer</translation>
    </message>
    <message>
        <source>Withdraw what was coded too, and leave the units out of all results</source>
        <translation>Trek ook in wat gecodeerd is, en laat de eenheden uit alle resultaten</translation>
    </message>
    <message>
        <source>The name once more</source>
        <translation>De naam nog eens</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Typ %1 om verder te gaan</translation>
    </message>
    <message>
        <source>%1 texts, %2 turns of talks, %3 memos and remarks and %4 values go.</source>
        <translation>%1 teksten, %2 beurten van gesprekken, %3 memo&apos;s en opmerkingen en %4 waarden verdwijnen.</translation>
    </message>
    <message>
        <source>%1 codings are withdrawn.</source>
        <translation>%1 coderingen worden ingetrokken.</translation>
    </message>
    <message>
        <source>So do the bytes of these imported files: %1.</source>
        <translation>Net als de bytes van deze geïmporteerde bestanden: %1.</translation>
    </message>
    <message>
        <source>The name still stands in texts of others, to be blotted out there: %1.</source>
        <translation>De naam staat nog in teksten van anderen en moet daar onleesbaar gemaakt worden: %1.</translation>
    </message>
    <message>
        <source>It is done. The participant is now called %1.</source>
        <translation>Het is gebeurd. De deelnemer heet nu %1.</translation>
    </message>
    <message>
        <source>The name still stands in: %1.</source>
        <translation>De naam staat nog in: %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>rapport::ui::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>Unit, such as P77/Q2; Enter asks</source>
        <translation>Eenheid, zoals P77/Q2; Enter vraagt</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Beoordelaar</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Alle codes</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
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
        <source>Reading the journal…</source>
        <translation>Het journaal wordt gelezen…</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>Het journaal wordt gelezen</translation>
    </message>
    <message>
        <source>The last %1 of %2 acts. A unit, a rater or a code narrows them.</source>
        <translation>De laatste %1 van %2 handelingen. Een eenheid, een beoordelaar of een code maakt het er minder.</translation>
    </message>
    <message>
        <source>1 act</source>
        <translation>1 handeling</translation>
    </message>
    <message>
        <source>%1 acts</source>
        <translation>%1 handelingen</translation>
    </message>
    <message>
        <source>(1 act of your own is kept back until its text is completed)</source>
        <translation>(1 handeling van jezelf wordt achtergehouden tot haar tekst af is)</translation>
    </message>
    <message>
        <source>(%1 acts of your own are kept back until their texts are completed)</source>
        <translation>(%1 handelingen van jezelf worden achtergehouden tot hun teksten af zijn)</translation>
    </message>
</context>
<context>
    <name>rapport::ui::HistoryModel</name>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versie %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Did</source>
        <translation>Deed</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Unit or round</source>
        <translation>Eenheid of ronde</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Bestanden kiezen</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>De bestanden lezen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1, sheet %2</source>
        <translation>%1, werkblad %2</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importeren: %1</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 bestanden</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>gevonden</translation>
    </message>
    <message>
        <source>✓ reads well</source>
        <translation>✓ leest goed</translation>
    </message>
    <message>
        <source>another encoding?</source>
        <translation>andere codering?</translation>
    </message>
    <message>
        <source>Rows 1 to %1 of %2.</source>
        <translation>Rijen 1 tot %1 van %2.</translation>
    </message>
    <message>
        <source>A codebook with 1 code.</source>
        <translation>Een codeboek met 1 code.</translation>
    </message>
    <message>
        <source>A codebook with %1 codes.</source>
        <translation>Een codeboek met %1 codes.</translation>
    </message>
    <message>
        <source>Codes that the study has already (by identity, then by name) take the file&apos;s words; new ones are added; what the file lacks stays. Ratings keep the version they were made under.</source>
        <translation>Codes die de studie al heeft (naar identiteit, dan naar naam) nemen de woorden van het bestand over; nieuwe komen erbij; wat het bestand mist, blijft. Beoordelingen houden de versie waaronder ze gemaakt zijn.</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Deelnemer</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>%1 is a participant</source>
        <translation>%1 is een deelnemer</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand genoemd</translation>
    </message>
    <message>
        <source>What will come in</source>
        <translation>Wat erin komt</translation>
    </message>
    <message>
        <source>What the file has</source>
        <translation>Wat het bestand bevat</translation>
    </message>
    <message>
        <source>%1 would be added, %2 changed.</source>
        <translation>Toe te voegen: %1, te wijzigen: %2.</translation>
    </message>
    <message>
        <source>Being held against the study…</source>
        <translation>Wordt met de studie vergeleken…</translation>
    </message>
    <message>
        <source>%1 No row would be rejected.</source>
        <translation>%1 Geen rij zou worden geweigerd.</translation>
    </message>
    <message>
        <source>One row would be rejected, and this is why.</source>
        <translation>Eén rij zou worden geweigerd, en dit is waarom.</translation>
    </message>
    <message>
        <source>%1 rows would be rejected, and this is why.</source>
        <translation>%1 rijen zouden worden geweigerd, en dit is waarom.</translation>
    </message>
    <message>
        <source>Holding the files against the study</source>
        <translation>De bestanden worden met de studie vergeleken</translation>
    </message>
    <message>
        <source>Participant: who answered</source>
        <translation>Deelnemer: wie antwoordde</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwoord %1</translation>
    </message>
    <message>
        <source>Answer to a new question: %1</source>
        <translation>Antwoord op een nieuwe vraag: %1</translation>
    </message>
    <message>
        <source>Attribute, hidden from raters: %1</source>
        <translation>Kenmerk, verborgen voor beoordelaars: %1</translation>
    </message>
    <message>
        <source>Attribute, raters see it: %1</source>
        <translation>Kenmerk, beoordelaars zien het: %1</translation>
    </message>
    <message>
        <source>Language of the answers</source>
        <translation>Taal van de antwoorden</translation>
    </message>
    <message>
        <source>Wave: which time it was asked</source>
        <translation>Meetmoment: de hoeveelste keer</translation>
    </message>
    <message>
        <source>Left out: not read into the study</source>
        <translation>Weggelaten: komt niet in de studie</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>De import annuleren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Importing. Until it ends nothing is in the study.</source>
        <translation>Bezig met importeren. Tot het klaar is, zit er niets in de studie.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lezen…</translation>
    </message>
    <message>
        <source>Nothing is in the study yet. The whole import is one step.</source>
        <translation>Er zit nog niets in de studie. De hele import is één stap.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing is in the study.</source>
        <translation>Geannuleerd. Er zit niets in de studie.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>It is in the study</source>
        <translation>Het zit in de studie</translation>
    </message>
    <message>
        <source>Nothing new came in</source>
        <translation>Er kwam niets nieuws in</translation>
    </message>
    <message>
        <source>%1 read, %2 added, %3 changed, %4 rejected.</source>
        <translation>%1 gelezen, %2 toegevoegd, %3 gewijzigd, %4 geweigerd.</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>en meer</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>Deze lijst opslaan</translation>
    </message>
    <message>
        <source>rejected rows</source>
        <translation>geweigerde rijen</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Lezen als</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codering</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>puntkomma</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tab</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>verticale streep</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Scheiding</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Header rows</source>
        <translation>Koprijen</translation>
    </message>
    <message>
        <source>found per answer</source>
        <translation>per antwoord gevonden</translation>
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
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>File that is shown</source>
        <translation>Bestand dat getoond wordt</translation>
    </message>
    <message>
        <source>Which files?</source>
        <translation>Welke bestanden?</translation>
    </message>
    <message>
        <source>Answers and participants come from a survey export (CSV, Excel, SPSS and more), transcripts from text, Word, PDF or subtitle files, codebooks and codings from Rapport or other programs. You can drop files here. The files are kept in the study as they came; nothing is in it before the last step.</source>
        <translation>Antwoorden en deelnemers komen uit een enquête-export (CSV, Excel, SPSS en meer), transcripten uit tekst-, Word-, pdf- of ondertitelbestanden, codeboeken en coderingen uit Rapport of andere programma’s. Je kunt bestanden hierheen slepen. De bestanden worden in de studie bewaard zoals ze kwamen; voor de laatste stap zit er niets in.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Bestanden kiezen…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Eerste rijen van het bestand</translation>
    </message>
    <message>
        <source>column</source>
        <translation>kolom</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
    <message>
        <source>choose its meaning</source>
        <translation>kies wat ze betekent</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprekers</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Spreker</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Beurten</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>First turns</source>
        <translation>Eerste beurten</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Before it comes in</source>
        <translation>Voor het erin komt</translation>
    </message>
    <message>
        <source>Rows that would be rejected</source>
        <translation>Rijen die geweigerd zouden worden</translation>
    </message>
    <message>
        <source>Rows that were rejected</source>
        <translation>Rijen die geweigerd zijn</translation>
    </message>
    <message>
        <source>Save this list…</source>
        <translation>Deze lijst opslaan…</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Voortgang van de import</translation>
    </message>
    <message>
        <source>auto: %1</source>
        <translation>auto: %1</translation>
    </message>
    <message>
        <source>The columns were guessed</source>
        <translation>De kolommen zijn geraden</translation>
    </message>
    <message>
        <source>Look above each column what it becomes, and change what is wrong.</source>
        <translation>Kijk boven elke kolom wat ze wordt, en wijzig wat fout is.</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Toewijzing</translation>
    </message>
    <message>
        <source>Use mapping “%1”</source>
        <translation>Toewijzing “%1” gebruiken</translation>
    </message>
    <message>
        <source>Treat as empty</source>
        <translation>Als leeg behandelen</translation>
    </message>
    <message>
        <source>1 cell as empty</source>
        <translation>1 cel als leeg</translation>
    </message>
    <message>
        <source>%1 cells as empty</source>
        <translation>%1 cellen als leeg</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>“%1” gebruiken</translation>
    </message>
    <message>
        <source>Keep this mapping…</source>
        <translation>Deze toewijzing bewaren…</translation>
    </message>
    <message>
        <source>Keep this mapping</source>
        <translation>Deze toewijzing bewaren</translation>
    </message>
    <message>
        <source>It is offered for the next file with the same columns. Its name:</source>
        <translation>Ze wordt aangeboden bij het volgende bestand met dezelfde kolommen. Haar naam:</translation>
    </message>
    <message>
        <source>survey</source>
        <translation>enquête</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>“%1” verwijderen</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 cel</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 cellen</translation>
    </message>
    <message>
        <source>(in %1)</source>
        <translation>(in %1)</translation>
    </message>
    <message>
        <source>Known columns</source>
        <translation>Bekende kolommen</translation>
    </message>
    <message>
        <source>The mapping “%1” was kept for these columns. “Mapping” below the table uses it.</source>
        <translation>De toewijzing “%1” is voor deze kolommen bewaard. Met “Toewijzing” onder de tabel gebruik je ze.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Keep the list of names, sealed…</source>
        <translation>De lijst van namen verzegeld bewaren…</translation>
    </message>
    <message>
        <source>Looking for names</source>
        <translation>Namen zoeken</translation>
    </message>
    <message>
        <source>Searching the study for the names that were replaced…</source>
        <translation>De studie wordt doorzocht op de namen die zijn vervangen…</translation>
    </message>
    <message>
        <source>Searching for names</source>
        <translation>Zoeken naar namen</translation>
    </message>
    <message>
        <source>None of the names that were replaced is left anywhere in the study.</source>
        <translation>Van de namen die zijn vervangen, staat er nergens in de studie nog één.</translation>
    </message>
    <message>
        <source>Names of the list are left in the study: %1. An import replaces them in what it brings, not in what the study had: search for the names.</source>
        <translation>Er staan nog namen van de lijst in de studie: %1. Een import vervangt ze in wat ze brengt, niet in wat de studie al had: zoek naar de namen.</translation>
    </message>
    <message>
        <source>The list is kept</source>
        <translation>De lijst is bewaard</translation>
    </message>
    <message>
        <source>Answer to the question of its row</source>
        <translation>Antwoord op de vraag van de rij</translation>
    </message>
    <message>
        <source>Question: which one the row answers</source>
        <translation>Vraag: welke de rij beantwoordt</translation>
    </message>
    <message>
        <source>UTF-8 twice: Ã© for é</source>
        <translation>UTF-8 dubbel: Ã© voor é</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Codes with a name that the study has are</source>
        <translation>Codes met een naam die de studie al heeft zijn</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>kies…</translation>
    </message>
    <message>
        <source>the study&apos;s codes</source>
        <translation>de codes van de studie</translation>
    </message>
    <message>
        <source>other codes, with a number behind the name</source>
        <translation>andere codes, met een nummer achter de naam</translation>
    </message>
    <message>
        <source>Codes of the file</source>
        <translation>Codes van het bestand</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variabele</translation>
    </message>
    <message>
        <source>In the study</source>
        <translation>In de studie</translation>
    </message>
    <message>
        <source>Would change</source>
        <translation>Zou veranderen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>the same code</source>
        <translation>dezelfde code</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>dezelfde naam</translation>
    </message>
    <message>
        <source>Two clicks on a name correct it: names that become alike are one person; an emptied name is no speaker, and stays in the text. Tick who is a participant of the study; the turns are then that person&apos;s.</source>
        <translation>Twee klikken op een naam verbeteren ze: namen die gelijk worden, zijn één persoon; een leeggemaakte naam is geen spreker en blijft in de tekst. Vink aan wie deelnemer is van de studie; de beurten zijn dan van die persoon.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Werkblad</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Takes the words of the questions from the survey&apos;s own file: .qsf of Qualtrics, .lss or .lsa of LimeSurvey.</source>
        <translation>Neemt de tekst van de vragen over uit het bestand van de vragenlijst zelf: .qsf van Qualtrics, .lss of .lsa van LimeSurvey.</translation>
    </message>
    <message>
        <source>Without the survey&apos;s file</source>
        <translation>Zonder het bestand van de vragenlijst</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Meetmoment</translation>
    </message>
    <message>
        <source>none, or its name</source>
        <translation>geen, of de naam ervan</translation>
    </message>
    <message>
        <source>A later occasion of the same questions: the same people may answer them again under its name.</source>
        <translation>Een later moment waarop dezelfde vragen zijn gesteld: onder die naam kunnen dezelfde mensen ze nog eens beantwoorden.</translation>
    </message>
    <message>
        <source>The survey&apos;s file</source>
        <translation>Het bestand van de vragenlijst</translation>
    </message>
    <message>
        <source>Questions of a survey (%1)</source>
        <translation>Vragen van een vragenlijst (%1)</translation>
    </message>
    <message>
        <source>%1 holds the questions of a survey. Choose the file with its answers too.</source>
        <translation>%1 bevat de vragen van een vragenlijst. Kies ook het bestand met de antwoorden.</translation>
    </message>
    <message>
        <source>From the survey&apos;s file…</source>
        <translation>Uit de vragenlijst…</translation>
    </message>
    <message>
        <source>Questions: %1</source>
        <translation>Vragen: %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 en nog %2</translation>
    </message>
    <message>
        <source>Words that hold one of the names stay as they are: %1. Nicknames and diminutives go into the list as names of their own.</source>
        <translation>Woorden waarin een van de namen zit, blijven zoals ze zijn: %1. Zet roepnamen en verkleinvormen als aparte namen in de lijst.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>The study becomes what it was before this import: what was done since goes too. As it is now it is kept beside it, under another name.</source>
        <translation>De studie wordt weer wat ze voor deze import was: wat er sindsdien gedaan is gaat mee terug. Zoals ze nu is blijft ze ernaast bewaard, onder een andere naam.</translation>
    </message>
    <message>
        <source>Take this import back…</source>
        <translation>Deze import terugnemen…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>A project of another program with 1 text.</source>
        <translation>Een project van een ander programma met 1 tekst.</translation>
    </message>
    <message>
        <source>A project of another program with %1 texts.</source>
        <translation>Een project van een ander programma met %1 teksten.</translation>
    </message>
    <message>
        <source>Its texts, codes, people, raters, codings and memos come in together; codes that the study has already are found by identity, then by name. Pictures and recordings are left out.</source>
        <translation>De teksten, codes, personen, beoordelaars, coderingen en memo&apos;s komen samen binnen; codes die de studie al heeft, worden gevonden naar identiteit, dan naar naam. Afbeeldingen en opnamen worden weggelaten.</translation>
    </message>
    <message>
        <source>Take it from a file…</source>
        <translation>Uit een bestand nemen…</translation>
    </message>
    <message>
        <source>Take the mapping from a file</source>
        <translation>De toewijzing uit een bestand nemen</translation>
    </message>
    <message>
        <source>Mapping (*.json)</source>
        <translation>Toewijzing (*.json)</translation>
    </message>
    <message>
        <source>Answers, participants</source>
        <translation>Antwoorden, deelnemers</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcripten</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation>Codeboeken</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
    <message>
        <source>Projects of other programs</source>
        <translation>Projecten van andere programma's</translation>
    </message>
    <message>
        <source>Questions, beside answers</source>
        <translation>Vragen, naast de antwoorden</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ImportTable</name>
    <message>
        <source>Participant</source>
        <translation>Deelnemer</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwoord %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Meetmoment</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelaten</translation>
    </message>
    <message>
        <source>A technical column of the survey system.</source>
        <translation>Een technische kolom van het enquêtesysteem.</translation>
    </message>
    <message>
        <source>Empty in every row.</source>
        <translation>Leeg in elke rij.</translation>
    </message>
    <message>
        <source>Looks like free text: choose a question if it is an answer.</source>
        <translation>Lijkt vrije tekst: kies een vraag als het een antwoord is.</translation>
    </message>
    <message>
        <source>Seems to say who somebody is. It is not read into the study at all.</source>
        <translation>Lijkt te zeggen wie iemand is. Komt helemaal niet in de studie.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelaten</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
</context>
<context>
    <name>rapport::ui::KeptWords</name>
    <message>
        <source>Somebody else has the study open: close it there, so that its log is emptied too.</source>
        <translation>Iemand anders heeft de studie open: sluit ze daar, zodat ook haar logboek geleegd wordt.</translation>
    </message>
    <message>
        <source>Copies of this study still hold the texts: %1.</source>
        <translation>Kopieën van deze studie bevatten de teksten nog: %1.</translation>
    </message>
    <message>
        <source>Packs still hold the texts: %1.</source>
        <translation>Pakketten bevatten de teksten nog: %1.</translation>
    </message>
    <message>
        <source>Packs still hold the texts: tell the coordinator.</source>
        <translation>Er zijn pakketten die de teksten nog bevatten: zeg dat tegen de coördinator.</translation>
    </message>
    <message>
        <source>The words stay in %1: write that anew in the codebook. Its earlier versions, and packs, keep them.</source>
        <translation>De woorden blijven staan in %1: schrijf dat opnieuw in het codeboek. Eerdere versies, en pakketten, houden ze.</translation>
    </message>
    <message>
        <source>Sealed files, in which nobody can look: %1.</source>
        <translation>Verzegelde bestanden, waar niemand in kan kijken: %1.</translation>
    </message>
    <message>
        <source>Words that are kept elsewhere</source>
        <translation>Woorden die elders bewaard zijn</translation>
    </message>
    <message>
        <source>“%1” still stands in: %2.</source>
        <translation>“%1” staat nog in: %2.</translation>
    </message>
    <message>
        <source>Blot it out there, too? Lines that were hidden in a search for it are shown again. It cannot be undone.</source>
        <translation>Ook daar onleesbaar maken? Regels die bij het zoeken daarnaar waren verborgen, worden weer getoond. Het kan niet ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>Blot out there, too</source>
        <translation>Ook daar onleesbaar maken</translation>
    </message>
    <message>
        <source>Blotting out words</source>
        <translation>Woorden onleesbaar maken</translation>
    </message>
    <message>
        <source>Blotted out there, too.</source>
        <translation>Ook daar onleesbaar gemaakt.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::MappingButton</name>
    <message>
        <source>Column %1 becomes: %2</source>
        <translation>Kolom %1 wordt: %2</translation>
    </message>
    <message>
        <source>%1, hidden from raters</source>
        <translation>%1, verborgen voor beoordelaars</translation>
    </message>
    <message>
        <source>%1, raters see it</source>
        <translation>%1, beoordelaars zien het</translation>
    </message>
</context>
<context>
    <name>rapport::ui::MergeDialog</name>
    <message>
        <source>%1: nothing new, %2 already.</source>
        <translation>%1: niets nieuws, %2 al.</translation>
    </message>
    <message>
        <source>%1: %2: %3, %4, %5. %6 already.</source>
        <translation>%1: %2: %3, %4, %5. %6 al.</translation>
    </message>
    <message>
        <source>1 act was here</source>
        <translation>1 handeling was hier</translation>
    </message>
    <message>
        <source>%1 acts were here</source>
        <translation>%1 handelingen waren hier</translation>
    </message>
    <message>
        <source>1 act came in</source>
        <translation>1 handeling kwam binnen</translation>
    </message>
    <message>
        <source>%1 acts came in</source>
        <translation>%1 handelingen kwamen binnen</translation>
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
        <source>1 completion</source>
        <translation>1 afronding</translation>
    </message>
    <message>
        <source>%1 completions</source>
        <translation>%1 afrondingen</translation>
    </message>
    <message>
        <source>1 memo</source>
        <translation>1 memo</translation>
    </message>
    <message>
        <source>%1 memos</source>
        <translation>%1 memo&apos;s</translation>
    </message>
    <message>
        <source>refused, %1: %2 (for instance %3)</source>
        <translation>geweigerd, %1: %2 (bijvoorbeeld %3)</translation>
    </message>
    <message>
        <source>refused, %1: %2</source>
        <translation>geweigerd, %1: %2</translation>
    </message>
    <message>
        <source>%1 came in after round %2 was opened: its agreement leaves them out.</source>
        <translation>%1 kwamen binnen nadat ronde %2 geopend was: haar overeenstemming laat ze weg.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Bestanden kiezen…</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Binnenhalen</translation>
    </message>
    <message>
        <source>Bring packs back</source>
        <translation>Pakketten terughalen</translation>
    </message>
    <message>
        <source>Packs of raters and copies of this study, in any order and as often as you like: what is here already comes in once. A backup is made before.</source>
        <translation>Pakketten van beoordelaars en kopieën van deze studie, in elke volgorde en zo vaak als je wil: wat hier al is, komt één keer binnen. Vooraf wordt een reservekopie gemaakt.</translation>
    </message>
    <message>
        <source>Passphrase of the sealed ones</source>
        <translation>Wachtzin van de verzegelde</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Wat binnenkwam</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>No files chosen yet.</source>
        <translation>Nog geen bestanden gekozen.</translation>
    </message>
    <message>
        <source>Packs and copies</source>
        <translation>Pakketten en kopieën</translation>
    </message>
    <message>
        <source>Bringing packs back</source>
        <translation>Pakketten worden teruggehaald</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Coding packs and studies (*.rpack *.rapport);;All files (*)</source>
        <translation>Codeerpakketten en studies (*.rpack *.rapport);;Alle bestanden (*)</translation>
    </message>
</context>
<context>
    <name>rapport::ui::NamesPage</name>
    <message>
        <source>Look for names</source>
        <translation>Namen zoeken</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Naam toevoegen</translation>
    </message>
    <message>
        <source>Names of people</source>
        <translation>Namen van mensen</translation>
    </message>
    <message>
        <source>What is ticked is replaced wherever it stands in what comes in: answers, turns, speakers, attributes. The files&apos; own bytes are not kept then, and after the import the study is searched for what may be left. Nobody has to: without ticks the files come in as they are.</source>
        <translation>Wat is aangevinkt, wordt vervangen overal waar het staat in wat binnenkomt: antwoorden, beurten, sprekers, kenmerken. De bestanden zelf worden dan niet bewaard, en na het importeren wordt in de studie gezocht naar wat er nog van over is. Het hoeft niet: zonder vinkjes komen de bestanden binnen zoals ze zijn.</translation>
    </message>
    <message>
        <source>Names and what stands for them</source>
        <translation>Namen en wat ervoor in de plaats komt</translation>
    </message>
    <message>
        <source>The system has no dictionary of %1: names at the beginning of a sentence were not found.</source>
        <translation>Het systeem heeft geen woordenboek voor %1: namen aan het begin van een zin zijn niet gevonden.</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alles aanvinken</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Niets aanvinken</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>De bestanden worden doorzocht…</translation>
    </message>
    <message>
        <source>No word looks like a name.</source>
        <translation>Geen enkel woord lijkt op een naam.</translation>
    </message>
    <message>
        <source>“Look for names” lists words with a capital that are no words of the language.</source>
        <translation>‘Namen zoeken’ geeft een lijst van woorden met een hoofdletter die geen woorden van de taal zijn.</translation>
    </message>
    <message>
        <source>%1 of %2 are replaced. Two clicks change a name or what stands for it.</source>
        <translation>%1 van %2 worden vervangen. Dubbelklik om een naam te wijzigen, of wat ervoor in de plaats komt.</translation>
    </message>
    <message>
        <source>Those that the dictionary has (first names, places, days, speakers with a name that is a word) stand last, without a tick: look at them too.</source>
        <translation>Wat het woordenboek kent (voornamen, plaatsen, dagen, sprekers met een naam die een woord is) staat achteraan, zonder vinkje: kijk er ook naar.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::NamesTable</name>
    <message>
        <source>Nothing stands for “%1” yet: type what the texts say in its place.</source>
        <translation>Voor ‘%1’ komt nog niets in de plaats: typ wat de teksten dan zeggen.</translation>
    </message>
    <message>
        <source>“%1” is in the list twice.</source>
        <translation>‘%1’ staat twee keer in de lijst.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>What stands for it</source>
        <translation>Komt in de plaats</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Keer</translation>
    </message>
    <message>
        <source>Where first</source>
        <translation>Waar het eerst</translation>
    </message>
</context>
<context>
    <name>rapport::ui::NewStudyDialog</name>
    <message>
        <source>New study</source>
        <translation>Nieuwe studie</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>the template&apos;s title</source>
        <translation>de titel van het sjabloon</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>Language of the study</source>
        <translation>Taal van de studie</translation>
    </message>
    <message>
        <source>Empty: no questions, no codebook</source>
        <translation>Leeg: geen vragen, geen codeboek</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Sjabloon</translation>
    </message>
    <message>
        <source>A template brings the case, the questions and codebooks. All of it can be changed, and more codebooks can be imported later.</source>
        <translation>Een sjabloon brengt de casus, de vragen en codeboeken mee. Alles kan gewijzigd worden, en later kunnen meer codeboeken geïmporteerd worden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Choose where to save it</source>
        <translation>Kiezen waar ze wordt opgeslagen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
</context>
<context>
    <name>rapport::ui::OpenRoundBar</name>
    <message>
        <source>Opening freezes the round&apos;s agreement as it is now and lets raters see each other&apos;s work. What they change afterwards is counted apart. It cannot be taken back.</source>
        <translation>Openen legt de overeenstemming van de ronde vast zoals ze nu is en laat beoordelaars elkaars werk zien. Wat ze daarna wijzigen, wordt apart geteld. Het kan niet ongedaan gemaakt worden.</translation>
    </message>
    <message>
        <source>One judgement is still open.</source>
        <translation>Eén oordeel staat nog open.</translation>
    </message>
    <message>
        <source>%1 judgements are still open.</source>
        <translation>%1 oordelen staan nog open.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 openen</translation>
    </message>
    <message>
        <source>Round to open</source>
        <translation>Ronde om te openen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>rapport::ui::OriginalDialog</name>
    <message>
        <source>The original</source>
        <translation>Het origineel</translation>
    </message>
    <message>
        <source>The study keeps every file as it came. The digest (SHA-256) shows that a copy is the same, byte for byte.</source>
        <translation>De studie bewaart elk bestand zoals het kwam. Het controlegetal (SHA-256) toont dat een kopie hetzelfde is, byte voor byte.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>taken out when a participant withdrew</source>
        <translation>weggenomen toen een deelnemer zich terugtrok</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelezen als</translation>
    </message>
    <message>
        <source>Save the original</source>
        <translation>Het origineel opslaan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Saving the original</source>
        <translation>Het origineel opslaan</translation>
    </message>
    <message>
        <source>The original is at %1</source>
        <translation>Het origineel staat in %1</translation>
    </message>
</context>
<context>
    <name>rapport::ui::OverviewView</name>
    <message>
        <source>of transcripts</source>
        <translation>uit transcripten</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>doel %1</translation>
    </message>
    <message>
        <source>Mean κ of the codes; bands as wide as their 95 % intervals are on average</source>
        <translation>Gemiddelde κ van de codes; banden zo breed als hun 95%-intervallen gemiddeld zijn</translation>
    </message>
    <message>
        <source>Codes in %1: Krippendorff&apos;s α, 95 %</source>
        <translation>Codes in %1: Krippendorffs α, 95 %</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>De figuur opslaan</translation>
    </message>
    <message>
        <source>The figure is in %1</source>
        <translation>De figuur staat in %1</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Figuur…</translation>
    </message>
    <message>
        <source>%1 is open: its agreement is frozen.</source>
        <translation>%1 is open: de overeenstemming ligt vast.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importeren</translation>
    </message>
    <message>
        <source>everything else</source>
        <translation>al het andere</translation>
    </message>
    <message>
        <source>Reading the study</source>
        <translation>De studie lezen</translation>
    </message>
    <message>
        <source>Measuring agreement</source>
        <translation>Overeenstemming meten</translation>
    </message>
    <message>
        <source>Nobody rates yet. Add the raters, then assign a round: who judges which texts.</source>
        <translation>Er beoordeelt nog niemand. Voeg de beoordelaars toe en wijs dan een ronde toe: wie welke teksten beoordeelt.</translation>
    </message>
    <message>
        <source>No round yet. Assign one to say who judges which texts.</source>
        <translation>Nog geen ronde. Wijs er een toe om te zeggen wie welke teksten beoordeelt.</translation>
    </message>
    <message>
        <source>Everything that was assigned is done.</source>
        <translation>Alles wat toegewezen is, is klaar.</translation>
    </message>
    <message>
        <source>One judgement is open over all rounds.</source>
        <translation>Over alle rondes staat één oordeel open.</translation>
    </message>
    <message>
        <source>%1 judgements are open over all rounds.</source>
        <translation>Over alle rondes staan %1 oordelen open.</translation>
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
        <source>%1 not answered</source>
        <translation>%1 niet beantwoord</translation>
    </message>
    <message>
        <source>1 transcript</source>
        <translation>1 transcript</translation>
    </message>
    <message>
        <source>%1 transcripts</source>
        <translation>%1 transcripten</translation>
    </message>
    <message>
        <source>1 speaker turn</source>
        <translation>1 spreekbeurt</translation>
    </message>
    <message>
        <source>%1 speaker turns</source>
        <translation>%1 spreekbeurten</translation>
    </message>
    <message>
        <source>1 code</source>
        <translation>1 code</translation>
    </message>
    <message>
        <source>%1 codes</source>
        <translation>%1 codes</translation>
    </message>
    <message>
        <source>1 variable</source>
        <translation>1 variabele</translation>
    </message>
    <message>
        <source>%1 variables</source>
        <translation>%1 variabelen</translation>
    </message>
    <message>
        <source>version %1, frozen</source>
        <translation>versie %1, bevroren</translation>
    </message>
    <message>
        <source>version %1, draft</source>
        <translation>versie %1, ontwerp</translation>
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
        <source>1 round</source>
        <translation>1 ronde</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 rondes</translation>
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
        <source>1 judgement completed</source>
        <translation>1 oordeel afgewerkt</translation>
    </message>
    <message>
        <source>%1 judgements completed</source>
        <translation>%1 oordelen afgewerkt</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Meten…</translation>
    </message>
    <message>
        <source>You still have texts to rate yourself in %1: the agreement there is kept back until they are done.</source>
        <translation>Je moet zelf nog teksten beoordelen in %1: de overeenstemming daar wordt achtergehouden tot die klaar zijn.</translation>
    </message>
    <message>
        <source>There is something to measure when two raters have judged the same texts.</source>
        <translation>Er valt iets te meten zodra twee beoordelaars dezelfde teksten hebben beoordeeld.</translation>
    </message>
    <message>
        <source>One code is below it.</source>
        <translation>Eén code ligt eronder.</translation>
    </message>
    <message>
        <source>%1 codes are below it.</source>
        <translation>%1 codes liggen eronder.</translation>
    </message>
    <message>
        <source>One code has too few cases.</source>
        <translation>Eén code heeft te weinig gevallen.</translation>
    </message>
    <message>
        <source>%1 codes have too few cases.</source>
        <translation>%1 codes hebben te weinig gevallen.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Assign a round</source>
        <translation>Ronde toewijzen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Progress per rater and round</source>
        <translation>Voortgang per beoordelaar en ronde</translation>
    </message>
    <message>
        <source>completed, of those assigned</source>
        <translation>afgewerkt, van wat toegewezen is</translation>
    </message>
    <message>
        <source>Add a rater</source>
        <translation>Beoordelaar toevoegen</translation>
    </message>
    <message>
        <source>Agreement so far</source>
        <translation>Overeenstemming tot nu</translation>
    </message>
    <message>
        <source>See every code</source>
        <translation>Elke code bekijken</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Volgende stappen</translation>
    </message>
    <message>
        <source>Nothing waits for you here.</source>
        <translation>Er wacht hier niets op je.</translation>
    </message>
    <message>
        <source>Begin with texts</source>
        <translation>Begin met teksten</translation>
    </message>
    <message>
        <source>Import a survey export or transcripts: you see every column, and every row that would be rejected, before anything comes in. Then add raters, assign a round, and let them rate; agreement appears here as they go.</source>
        <translation>Importeer een enquête-export of transcripten: je ziet elke kolom, en elke rij die geweigerd zou worden, voor er iets in komt. Voeg dan beoordelaars toe, wijs een ronde toe en laat hen beoordelen; de overeenstemming verschijnt hier onderweg.</translation>
    </message>
    <message>
        <source>Measuring against the target</source>
        <translation>Aan het doel meten</translation>
    </message>
    <message>
        <source>Codes against the target %1</source>
        <translation>Codes tegenover het doel %1</translation>
    </message>
    <message>
        <source>A code meets the target when the lower end of its interval does. The forecast takes agreement and pace as they are.</source>
        <translation>Een code haalt het doel als de ondergrens van het interval dat doet. De verwachting gaat uit van overeenstemming en tempo zoals ze nu zijn.</translation>
    </message>
    <message>
        <source>Codes against the target</source>
        <translation>Codes tegenover het doel</translation>
    </message>
    <message>
        <source>%1 of %2 meet it</source>
        <translation>%1 van %2 halen het</translation>
    </message>
    <message>
        <source>How fast raters work is shown here from now on. They are not ranked.</source>
        <translation>Hoe snel beoordelaars werken wordt hier voortaan getoond. Ze worden niet gerangschikt.</translation>
    </message>
    <message>
        <source>How fast raters work is shown to themselves only.</source>
        <translation>Hoe snel beoordelaars werken zien alleen zijzelf.</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>Het logboek exporteren</translation>
    </message>
    <message>
        <source>You still have texts to rate in %1. The audit trail tells what others gave there: your own ratings would not be blind any more.</source>
        <translation>Je hebt in %1 nog teksten te beoordelen. Het logboek zegt wat anderen daar gaven: je eigen oordelen zouden niet meer blind zijn.</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>Toch exporteren</translation>
    </message>
    <message>
        <source>Document (*.md)</source>
        <translation>Document (*.md)</translation>
    </message>
    <message>
        <source>Table of all rows (*.csv)</source>
        <translation>Tabel van alle rijen (*.csv)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>Gegevens (*.json)</translation>
    </message>
    <message>
        <source>Writing the audit trail</source>
        <translation>Het logboek schrijven</translation>
    </message>
    <message>
        <source>The audit trail is at %1</source>
        <translation>Het logboek staat in %1</translation>
    </message>
    <message>
        <source>mean κ of the codes</source>
        <translation>gemiddelde κ van de codes</translation>
    </message>
    <message>
        <source>%1: %2 of one code meets the target.</source>
        <translation>%1: %2 van één code haalt het doel.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 codes meet the target.</source>
        <translation>%1: %2 van %3 codes halen het doel.</translation>
    </message>
    <message>
        <source>The band is as wide as the codes&apos; 95 % intervals are on average; it is no interval of the mean.</source>
        <translation>De band is zo breed als de 95 %-intervallen van de codes gemiddeld zijn; het is geen interval van het gemiddelde.</translation>
    </message>
    <message>
        <source>Round whose codes are shown</source>
        <translation>Ronde waarvan de codes getoond worden</translation>
    </message>
</context>
<context>
    <name>rapport::ui::OwnRatingDialog</name>
    <message>
        <source>You rate too</source>
        <translation>Jij beoordeelt ook</translation>
    </message>
    <message>
        <source>While a blind round runs, the coordinator&apos;s windows then keep back what others did on the texts that you still have to rate, their blinded attributes, and the agreement of that round. Each text shows itself again once you have completed it. Exports and the audit trail stay whole: asking for one is unblinding yourself.</source>
        <translation>Zolang een blinde ronde loopt, houden de vensters van de coördinator dan achter wat anderen deden met de teksten die jij nog moet beoordelen, hun geblindeerde kenmerken, en de overeenstemming van die ronde. Elke tekst toont zich weer zodra je hem hebt afgerond. Exports en het logboek blijven volledig: wie erom vraagt, ontblindt zichzelf.</translation>
    </message>
    <message>
        <source>Nobody: you coordinate only</source>
        <translation>Niemand: je coördineert alleen</translation>
    </message>
    <message>
        <source>You rate as</source>
        <translation>Je beoordeelt als</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>rapport::ui::PackDialog</name>
    <message>
        <source>Choose where to save it</source>
        <translation>Kies waar het bewaard wordt</translation>
    </message>
    <message>
        <source>Coding pack for a rater</source>
        <translation>Codeerpakket voor een beoordelaar</translation>
    </message>
    <message>
        <source>One file with the texts that were assigned to this rater, under neutral names, the codebook, the rater&apos;s own work and nothing else. It opens like a study, on any computer; what comes back is merged here.</source>
        <translation>Eén bestand met de teksten die aan deze beoordelaar toegewezen zijn, onder neutrale namen, het codeboek, het eigen werk van de beoordelaar en verder niets. Het opent als een studie, op elke computer; wat terugkomt, wordt hier samengevoegd.</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Beoordelaar</translation>
    </message>
    <message>
        <source>Passphrase, if it travels by mail or stick; tell it by another way</source>
        <translation>Wachtzin, als het per mail of stick reist; zeg die langs een andere weg</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>De wachtzin nog eens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>De twee wachtzinnen verschillen.</translation>
    </message>
    <message>
        <source>Save the pack</source>
        <translation>Pakket bewaren</translation>
    </message>
    <message>
        <source>Making the pack</source>
        <translation>Het pakket wordt gemaakt</translation>
    </message>
    <message>
        <source>The pack holds 1 text: %2</source>
        <translation>Het pakket bevat 1 tekst: %2</translation>
    </message>
    <message>
        <source>The pack holds %1 texts: %2</source>
        <translation>Het pakket bevat %1 teksten: %2</translation>
    </message>
    <message>
        <source>Opened before, so that it comes too late for agreement: %1</source>
        <translation>Al geopend, dus te laat voor de overeenstemming: %1</translation>
    </message>
    <message>
        <source>Coding pack (*.rpack)</source>
        <translation>Codeerpakket (*.rpack)</translation>
    </message>
</context>
<context>
    <name>rapport::ui::PickDialog</name>
    <message>
        <source>Take as examples</source>
        <translation>Als voorbeelden nemen</translation>
    </message>
    <message>
        <source>Examples of %1</source>
        <translation>Voorbeelden van %1</translation>
    </message>
    <message>
        <source>What raters marked with this code, first what most of them marked. Words of participants become part of the codebook: see that nobody is named in them.</source>
        <translation>Wat beoordelaars met deze code markeerden, eerst wat de meesten markeerden. Woorden van deelnemers worden deel van het codeboek: let erop dat er niemand in genoemd wordt.</translation>
    </message>
    <message>
        <source>Reading what was coded…</source>
        <translation>Lezen wat gecodeerd is…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Reading what was coded</source>
        <translation>Lezen wat gecodeerd is</translation>
    </message>
    <message>
        <source>Nobody marked words with this code yet.</source>
        <translation>Niemand markeerde al woorden met deze code.</translation>
    </message>
    <message>
        <source>one place</source>
        <translation>één plaats</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 plaatsen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ProgressTable</name>
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
        <source>outside rounds</source>
        <translation>buiten rondes</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>niet toegewezen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Beoordelaar</translation>
    </message>
    <message>
        <source>%1, %2, opened</source>
        <translation>%1, %2, geopend</translation>
    </message>
    <message>
        <source>%1, %2, blind</source>
        <translation>%1, %2, blind</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>van %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geopend</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 per uur</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>laatst op %1</translation>
    </message>
</context>
<context>
    <name>rapport::ui::RaterDialog</name>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Add a rater</source>
        <translation>Beoordelaar toevoegen</translation>
    </message>
    <message>
        <source>Raters are known by this name in the study, in coding packs and in reports. A short code such as R1 tells less than a name.</source>
        <translation>Onder deze naam staan beoordelaars in de studie, in codeerpakketten en in rapporten. Een korte code zoals R1 verraadt minder dan een naam.</translation>
    </message>
    <message>
        <source>Name of the rater</source>
        <translation>Naam van de beoordelaar</translation>
    </message>
    <message>
        <source>Kind of rater</source>
        <translation>Soort beoordelaar</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Een persoon</translation>
    </message>
    <message>
        <source>Gold standard: agreed answers that others are held against</source>
        <translation>Gouden standaard: afgesproken oordelen waaraan anderen worden getoetst</translation>
    </message>
    <message>
        <source>A program</source>
        <translation>Een programma</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
</context>
<context>
    <name>rapport::ui::RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Hernoem</translation>
    </message>
    <message>
        <source>Rename a rater or a round</source>
        <translation>Een beoordelaar of ronde hernoemen</translation>
    </message>
    <message>
        <source>Nobody's work goes to another by this: the study knows raters and rounds by more than their names. Saved searches that ask for the rater ask for the new name. Packs that are out and other copies of the study keep the old one.</source>
        <translation>Niemands werk gaat hierdoor naar een ander: de studie kent beoordelaars en rondes aan meer dan hun naam. Bewaarde zoekopdrachten die naar de beoordelaar vragen, vragen naar de nieuwe naam. Pakketten die al weg zijn en andere kopieën van de studie houden de oude.</translation>
    </message>
    <message>
        <source>Rater %1</source>
        <translation>Beoordelaar %1</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>Ronde %1</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Wie of wat</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nieuwe naam</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>%1 is called %2 now.</source>
        <translation>%1 heet nu %2.</translation>
    </message>
    <message>
        <source>One saved search follows.</source>
        <translation>Eén bewaarde zoekopdracht volgt.</translation>
    </message>
    <message>
        <source>%1 saved searches follow.</source>
        <translation>%1 bewaarde zoekopdrachten volgen.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ReassignDialog</name>
    <message>
        <source>One text stays: all of them have it already.</source>
        <translation>Eén tekst blijft: zij hebben die allemaal al.</translation>
    </message>
    <message>
        <source>%1 texts stay: all of them have these already.</source>
        <translation>%1 teksten blijven: zij hebben die allemaal al.</translation>
    </message>
    <message>
        <source>Give them</source>
        <translation>Geef ze</translation>
    </message>
    <message>
        <source>Give open texts to others</source>
        <translation>Open teksten aan anderen geven</translation>
    </message>
    <message>
        <source>Texts that a rater has neither completed nor begun go to others, to each as many as to the next, to nobody twice. What was begun stays. They come after what these raters have already.</source>
        <translation>Teksten die een beoordelaar niet heeft afgerond en niet is begonnen gaan naar anderen, naar ieder even veel, naar niemand twee keer. Wat begonnen is blijft. Ze komen na wat deze beoordelaars al hebben.</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Aan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, %2 open</translation>
    </message>
    <message>
        <source>Nothing is open in a round that still runs.</source>
        <translation>In geen lopende ronde staat iets open.</translation>
    </message>
    <message>
        <source>Tick who takes them.</source>
        <translation>Vink aan wie ze neemt.</translation>
    </message>
    <message>
        <source>Dealing the texts</source>
        <translation>De teksten verdelen</translation>
    </message>
    <message>
        <source>%1 gets %2</source>
        <translation>%1 krijgt %2</translation>
    </message>
    <message>
        <source>one text</source>
        <translation>één tekst</translation>
    </message>
    <message>
        <source>%1 texts</source>
        <translation>%1 teksten</translation>
    </message>
    <message>
        <source>Giving the texts</source>
        <translation>De teksten geven</translation>
    </message>
    <message>
        <source>One text of %2 has another rater.</source>
        <translation>Eén tekst van %2 heeft een andere beoordelaar.</translation>
    </message>
    <message>
        <source>%1 texts of %2 have other raters.</source>
        <translation>%1 teksten van %2 hebben een andere beoordelaar.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::RecodeDialog</name>
    <message>
        <source>Codings of retired codes, too</source>
        <translation>Ook coderingen van codes die uit gebruik zijn</translation>
    </message>
    <message>
        <source>Code it so</source>
        <translation>Zo coderen</translation>
    </message>
    <message>
        <source>The code that is meant</source>
        <translation>De bedoelde code</translation>
    </message>
    <message>
        <source>What was coded with a retired code may stay as it is; it can also get another code of the same variable.</source>
        <translation>Wat met een code is gecodeerd die uit gebruik is, mag zo blijven; het kan ook een andere code van dezelfde variabele krijgen.</translation>
    </message>
    <message>
        <source>Codings of split and retired codes</source>
        <translation>Coderingen van codes die gesplitst of uit gebruik zijn</translation>
    </message>
    <message>
        <source>These words were coded with a code that became several, or that is used no more. Choose which code is meant, with a digit where there are few. A text counts for the new code once its rater completes it again.</source>
        <translation>Deze woorden zijn gecodeerd met een code die er verschillende werd of die niet meer in gebruik is. Kies welke code bedoeld is, met een cijfer waar er weinig zijn. Een tekst telt voor de nieuwe code mee zodra de beoordelaar hem opnieuw afrondt.</translation>
    </message>
    <message>
        <source>Reading what was coded…</source>
        <translation>Lezen wat gecodeerd is…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Reading what was coded</source>
        <translation>Lezen wat gecodeerd is</translation>
    </message>
    <message>
        <source>1 unit is left out: you still have to rate it yourself.</source>
        <translation>1 eenheid blijft weg: die moet je zelf nog beoordelen.</translation>
    </message>
    <message>
        <source>%1 units are left out: you still have to rate them yourself.</source>
        <translation>%1 eenheden blijven weg: die moet je zelf nog beoordelen.</translation>
    </message>
    <message>
        <source>Nothing is left to be coded again.</source>
        <translation>Er hoeft niets opnieuw gecodeerd te worden.</translation>
    </message>
    <message>
        <source>one coding is left</source>
        <translation>nog één codering</translation>
    </message>
    <message>
        <source>%1 codings are left</source>
        <translation>nog %1 coderingen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::RejectedRows</name>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Wat te doen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SealNamesDialog</name>
    <message>
        <source>Choose where to save it</source>
        <translation>Kiezen waar het bewaard wordt</translation>
    </message>
    <message>
        <source>Keep the list of names</source>
        <translation>De lijst van namen bewaren</translation>
    </message>
    <message>
        <source>The one place where names and what stands for them stay together: a file of its own, sealed with a passphrase. Keep it apart from the study. “rapport unseal” opens it.</source>
        <translation>De enige plaats waar namen en wat ervoor in de plaats komt samen blijven: een apart bestand, verzegeld met een wachtzin. Bewaar het niet bij de studie. ‘rapport unseal’ opent het.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>De wachtzin nog eens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>De twee wachtzinnen verschillen.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>De lijst bewaren</translation>
    </message>
    <message>
        <source>names</source>
        <translation>namen</translation>
    </message>
    <message>
        <source>Sealed list (*.sealed)</source>
        <translation>Verzegelde lijst (*.sealed)</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SourceList</name>
    <message>
        <source>answer</source>
        <translation>antwoord</translation>
    </message>
    <message>
        <source>transcript</source>
        <translation>transcript</translation>
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
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Beurten</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SourceMemo</name>
    <message>
        <source>Memo: %1</source>
        <translation>Memo: %1</translation>
    </message>
    <message>
        <source>Memo on this text, for researchers; Esc or F2 closes it</source>
        <translation>Memo bij deze tekst, voor onderzoekers; Esc of F2 sluit het</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SourcesView</name>
    <message>
        <source>Blotting out words</source>
        <translation>Woorden onleesbaar maken</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>one text</source>
        <translation>één tekst</translation>
    </message>
    <message>
        <source>%1 texts</source>
        <translation>%1 teksten</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filteren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lezen</translation>
    </message>
    <message>
        <source>everything else</source>
        <translation>al het andere</translation>
    </message>
    <message>
        <source>Reading the list of texts</source>
        <translation>De lijst van teksten lezen</translation>
    </message>
    <message>
        <source>all questions</source>
        <translation>alle vragen</translation>
    </message>
    <message>
        <source>Closed while a blind round runs</source>
        <translation>Gesloten zolang een blinde ronde loopt</translation>
    </message>
    <message>
        <source>You see the texts that were given to you, in Rate. The others open when the coordinator opens the round.</source>
        <translation>De teksten die je kreeg, zie je in Coderen. De andere gaan open wanneer de coördinator de ronde opent.</translation>
    </message>
    <message>
        <source>Texts of participants belong here</source>
        <translation>Hier horen teksten van deelnemers</translation>
    </message>
    <message>
        <source>Import a survey export with answers, or transcripts of interviews and focus groups. You see everything before it comes in.</source>
        <translation>Importeer een enquête-export met antwoorden, of transcripten van interviews en focusgroepen. Je ziet alles voor het erin komt.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>Reading a text</source>
        <translation>Een tekst lezen</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>op %1</translation>
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
        <source>1 turn</source>
        <translation>1 beurt</translation>
    </message>
    <message>
        <source>%1 turns</source>
        <translation>%1 beurten</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>uit %1</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>Tekst van %1</translation>
    </message>
    <message>
        <source>No text chosen</source>
        <translation>Geen tekst gekozen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filteren</translation>
    </message>
    <message>
        <source>Filter by name, question, language or file</source>
        <translation>Filteren op naam, vraag, taal of bestand</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcripten</translation>
    </message>
    <message>
        <source>Kind of text</source>
        <translation>Soort tekst</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Texts of the study</source>
        <translation>Teksten van de studie</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Which columns are shown</source>
        <translation>Welke kolommen worden getoond</translation>
    </message>
    <message>
        <source>Select the words in the text first.</source>
        <translation>Selecteer eerst de woorden in de tekst.</translation>
    </message>
    <message>
        <source>Blot out words</source>
        <translation>Woorden onleesbaar maken</translation>
    </message>
    <message>
        <source>Blot out “%1” in %2?</source>
        <translation>“%1” in %2 onleesbaar maken?</translation>
    </message>
    <message>
        <source>Every letter becomes █, in the study and in its search index; places and codings stay. Imported files that hold the words, or into which nobody can look, are emptied. It cannot be undone.</source>
        <translation>Elke letter wordt █, in de studie en in haar zoekindex; plaatsen en coderingen blijven. Geïmporteerde bestanden die de woorden bevatten, of waar niemand in kan kijken, worden leeggemaakt. Het kan niet ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>Blot out here</source>
        <translation>Hier onleesbaar maken</translation>
    </message>
    <message>
        <source>Everywhere in this text</source>
        <translation>Overal in deze tekst</translation>
    </message>
    <message>
        <source>Blotted out at one place.</source>
        <translation>Op één plaats onleesbaar gemaakt.</translation>
    </message>
    <message>
        <source>Blotted out at %1 places.</source>
        <translation>Op %1 plaatsen onleesbaar gemaakt.</translation>
    </message>
    <message>
        <source>Imported files that were emptied: %1.</source>
        <translation>Leeggemaakte geïmporteerde bestanden: %1.</translation>
    </message>
    <message>
        <source>One memo still holds the words.</source>
        <translation>Eén memo bevat de woorden nog.</translation>
    </message>
    <message>
        <source>%1 memos still hold the words.</source>
        <translation>%1 memo&apos;s bevatten de woorden nog.</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 pagina</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 pagina&apos;s</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
    <message>
        <source>Original…</source>
        <translation>Origineel…</translation>
    </message>
    <message>
        <source>Counting codings</source>
        <translation>Coderingen tellen</translation>
    </message>
    <message>
        <source>Counting words</source>
        <translation>Woorden tellen</translation>
    </message>
    <message>
        <source>all participants</source>
        <translation>alle deelnemers</translation>
    </message>
    <message>
        <source>Reading a memo</source>
        <translation>Een memo lezen</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>What is known of participants</source>
        <translation>Wat van deelnemers bekend is</translation>
    </message>
    <message>
        <source>The file that this text came from</source>
        <translation>Het bestand waar deze tekst uit kwam</translation>
    </message>
    <message>
        <source>A memo on this text, for researchers</source>
        <translation>Een memo bij deze tekst, voor onderzoekers</translation>
    </message>
    <message>
        <source>No text matches the filter. Esc in the filter clears it.</source>
        <translation>Geen tekst past bij het filter. Esc in het filter wist het.</translation>
    </message>
    <message>
        <source>No text matches what is chosen above.</source>
        <translation>Geen tekst past bij wat hierboven is gekozen.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Stap %1 van %2: %3</translation>
    </message>
</context>
<context>
    <name>rapport::ui::TargetTable</name>
    <message>
        <source>no interval yet</source>
        <translation>nog geen interval</translation>
    </message>
    <message>
        <source>at %1 texts</source>
        <translation>bij %1 teksten</translation>
    </message>
    <message>
        <source>met</source>
        <translation>gehaald</translation>
    </message>
    <message>
        <source>no value yet</source>
        <translation>nog geen waarde</translation>
    </message>
    <message>
        <source>not at this agreement</source>
        <translation>niet bij deze overeenstemming</translation>
    </message>
    <message>
        <source>at %1 texts, about %2</source>
        <translation>bij %1 teksten, rond %2</translation>
    </message>
    <message>
        <source>at %1 texts, more than there are</source>
        <translation>bij %1 teksten, meer dan er zijn</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, van %2</translation>
    </message>
    <message>
        <source>too little to see</source>
        <translation>te weinig om te zien</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>α so far, 95 %</source>
        <translation>α tot nu toe, 95 %</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>In de tijd</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Teksten</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha of what two raters have judged so far, with its interval and the target</source>
        <translation>Krippendorffs alfa van wat twee beoordelaars tot nu toe hebben beoordeeld, met interval en doel</translation>
    </message>
    <message>
        <source>Alpha of equal parts of the round, in the order in which they became rated</source>
        <translation>Alfa van gelijke delen van de ronde, in de volgorde waarin ze beoordeeld raakten</translation>
    </message>
    <message>
        <source>judged by two raters at least</source>
        <translation>door minstens twee beoordelaars beoordeeld</translation>
    </message>
    <message>
        <source>When the lower end of the interval reaches the target, if agreement stays what it is and rating goes on as it went</source>
        <translation>Wanneer de ondergrens van het interval het doel haalt, als de overeenstemming blijft wat ze is en het beoordelen doorgaat zoals het ging</translation>
    </message>
</context>
<context>
    <name>rapport::ui::UnsealDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Somewhere else…</source>
        <translation>Ergens anders…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>A sealed file</source>
        <translation>Een verzegeld bestand</translation>
    </message>
    <message>
        <source>%1 is sealed</source>
        <translation>%1 is verzegeld</translation>
    </message>
    <message>
        <source>Whoever made it gave you the passphrase by another way. It is opened into a file of its own, in which you work; the sealed one stays as it is.</source>
        <translation>Wie het maakte heeft je de wachtzin langs een andere weg gegeven. Het wordt geopend in een eigen bestand, waarin je werkt; het verzegelde blijft zoals het is.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source> (opened)</source>
        <translation> (geopend)</translation>
    </message>
    <message>
        <source>It was opened before: “%1” is there, with what was done in it.</source>
        <translation>Het is al eens geopend: “%1” is er, met wat erin is gedaan.</translation>
    </message>
    <message>
        <source>It is opened as “%1” in %2.</source>
        <translation>Het wordt geopend als “%1” in %2.</translation>
    </message>
    <message>
        <source>Open it as</source>
        <translation>Openen als</translation>
    </message>
    <message>
        <source>Coding pack or study (*.%1)</source>
        <translation>Codeerpakket of studie (*.%1)</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Daarmee verder</translation>
    </message>
    <message>
        <source>Opening the sealed file</source>
        <translation>Het verzegelde bestand openen</translation>
    </message>
    <message>
        <source>This passphrase does not open it. Capital letters and blanks count.</source>
        <translation>Deze wachtzin opent het niet. Hoofdletters en spaties tellen mee.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::VariableDialog</name>
    <message>
        <source>New variable</source>
        <translation>Nieuwe variabele</translation>
    </message>
    <message>
        <source>What %1 applies to</source>
        <translation>Waarvoor %1 geldt</translation>
    </message>
    <message>
        <source>A variable is one question put to a text. It is in the draft until you save the codebook.</source>
        <translation>Een variabele is één vraag aan een tekst. Ze staat in het ontwerp tot je het codeboek opslaat.</translation>
    </message>
    <message>
        <source>Where it does not apply raters are not asked, and nothing of it is missing.</source>
        <translation>Waar ze niet geldt, wordt ze niet gevraagd en ontbreekt er niets van.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>presence: any number of codes</source>
        <translation>aanwezigheid: om het even hoeveel codes</translation>
    </message>
    <message>
        <source>nominal: exactly one level</source>
        <translation>nominaal: precies één niveau</translation>
    </message>
    <message>
        <source>ordinal: exactly one, in their order</source>
        <translation>ordinaal: precies één, in hun volgorde</translation>
    </message>
    <message>
        <source>count: a number from 0</source>
        <translation>aantal: een getal vanaf 0</translation>
    </message>
    <message>
        <source>What raters do</source>
        <translation>Wat beoordelaars doen</translation>
    </message>
    <message>
        <source>Answers to</source>
        <translation>Antwoorden op</translation>
    </message>
    <message>
        <source>all questions</source>
        <translation>alle vragen</translation>
    </message>
    <message>
        <source>In transcripts</source>
        <translation>In transcripten</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>beurten</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>zinnen</translation>
    </message>
    <message>
        <source>whole transcripts</source>
        <translation>hele transcripten</translation>
    </message>
    <message>
        <source>Add to the draft</source>
        <translation>Aan het ontwerp toevoegen</translation>
    </message>
    <message>
        <source>Keep in the draft</source>
        <translation>In het ontwerp vastleggen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>rapport::ui::VersionDialog</name>
    <message>
        <source>%1 is new</source>
        <translation>%1 is nieuw</translation>
    </message>
    <message>
        <source>%1 was taken out</source>
        <translation>%1 is uitgenomen</translation>
    </message>
    <message>
        <source>%1 was renamed from %2 to %3</source>
        <translation>%1 heette %2 en heet nu %3</translation>
    </message>
    <message>
        <source>%1 was moved from %2 to %3</source>
        <translation>%1 is verplaatst van %2 naar %3</translation>
    </message>
    <message>
        <source>the top</source>
        <translation>het bovenste niveau</translation>
    </message>
    <message>
        <source>%1 was merged</source>
        <translation>%1 is samengevoegd</translation>
    </message>
    <message>
        <source>%1 was split</source>
        <translation>%1 is gesplitst</translation>
    </message>
    <message>
        <source>Definition of %1</source>
        <translation>Definitie van %1</translation>
    </message>
    <message>
        <source>When to use %1</source>
        <translation>Wanneer %1 te gebruiken</translation>
    </message>
    <message>
        <source>When not to use %1</source>
        <translation>Wanneer %1 niet te gebruiken</translation>
    </message>
    <message>
        <source>Title of %1</source>
        <translation>Titel van %1</translation>
    </message>
    <message>
        <source>Examples of %1</source>
        <translation>Voorbeelden van %1</translation>
    </message>
    <message>
        <source>Anti-examples of %1</source>
        <translation>Tegenvoorbeelden van %1</translation>
    </message>
    <message>
        <source>Ground of %1</source>
        <translation>Grond van %1</translation>
    </message>
    <message>
        <source>What %1 applies to</source>
        <translation>Waarvoor %1 geldt</translation>
    </message>
    <message>
        <source>Whether %1 can be given</source>
        <translation>Of %1 gegeven kan worden</translation>
    </message>
    <message>
        <source>Order of the codes of %1</source>
        <translation>Volgorde van de codes van %1</translation>
    </message>
    <message>
        <source>No code and no text differs between these versions.</source>
        <translation>Tussen deze versies verschilt geen code en geen tekst.</translation>
    </message>
    <message>
        <source>What changed in the codebook</source>
        <translation>Wat er in het codeboek veranderde</translation>
    </message>
    <message>
        <source>What stood before is struck through, what stands now is below it.</source>
        <translation>Wat er eerder stond is doorgestreept, wat er nu staat komt eronder.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versie %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Comparing versions</source>
        <translation>Versies vergelijken</translation>
    </message>
</context>
</TS>
