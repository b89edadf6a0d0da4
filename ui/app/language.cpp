// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <memory>
#include <vector>

namespace rapport::ui {

namespace {

struct Installed {
    std::string code = "en";
    std::vector<std::unique_ptr<QTranslator>> translators;
};

Installed& installed() {
    static Installed only;
    return only;
}

} // namespace

std::string_view uiLanguage() {
    return installed().code;
}

void setUiLanguage(const QString& language) {
    Installed& now = installed();
    now.code = language == QLatin1String("nl") ? "nl" : "en";
    QLocale::setDefault(now.code == "nl" ? QLocale(QLocale::Dutch, QLocale::Belgium)
                                         : QLocale(QLocale::English, QLocale::UnitedKingdom));
    for (const auto& translator : now.translators)
        QCoreApplication::removeTranslator(translator.get());
    now.translators.clear();
    if (now.code != "nl")
        return;
    const auto install = [&now](const QString& file) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(file))
            return;
        QCoreApplication::installTranslator(translator.get());
        now.translators.push_back(std::move(translator));
    };
    // Qt's own dialogs first, so that ours win.
    install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_nl.qm"));
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("*_nl_*.qm")});
    for (const QString& file : files)
        install(QStringLiteral(":/i18n/") + file);
}

QString systemLanguage() {
    return QLocale::system().language() == QLocale::Dutch ? QStringLiteral("nl") : QStringLiteral("en");
}

} // namespace rapport::ui
