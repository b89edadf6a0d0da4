<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Type a query</source>
        <translation>Een zoekvraag typen</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Volgende treffer</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorige treffer</translation>
    </message>
    <message>
        <source>Open the hit in its source</source>
        <translation>De treffer in zijn bron openen</translation>
    </message>
    <message>
        <source>Query language</source>
        <translation>Zoektaal</translation>
    </message>
    <message>
        <source>Make the search index anew</source>
        <translation>De zoekindex opnieuw maken</translation>
    </message>
    <message>
        <source>Lines with their context</source>
        <translation>Regels met hun omgeving</translation>
    </message>
    <message>
        <source>Texts that match, best first</source>
        <translation>Gevonden teksten, de beste eerst</translation>
    </message>
    <message>
        <source>Lines counted, words beside them</source>
        <translation>Regels geteld, woorden ernaast</translation>
    </message>
    <message>
        <source>Where in the texts the lines stand</source>
        <translation>Waar in de teksten de regels staan</translation>
    </message>
    <message>
        <source>Tick the line</source>
        <translation>De regel aanvinken</translation>
    </message>
    <message>
        <source>Code the ticked lines, or all…</source>
        <translation>De aangevinkte regels coderen, of alle…</translation>
    </message>
    <message>
        <source>Hide the line, or the ticked ones…</source>
        <translation>De regel verbergen, of de aangevinkte…</translation>
    </message>
    <message>
        <source>Save the search…</source>
        <translation>De zoekvraag bewaren…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Bewaarde zoekvragen</translation>
    </message>
    <message>
        <source>Write the lines to a table…</source>
        <translation>De regels naar een tabel schrijven…</translation>
    </message>
    <message>
        <source>Words and sequences typical of these texts</source>
        <translation>Woorden en reeksen die deze teksten kenmerken</translation>
    </message>
    <message>
        <source>Search within what was found</source>
        <translation>Zoeken binnen wat gevonden is</translation>
    </message>
    <message>
        <source>Texts like the ticked ones, or this one</source>
        <translation>Teksten zoals de aangevinkte, of zoals deze</translation>
    </message>
    <message>
        <source>Samples of lines, judged blind…</source>
        <translation>Steekproeven van regels, blind beoordeeld…</translation>
    </message>
