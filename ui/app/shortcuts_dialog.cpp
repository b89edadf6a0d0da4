// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/shortcuts_dialog.h"

#include "ui/app/command_line.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/padded_cells.h"
#include "ui/components/small_parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

QString contextTitle(ActionContext context) {
    switch (context) {
    case ActionContext::Global:
    case ActionContext::Study:
        return ShortcutModel::tr("everywhere");
    case ActionContext::Overview:
        return ShortcutModel::tr("Overview");
    case ActionContext::Sources:
        return ShortcutModel::tr("Sources");
    case ActionContext::Codebook:
        return ShortcutModel::tr("Codebook");
    case ActionContext::Rate:
        return ShortcutModel::tr("Rate");
    case ActionContext::Search:
        return ShortcutModel::tr("Search");
    case ActionContext::Agreement:
        return ShortcutModel::tr("Agreement");
    case ActionContext::Analysis:
        return ShortcutModel::tr("Analysis");
    case ActionContext::Consensus:
        return ShortcutModel::tr("Consensus");
    case ActionContext::Reports:
        return ShortcutModel::tr("Reports");
    }
    return {};
}

} // namespace

ShortcutModel::ShortcutModel(Actions& actions, QObject* parent)
    : QAbstractTableModel(parent)
    , m_actions(actions) {
    filter({});
}

void ShortcutModel::filter(const QString& typed) {
    beginResetModel();
    m_ids.clear();
    for (const ActionRow& row : actionRows()) {
        const QString id = QLatin1String(row.id);
        const QString text = m_actions.title(id) + QLatin1Char(' ') + m_actions.keyText(id);
        if (!id.startsWith(QLatin1String("go.activity")) && matchQuality(typed, text) > 0)
            m_ids.append(id);
    }
    endResetModel();
}

int ShortcutModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_ids.size());
}

int ShortcutModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 3;
}

QVariant ShortcutModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const QString id = m_ids.at(index.row());
    const ActionRow* row = Actions::row(id);
    switch (index.column()) {
    case 0:
        return m_actions.title(id);
    case 1:
        return m_actions.keyText(id);
    default:
        return contextTitle(row->context);
    }
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("What") : section == 1 ? tr("Key") : tr("Where");
}

QString ShortcutModel::idAt(int row) const {
    return m_ids.value(row);
}

void ShortcutModel::refresh() {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 2));
}

ShortcutsPage::ShortcutsPage(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_model(actions)
    , m_filter(new SearchField(QStringLiteral("filter"), {}, this))
    , m_table(new QTableView(this))
    , m_reset(new KeyButton({}, ButtonKind::Quiet, this))
    , m_answer(new Words(TypeRole::Small, Token::Text2, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(10));
    column->addWidget(m_filter);
    m_table->setModel(&m_model);
    padCells(*m_table);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme().px(28));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft);
    m_table->setColumnWidth(1, theme().px(130));
    m_table->setColumnWidth(2, theme().px(120));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column->addWidget(m_table, 1);
    m_answer->setWraps(true);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_answer, 1);
    foot->addWidget(m_reset, 0, Qt::AlignTop);
    column->addLayout(foot);
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        m_actions.resetKeys();
        m_answer->setToken(Token::Ok);
        m_answer->setText(tr("Every action has its own key again."));
        m_model.refresh();
    });
    setFocusProxy(m_filter);
    retranslate();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) { m_model.filter(text); });
    connect(m_filter, &SearchField::dismissed, this, &ShortcutsPage::dismissed);
    connect(m_filter, &SearchField::movedDown, this, [this] {
        m_table->setFocus();
        m_table->selectRow(0);
    });
    // Enter takes the first that was found.
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (m_model.rowCount() == 0)
            return;
        m_table->setFocus();
        m_table->selectRow(0);
        change(m_model.index(0, 0));
    });
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { change(index); });
}

