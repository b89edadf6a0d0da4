// SPDX-License-Identifier: GPL-3.0-or-later
// Transcripts by keys alone: memo, flag and choices on a turn, code by turn or sentence, change, resize,
// cycle, in-vivo codes, filter of the stripes; and the stripes as screen readers see them.
#include "rate_study.h"
#include "service/assigning.h"
#include "service/codebook_changes.h"
#include "ui/app/language.h"
#include "ui/app/settings.h"
#include "ui/app/status_line.h"
#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/choices_panel.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/coded_list.h"
#include "ui/views/rate/in_vivo.h"
#include "ui/views/rate/stripe_pane.h"
#include "ui/views/rate/turn_panel.h"

#include <QAccessible>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::ui;
using rapport::test::RateStudy;
using rapport::test::take;

namespace {

/// What turns may get beside codes: a level and a count.
void addTurnVariables(model::Codebook& codebook) {
    model::Variable tone;
    tone.name = "tone";
    tone.title = model::sameText("Tone");
    tone.scale = model::Scale::Nominal;
    tone.unitKinds = {model::UnitKind::Turn};
    for (const char* level : {"warm", "cool"}) {
        model::Code code;
        code.name = level;
        code.title = model::sameText(level);
        code.key = tone.codes.empty() ? "5" : "6";
        tone.codes.push_back(code);
    }
    model::Variable examples;
    examples.name = "examples";
    examples.title = model::sameText("Examples given");
    examples.scale = model::Scale::Count;
    examples.unitKinds = {model::UnitKind::Turn};
    codebook.variables.push_back(tone);
    codebook.variables.push_back(examples);
}

const ChoiceRow& choice(TranscriptView& view, const char* title) {
    for (const ChoiceRow& row : view.turnPanel().choices().rows()) {
        if (row.title == QLatin1String(title))
            return row;
    }
    FAIL("no choice " << title);
    return view.turnPanel().choices().rows().front();
}

const model::Coding* codingOf(const TranscriptView& view, const char* words) {
    const ShownText text(view.transcript().text);
    for (const model::Coding& coding : view.transcript().codings) {
        if (coding.range && toUtf8(text.slice(*coding.range)) == words)
            return &coding;
    }
    return nullptr;
}

} // namespace

TEST_CASE("memo, flag and choices go to the turn at the caret", "[rate][transcript][journey]") {
    RateStudy study(20, addTurnVariables);
    TranscriptView& view = study.transcript();
    view.reading().setCaret(view.transcript().turns[1].range.begin);
    REQUIRE(view.unitAtCaret() != nullptr);
    CHECK(view.unitAtCaret()->kind == model::UnitKind::Turn);
    study.trigger("rate.flag");
    CHECK(view.transcript().notes[1].isFlagged);
    study.trigger("rate.memo");
    REQUIRE(view.turnPanel().isEditing());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("cbh 5"));
    study.key(Qt::Key_Escape);
    CHECK(view.transcript().notes[1].memo == "cbh 5");
    CHECK(view.transcript().codings.empty()); // the letters were words, not codes
    CHECK(view.reading().hasFocus());
    study.letter('5');
    study.letter('+');
    study.letter('+');
    study.letter('-');
    REQUIRE(choice(view, "Tone").chosen);
    CHECK(choice(view, "Examples given").count == 1);
    // An open choice is asked about once before the turn is complete.
    study.trigger("rate.piece");
    view.reading().setCaret(view.transcript().turns[2].range.begin);
    study.key(Qt::Key_Return);
    CHECK_FALSE(view.transcript().notes[2].isComplete);
    CHECK(view.turnPanel().choices().hasFocus());
    study.letter('6');
    CHECK(choice(view, "Tone").chosen);
    for (int i = 0; i < 3 && !view.transcript().notes[2].isComplete; ++i)
        study.key(Qt::Key_Return); // others that are open are left so
    CHECK(view.transcript().notes[2].isComplete);
    CHECK(view.reading().blockOf(view.reading().caret()) == 3);
    study.trigger("edit.undo");
    study.trigger("edit.undo");
    CHECK_FALSE(view.transcript().notes[2].isComplete);
    view.reading().setCaret(view.transcript().turns[1].range.begin);
    view.reading().setFocus();
    // The next turn has none of it.
    study.key(Qt::Key_Down, Qt::ControlModifier);
    CHECK_FALSE(choice(view, "Tone").chosen);
    CHECK(choice(view, "Examples given").count == 0);
    CHECK_FALSE(view.transcript().notes[2].isFlagged);
    // Undo goes back to the turn that it changes.
    study.trigger("edit.undo");
    CHECK(view.reading().blockOf(view.reading().caret()) == 1);
    CHECK(choice(view, "Examples given").count == 2);
    study.trigger("edit.undo");
    study.trigger("edit.undo");
    study.trigger("edit.undo");
    CHECK_FALSE(choice(view, "Tone").chosen);
    study.trigger("edit.undo"); // the memo
    study.trigger("edit.undo"); // the flag
    CHECK(view.transcript().notes[1].memo.empty());
    CHECK_FALSE(view.transcript().notes[1].isFlagged);
}

