<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>the codes of the codebook</source>
        <translation>de codes van het codeboek</translation>
    </message>
    <message>
        <source>New study from the template…</source>
        <translation>Nieuwe studie uit het sjabloon…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>Open the sample study</source>
        <translation>De voorbeeldstudie openen</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Nieuw venster</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie bewaren…</translation>
    </message>
    <message>
        <source>Is everything saved?</source>
        <translation>Is alles bewaard?</translation>
    </message>
    <message>
        <source>Close the study</source>
        <translation>Studie sluiten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
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
        <source>Larger text</source>
        <translation>Grotere tekst</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere tekst</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Gewone tekstgrootte</translation>
    </message>
    <message>
        <source>Narrow activity bar</source>
        <translation>Smalle activiteitenbalk</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Thema van het systeem</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Licht thema</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Donker thema</translation>
    </message>
    <message>
        <source>Nederlands</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Find an action, code or source</source>
        <translation>Actie, code of bron zoeken</translation>
    </message>
    <message>
        <source>Activity 1</source>
        <translation>Activiteit 1</translation>
    </message>
    <message>
        <source>Activity 2</source>
        <translation>Activiteit 2</translation>
    </message>
    <message>
        <source>Activity 3</source>
        <translation>Activiteit 3</translation>
    </message>
    <message>
        <source>Activity 4</source>
        <translation>Activiteit 4</translation>
    </message>
    <message>
        <source>Activity 5</source>
        <translation>Activiteit 5</translation>
    </message>
    <message>
        <source>Activity 6</source>
        <translation>Activiteit 6</translation>
    </message>
    <message>
        <source>Activity 7</source>
        <translation>Activiteit 7</translation>
    </message>
    <message>
        <source>Activity 8</source>
        <translation>Activiteit 8</translation>
    </message>
    <message>
        <source>Activity 9</source>
        <translation>Activiteit 9</translation>
    </message>
    <message>
        <source>Who is looking…</source>
        <translation>Wie kijkt er…</translation>
    </message>
    <message>
        <source>Size of everything…</source>
        <translation>Grootte van alles…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>About Rapport</source>
        <translation>Over Rapport</translation>
    </message>
</context>
<context>
    <name>Activities</name>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
</context>
<context>
    <name>rapport::ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ga naar</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Coderen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtra</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation>Recente studies</translation>
    </message>
    <message>
        <source>Find an action, code or source</source>
        <translation>Actie, code of bron zoeken</translation>
    </message>
    <message>
        <source>Cannot open %1</source>
        <translation>%1 kan niet geopend worden</translation>
    </message>
    <message>
        <source>no study open</source>
        <translation>geen studie open</translation>
    </message>
    <message>
        <source>everything else</source>
        <translation>al het andere</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Ongedaan maken: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Opnieuw: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Opnieuw gedaan: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Ongedaan gemaakt: %1</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
    <message>
        <source>Who is looking: %1</source>
        <translation>Wie kijkt: %1</translation>
    </message>
    <message>
        <source>Everything is saved: each act is on disk when you see it.</source>
        <translation>Alles is bewaard: elke handeling staat op schijf zodra je ze ziet.</translation>
    </message>
    <message>
        <source>About Rapport</source>
        <translation>Over Rapport</translation>
    </message>
    <message>
        <source>A workbench for qualitative coding and agreement. Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>Een werkbank voor kwalitatief coderen en overeenstemming. Vrije software onder de GNU General Public License, versie 3 of later; zonder enige garantie.</translation>
    </message>
    <message>
        <source>New study from the template</source>
        <translation>Nieuwe studie uit het sjabloon</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Rapport study (*.rapport)</source>
        <translation>Rapport-studie (*.rapport)</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Een studie openen</translation>
    </message>
    <message>
        <source>Rapport study (*.rapport);;All files (*)</source>
        <translation>Rapport-studie (*.rapport);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Making the sample study</source>
        <translation>De voorbeeldstudie wordt gemaakt</translation>
    </message>
    <message>
        <source>Open a study first; then drop the files on it.</source>
        <translation>Open eerst een studie; laat dan de bestanden erop vallen.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie bewaren</translation>
    </message>
    <message>
        <source>A copy is at %1</source>
        <translation>Een kopie staat in %1</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Grootte van alles</translation>
    </message>
    <message>
        <source>Letters and controls (texts of participants have their own: Ctrl + and -)</source>
        <translation>Letters en knoppen (teksten van deelnemers hebben hun eigen: Ctrl + en -)</translation>
    </message>
    <message>
        <source>action</source>
        <translation>actie</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>source</source>
        <translation>bron</translation>
    </message>
