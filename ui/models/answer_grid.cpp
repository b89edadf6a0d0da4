// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/answer_grid.h"

#include "ui/bridge/text.h"

#include <algorithm>
#include <numeric>

namespace rapport::ui {

namespace {

constexpr std::size_t pageRows = 64;
constexpr std::size_t mostPages = 64;

} // namespace

void AnswerGrid::setList(std::vector<service::RatingPlace> items,
                         const std::vector<const model::Variable*>& variables,
                         const std::function<QString(model::CodeId)>& keyOf, ReadTexts readTexts) {
    beginResetModel();
    m_items = std::move(items);
    m_marks.assign(m_items.size(), {});
    m_unitPlaces.clear();
    m_unitPlaces.reserve(m_items.size());
    m_applicable.clear();
    m_presence.clear();
    m_pages.clear();
    m_lately.clear();
    m_readTexts = std::move(readTexts);
    m_textOrder.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_unitPlaces.emplace(m_items[i].unit, i);
        m_marks[i].unit = m_items[i].unit;
        m_marks[i].isComplete = m_items[i].isComplete;
        m_marks[i].isFlagged = m_items[i].isFlagged;
        auto& applicable = m_applicable[m_items[i].prompt];
        if (!applicable.empty())
            continue;
        for (const model::Variable* variable : variables) {
            if (variable->appliesTo(m_items[i].kind, m_items[i].prompt))
                applicable.push_back(variable->id);
        }
    }
    m_columns = {{GridColumn::Number, {}, {}, {}, {}, {}, {}, {}},
                 {GridColumn::Status, {}, {}, {}, {}, {}, {}, {}},
                 {GridColumn::Answer, {}, {}, {}, {}, {}, {}, {}},
                 {GridColumn::Seconds, {}, {}, {}, {}, {}, {}, {}}};
    const auto isUsed = [this](model::VariableId id) {
        return std::any_of(m_applicable.begin(), m_applicable.end(), [id](const auto& each) {
            return std::find(each.second.begin(), each.second.end(), id) != each.second.end();
        });
    };
    std::vector<GridColumn> judgements;
    for (const model::Variable* variable : variables) {
        if (!isUsed(variable->id))
            continue;
        if (variable->scale == model::Scale::Presence) {
            m_presence.push_back(variable->id);
            QString group = localText(variable->title);
            int place = 0;
            for (const model::Code& code : variable->codes) {
                if (!code.isCodable) {
                    group = lookOf(code).title;
                    continue;
                }
                GridColumn column{GridColumn::Code, {},      group, lookOf(code, place++),
                                  variable->id,     code.id, {},    {}};
                column.title = column.look.title;
                column.look.key = keyOf(code.id);
                m_columns.push_back(std::move(column));
            }
            continue;
        }
        GridColumn column{variable->scale == model::Scale::Count ? GridColumn::Count : GridColumn::Choice,
                          localText(variable->title),
                          tr("Judgements"),
                          {},
                          variable->id,
                          {},
                          {},
                          {}};
        for (const model::Code& level : variable->codes) {
            column.levels.emplace_back(level.id, lookOf(level));
            column.keys += column.levels.back().second.key + QLatin1Char(' ');
        }
        column.keys = column.kind == GridColumn::Count ? QStringLiteral("+ −") : column.keys.trimmed();
        judgements.push_back(std::move(column));
    }
    m_columns.insert(m_columns.end(), std::make_move_iterator(judgements.begin()),
                     std::make_move_iterator(judgements.end()));
    m_columns.push_back({GridColumn::Marks, {}, {}, {}, {}, {}, {}, {}});
    m_filter = {};
    m_sortColumn = 0;
    m_sortOrder = Qt::AscendingOrder;
    order();
    endResetModel();
}

void AnswerGrid::take(const service::UnitMarks& marks) {
    const auto found = m_unitPlaces.find(marks.unit);
    if (found == m_unitPlaces.end())
        return;
    const auto seconds = m_marks[found->second].seconds;
    m_marks[found->second] = marks;
    if (!marks.seconds)
        m_marks[found->second].seconds = seconds;
}

void AnswerGrid::setMarks(const std::vector<service::UnitMarks>& marks) {
    beginResetModel();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_marks[i] = {};
        m_marks[i].unit = m_items[i].unit;
    }
    for (const service::UnitMarks& each : marks)
        take(each);
    order();
    endResetModel();
}

