// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/stop_bar.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/bridge/act_text.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/views/view.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace rapport::ui {

StopBar::StopBar(ViewHost& host, RateDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_host(host)
    , m_desk(desk)
    , m_title(new Words(TypeRole::BodyStrong, Token::Bad, this))
    , m_reason(new Words(TypeRole::Small, Token::Text, this))
    , m_retry(new KeyButton({}, ButtonKind::Primary, this))
    , m_copy(new KeyButton({}, ButtonKind::Secondary, this))
    , m_leave(new KeyButton({}, ButtonKind::Quiet, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(48), theme().px(8), theme().px(16), theme().px(8));
    row->setSpacing(theme().px(10));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_reason->setWraps(true);
    words->addWidget(m_title);
    words->addWidget(m_reason);
    row->addLayout(words, 1);
    row->addWidget(m_leave);
    row->addWidget(m_copy);
    row->addWidget(m_retry);
    m_retry->setKey(QStringLiteral("Enter"));
    setTabOrder(m_retry, m_copy);
    setTabOrder(m_copy, m_leave);
    connect(m_retry, &QAbstractButton::clicked, this, [this] { retry(); });
    connect(m_copy, &QAbstractButton::clicked, this,
            [this] { m_host.actions().action(QStringLiteral("file.copy"))->trigger(); });
    connect(m_leave, &QAbstractButton::clicked, this, [this] { m_desk.leaveOut(); });
    connect(&desk, &RateDesk::heldChanged, this, [this] {
        const bool was = isVisible();
        refresh();
        if (m_desk.held() && !was) {
            m_retry->setFocus(Qt::OtherFocusReason);
            QAccessibleEvent alert(this, QAccessible::Alert);
            QAccessible::updateAccessibility(&alert);
        }
        if (!m_desk.held() && was)
            Q_EMIT released();
    });
    refresh();
}

QString StopBar::text() const {
    return m_title->text() + QLatin1Char(' ') + m_reason->text();
}

void StopBar::retry() {
    m_desk.retry();
}

void StopBar::refresh() {
    m_retry->setText(tr("Try again"));
    m_copy->setText(tr("Save a copy"));
    m_leave->setText(tr("Leave it out"));
    m_leave->setToolTip(tr("Goes on without this one act"));
    const auto& held = m_desk.held();
    setVisible(held.has_value());
    if (!held)
        return;
    m_title->setText(held->what.isEmpty() ? tr("Not saved") : tr("Not saved: %1").arg(held->what));
    QString reason = errorSentence(held->error);
    const QString message = phraseText(held->error.message);
    if (!held->error.hint.empty() && held->error.code != base::Errc::StudyLocked && !reason.contains(message))
        reason += QLatin1Char(' ') + message;
    m_reason->setText(reason + QLatin1Char(' ') + tr("Rating waits until it is written."));
    setToolTip(errorDetails(held->error));
    setAccessibleName(text());
    updateGeometry();
    update();
}

void StopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void StopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& look = theme();
    painter.fillRect(rect(), mixed(look.color(Token::Surface), look.color(Token::Bad), 0.12));
    painter.fillRect(0, 0, look.px(4), height(), look.color(Token::Bad));
    painter.fillRect(0, height() - 1, width(), 1, look.color(Token::Bad));
    const qreal side = look.px(20);
    paintIcon(painter, QRectF(look.px(18), (height() - side) / 2, side, side), QStringLiteral("warning"),
              look.color(Token::Bad));
}

} // namespace rapport::ui
