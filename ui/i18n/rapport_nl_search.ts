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
        <source>there is no field '%1'</source>
        <translation>er is geen veld '%1'</translation>
    </message>
    <message>
        <source>there is no code '%1'</source>
        <translation>er is geen code '%1'</translation>
    </message>
    <message>
        <source>there is no rater '%1'</source>
        <translation>er is geen beoordelaar '%1'</translation>
    </message>
    <message>
        <source>there is no attribute '%1'</source>
        <translation>er is geen kenmerk '%1'</translation>
    </message>
    <message>
        <source>'%1' is hidden from raters</source>
        <translation>'%1' is voor beoordelaars verborgen</translation>
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
        <source>type a word, a "phrase" or a field such as speaker:name</source>
        <translation>typ een woord, een "woordgroep" of een veld zoals speaker:naam</translation>
    </message>
    <message>
        <source>write: this OR that; in quotation marks, "OR" is an ordinary word</source>
        <translation>schrijf: dit OR dat; tussen aanhalingstekens is "OR" een gewoon woord</translation>
    </message>
    <message>
        <source>words side by side must all occur anyway; in quotation marks, "AND" is an ordinary word</source>
        <translation>woorden naast elkaar moeten sowieso allemaal voorkomen; tussen aanhalingstekens is "AND" een gewoon woord</translation>
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
        <source>Character %1: %2.</source>
        <translation>Teken %1: %2.</translation>
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
        <translation>coded is yes, no of disagreed</translation>
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
        <source>write: coded:yes, coded:no or coded:disagreed</source>
        <translation>schrijf: coded:yes, coded:no of coded:disagreed</translation>
    </message>
    <message>
        <source>write fewer alternatives</source>
        <translation>schrijf minder alternatieven</translation>
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
        <source>"safe haven"</source>
        <comment>example query</comment>
        <translation>"veilige haven"</translation>
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
    <name>rapport::ui::SearchView</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Words, "a phrase", question:Q1, code:…</source>
        <translation>Woorden, "een woordgroep", question:Q1, code:…</translation>
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
        <source>at least: a star in a phrase stands for more words than are tried</source>
        <translation>minstens: een sterretje in een woordgroep staat voor meer woorden dan er geprobeerd worden</translation>
    </message>
</context>
</TS>
