// SPDX-License-Identifier: GPL-3.0-or-later
// Beside selected words: how many they are, which codes are likely, and the keys that change the selection.
// It takes neither keyboard nor mouse away from the text.
#pragma once

#include "ui/bridge/code_look.h"

#include <QWidget>
#include <vector>

namespace rapport::ui {

class SelectionPopover : public QWidget {
    Q_OBJECT
public:
    explicit SelectionPopover(QWidget* parent);
    void show(int words, std::vector<CodeLook> likely, const QRect& beside);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_words = 0;
    std::vector<CodeLook> m_likely;
};

} // namespace rapport::ui
