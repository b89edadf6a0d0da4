// SPDX-License-Identifier: GPL-3.0-or-later
// "5 meet, 2 likely, 3 unsure": how many codes got which verdict, at the end of the tool row, or below it in
// as many lines as they need. Draws itself, takes no keyboard.
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
    /// Lines that all words need at that width.
    [[nodiscard]] int linesFor(int width) const;
    /// At the left end where they stand below the row.
    void setAtLeft(bool isAtLeft);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] static QString textOf(agreement::Verdict verdict, int count);
    [[nodiscard]] qreal widthOf(std::size_t place) const;
    [[nodiscard]] qreal fullWidth() const;
    std::vector<std::pair<agreement::Verdict, int>> m_counts;
    double m_target = 0.7;
    bool m_isAtLeft = false;
};

} // namespace rapport::ui
