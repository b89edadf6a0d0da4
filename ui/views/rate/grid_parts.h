// SPDX-License-Identifier: GPL-3.0-or-later
// How the grid of answers is drawn: its cells, its heads with tag and key under a band of groups, and the bar
// that says what the keys do with the rows that are selected.
#pragma once

#include "ui/app/theme.h"
#include "ui/models/answer_grid.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QWidget>
#include <vector>

namespace rapport::ui {

class GridDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// Words to underline in the answers.
    void setWords(const QString& words) { m_words = words; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintAnswer(QPainter& painter, const QRectF& place, const QString& text) const;
    QString m_words;
};

class GridHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit GridHeader(const AnswerGrid& grid, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& place, int section) const override;

private:
    const AnswerGrid& m_grid;
};

/// Dark, over the foot of the table; takes no mouse.
class SelectionBar : public QWidget {
    Q_OBJECT
public:
    explicit SelectionBar(QWidget* parent);
    void show(int rows);
    [[nodiscard]] QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// What it says, from left to right.
    struct Piece {
        QString text;
        TypeRole role;
        bool isKey = false;
    };
    [[nodiscard]] std::vector<Piece> pieces() const;
    [[nodiscard]] int wantedWidth() const;
    QString m_text;
};

/// What each sign in the cells means.
class GridLegend : public QWidget {
    Q_OBJECT
public:
    explicit GridLegend(QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace rapport::ui
