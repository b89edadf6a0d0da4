// SPDX-License-Identifier: GPL-3.0-or-later
// The room that a dialog has: never more than its screen, whatever the sizes of letters. What does not fit
// scrolls above the row of buttons. UI thread.
#pragma once

#include <QScrollArea>

class QDialog;
class QVBoxLayout;

namespace rapport::ui {

/// What a dialog may take of its screen: what panels leave of it, without the window's frame.
[[nodiscard]] QSize screenRoom(const QWidget& dialog);
/// As wide as that at least (px at 100 %), or as the screen is.
void setLeastWidth(QDialog& dialog, int width);
/// Opens as large as that (px at 100 %), or as the screen has room for.
void openWithin(QDialog& dialog, int width, int height);

/// What stands above the buttons: as high as it needs to be where there is room, and scrolls where there is
/// none.
class ScrolledBody : public QScrollArea {
    Q_OBJECT
public:
    /// An empty one, to be filled by its column.
    explicit ScrolledBody(QWidget* parent = nullptr);
    explicit ScrolledBody(QWidget* content, QWidget* parent);
    [[nodiscard]] QVBoxLayout* column() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rapport::ui
