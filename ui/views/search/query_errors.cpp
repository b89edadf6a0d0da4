// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/query_errors.h"

#include "ui/bridge/phrase_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>
#include <optional>

namespace rapport::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("QueryErrors", text);
}

/// What the search says, and what stands in a quotation in it as %1.
constexpr std::array sentences{
    QT_TRANSLATE_NOOP("QueryErrors", "this parenthesis closes nothing"),
    QT_TRANSLATE_NOOP("QueryErrors", "this parenthesis is not closed"),
    QT_TRANSLATE_NOOP("QueryErrors", "this quotation mark is not closed"),
    QT_TRANSLATE_NOOP("QueryErrors", "there is nothing to search for"),
    QT_TRANSLATE_NOOP("QueryErrors", "there is no word between the quotation marks"),
    QT_TRANSLATE_NOOP("QueryErrors", "OR needs something to search for on both sides"),
    QT_TRANSLATE_NOOP("QueryErrors", "AND needs something to search for on both sides"),
    QT_TRANSLATE_NOOP("QueryErrors", "NOT needs something after it"),
    QT_TRANSLATE_NOOP("QueryErrors", "a rater searches the own codings only"),
    QT_TRANSLATE_NOOP("QueryErrors", "there is no field '%1'"),
    QT_TRANSLATE_NOOP("QueryErrors", "there is no code '%1'"),
    QT_TRANSLATE_NOOP("QueryErrors", "there is no rater '%1'"),
    QT_TRANSLATE_NOOP("QueryErrors", "there is no attribute '%1'"),
    QT_TRANSLATE_NOOP("QueryErrors", "'%1' is hidden from raters"),
    QT_TRANSLATE_NOOP("QueryErrors", "what should %1 be?"),
    QT_TRANSLATE_NOOP("QueryErrors", "a field inside the parentheses of %1:"),
    QT_TRANSLATE_NOOP("QueryErrors", "nested more than %1 deep"),
    QT_TRANSLATE_NOOP("QueryErrors", "more than %1 words"),
    QT_TRANSLATE_NOOP("QueryErrors", "a star stands for letters of one word"),
    QT_TRANSLATE_NOOP("QueryErrors", "a star needs letters beside it"),
    QT_TRANSLATE_NOOP("QueryErrors", "a pattern needs at least one word"),
    QT_TRANSLATE_NOOP("QueryErrors", "a gap needs a word on both sides"),
    QT_TRANSLATE_NOOP("QueryErrors", "this is no number of words"),
    QT_TRANSLATE_NOOP("QueryErrors", "a word can be one or two letters off"),
    QT_TRANSLATE_NOOP("QueryErrors", "~ stands behind one word alone"),
    QT_TRANSLATE_NOOP("QueryErrors", "= and ~ do not go together"),
    QT_TRANSLATE_NOOP("QueryErrors", "= needs a word or a phrase behind it"),
    QT_TRANSLATE_NOOP("QueryErrors", "this expression is not closed"),
    QT_TRANSLATE_NOOP("QueryErrors", "this expression cannot be read: %1"),
    QT_TRANSLATE_NOOP("QueryErrors", "an expression takes too long to match"),
    QT_TRANSLATE_NOOP("QueryErrors", "%1 needs words or phrases on both sides"),
    QT_TRANSLATE_NOOP("QueryErrors", "from 1 to %1 words"),
    QT_TRANSLATE_NOOP("QueryErrors", "WITHIN needs something in front of it"),
    QT_TRANSLATE_NOOP("QueryErrors", "WITHIN needs words in front of it, and no fields"),
    QT_TRANSLATE_NOOP("QueryErrors", "within what?"),
    QT_TRANSLATE_NOOP("QueryErrors", "coded is yes, no or disagreed"),
    QT_TRANSLATE_NOOP("QueryErrors", "from where to where should %1 be?"),
    QT_TRANSLATE_NOOP("QueryErrors", "more than %1 ways to read this"),
    QT_TRANSLATE_NOOP("QueryErrors", "raters disagree with one another"),
    QT_TRANSLATE_NOOP("QueryErrors", "an expression is at most %1 bytes long"),
    QT_TRANSLATE_NOOP("QueryErrors", "there is nothing between the slashes"),
    QT_TRANSLATE_NOOP("QueryErrors", "this gap is not closed"),
    QT_TRANSLATE_NOOP("QueryErrors", "a range is written with two dots"),
    QT_TRANSLATE_NOOP("QueryErrors", "%1 has no order"),
    QT_TRANSLATE_NOOP("QueryErrors", "from %1 to %2 there is nothing"),
};

