// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/preferences.h"

#include "ui/app/language.h"
#include "ui/app/settings.h"

namespace rapport::ui {

namespace {

QString nameOf(ThemeChoice choice) {
    return choice == ThemeChoice::Dark    ? QStringLiteral("dark")
           : choice == ThemeChoice::Light ? QStringLiteral("light")
                                          : QStringLiteral("system");
}

QString nameOf(ContrastChoice contrast) {
    return contrast == ContrastChoice::High     ? QStringLiteral("high")
           : contrast == ContrastChoice::Normal ? QStringLiteral("normal")
                                                : QStringLiteral("system");
}

} // namespace

ThemeChoice themeNamed(const QString& name) {
    return name == QLatin1String("dark")    ? ThemeChoice::Dark
           : name == QLatin1String("light") ? ThemeChoice::Light
                                            : ThemeChoice::System;
}

ContrastChoice preferredContrast() {
    const QString name = remembered(QStringLiteral("contrast")).toString();
    return name == QLatin1String("high")     ? ContrastChoice::High
           : name == QLatin1String("normal") ? ContrastChoice::Normal
                                             : ContrastChoice::System;
}

void applyPreferences() {
    setUiLanguage(remembered(QStringLiteral("language"), systemLanguage()).toString());
    theme().setReadingZoom(remembered(QStringLiteral("readingZoom"), 1.0).toDouble());
    theme().setScale(remembered(QStringLiteral("scale"), 1.0).toDouble());
    theme().setContrast(preferredContrast());
    theme().setChoice(themeNamed(remembered(QStringLiteral("theme")).toString()));
}

void preferLanguage(const QString& code) {
    remember(QStringLiteral("language"), code);
    setUiLanguage(code);
}

void preferTheme(ThemeChoice choice) {
    remember(QStringLiteral("theme"), nameOf(choice));
    theme().setChoice(choice);
}

void preferContrast(ContrastChoice contrast) {
    remember(QStringLiteral("contrast"), nameOf(contrast));
    theme().setContrast(contrast);
}

void preferScale(double scale) {
    theme().setScale(scale);
    remember(QStringLiteral("scale"), theme().scale());
}

void preferReadingZoom(double zoom) {
    theme().setReadingZoom(zoom);
    remember(QStringLiteral("readingZoom"), theme().readingZoom());
}

bool reopensLastStudy() {
    return remembered(QStringLiteral("start/reopens"), false).toBool();
}

void preferReopening(bool isWanted) {
    remember(QStringLiteral("start/reopens"), isWanted);
}

bool tourWasSeen() {
    return remembered(QStringLiteral("start/tour"), false).toBool();
}

void rememberTour() {
    remember(QStringLiteral("start/tour"), true);
}

void forgetLooks() {
    for (const char* key : {"language", "theme", "contrast", "scale", "readingZoom"})
        forget(QString::fromLatin1(key));
    applyPreferences();
}

} // namespace rapport::ui
