<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Settle and next</source>
        <translation>Beslissen en verder</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Vorig verschil</translation>
    </message>
    <message>
        <source>Later: to the next difference</source>
        <translation>Later: naar het volgende verschil</translation>
    </message>
    <message>
        <source>Take back what was settled</source>
        <translation>Terugnemen wat beslist is</translation>
    </message>
    <message>
        <source>Remark for the codebook…</source>
        <translation>Opmerking voor het codeboek…</translation>
    </message>
    <message>
        <source>Change the definition…</source>
        <translation>De definitie wijzigen…</translation>
    </message>
</context>
<context>
    <name>rapport::ui::BesidePanel</name>
    <message>
        <source>The same question before</source>
        <translation>Dezelfde vraag eerder</translation>
    </message>
    <message>
        <source>For the codebook</source>
        <translation>Voor het codeboek</translation>
    </message>
    <message>
        <source>No remark yet. What this difference says of the definition belongs here.</source>
        <translation>Nog geen opmerking. Wat dit verschil over de definitie zegt, hoort hier.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Change the definition</source>
        <translation>De definitie wijzigen</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ConsensusQueue</name>
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
        <source>%1 ways</source>
        <translation>%1 kanten</translation>
    </message>
    <message>
        <source>%1 of %2 yes</source>
        <translation>%1 van %2 ja</translation>
    </message>
    <message>
        <source>settled: %1</source>
        <translation>beslist: %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>rapport::ui::ConsensusView</name>
    <message>
        <source>The difference on which you had begun a decision is gone.</source>
        <translation>Het verschil waarbij je een beslissing begonnen was, is er niet meer.</translation>
    </message>
    <message>
        <source>What you typed was on a difference that is gone: %1</source>
        <translation>Wat je typte, stond bij een verschil dat er niet meer is: %1</translation>
    </message>
    <message>
        <source>A decision was begun and not taken yet.</source>
        <translation>Er is een beslissing begonnen, en nog niet genomen.</translation>
    </message>
    <message>
        <source>Decisions on %1 differences were begun and not taken yet.</source>
        <translation>Bij %1 verschillen is een beslissing begonnen, en nog niet genomen.</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>Consensus</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>beslissen</translation>
    </message>
    <message>
        <source>settle</source>
        <translation>vastleggen</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Codes shown</source>
        <translation>Getoonde codes</translation>
    </message>
    <message>
        <source>only what is open</source>
        <translation>alleen wat open is</translation>
    </message>
    <message>
        <source>Differences, the dearest first</source>
        <translation>Verschillen, de duurste eerst</translation>
    </message>
    <message>
        <source>Text of the unit</source>
        <translation>Tekst van de eenheid</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>Settle and next</source>
        <translation>Beslissen en verder</translation>
    </message>
    <message>
        <source>To the overview</source>
        <translation>Naar het overzicht</translation>
    </message>
    <message>
        <source>For the coordinator</source>
        <translation>Voor de coördinator</translation>
    </message>
    <message>
        <source>Raters settle differences together, with the coordinator at the keyboard.</source>
        <translation>Beoordelaars beslechten verschillen samen, met de coördinator aan het toetsenbord.</translation>
    </message>
    <message>
        <source>No round is open</source>
        <translation>Er is geen ronde geopend</translation>
    </message>
    <message>
        <source>Differences are settled after a round was opened, so that its agreement stays what it was.</source>
        <translation>Verschillen worden beslecht nadat een ronde geopend is, zodat de overeenstemming blijft wat ze was.</translation>
    </message>
    <message>
        <source>Finding the differences</source>
        <translation>Verschillen zoeken</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Geen verschillen</translation>
    </message>
    <message>
        <source>The raters of this round agree on everything they judged.</source>
        <translation>De beoordelaars van deze ronde zijn het eens over alles wat ze beoordeelden.</translation>
    </message>
    <message>
        <source>The raters of this round agree on what you have rated.</source>
        <translation>De beoordelaars van deze ronde zijn het eens over wat je hebt beoordeeld.</translation>
    </message>
    <message>
        <source>1 text is left out: you still have to rate it yourself.</source>
        <translation>1 tekst is weggelaten: die moet je zelf nog beoordelen.</translation>
    </message>
    <message>
        <source>%1 texts are left out: you still have to rate them yourself.</source>
        <translation>%1 teksten zijn weggelaten: die moet je zelf nog beoordelen.</translation>
    </message>
    <message>
        <source>All codes and variables</source>
        <translation>Alle codes en variabelen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 woorden</translation>
    </message>
    <message>
        <source>Nothing of %1 was settled in this round yet.</source>
        <translation>Van %1 is in deze ronde nog niets beslist.</translation>
    </message>
    <message>
        <source>%1: %2 settled.</source>
        <translation>%1: %2 beslist.</translation>
    </message>
    <message>
        <source>%1: %2 settled, %3 times “yes”.</source>
        <translation>%1: %2 beslist, %3 keer ‘ja’.</translation>
    </message>
    <message>
        <source>%1 of %2 settled</source>
        <translation>%1 van %2 beslist</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>Beslist: %1</translation>
    </message>
    <message>
        <source>Choose a decision</source>
        <translation>Kies een beslissing</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Zeg waarom</translation>
    </message>
    <message>
        <source>Recorded as decided by %1 together</source>
        <translation>Vastgelegd als samen beslist door %1</translation>
    </message>
    <message>
        <source>Recorded as decided by %1</source>
        <translation>Vastgelegd als beslist door %1</translation>
    </message>
    <message>
        <source>Everything that is shown is settled.</source>
        <translation>Alles wat getoond wordt, is beslist.</translation>
    </message>
    <message>
        <source>The remark is kept with the difference.</source>
        <translation>De opmerking is bij het verschil bewaard.</translation>
    </message>
    <message>
        <source>Settled here: %1. %2</source>
        <translation>Hier beslist: %1. %2</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>over %1</translation>
    </message>
    <message>
        <source>became version %1</source>
        <translation>werd versie %1</translation>
    </message>
    <message>
        <source>Version %1 is made.</source>
        <translation>Versie %1 is gemaakt.</translation>
    </message>
    <message>
        <source>A remark was typed and not kept yet.</source>
        <translation>Er is een opmerking getypt, en nog niet bewaard.</translation>
    </message>
    <message>
        <source>%1 remarks were typed and not kept yet.</source>
        <translation>Er zijn %1 opmerkingen getypt, en nog niet bewaard.</translation>
    </message>
