// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/case_panel.h"

#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace rapport::ui {

/// The wording of a question: accent at its left, tinted.
class CasePanel::Question : public QWidget {
public:
    explicit Question(QWidget* parent)
        : QWidget(parent)
        , m_words(new Words(TypeRole::Quotation, Token::Text, this)) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(theme().px(14), theme().px(9), theme().px(10), theme().px(9));
        m_words->setWraps(true);
        row->addWidget(m_words);
    }
    void setText(const QString& text) {
        m_words->setText(text);
        setVisible(!text.isEmpty());
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(Token::AccentTint));
        painter.drawRoundedRect(rect(), 4, 4);
        painter.fillRect(0, 0, 3, height(), theme().color(Token::AccentFill));
    }

private:
    Words* m_words;
};

CasePanel::CasePanel(QWidget* parent)
    : QWidget(parent)
    , m_caseHead(new SectionHeader({}, {}, this))
    , m_standIn(new Chip({}, ChipKind::Plain, {}, this))
    , m_edit(new KeyButton({}, ButtonKind::Secondary, this))
    , m_case(new Words(TypeRole::Quotation, Token::Text))
    , m_questionHead(new SectionHeader({}, {}, this))
    , m_question(new Question(this))
    , m_foot(new Words(TypeRole::Caption, Token::Text3, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(16), theme().px(14), theme().px(16), theme().px(14));
    column->setSpacing(theme().px(8));
    m_edit->setSmall(true);
    m_caseHead->addWidget(m_edit);
    connect(m_edit, &QAbstractButton::clicked, this, &CasePanel::editWanted);
    m_caseHead->addWidget(m_standIn);
    m_caseHead->addWidget(new KeyCap(QStringLiteral("F9"), m_caseHead));
    column->addWidget(m_caseHead);
    m_area = new QScrollArea(this);
    QScrollArea* area = m_area;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget(area);
    auto* innerColumn = new QVBoxLayout(inner);
    innerColumn->setContentsMargins(0, 0, theme().px(4), 0);
    innerColumn->setSpacing(theme().px(10));
    m_case->setParent(inner);
    m_case->setWraps(true);
    m_case->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    innerColumn->addWidget(m_case);
    innerColumn->addStretch(1);
    area->setWidget(inner);
    inner->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    column->addWidget(area, 1);
    area->installEventFilter(this);
    setFocusProxy(area);
    // The question stays in sight however long the case is.
    column->addSpacing(theme().px(4));
    column->addWidget(m_questionHead);
    column->addWidget(m_question);
    column->addSpacing(theme().px(4));
    m_foot->setWraps(true);
    column->addWidget(m_foot);
    refresh();
}

void CasePanel::setInstrument(const model::Instrument& instrument) {
    m_instrument = instrument;
    refresh();
}

void CasePanel::setCanEdit(bool canEdit) {
    m_canEdit = canEdit;
    refresh();
}

void CasePanel::show(const std::string& prompt, const std::string& language) {
    if (m_prompt == prompt && m_language == language)
        return;
    m_prompt = prompt;
    m_language = language;
    refresh();
}

void CasePanel::refresh() {
    const std::string language = m_language.empty() ? std::string(uiLanguage()) : m_language;
    m_caseHead->setTitle(tr("Case"));
    m_area->setAccessibleName(tr("Case"));
    m_standIn->setText(tr("stand-in wording"));
    m_standIn->setToolTip(
        tr("The exact wording is not published; this one stands in until the study's own is typed."));
    m_standIn->setVisible(m_instrument.isStandIn && !m_canEdit);
    m_edit->setText(tr("stand-in wording"));
    m_edit->setAccessibleName(tr("Stand-in wording: type the study's own"));
    m_edit->setToolTip(
        tr("The exact wording is not published; this one stands in until the study's own is typed. Press "
           "to type it."));
    m_edit->setVisible(m_instrument.isStandIn && m_canEdit);
    m_case->setText(toQt(m_instrument.caseText.in(language)));
    int number = 0;
    int count = 0;
    QString wording;
    for (const model::Prompt& prompt : m_instrument.prompts) {
        if (prompt.kind != model::PromptKind::Open)
            continue;
        ++count;
        if (prompt.name == m_prompt) {
            number = count;
            wording = toQt(prompt.wording.in(language));
        }
    }
    m_questionHead->setVisible(number > 0);
    m_questionHead->setTitle(tr("Question %1").arg(number));
    m_questionHead->setCaption(tr("of %1").arg(count));
    m_question->setText(wording);
    m_foot->setText(
        tr("Judge this answer alone. The answers of the same person to other questions come in their own "
           "turn."));
}

void CasePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void CasePanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Token::Canvas));
    painter.fillRect(width() - 1, 0, 1, height(), theme().color(Token::Line));
    if (m_area->hasFocus())
        paintFocusRing(painter, rect());
}

bool CasePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update(); // the ring
    return QWidget::eventFilter(watched, event);
}

} // namespace rapport::ui
