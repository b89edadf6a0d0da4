// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/analysis_table.h"

#include "ui/bridge/text.h"
#include "ui/models/analysis_words.h"
#include "ui/models/figures.h"

#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace rapport::ui {

namespace {

using analysis::ColumnKind;
using analysis::ResultTable;
using analysis::Value;

bool isMissing(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

std::optional<double> numberIn(const Value& value) {
    if (const auto* exact = std::get_if<double>(&value))
        return *exact;
    if (const auto* count = std::get_if<std::int64_t>(&value))
        return double(*count);
    return std::nullopt;
}

/// Columns that others say already, or that only a machine reads.
constexpr std::array hidden{
    "low",       "high",        "interval", "clusters",          "a",     "b",      "odds_low",
    "odds_high", "odds_method", "risk_low", "risk_high",         "tests", "a_with", "a_share",
    "b_with",    "b_share",     "df",       "smallest_expected", "begin", "end"};

/// A comparison is "group: A2 - B2".
std::string attributeOf(const ResultTable& table, std::size_t row) {
    const std::string comparison = analysis::exactText(table.at(row, "comparison"));
    return comparison.substr(0, comparison.find(": "));
}

bool isIn(const std::string& id, const auto& list) {
    return std::any_of(list.begin(), list.end(), [&id](const char* each) { return id == each; });
}

bool isCodeColumn(const std::string& id) {
    static constexpr std::array codes{"code", "first", "second", "from", "to"};
    return isIn(id, codes);
}

QString numberText(const Value& value, ColumnKind kind) {
    const auto number = numberIn(value);
    if (!number)
        return noFigure();
    switch (kind) {
    case ColumnKind::Share:
        return percentText(*number, 1) + QStringLiteral(" %");
    case ColumnKind::Probability:
        return probabilityText(number);
    case ColumnKind::Count:
        return countText(std::int64_t(std::llround(*number)));
    case ColumnKind::Number:
    case ColumnKind::Text:
        break;
    }
    return QLocale().toString(*number, 'f', 2);
}

} // namespace

AnalysisTable::AnalysisTable(QObject* parent)
    : QAbstractTableModel(parent) {
}

void AnalysisTable::setTable(analysis::ResultTable table, std::shared_ptr<const model::Codebook> codebook) {
    beginResetModel();
    m_table = std::move(table);
    m_codebook = std::move(codebook);
    m_sortColumn = -1;
    arrange();
    choose();
    endResetModel();
}

void AnalysisTable::setAttributeTitles(std::map<std::string, QString> titles) {
    m_attributes = std::move(titles);
}

void AnalysisTable::clear() {
    setTable({}, nullptr);
}

bool AnalysisTable::has(const char* column) const {
    return m_table.column(column) != ResultTable::npos;
}

bool AnalysisTable::saysSomething(std::size_t place) const {
    return std::any_of(m_table.rows.begin(), m_table.rows.end(),
                       [place](const auto& row) { return !isMissing(row[place]); });
}

void AnalysisTable::arrange() {
    m_columns.clear();
    const bool isComparison = has("a_with") && has("b_with");
    const bool hasLimits = has("share") && has("low") && has("high");
    std::set<std::string> variables;
    if (has("variable")) {
        for (std::size_t row = 0; row < m_table.rows.size(); ++row)
            variables.insert(analysis::exactText(m_table.at(row, "variable")));
    }
    std::set<std::string> attributes;
    for (std::size_t row = 0; row < m_table.rows.size(); ++row)
        attributes.insert(attributeOf(m_table, row));
    m_hasManyAttributes = attributes.size() > 1;
    for (std::size_t place = 0; place < m_table.columns.size(); ++place) {
        const analysis::ResultColumn& column = m_table.columns[place];
        const bool isMerged = column.id == "odds_ratio" || column.id == "risk_difference";
        if (isIn(column.id, hidden) || (column.id == "variable" && variables.size() < 2) ||
            (column.id == "prompt" && !m_prompt.empty()) ||
            (isComparison && (column.id == "a_units" || column.id == "b_units")) ||
            (!saysSomething(place) && !m_table.rows.empty()))
            continue;
        Column shown{column.id, AnalysisCell::Number, place, column.kind};
        if (isCodeColumn(column.id))
            shown.cell = AnalysisCell::Code;
        else if (column.kind == ColumnKind::Text)
            shown.cell = AnalysisCell::Text;
        if (isMerged)
            shown.id = column.id == "odds_ratio" ? "odds" : "difference";
        m_columns.push_back(shown);
        if (column.id == "share" && hasLimits) {
            m_columns.push_back({"bar", AnalysisCell::Bar, place, column.kind});
            m_columns.push_back({"limits", AnalysisCell::Number, m_table.column("low"), column.kind});
        }
        if (column.id == "comparison" && isComparison) {
            m_columns.push_back(
                {"first_group", AnalysisCell::Number, m_table.column("a_share"), column.kind});
            m_columns.push_back(
                {"second_group", AnalysisCell::Number, m_table.column("b_share"), column.kind});
        }
    }
}

void AnalysisTable::choose() {
    m_rows.clear();
    m_absent = 0;
    const auto isAbsent = [this](std::size_t row) {
        for (const char* column : {"with", "both", "first_count"}) {
            if (has(column) && numberIn(m_table.at(row, column)).value_or(1) == 0)
                return true;
        }
        return has("a_with") && numberIn(m_table.at(row, "a_with")).value_or(1) == 0 &&
               numberIn(m_table.at(row, "b_with")).value_or(1) == 0;
    };
    for (std::size_t row = 0; row < m_table.rows.size(); ++row) {
        if (!m_prompt.empty() && has("prompt") && analysis::exactText(m_table.at(row, "prompt")) != m_prompt)
            continue;
        if (!m_filter.isEmpty()) {
            const bool holds = std::any_of(m_columns.begin(), m_columns.end(), [&](const Column& column) {
                return (column.cell == AnalysisCell::Text || column.cell == AnalysisCell::Code) &&
                       shown(column, row).contains(m_filter, Qt::CaseInsensitive);
            });
            if (!holds)
                continue;
        }
        if (isAbsent(row)) {
            ++m_absent;
            if (!m_showsAbsent)
                continue;
        }
        m_rows.push_back(row);
    }
    if (m_sortColumn < 0 || m_sortColumn >= int(m_columns.size()))
        return;
    const Column& column = m_columns[std::size_t(m_sortColumn)];
    const auto isBefore = [&](std::size_t a, std::size_t b) {
        const Value& first = m_table.rows[a][column.place];
        const Value& second = m_table.rows[b][column.place];
        // What is missing stands last, whichever way.
        if (isMissing(first) || isMissing(second))
            return !isMissing(first) && isMissing(second);
        const bool isDown = m_order == Qt::DescendingOrder;
        if (const auto x = numberIn(first)) {
            const double y = numberIn(second).value_or(0);
            return isDown ? *x > y : *x < y;
        }
        const int order = QString::localeAwareCompare(shown(column, a), shown(column, b));
        return isDown ? order > 0 : order < 0;
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), isBefore);
}

