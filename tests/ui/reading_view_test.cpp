// SPDX-License-Identifier: GPL-3.0-or-later
// ReadingView: positions are code points of the study's text, whatever Qt counts in.
#include "support/catch.hpp"
#include "ui/components/reading_view.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QKeyEvent>
#include <QLayout>
#include <QTest>
#include <QVBoxLayout>

using namespace rapport;
using namespace rapport::ui;
using rapport::text::CodePoints;

namespace {

constexpr const char* withEmoji = "Noor \xF0\x9F\x98\x80 lacht. Zij zoekt een veilige haven. Dan niet meer.";

struct Fixture {
    Fixture() {
        view.resize(640, 300);
        view.setAnswer(withEmoji, "nl");
        view.show();
    }
    ReadingView view{ReadingStyle::Answer};
    [[nodiscard]] std::string selected() const { return toUtf8(view.shown().slice(view.selection())); }
};

class Parent : public QWidget {
public:
    QString typed;

protected:
    void keyPressEvent(QKeyEvent* event) override { typed += event->text(); }
};

} // namespace

TEST_CASE("the caret steps over an emoji as one and is counted in code points", "[reading]") {
    Fixture f;
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&f.view, Qt::Key_Right);
    CHECK(f.view.caret().value == 5);
    QTest::keyClick(&f.view, Qt::Key_Right);
    CHECK(f.view.caret().value == 6); // one code point, two UTF-16 units
    CHECK(f.view.shown().toQtOffset(f.view.caret()) == 7);
    QTest::keyClick(&f.view, Qt::Key_Left);
    CHECK(f.view.caret().value == 5);
}

TEST_CASE("words and lines are selected with Shift", "[reading]") {
    Fixture f;
    QTest::keyClick(&f.view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(f.selected() == "Noor");
    QTest::keyClick(&f.view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(f.selected() == "Noor \xF0\x9F\x98\x80 lacht");
    QTest::keyClick(&f.view, Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(f.selected() == "Noor \xF0\x9F\x98\x80 ");
    QTest::keyClick(&f.view, Qt::Key_End);
    CHECK_FALSE(f.view.hasSelection());
    QTest::keyClick(&f.view, Qt::Key_Home, Qt::ShiftModifier);
    CHECK(f.view.selection().begin == f.view.shown().toCodePoints(0));
}

TEST_CASE("Alt+Up selects the sentence, again one more; Alt+Down everything", "[reading]") {
    Fixture f;
    f.view.setCaret(CodePoints(20));
    QTest::keyClick(&f.view, Qt::Key_Up, Qt::AltModifier);
    CHECK(f.selected() == "Zij zoekt een veilige haven.");
    QTest::keyClick(&f.view, Qt::Key_Up, Qt::AltModifier);
    CHECK(f.selected() == "Zij zoekt een veilige haven. Dan niet meer.");
    QTest::keyClick(&f.view, Qt::Key_Up, Qt::AltModifier);
    CHECK(f.selected() == "Zij zoekt een veilige haven. Dan niet meer.");
    QTest::keyClick(&f.view, Qt::Key_Down, Qt::AltModifier);
    CHECK(f.selected() == withEmoji);
    CHECK(f.view.selection() == text::TextRange{CodePoints(0), f.view.shown().length()});
}

TEST_CASE("a mark after an emoji lies on its words", "[reading]") {
    Fixture f;
    const std::string word = "veilige haven";
    // In code points the emoji counts one: 12 + 19 letters before the word.
    const text::TextRange range = text::textRange(28, 41);
    REQUIRE(toUtf8(f.view.shown().slice(range)) == word);
    CodeLook look;
    look.tag = QStringLiteral("SH");
    look.colour = QStringLiteral("teal");
    f.view.setMarks({{7, range, look, false}});
    std::int64_t clicked = 0;
    QObject::connect(&f.view, &ReadingView::markClicked, &f.view,
                     [&clicked](std::int64_t id) { clicked = id; });
    const QPoint inside = f.view.rectOf(CodePoints(33)).center();
    QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, inside);
    CHECK(clicked == 7);
    clicked = 0;
    QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.view.rectOf(CodePoints(8)).center());
    CHECK(clicked == 0);
}

TEST_CASE("a place on the screen and its position are each other's", "[reading]") {
    Fixture f;
    for (std::int64_t at = 0; at < f.view.shown().length().value; at += 3) {
        CAPTURE(at);
        const QRect rect = f.view.rectOf(CodePoints(at));
        CHECK(f.view.positionAt(QPoint(rect.left() + 1, rect.center().y())).value == at);
    }
}

TEST_CASE("a double click selects the word; dragging selects what is passed", "[reading]") {
    Fixture f;
    QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, f.view.rectOf(CodePoints(30)).center());
    CHECK(f.selected() == "veilige");
    const QPoint from = f.view.rectOf(CodePoints(14)).center();
    const QPoint to = f.view.rectOf(CodePoints(17)).center();
    QTest::mousePress(f.view.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(f.view.viewport(), to);
    QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, {}, to);
    CHECK(f.selected() == "Zij");
}