</context>
<context>
    <name>QueryErrors</name>
    <message>
        <source>this parenthesis closes nothing</source>
        <translation>dit haakje sluit niets</translation>
    </message>
    <message>
        <source>this parenthesis is not closed</source>
        <translation>dit haakje wordt niet gesloten</translation>
    </message>
    <message>
        <source>this quotation mark is not closed</source>
        <translation>dit aanhalingsteken wordt niet gesloten</translation>
    </message>
    <message>
        <source>there is nothing to search for</source>
        <translation>er is niets om naar te zoeken</translation>
    </message>
    <message>
        <source>there is no word between the quotation marks</source>
        <translation>er staat geen woord tussen de aanhalingstekens</translation>
    </message>
    <message>
        <source>OR needs something to search for on both sides</source>
        <translation>OR heeft aan beide kanten iets nodig om naar te zoeken</translation>
    </message>
    <message>
        <source>AND needs something to search for on both sides</source>
        <translation>AND heeft aan beide kanten iets nodig om naar te zoeken</translation>
    </message>
    <message>
        <source>NOT needs something after it</source>
        <translation>na NOT moet iets staan</translation>
    </message>
    <message>
        <source>a rater searches the own codings only</source>
        <translation>een beoordelaar zoekt alleen in de eigen coderingen</translation>
    </message>
    <message>
        <source>there is no field &apos;%1&apos;</source>
        <translation>er is geen veld &apos;%1&apos;</translation>
    </message>
    <message>
        <source>there is no code &apos;%1&apos;</source>
        <translation>er is geen code &apos;%1&apos;</translation>
    </message>
    <message>
        <source>there is no rater &apos;%1&apos;</source>
        <translation>er is geen beoordelaar &apos;%1&apos;</translation>
    </message>
    <message>
        <source>there is no attribute &apos;%1&apos;</source>
        <translation>er is geen kenmerk &apos;%1&apos;</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is hidden from raters</source>
        <translation>&apos;%1&apos; is voor beoordelaars verborgen</translation>
    </message>
    <message>
        <source>what should %1 be?</source>
        <translation>wat moet %1 zijn?</translation>
    </message>
    <message>
        <source>a field inside the parentheses of %1:</source>
        <translation>een veld binnen de haakjes van %1:</translation>
    </message>
    <message>
        <source>nested more than %1 deep</source>
        <translation>meer dan %1 diep genest</translation>
    </message>
    <message>
        <source>more than %1 words</source>
        <translation>meer dan %1 woorden</translation>
    </message>
    <message>
        <source>take it away, or open one before it</source>
        <translation>haal het weg, of open er een voor</translation>
    </message>
    <message>
        <source>put a ) at its end</source>
        <translation>zet een ) aan het einde</translation>
    </message>
    <message>
        <source>put one at the end of the phrase</source>
        <translation>zet er een aan het einde van de woordgroep</translation>
    </message>
    <message>
        <source>type a word, a &quot;phrase&quot; or a field such as speaker:name</source>
        <translation>typ een woord, een &quot;woordgroep&quot; of een veld zoals speaker:naam</translation>
    </message>
    <message>
        <source>write: this OR that; in quotation marks, &quot;OR&quot; is an ordinary word</source>
        <translation>schrijf: dit OR dat; tussen aanhalingstekens is &quot;OR&quot; een gewoon woord</translation>
    </message>
    <message>
        <source>words side by side must all occur anyway; in quotation marks, &quot;AND&quot; is an ordinary word</source>
        <translation>woorden naast elkaar moeten sowieso allemaal voorkomen; tussen aanhalingstekens is &quot;AND&quot; een gewoon woord</translation>
    </message>
    <message>
        <source>write: NOT this, or -this</source>
        <translation>schrijf: NOT dit, of -dit</translation>
    </message>
    <message>
        <source>put it outside of them</source>
        <translation>zet het erbuiten</translation>
    </message>
    <message>
        <source>write it in a simpler way</source>
        <translation>schrijf het eenvoudiger</translation>
    </message>
    <message>
        <source>search for less at once</source>
        <translation>zoek naar minder tegelijk</translation>
    </message>
    <message>
        <source>did you mean %1:? In quotation marks it is searched for as text</source>
        <translation>bedoelde je %1:? Tussen aanhalingstekens wordt het als tekst gezocht</translation>
    </message>
    <message>
        <source>fields are %1; in quotation marks it is searched for as text</source>
        <translation>velden zijn %1; tussen aanhalingstekens wordt het als tekst gezocht</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>Teken %1: %2</translation>
    </message>
    <message>
        <source>a star stands for letters of one word</source>
        <translation>een sterretje staat voor letters van één woord</translation>
    </message>
    <message>
        <source>a star needs letters beside it</source>
        <translation>een sterretje heeft letters naast zich nodig</translation>
    </message>
    <message>
        <source>a pattern needs at least one word</source>
        <translation>een patroon heeft minstens één woord nodig</translation>
    </message>
    <message>
        <source>a gap needs a word on both sides</source>
        <translation>een gat heeft aan beide kanten een woord nodig</translation>
    </message>
    <message>
        <source>this is no number of words</source>
        <translation>dit is geen aantal woorden</translation>
    </message>
    <message>
        <source>a word can be one or two letters off</source>
        <translation>een woord kan één of twee letters afwijken</translation>
    </message>
    <message>
        <source>~ stands behind one word alone</source>
        <translation>~ staat achter één enkel woord</translation>
    </message>
    <message>
        <source>= and ~ do not go together</source>
        <translation>= en ~ gaan niet samen</translation>
    </message>
    <message>
        <source>= needs a word or a phrase behind it</source>
        <translation>= heeft een woord of een woordgroep achter zich nodig</translation>
    </message>
    <message>
        <source>this expression is not closed</source>
        <translation>deze uitdrukking wordt niet gesloten</translation>
    </message>
    <message>
        <source>this expression cannot be read: %1</source>
        <translation>deze uitdrukking kan niet worden gelezen: %1</translation>
    </message>
    <message>
        <source>an expression takes too long to match</source>
        <translation>een uitdrukking kost te veel tijd</translation>
    </message>
    <message>
        <source>%1 needs words or phrases on both sides</source>
        <translation>%1 heeft aan beide kanten woorden of woordgroepen nodig</translation>
    </message>
    <message>
        <source>from 1 to %1 words</source>
        <translation>van 1 tot %1 woorden</translation>
    </message>
    <message>
        <source>WITHIN needs something in front of it</source>
        <translation>WITHIN heeft iets voor zich nodig</translation>
    </message>
    <message>
        <source>WITHIN needs words in front of it, and no fields</source>
        <translation>WITHIN heeft woorden voor zich nodig, en geen velden</translation>
    </message>
    <message>
        <source>within what?</source>
        <translation>waarbinnen?</translation>
    </message>
    <message>
        <source>coded is yes, no or disagreed</source>
        <translation>coded is ja, nee of oneens</translation>
    </message>
    <message>
        <source>from where to where should %1 be?</source>
        <translation>van waar tot waar moet %1 lopen?</translation>
    </message>
    <message>
        <source>more than %1 ways to read this</source>
        <translation>dit kan op meer dan %1 manieren worden gelezen</translation>
    </message>
    <message>
        <source>*relatie* finds every word with relatie in it; put words with a hyphen apart</source>
        <translation>*relatie* vindt elk woord met relatie erin; zet woorden met een streepje los</translation>
    </message>
    <message>
        <source>leerkr* finds every word that begins so, *relatie every word that ends so</source>
        <translation>leerkr* vindt elk woord dat zo begint, *relatie* elk woord dat daarop eindigt</translation>
    </message>
    <message>
        <source>write: &quot;een * band&quot;</source>
        <translation>schrijf: &quot;een * band&quot;</translation>
    </message>
    <message>
        <source>write: &quot;goede [0-3] band&quot;</source>
        <translation>schrijf: &quot;goede [0-3] band&quot;</translation>
    </message>
    <message>
        <source>write: [2], or [0-3]; at most %1</source>
        <translation>schrijf: [2], of [0-3]; hoogstens %1</translation>
    </message>
    <message>
        <source>write: leerkracht~1</source>
        <translation>schrijf: leerkracht~1</translation>
    </message>
    <message>
        <source>write: leerkracht~1 or leerkracht~2</source>
        <translation>schrijf: leerkracht~1 of leerkracht~2</translation>
    </message>
    <message>
        <source>leave one of them out</source>
        <translation>laat er een weg</translation>
    </message>
    <message>
        <source>write: =Jan or =&quot;de Jan&quot;, which minds case and accents</source>
        <translation>schrijf: =Jan of =&quot;de Jan&quot;; dan tellen hoofdletters en accenten</translation>
    </message>
    <message>
        <source>put a / at its end; in quotation marks it is searched for as text</source>
        <translation>zet een / aan het eind; tussen aanhalingstekens wordt het als tekst gezocht</translation>
    </message>
    <message>
        <source>in quotation marks it is searched for as text</source>
        <translation>tussen aanhalingstekens wordt het als tekst gezocht</translation>
    </message>
    <message>
        <source>write it without repetitions inside repetitions</source>
        <translation>schrijf hem zonder herhalingen binnen herhalingen</translation>
    </message>
    <message>
        <source>write: coded:yes, coded:no or coded:disagreed; coded:yes@RATER says by whom</source>
        <translation>schrijf: coded:ja, coded:nee of coded:oneens; coded:ja@BEOORDELAAR zegt door wie</translation>
    </message>
    <message>
        <source>raters disagree with one another</source>
        <translation>beoordelaars zijn het met elkaar oneens</translation>
    </message>
    <message>
        <source>write: coded:disagreed, or coded:yes@RATER</source>
        <translation>schrijf: coded:oneens, of coded:ja@BEOORDELAAR</translation>
    </message>
    <message>
        <source>write fewer alternatives</source>
        <translation>schrijf minder alternatieven</translation>
    </message>
    <message>
        <source>an expression is at most %1 bytes long</source>
        <translation>een expressie is hoogstens %1 bytes lang</translation>
    </message>
    <message>
        <source>there is nothing between the slashes</source>
        <translation>er staat niets tussen de schuine strepen</translation>
    </message>
    <message>
        <source>this gap is not closed</source>
        <translation>deze tussenruimte is niet afgesloten</translation>
    </message>
    <message>
        <source>a range is written with two dots</source>
        <translation>een bereik schrijf je met twee punten</translation>
    </message>
    <message>
        <source>%1 has no order</source>
        <translation>%1 heeft geen volgorde</translation>
    </message>
    <message>
        <source>from %1 to %2 there is nothing</source>
        <translation>van %1 tot %2 ligt er niets</translation>
    </message>
    <message>
        <source>write a shorter one</source>
        <translation>schrijf een kortere</translation>
    </message>
    <message>
        <source>write: /ge.*d/</source>
        <translation>schrijf: /ge.*d/</translation>
    </message>
    <message>
        <source>write: &quot;(de|het) band&quot;</source>
        <translation>schrijf: "(de|het) band"</translation>
    </message>
    <message>
        <source>write: this %1/5 that, with words, &quot;phrases&quot; or (one OR another); in quotation marks, &quot;%1&quot; is an ordinary word</source>
        <translation>schrijf: dit %1/5 dat, met woorden, "zinsdelen" of (een OR ander); tussen aanhalingstekens is "%1" een gewoon woord</translation>
    </message>
    <message>
        <source>write: (this that) WITHIN sentence, or WITHIN turn; in quotation marks, &quot;WITHIN&quot; is an ordinary word</source>
        <translation>schrijf: (dit dat) WITHIN zin, of WITHIN beurt; tussen aanhalingstekens is "WITHIN" een gewoon woord</translation>
    </message>
    <message>
        <source>write: %1:value or %1:&quot;a value with blanks&quot;</source>
        <translation>schrijf: %1:waarde of %1:"een waarde met spaties"</translation>
    </message>
    <message>
        <source>write: %1:18..25, %1:18.. or %1:..25</source>
        <translation>schrijf: %1:18..25, %1:18.. of %1:..25</translation>
    </message>
    <message>
        <source>write: %1:(this OR that), or %1:th*</source>
        <translation>schrijf: %1:(dit OR dat), of %1:di*</translation>
    </message>
    <message>
        <source>write: %1:4.. for 4 and more, %1:..4 for 4 and less</source>
        <translation>schrijf: %1:4.. voor 4 en meer, %1:..4 voor 4 en minder</translation>
    </message>
    <message>
        <source>write: %1:%2..%3</source>
        <translation>schrijf: %1:%2..%3</translation>
    </message>
