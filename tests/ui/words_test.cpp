// SPDX-License-Identifier: GPL-3.0-or-later
// Words where there is not room for all of them.
#include "support/catch.hpp"
#include "ui/app/theme.h"
#include "ui/components/small_parts.h"

#include <QImage>

using namespace rapport::ui;

namespace {

/// How many points are drawn between two heights.
int drawn(const QImage& image, int from, int to) {
    int others = 0;
    for (int y = from; y < std::min(to, image.height()); ++y) {
        for (int x = 0; x < image.width(); ++x)
            others += image.pixel(x, y) != image.pixel(image.width() - 1, image.height() - 1) ? 1 : 0;
    }
    return others;
}

} // namespace

TEST_CASE("words that have no room for all their lines cut through none", "[components]") {
    Words words(TypeRole::Small, Token::Text);
    words.setWraps(true);
    words.setText(QString(QStringLiteral("pjqy attribute ")).repeated(40));
    const int line = theme().lineHeight(TypeRole::Small);
    REQUIRE(words.heightForWidth(200) > 5 * line);
    words.resize(200, 2 * line + line / 2);
    const QImage some = words.grab().toImage();
    CHECK(drawn(some, line, 2 * line) > 50);
    CHECK(drawn(some, 2 * line + 2, some.height()) == 0);
    words.resize(200, words.heightForWidth(200));
    const QImage all = words.grab().toImage();
    CHECK(drawn(all, all.height() - line, all.height()) > 20);
}
