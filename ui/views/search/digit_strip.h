// SPDX-License-Identifier: GPL-3.0-or-later
// The digits 1 to 9 with the codes that they give a line, in as many rows as it takes: a digit that is
// not seen is not pressed knowingly. UI thread.
#pragma once

#include "ui/bridge/code_look.h"

#include <QWidget>
#include <vector>

namespace rapport::ui {

class DigitStrip : public QWidget {
    Q_OBJECT
public:
    explicit DigitStrip(QWidget* parent = nullptr);
    void setCodes(std::vector<CodeLook> codes);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void digitChosen(int digit);                   ///< 1 .. 9
    void otherWanted(int digit, const QPoint& at); ///< another code for it; `at` on the screen

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] static int pitch();
    [[nodiscard]] static int rowHeight();
    [[nodiscard]] int columns() const;
    [[nodiscard]] int digitAt(QPoint at) const;
    [[nodiscard]] QPoint placeOf(int digit) const;
    void fit();
    std::vector<CodeLook> m_codes;
};

} // namespace rapport::ui
