// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/actions.h"

#include "ui/app/icons.h"
#include "ui/app/settings.h"
#include "ui/app/shell_actions.h"
#include "ui/views/agreement/agreement_actions.h"
#include "ui/views/analysis/analysis_actions.h"
#include "ui/views/consensus/consensus_actions.h"
#include "ui/views/rate/rate_actions.h"
#include "ui/views/reports/reports_actions.h"
#include "ui/views/search/search_actions.h"
#include "ui/views/study/study_actions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QWidget>

namespace rapport::ui {

namespace {

bool meet(ActionContext a, ActionContext b) {
    const auto isEverywhere = [](ActionContext context) {
        return context == ActionContext::Global || context == ActionContext::Study;
    };
    return a == b || isEverywhere(a) || isEverywhere(b);
}

bool isBare(const QKeySequence& keys) {
    if (keys.count() != 1)
        return false;
    const QKeyCombination first = keys[0];
    const Qt::KeyboardModifiers modifiers = first.keyboardModifiers() & ~Qt::ShiftModifier;
    const bool isLetter = first.key() >= Qt::Key_A && first.key() <= Qt::Key_Z;
    const bool isDigit = first.key() >= Qt::Key_0 && first.key() <= Qt::Key_9;
    return modifiers == Qt::NoModifier && (isLetter || isDigit);
}

/// F10 and Alt with a letter open menus, whatever else they are given.
bool opensMenus(const QKeySequence& keys) {
    for (int at = 0; at < keys.count(); ++at) {
        const QKeyCombination each = keys[uint(at)];
        const Qt::KeyboardModifiers modifiers = each.keyboardModifiers() & ~Qt::ShiftModifier;
        if ((each.key() == Qt::Key_F10 && modifiers == Qt::NoModifier) ||
            (modifiers == Qt::AltModifier && each.key() >= Qt::Key_A && each.key() <= Qt::Key_Z))
            return true;
    }
    return false;
}

QString translated(const char* text) {
    return QCoreApplication::translate("Actions", text);
}

QString settingsKey(const ActionRow& row) {
    return QStringLiteral("keys/") + QLatin1String(row.id);
}

} // namespace

const std::vector<ActionRow>& actionRows() {
    static const std::vector<ActionRow> rows = [] {
        std::vector<ActionRow> all;
        for (const std::span<const ActionRow> part :
             {shellActions(), rateActions(), studyActions(), searchActions(), consensusActions(),
              agreementActions(), analysisActions(), reportsActions()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return rows;
}

QList<QKeySequence> keysOf(const ActionRow& row) {
    QList<QKeySequence> keys;
    const QStringList parts =
        QString::fromLatin1(row.shortcuts).split(QStringLiteral("; "), Qt::SkipEmptyParts);
    for (const QString& part : parts)
        keys.append(QKeySequence(part, QKeySequence::PortableText));
    return keys;
}

QStringList conflicts(std::span<const ActionRow> rows) {
    QStringList found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const QKeySequence& keys : keysOf(rows[i])) {
            if (isBare(keys))
                found.append(QStringLiteral("%1: %2 belongs to the codebook")
                                 .arg(QLatin1String(rows[i].id), keys.toString()));
            if (opensMenus(keys))
                found.append(
                    QStringLiteral("%1: %2 opens menus").arg(QLatin1String(rows[i].id), keys.toString()));
            for (std::size_t j = i + 1; j < rows.size(); ++j) {
                if (meet(rows[i].context, rows[j].context) && keysOf(rows[j]).contains(keys))
                    found.append(
                        QStringLiteral("%1: %2 and %3")
                            .arg(keys.toString(), QLatin1String(rows[i].id), QLatin1String(rows[j].id)));
            }
        }
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
            if (qstrcmp(rows[i].id, rows[j].id) == 0)
                found.append(QStringLiteral("%1 is there twice").arg(QLatin1String(rows[i].id)));
        }
    }
    return found;
}

Actions::Actions(QWidget* window)
    : QObject(window) {
    for (const ActionRow& row : actionRows()) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(row.id));
        action->setCheckable(row.isCheckable);
        action->setIconVisibleInMenu(true);
        if (qstrlen(row.icon) > 0)
            action->setIcon(themeIcon(QLatin1String(row.icon)));
        window->addAction(action);
        m_places.insert(QLatin1String(row.id), m_entries.size());
        m_entries.push_back({&row, action, true});
    }
    loadKeys();
    retranslate();
    refresh();
}

QAction* Actions::action(const QString& id) const {
    const auto place = m_places.constFind(id);
    Q_ASSERT_X(place != m_places.constEnd(), "Actions::action", qPrintable(id));
    return m_entries.at(*place).action;
}

const ActionRow* Actions::row(const QString& id) {
    for (const ActionRow& row : actionRows()) {
        if (id == QLatin1String(row.id))
            return &row;
    }
    return nullptr;
}

QString Actions::keyText(const QString& id) const {
    const QAction* found = action(id);
    if (!found->shortcuts().isEmpty())
        return found->shortcuts().constFirst().toString(QKeySequence::NativeText);
    const ActionRow* entry = row(id);
    const QList<QKeySequence> keys = entry != nullptr ? keysOf(*entry) : QList<QKeySequence>();
    return keys.isEmpty() ? QString() : keys.constFirst().toString(QKeySequence::NativeText);
}

