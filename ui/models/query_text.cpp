// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/query_text.h"

#include <algorithm>
#include <optional>

namespace rapport::ui {

namespace {

bool isQuote(QChar character) {
    static const QString quotes = QStringLiteral("\"\u00AB\u00BB\u201C\u201D\u201E\uFF02");
    return quotes.contains(character);
}

bool endsWord(QChar character) {
    return character.isSpace() || character == QLatin1Char('(') || character == QLatin1Char(')') ||
           isQuote(character);
}

bool isOperator(QStringView word) {
    return word == QLatin1String("AND") || word == QLatin1String("OR") || word == QLatin1String("NOT");
}

/// Length of "name" before a colon where the word begins with a field, else 0.
qsizetype fieldLength(QStringView word) {
    const qsizetype colon = word.indexOf(QLatin1Char(':'));
    if (colon <= 0 || word.mid(colon + 1).startsWith(QLatin1String("//")))
        return 0;
    if (!word.front().isLetter())
        return 0;
    for (const QChar character : word.left(colon)) {
        if (!character.isLetterOrNumber() && character != QLatin1Char('_') && character != QLatin1Char('-') &&
            character != QLatin1Char('.'))
            return 0;
    }
    return colon;
}

/// A condition on one field that stands for itself in the query.
struct FieldTerm {
    qsizetype begin = 0;
    qsizetype end = 0;
    QStringList values;
};

QString plainValue(QStringView written) {
    QString value = written.toString();
    if (!value.isEmpty() && isQuote(value.front())) {
        value.remove(0, 1);
        if (!value.isEmpty() && isQuote(value.back()))
            value.chop(1);
    }
    return value.simplified();
}

bool hasTopLevelOr(const QString& query, const std::vector<QueryToken>& tokens) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const QueryToken& token) {
        return token.depth == 0 && token.part == QueryPart::Operator &&
               QStringView(query).mid(token.begin, token.length) == QLatin1String("OR");
    });
}

std::vector<FieldTerm> termsOf(const QString& query, const QString& field) {
    const std::vector<QueryToken> tokens = queryTokens(query);
    std::vector<FieldTerm> terms;
    // Beside an OR it is one of several ways to match, not a condition.
    if (hasTopLevelOr(query, tokens))
        return terms;
    const auto textOf = [&](std::size_t i) {
        return QStringView(query).mid(tokens[i].begin, tokens[i].length);
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].part != QueryPart::Field || tokens[i].depth != 0 ||
            textOf(i).chopped(1).compare(field, Qt::CaseInsensitive) != 0)
            continue;
        if (i > 0 && tokens[i - 1].part == QueryPart::Operator && textOf(i - 1) != QLatin1String("AND"))
            continue; // denied
        const qsizetype behind = tokens[i].begin + tokens[i].length;
        if (i + 1 >= tokens.size() || tokens[i + 1].begin != behind)
            continue;
        FieldTerm term;
        term.begin = tokens[i].begin;
        const QueryToken& next = tokens[i + 1];
        if (next.part == QueryPart::Value || next.part == QueryPart::Phrase) {
            term.end = next.begin + next.length;
            term.values.append(plainValue(textOf(i + 1)));
            terms.push_back(std::move(term));
        } else if (next.part == QueryPart::Bracket && textOf(i + 1) == QLatin1String("(")) {
            bool isPlain = true;
            std::size_t j = i + 2;
            for (; j < tokens.size() && tokens[j].depth > 0; ++j) {
                const bool isOr = tokens[j].part == QueryPart::Operator && textOf(j) == QLatin1String("OR");
                const bool isValue = tokens[j].part == QueryPart::Word || tokens[j].part == QueryPart::Phrase;
                isPlain = isPlain && (isOr || isValue);
                if (isValue)
                    term.values.append(plainValue(textOf(j)));
            }
            if (isPlain && j < tokens.size() && !term.values.isEmpty()) {
                term.end = tokens[j].begin + tokens[j].length;
                terms.push_back(std::move(term));
            }
        }
    }
    return terms;
}

QString writtenTerm(const QString& field, const QStringList& values) {
    QStringList written;
    for (const QString& value : values)
        written.append(writtenValue(value));
    if (written.size() == 1)
        return field + QLatin1Char(':') + written.front();
    return field + QStringLiteral(":(") + written.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

QString replaced(QString query, const FieldTerm& term, const QString& by) {
    query.replace(term.begin, term.end - term.begin, by);
    if (!by.isEmpty())
        return query;
    // An AND that joined it goes too, and the blanks where it stood become one.
    const QString before = query.left(term.begin).trimmed();
    const QString after = query.mid(term.begin).trimmed();
    const QString join = QStringLiteral("AND");
    const bool isJoinedBefore = before == join || before.endsWith(QLatin1Char(' ') + join);
    const bool isJoinedAfter = after == join || after.startsWith(join + QLatin1Char(' '));
    if (isJoinedAfter && (before.isEmpty() || isJoinedBefore))
        return (before + QLatin1Char(' ') + after.mid(3).trimmed()).trimmed();
    if (isJoinedBefore)
        return (before.chopped(3).trimmed() + QLatin1Char(' ') + after).trimmed();
    if (before.isEmpty() || after.isEmpty())
        return before + after;
    return before + QLatin1Char(' ') + after;
}

} // namespace