void ShortcutsPage::retranslate() {
    m_filter->setPlaceholderText(tr("Filter actions"));
    m_filter->setAccessibleName(tr("Filter actions"));
    m_table->setAccessibleName(tr("Actions and their keys"));
    m_reset->setText(tr("All keys as they came"));
    m_answer->setToken(Token::Text2);
    m_answer->setText(
        tr("Enter gives an action another key. Bare letters and digits belong to the codebook."));
    m_model.filter(m_filter->text());
}

void ShortcutsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString ShortcutsPage::answer() const {
    return m_answer->text();
}

void ShortcutsPage::change(const QModelIndex& index) {
    const QString id = m_model.idAt(index.row());
    const ActionRow* row = Actions::row(id);
    if (row == nullptr)
        return;
    if (row->binding == Binding::View) {
        m_answer->setToken(Token::Warn);
        m_answer->setText(
            tr("%1 keeps its key: it is part of how the text is read.").arg(m_actions.title(id)));
        return;
    }
    leaveEdit();
    auto* edit = new QKeySequenceEdit(this);
    // Its own words are Qt's, which are in English alone.
    if (auto* line = edit->findChild<QLineEdit*>()) {
        line->setPlaceholderText(tr("Press the keys"));
        line->setAccessibleName(tr("New key of %1").arg(m_actions.title(id)));
    }
    edit->setAccessibleName(tr("New key of %1").arg(m_actions.title(id)));
    m_edit = edit;
    m_edited = m_model.index(index.row(), 1);
    m_table->setRowHeight(index.row(), std::max(theme().px(28), edit->sizeHint().height()));
    m_table->setIndexWidget(m_edited, edit);
    edit->installEventFilter(this);
    edit->setFocus();
    connect(edit, &QKeySequenceEdit::editingFinished, this, &ShortcutsPage::takeKeys);
}

void ShortcutsPage::takeKeys() {
    if (m_edit == nullptr)
        return;
    const QKeySequence keys = m_edit->keySequence();
    const QString id = m_model.idAt(m_edited.row());
    leaveEdit();
    if (keys.isEmpty() || keys == QKeySequence(Qt::Key_Escape))
        return;
    // A name that ends in dots needs no stop after it.
    const auto bare = [](QString title) {
        while (title.endsWith(QLatin1Char('.')) || title.endsWith(QChar(0x2026)))
            title.chop(1);
        return title;
    };
    const QString taken = bare(m_actions.setKeys(id, {keys}));
    m_answer->setToken(taken.isEmpty() ? Token::Ok : Token::Bad);
    m_answer->setText(
        taken.isEmpty()
            ? tr("%1 is now %2.").arg(bare(m_actions.title(id)), keys.toString(QKeySequence::NativeText))
            : tr("%1 is taken: %2.").arg(keys.toString(QKeySequence::NativeText), taken));
    m_model.refresh();
}

void ShortcutsPage::leaveEdit() {
    if (m_edit == nullptr)
        return;
    // Moving the keyboard away ends the editing once more, and the table must not lose its editor under the
    // event that is still on its way to it.
    QKeySequenceEdit* edit = m_edit;
    m_edit = nullptr;
    edit->disconnect(this);
    if (edit->hasFocus())
        m_table->setFocus();
    const auto remove = [this, index = m_edited] {
        if (!index.isValid() || (m_edit != nullptr && index == m_edited))
            return;
        m_table->setIndexWidget(index, nullptr);
        m_table->setRowHeight(index.row(), theme().px(28));
    };
    QMetaObject::invokeMethod(this, remove, Qt::QueuedConnection);
}

bool ShortcutsPage::eventFilter(QObject* watched, QEvent* event) {
    // Whoever goes elsewhere before the keys are known leaves them as they are.
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        leaveEdit();
    return QWidget::eventFilter(watched, event);
}

ShortcutsDialog::ShortcutsDialog(Actions& actions, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Keyboard shortcuts"));
    openWithin(*this, 640, 640);
    const int pad = theme().px(16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(pad, pad, pad, pad);
    auto* page = new ShortcutsPage(actions, this);
    column->addWidget(page);
    connect(page, &ShortcutsPage::dismissed, this, &QDialog::reject);
}

} // namespace rapport::ui
