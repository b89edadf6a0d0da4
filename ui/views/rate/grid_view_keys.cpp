// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys do in the grid.
#include "text/collation.h"
#include "ui/app/language.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/views/rate/grid_parts.h"
#include "ui/views/rate/grid_view.h"
#include "ui/views/rate/rate_header.h"
#include "ui/views/rate/rate_keys.h"
#include "ui/views/rate/stop_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTableView>
#include <algorithm>
#include <unordered_set>

namespace rapport::ui {

namespace {

/// More at once would hold the window up; they are selected in parts.
constexpr std::size_t mostAtOnce = 500;

} // namespace

QStringList GridView::actionIds() const {
    return {QStringLiteral("rate.sort"), QStringLiteral("rate.flag")};
}

void GridView::connectActions() {
    Actions& actions = host().actions();
    const auto on = [this, &actions](const char* id, std::function<void()> work) {
        actions.onShown(QString::fromLatin1(id), this, std::move(work));
    };
    const auto go = [this](int row) {
        if (row >= 0 && row < m_grid.rowCount())
            select({m_grid.item(row).unit}, m_grid.item(row).unit);
    };
    const auto goUndone = [this, go](int direction) {
        const int count = m_grid.rowCount();
        const int now = m_selection->currentIndex().row();
        for (int step = 1; step <= count; ++step) {
            const int row = ((now + direction * step) % count + count) % count;
            if (!m_grid.marks(row).isComplete)
                return go(row);
        }
    };
    on("rate.one", [this] { openCurrent(); });
    on("rate.grid", [this] { showPage(host(), m_desk, RatePage::Grid); });
    on("rate.transcripts", [this] { showPage(host(), m_desk, RatePage::Transcripts); });
    on("rate.flag", [this] { flagSelected(); });
    on("rate.memo", [this] {
        // Memos are written where the answer is read.
        openCurrent();
        host().actions().action(QStringLiteral("rate.memo"))->trigger();
    });
    on("rate.sort", [this] { sortByCurrent(); });
    on("rate.filter", [this] {
        m_text->setFocus(Qt::ShortcutFocusReason);
        m_text->selectAll();
    });
    on("rate.nextUndone", [goUndone] { goUndone(1); });
    on("rate.previousUndone", [goUndone] { goUndone(-1); });
    on("rate.first", [go] { go(0); });
    on("rate.last", [this, go] { go(m_grid.rowCount() - 1); });
    const auto next = [this, go](int by) {
        const int count = m_grid.rowCount();
        if (count > 0)
            go((m_selection->currentIndex().row() + by + count) % count);
    };
    on("rate.nextMatch", [next] { next(1); });
    on("rate.previousMatch", [next] { next(-1); });
    on("rate.nextPane", [this] {
        (m_left->hasFocus() || m_right->hasFocus() ? static_cast<QWidget*>(m_text) : tableAtHand())
            ->setFocus(Qt::TabFocusReason);
    });
}

void GridView::keyPressEvent(QKeyEvent* event) {
    if (!takeKey(event))
        View::keyPressEvent(event);
}

bool GridView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent*>(event));
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) {
        m_isPressed = false;
        const auto* press = static_cast<QMouseEvent*>(event);
        for (QTableView* table : {m_left, m_right}) {
            const int row = table->rowAt(press->position().toPoint().y());
            if (watched == table->viewport() && press->button() == Qt::LeftButton &&
                press->modifiers() == Qt::ShiftModifier && row >= 0) {
                table->setFocus(Qt::MouseFocusReason);
                extendTo(row);
                m_isPressed = true;
                return true;
            }
        }
    }
    // What follows such a press is not for the table either: it would go on from where it was clicked before.
    if (m_isPressed && event->type() == QEvent::MouseMove) {
        m_isPressed = (static_cast<QMouseEvent*>(event)->buttons() & Qt::LeftButton) != 0;
        return m_isPressed;
    }
    if (m_isPressed && event->type() == QEvent::MouseButtonRelease &&
        static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) {
        m_isPressed = false;
        return true;
    }
    if (event->type() == QEvent::FocusIn) {
        // By Tab beside the cursor: it comes along.
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        const QModelIndex now = m_selection->currentIndex();
        const bool isByTab = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
        if (isByTab && now.isValid() && (watched == m_left || watched == m_right) && watched != tableAtHand())
            moveColumn(AnswerGrid::fixedColumns - (watched == m_left ? 1 : 0) - std::max(3, now.column()));
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        m_left->viewport()->update();
        m_right->viewport()->update();
    }
    return View::eventFilter(watched, event);
}