</context>
<context>
    <name>rapport::ui::DigitStrip</name>
    <message>
        <source>%1. Another code: the right button.</source>
        <translation>%1. Een andere code: de rechterknop.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::FormPanel</name>
    <message>
        <source>Forms searched</source>
        <translation>Gezochte vormen</translation>
    </message>
    <message>
        <source>Forms of the words</source>
        <translation>Vormen van de woorden</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelaten</translation>
    </message>
    <message>
        <source>Often beside it</source>
        <translation>Staat er vaak bij</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>Counts are exact. Unticked forms stay out, and the choice is saved with the search.</source>
        <translation>Aantallen zijn exact. Niet-aangevinkte vormen blijven weg; de keuze wordt met de zoekvraag bewaard.</translation>
    </message>
    <message>
        <source>No line is hidden. Delete hides the chosen one, with a reason.</source>
        <translation>Er is geen regel verborgen. Delete verbergt de gekozen regel, met een reden.</translation>
    </message>
    <message>
        <source>1 line is hidden.</source>
        <translation>1 regel is verborgen.</translation>
    </message>
    <message>
        <source>%1 lines are hidden.</source>
        <translation>%1 regels zijn verborgen.</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Weer weglaten</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Toon ze</translation>
    </message>
    <message>
        <source>within %1 words, log-dice</source>
        <translation>binnen %1 woorden, log-dice</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 woorden</translation>
    </message>
    <message>
        <source>A query with words in it shows the forms they may be meant to find.</source>
        <translation>Een zoekvraag met woorden toont de vormen die ermee bedoeld kunnen zijn.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::FormRows</name>
    <message>
        <source>%1, in no text</source>
        <translation>%1, in geen tekst</translation>
    </message>
    <message>
        <source>%1, %2 of %3 forms</source>
        <translation>%1, %2 van %3 vormen</translation>
    </message>
    <message>
        <source>in no text</source>
        <translation>in geen tekst</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>stam</translation>
    </message>
    <message>
        <source>English stem</source>
        <translation>Engelse stam</translation>
    </message>
    <message>
        <source>dictionary</source>
        <translation>woordenboek</translation>
    </message>
    <message>
        <source>begins so</source>
        <translation>begint zo</translation>
    </message>
    <message>
        <source>holds it</source>
        <translation>bevat het</translation>
    </message>
    <message>
        <source>a letter off</source>
        <translation>letter anders</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>patroon</translation>
    </message>
