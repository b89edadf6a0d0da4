// SPDX-License-Identifier: GPL-3.0-or-later
// The whole transcript in a narrow strip: its lines, its stripes, and what of it is seen. A click goes there.
#pragma once

#include <QPixmap>
#include <QWidget>

namespace rapport::ui {

class ReadingView;
class StripePane;

class Minimap : public QWidget {
    Q_OBJECT
public:
    Minimap(ReadingView& reading, StripePane& stripes, QWidget* parent = nullptr);
    /// The codings changed; the text is drawn anew only after it was laid out anew.
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] double scale() const;
    [[nodiscard]] QPixmap blank() const;
    void drawText();
    void drawStripes();
    void scrollTo(double y);
    ReadingView& m_reading;
    StripePane& m_stripes;
    QPixmap m_text;
    QPixmap m_bars;
    int m_layout = -1;
};

} // namespace rapport::ui
