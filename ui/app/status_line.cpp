// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/status_line.h"

#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QTime>

namespace rapport::ui {

class StatusLine::SavedMark : public QWidget {
public:
    explicit SavedMark(QWidget* parent)
        : QWidget(parent) {
        setFixedSize(theme().px(16), theme().px(16));
    }
    void show(const QString& icon, Token token) {
        m_icon = icon;
        m_token = token;
        setVisible(!icon.isEmpty());
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, theme().color(m_token));
    }

private:
    QString m_icon;
    Token m_token = Token::Ok;
};

StatusLine::StatusLine(JobRunner& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_mark(new SavedMark(this))
    , m_saved(new Words(TypeRole::Small, Token::Ok, this))
    , m_place(new Words(TypeRole::Small, Token::Text2, this))
    , m_job(new Words(TypeRole::Small, Token::Text2, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new KeyButton({}, ButtonKind::Quiet, this))
    , m_hints(new QWidget(this))
    , m_hintRow(new QHBoxLayout(m_hints))
    , m_zoom(new KeyButton({}, ButtonKind::Quiet, this))
    , m_language(new KeyButton({}, ButtonKind::Quiet, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(12), 1, theme().px(8), 0);
    row->setSpacing(theme().px(6));
    m_hintRow->setContentsMargins(0, 0, 0, 0);
    m_hintRow->setSpacing(theme().px(6));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(theme().px(120));
    for (KeyButton* button : {m_cancel, m_zoom, m_language})
        button->setFocusPolicy(Qt::TabFocus);
    m_zoom->setPlain();
    m_language->setPlain();
    row->addWidget(m_mark);
    row->addWidget(m_saved);
    row->addSpacing(theme().px(14));
    row->addWidget(m_place);
    row->addWidget(m_job);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_hints);
    row->addWidget(m_zoom);
    row->addWidget(m_language);
    connect(m_zoom, &QAbstractButton::clicked, this, &StatusLine::zoomWanted);
    connect(m_language, &QAbstractButton::clicked, this, &StatusLine::languageWanted);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { m_jobs.cancel(m_shownJob); });
    connect(&jobs, &JobRunner::changed, this, [this] { showJob(); });
    connect(&theme(), &Theme::changed, this, [this] {
        resizeToTheme();
        retranslate();
    });
    resizeToTheme();
    retranslate();
    showJob();
}

void StatusLine::resizeToTheme() {
    setFixedHeight(theme().px(26));
    for (KeyButton* button : {m_cancel, m_zoom, m_language})
        button->setFixedHeight(theme().px(22));
    m_bar->setFixedHeight(theme().px(8));
}

void StatusLine::showSaved(const QTime& time) {
    m_saving = Saving::Saved;
    m_time = time.toString(QStringLiteral("HH:mm:ss"));
    retranslate();
}

void StatusLine::showNotSaved() {
    m_saving = Saving::Failed;
    retranslate();
}

void StatusLine::showNoStudy() {
    m_saving = Saving::NoStudy;
    retranslate();
}

void StatusLine::showReadOnly() {
    m_saving = Saving::ReadOnly;
    retranslate();
}

void StatusLine::setPlaceText(const QString& text) {
    m_place->setText(text);
}

void StatusLine::setHints(const QList<KeyHint>& hints) {
    while (QLayoutItem* item = m_hintRow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const KeyHint& hint : hints) {
        m_hintRow->addWidget(new KeyCap(hint.key, m_hints));
        m_hintRow->addWidget(new Words(hint.text, TypeRole::Small, Token::Text2, m_hints));
    }
}

void StatusLine::showJob() {
    const std::optional<JobState> job = m_jobs.current();
    m_job->setVisible(job.has_value());
    m_bar->setVisible(job.has_value());
    m_cancel->setVisible(job.has_value());
    if (!job)
        return;
    m_shownJob = job->number;
    m_job->setText(job->percent < 0 ? job->title
                                    : QStringLiteral("%1, %2 %").arg(job->title).arg(job->percent));
    m_bar->setRange(0, job->percent < 0 ? 0 : 100);
    m_bar->setValue(job->percent);
    m_cancel->setText(job->isCancelling ? tr("Stopping…") : tr("Cancel"));
    m_cancel->setEnabled(!job->isCancelling);
}

void StatusLine::retranslate() {
    switch (m_saving) {
    case Saving::NoStudy:
        m_mark->show({}, Token::Text2);
        m_saved->setText(QStringLiteral("Rapport " RAPPORT_VERSION));
        m_saved->setToken(Token::Text2);
        break;
    case Saving::ReadOnly:
        m_mark->show(QStringLiteral("lock"), Token::Warn);
        m_saved->setText(tr("Read only: nothing can be written here"));
        m_saved->setToken(Token::Warn);
        break;
    case Saving::Saved:
        m_mark->show(QStringLiteral("check"), Token::Ok);
        m_saved->setText(m_time.isEmpty() ? tr("All saved") : tr("All saved %1").arg(m_time));
        m_saved->setToken(Token::Ok);
        break;
    case Saving::Failed:
        m_mark->show(QStringLiteral("warning"), Token::Bad);
        m_saved->setText(tr("Not saved"));
        m_saved->setToken(Token::Bad);
        break;
    }
    m_zoom->setText(QStringLiteral("%1 %").arg(qRound(theme().readingZoom() * 100)));
    m_zoom->setAccessibleName(tr("Size of texts: %1").arg(m_zoom->text()));
    m_zoom->setToolTip(tr("Size of texts (Ctrl + and Ctrl -)"));
    m_language->setText(uiLanguage() == "nl" ? QStringLiteral("Nederlands") : QStringLiteral("English"));
    m_language->setToolTip(tr("Change the language of the program"));
    showJob();
}

void StatusLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(0, 0, width(), 1, theme().color(Token::Line));
}

} // namespace rapport::ui
