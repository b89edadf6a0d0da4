// SPDX-License-Identifier: GPL-3.0-or-later
// What a query can say, by examples that can be tried: shown while nothing is searched for. UI thread.
#pragma once

#include <QAbstractListModel>
#include <QWidget>
#include <vector>

class QListView;

namespace rapport::ui {

class Words;

class QueryExamples : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ExplanationRole = Qt::UserRole };
    using QAbstractListModel::QAbstractListModel;
    struct Row {
        QString query;
        QString explanation;
    };
    void setRows(std::vector<Row> rows);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Row> m_rows;
};

class QueryGuide : public QWidget {
    Q_OBJECT
public:
    explicit QueryGuide(QWidget* parent = nullptr);
    /// Values of this study to put into the examples; empty ones leave their example out.
    void setStudy(const QString& question, const QString& speaker, const QString& code,
                  const QString& attribute, const QString& attributeValue);
    void retranslate();
    [[nodiscard]] QListView& list() const { return *m_list; }

Q_SIGNALS:
    void queryChosen(const QString& query);

private:
    void fill();
    QueryExamples m_examples;
    Words* m_title;
    Words* m_sentence;
    Words* m_foot;
    QListView* m_list;
    QString m_question;
    QString m_speaker;
    QString m_code;
    QString m_attribute;
    QString m_attributeValue;
};

} // namespace rapport::ui
