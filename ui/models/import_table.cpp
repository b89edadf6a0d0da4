// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/import_table.h"

#include "model/names.h"
#include "ui/bridge/hint_text.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <QFileInfo>
#include <algorithm>

namespace rapport::ui {

using service::ColumnPlan;
using service::ColumnUse;

QString planText(const ColumnPlan& plan) {
    QString target = toQt(plan.target.empty() ? plan.column : plan.target);
    switch (plan.use) {
    case ColumnUse::Participant:
        return ImportTable::tr("Participant");
    case ColumnUse::Answer:
        return plan.target.empty() ? ImportTable::tr("Answer") : ImportTable::tr("Answer %1").arg(target);
    case ColumnUse::Prompt:
        return ImportTable::tr("Question");
    case ColumnUse::Attribute:
        return target;
    case ColumnUse::Language:
        return ImportTable::tr("Language");
    case ColumnUse::Wave:
        return ImportTable::tr("Wave");
    case ColumnUse::LeftOut:
        return ImportTable::tr("Left out");
    }
    return {};
}

QString planIcon(const ColumnPlan& plan) {
    switch (plan.use) {
    case ColumnUse::Participant:
        return QStringLiteral("lock");
    case ColumnUse::Answer:
        return QStringLiteral("quote");
    case ColumnUse::Prompt:
        return QStringLiteral("answer");
    case ColumnUse::Attribute:
        return plan.isBlinded ? QStringLiteral("eye-off") : QStringLiteral("eye");
    case ColumnUse::Language:
        return QStringLiteral("language");
    case ColumnUse::Wave:
        return QStringLiteral("history");
    case ColumnUse::LeftOut:
        return QStringLiteral("cross");
    }
    return {};
}

bool isPersonal(const ColumnPlan& plan) {
    return plan.use == ColumnUse::LeftOut && plan.finding.text().rfind("seems to hold", 0) == 0;
}

QString findingText(const base::Phrase& finding) {
    if (finding.empty())
        return {};
    if (finding == "technical column of the survey system")
        return ImportTable::tr("A technical column of the survey system.");
    if (finding == "empty")
        return ImportTable::tr("Empty in every row.");
    if (finding.text().rfind("looks like free text", 0) == 0)
        return ImportTable::tr("Looks like free text: choose a question if it is an answer.");
    if (finding.text().rfind("seems to hold", 0) == 0)
        return ImportTable::tr("Seems to say who somebody is. It is not read into the study at all.");
    return phraseSentence(finding);
}

std::string promptNameFrom(const std::string& column) {
    std::string made;
    for (const char letter : column) {
        const bool isPlain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                             (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
        if (isPlain)
            made += letter;
        else if (!made.empty() && made.back() != '_')
            made += '_';
    }
    // Of a whole sentence its first words: names stand in files and beside every answer.
    constexpr std::size_t most = 24;
    if (made.size() > most) {
        const std::size_t end = made.rfind('_', most);
        made.resize(end == std::string::npos || end == 0 ? most : end);
    }
    while (!made.empty() && made.back() == '_')
        made.pop_back();
    if (!model::isIdentifier(made))
        made.insert(0, "Q");
    return made;
}

ImportTable::ImportTable(QObject* parent)
    : QAbstractTableModel(parent) {
}

void ImportTable::setPreview(std::vector<ColumnPlan> plan, std::vector<std::vector<std::string>> rows) {
    beginResetModel();
    m_plan = std::move(plan);
    m_rows = std::move(rows);
    endResetModel();
}

void ImportTable::setColumn(int column, const ColumnPlan& plan) {
    if (column < 0 || std::size_t(column) >= m_plan.size())
        return;
    const auto redraw = [this](int each) {
        Q_EMIT headerDataChanged(Qt::Horizontal, each, each);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, each), index(rowCount() - 1, each));
    };
    const auto isSame = [&](const ColumnPlan& other) {
        return other.use == plan.use &&
               (plan.use == ColumnUse::Participant || plan.use == ColumnUse::Prompt ||
                plan.use == ColumnUse::Language || plan.use == ColumnUse::Wave ||
                (plan.use == ColumnUse::Answer && other.target == plan.target));
    };
    for (std::size_t each = 0; each < m_plan.size(); ++each) {
        if (each != std::size_t(column) && isSame(m_plan[each])) {
            m_plan[each].use = ColumnUse::LeftOut;
            m_plan[each].finding = {};
            redraw(int(each));
        }
    }
    m_plan[std::size_t(column)] = plan;
    redraw(column);
    Q_EMIT planChanged();
}