</context>
<context>
    <name>rapport::ui::Rail</name>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Inklappen</translation>
    </message>
    <message>
        <source>Widen the activity bar</source>
        <translation>Activiteitenbalk verbreden</translation>
    </message>
    <message>
        <source>Collapse the activity bar</source>
        <translation>Activiteitenbalk inklappen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ShortcutModel</name>
    <message>
        <source>Consensus</source>
        <translation>Consensus</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>overal</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codeboek</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Coderen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Overeenstemming</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapporten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Toets</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Filter actions</source>
        <translation>Acties filteren</translation>
    </message>
    <message>
        <source>Enter gives an action another key. Bare letters and digits belong to the codebook.</source>
        <translation>Enter geeft een actie een andere toets. Losse letters en cijfers zijn van het codeboek.</translation>
    </message>
    <message>
        <source>%1 keeps its key: it is part of how the text is read.</source>
        <translation>%1 houdt haar toets: die hoort bij het lezen van de tekst.</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 is nu %2.</translation>
    </message>
    <message>
        <source>%1 is taken: %2.</source>
        <translation>%1 is al van: %2.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::StatusLine</name>
    <message>
        <source>Stopping…</source>
        <translation>Stopt…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Alles bewaard</translation>
    </message>
    <message>
        <source>All saved %1</source>
        <translation>Alles bewaard %1</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet bewaard</translation>
    </message>
    <message>
        <source>Size of texts: %1</source>
        <translation>Grootte van teksten: %1</translation>
    </message>
    <message>
        <source>Size of texts (Ctrl + and Ctrl -)</source>
        <translation>Grootte van teksten (Ctrl + en Ctrl -)</translation>
    </message>
    <message>
        <source>Change the language of the program</source>
        <translation>Taal van het programma wijzigen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::WelcomePage</name>
    <message>
        <source>file not found: has it been moved?</source>
        <translation>bestand niet gevonden: is het verplaatst?</translation>
    </message>
    <message>
        <source>you are Coordinator</source>
        <translation>je bent coördinator</translation>
    </message>
    <message>
        <source>you are %1</source>
        <translation>je bent %1</translation>
    </message>
    <message>
        <source>None yet. What you open stands here the next time.</source>
        <translation>Nog geen. Wat je opent, staat hier de volgende keer.</translation>
    </message>
    <message>
        <source>Good night.</source>
        <translation>Goedenacht.</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>Goedemorgen.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Goedemiddag.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Goedenavond.</translation>
    </message>
    <message>
        <source>What would you like to work on?</source>
        <translation>Waaraan wil je werken?</translation>
    </message>
    <message>
        <source>Open the sample study</source>
        <translation>De voorbeeldstudie openen</translation>
    </message>
    <message>
        <source>Synthetic answers and two focus groups, codes and raters. Try anything; it is a copy.</source>
        <translation>Synthetische antwoorden en twee focusgroepen, codes en beoordelaars. Probeer maar; het is een kopie.</translation>
    </message>
    <message>
        <source>New study from the template</source>
        <translation>Nieuwe studie uit het sjabloon</translation>
    </message>
    <message>
        <source>Case, three questions, codebooks and groups are there; the wording is yours to edit.</source>
        <translation>Casus, drie vragen, codeboeken en groepen staan klaar; de bewoording pas je zelf aan.</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Een studie openen</translation>
    </message>
    <message>
        <source>A study is one file that ends in .rapport.</source>
        <translation>Een studie is één bestand dat op .rapport eindigt.</translation>
    </message>
    <message>
        <source>Or drop a study, a table or a transcript anywhere in this window.</source>
        <translation>Of laat een studie, tabel of transcript ergens in dit venster vallen.</translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation>Recente studies</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>op deze computer</translation>
    </message>
    <message>
        <source>How a study goes</source>
        <translation>Hoe een studie verloopt</translation>
    </message>
    <message>
        <source>1  Import</source>
        <translation>1  Importeren</translation>
    </message>
    <message>
        <source>answers and transcripts, with a preview</source>
        <translation>antwoorden en transcripten, eerst bekeken</translation>
    </message>
    <message>
        <source>2  Rate</source>
        <translation>2  Coderen</translation>
    </message>
    <message>
        <source>one answer at a time, blind</source>
        <translation>één antwoord tegelijk, blind</translation>
    </message>
    <message>
        <source>3  Agree</source>
        <translation>3  Vergelijken</translation>
    </message>
    <message>
        <source>kappa with its interval, per code</source>
        <translation>kappa met haar interval, per code</translation>
    </message>
    <message>
        <source>4  Report</source>
        <translation>4  Rapporteren</translation>
    </message>
    <message>
        <source>what can be checked by others</source>
        <translation>wat anderen kunnen nagaan</translation>
    </message>
    <message>
        <source>Everything stays on this computer</source>
        <translation>Alles blijft op deze computer</translation>
    </message>
    <message>
        <source>A study is one file. No account, no network. Participants' names and the group they came from are never shown to a rater.</source>
        <translation>Een studie is één bestand. Geen account, geen netwerk. Namen van deelnemers en hun groep krijgt een beoordelaar nooit te zien.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>Zoeken in de handleiding</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Bladzijden van de handleiding</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Tekst van de bladzijde</translation>
    </message>
</context>
</TS>
