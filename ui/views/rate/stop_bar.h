// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the text after an act could not be written: why, and three ways on. Nothing else is rated
// meanwhile, so that what the screen shows as coded is on disk.
#pragma once

#include "ui/views/rate/rate_desk.h"

#include <QWidget>

namespace rapport::ui {

class KeyButton;
class ViewHost;
class Words;

class StopBar : public QWidget {
    Q_OBJECT
public:
    StopBar(ViewHost& host, RateDesk& desk, QWidget* parent = nullptr);
    [[nodiscard]] QString text() const;
    /// Enter while it is shown, wherever the keyboard is.
    void retry();

Q_SIGNALS:
    /// Rating goes on: the act was written, or left out.
    void released();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    ViewHost& m_host;
    RateDesk& m_desk;
    Words* m_title;
    Words* m_reason;
    KeyButton* m_retry;
    KeyButton* m_copy;
    KeyButton* m_leave;
};

} // namespace rapport::ui