void AnalysisTable::showPrompt(const std::string& prompt) {
    beginResetModel();
    m_prompt = prompt;
    // One question needs no column that repeats it.
    m_sortColumn = -1;
    arrange();
    choose();
    endResetModel();
}

void AnalysisTable::filter(const QString& typed) {
    beginResetModel();
    m_filter = typed.trimmed();
    choose();
    endResetModel();
}

void AnalysisTable::showAbsent(bool isShown) {
    beginResetModel();
    m_showsAbsent = isShown;
    choose();
    endResetModel();
}

void AnalysisTable::sort(int column, Qt::SortOrder order) {
    beginResetModel();
    m_sortColumn = column;
    m_order = order;
    choose();
    endResetModel();
}

std::vector<std::string> AnalysisTable::prompts() const {
    std::vector<std::string> found;
    if (!has("prompt"))
        return found;
    for (std::size_t row = 0; row < m_table.rows.size(); ++row) {
        std::string prompt = analysis::exactText(m_table.at(row, "prompt"));
        if (std::find(found.begin(), found.end(), prompt) == found.end())
            found.push_back(std::move(prompt));
    }
    return found;
}

int AnalysisTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AnalysisTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_columns.size());
}

AnalysisCell AnalysisTable::cellKind(int column) const {
    return column >= 0 && column < int(m_columns.size()) ? m_columns[std::size_t(column)].cell
                                                         : AnalysisCell::Text;
}

