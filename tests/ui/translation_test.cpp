// SPDX-License-Identifier: GPL-3.0-or-later
// The Dutch of every area is complete, keeps the places of numbers and names, and arrives without a restart.
#include "support/catch.hpp"
#include "support/tree.h"
#include "ui/app/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <set>
#include <utility>

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
    const QDir folder((QString::fromUtf8(rapport::support::sourceTree) + QStringLiteral("/ui/i18n")));
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

namespace {

using Sentences = std::set<std::pair<QString, QString>>; ///< context and English

Sentences sentencesIn(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    Sentences found;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QLatin1String("source"))
            found.emplace(context, xml.readElementText());
    }
    return found;
}

} // namespace

TEST_CASE("no sentence of the code lacks Dutch, or has it where nobody looks", "[translation]") {
    const QDir root(QString::fromUtf8(rapport::support::sourceTree));
    QStringList sources;
    QDirIterator files(root.filePath(QStringLiteral("ui")), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        sources.append(files.next());
    const QTemporaryDir scratch;
    const QString found = scratch.filePath(QStringLiteral("found.ts"));
    QProcess lupdate;
    lupdate.start(
        QStringLiteral(RAPPORT_LUPDATE),
        QStringList{QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral(RAPPORT_UI_ROOT)} +
            sources + QStringList{QStringLiteral("-ts"), found});
    REQUIRE(lupdate.waitForFinished(120'000));
    REQUIRE(lupdate.exitCode() == 0);
    Sentences known;
    const QDir folder(root.filePath(QStringLiteral("ui/i18n")));
    for (const QString& name : folder.entryList({QStringLiteral("rapport_nl_*.ts")}))
        known.merge(sentencesIn(folder.filePath(name)));
    const Sentences needed = sentencesIn(found);
    CHECK(needed.size() > 1000);
    for (const auto& [context, sentence] : needed) {
        CAPTURE(context.toStdString(), sentence.toStdString());
        CHECK(known.contains({context, sentence}));
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