TEST_CASE("one key codes a turn or a sentence; F7, Alt+arrows and Del change it",
          "[rate][transcript][journey]") {
    RateStudy study;
    TranscriptView& view = study.transcript();
    view.reading().setCaret(view.transcript().turns[1].range.begin);
    study.trigger("rate.piece"); // turn
    study.letter('c');
    REQUIRE(codingOf(view, "Zij zoekt nabijheid. De juf ziet dat niet.") != nullptr);
    view.reading().setCaret(view.transcript().turns[1].range.begin + 24);
    study.trigger("rate.piece"); // sentence
    study.letter('h');
    REQUIRE(codingOf(view, "De juf ziet dat niet.") != nullptr);
    // F7 keeps the place; what was made last is the chosen one.
    study.trigger("rate.recode");
    study.letters(",p");
    const model::Coding* other = codingOf(view, "De juf ziet dat niet.");
    REQUIRE(other != nullptr);
    CHECK(study.title(other->code) == "Perception");
    CHECK(view.transcript().codings.size() == 2);
    study.key(Qt::Key_Left, Qt::AltModifier);
    CHECK(codingOf(view, "De juf ziet dat") != nullptr);
    study.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    CHECK(codingOf(view, "juf ziet dat") != nullptr);
    study.key(Qt::Key_Delete);
    CHECK(view.transcript().codings.size() == 1);
    // A handle dragged with the mouse does the same.
    view.reading().setCaret(view.transcript().turns[1].range.begin + 2);
    study.trigger("rate.cycle");
    REQUIRE(view.stripes().chosenStripe() != 0);
    const text::TextRange whole = view.transcript().turns[1].range;
    const QRect last = view.reading().rectOf(whole.end);
    const QRect first = view.reading().rectOf(whole.begin + 20);
    QWidget* port = view.reading().viewport();
    const QPoint handle(last.left(), last.bottom() - 3);
    QTest::mousePress(port, Qt::LeftButton, {}, handle);
    QTest::mouseMove(port, first.center());
    QTest::mouseRelease(port, Qt::LeftButton, {}, first.center());
    CHECK(codingOf(view, "Zij zoekt nabijheid.") != nullptr);
    CHECK(view.transcript().codings.size() == 1);
    // Enter completes the turn; Ctrl+PgDown finds the next that is not.
    study.trigger("rate.piece");
    study.trigger("rate.piece");
    view.reading().setCaret(view.transcript().turns[0].range.begin);
    for (int i = 0; i < 4 && !view.transcript().notes[0].isComplete; ++i)
        study.key(Qt::Key_Return); // choices that are open are left so
    CHECK(view.transcript().notes[0].isComplete);
    CHECK(view.reading().blockOf(view.reading().caret()) == 1);
    view.reading().setCaret(view.transcript().turns[3].range.begin);
    study.trigger("rate.nextUndone");
    CHECK(view.reading().blockOf(view.reading().caret()) == 1);
    // A turn that is done stays done when it is coded afterwards, as the manual says.
    view.reading().setFocus();
    view.reading().setCaret(view.transcript().turns[0].range.begin);
    study.key(Qt::Key_Down, Qt::AltModifier);
    study.letter('x');
    REQUIRE(codingOf(view, "Wat valt op?") != nullptr);
    CHECK(view.transcript().notes[0].isComplete);
    study.key(Qt::Key_Delete);
    CHECK(codingOf(view, "Wat valt op?") == nullptr);
    CHECK(view.transcript().notes[0].isComplete);
}

