// SPDX-License-Identifier: GPL-3.0-or-later
// Says over the whole window, while files hover over it, what becomes of them when they are dropped. It is a
// child of the window and goes with it. UI thread.
#pragma once

#include <QStringList>
#include <QWidget>
#include <functional>

class QMimeData;

namespace rapport::ui {

/// Files of this computer; empty where something else is carried.
[[nodiscard]] QStringList filesIn(const QMimeData& carried);

class DropSign : public QWidget {
    Q_OBJECT
public:
    /// `say`: what is done with those files.
    DropSign(std::function<QString(const QStringList&)> say, QWidget* window);
    [[nodiscard]] QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<QString(const QStringList&)> m_say;
    QString m_text;
};

} // namespace rapport::ui
