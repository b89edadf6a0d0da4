// SPDX-License-Identifier: GPL-3.0-or-later
// "5 meet, 2 likely, 3 unsure": how many codes got which verdict, at the end of the tool row. Draws itself,
// takes no keyboard.
#pragma once

#include "agreement/reading.h"

#include <QWidget>
#include <vector>

namespace rapport::ui {

class VerdictCounts : public QWidget {
    Q_OBJECT
public:
    explicit VerdictCounts(QWidget* parent = nullptr);
    void setCounts(std::vector<std::pair<agreement::Verdict, int>> counts, double target);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Of the icons and numbers alone.
    [[nodiscard]] int leastWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] static QString textOf(agreement::Verdict verdict, int count);
    [[nodiscard]] QString shownText(std::size_t place, bool withWords) const;
    [[nodiscard]] qreal widthWith(bool withWords) const;
    std::vector<std::pair<agreement::Verdict, int>> m_counts;
    double m_target = 0.7;
};

} // namespace rapport::ui
