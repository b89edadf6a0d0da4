// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets in a line give way to one another as far as they can be read, then go on in the next.
#include "support/catch.hpp"
#include "ui/components/flow_layout.h"

#include <QWidget>
#include <vector>

using namespace rapport::ui;

namespace {

class Box : public QWidget {
public:
    Box(int wanted, int least)
        : m_wanted(wanted)
        , m_least(least) {}
    [[nodiscard]] QSize sizeHint() const override { return {m_wanted, 20}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {m_least, 20}; }

private:
    int m_wanted;
    int m_least;
};

struct Row {
    explicit Row(int least) {
        layout = new FlowLayout(0, &window);
        for (int number = 0; number < 3; ++number) {
            boxes.push_back(new Box(100, least));
            layout->addWidget(boxes.back());
        }
    }
    void lay(int width) { layout->setGeometry(QRect(0, 0, width, 200)); }
    QWidget window;
    FlowLayout* layout = nullptr;
    std::vector<Box*> boxes;
};

} // namespace

TEST_CASE("a line that is full gives way, and goes on in the next where it cannot", "[components]") {
    Row giving(60);
    giving.lay(300);
    CHECK(giving.boxes[2]->geometry() == QRect(200, 0, 100, 20));
    giving.lay(240);
    for (const Box* box : giving.boxes) {
        CHECK(box->y() == 0);
        CHECK(box->width() < 100);
        CHECK(box->width() >= 60);
    }
    CHECK(giving.boxes[2]->geometry().right() < 240);
    CHECK(giving.layout->heightForWidth(240) == 20);
    giving.lay(170);
    CHECK(giving.boxes[0]->width() == 100);
    CHECK(giving.boxes[1]->y() == 20);
    CHECK(giving.layout->heightForWidth(170) == 60);

    Row stiff(100);
    stiff.lay(240);
    CHECK(stiff.boxes[2]->geometry() == QRect(0, 20, 100, 20));
}
