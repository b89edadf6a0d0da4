// SPDX-License-Identifier: GPL-3.0-or-later
// The Dutch of every area is complete, keeps the places of numbers and names, and arrives without a restart.
#include "support/catch.hpp"
#include "ui/app/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace rapport::ui;

namespace {

QStringList places(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%\\d"));
    QStringList found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.sort();
    return found;
}

} // namespace

TEST_CASE("every sentence has its Dutch", "[translation]") {
    const QDir folder(QStringLiteral(RAPPORT_SOURCE_DIR "/ui/i18n"));
    const QStringList files = folder.entryList({QStringLiteral("rapport_nl_*.ts")});
    REQUIRE_FALSE(files.isEmpty());
    for (const QString& name : files) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        int messages = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == QLatin1String("source")) {
                source = xml.readElementText();
                ++messages;
            } else if (xml.name() == QLatin1String("translation")) {
                const QString type = xml.attributes().value(QLatin1String("type")).toString();
                const QString translation = xml.readElementText();
                CAPTURE(name.toStdString(), source.toStdString(), translation.toStdString());
                CHECK(type != QLatin1String("unfinished"));
                CHECK_FALSE(translation.isEmpty());
                CHECK(places(source) == places(translation));
            }
        }
        CHECK_FALSE(xml.hasError());
        CHECK(messages > 0);
    }
}

TEST_CASE("the language changes without a restart", "[translation]") {
    setUiLanguage(QStringLiteral("nl"));
    CHECK(uiLanguage() == "nl");
    CHECK(QCoreApplication::translate("Actions", "Undo") == QLatin1String("Ongedaan maken"));
    setUiLanguage(QStringLiteral("en"));
    CHECK(QCoreApplication::translate("Actions", "Undo") == QLatin1String("Undo"));
    setUiLanguage(QStringLiteral("xx"));
    CHECK(uiLanguage() == "en");
}
