// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/definition_pane.h"

#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/components/painting.h"
#include "ui/components/scrolled_words.h"
#include "ui/components/small_parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {
constexpr int linePercent = 118; // of the font's own
}

DefinitionPane::DefinitionPane(QWidget* parent)
    : QWidget(parent)
    , m_tag(new CodeTag({}, this))
    , m_title(new Words(TypeRole::BodyStrong, Token::Text, this))
    , m_key(new KeyCap({}, this))
    , m_more(new Words(TypeRole::Caption, Token::Text3, this))
    , m_moreKey(new KeyCap(QStringLiteral("F1"), this))
    , m_body(new ScrolledWords(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(16), theme().px(10), theme().px(12), theme().px(8));
    column->setSpacing(theme().px(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(7));
    row->addWidget(m_tag);
    row->addWidget(m_title);
    row->addWidget(m_key);
    row->addStretch(1);
    row->addWidget(m_more);
    row->addWidget(m_moreKey);
    column->addLayout(row);
    column->addWidget(m_body, 1);
    m_body->setFocusPolicy(Qt::StrongFocus);
    m_body->installEventFilter(this);
    setFocusProxy(m_body);
    connect(&theme(), &Theme::changed, this, [this] { refresh(); });
    refresh();
}

void DefinitionPane::show(const model::Code& code, const QString& key) {
    if (m_isPinned)
        return;
    m_code = code;
    m_codeKey = key;
    refresh();
}

void DefinitionPane::clear() {
    m_code.reset();
    m_isPinned = false;
    refresh();
}

void DefinitionPane::setPinned(bool isPinned) {
    m_isPinned = isPinned;
    refresh();
}

QString DefinitionPane::text() const {
    return m_body->words();
}

int DefinitionPane::headHeight() const {
    const QMargins margins = layout()->contentsMargins();
    int row = m_title->sizeHint().height();
    for (const QWidget* part : {static_cast<const QWidget*>(m_tag), static_cast<const QWidget*>(m_moreKey)})
        row = std::max(row, part->sizeHint().height());
    return margins.top() + row + layout()->spacing() + margins.bottom();
}

int DefinitionPane::fullHeight() const {
    const QMargins margins = layout()->contentsMargins();
    return headHeight() + m_body->heightAt(width() - margins.left() - margins.right());
}

int DefinitionPane::wholeLines(int height) const {
    const int line =
        std::max(1, QFontMetrics(theme().font(TypeRole::Small)).lineSpacing() * linePercent / 100);
    const int lines = std::max(1, (height - headHeight()) / line);
    return headHeight() + lines * line;
}

void DefinitionPane::refresh() {
    setAccessibleName(tr("Definition"));
    m_body->setAccessibleName(accessibleName());
    m_body->setFont(theme().font(TypeRole::Small));
    const bool isShown = m_code.has_value();
    for (QWidget* part : {static_cast<QWidget*>(m_tag), static_cast<QWidget*>(m_key),
                          static_cast<QWidget*>(m_more), static_cast<QWidget*>(m_moreKey)})
        part->setVisible(isShown);
    if (!isShown) {
        m_title->setText({});
        m_body->setWords(QStringLiteral("<span style='color:%1'>%2</span>")
                             .arg(theme().color(Token::Text3).name(),
                                  tr("Point at a code to read its definition here.").toHtmlEscaped()));
        return;
    }
    const CodeLook look = lookOf(*m_code);
    m_tag->setLook(look);
    m_title->setText(look.title);
    m_key->setText(m_codeKey);
    m_key->setVisible(!m_codeKey.isEmpty());
    m_more->setText(m_isPinned ? tr("pinned") : tr("pin"));
    const auto part = [](const QString& text) { return text.toHtmlEscaped(); };
    QString html = QStringLiteral("<div style='line-height:%1%'>%2")
                       .arg(linePercent)
                       .arg(part(localText(m_code->definition)));
    const QString use = localText(m_code->use);
    const QString avoid = localText(m_code->avoid);
    if (!use.isEmpty() || !avoid.isEmpty()) {
        html += QStringLiteral("<div style='margin-top:3px'>");
        if (!use.isEmpty())
            html += QStringLiteral("<b style='color:%1'>✓ %2</b> %3 ")
                        .arg(theme().color(Token::Ok).name(), tr("Yes").toHtmlEscaped(), part(use));
        if (!avoid.isEmpty())
            html += QStringLiteral("<b style='color:%1'>✕ %2</b> %3")
                        .arg(theme().color(Token::Bad).name(), tr("Not").toHtmlEscaped(), part(avoid));
        html += QStringLiteral("</div>");
    }
    if (!m_code->examples.empty()) {
        html += QStringLiteral(
                    "<div style='margin-top:3px; font-family:\"Charis SIL\",\"DejaVu Serif\"; color:%1'>“%2”"
                    "</div>")
                    .arg(theme().color(Token::Text2).name(), part(localText(m_code->examples.front())));
    }
    if (!m_code->antiExamples.empty()) {
        html +=
            QStringLiteral("<div style='margin-top:3px; color:%1'><b style='color:%2'>✕ %3</b> “%4”</div>")
                .arg(theme().color(Token::Text2).name(), theme().color(Token::Bad).name(),
                     tr("Not this").toHtmlEscaped(), part(localText(m_code->antiExamples.front())));
    }
    m_body->setWords(html + QStringLiteral("</div>"));
    setAccessibleDescription(look.title);
}

void DefinitionPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

bool DefinitionPane::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update(); // the ring
    return QWidget::eventFilter(watched, event);
}

void DefinitionPane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Token::Surface));
    painter.fillRect(0, 0, width(), 1, theme().color(Token::Line));
    if (m_body->hasFocus())
        paintFocusRing(painter, rect());
}

} // namespace rapport::ui
