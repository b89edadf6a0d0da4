// SPDX-License-Identifier: GPL-3.0-or-later
// Settings take effect at once and are kept; the tour is walked and left by keys and is not offered twice;
// the gallery draws every icon and colour that there is.
#include "rate_study.h"
#include "ui/app/first_window.h"
#include "ui/app/gallery.h"
#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/app/preferences.h"
#include "ui/app/settings.h"
#include "ui/app/settings_dialog.h"
#include "ui/app/shortcuts_dialog.h"
#include "ui/app/tour.h"
#include "ui/components/controls.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSlider>
#include <QStackedWidget>
#include <QTableView>

using namespace rapport;
using namespace rapport::ui;

namespace {

/// Leaves the looks as they were for the tests that follow.
struct Looks {
    ~Looks() {
        forgetLooks();
        setUiLanguage(QStringLiteral("en"));
        theme().setChoice(ThemeChoice::Light);
        forget({});
    }
};

template<typename T>
T* named(const QWidget& parent, const QString& name) {
    for (T* each : parent.findChildren<T*>()) {
        if (each->accessibleName() == name)
            return each;
    }
    FAIL("nothing is called " << name.toStdString());
    return nullptr;
}

} // namespace

TEST_CASE("what is remembered is at hand at once and in the file a moment later", "[settings]") {
    const Looks after;
    // A study's path stands in some keys: parts without a name do not count, as QSettings has it.
    const QString key = QStringLiteral("rate//home/somebody/a.rapport/answer/rater");
    const QString inFile = QStringLiteral("rate/home/somebody/a.rapport/answer/rater");
    remember(key, QStringLiteral("R1"));
    remember(QStringLiteral("rate/other"), 3);
    CHECK(remembered(key).toString() == QStringLiteral("R1"));
    CHECK(remembered(inFile).toString() == QStringLiteral("R1"));
    CHECK_FALSE(QSettings().contains(inFile));
    writeRemembered();
    CHECK(QSettings().value(inFile).toString() == QStringLiteral("R1"));

    forget(QStringLiteral("rate//home"));
    CHECK_FALSE(remembered(key).isValid());
    CHECK(remembered(key, QStringLiteral("none")).toString() == QStringLiteral("none"));
    CHECK(remembered(QStringLiteral("rate/other")).toInt() == 3);
    CHECK(QSettings().contains(inFile));
    // By itself, once the window is idle.
    for (int waited = 0; waited < 100 && QSettings().contains(inFile); ++waited)
        QTest::qWait(50);
    CHECK_FALSE(QSettings().contains(inFile));
    CHECK(QSettings().value(QStringLiteral("rate/other")).toInt() == 3);
}

TEST_CASE("what is set takes effect at once and is kept", "[settings]") {
    const Looks after;
    QWidget window;
    Actions actions(&window);
    SettingsDialog dialog(actions, &window);
    dialog.show();
    auto* looks = named<SegmentedControl>(dialog, QStringLiteral("Theme"));
    looks->setFocus();
    QTest::keyClick(looks, Qt::Key_Right);
    CHECK(theme().isDark());
    auto* contrast = named<SegmentedControl>(dialog, QStringLiteral("Contrast"));
    QTest::keyClick(contrast, Qt::Key_Right);
    QTest::keyClick(contrast, Qt::Key_Right);
    CHECK(theme().isHighContrast());
    auto* zoom = named<QSlider>(dialog, QStringLiteral("Size of participants' texts"));
    zoom->setValue(150);
    CHECK(theme().readingZoom() == Approx(1.5));
    auto* scale = named<QComboBox>(dialog, QStringLiteral("Size of everything"));
    scale->setCurrentIndex(scale->findData(125));
    Q_EMIT scale->activated(scale->currentIndex());
    CHECK(theme().scale() == Approx(1.25));
    auto* tongue = named<SegmentedControl>(dialog, QStringLiteral("Language of the window"));
    QTest::keyClick(tongue, Qt::Key_Right);
    CHECK(uiLanguage() == "nl");
    QCoreApplication::processEvents();
    CHECK(dialog.windowTitle() == QStringLiteral("Instellingen"));

    // A program that starts later finds it all.
    setUiLanguage(QStringLiteral("en"));
    theme().setScale(1);
    theme().setReadingZoom(1);
    theme().setChoice(ThemeChoice::System);
    theme().setContrast(ContrastChoice::System);
    applyPreferences();
    CHECK(uiLanguage() == "nl");
    CHECK(theme().isDark());
    CHECK(theme().isHighContrast());
    CHECK(theme().scale() == Approx(1.25));
    CHECK(theme().readingZoom() == Approx(1.5));

    forgetLooks();
    CHECK(theme().scale() == Approx(1));
    CHECK(theme().readingZoom() == Approx(1));
    CHECK(theme().choice() == ThemeChoice::System);
    CHECK_FALSE(theme().isHighContrast());
}

