// SPDX-License-Identifier: GPL-3.0-or-later
// Definition and case are read by keys alone.
#include "rate_study.h"
#include "ui/app/language.h"
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/scrolled_words.h"
#include "ui/views/rate/case_panel.h"
#include "ui/views/rate/choices_panel.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/coded_list.h"
#include "ui/views/rate/definition_pane.h"

#include <QScrollArea>
#include <QScrollBar>
#include <set>

using namespace rapport;
using namespace rapport::ui;
using rapport::test::RateStudy;

namespace {

/// Codes whose definitions are long.
void lengthen(model::Codebook& codebook) {
    std::string words;
    for (int i = 0; i < 40; ++i)
        words += "The child is described as seeking to be near. ";
    for (model::Variable& variable : codebook.variables)
        for (model::Code& code : variable.codes)
            code.definition = model::sameText(words);
}

} // namespace

TEST_CASE("F1 shows a definition as a whole as far as there is room, and arrow keys scroll it",
          "[rate][panes]") {
    RateStudy study(20, lengthen);
    AnswersView& view = study.answers();
    view.reading().setFocus();
    auto* pane = view.findChild<DefinitionPane*>();
    REQUIRE(pane != nullptr);
    study.key(Qt::Key_C, Qt::ShiftModifier);
    CHECK_FALSE(pane->code().isNone());
    const int before = pane->height();
    // No line is cut through.
    CHECK(pane->wholeLines(before) == before);
    study.trigger("rate.definition");
    QCoreApplication::processEvents();
    CHECK(pane->isPinned());
    CHECK(pane->height() > before);
    CHECK(pane->height() < view.height() * 2 / 3);
    auto* words = pane->findChild<ScrolledWords*>();
    for (int i = 0; i < 8 && !words->hasFocus(); ++i)
        study.trigger("rate.nextPane");
    REQUIRE(words->hasFocus());
    QScrollBar* bar = words->verticalScrollBar();
    REQUIRE(bar->maximum() > 0);
    study.key(Qt::Key_Down);
    CHECK(bar->value() > 0);
    // Letters go on coding from there; Esc lets go and goes back to the text.
    study.letter('x');
    CHECK(view.desk().work().codings.size() == 1);
    words->setFocus();
    study.key(Qt::Key_Escape);
    CHECK_FALSE(pane->isPinned());
    CHECK(pane->height() == before);
    CHECK(view.reading().hasFocus());
}

TEST_CASE("F6 visits every pane of an answer, and Tab comes to the case last", "[rate][panes]") {
    RateStudy study;
    AnswersView& view = study.answers();
    study.letter('c');
    view.reading().setFocus();
    std::set<const QWidget*> visited;
    for (int i = 0; i < 12; ++i) {
        study.trigger("rate.nextPane");
        visited.insert(QApplication::focusWidget());
    }
    auto* area = view.findChild<CasePanel*>()->findChild<QScrollArea*>();
    CHECK(visited.contains(view.findChild<DefinitionPane*>()->findChild<ScrolledWords*>()));
    CHECK(visited.contains(area));
    CHECK(visited.contains(&view.reading()));
    CHECK(visited.contains(view.palettePane().list()));
    // From the text on, round the view.
    std::vector<const QWidget*> stops;
    for (const QWidget* at = view.reading().nextInFocusChain(); at != &view.reading();
         at = at->nextInFocusChain()) {
        if (view.isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) != 0 && at->isVisible() &&
            at->isEnabled())
            stops.push_back(at);
    }
    const auto place = [&stops](const QWidget* widget) {
        return std::find(stops.begin(), stops.end(), widget) - stops.begin();
    };
    const auto button = [&view](const char* name) -> const QWidget* {
        for (const auto* each : view.findChildren<KeyButton*>()) {
            if (each->isVisible() && each->accessibleName() == QLatin1String(name))
                return each;
        }
        return nullptr;
    };
    REQUIRE(place(area) < std::ptrdiff_t(stops.size()));
    CHECK(place(button("Flag")) < place(area));
    CHECK(place(button("Memo")) < place(area));
    CHECK(place(view.findChild<ChoicesPanel*>()) < place(button("Memo")));
    CHECK(place(area) + 2 >= std::ptrdiff_t(stops.size())); // at most the strip of the list comes after it
}

