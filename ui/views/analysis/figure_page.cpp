// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/analysis/figure_page.h"

#include "ui/app/theme.h"
#include "ui/bridge/figure_file.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <algorithm>

namespace rapport::ui {

/// White in every theme: figures are made for paper, and what is seen is what is saved.
class FigurePage::Paper final : public QWidget {
public:
    explicit Paper(QWidget* parent)
        : QWidget(parent) {}
    QSvgRenderer renderer;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), theme().color(Token::Surface));
        if (!renderer.isValid())
            return;
        const int pad = theme().px(16);
        const QRectF sheet = QRectF(rect()).adjusted(pad / 2.0, pad / 2.0, -pad / 2.0, -pad / 2.0);
        painter.setPen(theme().color(Token::Line));
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(sheet, 6, 6);
        renderer.render(&painter, sheet.adjusted(pad, pad, -pad, -pad));
    }
};

FigurePage::FigurePage(QWidget* parent)
    : QScrollArea(parent)
    , m_paper(new Paper(this)) {
    setWidget(m_paper);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setFocusPolicy(Qt::StrongFocus);
    m_paper->renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
}

void FigurePage::setFigure(const QByteArray& svg) {
    m_svg = svg;
    m_paper->renderer.load(withOneFamily(svg));
    setAccessibleDescription(descriptionOf(svg));
    fit();
    m_paper->update();
}

void FigurePage::fit() {
    const QSizeF size = m_paper->renderer.defaultSize();
    const int pad = theme().px(48);
    if (size.isEmpty()) {
        m_paper->resize(viewport()->size());
        return;
    }
    // Never larger than half as large again: letters would shout.
    const double width = std::min(double(viewport()->width() - pad), size.width() * 1.5 * theme().scale());
    const double height = width * size.height() / size.width();
    m_paper->resize(int(width) + pad, int(height) + pad);
}

void FigurePage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

QString FigurePage::descriptionOf(const QByteArray& svg) {
    QXmlStreamReader xml(svg);
    QStringList words;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() &&
            (xml.name() == QLatin1String("title") || xml.name() == QLatin1String("desc")))
            words.append(xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
    }
    return words.join(QLatin1String(". "));
}

} // namespace rapport::ui
