// SPDX-License-Identifier: GPL-3.0-or-later
// The digits 1 to 9 with the codes that they give a line; as many as there is room for. UI thread.
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
    void digitChosen(int digit); ///< 1 .. 9

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] static int pitch();
    [[nodiscard]] int digitAt(int x) const;
    std::vector<CodeLook> m_codes;
};

} // namespace rapport::ui