</context>
<context>
    <name>rapport::ui::LineCounts</name>
    <message>
        <source>(nothing)</source>
        <translation>(niets)</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 waarde</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 waarden</translation>
    </message>
    <message>
        <source>Lines by</source>
        <translation>Regels per</translation>
    </message>
    <message>
        <source>Words beside the match</source>
        <translation>Woorden naast de treffer</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Eenheden</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Woord</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Ernaast</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>In totaal</translation>
    </message>
    <message>
        <source>log-dice</source>
        <translation>log-dice</translation>
    </message>
    <message>
        <source>log-likelihood</source>
        <translation>log-likelihood</translation>
    </message>
    <message>
        <source>mutual information</source>
        <translation>mutual information</translation>
    </message>
    <message>
        <source>LL</source>
        <translation>LL</translation>
    </message>
    <message>
        <source>MI</source>
        <translation>MI</translation>
    </message>
    <message>
        <source>Leave out stop words</source>
        <translation>Stopwoorden weglaten</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>gecodeerd</translation>
    </message>
    <message>
        <source>not coded</source>
        <translation>niet gecodeerd</translation>
    </message>
    <message>
        <source>a line counts under each</source>
        <translation>een regel telt bij elk mee</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>zonder %1</translation>
    </message>
    <message>
        <source>within 1 word</source>
        <translation>binnen 1 woord</translation>
    </message>
    <message>
        <source>within %1 words</source>
        <translation>binnen %1 woorden</translation>
    </message>
    <message>
        <source>How far beside the match</source>
        <translation>Hoe ver van de vindplaats</translation>
    </message>
