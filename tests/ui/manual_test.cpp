// SPDX-License-Identifier: GPL-3.0-or-later
// The manual is whole in both languages, its links lead somewhere, and it opens at the page of what is being
// done.
#include "support/catch.hpp"
#include "support/tree.h"
#include "ui/app/language.h"
#include "ui/app/main_window.h"
#include "ui/app/manual_window.h"
#include "ui/components/controls.h"
#include "ui/dialogs/new_study_dialog.h"
#include "ui/views/registry.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace rapport::ui;

namespace {

QString pageText(const QString& language, const QString& name) {
    QFile file(manualFolder(language) + QLatin1Char('/') + name + QStringLiteral(".md"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// What two languages of a page must share: how deep its headings are, its tables and its steps, its links.
QStringList shape(const QString& text) {
    static const QRegularExpression mark(QStringLiteral("^(#+|\\||\\d+\\.|- )"));
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
    QStringList found;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (const auto match = mark.match(line); match.hasMatch())
            found.append(match.captured(1));
        for (auto match = link.globalMatch(line); match.hasNext();)
            found.append(match.next().captured(1));
    }
    return found;
}

QString shownText(const ManualWindow& window) {
    return window.findChild<QTextBrowser*>()->toPlainText();
}

} // namespace

TEST_CASE("every page is there in both languages, with the same parts", "[manual]") {
    for (const QString& name : manualPages()) {
        CAPTURE(name.toStdString());
        const QString english = pageText(QStringLiteral("en"), name);
        CHECK(english.startsWith(QLatin1String("# ")));
        CHECK(english.size() > 600);
        CHECK(shape(english) == shape(pageText(QStringLiteral("nl"), name)));
    }
    for (const char* language : {"en", "nl"}) {
        const QStringList files =
            QDir(manualFolder(QString::fromLatin1(language))).entryList({QStringLiteral("*.md")});
        CHECK(files.size() == manualPages().size());
    }
}

TEST_CASE("links lead to pages", "[manual]") {
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\.md\\)"));
    int links = 0;
    for (const QString& name : manualPages()) {
        const QString text = pageText(QStringLiteral("en"), name);
        for (auto match = link.globalMatch(text); match.hasNext(); ++links)
            CHECK(manualPages().contains(match.next().captured(1)));
    }
    CHECK(links > 5);
}

TEST_CASE("every view has a page, and the page says its keys", "[manual]") {
    for (const ViewRow& row : viewRows()) {
        CAPTURE(row.name);
        CHECK(manualPages().contains(manualPageOf(QLatin1String(row.name))));
        if (qstrcmp(row.name, "overview") != 0)
            CHECK(manualPageOf(QLatin1String(row.name)) != QLatin1String("start"));
    }
    CHECK(manualPageOf(QString()) == QLatin1String("start"));
}

TEST_CASE("the verdicts of the agreement table are explained in the words of the window", "[manual]") {
    for (const char* language : {"en", "nl"}) {
        setUiLanguage(QString::fromLatin1(language));
        const QString page = pageText(QString::fromLatin1(language), QStringLiteral("agree"));
        for (const char* verdict : {"meets", "likely", "unsure", "below", "too few", "not defined"}) {
            const QString word = QCoreApplication::translate("AgreementWords", verdict);
            CAPTURE(language, word.toStdString());
            CHECK(page.contains(QStringLiteral("| %1 |").arg(word)));
        }
    }
    setUiLanguage(QStringLiteral("en"));
}

TEST_CASE("the manual opens, follows links, finds words and changes its language", "[manual]") {
    ManualWindow window(nullptr);
    CHECK(window.page() == QLatin1String("start"));
    window.showPage(QStringLiteral("rate"));
    CHECK(shownText(window).contains(QStringLiteral("Complete means something")));

    auto* field = window.findChild<SearchField*>();
    auto* list = window.findChild<QListWidget*>();
    QTest::keyClicks(field, QStringLiteral("Landis"));
    CHECK(window.page() == QLatin1String("coefficients"));
    int shown = 0;
    for (int row = 0; row < list->count(); ++row)
        shown += list->item(row)->isHidden() ? 0 : 1;
    CHECK(shown == 1);
    CHECK(window.findChild<QTextBrowser*>()->textCursor().selectedText() == QLatin1String("Landis"));
    QTest::keyClick(field, Qt::Key_Escape);
    CHECK(field->text().isEmpty());

    QMetaObject::invokeMethod(window.findChild<QTextBrowser*>(), "anchorClicked",
                              Q_ARG(QUrl, QUrl(QStringLiteral("import.md"))));
    CHECK(window.page() == QLatin1String("import"));
    setUiLanguage(QStringLiteral("nl"));
    QCoreApplication::sendPostedEvents();
    CHECK(window.page() == QLatin1String("import"));
    CHECK(shownText(window).startsWith(QStringLiteral("Importeren")));
    setUiLanguage(QStringLiteral("en"));
}

TEST_CASE("Shift+F1 opens the manual", "[manual]") {
    MainWindow window;
    window.show();
    window.actions().action(QStringLiteral("help.manual"))->trigger();
    auto* manual = window.findChild<ManualWindow*>();
    REQUIRE(manual != nullptr);
    CHECK(manual->isVisible());
    CHECK(manual->page() == QLatin1String("start"));
    manual->close();
}

TEST_CASE("F1 in a dialog opens the page about what it does, readable while the dialog waits", "[manual]") {
    MainWindow window;
    window.show();
    window.actions().action(QStringLiteral("file.new"))->trigger();
    auto* dialog = window.findChild<NewStudyDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    auto* field = dialog->findChild<QLineEdit*>();
    REQUIRE(field != nullptr);
    QTest::keyClick(field, Qt::Key_F1);
    auto* manual = dialog->findChild<ManualWindow*>();
    REQUIRE(manual != nullptr);
    CHECK(manual->isVisible());
    CHECK(manual->page() == QLatin1String("start"));
    QTest::keyClicks(manual->findChild<SearchField*>(), QStringLiteral("Landis"));
    CHECK(manual->page() == QLatin1String("coefficients"));
    QTest::keyClick(field, Qt::Key_F1);
    CHECK(dialog->findChildren<ManualWindow*>().size() == 1);
    CHECK(manual->page() == QLatin1String("start"));
    dialog->reject();
}

TEST_CASE("each dialog has its page of the manual", "[manual]") {
    // Dialogs are found by name: one that was renamed would fall back to the first page without a word.
    QDir folders(QString::fromLatin1(rapport::support::sourceTree) + QStringLiteral("/ui"));
    QDirIterator headers(folders.path(), {QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
    QStringList without;
    int count = 0;
    while (headers.hasNext()) {
        QFile header(headers.next());
        REQUIRE(header.open(QIODevice::ReadOnly));
        static const QRegularExpression declared(QStringLiteral("class (\\w+) : public QDialog"));
        const QString text = QString::fromUtf8(header.readAll());
        for (auto match = declared.globalMatch(text); match.hasNext();) {
            const QString name = match.next().captured(1);
            ++count;
            if (manualPageOfDialog(name).isEmpty())
                without.append(name);
        }
    }
    CHECK(count >= 20);
    CHECK(without.join(QLatin1Char(' ')).toStdString() == "");
}
