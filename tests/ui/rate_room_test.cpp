// SPDX-License-Identifier: GPL-3.0-or-later
// An answer and all that belongs to it, in every window and at every size of letters.
#include "rate_study.h"
#include "ui/app/language.h"
#include "ui/app/rail.h"
#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/action_bar.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/study/overview_parts.h"

#include <QAbstractScrollArea>
#include <QListView>
#include <algorithm>
#include <cstdlib>

using namespace rapport;
using namespace rapport::ui;
using rapport::test::RateStudy;

namespace {

/// An answer of some ninety words.
std::string longAnswer() {
    std::string words;
    for (int i = 0; i < 8; ++i)
        words += " In de klas durft ze dat niet te tonen en zoekt ze rust.";
    return words;
}

std::string called(const QWidget& widget) {
    return std::string(widget.metaObject()->className()) + " “" + widget.accessibleName().toStdString() + "”";
}

/// Until nothing moves any more.
void settle(const QWidget& view) {
    const auto places = [&view] {
        QList<QRect> all;
        for (const QWidget* each : view.findChildren<QWidget*>())
            all.append(each->geometry());
        return all;
    };
    QList<QRect> before;
    for (int i = 0; i < 50 && before != places(); ++i) {
        before = places();
        QTest::qWait(40);
    }
}

/// Every visible child lies within its parent, and beside its siblings. What scrolls is let be.
void checkPlaces(const QWidget& parent) {
    if (qobject_cast<const QAbstractScrollArea*>(&parent) != nullptr)
        return;
    QWidgetList seen;
    for (auto* each : parent.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (each->isVisible() && !each->isWindow())
            seen.append(each);
    }
    for (const QWidget* each : seen) {
        INFO(called(*each) << " in " << called(parent));
        const QRect place = each->geometry();
        INFO(place.x() << "," << place.y() << " " << place.width() << "x" << place.height() << " in "
                       << parent.width() << "x" << parent.height());
        CHECK(parent.rect().contains(place));
        for (const QWidget* other : seen) {
            INFO(called(*other) << " at " << other->y() << ", " << other->height() << " high");
            CHECK((other == each || !other->geometry().intersects(place)));
        }
        checkPlaces(*each);
    }
}

} // namespace

TEST_CASE("an answer's parts stand beside one another in every window", "[rate][room]") {
    const double before = theme().scale();
    for (const double scale : {1.0, 1.25, 1.5, 1.75, 2.0}) {
        theme().setScale(scale);
        RateStudy study(3, {}, longAnswer());
        AnswersView& view = study.answers();
        for (const char* language : {"en", "nl"}) {
            setUiLanguage(QString::fromLatin1(language));
            for (const QSize size : {QSize(1024, 700), QSize(1366, 768), QSize(1500, 950)}) {
                CAPTURE(scale, language, size.width());
                study.window->resize(size);
                view.reading().setFocus();
                for (const int state : {0, 1, 2}) {
                    CAPTURE(state); // nothing coded, coded, and a memo being written
                    if (state == 1)
                        study.letters("cxd");
                    if (state == 2)
                        study.trigger("rate.memo");
                    settle(view);
                    CHECK(study.window->width() == size.width());
                    CHECK(view.mapTo(study.window.get(), QPoint(view.width(), 0)).x() <= size.width());
                    checkPlaces(view);
                    CHECK(view.bar().height() == theme().px(56));
                }
                study.trigger("rate.memo");
                view.reading().setFocus();
                study.letters("cxd");
                // The rail's last icon stands below the others, also beside a scroll bar.
                auto* rail = study.window->findChild<Rail*>();
                const QRect last = rail->findChild<KeyButton*>()->geometry();
                CHECK(std::abs(last.center().x() - rail->findChild<QListView*>()->viewport()->width() / 2) <=
                      1);
            }
            // The case, asked for where it is folded.
            study.window->resize(1024, 700);
            study.trigger("rate.case");
            settle(view);
            CHECK(study.window->width() == 1024);
            checkPlaces(view);
            study.trigger("rate.case");
            const auto caps = view.findChildren<KeyCap*>();
            CHECK(std::any_of(caps.begin(), caps.end(), [&](const KeyCap* cap) {
                return cap->text() == (language[0] == 'n' ? QLatin1String("Spatie") : QLatin1String("Space"));
            }));
        }
        setUiLanguage(QStringLiteral("en"));
    }
    theme().setScale(before);
}

TEST_CASE("the keyboard never goes to codes that are hidden", "[rate][room]") {
    const double before = theme().scale();
    theme().setScale(GENERATE(1.5, 2.0));
    const char* hiding = GENERATE("rate.case", "rate.only");
    CAPTURE(theme().scale(), hiding);
    {
        RateStudy study(3);
        AnswersView& view = study.answers();
        study.window->resize(1024, 700);
        settle(view);
        CodePalette& codes = view.palettePane();
        const auto hide = [&] {
            view.reading().setFocus();
            study.trigger(hiding);
            settle(view);
            REQUIRE_FALSE(codes.isVisible());
        };
        const auto hasKeyboard = [] {
            const QWidget* now = QApplication::focusWidget();
            return now != nullptr && now->isVisible();
        };
        // The filter, by its key and by its command.
        hide();
        study.letter('/');
        CHECK(hasKeyboard());
        CHECK(codes.filterField()->hasFocus());
        CHECK(codes.isVisible());
        study.key(Qt::Key_Escape);
        hide();
        study.trigger("rate.filter");
        CHECK(hasKeyboard());
        study.key(Qt::Key_Escape);
        // A definition that is asked for.
        hide();
        study.key(Qt::Key_F1);
        CHECK(codes.isVisible());
        study.key(Qt::Key_Escape);
        // Enter names the choice that is open and leads to it.
        hide();
        study.letter('c');
        study.key(Qt::Key_Return);
        CHECK(hasKeyboard());
        CHECK(codes.isVisible());
        CHECK(view.desk().presenceCodings() == 1);
        // What is hidden leaves the keyboard to the answer.
        study.key(Qt::Key_Escape);
        codes.list()->setFocus();
        study.trigger(hiding);
        CHECK(view.reading().hasFocus());
    }
    theme().setScale(before);
}