</context>
<context>
    <name>rapport::ui::LineSamplesDialog</name>
    <message>
        <source>Draw a sample…</source>
        <translation>Steekproef trekken…</translation>
    </message>
    <message>
        <source>Open and measure</source>
        <translation>Openen en meten</translation>
    </message>
    <message>
        <source>Samples of lines</source>
        <translation>Steekproeven van regels</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Steekproef</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beoordeeld</translation>
    </message>
    <message>
        <source>Agreement on the lines</source>
        <translation>Overeenstemming over de regels</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Trekken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Lines of</source>
        <translation>Regels van</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hoeveel</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startgetal</translation>
    </message>
    <message>
        <source>Codes to choose among</source>
        <translation>Codes om uit te kiezen</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Beoordelaars</translation>
    </message>
    <message>
        <source>The line to judge</source>
        <translation>De te beoordelen regel</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>No sample was drawn yet.</source>
        <translation>Er is nog geen steekproef getrokken.</translation>
    </message>
    <message>
        <source>No sample of lines was given to you yet.</source>
        <translation>Je hebt nog geen steekproef van regels gekregen.</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Geen van deze</translation>
    </message>
    <message>
        <source>%1 lines drawn from %2 of %3, seed %4.</source>
        <translation>%1 regels getrokken uit %2 van %3, startgetal %4.</translation>
    </message>
    <message>
        <source>%1: %2 judged</source>
        <translation>%1: %2 beoordeeld</translation>
    </message>
    <message>
        <source>Line %1 of %2, %3 judged</source>
        <translation>Regel %1 van %2, %3 beoordeeld</translation>
    </message>
    <message>
        <source>Press a digit. Backspace: one line back.</source>
        <translation>Druk op een cijfer. Backspace: een regel terug.</translation>
    </message>
    <message>
        <source>You said: none of them. A digit changes it.</source>
        <translation>Je zei: geen van deze. Met een cijfer verander je dat.</translation>
    </message>
    <message>
        <source>You said: %1. A digit changes it.</source>
        <translation>Je zei: %1. Met een cijfer verander je dat.</translation>
    </message>
    <message>
        <source>Every line is judged. Thank you.</source>
        <translation>Alle regels zijn beoordeeld. Dank je wel.</translation>
    </message>
    <message>
        <source>At most nine codes, one digit each.</source>
        <translation>Hoogstens negen codes, elk een cijfer.</translation>
    </message>
    <message>
        <source>Drawing lines</source>
        <translation>Regels trekken</translation>
    </message>
    <message>
        <source>Measuring agreement</source>
        <translation>Overeenstemming meten</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Coëfficiënt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 %-interval</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>1 judgement came in after it was opened and does not count.</source>
        <translation>1 oordeel kwam binnen nadat de steekproef geopend was en telt niet mee.</translation>
    </message>
    <message>
        <source>%1 judgements came in after it was opened and do not count.</source>
        <translation>%1 oordelen kwamen binnen nadat de steekproef geopend was en tellen niet mee.</translation>
    </message>
    <message>
        <source>1 line of a participant who left is not counted.</source>
        <translation>1 regel van een deelnemer die zich terugtrok telt niet mee.</translation>
    </message>
    <message>
        <source>%1 lines of participants who left are not counted.</source>
        <translation>%1 regels van deelnemers die zich terugtrokken tellen niet mee.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::LineSpread</name>
    <message>
        <source>(nothing)</source>
        <translation>(niets)</translation>
    </message>
    <message>
        <source>%1 ‰</source>
        <translation>%1 ‰</translation>
    </message>
</context>
<context>
    <name>rapport::ui::QueryGuide</name>
    <message>
        <source>Search every answer and transcript</source>
        <translation>Zoek in elk antwoord en transcript</translation>
    </message>
    <message>
        <source>Type words; an example below can be tried with a click or Enter.</source>
        <translation>Typ woorden; een voorbeeld hieronder kun je proberen met een klik of Enter.</translation>
    </message>
    <message>
        <source>Case and accents do not matter. The count is exact. Ctrl+Space lists the fields.</source>
        <translation>Hoofdletters en accenten doen er niet toe. Het aantal is exact. Ctrl+Spatie toont de velden.</translation>
    </message>
    <message>
        <source>Examples of queries</source>
        <translation>Voorbeelden van zoekvragen</translation>
    </message>
    <message>
        <source>trust bond</source>
        <comment>example query</comment>
        <translation>vertrouwen band</translation>
    </message>
    <message>
        <source>both words, anywhere in the text</source>
        <translation>beide woorden, waar ook in de tekst</translation>
    </message>
    <message>
        <source>&quot;safe haven&quot;</source>
        <comment>example query</comment>
        <translation>&quot;veilige haven&quot;</translation>
    </message>
    <message>
        <source>these words beside each other</source>
        <translation>deze woorden naast elkaar</translation>
    </message>
    <message>
        <source>teach*</source>
        <comment>example query</comment>
        <translation>leerkr*</translation>
    </message>
    <message>
        <source>every word that begins so</source>
        <translation>elk woord dat zo begint</translation>
    </message>
    <message>
        <source>conflict OR quarrel</source>
        <comment>example query</comment>
        <translation>conflict OR ruzie</translation>
    </message>
    <message>
        <source>one of them</source>
        <translation>een van beide</translation>
    </message>
    <message>
        <source>bond -reward</source>
        <comment>example query</comment>
        <translation>band -belon*</translation>
    </message>
    <message>
        <source>the one without the other</source>
        <translation>het ene zonder het andere</translation>
    </message>
    <message>
        <source>(trust OR bond) teach*</source>
        <comment>example query</comment>
        <translation>(vertrouwen OR band) juf</translation>
    </message>
    <message>
        <source>parentheses say what belongs together</source>
        <translation>haakjes zeggen wat samenhoort</translation>
    </message>
    <message>
        <source>bond</source>
        <comment>example query</comment>
        <translation>band</translation>
    </message>
    <message>
        <source>only answers to this question</source>
        <translation>alleen antwoorden op deze vraag</translation>
    </message>
    <message>
        <source>what one speaker said</source>
        <translation>wat één spreker zei</translation>
    </message>
    <message>
        <source>participants with this attribute</source>
        <translation>deelnemers met dit kenmerk</translation>
    </message>
    <message>
        <source>units that somebody gave this code</source>
        <translation>eenheden die van iemand deze code kregen</translation>
    </message>
    <message>
        <source>units without any code</source>
        <translation>eenheden zonder enige code</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SearchFacets</name>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>nog %1</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SearchHistoryDialog</name>
    <message>
        <source>Use this query</source>
        <translation>Deze zoekvraag gebruiken</translation>
    </message>
    <message>
        <source>History of “%1”</source>
        <translation>Geschiedenis van ‘%1’</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Zoekvraag</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Eenheden</translation>
    </message>
    <message>
        <source>ran</source>
        <translation>uitgevoerd</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>bewaard</translation>
    </message>
    <message>
        <source>What happened to this search</source>
        <translation>Wat er met deze zoekvraag gebeurde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SearchHits</name>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
