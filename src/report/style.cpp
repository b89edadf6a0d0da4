// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/style.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rapport::report {

namespace {

constexpr std::string_view slate = "#343B43";

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> palette{{{"#2034A0", "#527ED5"},
                                                                                 {"#A53801", "#E27E44"},
                                                                                 {"#249B9E", "#69EAD4"},
                                                                                 {"#946E22", "#D1B04C"},
                                                                                 {"#6D48BE", "#9B92F4"},
                                                                                 {"#006A30", "#57AC75"},
                                                                                 {"#C96979", "#FC90BA"},
                                                                                 {"#1A79A1", "#5DC1F5"},
                                                                                 {"#5D3603", "#AA744B"},
                                                                                 {"#7F9A1A", "#CED794"},
                                                                                 {"#873C6D", "#CC7EC0"},
                                                                                 {"#343B43", "#828890"}}};

std::string upper(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

constexpr std::string_view sheet = R"css(
:root {
  --canvas: #F4F3EF; --surface: #FFFFFF; --reading: #FFFEFC; --sunken: #E9E7E1; --line: #D8D5CD;
  --linestrong: #858078; --text: #1B2025; --text2: #4A5159; --text3: #62686F; --accent: #274A9C;
  --accentfill: #2B51AB; --accenttint: #E3E9F7; --focus: #2257D6; --ok: #17633A; --warn: #7A4B00; --bad: #A3241B;
  --warnground: #FBF3E2; --cell: 43 81 171;
  --words: Inter, "Segoe UI", system-ui, "DejaVu Sans", sans-serif;
  --figures: "JetBrains Mono", "DejaVu Sans Mono", ui-monospace, monospace;
  --prose: "Charis SIL", Georgia, "DejaVu Serif", serif;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --canvas: #16191C; --surface: #1E2125; --reading: #1C1F23; --sunken: #2A2E33; --line: #363B42;
    --linestrong: #7F8892; --text: #E8E6E1; --text2: #B9BEC4; --text3: #9DA4AC; --accent: #A3BCFF;
    --accentfill: #7C9BF0; --accenttint: #27314C; --focus: #8FB0FF; --ok: #7FD3A0; --warn: #F0C062; --bad: #FF9D93;
    --warnground: #332B1A; --cell: 66 102 208;
  }
  .tag { border-color: var(--tag-dark) !important; background: var(--tint-dark) !important; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--canvas); color: var(--text); font: 15px/1.55 var(--words); }
main { max-width: 1240px; margin: 0 auto; padding: 40px 32px 64px; }
h1 { font-size: 26px; line-height: 34px; margin: 0 0 4px; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 20px; line-height: 28px; margin: 0 0 12px; font-weight: 650; }
h3 { font-size: 16px; line-height: 24px; margin: 32px 0 8px; font-weight: 650; }
h4 { font-size: 14px; line-height: 20px; margin: 28px 0 8px; font-weight: 650; color: var(--text2); }
p, ul, dl { margin: 0 0 12px; max-width: 76ch; }
.lead { color: var(--text2); margin-bottom: 24px; }
.note { color: var(--text2); font-size: 13px; line-height: 20px; max-width: 92ch; }
.warning { border-left: 3px solid var(--warn); background: var(--warnground); padding: 8px 12px; border-radius: 0 4px 4px 0;
  font-size: 13.5px; line-height: 20px; }
section { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 24px 28px; margin: 0 0 20px; }
nav { margin: 0 0 24px; }
nav ol { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 13.5px; }
a { color: var(--accent); text-underline-offset: 2px; }
a:focus-visible, .wide:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.facts { display: grid; grid-template-columns: minmax(160px, 260px) 1fr; gap: 4px 20px; max-width: 96ch; font-size: 14px; }
.facts dt { color: var(--text2); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.tally { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 6px 20px; font-weight: 550; }
.definitions { display: grid; grid-template-columns: 2em 1fr; gap: 8px 4px; max-width: 92ch; font-size: 14px; }
.definitions dt { font-family: var(--figures); color: var(--text2); }
.definitions dd { margin: 0; }
blockquote { margin: 0 0 16px; padding: 16px 20px; background: var(--reading); border: 1px solid var(--line); border-radius: 6px;
  font: 16.5px/1.6 var(--prose); max-width: 78ch; }
ul li { margin: 0 0 4px; }
.wide { overflow-x: auto; margin: 0 0 16px; }
table { border-collapse: collapse; font-size: 13px; line-height: 18px; }
caption { text-align: left; font-weight: 600; padding: 4px 0 8px; caption-side: top; white-space: nowrap; }
th, td { padding: 5px 10px; text-align: left; border-bottom: 1px solid var(--line); vertical-align: middle; }
th:first-child, td:first-child { padding-left: 2px; }
thead th { color: var(--text2); font-weight: 550; font-size: 12px; line-height: 16px; border-bottom-color: var(--linestrong); vertical-align: bottom; }
tbody th { font-weight: 500; }
.full { width: 100%; }
.full th, .full td { padding-left: 7px; padding-right: 7px; }
.full tbody th { white-space: nowrap; }
tbody tr:hover > * { background: var(--accenttint); }
.figure { text-align: right; }
td.figure { font-family: var(--figures); font-size: 12px; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.absent { font-family: var(--words); color: var(--text3); font-style: italic; white-space: normal; }
.group th { background: var(--sunken); color: var(--text2); font-weight: 600; padding-left: 8px; }
.chart { padding-top: 0; padding-bottom: 0; white-space: nowrap; line-height: 0; }
.small { color: var(--text3); font-size: 12px; font-weight: 400; }
sup { font-family: var(--words); font-size: 10px; line-height: 0; margin-left: 1px; }
sup a { text-decoration: none; padding: 0 1px; }
.tag { display: inline-block; min-width: 25px; padding: 0 4px; margin-right: 8px; border-left: 3px solid; border-radius: 3px;
  font: 600 11px/18px var(--figures); text-align: center; color: var(--text); }
.verdict { white-space: nowrap; font-weight: 550; }
.verdict svg { vertical-align: -2px; margin-right: 6px; }
.meets, .present { color: var(--ok); }
.below { color: var(--bad); }
.unsure { color: var(--warn); }
.likely { color: var(--accent); }
.too_few, .not_defined, .missing { color: var(--text2); }
.state { white-space: nowrap; font-weight: 550; }
figure { margin: 0 0 16px; overflow-x: auto; }
figcaption { font-weight: 600; font-size: 13px; padding-bottom: 8px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.chart-axis { stroke: var(--line); }
.chart-range, .chart-value, .chart-cell { fill: var(--accentfill); }
.chart-end { stroke: var(--accentfill); }
.chart-target { stroke: var(--text2); }
.chart-label { fill: var(--text2); }
.chart-figure { fill: var(--text); }
.chart-empty { stroke: var(--linestrong); }
@media screen and (max-width: 760px) {
  main { padding: 20px 12px 40px; }
  section { padding: 18px 16px; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 8px; }
}
@media print {
  @page { size: A4 landscape; margin: 14mm 12mm; }
  body { background: #FFFFFF; font-size: 10pt; line-height: 1.45; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  section { border: 0; padding: 0; margin: 0 0 18pt; }
  .wide, figure { overflow: visible; }
  table { font-size: 8.2pt; line-height: 11pt; }
  td.figure { font-size: 7.8pt; }
  th, td { padding: 3pt 5pt; }
  thead { display: table-header-group; }
  tr, figure, .warning, .facts > * { break-inside: avoid; }
  blockquote { font-size: 10.5pt; line-height: 1.5; padding: 8pt 10pt; }
  .note, .warning, .facts, .definitions { font-size: 9pt; line-height: 1.4; }
  h2 { font-size: 14pt; line-height: 18pt; margin-bottom: 6pt; }
  h3 { font-size: 11.5pt; line-height: 15pt; margin: 14pt 0 4pt; }
  h4 { font-size: 10pt; line-height: 13pt; margin: 10pt 0 4pt; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  svg, td, .tag, .group th, .warning { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

} // namespace

std::string_view styleSheet() {
    return sheet;
}

std::string checkedColour(std::string_view colour) {
    const auto isHex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    const bool isColour =
        colour.size() == 7 && colour.front() == '#' && std::all_of(colour.begin() + 1, colour.end(), isHex);
    return upper(isColour ? colour : slate);
}

std::string darkCodeColour(std::string_view light) {
    std::string wanted = checkedColour(light);
    for (const auto& [inLight, inDark] : palette)
        if (inLight == wanted)
            return std::string(inDark);
    return wanted;
}

} // namespace rapport::report
