// SPDX-License-Identifier: GPL-3.0-or-later
// A title at the left and what belongs to it at the right, which goes below the title where there is no room
// for both. Owns neither beyond being their parent. UI thread.
#pragma once

#include <QBoxLayout>
#include <QWidget>

namespace rapport::ui {

class FoldingRow : public QWidget {
public:
    FoldingRow(QWidget* title, QWidget* rest, QWidget* parent = nullptr);

    /// As wide as both side by side, however they stand now.
    [[nodiscard]] QSize sizeHint() const override;
    /// As narrow as the wider of both can be.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fold();

    QWidget* m_title;
    QWidget* m_rest;
    QBoxLayout* m_row;
};

} // namespace rapport::ui