QString Actions::title(const QString& id) const {
    const ActionRow* entry = row(id);
    return entry != nullptr ? translated(entry->text) : QString();
}

void Actions::on(const QString& id, QObject* context, std::function<void()> work) {
    QAction* found = action(id);
    connect(found, &QAction::triggered, context, [work = std::move(work)] { work(); });
    count(id, context);
}

void Actions::onShown(const QString& id, QWidget* view, std::function<void()> work) {
    if (!m_shared.contains(id))
        connect(action(id), &QAction::triggered, this, [this, id] {
            const std::vector<Shared> all = m_shared.value(id);
            const auto shown = std::find_if(all.begin(), all.end(), [](const Shared& each) {
                return each.view != nullptr && each.view->isVisible();
            });
            if (shown != all.end())
                shown->work();
        });
    m_shared[id].push_back({view, std::move(work)});
    count(id, view);
}

void Actions::count(const QString& id, QObject* context) {
    ++m_connected[id];
    connect(context, &QObject::destroyed, this, [this, id] {
        if (--m_connected[id] <= 0)
            m_connected.remove(id);
        if (const auto shared = m_shared.find(id); shared != m_shared.end())
            std::erase_if(*shared, [](const Shared& each) { return each.view == nullptr; });
        refresh();
    });
    refresh();
}

void Actions::setCurrent(ActionContext context, bool isStudyOpen) {
    m_current = context;
    m_isStudyOpen = isStudyOpen;
    refresh();
}

void Actions::setAvailable(const QString& id, bool isAvailable) {
    const auto place = m_places.constFind(id);
    if (place == m_places.constEnd() || m_entries[*place].isAvailable == isAvailable)
        return;
    m_entries[*place].isAvailable = isAvailable;
    refresh();
}

void Actions::refresh() {
    for (const Entry& entry : m_entries) {
        const ActionContext context = entry.row->context;
        const bool isHere = context == ActionContext::Global ||
                            (context == ActionContext::Study && m_isStudyOpen) ||
                            (context == m_current && m_isStudyOpen);
        entry.action->setEnabled(isHere && entry.isAvailable &&
                                 m_connected.contains(QLatin1String(entry.row->id)));
        entry.action->setVisible(context == ActionContext::Global || context == ActionContext::Study ||
                                 context == m_current || entry.row->menu == ActionMenu::Go);
    }
}

void Actions::loadKeys() {
    for (const Entry& entry : m_entries) {
        QList<QKeySequence> keys = keysOf(*entry.row);
        const QString stored = remembered(settingsKey(*entry.row)).toString();
        if (!stored.isEmpty())
            keys = QKeySequence::listFromString(stored);
        if (entry.row->binding == Binding::Shortcut)
            entry.action->setShortcuts(keys);
    }
}

QString Actions::setKeys(const QString& id, const QList<QKeySequence>& keys) {
    const auto place = m_places.constFind(id);
    if (place == m_places.constEnd())
        return {};
    const Entry& own = m_entries[*place];
    for (const QKeySequence& key : keys) {
        if (isBare(key))
            return QCoreApplication::translate("Actions", "the codes of the codebook");
        if (opensMenus(key))
            return QCoreApplication::translate("Actions", "the menus");
        for (const Entry& other : m_entries) {
            const QList<QKeySequence> taken =
                other.row->binding == Binding::Shortcut ? other.action->shortcuts() : keysOf(*other.row);
            if (&other != &own && meet(other.row->context, own.row->context) && taken.contains(key))
                return translated(other.row->text);
        }
    }
    own.action->setShortcuts(keys);
    remember(settingsKey(*own.row), QKeySequence::listToString(keys));
    return {};
}

void Actions::resetKeys() {
    forget(QStringLiteral("keys"));
    loadKeys();
}

void Actions::fill(QMenu& menu, ActionMenu which) const {
    for (const Entry& entry : m_entries) {
        if (entry.row->menu != which)
            continue;
        if (entry.row->opensGroup && !menu.isEmpty())
            menu.addSeparator();
        menu.addAction(entry.action);
    }
}

QStringList Actions::enabledIds() const {
    QStringList ids;
    for (const Entry& entry : m_entries) {
        if (entry.action->isEnabled())
            ids.append(QLatin1String(entry.row->id));
    }
    return ids;
}

QStringList Actions::idsElsewhere() const {
    QStringList ids;
    for (const Entry& entry : m_entries) {
        const ActionContext context = entry.row->context;
        const bool isElsewhere =
            context != m_current && context != ActionContext::Global && context != ActionContext::Study;
        // What only leads to its view waits for what is chosen there.
        if (isElsewhere && m_isStudyOpen && (entry.isAvailable || !entry.row->needsNothing))
            ids.append(QLatin1String(entry.row->id));
    }
    return ids;
}

void Actions::retranslate() {
    for (const Entry& entry : m_entries) {
        QString text = translated(entry.row->text);
        // Keys that the view itself answers to are shown, not bound.
        if (entry.row->binding == Binding::View && !keysOf(*entry.row).isEmpty()) {
            text += QLatin1Char('\t') + keysOf(*entry.row).constFirst().toString(QKeySequence::NativeText);
        }
        entry.action->setText(text);
        entry.action->setToolTip(translated(entry.row->text));
    }
}

} // namespace rapport::ui
