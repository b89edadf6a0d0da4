// SPDX-License-Identifier: GPL-3.0-or-later
// A box to choose from that gives way where there is little room: what does not fit ends in "…" and stands in
// the tooltip.
#pragma once

#include <QComboBox>

namespace rapport::ui {

class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget* parent = nullptr);
    /// A few letters and the arrow.
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// So many of them are read in any case (5).
    void setFewestLetters(int letters);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int m_fewestLetters = 5;
};

} // namespace rapport::ui
