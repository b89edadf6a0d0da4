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
    void setMarks(std::vector<StripMark> marks, int current);
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
    [[nodiscard]] int doneCount() const;
    [[nodiscard]] QString rightText() const;
    std::vector<StripMark> m_marks;
    int m_current = -1;
    std::optional<double> m_pace;
};

} // namespace rapport::ui
