<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Rooms</name>
    <message>
        <source>'{}' was another code before, and codings were made with it ({})</source>
        <translation>‘{}’ was eerder een andere code, en daarmee is gecodeerd ({})</translation>
    </message>
    <message>
        <source>choose a name that was not used yet</source>
        <translation>kies een naam die nog niet gebruikt is</translation>
    </message>
    <message>
        <source>no version of the codebook has a code '{}'</source>
        <translation>geen versie van het codeboek heeft een code ‘{}’</translation>
    </message>
    <message>
        <source>no interval: raters agree on every unit, so nothing varies</source>
        <translation>geen interval: de beoordelaars zijn het over elke eenheid eens, er varieert dus niets</translation>
    </message>
    <message>
        <source>no interval: its standard error is 0</source>
        <translation>geen interval: de standaardfout is 0</translation>
    </message>
    <message>
        <source>no interval: the units come from fewer than 10 participants or transcripts</source>
        <translation>geen interval: de eenheden komen van minder dan 10 deelnemers of transcripten</translation>
    </message>
    <message>
        <source>no interval: too few units</source>
        <translation>geen interval: te weinig eenheden</translation>
    </message>
    <message>
        <source>the codings are still there: they go with --codings</source>
        <translation>de coderingen staan er nog: ze gaan weg met --codings</translation>
    </message>
    <message>
        <source>the study has no prompts</source>
        <translation>de studie heeft geen vragen</translation>
    </message>
    <message>
        <source>the prompts of the study are {}</source>
        <translation>de vragen van de studie zijn {}</translation>
    </message>
    <message>
        <source>have the pack sent once more, or made anew from the study</source>
        <translation>laat het pakket nog eens sturen, of maak het opnieuw uit de studie</translation>
    </message>
    <message>
        <source>round '{}' is blind and still running: its raters see no agreement, not even of another round</source>
        <translation>ronde ‘{}’ is blind en loopt nog: wie erin beoordeelt ziet geen overeenstemming, zelfs niet van een andere ronde</translation>
    </message>
    <message>
        <source>agreement is there when the coordinator has opened every blind round of yours</source>
        <translation>overeenstemming is er zodra de coördinator elke blinde ronde van jou heeft geopend</translation>
    </message>
    <message>
        <source>'{}' is not drawn as {}</source>
        <translation>'{}' wordt niet getekend als {}</translation>
    </message>
    <message>
        <source>a coding of '{}' lies outside its text</source>
        <translation>een codering van '{}' ligt buiten haar tekst</translation>
    </message>
    <message>
        <source>export answers</source>
        <translation>antwoorden exporteren</translation>
    </message>
    <message>
        <source>export quotes</source>
        <translation>citaten exporteren</translation>
    </message>
    <message>
        <source>export the project</source>
        <translation>het project exporteren</translation>
    </message>
    <message>
        <source>export the study</source>
        <translation>de studie exporteren</translation>
    </message>
    <message>
        <source>export a part by prompt or participant</source>
        <translation>een deel per vraag of deelnemer exporteren</translation>
    </message>
    <message>
        <source>figures: frequencies, crosstab, responses, counts, cooccurrence, sequence, saturation</source>
        <translation>figuren: frequencies, crosstab, responses, counts, cooccurrence, sequence, saturation</translation>
    </message>
    <message>
        <source>groups are blinded: the script recomputes no comparisons (--with-blinded)</source>
        <translation>groepen zijn geblindeerd: het script rekent geen vergelijkingen na (--with-blinded)</translation>
    </message>
    <message>
        <source>it is drawn as </source>
        <translation>het wordt getekend als </translation>
    </message>
    <message>
        <source>scales, prompts and keys of variables are not in REFI-QDA; .json keeps them</source>
        <translation>schalen, vragen en toetsen van variabelen staan niet in REFI-QDA; .json bewaart ze</translation>
    </message>
    <message>
        <source>see: rapport codebook STUDY import</source>
        <translation>zie: rapport codebook STUDY import</translation>
    </message>
    <message>
        <source>the SPSS file could not be made: {}</source>
        <translation>het SPSS-bestand kon niet gemaakt worden: {}</translation>
    </message>
    <message>
        <source>there is no figure of '{}'</source>
        <translation>van '{}' is er geen figuur</translation>
    </message>
    <message>
        <source>there is nothing to draw</source>
        <translation>er is niets te tekenen</translation>
    </message>
    <message>
        <source>a figure is not written as '.{}'</source>
        <translation>een figuur wordt niet geschreven als '.{}'</translation>
    </message>
    <message>
        <source>use a name that ends in .svg, .png or .pdf</source>
        <translation>gebruik een naam die eindigt op .svg, .png of .pdf</translation>
    </message>
    <message>
        <source>this is not written as '.{}'</source>
        <translation>dit wordt niet geschreven als '.{}'</translation>
    </message>
    <message>
        <source>use .html, .md, .docx, .odt, .tex, .xlsx, .json or .csv</source>
        <translation>gebruik .html, .md, .docx, .odt, .tex, .xlsx, .json of .csv</translation>
    </message>
    <message>
        <source>use a name that ends in </source>
        <translation>gebruik een naam die eindigt op </translation>
    </message>
    <message>
        <source>JSON nested deeper than 256 levels</source>
        <translation>JSON met meer dan 256 niveaus in elkaar</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translation>geen geldige JSON</translation>
    </message>
    <message>
        <source>check for a missing comma, quote or bracket just before this place</source>
        <translation>kijk of vlak voor deze plaats een komma, aanhalingsteken of haakje ontbreekt</translation>
    </message>
    <message>
        <source>no room left on the disk</source>
        <translation>de schijf is vol</translation>
    </message>
    <message>
        <source>free some space and try again</source>
        <translation>maak plaats vrij en probeer opnieuw</translation>
    </message>
    <message>
        <source>cannot write: {}</source>
        <translation>kan niet schrijven: {}</translation>
    </message>
    <message>
        <source>check that the folder exists and that you may write there</source>
        <translation>kijk of de map bestaat en of je er mag schrijven</translation>
    </message>
    <message>
        <source>cannot open: {}</source>
        <translation>kan niet openen: {}</translation>
    </message>
    <message>
        <source>cannot read: {}</source>
        <translation>kan niet lezen: {}</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>is een map, geen bestand</translation>
    </message>
    <message>
        <source>name the files in it</source>
        <translation>noem de bestanden die erin staan</translation>
    </message>
    <message>
        <source>is larger than {} MB</source>
        <translation>is groter dan {} MB</translation>
    </message>
    <message>
        <source>split the file</source>
        <translation>splits het bestand</translation>
    </message>
    <message>
        <source>the shipped codebooks are not beside the program</source>
        <translation>de meegeleverde codeboeken staan niet bij het programma</translation>
    </message>
    <message>
        <source>set RAPPORT_DATA to the folder that holds 'codebooks'</source>
        <translation>zet RAPPORT_DATA op de map waarin ‘codebooks’ staat</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>geannuleerd</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>er is niets gewijzigd</translation>
    </message>
    <message>
        <source>{} (and {} more)</source>
        <translation>{} (en nog {})</translation>
    </message>
    <message>
        <source>is not a text file but binary data</source>
        <translation>is geen tekstbestand maar binaire gegevens</translation>
    </message>
    <message>
        <source>export it as text, CSV or WebVTT first</source>
        <translation>exporteer het eerst als tekst, CSV of WebVTT</translation>
    </message>
    <message>
        <source>{} {} not valid in {} and {} shown as U+FFFD, first in line {}</source>
        <translation>{} {} ongeldig in {} en {} getoond als U+FFFD, voor het eerst op regel {}</translation>
    </message>
    <message>
        <source>byte or character is</source>
        <translation>byte of teken is</translation>
    </message>
    <message>
        <source>bytes or characters are</source>
        <translation>bytes of tekens zijn</translation>
    </message>
    <message>
        <source>is</source>
        <translation>wordt</translation>
    </message>
    <message>
        <source>are</source>
        <translation>worden</translation>
    </message>
    <message>
        <source>looks like UTF-8 that was read as windows-1252 and saved again ("Ã©" for "é"): export the file anew as UTF-8</source>
        <translation>lijkt op UTF-8 dat als windows-1252 is gelezen en opnieuw bewaard (“Ã©” voor “é”): exporteer het bestand opnieuw als UTF-8</translation>
    </message>
    <message>
        <source>unknown encoding '{}'</source>
        <translation>onbekende codering ‘{}’</translation>
    </message>
    <message>
        <source>use for instance UTF-8, windows-1252, ISO-8859-15, macintosh, cp850 or UTF-16</source>
        <translation>gebruik bijvoorbeeld UTF-8, windows-1252, ISO-8859-15, macintosh, cp850 of UTF-16</translation>
    </message>
    <message>
        <source>read as {}, which its byte order mark says, not as {}</source>
        <translation>gelezen als {}, zoals de byte order mark zegt, niet als {}</translation>
    </message>
    <message>
        <source>cannot be read as {}</source>
        <translation>kan niet als {} worden gelezen</translation>
    </message>
    <message>
        <source>choose another encoding</source>
        <translation>kies een andere codering</translation>
    </message>
    <message>
        <source>holds control characters where windows-1252 has quotation marks and dashes: it is more likely windows-1252</source>
        <translation>bevat stuurtekens waar windows-1252 aanhalingstekens en streepjes heeft: het is eerder windows-1252</translation>
    </message>
    <message>
        <source>'{}' cannot name a prompt</source>
        <translation>‘{}’ kan geen vraag benoemen</translation>
    </message>
    <message>
        <source>'{}' cannot name a variable</source>
        <translation>‘{}’ kan geen variabele benoemen</translation>
    </message>
    <message>
        <source>'{}' cannot name a code</source>
        <translation>‘{}’ kan geen code benoemen</translation>
    </message>
    <message>
        <source>use letters, digits, '_' and '-', beginning with a letter</source>
        <translation>gebruik letters, cijfers, ‘_’ en ‘-’, te beginnen met een letter</translation>
    </message>
    <message>
        <source>two prompts are named '{}'</source>
        <translation>twee vragen heten ‘{}’</translation>
    </message>
    <message>
        <source>two variables are named '{}'</source>
        <translation>twee variabelen heten ‘{}’</translation>
    </message>
    <message>
        <source>variable '{}' applies to nothing</source>
        <translation>variabele ‘{}’ is nergens op van toepassing</translation>
    </message>
    <message>
        <source>name its prompts or the kinds of units</source>
        <translation>noem haar vragen of soorten eenheden</translation>
    </message>
    <message>
        <source>variable '{}' needs at least two levels</source>
        <translation>variabele ‘{}’ heeft minstens twee niveaus nodig</translation>
    </message>
    <message>
        <source>variable '{}' counts, so it has no codes</source>
        <translation>variabele ‘{}’ telt, dus ze heeft geen codes</translation>
    </message>
    <message>
        <source>two codes are named '{}'</source>
        <translation>twee codes heten ‘{}’</translation>
    </message>
    <message>
        <source>a code's name is unique in the study</source>
        <translation>de naam van een code is uniek in de studie</translation>
    </message>
    <message>
        <source>a code's name is unique</source>
        <translation>de naam van een code is uniek</translation>
    </message>
    <message>
        <source>code '{}' has the guid of another code</source>
        <translation>code ‘{}’ heeft het guid van een andere code</translation>
    </message>
    <message>
        <source>code '{}' has the guid of code '{}' in line {}</source>
        <translation>code ‘{}’ heeft het guid van code ‘{}’ in regel {}</translation>
    </message>
    <message>
        <source>leave it empty for the one that it is not of: that code gets a guid of its own</source>
        <translation>laat het leeg bij de code waar het niet van is: die krijgt een eigen guid</translation>
    </message>
    <message>
        <source>key '{}' is given to two codes of variable '{}'</source>
        <translation>toets ‘{}’ is aan twee codes van variabele ‘{}’ gegeven</translation>
    </message>
    <message>
        <source>code '{}' hangs under no code</source>
        <translation>code ‘{}’ hangt onder geen enkele code</translation>
    </message>
    <message>
        <source>the file: {}</source>
        <translation>het bestand: {}</translation>
    </message>
    <message>
        <source>the tables: {} does not belong there</source>
        <translation>de tabellen: {} hoort er niet bij</translation>
    </message>
    <message>
        <source>the tables: {} is not what it should be</source>
        <translation>de tabellen: {} is niet wat het moet zijn</translation>
    </message>
    <message>
        <source>the tables: {} is missing</source>
        <translation>de tabellen: {} ontbreekt</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>{} rows of '{}' refer to rows of '{}' that are not there</source>
        <translation>{} rijen van ‘{}’ verwijzen naar rijen van ‘{}’ die er niet zijn</translation>
    </message>
    <message>
        <source>source '{}': its text is not as long as it was</source>
        <translation>bron ‘{}’: de tekst is niet zo lang als ze was</translation>
    </message>
    <message>
        <source>unit '{}' ends outside its text</source>
        <translation>eenheid ‘{}’ eindigt buiten haar tekst</translation>
    </message>
    <message>
        <source>turn '{}' ends outside its text</source>
        <translation>beurt ‘{}’ eindigt buiten haar tekst</translation>
    </message>
    <message>
        <source>journal row {}: its segment ends outside its text</source>
        <translation>journaalregel {}: het segment eindigt buiten de tekst</translation>
    </message>
    <message>
        <source>the imported file '{}' is not what it was</source>
        <translation>het geïmporteerde bestand ‘{}’ is niet meer wat het was</translation>
    </message>
    <message>
        <source>the journal has {} rows up to position {}: {} are gone</source>
        <translation>het journaal heeft {} regels tot positie {}: er zijn er {} weg</translation>
    </message>
    <message>
        <source>journal row {}: rows of its device before it are gone</source>
        <translation>journaalregel {}: eerdere regels van hetzelfde toestel zijn weg</translation>
    </message>
    <message>
        <source>journal row {}: it, or a row that it builds on, was changed</source>
        <translation>journaalregel {}: deze regel, of een waarop hij voortbouwt, is gewijzigd</translation>
    </message>
    <message>
        <source>the codebook has no version {}</source>
        <translation>het codeboek heeft geen versie {}</translation>
    </message>
    <message>
        <source>see: rapport codebook STUDY versions</source>
        <translation>zie de versies in de weergave Codeboek</translation>
    </message>
    <message>
        <source>a memo needs a guid</source>
        <translation>een memo heeft een guid nodig</translation>
    </message>
    <message>
        <source>a transaction is open already</source>
        <translation>er loopt al een transactie</translation>
    </message>
    <message>
        <source>the study is open for reading only</source>
        <translation>de studie is alleen-lezen geopend</translation>
    </message>
    <message>
        <source>the transaction was undone</source>
        <translation>de transactie is ongedaan gemaakt</translation>
    </message>
    <message>
        <source>another program is writing the study</source>
        <translation>een ander programma schrijft in de studie</translation>
    </message>
    <message>
        <source>wait until it has finished, or close it, and try again</source>
        <translation>wacht tot het klaar is of sluit het, en probeer opnieuw</translation>
    </message>
    <message>
        <source>the study is damaged ({})</source>
        <translation>de studie is beschadigd ({})</translation>
    </message>
    <message>
        <source>put a backup back; these there are: rapport restore STUDY --list</source>
        <translation>zet een reservekopie terug; deze zijn er: rapport restore STUDY --list</translation>
    </message>
    <message>
        <source>&apos;{}&apos; could not be started ({})</source>
        <translation>‘{}’ kon niet worden gestart ({})</translation>
    </message>
    <message>
        <source>code &apos;{}&apos; is of none of the variables that were named</source>
        <translation>code ‘{}’ hoort bij geen van de genoemde variabelen</translation>
    </message>
    <message>
        <source>name its variable too, or no variable: a code says which it is of</source>
        <translation>noem ook haar variabele, of geen variabele: een code zegt zelf bij welke zij hoort</translation>
    </message>
    <message>
        <source>this rater has not completed the unit</source>
        <translation>deze beoordelaar heeft de eenheid niet afgerond</translation>
    </message>
    <message>
        <source>this rater has completed the unit in several rounds</source>
        <translation>deze beoordelaar heeft de eenheid in meerdere rondes afgerond</translation>
    </message>
    <message>
        <source>keys, scales and other languages are not in the table; .json keeps them all</source>
        <translation>toetsen, schalen en andere talen staan niet in de tabel; .json bewaart ze allemaal</translation>
    </message>
    <message>
        <source>no room left on the disk; nothing was changed</source>
        <translation>de schijf is vol; er is niets gewijzigd</translation>
    </message>
    <message>
        <source>check that you may write the file and its folder, or work on a copy</source>
        <translation>kijk of je in het bestand en de map mag schrijven, of werk op een kopie</translation>
    </message>
    <message>
        <source>cannot open the study ({})</source>
        <translation>kan de studie niet openen ({})</translation>
    </message>
    <message>
        <source>check that you may write in its folder, or copy the study elsewhere</source>
        <translation>kijk of je in de map mag schrijven, of kopieer de studie elders</translation>
    </message>
    <message>
        <source>something that is not in the study was referred to</source>
        <translation>er werd verwezen naar iets wat niet in de studie staat</translation>
    </message>
    <message>
        <source>a text or file is larger than a study can hold (1 GB)</source>
        <translation>een tekst of bestand is groter dan een studie kan bevatten (1 GB)</translation>
    </message>
    <message>
        <source>cannot read or write the study ({})</source>
        <translation>kan de studie niet lezen of schrijven ({})</translation>
    </message>
    <message>
        <source>check the disk, then try again</source>
        <translation>controleer de schijf en probeer opnieuw</translation>
    </message>
    <message>
        <source>the unit is not completed, so it cannot be reopened</source>
        <translation>de eenheid is niet afgewerkt en kan dus niet opnieuw worden geopend</translation>
    </message>
    <message>
        <source>the unit is flagged already</source>
        <translation>de eenheid heeft al een vlag</translation>
    </message>
    <message>
        <source>the unit is not flagged</source>
        <translation>de eenheid heeft geen vlag</translation>
    </message>
    <message>
        <source>no round was named to open</source>
        <translation>er is geen ronde genoemd om te openen</translation>
    </message>
    <message>
        <source>the round is open already</source>
        <translation>de ronde is al geopend</translation>
    </message>
    <message>
        <source>a range in a text goes from its first to behind its last character</source>
        <translation>een bereik in een tekst loopt van het eerste teken tot achter het laatste</translation>
    </message>
    <message>
        <source>'{}' needs a unit, a rater and a round</source>
        <translation>‘{}’ heeft een eenheid, een beoordelaar en een ronde nodig</translation>
    </message>
    <message>
        <source>'{}' needs a variable and a codebook version</source>
        <translation>‘{}’ heeft een variabele en een codeboekversie nodig</translation>
    </message>
    <message>
        <source>version {} of the codebook does not have this variable</source>
        <translation>versie {} van het codeboek heeft deze variabele niet</translation>
    </message>
    <message>
        <source>a count is 0 or more</source>
        <translation>een aantal is 0 of meer</translation>
    </message>
    <message>
        <source>a variable that counts has no codes</source>
        <translation>een variabele die telt, heeft geen codes</translation>
    </message>
    <message>
        <source>the variable has no such code in version {} of the codebook</source>
        <translation>de variabele heeft deze code niet in versie {} van het codeboek</translation>
    </message>
    <message>
        <source>'{}' is a heading, not a code</source>
        <translation>‘{}’ is een kop, geen code</translation>
    </message>
    <message>
        <source>the segment {}-{} is not inside its text of {} characters</source>
        <translation>het segment {}-{} ligt niet binnen de tekst van {} tekens</translation>
    </message>
    <message>
        <source>the unit has a value for this variable already</source>
        <translation>de eenheid heeft al een waarde voor deze variabele</translation>
    </message>
    <message>
        <source>withdraw the one it has first</source>
        <translation>trek eerst de bestaande in</translation>
    </message>
    <message>
        <source>the same coding is there already</source>
        <translation>dezelfde codering is er al</translation>
    </message>
    <message>
        <source>there is no such coding to withdraw</source>
        <translation>deze codering is er niet, dus valt er niets in te trekken</translation>
    </message>
    <message>
        <source>the coding is withdrawn already</source>
        <translation>de codering is al ingetrokken</translation>
    </message>
    <message>
        <source>the coding is another rater's</source>
        <translation>de codering is van een andere beoordelaar</translation>
    </message>
    <message>
        <source>a completion names its variables and its codebook version</source>
        <translation>een afwerking noemt haar variabelen en haar codeboekversie</translation>
    </message>
    <message>
        <source>a completion names a variable twice</source>
        <translation>een afwerking noemt een variabele tweemaal</translation>
    </message>
    <message>
        <source>the unit is completed already</source>
        <translation>de eenheid is al afgewerkt</translation>
    </message>
    <message>
        <source>reopen it first</source>
        <translation>open ze eerst opnieuw</translation>
    </message>
    <message>
        <source>the study has no such {}</source>
        <translation>de studie heeft deze {} niet</translation>
    </message>
    <message>
        <source>the journal is written inside a transaction only</source>
        <translation>het journaal wordt alleen binnen een transactie geschreven</translation>
    </message>
    <message>
        <source>a journal row names its device</source>
        <translation>een journaalregel noemt zijn toestel</translation>
    </message>
    <message>
        <source>the journal has this row already</source>
        <translation>het journaal heeft deze regel al</translation>
    </message>
    <message>
        <source>the detail of a journal row is JSON</source>
        <translation>het detail van een journaalregel is JSON</translation>
    </message>
    <message>
        <source>the upgrade '{}' of the study failed and was undone: {}</source>
        <translation>de bijwerking ‘{}’ van de studie is mislukt en ongedaan gemaakt: {}</translation>
    </message>
    <message>
        <source>the study is as it was; work on with the version of Rapport that wrote it</source>
        <translation>de studie is zoals ze was; werk verder met de versie van Rapport die ze schreef</translation>
    </message>
    <message>
        <source>rows of '{}' refer to nothing</source>
        <translation>rijen van ‘{}’ verwijzen nergens naar</translation>
    </message>
    <message>
        <source>there is a file of this name already</source>
        <translation>er bestaat al een bestand met deze naam</translation>
    </message>
    <message>
        <source>give another name, or remove it first</source>
        <translation>kies een andere naam, of verwijder het eerst</translation>
    </message>
    <message>
        <source>cannot write the copy: {}</source>
        <translation>kan de kopie niet schrijven: {}</translation>
    </message>
    <message>
        <source>there is no such study</source>
        <translation>deze studie bestaat niet</translation>
    </message>
    <message>
        <source>check the name and the folder</source>
        <translation>controleer de naam en de map</translation>
    </message>
    <message>
        <source>is a folder, not a study</source>
        <translation>is een map, geen studie</translation>
    </message>
    <message>
        <source>name the .rapport file in it</source>
        <translation>kies het .rapport-bestand erin</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>kan niet worden geopend</translation>
    </message>
    <message>
        <source>check that you may read it</source>
        <translation>kijk of je het mag lezen</translation>
    </message>
    <message>
        <source>is an SQLite database whose end is missing: it was cut off</source>
        <translation>is een SQLite-database waarvan het einde ontbreekt: het bestand is afgebroken</translation>
    </message>
    <message>
        <source>copy or download it again</source>
        <translation>kopieer of download het opnieuw</translation>
    </message>
    <message>
        <source>is empty, so it is no study</source>
        <translation>is leeg en dus geen studie</translation>
    </message>
    <message>
        <source>is not a Rapport study</source>
        <translation>is geen studie van Rapport</translation>
    </message>
    <message>
        <source>texts and tables come into a study with: rapport import</source>
        <translation>teksten en tabellen komen in een studie via Importeren</translation>
    </message>
    <message>
        <source>is cut off: hardly anything of the study is left</source>
        <translation>is afgebroken: van de studie is haast niets over</translation>
    </message>
    <message>
        <source>is cut off: {} of {} bytes are left</source>
        <translation>is afgebroken: {} van {} bytes zijn over</translation>
    </message>
    <message>
        <source>the study cannot be written here</source>
        <translation>de studie kan hier niet worden geschreven</translation>
    </message>
    <message>
        <source>check that you may write in its folder, or work on a copy</source>
        <translation>kijk of je in de map mag schrijven, of werk op een kopie</translation>
    </message>
    <message>
        <source>the study was not closed properly, and its folder cannot be written</source>
        <translation>de studie is niet goed afgesloten en in haar map kan niet worden geschreven</translation>
    </message>
    <message>
        <source>copy the study and the file ending in '-wal' to a folder of your own and open it there</source>
        <translation>kopieer de studie en het bestand dat op ‘-wal’ eindigt naar een eigen map en open ze daar</translation>
    </message>
    <message>
        <source>is a database of another program, not a Rapport study</source>
        <translation>is een databank van een ander programma, geen studie van Rapport</translation>
    </message>
    <message>
        <source>a study's name ends in .rapport</source>
        <translation>de naam van een studie eindigt op .rapport</translation>
    </message>
    <message>
        <source>is no complete study</source>
        <translation>is geen volledige studie</translation>
    </message>
    <message>
        <source>was written by a later version of Rapport</source>
        <translation>is geschreven door een latere versie van Rapport</translation>
    </message>
    <message>
        <source>install the latest version of Rapport</source>
        <translation>installeer de laatste versie van Rapport</translation>
    </message>
    <message>
        <source>is of an earlier version and cannot be upgraded here</source>
        <translation>is van een eerdere versie en kan hier niet worden bijgewerkt</translation>
    </message>
    <message>
        <source>copy it to a folder where you may write, and open the copy</source>
        <translation>kopieer ze naar een map waar je mag schrijven en open de kopie</translation>
    </message>
    <message>
        <source>the study has no attribute '{}'</source>
        <translation>de studie heeft geen kenmerk ‘{}’</translation>
    </message>
    <message>
        <source>the study has a participant '{}' already</source>
        <translation>de studie heeft al een deelnemer ‘{}’</translation>
    </message>
    <message>
        <source>the study has a rater '{}' already</source>
        <translation>de studie heeft al een beoordelaar ‘{}’</translation>
    </message>
    <message>
        <source>the study has a round '{}' already</source>
        <translation>de studie heeft al een ronde ‘{}’</translation>
    </message>
    <message>
        <source>a unit, or a place in the order, was assigned to this rater already</source>
        <translation>een eenheid, of een plaats in de volgorde, is al aan deze beoordelaar toegewezen</translation>
    </message>
    <message>
        <source>in a round each unit has one neutral number of its own</source>
        <translation>in een ronde heeft elke eenheid één eigen neutraal nummer</translation>
    </message>
    <message>
        <source>the file '{}' was imported already</source>
        <translation>het bestand ‘{}’ is al geïmporteerd</translation>
    </message>
    <message>
        <source>the study has a source '{}' already</source>
        <translation>de studie heeft al een bron ‘{}’</translation>
    </message>
    <message>
        <source>the study has a unit '{}' already</source>
        <translation>de studie heeft al een eenheid ‘{}’</translation>
    </message>
    <message>
        <source>the study has no such imported file</source>
        <translation>de studie heeft dit geïmporteerde bestand niet</translation>
    </message>
    <message>
        <source>the text of '{}' is not UTF-8</source>
        <translation>de tekst van ‘{}’ is geen UTF-8</translation>
    </message>
    <message>
        <source>the study has no such source</source>
        <translation>de studie heeft deze bron niet</translation>
    </message>
    <message>
        <source>turn {} comes after turn {}</source>
        <translation>beurt {} komt na beurt {}</translation>
    </message>
    <message>
        <source>turn {} at {}-{} is outside its text or overlaps the turn before it</source>
        <translation>beurt {} op {}-{} valt buiten haar tekst of overlapt de vorige beurt</translation>
    </message>
    <message>
        <source>unit '{}' at {}-{} is empty or outside its text</source>
        <translation>eenheid ‘{}’ op {}-{} is leeg of valt buiten haar tekst</translation>
    </message>
    <message>
        <source>the study has no prompt '{}'</source>
        <translation>de studie heeft geen vraag ‘{}’</translation>
    </message>
    <message>
        <source>prompt '{}' has answers, so it cannot be removed</source>
        <translation>vraag ‘{}’ heeft antwoorden en kan dus niet weg</translation>
    </message>
    <message>
        <source>a study needs a guid</source>
        <translation>een studie heeft een guid nodig</translation>
    </message>
    <message>
        <source>cannot make a file there</source>
        <translation>kan daar geen bestand maken</translation>
    </message>
    <message>
        <source>restore a backup of the study</source>
        <translation>zet een reservekopie van de studie terug</translation>
    </message>
    <message>
        <source>setting '{}' is not JSON</source>
        <translation>instelling ‘{}’ is geen JSON</translation>
    </message>
    <message>
        <source>the transaction has ended</source>
        <translation>de transactie is beëindigd</translation>
    </message>
    <message>
        <source>the row names no participant</source>
        <translation>de rij noemt geen deelnemer</translation>
    </message>
    <message>
        <source>give every row a code, or leave the row out</source>
        <translation>geef elke rij een pseudoniem, of laat de rij weg</translation>
    </message>
    <message>
        <source>participant '{}' is in line {} already</source>
        <translation>deelnemer ‘{}’ staat al op regel {}</translation>
    </message>
    <message>
        <source>participant '{}' is in line {} already, for wave '{}'</source>
        <translation>deelnemer ‘{}’ staat al op regel {}, voor meetmoment ‘{}’</translation>
    </message>
    <message>
        <source>the first row is taken; if this is a later wave, map a column as wave</source>
        <translation>de eerste rij telt; is dit een later meetmoment, wijs dan een kolom aan als meetmoment</translation>
    </message>
    <message>
        <source>the mapping names a column '{}', which the table does not have</source>
        <translation>de toewijzing noemt kolom ‘{}’, die de tabel niet heeft</translation>
    </message>
    <message>
        <source>column names must be those of the table's header</source>
        <translation>kolomnamen moeten die van de kop van de tabel zijn</translation>
    </message>
    <message>
        <source>the mapping names column '{}' twice</source>
        <translation>de toewijzing noemt kolom ‘{}’ tweemaal</translation>
    </message>
    <message>
        <source>two columns answer the prompt '{}'</source>
        <translation>twee kolommen beantwoorden vraag ‘{}’</translation>
    </message>
    <message>
        <source>two columns hold the attribute '{}'</source>
        <translation>twee kolommen bevatten kenmerk ‘{}’</translation>
    </message>
    <message>
        <source>the mapping gives no name to column '{}'</source>
        <translation>de toewijzing geeft kolom ‘{}’ geen naam</translation>
    </message>
    <message>
        <source>the mapping names no participant column</source>
        <translation>de toewijzing noemt geen deelnemerskolom</translation>
    </message>
    <message>
        <source>the mapping names several participant columns</source>
        <translation>de toewijzing noemt meer dan één deelnemerskolom</translation>
    </message>
    <message>
        <source>one column must be mapped as "participant"</source>
        <translation>één kolom moet als “deelnemer” zijn aangewezen</translation>
    </message>
    <message>
        <source>column '{}' is named twice</source>
        <translation>kolom ‘{}’ is tweemaal genoemd</translation>
    </message>
    <message>
        <source>'{}' is no role of a column</source>
        <translation>‘{}’ is geen rol van een kolom</translation>
    </message>
    <message>
        <source>an IP address</source>
        <translation>een IP-adres</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>een e-mailadres</translation>
    </message>
    <message>
        <source>a person's name</source>
        <translation>een naam van een persoon</translation>
    </message>
    <message>
        <source>a place</source>
        <translation>een plaats</translation>
    </message>
    <message>
        <source>a telephone number</source>
        <translation>een telefoonnummer</translation>
    </message>
    <message>
        <source>what identifies a person</source>
        <translation>iets wat een persoon identificeert</translation>
    </message>
    <message>
        <source>no column says who answered: map one as participant</source>
        <translation>geen kolom zegt wie antwoordde: wijs er een aan als deelnemer</translation>
    </message>
    <message>
        <source>no column is named as a prompt: map the columns that hold answers</source>
        <translation>geen kolom heet zoals een vraag: wijs de kolommen met antwoorden aan</translation>
    </message>
    <message>
        <source>technical column of the survey system</source>
        <translation>technische kolom van het enquêtesysteem</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>looks like free text: map it as the answer to a prompt if it is one</source>
        <translation>lijkt op vrije tekst: wijs ze aan als antwoord op een vraag als ze dat is</translation>
    </message>
    <message>
        <source>{}: the wave '{}' is taken for '{}', which is there</source>
        <translation>{}: het meetmoment ‘{}’ wordt opgevat als ‘{}’, dat er al is</translation>
    </message>
    <message>
        <source>taken for the answers to {} in the wave {}: say in a mapping if they are not</source>
        <translation>opgevat als de antwoorden op {} op meetmoment {}: zeg het in een toewijzing als ze dat niet zijn</translation>
    </message>
    <message>
        <source>looks like free text; map it to a prompt if it is an answer</source>
        <translation>lijkt op vrije tekst; wijs ze aan een vraag toe als ze een antwoord is</translation>
    </message>
    <message>
        <source>seems to hold {}</source>
        <translation>lijkt {} te bevatten</translation>
    </message>
    <message>
        <source>seems to hold {}: left out unless the mapping says otherwise</source>
        <translation>lijkt {} te bevatten: weggelaten tenzij de toewijzing anders zegt</translation>
    </message>
    <message>
        <source>{} {} no participant</source>
        <translation>{} {} geen deelnemer</translation>
    </message>
    <message>
        <source>row names</source>
        <translation>rij noemt</translation>
    </message>
    <message>
        <source>rows name</source>
        <translation>rijen noemen</translation>
    </message>
    <message>
        <source>participant '{}' is there {} times</source>
        <translation>deelnemer ‘{}’ komt {} keer voor</translation>
    </message>
    <message>
        <source>{} of {} answers is empty</source>
        <translation>{} van {} antwoorden is leeg</translation>
    </message>
    <message>
        <source>{} of {} answers are empty</source>
        <translation>{} van {} antwoorden zijn leeg</translation>
    </message>
    <message>
        <source>must hold at least one variable</source>
        <translation>moet minstens één variabele bevatten</translation>
    </message>
    <message>
        <source>'{}' is no guid</source>
        <translation>‘{}’ is geen guid</translation>
    </message>
    <message>
        <source>write it as 8-4-4-4-12 hexadecimal digits</source>
        <translation>schrijf het als 8-4-4-4-12 hexadecimale cijfers</translation>
    </message>
    <message>
        <source>is used twice in this file</source>
        <translation>is tweemaal gebruikt in dit bestand</translation>
    </message>
    <message>
        <source>every variable, code and set has a guid of its own</source>
        <translation>elke variabele, code en set heeft een eigen guid</translation>
    </message>
    <message>
        <source>'{}' is no scale</source>
        <translation>‘{}’ is geen schaal</translation>
    </message>
    <message>
        <source>use presence, nominal, ordinal or count</source>
        <translation>gebruik presence, nominal, ordinal of count</translation>
    </message>
    <message>
        <source>'{}' is no kind of unit</source>
        <translation>‘{}’ is geen soort eenheid</translation>
    </message>
    <message>
        <source>use turn, transcript or sentence; answers are named by their prompts</source>
        <translation>gebruik turn, transcript of sentence; antwoorden worden door hun vraag genoemd</translation>
    </message>
    <message>
        <source>codes are nested deeper than {} levels</source>
        <translation>codes zijn meer dan {} niveaus diep genest</translation>
    </message>
    <message>
        <source>'{}' is no colour</source>
        <translation>‘{}’ is geen kleur</translation>
    </message>
    <message>
        <source>see docs/formats/codebook.md for the names</source>
        <translation>zie docs/formats/codebook.md voor de namen</translation>
    </message>
    <message>
        <source>a level has no codes below it</source>
        <translation>onder een niveau staan geen codes</translation>
    </message>
    <message>
        <source>two sets are named '{}'</source>
        <translation>twee sets heten ‘{}’</translation>
    </message>
    <message>
        <source>there is no code '{}'</source>
        <translation>er is geen code ‘{}’</translation>
    </message>
    <message>
        <source>must be a whole number from 0</source>
        <translation>moet een geheel getal vanaf 0 zijn</translation>
    </message>
    <message>
        <source>codes '{}' and '{}' have the same key '{}'; the second has none now</source>
        <translation>codes ‘{}’ en ‘{}’ hebben dezelfde toets ‘{}’; de tweede heeft er nu geen</translation>
    </message>
    <message>
        <source>codes '{}' and '{}' have the same tag '{}' ({})</source>
        <translation>codes ‘{}’ en ‘{}’ hebben hetzelfde label ‘{}’ ({})</translation>
    </message>
    <message>
        <source>code '{}' has no title in '{}'</source>
        <translation>code ‘{}’ heeft geen titel in ‘{}’</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>is leeg</translation>
    </message>
    <message>
        <source>a value belongs to a variable</source>
        <translation>een waarde hoort bij een variabele</translation>
    </message>
    <message>
        <source>'{}' is no place in a text</source>
        <translation>‘{}’ is geen plaats in een tekst</translation>
    </message>
    <message>
        <source>code points, from 0</source>
        <translation>codepunten, vanaf 0</translation>
    </message>
    <message>
        <source>is empty where the other end of the range is not</source>
        <translation>is leeg terwijl het andere eind van het bereik er wel is</translation>
    </message>
    <message>
        <source>the range {}-{} is empty</source>
        <translation>het bereik {}-{} is leeg</translation>
    </message>
    <message>
        <source>ranges are half-open: the end is one past the last character</source>
        <translation>bereiken zijn halfopen: het eind ligt één voorbij het laatste teken</translation>
    </message>
    <message>
        <source>'{}' is neither 1 nor 0</source>
        <translation>‘{}’ is noch 1 noch 0</translation>
    </message>
    <message>
        <source>'{}' is no time</source>
        <translation>‘{}’ is geen tijdstip</translation>
    </message>
    <message>
        <source>write it as 2026-03-14T21:14:07Z</source>
        <translation>schrijf het als 2026-03-14T21:14:07Z</translation>
    </message>
    <message>
        <source>'{}' is no codebook version</source>
        <translation>‘{}’ is geen codeboekversie</translation>
    </message>
    <message>
        <source>is no table of codings: column {} is missing</source>
        <translation>is geen tabel met coderingen: kolom {} ontbreekt</translation>
    </message>
    <message>
        <source>columns: unit,rater,variable,code,value,begin,end,quote,completed,time,round,version</source>
        <translation>kolommen: unit,rater,variable,code,value,begin,end,quote,completed,time,round,version</translation>
    </message>
    <message>
        <source>the row has {} {}, the header {}</source>
        <translation>de rij heeft {} {}, de kop {}</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>cel</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>cellen</translation>
    </message>
    <message>
        <source>put quotation marks around cells that hold the separator</source>
        <translation>zet aanhalingstekens om cellen die het scheidingsteken bevatten</translation>
    </message>
    <message>
        <source>check for a line break inside a cell without quotation marks</source>
        <translation>kijk of een cel zonder aanhalingstekens een regeleinde bevat</translation>
    </message>
    <message>
        <source>read as {}, which is a guess: look at the accents, or name the encoding</source>
        <translation>gelezen als {}, en dat is een gok: kijk naar de accenten, of kies de codering</translation>
    </message>
    <message>
        <source>a quotation mark or line break cannot separate cells</source>
        <translation>een aanhalingsteken of regeleinde kan geen cellen scheiden</translation>
    </message>
    <message>
        <source>export it again, or check that this is the file you mean</source>
        <translation>exporteer het opnieuw, of kijk of dit het juiste bestand is</translation>
    </message>
    <message>
        <source>has {} columns; at most {} can be read</source>
        <translation>heeft {} kolommen; er kunnen er hoogstens {} worden gelezen</translation>
    </message>
    <message>
        <source>header row {} has {} cells, the first {}</source>
        <translation>koprij {} heeft {} cellen, de eerste {}</translation>
    </message>
    <message>
        <source>holds a header but no rows</source>
        <translation>heeft een kop maar geen rijen</translation>
    </message>
    <message>
        <source>the first line is taken as the names of the columns</source>
        <translation>de eerste regel geldt als de namen van de kolommen</translation>
    </message>
    <message>
        <source>{} empty {} left out</source>
        <translation>{} lege {} weggelaten</translation>
    </message>
    <message>
        <source>row is</source>
        <translation>rij is</translation>
    </message>
    <message>
        <source>rows are</source>
        <translation>rijen zijn</translation>
    </message>
    <message>
        <source>{} {} inside cells not doubled, first in line {}; kept as they are</source>
        <translation>{} {} binnen cellen niet verdubbeld, voor het eerst op regel {}; behouden zoals ze zijn</translation>
    </message>
    <message>
        <source>quotation mark</source>
        <translation>aanhalingsteken</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>aanhalingstekens</translation>
    </message>
    <message>
        <source>a quotation mark that opens here is never closed</source>
        <translation>een aanhalingsteken dat hier opent, wordt nooit gesloten</translation>
    </message>
    <message>
        <source>close it, or write a quotation mark inside a cell twice ("")</source>
        <translation>sluit het, of schrijf een aanhalingsteken binnen een cel dubbel ("")</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>een PDF-document</translation>
    </message>
    <message>
        <source>copy its text into a plain text file, or export the original as text</source>
        <translation>kopieer de tekst naar een tekstbestand, of exporteer het origineel als tekst</translation>
    </message>
    <message>
        <source>a Rich Text document (.rtf)</source>
        <translation>een Rich Text-document (.rtf)</translation>
    </message>
    <message>
        <source>save it as plain text (UTF-8) or export it as CSV, then import that</source>
        <translation>bewaar het als platte tekst (UTF-8) of exporteer het als CSV, en importeer dat</translation>
    </message>
    <message>
        <source>a picture cannot be coded here; import its transcript as text</source>
        <translation>een afbeelding kan hier niet worden gecodeerd; importeer haar transcript als tekst</translation>
    </message>
    <message>
        <source>a recording cannot be coded here; import its transcript (text or WebVTT)</source>
        <translation>een opname kan hier niet worden gecodeerd; importeer haar transcript (tekst of WebVTT)</translation>
    </message>
    <message>
        <source>unpack it and import the file inside</source>
        <translation>pak het uit en importeer het bestand erin</translation>
    </message>
    <message>
        <source>an old Office file (.doc, .xls) or one with a password</source>
        <translation>een oud Office-bestand (.doc, .xls) of een met een wachtwoord</translation>
    </message>
    <message>
        <source>open it in an office program and save it as plain text or CSV</source>
        <translation>open het in een kantoorprogramma en bewaar het als platte tekst of CSV</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>een SQLite-databank</translation>
    </message>
    <message>
        <source>a study is opened, not imported; to bring two copies together use merge</source>
        <translation>een studie wordt geopend, niet geïmporteerd; om twee kopieën samen te voegen is er samenvoegen</translation>
    </message>
    <message>
        <source>an SPSS data file (.sav)</source>
        <translation>een SPSS-gegevensbestand (.sav)</translation>
    </message>
    <message>
        <source>export it from SPSS as CSV with variable names</source>
        <translation>exporteer het uit SPSS als CSV met variabelenamen</translation>
    </message>
    <message>
        <source>an SPSS data file (.zsav)</source>
        <translation>een SPSS-gegevensbestand (.zsav)</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>een gzip-archief</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>een bzip2-archief</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>een xz-archief</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>een 7-Zip-archief</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>een RAR-archief</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>een PNG-afbeelding</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>een JPEG-afbeelding</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>een GIF-afbeelding</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>een TIFF-afbeelding</translation>
    </message>
    <message>
        <source>a WebP picture</source>
        <translation>een WebP-afbeelding</translation>
    </message>
    <message>
        <source>a sound recording (.wav)</source>
        <translation>een geluidsopname (.wav)</translation>
    </message>
    <message>
        <source>a sound recording (.mp3)</source>
        <translation>een geluidsopname (.mp3)</translation>
    </message>
    <message>
        <source>a sound recording (.ogg)</source>
        <translation>een geluidsopname (.ogg)</translation>
    </message>
    <message>
        <source>a sound recording (.flac)</source>
        <translation>een geluidsopname (.flac)</translation>
    </message>
    <message>
        <source>a film or sound recording (.mp4, .m4a)</source>
        <translation>een film of geluidsopname (.mp4, .m4a)</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>een programma</translation>
    </message>
    <message>
        <source>a REFI-QDA project (.qdpx)</source>
        <translation>een REFI-QDA-project (.qdpx)</translation>
    </message>
    <message>
        <source>this version does not read projects of other programs</source>
        <translation>deze versie leest geen projecten van andere programma's</translation>
    </message>
    <message>
        <source>a text document (.odt)</source>
        <translation>een tekstdocument (.odt)</translation>
    </message>
    <message>
        <source>a spreadsheet (.ods)</source>
        <translation>een rekenblad (.ods)</translation>
    </message>
    <message>
        <source>save it as CSV (UTF-8), one file per sheet</source>
        <translation>bewaar het als CSV (UTF-8), één bestand per blad</translation>
    </message>
    <message>
        <source>a Word document (.docx)</source>
        <translation>een Word-document (.docx)</translation>
    </message>
    <message>
        <source>an Excel workbook (.xlsx)</source>
        <translation>een Excel-werkmap (.xlsx)</translation>
    </message>
    <message>
        <source>save it as "CSV UTF-8", one file per sheet</source>
        <translation>bewaar het als “CSV UTF-8”, één bestand per blad</translation>
    </message>
    <message>
        <source>a presentation (.pptx)</source>
        <translation>een presentatie (.pptx)</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>een ZIP-archief</translation>
    </message>
    <message>
        <source>a web page (.html)</source>
        <translation>een webpagina (.html)</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>een XML-document</translation>
    </message>
    <message>
        <source>export it from the program that made it as text, CSV or WebVTT</source>
        <translation>exporteer het uit het programma dat het maakte als tekst, CSV of WebVTT</translation>
    </message>
    <message>
        <source>is {}, which cannot be read</source>
        <translation>is {}, en dat kan niet worden gelezen</translation>
    </message>
    <message>
        <source>is {}, and is read as something else here</source>
        <translation>is {}, en wordt hier als iets anders gelezen</translation>
    </message>
    <message>
        <source>is a JSON document, neither answers nor a transcript</source>
        <translation>is een JSON-document, geen antwoorden en geen transcript</translation>
    </message>
    <message>
        <source>a codebook is imported with --as codebook, a mapping is given with --mapping</source>
        <translation>importeer een codeboek als codeboek</translation>
    </message>
    <message>
        <source>is of no format that can be read</source>
        <translation>heeft geen formaat dat kan worden gelezen</translation>
    </message>
    <message>
        <source>tables as CSV, transcripts as plain text, WebVTT or SubRip; see: rapport formats</source>
        <translation>tabellen als CSV, transcripten als platte tekst, WebVTT of SubRip</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>moet een object zijn</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>must be a string</source>
        <translation>moet een tekst zijn</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>mag niet leeg zijn</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>moet true of false zijn</translation>
    </message>
    <message>
        <source>must be a text per language</source>
        <translation>moet een tekst per taal zijn</translation>
    </message>
    <message>
        <source>like {"en": "...", "nl": "..."}</source>
        <translation>zoals {"en": "...", "nl": "..."}</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>moet een lijst zijn</translation>
    </message>
    <message>
        <source>is '{}', expected '{}'</source>
        <translation>is ‘{}’, verwacht werd ‘{}’</translation>
    </message>
    <message>
        <source>the file was made for another version of this program</source>
        <translation>het bestand is gemaakt voor een andere versie van dit programma</translation>
    </message>
    <message>
        <source>this is another kind of file</source>
        <translation>dit is een ander soort bestand</translation>
    </message>
    <message>
        <source>'{}' is not the name of a file in the same folder</source>
        <translation>‘{}’ is niet de naam van een bestand in dezelfde map</translation>
    </message>
    <message>
        <source>'{}' is no kind of prompt</source>
        <translation>‘{}’ is geen soort vraag</translation>
    </message>
    <message>
        <source>use open, yes-no or note</source>
        <translation>gebruik open, yes-no of note</translation>
    </message>
    <message>
        <source>two attributes are named '{}'</source>
        <translation>twee kenmerken heten ‘{}’</translation>
    </message>
    <message>
        <source>'{}' is no type</source>
        <translation>‘{}’ is geen type</translation>
    </message>
    <message>
        <source>use text, number, date or boolean</source>
        <translation>gebruik text, number, date of boolean</translation>
    </message>
    <message>
        <source>there is no attribute '{}'</source>
        <translation>er is geen kenmerk ‘{}’</translation>
    </message>
    <message>
        <source>a text of a participant or a transcript</source>
        <translation>een tekst van een deelnemer of een transcript</translation>
    </message>
    <message>
        <source>the name or wave of a text</source>
        <translation>de naam of het meetmoment van een tekst</translation>
    </message>
    <message>
        <source>the speaker of a turn</source>
        <translation>de spreker van een beurt</translation>
    </message>
    <message>
        <source>an answer to a closed question</source>
        <translation>een antwoord op een gesloten vraag</translation>
    </message>
    <message>
        <source>the name of a participant</source>
        <translation>de naam van een deelnemer</translation>
    </message>
    <message>
        <source>the name or title of an attribute</source>
        <translation>de naam of titel van een kenmerk</translation>
    </message>
    <message>
        <source>a value of an attribute</source>
        <translation>een waarde van een kenmerk</translation>
    </message>
    <message>
        <source>a question</source>
        <translation>een vraag</translation>
    </message>
    <message>
        <source>the case of the study</source>
        <translation>de casus van de studie</translation>
    </message>
    <message>
        <source>the title of the study</source>
        <translation>de titel van de studie</translation>
    </message>
    <message>
        <source>an imported file</source>
        <translation>een geïmporteerd bestand</translation>
    </message>
    <message>
        <source>the codebook</source>
        <translation>het codeboek</translation>
    </message>
    <message>
        <source>a memo</source>
        <translation>een memo</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>een notitie</translation>
    </message>
    <message>
        <source>the name of a rater</source>
        <translation>de naam van een beoordelaar</translation>
    </message>
    <message>
        <source>the history</source>
        <translation>de geschiedenis</translation>
    </message>
    <message>
        <source>a saved search</source>
        <translation>een bewaarde zoekopdracht</translation>
    </message>
    <message>
        <source>a setting or saved mapping</source>
        <translation>een instelling of bewaarde toewijzing</translation>
    </message>
    <message>
        <source>names in a codebook cannot be replaced while it is imported</source>
        <translation>namen in een codeboek kunnen niet worden vervangen bij het importeren</translation>
    </message>
    <message>
        <source>import it apart, and look for names in its definitions and examples</source>
        <translation>importeer het apart, en kijk na of er namen in de definities en voorbeelden staan</translation>
    </message>
    <message>
        <source>participants whose names differ only in capitals, accents or how a number is written are different people: {}</source>
        <translation>deelnemers van wie de namen alleen in hoofdletters, accenten of de schrijfwijze van een getal verschillen, zijn verschillende mensen: {}</translation>
    </message>
    <message>
        <source>codes that are each other's parents have none here: {}</source>
        <translation>codes die elkaars ouder zijn, hebben er hier geen: {}</translation>
    </message>
    <message>
        <source>a table does not say of variables what scale they have and where they apply: new ones are those of codes that are there or not, of all texts</source>
        <translation>een tabel zegt van variabelen niet welke schaal ze hebben en waarvoor ze gelden: nieuwe zijn er van codes die er zijn of niet, voor alle teksten</translation>
    </message>
    <message>
        <source>is a binary Excel workbook (.xlsb), which is not read</source>
        <translation>is een binaire Excel-werkmap (.xlsb), die niet wordt gelezen</translation>
    </message>
    <message>
        <source>value seems</source>
        <translation>waarde lijkt</translation>
    </message>
    <message>
        <source>values seem</source>
        <translation>waarden lijken</translation>
    </message>
    <message>
        <source>the bytes of the file</source>
        <translation>de bytes van het bestand</translation>
    </message>
    <message>
        <source>a line that begins like a speaker's ('{}') was taken for none: its words are those of whoever spoke before</source>
        <translation>een regel die begint als die van een spreker (‘{}’) is niet als zodanig gelezen: zijn woorden horen bij wie ervoor sprak</translation>
    </message>
    <message>
        <source>{} lines that begin like a speaker's (the first '{}') were taken for none: their words are those of whoever spoke before</source>
        <translation>{} regels die beginnen als die van een spreker (de eerste met ‘{}’) zijn niet als zodanig gelezen: hun woorden horen bij wie ervoor sprak</translation>
    </message>
    <message>
        <source>1 cue without a speaker is joined to the one before: its words are those of whoever spoke before</source>
        <translation>1 ondertitelblok zonder spreker hangt aan het vorige: de woorden horen bij wie ervoor sprak</translation>
    </message>
    <message>
        <source>{} cues without a speaker are joined to those before: their words are those of whoever spoke before</source>
        <translation>{} ondertitelblokken zonder spreker hangen aan de vorige: hun woorden horen bij wie ervoor sprak</translation>
    </message>
    <message>
        <source>{} {} without text left out, first in line {}</source>
        <translation>{} {} zonder tekst weggelaten, voor het eerst op regel {}</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>beurt</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>beurten</translation>
    </message>
    <message>
        <source>holds no turn with text</source>
        <translation>bevat geen beurt met tekst</translation>
    </message>
    <message>
        <source>no speakers found: every time begins a turn without a speaker</source>
        <translation>geen sprekers gevonden: elke tijd begint een beurt zonder spreker</translation>
    </message>
    <message>
        <source>no speakers found: every paragraph is a turn without a speaker</source>
        <translation>geen sprekers gevonden: elke alinea is een beurt zonder spreker</translation>
    </message>
    <message>
        <source>the times do not rise throughout</source>
        <translation>de tijden lopen niet overal op</translation>
    </message>
    <message>
        <source>is no WebVTT file: the first line must begin with WEBVTT</source>
        <translation>is geen WebVTT-bestand: de eerste regel moet met WEBVTT beginnen</translation>
    </message>
    <message>
        <source>read it as a plain transcript if it is one: --reader transcript-text</source>
        <translation>lees het als gewoon transcript als het dat is</translation>
    </message>
    <message>
        <source>the first line is not WEBVTT; read all the same</source>
        <translation>de eerste regel is niet WEBVTT; toch gelezen</translation>
    </message>
    <message>
        <source>text without a time line above it</source>
        <translation>tekst zonder tijdregel erboven</translation>
    </message>
    <message>
        <source>put the line with --&gt; above the text, without an empty line between</source>
        <translation>zet de regel met --&gt; boven de tekst, zonder lege regel ertussen</translation>
    </message>
    <message>
        <source>the time line cannot be read: {}</source>
        <translation>de tijdregel kan niet worden gelezen: {}</translation>
    </message>
    <message>
        <source>write it as 00:01:02.000 --&gt; 00:01:05.500</source>
        <translation>schrijf hem als 00:01:02.000 --&gt; 00:01:05.500</translation>
    </message>
    <message>
        <source>write it as 00:01:02,000 --&gt; 00:01:05,500</source>
        <translation>schrijf hem als 00:01:02,000 --&gt; 00:01:05,500</translation>
    </message>
    <message>
        <source>line {}: the cue ends before it begins</source>
        <translation>regel {}: het ondertitelblok eindigt voor het begint</translation>
    </message>
    <message>
        <source>rolling captions: {} repeated lines left out</source>
        <translation>doorlopende ondertitels: {} herhaalde regels weggelaten</translation>
    </message>
    <message>
        <source>1 note between cues is left out</source>
        <translation>1 notitie tussen ondertitels is weggelaten</translation>
    </message>
    <message>
        <source>{} notes between cues are left out</source>
        <translation>{} notities tussen ondertitels zijn weggelaten</translation>
    </message>
    <message>
        <source>dependent tiers are left out: {}</source>
        <translation>afhankelijke lagen zijn weggelaten: {}</translation>
    </message>
    <message>
        <source>1 remark between turns is left out: {}</source>
        <translation>1 opmerking tussen beurten is weggelaten: {}</translation>
    </message>
    <message>
        <source>{} remarks between turns are left out: {}</source>
        <translation>{} opmerkingen tussen beurten zijn weggelaten: {}</translation>
    </message>
    <message>
        <source>ends without @End: it may have been cut off, and what stood behind its last words is missing then</source>
        <translation>eindigt zonder @End: het bestand kan zijn afgebroken, en dan ontbreekt wat achter de laatste woorden stond</translation>
    </message>
    <message>
        <source>footnote or endnote is</source>
        <translation>voetnoot of eindnoot is</translation>
    </message>
    <message>
        <source>footnotes or endnotes are</source>
        <translation>voetnoten of eindnoten zijn</translation>
    </message>
    <message>
        <source>not part of the text</source>
        <translation>geen deel van de tekst</translation>
    </message>
    <message>
        <source>comment is</source>
        <translation>opmerking is</translation>
    </message>
    <message>
        <source>comments are</source>
        <translation>opmerkingen zijn</translation>
    </message>
    <message>
        <source>tracked change is</source>
        <translation>bijgehouden wijziging is</translation>
    </message>
    <message>
        <source>tracked changes are</source>
        <translation>bijgehouden wijzigingen zijn</translation>
    </message>
    <message>
        <source>read as if accepted</source>
        <translation>gelezen alsof ze aanvaard zijn</translation>
    </message>
    <message>
        <source>picture is</source>
        <translation>afbeelding is</translation>
    </message>
    <message>
        <source>pictures are</source>
        <translation>afbeeldingen zijn</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelaten</translation>
    </message>
    <message>
        <source>read too</source>
        <translation>ook gelezen</translation>
    </message>
    <message>
        <source>header or footer is</source>
        <translation>kop- of voettekst is</translation>
    </message>
    <message>
        <source>headers or footers are</source>
        <translation>kop- of voetteksten zijn</translation>
    </message>
    <message>
        <source>passage of hidden text is</source>
        <translation>passage met verborgen tekst is</translation>
    </message>
    <message>
        <source>passages of hidden text are</source>
        <translation>passages met verborgen tekst zijn</translation>
    </message>
    <message>
        <source>letter of a symbol font is</source>
        <translation>letter van een symboollettertype is</translation>
    </message>
    <message>
        <source>letters of a symbol font are</source>
        <translation>letters van een symboollettertype zijn</translation>
    </message>
    <message>
        <source>embedded document is</source>
        <translation>ingesloten document is</translation>
    </message>
    <message>
        <source>embedded documents are</source>
        <translation>ingesloten documenten zijn</translation>
    </message>
    <message>
        <source>{} {} without text left out</source>
        <translation>{} {} zonder tekst weggelaten</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>ondertitelblok</translation>
    </message>
    <message>
        <source>cues</source>
        <translation>ondertitelblokken</translation>
    </message>
    <message>
        <source>holds no cue that can be read; here: {}</source>
        <translation>bevat geen leesbaar ondertitelblok; hier: {}</translation>
    </message>
    <message>
        <source>holds no cue with text</source>
        <translation>bevat geen ondertitelblok met tekst</translation>
    </message>
    <message>
        <source>a unit's number is not one that the search index can hold</source>
        <translation>het nummer van een eenheid past niet in de zoekindex</translation>
    </message>
    <message>
        <source>there was none</source>
        <translation>er was er geen</translation>
    </message>
    <message>
        <source>it failed while it was read</source>
        <translation>het lezen ervan mislukte</translation>
    </message>
    <message>
        <source>it failed while it was written: {}</source>
        <translation>het schrijven ervan mislukte: {}</translation>
    </message>
    <message>
        <source>it was made by another version or for another study</source>
        <translation>hij is door een andere versie of voor een andere studie gemaakt</translation>
    </message>
    <message>
        <source>it is ahead of the study</source>
        <translation>hij loopt voor op de studie</translation>
    </message>
    <message>
        <source>it cannot be read: {}</source>
        <translation>hij kan niet worden gelezen: {}</translation>
    </message>
    <message>
        <source>another program is writing the search index</source>
        <translation>een ander programma schrijft in de zoekindex</translation>
    </message>
    <message>
        <source>searching works meanwhile</source>
        <translation>zoeken werkt intussen gewoon</translation>
    </message>
    <message>
        <source>no room left for the search index</source>
        <translation>geen plaats meer voor de zoekindex</translation>
    </message>
    <message>
        <source>the search index failed: {}</source>
        <translation>de zoekindex faalde: {}</translation>
    </message>
    <message>
        <source>the search index is gone</source>
        <translation>de zoekindex is weg</translation>
    </message>
    <message>
        <source>the index of words at {} is not usable: {}</source>
        <translation>de woordindex in {} is niet bruikbaar: {}</translation>
    </message>
    <message>
        <source>it is truncated</source>
        <translation>het is afgekapt</translation>
    </message>
    <message>
        <source>it is of another version</source>
        <translation>het is van een andere versie</translation>
    </message>
    <message>
        <source>it is of another study or program</source>
        <translation>het is van een andere studie of een ander programma</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>het is beschadigd</translation>
    </message>
    <message>
        <source>cannot read {}: {}</source>
        <translation>kan {} niet lezen: {}</translation>
    </message>
    <message>
        <source>cannot remove {}: {}</source>
        <translation>kan {} niet verwijderen: {}</translation>
    </message>
    <message>
        <source>close other programs that use the study, then try again</source>
        <translation>sluit andere programma&apos;s die de studie gebruiken en probeer het opnieuw</translation>
    </message>
    <message>
        <source>the search index cannot be written at {}: {}</source>
        <translation>de zoekindex kan niet worden geschreven in {}: {}</translation>
    </message>
    <message>
        <source>searching works without it, only slower</source>
        <translation>zoeken werkt ook zonder, alleen trager</translation>
    </message>
    <message>
        <source>the query is longer than {} bytes</source>
        <translation>de zoekvraag is langer dan {} bytes</translation>
    </message>
    <message>
        <source>search for a part of it</source>
        <translation>zoek naar een deel ervan</translation>
    </message>
    <message>
        <source>the query is no valid UTF-8</source>
        <translation>de zoekvraag is geen geldige UTF-8</translation>
    </message>
    <message>
        <source>it is made anew when the study is opened</source>
        <translation>hij wordt opnieuw gemaakt wanneer de studie wordt geopend</translation>
    </message>
    <message>
        <source>the index is damaged; rapport index STUDY --rebuild makes it anew</source>
        <translation>de index is beschadigd; open de studie opnieuw, dan wordt hij vernieuwd</translation>
    </message>
    <message>
        <source>the index holds {} units, the study {}</source>
        <translation>de index bevat {} eenheden, de studie {}</translation>
    </message>
    <message>
        <source>'{}' is no sample</source>
        <translation>‘{}’ is geen steekproef</translation>
    </message>
    <message>
        <source>use all, a number (40) or a share (25%)</source>
        <translation>gebruik alle, een aantal (40) of een aandeel (25%)</translation>
    </message>
    <message>
        <source>there is no variable '{}'</source>
        <translation>er is geen variabele ‘{}’</translation>
    </message>
    <message>
        <source>see: rapport attributes STUDY</source>
        <translation>zie de kenmerken bij Bronnen</translation>
    </message>
    <message>
        <source>there is no variable '{}' in version {} of the codebook</source>
        <translation>er is geen variabele ‘{}’ in versie {} van het codeboek</translation>
    </message>
    <message>
        <source>there is no code '{}' in version {} of the codebook</source>
        <translation>er is geen code ‘{}’ in versie {} van het codeboek</translation>
    </message>
    <message>
        <source>a round that was opened is measured by the codebook of that moment; as it is now: --after-opening</source>
        <translation>een ronde die geopend is wordt gemeten met het codeboek van dat moment</translation>
    </message>
    <message>
        <source>see: rapport codebook STUDY show</source>
        <translation>zie de weergave Codeboek</translation>
    </message>
    <message>
        <source>'{}' cannot name a round</source>
        <translation>‘{}’ kan geen ronde benoemen</translation>
    </message>
    <message>
        <source>use letters, digits, '_' and '-', beginning with a letter; 'default' is taken</source>
        <translation>gebruik letters, cijfers, ‘_’ en ‘-’, te beginnen met een letter; ‘default’ is bezet</translation>
    </message>
    <message>
        <source>there is a round '{}' already</source>
        <translation>er is al een ronde ‘{}’</translation>
    </message>
    <message>
        <source>give the new one another name: a round's sample is fixed once it is made</source>
        <translation>geef de nieuwe een andere naam: de steekproef van een ronde ligt vast zodra ze is gemaakt</translation>
    </message>
    <message>
        <source>no raters are named</source>
        <translation>er zijn geen beoordelaars genoemd</translation>
    </message>
    <message>
        <source>--raters A,B</source>
        <translation>kies minstens één beoordelaar</translation>
    </message>
    <message>
        <source>rater '{}' is named twice</source>
        <translation>beoordelaar ‘{}’ is tweemaal genoemd</translation>
    </message>
    <message>
        <source>{} raters per unit are asked for, {} are named</source>
        <translation>er worden {} beoordelaars per eenheid gevraagd, er zijn er {} genoemd</translation>
    </message>
    <message>
        <source>there are too many ways to choose {} of {} raters to balance them</source>
        <translation>er zijn te veel manieren om {} van {} beoordelaars te kiezen om ze in evenwicht te houden</translation>
    </message>
    <message>
        <source>make rounds with fewer raters</source>
        <translation>maak rondes met minder beoordelaars</translation>
    </message>
    <message>
        <source>there are no units to assign</source>
        <translation>er zijn geen eenheden om toe te wijzen</translation>
    </message>
    <message>
        <source>import answers first</source>
        <translation>importeer eerst antwoorden</translation>
    </message>
    <message>
        <source>add raters</source>
        <translation>beoordelaars toevoegen</translation>
    </message>
    <message>
        <source>'{}' cannot name a rater</source>
        <translation>‘{}’ kan geen beoordelaar benoemen</translation>
    </message>
    <message>
        <source>use a short name without commas</source>
        <translation>gebruik een korte naam zonder komma's</translation>
    </message>
    <message>
        <source>there is a rater '{}' already</source>
        <translation>er is al een beoordelaar ‘{}’</translation>
    </message>
    <message>
        <source>open a round</source>
        <translation>een ronde openen</translation>
    </message>
    <message>
        <source>round '{}' is open already</source>
        <translation>ronde ‘{}’ is al geopend</translation>
    </message>
    <message>
        <source>work outside rounds is never blind, so there is nothing to open</source>
        <translation>werk buiten rondes is nooit blind, dus er valt niets te openen</translation>
    </message>
    <message>
        <source>write a script that holds the ratings</source>
        <translation>een script schrijven dat de oordelen bevat</translation>
    </message>
    <message>
        <source>the script is not split by anything</source>
        <translation>het script wordt nergens naar opgesplitst</translation>
    </message>
    <message>
        <source>leave out --by</source>
        <translation>kies geen opsplitsing</translation>
    </message>
    <message>
        <source>there is nothing to check yet</source>
        <translation>er is nog niets om na te rekenen</translation>
    </message>
    <message>
        <source>no unit of these rounds was completed by a human rater</source>
        <translation>geen eenheid van deze rondes is door een menselijke beoordelaar afgewerkt</translation>
    </message>
    <message>
        <source>variable '{}' has another scale in the study</source>
        <translation>variabele ‘{}’ heeft in de studie een andere schaal</translation>
    </message>
    <message>
        <source>its codings would change their meaning; add a variable with another name</source>
        <translation>haar coderingen zouden van betekenis veranderen; voeg een variabele met een andere naam toe</translation>
    </message>
    <message>
        <source>rename it in the file, or in the study</source>
        <translation>hernoem ze in het bestand of in de studie</translation>
    </message>
    <message>
        <source>see the imported files</source>
        <translation>de geïmporteerde bestanden bekijken</translation>
    </message>
    <message>
        <source>the file was taken out when a participant withdrew</source>
        <translation>het bestand is weggenomen toen een deelnemer zich terugtrok</translation>
    </message>
    <message>
        <source>its name and what was read from it are kept</source>
        <translation>de naam en wat eruit gelezen werd, blijven bewaard</translation>
    </message>
    <message>
        <source>choose examples from what was coded</source>
        <translation>voorbeelden kiezen uit wat gecodeerd is</translation>
    </message>
    <message>
        <source>nothing was done</source>
        <translation>er is niets gedaan</translation>
    </message>
    <message>
        <source>change the case and the questions</source>
        <translation>de casus en de vragen wijzigen</translation>
    </message>
    <message>
        <source>answers bring new prompts along when they are imported</source>
        <translation>antwoorden brengen nieuwe vragen mee wanneer ze geïmporteerd worden</translation>
    </message>
    <message>
        <source>prompt '{}' is of another kind in the study: {}</source>
        <translation>vraag ‘{}’ is in de studie van een andere soort: {}</translation>
    </message>
    <message>
        <source>prompt '{}' has no wording</source>
        <translation>vraag ‘{}’ heeft geen bewoording</translation>
    </message>
    <message>
        <source>questions that came with an import go with it</source>
        <translation>vragen die met een import meekwamen, gaan daarmee</translation>
    </message>
    <message>
        <source>the case or a question was changed since</source>
        <translation>de casus of een vraag is sindsdien gewijzigd</translation>
    </message>
    <message>
        <source>change the codebook</source>
        <translation>het codeboek wijzigen</translation>
    </message>
    <message>
        <source>freeze the codebook</source>
        <translation>het codeboek bevriezen</translation>
    </message>
    <message>
        <source>this version of the codebook is frozen already</source>
        <translation>deze versie van het codeboek is al bevroren</translation>
    </message>
    <message>
        <source>see how often codes are used</source>
        <translation>zien hoe vaak codes worden gebruikt</translation>
    </message>
    <message>
        <source>compare rounds</source>
        <translation>rondes vergelijken</translation>
    </message>
    <message>
        <source>a round is not compared with itself</source>
        <translation>een ronde wordt niet met zichzelf vergeleken</translation>
    </message>
    <message>
        <source>name two rounds</source>
        <translation>noem twee rondes</translation>
    </message>
    <message>
        <source>no unit was completed in both '{}' and '{}'</source>
        <translation>geen enkele eenheid is zowel in ‘{}’ als in ‘{}’ afgewerkt</translation>
    </message>
    <message>
        <source>--units all compares all units of one with all of the other, as independent samples</source>
        <translation>vergelijk eventueel alle eenheden van de ene met alle van de andere, als onafhankelijke steekproeven</translation>
    </message>
    <message>
        <source>{} has another answer in the study already</source>
        <translation>{} heeft in de studie al een ander antwoord</translation>
    </message>
    <message>
        <source>an answer never changes; import a second one as a wave</source>
        <translation>een antwoord verandert nooit; importeer een tweede als meetmoment</translation>
    </message>
    <message>
        <source>--wave NAME</source>
        <translation>--wave NAAM</translation>
    </message>
    <message>
        <source>a text never changes; import a second answer as a wave</source>
        <translation>een tekst verandert nooit; importeer een tweede antwoord als meetmoment</translation>
    </message>
    <message>
        <source>it is not clear which column is the participant and which hold answers</source>
        <translation>het is niet duidelijk welke kolom de deelnemer is en welke antwoorden bevatten</translation>
    </message>
    <message>
        <source>see the columns with --dry-run --format json, correct what is wrong, and give that with --mapping</source>
        <translation>wijs boven elke kolom aan wat ze is</translation>
    </message>
    <message>
        <source>the study has no codebook yet</source>
        <translation>de studie heeft nog geen codeboek</translation>
    </message>
    <message>
        <source>import one first: --as codebook FILE.json</source>
        <translation>importeer er eerst een, als codeboek</translation>
    </message>
    <message>
        <source>new rater &apos;{}&apos;</source>
        <translation>nieuwe beoordelaar ‘{}’</translation>
    </message>
    <message>
        <source>round '{}' takes in more of the codings: {} assignments</source>
        <translation>ronde ‘{}’ neemt meer van de coderingen op: {} toewijzingen</translation>
    </message>
    <message>
        <source>round '{}' cannot be made: use letters, digits, '_' and '-', beginning with a letter</source>
        <translation>ronde ‘{}’ kan niet worden gemaakt: gebruik letters, cijfers, ‘_’ en ‘-’, te beginnen met een letter</translation>
    </message>
    <message>
        <source>round '{}' was made from the codings as a {}: {} units</source>
        <translation>ronde ‘{}’ is uit de coderingen gemaakt als {}: {} eenheden</translation>
    </message>
    <message>
        <source>round '{}' was made from the codings as a {}: 1 unit</source>
        <translation>ronde ‘{}’ is uit de coderingen gemaakt als {}: 1 eenheid</translation>
    </message>
    <message>
        <source>a table of codings does not say of which kind its rounds were</source>
        <translation>een tabel met coderingen zegt niet van welke soort haar rondes waren</translation>
    </message>
    <message>
        <source>where they were another, import it with --round-kind</source>
        <translation>waren ze van een andere, importeer haar dan met --round-kind</translation>
    </message>
    <message>
        <source>training round</source>
        <translation>trainingsronde</translation>
    </message>
    <message>
        <source>calibration round</source>
        <translation>kalibratieronde</translation>
    </message>
    <message>
        <source>reliability round</source>
        <translation>betrouwbaarheidsronde</translation>
    </message>
    <message>
        <source>main round</source>
        <translation>hoofdronde</translation>
    </message>
    <message>
        <source>round '{}' comes in as it was: {} units</source>
        <translation>ronde ‘{}’ komt binnen zoals ze was: {} eenheden</translation>
    </message>
    <message>
        <source>round '{}' comes in as it was: 1 unit</source>
        <translation>ronde ‘{}’ komt binnen zoals ze was: 1 eenheid</translation>
    </message>
    <message>
        <source>{}: how the units of round '{}' were chosen is not in the file: a report says that it was not recorded</source>
        <translation>{}: hoe de eenheden van ronde ‘{}’ gekozen zijn, staat niet in het bestand: een rapport zegt dat het niet is vastgelegd</translation>
    </message>
    <message>
        <source>{}: round '{}' comes in opened, as it was: its agreement is that of the codings in the file</source>
        <translation>{}: ronde ‘{}’ komt geopend binnen, zoals ze was: haar overeenstemming is die van de coderingen in het bestand</translation>
    </message>
    <message>
        <source>there is no unit '{}'</source>
        <translation>er is geen eenheid ‘{}’</translation>
    </message>
    <message>
        <source>import the answers or the transcript first</source>
        <translation>importeer eerst de antwoorden of het transcript</translation>
    </message>
    <message>
        <source>there is no round '{}'</source>
        <translation>er is geen ronde ‘{}’</translation>
    </message>
    <message>
        <source>{} is not assigned to {} in round '{}'</source>
        <translation>{} is in ronde ‘{2}’ niet aan {1} toegewezen</translation>
    </message>
    <message>
        <source>the study has no codebook version {}</source>
        <translation>de studie heeft geen codeboekversie {}</translation>
    </message>
    <message>
        <source>'{}' is not in version {} of the codebook</source>
        <translation>‘{}’ staat niet in versie {} van het codeboek</translation>
    </message>
    <message>
        <source>leave the column version out to take the current one</source>
        <translation>laat de kolom version weg om de huidige te nemen</translation>
    </message>
    <message>
        <source>variable '{}' does not apply to {}</source>
        <translation>variabele ‘{}’ is niet van toepassing op {}</translation>
    </message>
    <message>
        <source>variable '{}' is not part of round '{}'</source>
        <translation>variabele ‘{}’ hoort niet bij ronde ‘{}’</translation>
    </message>
    <message>
        <source>'{}' is no count</source>
        <translation>‘{}’ is geen aantal</translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <translation>een geheel getal vanaf 0</translation>
    </message>
    <message>
        <source>'{}' is neither 0 nor 1</source>
        <translation>‘{}’ is noch 0 noch 1</translation>
    </message>
    <message>
        <source>variable '{}' has no {} '{}'</source>
        <translation>variabele ‘{}’ heeft geen {} ‘{}’</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>range {}-{} is not inside {} ({} to {})</source>
        <translation>het bereik {}-{} ligt niet binnen {} ({} tot {})</translation>
    </message>
    <message>
        <source>ranges count code points of the source's text from 0, the end is not in it</source>
        <translation>bereiken tellen codepunten van de tekst van de bron vanaf 0, het eind hoort er niet bij</translation>
    </message>
    <message>
        <source>the quote is not what stands at {}-{} in {}</source>
        <translation>het citaat is niet wat op {}-{} in {} staat</translation>
    </message>
    <message>
        <source>is empty: where names are replaced nothing else says of which text {}-{} is a place</source>
        <translation>is leeg: waar namen vervangen worden zegt niets anders van welke tekst {}-{} een plaats is</translation>
    </message>
    <message>
        <source>positions count in the text as the study has it, with the names replaced; a quote shows that they do</source>
        <translation>plaatsen tellen in de tekst zoals die in de studie staat, met de namen vervangen; aan een citaat is te zien dat ze dat doen</translation>
    </message>
    <message>
        <source>was the table made from another version of the text, or are offsets counted otherwise?</source>
        <translation>is de tabel uit een andere versie van de tekst gemaakt, of zijn de plaatsen anders geteld?</translation>
    </message>
    <message>
        <source>no speaker turns were found</source>
        <translation>er zijn geen spreekbeurten gevonden</translation>
    </message>
    <message>
        <source>a turn begins with 'Name:' or '[00:01:02] Name:', or a WebVTT cue</source>
        <translation>een beurt begint met ‘Naam:’ of ‘[00:01:02] Naam:’, of met een WebVTT-blok</translation>
    </message>
    <message>
        <source>{}: the same file is in the study already, as {}</source>
        <translation>{}: hetzelfde bestand staat al in de studie, als {}</translation>
    </message>
    <message>
        <source>{}: named '{}', since '{}' is taken</source>
        <translation>{}: heet nu ‘{}’, want ‘{}’ is bezet</translation>
    </message>
    <message>
        <source>{}: named '{}': � stands for what cannot be seen in its name</source>
        <translation>{}: heet ‘{}’: � staat er voor wat in de naam niet te zien is</translation>
    </message>
    <message>
        <source>{} (line {})</source>
        <translation>{} (regel {})</translation>
    </message>
    <message>
        <source>{} (lines {})</source>
        <translation>{} (regels {})</translation>
    </message>
    <message>
        <source>there is no reader '{}'</source>
        <translation>er is geen lezer ‘{}’</translation>
    </message>
    <message>
        <source>see: rapport formats</source>
        <translation>kies een ander formaat</translation>
    </message>
    <message>
        <source>is a transcript, not a table</source>
        <translation>is een transcript, geen tabel</translation>
    </message>
    <message>
        <source>import it with --as transcript</source>
        <translation>importeer het als transcript</translation>
    </message>
    <message>
        <source>is a table, not a transcript</source>
        <translation>is een tabel, geen transcript</translation>
    </message>
    <message>
        <source>import it with --as answers</source>
        <translation>importeer het als antwoorden</translation>
    </message>
    <message>
        <source>no column is mapped to the participant</source>
        <translation>geen kolom is als deelnemer aangewezen</translation>
    </message>
    <message>
        <source>more than one column is mapped to the participant</source>
        <translation>meer dan één kolom is als deelnemer aangewezen</translation>
    </message>
    <message>
        <source>exactly one column names who answered</source>
        <translation>precies één kolom zegt wie antwoordde</translation>
    </message>
    <message>
        <source>a coding names a unit that is not there</source>
        <translation>een codering noemt een eenheid die er niet is</translation>
    </message>
    <message>
        <source>run: rapport check STUDY</source>
        <translation>controleer de studie met: rapport check</translation>
    </message>
    <message>
        <source>'{}' is no condition</source>
        <translation>‘{}’ is geen voorwaarde</translation>
    </message>
    <message>
        <source>write VARIABLE=LEVEL</source>
        <translation>schrijf VARIABELE=NIVEAU</translation>
    </message>
    <message>
        <source>variable '{}' has no levels</source>
        <translation>variabele ‘{}’ heeft geen niveaus</translation>
    </message>
    <message>
        <source>name a nominal or an ordinal variable</source>
        <translation>noem een nominale of ordinale variabele</translation>
    </message>
    <message>
        <source>variable '{}' has no level '{}'</source>
        <translation>variabele ‘{}’ heeft geen niveau ‘{}’</translation>
    </message>
    <message>
        <source>there is nothing named '{}' to split by</source>
        <translation>er is niets dat ‘{}’ heet om naar op te splitsen</translation>
    </message>
    <message>
        <source>use prompt, round, version or an attribute: rapport attributes STUDY</source>
        <translation>gebruik vraag, ronde, versie of een kenmerk</translation>
    </message>
    <message>
        <source>while a blind round is running, a rater sees no agreement</source>
        <translation>zolang een blinde ronde loopt, ziet een beoordelaar geen overeenstemming</translation>
    </message>
    <message>
        <source>round '{}' is blind until the coordinator opens it</source>
        <translation>ronde ‘{}’ is blind tot de coördinator ze opent</translation>
    </message>
    <message>
        <source>a rater may not work in another rater's name</source>
        <translation>een beoordelaar mag niet in andermans naam werken</translation>
    </message>
    <message>
        <source>there is no such unit</source>
        <translation>deze eenheid bestaat niet</translation>
    </message>
    <message>
        <source>'{}' is a gold rater, against whom others are held: these units would leave agreement</source>
        <translation>‘{}’ is een gouden beoordelaar, met wie anderen worden vergeleken: deze eenheden zouden uit de overeenstemming vallen</translation>
    </message>
    <message>
        <source>name a rater who rates beside the others</source>
        <translation>noem een beoordelaar die naast de anderen beoordeelt</translation>
    </message>
    <message>
        <source>this text is of somebody who has withdrawn: it is not rated any more</source>
        <translation>deze tekst is van iemand die zich heeft teruggetrokken: ze wordt niet meer beoordeeld</translation>
    </message>
    <message>
        <source>this unit is not assigned to you</source>
        <translation>deze eenheid is niet aan jou toegewezen</translation>
    </message>
    <message>
        <source>there is no such round</source>
        <translation>deze ronde bestaat niet</translation>
    </message>
    <message>
        <source>the unit is not assigned to this rater in round '{}'</source>
        <translation>de eenheid is in ronde ‘{}’ niet aan deze beoordelaar toegewezen</translation>
    </message>
    <message>
        <source>see: rapport units STUDY --round {}</source>
        <translation>zie de eenheden van ronde {}</translation>
    </message>
    <message>
        <source>{} does not apply to {}</source>
        <translation>{} is niet van toepassing op {}</translation>
    </message>
    <message>
        <source>variable '{}' is judged on {}</source>
        <translation>variabele ‘{}’ wordt beoordeeld op {}</translation>
    </message>
    <message>
        <source>code '{}'</source>
        <translation>code ‘{}’</translation>
    </message>
    <message>
        <source>variable '{}'</source>
        <translation>variabele ‘{}’</translation>
    </message>
    <message>
        <source>there is no such coding, or it was withdrawn already</source>
        <translation>deze codering is er niet, of ze is al ingetrokken</translation>
    </message>
    <message>
        <source>an answer is PARTICIPANT/PROMPT, a turn SOURCE#N; see: rapport units STUDY</source>
        <translation>een antwoord is DEELNEMER/VRAAG, een beurt BRON#N</translation>
    </message>
    <message>
        <source>a rater may not ask about another rater's work</source>
        <translation>een beoordelaar mag niet naar andermans werk vragen</translation>
    </message>
    <message>
        <source>the unit is assigned to this rater in several rounds</source>
        <translation>de eenheid is in verscheidene rondes aan deze beoordelaar toegewezen</translation>
    </message>
    <message>
        <source>say which with --round: {}</source>
        <translation>kies een ronde: {}</translation>
    </message>
    <message>
        <source>there is no such code</source>
        <translation>deze code bestaat niet</translation>
    </message>
    <message>
        <source>use one of the codes under it</source>
        <translation>gebruik een van de codes eronder</translation>
    </message>
    <message>
        <source>'{}' is a level of variable '{}'</source>
        <translation>‘{}’ is een niveau van variabele ‘{}’</translation>
    </message>
    <message>
        <source>choose it with --level {}={}</source>
        <translation>kies het als niveau: {} = {}</translation>
    </message>
    <message>
        <source>there is no such level</source>
        <translation>dit niveau bestaat niet</translation>
    </message>
    <message>
        <source>'{}' is not a level</source>
        <translation>‘{}’ is geen niveau</translation>
    </message>
    <message>
        <source>add it as a code with --add {}</source>
        <translation>voeg het als code toe: {}</translation>
    </message>
    <message>
        <source>this variable is not a count</source>
        <translation>deze variabele is geen telling</translation>
    </message>
    <message>
        <source>a count is never below 0</source>
        <translation>een aantal is nooit kleiner dan 0</translation>
    </message>
    <message>
        <source>no variable of the codebook applies to the unit</source>
        <translation>geen variabele van het codeboek is van toepassing op de eenheid</translation>
    </message>
    <message>
        <source>give the codebook a variable for this prompt or kind of unit</source>
        <translation>geef het codeboek een variabele voor deze vraag of dit soort eenheid</translation>
    </message>
    <message>
        <source>while a blind round is running, a rater sees the assigned units only</source>
        <translation>zolang een blinde ronde loopt, ziet een beoordelaar alleen de toegewezen eenheden</translation>
    </message>
    <message>
        <source>the coordinator opens the round when it is done</source>
        <translation>de coördinator opent de ronde wanneer ze klaar is</translation>
    </message>
    <message>
        <source>there is no such source</source>
        <translation>deze bron bestaat niet</translation>
    </message>
    <message>
        <source>show or blind attributes</source>
        <translation>kenmerken tonen of verbergen</translation>
    </message>
    <message>
        <source>see how participants answered</source>
        <translation>zien hoe deelnemers antwoordden</translation>
    </message>
    <message>
        <source>read the researchers&apos; memos</source>
        <translation>memo&apos;s van onderzoekers lezen</translation>
    </message>
    <message>
        <source>write the researchers&apos; memos</source>
        <translation>memo&apos;s van onderzoekers schrijven</translation>
    </message>
    <message>
        <source>make the kappa report</source>
        <translation>het kappaverslag maken</translation>
    </message>
    <message>
        <source>there is nothing to report on yet</source>
        <translation>er is nog niets om over te rapporteren</translation>
    </message>
    <message>
        <source>a report cannot be written as '{}'</source>
        <translation>een verslag kan niet als ‘{}’ worden geschreven</translation>
    </message>
    <message>
        <source>use .html, .md, .json or .csv</source>
        <translation>gebruik .html, .md, .json of .csv</translation>
    </message>
    <message>
        <source>a rater searches the own codings only</source>
        <translation>een beoordelaar doorzoekt alleen de eigen coderingen</translation>
    </message>
    <message>
        <source>there is no rater '{}'</source>
        <translation>er is geen beoordelaar ‘{}’</translation>
    </message>
    <message>
        <source>'{}' is hidden from raters</source>
        <translation>‘{}’ is verborgen voor beoordelaars</translation>
    </message>
    <message>
        <source>a unit that was found is not there</source>
        <translation>een gevonden eenheid is er niet</translation>
    </message>
    <message>
        <source>while a blind round is running, raters do not search by source</source>
        <translation>zolang een blinde ronde loopt, zoeken beoordelaars niet op bron</translation>
    </message>
    <message>
        <source>there is no facet '{}'</source>
        <translation>er is geen facet ‘{}’</translation>
    </message>
    <message>
        <source>use speaker, prompt, lang, source or an attribute</source>
        <translation>gebruik speaker, prompt, lang, source of een kenmerk</translation>
    </message>
    <message>
        <source>there is no template '{}'</source>
        <translation>er is geen sjabloon ‘{}’</translation>
    </message>
    <message>
        <source>language '{}' is not known</source>
        <translation>taal ‘{}’ is niet bekend</translation>
    </message>
    <message>
        <source>use nl or en</source>
        <translation>gebruik nl of en</translation>
    </message>
    <message>
        <source>it is no workbook: leave --sheet out, or name the file that has the sheet, FILE=NAME</source>
        <translation>het is geen werkmap: laat --sheet weg, of noem het bestand dat het blad heeft, BESTAND=NAAM</translation>
    </message>
    <message>
        <source>a study's file name has at most {} bytes</source>
        <translation>de bestandsnaam van een studie heeft ten hoogste {} bytes</translation>
    </message>
    <message>
        <source>files beside it have longer names; give it a shorter one, and a title with --title</source>
        <translation>bestanden ernaast hebben langere namen; geef haar een kortere, en een titel met --title</translation>
    </message>
    <message>
        <source>known: {}; or a file that ends in .template.json</source>
        <translation>bekend: {}; of een bestand dat eindigt op .template.json</translation>
    </message>
    <message>
        <source>known: {}</source>
        <translation>bekend: {}</translation>
    </message>
    <message>
        <source>add one: rapport raters STUDY add NAME</source>
        <translation>voeg er een toe in Overzicht</translation>
    </message>
    <message>
        <source>make one: rapport assign STUDY --round NAME ...</source>
        <translation>maak er een in Overzicht</translation>
    </message>
    <message>
        <source>a rater may not {}</source>
        <translation>een beoordelaar mag niet {}</translation>
    </message>
    <message>
        <source>ask the coordinator of the study</source>
        <translation>vraag het aan de coördinator van de studie</translation>
    </message>
    <message>
        <source>a rater sees the own units only</source>
        <translation>een beoordelaar ziet alleen de eigen eenheden</translation>
    </message>
    <message>
        <source>a rater sees the own work only</source>
        <translation>een beoordelaar ziet alleen het eigen werk</translation>
    </message>
    <message>
        <source>there is no such transcript</source>
        <translation>dit transcript bestaat niet</translation>
    </message>
    <message>
        <source>this transcript is not assigned to you</source>
        <translation>dit transcript is niet aan jou toegewezen</translation>
    </message>
    <message>
        <source>there is no transcript '{}'</source>
        <translation>er is geen transcript ‘{}’</translation>
    </message>
    <message>
        <source>a transcript goes by its file's name without ending: rapport units STUDY</source>
        <translation>een transcript heet zoals zijn bestand, zonder extensie</translation>
    </message>
    <message>
        <source>several reliability rounds hold transcripts: {}</source>
        <translation>verscheidene betrouwbaarheidsrondes bevatten transcripten: {}</translation>
    </message>
    <message>
        <source>name one with --round</source>
        <translation>kies er een</translation>
    </message>
    <message>
        <source>variable '{}' has no codes for parts of transcripts</source>
        <translation>variabele ‘{}’ heeft geen codes voor delen van transcripten</translation>
    </message>
    <message>
        <source>round '{}' has no such codes for parts of transcripts</source>
        <translation>ronde ‘{}’ heeft geen zulke codes voor delen van transcripten</translation>
    </message>
    <message>
        <source>nobody completed a transcript for {}; its codes are left out</source>
        <translation>niemand werkte een transcript af voor {}; de codes ervan zijn weggelaten</translation>
    </message>
    <message>
        <source>1 transcript is left out: you still have to rate parts of it yourself</source>
        <translation>1 transcript blijft weg: delen ervan moet je zelf nog beoordelen</translation>
    </message>
    <message>
        <source>{} transcripts are left out: you still have to rate parts of them yourself</source>
        <translation>{} transcripten blijven weg: delen ervan moet je zelf nog beoordelen</translation>
    </message>
    <message>
        <source>{}: {} was shown gold codings in a round of training, and such work never enters agreement</source>
        <translation>{}: {} kreeg in een trainingsronde gouden coderingen te zien, en zulk werk telt nooit mee in overeenstemming</translation>
    </message>
    <message>
        <source>raters were shown gold codings in round '{}': such ratings never enter agreement</source>
        <translation>beoordelaars kregen in ronde ‘{}’ gouden coderingen te zien: zulke beoordelingen tellen nooit mee in overeenstemming</translation>
    </message>
    <message>
        <source>{}: {} completed {} of {} turns for {} and does not enter</source>
        <translation>{}: {} werkte {} van {} beurten af voor {} en telt niet mee</translation>
    </message>
    <message>
        <source>{}: {} of {} turns are not in the round and count as text without codes</source>
        <translation>{}: {} van {} beurten horen niet bij de ronde en gelden als tekst zonder codes</translation>
    </message>
    <message>
        <source>measure the agreement on segments</source>
        <translation>de overeenstemming over segmenten meten</translation>
    </message>
    <message>
        <source>{} was not in the codebook when a transcript was completed and is left out</source>
        <translation>{} stond niet in het codeboek toen een transcript werd afgewerkt en is weggelaten</translation>
    </message>
    <message>
        <source>The study was upgraded to this version. A copy as it was is at {}</source>
        <translation>De studie is bijgewerkt naar deze versie. Een kopie zoals ze was staat in {}</translation>
    </message>
    <message>
        <source>opening the study</source>
        <translation>de studie openen</translation>
    </message>
    <message>
        <source>reading a table</source>
        <translation>een tabel lezen</translation>
    </message>
    <message>
        <source>reading a transcript</source>
        <translation>een transcript lezen</translation>
    </message>
    <message>
        <source>importing answers</source>
        <translation>antwoorden importeren</translation>
    </message>
    <message>
        <source>reading a project</source>
        <translation>een project lezen</translation>
    </message>
    <message>
        <source>reading the study</source>
        <translation>de studie lezen</translation>
    </message>
    <message>
        <source>importing a project</source>
        <translation>een project importeren</translation>
    </message>
    <message>
        <source>importing codings</source>
        <translation>coderingen importeren</translation>
    </message>
    <message>
        <source>deriving the state from the journal</source>
        <translation>de toestand uit het journaal afleiden</translation>
    </message>
    <message>
        <source>The study was written by a later version; it is open for reading only.</source>
        <translation>De studie is door een latere versie geschreven; ze is alleen-lezen geopend.</translation>
    </message>
    <message>
        <source>a mapping needs a name</source>
        <translation>een toewijzing heeft een naam nodig</translation>
    </message>
    <message>
        <source>such as the survey's</source>
        <translation>bijvoorbeeld die van de enquête</translation>
    </message>
    <message>
        <source>there is no such mapping</source>
        <translation>deze toewijzing bestaat niet</translation>
    </message>
    <message>
        <source>a note needs a guid</source>
        <translation>een notitie heeft een guid nodig</translation>
    </message>
    <message>
        <source>there is no such note</source>
        <translation>deze notitie bestaat niet</translation>
    </message>
    <message>
        <source>the study, or the file ending in '-wal' beside it, was taken away or replaced while it was open; what is done now is not saved</source>
        <translation>de studie, of het bestand ernaast dat op ‘-wal’ eindigt, is weggenomen of vervangen terwijl ze open was; wat nu gebeurt, wordt niet bewaard</translation>
    </message>
    <message>
        <source>close the study, see that no other program moves its files, and open it again</source>
        <translation>sluit de studie, zorg dat geen ander programma haar bestanden verplaatst, en open ze opnieuw</translation>
    </message>
    <message>
        <source>there is no such participant</source>
        <translation>deze deelnemer bestaat niet</translation>
    </message>
    <message>
        <source>this participant was forgotten already</source>
        <translation>deze deelnemer is al vergeten</translation>
    </message>
    <message>
        <source>{}-{} is no range in a text of {} characters</source>
        <translation>{}-{} is geen bereik in een tekst van {} tekens</translation>
    </message>
    <message>
        <source>a code is settled as 0 or as 1</source>
        <translation>over een code wordt als 0 of als 1 beslist</translation>
    </message>
    <message>
        <source>this was settled already</source>
        <translation>hierover is al beslist</translation>
    </message>
    <message>
        <source>take that back first</source>
        <translation>neem dat eerst terug</translation>
    </message>
    <message>
        <source>nothing of the kind was settled</source>
        <translation>over zoiets is niets beslist</translation>
    </message>
    <message>
        <source>this was taken back already</source>
        <translation>dit is al teruggenomen</translation>
    </message>
    <message>
        <source>is a study, not a file to import</source>
        <translation>is een studie, geen bestand om te importeren</translation>
    </message>
    <message>
        <source>open it as a study; codings of another study come in as a table: rapport export</source>
        <translation>open ze als studie; coderingen van een andere studie komen binnen als tabel</translation>
    </message>
    <message>
        <source>there is no facet '{}' here</source>
        <translation>er is hier geen facet ‘{}’</translation>
    </message>
    <message>
        <source>use {}</source>
        <translation>gebruik {}</translation>
    </message>
    <message>
        <source>a code has no {}</source>
        <translation>een code heeft geen {}</translation>
    </message>
    <message>
        <source>search the codebook by words, or by code:name</source>
        <translation>doorzoek het codeboek met woorden, of met code:naam</translation>
    </message>
    <message>
        <source>holds no line of a speaker ("*CHI:")</source>
        <translation>bevat geen regel van een spreker (“*CHI:”)</translation>
    </message>
    <message>
        <source>what it shows is an embedded document: import that one</source>
        <translation>wat het toont, is een ingesloten document: importeer dat</translation>
    </message>
    <message>
        <source>a picture of words needs text recognition (OCR) first</source>
        <translation>een afbeelding van woorden heeft eerst tekstherkenning (OCR) nodig</translation>
    </message>
    <message>
        <source>is no Word document: its text is missing</source>
        <translation>is geen Word-document: de tekst ontbreekt</translation>
    </message>
    <message>
        <source>is no ELAN document</source>
        <translation>is geen ELAN-document</translation>
    </message>
    <message>
        <source>holds no annotation with words</source>
        <translation>bevat geen annotatie met woorden</translation>
    </message>
    <message>
        <source>{} {} no time of {} own</source>
        <translation>{} {} voor {} woorden geen eigen tijd</translation>
    </message>
    <message>
        <source>annotation has</source>
        <translation>annotatie heeft</translation>
    </message>
    <message>
        <source>annotations have</source>
        <translation>annotaties hebben</translation>
    </message>
    <message>
        <source>is protected with a password</source>
        <translation>is met een wachtwoord beveiligd</translation>
    </message>
    <message>
        <source>open it in the program that made it and save it without one</source>
        <translation>open het in het programma dat het maakte en bewaar het zonder</translation>
    </message>
    <message>
        <source>is a Word document of before 2007 (.doc)</source>
        <translation>is een Word-document van vóór 2007 (.doc)</translation>
    </message>
    <message>
        <source>open it in a word processor and save it as .docx</source>
        <translation>open het in een tekstverwerker en bewaar het als .docx</translation>
    </message>
    <message>
        <source>is an Excel workbook of before 2007 (.xls)</source>
        <translation>is een Excel-werkmap van vóór 2007 (.xls)</translation>
    </message>
    <message>
        <source>open it in a spreadsheet program and save it as .xlsx</source>
        <translation>open het in een rekenbladprogramma en bewaar het als .xlsx</translation>
    </message>
    <message>
        <source>is an OLE container of a kind that is not read</source>
        <translation>is een OLE-container van een soort die niet wordt gelezen</translation>
    </message>
    <message>
        <source>is named .{} but holds plain text</source>
        <translation>heet .{} maar bevat gewone tekst</translation>
    </message>
    <message>
        <source>if it is what you mean, read it as such: --reader {}</source>
        <translation>lees het als zodanig als je dat bedoelt: {}</translation>
    </message>
    <message>
        <source>see what can be read: rapport formats</source>
        <translation>kies een formaat dat kan worden gelezen</translation>
    </message>
    <message>
        <source>holds a cell of more than 16 MB of text</source>
        <translation>bevat een cel van meer dan 16 MB tekst</translation>
    </message>
    <message>
        <source>has columns past the {}th</source>
        <translation>heeft kolommen voorbij de {}e</translation>
    </message>
    <message>
        <source>unfolds to more than 1 GB of cells</source>
        <translation>wordt uitgepakt meer dan 1 GB aan cellen</translation>
    </message>
    <message>
        <source>{} hidden {} read too</source>
        <translation>{} verborgen {} ook gelezen</translation>
    </message>
    <message>
        <source>1 comment on a cell is left out</source>
        <translation>1 opmerking bij een cel is weggelaten</translation>
    </message>
    <message>
        <source>{} comments on cells are left out</source>
        <translation>{} opmerkingen bij cellen zijn weggelaten</translation>
    </message>
    <message>
        <source>1 picture or box in a cell is left out</source>
        <translation>1 afbeelding of tekstvak in een cel is weggelaten</translation>
    </message>
    <message>
        <source>{} pictures or boxes in cells are left out</source>
        <translation>{} afbeeldingen of tekstvakken in cellen zijn weggelaten</translation>
    </message>
    <message>
        <source>1 cell is merged with others: its value is read in the first of them alone</source>
        <translation>1 cel is samengevoegd met andere: de waarde is alleen in de eerste ervan gelezen</translation>
    </message>
    <message>
        <source>{} cells are merged with others: their values are read in the first of them alone</source>
        <translation>{} cellen zijn samengevoegd met andere: hun waarden zijn alleen in de eerste ervan gelezen</translation>
    </message>
    <message>
        <source>is no OpenDocument text: its content is missing</source>
        <translation>is geen OpenDocument-tekst: de inhoud ontbreekt</translation>
    </message>
    <message>
        <source>is no PDF document</source>
        <translation>is geen PDF-document</translation>
    </message>
    <message>
        <source>is larger than 2 GB</source>
        <translation>is groter dan 2 GB</translation>
    </message>
    <message>
        <source>is a damaged PDF document</source>
        <translation>is een beschadigd PDF-document</translation>
    </message>
    <message>
        <source>open it in a PDF viewer and print it to a new PDF file</source>
        <translation>open het in een PDF-lezer en druk het af naar een nieuw PDF-bestand</translation>
    </message>
    <message>
        <source>open it in a PDF viewer and save it without one</source>
        <translation>open het in een PDF-lezer en bewaar het zonder</translation>
    </message>
    <message>
        <source>has {} pages; at most {} are read</source>
        <translation>heeft {} bladzijden; er worden er hoogstens {} gelezen</translation>
    </message>
    <message>
        <source>holds more than 64 MB of text</source>
        <translation>bevat meer dan 64 MB tekst</translation>
    </message>
    <message>
        <source>holds no text: its pages are empty, or pictures</source>
        <translation>bevat geen tekst: de bladzijden zijn leeg, of afbeeldingen</translation>
    </message>
    <message>
        <source>run text recognition (OCR) over pictures of words first, or import the transcript they show</source>
        <translation>laat eerst tekstherkenning (OCR) over afbeeldingen van woorden lopen, of importeer het transcript dat ze tonen</translation>
    </message>
    <message>
        <source>{} {} left out: {}</source>
        <translation>{} {} weggelaten: {}</translation>
    </message>
    <message>
        <source>running head is</source>
        <translation>koptekst is</translation>
    </message>
    <message>
        <source>running heads are</source>
        <translation>kopteksten zijn</translation>
    </message>
    <message>
        <source>page number is</source>
        <translation>paginanummer is</translation>
    </message>
    <message>
        <source>page numbers are</source>
        <translation>paginanummers zijn</translation>
    </message>
    <message>
        <source>{} {} put together, first &apos;{}&apos;</source>
        <translation>{} {} samengevoegd, als eerste &apos;{}&apos;</translation>
    </message>
    <message>
        <source>word broken at a line&apos;s end is</source>
        <translation>woord dat op een regeleinde is afgebroken is</translation>
    </message>
    <message>
        <source>words broken at lines&apos; ends are</source>
        <translation>woorden die op regeleinden zijn afgebroken zijn</translation>
    </message>
    <message>
        <source>{} of {} pages hold no text</source>
        <translation>{} van {} bladzijden bevatten geen tekst</translation>
    </message>
    <message>
        <source>has more than {} groups inside one another</source>
        <translation>heeft meer dan {} groepen in elkaar</translation>
    </message>
    <message>
        <source>is no Rich Text document</source>
        <translation>is geen Rich Text-document</translation>
    </message>
    <message>
        <source>{} {} declared missing in {} {}; read as empty</source>
        <translation>{} {} als ontbrekend aangemerkt in {} {}; als leeg gelezen</translation>
    </message>
    <message>
        <source>value is</source>
        <translation>waarde is</translation>
    </message>
    <message>
        <source>values are</source>
        <translation>waarden zijn</translation>
    </message>
    <message>
        <source>the file names another encoding than it has: read as windows-1252, look at the accents</source>
        <translation>het bestand noemt een andere codering dan het heeft: gelezen als windows-1252, kijk naar de accenten</translation>
    </message>
    <message>
        <source>has more than {} variables or {} values</source>
        <translation>heeft meer dan {} variabelen of {} waarden</translation>
    </message>
    <message>
        <source>{} {} read by value labels</source>
        <translation>{} {} met waardelabels gelezen</translation>
    </message>
    <message>
        <source>1 variable is read without its labels, as some of its values have none: {}</source>
        <translation>1 variabele is zonder labels gelezen, omdat sommige waarden er geen hebben: {}</translation>
    </message>
    <message>
        <source>{} variables are read without their labels, as some of their values have none: {}</source>
        <translation>{} variabelen zijn zonder labels gelezen, omdat sommige waarden er geen hebben: {}</translation>
    </message>
    <message>
        <source>1 variable has one label for several values, which are put behind it: {}</source>
        <translation>1 variabele heeft één label voor verschillende waarden; die staan er achter: {}</translation>
    </message>
    <message>
        <source>{} variables have one label for several values, which are put behind it: {}</source>
        <translation>{} variabelen hebben één label voor verschillende waarden; die staan er achter: {}</translation>
    </message>
    <message>
        <source>ends in the middle of a case: it was cut off, and cases may be missing</source>
        <translation>eindigt midden in een case: het bestand is afgebroken, en er kunnen cases ontbreken</translation>
    </message>
    <message>
        <source>variable is</source>
        <translation>variabele is</translation>
    </message>
    <message>
        <source>variables are</source>
        <translation>variabelen zijn</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>variabele</translation>
    </message>
    <message>
        <source>variables</source>
        <translation>variabelen</translation>
    </message>
    <message>
        <source>holds no cases</source>
        <translation>bevat geen cases</translation>
    </message>
    <message>
        <source>holds no part &apos;{}&apos;</source>
        <translation>bevat geen onderdeel ‘{}’</translation>
    </message>
    <message>
        <source>get the file again from whoever sent it</source>
        <translation>haal het bestand opnieuw bij wie het stuurde</translation>
    </message>
    <message>
        <source>is no ZIP container, which files of this kind are</source>
        <translation>is geen ZIP-bestand, zoals bestanden van deze soort zijn</translation>
    </message>
    <message>
        <source>is a ZIP container whose end is missing or damaged</source>
        <translation>is een ZIP-bestand waarvan het einde ontbreekt of beschadigd is</translation>
    </message>
    <message>
        <source>is a ZIP container with a damaged list of files</source>
        <translation>is een ZIP-bestand met een beschadigde lijst van bestanden</translation>
    </message>
    <message>
        <source>holds {} files; at most {} are looked at</source>
        <translation>bevat {} bestanden; naar hoogstens {} wordt gekeken</translation>
    </message>
    <message>
        <source>holds a file named &apos;{}&apos;, which points outside of it</source>
        <translation>bevat een bestand ‘{}’, dat naar buiten wijst</translation>
    </message>
    <message>
        <source>such a name is no accident: do not unpack it with other programs either</source>
        <translation>zo&apos;n naam is geen toeval: pak het ook met andere programma&apos;s niet uit</translation>
    </message>
    <message>
        <source>&apos;{}&apos; in it cannot be unpacked: {}</source>
        <translation>‘{}’ erin kan niet worden uitgepakt: {}</translation>
    </message>
    <message>
        <source>&apos;{}&apos; in it is damaged</source>
        <translation>‘{}’ erin is beschadigd</translation>
    </message>
    <message>
        <source>&apos;{}&apos; in it is larger than {} MB, the most that is read</source>
        <translation>‘{}’ erin is groter dan {} MB, het meeste dat gelezen wordt</translation>
    </message>
    <message>
        <source>&apos;{}&apos; in it unfolds more than {}-fold, as no honest file does</source>
        <translation>‘{}’ erin ontvouwt zich meer dan {} keer, zoals geen eerlijk bestand doet</translation>
    </message>
    <message>
        <source>1 text is cut off at the 32,767 that a cell of .{} holds; .csv has it whole</source>
        <translation>1 tekst is afgekapt op de 32.767 die een cel van .{} bevat; .csv heeft hem heel</translation>
    </message>
    <message>
        <source>{} texts are cut off at the 32,767 that a cell of .{} holds; .csv has them whole</source>
        <translation>{} teksten zijn afgekapt op de 32.767 die een cel van .{} bevat; .csv heeft ze heel</translation>
    </message>
    <message>
        <source>holds no cell with content</source>
        <translation>bevat geen cel met inhoud</translation>
    </message>
    <message>
        <source>row {} is taken as a title above the table</source>
        <translation>rij {} geldt als titel boven de tabel</translation>
    </message>
    <message>
        <source>give the columns on the right a name in the first row</source>
        <translation>geef de kolommen rechts een naam in de eerste rij</translation>
    </message>
    <message>
        <source>holds no words</source>
        <translation>bevat geen woorden</translation>
    </message>
    <message>
        <source>put the line with the two times above the text, without an empty line between</source>
        <translation>zet de regel met de twee tijden boven de tekst, zonder lege regel ertussen</translation>
    </message>
    <message>
        <source>write it as 0:01:02.000,0:01:05.500</source>
        <translation>schrijf hem als 0:01:02.000,0:01:05.500</translation>
    </message>
    <message>
        <source>has more than {} cells</source>
        <translation>heeft meer dan {} cellen</translation>
    </message>
    <message>
        <source>split the table, or leave out columns that nobody needs</source>
        <translation>splits de tabel, of laat kolommen weg die niemand nodig heeft</translation>
    </message>
    <message>
        <source>has no sheet '{}'</source>
        <translation>heeft geen blad ‘{}’</translation>
    </message>
    <message>
        <source>the workbook has {} sheets ({}); '{}' is read</source>
        <translation>de werkmap heeft {} bladen ({}); ‘{}’ wordt gelezen</translation>
    </message>
    <message>
        <source>is a workbook without any sheet</source>
        <translation>is een werkmap zonder bladen</translation>
    </message>
    <message>
        <source>holds no part for the sheet '{}'</source>
        <translation>bevat geen onderdeel voor het blad ‘{}’</translation>
    </message>
    <message>
        <source>holds no table on any of its sheets</source>
        <translation>bevat op geen van haar bladen een tabel</translation>
    </message>
    <message>
        <source>names a shared text ({}) that is not there</source>
        <translation>noemt een gedeelde tekst ({}) die er niet is</translation>
    </message>
    <message>
        <source>unfolds to more text than the file can hold</source>
        <translation>wordt uitgepakt meer tekst dan het bestand kan bevatten</translation>
    </message>
    <message>
        <source>formula has</source>
        <translation>formule heeft</translation>
    </message>
    <message>
        <source>formulas have</source>
        <translation>formules hebben</translation>
    </message>
    <message>
        <source>{} {} an error, first {}; kept as it is</source>
        <translation>{} {} een fout, eerst {}; behouden zoals ze is</translation>
    </message>
    <message>
        <source>cell shows</source>
        <translation>cel toont</translation>
    </message>
    <message>
        <source>cells show</source>
        <translation>cellen tonen</translation>
    </message>
    <message>
        <source>an expression takes too long to match</source>
        <translation>een uitdrukking vraagt te veel tijd</translation>
    </message>
    <message>
        <source>write it without repetitions inside repetitions</source>
        <translation>schrijf ze zonder herhalingen in herhalingen</translation>
    </message>
    <message>
        <source>there is no index of where words stand</source>
        <translation>er is geen index van waar woorden staan</translation>
    </message>
    <message>
        <source>the study has more words than can be counted here</source>
        <translation>de studie heeft meer woorden dan hier kunnen worden geteld</translation>
    </message>
    <message>
        <source>there is no participant '{}'</source>
        <translation>er is geen deelnemer ‘{}’</translation>
    </message>
    <message>
        <source>name a participant, or write ATTRIBUTE=VALUE</source>
        <translation>noem een deelnemer, of schrijf KENMERK=WAARDE</translation>
    </message>
    <message>
        <source>there is no prompt '{}'</source>
        <translation>er is geen vraag ‘{}’</translation>
    </message>
    <message>
        <source>name a prompt of the instrument, or a kind of units: turn, transcript</source>
        <translation>noem een vraag van het instrument, of een soort eenheden: beurt, transcript</translation>
    </message>
    <message>
        <source>analyse codes by group</source>
        <translation>codes per groep analyseren</translation>
    </message>
    <message>
        <source>there is nothing to analyse yet</source>
        <translation>er is nog niets te analyseren</translation>
    </message>
    <message>
        <source>no unit of these rounds, prompts and participants was completed</source>
        <translation>geen eenheid van deze rondes, vragen en deelnemers is afgewerkt</translation>
    </message>
    <message>
        <source>1 row on a text that you still have to rate is without its time</source>
        <translation>1 rij over een tekst die je nog moet beoordelen staat er zonder tijd</translation>
    </message>
    <message>
        <source>{} rows on texts that you still have to rate are without their times</source>
        <translation>{} rijen over teksten die je nog moet beoordelen staan er zonder tijd</translation>
    </message>
    <message>
        <source>what you still have to rate yourself is left out until it is completed</source>
        <translation>wat je zelf nog moet beoordelen blijft weg tot het af is</translation>
    </message>
    <message>
        <source>there is no analysis '{}'</source>
        <translation>er is geen analyse ‘{}’</translation>
    </message>
    <message>
        <source>this study lays down no comparisons of groups</source>
        <translation>deze studie legt geen vergelijkingen van groepen vast</translation>
    </message>
    <message>
        <source>name an attribute: --by ATTR</source>
        <translation>noem een kenmerk</translation>
    </message>
    <message>
        <source>tabulate responses by group</source>
        <translation>antwoorden per groep tabelleren</translation>
    </message>
    <message>
        <source>analyse a panel</source>
        <translation>een panel analyseren</translation>
    </message>
    <message>
        <source>no ordinal variable was rated in these rounds</source>
        <translation>in deze rondes is geen ordinale variabele beoordeeld</translation>
    </message>
    <message>
        <source>a panel rates an ordinal variable of the codebook</source>
        <translation>een panel beoordeelt een ordinale variabele van het codeboek</translation>
    </message>
    <message>
        <source>analyse raters' drift</source>
        <translation>het verloop van beoordelaars analyseren</translation>
    </message>
    <message>
        <source>no rater completed four units of a round</source>
        <translation>geen beoordelaar werkte vier eenheden van een ronde af</translation>
    </message>
    <message>
        <source>drift is told in quarters of a rater's own work</source>
        <translation>verloop wordt verteld in kwarten van iemands eigen werk</translation>
    </message>
    <message>
        <source>no unit of a transcript was completed</source>
        <translation>geen eenheid van een transcript is afgewerkt</translation>
    </message>
    <message>
        <source>there is no coded transcript '{}'</source>
        <translation>er is geen gecodeerd transcript ‘{}’</translation>
    </message>
    <message>
        <source>rounds and raters may leave it out</source>
        <translation>rondes en beoordelaars kunnen het weglaten</translation>
    </message>
    <message>
        <source>{} orders cannot be drawn</source>
        <translation>{} volgordes kunnen niet worden getrokken</translation>
    </message>
    <message>
        <source>from 0 to 100000</source>
        <translation>van 0 tot 100000</translation>
    </message>
    <message>
        <source>'{0}' is a level: write {1}={0}</source>
        <translation>‘{0}’ is een niveau: schrijf {1}={0}</translation>
    </message>
    <message>
        <source>'{}' belongs to another variable</source>
        <translation>‘{}’ hoort bij een andere variabele</translation>
    </message>
    <message>
        <source>'{}' cannot hang under itself</source>
        <translation>‘{}’ kan niet onder zichzelf hangen</translation>
    </message>
    <message>
        <source>'{}' is a level; levels have an order, no tree</source>
        <translation>‘{}’ is een niveau; niveaus hebben een volgorde, geen boom</translation>
    </message>
    <message>
        <source>'{}' is its name already</source>
        <translation>zo heet het al: ‘{}’</translation>
    </message>
    <message>
        <source>'{}' is left out: {}</source>
        <translation>‘{}’ is weggelaten: {}</translation>
    </message>
    <message>
        <source>more than {} different sets of codes</source>
        <translation>meer dan {} verschillende verzamelingen codes</translation>
    </message>
    <message>
        <source>measure fewer codes at a time, or the codes one by one</source>
        <translation>meet minder codes tegelijk, of de codes één voor één</translation>
    </message>
    <message>
        <source>'{}' is listed twice with different replacements</source>
        <translation>‘{}’ staat tweemaal in de lijst, met verschillende vervangingen</translation>
    </message>
    <message>
        <source>'{}' is no colour that is known</source>
        <translation>‘{}’ is geen bekende kleur</translation>
    </message>
    <message>
        <source>'{}' is set twice</source>
        <translation>‘{}’ is tweemaal opgegeven</translation>
    </message>
    <message>
        <source>'{}' may be '{}' misspelt: given the same name they become one (--speaker '{}={}')</source>
        <translation>‘{}’ is misschien een verschrijving van ‘{}’: met dezelfde naam worden ze één (--speaker '{}={}')</translation>
    </message>
    <message>
        <source>'{}' would mean something else than before</source>
        <translation>‘{}’ zou iets anders betekenen dan voorheen</translation>
    </message>
    <message>
        <source>'{}={}' is no count</source>
        <translation>‘{}={}’ is geen aantal</translation>
    </message>
    <message>
        <source>'{}={}' is not understood</source>
        <translation>‘{}={}’ is niet te begrijpen</translation>
    </message>
    <message>
        <source>a code is split into two at least</source>
        <translation>een code wordt in minstens twee gesplitst</translation>
    </message>
    <message>
        <source>a code is there or not: {0}=1 or {0}=0</source>
        <translation>een code is er of is er niet: {0}=1 of {0}=0</translation>
    </message>
    <message>
        <source>a code moves within its variable</source>
        <translation>een code verhuist alleen binnen haar variabele</translation>
    </message>
    <message>
        <source>a coding of '{}' from {} to {} lies outside of its text</source>
        <translation>een codering van ‘{}’ van {} tot {} ligt buiten de tekst</translation>
    </message>
    <message>
        <source>a count is a whole number from 0</source>
        <translation>een aantal is een geheel getal vanaf 0</translation>
    </message>
    <message>
        <source>a line must hold a name and its replacement</source>
        <translation>een regel bevat een naam en de vervanging ervan</translation>
    </message>
    <message>
        <source>a name without letters cannot be replaced</source>
        <translation>een naam zonder letters kan niet worden vervangen</translation>
    </message>
    <message>
        <source>a rater sees the own pace only</source>
        <translation>een beoordelaar ziet alleen het eigen tempo</translation>
    </message>
    <message>
        <source>a reviewer will ask for it</source>
        <translation>een reviewer zal ernaar vragen</translation>
    </message>
    <message>
        <source>a selection of '{}' has no position</source>
        <translation>een selectie van ‘{}’ heeft geen positie</translation>
    </message>
    <message>
        <source>a table of ratings has a column per coder, or a workbook a sheet per coder</source>
        <translation>een tabel met oordelen heeft een kolom per beoordelaar, of een werkmap een blad per beoordelaar</translation>
    </message>
    <message>
        <source>a target lies between 0 and 1</source>
        <translation>een streefwaarde ligt tussen 0 en 1</translation>
    </message>
    <message>
        <source>a number of examples is 0 or more</source>
        <translation>een aantal voorbeelden is 0 of meer</translation>
    </message>
    <message>
        <source>a target and a level of confidence lie between 0 and 1</source>
        <translation>een streefwaarde en een betrouwbaarheidsniveau liggen tussen 0 en 1</translation>
    </message>
    <message>
        <source>a window has 0 to {} words on either side, and not 0 on both</source>
        <translation>een venster heeft aan elke kant 0 tot {} woorden, en niet aan beide kanten 0</translation>
    </message>
    <message>
        <source>after telling them: rapport history STUDY --share-pace yes</source>
        <translation>nadat je het hun gezegd hebt: rapport history STUDY --share-pace yes</translation>
    </message>
    <message>
        <source>an empty list of sets is against the standard; read all the same</source>
        <translation>een lege lijst van sets gaat tegen de standaard in; toch gelezen</translation>
    </message>
    <message>
        <source>answer seems</source>
        <translation>antwoord lijkt</translation>
    </message>
    <message>
        <source>answers seem</source>
        <translation>antwoorden lijken</translation>
    </message>
    <message>
        <source>choose one that names nobody on the list</source>
        <translation>kies er een die niemand uit de lijst noemt</translation>
    </message>
    <message>
        <source>code is</source>
        <translation>code werd</translation>
    </message>
    <message>
        <source>codes are</source>
        <translation>codes werden</translation>
    </message>
    <message>
        <source>codes of one variable can become one</source>
        <translation>alleen codes van één variabele kunnen één code worden</translation>
    </message>
    <message>
        <source>crosses are read as 1, blank cells as 0</source>
        <translation>kruisjes zijn als 1 gelezen, lege cellen als 0</translation>
    </message>
    <message>
        <source>drift is seen over 2 to 1000 periods</source>
        <translation>verloop wordt over 2 tot 1000 perioden bekeken</translation>
    </message>
    <message>
        <source>export it again from the program that made it</source>
        <translation>exporteer het opnieuw uit het programma dat het maakte</translation>
    </message>
    <message>
        <source>export the project again, with its texts</source>
        <translation>exporteer het project opnieuw, met de teksten erbij</translation>
    </message>
    <message>
        <source>for example 0.7</source>
        <translation>bijvoorbeeld 0.7</translation>
    </message>
    <message>
        <source>for example 0.7 and 0.95</source>
        <translation>bijvoorbeeld 0.7 en 0.95</translation>
    </message>
    <message>
        <source>for instance: Anna Peeters,Teacher 1</source>
        <translation>bijvoorbeeld: Anna Peeters,Leerkracht 1</translation>
    </message>
    <message>
        <source>forms are those of one word</source>
        <translation>vormen zijn die van één woord</translation>
    </message>
    <message>
        <source>give either --gold or --with consensus</source>
        <translation>geef --gold of --with consensus, niet allebei</translation>
    </message>
    <message>
        <source>give the .qsf of Qualtrics, the .lss or .lsa of LimeSurvey</source>
        <translation>geef de .qsf van Qualtrics, de .lss of .lsa van LimeSurvey</translation>
    </message>
    <message>
        <source>give the new codes new names</source>
        <translation>geef de nieuwe codes nieuwe namen</translation>
    </message>
    <message>
        <source>give the rater another name</source>
        <translation>geef de beoordelaar een andere naam</translation>
    </message>
    <message>
        <source>give them as they are written, or a range</source>
        <translation>geef ze zoals ze er staan, of geef een bereik</translation>
    </message>
    <message>
        <source>has a sheet without any code</source>
        <translation>heeft een blad zonder codes</translation>
    </message>
    <message>
        <source>has codes more than {} levels deep</source>
        <translation>heeft codes van meer dan {} niveaus diep</translation>
    </message>
    <message>
        <source>has fewer than two columns of coders</source>
        <translation>heeft minder dan twee kolommen van beoordelaars</translation>
    </message>
    <message>
        <source>has fewer than two sheets of coders</source>
        <translation>heeft minder dan twee bladen van beoordelaars</translation>
    </message>
    <message>
        <source>head it 'code'; others may be 'definition', 'use', 'avoid', 'example', 'colour', 'parent'</source>
        <translation>zet er ‘code’ boven; boven andere kan ‘definition’, ‘use’, ‘avoid’, ‘example’, ‘colour’ of ‘parent’ staan</translation>
    </message>
    <message>
        <source>hold raters against the consensus</source>
        <translation>beoordelaars met de consensus vergelijken</translation>
    </message>
    <message>
        <source>holds more than one project</source>
        <translation>bevat meer dan één project</translation>
    </message>
    <message>
        <source>holds more than {} codings, the most that is read</source>
        <translation>bevat meer dan {} coderingen, het meeste dat wordt gelezen</translation>
    </message>
    <message>
        <source>divide the project over several in the program it comes from</source>
        <translation>verdeel het project over meerdere in het programma waar het vandaan komt</translation>
    </message>
    <message>
        <source>holds neither codes nor a text that can be read</source>
        <translation>bevat geen codes en geen leesbare tekst</translation>
    </message>
    <message>
        <source>holds no LimeSurvey structure (.lss)</source>
        <translation>bevat geen LimeSurvey-structuur (.lss)</translation>
    </message>
    <message>
        <source>holds no project (.qde)</source>
        <translation>bevat geen project (.qde)</translation>
    </message>
    <message>
        <source>holds no table</source>
        <translation>bevat geen tabel</translation>
    </message>
    <message>
        <source>is no LimeSurvey structure (.lss)</source>
        <translation>is geen LimeSurvey-structuur (.lss)</translation>
    </message>
    <message>
        <source>is no Qualtrics survey (.qsf)</source>
        <translation>is geen Qualtrics-enquête (.qsf)</translation>
    </message>
    <message>
        <source>is no REFI-QDA codebook</source>
        <translation>is geen REFI-QDA-codeboek</translation>
    </message>
    <message>
        <source>is no survey structure</source>
        <translation>is geen enquêtestructuur</translation>
    </message>
    <message>
        <source>it has no plain text</source>
        <translation>het heeft geen platte tekst</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>het is leeg</translation>
    </message>
    <message>
        <source>it takes two codes to merge</source>
        <translation>om samen te voegen zijn er twee codes nodig</translation>
    </message>
    <message>
        <source>its agreement is frozen first: rapport open STUDY --round {}</source>
        <translation>eerst wordt de overeenstemming vastgelegd: rapport open STUDY --round {}</translation>
    </message>
    <message>
        <source>its text '{}' is not in the project</source>
        <translation>de tekst ‘{}’ ervan zit niet in het project</translation>
    </message>
    <message>
        <source>lines are sorted by at most three keys</source>
        <translation>regels worden op hoogstens drie sleutels gesorteerd</translation>
    </message>
    <message>
        <source>this word stands for no rater at all</source>
        <translation>dit woord staat voor helemaal geen beoordelaar</translation>
    </message>
    <message>
        <source>words of context and numbers of lines are not below 0</source>
        <translation>woorden ernaast en aantallen regels zijn niet kleiner dan 0</translation>
    </message>
    <message>
        <source>lines are spread over sources, speakers, prompts or attributes</source>
        <translation>regels worden over bronnen, sprekers, vragen of kenmerken verdeeld</translation>
    </message>
    <message>
        <source>lines have no '{}'</source>
        <translation>regels hebben geen ‘{}’</translation>
    </message>
    <message>
        <source>looks like UTF-8 that was read as windows-1252 and saved again ("Ã©" for "é"): export the file anew as UTF-8, or read it as "UTF-8 twice", which mends it</source>
        <translation>lijkt op UTF-8 dat als windows-1252 is gelezen en opnieuw bewaard (“Ã©” voor “é”): exporteer het bestand opnieuw als UTF-8, of lees het als “UTF-8 twice”, dan komt het goed</translation>
    </message>
    <message>
        <source>move or retire them first</source>
        <translation>verplaats ze eerst of neem ze uit gebruik</translation>
    </message>
    <message>
        <source>name them: --codes A,B --into A</source>
        <translation>noem ze: --codes A,B --into A</translation>
    </message>
    <message>
        <source>name them: --into A,B</source>
        <translation>noem ze: --into A,B</translation>
    </message>
    <message>
        <source>name who did: --by RATER</source>
        <translation>noem wie het deed: --by RATER</translation>
    </message>
    <message>
        <source>names are as imported, in the same letters</source>
        <translation>namen luiden zoals ze geïmporteerd zijn, letter voor letter</translation>
    </message>
    <message>
        <source>names in a project cannot be replaced while it is imported</source>
        <translation>namen in een project kunnen tijdens het importeren niet worden vervangen</translation>
    </message>
    <message>
        <source>names no code</source>
        <translation>noemt geen code</translation>
    </message>
    <message>
        <source>no column names the codes</source>
        <translation>geen kolom noemt de codes</translation>
    </message>
    <message>
        <source>no column names the units: they are the rows</source>
        <translation>geen kolom noemt de eenheden: de rijen zijn de eenheden</translation>
    </message>
    <message>
        <source>nobody completed this unit in round '{}'</source>
        <translation>niemand werkte deze eenheid in ronde ‘{}’ af</translation>
    </message>
    <message>
        <source>nobody settled it</source>
        <translation>er staat niet bij wie besliste</translation>
    </message>
    <message>
        <source>nothing is settled</source>
        <translation>er wordt niets beslist</translation>
    </message>
    <message>
        <source>nothing of this was settled</source>
        <translation>hierover is niets beslist</translation>
    </message>
    <message>
        <source>nothing would change</source>
        <translation>er zou niets veranderen</translation>
    </message>
    <message>
        <source>one column per coder: {} coders, {} units</source>
        <translation>één kolom per beoordelaar: {} beoordelaars, {} eenheden</translation>
    </message>
    <message>
        <source>one sheet per coder: {} coders, {} units</source>
        <translation>één blad per beoordelaar: {} beoordelaars, {} eenheden</translation>
    </message>
    <message>
        <source>{}: the file itself is not kept, since somebody in it withdrew consent</source>
        <translation>{}: het bestand zelf wordt niet bewaard, omdat iemand die erin staat de toestemming introk</translation>
    </message>
    <message>
        <source>{}: the file itself is not kept, since it names texts that the study does not have, which may be of somebody who withdrew consent</source>
        <translation>{}: het bestand zelf wordt niet bewaard, omdat het teksten noemt die de studie niet heeft, mogelijk van iemand die de toestemming introk</translation>
    </message>
    <message>
        <source>what is the participant's alone stays out; what was said among others is blotted out</source>
        <translation>wat van de deelnemer alleen is, blijft eruit; wat tussen anderen is gezegd, wordt onleesbaar gemaakt</translation>
    </message>
    <message>
        <source>{}: the name of somebody who withdrew consent still stands in '{}': blot it out there</source>
        <translation>{}: de naam van iemand die de toestemming introk, staat nog in ‘{}’: maak hem daar onleesbaar</translation>
    </message>
    <message>
        <source>{}: the name of somebody who withdrew consent still stands in a memo on '{}': blot it out there</source>
        <translation>{}: de naam van iemand die de toestemming introk, staat nog in een memo bij ‘{}’: maak hem daar onleesbaar</translation>
    </message>
    <message>
        <source>{}: the name of somebody who withdrew consent still stands in the name of the text '{}': call it otherwise before it comes in</source>
        <translation>{}: de naam van iemand die de toestemming introk, staat nog in de naam van de tekst ‘{}’: noem hem anders voor hij binnenkomt</translation>
    </message>
    <message>
        <source>several participants have a name that looks like '{}'</source>
        <translation>meerdere deelnemers hebben een naam die eruitziet als ‘{}’</translation>
    </message>
    <message>
        <source>write the name with the very letters that the study has for whom you mean</source>
        <translation>schrijf de naam met precies de letters die de studie heeft voor wie je bedoelt</translation>
    </message>
    <message>
        <source>variable '{}' is for prompts that the study does not have: {}</source>
        <translation>variabele ‘{}’ is voor vragen die de studie niet heeft: {}</translation>
    </message>
    <message>
        <source>participant '{}' withdrew consent</source>
        <translation>deelnemer ‘{}’ trok de toestemming in</translation>
    </message>
    <message>
        <source>positions of its codings would not hold: replace them in the program it comes from</source>
        <translation>de posities van de coderingen zouden niet meer kloppen: vervang ze in het programma waar het uit komt</translation>
    </message>
    <message>
        <source>range {}-{} is not inside the unit ({} to {})</source>
        <translation>het bereik {}-{} ligt niet binnen de eenheid ({} tot {})</translation>
    </message>
    <message>
        <source>the range is not inside the unit (0 to {})</source>
        <translation>het bereik ligt niet binnen de eenheid (0 tot {})</translation>
    </message>
    <message>
        <source>ranges count code points of the unit's text from 0, the end is not in it</source>
        <translation>bereiken tellen codepunten van de tekst van de eenheid vanaf 0, het eind hoort er niet bij</translation>
    </message>
    <message>
        <source>a discussion is of two raters or more</source>
        <translation>een discussie is van twee beoordelaars of meer</translation>
    </message>
    <message>
        <source>raters are held against one at a time</source>
        <translation>beoordelaars worden maar met één maatstaf tegelijk vergeleken</translation>
    </message>
    <message>
        <source>read the audit trail</source>
        <translation>het controlespoor lezen</translation>
    </message>
    <message>
        <source>remark on a disagreement</source>
        <translation>een opmerking bij een verschil maken</translation>
    </message>
    <message>
        <source>remove the folder by hand</source>
        <translation>verwijder de map zelf</translation>
    </message>
    <message>
        <source>round '{}' is not open yet</source>
        <translation>ronde ‘{}’ is nog niet geopend</translation>
    </message>
    <message>
        <source>say what: --set CODE=1</source>
        <translation>zeg wat: --set CODE=1</translation>
    </message>
    <message>
        <source>say who sees how fast raters work</source>
        <translation>bepalen wie ziet hoe snel beoordelaars werken</translation>
    </message>
    <message>
        <source>see how agreement drifts</source>
        <translation>het verloop van de overeenstemming zien</translation>
    </message>
    <message>
        <source>see how far others are</source>
        <translation>zien hoever anderen staan</translation>
    </message>
    <message>
        <source>sequences of 2 to {} words</source>
        <translation>reeksen van 2 tot {} woorden</translation>
    </message>
    <message>
        <source>settle what raters differ on</source>
        <translation>beslissen over verschillen tussen beoordelaars</translation>
    </message>
    <message>
        <source>several codes a unit: each coder's codes together are one value; a single code is measured with --code NAME</source>
        <translation>verscheidene codes per eenheid: de codes van een beoordelaar vormen samen één waarde; één code meet je met --code NAME</translation>
    </message>
    <message>
        <source>take a participant out</source>
        <translation>een deelnemer eruit halen</translation>
    </message>
    <message>
        <source>take back the later change first</source>
        <translation>neem eerst de latere wijziging terug</translation>
    </message>
    <message>
        <source>take the participant's rows out of the file</source>
        <translation>haal de rijen van de deelnemer uit het bestand</translation>
    </message>
    <message>
        <source>the codebook was changed since</source>
        <translation>het codeboek is sindsdien gewijzigd</translation>
    </message>
    <message>
        <source>the codebook was never changed</source>
        <translation>het codeboek is nooit gewijzigd</translation>
    </message>
    <message>
        <source>the remark says nothing</source>
        <translation>de opmerking is leeg</translation>
    </message>
    <message>
        <source>the replacement '{}' holds a listed name</source>
        <translation>de vervanging ‘{}’ bevat een naam uit de lijst</translation>
    </message>
    <message>
        <source>the search index cannot be removed from {}: {}</source>
        <translation>de zoekindex kan niet worden verwijderd uit {}: {}</translation>
    </message>
    <message>
        <source>there are codes under '{}'</source>
        <translation>er staan codes onder ‘{}’</translation>
    </message>
    <message>
        <source>there is no code or variable '{}'</source>
        <translation>er is geen code of variabele ‘{}’</translation>
    </message>
    <message>
        <source>coder '{}' is named twice</source>
        <translation>beoordelaar ‘{}’ is tweemaal genoemd</translation>
    </message>
    <message>
        <source>there is no coder '{}' in the header</source>
        <translation>er is geen beoordelaar ‘{}’ in de kop</translation>
    </message>
    <message>
        <source>there is no column '{}'</source>
        <translation>er is geen kolom ‘{}’</translation>
    </message>
    <message>
        <source>there is no sheet '{}'</source>
        <translation>er is geen blad ‘{}’</translation>
    </message>
    <message>
        <source>these words do not stand in the unit</source>
        <translation>deze woorden staan niet in de eenheid</translation>
    </message>
    <message>
        <source>this study keeps the pace for the raters' own eyes</source>
        <translation>in deze studie ziet alleen de beoordelaar zelf het eigen tempo</translation>
    </message>
    <message>
        <source>this version was not made by a change that can be taken back</source>
        <translation>deze versie komt niet van een wijziging die kan worden teruggenomen</translation>
    </message>
    <message>
        <source>unit '{}' stands twice on one sheet</source>
        <translation>eenheid ‘{}’ staat tweemaal op één blad</translation>
    </message>
    <message>
        <source>unit is</source>
        <translation>eenheid staat</translation>
    </message>
    <message>
        <source>units are</source>
        <translation>eenheden staan</translation>
    </message>
    <message>
        <source>variable '{}' has codes, which are settled one by one</source>
        <translation>variabele ‘{}’ heeft codes, en daarover wordt een voor een beslist</translation>
    </message>
    <message>
        <source>what is settled needs a reason</source>
        <translation>een beslissing heeft een reden nodig</translation>
    </message>
    <message>
        <source>what was settled goes by this name</source>
        <translation>wat beslist is, staat onder deze naam</translation>
    </message>
    <message>
        <source>what was settled is not on record</source>
        <translation>wat beslist was, is niet terug te vinden</translation>
    </message>
    <message>
        <source>write one word, or one with stars, ~ or /an expression/</source>
        <translation>schrijf één woord, of een met sterretjes, ~ of /een uitdrukking/</translation>
    </message>
    <message>
        <source>{} of {} columns have their question from {}</source>
        <translation>{} van {} kolommen hebben hun vraag uit {}</translation>
    </message>
    <message>
        <source>{} {} of a name that another code has: numbered</source>
        <translation>{} {} genummerd, want een andere code heet ook zo</translation>
    </message>
    <message>
        <source>{} {} on one sheet only</source>
        <translation>{} {} maar op één blad</translation>
    </message>
    <message>
        <source>of codes that stand twice the first row is taken: {}</source>
        <translation>van codes die dubbel staan, telt de eerste rij: {}</translation>
    </message>
    <message>
        <source>what stands as guid is none, and these codes are known by their names: {}</source>
        <translation>wat als guid staat is er geen, en deze codes worden herkend aan hun naam: {}</translation>
    </message>
    <message>
        <source>codes that the file has under variable &apos;{}&apos; stay in &apos;{}&apos; of the study: {}</source>
        <translation>codes die in het bestand onder variabele ‘{}’ staan, blijven in ‘{}’ van de studie: {}</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is neither a code of the table nor the title of variable &apos;{}&apos;: codes that have it as parent stay where they are, new ones come at the top: {}</source>
        <translation>‘{}’ is geen code van de tabel en niet de titel van variabele ‘{}’: codes die het als ouder hebben, blijven waar ze staan, nieuwe komen bovenaan: {}</translation>
    </message>
    <message>
        <source>column &apos;{}&apos; of the codebook is not read: it names more than {} variables</source>
        <translation>kolom ‘{}’ van het codeboek wordt niet gelezen: ze noemt meer dan {} variabelen</translation>
    </message>
    <message>
        <source>codes that have the name of a code of another variable get a number behind it: {}</source>
        <translation>codes met de naam van een code van een andere variabele krijgen er een getal achter: {}</translation>
    </message>
    <message>
        <source>column &apos;{}&apos; of the codebook is not read: not all of its cells can name a variable (letters, digits, _ and -)</source>
        <translation>kolom ‘{}’ van het codeboek wordt niet gelezen: niet elke cel kan een variabele noemen (letters, cijfers, _ en -)</translation>
    </message>
    <message>
        <source>the codebook is version {} now, and rounds under way go on under it ({}): what was completed before is missing for codes that are new</source>
        <translation>het codeboek is nu versie {}, en lopende rondes gaan daarmee verder ({}): wat eerder is afgerond ontbreekt voor nieuwe codes</translation>
    </message>
    <message>
        <source>looks like a codebook</source>
        <translation>lijkt een codeboek</translation>
    </message>
    <message>
        <source>import it with --as codebook; if it holds answers: see the columns with --dry-run --format json, correct what is wrong, and give that with --mapping</source>
        <translation>importeer het met --as codebook; als het antwoorden bevat: bekijk de kolommen met --dry-run --format json, verbeter wat niet klopt en geef dat met --mapping</translation>
    </message>
    <message>
        <source>{} {} to hold an e-mail address or a telephone number</source>
        <translation>{} {} een e-mailadres of telefoonnummer te bevatten</translation>
    </message>
    <message>
        <source>{} {} {} (column {}, first in line {}): {}</source>
        <translation>{} {} {} (kolom {}, voor het eerst op regel {}): {}</translation>
    </message>
    <message>
        <source>{}{}: texts {}, codes {}, cases {}, raters {}, codings {}</source>
        <translation>{}{}: teksten {}, codes {}, cases {}, beoordelaars {}, coderingen {}</translation>
    </message>
    <message>
        <source>its</source>
        <translation>haar</translation>
    </message>
    <message>
        <source>their</source>
        <translation>hun</translation>
    </message>
    <message>
        <source>{} characters were written as two halves and put together; {} halves stood alone and are shown as U+FFFD</source>
        <translation>{} tekens waren als twee helften geschreven en zijn samengevoegd; {} helften stonden alleen en worden getoond als U+FFFD</translation>
    </message>
    <message>
        <source>is in use: changes wait beside it in a file ending in '{}'</source>
        <translation>is in gebruik: er wachten wijzigingen ernaast in een bestand dat eindigt op ‘{}’</translation>
    </message>
    <message>
        <source>close the project in the program that made it, then import it</source>
        <translation>sluit het project in het programma waarmee het is gemaakt en importeer het dan</translation>
    </message>
    <message>
        <source>holds more than {} MB in its table '{}'</source>
        <translation>bevat meer dan {} MB in de tabel ‘{}’</translation>
    </message>
    <message>
        <source>is an SQLite database that is damaged</source>
        <translation>is een beschadigde SQLite-database</translation>
    </message>
    <message>
        <source>open it in the program that made it and save it again, or get it again</source>
        <translation>open het in het programma waarmee het is gemaakt en bewaar het opnieuw, of haal het opnieuw op</translation>
    </message>
    <message>
        <source>cannot be read as an SQLite database</source>
        <translation>kan niet worden gelezen als SQLite-database</translation>
    </message>
    <message>
        <source>1 coding names a code that is not in the codebook</source>
        <translation>1 codering noemt een code die niet in het codeboek staat</translation>
    </message>
    <message>
        <source>{} codings name a code that is not in the codebook</source>
        <translation>{} coderingen noemen een code die niet in het codeboek staat</translation>
    </message>
    <message>
        <source>1 picture, recording or empty text is left out</source>
        <translation>1 afbeelding, opname of lege tekst is weggelaten</translation>
    </message>
    <message>
        <source>{} pictures, recordings or empty texts are left out</source>
        <translation>{} afbeeldingen, opnamen of lege teksten zijn weggelaten</translation>
    </message>
    <message>
        <source>1 coding of a picture or recording is left out</source>
        <translation>1 codering van een afbeelding of opname is weggelaten</translation>
    </message>
    <message>
        <source>{} codings of pictures and recordings are left out</source>
        <translation>{} coderingen van afbeeldingen en opnamen zijn weggelaten</translation>
    </message>
    <message>
        <source>a coding of '{}' has no position</source>
        <translation>een codering van ‘{}’ heeft geen plaats</translation>
    </message>
    <message>
        <source>holds {} Taguette projects; one can be imported</source>
        <translation>bevat {} Taguette-projecten; er kan er één worden geïmporteerd</translation>
    </message>
    <message>
        <source>in Taguette open the project and export it alone, as SQLite</source>
        <translation>open het project in Taguette en exporteer alleen dat, als SQLite</translation>
    </message>
    <message>
        <source>1 highlight without a tag is left out</source>
        <translation>1 markering zonder label is weggelaten</translation>
    </message>
    <message>
        <source>{} highlights without a tag are left out</source>
        <translation>{} markeringen zonder label zijn weggelaten</translation>
    </message>
    <message>
        <source>it is no valid UTF-8</source>
        <translation>het is geen geldige UTF-8</translation>
    </message>
    <message>
        <source>{}: {} of 1 quote fit</source>
        <translation>{}: {} van 1 citaat past</translation>
    </message>
    <message>
        <source>positions count bytes</source>
        <translation>plaatsen tellen bytes</translation>
    </message>
    <message>
        <source>{}: {} of {} quotes fit</source>
        <translation>{}: {} van {} citaten passen</translation>
    </message>
    <message>
        <source>import it as a transcript, under its own name (.pdf)</source>
        <translation>importeer het als transcript, onder zijn eigen naam (.pdf)</translation>
    </message>
    <message>
        <source>a project of QualCoder or Taguette is imported as a project; other databases are not read</source>
        <translation>een project van QualCoder of Taguette wordt als project geïmporteerd; andere databases worden niet gelezen</translation>
    </message>
    <message>
        <source>import it as a project</source>
        <translation>importeer het als project</translation>
    </message>
    <message>
        <source>leave the reader to be found: it is one that can be read</source>
        <translation>laat de lezer zelf zoeken: dit soort bestand kan worden gelezen</translation>
    </message>
    <message>
        <source>is a web page without a table</source>
        <translation>is een webpagina zonder tabel</translation>
    </message>
    <message>
        <source>save what you need of it as plain text (UTF-8) or CSV, then import that</source>
        <translation>bewaar wat je ervan nodig hebt als platte tekst (UTF-8) of CSV en importeer dat</translation>
    </message>
    <message>
        <source>is a web page, whatever its name says; its table of {} rows is read</source>
        <translation>is een webpagina, wat de naam ook zegt; de tabel met {} rijen wordt gelezen</translation>
    </message>
    <message>
        <source>{} smaller tables of the page are left out</source>
        <translation>{} kleinere tabellen van de pagina zijn weggelaten</translation>
    </message>
    <message>
        <source>positions count {}, a line end as {}{}</source>
        <translation>plaatsen tellen {}, een regeleinde als {}{}</translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation>UTF-16-eenheden</translation>
    </message>
    <message>
        <source>code points</source>
        <translation>codepunten</translation>
    </message>
    <message>
        <source>, the byte order mark as one</source>
        <translation>, het byte-ordeteken als één</translation>
    </message>
    <message>
        <source>two</source>
        <translation>twee</translation>
    </message>
    <message>
        <source>one</source>
        <translation>één</translation>
    </message>
    <message>
        <source>1 picture, recording or PDF without text is left out</source>
        <translation>1 afbeelding, opname of PDF zonder tekst is weggelaten</translation>
    </message>
    <message>
        <source>{} pictures, recordings or PDFs without text are left out</source>
        <translation>{} afbeeldingen, opnamen of PDF’s zonder tekst zijn weggelaten</translation>
    </message>
    <message>
        <source>1 selection without a code is left out (a comment)</source>
        <translation>1 selectie zonder code is weggelaten (een opmerking)</translation>
    </message>
    <message>
        <source>{} selections without a code are left out (comments)</source>
        <translation>{} selecties zonder code zijn weggelaten (opmerkingen)</translation>
    </message>
    <message>
        <source>1 coding was there twice; one is kept</source>
        <translation>1 codering stond er dubbel; één ervan is behouden</translation>
    </message>
    <message>
        <source>{} codings were there twice; one of each is kept</source>
        <translation>{} coderingen stonden er dubbel; van elk is er één behouden</translation>
    </message>
    <message>
        <source>1 heading of the codebook carries codings and can be used as a code now</source>
        <translation>1 kop van het codeboek draagt coderingen en is nu als code te gebruiken</translation>
    </message>
    <message>
        <source>{} headings of the codebook carry codings and can be used as codes now</source>
        <translation>{} koppen van het codeboek dragen coderingen en zijn nu als code te gebruiken</translation>
    </message>
    <message>
        <source>is an SQLite database, but neither a QualCoder nor a Taguette project</source>
        <translation>is een SQLite-database, maar geen project van QualCoder of Taguette</translation>
    </message>
    <message>
        <source>is a folder without a QualCoder project (data.qda) in it</source>
        <translation>is een map zonder QualCoder-project (data.qda) erin</translation>
    </message>
    <message>
        <source>name the file to import</source>
        <translation>noem het bestand dat je wilt importeren</translation>
    </message>
    <message>
        <source>was rounded to the form 1.23E+15</source>
        <translation>is afgerond tot de vorm 1,23E+15</translation>
    </message>
    <message>
        <source>were rounded to the form 1.23E+15</source>
        <translation>zijn afgerond tot de vorm 1,23E+15</translation>
    </message>
    <message>
        <source>ends in zeros after 15 digits, as a spreadsheet leaves of a longer number</source>
        <translation>eindigt na 15 cijfers op nullen, zoals een rekenblad een langer getal achterlaat</translation>
    </message>
    <message>
        <source>end in zeros after 15 digits, as a spreadsheet leaves of a longer number</source>
        <translation>eindigen na 15 cijfers op nullen, zoals een rekenblad een langer getal achterlaat</translation>
    </message>
    <message>
        <source>import the file as the survey tool gave it</source>
        <translation>importeer het bestand zoals het uit het enquêteprogramma kwam</translation>
    </message>
    <message>
        <source>holds an error of a spreadsheet (#NAME?, ####)</source>
        <translation>bevat een fout van een spreadsheet (#NAAM?, ####)</translation>
    </message>
    <message>
        <source>hold an error of a spreadsheet (#NAME?, ####)</source>
        <translation>bevatten een fout van een spreadsheet (#NAAM?, ####)</translation>
    </message>
    <message>
        <source>holds an error of a formula (#DIV/0!, #N/A)</source>
        <translation>bevat een fout van een formule (#DEEL/0!, #N/B)</translation>
    </message>
    <message>
        <source>hold an error of a formula (#DIV/0!, #N/A)</source>
        <translation>bevatten een fout van een formule (#DEEL/0!, #N/B)</translation>
    </message>
    <message>
        <source>mend the formula, or leave the cell empty, and save the file again</source>
        <translation>herstel de formule, of laat de cel leeg, en sla het bestand opnieuw op</translation>
    </message>
    <message>
        <source>texts that begin with = or - become formulas; import the original file</source>
        <translation>teksten die met = of - beginnen worden formules; importeer het oorspronkelijke bestand</translation>
    </message>
    <message>
        <source>looks like a value that a spreadsheet turned into a date (3-5 became 3-May)</source>
        <translation>lijkt een waarde die een spreadsheet tot datum maakte (3-5 werd 3-mei)</translation>
    </message>
    <message>
        <source>look like values that a spreadsheet turned into dates (3-5 became 3-May)</source>
        <translation>lijken waarden die een spreadsheet tot datums maakte (3-5 werd 3-mei)</translation>
    </message>
    <message>
        <source>import the original file</source>
        <translation>importeer het oorspronkelijke bestand</translation>
    </message>
    <message>
        <source>is 32,767 characters long, where Excel cuts</source>
        <translation>is 32.767 tekens lang, waar Excel afkapt</translation>
    </message>
    <message>
        <source>are 32,767 characters long, where Excel cuts</source>
        <translation>zijn 32.767 tekens lang, waar Excel afkapt</translation>
    </message>
    <message>
        <source>there is not enough memory to work out the key</source>
        <translation>er is niet genoeg geheugen om de sleutel te berekenen</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>kan niet worden geschreven</translation>
    </message>
    <message>
        <source>check that the folder exists, that you may write there, and that there is room</source>
        <translation>controleer of de map bestaat, of je er mag schrijven en of er ruimte is</translation>
    </message>
    <message>
        <source>is cut off or was changed on its way</source>
        <translation>is afgebroken of onderweg veranderd</translation>
    </message>
    <message>
        <source>ask for it to be sent again</source>
        <translation>vraag of het opnieuw kan worden gestuurd</translation>
    </message>
    <message>
        <source>an empty passphrase seals nothing</source>
        <translation>met een lege wachtzin wordt niets verzegeld</translation>
    </message>
    <message>
        <source>the sealing library does not start</source>
        <translation>de bibliotheek voor het verzegelen start niet</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kan niet worden gelezen</translation>
    </message>
    <message>
        <source>is not a sealed file</source>
        <translation>is geen verzegeld bestand</translation>
    </message>
    <message>
        <source>the passphrase does not open it, or its first bytes were changed</source>
        <translation>de wachtzin opent het niet, of de eerste bytes zijn veranderd</translation>
    </message>
    <message>
        <source>check the passphrase with whoever sealed it</source>
        <translation>controleer de wachtzin bij wie het heeft verzegeld</translation>
    </message>
    <message>
        <source>The study is on a network drive ({}). Only one computer may have it open at a time; better work on a local copy, or give raters packs.</source>
        <translation>De studie staat op een netwerkschijf ({}). Er mag maar één computer tegelijk in werken; werk liever met een lokale kopie of geef beoordelaars codeerpakketten.</translation>
    </message>
    <message>
        <source>The study is in a folder that {} synchronises. Two computers that have it open will make conflicting copies; better keep it outside, and give raters packs.</source>
        <translation>De studie staat in een map die {} synchroniseert. Twee computers die haar open hebben, maken kopieën die elkaar tegenspreken; bewaar haar liever ergens anders en geef beoordelaars codeerpakketten.</translation>
    </message>
    <message>
        <source>the device {} went on in two copies of the same file (a restored or copied machine, or a file that was copied and worked on twice); both are kept</source>
        <translation>het apparaat {} is in twee kopieën van hetzelfde bestand verdergegaan (een teruggezette of gekopieerde computer, of een bestand dat is gekopieerd en waarin twee keer is gewerkt); beide blijven bewaard</translation>
    </message>
    <message>
        <source>the file: page {} is not what was written there</source>
        <translation>het bestand: pagina {} is niet wat er is geschreven</translation>
    </message>
    <message>
        <source>devices that went on in two copies of the same file (a restored or copied machine; both are kept): {}</source>
        <translation>apparaten die in twee kopieën van hetzelfde bestand zijn verdergegaan (een teruggezette of gekopieerde computer; beide blijven bewaard): {}</translation>
    </message>
    <message>
        <source>rows of the journal that say they were made before the row before them (a clock was set back): {}</source>
        <translation>regels van het logboek die zeggen dat ze vóór de regel daarvoor zijn gemaakt (een klok is teruggezet): {}</translation>
    </message>
    <message>
        <source>the study is damaged: a page of the file is not what was written</source>
        <translation>de studie is beschadigd: een pagina van het bestand is niet wat er is geschreven</translation>
    </message>
    <message>
        <source>is the study itself</source>
        <translation>is de studie zelf</translation>
    </message>
    <message>
        <source>name a pack or another copy of the study</source>
        <translation>noem een codeerpakket of een andere kopie van de studie</translation>
    </message>
    <message>
        <source>is a pack of another study (&apos;{}&apos;), not of &apos;{}&apos;</source>
        <translation>is een codeerpakket van een andere studie (‘{}’), niet van ‘{}’</translation>
    </message>
    <message>
        <source>is a copy of another study (&apos;{}&apos;), not of &apos;{}&apos;</source>
        <translation>is een kopie van een andere studie (‘{}’), niet van ‘{}’</translation>
    </message>
    <message>
        <source>merge it into the study that it came from</source>
        <translation>voeg het samen met de studie waaruit het komt</translation>
    </message>
    <message>
        <source>is no pack, and this is one: the study does not go into it</source>
        <translation>is geen pakket, en dit is er een: de studie gaat er niet in</translation>
    </message>
    <message>
        <source>merge the other way round: rapport merge STUDY PACK</source>
        <translation>voeg andersom samen: rapport merge STUDIE PAKKET</translation>
    </message>
    <message>
        <source>cannot be merged into a pack of another rater</source>
        <translation>kan niet worden samengevoegd met het pakket van een andere beoordelaar</translation>
    </message>
    <message>
        <source>merge into the study itself</source>
        <translation>voeg het samen met de studie zelf</translation>
    </message>
    <message>
        <source>is the pack of a rater who is not in this study</source>
        <translation>is het pakket van een beoordelaar die niet in deze studie zit</translation>
    </message>
    <message>
        <source>merge it into the copy that made the pack</source>
        <translation>voeg het samen met de kopie die het pakket heeft gemaakt</translation>
    </message>
    <message>
        <source>is damaged: {}</source>
        <translation>is beschadigd: {}</translation>
    </message>
    <message>
        <source>ask for it again, or see all that is wrong with: rapport check FILE</source>
        <translation>vraag het opnieuw, of bekijk alles wat er mis is met: rapport check BESTAND</translation>
    </message>
    <message>
        <source>its journal row {} is not what this study knows under the same guid</source>
        <translation>regel {} van zijn logboek is niet wat deze studie onder dezelfde guid kent</translation>
    </message>
    <message>
        <source>one of the two was changed by another program; see: rapport check</source>
        <translation>een van de twee is door een ander programma veranderd; zie: rapport check</translation>
    </message>
    <message>
        <source>acts that only a later version of Rapport knows</source>
        <translation>handelingen die alleen een latere versie van Rapport kent</translation>
    </message>
    <message>
        <source>changes that are not the work of the pack&apos;s rater</source>
        <translation>wijzigingen die niet van de beoordelaar van het pakket zijn</translation>
    </message>
    <message>
        <source>texts that were imported there: merge this study into that copy, which has them</source>
        <translation>teksten die daar zijn geïmporteerd: voeg deze studie in die kopie samen, die ze heeft</translation>
    </message>
    <message>
        <source>units that were reassigned in a round that is open here: its agreement is frozen</source>
        <translation>eenheden die opnieuw zijn verdeeld in een ronde die hier geopend is: de overeenstemming ligt vast</translation>
    </message>
    <message>
        <source>&apos;{}&apos; worked on 1 unit of round &apos;{}&apos; that others have by now, and has it again</source>
        <translation>‘{}’ werkte aan 1 eenheid van ronde ‘{}’ die anderen inmiddels hebben, en heeft ze weer</translation>
    </message>
    <message>
        <source>&apos;{}&apos; worked on {} units of round &apos;{}&apos; that others have by now, and has them again</source>
        <translation>‘{}’ werkte aan {} eenheden van ronde ‘{}’ die anderen inmiddels hebben, en heeft ze weer</translation>
    </message>
    <message>
        <source>units that were reassigned in a round in which others were reassigned here</source>
        <translation>eenheden die opnieuw zijn verdeeld in een ronde waarin hier andere opnieuw zijn verdeeld</translation>
    </message>
    <message>
        <source>1 act on saved searches, hidden lines and samples of lines came in</source>
        <translation>er kwam 1 handeling met bewaarde zoekvragen, verborgen regels en steekproeven van regels binnen</translation>
    </message>
    <message>
        <source>{} acts on saved searches, hidden lines and samples of lines came in</source>
        <translation>er kwamen {} handelingen met bewaarde zoekvragen, verborgen regels en steekproeven van regels binnen</translation>
    </message>
    <message>
        <source>judgements of a sample of lines that is not here</source>
        <translation>oordelen over een steekproef van regels die hier niet is</translation>
    </message>
    <message>
        <source>a sample of lines whose name another sample has here</source>
        <translation>een steekproef van regels waarvan een andere hier de naam heeft</translation>
    </message>
    <message>
        <source>a sample of lines for a rater who is not here</source>
        <translation>een steekproef van regels voor een beoordelaar die hier niet is</translation>
    </message>
    <message>
        <source>a sample of lines with codes that this study does not have</source>
        <translation>een steekproef van regels met codes die deze studie niet heeft</translation>
    </message>
    <message>
        <source>a sample of lines from texts that this study does not have</source>
        <translation>een steekproef van regels uit teksten die deze studie niet heeft</translation>
    </message>
    <message>
        <source>units of round &apos;{}&apos; have other raters now, as in the copy</source>
        <translation>eenheden van ronde ‘{}’ hebben nu andere beoordelaars, zoals in de kopie</translation>
    </message>
    <message>
        <source>&apos;{}&apos;: do that in this study too</source>
        <translation>‘{}’: doe dat ook in deze studie</translation>
    </message>
    <message>
        <source>work on units that this study does not have</source>
        <translation>werk aan eenheden die deze studie niet heeft</translation>
    </message>
    <message>
        <source>units completed in both copies with different codes, of which all count now (of levels and counts the later one): {}, by {}</source>
        <translation>eenheden die in beide kopieën met verschillende codes zijn afgerond, die nu allemaal tellen (van niveaus en aantallen de latere): {}, door {}</translation>
    </message>
    <message>
        <source>a round is called '{}' there: give the same name here</source>
        <translation>een ronde heet daar ‘{}’: geef hier dezelfde naam</translation>
    </message>
    <message>
        <source>a rater is called '{}' there: give the same name here</source>
        <translation>een beoordelaar heet daar ‘{}’: geef hier dezelfde naam</translation>
    </message>
    <message>
        <source>work of '{}', whose name somebody else has here</source>
        <translation>werk van ‘{}’, een naam die hier van iemand anders is</translation>
    </message>
    <message>
        <source>work in round '{}', which this study does not have: merge the copy that made the pack first</source>
        <translation>werk in ronde ‘{}’, die deze studie niet heeft: voeg eerst de kopie samen die het pakket maakte</translation>
    </message>
    <message>
        <source>work in round '{}', whose name another round has here</source>
        <translation>werk in ronde ‘{}’, een naam die hier van een andere ronde is</translation>
    </message>
    <message>
        <source>'{}' of the copy is another rater than '{}' here, and stays out: give one of the two another name, then merge again</source>
        <translation>‘{}’ van de kopie is een andere beoordelaar dan ‘{}’ hier, en blijft erbuiten: geef een van beiden een andere naam en voeg dan opnieuw samen</translation>
    </message>
    <message>
        <source>round '{}' of the copy is another one than round '{}' here, and stays out</source>
        <translation>ronde ‘{}’ van de kopie is een andere dan ronde ‘{}’ hier, en blijft erbuiten</translation>
    </message>
    <message>
        <source>round '{}' came in without the units of '{}', whose name somebody else has here</source>
        <translation>ronde ‘{}’ kwam erbij zonder de eenheden van ‘{}’, een naam die hier van iemand anders is</translation>
    </message>
    <message>
        <source>is the pack of another '{}' than the one of this study</source>
        <translation>is het pakket van een andere ‘{}’ dan die van deze studie</translation>
    </message>
    <message>
        <source>give one of the two another name in the copy of the study that has that one, merge the copy that made the pack, then the pack</source>
        <translation>geef een van beiden een andere naam in de kopie van de studie waarin die zit, voeg de kopie samen die het pakket maakte en dan het pakket</translation>
    </message>
    <message>
        <source>what was never assigned stands in this round</source>
        <translation>in deze ronde staat wat nooit is toegewezen</translation>
    </message>
    <message>
        <source>rename a round</source>
        <translation>een ronde een andere naam geven</translation>
    </message>
    <message>
        <source>that stays as it is; the next time it goes on with what was done before</source>
        <translation>dat blijft zoals het is; de volgende keer gaat het verder met wat daarvoor is gedaan</translation>
    </message>
    <message>
        <source>has more than {} elements</source>
        <translation>heeft meer dan {} elementen</translation>
    </message>
    <message>
        <source>has more than {} MB of text in one piece</source>
        <translation>heeft meer dan {} MB tekst in één stuk</translation>
    </message>
    <message>
        <source>has more than {} elements inside one another</source>
        <translation>heeft meer dan {} elementen in elkaar</translation>
    </message>
    <message>
        <source>is no well-formed XML: {}</source>
        <translation>is geen goedgevormde XML: {}</translation>
    </message>
    <message>
        <source>holds a tag longer than {} MB</source>
        <translation>bevat een tag van meer dan {} MB</translation>
    </message>
    <message>
        <source>rename a rater</source>
        <translation>een beoordelaar een andere naam geven</translation>
    </message>
    <message>
        <source>work that names no rater or no unit</source>
        <translation>werk waarbij geen beoordelaar of geen eenheid staat</translation>
    </message>
    <message>
        <source>work with codes that this study does not have</source>
        <translation>werk met codes die deze studie niet heeft</translation>
    </message>
    <message>
        <source>work on texts of participants who have withdrawn</source>
        <translation>werk aan teksten van deelnemers die hun toestemming hebben ingetrokken</translation>
    </message>
    <message>
        <source>work on texts that are not the same here</source>
        <translation>werk aan teksten die hier anders zijn</translation>
    </message>
    <message>
        <source>a text was redacted here after the copy was made; the work on it fits</source>
        <translation>een tekst is hier onleesbaar gemaakt nadat de kopie was gemaakt; het werk eraan past</translation>
    </message>
    <message>
        <source>a text was redacted in the copy and is not here; the work on it fits</source>
        <translation>een tekst is in de kopie onleesbaar gemaakt en hier niet; het werk eraan past</translation>
    </message>
    <message>
        <source>ratings under version {} of the codebook, which this study does not have</source>
        <translation>beoordelingen onder versie {} van het codeboek, die deze studie niet heeft</translation>
    </message>
    <message>
        <source>ratings under a version {} of the codebook that says something else here</source>
        <translation>beoordelingen onder een versie {} van het codeboek die hier iets anders zegt</translation>
    </message>
    <message>
        <source>the codebook has gone on to version {}; what was rated under version {} counts under that version</source>
        <translation>het codeboek is inmiddels bij versie {}; wat onder versie {} is beoordeeld, telt onder die versie</translation>
    </message>
    <message>
        <source>a participant who had withdrawn in the copy has left this study too, as &apos;{}&apos;</source>
        <translation>een deelnemer die in de kopie zijn toestemming had ingetrokken, is nu ook uit deze studie, als ‘{}’</translation>
    </message>
    <message>
        <source>the name still stands in the text &apos;{}&apos;</source>
        <translation>de naam staat nog in de tekst ‘{}’</translation>
    </message>
    <message>
        <source>version {} of the codebook came in</source>
        <translation>versie {} van het codeboek is erbij gekomen</translation>
    </message>
    <message>
        <source>rater &apos;{}&apos; came in</source>
        <translation>beoordelaar ‘{}’ is erbij gekomen</translation>
    </message>
    <message>
        <source>round &apos;{}&apos; came in</source>
        <translation>ronde ‘{}’ is erbij gekomen</translation>
    </message>
    <message>
        <source>is damaged: its first bytes are not what was written</source>
        <translation>is beschadigd: de eerste bytes zijn niet wat er is geschreven</translation>
    </message>
    <message>
        <source>does not say whose pack it is</source>
        <translation>zegt niet van wie het pakket is</translation>
    </message>
    <message>
        <source>ask the coordinator for a new pack</source>
        <translation>vraag de coördinator om een nieuw pakket</translation>
    </message>
    <message>
        <source>nothing is assigned to this rater, so a pack would be empty</source>
        <translation>aan deze beoordelaar is niets toegewezen, dus een pakket zou leeg zijn</translation>
    </message>
    <message>
        <source>give the rater units first: rapport assign STUDY --round NAME ... --raters NAME</source>
        <translation>geef de beoordelaar eerst eenheden: rapport assign STUDIE --round NAAM ... --raters NAAM</translation>
    </message>
    <message>
        <source>another program has the study open</source>
        <translation>een ander programma heeft de studie open</translation>
    </message>
    <message>
        <source>close it there, and try again</source>
        <translation>sluit haar daar en probeer het opnieuw</translation>
    </message>
    <message>
        <source>a sample that is rated again is neither fresh nor dealt out to some of the raters</source>
        <translation>een steekproef die opnieuw wordt beoordeeld, is niet vers en wordt niet over een deel van de beoordelaars verdeeld</translation>
    </message>
    <message>
        <source>no units are left to assign</source>
        <translation>er zijn geen eenheden meer om toe te wijzen</translation>
    </message>
    <message>
        <source>import answers first, or leave out fewer rounds</source>
        <translation>lees eerst antwoorden in, of laat minder rondes weg</translation>
    </message>
    <message>
        <source>these raters completed nothing in that round, or not long enough ago</source>
        <translation>deze beoordelaars hebben in die ronde niets afgerond, of nog niet lang genoeg geleden</translation>
    </message>
    <message>
        <source>is sealed with a passphrase</source>
        <translation>is verzegeld met een wachtzin</translation>
    </message>
    <message>
        <source>give the file that holds it: --passphrase-file FILE</source>
        <translation>geef het bestand waar die in staat: --passphrase-file BESTAND</translation>
    </message>
    <message>
        <source>write a pack</source>
        <translation>een codeerpakket schrijven</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>er is geen bestand met die naam</translation>
    </message>
    <message>
        <source>open it as it is</source>
        <translation>open het zoals het is</translation>
    </message>
    <message>
        <source>holds no passphrase</source>
        <translation>bevat geen wachtzin</translation>
    </message>
    <message>
        <source>write it on the first line</source>
        <translation>zet die op de eerste regel</translation>
    </message>
    <message>
        <source>reassign units</source>
        <translation>eenheden opnieuw toewijzen</translation>
    </message>
    <message>
        <source>round &apos;{}&apos; is open: its agreement is what it is</source>
        <translation>ronde ‘{}’ is geopend: de overeenstemming ligt vast</translation>
    </message>
    <message>
        <source>make another round</source>
        <translation>maak een andere ronde</translation>
    </message>
    <message>
        <source>nobody is named to take the units</source>
        <translation>er is niemand genoemd om de eenheden over te nemen</translation>
    </message>
    <message>
        <source>name them: --to A,B</source>
        <translation>noem ze: --to A,B</translation>
    </message>
    <message>
        <source>&apos;{}&apos; has no units in round &apos;{}&apos;</source>
        <translation>‘{}’ heeft geen eenheden in ronde ‘{}’</translation>
    </message>
    <message>
        <source>&apos;{}&apos; has finished, or begun, every unit of the round</source>
        <translation>‘{}’ heeft elke eenheid van de ronde afgerond of is eraan begonnen</translation>
    </message>
    <message>
        <source>the others have all of these units already</source>
        <translation>de anderen hebben al deze eenheden al</translation>
    </message>
    <message>
        <source>name somebody who does not rate in this round yet</source>
        <translation>noem iemand die in deze ronde nog niet beoordeelt</translation>
    </message>
    <message>
        <source>cannot be put back: nothing can be written in its folder</source>
        <translation>kan niet worden teruggezet: in de map kan niets worden geschreven</translation>
    </message>
    <message>
        <source>is damaged itself: {}</source>
        <translation>is zelf beschadigd: {}</translation>
    </message>
    <message>
        <source>try an older backup</source>
        <translation>probeer een oudere reservekopie</translation>
    </message>
    <message>
        <source>is a pack, not a backup</source>
        <translation>is een codeerpakket, geen reservekopie</translation>
    </message>
    <message>
        <source>take it in with: rapport merge</source>
        <translation>neem het op met: rapport merge</translation>
    </message>
    <message>
        <source>is a copy of another study</source>
        <translation>is een kopie van een andere studie</translation>
    </message>
    <message>
        <source>name a backup of this study</source>
        <translation>noem een reservekopie van deze studie</translation>
    </message>
    <message>
        <source>cannot put the study aside: {}</source>
        <translation>kan de studie niet opzijzetten: {}</translation>
    </message>
    <message>
        <source>cannot put the backup in its place: {}</source>
        <translation>kan de reservekopie niet op haar plaats zetten: {}</translation>
    </message>
    <message>
        <source>the study as it was is at {}</source>
        <translation>de studie zoals ze was, staat op {}</translation>
    </message>
    <message>
        <source>The clock of this computer says {}, but the last change in this study was made at {}. Set the clock; the order of changes is kept either way.</source>
        <translation>De klok van deze computer zegt {}, maar de laatste wijziging in deze studie is van {}. Zet de klok gelijk; de volgorde van de wijzigingen blijft hoe dan ook bewaard.</translation>
    </message>
    <message>
        <source>does not hold the rater whose pack it is</source>
        <translation>bevat de beoordelaar van wie het pakket is niet</translation>
    </message>
    <message>
        <source>open it into a file of your own: rapport unseal {} --out {} --passphrase-file FILE</source>
        <translation>open het in een bestand van jezelf: rapport unseal {} --out {} --passphrase-file BESTAND</translation>
    </message>
    <message>
        <source>the gold codings are shown once the unit is completed</source>
        <translation>de gouden coderingen worden getoond zodra de eenheid is afgerond</translation>
    </message>
    <message>
        <source>rows of the journal that say they were made before the row before them (a clock was set back, or older work was imported): {}</source>
        <translation>regels van het logboek die zeggen dat ze vóór de regel daarvoor zijn gemaakt (een klok is teruggezet, of er is ouder werk ingelezen): {}</translation>
    </message>
    <message>
        <source>until it is completed it is found by its neutral name alone</source>
        <translation>tot ze af is, is ze alleen onder haar neutrale naam te vinden</translation>
    </message>
    <message>
        <source>you still have to rate this unit yourself</source>
        <translation>je moet deze eenheid zelf nog beoordelen</translation>
    </message>
    <message>
        <source>others&apos; work on it is shown once you have completed it</source>
        <translation>het werk van anderen eraan zie je zodra je haar hebt afgerond</translation>
    </message>
    <message>
        <source>you still have to rate this text yourself</source>
        <translation>deze tekst moet je zelf nog beoordelen</translation>
    </message>
    <message>
        <source>complete it, then look at what others gave</source>
        <translation>rond hem af en kijk dan wat anderen gaven</translation>
    </message>
    <message>
        <source>you still have units to rate yourself in round &apos;{}&apos;</source>
        <translation>je moet in ronde ‘{}’ zelf nog eenheden beoordelen</translation>
    </message>
    <message>
        <source>complete them, then look at agreement</source>
        <translation>rond ze af en bekijk dan de overeenstemming</translation>
    </message>
    <message>
        <source>say as whom the coordinator rates</source>
        <translation>zeggen als wie de coördinator beoordeelt</translation>
    </message>
    <message>
        <source>keys and other languages are not in REFI-QDA, scales and prompts only as words; .json keeps them all</source>
        <translation>toetsen en andere talen staan niet in REFI-QDA, schalen en vragen alleen als woorden; .json bewaart ze allemaal</translation>
    </message>
    <message>
        <source>nobody speaks as '{}'</source>
        <translation>niemand spreekt als ‘{}’</translation>
    </message>
    <message>
        <source>see who does: rapport import STUDY FILE --dry-run</source>
        <translation>zie wie wel: rapport import STUDIE BESTAND --dry-run</translation>
    </message>
    <message>
        <source>1 name was replaced</source>
        <translation>1 naam is vervangen</translation>
    </message>
    <message>
        <source>{} names were replaced</source>
        <translation>{} namen zijn vervangen</translation>
    </message>
    <message>
        <source>this line is not hidden</source>
        <translation>deze regel is niet verborgen</translation>
    </message>
    <message>
        <source>there is a sample '{}' already</source>
        <translation>er is al een steekproef '{}'</translation>
    </message>
    <message>
        <source>this sample is open already</source>
        <translation>deze steekproef is al open</translation>
    </message>
    <message>
        <source>a line is hidden with a reason</source>
        <translation>een regel wordt met een reden verborgen</translation>
    </message>
    <message>
        <source>say in a few words why it does not belong</source>
        <translation>zeg in een paar woorden waarom hij er niet bij hoort</translation>
    </message>
    <message>
        <source>a query without words has no lines</source>
        <translation>een zoekvraag zonder woorden heeft geen regels</translation>
    </message>
    <message>
        <source>this unit is not assigned to this rater</source>
        <translation>deze eenheid is niet aan deze beoordelaar toegewezen</translation>
    </message>
    <message>
        <source>use a name that ends in .csv, .xlsx</source>
        <translation>gebruik een naam die eindigt op .csv, .xlsx</translation>
    </message>
    <message>
        <source>there is no saved search '{}'</source>
        <translation>er is geen bewaarde zoekvraag '{}'</translation>
    </message>
    <message>
        <source>no search was saved yet</source>
        <translation>er is nog geen zoekvraag bewaard</translation>
    </message>
    <message>
        <source>there are: {}</source>
        <translation>er zijn: {}</translation>
    </message>
    <message>
        <source>a search is saved under a name of 1 to {} characters</source>
        <translation>een zoekvraag wordt bewaard onder een naam van 1 tot {} tekens</translation>
    </message>
    <message>
        <source>there is no sample of lines '{}'</source>
        <translation>er is geen steekproef van regels '{}'</translation>
    </message>
    <message>
        <source>see: rapport lines STUDY list</source>
        <translation>zie: rapport lines STUDIE list</translation>
    </message>
    <message>
        <source>'{}' is a heading: choose among the codes under it</source>
        <translation>'{}' is een kop: kies uit de codes eronder</translation>
    </message>
    <message>
        <source>lines are judged by one code or more</source>
        <translation>regels worden met minstens één code beoordeeld</translation>
    </message>
    <message>
        <source>name the codes that raters choose among</source>
        <translation>noem de codes waaruit beoordelaars kiezen</translation>
    </message>
    <message>
        <source>draw lines for raters</source>
        <translation>regels voor beoordelaars trekken</translation>
    </message>
    <message>
        <source>a sample of lines has a name and one line or more</source>
        <translation>een steekproef van regels heeft een naam en minstens één regel</translation>
    </message>
    <message>
        <source>agreement takes two raters or more</source>
        <translation>voor overeenstemming zijn minstens twee beoordelaars nodig</translation>
    </message>
    <message>
        <source>the query finds no line to draw</source>
        <translation>de zoekvraag vindt geen regel om te trekken</translation>
    </message>
    <message>
        <source>a rater judges for nobody else</source>
        <translation>een beoordelaar beoordeelt voor niemand anders</translation>
    </message>
    <message>
        <source>these lines were not given to '{}'</source>
        <translation>deze regels zijn niet aan '{}' gegeven</translation>
    </message>
    <message>
        <source>this sample is open: no more judgements come in</source>
        <translation>deze steekproef is open: er komen geen beoordelingen meer bij</translation>
    </message>
    <message>
        <source>the sample has lines 1 to {}</source>
        <translation>de steekproef heeft regels 1 tot {}</translation>
    </message>
    <message>
        <source>'{}' is none of this sample's codes</source>
        <translation>'{}' is geen van de codes van deze steekproef</translation>
    </message>
    <message>
        <source>write {}or {} for none of them</source>
        <translation>schrijf {}of {} voor geen ervan</translation>
    </message>
    <message>
        <source>open a sample of lines</source>
        <translation>een steekproef van regels openen</translation>
    </message>
    <message>
        <source>see agreement</source>
        <translation>overeenstemming bekijken</translation>
    </message>
    <message>
        <source>raters are still judging these lines</source>
        <translation>beoordelaars zijn nog met deze regels bezig</translation>
    </message>
    <message>
        <source>open the sample first; no more judgements come in then</source>
        <translation>open eerst de steekproef; daarna komen er geen beoordelingen meer bij</translation>
    </message>
    <message>
        <source>use left1, right1, match, code, speaker, prompt, lang, source or an attribute</source>
        <translation>gebruik left1, right1, match, code, speaker, prompt, lang, source of een kenmerk</translation>
    </message>
    <message>
        <source>an index is split into 1 to {} parts</source>
        <translation>een index wordt in 1 tot {} delen gesplitst</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>de map kan niet worden gemaakt</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>de map is niet leeg</translation>
    </message>
    <message>
        <source>name a new one</source>
        <translation>noem een nieuwe</translation>
    </message>
    <message>
        <source>there is no search index to split</source>
        <translation>er is geen zoekindex om te splitsen</translation>
    </message>
    <message>
        <source>run: rapport index STUDY</source>
        <translation>voer uit: rapport index STUDIE</translation>
    </message>
    <message>
        <source>'{}' names no server</source>
        <translation>'{}' noemt geen server</translation>
    </message>
    <message>
        <source>write HOST:PORT</source>
        <translation>schrijf HOST:POORT</translation>
    </message>
    <message>
        <source>split the index</source>
        <translation>de index splitsen</translation>
    </message>
    <message>
        <source>no words to search by in these texts</source>
        <translation>in deze teksten staan geen woorden om mee te zoeken</translation>
    </message>
    <message>
        <source>there is no search index to ask</source>
        <translation>er is geen zoekindex om te vragen</translation>
    </message>
    <message>
        <source>there is no text to find more like</source>
        <translation>er is geen tekst om er meer van te vinden</translation>
    </message>
    <message>
        <source>name units, or a code that was given</source>
        <translation>noem eenheden, of een code die gegeven is</translation>
    </message>
    <message>
        <source>a drawing cannot be painted: {}</source>
        <translation>een tekening kan niet getekend worden: {}</translation>
    </message>
    <message>
        <source>a part of this program could not be loaded ({})</source>
        <translation>een deel van dit programma kon niet geladen worden ({})</translation>
    </message>
    <message>
        <source>install the program anew</source>
        <translation>installeer het programma opnieuw</translation>
    </message>
    <message>
        <source>the note '{}' is not as it was written</source>
        <translation>de notitie '{}' is niet meer zoals ze geschreven is</translation>
    </message>
    <message>
        <source>{}: made under {} versions of the codebook; all of it counts as made under the one that came in, where a code that came later is absent instead of missing</source>
        <translation>{}: gemaakt onder {} versies van het codeboek; alles telt als gemaakt onder de versie die binnenkwam, waarin een later gekomen code afwezig is in plaats van ontbrekend</translation>
    </message>
    <message>
        <source>the note '{}' is left out: {}</source>
        <translation>de notitie '{}' is weggelaten: {}</translation>
    </message>
    <message>
        <source>{}: has no plain text; the words of its styled document stand in for it</source>
        <translation>{}: heeft geen platte tekst; de woorden van het opgemaakte document staan ervoor in de plaats</translation>
    </message>
    <message>
        <source>there is no text for what was written on '{}' to stand on: {}</source>
        <translation>er is geen tekst waarbij kan staan wat over '{}' geschreven is: {}</translation>
    </message>
    <message>
        <source>1 note on the project as a whole, on a case or on a set stands among the researchers' memos, on the first text it is about</source>
        <translation>1 notitie bij het project als geheel, bij een case of bij een set staat bij de memo's van de onderzoekers, op de eerste tekst waar ze over gaat</translation>
    </message>
    <message>
        <source>{} notes on the project as a whole, on cases or on sets stand among the researchers' memos, each on the first text it is about</source>
        <translation>{} notities bij het project als geheel, bij cases of bij sets staan bij de memo's van de onderzoekers, elk op de eerste tekst waar ze over gaat</translation>
    </message>
    <message>
        <source>{} differences that were settled stand in the note {}, which other programs keep as a note</source>
        <translation>{} verschillen waarover beslist is, staan in de notitie {}, die andere programma's als notitie bewaren</translation>
    </message>
    <message>
        <source>'{}' of {} is settled otherwise in the study, as {}</source>
        <translation>over '{}' van {} is in de studie anders beslist, namelijk {}</translation>
    </message>
    <message>
        <source>it stays as it is</source>
        <translation>dat blijft zo</translation>
    </message>
    <message>
        <source>{}: round '{}' comes in opened, since differences in it were settled: its agreement is that of the codings in the file</source>
        <translation>{}: ronde '{}' komt geopend binnen, omdat over verschillen erin beslist is: haar overeenstemming is die van de coderingen in het bestand</translation>
    </message>
    <message>
        <source>{}: 1 difference that was settled came in</source>
        <translation>{}: 1 verschil waarover beslist was, kwam binnen</translation>
    </message>
    <message>
        <source>{}: {} differences that were settled came in</source>
        <translation>{}: {} verschillen waarover beslist was, kwamen binnen</translation>
    </message>
    <message>
        <source>the study has another text '{}'</source>
        <translation>de studie heeft een andere tekst '{}'</translation>
    </message>
    <message>
        <source>import the project into a study of its own</source>
        <translation>lees het project in een eigen studie in</translation>
    </message>
    <message>
        <source>{}: the note '{}' has no unit or no author in the study</source>
        <translation>{}: de notitie '{}' heeft geen eenheid of geen auteur in de studie</translation>
    </message>
    <message>
        <source>see groups of participants</source>
        <translation>groepen deelnemers bekijken</translation>
    </message>
    <message>
        <source>see what was settled</source>
        <translation>bekijken wat vastgesteld is</translation>
    </message>
    <message>
        <source>{} more rows were left out; only the first are listed</source>
        <translation>nog {} rijen zijn weggelaten; alleen de eerste staan in de lijst</translation>
    </message>
    <message>
        <source>{} more rows do not fit; only the first are listed</source>
        <translation>nog {} rijen passen niet; alleen de eerste staan in de lijst</translation>
    </message>
    <message>
        <source>page {} at {}-{} is outside its text or overlaps the page before it</source>
        <translation>pagina {} op {}-{} ligt buiten haar tekst of overlapt met de pagina ervoor</translation>
    </message>
    <message>
        <source>page '{}' ends outside its text</source>
        <translation>pagina '{}' eindigt buiten haar tekst</translation>
    </message>
    <message>
        <source>holds a cell of more than {} MB of text</source>
        <translation>bevat een cel van meer dan {} MB tekst</translation>
    </message>
    <message>
        <source>no text of an interview is so long: look what it is in the program that made it</source>
        <translation>geen tekst van een interview is zo lang: kijk wat het is in het programma dat het maakte</translation>
    </message>
    <message>
        <source>the mapping names several columns that hold the question</source>
        <translation>de toewijzing noemt meer dan één kolom met de vraag</translation>
    </message>
    <message>
        <source>a row answers one question: one column is mapped as "prompt"</source>
        <translation>een rij beantwoordt één vraag: één kolom wordt toegewezen als "prompt"</translation>
    </message>
    <message>
        <source>a table with a column of questions has one column of answers</source>
        <translation>een tabel met een kolom met vragen heeft één kolom met antwoorden</translation>
    </message>
    <message>
        <source>map that column as "answer", the others as attributes or not at all</source>
        <translation>wijs die kolom toe als "answer", de andere als kenmerk of helemaal niet</translation>
    </message>
    <message>
        <source>use participant, answer, prompt, attribute, language, wave or left_out</source>
        <translation>gebruik participant, answer, prompt, attribute, language, wave of left_out</translation>
    </message>
    <message>
        <source>the row names no question</source>
        <translation>de rij noemt geen vraag</translation>
    </message>
    <message>
        <source>say in every row which question it answers</source>
        <translation>zet in elke rij welke vraag ze beantwoordt</translation>
    </message>
    <message>
        <source>participant '{}' answered '{}' in line {} already</source>
        <translation>deelnemer '{}' heeft '{}' al beantwoord in regel {}</translation>
    </message>
    <message>
        <source>says which texts this program wrote behind an apostrophe</source>
        <translation>zegt welke teksten dit programma achter een apostrof schreef</translation>
    </message>
    <message>
        <source>two columns are named as prompt {}: say in a mapping which of them answers it</source>
        <translation>twee kolommen heten naar vraag {}: zeg in een toewijzing welke van beide het antwoord is</translation>
    </message>
    <message>
        <source>another column is named as prompt {} too</source>
        <translation>een andere kolom heet ook naar vraag {}</translation>
    </message>
    <message>
        <source>a new prompt, {}: {}</source>
        <translation>een nieuwe vraag, {}: {}</translation>
    </message>
    <message>
        <source>and {} more new prompts</source>
        <translation>en nog {} nieuwe vragen</translation>
    </message>
    <message>
        <source>participant '{}' has the value '{}' from an earlier row, not '{}'</source>
        <translation>deelnemer '{}' heeft de waarde '{}' uit een eerdere rij, niet '{}'</translation>
    </message>
    <message>
        <source>participant '{}' keeps the value '{}': an answer of the row with '{}' was refused</source>
        <translation>deelnemer '{}' houdt de waarde '{}': een antwoord in de rij met '{}' is geweigerd</translation>
    </message>
    <message>
        <source>participant '{}' keeps the value '{}': '{}' may be the same number, rounded by this kind of file</source>
        <translation>deelnemer ‘{}’ houdt de waarde ‘{}’: ‘{}’ kan hetzelfde getal zijn, afgerond door dit soort bestand</translation>
    </message>
    <message>
        <source>if it is another number, bring it in from a CSV file</source>
        <translation>is het een ander getal, haal het dan uit een CSV-bestand</translation>
    </message>
    <message>
        <source>an attribute has one value for each participant; the first is kept</source>
        <translation>een kenmerk heeft één waarde per deelnemer; de eerste blijft</translation>
    </message>
    <message>
        <source>see whether the row is about the same person</source>
        <translation>ga na of de rij over dezelfde persoon gaat</translation>
    </message>
    <message>
        <source>{} blinded attributes were left out</source>
        <translation>{} afgeschermde kenmerken zijn weggelaten</translation>
    </message>
    <message>
        <source>rater &apos;{}&apos; of the file is taken for &apos;{}&apos;</source>
        <translation>beoordelaar ‘{}’ van het bestand geldt als ‘{}’</translation>
    </message>
    <message>
        <source>nobody gives new words under that name</source>
        <translation>onder die naam geeft niemand nieuwe woorden</translation>
    </message>
    <message>
        <source>--with-blinded takes them along</source>
        <translation>--with-blinded neemt ze mee</translation>
    </message>
    <message>
        <source>{} counts stand in the note {} alone</source>
        <translation>{} aantallen staan alleen in de notitie {}</translation>
    </message>
    <message>
        <source>1 count stands in the note {} alone</source>
        <translation>1 aantal staat alleen in de notitie {}</translation>
    </message>
    <message>
        <source>{} codings with codes of earlier versions stand in the note {} alone</source>
        <translation>{} coderingen met codes van eerdere versies staan alleen in de notitie {}</translation>
    </message>
    <message>
        <source>1 coding with a code of an earlier version stands in the note {} alone</source>
        <translation>1 codering met een code van een eerdere versie staat alleen in de notitie {}</translation>
    </message>
    <message>
        <source>completed units, rounds, codebook versions and turns stand in notes ({}): other programs keep them as notes</source>
        <translation>afgeronde eenheden, rondes, codeboekversies en spreekbeurten staan in notities ({}): andere programma's bewaren ze als notities</translation>
    </message>
    <message>
        <source>{} answers to yes-no questions and notes are not in the project</source>
        <translation>{} antwoorden op ja-neevragen en notities staan niet in het project</translation>
    </message>
    <message>
        <source>1 answer to a yes-no question or a note is not in the project</source>
        <translation>1 antwoord op een ja-neevraag of een notitie staat niet in het project</translation>
    </message>
    <message>
        <source>--what answers has them</source>
        <translation>--what answers heeft ze</translation>
    </message>
    <message>
        <source>judgements of the sample of lines &apos;{}&apos; that came after it was opened, and do not count: {}</source>
        <translation>oordelen over de steekproef van regels &apos;{}&apos; die kwamen nadat die geopend was, en niet meetellen: {}</translation>
    </message>
    <message>
        <source>the saved search &apos;{}&apos;</source>
        <translation>de bewaarde zoekvraag &apos;{}&apos;</translation>
    </message>
    <message>
        <source>a line of &apos;{}&apos; that was hidden, with its reason</source>
        <translation>een regel van &apos;{}&apos; die verborgen is, met de reden</translation>
    </message>
    <message>
        <source>the sample of lines &apos;{}&apos;</source>
        <translation>de steekproef van regels &apos;{}&apos;</translation>
    </message>
    <message>
        <source>the name still stands in {}</source>
        <translation>de naam staat nog in {}</translation>
    </message>
    <message>
        <source>memos</source>
        <translation>memo&apos;s</translation>
    </message>
    <message>
        <source>reasons for what was settled</source>
        <translation>redenen bij wat beslecht is</translation>
    </message>
    <message>
        <source>remarks on disagreements</source>
        <translation>opmerkingen bij verschillen</translation>
    </message>
    <message>
        <source>words that were blotted out in the copy stood in imported files: their bytes went</source>
        <translation>woorden die in de kopie onleesbaar zijn gemaakt, stonden in geïmporteerde bestanden: die zijn leeggemaakt</translation>
    </message>
    <message>
        <source>words that were blotted out in the copy were blotted out here, too, in what people wrote or kept of searching: {} of these</source>
        <translation>woorden die in de kopie onleesbaar zijn gemaakt, zijn dat hier nu ook, in wat mensen schreven of van het zoeken bewaarden: {} daarvan</translation>
    </message>
    <message>
        <source>what the codebook says of code &apos;{}&apos;</source>
        <translation>wat het codeboek over code &apos;{}&apos; zegt</translation>
    </message>
    <message>
        <source>what an earlier codebook says of code &apos;{}&apos;</source>
        <translation>wat een eerder codeboek over code &apos;{}&apos; zegt</translation>
    </message>
    <message>
        <source>what the codebook says of variable &apos;{}&apos;</source>
        <translation>wat het codeboek over variabele &apos;{}&apos; zegt</translation>
    </message>
    <message>
        <source>what an earlier codebook says of variable &apos;{}&apos;</source>
        <translation>wat een eerder codeboek over variabele &apos;{}&apos; zegt</translation>
    </message>
    <message>
        <source>they stay in {}: write it anew</source>
        <translation>ze blijven staan in {}: schrijf het opnieuw</translation>
    </message>
    <message>
        <source>no saved search, hidden line, sample of lines, memo, reason or remark holds these words</source>
        <translation>geen bewaarde zoekvraag, verborgen regel, steekproef van regels, memo, reden of opmerking bevat deze woorden</translation>
    </message>
    <message>
        <source>did you mean '{}'?</source>
        <translation>bedoelde je ‘{}’?</translation>
    </message>
    <message>
        <source>there are: {}, and {} more</source>
        <translation>er zijn: {}, en nog {}</translation>
    </message>
    <message>
        <source>'{}' is no number</source>
        <translation>‘{}’ is geen getal</translation>
    </message>
    <message>
        <source>write: {0}:4, {0}:3.5..4.5, {0}:4.. or {0}:..4</source>
        <translation>schrijf: {0}:4, {0}:3,5..4,5, {0}:4.. of {0}:..4</translation>
    </message>
    <message>
        <source>'{}' is no date</source>
        <translation>‘{}’ is geen datum</translation>
    </message>
    <message>
        <source>write: {0}:2024-05-27, {0}:2024-05 or {0}:2024-05..2024-08</source>
        <translation>schrijf: {0}:2024-05-27, {0}:2024-05 of {0}:2024-05..2024-08</translation>
    </message>
    <message>
        <source>write: {}:{}</source>
        <translation>schrijf: {}:{}</translation>
    </message>
    <message>
        <source>no text has {}:{}</source>
        <translation>geen tekst heeft {}:{}</translation>
    </message>
    <message>
        <source>of {} units the index holds other words than the study</source>
        <translation>van {} eenheden bevat de index andere woorden dan de studie</translation>
    </message>
    <message>
        <source>memos and codes: {}</source>
        <translation>memo’s en codes: {}</translation>
    </message>
    <message>
        <source>a memo that was found is not there</source>
        <translation>een memo die gevonden is, is er niet</translation>
    </message>
    <message>
        <source>the index finds other units than its words say</source>
        <translation>de index vindt andere eenheden dan zijn woorden zeggen</translation>
    </message>
    <message>
        <source>rapport index STUDY --rebuild makes it anew</source>
        <translation>rapport index STUDY --rebuild maakt hem opnieuw</translation>
    </message>
    <message>
        <source>the index was written while it was compared</source>
        <translation>de index werd beschreven terwijl hij werd vergeleken</translation>
    </message>
    <message>
        <source>compare it again</source>
        <translation>vergelijk hem opnieuw</translation>
    </message>
    <message>
        <source>names the participants by {}: it would stand in the study beside all they said; give them codes in the file, or replace the names on import</source>
        <translation>noemt de deelnemers bij {}: dat zou in de studie naast alles staan wat ze zeiden; geef ze codes in het bestand, of vervang de namen bij het importeren</translation>
    </message>
    <message>
        <source>column '{}' of the codebook is not read</source>
        <translation>kolom '{}' van het codeboek wordt niet gelezen</translation>
    </message>
    <message>
        <source>unit '{}' stands on line {} and on line {}: they are read as different units</source>
        <translation>eenheid '{}' staat op regel {} en op regel {}: ze worden als verschillende eenheden gelezen</translation>
    </message>
    <message>
        <source>{} units stand on more than one line</source>
        <translation>{} eenheden staan op meer dan één regel</translation>
    </message>
    <message>
        <source>several codes a unit: each coder's codes together are one value; a single code is measured with --codes NAME</source>
        <translation>meerdere codes per eenheid: de codes van elke codeur vormen samen één waarde; één code wordt gemeten met --codes NAAM</translation>
    </message>
    <message>
        <source>{}: no quoted words fit its codings, so how their positions were counted is a guess ({}): look at them</source>
        <translation>{}: geen geciteerde woorden passen bij de coderingen, dus hoe hun posities geteld zijn is een gok ({}): kijk ze na</translation>
    </message>
    <message>
        <source>holds more than {} paragraphs</source>
        <translation>bevat meer dan {} alinea's</translation>
    </message>
    <message>
        <source>a LimeSurvey archive (.lsa)</source>
        <translation>een LimeSurvey-archief (.lsa)</translation>
    </message>
    <message>
        <source>the structure of a LimeSurvey survey (.lss)</source>
        <translation>de structuur van een LimeSurvey-enquête (.lss)</translation>
    </message>
    <message>
        <source>the structure of a Qualtrics survey (.qsf)</source>
        <translation>de structuur van een Qualtrics-enquête (.qsf)</translation>
    </message>
    <message>
        <source>a JSON document, neither answers nor a transcript</source>
        <translation>een JSON-document, geen antwoorden en geen transcript</translation>
    </message>
    <message>
        <source>it has the questions of a survey: import its answers, and give this file beside them (--questions)</source>
        <translation>het bevat de vragen van een enquête: importeer de antwoorden ervan, en geef dit bestand ernaast (--questions)</translation>
    </message>
    <message>
        <source>1 link between parts of the project is left out</source>
        <translation>1 verbinding tussen delen van het project wordt weggelaten</translation>
    </message>
    <message>
        <source>{} links between parts of the project are left out</source>
        <translation>{} verbindingen tussen delen van het project worden weggelaten</translation>
    </message>
    <message>
        <source>ends in the middle: it was cut off, and what stood behind its last words is missing</source>
        <translation>houdt middenin op: het is afgebroken, en wat na de laatste woorden stond ontbreekt</translation>
    </message>
    <message>
        <source>holds more than {} turns or {} lines, which no conversation has</source>
        <translation>bevat meer dan {} beurten of {} regels, en zo lang is geen gesprek</translation>
    </message>
    <message>
        <source>if it is a table, import it as answers; else split it</source>
        <translation>is het een tabel, importeer het dan als antwoorden; splits het anders</translation>
    </message>
    <message>
        <source>has codes with the names of others in the study, and does not say that they are the same: {}{}</source>
        <translation>heeft codes met namen die de studie al kent, en zegt niet dat het dezelfde zijn: {}{}</translation>
    </message>
    <message>
        <source>say what they are where files are imported: the same codes, or others (rapport import: --same-names same, --same-names other)</source>
        <translation>zeg bij het importeren van bestanden wat het zijn: dezelfde codes, of andere (rapport import: --same-names same, --same-names other)</translation>
    </message>
    <message>
        <source>{}: 1 line above the first speaker is kept as the source's memo</source>
        <translation>{}: 1 regel boven de eerste spreker wordt bewaard als memo van de bron</translation>
    </message>
    <message>
        <source>{}: {} lines above the first speaker are kept as the source's memo</source>
        <translation>{}: {} regels boven de eerste spreker worden bewaard als memo van de bron</translation>
    </message>
    <message>
        <source>{}: its footnotes and comments are kept in the source's memo</source>
        <translation>{}: de voetnoten en opmerkingen worden bewaard in de memo van de bron</translation>
    </message>
    <message>
        <source>what stands above the first speaker goes into the source's memo: {}</source>
        <translation>wat boven de eerste spreker staat gaat naar de memo van de bron: {}</translation>
    </message>
    <message>
        <source>code '{}' belongs to variable '{}' of another scale in the study</source>
        <translation>code '{}' hoort in de studie bij variabele '{}', die een andere schaal heeft</translation>
    </message>
    <message>
        <source>1 answer stays as it is: {} does not know every code in it</source>
        <translation>1 antwoord blijft zoals het is: {} kent niet elke code erin</translation>
    </message>
    <message>
        <source>{} answers stay as they are: {} does not know every code in them</source>
        <translation>{} antwoorden blijven zoals ze zijn: {} kent niet elke code erin</translation>
    </message>
    <message>
        <source>1 code of an answer has become its words, from {}</source>
        <translation>1 antwoordcode is vervangen door haar woorden, uit {}</translation>
    </message>
    <message>
        <source>{} codes of answers have become their words, from {}</source>
        <translation>{} antwoordcodes zijn vervangen door hun woorden, uit {}</translation>
    </message>
    <message>
        <source>names columns that the table does not have: {}</source>
        <translation>noemt kolommen die de tabel niet heeft: {}</translation>
    </message>
    <message>
        <source>the table lacks columns that the mapping names: {}</source>
        <translation>de tabel mist kolommen die de toewijzing noemt: {}</translation>
    </message>
    <message>
        <source>columns that the mapping does not name are left out: {}</source>
        <translation>kolommen die de toewijzing niet noemt worden weggelaten: {}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>tag</translation>
    </message>
    <message>
        <source>key</source>
        <translation>toets</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>kleur</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>definitie</translation>
    </message>
    <message>
        <source>use</source>
        <translation>gebruik</translation>
    </message>
    <message>
        <source>avoid</source>
        <translation>niet gebruiken</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>voorbeelden</translation>
    </message>
    <message>
        <source>counter-examples</source>
        <translation>tegenvoorbeelden</translation>
    </message>
    <message>
        <source>source</source>
        <translation>bron</translation>
    </message>
    <message>
        <source>codable</source>
        <translation>codeerbaar</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>plaats in de boom</translation>
    </message>
    <message>
        <source>1 formula has no stored value and is read as empty: open the file in a spreadsheet program and save it</source>
        <translation>1 formule heeft geen bewaarde waarde en wordt als leeg gelezen: open het bestand in een rekenblad en bewaar het</translation>
    </message>
    <message>
        <source>{} formulas have no stored value and are read as empty: open the file in a spreadsheet program and save it</source>
        <translation>{} formules hebben geen bewaarde waarde en worden als leeg gelezen: open het bestand in een rekenblad en bewaar het</translation>
    </message>
    <message>
        <source>{}: 1 text is in the study already: what is new of its codings and memos comes in</source>
        <translation>{}: 1 tekst staat al in de studie: wat er nieuw is aan coderingen en memo's komt erbij</translation>
    </message>
    <message>
        <source>{}: {} texts are in the study already: what is new of their codings and memos comes in</source>
        <translation>{}: {} teksten staan al in de studie: wat er nieuw is aan coderingen en memo's komt erbij</translation>
    </message>
    <message>
        <source>1 memo comes in, on the unit that it is about</source>
        <translation>1 memo komt binnen, bij de eenheid waar die over gaat</translation>
    </message>
    <message>
        <source>{} memos come in, each on the unit that it is about</source>
        <translation>{} memo's komen binnen, elk bij de eenheid waar die over gaat</translation>
    </message>
    <message>
        <source>{}: 1 memo came in</source>
        <translation>{}: 1 memo is binnengekomen</translation>
    </message>
    <message>
        <source>{}: {} memos came in</source>
        <translation>{}: {} memo's zijn binnengekomen</translation>
    </message>
    <message>
        <source>the embedded document {} cannot be read: {}</source>
        <translation>het ingesloten document {} kan niet worden gelezen: {}</translation>
    </message>
    <message>
        <source>holds documents in documents that are too deep, too many or too large</source>
        <translation>bevat documenten in documenten die te diep, te veel of te groot zijn</translation>
    </message>
    <message>
        <source>save it as plain text, and import that</source>
        <translation>bewaar het als platte tekst, en importeer dat</translation>
    </message>
    <message>
        <source>is damaged or no data file of a statistics program: {}</source>
        <translation>is beschadigd of geen gegevensbestand van een statistiekprogramma: {}</translation>
    </message>
    <message>
        <source>export it again from the program that made it, or as CSV</source>
        <translation>exporteer het opnieuw uit het programma dat het maakte, of als CSV</translation>
    </message>
    <message>
        <source>the file does not say its encoding: read as windows-1252, look at the accents</source>
        <translation>het bestand zegt niet in welke codering het staat: gelezen als windows-1252, kijk de accenten na</translation>
    </message>
    <message>
        <source>a data file of R</source>
        <translation>een gegevensbestand van R</translation>
    </message>
    <message>
        <source>open it in R, and write the table with write.csv</source>
        <translation>open het in R en schrijf de tabel met write.csv</translation>
    </message>
    <message>
        <source>Table (CSV, also with semicolons or tabs)</source>
        <translation>Tabel (CSV, ook met puntkomma's of tabs)</translation>
    </message>
    <message>
        <source>Workbook (Excel, .xlsx)</source>
        <translation>Werkmap (Excel, .xlsx)</translation>
    </message>
    <message>
        <source>Workbook (OpenDocument)</source>
        <translation>Werkmap (OpenDocument)</translation>
    </message>
    <message>
        <source>Data file (SPSS, with value labels and missing values)</source>
        <translation>Gegevensbestand (SPSS, met waardelabels en ontbrekende waarden)</translation>
    </message>
    <message>
        <source>Data file (SPSS portable)</source>
        <translation>Gegevensbestand (SPSS Portable)</translation>
    </message>
    <message>
        <source>Data file (SAS transport)</source>
        <translation>Gegevensbestand (SAS-transport)</translation>
    </message>
    <message>
        <source>Data file (SAS)</source>
        <translation>Gegevensbestand (SAS)</translation>
    </message>
    <message>
        <source>Data file (Stata, with value labels)</source>
        <translation>Gegevensbestand (Stata, met waardelabels)</translation>
    </message>
    <message>
        <source>Table in a web page (what some programs save as .xls or .csv)</source>
        <translation>Tabel in een webpagina (wat sommige programma's als .xls of .csv bewaren)</translation>
    </message>
    <message>
        <source>Captions (WebVTT, also of Teams and Zoom)</source>
        <translation>Ondertitels (WebVTT, ook van Teams en Zoom)</translation>
    </message>
    <message>
        <source>Captions (SubRip)</source>
        <translation>Ondertitels (SubRip)</translation>
    </message>
    <message>
        <source>Captions (SubViewer, as YouTube writes it)</source>
        <translation>Ondertitels (SubViewer, zoals YouTube ze schrijft)</translation>
    </message>
    <message>
        <source>Transcript (Word, .docx)</source>
        <translation>Transcript (Word-document, .docx)</translation>
    </message>
    <message>
        <source>Transcript (OpenDocument)</source>
        <translation>Transcript (OpenDocument-tekst)</translation>
    </message>
    <message>
        <source>Transcript (Rich Text)</source>
        <translation>Transcript (Rich Text-document)</translation>
    </message>
    <message>
        <source>Transcript (PDF with text)</source>
        <translation>Transcript (PDF met tekst)</translation>
    </message>
    <message>
        <source>Transcript (ELAN)</source>
        <translation>Transcript (ELAN-bestand)</translation>
    </message>
    <message>
        <source>Transcript (CHAT of CHILDES)</source>
        <translation>Transcript (CHAT van CHILDES)</translation>
    </message>
    <message>
        <source>Transcript (plain text)</source>
        <translation>Transcript (platte tekst)</translation>
    </message>
    <message>
        <source>{} (also written)</source>
        <translation>{} (ook geschreven)</translation>
    </message>
    <message>
        <source>Rapport codebook (also written)</source>
        <translation>Codeboek van Rapport (ook geschreven)</translation>
    </message>
    <message>
        <source>REFI-QDA codebook (also written)</source>
        <translation>Codeboek van REFI-QDA (ook geschreven)</translation>
    </message>
    <message>
        <source>Codebook as a table (also written) or list</source>
        <translation>Codeboek als tabel (ook geschreven) of lijst</translation>
    </message>
    <message>
        <source>Codings as a table (also written)</source>
        <translation>Coderingen als tabel (ook geschreven)</translation>
    </message>
    <message>
        <source>Ratings of coders in a spreadsheet (rapport agreement --matrix)</source>
        <translation>Beoordelingen van codeurs in een rekenblad (rapport agreement --matrix)</translation>
    </message>
    <message>
        <source>Questions of a survey, beside its answers (--questions)</source>
        <translation>Vragen van een vragenlijst, naast de antwoorden (--questions)</translation>
    </message>
    <message>
        <source>REFI-QDA project (also written)</source>
        <translation>Project van REFI-QDA (ook geschreven)</translation>
    </message>
    <message>
        <source>QualCoder project (its folder, or data.qda in it)</source>
        <translation>Project van QualCoder (de map, of data.qda erin)</translation>
    </message>
    <message>
        <source>Taguette project (exported as SQLite)</source>
        <translation>Project van Taguette (geëxporteerd als SQLite)</translation>
    </message>
    <message>
        <source>Rapport codebook</source>
        <translation>Codeboek van Rapport</translation>
    </message>
    <message>
        <source>codebook of another program</source>
        <translation>codeboek van een ander programma</translation>
    </message>
    <message>
        <source>a list of references (.ris)</source>
        <translation>een lijst van bronverwijzingen (.ris)</translation>
    </message>
    <message>
        <source>it holds no texts of participants</source>
        <translation>het bevat geen teksten van deelnemers</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>annotatie</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>annotaties</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>codes</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwoorden</translation>
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
        <source>import</source>
        <translation>importeren</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>samenvoegen</translation>
    </message>
    <message>
        <source>assign</source>
        <translation>toewijzen</translation>
    </message>
    <message>
        <source>only tiers that depend on others: {}</source>
        <translation>alleen lagen die van andere afhangen: {}</translation>
    </message>
    <message>
        <source>tiers that depend on others are left out: {}</source>
        <translation>lagen die van andere afhangen zijn weggelaten: {}</translation>
    </message>
    <message>
        <source>it has: {}</source>
        <translation>het heeft: {}</translation>
    </message>
    <message>
        <source>cannot write in {}: {}</source>
        <translation>kan niet schrijven in {}: {}</translation>
    </message>
    <message>
        <source>split it</source>
        <translation>splits hem</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>dit bestand of deze map bestaat niet</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>geen toestemming</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>het systeem staat dit niet toe</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>van deze schijf kan alleen worden gelezen</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>is een map</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>geen map</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>de bestandsnaam is te lang</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>geen ruimte meer op de schijf</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>de toegestane schijfruimte is op</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>het bestand is te groot</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>de schijf gaf een fout bij lezen of schrijven</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>in gebruik</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>het programma is in gebruik</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>te veel koppelingen naar elkaar</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>te veel bestanden open</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>geen geheugen meer</translation>
    </message>
    <message>
        <source>Exec format error</source>
        <translation>geen uitvoerbaar programma</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>dit apparaat bestaat niet</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>het bestand is er niet meer</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>niet mogelijk van de ene schijf naar de andere</translation>
    </message>
    <message>
        <source>the figure cannot be drawn as {}</source>
        <translation>de figuur kan niet als {} worden getekend</translation>
    </message>
    <message>
        <source>is no codebook of Rapport</source>
        <translation>is geen codeboek van Rapport</translation>
    </message>
    <message>
        <source>a codebook that Rapport wrote has &quot;schema&quot;: &quot;rapport.codebook/1&quot; at its head</source>
        <translation>een codeboek dat Rapport schreef, heeft vooraan &quot;schema&quot;: &quot;rapport.codebook/1&quot;</translation>
    </message>
</context>
</TS>
