// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/recode_dialog.h"

#include "service/rating.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/study_context.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/flow_layout.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/models/figures.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

RecodeDialog::RecodeDialog(StudyContext& study, JobRunner& jobs, QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_list(new QListWidget(this))
    , m_row(new QWidget(this))
    , m_flow(new FlowLayout(theme().px(8), m_row))
    , m_note(new Words(TypeRole::Small, Token::Text2, this)) {
    setWindowTitle(tr("Codings left by a split"));
    auto* column = beginDialog(
        *this, 680,
        tr("These words were coded with a code that became several. Choose with a digit which of them is "
           "meant. A text counts for the new codes once its rater completes it again."));
    m_list->setAccessibleName(windowTitle());
    m_list->setMinimumHeight(theme().px(280));
    m_list->setWordWrap(true);
    m_list->setUniformItemSizes(false);
    m_list->setFont(theme().font(TypeRole::Quotation));
    m_list->setSpacing(theme().px(3));
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_row);
    m_note->setWraps(true);
    m_note->setText(tr("Reading what was coded…"));
    column->addWidget(m_note);
    auto* done = new KeyButton(tr("Done"), ButtonKind::Secondary, this);
    endDialog(*this, new KeyButton(tr("Close"), ButtonKind::Quiet, this), done);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { showChoices(); });
    using Left = std::vector<service::LeftCoding>;
    jobs.start<Left>(
        QStringLiteral("left-codings"), tr("Reading what was coded"), this,
        [](service::Session& session, const base::Task&) { return service::codingsToRecode(session, false); },
        [this](const base::Result<Left>& left) {
            if (left) {
                m_left = *left;
                showMore();
                count();
                m_list->setCurrentRow(m_shown.empty() ? -1 : 0);
                m_list->setFocus(Qt::OtherFocusReason);
            } else {
                m_note->setText(errorSentence(left.error()));
            }
            Q_EMIT filled();
        });
}

QString RecodeDialog::note() const {
    return m_note->text();
}

void RecodeDialog::showMore() {
    // As many as anybody sees ahead of; others follow as these are done.
    constexpr std::size_t ahead = 200;
    for (; m_shown.size() < ahead && m_next < m_left.size(); ++m_next) {
        const service::LeftCoding& coding = m_left[m_next];
        auto* item = new QListWidgetItem(QStringLiteral("“%1”  %2, %3: %4")
                                             .arg(toQt(coding.words).simplified(), toQt(coding.unitName),
                                                  toQt(coding.rater), toQt(coding.code)),
                                         m_list);
        item->setToolTip(toQt(coding.round));
        m_shown.push_back(m_next);
    }
}

void RecodeDialog::showChoices() {
    for (KeyButton* button : m_choices) {
        m_flow->removeWidget(button);
        button->deleteLater();
    }
    m_choices.clear();
    const int row = m_list->currentRow();
    if (row < 0 || std::size_t(row) >= m_shown.size())
        return;
    const auto codebook = m_study.codebook();
    int number = 0;
    for (const std::string& name : m_left[m_shown[std::size_t(row)]].into) {
        const auto found = codebook->code(name);
        auto* button = new KeyButton(found.code == nullptr ? toQt(name) : localText(found.code->title),
                                     ButtonKind::Secondary, m_row);
        button->setKey(QString::number(++number));
        connect(button, &QAbstractButton::clicked, this, [this, number] { choose(number); });
        m_flow->addWidget(button);
        button->show();
        m_choices.push_back(button);
    }
}

void RecodeDialog::choose(int number) {
    const int row = m_list->currentRow();
    if (row < 0 || number < 1 || std::size_t(number) > m_choices.size())
        return;
    const service::LeftCoding& coding = m_left[m_shown[std::size_t(row)]];
    const auto found = m_study.codebook()->code(coding.into[std::size_t(number) - 1]);
    if (found.code == nullptr)
        return;
    const auto written = m_study.act(
        [&](service::Session& session) { return service::recode(session, coding.coding, found.code->id); });
    if (!written)
        return;
    m_shown.erase(m_shown.begin() + row);
    delete m_list->takeItem(row);
    showMore();
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showChoices();
    count();
    m_list->setFocus(Qt::OtherFocusReason);
}

void RecodeDialog::count() {
    const std::size_t left = m_shown.size() + (m_left.size() - m_next);
    m_note->setText(left == 0
                        ? tr("Nothing is left to be coded again.")
                        : counted(std::int64_t(left), tr("one coding is left"), tr("%1 codings are left")));
}

bool RecodeDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int pressed = static_cast<QKeyEvent*>(event)->key();
        if (pressed >= Qt::Key_1 && pressed <= Qt::Key_9) {
            choose(pressed - Qt::Key_0);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace rapport::ui
