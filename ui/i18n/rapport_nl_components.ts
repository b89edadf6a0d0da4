<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>rapport::ui::SaveDialog</name>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-tekening (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-afbeelding (*.png)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF-bladzijde (*.pdf)</translation>
    </message>
</context>
<context>
    <name>rapport::ui::FittedColumns</name>
    <message>
        <source>%1 (no room now)</source>
        <translation>%1 (nu geen plaats)</translation>
    </message>
</context>
</TS>
