// SPDX-License-Identifier: GPL-3.0-or-later
// The tree that screen readers walk, in every view of a real window: whatever takes the keyboard has a name
// and a role, Tab comes past every one of them and back, what is drawn has words, and in a blind round
// nobody's name or group is anywhere in it.
#include "rate_study.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/stripe_pane.h"
#include "ui/views/registry.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <set>

using namespace rapport;
using namespace rapport::ui;

namespace {

QString kindOf(const QWidget& widget) {
    return QStringLiteral("%1 '%2' in %3")
        .arg(QLatin1String(widget.metaObject()->className()), widget.objectName(),
             widget.parentWidget() == nullptr
                 ? QStringLiteral("nothing")
                 : QLatin1String(widget.parentWidget()->metaObject()->className()));
}

bool takesKeyboard(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

/// Fields of Qt's own inside another one (the line of a spin box) are named by it.
bool isInner(const QWidget& widget) {
    return widget.objectName().startsWith(QLatin1String("qt_")) || widget.focusProxy() != nullptr ||
           (widget.parentWidget() != nullptr && widget.parentWidget()->focusProxy() == &widget);
}

QStringList withoutNameOrRole(const QWidget& window) {
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!takesKeyboard(*widget) || isInner(*widget))
            continue;
        QAccessibleInterface* told = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (told == nullptr) {
            found.append(kindOf(*widget) + QStringLiteral(": nothing is told of it"));
            continue;
        }
        if (told->text(QAccessible::Name).trimmed().isEmpty())
            found.append(kindOf(*widget) + QStringLiteral(": no name"));
        if (told->role() == QAccessible::NoRole || told->role() == QAccessible::Client)
            found.append(kindOf(*widget) + QStringLiteral(": no role"));
    }
    return found;
}

/// What Tab comes past from here, once around.
std::set<const QWidget*> tabRing(QWidget& window) {
    std::set<const QWidget*> ring;
    for (int i = 0; i < 400; ++i) {
        QWidget* focus = QApplication::focusWidget();
        if (focus == nullptr || !ring.insert(focus).second)
            break;
        // Some fields keep Tab for themselves; then the window moves on, as F6 does.
        QTest::keyClick(focus, Qt::Key_Tab);
        if (QApplication::focusWidget() == focus)
            QTest::keyClick(&window, Qt::Key_F6);
    }
    return ring;
}

void collect(QAccessibleInterface* told, QStringList& words, int depth = 0) {
    if (told == nullptr || !told->isValid() || depth > 40)
        return;
    for (const QAccessible::Text kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
        if (const QString text = told->text(kind); !text.isEmpty())
            words.append(text);
    }
    for (int i = 0; i < std::min(told->childCount(), 400); ++i)
        collect(told->child(i), words, depth + 1);
}

void settle(const MainWindow& window) {
    auto& jobs = const_cast<MainWindow&>(window).jobs();
    QTest::qWait(20);
    REQUIRE(QTest::qWaitFor([&jobs] { return !jobs.isBusy(); }, 30000));
    QCoreApplication::processEvents();
}

/// Some codes on some answers, so that lists and figures are not empty.
void rateSome(test::RateStudy& study) {
    auto& session = study.window->study().session();
    const auto codebook = test::take(session.codebook());
    const auto closeness = codebook->code("closeness").code->id;
    const auto round = test::take(session.round("reliability"));
    session.setViewer({});
    for (const char* name : {"R1", "R2"}) {
        const auto rater = test::take(session.rater(name));
        int number = 0;
        for (const service::UnitItem& item :
             test::take(service::units(session, {"reliability", name, service::UnitState::All}))) {
            const service::Target target{rater.id, round.id, item.id};
            if (++number % 3 == 0 || (name[1] == '1' && number == 4))
                test::take(service::code(session, target, closeness));
            if (number < 12)
                test::take(service::complete(session, target));
        }
    }
}

} // namespace

TEST_CASE("everything that takes the keyboard has a name and a role", "[accessible]") {
    test::RateStudy study;
    rateSome(study);
    for (const char* viewer : {"", "R1"}) {
        REQUIRE(study.window->lookAs(QLatin1String(viewer)));
        for (const ViewRow& row : viewRows()) {
            study.window->openView(QLatin1String(row.name));
            settle(*study.window);
            const QStringList found = withoutNameOrRole(*study.window);
            INFO(viewer << " " << row.name << "\n" << found.join(QLatin1Char('\n')).toStdString());
            CHECK(found.isEmpty());
        }
    }
    study.window->study().close();
    const QStringList found = withoutNameOrRole(*study.window);
    INFO("welcome\n" << found.join(QLatin1Char('\n')).toStdString());
    CHECK(found.isEmpty());
}