void AnswerGrid::updateMarks(const std::vector<service::UnitMarks>& marks) {
    int first = rowCount();
    int last = -1;
    for (const service::UnitMarks& each : marks) {
        take(each);
        const int row = rowOf(each.unit);
        if (row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void AnswerGrid::setFilter(GridFilter filter) {
    beginResetModel();
    m_filter = std::move(filter);
    order();
    endResetModel();
}

void AnswerGrid::setTextOrder(std::unordered_map<model::UnitId, int> order) {
    m_textOrder = std::move(order);
}

void AnswerGrid::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columnCount())
        return;
    if (m_columns[std::size_t(column)].kind == GridColumn::Answer && !hasTextOrder())
        return;
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    this->order();
    endResetModel();
}

bool AnswerGrid::passes(std::size_t item) const {
    const service::UnitMarks& marks = m_marks[item];
    switch (m_filter.state) {
    case GridFilter::All:
        break;
    case GridFilter::Undone:
        if (marks.isComplete)
            return false;
        break;
    case GridFilter::Begun:
        if (marks.isComplete || marks.marks.empty())
            return false;
        break;
    case GridFilter::Done:
        if (!marks.isComplete)
            return false;
        break;
    case GridFilter::Flagged:
        if (!marks.isFlagged)
            return false;
        break;
    case GridFilter::WithMemo:
        if (!marks.hasMemo)
            return false;
        break;
    }
    if (!m_filter.code.isNone()) {
        const bool has = std::any_of(marks.marks.begin(), marks.marks.end(),
                                     [this](const auto& mark) { return mark.code == m_filter.code; });
        if (has != m_filter.hasCode)
            return false;
    }
    return !m_filter.saying ||
           std::binary_search(m_filter.saying->begin(), m_filter.saying->end(), m_items[item].unit);
}

std::int64_t AnswerGrid::sortKey(std::size_t item) const {
    const GridColumn& column = m_columns[std::size_t(m_sortColumn)];
    const service::UnitMarks& marks = m_marks[item];
    switch (column.kind) {
    case GridColumn::Status:
        return marks.isComplete ? 0 : marks.marks.empty() ? 2 : 1;
    case GridColumn::Seconds:
        return marks.seconds.value_or(-1);
    case GridColumn::Code:
        return -std::int64_t(stateOf(item, column));
    case GridColumn::Choice:
    case GridColumn::Count:
        return valueOf(item, column);
    case GridColumn::Answer: {
        const auto found = m_textOrder.find(m_items[item].unit);
        return found == m_textOrder.end() ? std::int64_t(m_textOrder.size()) : found->second;
    }
    case GridColumn::Marks:
        return -((marks.isFlagged ? 2 : 0) + (marks.hasMemo ? 1 : 0));
    default:
        return std::int64_t(item);
    }
}

void AnswerGrid::order() {
    m_rows.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (passes(i))
            m_rows.push_back(int(i));
    }
    if (m_sortColumn > 0 || m_sortOrder == Qt::DescendingOrder) {
        std::vector<std::int64_t> keys(m_items.size());
        for (const int item : m_rows)
            keys[std::size_t(item)] = sortKey(std::size_t(item));
        const bool isDown = m_sortOrder == Qt::DescendingOrder;
        std::stable_sort(m_rows.begin(), m_rows.end(), [&](int a, int b) {
            return isDown ? keys[std::size_t(a)] > keys[std::size_t(b)]
                          : keys[std::size_t(a)] < keys[std::size_t(b)];
        });
    }
    m_rowOf.assign(m_items.size(), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf[std::size_t(m_rows[row])] = int(row);
}

int AnswerGrid::columnOf(model::CodeId code) const {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].kind == GridColumn::Code && m_columns[i].code == code)
            return int(i);
    }
    return -1;
}

const service::RatingPlace& AnswerGrid::item(int row) const {
    return m_items[place(row)];
}

const service::UnitMarks& AnswerGrid::marks(int row) const {
    return m_marks[place(row)];
}

int AnswerGrid::rowOf(model::UnitId unit) const {
    const auto found = m_unitPlaces.find(unit);
    return found == m_unitPlaces.end() ? -1 : m_rowOf[found->second];
}

bool AnswerGrid::appliesTo(std::size_t item, model::VariableId variable) const {
    const auto found = m_applicable.find(m_items[item].prompt);
    return found != m_applicable.end() &&
           std::find(found->second.begin(), found->second.end(), variable) != found->second.end();
}

bool AnswerGrid::applies(int row, int column) const {
    return appliesTo(place(row), m_columns[std::size_t(column)].variable);
}

GridState AnswerGrid::stateOf(std::size_t item, const GridColumn& column) const {
    const service::UnitMarks& marks = m_marks[item];
    for (const auto& mark : marks.marks) {
        if (mark.code == column.code && mark.variable == column.variable)
            return mark.hasQuote ? GridState::Quoted : GridState::Coded;
    }
    if (!appliesTo(item, column.variable))
        return GridState::NotApplicable;
    if (marks.isComplete)
        return GridState::Absent;
    return marks.marks.empty() ? GridState::NotBegun : GridState::Begun;
}

GridState AnswerGrid::state(int row, int column) const {
    return stateOf(place(row), m_columns[std::size_t(column)]);
}

std::int64_t AnswerGrid::valueOf(std::size_t item, const GridColumn& column) const {
    for (const auto& mark : m_marks[item].marks) {
        if (mark.variable != column.variable)
            continue;
        if (column.kind == GridColumn::Count)
            return mark.count;
        for (std::size_t level = 0; level < column.levels.size(); ++level) {
            if (column.levels[level].first == mark.code)
                return std::int64_t(level);
        }
    }
    return column.kind == GridColumn::Count ? 0 : -1;
}