TEST_CASE("the settings follow what the menus choose", "[settings]") {
    const Looks after;
    QWidget window;
    Actions actions(&window);
    const SettingsDialog dialog(actions, &window);
    preferTheme(ThemeChoice::Dark);
    CHECK(named<SegmentedControl>(dialog, QStringLiteral("Theme"))->current() == 2);
    preferReadingZoom(1.3);
    CHECK(named<QSlider>(dialog, QStringLiteral("Size of participants' texts"))->value() == 130);
}

TEST_CASE("a key that is taken is refused on the page of keys, and all come back at once", "[settings]") {
    const Looks after;
    QWidget window;
    Actions actions(&window);
    ShortcutsPage page(actions);
    page.show();
    CHECK_FALSE(
        actions.setKeys(QStringLiteral("file.import"), {QKeySequence(QStringLiteral("Ctrl+K"))}).isEmpty());
    CHECK(actions.setKeys(QStringLiteral("file.import"), {QKeySequence(QStringLiteral("Ctrl+J"))}).isEmpty());
    for (QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
        if (button->text() == QLatin1String("All keys as they came"))
            button->click();
    }
    CHECK(actions.keyText(QStringLiteral("file.import")) == QLatin1String("Ctrl+I"));
    CHECK_FALSE(page.answer().isEmpty());
}

TEST_CASE("a key is given with the keyboard alone, and the page lives on", "[settings]") {
    const Looks after;
    QWidget window;
    Actions actions(&window);
    ShortcutsDialog dialog(actions, &window);
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    auto* page = dialog.findChild<ShortcutsPage*>();
    auto* table = dialog.findChild<QTableView*>();
    auto* filter = dialog.findChild<SearchField*>();
    REQUIRE((page != nullptr && table != nullptr && filter != nullptr));
    filter->setFocus();
    const auto give = [&](Qt::Key opens, Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(QApplication::focusWidget(), opens);
        auto* edit = table->findChild<QKeySequenceEdit*>();
        REQUIRE(edit != nullptr);
        REQUIRE(edit->hasFocus());
        CHECK(edit->height() >= edit->sizeHint().height());
        CHECK(edit->findChild<QLineEdit*>()->placeholderText() == QLatin1String("Press the keys"));
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QTest::qWait(1500); // longer than keys of more than one stroke are waited for
        CHECK(table->findChild<QKeySequenceEdit*>() == nullptr);
        CHECK(table->hasFocus());
    };
    QTest::keyClicks(filter, QStringLiteral("new window"));
    QTest::keyClick(filter, Qt::Key_Tab);
    table->setFocus();
    table->selectRow(0);
    table->setCurrentIndex(table->model()->index(0, 0));
    give(Qt::Key_Return, Qt::Key_J, Qt::ControlModifier);
    CHECK(page->answer().endsWith(QLatin1String("is now Ctrl+J.")));
    // Once more: taken, and Esc leaves all as it is.
    give(Qt::Key_Return, Qt::Key_K, Qt::ControlModifier);
    CHECK(page->answer().contains(QLatin1String("is taken")));
    give(Qt::Key_Return, Qt::Key_I, Qt::ControlModifier);
    CHECK(page->answer().endsWith(QLatin1String("is taken: Import.")));
    give(Qt::Key_Return, Qt::Key_Escape, Qt::NoModifier);
    CHECK(dialog.isVisible());
    // From the filter: the first that was found. Whoever goes elsewhere changes nothing.
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Return);
    REQUIRE(table->findChild<QKeySequenceEdit*>() != nullptr);
    filter->setFocus();
    QTest::qWait(50);
    CHECK(table->findChild<QKeySequenceEdit*>() == nullptr);
    CHECK(filter->hasFocus());
    give(Qt::Key_Return, Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    CHECK(page->answer().endsWith(QLatin1String("is now Ctrl+Alt+L.")));
    actions.resetKeys();
}

