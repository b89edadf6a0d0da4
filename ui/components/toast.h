// SPDX-License-Identifier: GPL-3.0-or-later
// A bar at the foot of its parent that says what happened and offers to undo it. Stays 6 s, longer while the
// mouse is over it or it has the focus. Takes no keyboard by itself.
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

namespace rapport::ui {

/// Toasts stand above `part` where it is shown: bars at the foot of a view, fields in which somebody writes.
void keepInSight(QWidget* part);

class Toast : public QWidget {
    Q_OBJECT
public:
    explicit Toast(QWidget* parent);
    /// `details` go into the tooltip and the accessible description.
    void say(const QString& text, const QString& button = {}, const QString& key = {},
             const QString& details = {});
    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    void buttonPressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void wait();
    QString m_text;
    QString m_button;
    QString m_key;
    QTimer m_timer;
};

} // namespace rapport::ui
