// SPDX-License-Identifier: GPL-3.0-or-later
// The welcome page at every size of letters and window: nothing is cut, nothing stands on something else.
#include "support/catch.hpp"
#include "ui/app/language.h"
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/app/welcome_page.h"
#include "ui/bridge/text.h"
#include "ui/components/small_parts.h"

#include <QApplication>
#include <QDir>
#include <QScrollArea>
#include <cstdlib>

using namespace rapport;
using namespace rapport::ui;

namespace {

QString shown(const QRect& place) {
    return QStringLiteral("%1,%2 %3x%4").arg(place.x()).arg(place.y()).arg(place.width()).arg(place.height());
}

} // namespace

TEST_CASE("the welcome page has room for its words at every size", "[welcome]") {
    for (int number = 0; number < 4; ++number)
        rememberStudy(
            {QStringLiteral("/home/annemieke/onderzoek/relatiecompetentie/studie-%1.rapport").arg(number),
             QStringLiteral("Relatiecompetentie van leraren in opleiding, meting %1").arg(number),
             QDateTime(QDate(2026, 3, 1), QTime(20, 15)),
             number == 1 ? QStringLiteral("Annemieke") : QString(),
             {}});
    for (const char* language : {"en", "nl"}) {
        setUiLanguage(QLatin1String(language));
        for (const double scale : {1.0, 1.5, 2.0}) {
            theme().setScale(scale);
            WelcomePage page;
            for (const QSize size : {QSize(1440, 860), QSize(1024, 700)}) {
                page.resize(size);
                page.show();
                QApplication::processEvents();
                QApplication::processEvents();
                if (const char* folder = std::getenv("RAPPORT_PICTURES"))
                    page.grab().save(QDir(QString::fromLocal8Bit(folder))
                                         .filePath(QStringLiteral("welcome-%1-%2-%3.png")
                                                       .arg(QLatin1String(language))
                                                       .arg(scale)
                                                       .arg(size.width())));
                CAPTURE(language, scale, size.width());
                auto* scroll = page.findChild<QScrollArea*>();
                REQUIRE(scroll != nullptr);
                CHECK(scroll->widget()->width() <= scroll->viewport()->width());
                for (QWidget* each : page.findChildren<QWidget*>()) {
                    if (!each->isVisible() || each->layout() != nullptr)
                        continue;
                    INFO(each->metaObject()->className() << " " << each->accessibleName().toStdString() << " "
                                                         << shown(each->geometry()).toStdString());
                    if (const auto* words = qobject_cast<Words*>(each)) {
                        CHECK(words->height() >= (words->hasHeightForWidth()
                                                      ? words->heightForWidth(words->width())
                                                      : words->sizeHint().height()));
                        CHECK((words->hasHeightForWidth() || words->width() >= words->sizeHint().width()));
                    }
                    if (const auto* card = qobject_cast<CardButton*>(each))
                        CHECK(card->height() >= card->heightForWidth(card->width()));
                    if (!qobject_cast<QAbstractButton*>(each))
                        continue;
                    CHECK(each->height() >= std::min(each->sizeHint().height(), theme().px(63)));
                    for (QWidget* other : each->parentWidget()->findChildren<QWidget*>(
                             QString(), Qt::FindDirectChildrenOnly)) {
                        if (other == each || !other->isVisible())
                            continue;
                        INFO("beside " << other->metaObject()->className() << " "
                                       << shown(other->geometry()).toStdString());
                        CHECK_FALSE(each->geometry().intersects(other->geometry()));
                    }
                }
            }
        }
    }
    theme().setScale(1);
    setUiLanguage(QStringLiteral("en"));
    remember(QStringLiteral("recent/size"), 0);
}