std::int64_t AnswerGrid::value(int row, int column) const {
    return valueOf(place(row), m_columns[std::size_t(column)]);
}

int AnswerGrid::openChoices(int row) const {
    int open = 0;
    for (const GridColumn& column : m_columns) {
        open += column.kind == GridColumn::Choice && appliesTo(place(row), column.variable) &&
                        valueOf(place(row), column) < 0
                    ? 1
                    : 0;
    }
    return open;
}

int AnswerGrid::presenceCodings(int row) const {
    const auto& all = marks(row).marks;
    return int(std::count_if(all.begin(), all.end(), [this](const auto& mark) {
        return std::find(m_presence.begin(), m_presence.end(), mark.variable) != m_presence.end();
    }));
}

QString AnswerGrid::text(int row) const {
    const std::size_t item = place(row);
    const std::size_t page = item / pageRows;
    auto found = m_pages.find(page);
    if (found == m_pages.end()) {
        if (!m_readTexts)
            return {};
        std::vector<model::UnitId> units;
        for (std::size_t i = page * pageRows; i < std::min(m_items.size(), (page + 1) * pageRows); ++i)
            units.push_back(m_items[i].unit);
        std::vector<QString> texts;
        for (const std::string& each : m_readTexts(units))
            texts.push_back(toQt(each).simplified());
        texts.resize(units.size());
        if (m_pages.size() >= mostPages) {
            m_pages.erase(m_lately.back());
            m_lately.pop_back();
        }
        m_lately.push_front(page);
        found = m_pages.emplace(page, std::move(texts)).first;
    } else if (m_lately.front() != page) {
        m_lately.remove(page);
        m_lately.push_front(page);
    }
    return found->second[item % pageRows];
}

AnswerGrid::Counts AnswerGrid::counts() const {
    Counts counts;
    for (const int item : m_rows) {
        const service::UnitMarks& marks = m_marks[std::size_t(item)];
        ++(marks.isComplete ? counts.done : marks.marks.empty() ? counts.open : counts.begun);
    }
    return counts;
}

int AnswerGrid::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AnswerGrid::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant AnswerGrid::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const int row = index.row();
    const GridColumn& column = m_columns[std::size_t(index.column())];
    const service::UnitMarks& all = marks(row);
    switch (column.kind) {
    case GridColumn::Number:
        return QString::number(place(row) + 1);
    case GridColumn::Status:
        return all.isComplete ? tr("done") : all.marks.empty() ? tr("open") : tr("begun");
    case GridColumn::Answer:
        return text(row);
    case GridColumn::Seconds:
        return all.seconds ? QString::number(*all.seconds) : QString();
    case GridColumn::Code: {
        QString said;
        switch (stateOf(place(row), column)) {
        case GridState::NotApplicable:
            return QString();
        case GridState::NotBegun:
        case GridState::Begun:
            said = tr("not judged");
            break;
        case GridState::Absent:
            said = tr("judged absent");
            break;
        case GridState::Coded:
            said = tr("coded");
            break;
        case GridState::Quoted:
            said = tr("coded") + QStringLiteral(", ") + tr("with a quote");
            break;
        }
        return role == Qt::AccessibleTextRole ? tr("%1: %2").arg(column.title, said) : said;
    }
    case GridColumn::Choice: {
        const std::int64_t level = value(row, index.column());
        const QString said = level < 0 ? QString() : column.levels[std::size_t(level)].second.title;
        return role == Qt::AccessibleTextRole ? tr("%1: %2").arg(column.title, said) : said;
    }
    case GridColumn::Count: {
        const QString said = QString::number(value(row, index.column()));
        return role == Qt::AccessibleTextRole ? tr("%1: %2").arg(column.title, said) : said;
    }
    case GridColumn::Marks: {
        QStringList said;
        if (all.isFlagged)
            said.append(tr("flagged"));
        if (all.hasMemo)
            said.append(tr("memo"));
        return said.join(QStringLiteral(", "));
    }
    }
    return {};
}

QVariant AnswerGrid::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const GridColumn& column = m_columns[std::size_t(section)];
    switch (column.kind) {
    case GridColumn::Number:
        return tr("No.");
    case GridColumn::Status:
        return tr("Status");
    case GridColumn::Answer:
        return tr("Answer");
    case GridColumn::Seconds:
        if (role != Qt::DisplayRole)
            return tr(
                "Seconds from the completion before it to its own; empty after more than three minutes");
        return tr("Sec");
    case GridColumn::Marks:
        return tr("Marks");
    case GridColumn::Code:
        return column.look.key.isEmpty() ? column.title
                                         : QStringLiteral("%1 (%2)").arg(column.title, column.look.key);
    default:
        return column.title;
    }
}

} // namespace rapport::ui