TEST_CASE("letters, digits and Enter are left to the parent", "[reading]") {
    Parent parent;
    QVBoxLayout layout(&parent);
    auto* view = new ReadingView(ReadingStyle::Answer, &parent);
    layout.addWidget(view);
    view->setAnswer("Een antwoord.", "nl");
    QTest::keyClicks(view, QStringLiteral("ch7/"));
    QTest::keyClick(view, Qt::Key_Return);
    CHECK(parent.typed.startsWith(QLatin1String("ch7/")));
    CHECK(parent.typed.size() == 5);
    QTest::keyClick(view, Qt::Key_Right);
    CHECK(parent.typed.size() == 5);
    CHECK(view->caret().value == 1);
}

TEST_CASE("no-break spaces and line ends stay what they are", "[reading]") {
    ReadingView view(ReadingStyle::Answer);
    const std::string text = "a\xC2\xA0"
                             "b\nc\xE2\x80\xA8"
                             "d";
    view.setAnswer(text, "en");
    CHECK(view.shown().utf8() == text);
    CHECK(view.lineCount() >= 2);
    view.selectWhole();
    CHECK(toUtf8(view.shown().slice(view.selection())) == text);
}

TEST_CASE("an empty text can be shown and moved in", "[reading]") {
    ReadingView view(ReadingStyle::Answer);
    view.setAnswer("", "en");
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Up, Qt::AltModifier);
    CHECK(view.caret().value == 0);
    CHECK_FALSE(view.hasSelection());
}

TEST_CASE("a transcript numbers its lines through all turns", "[reading]") {
    ReadingView view(ReadingStyle::Transcript);
    view.resize(700, 300);
    std::string text;
    std::vector<ReadingBlock> blocks;
    for (int turn = 0; turn < 30; ++turn) {
        ReadingBlock block;
        const auto begin = std::int64_t(text.size());
        text += "Dit is beurt nummer " + std::to_string(turn) + " van het gesprek.";
        block.range = text::textRange(begin, std::int64_t(text.size()));
        block.speaker = QStringLiteral("P%1").arg(turn);
        blocks.push_back(block);
        text += "\n";
    }
    text.pop_back();
    view.setContent(ShownText(text), blocks, "nl");
    view.show();
    CHECK(view.lineCount() >= 30);
    int last = -1;
    for (const ReadingBlock& block : blocks) {
        CHECK(view.lineOf(block.range.begin) > last);
        last = view.lineOf(block.range.begin);
        CHECK(view.blockOf(block.range.begin) == int(&block - blocks.data()));
    }
    CHECK(view.lineTop(last) > view.lineTop(0));
    // From the end of one turn the caret goes to the start of the next.
    view.setCaret(blocks[0].range.end);
    QTest::keyClick(&view, Qt::Key_Right);
    CHECK(view.caret() == blocks[1].range.begin);
    QTest::keyClick(&view, Qt::Key_Left);
    CHECK(view.caret() == blocks[0].range.end);
    view.ensureVisible(blocks.back().range.begin);
    CHECK(view.scrollOffset() > 0);
}