std::size_t AnalysisTable::sourceRow(int row) const {
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)] : ResultTable::npos;
}

std::string AnalysisTable::textOf(int row, const char* column) const {
    const std::size_t source = sourceRow(row);
    return source == ResultTable::npos ? std::string() : analysis::exactText(m_table.at(source, column));
}

std::optional<double> AnalysisTable::numberOf(int row, const char* column) const {
    const std::size_t source = sourceRow(row);
    return source == ResultTable::npos ? std::nullopt : numberIn(m_table.at(source, column));
}

QString AnalysisTable::words(std::size_t row, std::size_t place) const {
    const std::string text = analysis::exactText(m_table.rows[row][place]);
    if (m_codebook && isCodeColumn(m_table.columns[place].id)) {
        if (const auto found = m_codebook->code(text); found.code != nullptr)
            return lookOf(*m_codebook, found.code->id).title;
    }
    if (m_codebook && m_table.columns[place].id == "variable") {
        if (const model::Variable* variable = m_codebook->variable(text)) {
            if (QString title = localText(variable->title); !title.isEmpty())
                return title;
        }
    }
    if (m_table.columns[place].id == "comparison" && has("a") && has("b"))
        return comparisonWords(row);
    if (m_table.columns[place].id == "score")
        return attributeTitle(text);
    return resultWord(m_table.columns[place].id, text);
}

QString AnalysisTable::attributeTitle(const std::string& name) const {
    const auto found = m_attributes.find(name);
    return found == m_attributes.end() || found->second.isEmpty() ? toQt(name) : found->second;
}

QString AnalysisTable::comparisonWords(std::size_t row) const {
    // The groups first: that is what differs from row to row.
    QString words = toQt(analysis::exactText(m_table.at(row, "a"))) + QStringLiteral(" – ") +
                    toQt(analysis::exactText(m_table.at(row, "b")));
    if (m_hasManyAttributes)
        words += QStringLiteral(" (%1)").arg(attributeTitle(attributeOf(m_table, row)));
    return words;
}

QString AnalysisTable::inFull(int row) const {
    const std::size_t source = sourceRow(row);
    if (source == ResultTable::npos)
        return {};
    QStringList lines;
    const auto add = [&lines](const std::string& id, const QString& text) {
        if (!text.isEmpty() && text != noFigure())
            lines.append(columnTitle(id) + QStringLiteral(": ") + text);
    };
    for (const Column& column : m_columns) {
        if (column.cell == AnalysisCell::Code || column.cell == AnalysisCell::Bar)
            continue;
        add(column.id, shown(column, source));
    }
    // What the table leaves out for want of room.
    static constexpr std::array behind{"df", "smallest_expected", "tests", "begin", "end"};
    for (const char* each : behind) {
        if (const std::size_t place = m_table.column(each); place != ResultTable::npos)
            add(each, numberText(m_table.rows[source][place], m_table.columns[place].kind));
    }
    return lines.join(QLatin1Char('\n'));
}