TEST_CASE("Enter completes turns in the mode that the view opens in, then the whole",
          "[rate][transcript][journey]") {
    RateStudy study;
    TranscriptView& view = study.transcript();
    const auto promises = [&study](const char* words) {
        const auto labels = study.window->findChild<StatusLine*>()->findChildren<Words*>();
        return std::any_of(labels.begin(), labels.end(),
                           [words](const Words* label) { return label->text() == QLatin1String(words); });
    };
    CHECK(promises("turn done"));
    // A turn without a code, and with choices open: each is asked about once.
    view.reading().setCaret(view.transcript().turns[0].range.begin);
    study.key(Qt::Key_Return);
    CHECK_FALSE(view.transcript().notes[0].isComplete);
    view.reading().setFocus();
    // What was asked about one turn is no answer for another.
    view.reading().setCaret(view.transcript().turns[1].range.begin);
    study.key(Qt::Key_Return);
    CHECK_FALSE(view.transcript().notes[1].isComplete);
    int presses = 1;
    for (; presses < 5 && !view.transcript().notes[1].isComplete; ++presses)
        study.key(Qt::Key_Return);
    CHECK(view.transcript().notes[1].isComplete);
    const int whenBare = presses;
    // With a code one question less.
    view.reading().setFocus();
    view.reading().setCaret(view.transcript().turns[2].range.begin);
    study.key(Qt::Key_Down, Qt::AltModifier);
    study.letter('x');
    view.reading().setCaret(view.transcript().turns[2].range.begin);
    for (presses = 0; presses < 5 && !view.transcript().notes[2].isComplete; ++presses)
        study.key(Qt::Key_Return);
    CHECK(presses == whenBare - 1);
    CHECK_FALSE(view.transcript().isComplete);
    for (const std::size_t turn : {std::size_t(0), std::size_t(3)}) {
        view.reading().setFocus();
        view.reading().setCaret(view.transcript().turns[turn].range.begin);
        for (presses = 0; presses < 5 && !view.transcript().notes[turn].isComplete; ++presses)
            study.key(Qt::Key_Return);
    }
    CHECK_FALSE(view.transcript().isComplete);
    // No turn is left: now the whole is asked about.
    CHECK_FALSE(promises("turn done"));
    CHECK(promises("transcript read"));
    study.key(Qt::Key_Return);
    CHECK_FALSE(view.transcript().isComplete);
    study.key(Qt::Key_Return);
    CHECK(view.transcript().isComplete);
    CHECK_FALSE(promises("transcript read"));
}

