// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/source_list.h"

#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>

namespace rapport::ui {

QString sourceKindText(model::SourceKind kind) {
    return kind == model::SourceKind::Answer ? SourceList::tr("answer") : SourceList::tr("transcript");
}

QString languageName(const std::string& code) {
    if (code == "nl")
        return SourceList::tr("Dutch");
    if (code == "en")
        return SourceList::tr("English");
    return toQt(code);
}

namespace {

constexpr std::uint32_t notCounted = std::numeric_limits<std::uint32_t>::max();

std::string foldedText(const std::string& text) {
    return toUtf8(toQt(text).toCaseFolded());
}

std::vector<std::string> foldedTexts(const std::vector<std::string>& texts) {
    std::vector<std::string> folded;
    folded.reserve(texts.size());
    for (const std::string& text : texts)
        folded.push_back(foldedText(text));
    return folded;
}

/// Which of them hold the word.
std::vector<bool> holding(const std::vector<std::string>& texts, const std::string& word) {
    std::vector<bool> holds(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        holds[i] = texts[i].find(word) != std::string::npos;
    return holds;
}

/// Places in the order of their values.
std::vector<std::uint32_t> ranks(const std::vector<std::string>& values) {
    std::vector<std::uint32_t> places(values.size());
    std::iota(places.begin(), places.end(), 0U);
    std::sort(places.begin(), places.end(),
              [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
    std::vector<std::uint32_t> ranked(values.size());
    for (std::uint32_t rank = 0; rank < places.size(); ++rank)
        ranked[places[rank]] = rank;
    return ranked;
}

/// What one word of the filter is found in.
struct WordFound {
    std::string word;
    std::vector<bool> prompts;
    std::vector<bool> participants;
    std::vector<bool> languages;
    std::vector<bool> files;
};

} // namespace

SourceList::SourceList(QObject* parent)
    : QAbstractTableModel(parent) {
    constexpr int askDelay = 30; // ms: rows flown over by the scroll bar are not asked for
    m_ask.setSingleShot(true);
    m_ask.setInterval(askDelay);
    connect(&m_ask, &QTimer::timeout, this, &SourceList::ask);
}

SourceWords SourceList::folded(const service::SourceRows& rows) {
    SourceWords words;
    words.nameEnds.reserve(rows.rows.size());
    for (std::size_t row = 0; row < rows.rows.size(); ++row) {
        words.names += foldedText(std::string(rows.name(row)));
        words.nameEnds.push_back(std::uint32_t(words.names.size()));
    }
    words.prompts = foldedTexts(rows.prompts);
    words.participants = foldedTexts(rows.participants);
    words.languages = foldedTexts(rows.languages);
    words.files = foldedTexts(rows.files);
    std::vector<bool> occurs(rows.prompts.size());
    for (const service::SourceRow& row : rows.rows) {
        words.hasTurns = words.hasTurns || row.turns > 0;
        if (row.prompt == 0 || occurs[row.prompt])
            continue;
        occurs[row.prompt] = true;
        words.occurring.append(toQt(rows.prompts[row.prompt]));
    }
    return words;
}

void SourceList::setRows(service::SourceRows rows, SourceWords words) {
    beginResetModel();
    m_rows = std::move(rows);
    m_folded = std::move(words);
    m_words.assign(m_rows.rows.size(), notCounted);
    m_byId.resize(m_rows.rows.size());
    std::iota(m_byId.begin(), m_byId.end(), 0U);
    const auto byId = [this](std::uint32_t a, std::uint32_t b) {
        return m_rows.rows[a].id < m_rows.rows[b].id;
    };
    if (!std::is_sorted(m_byId.begin(), m_byId.end(), byId)) // but for what is to be rated they are
        std::sort(m_byId.begin(), m_byId.end(), byId);
    m_codings.clear();
    m_asked.clear();
    m_running.clear();
    m_isAskingAll = false;
    choose();
    endResetModel();
    if (m_sortColumn == Words)
        askAll();
}

std::optional<std::uint32_t> SourceList::place(model::SourceId source) const {
    const auto found =
        std::lower_bound(m_byId.begin(), m_byId.end(), source,
                         [this](std::uint32_t row, model::SourceId id) { return m_rows.rows[row].id < id; });
    if (found == m_byId.end() || m_rows.rows[*found].id != source)
        return std::nullopt;
    return *found;
}

void SourceList::setCodings(const std::vector<std::pair<model::SourceId, std::int64_t>>& codings) {
    m_codings.assign(m_rows.rows.size(), 0);
    // Both rise by source.
    auto row = m_byId.begin();
    for (const auto& [source, count] : codings) {
        while (row != m_byId.end() && m_rows.rows[*row].id < source)
            ++row;
        if (row != m_byId.end() && m_rows.rows[*row].id == source)
            m_codings[*row] = std::uint32_t(count);
    }
    if (m_sortColumn == Codings)
        sortAgain();
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, Codings), index(rowCount() - 1, Codings));
}

void SourceList::setWords(const std::vector<model::SourceId>& sources,
                          const std::vector<std::int64_t>& words) {
    m_isAskingAll = false;
    m_running.clear();
    for (std::size_t i = 0; i < std::min(sources.size(), words.size()); ++i) {
        if (const auto row = place(sources[i]))
            m_words[*row] = std::uint32_t(words[i]);
    }
    if (m_sortColumn == Words)
        sortAgain();
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, Words), index(rowCount() - 1, Words));
}

