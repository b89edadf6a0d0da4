// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/recode_dialog.h"

#include "service/rating.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/study_context.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/flow_layout.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/models/figures.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

QString titleOf(const model::Codebook& codebook, const std::string& name) {
    const auto found = codebook.code(name);
    return found.code == nullptr ? toQt(name) : localText(found.code->title);
}

} // namespace

RecodeDialog::RecodeDialog(StudyContext& study, JobRunner& jobs, QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_list(new QListWidget(this))
    , m_retired(new QCheckBox(tr("Codings of retired codes, too"), this))
    , m_row(new QWidget(this))
    , m_flow(new FlowLayout(8, m_row))
    , m_others(new ChoiceBox(m_row))
    , m_codeSo(new KeyButton(tr("Code it so"), ButtonKind::Secondary, m_row))
    , m_note(new Words(TypeRole::Small, Token::Text2, this)) {
    setWindowTitle(tr("Codings of split and retired codes"));
    auto* column = beginDialog(
        *this, 680,
        tr("These words were coded with a code that became several, or that is used no more. Choose which "
           "code is meant, with a digit where there are few. A text counts for the new code once its rater "
           "completes it again."));
    m_list->setAccessibleName(windowTitle());
    m_list->setMinimumHeight(theme().px(280));
    m_list->setWordWrap(true);
    m_list->setUniformItemSizes(false);
    m_list->setFont(theme().font(TypeRole::Quotation));
    m_list->setSpacing(theme().px(3));
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_row);
    m_others->setAccessibleName(tr("The code that is meant"));
    m_codeSo->setKey(QStringLiteral("↵"));
    m_flow->addWidget(m_others);
    m_flow->addWidget(m_codeSo);
    m_others->hide();
    m_codeSo->hide();
    m_retired->setToolTip(tr("What was coded with a retired code may stay as it is; it can also get another "
                             "code of the same variable."));
    m_retired->hide();
    column->addWidget(m_retired);
    m_note->setWraps(true);
    m_note->setText(tr("Reading what was coded…"));
    column->addWidget(m_note);
    auto* done = new KeyButton(tr("Done"), ButtonKind::Secondary, this);
    endDialog(*this, new KeyButton(tr("Close"), ButtonKind::Quiet, this), done);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { showChoices(); });
    connect(m_codeSo, &QAbstractButton::clicked, this, [this] { chooseOther(); });
    struct Left {
        std::vector<service::LeftCoding> codings;
        std::int64_t leftOut = 0;
    };
    jobs.start<Left>(
        QStringLiteral("left-codings"), tr("Reading what was coded"), this,
        [](service::Session& session, const base::Task&) -> base::Result<Left> {
            Left left;
            RAPPORT_ASSIGN(left.codings, service::codingsToRecode(session, true));
            RAPPORT_ASSIGN(left.leftOut, service::unitsLeftOutOfRecoding(session));
            return left;
        },
        [this](const base::Result<Left>& left) {
            if (left) {
                m_left = left->codings;
                m_leftOut = left->leftOut;
                m_isDone.assign(m_left.size(), false);
                const auto ofRetired = std::count_if(m_left.begin(), m_left.end(),
                                                     [](const auto& coding) { return coding.into.empty(); });
                m_retired->setVisible(ofRetired > 0);
                // Where nothing else is left they are what was asked for.
                m_retired->setChecked(ofRetired > 0 && std::size_t(ofRetired) == m_left.size());
                connect(m_retired, &QCheckBox::toggled, this, [this] { fill(); });
                fill();
                m_list->setFocus(Qt::OtherFocusReason);
            } else {
                m_note->setText(errorSentence(left.error()));
            }
            Q_EMIT filled();
        });
}

void RecodeDialog::fill() {
    m_list->clear();
    m_shown.clear();
    m_waiting.clear();
    for (std::size_t place = m_left.size(); place-- > 0;) {
        if (!m_isDone[place] && (m_retired->isChecked() || !m_left[place].into.empty()))
            m_waiting.push_back(place);
    }
    showMore();
    m_list->setCurrentRow(m_shown.empty() ? -1 : 0);
    showChoices();
    count();
}

QString RecodeDialog::note() const {
    return m_note->text();
}

const service::LeftCoding* RecodeDialog::chosen() const {
    const int row = m_list->currentRow();
    return row < 0 || std::size_t(row) >= m_shown.size() ? nullptr : &m_left[m_shown[std::size_t(row)]];
}

