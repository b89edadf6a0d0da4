// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that Rate is made of, without a study.
#include "support/catch.hpp"
#include "ui/components/reading_view.h"
#include "ui/views/rate/choices_panel.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/coded_list.h"
#include "ui/views/rate/coding_edges.h"
#include "ui/views/rate/lanes.h"
#include "ui/views/rate/progress_strip.h"
#include "ui/views/rate/rate_desk.h"
#include "ui/views/rate/rate_keys.h"

#include <rapidcheck.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace rapport;
using namespace rapport::ui;
using namespace std::chrono_literals;

TEST_CASE("letters and digits are told from the rest, by place on the top row", "[rate]") {
    CHECK(rateKey(QStringLiteral("c"), Qt::Key_C, 0, false).text == QLatin1String("c"));
    CHECK(rateKey(QStringLiteral("C"), Qt::Key_C, 0, true).text == QLatin1String("c"));
    CHECK(rateKey(QStringLiteral("7"), Qt::Key_7, 0, false).kind == RateKey::Digit);
    // Belgian AZERTY: the key of 1 gives "&" without Shift, that of 2 "é", that of 0 "à".
    CHECK(rateKey(QStringLiteral("&"), Qt::Key_Ampersand, 10, false).text == QLatin1String("1"));
    CHECK(rateKey(QStringLiteral("\u00e9"), Qt::Key_Eacute, 11, false).text == QLatin1String("2"));
    CHECK(rateKey(QStringLiteral("\u00e0"), Qt::Key_Agrave, 19, false).text == QLatin1String("0"));
    CHECK(rateKey(QStringLiteral("+"), Qt::Key_Plus, 0, true).kind == RateKey::Plus);
    CHECK(rateKey(QStringLiteral("-"), Qt::Key_Minus, 0, false).kind == RateKey::Minus);
    CHECK(rateKey(QStringLiteral("/"), Qt::Key_Slash, 0, false).kind == RateKey::Slash);
    CHECK(rateKey(QString(), Qt::Key_F5, 0, false).kind == RateKey::None);
    CHECK(rateKey(QStringLiteral(";"), Qt::Key_Semicolon, 0, false).kind == RateKey::None);
}

TEST_CASE("lanes: by start, longer first, first free one", "[rate]") {
    Lanes lanes;
    lanes.update({{1, 5, 6}, {2, 0, 9}, {3, 0, 2}, {4, 3, 4}});
    CHECK(lanes.laneOf(2) == 0);
    CHECK(lanes.laneOf(3) == 1);
    CHECK(lanes.laneOf(4) == 1);
    CHECK(lanes.laneOf(1) == 1);
    CHECK(lanes.count() == 2);
    CHECK(lanes.laneOf(99) == -1);
}

TEST_CASE("lanes are never changed while open, only added to", "[rate]") {
    Lanes lanes;
    lanes.update({{1, 0, 4}, {2, 2, 6}});
    REQUIRE(lanes.laneOf(2) == 1);
    lanes.update({{2, 2, 6}}); // 1 was withdrawn: 2 stays where the eye has it
    CHECK(lanes.laneOf(2) == 1);
    lanes.update({{2, 2, 6}, {3, 0, 9}});
    CHECK(lanes.laneOf(3) == 0);
    CHECK(lanes.laneOf(2) == 1);
}

TEST_CASE("lanes stay where lines are broken anew, but for what would meet there", "[rate]") {
    Lanes lanes;
    lanes.update({{1, 0, 2}, {2, 1, 4}, {3, 3, 3}, {4, 5, 6}});
    REQUIRE(lanes.laneOf(2) == 1);
    REQUIRE(lanes.laneOf(3) == 0);
    REQUIRE(lanes.laneOf(4) == 0);
    // Wider: nothing meets that did not; dealt anew 2 would stand in the first lane.
    lanes.update({{1, 0, 1}, {2, 2, 3}, {3, 2, 2}, {4, 4, 4}});
    CHECK(lanes.laneOf(1) == 0);
    CHECK(lanes.laneOf(2) == 1);
    CHECK(lanes.laneOf(3) == 0);
    CHECK(lanes.laneOf(4) == 0);
    // Narrower: 1 now reaches the line on which 3 begins, and 3 alone gives way.
    lanes.update({{1, 0, 5}, {2, 3, 8}, {3, 5, 6}, {4, 9, 12}});
    CHECK(lanes.laneOf(1) == 0);
    CHECK(lanes.laneOf(2) == 1);
    CHECK(lanes.laneOf(3) == 2);
    CHECK(lanes.laneOf(4) == 0);
}

