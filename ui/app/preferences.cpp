// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/preferences.h"

#include "ui/app/language.h"

#include <QSettings>

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
    const QString name = QSettings().value(QStringLiteral("contrast")).toString();
    return name == QLatin1String("high")     ? ContrastChoice::High
           : name == QLatin1String("normal") ? ContrastChoice::Normal
                                             : ContrastChoice::System;
}

void applyPreferences() {
    const QSettings settings;
    setUiLanguage(settings.value(QStringLiteral("language"), systemLanguage()).toString());
    theme().setReadingZoom(settings.value(QStringLiteral("readingZoom"), 1.0).toDouble());
    theme().setScale(settings.value(QStringLiteral("scale"), 1.0).toDouble());
    theme().setContrast(preferredContrast());
    theme().setChoice(themeNamed(settings.value(QStringLiteral("theme")).toString()));
}

void preferLanguage(const QString& code) {
    QSettings().setValue(QStringLiteral("language"), code);
    setUiLanguage(code);
}

void preferTheme(ThemeChoice choice) {
    QSettings().setValue(QStringLiteral("theme"), nameOf(choice));
    theme().setChoice(choice);
}

void preferContrast(ContrastChoice contrast) {
    QSettings().setValue(QStringLiteral("contrast"), nameOf(contrast));
    theme().setContrast(contrast);
}

void preferScale(double scale) {
    theme().setScale(scale);
    QSettings().setValue(QStringLiteral("scale"), theme().scale());
}

void preferReadingZoom(double zoom) {
    theme().setReadingZoom(zoom);
    QSettings().setValue(QStringLiteral("readingZoom"), theme().readingZoom());
}

bool reopensLastStudy() {
    return QSettings().value(QStringLiteral("start/reopens"), false).toBool();
}

void preferReopening(bool isWanted) {
    QSettings().setValue(QStringLiteral("start/reopens"), isWanted);
}

bool tourWasSeen() {
    return QSettings().value(QStringLiteral("start/tour"), false).toBool();
}

void rememberTour() {
    QSettings().setValue(QStringLiteral("start/tour"), true);
}

void forgetLooks() {
    QSettings settings;
    for (const char* key : {"language", "theme", "contrast", "scale", "readingZoom"})
        settings.remove(QString::fromLatin1(key));
    applyPreferences();
}

} // namespace rapport::ui
