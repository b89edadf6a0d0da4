// SPDX-License-Identifier: GPL-3.0-or-later
// The bar at the foot of an answer stays the same from one sentence to the next.
#include "support/catch.hpp"
#include "ui/components/controls.h"
#include "ui/views/rate/action_bar.h"

using namespace rapport::ui;

TEST_CASE("the bar's buttons are the same whatever it says", "[rate][panes]") {
    for (int width = 420; width < 1000; width += 40) {
        CAPTURE(width);
        ActionBar bar;
        bar.setWords(QStringLiteral("Previous"), QStringLiteral("PgUp"), QStringLiteral("Next"),
                     QStringLiteral("PgDn"), QStringLiteral("Complete and next"));
        bar.resize(width, 56);
        bar.show();
        const auto sizes = [&bar] {
            QList<QSize> all;
            for (const auto* each : bar.findChildren<KeyButton*>())
                all.append(each->sizeHint());
            return all;
        };
        bar.say(QStringLiteral("Nothing open"), BarMood::Good);
        const auto before = sizes();
        bar.say(QStringLiteral("Relationship in the classroom is open"), BarMood::Quiet);
        CHECK(sizes() == before);
        bar.say(QStringLiteral("Nothing coded. Enter again: none applies"), BarMood::Ask);
        CHECK(sizes() == before);
    }
}
