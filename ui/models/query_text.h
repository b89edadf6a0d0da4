// SPDX-License-Identifier: GPL-3.0-or-later
// A query as it stands in the query line: its parts for colouring, what could be completed at the caret, and
// terms put in and taken out by a click. Reads leniently and judges nothing: whether a query is right, the
// search says. Pure functions over UTF-16 positions.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace rapport::ui {

enum class QueryPart {
    Field,    ///< "speaker:" with its colon
    Value,    ///< what stands behind it
    Operator, ///< AND, OR, NOT, and a minus before a term
    Phrase,   ///< with its quotation marks
    Bracket,
    Word,
};

struct QueryToken {
    QueryPart part = QueryPart::Word;
    qsizetype begin = 0;
    qsizetype length = 0;
    int depth = 0; ///< of parentheses around it
};
[[nodiscard]] std::vector<QueryToken> queryTokens(const QString& query);

/// What is being typed at the caret.
struct QueryCompletion {
    enum class Kind { None, Field, Value };
    Kind kind = Kind::None;
    QString field;  ///< of a value
    QString prefix; ///< typed so far
    qsizetype begin = 0;
    qsizetype end = 0; ///< what a choice replaces
};
[[nodiscard]] QueryCompletion completionAt(const QString& query, qsizetype caret);

/// Values that the query asks of a field as a condition of its own: field:a, or field:(a OR b).
[[nodiscard]] QStringList valuesOf(const QString& query, const QString& field);
/// Adds or removes one of them; the rest of the query stays as it was typed.
[[nodiscard]] QString withValue(const QString& query, const QString& field, const QString& value);
[[nodiscard]] QString withoutValue(const QString& query, const QString& field, const QString& value);
/// The query without any condition on this field.
[[nodiscard]] QString withoutField(const QString& query, const QString& field);
/// A word of the query, or a group of alternatives that are words: what stands there may be replaced by a
/// choice of forms.
struct QueryForms {
    qsizetype begin = 0;
    qsizetype length = 0;
    QStringList words; ///< one, or the alternatives
};
/// All of them in order, without what is denied, values of fields, phrases and spellings.
[[nodiscard]] std::vector<QueryForms> allFormsIn(const QString& query);
/// The first one.
[[nodiscard]] std::optional<QueryForms> formsIn(const QString& query);
/// A value as it has to be written: in quotation marks where it needs them.
[[nodiscard]] QString writtenValue(const QString& value);

/// The query as it is asked among the texts that the steps find: their words are no part of its lines.
[[nodiscard]] QString withinSteps(const QString& query, const QStringList& steps);

} // namespace rapport::ui
