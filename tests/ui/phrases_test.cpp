// SPDX-License-Identifier: GPL-3.0-or-later
// Every sentence that the rooms can say to a person has its Dutch: the sources are read for the patterns that
// errors, rejected rows, warnings and notes are made from, and each is looked up.
#include "base/format.h"
#include "base/platform/file.h"
#include "service/importing.h"
#include "support/catch.hpp"
#include "support/tree.h"
#include "ui/app/language.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/hint_text.h"
#include "ui/bridge/phrase_text.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::ui;

namespace {

/// Behind the string or character literal that begins at `at`; its letters go to `letters`.
qsizetype behindLiteral(const QString& text, qsizetype at, QString* letters) {
    const QChar quote = text.at(at);
    for (++at; at < text.size() && text.at(at) != quote; ++at) {
        QChar letter = text.at(at);
        if (letter == QLatin1Char('\\')) {
            letter = text.at(++at);
            if (letter == QLatin1Char('n'))
                letter = QLatin1Char('\n');
        }
        if (letters != nullptr)
            *letters += letter;
    }
    return at + 1;
}

/// The string literals from `at` to where its bracket closes or the statement ends; neighbours are one.
QStringList literalsFrom(const QString& text, qsizetype at) {
    QStringList found;
    bool isJoined = false;
    for (int depth = 1; at < text.size() && depth > 0;) {
        const QChar letter = text.at(at);
        if (letter == QLatin1Char('"')) {
            QString literal;
            if (at > 0 && text.at(at - 1) == QLatin1Char('R')) {
                const qsizetype end = text.indexOf(QLatin1String(")\""), at);
                literal = text.mid(at + 2, end - at - 2);
                at = end + 2;
            } else {
                at = behindLiteral(text, at, &literal);
            }
            if (isJoined)
                found.back() += literal;
            else
                found.append(literal);
            isJoined = true;
            continue;
        }
        if (letter == QLatin1Char('\'')) {
            at = behindLiteral(text, at, nullptr);
            isJoined = false;
            continue;
        }
        if (letter == QLatin1Char('(') || letter == QLatin1Char('{'))
            ++depth;
        else if (letter == QLatin1Char(')') || letter == QLatin1Char('}'))
            --depth;
        else if (letter == QLatin1Char(';') && depth == 1)
            break;
        if (!letter.isSpace())
            isJoined = false;
        ++at;
    }
    return found;
}

/// Sentences, not names, columns or SQL.
bool isSentence(const QString& literal) {
    static const QRegularExpression words(QStringLiteral("[a-z]{2}"));
    static const QRegularExpression sql(QStringLiteral("SELECT|INSERT|PRAGMA|UPDATE|DELETE|\\bFROM "));
    return literal.trimmed().contains(QLatin1Char(' ')) && literal.contains(words) &&
           !literal.contains(sql) && !literal.contains(QChar::Null);
}

/// Patterns by the file that says them first.
std::map<QString, QString> saidByRooms() {
    static const QRegularExpression birth(QStringLiteral(
        R"(\b(?:fail|reject|refuse|wrong|problem|said|note|noteRows|coordinatorOnly|duplicateOr|Phrase|RowProblem|Magic|ForeignFile|Error|variableFits)\s*[({])"
        R"(|\b(?:warnings|notes|problems|rejected)\s*\.\s*(?:push_back|emplace_back)\(|\bfind\((?=Finding))"
        R"(|\b(?:reason|message|hint)\s*=\s*(?=")|\breturn (?=[{"]))"));
    // Said to no person, or followed by words that are not known before.
    static const std::set<QString> inner{
        QStringLiteral("it cannot be read: "),
        QStringLiteral("en"), // a language
    };
    static const QRegularExpression words(QStringLiteral("^[a-z]{2,}( [a-z]+)*$"));
    std::map<QString, QString> patterns;
    for (const char* room : {"base", "text", "model", "store", "exchange", "search", "service"}) {
        QDirIterator files((QString::fromUtf8(rapport::support::sourceTree) + QStringLiteral("/src/%1"))
                               .arg(QLatin1String(room)),
                           {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            // The query line has words of its own for what is wrong with a query.
            if (QFileInfo(file).fileName().startsWith(QLatin1String("query_")))
                continue;
            const QLatin1String signature("SQLite format");
            REQUIRE(file.open(QIODevice::ReadOnly));
            static const QRegularExpression comment(QStringLiteral("//[^\\n]*"));
            const QString text = QString::fromUtf8(file.readAll()).remove(comment);
            for (auto match = birth.globalMatch(text); match.hasNext();) {
                const QRegularExpressionMatch found = match.next();
                const QStringList literals = literalsFrom(text, found.capturedEnd());
                for (qsizetype at = 0; at < literals.size(); ++at) {
                    const QString& literal = literals[at];
                    // Words as arguments of a sentence need not be sentences.
                    const bool isArgument = found.captured().startsWith(QLatin1String("coordinatorOnly")) ||
                                            (found.captured().startsWith(QLatin1String("said")) && at > 0);
                    const bool isPhrase = found.captured().startsWith(QLatin1String("Phrase")) ||
                                          (isArgument && words.match(literal).hasMatch());
                    if ((isSentence(literal) || isPhrase) && !inner.contains(literal) &&
                        !literal.startsWith(signature))
                        patterns.emplace(literal, file.fileName());
                }
            }
        }
    }
    return patterns;
}

int fieldsOf(const QString& pattern) {
    static const QRegularExpression field(QStringLiteral("\\{\\d*(?::[^}]*)?\\}"));
    return int(pattern.count(field));
}

struct Dutch {
    Dutch() { setUiLanguage(QStringLiteral("nl")); }
    Dutch(const Dutch&) = delete;
    Dutch& operator=(const Dutch&) = delete;
    ~Dutch() { setUiLanguage(QStringLiteral("en")); }
};

} // namespace

TEST_CASE("whatever the rooms say has its Dutch", "[phrases]") {
    const Dutch dutch;
    const auto patterns = saidByRooms();
    CHECK(patterns.size() > 300);
    for (const auto& [pattern, file] : patterns) {
        const QString translation = QCoreApplication::translate("Rooms", pattern.toUtf8().constData());
        CAPTURE(pattern.toStdString(), file.toStdString());
        // A few are the same in both languages.
        const bool isKnown =
            translation != pattern || pattern == QLatin1String("code") || pattern == QLatin1String("codes");
        CHECK(isKnown);
        CHECK(fieldsOf(translation) == fieldsOf(pattern));
    }
}

TEST_CASE("every format that can be read is called by a Dutch name", "[phrases]") {
    std::map<std::string, QString> english;
    for (const service::FormatRow& format : service::formats())
        english[format.id] = phraseText(format.title);
    const Dutch dutch;
    for (const service::FormatRow& format : service::formats()) {
        CAPTURE(format.id);
        CHECK(phraseText(format.title) != english[format.id]);
    }
}

TEST_CASE("the walk finds sentences in every form", "[phrases]") {
    const auto patterns = saidByRooms();
    for (const char* pattern : {
             "there is no unit '{}'",                                          // reject(), with arguments
             "a PDF document",                                                 // a table of rows
             "seems to hold {}",                                               // assigned to a field
             "an IP address",                                                  // returned
             "close it, or write a quotation mark inside a cell twice (\"\")", // with quotation marks
             "turns",                                                          // one word, an argument
             "compare rounds", // an argument of another sentence
         }) {
        CAPTURE(pattern);
        CHECK(patterns.contains(QString::fromUtf8(pattern)));
    }
}

TEST_CASE("a phrase is said in Dutch with its arguments, those of phrases too", "[phrases]") {
    const Dutch dutch;
    CHECK(phraseText(base::said("there is no unit '{}'", std::string("P9/Q1"))) ==
          "er is geen eenheid ‘P9/Q1’");
    CHECK(phraseText(base::said("is {}, which cannot be read", base::Phrase("a PDF document"))) ==
          "is een PDF-document, en dat kan niet worden gelezen");
    CHECK(phraseText(base::said("{} is not assigned to {} in round '{}'", "P1/Q1", "Ann", "R1")) ==
          "P1/Q1 is in ronde ‘R1’ niet aan Ann toegewezen");
    CHECK(phraseSentence(base::Phrase("the study has no codebook yet")) ==
          "De studie heeft nog geen codeboek.");
    // A system's own words stay as they are, whatever letters they hold.
    CHECK(phraseText(base::Phrase(std::string("Permission {} denied"))) == "Permission {} denied");
    CHECK(phraseText(base::said("cannot open: {}", std::string("{} %1"))) == "kan niet openen: {} %1");
}

TEST_CASE("an error's details are in the user's language, with the place", "[phrases]") {
    const base::Error error{base::Errc::Unreadable, "holds a header but no rows",
                            base::Place{"a.csv", 2, 0, {}},
                            "the first line is taken as the names of the columns"};
    CHECK(errorDetails(error) == "a.csv:2: holds a header but no rows\n"
                                 "The first line is taken as the names of the columns.");
    base::Error typed = error;
    typed.hint = "see: rapport codebook STUDY show";
    CHECK(errorDetails(typed) == "a.csv:2: holds a header but no rows"); // a window has no command line
    typed.where.reset();
    CHECK(errorDetails(typed) == "Holds a header but no rows.");
    const Dutch dutch;
    CHECK(errorDetails(error) == "a.csv:2: heeft een kop maar geen rijen\n"
                                 "De eerste regel geldt als de namen van de kolommen.");
}

TEST_CASE("what is refused says first what stands in the way", "[phrases]") {
    base::Error error{base::Errc::Refused,
                      "nobody completed this unit",
                      {},
                      "that stays as it is; the next time it goes on with what was done before"};
    CHECK(errorSentence(error) == "Nobody completed this unit.");
    CHECK(errorDetails(error) == "That stays as it is; the next time it goes on with what was done before.");
    error.where = base::Place{"a.csv", 2, 0, {}};
    CHECK(errorSentence(error) == "The study's rules do not allow this.");
    // Of a file as a whole.
    error.message = "the passphrase does not open it";
    error.where = base::Place{"/far/away/bea.rpack", 0, 0, {}};
    CHECK(errorSentence(error) == "bea.rpack: the passphrase does not open it.");
    CHECK(errorDetails(error) == "That stays as it is; the next time it goes on with what was done before.");
}

TEST_CASE("a file that cannot be written is named, with the system's reason and what to do", "[phrases]") {
    const Dutch dutch;
    const auto written = base::writeFileAtomically("/no/such/folder/kappa.pdf", "x");
    REQUIRE_FALSE(written);
    CHECK(errorSentence(written.error()) ==
          "kappa.pdf: kan niet schrijven: dit bestand of deze map bestaat niet.");
    CHECK(errorDetails(written.error()) == "Kijk of de map bestaat en of je er mag schrijven.");
}

TEST_CASE("a study that another program holds is said once", "[phrases]") {
    base::Error error{base::Errc::StudyLocked, "another program has the study open",
                      base::Place{"/tmp/a.rapport", 0, 0, {}}, "close it there, and try again"};
    CHECK(errorSentence(error).startsWith(QLatin1String("Another program")));
    CHECK(errorDetails(error).isEmpty());
    // What is beside the study is another thing.
    error = {base::Errc::StudyLocked, "another program is writing the search index", std::nullopt,
             "searching works meanwhile"};
    CHECK(errorSentence(error) == "Another program is writing the search index.");
    CHECK(errorDetails(error) == "Searching works meanwhile.");
}

TEST_CASE("what to type at a prompt stays out of a window, also behind a file's name") {
    const base::Phrase fact = base::said("{} blinded attributes were left out", 3);
    const base::Phrase note = base::said("{}: {}", fact, "--with-blinded takes them along");
    CHECK(hintText(note) == QStringLiteral("3 blinded attributes were left out."));
    CHECK(hintText(base::said("{}: {}", "/a.csv", note)) ==
          QStringLiteral("/a.csv: 3 blinded attributes were left out."));
    CHECK(hintText("--with-blinded takes them along").isEmpty());
    // People's words are no advice.
    CHECK(hintText(base::said("{}: {}", std::string("/rapport data/a.csv"),
                              base::said("a new prompt, {}: {}", std::string("Q3"),
                                         std::string("How do you build rapport with --all-- pupils?"))))
              .contains(QStringLiteral("rapport with")));
    CHECK(hintText(base::said("{}: {}", "00:01 --> 00:02", "a cue without words"))
              .contains(QStringLiteral("cue")));
}
