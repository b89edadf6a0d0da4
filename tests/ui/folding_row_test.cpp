// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a title stands beside it where there is room, below it where there is none.
#include "support/catch.hpp"
#include "ui/components/folding_row.h"

#include <QLabel>
#include <QTest>

using namespace rapport::ui;

namespace {

QLabel* label(const char* words) {
    auto* made = new QLabel(QString::fromLatin1(words));
    made->setMinimumWidth(made->sizeHint().width());
    return made;
}

} // namespace

TEST_CASE("a row folds where both do not fit, and back", "[components]") {
    QLabel* title = label("Words beside one another");
    QLabel* rest = label("per thousand words, all sources");
    QWidget window;
    FoldingRow row(title, rest, &window);
    const int both = row.sizeHint().width();
    row.resize(both + 20, 100);
    window.show();
    QCoreApplication::processEvents();
    CHECK(rest->x() > title->geometry().right());
    CHECK(title->y() == rest->y());

    row.resize(both - 20, 100);
    QCoreApplication::processEvents();
    CHECK(rest->y() > title->geometry().bottom());
    CHECK(rest->x() == title->x());
    // It can be as narrow as the wider of the two, and asks for both all the same.
    CHECK(row.minimumSizeHint().width() < both - 20);
    CHECK(row.sizeHint().width() == both);

    row.resize(both + 20, 100);
    QCoreApplication::processEvents();
    CHECK(rest->x() > title->geometry().right());
}

TEST_CASE("a row folds when a title becomes longer", "[components]") {
    QLabel* title = label("Words");
    QLabel* rest = label("all sources");
    QWidget window;
    FoldingRow row(title, rest, &window);
    row.resize(row.sizeHint().width() + 10, 100);
    window.show();
    QCoreApplication::processEvents();
    CHECK(rest->x() > title->geometry().right());
    title->setText(QStringLiteral("Woorden die naast elkaar staan"));
    title->setMinimumWidth(title->sizeHint().width());
    CHECK(QTest::qWaitFor([rest, title] { return rest->y() > title->geometry().bottom(); }, 5000));
    CHECK(rest->y() > title->geometry().bottom());
}