TEST_CASE("a window of the design's size has room for a definition and every code", "[rate][panes]") {
    RateStudy study;
    AnswersView& view = study.answers();
    QTest::qWait(50);
    auto* pane = view.findChild<DefinitionPane*>();
    INFO("palette " << view.palettePane().height() << ", choices "
                    << view.findChild<ChoicesPanel*>()->height() << ", definition " << pane->height()
                    << ", view " << view.height());
    CHECK(pane->height() >= 98);
    CHECK(view.palettePane().list()->isAllSeen());
}

TEST_CASE("the palette that has the keyboard shows its cursor, also below a definition",
          "[rate][panes][focus]") {
    RateStudy study;
    study.window->resize(1366, 768);
    AnswersView& view = study.answers();
    QTest::qWait(50);
    PaletteList* list = view.palettePane().list();
    QTest::keyClick(QApplication::focusWidget(), 'b', Qt::ShiftModifier);
    study.trigger("rate.definition");
    QTest::qWait(20);
    REQUIRE_FALSE(list->isAllSeen());
    const auto isSeen = [&] {
        return list->viewport()->rect().contains(list->visualRect(list->currentIndex()));
    };
    study.trigger("rate.nextPane");
    while (!list->hasFocus())
        study.trigger("rate.nextPane");
    CHECK(isSeen());
    // Pinned while the palette has it.
    study.trigger("rate.definition");
    QTest::qWait(20);
    study.key(Qt::Key_End);
    CHECK(isSeen());
    study.trigger("rate.definition");
    QTest::qWait(20);
    CHECK(list->hasFocus());
    const QRect at = list->visualRect(list->currentIndex());
    INFO("cursor from " << at.top() << " to " << at.bottom() << " of " << list->viewport()->height());
    CHECK(isSeen());
}

TEST_CASE("an answer is broken into the same lines beside a scroll bar and without one", "[rate][panes]") {
    ReadingView view(ReadingStyle::Answer);
    std::string words;
    for (int i = 0; i < 60; ++i)
        words += "Zij zoekt een veilige haven. ";
    view.setAnswer(words, "nl");
    view.resize(480, 2000);
    view.show();
    const int lines = view.lineCount();
    const int high = view.contentHeight();
    view.resize(480, high / 2);
    QTest::qWait(10);
    REQUIRE(view.verticalScrollBar()->isVisible());
    CHECK(view.lineCount() == lines);
    view.resize(480, high);
    QTest::qWait(10);
    CHECK_FALSE(view.verticalScrollBar()->isVisible());
}

TEST_CASE("a program that opens in Rate shows the choices as one that comes there later", "[rate][panes]") {
    const QString language = GENERATE(QStringLiteral("en"), QStringLiteral("nl"));
    setUiLanguage(language);
    {
        RateStudy study;
        study.answers();
        study.window.reset();
        writeRemembered();
        study.window = std::make_unique<MainWindow>();
        study.window->setAttribute(Qt::WA_DeleteOnClose, false);
        REQUIRE(study.window->openStudy(toQt(study.path)));
        REQUIRE(study.window->lookAs(QStringLiteral("R1")));
        study.window->openView(QStringLiteral("rate-answers"));
        study.window->resize(1366, 768);
        study.window->show();
        QTest::qWait(50);
        auto* view = qobject_cast<AnswersView*>(study.window->currentView());
        REQUIRE(view != nullptr);
        auto* choices = view->findChild<ChoicesPanel*>();
        auto* area = qobject_cast<QScrollArea*>(choices->parentWidget()->parentWidget());
        REQUIRE(area != nullptr);
        const auto measures = [&] {
            return std::vector<int>{area->height(),
                                    choices->width(),
                                    choices->height(),
                                    int(area->verticalScrollBar()->isVisible()),
                                    view->reading().viewport()->width(),
                                    view->reading().contentHeight(),
                                    view->reading().lineCount()};
        };
        const auto first = measures();
        CHECK(choices->height() <= area->height());
        CHECK_FALSE(area->verticalScrollBar()->isVisible());
        study.window->openView(QStringLiteral("overview"));
        QTest::qWait(20);
        study.window->openView(QStringLiteral("rate-answers"));
        QTest::qWait(50);
        CHECK(first == measures());
    }
    setUiLanguage(QStringLiteral("en"));
}