std::vector<QueryToken> queryTokens(const QString& query) {
    std::vector<QueryToken> tokens;
    int depth = 0;
    const qsizetype length = query.size();
    for (qsizetype at = 0; at < length;) {
        const QChar character = query.at(at);
        if (character.isSpace()) {
            ++at;
            continue;
        }
        if (character == QLatin1Char('(')) {
            tokens.push_back({QueryPart::Bracket, at++, 1, depth++});
            continue;
        }
        if (character == QLatin1Char(')')) {
            depth = std::max(0, depth - 1);
            tokens.push_back({QueryPart::Bracket, at++, 1, depth});
            continue;
        }
        if (isQuote(character)) {
            qsizetype end = at + 1;
            while (end < length && !isQuote(query.at(end)))
                ++end;
            end = std::min(length, end + 1);
            tokens.push_back({QueryPart::Phrase, at, end - at, depth});
            at = end;
            continue;
        }
        if (character == QLatin1Char('-') && at + 1 < length && !query.at(at + 1).isSpace() &&
            query.at(at + 1) != QLatin1Char(')')) {
            tokens.push_back({QueryPart::Operator, at++, 1, depth});
            continue;
        }
        qsizetype end = at;
        while (end < length && !endsWord(query.at(end)))
            ++end;
        const QStringView word = QStringView(query).mid(at, end - at);
        if (isOperator(word)) {
            tokens.push_back({QueryPart::Operator, at, end - at, depth});
        } else if (const qsizetype name = fieldLength(word); name > 0) {
            tokens.push_back({QueryPart::Field, at, name + 1, depth});
            if (end > at + name + 1)
                tokens.push_back({QueryPart::Value, at + name + 1, end - at - name - 1, depth});
        } else {
            tokens.push_back({QueryPart::Word, at, end - at, depth});
        }
        at = end;
    }
    return tokens;
}

QueryCompletion completionAt(const QString& query, qsizetype caret) {
    QueryCompletion completion;
    caret = std::clamp<qsizetype>(caret, 0, query.size());
    const std::vector<QueryToken> tokens = queryTokens(query);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const QueryToken& token = tokens[i];
        const qsizetype end = token.begin + token.length;
        if (caret < token.begin || caret > end)
            continue;
        switch (token.part) {
        case QueryPart::Field:
            // Right behind the colon a value begins.
            if (caret == end) {
                completion.kind = QueryCompletion::Kind::Value;
                completion.field = query.mid(token.begin, token.length - 1);
                completion.begin = end;
                completion.end = end;
                const bool hasValue = i + 1 < tokens.size() && tokens[i + 1].begin == end;
                if (hasValue && tokens[i + 1].part == QueryPart::Value)
                    completion.end = end + tokens[i + 1].length;
                else if (hasValue)
                    completion.kind = QueryCompletion::Kind::None;
            } else {
                completion.kind = QueryCompletion::Kind::Field;
                completion.prefix = query.mid(token.begin, caret - token.begin);
                completion.begin = token.begin;
                completion.end = end;
            }
            return completion;
        case QueryPart::Value:
            if (caret == token.begin)
                continue; // said by the field before it
            completion.kind = QueryCompletion::Kind::Value;
            completion.field = i > 0 ? query.mid(tokens[i - 1].begin, tokens[i - 1].length - 1) : QString();
            completion.prefix = query.mid(token.begin, caret - token.begin);
            completion.begin = token.begin;
            completion.end = end;
            return completion;
        case QueryPart::Word:
            if (caret == token.begin)
                continue;
            completion.kind = QueryCompletion::Kind::Field;
            completion.prefix = query.mid(token.begin, caret - token.begin);
            completion.begin = token.begin;
            completion.end = end;
            return completion;
        case QueryPart::Operator:
        case QueryPart::Phrase:
        case QueryPart::Bracket:
            break;
        }
    }
    return completion;
}

QString writtenValue(const QString& value) {
    bool needsMarks = value.isEmpty() || isOperator(value) || value.startsWith(QLatin1Char('-'));
    QString plain;
    for (const QChar character : value) {
        needsMarks = needsMarks || endsWord(character) || character == QLatin1Char(':');
        plain += isQuote(character) ? QLatin1Char(' ') : character;
    }
    return needsMarks ? QLatin1Char('"') + plain + QLatin1Char('"') : value;
}