void SourceList::ask() {
    // A new question replaces the one before it: what is on the screen and unanswered is asked with it.
    constexpr std::size_t most = 300;
    if (m_asked.size() > most)
        m_asked.erase(m_asked.begin(), m_asked.end() - most);
    std::erase_if(m_asked,
                  [this](std::uint32_t row) { return row >= m_words.size() || m_words[row] != notCounted; });
    std::sort(m_asked.begin(), m_asked.end());
    m_asked.erase(std::unique(m_asked.begin(), m_asked.end()), m_asked.end());
    if (m_isAskingAll || std::includes(m_running.begin(), m_running.end(), m_asked.begin(), m_asked.end()))
        return;
    m_running = m_asked;
    std::vector<model::SourceId> wanted;
    wanted.reserve(m_running.size());
    for (const std::uint32_t row : m_running)
        wanted.push_back(m_rows.rows[row].id);
    Q_EMIT wordsWanted(wanted, false);
}

void SourceList::askAll() {
    if (m_isAskingAll || std::find(m_words.begin(), m_words.end(), notCounted) == m_words.end())
        return;
    m_isAskingAll = true;
    std::vector<model::SourceId> all;
    all.reserve(m_rows.rows.size());
    for (const service::SourceRow& row : m_rows.rows)
        all.push_back(row.id);
    Q_EMIT wordsWanted(all, true);
}

void SourceList::setFilter(const SourceFilter& filter) {
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    choose();
    endResetModel();
}

void SourceList::choose() {
    if (m_filter == SourceFilter()) {
        m_shown.resize(m_rows.rows.size());
        std::iota(m_shown.begin(), m_shown.end(), 0U);
        order(m_shown);
        return;
    }
    std::vector<WordFound> words;
    for (const QString& word : m_filter.words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const std::string each = toUtf8(word);
        words.push_back({each, holding(m_folded.prompts, each), holding(m_folded.participants, each),
                         holding(m_folded.languages, each), holding(m_folded.files, each)});
    }
    const auto attribute =
        std::find_if(m_rows.attributes.begin(), m_rows.attributes.end(),
                     [this](const auto& each) { return each.attribute.name == m_filter.attribute; });
    const bool isByValue = !m_filter.attribute.empty();
    m_shown.clear();
    m_shown.reserve(m_rows.rows.size());
    for (std::uint32_t at = 0; at < m_rows.rows.size(); ++at) {
        const service::SourceRow& row = m_rows.rows[at];
        if (m_filter.kind && row.kind != *m_filter.kind)
            continue;
        if (!m_filter.prompt.empty() && m_rows.prompts[row.prompt] != m_filter.prompt)
            continue;
        if (isByValue && (attribute == m_rows.attributes.end() ||
                          attribute->values[attribute->valueOf[row.participant]] != m_filter.value))
            continue;
        const std::uint32_t begin = at == 0 ? 0 : m_folded.nameEnds[at - 1];
        const std::string_view name =
            std::string_view(m_folded.names).substr(begin, m_folded.nameEnds[at] - begin);
        const bool holdsAll = std::all_of(words.begin(), words.end(), [&](const WordFound& word) {
            return name.find(word.word) != std::string_view::npos || word.prompts[row.prompt] ||
                   word.participants[row.participant] || word.languages[row.language] || word.files[row.file];
        });
        if (holdsAll)
            m_shown.push_back(at);
    }
    order(m_shown);
}