TEST_CASE("stripes that meet never share a lane", "[rate]") {
    CHECK(rc::check([] {
        const auto count = *rc::gen::inRange(0, 40);
        std::vector<LaneSpan> spans;
        for (int i = 0; i < count; ++i) {
            const int first = *rc::gen::inRange(0, 30);
            spans.push_back({i + 1, first, first + *rc::gen::inRange(0, 12)});
        }
        Lanes lanes;
        const std::size_t half = spans.size() / 2;
        lanes.update({spans.begin(), spans.begin() + std::ptrdiff_t(half)});
        lanes.update(spans);
        // The same on lines that were broken anew.
        for (LaneSpan& span : spans) {
            span.firstLine = span.firstLine * 3 / 2;
            span.lastLine = span.firstLine + *rc::gen::inRange(0, 18);
        }
        lanes.update(spans);
        for (const LaneSpan& a : spans) {
            for (const LaneSpan& b : spans) {
                const bool meets = a.firstLine <= b.lastLine && b.firstLine <= a.lastLine;
                if (a.id != b.id && meets)
                    RC_ASSERT(lanes.laneOf(a.id) != lanes.laneOf(b.id));
            }
        }
    }));
    CHECK(lanePitch(3) == 16);
    CHECK(lanePitch(12) == 16);
    CHECK(lanePitch(20) == 12);
}

TEST_CASE("pace is the median, long pauses left out", "[rate]") {
    Pace pace;
    CHECK_FALSE(pace.secondsPerUnit());
    base::Instant at{};
    for (const auto step : {0s, 30s, 40s, 600s, 50s}) {
        at += step;
        pace.completed(at);
    }
    REQUIRE(pace.secondsPerUnit());
    CHECK(*pace.secondsPerUnit() == Approx(40.0));
}

TEST_CASE("the end of a coding moves by word or character and never past its start", "[rate]") {
    ReadingView view(ReadingStyle::Answer);
    view.setAnswer("Een veilige haven voor Noor.", "nl");
    const text::TextRange word = text::textRange(4, 11); // "veilige"
    CHECK(*movedEdge(view, word, false, true, EdgeStep::Word) == text::textRange(4, 17));
    CHECK(*movedEdge(view, text::textRange(4, 17), false, false, EdgeStep::Word) == word);
    CHECK(*movedEdge(view, word, true, false, EdgeStep::Word) == text::textRange(0, 11));
    CHECK(*movedEdge(view, text::textRange(0, 11), true, true, EdgeStep::Word) == word);
    CHECK(*movedEdge(view, word, false, true, EdgeStep::Character) == text::textRange(4, 12));
    CHECK_FALSE(movedEdge(view, word, false, false, EdgeStep::Word)); // would be empty
    CHECK_FALSE(movedEdge(view, text::textRange(0, 3), true, false, EdgeStep::Word));
    CHECK_FALSE(movedEdge(view, text::textRange(4, 5), true, true, EdgeStep::Character));
}

namespace {

PaletteRow heading(const char* title) {
    PaletteRow row;
    row.isHeading = true;
    row.look.title = QString::fromLatin1(title);
    return row;
}

PaletteRow codeRow(std::int64_t id, const char* title, const char* tag, const char* key) {
    PaletteRow row;
    row.code = model::CodeId(id);
    row.look.title = QString::fromLatin1(title);
    row.look.tag = QString::fromLatin1(tag);
    row.look.key = QString::fromLatin1(key);
    return row;
}

} // namespace