void RecodeDialog::showMore() {
    // As many as anybody sees ahead of; others follow as these are done.
    constexpr std::size_t ahead = 200;
    while (m_shown.size() < ahead && !m_waiting.empty()) {
        const service::LeftCoding& coding = m_left[m_waiting.back()];
        auto* item = new QListWidgetItem(QStringLiteral("“%1”  %2, %3: %4")
                                             .arg(toQt(coding.words).simplified(), toQt(coding.unitName),
                                                  toQt(coding.rater), toQt(coding.code)),
                                         m_list);
        item->setToolTip(toQt(coding.round));
        m_shown.push_back(m_waiting.back());
        m_waiting.pop_back();
    }
}

void RecodeDialog::showChoices() {
    for (KeyButton* button : m_choices) {
        m_flow->removeWidget(button);
        button->deleteLater();
    }
    m_choices.clear();
    const service::LeftCoding* coding = chosen();
    const bool isRetired = coding != nullptr && coding->into.empty();
    m_others->setVisible(isRetired);
    m_codeSo->setVisible(isRetired);
    if (coding == nullptr)
        return;
    if (isRetired) {
        showOthers(*coding);
        return;
    }
    const auto codebook = m_study.codebook();
    int number = 0;
    for (const std::string& name : coding->into) {
        auto* button = new KeyButton(titleOf(*codebook, name), ButtonKind::Secondary, m_row);
        button->setKey(QString::number(++number));
        connect(button, &QAbstractButton::clicked, this, [this, number] { choose(number); });
        m_flow->addWidget(button);
        button->show();
        m_choices.push_back(button);
    }
}

void RecodeDialog::showOthers(const service::LeftCoding& coding) {
    // What was meant the last time is proposed again: most codings of a retired code go the same way.
    const QVariant before = m_others->currentData();
    m_others->clear();
    const auto codebook = m_study.codebook();
    if (const model::Variable* variable = codebook->variable(coding.variable); variable != nullptr) {
        for (const model::Code& code : variable->codes) {
            if (code.isCodable)
                m_others->addItem(localText(code.title), QVariant::fromValue(code.id.value));
        }
    }
    m_others->setCurrentIndex(std::max(0, m_others->findData(before)));
    m_codeSo->setEnabled(m_others->count() > 0);
}

void RecodeDialog::choose(int number) {
    if (number < 1 || std::size_t(number) > m_choices.size())
        return;
    const auto found = m_study.codebook()->code(chosen()->into[std::size_t(number) - 1]);
    if (found.code != nullptr)
        recode(found.code->id);
}

void RecodeDialog::chooseOther() {
    if (const service::LeftCoding* coding = chosen();
        coding != nullptr && coding->into.empty() && m_others->count() > 0)
        recode(model::CodeId(m_others->currentData().toLongLong()));
}

void RecodeDialog::recode(model::CodeId code) {
    const int row = m_list->currentRow();
    const std::size_t place = m_shown[std::size_t(row)];
    const auto written = m_study.act(
        [&](service::Session& session) { return service::recode(session, m_left[place].coding, code); });
    if (!written)
        return;
    m_isDone[place] = true;
    m_shown.erase(m_shown.begin() + row);
    delete m_list->takeItem(row);
    showMore();
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showChoices();
    count();
    m_list->setFocus(Qt::OtherFocusReason);
}

void RecodeDialog::count() {
    const std::size_t left = m_shown.size() + m_waiting.size();
    QString note = left == 0
                       ? tr("Nothing is left to be coded again.")
                       : counted(std::int64_t(left), tr("one coding is left"), tr("%1 codings are left"));
    if (m_leftOut > 0)
        note += (left == 0 ? QStringLiteral(" ") : QStringLiteral(". ")) +
                counted(m_leftOut, tr("1 unit is left out: you still have to rate it yourself."),
                        tr("%1 units are left out: you still have to rate them yourself."));
    m_note->setText(note);
}

bool RecodeDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int pressed = static_cast<QKeyEvent*>(event)->key();
        if (pressed >= Qt::Key_1 && pressed <= Qt::Key_9) {
            choose(pressed - Qt::Key_0);
            return true;
        }
        if (pressed == Qt::Key_Return || pressed == Qt::Key_Enter) {
            chooseOther();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace rapport::ui