bool ImportTable::namesParticipants() const {
    return std::count_if(m_plan.begin(), m_plan.end(),
                         [](const ColumnPlan& plan) { return plan.use == ColumnUse::Participant; }) == 1;
}

int ImportTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_plan.size());
}

QVariant ImportTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || std::size_t(index.row()) >= m_rows.size() ||
        std::size_t(index.column()) >= m_plan.size())
        return {};
    const auto& row = m_rows[std::size_t(index.row())];
    const ColumnPlan& plan = m_plan[std::size_t(index.column())];
    static const std::string none;
    const std::string& cell =
        std::size_t(index.column()) < row.size() ? row[std::size_t(index.column())] : none;
    const bool isEmpty = cell.find_first_not_of(" \t\r\n") == std::string::npos;
    const bool isLeftOut = plan.use == ColumnUse::LeftOut;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (isLeftOut)
            return tr("left out");
        return isEmpty ? tr("empty") : toQt(cell).simplified();
    case Qt::ToolTipRole:
        return isLeftOut || isEmpty ? QString() : toQt(cell).left(2000);
    case UseRole:
        return int(plan.use);
    case IsEmptyRole:
        return isEmpty;
    default:
        return {};
    }
}

QVariant ImportTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || std::size_t(section) >= m_plan.size())
        return {};
    const ColumnPlan& plan = m_plan[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return toQt(plan.column);
    if (role == Qt::ToolTipRole)
        return toQt(plan.title);
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1: %2").arg(toQt(plan.column), planText(plan));
    return {};
}

RejectedRows::RejectedRows(QObject* parent)
    : QAbstractTableModel(parent) {
}

void RejectedRows::setRows(std::vector<service::RejectedRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    m_severalFiles = std::any_of(m_rows.begin(), m_rows.end(), [this](const service::RejectedRow& row) {
        return row.file != m_rows.front().file;
    });
    endResetModel();
}

QByteArray RejectedRows::asCsv() const {
    const auto quoted = [](const std::string& text) {
        std::string made = "\"";
        for (const char letter : text) {
            if (letter == '"')
                made += '"';
            made += letter;
        }
        return made + '"';
    };
    std::string csv = "file,line,column,message,hint\r\n";
    for (const service::RejectedRow& row : m_rows) {
        csv += quoted(row.file) + ',' + std::to_string(row.line) + ',' + quoted(row.column) + ',' +
               quoted(toUtf8(phraseText(row.message))) + ',' + quoted(toUtf8(hintText(row.hint))) + "\r\n";
    }
    return QByteArray::fromStdString(csv);
}

int RejectedRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RejectedRows::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectedRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || std::size_t(index.row()) >= m_rows.size())
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const service::RejectedRow& row = m_rows[std::size_t(index.row())];
    switch (index.column()) {
    case Line: {
        const QString line = row.line > 0 ? countText(std::int64_t(row.line)) : QString();
        if (!m_severalFiles)
            return line;
        return QStringLiteral("%1 %2").arg(QFileInfo(toQt(row.file)).fileName(), line).trimmed();
    }
    case Name:
        return toQt(row.column);
    case Message:
        return phraseSentence(row.message);
    case Hint:
        return hintText(row.hint);
    default:
        return {};
    }
}

QVariant RejectedRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Name:
        return tr("Column");
    case Message:
        return tr("Why");
    case Hint:
        return tr("What to do");
    default:
        return {};
    }
}

} // namespace rapport::ui