TEST_CASE("the palette filters by words and keeps headings that have codes left", "[rate]") {
    PaletteModel palette;
    const QAbstractItemModelTester tester(&palette, QAbstractItemModelTester::FailureReportingMode::Fatal);
    palette.setRows({heading("Attachment"), codeRow(1, "Closeness", "CL", "c"),
                     codeRow(2, "Safe haven", "SH", "h"), heading("Coping"),
                     codeRow(3, "Avoidance", "AV", "w")});
    CHECK(palette.rowCount() == 5);
    palette.filter(QStringLiteral("haven"));
    REQUIRE(palette.rowCount() == 2);
    CHECK(palette.at(0)->isHeading);
    CHECK(palette.at(palette.firstCode())->code == model::CodeId(2));
    palette.filter(QStringLiteral("av")); // tag
    CHECK(palette.at(palette.firstCode())->code ==
          model::CodeId(2)); // "haven" holds it, too, and comes first
    palette.filter(QStringLiteral("zzz"));
    CHECK(palette.firstCode() == -1);
    // Keys work whatever the filter.
    REQUIRE(palette.byKey(QStringLiteral("W")) != nullptr);
    CHECK(palette.byKey(QStringLiteral("W"))->code == model::CodeId(3));
    CHECK(palette.byKey(QString()) == nullptr);
    palette.filter({});
    palette.mark([](model::CodeId id) { return id == model::CodeId(1); }, nullptr);
    CHECK(palette.at(palette.rowOf(model::CodeId(1)))->isChosen);
    CHECK_FALSE(palette.at(palette.rowOf(model::CodeId(2)))->isChosen);
    CHECK(palette.data(palette.index(1), Qt::AccessibleTextRole).toString().contains(QLatin1String("coded")));
    // Only what looks otherwise is drawn again: the code and the heading that counts it.
    const QSignalSpy drawn(&palette, &QAbstractItemModel::dataChanged);
    const auto both = [](model::CodeId id) { return id == model::CodeId(1) || id == model::CodeId(3); };
    palette.mark(both, nullptr);
    CHECK(drawn.size() == 2);
    palette.mark(both, nullptr);
    CHECK(drawn.size() == 2);
}

TEST_CASE("coded rows come and go one by one", "[rate]") {
    CodedModel coded;
    const QAbstractItemModelTester tester(&coded, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto row = [](std::int64_t id, const char* quote) {
        CodedRow made;
        made.coding = model::CodingId(id);
        made.quote = QString::fromLatin1(quote);
        return made;
    };
    int resets = 0;
    QObject::connect(&coded, &QAbstractItemModel::modelReset, &coded, [&resets] { ++resets; });
    coded.setRows({row(1, ""), row(2, "b")});
    coded.setRows({row(1, "a"), row(2, "b"), row(3, "c")});
    CHECK(coded.rowCount() == 3);
    CHECK(coded.at(0)->quote == QLatin1String("a"));
    coded.setRows({row(2, "b"), row(4, "d"), row(3, "c")});
    CHECK(coded.rowCount() == 3);
    CHECK(coded.rowOf(model::CodingId(1)) == -1);
    CHECK(coded.rowOf(model::CodingId(4)) == 1);
    CHECK(resets == 0);
}

TEST_CASE("choices are asked for by digit, arrows and Space", "[rate]") {
    ChoicesPanel panel;
    ChoiceRow level;
    level.variable = model::VariableId(1);
    level.title = QStringLiteral("Level");
    level.levels = {{model::CodeId(11), QStringLiteral("1"), QStringLiteral("dyadic")},
                    {model::CodeId(12), QStringLiteral("2"), QStringLiteral("class")}};
    ChoiceRow cues;
    cues.variable = model::VariableId(2);
    cues.isCount = true;
    cues.count = 2;
    panel.setRows({level, cues});
    CHECK(panel.levelByKey(QStringLiteral("2")) == model::CodeId(12));
    CHECK_FALSE(panel.levelByKey(QStringLiteral("9")));
    CHECK(panel.countInFocus() == model::VariableId(2));
    std::vector<std::int64_t> wanted;
    QObject::connect(&panel, &ChoicesPanel::levelWanted, &panel,
                     [&wanted](model::CodeId code) { wanted.push_back(code.value); });
    std::int64_t count = -1;
    QObject::connect(&panel, &ChoicesPanel::countWanted, &panel,
                     [&count](model::VariableId, std::int64_t number) { count = number; });
    QTest::keyClick(&panel, Qt::Key_Right);
    QTest::keyClick(&panel, Qt::Key_Space);
    CHECK(wanted == std::vector<std::int64_t>{12});
    QTest::keyClick(&panel, Qt::Key_Down);
    QTest::keyClick(&panel, Qt::Key_Space);
    CHECK(count == 3);
    CHECK(panel.heightForWidth(300) >= 60);
    CHECK(panel.heightForWidth(150) > panel.heightForWidth(600)); // levels flow
}

TEST_CASE("the strip says how far the list is", "[rate]") {
    ProgressStrip strip;
    strip.resize(900, 34);
    strip.setMarks({{true, true, false}, {true, true, true}, {false, true, false}, {false, false, false}});
    strip.setCurrent(2);
    CHECK(strip.text().contains(QLatin1String("2 of 4")));
    strip.setMark(2, {true, true, false});
    CHECK(strip.text().contains(QLatin1String("3 of 4")));
    CHECK(strip.accessibleName() == strip.text());
    strip.setMark(0, {});
    CHECK(strip.text().contains(QLatin1String("2 of 4")));
    CHECK_FALSE(strip.grab().isNull());
}
