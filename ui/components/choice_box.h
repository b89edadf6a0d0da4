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

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace rapport::ui
