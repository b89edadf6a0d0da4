// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/xml_tree.h"
#include "report/figures.h"
#include "support/catch.hpp"

#include <algorithm>
#include <functional>
#include <set>

using namespace rapport;
using namespace rapport::report;

namespace {

/// SVG Tiny has no style sheets, and every drawing says what it shows.
package::XmlElement checked(const std::string& svg) {
    auto tree = package::readXmlTree(svg, "figure");
    if (!tree)
        FAIL(base::describe(tree.error()));
    CHECK(tree->name == "svg");
    CHECK(tree->attribute("baseProfile") == "tiny");
    CHECK(tree->textOf("title") == "Study & <x>");
    static const std::set<std::string> known{"svg",  "title",  "desc",    "rect",    "text",
                                             "line", "circle", "polygon", "polyline"};
    const std::function<void(const package::XmlElement&)> walk = [&](const package::XmlElement& element) {
        CHECK(known.contains(element.name));
        CHECK_FALSE(element.has("style"));
        CHECK_FALSE(element.has("class"));
        for (const auto& [name, value] : element.attributes) {
            INFO(name << "=" << value);
            CHECK(value.find("nan") == std::string::npos);
            CHECK(value.find("inf") == std::string::npos);
        }
        for (const auto& child : element.children)
            walk(child);
    };
    walk(*tree);
    return std::move(*tree);
}

const std::string title = "Study & <x>";

} // namespace

TEST_CASE("figures are SVG Tiny and tell their numbers in words", "[figures]") {
    const auto bars =
        checked(barFigure(title, {{"a & b", 0.25, 0.1, 0.5, "1 of 4"}, {"none", {}, {}, {}, ""}}));
    CHECK(bars.textOf("desc").find("a & b: 25.0% (10.0% to 50.0%), 1 of 4") != std::string::npos);
    CHECK(bars.textOf("desc").find("none: -") != std::string::npos);
    const auto intervals = checked(intervalFigure(title,
                                                  {{"Constructs", true, {}, {}, {}, ""},
                                                   {"closeness", false, 0.74, 0.61, 0.87, ".74 [.61, .87]"},
                                                   {"conflict", false, -0.1, -1.6, 0.9, "-.10 [-1.60, .90]"},
                                                   {"haven", false, {}, {}, {}, ""}},
                                                  0.7, "target .70"));
    CHECK(intervals.textOf("desc") ==
          "Constructs: closeness .74 [.61, .87]; conflict -.10 [-1.60, .90]; haven -; ");
    // From -1 on: the limit below is drawn up to the edge, and without an end there.
    std::vector<std::string> texts;
    std::size_t circles = 0;
    for (const auto& child : intervals.children) {
        if (child.name == "text")
            texts.push_back(child.text);
        circles += std::size_t(child.name == "circle");
    }
    CHECK(circles == 2);
    for (const char* label : {"-1.0", "0.0", "1.0", "target .70", "conflict"})
        CHECK(std::find(texts.begin(), texts.end(), label) != texts.end());
    const std::string plain = intervalFigure(title, {{"a", false, 0.5, 0.25, 0.75, ""}}, 0.7, "", ',');
    CHECK(plain.find(">0,2<") != std::string::npos);
    CHECK(plain.find(">-0,2<") == std::string::npos);
    const auto dots = checked(dotFigure(title, {"A1", "A2"}, {{"closeness", {0.5, std::nullopt}}}));
    CHECK(dots.textOf("desc").find("closeness: A1 50.0%, A2 -") != std::string::npos);
    const auto matrix = checked(matrixFigure(title, {"a", "b"}, {{5, 2}, {2, 3}}));
    CHECK(matrix.textOf("desc") == "b with a: 2; ");
    const auto stack = checked(stackFigure(title, {"low", "high"}, {{"Q1", {3, 1}}, {"Q2", {0, 0}}}));
    CHECK(stack.textOf("desc").find("Q1: low 3, high 1") != std::string::npos);
    const auto network = checked(networkFigure(title, {"a", "b", "c"}, {4, 2, 0}, {{0, 1, 2}}));
    CHECK(network.textOf("desc") == "a with b: 2; ");
    const auto timeline = checked(timelineFigure(title, {"a"}, {{0, 0.1, 0.2}, {0, 0.5, 0.5}}));
    CHECK(timeline.textOf("desc") == "a: 2; ");
    const auto curve = checked(curveFigure(title, {2, 3, 3}, {1.5, 2.5, 3}));
    CHECK(curve.textOf("desc") == "3 after 3");
}

TEST_CASE("figures of nothing are drawn too", "[figures]") {
    checked(barFigure(title, {}));
    checked(dotFigure(title, {}, {}));
    checked(matrixFigure(title, {}, {}));
    checked(stackFigure(title, {}, {}));
    checked(networkFigure(title, {}, {}, {}));
    checked(timelineFigure(title, {}, {}));
    checked(curveFigure(title, {}, {}));
}
