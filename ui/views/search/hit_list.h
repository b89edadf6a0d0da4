// SPDX-License-Identifier: GPL-3.0-or-later
// The hits as rows of fixed height: name of the unit, question, speaker and source, and two lines of text
// with the matches bold. Draws only what is on the screen. UI thread.
#pragma once

#include "ui/models/search_hits.h"

#include <QListView>

namespace rapport::ui {

class HitList : public QListView {
    Q_OBJECT
public:
    explicit HitList(SearchHits& hits, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(int row);
    void openWanted(int row);
    void leftAbove(); ///< Up in the first row

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    SearchHits& m_hits;
    int m_lines = 2; ///< of text in a row
};

/// Draws `text` with the parts in `ranges` (code points) bold, in at most `lines` lines, cut with an
/// ellipsis.
void paintHitText(QPainter& painter, const QRectF& place, const std::string& text,
                  const std::vector<text::TextRange>& ranges, int lines);

} // namespace rapport::ui