bool GridView::takeKey(QKeyEvent* event) {
    if (m_grid.rowCount() == 0)
        return false;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && modifiers == Qt::ControlModifier) {
        openCurrent();
        return true;
    }
    if (event->key() == Qt::Key_Space && modifiers == Qt::ControlModifier) {
        const QModelIndex now = m_selection->currentIndex();
        m_selection->select(now, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        return true;
    }
    if ((event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) && modifiers == Qt::ControlModifier) {
        // The cursor alone: rows apart from one another are selected with Ctrl+Space.
        const QModelIndex now = m_selection->currentIndex();
        const int row =
            std::clamp(now.row() + (event->key() == Qt::Key_Down ? 1 : -1), 0, m_grid.rowCount() - 1);
        m_selection->setCurrentIndex(m_grid.index(row, now.column()), QItemSelectionModel::NoUpdate);
        m_left->scrollTo(m_grid.index(row, 0));
        return true;
    }
    if (modifiers != Qt::NoModifier && modifiers != Qt::ShiftModifier)
        return false;
    if (modifiers == Qt::ShiftModifier) {
        const int now = m_selection->currentIndex().row();
        const int page =
            std::max(1, m_left->viewport()->height() / m_left->verticalHeader()->defaultSectionSize() - 1);
        const auto extend = [this](int row) {
            extendTo(std::clamp(row, 0, m_grid.rowCount() - 1));
            return true;
        };
        switch (event->key()) {
        case Qt::Key_Up:
            return extend(now - 1);
        case Qt::Key_Down:
            return extend(now + 1);
        case Qt::Key_PageUp:
            return extend(now - page);
        case Qt::Key_PageDown:
            return extend(now + page);
        case Qt::Key_Home:
            return extend(0);
        case Qt::Key_End:
            return extend(m_grid.rowCount() - 1);
        default:
            break;
        }
    }
    if (m_desk.held()) {
        if (isEnter && !event->isAutoRepeat()) {
            auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
            if (button != nullptr && m_stop->isAncestorOf(button))
                button->click();
            else
                m_stop->retry();
        }
        if (isEnter || rateKey(*event).kind != RateKey::None)
            return true;
    }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        moveColumn(event->key() == Qt::Key_Right ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->isAutoRepeat())
            return true;
        if (selectedRows().size() > 1)
            completeSelected();
        else
            openCurrent();
        return true;
    case Qt::Key_Escape:
        if (m_sequence.reset())
            return true;
        m_isAsked = false;
        if (const QModelIndex now = m_selection->currentIndex(); selectedRows().size() > 1) {
            m_selection->select(now, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        } else if (!m_text->text().isEmpty()) {
            m_text->clear();
            applyFilter();
        }
        return true;
    case Qt::Key_Space: {
        const QModelIndex now = m_selection->currentIndex();
        const GridColumn& column = m_grid.columns()[std::size_t(std::max(0, now.column()))];
        if (column.kind == GridColumn::Code && !event->isAutoRepeat())
            codeSelected(column.code);
        return true;
    }
    default:
        break;
    }
    const RateKey key = rateKey(*event);
    if (key.kind == RateKey::None)
        return false;
    if (event->isAutoRepeat())
        return true;
    switch (key.kind) {
    case RateKey::Slash:
        m_text->setFocus(Qt::ShortcutFocusReason);
        m_text->selectAll();
        return true;
    case RateKey::Comma:
        m_sequence.comma();
        if (m_sequence.isWaiting())
            host().showToast(tr("%1 and the letter of the second row, or Esc").arg(m_sequence.waiting()));
        return true;
    case RateKey::Plus:
    case RateKey::Minus:
        countSelected(key.kind == RateKey::Plus ? 1 : -1);
        return true;
    default:
        break;
    }
    const bool isSequence = m_sequence.isWaiting();
    const QString whole = m_sequence.letter(key.text);
    const auto& columns = m_grid.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].kind == GridColumn::Code && columns[i].look.key == whole) {
            // Codes of different questions may share a key: the one that applies here is meant.
            const auto rows = selectedRows();
            const bool isMeant =
                std::any_of(rows.begin(), rows.end(), [&](int row) { return m_grid.applies(row, int(i)); });
            if (!isMeant)
                continue;
            codeSelected(columns[i].code);
            return true;
        }
        for (std::size_t level = 0; !isSequence && level < columns[i].levels.size(); ++level) {
            if (columns[i].levels[level].second.key == whole) {
                chooseSelected(int(i), level);
                return true;
            }
        }
    }
    return true;
}

