// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/charts.h"
#include "support/catch.hpp"

#include <algorithm>
#include <string>

using namespace rapport;
using namespace rapport::report;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

IntervalBar someBar() {
    IntervalBar bar;
    bar.value = 0.5;
    bar.low = 0.25;
    bar.high = 0.75;
    bar.target = 0.7;
    bar.title = "Interval of <Conflict> & \"more\"";
    bar.description = "value 0.50";
    return bar;
}

/// Presentation attributes alone: neither a style sheet nor a style attribute, no scripts, nothing from
/// outside but the namespace.
void checkIsTiny(const std::string& svg) {
    CHECK(holds(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" baseProfile=\"tiny\""));
    CHECK_FALSE(holds(svg, "style"));
    CHECK_FALSE(holds(svg, "script"));
    CHECK_FALSE(holds(svg, "href"));
    CHECK(holds(svg, "<title>"));
    CHECK(svg.ends_with("</svg>"));
}

} // namespace

TEST_CASE("an interval bar draws value, limits and target in scale") {
    const std::string svg = intervalBar(someBar(), {0, 1});
    checkIsTiny(svg);
    // 6 px margin, 120 px for the scale.
    CHECK(holds(svg, "class=\"chart-range\" x=\"36\" y=\"7\" width=\"60\""));
    CHECK(holds(svg, "class=\"chart-value\" x=\"63.5\""));
    CHECK(holds(svg, "<line x1=\"90\" y1=\"1\" x2=\"90\" y2=\"19\" class=\"chart-target\""));
    CHECK(holds(svg, "<desc>value 0.50</desc>"));
}

TEST_CASE("an interval bar escapes its words") {
    CHECK(holds(intervalBar(someBar(), {0, 1}),
                "<title>Interval of &lt;Conflict&gt; &amp; &quot;more&quot;</title>"));
}

TEST_CASE("an interval bar keeps to its scale and shows what is missing") {
    IntervalBar bar = someBar();
    bar.low = -0.5;
    bar.high = 1.5;
    CHECK(holds(intervalBar(bar, {0, 1}), "class=\"chart-range\" x=\"6\" y=\"7\" width=\"120\""));
    bar.low.reset();
    bar.high.reset();
    CHECK_FALSE(holds(intervalBar(bar, {0, 1}), "chart-range"));
    CHECK(holds(intervalBar(bar, {0, 1}), "chart-value"));
    bar.value.reset();
    CHECK_FALSE(holds(intervalBar(bar, {0, 1}), "chart-value"));
    CHECK(holds(intervalBar(bar, {0, 1}), "chart-target"));
}

TEST_CASE("an axis leaves out labels that would run into the target") {
    IntervalAxis axis;
    axis.lowText = "L";
    axis.highText = "H";
    axis.targetText = "T";
    axis.title = "Scale";
    axis.target = 0.7;
    CHECK(holds(intervalAxis(axis, {0, 1}), ">L</text>"));
    CHECK(holds(intervalAxis(axis, {0, 1}), ">H</text>"));
    axis.target = 0.9;
    CHECK_FALSE(holds(intervalAxis(axis, {0, 1}), ">H</text>"));
    axis.target = 0.1;
    CHECK_FALSE(holds(intervalAxis(axis, {0, 1}), ">L</text>"));
    checkIsTiny(intervalAxis(axis, {0, 1}));
}

TEST_CASE("a heat map shows the lower triangle and cells without a value") {
    HeatMap map;
    map.names = {"A", "B & co", "A very long name indeed"};
    map.shades = {{{}, {}, {}}, {0.5, {}, {}}, {1.0, std::nullopt, {}}};
    map.texts = {{"", "", ""}, {"0.50", "", ""}, {"1.00", "–", ""}};
    map.title = "Pairs";
    map.description = "A with B: 0.50";
    const std::string svg = heatMap(map);
    checkIsTiny(svg);
    CHECK(holds(svg, ">0.50</text>"));
    CHECK(holds(svg, "fill-opacity=\"0.29\""));
    CHECK(holds(svg, "fill-opacity=\"0.50\""));
    CHECK(holds(svg, "chart-empty"));
    CHECK(holds(svg, "B &amp; co"));
    CHECK(holds(svg, "A very lo"));
    CHECK_FALSE(holds(svg, "indeed"));
}

TEST_CASE("a heat map of nobody is empty and whole") {
    checkIsTiny(heatMap(HeatMap{}));
}

TEST_CASE("each verdict has an icon of its own") {
    using agreement::Verdict;
    std::vector<std::string> icons;
    for (const Verdict verdict : {Verdict::Meets, Verdict::Likely, Verdict::Unsure, Verdict::Below,
                                  Verdict::TooFew, Verdict::NotDefined}) {
        const std::string icon = verdictIcon(verdict, "same");
        checkIsTiny(icon);
        CHECK(std::find(icons.begin(), icons.end(), icon) == icons.end());
        icons.push_back(icon);
    }
}