TEST_CASE("what was coded with a code that is no more keeps its look and says so",
          "[rate][transcript][retired]") {
    RateStudy study;
    AnswersView& answers = study.answers();
    answers.reading().setFocus();
    study.letter('c');
    const model::CodeId gone = answers.desk().work().codings.front().code;
    const CodeLook before = lookOf(*study.window->study().codebook(), gone);
    TranscriptView& view = study.transcript();
    view.reading().setCaret(view.transcript().turns[1].range.begin);
    study.key(Qt::Key_Down, Qt::AltModifier);
    study.letter('c');
    REQUIRE(view.transcript().codings.size() == 1);
    const std::string name = study.window->study().codebook()->code(gone).code->name;
    REQUIRE(study.window->study().act([&name](service::Session& session) -> base::Result<service::ChangeSet> {
        auto made = service::splitCode(session, name, {{"warmth", {}, {}}, {"comfort", {}, {}}});
        if (!made)
            return base::fail(made);
        return std::move(made->changes);
    }));
    REQUIRE(view.stripes().stripes().size() == 1);
    const QString title = before.title + QStringLiteral(" (retired)");
    CHECK(view.stripes().stripes().front().look.title == title);
    CHECK(view.stripes().stripes().front().look.tag == before.tag);
    CHECK(view.stripes().stripes().front().look.colour == before.colour);
    REQUIRE(study.window->lookAs(QStringLiteral("R1")));
    AnswersView& again = study.answers();
    const auto* list = again.findChild<CodedList*>();
    REQUIRE(list->model()->rowCount() == 1);
    CHECK(list->model()->index(0, 0).data().toString() == title);
    CHECK(const_cast<CodedList*>(list)->rows().at(0)->look.tag == before.tag);
    // The tags of what came of it are nobody else's.
    const auto codebook = study.window->study().codebook();
    std::map<QString, int> tags;
    for (const model::Variable& variable : codebook->variables) {
        for (const model::Code& code : variable.codes)
            ++tags[lookOf(code).tag];
    }
    CHECK(tags[lookOf(*codebook->code(std::string_view("warmth")).code).tag] == 1);
    CHECK(tags[lookOf(*codebook->code(std::string_view("comfort")).code).tag] == 1);
}

TEST_CASE("Ins makes a code of the words, once", "[rate][transcript][journey]") {
    RateStudy study;
    TranscriptView& view = study.transcript();
    view.reading().setCaret(view.transcript().turns[3].range.begin);
    study.key(Qt::Key_Up, Qt::AltModifier);
    study.key(Qt::Key_Insert);
    const model::Coding* made = codingOf(view, "Een veilige haven dus.");
    REQUIRE(made != nullptr);
    CHECK(study.title(made->code) == "Een veilige haven dus.");
    const auto codebook = study.window->study().codebook();
    const auto found = codebook->code(made->code);
    REQUIRE(found.code != nullptr);
    CHECK(found.code->depth == 1);
    // It has a key at once.
    CHECK_FALSE(CodeKeys(*codebook, KeyPlace::Transcripts).of(made->code).isEmpty());
    // The same words again are the same code.
    const auto again = withInVivoCode(*codebook, "Een  veilige haven dus.", model::UnitKind::Turn);
    REQUIRE(again);
    CHECK_FALSE(again->isNew);
    CHECK(again->name == found.code->name);
    CHECK_FALSE(withInVivoCode(*codebook, "  \n ", model::UnitKind::Turn));
    // A rater may not: nothing changes, and the toast says what may be done.
    const auto version = codebook->version;
    REQUIRE(study.window->lookAs(QStringLiteral("R1")));
    QTest::keyClick(&view, Qt::Key_Insert);
    CHECK(study.window->study().codebook()->version == version);
}

TEST_CASE("stripes are filtered by code, and F3 goes from one to the next", "[rate][transcript][journey]") {
    RateStudy study;
    TranscriptView& view = study.transcript();
    study.trigger("rate.piece");
    for (int turn = 0; turn < 4; ++turn) {
        view.reading().setCaret(view.transcript().turns[std::size_t(turn)].range.begin);
        study.letter('c');
        view.reading().setCaret(view.transcript().turns[std::size_t(turn)].range.begin);
        if (turn % 2 == 0)
            study.letter('h');
    }
    REQUIRE(view.stripes().stripes().size() == 6);
    view.reading().setCaret(view.transcript().turns[0].range.begin);
    study.trigger("rate.cycle");
    study.trigger("rate.cycle");
    REQUIRE(view.stripes().chosenStripe() != 0);
    study.trigger("rate.stripes");
    CHECK((view.stripes().stripes().size() == 2 || view.stripes().stripes().size() == 4));
    const int before = view.reading().blockOf(view.reading().caret());
    study.trigger("rate.nextMatch");
    CHECK(view.reading().blockOf(view.reading().caret()) > before);
    study.trigger("rate.stripes");
    CHECK(view.stripes().stripes().size() == 6);
}