void GridView::extendTo(int row) {
    // From the end of what is selected that the cursor is not at. (A table's own beginning is where it was
    // last clicked, wherever its cursor was put since.)
    const QModelIndex now = m_selection->currentIndex();
    const std::vector<int> rows = selectedRows();
    int from = std::max(0, now.row());
    if (!rows.empty() && rows.back() - rows.front() + 1 == int(rows.size())) {
        if (from == rows.front())
            from = rows.back();
        else if (from == rows.back())
            from = rows.front();
    }
    m_selection->select(QItemSelection(m_grid.index(std::min(from, row), 0),
                                       m_grid.index(std::max(from, row), m_grid.columnCount() - 1)),
                        QItemSelectionModel::ClearAndSelect);
    m_selection->setCurrentIndex(m_grid.index(row, std::max(2, now.column())), QItemSelectionModel::NoUpdate);
    m_left->scrollTo(m_grid.index(row, 0));
}

void GridView::moveColumn(int by) {
    const QModelIndex now = m_selection->currentIndex();
    if (!now.isValid())
        return;
    // At the left the answer is the one stop; then the columns of codes.
    int column = now.column() < AnswerGrid::fixedColumns ? AnswerGrid::fixedColumns - 1 : now.column();
    column = std::clamp(column + by, AnswerGrid::fixedColumns - 1, m_grid.columnCount() - 1);
    const bool isLeft = column < AnswerGrid::fixedColumns;
    const QModelIndex index = m_grid.index(now.row(), isLeft ? 2 : column);
    m_selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    QTableView* table = isLeft ? m_left : m_right;
    table->setFocus(Qt::OtherFocusReason);
    table->scrollTo(index);
}

void GridView::openCurrent() {
    const int row = m_selection->currentIndex().row();
    if (row < 0)
        return;
    ViewTarget target;
    target.unit = m_grid.item(row).unit;
    host().openView(QStringLiteral("rate-answers"), target);
}

void GridView::sortByCurrent() {
    const int column = m_selection->currentIndex().column();
    if (column >= 0)
        sortBy(column);
}

void GridView::sortBy(int section) {
    if (m_grid.columns()[std::size_t(section)].kind == GridColumn::Answer && !m_grid.hasTextOrder()) {
        findTextOrder(section);
        return;
    }
    const bool isAgain = m_grid.sortColumn() == section && m_grid.sortOrder() == Qt::AscendingOrder;
    std::vector<model::UnitId> units;
    for (const int each : selectedRows())
        units.push_back(m_grid.item(each).unit);
    const int now = m_selection->currentIndex().row();
    const model::UnitId current = now >= 0 ? m_grid.item(now).unit : model::UnitId();
    m_grid.sort(section, isAgain ? Qt::DescendingOrder : Qt::AscendingOrder);
    select(units, current);
    m_left->horizontalHeader()->viewport()->update();
    m_right->horizontalHeader()->viewport()->update();
}

void GridView::findTextOrder(int section) {
    std::vector<model::UnitId> units;
    for (const service::RatingPlace& item : m_desk.units())
        units.push_back(item.unit);
    using Order = std::unordered_map<model::UnitId, int>;
    host().jobs().start<Order>(
        QStringLiteral("grid-text-order"), tr("Sorting the texts"), this,
        [units = std::move(units), language = std::string(uiLanguage())](
            service::Session& session, const base::Task& task) -> base::Result<Order> {
            RAPPORT_ASSIGN(const auto texts, service::unitTexts(session, units));
            const text::Collator collator(language);
            // What tells two answers apart stands at their beginning.
            constexpr std::size_t enough = 200;
            std::vector<std::pair<std::string, std::size_t>> keys;
            for (std::size_t place = 0; place < texts.size(); ++place) {
                if (task.isStopped())
                    return base::Task::cancelled();
                std::size_t end = std::min(enough, texts[place].size());
                while (end < texts[place].size() &&
                       (static_cast<unsigned char>(texts[place][end]) & 0xC0) == 0x80)
                    ++end; // never within a letter
                keys.emplace_back(collator.sortKey(std::string_view(texts[place]).substr(0, end)), place);
            }
            std::sort(keys.begin(), keys.end());
            Order order;
            for (std::size_t rank = 0; rank < keys.size(); ++rank)
                order.emplace(units[keys[rank].second], int(rank));
            return order;
        },
        [this, section](base::Result<Order> order) {
            if (!order) {
                if (order.error().code != base::Errc::Cancelled)
                    host().showError(order.error());
                return;
            }
            m_grid.setTextOrder(std::move(*order));
            if (m_grid.hasTextOrder())
                sortBy(section);
        });
}

