// SPDX-License-Identifier: GPL-3.0-or-later
// The left side of the reports view: what the report is of, in which language, against which target.
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/paper_view.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/views/reports/reports_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace rapport::ui {

void ReportsView::buildForm(QWidget* form) {
    auto* column = new QVBoxLayout(form);
    const int pad = theme().px(16);
    column->setContentsMargins(pad, theme().px(12), pad, pad);
    column->setSpacing(theme().px(6));
    const auto label = [&] { return new Words(TypeRole::Small, Token::Text2, form); };
    m_formHead = new SectionHeader({}, {}, form);
    m_roundLabel = label();
    m_roundBox = new QComboBox(form);
    m_languageLabel = label();
    m_language = new QComboBox(form);
    m_targetLabel = label();
    m_targetLine = new QLineEdit(form);
    m_targetLine->setFixedWidth(theme().px(80));
    m_targetError = new Words(TypeRole::Small, Token::Bad, form);
    m_targetError->setWraps(true);
    m_targetError->hide();
    m_afterOpening = new QCheckBox(form);
    m_saveHead = new SectionHeader({}, {}, form);
    column->addWidget(m_formHead);
    column->addWidget(m_roundLabel);
    column->addWidget(m_roundBox);
    column->addSpacing(theme().px(4));
    column->addWidget(m_languageLabel);
    column->addWidget(m_language);
    column->addSpacing(theme().px(4));
    column->addWidget(m_targetLabel);
    column->addWidget(m_targetLine);
    column->addWidget(m_targetError);
    column->addWidget(m_afterOpening);
    column->addSpacing(theme().px(12));
    column->addWidget(new Line(Qt::Horizontal, form));
    column->addSpacing(theme().px(4));
    column->addWidget(m_saveHead);
    const auto button = [&](ButtonKind kind, const char* action, const QString& icon) {
        auto* made = new KeyButton({}, kind, form);
        if (!icon.isEmpty())
            made->setIconName(icon);
        connect(made, &QAbstractButton::clicked, this,
                [this, action] { host().actions().action(QLatin1String(action))->trigger(); });
        return made;
    };
    m_html = button(ButtonKind::Primary, "reports.html", QStringLiteral("export"));
    m_browser = button(ButtonKind::Secondary, "reports.browser", QStringLiteral("open-book"));
    m_document = button(ButtonKind::Secondary, "reports.document", {});
    m_markdown = button(ButtonKind::Secondary, "reports.markdown", {});
    m_json = button(ButtonKind::Secondary, "reports.json", {});
    m_csv = button(ButtonKind::Secondary, "reports.csv", {});
    column->addWidget(m_html, 0, Qt::AlignLeft);
    column->addWidget(m_browser, 0, Qt::AlignLeft);
    column->addWidget(m_document, 0, Qt::AlignLeft);
    column->addSpacing(theme().px(4));
    auto* others = new QHBoxLayout;
    others->setSpacing(theme().px(8));
    others->addWidget(m_markdown);
    others->addWidget(m_json);
    others->addWidget(m_csv);
    others->addStretch(1);
    column->addLayout(others);
    m_note = new Words(TypeRole::Small, Token::Text3, form);
    m_note->setWraps(true);
    column->addWidget(m_note);

    connect(m_roundBox, &QComboBox::activated, this, [this](int index) {
        m_round = index <= 0 ? std::string() : m_rounds[std::size_t(index - 1)].name;
        gather();
    });
    connect(m_language, &QComboBox::activated, this, [this] { showPage(); });
    connect(m_afterOpening, &QCheckBox::toggled, this, [this] { gather(); });
    connect(m_targetLine, &QLineEdit::textEdited, this, [this] { targetTyped(); });
    connect(m_targetLine, &QLineEdit::editingFinished, this, [this] {
        m_targetLine->setText(coefficientText(m_target));
        targetTyped();
    });
}

void ReportsView::retranslate() {
    m_formHead->setTitle(tr("What it is about"));
    m_saveHead->setTitle(tr("Save it"));
    m_roundLabel->setText(tr("Round"));
    m_roundBox->setAccessibleName(tr("Round"));
    m_languageLabel->setText(tr("Language of the report"));
    m_language->setAccessibleName(tr("Language of the report"));
    m_targetLabel->setText(tr("Target that a code's lower limit should reach"));
    m_targetLine->setAccessibleName(tr("Target that a code's lower limit should reach"));
    m_targetLine->setText(coefficientText(m_target));
    m_targetError->setText(tr("A number between 0 and 1, such as %1").arg(coefficientText(0.7)));
    m_afterOpening->setText(tr("With what was changed after opening"));
    m_html->setText(tr("Save as HTML…"));
    m_browser->setText(tr("Open in browser"));
    m_document->setText(tr("PDF, Word, LaTeX, Excel…"));
    m_markdown->setText(tr("Markdown…"));
    m_json->setText(tr("JSON…"));
    m_csv->setText(tr("CSV…"));
    m_html->setKey(host().actions().keyText(QStringLiteral("reports.html")));
    m_browser->setKey(host().actions().keyText(QStringLiteral("reports.browser")));
    m_document->setKey(host().actions().keyText(QStringLiteral("reports.document")));
    m_document->setAccessibleName(tr("Save as PDF, Word, OpenDocument, LaTeX or Excel"));
    m_markdown->setAccessibleName(tr("Save as Markdown"));
    m_json->setAccessibleName(tr("Save as JSON"));
    m_csv->setAccessibleName(tr("Save as CSV"));
    m_note->setText(
        tr("HTML and Markdown are for readers, JSON and CSV hold every figure for other programs. The "
           "report holds no participant's text."));
    m_which->setItems({tr("What it will hold"), tr("Preview")});
    m_which->setAccessibleName(tr("Right side"));
    m_factScroll->setAccessibleName(tr("What the report will hold"));
    m_preview->setAccessibleName(tr("Preview of the report"));
    const QString language = m_language->count() > 0
                                 ? m_language->currentData().toString()
                                 : QString::fromUtf8(uiLanguage().data(), qsizetype(uiLanguage().size()));
    {
        const QSignalBlocker blocker(m_language);
        m_language->clear();
        m_language->addItem(tr("Dutch"), QStringLiteral("nl"));
        m_language->addItem(tr("English"), QStringLiteral("en"));
        m_language->setCurrentIndex(std::max(0, m_language->findData(language)));
    }
    readStudy();
    fillFacts();
    updateState();
}

void ReportsView::targetTyped() {
    const auto target = readShare(m_targetLine->text());
    m_targetLine->setProperty("invalid", !target.has_value());
    m_targetLine->style()->unpolish(m_targetLine);
    m_targetLine->style()->polish(m_targetLine);
    m_targetError->setVisible(!target);
    if (!target || *target == m_target)
        return;
    m_target = *target;
    fillFacts();
    showPage();
}

service::ReportRequest ReportsView::request() const {
    service::ReportRequest request;
    if (!m_round.empty())
        request.measure.rounds = {m_round};
    request.measure.afterOpening = m_afterOpening->isVisibleTo(this) && m_afterOpening->isChecked();
    request.language = toUtf8(m_language->currentData().toString());
    request.target = m_target;
    return request;
}
} // namespace rapport::ui
