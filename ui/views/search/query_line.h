// SPDX-License-Identifier: GPL-3.0-or-later
// The query line: one line of text whose field names, operators and phrases are coloured as they are typed, a
// place that is marked where a query cannot be read, and a list of fields and values to choose from. The text
// is always what was typed. UI thread.
#pragma once

#include "ui/models/query_text.h"

#include <QAbstractListModel>
#include <QLineEdit>
#include <QListView>
#include <functional>
#include <optional>
#include <vector>

namespace rapport::ui {

/// One thing to choose: what it puts in, what it is, how many hits it has.
struct QuerySuggestion {
    QString text;
    QString explanation;
    std::optional<qint64> count;
};

class SuggestionModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ExplanationRole = Qt::UserRole, CountRole };
    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<QuerySuggestion> rows);
    [[nodiscard]] const std::vector<QuerySuggestion>& rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<QuerySuggestion> m_rows;
};

class QueryLine : public QLineEdit {
    Q_OBJECT
public:
    explicit QueryLine(QWidget* parent = nullptr);

    /// What may be chosen for a completion, best first; called while typing, must be quick.
    using Source = std::function<std::vector<QuerySuggestion>(const QueryCompletion&)>;
    void setSource(Source source) { m_source = std::move(source); }
    /// Field names that a query may use; others are shown as unknown.
    void setFields(QStringList fields);
    /// Marks the place of an error, in code points from 1; 0 takes the mark away.
    void setErrorColumn(std::size_t column);
    /// Where that place is drawn, in the line's own pixels; nothing without an error.
    [[nodiscard]] std::optional<int> errorX() const;
    /// Words at the right end: "3 ms".
    void setNote(const QString& note);
    [[nodiscard]] bool isChoosing() const { return m_list->isVisible(); }
    [[nodiscard]] SuggestionModel& suggestions() { return m_suggestions; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }
    /// Opens the list at the caret whatever has been typed.
    void suggest(bool always);

Q_SIGNALS:
    void searchWanted(); ///< Enter
    void movedDown();    ///< to the hits

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void colour();
    void resizeToTheme();
    void placeList();
    void take(const QModelIndex& index);
    [[nodiscard]] int xOf(qsizetype position) const;

    QStringList m_fields;
    Source m_source;
    SuggestionModel m_suggestions;
    QListView* m_list;
    QueryCompletion m_completion;
    std::size_t m_errorColumn = 0;
    QString m_note;
    bool m_isColouring = false;
    bool m_isTaking = false;
};

} // namespace rapport::ui