TEST_CASE("Tab comes past what the view offers and returns", "[accessible]") {
    test::RateStudy study;
    rateSome(study);
    REQUIRE(study.window->lookAs(QString()));
    for (const ViewRow& row : viewRows()) {
        study.window->openView(QLatin1String(row.name));
        settle(*study.window);
        CAPTURE(row.name);
        const QWidget* first = QApplication::focusWidget();
        REQUIRE(first != nullptr);
        REQUIRE(study.window->currentView()->isAncestorOf(first));
        const auto ring = tabRing(*study.window);
        CHECK(ring.size() > 2);
        int inView = 0;
        for (const QWidget* each : ring)
            inView += study.window->currentView()->isAncestorOf(each) ? 1 : 0;
        CHECK(inView >= 1);
    }
}

TEST_CASE("a segmented control is a group of radio buttons", "[accessible]") {
    SegmentedControl control;
    control.setAccessibleName(QStringLiteral("Unit"));
    control.setItems({QStringLiteral("Answer"), QStringLiteral("Turn")});
    control.show();
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&control);
    REQUIRE(told != nullptr);
    CHECK(told->role() == QAccessible::Grouping);
    REQUIRE(told->childCount() == 2);
    CHECK(told->child(1)->text(QAccessible::Name) == QLatin1String("Turn"));
    CHECK(told->child(1)->role() == QAccessible::RadioButton);
    CHECK(told->child(0)->state().checked);
    CHECK(told->indexOfChild(told->child(1)) == 1);
    CHECK(told->child(2) == nullptr);
    told->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    CHECK(control.current() == 1);
    CHECK(told->child(1)->state().checked);
}

TEST_CASE("what is drawn has words", "[accessible]") {
    const Words words(QStringLiteral("Saved"), TypeRole::Body);
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(const_cast<Words*>(&words));
    CHECK(told->role() == QAccessible::StaticText);
    CHECK(told->text(QAccessible::Name) == QLatin1String("Saved"));
    IntervalBar bar;
    IntervalFigure figure;
    figure.value = 0.62;
    figure.lower = 0.4;
    figure.upper = 0.8;
    bar.setFigure(figure);
    told = QAccessible::queryAccessibleInterface(&bar);
    CHECK(told->role() == QAccessible::Chart);
    CHECK(told->text(QAccessible::Description).contains(QLatin1String(".62")));
    CHECK(told->text(QAccessible::Description).contains(QLatin1String(".40")));

    test::RateStudy study;
    study.transcript();
    test::RateStudy::key(Qt::Key_Down, Qt::AltModifier);
    study.letter('c');
    auto* pane = study.window->findChild<StripePane*>();
    REQUIRE(pane != nullptr);
    told = QAccessible::queryAccessibleInterface(pane);
    REQUIRE(told != nullptr);
    CHECK(told->role() == QAccessible::List);
    REQUIRE(pane->stripes().size() == 1);
    REQUIRE(told->childCount() == 1);
    CHECK_FALSE(told->child(0)->text(QAccessible::Name).isEmpty());
}

TEST_CASE("in a blind round no reader hears a name, a group or another rater", "[accessible]") {
    test::RateStudy study;
    rateSome(study);
    REQUIRE(study.window->lookAs(QStringLiteral("R1")));
    for (const ViewRow& row : viewRows()) {
        study.window->openView(QLatin1String(row.name));
        settle(*study.window);
        QStringList words;
        collect(QAccessible::queryAccessibleInterface(study.window->currentView()), words);
        CAPTURE(row.name);
        CHECK_FALSE(words.isEmpty());
        for (const QString& each : std::as_const(words)) {
            INFO(each.toStdString());
            CHECK_FALSE(each.contains(QLatin1String("P7")));
            CHECK_FALSE(each == QLatin1String("A2"));
            CHECK_FALSE(each.contains(QLatin1String("R2,")));
            CHECK_FALSE(each == QLatin1String("R2"));
        }
    }
}
