<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>rapport::ui::FittedColumns</name>
    <message>
        <source>%1 (no room now)</source>
        <translation>%1 (nu geen plaats)</translation>
    </message>
</context>
</TS>