TEST_CASE("the tour is walked with the keyboard and touches no code", "[settings][tour]") {
    const Looks after;
    test::RateStudy study(3);
    auto& answers = study.answers();
    const std::int64_t before = test::take(study.window->study().session().position());
    CHECK_FALSE(tourWasSeen());
    study.trigger("help.tour");
    auto* tour = study.window->findChild<Tour*>(QStringLiteral("tour"));
    REQUIRE(tour != nullptr);
    CHECK(tour->count() == 6);
    CHECK(tour->hasFocus());
    CHECK_FALSE(tour->accessibleName().isEmpty());
    test::RateStudy::letters("abh1");
    CHECK(tour->stop() == 0);
    CHECK(test::take(study.window->study().session().position()) == before);
    test::RateStudy::key(Qt::Key_Right);
    CHECK(tour->stop() == 1);
    test::RateStudy::key(Qt::Key_Backspace);
    CHECK(tour->stop() == 0);
    // Tab stays within the card.
    for (int i = 0; i < 7; ++i) {
        test::RateStudy::key(Qt::Key_Tab);
        const QWidget* focus = QApplication::focusWidget();
        REQUIRE((focus == tour || tour->isAncestorOf(focus)));
    }
    tour->setFocus();
    for (int i = 0; i < 6; ++i)
        test::RateStudy::key(Qt::Key_Return);
    CHECK(tour->isHidden());
    CHECK(tourWasSeen());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(answers.isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("the tour ends where the keyboard goes elsewhere, and no key works behind it", "[settings][tour]") {
    const Looks after;
    test::RateStudy study(3);
    auto& answers = study.answers();
    const std::int64_t before = test::take(study.window->study().session().position());
    study.trigger("help.tour");
    auto* tour = study.window->findChild<Tour*>(QStringLiteral("tour"));
    REQUIRE(tour != nullptr);
    // Keys of the window: flag, memo, undo.
    test::RateStudy::key(Qt::Key_F4);
    test::RateStudy::key(Qt::Key_F2);
    test::RateStudy::key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(test::take(study.window->study().session().position()) == before);
    CHECK_FALSE(tour->isHidden());
    // Its own text names Alt and a digit.
    test::RateStudy::key(Qt::Key_1, Qt::AltModifier);
    CHECK(tour->isHidden());
    CHECK(study.window->currentView() != &answers);
    CHECK(tourWasSeen());
}

TEST_CASE("the tour is offered once, with the first study, and may be skipped", "[settings][tour]") {
    const Looks after;
    const test::RateStudy study(2);
    MainWindow window;
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.setTourOffered(!tourWasSeen());
    window.show();
    QApplication::setActiveWindow(&window);
    CHECK(window.findChild<Tour*>(QStringLiteral("tour")) == nullptr);
    study.window->study().close();
    REQUIRE(window.openStudy(ui::toQt(study.path)));
    QCoreApplication::processEvents();
    auto* tour = window.findChild<Tour*>(QStringLiteral("tour"));
    REQUIRE(tour != nullptr);
    QTest::keyClick(tour, Qt::Key_Escape);
    CHECK(tour->isHidden());
    CHECK(tourWasSeen());
}

TEST_CASE("the program can begin with the last study", "[settings]") {
    const Looks after;
    const test::RateStudy study(2);
    study.window->study().close();
    CHECK_FALSE(reopensLastStudy());
    preferReopening(true);
    CHECK(reopensLastStudy());
    const FirstWindow first = makeFirstWindow({}, {});
    const std::unique_ptr<MainWindow> window(first.window);
    window->setAttribute(Qt::WA_DeleteOnClose, false);
    CHECK(first.later.empty());
    REQUIRE(window->study().isOpen());
    // Whoever looked last, so that a rater's blind round stays blind.
    REQUIRE(window->study().viewer());
    CHECK(window->study().viewer()->name == "R1");
}

TEST_CASE("the gallery shows every icon and lays itself out anew for another theme", "[settings]") {
    const Looks after;
    Gallery gallery;
    const auto squares = [&gallery] {
        QStringList names;
        for (const QWidget* each : gallery.findChildren<QWidget*>()) {
            if (hasIcon(each->accessibleName()))
                names.append(each->accessibleName());
        }
        return names;
    };
    CHECK(squares().size() > 40);
    const QPixmap light = gallery.picture();
    CHECK(light.height() > 1000);
    theme().setChoice(ThemeChoice::Dark);
    CHECK(gallery.picture().toImage() != light.toImage());
    CHECK(squares().size() > 40);
}
