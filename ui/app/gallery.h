// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the windows are built from, on one page: type, spacing, colours with their contrast, code
// colours, icons, controls, marks. Drawn by the same code as the windows, in the theme of choice; for whoever
// works on the desktop (`--gallery`, and a menu entry in debug builds). UI thread.
#pragma once

#include <QScrollArea>

namespace rapport::ui {

class Gallery : public QScrollArea {
    Q_OBJECT
public:
    explicit Gallery(QWidget* parent = nullptr);
    /// The whole page, however long.
    [[nodiscard]] QPixmap picture();

private:
    void build();
};

} // namespace rapport::ui
