// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets side by side that go on in the next line where the width ends, as words do, unless they can be
// narrower. Gaps are px at 100 %. Owns its items as every layout does. UI thread.
#pragma once

#include <QLayout>
#include <vector>

namespace rapport::ui {

class FlowLayout : public QLayout {
public:
    explicit FlowLayout(int gap, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

private:
    /// Lays the items out in `rect`, or only measures; the height that they take.
    int arrange(const QRect& rect, bool isMeasuring) const;
    /// How much narrower the items have to be to stand in one line; 0: they do, or cannot.
    [[nodiscard]] int missing(int width) const;
    std::vector<QLayoutItem*> m_items;
    int m_gap;
};

} // namespace rapport::ui