std::vector<model::UnitId> GridView::wantedUnits(const std::function<bool(int)>& isWanted) {
    std::vector<model::UnitId> units;
    for (const int row : selectedRows()) {
        if (isWanted(row))
            units.push_back(m_grid.item(row).unit);
    }
    if (units.size() > mostAtOnce) {
        host().showToast(
            tr("At most %1 answers at once; %2 are selected.").arg(mostAtOnce).arg(units.size()));
        units.clear();
    }
    return units;
}

bool GridView::rateAll(const QString& what, std::vector<model::UnitId> units, UnitAct act) {
    std::unordered_set<model::UnitId> completed;
    for (const model::UnitId unit : units) {
        if (m_grid.marks(m_grid.rowOf(unit)).isComplete)
            completed.insert(unit);
    }
    const std::size_t count = units.size();
    const std::size_t opened = completed.size();
    const bool isDone = onAll(what, std::move(units),
                              [completed = std::move(completed), act = std::move(act)](
                                  service::Session& session, const service::Target& target) -> base::Status {
                                  // As one answer does that is completed and touched.
                                  if (completed.contains(target.unit))
                                      RAPPORT_TRY(service::reopen(session, target));
                                  return act(session, target);
                              });
    if (isDone && opened > 0)
        host().showToast(what + QStringLiteral("; ") +
                             (opened == 1 ? tr("1 opened again") : tr("%1 opened again").arg(opened)),
                         true);
    else if (isDone && count > 1)
        host().showToast(what, true);
    return isDone;
}

bool GridView::onAll(const QString& what, std::vector<model::UnitId> units, UnitAct act) {
    if (units.empty() || !m_desk.rater() || !m_desk.round())
        return false;
    const service::Target target{m_desk.rater()->id, m_desk.round()->id, {}};
    return m_desk.write(what,
                        [target, units = std::move(units), act = std::move(act)](service::Session& session) {
                            return service::asOneStep(session, [&](service::Session& inner) -> base::Status {
                                for (const model::UnitId unit : units)
                                    RAPPORT_TRY(act(inner, {target.rater, target.round, unit}));
                                return {};
                            });
                        });
}

QString GridView::onAnswers(const QString& title, std::size_t count) {
    return count == 1 ? tr("%1 on 1 answer").arg(title) : tr("%1 on %2 answers").arg(title).arg(count);
}

void GridView::codeSelected(model::CodeId code) {
    m_isAsked = false;
    const int column = m_grid.columnOf(code);
    if (column < 0)
        return;
    const QString title = m_grid.columns()[std::size_t(column)].title;
    const auto isCoded = [&](int row) {
        const GridState state = m_grid.state(row, column);
        return state == GridState::Coded || state == GridState::Quoted;
    };
    const auto rows = selectedRows();
    const bool isAny =
        std::any_of(rows.begin(), rows.end(), [&](int row) { return m_grid.applies(row, column); });
    if (!isAny) {
        host().showToast(tr("This code does not apply to any selected answer."));
        return;
    }
    auto units = wantedUnits([&](int row) { return m_grid.applies(row, column) && !isCoded(row); });
    const bool addsIt = std::any_of(rows.begin(), rows.end(),
                                    [&](int row) { return m_grid.applies(row, column) && !isCoded(row); });
    if (addsIt) {
        const QString said = onAnswers(title, units.size());
        rateAll(said, std::move(units),
                [code](service::Session& session, const service::Target& target) -> base::Status {
                    RAPPORT_TRY(service::code(session, target, code));
                    return {};
                });
        return;
    }
    // All have it: again takes it off.
    units = wantedUnits(isCoded);
    const auto count = units.size();
    const QString said = count == 1 ? tr("%1 taken off 1 answer").arg(title)
                                    : tr("%1 taken off %2 answers").arg(title).arg(count);
    rateAll(said, std::move(units),
            [code](service::Session& session, const service::Target& target) -> base::Status {
                RAPPORT_TRY(service::withdrawCode(session, target, code));
                return {};
            });
}