TEST_CASE("another rater's stripes can stand beside one's own, to be looked at only",
          "[rate][transcript][journey]") {
    RateStudy study;
    TranscriptView& view = study.transcript();
    study.trigger("rate.piece");
    const auto codeTurn = [&](std::size_t turn, char key) {
        view.reading().setCaret(view.transcript().turns[turn].range.begin);
        study.letter(key);
    };
    const auto rateAs = [&](const char* name) {
        for (const model::Rater& rater : view.desk().raters()) {
            if (rater.name == name)
                view.desk().chooseRater(rater.id);
        }
        view.reading().setFocus();
        REQUIRE(view.desk().rater()->name == name);
    };
    const auto beside = [&](const QString& name) -> QAction* {
        for (QAction* action : view.stripeMenu().actions()) {
            if (action->text().endsWith(name))
                return action;
        }
        return nullptr;
    };
    rateAs("R2");
    codeTurn(1, 'c');
    rateAs("R1");
    CHECK(view.stripes().stripes().empty());
    codeTurn(1, 'h');
    codeTurn(2, 'c');
    CHECK(view.stripes().stripes().size() == 2);
    REQUIRE(beside(QStringLiteral("R2")) != nullptr);
    CHECK_FALSE(beside(QStringLiteral("R2"))->isChecked());
    beside(QStringLiteral("R2"))->trigger();
    REQUIRE(view.stripes().stripes().size() == 3);
    CHECK(beside(QStringLiteral("R2"))->isChecked());
    CHECK(beside(QStringLiteral("R1")) == nullptr);
    const auto& stripes = view.stripes().stripes();
    const auto other = std::find_if(stripes.begin(), stripes.end(),
                                    [](const Stripe& stripe) { return stripe.rater == QLatin1String("R2"); });
    REQUIRE(other != stripes.end());
    const std::int64_t id = other->id;
    CHECK(view.stripes().nameOf(std::size_t(other - stripes.begin())).contains(QStringLiteral("R2")));
    // It is nobody's to change but R2's; the counts are one's own.
    view.stripes().choose(std::size_t(other - stripes.begin()));
    CHECK(view.stripes().chosenStripe() == id);
    study.key(Qt::Key_Delete);
    study.trigger("rate.recode");
    study.letter('x');
    CHECK(view.transcript().codings.size() == 2 + 1); // x coded the turn, anew
    study.trigger("edit.undo");
    CHECK(view.transcript().codings.size() == 2);
    CHECK(view.stripes().stripes().size() == 3);
    beside(QStringLiteral("R2"))->trigger();
    CHECK(view.stripes().stripes().size() == 2);
    rateAs("R2");
    CHECK(view.transcript().codings.size() == 1);
}

TEST_CASE("every stripe is an accessible child that can be chosen", "[rate][transcript][access]") {
    RateStudy study;
    TranscriptView& view = study.transcript();
    view.reading().setCaret(view.transcript().turns[1].range.begin);
    study.key(Qt::Key_Up, Qt::AltModifier);
    study.letter('c');
    view.reading().setCaret(view.transcript().turns[2].range.begin);
    study.key(Qt::Key_Down, Qt::AltModifier);
    study.letter('x');
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view.stripes());
    REQUIRE(list != nullptr);
    CHECK(list->role() == QAccessible::List);
    REQUIRE(list->childCount() == 2);
    const QString rater = toQt(view.desk().rater()->name);
    QAccessibleInterface* first = list->child(0);
    REQUIRE(first != nullptr);
    CHECK(first->text(QAccessible::Name) ==
          QStringLiteral("Closeness, %1, line 2, “Zij zoekt nabijheid.”").arg(rater));
    CHECK(list->child(1)->text(QAccessible::Name).startsWith(QStringLiteral("Conflict, %1, ").arg(rater)));
    CHECK(first->role() == QAccessible::ListItem);
    CHECK(first->parent() == list);
    CHECK(list->indexOfChild(first) == 0);
    CHECK(first->rect().intersects(list->rect()));
    CHECK(list->childAt(first->rect().center().x(), first->rect().center().y()) == first);
    CHECK_FALSE(first->state().selected);
    REQUIRE(first->actionInterface() != nullptr);
    first->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    CHECK(first->state().selected);
    // What is withdrawn is no longer there, and the other keeps its entry.
    QAccessibleInterface* second = list->child(1);
    study.key(Qt::Key_Delete);
    CHECK(list->childCount() == 1);
    CHECK_FALSE(first->isValid());
    CHECK(list->child(0) == second);
    CHECK(list->child(7) == nullptr);
}