void SourceList::order(std::vector<std::uint32_t>& shown) const {
    // Stable from the order of the rows, so that equal ones keep it in both directions.
    const auto by = [&](auto&& key) {
        if (m_sortOrder == Qt::AscendingOrder)
            std::stable_sort(shown.begin(), shown.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
        else
            std::stable_sort(shown.begin(), shown.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return key(b) < key(a); });
    };
    const auto byRank = [&](const std::vector<std::string>& values,
                            std::uint32_t service::SourceRow::*member) {
        const auto ranked = ranks(values);
        by([&](std::uint32_t row) { return ranked[m_rows.rows[row].*member]; });
    };
    switch (m_sortColumn) {
    case Name:
        by([this](std::uint32_t row) { return m_rows.name(row); });
        break;
    case Kind:
        by([this](std::uint32_t row) { return m_rows.rows[row].kind; });
        break;
    case Prompt:
        byRank(m_rows.prompts, &service::SourceRow::prompt);
        break;
    case Language:
        byRank(m_rows.languages, &service::SourceRow::language);
        break;
    case Words:
        by([this](std::uint32_t row) { return m_words[row]; });
        break;
    case Turns:
        by([this](std::uint32_t row) { return m_rows.rows[row].turns; });
        break;
    case Codings:
        if (!m_codings.empty())
            by([this](std::uint32_t row) { return m_codings[row]; });
        break;
    case File:
        byRank(m_rows.files, &service::SourceRow::file);
        break;
    default:
        break;
    }
}

void SourceList::sortAgain() {
    const int column = m_sortColumn;
    sort(column, m_sortOrder);
}

void SourceList::sort(int column, Qt::SortOrder sortOrder) {
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList former = persistentIndexList();
    std::vector<std::uint32_t> sources;
    for (const QModelIndex& index : former)
        sources.push_back(m_shown[std::size_t(index.row())]);
    m_sortColumn = column;
    m_sortOrder = sortOrder;
    std::sort(m_shown.begin(), m_shown.end());
    order(m_shown);
    if (!former.isEmpty()) {
        std::vector<int> places(m_rows.rows.size(), -1);
        for (std::size_t row = 0; row < m_shown.size(); ++row)
            places[m_shown[row]] = int(row);
        QModelIndexList now;
        for (qsizetype i = 0; i < former.size(); ++i)
            now.append(index(places[sources[std::size_t(i)]], former.at(i).column()));
        changePersistentIndexList(former, now);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    if (column == Words)
        askAll();
}

void SourceList::retranslate() {
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

model::SourceId SourceList::sourceAt(int row) const {
    if (row < 0 || std::size_t(row) >= m_shown.size())
        return {};
    return m_rows.rows[m_shown[std::size_t(row)]].id;
}

int SourceList::rowOf(model::SourceId source) const {
    const auto wanted = place(source);
    const auto found = wanted ? std::find(m_shown.begin(), m_shown.end(), *wanted) : m_shown.end();
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int SourceList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

int SourceList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceList::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || std::size_t(index.row()) >= m_shown.size())
        return {};
    const std::uint32_t at = m_shown[std::size_t(index.row())];
    const service::SourceRow& row = m_rows.rows[at];
    const bool isFigure = index.column() == Words || index.column() == Turns || index.column() == Codings;
    if (role == IdRole)
        return qlonglong(row.id.value);
    if (role == Qt::TextAlignmentRole)
        return int((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return QStringLiteral("%1, %2").arg(toQt(m_rows.name(at)), sourceKindText(row.kind));
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && !isFigure))
        return {};
    switch (index.column()) {
    case Name:
        return toQt(m_rows.name(at));
    case Kind:
        return sourceKindText(row.kind);
    case Prompt:
        return toQt(m_rows.prompts[row.prompt]);
    case Language:
        return languageName(m_rows.languages[row.language]);
    case Words:
        if (m_words[at] != notCounted)
            return countText(m_words[at]);
        m_asked.push_back(at);
        if (!m_ask.isActive())
            m_ask.start();
        return {};
    case Turns:
        return row.kind == model::SourceKind::Answer ? QString() : countText(row.turns);
    case Codings:
        return m_codings.empty() ? QString() : countText(m_codings[at]);
    case File:
        return toQt(m_rows.files[row.file]);
    default:
        return {};
    }
}

QVariant SourceList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isFigure = section == Words || section == Turns || section == Codings;
        return int((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Prompt:
        return tr("Question");
    case Language:
        return tr("Language");
    case Words:
        return tr("Words");
    case Turns:
        return tr("Turns");
    case Codings:
        return tr("Codings");
    case File:
        return tr("File");
    default:
        return {};
    }
}

} // namespace rapport::ui
