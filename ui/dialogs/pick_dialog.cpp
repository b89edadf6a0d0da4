// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pick_dialog.h"

#include "service/quotes.h"
#include "ui/app/theme.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/components/tick_list.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/models/figures.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace rapport::ui {

namespace {

/// More than anybody reads through; those that most raters marked come first.
constexpr std::size_t mostQuotes = 300;
constexpr int WordsRole = Qt::UserRole;

} // namespace

PickDialog::PickDialog(JobRunner& jobs, const std::string& code, const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_note(new Words(TypeRole::Small, Token::Text2, this))
    , m_take(new KeyButton(tr("Take as examples"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Examples of %1").arg(title));
    auto* column =
        beginDialog(*this, 640,
                    tr("What raters marked with this code, first what most of them marked. Words of "
                       "participants become part of the codebook: see that nobody is named in them."));
    m_list->setAccessibleName(windowTitle());
    m_list->setMinimumHeight(theme().px(320));
    m_list->setWordWrap(true);
    m_list->setFont(theme().font(TypeRole::Quotation));
    showTicks(*m_list);
    column->addWidget(m_list, 1);
    m_note->setWraps(true);
    m_note->setText(tr("Reading what was coded…"));
    column->addWidget(m_note);
    m_take->setEnabled(false);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_take);
    connect(m_list, &QListWidget::itemChanged, this, [this] { m_take->setEnabled(!chosen().isEmpty()); });
    jobs.start<std::vector<service::CodedQuote>>(
        QStringLiteral("code-quotes"), tr("Reading what was coded"), this,
        [code](service::Session& session, const base::Task& task) {
            return service::codedQuotes(session, code, mostQuotes, task);
        },
        [this](const base::Result<std::vector<service::CodedQuote>>& quotes) {
            if (!quotes) {
                m_note->setText(errorSentence(quotes.error()));
                Q_EMIT filled();
                return;
            }
            for (const service::CodedQuote& quote : *quotes) {
                QStringList raters;
                for (const std::string& name : quote.raters)
                    raters.append(toQt(name));
                const QString words = toQt(quote.words).simplified();
                auto* item =
                    new QListWidgetItem(QStringLiteral("“%1”  %2, %3")
                                            .arg(words, toQt(quote.unit), raters.join(QStringLiteral(", "))),
                                        m_list);
                item->setData(WordsRole, words);
                item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
                item->setCheckState(Qt::Unchecked);
            }
            m_note->setText(quotes->empty()
                                ? tr("Nobody marked words with this code yet.")
                                : counted(std::int64_t(quotes->size()), tr("one place"), tr("%1 places")));
            Q_EMIT filled();
        });
}

QStringList PickDialog::chosen() const {
    QStringList words;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            words.append(m_list->item(row)->data(WordsRole).toString());
    }
    return words;
}

} // namespace rapport::ui
