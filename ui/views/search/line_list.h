// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a concordance: the match in a column of its own, what stands before it ends beside it, what stands
// behind begins beside it. A box to tick, the unit, the codes that the line touches. The words that lines are
// sorted by are underlined, each level in its own way. Draws only what is on the screen. UI thread.
#pragma once

#include "ui/models/line_rows.h"

#include <QListView>

namespace rapport::ui {

class LineList : public QListView {
    Q_OBJECT
public:
    explicit LineList(LineRows& rows, QWidget* parent = nullptr);

    /// Keys of service::ConcordanceRequest::sort, in their order.
    void setSort(const std::vector<std::string>& keys);
    void setCodebook(std::shared_ptr<const model::Codebook> codebook);
    /// Makes the middle column as wide as the matches that are there, within limits.
    void fitMatches();
    void toggle(int row); ///< ticks the line, or takes the tick away

Q_SIGNALS:
    void chosen(int row);
    void openWanted(int row);
    void digitPressed(int row, int digit); ///< 1 .. 9
    void hideWanted(int row);
    void leftAbove(); ///< Up in the first row

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    class Delegate;

    LineRows& m_rows;
    Delegate* m_delegate;
};

} // namespace rapport::ui
