// SPDX-License-Identifier: GPL-3.0-or-later
// The margin beside a transcript: a stripe per coding in its lane, two letters at its head (again at the top
// edge when the head is scrolled off), and the minimap of the whole. Both follow the text's scrolling.
#pragma once

#include "ui/bridge/code_look.h"
#include "ui/components/reading_view.h"
#include "ui/views/rate/lanes.h"

#include <QPixmap>
#include <QWidget>
#include <vector>

namespace rapport::ui {

struct Stripe {
    std::int64_t id = 0;
    text::TextRange range;
    CodeLook look;
};

class StripePane : public QWidget {
    Q_OBJECT
public:
    explicit StripePane(ReadingView& reading, QWidget* parent = nullptr);
    /// `isOther`: another transcript; lanes start anew.
    void setStripes(std::vector<Stripe> stripes, bool isOther);
    void setChosen(std::int64_t id);
    [[nodiscard]] const std::vector<Stripe>& stripes() const { return m_stripes; }
    [[nodiscard]] const Lanes& lanes() const { return m_lanes; }

Q_SIGNALS:
    void chosen(std::int64_t id);
    void hovered(std::int64_t id); ///< 0: none

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF placeOf(const Stripe& stripe) const;
    [[nodiscard]] const Stripe* at(const QPointF& point) const;
    void relane();
    ReadingView& m_reading;
    std::vector<Stripe> m_stripes;
    Lanes m_lanes;
    int m_linesAtLaning = -1;
    std::int64_t m_chosen = 0;
    std::int64_t m_hovered = 0;
};

class Minimap : public QWidget {
    Q_OBJECT
public:
    Minimap(ReadingView& reading, StripePane& stripes, QWidget* parent = nullptr);
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] double scale() const;
    void draw();
    void scrollTo(double y);
    ReadingView& m_reading;
    StripePane& m_stripes;
    QPixmap m_picture;
};

} // namespace rapport::ui
