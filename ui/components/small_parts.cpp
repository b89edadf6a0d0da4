// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/small_parts.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/accessible_parts.h"
#include "ui/models/figures.h"

#include <QHBoxLayout>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

KeyCap::KeyCap(const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_text(text) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    connect(&theme(), &Theme::changed, this, [this] { updateGeometry(); });
}

void KeyCap::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void KeyCap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QSize size = sizeHint();
    paintKeyCap(painter, QRectF(0, (height() - size.height()) / 2.0, size.width(), size.height()), m_text);
}

CodeTag::CodeTag(const CodeLook& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(look.title);
    connect(&theme(), &Theme::changed, this, [this] { updateGeometry(); });
}

void CodeTag::setLook(const CodeLook& look) {
    m_look = look;
    setAccessibleName(look.title);
    update();
}

void CodeTag::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintCodeTag(painter, QRectF(QPointF(0, 0), codeTagSize()), m_look);
}

Chip::Chip(const QString& text, ChipKind kind, const QString& icon, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_kind(kind)
    , m_icon(icon) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    connect(&theme(), &Theme::changed, this, [this] { updateGeometry(); });
}

void Chip::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setKind(ChipKind kind) {
    m_kind = kind;
    update();
}

QSize Chip::sizeHint() const {
    const int icon = m_icon.isEmpty() ? 0 : theme().px(20);
    return {textWidth(theme().font(TypeRole::SmallStrong), m_text) + icon + theme().px(18), theme().px(22)};
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& look = theme();
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = look.color(Token::Sunken);
    QColor ink = look.color(Token::Text2);
    switch (m_kind) {
    case ChipKind::Plain:
    case ChipKind::Outlined:
        break;
    case ChipKind::Accent:
        ground = look.color(Token::AccentTint);
        ink = look.color(Token::Accent);
        break;
    case ChipKind::Ok:
        ink = look.color(Token::Ok);
        ground = mixed(look.color(Token::Surface), ink, 0.13);
        break;
    case ChipKind::Warn:
        ink = look.color(Token::Warn);
        ground = mixed(look.color(Token::Surface), ink, 0.13);
        break;
    case ChipKind::Bad:
        ink = look.color(Token::Bad);
        ground = mixed(look.color(Token::Surface), ink, 0.13);
        break;
    }
    const bool isOutlined = m_kind == ChipKind::Outlined;
    painter.setPen(look.isHighContrast() ? QPen(ink, 1)
                   : isOutlined          ? QPen(look.color(Token::LineStrong), 1)
                                         : QPen(Qt::NoPen));
    painter.setBrush(ground);
    const qreal radius = isOutlined ? box.height() / 2 : 5;
    painter.drawRoundedRect(box, radius, radius);
    QRectF words = box.adjusted(look.px(9), 0, -look.px(8), 0);
    if (!m_icon.isEmpty()) {
        const qreal side = look.px(16);
        paintIcon(painter, QRectF(words.left(), words.center().y() - side / 2, side, side), m_icon, ink);
        words.setLeft(words.left() + look.px(20));
    }
    paintText(painter, words, m_text, look.font(TypeRole::SmallStrong), ink);
}

Words::Words(TypeRole role, Token token, QWidget* parent)
    : Words(QString(), role, token, parent) {
}

Words::Words(const QString& text, TypeRole role, Token token, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_role(role)
    , m_token(token) {
    installPartsAccessibility();
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, [this] { follow(); });
}

void Words::follow() {
    updateGeometry();
    update();
}

void Words::setText(const QString& text) {
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    follow();
}

void Words::setToken(Token token) {
    m_token = token;
    update();
}

void Words::setWraps(bool wraps) {
    m_wraps = wraps;
    QSizePolicy policy(QSizePolicy::Preferred, wraps ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(wraps);
    setSizePolicy(policy);
    follow();
}

void Words::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    update();
}

QSize Words::sizeHint() const {
    const QFont font = theme().font(m_role);
    if (!m_wraps)
        return {textWidth(font, m_text), theme().lineHeight(m_role)};
    const int width = theme().px(240);
    return {width, heightForWidth(width)};
}

QSize Words::minimumSizeHint() const {
    return {m_wraps ? theme().px(60) : std::min(textWidth(theme().font(m_role), m_text), theme().px(40)),
            theme().lineHeight(m_role)};
}

int Words::breakLines(QTextLayout& layout, int width) const {
    QString shown = m_text;
    shown.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(m_alignment & Qt::AlignHorizontal_Mask);
    layout.setText(shown);
    layout.setFont(theme().font(m_role));
    layout.setTextOption(option);
    const int line = theme().lineHeight(m_role);
    int y = 0;
    layout.beginLayout();
    for (QTextLine each = layout.createLine(); each.isValid(); each = layout.createLine()) {
        each.setLineWidth(width);
        each.setPosition(QPointF(0, y + (line - each.height()) / 2));
        // An empty line between paragraphs takes less than a line.
        const bool isEmpty =
            each.textLength() <= 1 && shown.mid(each.textStart(), each.textLength()).trimmed().isEmpty();
        y += isEmpty ? line * 2 / 5 : line;
    }
    layout.endLayout();
    return y;
}