</context>
<context>
    <name>rapport::ui::DecisionForm</name>
    <message>
        <source>Decision</source>
        <translation>Beslissing</translation>
    </message>
    <message>
        <source>the raters&apos; own codings stay as they are</source>
        <translation>de coderingen van de beoordelaars blijven zoals ze zijn</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>needed to settle</source>
        <translation>nodig om te beslissen</translation>
    </message>
    <message>
        <source>What in the text, and in the definition, decides it?</source>
        <translation>Wat in de tekst, en in de definitie, geeft de doorslag?</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Beslist door</translation>
    </message>
    <message>
        <source>Yes, %1</source>
        <translation>Ja, %1</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>allen samen</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>alleen %1</translation>
    </message>
</context>
<context>
    <name>rapport::ui::DefinitionDialog</name>
    <message>
        <source>Change the definition of %1</source>
        <translation>De definitie van %1 wijzigen</translation>
    </message>
    <message>
        <source>The change makes the next version of the codebook. Ratings keep the version they were made under, and the new version says which remark it came of.</source>
        <translation>De wijziging maakt de volgende versie van het codeboek. Oordelen houden de versie waaronder ze gemaakt zijn, en de nieuwe versie zegt van welke opmerking ze komt.</translation>
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
        <source>No remark</source>
        <translation>Geen opmerking</translation>
    </message>
    <message>
        <source>It comes of</source>
        <translation>Ze komt van</translation>
    </message>
    <message>
        <source>Make the next version</source>
        <translation>De volgende versie maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>rapport::ui::RaterSides</name>
    <message>
        <source>Raters side by side</source>
        <translation>Beoordelaars naast elkaar</translation>
    </message>
    <message>
        <source>The whole text, no words marked.</source>
        <translation>De hele tekst, geen woorden gemarkeerd.</translation>
    </message>
    <message>
        <source>Completed without this code.</source>
        <translation>Afgerond zonder deze code.</translation>
    </message>
    <message>
        <source>Has not judged this; it counts as missing.</source>
        <translation>Heeft dit niet beoordeeld; het telt als ontbrekend.</translation>
    </message>
    <message>
        <source>Coded there otherwise: %1</source>
        <translation>Codeerde daar iets anders: %1</translation>
    </message>
    <message>
        <source>Changed after the round was opened.</source>
        <translation>Veranderd nadat de ronde geopend was.</translation>
    </message>
    <message>
        <source>Flagged for discussion</source>
        <translation>Gemarkeerd voor overleg</translation>
    </message>
</context>
<context>
    <name>rapport::ui::RemarkDialog</name>
    <message>
        <source>Remark for the codebook</source>
        <translation>Opmerking voor het codeboek</translation>
    </message>
    <message>
        <source>What should the definition of %1 say?</source>
        <translation>Wat zou de definitie van %1 moeten zeggen?</translation>
    </message>
    <message>
        <source>Keep the remark</source>
        <translation>Opmerking bewaren</translation>
    </message>
    <message>
        <source>It stays with the difference. A change of the definition can say that it came of it.</source>
        <translation>Ze blijft bij het verschil. Een wijziging van de definitie kan zeggen dat ze daarvan komt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
</TS>