TEST_CASE("stripes that meet some lines are found without looking at all", "[rate][transcript]") {
    ReadingView reading(ReadingStyle::Transcript);
    std::string text;
    std::vector<ReadingBlock> blocks;
    for (int i = 0; i < 40; ++i) {
        ReadingBlock block;
        block.range.begin = text::CodePoints(std::int64_t(text.size()));
        text += "Turn " + std::to_string(i) + ".";
        block.range.end = text::CodePoints(std::int64_t(text.size()));
        text += "\n";
        blocks.push_back(block);
    }
    reading.resize(800, 400);
    reading.setContent(ShownText(text), blocks, "en");
    StripePane pane(reading);
    std::vector<Stripe> stripes;
    std::int64_t id = 0;
    for (int i = 0; i < 40; ++i) {
        for (int length = 0; length < 12 && i + length < 40; length += 5)
            stripes.push_back(
                {++id, {blocks[std::size_t(i)].range.begin, blocks[std::size_t(i + length)].range.end}, {}});
    }
    pane.setStripes(stripes, true);
    for (int from = 0; from < 40; from += 3) {
        std::size_t expected = 0;
        for (std::size_t i = 0; i < pane.stripes().size(); ++i)
            expected += pane.firstLine(i) <= from + 2 && pane.lastLine(i) >= from ? 1U : 0U;
        CHECK(pane.meeting(from, from + 2).size() == expected);
    }
    CHECK(pane.meeting(100, 200).empty());
}

TEST_CASE("what has no lane stands behind a number that opens, and what is chosen has one",
          "[rate][transcript]") {
    RateStudy study;
    TranscriptView& view = study.transcript();
    StripePane& pane = view.stripes();
    QTest::qWait(50);
    const text::CodePoints begin = view.transcript().turns[1].range.begin;
    constexpr int more = 22;
    for (int i = 0; i < more; ++i) {
        view.reading().setCaret(begin);
        for (int each = 0; each <= i; ++each)
            study.key(Qt::Key_Right, Qt::ShiftModifier);
        study.letter(i < 3 ? 'h' : 'c');
    }
    QTest::qWait(50);
    REQUIRE(pane.stripes().size() == std::size_t(more));
    REQUIRE(pane.lanes().count() > mostLanes);
    const auto drawn = [&pane] {
        std::size_t count = 0;
        for (std::size_t i = 0; i < pane.stripes().size(); ++i)
            count += pane.placeOf(i).isEmpty() ? 0U : 1U;
        return count;
    };
    CHECK(drawn() == std::size_t(mostLanes));
    auto folded = pane.folded();
    REQUIRE(folded.size() == 1);
    CHECK(folded[0].stripes.size() == std::size_t(more - mostLanes));
    CHECK(folded[0].place.right() <= pane.width()); // the margin grew while one coded
    // From the menu behind the number: what is chosen is drawn.
    const std::int64_t wanted = pane.stripes()[folded[0].stripes.back()].id;
    const std::int64_t before = pane.chosenStripe();
    CHECK(before != wanted);
    QTest::mouseClick(&pane, Qt::LeftButton, {}, folded[0].place.center().toPoint());
    auto* menu = pane.findChild<QMenu*>();
    REQUIRE(menu != nullptr);
    REQUIRE(menu->actions().size() == qsizetype(folded[0].stripes.size()));
    menu->actions().back()->trigger();
    menu->close();
    CHECK(pane.chosenStripe() == wanted);
    for (std::size_t i = 0; i < pane.stripes().size(); ++i) {
        if (pane.stripes()[i].id == wanted)
            CHECK_FALSE(pane.placeOf(i).isEmpty());
    }
    CHECK(drawn() == std::size_t(mostLanes));
    folded = pane.folded();
    REQUIRE(folded.size() == 1);
    CHECK(folded[0].stripes.size() == std::size_t(more - mostLanes));
    // Only one code: its stripes have lanes of their own.
    study.trigger("rate.stripes");
    CHECK(pane.stripes().size() < std::size_t(more));
    CHECK(pane.lanes().count() == int(pane.stripes().size()));
    CHECK(pane.lanes().count() < mostLanes);
    CHECK(drawn() == pane.stripes().size());
}