int Words::heightForWidth(int width) const {
    if (m_text.isEmpty())
        return 0;
    // Layouts ask for the same words at the same width many times over.
    struct Asked {
        QString text;
        QFont font;
        int width = 0;
        bool operator==(const Asked&) const = default;
    };
    static std::vector<std::pair<Asked, int>> lately;
    constexpr std::size_t mostKept = 64;
    Asked asked{m_text, theme().font(m_role), width};
    const auto found = std::find_if(lately.begin(), lately.end(),
                                    [&asked](const auto& each) { return each.first == asked; });
    if (found != lately.end())
        return found->second;
    QTextLayout layout;
    const int height = breakLines(layout, width);
    if (lately.size() >= mostKept)
        lately.erase(lately.begin(), lately.begin() + mostKept / 2);
    lately.emplace_back(std::move(asked), height);
    return height;
}

void Words::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor colour = isEnabled() ? theme().color(m_token) : theme().color(Token::Text3);
    if (!m_wraps) {
        paintText(painter, rect(), m_text, theme().font(m_role), colour,
                  m_alignment & Qt::AlignHorizontal_Mask);
        return;
    }
    painter.setPen(colour);
    QTextLayout layout;
    breakLines(layout, width());
    // Where there is no room for all of it the last line that has room ends in dots; none is cut through.
    const auto fits = [this, &layout](int line) {
        const QTextLine each = layout.lineAt(line);
        return line == 0 || each.y() + each.height() <= height() + 2;
    };
    int shown = 0;
    while (shown < layout.lineCount() && fits(shown))
        ++shown;
    for (int line = 0; line < shown; ++line) {
        const QTextLine each = layout.lineAt(line);
        if (line + 1 < shown || shown == layout.lineCount())
            each.draw(&painter, QPointF(0, 0));
        else
            paintText(painter, QRectF(0, each.y(), width(), each.height()), m_text.mid(each.textStart()),
                      theme().font(m_role), colour, m_alignment & Qt::AlignHorizontal_Mask);
    }
}

SectionHeader::SectionHeader(const QString& title, const QString& caption, QWidget* parent)
    : QWidget(parent)
    , m_title(new Words(title, TypeRole::SmallStrong, Token::Text2, this))
    , m_caption(new Words(caption, TypeRole::Caption, Token::Text3, this))
    , m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(theme().px(8));
    m_row->addWidget(m_title);
    m_row->addStretch(1);
    m_row->addWidget(m_caption);
}

void SectionHeader::setTitle(const QString& title) {
    m_title->setText(title);
}

void SectionHeader::setCaption(const QString& caption) {
    m_caption->setText(caption);
}

void SectionHeader::addWidget(QWidget* widget) {
    m_row->addWidget(widget);
}

Line::Line(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent) {
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Line::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme().color(Token::Line));
}

Panel::Panel(Token ground, Qt::Edges lines, QWidget* parent)
    : QWidget(parent)
    , m_ground(ground)
    , m_lines(lines) {
}

void Panel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(m_ground));
    const QColor line = theme().color(Token::Line);
    if (m_lines & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, line);
    if (m_lines & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, line);
    if (m_lines & Qt::LeftEdge)
        painter.fillRect(0, 0, 1, height(), line);
    if (m_lines & Qt::RightEdge)
        painter.fillRect(width() - 1, 0, 1, height(), line);
}

Card::Card(QWidget* parent)
    : QWidget(parent) {
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintCard(painter, rect());
}

IntervalBar::IntervalBar(QWidget* parent)
    : QWidget(parent) {
}

void IntervalBar::setFigure(const IntervalFigure& figure) {
    m_figure = figure;
    QString words = coefficientText(figure.value);
    if (figure.lower && figure.upper)
        words += QStringLiteral(", ") + intervalText(*figure.lower, *figure.upper);
    setAccessibleDescription(words);
    update();
}

QSize IntervalBar::sizeHint() const {
    return {theme().px(128), theme().px(18)};
}

void IntervalBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintInterval(painter, QRectF(rect()).adjusted(2, 1, -2, -1), m_figure);
}

ShareBar::ShareBar(double share, QWidget* parent)
    : QWidget(parent)
    , m_share(share) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(percentText(share) + QStringLiteral(" %"));
}

void ShareBar::setShare(double share) {
    m_share = share;
    setAccessibleDescription(percentText(share) + QStringLiteral(" %"));
    update();
}

QSize ShareBar::sizeHint() const {
    return {theme().px(120), theme().px(6)};
}

void ShareBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBar(painter, rect(), m_share);
}

} // namespace rapport::ui