TEST_CASE("screen readers get text, caret and selection", "[reading]") {
    Fixture f;
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&f.view);
    REQUIRE(interface != nullptr);
    QAccessibleTextInterface* text = interface->textInterface();
    REQUIRE(text != nullptr);
    CHECK(text->characterCount() == int(f.view.shown().qt().size()));
    CHECK(text->text(0, 4) == QLatin1String("Noor"));
    f.view.select(text::textRange(0, 4));
    int begin = -1;
    int end = -1;
    text->selection(0, &begin, &end);
    CHECK(begin == 0);
    CHECK(end == 4);
    text->setCursorPosition(7); // after the emoji in UTF-16
    CHECK(f.view.caret().value == 6);
    CHECK(interface->state().readOnly);
}

TEST_CASE("a text that runs from right to left begins at the right, and its marks lie on its words",
          "[reading][rtl]") {
    // "peace world good", twenty times: several lines.
    std::string words;
    for (int i = 0; i < 20; ++i)
        words +=
            "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D \xD7\x98\xD7\x95\xD7\x91 ";
    ReadingView view(ReadingStyle::Answer);
    view.resize(640, 300);
    view.setAnswer(words, "he");
    view.show();
    REQUIRE(view.lineCount() > 2);
    const int right = view.rectOf(CodePoints(0)).x();
    const int left = view.rectOf(CodePoints(4)).x();
    CHECK(right > view.width() / 2);
    CHECK(left < right);
    // The left arrow goes on; Home and End are where the line begins and ends in reading.
    QTest::keyClick(&view, Qt::Key_Left);
    CHECK(view.caret().value == 1);
    QTest::keyClick(&view, Qt::Key_Right);
    CHECK(view.caret().value == 0);
    QTest::keyClick(&view, Qt::Key_End);
    CHECK(view.lineOf(view.caret()) == 0);
    CHECK(view.rectOf(view.caret()).x() < left);
    QTest::keyClick(&view, Qt::Key_Home);
    CHECK(view.caret().value == 0);
    QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK((view.selection() == text::TextRange{CodePoints(0), CodePoints(4)}));
    view.clearSelection();
    view.setCaret(CodePoints(30));

    // What a mark paints.
    const int row = view.rectOf(CodePoints(0)).center().y();
    const int behind = view.rectOf(CodePoints(5)).x();
    ReadingMark mark;
    mark.id = 1;
    mark.range = {CodePoints(0), CodePoints(4)};
    mark.look.tag = QStringLiteral("SB");
    view.setMarks({mark});
    const QImage marked = view.viewport()->grab().toImage();
    const QRgb ground = marked.pixel((left + right) / 2, row - 9);
    CHECK(ground != marked.pixel(2, row - 9));
    int first = view.width();
    int last = 0;
    for (int x = 0; x < view.viewport()->width(); ++x) {
        if (marked.pixel(x, row - 9) == ground) {
            first = std::min(first, x);
            last = x;
        }
    }
    CHECK(first >= left - 1);
    CHECK(last <= right + 1);
    // The tag has room of its own behind the mark, at its left.
    CHECK(view.rectOf(CodePoints(5)).x() < behind - 8);
}

TEST_CASE("a mark in a line of two directions lies on its own letters alone", "[reading][rtl]") {
    ReadingView view(ReadingStyle::Answer);
    view.resize(640, 300);
    // Latin, a Hebrew word, Latin again.
    view.setAnswer("Zij zei \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D en ging weg", "nl");
    view.show();
    const QImage plain = view.viewport()->grab().toImage();
    ReadingMark mark;
    mark.id = 1;
    mark.range = {CodePoints(4),
                  CodePoints(10)}; // "zei " and two Hebrew letters, the right ones of their word
    view.setMarks({mark});
    const QImage marked = view.viewport()->grab().toImage();
    const int row = view.rectOf(CodePoints(0)).center().y();
    const auto ground = [&](int x) { return plain.pixel(x, row - 9) != marked.pixel(x, row - 9); };
    const int zei = view.rectOf(CodePoints(5)).x();
    CHECK(ground(zei));
    int last = 0;
    for (int x = 0; x < view.viewport()->width(); ++x)
        last = ground(x) ? x : last;
    CHECK(last < view.rectOf(CodePoints(13)).x() + 8);
    // A gap: the left two letters of the Hebrew word are not marked.
    int pieces = 0;
    for (int x = 1; x < view.viewport()->width(); ++x)
        pieces += ground(x) && !ground(x - 1) ? 1 : 0;
    CHECK(pieces >= 2);
}