constexpr std::array advices{
    QT_TRANSLATE_NOOP("QueryErrors", "take it away, or open one before it"),
    QT_TRANSLATE_NOOP("QueryErrors", "put a ) at its end"),
    QT_TRANSLATE_NOOP("QueryErrors", "put one at the end of the phrase"),
    QT_TRANSLATE_NOOP("QueryErrors", "type a word, a \"phrase\" or a field such as speaker:name"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: this OR that; in quotation marks, \"OR\" is an ordinary word"),
    QT_TRANSLATE_NOOP(
        "QueryErrors",
        "words side by side must all occur anyway; in quotation marks, \"AND\" is an ordinary word"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: NOT this, or -this"),
    QT_TRANSLATE_NOOP("QueryErrors", "put it outside of them"),
    QT_TRANSLATE_NOOP("QueryErrors", "write it in a simpler way"),
    QT_TRANSLATE_NOOP("QueryErrors", "search for less at once"),
    QT_TRANSLATE_NOOP("QueryErrors", "did you mean %1:? In quotation marks it is searched for as text"),
    QT_TRANSLATE_NOOP("QueryErrors", "fields are %1; in quotation marks it is searched for as text"),
    QT_TRANSLATE_NOOP("QueryErrors",
                      "*relatie* finds every word with relatie in it; put words with a hyphen apart"),
    QT_TRANSLATE_NOOP("QueryErrors",
                      "leerkr* finds every word that begins so, *relatie every word that ends so"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: \"een * band\""),
    QT_TRANSLATE_NOOP("QueryErrors", "write: \"goede [0-3] band\""),
    QT_TRANSLATE_NOOP("QueryErrors", "write: [2], or [0-3]; at most %1"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: leerkracht~1"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: leerkracht~1 or leerkracht~2"),
    QT_TRANSLATE_NOOP("QueryErrors", "leave one of them out"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: =Jan or =\"de Jan\", which minds case and accents"),
    QT_TRANSLATE_NOOP("QueryErrors", "put a / at its end; in quotation marks it is searched for as text"),
    QT_TRANSLATE_NOOP("QueryErrors", "in quotation marks it is searched for as text"),
    QT_TRANSLATE_NOOP("QueryErrors", "write it without repetitions inside repetitions"),
    QT_TRANSLATE_NOOP("QueryErrors",
                      "write: coded:yes, coded:no or coded:disagreed; coded:yes@RATER says by whom"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: coded:disagreed, or coded:yes@RATER"),
    QT_TRANSLATE_NOOP("QueryErrors", "write fewer alternatives"),
    QT_TRANSLATE_NOOP("QueryErrors", "write a shorter one"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: /ge.*d/"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: \"(de|het) band\""),
    QT_TRANSLATE_NOOP("QueryErrors",
                      "write: this %1/5 that, with words, \"phrases\" or (one OR another); in quotation "
                      "marks, \"%1\" is an ordinary word"),
    QT_TRANSLATE_NOOP("QueryErrors",
                      "write: (this that) WITHIN sentence, or WITHIN turn; in quotation marks, "
                      "\"WITHIN\" is an ordinary word"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: %1:value or %1:\"a value with blanks\""),
    QT_TRANSLATE_NOOP("QueryErrors", "write: %1:18..25, %1:18.. or %1:..25"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: %1:(this OR that), or %1:th*"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: %1:4.. for 4 and more, %1:..4 for 4 and less"),
    QT_TRANSLATE_NOOP("QueryErrors", "write: %1:%2..%3"),
};

/// What stands in the places of a pattern, in their order; nothing where the text was not made from it.
std::optional<QStringList> valuesIn(const QString& text, const QString& pattern) {
    QString expression;
    int places = 0;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const bool isPlace = pattern[at] == QLatin1Char('%') && at + 1 < pattern.size() &&
                             pattern[at + 1] >= QLatin1Char('1') && pattern[at + 1] <= QLatin1Char('9');
        if (!isPlace) {
            expression += QRegularExpression::escape(pattern.mid(at, 1));
            continue;
        }
        const int place = pattern[++at].digitValue();
        expression += place <= places ? QStringLiteral("\\%1").arg(place) : QStringLiteral("(.*?)");
        places = std::max(places, place);
    }
    const QRegularExpressionMatch match = QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                                             QRegularExpression::DotMatchesEverythingOption)
                                              .match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.capturedTexts().mid(1);
}

/// The first pattern of the table that the text was made from, translated and filled again.
template<std::size_t Count>
QString translated(const std::array<const char*, Count>& table, const QString& text) {
    for (const char* pattern : table) {
        const auto values = valuesIn(text, QString::fromUtf8(pattern));
        if (!values)
            continue;
        QString said = say(pattern);
        for (int place = 0; place < int(values->size()); ++place)
            said.replace(QStringLiteral("%%1").arg(place + 1), (*values)[place]);
        return said;
    }
    return text;
}

} // namespace

QueryErrorWords queryErrorWords(const base::Error& error) {
    QueryErrorWords words;
    const QString message = translated(sentences, phraseText(error.message));
    if (error.where && error.where->column > 0)
        words.sentence =
            say(QT_TRANSLATE_NOOP("QueryErrors", "Character %1: %2")).arg(error.where->column).arg(message);
    else
        words.sentence = message.left(1).toUpper() + message.mid(1);
    if (!words.sentence.endsWith(QLatin1Char('?')))
        words.sentence += QLatin1Char('.');
    // The first two lines of a reader's hint are the query and a caret, which the line shows itself.
    QStringList lines = phraseText(error.hint).split(QLatin1Char('\n'));
    if (lines.size() >= 2 && lines.at(1).trimmed() == QLatin1String("^"))
        lines = lines.mid(2);
    const QString advice = lines.join(QLatin1Char(' ')).trimmed();
    words.advice = translated(advices, advice);
    if (!words.advice.isEmpty())
        words.advice = words.advice.left(1).toUpper() + words.advice.mid(1);
    return words;
}

} // namespace rapport::ui
