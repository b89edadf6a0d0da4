// SPDX-License-Identifier: GPL-3.0-or-later
// A drawn figure (SVG Tiny 1.2 from the rooms below) on white paper, as wide as there is room. The drawing's
// own description is what screen readers hear. UI thread.
#pragma once

#include <QByteArray>
#include <QScrollArea>
#include <QString>

class QSvgRenderer;

namespace rapport::ui {

class FigurePage : public QScrollArea {
    Q_OBJECT
public:
    explicit FigurePage(QWidget* parent = nullptr);
    void setFigure(const QByteArray& svg);
    [[nodiscard]] bool isEmpty() const { return m_svg.isEmpty(); }
    /// Words of the drawing: its title and description.
    [[nodiscard]] static QString descriptionOf(const QByteArray& svg);
    [[nodiscard]] const QByteArray& svg() const { return m_svg; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Paper;
    void fit();
    QByteArray m_svg;
    Paper* m_paper;
};

} // namespace rapport::ui