</context>
<context>
    <name>rapport::ui::SearchView</name>
    <message>
        <source>One form stays ticked. Take the word out of the query to search without it.</source>
        <translation>Eén vorm blijft aangevinkt. Haal het woord uit de zoekvraag om er niet meer naar te zoeken.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, question:Q1, code:…</source>
        <translation>Woorden, &quot;een woordgroep&quot;, question:Q1, code:…</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Zoekvraag</translation>
    </message>
    <message>
        <source>Ctrl+Space lists the fields</source>
        <translation>Ctrl+Spatie toont de velden</translation>
    </message>
    <message>
        <source>What the hits have in common</source>
        <translation>Wat de treffers gemeen hebben</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffers</translation>
    </message>
    <message>
        <source>Text of the hit</source>
        <translation>Tekst van de treffer</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sorteer op</translation>
    </message>
    <message>
        <source>best match</source>
        <translation>beste treffer</translation>
    </message>
    <message>
        <source>order of the study</source>
        <translation>volgorde van de studie</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Spreker</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>query</source>
        <translation>zoekvraag</translation>
    </message>
    <message>
        <source>next hit</source>
        <translation>volgende treffer</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Reading hits</source>
        <translation>Treffers lezen</translation>
    </message>
    <message>
        <source>1 unit is left out: you still have to rate it yourself</source>
        <translation>1 eenheid blijft weg: die moet je zelf nog beoordelen</translation>
    </message>
    <message>
        <source>%1 units are left out: you still have to rate them yourself</source>
        <translation>%1 eenheden blijven weg: die moet je zelf nog beoordelen</translation>
    </message>
    <message>
        <source>1 unit matches</source>
        <translation>1 eenheid gevonden</translation>
    </message>
    <message>
        <source>%1 units match</source>
        <translation>%1 eenheden gevonden</translation>
    </message>
    <message>
        <source>exact count</source>
        <translation>exact geteld</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>No text matches %1. Try fewer words, or a star: teach* finds every word that begins so.</source>
        <translation>Geen tekst past bij %1. Probeer minder woorden, of een sterretje: leerkr* vindt elk woord dat zo begint.</translation>
    </message>
    <message>
        <source>No text matches %1. There are texts with another spelling.</source>
        <translation>Geen tekst past bij %1. Er zijn teksten met een andere spelling.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Opnieuw beginnen</translation>
    </message>
    <message>
        <source>Search for %1</source>
        <translation>Zoek naar %1</translation>
    </message>
    <message>
        <source>Hit %1 of %2</source>
        <translation>Treffer %1 van %2</translation>
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
        <source>Updating the search index</source>
        <translation>De zoekindex bijwerken</translation>
    </message>
    <message>
        <source>Index up to date, %1 units</source>
        <translation>Index bijgewerkt, %1 eenheden</translation>
    </message>
    <message>
        <source>The search index was made anew: %1 units.</source>
        <translation>De zoekindex is opnieuw gemaakt: %1 eenheden.</translation>
    </message>
    <message>
        <source>who speaks in a transcript</source>
        <translation>wie spreekt in een transcript</translation>
    </message>
    <message>
        <source>which question is answered</source>
        <translation>op welke vraag wordt geantwoord</translation>
    </message>
    <message>
        <source>a code that was given</source>
        <translation>een code die gegeven is</translation>
    </message>
    <message>
        <source>who rated it</source>
        <translation>wie het beoordeelde</translation>
    </message>
    <message>
        <source>name of the answer or transcript</source>
        <translation>naam van het antwoord of transcript</translation>
    </message>
    <message>
        <source>language of the text</source>
        <translation>taal van de tekst</translation>
    </message>
    <message>
        <source>words in a memo on it</source>
        <translation>woorden in een memo erbij</translation>
    </message>
    <message>
        <source>with a code, or without any</source>
        <translation>met een code, of zonder</translation>
    </message>
    <message>
        <source>attribute of the participant</source>
        <translation>kenmerk van de deelnemer</translation>
    </message>
    <message>
        <source>somebody gave a code</source>
        <translation>iemand gaf een code</translation>
    </message>
    <message>
        <source>nobody gave a code</source>
        <translation>niemand gaf een code</translation>
    </message>
    <message>
        <source>raters of a round differ</source>
        <translation>beoordelaars van een ronde verschillen</translation>
    </message>
    <message>
        <source>at least: a star in a phrase stands for more words than are tried</source>
        <translation>minstens: een sterretje in een woordgroep staat voor meer woorden dan er geprobeerd worden</translation>
    </message>
    <message>
        <source>No code has the digit %1.</source>
        <translation>Geen code heeft het cijfer %1.</translation>
    </message>
    <message>
        <source>match</source>
        <translation>treffer</translation>
    </message>
    <message>
        <source>1 left</source>
        <translation>1 links</translation>
    </message>
    <message>
        <source>2 left</source>
        <translation>2 links</translation>
    </message>
    <message>
        <source>3 left</source>
        <translation>3 links</translation>
    </message>
    <message>
        <source>1 right</source>
        <translation>1 rechts</translation>
    </message>
    <message>
        <source>2 right</source>
        <translation>2 rechts</translation>
    </message>
    <message>
        <source>3 right</source>
        <translation>3 rechts</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>question</source>
        <translation>vraag</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>spreker</translation>
    </message>
    <message>
        <source>source</source>
        <translation>bron</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>verder niets</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
    <message>
        <source>Reading lines</source>
        <translation>Regels lezen</translation>
    </message>
    <message>
        <source>Reading forms</source>
        <translation>Vormen lezen</translation>
    </message>
    <message>
        <source>Counting lines</source>
        <translation>Regels tellen</translation>
    </message>
    <message>
        <source>In %1 of %2; deviation of proportions %3, Juilland&apos;s D %4</source>
        <translation>In %1 van %2; afwijking van proporties %3, Juillands D %4</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Regel %1 van %2</translation>
    </message>
    <message>
        <source>hidden: %1</source>
        <translation>verborgen: %1</translation>
    </message>
    <message>
        <source>Add a rater first: codings are somebody&apos;s.</source>
        <translation>Voeg eerst een beoordelaar toe: coderingen zijn van iemand.</translation>
    </message>
    <message>
        <source>%1: line coded</source>
        <translation>%1: regel gecodeerd</translation>
    </message>
    <message>
        <source>%1: %2 lines coded</source>
        <translation>%1: %2 regels gecodeerd</translation>
    </message>
    <message>
        <source>No line ticked</source>
        <translation>Geen regel aangevinkt</translation>
    </message>
    <message>
        <source>1 line ticked</source>
        <translation>1 regel aangevinkt</translation>
    </message>
    <message>
        <source>%1 lines ticked</source>
        <translation>%1 regels aangevinkt</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>van %1</translation>
    </message>
    <message>
        <source>Code %1 as…</source>
        <translation>%1 coderen als…</translation>
    </message>
    <message>
        <source>Code all %1 as…</source>
        <translation>Alle %1 coderen als…</translation>
    </message>
    <message>
        <source>1 line is hidden.</source>
        <translation>1 regel is verborgen.</translation>
    </message>
    <message>
        <source>%1 lines are hidden.</source>
        <translation>%1 regels zijn verborgen.</translation>
    </message>
    <message>
        <source>Hide the ticked lines</source>
        <translation>De aangevinkte regels verbergen</translation>
    </message>
    <message>
        <source>Hide the line</source>
        <translation>De regel verbergen</translation>
    </message>
    <message>
        <source>Why does it not belong? Hidden lines stay out of every count of these words.</source>
        <translation>Waarom hoort hij er niet bij? Verborgen regels tellen nergens mee waar deze woorden gezocht worden.</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Teksten</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Aantallen</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Spreiding</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Wat getoond wordt</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Write the lines to a file, with the query</source>
        <translation>De regels naar een bestand schrijven, met de zoekvraag</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Zoekvragen</translation>
    </message>
    <message>
        <source>Save this search, or open a saved one</source>
        <translation>Deze zoekvraag bewaren, of een bewaarde openen</translation>
    </message>
    <message>
        <source>Sort by, level %1</source>
        <translation>Sorteer op, niveau %1</translation>
    </message>
    <message>
        <source>all lines</source>
        <translation>alle regels</translation>
    </message>
    <message>
        <source>not coded</source>
        <translation>niet gecodeerd</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>gecodeerd</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>Welke regels</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>geen steekproef</translation>
    </message>
    <message>
        <source>sample of %1</source>
        <translation>steekproef van %1</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Steekproef</translation>
    </message>
    <message>
        <source>Coded by</source>
        <translation>Gecodeerd door</translation>
    </message>
    <message>
        <source>Where in the texts the lines stand</source>
        <translation>Waar in de teksten de regels staan</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Bewaard als ‘%1’.</translation>
    </message>
    <message>
        <source>Type a query first.</source>
        <translation>Typ eerst een zoekvraag.</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>De zoekvraag bewaren</translation>
    </message>
    <message>
        <source>Name. The query, its order, sample and ticked forms are kept in the study.</source>
        <translation>Naam. De zoekvraag, haar volgorde, steekproef en aangevinkte vormen worden in de studie bewaard.</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Deze zoekvraag bewaren…</translation>
    </message>
    <message>
        <source>No search was saved yet</source>
        <translation>Er is nog geen zoekvraag bewaard</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 regel</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 regels</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Removed “%1”.</source>
        <translation>‘%1’ is verwijderd.</translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation>De tabel schrijven</translation>
    </message>
    <message>
        <source>The lines are in %1</source>
        <translation>De regels staan in %1</translation>
    </message>
    <message>
        <source>There are no lines to write.</source>
        <translation>Er zijn geen regels om te schrijven.</translation>
    </message>
    <message>
        <source>Write the lines to a table</source>
        <translation>De regels naar een tabel schrijven</translation>
    </message>
    <message>
        <source>lines.xlsx</source>
        <translation>regels.xlsx</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;Text, comma separated (*.csv)</source>
        <translation>Excel (*.xlsx);;Tekst met komma&apos;s (*.csv)</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>aanvinken</translation>
    </message>
    <message>
        <source>in 1 text</source>
        <translation>in 1 tekst</translation>
    </message>
    <message>
        <source>in %1 texts</source>
        <translation>in %1 teksten</translation>
    </message>
    <message>
        <source>, %1 per 1,000 words</source>
        <translation>, %1 per 1.000 woorden</translation>
    </message>
    <message>
        <source>, a sample of %1</source>
        <translation>, een steekproef van %1</translation>
    </message>
    <message>
        <source>study order</source>
        <translation>als in de studie</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>Search for something first.</source>
        <translation>Zoek eerst iets.</translation>
    </message>
    <message>
        <source>Within the texts of</source>
        <translation>Binnen de teksten van</translation>
    </message>
    <message>
        <source>Search no longer within %1</source>
        <translation>Niet meer zoeken binnen %1</translation>
    </message>
    <message>
        <source>Counting words</source>
        <translation>Woorden tellen</translation>
    </message>
    <message>
        <source>Choose a line or a text first.</source>
        <translation>Kies eerst een regel of een tekst.</translation>
    </message>
    <message>
        <source>Looking for texts like these</source>
        <translation>Zoeken naar zulke teksten</translation>
    </message>
    <message>
        <source>Texts with the words of this text, the most alike first.</source>
        <translation>Teksten met de woorden van deze tekst, de meest gelijkende eerst.</translation>
    </message>
    <message>
        <source>Texts with the words of these %1 texts, the most alike first.</source>
        <translation>Teksten met de woorden van deze %1 teksten, de meest gelijkende eerst.</translation>
    </message>
    <message>
        <source>The lines have changed meanwhile, so nothing was done. Choose them again.</source>
        <translation>De regels zijn intussen veranderd, dus er is niets gedaan. Kies ze opnieuw.</translation>
    </message>
    <message>
        <source>Code of the digit %1</source>
        <translation>Code van het cijfer %1</translation>
    </message>
    <message>
        <source>A hidden line is not coded. Show it first.</source>
        <translation>Een verborgen regel wordt niet gecodeerd. Toon hem eerst.</translation>
    </message>
    <message>
        <source>Hide forms</source>
        <translation>Vormen verbergen</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Vormen</translation>
    </message>
    <message>
        <source>rater</source>
        <translation>beoordelaar</translation>
    </message>
    <message>
        <source>coded or not</source>
        <translation>wel of niet gecodeerd</translation>
    </message>
    <message>
        <source>in texts</source>
        <translation>in teksten</translation>
    </message>
    <message>
        <source>in memos</source>
        <translation>in memo's</translation>
    </message>
    <message>
        <source>in codes</source>
        <translation>in codes</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Waar gezocht wordt</translation>
    </message>
    <message>
        <source>memo by %1</source>
        <translation>memo van %1</translation>
    </message>
    <message>
        <source>1 memo</source>
        <translation>1 memo</translation>
    </message>
    <message>
        <source>%1 memos</source>
        <translation>%1 memo's</translation>
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
        <source>No memo matches %1.</source>
        <translation>Geen memo past bij %1.</translation>
    </message>
    <message>
        <source>No code matches %1.</source>
        <translation>Geen code past bij %1.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