namespace {

/// That many codings, all of them on the first line of a turn.
void codeLanes(RateStudy& study, TranscriptView& view, int from, int to) {
    for (int i = from; i < to; ++i) {
        view.reading().setCaret(view.transcript().turns[1].range.begin);
        for (int each = 0; each <= i; ++each)
            study.key(Qt::Key_Right, Qt::ShiftModifier);
        study.letter(i % 2 == 0 ? 'h' : 'c');
        QCoreApplication::processEvents();
    }
}

std::map<std::int64_t, int> lanesOf(const StripePane& pane) {
    std::map<std::int64_t, int> lanes;
    for (const Stripe& stripe : pane.stripes())
        lanes.emplace(stripe.id, pane.lanes().laneOf(stripe.id));
    return lanes;
}

/// Whatever stands in the margin is seen: as a stripe, or in a number.
void checkAllSeen(const StripePane& pane) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < pane.stripes().size(); ++i) {
        const QRectF place = pane.placeOf(i);
        if (place.isEmpty())
            continue;
        ++seen;
        CHECK(place.right() <= pane.width());
    }
    for (const StripePane::Folded& each : pane.folded()) {
        seen += each.stripes.size();
        CHECK(each.place.right() <= pane.width());
    }
    CHECK(seen == pane.stripes().size());
}

} // namespace

TEST_CASE("the margin grows seldom while one codes, and no stripe changes its place", "[rate][transcript]") {
    RateStudy study;
    study.window->resize(1024, 700);
    TranscriptView& view = study.transcript();
    StripePane& pane = view.stripes();
    QTest::qWait(50);
    std::set<int> widths{pane.width()};
    std::map<std::int64_t, int> former;
    for (int i = 0; i < 12; ++i) {
        codeLanes(study, view, i, i + 1);
        CAPTURE(i, pane.width());
        const auto now = lanesOf(pane);
        REQUIRE(now.size() == std::size_t(i + 1));
        for (const auto& [id, lane] : former)
            CHECK(now.at(id) == lane);
        former = now;
        widths.insert(pane.width());
        checkAllSeen(pane);
    }
    CHECK(widths.size() <= 3);
    // Nor where the text alone gets another width, or the list is read anew.
    study.window->resize(1100, 700);
    QTest::qWait(50);
    CHECK(lanesOf(pane) == former);
    {
        const auto other = take(service::Session::open(study.path, service::OpenMode::ReadWrite));
        take(service::addRater(*other, "late", model::RaterKind::Human));
    }
    study.window->study().catchUp();
    QTest::qWait(50);
    CHECK(lanesOf(pane) == former);
}

