<?xml version="1.0" encoding="utf-8"?>
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
        <source>the menus</source>
        <translation>de menu&apos;s</translation>
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
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>About Rapport</source>
        <translation>Over Rapport</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Instellingen…</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>Rondleiding door het venster</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Onderdelen</translation>
    </message>
    <message>
        <source>Case and questions…</source>
        <translation>Casus en vragen…</translation>
    </message>
    <message>
        <source>History of the study…</source>
        <translation>Geschiedenis van de studie…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Reservekopieën…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
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
    <name>rapport::ui::Gallery</name>
    <message>
        <source>Complete</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Plan sample</source>
        <translation>Steekproef plannen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filteren</translation>
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
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Deel</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>aangevinkt</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>deels</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>aanwezigheid</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
    <message>
        <source>all rate it</source>
        <translation>iedereen codeert dit</translation>
    </message>
    <message>
        <source>meets</source>
        <translation>haalt het</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>onzeker</translation>
    </message>
    <message>
        <source>below</source>
        <translation>eronder</translation>
    </message>
    <message>
        <source>value, interval with ends, target dashed</source>
        <translation>waarde, interval met einden, doel gestippeld</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier is nog niets</translation>
    </message>
    <message>
        <source>What belongs here, and one way to begin.</source>
        <translation>Wat hier hoort, en één manier om te beginnen.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Onderdelen</translation>
    </message>
    <message>
        <source>Type, px and line</source>
        <translation>Letter, px en regel</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Bediening</translation>
    </message>
    <message>
        <source>Colours and their contrast on the surface</source>
        <translation>Kleuren en hun contrast op het vlak</translation>
    </message>
    <message>
        <source>Colours of codes, in the order in which they are given out</source>
        <translation>Kleuren van codes, in de volgorde waarin ze worden uitgedeeld</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Pictogrammen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::MainWindow</name>
    <message>
        <source>The case and the questions are saved.</source>
        <translation>De casus en de vragen zijn opgeslagen.</translation>
    </message>
    <message>
        <source>%1 undoes: %2</source>
        <translation>%1 maakt ongedaan: %2</translation>
    </message>
    <message>
        <source>%1 does it again: %2</source>
        <translation>%1 doet het opnieuw: %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Hier blijven</translation>
    </message>
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
        <source>Rapport study (*.rapport)</source>
        <translation>Rapport-studie (*.rapport)</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Een studie openen</translation>
    </message>
    <message>
        <source>Rapport study or pack (*.rapport *.rpack);;All files (*)</source>
        <translation>Rapport-studie of codeerpakket (*.rapport *.rpack);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Making the sample study</source>
        <translation>De voorbeeldstudie wordt gemaakt</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 bestanden</translation>
    </message>
    <message>
        <source>Drop to open %1</source>
        <translation>Laat los om %1 te openen</translation>
    </message>
    <message>
        <source>Only the coordinator imports files.</source>
        <translation>Alleen de coördinator importeert bestanden.</translation>
    </message>
    <message>
        <source>Drop to import %1 into this study</source>
        <translation>Laat los om %1 in deze studie te importeren</translation>
    </message>
    <message>
        <source>Drop to begin a new study with %1</source>
        <translation>Laat los om een nieuwe studie met %1 te beginnen</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie bewaren</translation>
    </message>
    <message>
        <source>This was changed in another window or program meanwhile. Look at it as it is now, and do it once more.</source>
        <translation>Dit is intussen in een ander venster of programma gewijzigd. Kijk hoe het nu is, en doe het nog eens.</translation>
    </message>
    <message>
        <source>A copy is at %1</source>
        <translation>Een kopie staat in %1</translation>
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
    <message>
        <source>Everything has its place here</source>
        <translation>Alles heeft hier zijn plaats</translation>
    </message>
    <message>
        <source>The study, the work, the results. %1 to %2 go there without the mouse; %3 folds this bar.</source>
        <translation>De studie, het werk, de resultaten. Met %1 tot %2 ga je erheen zonder muis; %3 vouwt deze balk op.</translation>
    </message>
    <message>
        <source>Begin with Overview</source>
        <translation>Begin bij Overzicht</translation>
    </message>
    <message>
        <source>It says what is imported, how far the raters are and what comes next. A new study begins with Import: answers from a table, transcripts from text, Word or subtitles.</source>
        <translation>Daar staat wat er geïmporteerd is, hoe ver de beoordelaars zijn en wat de volgende stap is. Een nieuwe studie begint met Importeren: antwoorden uit een tabel, transcripten uit tekst, Word of ondertitels.</translation>
    </message>
    <message>
        <source>Rate without leaving the keyboard</source>
        <translation>Codeer zonder het toetsenbord los te laten</translation>
    </message>
    <message>
        <source>In Rate a letter gives a code, a digit makes a choice, Enter completes and goes on. Select words first, and the code keeps them as its quote.</source>
        <translation>Bij Coderen geeft een letter een code, maakt een cijfer een keuze, en rondt Enter af en gaat verder. Selecteer je eerst woorden, dan bewaart de code die als citaat.</translation>
    </message>
    <message>
        <source>One field finds everything</source>
        <translation>Eén veld vindt alles</translation>
    </message>
    <message>
        <source>%1, then a few letters of an action, a code or a source.</source>
        <translation>%1, dan enkele letters van een handeling, een code of een bron.</translation>
    </message>
    <message>
        <source>Who is looking</source>
        <translation>Wie kijkt</translation>
    </message>
    <message>
        <source>The coordinator sees everything. A rater in a blind round sees no names, no groups and nobody else&apos;s codes.</source>
        <translation>De coördinator ziet alles. Een beoordelaar in een blinde ronde ziet geen namen, geen groepen en niemand anders codes.</translation>
    </message>
    <message>
        <source>What you see is on disk</source>
        <translation>Wat je ziet, staat op schijf</translation>
    </message>
    <message>
        <source>There is no Save: the time of the last act stands here. %1 takes back what you did, as far as you like. %2 opens the manual at the right page.</source>
        <translation>Opslaan hoeft niet: hier staat het uur van de laatste handeling. %1 maakt ongedaan wat je deed, zo ver als je wil. %2 opent de handleiding op de juiste bladzijde.</translation>
    </message>
    <message>
        <source>Reading the texts for search</source>
        <translation>De teksten lezen om te zoeken</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Reservekopie maken</translation>
    </message>
    <message>
        <source>No backup was made.</source>
        <translation>Er is geen reservekopie gemaakt.</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Reservekopieën…</translation>
    </message>
    <message>
        <source>Restoring the study</source>
        <translation>De studie terugzetten</translation>
    </message>
    <message>
        <source>The study is restored.</source>
        <translation>De studie is teruggezet.</translation>
    </message>
    <message>
        <source>Texts that had been taken out are back</source>
        <translation>Teksten die eruit waren, zijn terug</translation>
    </message>
    <message>
        <source>The study as it was cannot be read. If participants withdrew since this backup was made, or words were blotted out, their texts are in the study again: take them out once more.</source>
        <translation>De studie zoals ze was is niet te lezen. Trokken deelnemers zich sinds deze reservekopie terug, of zijn er woorden onleesbaar gemaakt, dan staan die teksten weer in de studie: haal ze er nog eens uit.</translation>
    </message>
    <message>
        <source>Since this backup was made participants withdrew, or words were blotted out. Their texts are in the study again. To take them out, choose “Bring packs back…” on the overview and “%1”: what was taken out there goes here, too, and the work done there comes in.</source>
        <translation>Sinds deze reservekopie trokken deelnemers zich terug of zijn woorden onleesbaar gemaakt. Die teksten staan weer in de studie. Haal ze eruit met ‘Pakketten terughalen…’ op het overzicht en ‘%1’: wat daar weg is gaat ook hier weg, en het werk dat daar is gedaan komt binnen.</translation>
    </message>
    <message>
        <source>The study is restored. As it was it is “%1”, in the same folder.</source>
        <translation>De studie is teruggezet. Zoals ze was staat ze als “%1” in dezelfde map.</translation>
    </message>
    <message>
        <source>saved search</source>
        <translation>bewaarde zoekvraag</translation>
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
    <name>rapport::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Looks and language</source>
        <translation>Uiterlijk en taal</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Bladzijden van de instellingen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Gewoon</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoog</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Taal van het venster</translation>
    </message>
    <message>
        <source>The study keeps the language of its texts.</source>
        <translation>De studie houdt de taal van haar teksten.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>System follows the desktop, also when it changes at night.</source>
        <translation>Systeem volgt het bureaublad, ook als dat &apos;s avonds verandert.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>High draws every line in full and every letter at 7 to 1 or more.</source>
        <translation>Hoog tekent elke lijn voluit en elke letter op 7 tegen 1 of meer.</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Grootte van alles</translation>
    </message>
    <message>
        <source>On top of the scaling of the desktop.</source>
        <translation>Boven op de schaal van het bureaublad.</translation>
    </message>
    <message>
        <source>Size of participants&apos; texts</source>
        <translation>Grootte van de teksten van deelnemers</translation>
    </message>
    <message>
        <source>%1 and %2 change it while you read.</source>
        <translation>%1 en %2 veranderen ze terwijl je leest.</translation>
    </message>
    <message>
        <source>When he came back into the room he looked for</source>
        <translation>Toen hij de kamer weer binnenkwam zocht hij</translation>
    </message>
    <message>
        <source>someone who would stay close to him.</source>
        <translation>iemand die dicht bij hem zou blijven.</translation>
    </message>
    <message>
        <source>Language and looks as on the first day</source>
        <translation>Taal en uiterlijk zoals op de eerste dag</translation>
    </message>
    <message>
        <source>Open the last study</source>
        <translation>Laatste studie openen</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Rondleiding starten</translation>
    </message>
    <message>
        <source>When the program starts</source>
        <translation>Als het programma start</translation>
    </message>
    <message>
        <source>Otherwise it shows the page with your recent studies.</source>
        <translation>Anders toont het de bladzijde met je recente studies.</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>Rondleiding door het venster</translation>
    </message>
    <message>
        <source>Six short stops: where everything is, and the keys that matter.</source>
        <translation>Zes korte haltes: waar alles staat, en de toetsen die ertoe doen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
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
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ShortcutsPage</name>
    <message>
        <source>Every action has its own key again.</source>
        <translation>Elke handeling heeft weer haar eigen toets.</translation>
    </message>
    <message>
        <source>Filter actions</source>
        <translation>Handelingen filteren</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Handelingen en hun toetsen</translation>
    </message>
    <message>
        <source>All keys as they came</source>
        <translation>Alle toetsen zoals ze kwamen</translation>
    </message>
    <message>
        <source>Enter gives an action another key. Bare letters and digits belong to the codebook.</source>
        <translation>Enter geeft een handeling een andere toets. Losse letters en cijfers horen bij het codeboek.</translation>
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
        <translation>%1 is bezet: %2.</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>Druk op de toetsen</translation>
    </message>
    <message>
        <source>New key of %1</source>
        <translation>Nieuwe toets van %1</translation>
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
        <source>Read only: nothing can be written here</source>
        <translation>Alleen lezen: hier kan niets geschreven worden</translation>
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
    <name>rapport::ui::Tour</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Rondleiding overslaan</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>To work</source>
        <translation>Aan het werk</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tour, %1 of %2: %3</source>
        <translation>Rondleiding, %1 van %2: %3</translation>
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
        <source>A study is one file. No account, no network. Participants&apos; names and the group they came from are never shown to a rater.</source>
        <translation>Een studie is één bestand. Geen account, geen netwerk. Namen van deelnemers en hun groep krijgt een beoordelaar nooit te zien.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CommandLine</name>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Niets heet ‘%1’</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ViewerDialog</name>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Who is looking?</source>
        <translation>Wie kijkt er?</translation>
    </message>
    <message>
        <source>The last time %1 was open here you were %2, and it cannot be told for certain who that is in it now. A rater sees nothing that others did in a blind round; the coordinator sees everything.</source>
        <translation>De vorige keer dat %1 hier open was, was je %2, en het is niet zeker wie dat er nu in is. Een beoordelaar ziet niets van wat anderen in een blinde ronde deden; de coördinator ziet alles.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kies…</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
    <message>
        <source>You are</source>
        <translation>Je bent</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
</TS>