QString AnalysisTable::shown(const Column& column, std::size_t row) const {
    const auto share = [&](const char* name) { return numberText(m_table.at(row, name), ColumnKind::Share); };
    const auto number = [&](const char* name) {
        return numberText(m_table.at(row, name), ColumnKind::Number);
    };
    const auto points = [&](const char* name) {
        const auto value = numberIn(m_table.at(row, name));
        return value ? percentText(*value, 1) : noFigure();
    };
    const auto fraction = [&](const char* with, const char* units, const char* part) {
        return QStringLiteral("%1 / %2  %3")
            .arg(numberText(m_table.at(row, with), ColumnKind::Count),
                 numberText(m_table.at(row, units), ColumnKind::Count), share(part));
    };
    if (column.id == "bar")
        return share("share");
    if (column.id == "limits") {
        if (isMissing(m_table.at(row, "low")))
            return analysis::exactText(m_table.at(row, "interval")) == "few_clusters"
                       ? resultWord("interval", "few_clusters")
                       : noFigure();
        return tr("%1 to %2").arg(points("low"), points("high"));
    }
    if (column.id == "first_group")
        return fraction("a_with", "a_units", "a_share");
    if (column.id == "second_group")
        return fraction("b_with", "b_units", "b_share");
    if (column.id == "odds") {
        if (isMissing(m_table.at(row, "odds_ratio")))
            return noFigure();
        return tr("%1 (%2 to %3)").arg(number("odds_ratio"), number("odds_low"), number("odds_high"));
    }
    if (column.id == "difference") {
        if (isMissing(m_table.at(row, "risk_difference")))
            return noFigure();
        return tr("%1 (%2 to %3)").arg(points("risk_difference"), points("risk_low"), points("risk_high"));
    }
    if (column.cell == AnalysisCell::Number)
        return numberText(m_table.rows[row][column.place], column.kind);
    const QString said = words(row, column.place);
    return said.isEmpty() && column.id == "group" ? tr("everybody") : said;
}

QVariant AnalysisTable::data(const QModelIndex& index, int role) const {
    const std::size_t row = sourceRow(index.row());
    if (!index.isValid() || row == ResultTable::npos || index.column() >= int(m_columns.size()))
        return {};
    const Column& column = m_columns[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return shown(column, row);
    case Qt::AccessibleTextRole:
        return columnTitle(column.id) + QStringLiteral(": ") + shown(column, row);
    case Qt::TextAlignmentRole:
        return int(column.cell == AnalysisCell::Number ? Qt::AlignRight | Qt::AlignVCenter
                                                       : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant AnalysisTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= int(m_columns.size()))
        return {};
    const Column& column = m_columns[std::size_t(section)];
    if (role == Qt::TextAlignmentRole)
        return int(column.cell == AnalysisCell::Number ? Qt::AlignRight | Qt::AlignVCenter
                                                       : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    // Columns of a matrix are codes themselves.
    if (m_table.id == "matrix" && m_codebook) {
        if (const auto found = m_codebook->code(column.id); found.code != nullptr)
            return lookOf(*m_codebook, found.code->id).tag;
    }
    return columnTitle(column.id);
}

std::optional<IntervalFigure> AnalysisTable::figureAt(const QModelIndex& index) const {
    const auto value = numberOf(index.row(), "share");
    if (cellKind(index.column()) != AnalysisCell::Bar || !value)
        return std::nullopt;
    IntervalFigure figure;
    figure.value = *value;
    figure.lower = numberOf(index.row(), "low");
    figure.upper = numberOf(index.row(), "high");
    return figure;
}

std::optional<CodeLook> AnalysisTable::lookAt(const QModelIndex& index) const {
    const std::size_t row = sourceRow(index.row());
    if (cellKind(index.column()) != AnalysisCell::Code || row == ResultTable::npos || !m_codebook)
        return std::nullopt;
    const Column& column = m_columns[std::size_t(index.column())];
    const auto found = m_codebook->code(analysis::exactText(m_table.rows[row][column.place]));
    if (found.code == nullptr)
        return std::nullopt;
    return lookOf(*m_codebook, found.code->id);
}

} // namespace rapport::ui
