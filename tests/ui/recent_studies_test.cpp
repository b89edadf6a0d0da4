// SPDX-License-Identifier: GPL-3.0-or-later
// A recent study opens as the person who looked at it last, whatever that person is called by now; and where
// that person cannot be told, nobody's eyes are taken for granted.
#include "service/renaming.h"
#include "ui/app/first_window.h"
#include "ui/app/preferences.h"
#include "ui/rate_study.h"

#include <QComboBox>
#include <QDialog>
#include <QMenu>
#include <QMessageBox>
#include <algorithm>
#include <filesystem>

using namespace rapport;

namespace {

/// A window without a study, after R1 looked at one in another that is gone.
struct LaterWindow {
    test::RateStudy study{2};
    std::unique_ptr<ui::MainWindow> window;

    void begin() {
        study.window->study().close();
        window = std::make_unique<ui::MainWindow>();
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->show();
        window->findChild<ui::WelcomePage*>()->refresh();
    }
    /// As the program begins, with the last study.
    void beginByItself() {
        ui::preferReopening(true);
        const ui::FirstWindow first = ui::makeFirstWindow({}, {});
        ui::preferReopening(false);
        window.reset(first.window);
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->show();
        for (const ui::RecentStudy& each : first.later)
            window->openRecent(each);
    }
    void clickRow() const {
        for (auto* row : window->findChild<ui::WelcomePage*>()->findChildren<QAbstractButton*>()) {
            if (row->accessibleDescription() == ui::toQt(study.path)) {
                row->click();
                return;
            }
        }
        FAIL("the study is not in the list");
    }
    void takeMenu() const {
        for (QMenu* menu : window->findChildren<QMenu*>()) {
            if (menu->title() != QLatin1String("Recent studies"))
                continue;
            Q_EMIT menu->aboutToShow();
            REQUIRE_FALSE(menu->actions().isEmpty());
            menu->actions().constFirst()->trigger();
            return;
        }
        FAIL("there is no menu of recent studies");
    }
    [[nodiscard]] std::string viewer() const {
        REQUIRE(window->study().isOpen());
        return window->study().viewer() ? window->study().viewer()->name : "the coordinator";
    }
    [[nodiscard]] QDialog* question() const {
        return window->findChild<QDialog*>(QStringLiteral("viewerDialog"));
    }
    void rename(const char* from, const char* to) const {
        auto session = test::take(service::Session::open(study.path, service::OpenMode::ReadWrite));
        test::take(service::renameRater(*session, from, to));
    }
    /// A study in which others have the names, in the place of the one that was looked at.
    void replace() const {
        std::filesystem::remove(study.path);
        auto session = test::take(service::Session::create(study.path, {"Another", "nl", "empty"}));
        test::take(service::addRater(*session, "R1", model::RaterKind::Human));
        test::take(service::addRater(*session, "R3", model::RaterKind::Human));
    }
};

} // namespace

TEST_CASE("a recent study opens as the rater who looked at it", "[recent]") {
    LaterWindow later;
    later.begin();
    SECTION("from the first page") {
        later.clickRow();
    }
    SECTION("from the menu") {
        later.takeMenu();
    }
    SECTION("by itself") {
        later.beginByItself();
    }
    CHECK(later.viewer() == "R1");
    CHECK(ui::recentStudies().front().rater == QLatin1String("R1"));
}

TEST_CASE("a file that is no study begins a new one, as if it had been dropped", "[recent]") {
    const test::RateStudy study{2};
    study.window->study().close();
    const QString table = ui::toQt(study.scratch.write("answers.csv", "participant,Q2\nP1,Ja.\n"));
    const QString other = ui::toQt(study.scratch.write("other.rapport", "no study either"));
    const ui::FirstWindow first = ui::makeFirstWindow({table, ui::toQt(study.path), other}, {});
    const std::unique_ptr<ui::MainWindow> window(first.window);
    window->setAttribute(Qt::WA_DeleteOnClose, false);
    CHECK(first.files == QStringList{table});
    CHECK(ui::toUtf8(window->study().path()) == study.path);
    REQUIRE(first.later.size() == 1);
    CHECK(first.later.front().path == other);

    // Of the other the window says what it is, and lets go of with Esc.
    window->study().close();
    window->show();
    CHECK_FALSE(window->openRecent(first.later.front()));
    auto* box = window->findChild<QMessageBox*>();
    REQUIRE(box != nullptr);
    CHECK(box->text() == QLatin1String("other.rapport: is not a Rapport study."));
    QTest::keyClick(box, Qt::Key_Escape);
    CHECK_FALSE(box->isVisible());
}