TEST_CASE("codes come back beside the case where both have room", "[rate][room]") {
    RateStudy study(3);
    AnswersView& view = study.answers();
    study.window->resize(1440, 900);
    settle(view);
    const auto* shown = study.window->actions().action(QStringLiteral("rate.case"));
    REQUIRE(shown->isChecked());
    study.trigger("rate.only");
    REQUIRE_FALSE(shown->isChecked());
    study.letter('/');
    CHECK(view.palettePane().filterField()->hasFocus());
    CHECK(shown->isChecked());
}

TEST_CASE("what the bar asks is whole, however little room there is", "[rate][room]") {
    const double before = theme().scale();
    const double scale = GENERATE(1.0, 1.5, 2.0);
    theme().setScale(scale);
    const bool isDutch = GENERATE(false, true);
    setUiLanguage(isDutch ? QStringLiteral("nl") : QStringLiteral("en"));
    {
        // A question's name may take a line of its own.
        RateStudy study(3, [](model::Codebook& codebook) {
            codebook.variables.back().title = model::sameText("How far this can be judged at all");
        });
        AnswersView& view = study.answers();
        study.window->resize(1024, 700);
        settle(view);
        const auto* words = view.bar().findChild<Words*>();
        REQUIRE(words != nullptr);
        const auto isWhole = [&](const QString& part) {
            settle(view);
            CAPTURE(scale, isDutch, words->text().toStdString(), words->width(), words->height());
            CHECK(words->text().contains(part));
            CHECK(words->heightForWidth(words->width()) <= words->height());
            CHECK(view.bar().rect().contains(words->geometry()));
            checkPlaces(view);
            const QString folder = qEnvironmentVariable("RAPPORT_PICTURES");
            if (!folder.isEmpty())
                CHECK(study.window->grab().save(
                    folder + QStringLiteral("/bar-%1-%2-%3.png").arg(scale).arg(int(isDutch)).arg(part)));
        };
        study.key(Qt::Key_Return);
        isWhole(QStringLiteral("Enter"));
        study.letter('1');
        study.key(Qt::Key_Escape);
        study.key(Qt::Key_Return);
        isWhole(QStringLiteral("How far"));
        study.letter('7');
        view.reading().setFocus();
        study.key(Qt::Key_Return);
        isWhole(isDutch ? QStringLiteral("geen past") : QStringLiteral("none applies"));
        // Once it is answered the bar is what it was.
        study.key(Qt::Key_Escape);
        settle(view);
        CHECK(view.bar().height() == theme().px(56));
        for (const auto* button : view.bar().findChildren<KeyButton*>())
            CHECK(button->isVisible());
    }
    setUiLanguage(QStringLiteral("en"));
    theme().setScale(before);
}

TEST_CASE("in large letters no word of the overview's figures is broken, and no activity loses its end",
          "[rate][room][study]") {
    const double before = theme().scale();
    setUiLanguage(QStringLiteral("nl"));
    for (const double scale : {1.0, 1.5, 2.0}) {
        theme().setScale(scale);
        RateStudy study(3);
        MainWindow& window = *study.window;
        for (const QSize size :
             {QSize(1366, 768), QSize(1366, 560)}) { // the second has no room for all activities
            CAPTURE(scale, size.height());
            window.resize(size);
            window.openView(QStringLiteral("overview"));
            Q_EMIT window.findChild<Rail*>()->narrowWanted(false);
            QTest::qWait(60);
            CHECK(window.width() == size.width());
            int blocks = 0;
            for (const auto* block : window.findChildren<CountBlock*>()) {
                const auto* figure = block->findChildren<Words*>().constFirst();
                ++blocks;
                for (const QString& word : figure->text().split(QLatin1Char(' '))) {
                    CAPTURE(word.toStdString());
                    CHECK(figure->width() >= textWidth(theme().font(TypeRole::Title), word));
                }
                CHECK(block->mapTo(&window, QPoint(block->width(), 0)).x() <= window.width());
            }
            CHECK(blocks == 5);
            const auto* list = window.findChild<Rail*>()->findChild<QListView*>();
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QString name = list->model()->index(row, 0).data().toString();
                CAPTURE(name.toStdString());
                CHECK(list->viewport()->width() - theme().px(8 + 35 + 6 + 8) >=
                      textWidth(theme().font(TypeRole::BodyStrong), name));
            }
            if (const QString folder = qEnvironmentVariable("RAPPORT_PICTURES"); !folder.isEmpty())
                CHECK(window.grab().save(
                    QStringLiteral("%1/overview-%2-%3.png").arg(folder).arg(scale).arg(size.height())));
        }
    }
    setUiLanguage(QStringLiteral("en"));
    theme().setScale(before);
}
