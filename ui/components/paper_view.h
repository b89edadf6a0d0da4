// SPDX-License-Identifier: GPL-3.0-or-later
// A report to read on the screen: black on white paper in every theme, as it is printed. UI thread.
#pragma once

#include "ui/bridge/painted_page.h"

#include <QAbstractScrollArea>
#include <memory>

namespace rapport::ui {

class PaperView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PaperView(QWidget* parent = nullptr);

    /// Stays where it was scrolled to; nullptr: an empty sheet.
    void setPage(std::shared_ptr<const PaintedPage> page);
    [[nodiscard]] const PaintedPage* page() const { return m_page.get(); }
    /// What there is for words between the margins.
    [[nodiscard]] int paperWidth() const;

Q_SIGNALS:
    /// What was laid out for another width may be laid out anew.
    void paperWidthChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void setBars();
    [[nodiscard]] int margin() const;

    std::shared_ptr<const PaintedPage> m_page;
};

} // namespace rapport::ui