TEST_CASE("a recent study opens in a second window as the rater, too", "[recent]") {
    const LaterWindow later;
    const QWidgetList before = QApplication::topLevelWidgets();
    const auto recent = ui::recentStudies().front();
    REQUIRE(later.study.window->openRecent(recent));
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* window = qobject_cast<ui::MainWindow*>(widget);
        if (window == nullptr || before.contains(widget))
            continue;
        REQUIRE(window->study().viewer());
        CHECK(window->study().viewer()->name == "R1");
        window->close();
    }
}

TEST_CASE("a recent study knows its rater by more than the name", "[recent]") {
    LaterWindow later;
    later.begin();
    later.rename("R1", "Bea");
    SECTION("by its new name") {
        later.clickRow();
    }
    SECTION("by its new name, by itself") {
        later.beginByItself();
    }
    SECTION("though somebody else has the old one now") {
        later.rename("R2", "R1");
        later.clickRow();
    }
    CHECK(later.viewer() == "Bea");
    CHECK(ui::recentStudies().front().rater == QLatin1String("Bea"));
}

TEST_CASE("a recent study whose rater is gone asks who is looking", "[recent]") {
    LaterWindow later;
    later.begin();
    later.replace();
    const bool isByItself = GENERATE(false, true);
    if (isByItself)
        later.beginByItself();
    else
        later.clickRow();
    QCoreApplication::processEvents();
    // Nobody's eyes until it is said.
    CHECK_FALSE(later.window->study().isOpen());
    QDialog* question = later.question();
    REQUIRE(question != nullptr);
    auto* who = question->findChild<QComboBox*>();
    REQUIRE(who != nullptr);
    CHECK(who->currentIndex() == -1);
    question->accept();
    CHECK_FALSE(later.window->study().isOpen());
    SECTION("a rater") {
        who->setCurrentIndex(who->findText(QStringLiteral("R3")));
        question->accept();
        CHECK(later.viewer() == "R3");
        CHECK(ui::recentStudies().front().rater == QLatin1String("R3"));
    }
    SECTION("the coordinator") {
        who->setCurrentIndex(who->findText(QStringLiteral("Coordinator")));
        question->accept();
        CHECK(later.viewer() == "the coordinator");
        CHECK(ui::recentStudies().front().rater.isEmpty());
    }
    SECTION("nobody") {
        question->reject();
        CHECK_FALSE(later.window->study().isOpen());
        CHECK(ui::recentStudies().front().rater == QLatin1String("R1"));
    }
}

TEST_CASE("a rater who gets another name elsewhere has it in the window, which stays where it is",
          "[recent]") {
    test::RateStudy study(3);
    ui::AnswersView& answers = study.answers();
    REQUIRE(answers.desk().goTo(1));
    {
        const auto other = test::take(service::Session::open(study.path, service::OpenMode::ReadWrite));
        test::take(service::renameRater(*other, "R1", "Bea"));
    }
    study.window->study().catchUp();
    REQUIRE(study.window->study().viewer());
    CHECK(study.window->study().viewer()->name == "Bea");
    const auto buttons = study.window->findChildren<QAbstractButton*>();
    CHECK(std::any_of(buttons.begin(), buttons.end(),
                      [](const QAbstractButton* button) { return button->text() == QLatin1String("Bea"); }));
    CHECK(study.window->currentView() == &answers);
    CHECK(answers.desk().index() == 1);
    CHECK(ui::recentStudies().front().rater == QLatin1String("Bea"));
}

TEST_CASE("the list of recent studies says who looked last", "[recent]") {
    const test::RateStudy study(2);
    CHECK(ui::recentStudies().front().rater == QLatin1String("R1"));
    REQUIRE(study.window->lookAs(QString()));
    CHECK(ui::recentStudies().front().rater.isEmpty());
    REQUIRE(study.window->lookAs(QStringLiteral("R2")));
    CHECK(ui::recentStudies().front().rater == QLatin1String("R2"));
    // As a file, without saying who: as the manual says, the coordinator.
    study.window->study().close();
    REQUIRE(study.window->openStudy(ui::toQt(study.path)));
    CHECK_FALSE(study.window->study().viewer());
}
