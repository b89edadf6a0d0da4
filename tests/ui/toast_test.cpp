// SPDX-License-Identifier: GPL-3.0-or-later
// The bar that says what happened stays at the foot of its window, whenever it was said.
#include "support/catch.hpp"
#include "ui/components/toast.h"

#include <QTest>
#include <QWidget>

using namespace rapport::ui;

namespace {

/// In the middle, a little above the bar that a view may have at its foot.
void checkPlace(const Toast& toast) {
    const QWidget& outer = *toast.parentWidget();
    CHECK(std::abs(toast.geometry().center().x() - outer.rect().center().x()) <= 1);
    CHECK(toast.geometry().bottom() < outer.height() - 56);
    CHECK(toast.geometry().bottom() > outer.height() - 96);
}

} // namespace

TEST_CASE("a toast keeps its place in a window that grows", "[components]") {
    QWidget window;
    Toast toast(&window);
    window.resize(600, 400);
    window.show();
    toast.say(QStringLiteral("Coded as Closeness"));
    checkPlace(toast);
    window.resize(900, 700);
    checkPlace(toast);
}

TEST_CASE("a toast stands above what may not be covered, and goes up when it comes", "[components]") {
    QWidget window;
    window.resize(900, 700);
    auto* inner = new QWidget(&window);
    inner->setGeometry(0, 0, 900, 700);
    auto* bar = new QWidget(inner);
    bar->setGeometry(100, 580, 700, 60);
    keepInSight(bar);
    auto* field = new QWidget(inner); // above that
    field->setGeometry(300, 520, 300, 50);
    keepInSight(field);
    field->hide();
    Toast toast(&window);
    window.show();
    toast.say(QStringLiteral("Coded as Closeness"));
    CHECK(toast.geometry().bottom() < 580);
    CHECK(toast.geometry().bottom() > 560);
    field->show();
    CHECK(toast.geometry().bottom() < 520);
    field->hide();
    bar->hide();
    checkPlace(toast);
    bar->setGeometry(0, 0, 900, 700); // where there is no other room it stays
    bar->show();
    checkPlace(toast);
}

TEST_CASE("a toast said before its window is shown is where it belongs afterwards", "[components]") {
    QWidget window;
    Toast toast(&window);
    window.resize(300, 200);
    toast.say(QStringLiteral("The study was opened for reading"));
    window.resize(900, 700);
    window.show();
    CHECK(toast.isVisible());
    checkPlace(toast);
}
