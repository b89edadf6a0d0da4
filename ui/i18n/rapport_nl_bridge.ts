<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>ActText</name>
    <message>
        <source>%1 settled</source>
        <translation>besluit over %1</translation>
    </message>
    <message>
        <source>%1 open again</source>
        <translation>%1 weer open</translation>
    </message>
    <message>
        <source>%1 withdrawn</source>
        <translation>%1 ingetrokken</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>%1 verplaatst</translation>
    </message>
    <message>
        <source>changed to %1</source>
        <translation>gewijzigd in %1</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>klaar gemeld</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>weer geopend</translation>
    </message>
    <message>
        <source>memo</source>
        <translation>memo</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>vlag</translation>
    </message>
    <message>
        <source>flag taken away</source>
        <translation>vlag weggehaald</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>change of the case and the questions</source>
        <translation>wijziging van de casus en de vragen</translation>
    </message>
    <message>
        <source>change of the codebook</source>
        <translation>wijziging van het codeboek</translation>
    </message>
    <message>
        <source>%1 on %2 answers</source>
        <translation>%1 op %2 antwoorden</translation>
    </message>
    <message>
        <source>%1 on %2 units</source>
        <translation>%1 op %2 eenheden</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 op %2</translation>
    </message>
    <message>
        <source>%1 renamed</source>
        <translation>%1 hernoemd</translation>
    </message>
    <message>
        <source>%1 merged</source>
        <translation>%1 samengevoegd</translation>
    </message>
    <message>
        <source>%1 split</source>
        <translation>%1 gesplitst</translation>
    </message>
    <message>
        <source>%1 retired</source>
        <translation>%1 uit gebruik genomen</translation>
    </message>
    <message>
        <source>definition of %1</source>
        <translation>definitie van %1</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>opmerking</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The study's rules do not allow this.</source>
        <translation>De regels van de studie laten dit niet toe.</translation>
    </message>
    <message>
        <source>That cannot be done as it was asked.</source>
        <translation>Zo gevraagd kan dat niet.</translation>
    </message>
    <message>
        <source>It is not in this study.</source>
        <translation>Dat zit niet in deze studie.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Het bestand kan niet gelezen worden.</translation>
    </message>
    <message>
        <source>Another program is writing this study. Close it there and try again.</source>
        <translation>Een ander programma schrijft in deze studie. Sluit ze daar en probeer opnieuw.</translation>
    </message>
    <message>
        <source>The study file is damaged. Open a copy of it.</source>
        <translation>Het studiebestand is beschadigd. Open een kopie.</translation>
    </message>
    <message>
        <source>The study was written by a later version of Rapport.</source>
        <translation>De studie is geschreven door een latere versie van Rapport.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, or save a copy elsewhere.</source>
        <translation>De schijf is vol. Maak plaats of bewaar elders een kopie.</translation>
    </message>
    <message>
        <source>The disk or the system reported a failure.</source>
        <translation>De schijf of het systeem meldde een fout.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Gestopt; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>This result is not defined for these data.</source>
        <translation>Dit resultaat bestaat niet voor deze gegevens.</translation>
    </message>
</context>
</TS>