QStringList valuesOf(const QString& query, const QString& field) {
    QStringList values;
    for (const FieldTerm& term : termsOf(query, field))
        values += term.values;
    return values;
}

QString withValue(const QString& query, const QString& field, const QString& value) {
    for (const FieldTerm& term : termsOf(query, field)) {
        if (term.values.contains(value, Qt::CaseInsensitive))
            return query;
        return replaced(query, term, writtenTerm(field, term.values + QStringList{value}));
    }
    QString term = writtenTerm(field, {value});
    const QString before = query.trimmed();
    if (before.isEmpty())
        return term;
    if (hasTopLevelOr(before, queryTokens(before)))
        return QLatin1Char('(') + before + QStringLiteral(") ") + term;
    return before + QLatin1Char(' ') + term;
}

QString withoutValue(const QString& query, const QString& field, const QString& value) {
    for (const FieldTerm& term : termsOf(query, field)) {
        QStringList values = term.values;
        values.removeIf([&](const QString& each) { return each.compare(value, Qt::CaseInsensitive) == 0; });
        if (values.size() != term.values.size())
            return replaced(query, term, values.isEmpty() ? QString() : writtenTerm(field, values));
    }
    return query;
}

QString withoutField(const QString& query, const QString& field) {
    QString rest = query;
    for (;;) {
        const std::vector<FieldTerm> terms = termsOf(rest, field);
        if (terms.empty())
            return rest;
        rest = replaced(rest, terms.front(), {});
    }
}

std::vector<QueryForms> allFormsIn(const QString& query) {
    std::vector<QueryForms> all;
    const std::vector<QueryToken> tokens = queryTokens(query);
    const auto textOf = [&](std::size_t at) {
        return QStringView(query).mid(tokens[at].begin, tokens[at].length);
    };
    // A phrase of one word is how a form with an apostrophe or a hyphen is written.
    const auto wordOf = [&](std::size_t at) -> QString {
        if (tokens[at].part == QueryPart::Word)
            return textOf(at).startsWith(QLatin1Char('=')) ? QString() : textOf(at).toString();
        if (tokens[at].part == QueryPart::Phrase) {
            const QString word = plainValue(textOf(at));
            return word.contains(QLatin1Char(' ')) ? QString() : word;
        }
        return {};
    };
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool isDenied = at > 0 && tokens[at - 1].part == QueryPart::Operator &&
                              textOf(at - 1) != QLatin1String("AND") && textOf(at - 1) != QLatin1String("OR");
        const bool isValue = at > 0 && tokens[at - 1].part == QueryPart::Field &&
                             tokens[at - 1].begin + tokens[at - 1].length == tokens[at].begin;
        if (tokens[at].part == QueryPart::Bracket && textOf(at) == QLatin1String("(")) {
            QueryForms forms;
            forms.begin = tokens[at].begin;
            std::size_t end = at + 1;
            bool wantsWord = true;
            bool isPlain = true;
            for (; end < tokens.size() && textOf(end) != QLatin1String(")"); ++end) {
                const bool isOr =
                    tokens[end].part == QueryPart::Operator && textOf(end) == QLatin1String("OR");
                const QString word = wordOf(end);
                isPlain = isPlain && (wantsWord ? !word.isEmpty() : isOr);
                if (wantsWord)
                    forms.words.append(word);
                wantsWord = !wantsWord;
            }
            if (isPlain && !wantsWord && end < tokens.size() && !isDenied && !isValue) {
                forms.length = tokens[end].begin + 1 - forms.begin;
                all.push_back(std::move(forms));
                at = end;
                continue;
            }
            if (isDenied || isValue)
                at = end;
            continue;
        }
        const QString word = wordOf(at);
        if (word.isEmpty() || isDenied || isValue)
            continue;
        if (word.startsWith(QLatin1String("NEAR")) || word.startsWith(QLatin1String("ADJ")))
            continue;
        if (word == QLatin1String("WITHIN")) {
            ++at; // a sentence or a turn
            continue;
        }
        all.push_back({tokens[at].begin, tokens[at].length, {word}});
    }
    return all;
}

std::optional<QueryForms> formsIn(const QString& query) {
    std::vector<QueryForms> all = allFormsIn(query);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

QString withinSteps(const QString& query, const QStringList& steps) {
    if (steps.isEmpty() || query.isEmpty())
        return query;
    QString whole = QLatin1Char('(') + query + QLatin1Char(')');
    // Under NOT nothing has lines; twice, it holds where the step does.
    for (const QString& step : steps)
        whole += QStringLiteral(" AND NOT NOT (") + step + QLatin1Char(')');
    return whole;
}

} // namespace rapport::ui
