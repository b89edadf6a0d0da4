// SPDX-License-Identifier: GPL-3.0-or-later
// How far the list is: a mark per answer (done, begun, open, flagged, here), counts and pace. A click goes to
// that answer. With more answers than pixels, marks stand for several.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

namespace rapport::ui {

struct StripMark {
    bool isDone = false;
    bool isBegun = false;
    bool isFlagged = false;
};

class ProgressStrip : public QWidget {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    void setMarks(std::vector<StripMark> marks);
    /// One place of them.
    void setMark(int place, const StripMark& mark);
    void setCurrent(int place);
    void setPace(std::optional<double> secondsPerUnit);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void placeWanted(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF barsPlace() const;
    [[nodiscard]] int doneCount() const { return m_done; }
    /// As many bars as there is room for, when there are more units than that.
    void paintDense(QPainter& painter, const QRectF& bars, qreal base) const;
    [[nodiscard]] QString rightText() const;
    std::vector<StripMark> m_marks;
    int m_done = 0;
    int m_flagged = 0;
    int m_current = -1;
    std::optional<double> m_pace;
};

} // namespace rapport::ui