</context>
<context>
    <name>rapport::ui::WordLists</name>
    <message>
        <source>%1: %2 words of %3, %4: %5</source>
        <translation>%1: %2 woorden van %3, %4: %5</translation>
    </message>
    <message>
        <source>against all other texts</source>
        <translation>tegenover alle andere teksten</translation>
    </message>
    <message>
        <source>against all other texts, without %1</source>
        <translation>tegenover alle andere teksten, zonder %1</translation>
    </message>
    <message>
        <source>1 sequence</source>
        <translation>1 reeks</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <translation>%1 reeksen</translation>
    </message>
    <message>
        <source>Words typical of these texts</source>
        <translation>Woorden die deze teksten kenmerken</translation>
    </message>
    <message>
        <source>Sequences of words</source>
        <translation>Reeksen woorden</translation>
    </message>
    <message>
        <source>Leave out stop words</source>
        <translation>Stopwoorden weglaten</translation>
    </message>
    <message>
        <source>of %1 words</source>
        <translation>van %1 woorden</translation>
    </message>
    <message>
        <source>Words in a sequence</source>
        <translation>Woorden in een reeks</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Woord</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Elders</translation>
    </message>
    <message>
        <source>LL</source>
        <translation>LL</translation>
    </message>
    <message>
        <source>log-ratio</source>
        <translation>log-ratio</translation>
    </message>
    <message>
        <source>log-likelihood; below 0: rarer here</source>
        <translation>log-likelihood; onder 0: hier zeldzamer</translation>
    </message>
    <message>
        <source>how many doublings more frequent here</source>
        <translation>hoeveel verdubbelingen vaker hier</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Keren</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Eenheden</translation>
    </message>
</context>
<context>
    <name>rapport::ui::CodeChooser</name>
    <message>
        <source>Type to find a code</source>
        <translation>Typ om een code te vinden</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>No code is called “%1”</source>
        <translation>Geen code heet ‘%1’</translation>
    </message>
</context>
</TS>
