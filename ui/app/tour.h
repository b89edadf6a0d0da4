// SPDX-License-Identifier: GPL-3.0-or-later
// A walk past the parts of a window: everything but one place is dimmed, a card says what that place is for.
// Enter goes on, Backspace back, Esc leaves it at any stop. Takes the keyboard while it is there and gives it
// back; it ends when the keyboard goes elsewhere in the window (Alt+4 opened a view, say). A stop whose place
// is not shown is left out. Owned by the window; UI thread.
#pragma once

#include <QPointer>
#include <QRect>
#include <QString>
#include <QWidget>
#include <functional>
#include <vector>

namespace rapport::ui {

class Card;
class KeyButton;
class Words;

struct TourStop {
    QRect place; ///< in the window
    QString title;
    QString text;
};

class Tour : public QWidget {
    Q_OBJECT
public:
    /// `stops` is asked again when the window or the language changes. Begins at once; goes away by itself
    /// where there is no stop.
    Tour(std::function<std::vector<TourStop>()> stops, QWidget* window);
    [[nodiscard]] int stop() const { return m_stop; }
    [[nodiscard]] int count() const { return int(m_stops.size()); }

Q_SIGNALS:
    void ended(); ///< at the last stop or before

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void read();
    void show(int stop);
    void placeCard();
    void end();

    std::function<std::vector<TourStop>()> m_source;
    std::vector<TourStop> m_stops;
    int m_stop = 0;
    QPointer<QWidget> m_before; ///< had the keyboard
    Card* m_card;
    Words* m_count;
    Words* m_title;
    Words* m_text;
    KeyButton* m_skip;
    KeyButton* m_next;
};

} // namespace rapport::ui