TEST_CASE("a margin that was given its width keeps it", "[rate][transcript]") {
    const QString key = QStringLiteral("window/splitter/transcript");
    {
        RateStudy study;
        TranscriptView& view = study.transcript();
        StripePane& pane = view.stripes();
        QTest::qWait(50);
        auto* splitter = qobject_cast<QSplitter*>(pane.parentWidget());
        REQUIRE(splitter != nullptr);
        splitter->setSizes({splitter->width() - theme().px(90), theme().px(90)});
        Q_EMIT splitter->splitterMoved(splitter->width() - theme().px(90), 1);
        QTest::qWait(20);
        const int wide = pane.width();
        REQUIRE(wide <= theme().px(92));
        codeLanes(study, view, 0, 9);
        CHECK(pane.width() == wide);
        CHECK(pane.lanes().count() == 9);
        checkAllSeen(pane);
        // What is chosen is drawn, also from behind the number.
        const auto folded = pane.folded();
        REQUIRE(folded.size() == 1);
        const std::size_t wanted = folded[0].stripes.back();
        pane.choose(wanted);
        CHECK_FALSE(pane.placeOf(wanted).isEmpty());
        checkAllSeen(pane);
    }
    forget(key);
}

TEST_CASE("however many codings overlap, the text keeps room in the least window", "[rate][transcript]") {
    RateStudy study;
    study.window->resize(1024, 700);
    TranscriptView& view = study.transcript();
    QTest::qWait(50);
    for (int i = 0; i < 24; ++i) {
        view.reading().setCaret(view.transcript().turns[1].range.begin);
        for (int each = 0; each <= i; ++each)
            study.key(Qt::Key_Right, Qt::ShiftModifier);
        study.letter(i < 3 ? 'h' : 'c');
    }
    QTest::qWait(50);
    REQUIRE(view.stripes().lanes().count() > mostLanes);
    CHECK(view.reading().width() - view.reading().textLeft() >= theme().px(300));
    // What has no room in the margin is behind a number, and that is in sight.
    const StripePane& pane = view.stripes();
    const auto folded = pane.folded();
    REQUIRE(folded.size() == 1);
    CHECK(folded[0].place.right() <= pane.width());
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < pane.stripes().size(); ++i) {
        drawn += pane.placeOf(i).isEmpty() ? 0U : 1U;
        CHECK(pane.placeOf(i).right() <= folded[0].place.left());
    }
    CHECK(drawn + folded[0].stripes.size() == pane.stripes().size());
    if (const QString folder = qEnvironmentVariable("RAPPORT_PICTURES"); !folder.isEmpty())
        CHECK(study.window->grab().save(folder + QStringLiteral("/transcript-least.png")));
}

TEST_CASE("nothing in the header is cut, and what has no room is in a menu", "[rate][transcript]") {
    RateStudy study;
    const double before = theme().scale();
    TranscriptView& view = study.transcript();
    for (const char* language : {"en", "nl"}) {
        setUiLanguage(QString::fromLatin1(language));
        for (const double scale : {1.0, 1.5, 2.0}) {
            theme().setScale(scale);
            for (const QSize size : {QSize(1440, 900), QSize(1366, 768), QSize(1024, 768)}) {
                CAPTURE(language, scale, size.width());
                study.window->resize(size);
                QCoreApplication::processEvents();
                const QWidget* header = view.headerWidget()->parentWidget();
                for (const auto* each : header->findChildren<SegmentedControl*>()) {
                    CHECK(each->width() >= each->sizeHint().width());
                    CHECK(each->mapTo(header, QPoint(each->width(), 0)).x() <= header->width());
                }
            }
        }
    }
    SegmentedControl* folded = nullptr;
    for (auto* each : view.headerWidget()->findChildren<SegmentedControl*>()) {
        if (each->isFolded() && each->items().contains(QLatin1String("Zin")))
            folded = each;
    }
    REQUIRE(folded != nullptr);
    folded->setFocus();
    study.key(Qt::Key_Space);
    auto* menu = folded->findChild<QMenu*>();
    REQUIRE(menu != nullptr);
    menu->actions().at(1)->trigger();
    CHECK(folded->items().at(folded->current()) == QLatin1String("Zin"));
    menu->close();
    setUiLanguage(QStringLiteral("en"));
    theme().setScale(before);
    study.window->resize(1440, 900);
    QCoreApplication::processEvents();
    CHECK_FALSE(folded->isFolded());
}