void GridView::chooseSelected(int column, std::size_t level) {
    m_isAsked = false;
    const GridColumn& wanted = m_grid.columns()[std::size_t(column)];
    const model::CodeId code = wanted.levels[level].first;
    const QString title = wanted.levels[level].second.title;
    const auto has = [&](int row) { return m_grid.value(row, column) == std::int64_t(level); };
    const auto rows = selectedRows();
    const bool choosesIt = std::any_of(rows.begin(), rows.end(),
                                       [&](int row) { return m_grid.applies(row, column) && !has(row); });
    auto units = wantedUnits([&](int row) { return m_grid.applies(row, column) && has(row) != choosesIt; });
    const QString said = onAnswers(title, units.size());
    rateAll(said, std::move(units),
            [code](service::Session& session, const service::Target& target) -> base::Status {
                RAPPORT_TRY(service::chooseLevel(session, target, code));
                return {};
            });
}

void GridView::countSelected(int by) {
    int column = m_selection->currentIndex().column();
    const auto& columns = m_grid.columns();
    if (column < 0 || columns[std::size_t(column)].kind != GridColumn::Count) {
        const auto first = std::find_if(columns.begin(), columns.end(), [](const GridColumn& each) {
            return each.kind == GridColumn::Count;
        });
        if (first == columns.end())
            return;
        column = int(first - columns.begin());
    }
    const GridColumn& wanted = columns[std::size_t(column)];
    const auto after = [&](int row) { return std::max<std::int64_t>(0, m_grid.value(row, column) + by); };
    // What is 0 and stays so is no act: nothing is opened again for it.
    auto units = wantedUnits(
        [&](int row) { return m_grid.applies(row, column) && after(row) != m_grid.value(row, column); });
    std::unordered_map<model::UnitId, std::int64_t> counts;
    for (const model::UnitId unit : units)
        counts.emplace(unit, after(m_grid.rowOf(unit)));
    const QString said = onAnswers(wanted.title, units.size());
    rateAll(said, std::move(units),
            [variable = wanted.variable, counts = std::move(counts)](
                service::Session& session, const service::Target& target) -> base::Status {
                RAPPORT_TRY(service::setCount(session, target, variable, counts.at(target.unit)));
                return {};
            });
}

void GridView::completeSelected() {
    const auto rows = selectedRows();
    const auto isOpen = [this](int row) { return !m_grid.marks(row).isComplete; };
    const auto waiting = std::count_if(rows.begin(), rows.end(),
                                       [&](int row) { return isOpen(row) && m_grid.openChoices(row) > 0; });
    const bool isBare = std::any_of(rows.begin(), rows.end(), [&](int row) {
        return isOpen(row) && m_grid.openChoices(row) == 0 && m_grid.presenceCodings(row) == 0;
    });
    if (isBare && !m_isAsked) {
        m_isAsked = true;
        host().showToast(tr("Nothing coded. Enter again: none applies"));
        return;
    }
    m_isAsked = false;
    auto units = wantedUnits([&](int row) { return isOpen(row) && m_grid.openChoices(row) == 0; });
    const auto count = units.size();
    const QString what = count == 1 ? tr("1 answer completed") : tr("%1 answers completed").arg(count);
    QString said = what;
    if (waiting > 0)
        said += QStringLiteral("; ") + (waiting == 1 ? tr("1 left open: a choice is missing")
                                                     : tr("%1 left open: a choice is missing").arg(waiting));
    const bool isDone = onAll(what, std::move(units),
                              [](service::Session& session, const service::Target& target) -> base::Status {
                                  RAPPORT_TRY(service::complete(session, target));
                                  return {};
                              });
    if (isDone || (count == 0 && waiting > 0))
        host().showToast(said, isDone);
}

void GridView::flagSelected() {
    const auto rows = selectedRows();
    const bool setsIt =
        std::any_of(rows.begin(), rows.end(), [this](int row) { return !m_grid.marks(row).isFlagged; });
    auto units = wantedUnits([&](int row) { return m_grid.marks(row).isFlagged != setsIt; });
    const auto count = units.size();
    const QString said =
        setsIt ? (count == 1 ? tr("1 answer flagged") : tr("%1 answers flagged").arg(count))
               : (count == 1 ? tr("Flag taken off 1 answer") : tr("Flag taken off %1 answers").arg(count));
    if (onAll(said, std::move(units),
              [setsIt](service::Session& session, const service::Target& target) -> base::Status {
                  RAPPORT_TRY(service::setFlag(session, target, setsIt));
                  return {};
              }) &&
        count > 1)
        host().showToast(said, true);
}

} // namespace rapport::ui
