// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a program with a window takes: Qt's widgets and nothing else. Says that it is painted, and
// ends.
#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QTimer>
#include <QWidget>
#include <cstdio>

namespace {

class Painted : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), Qt::white);
        QTimer::singleShot(0, qApp, [] {
            std::fputs("ready\n", stdout);
            std::fflush(stdout);
            QCoreApplication::quit();
        });
    }
};

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication app(argc, argv);
    Painted window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
