// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/search_facets.h"

#include "ui/bridge/text.h"
#include "ui/models/figures.h"
#include "ui/models/query_text.h"

#include <QCollator>
#include <QLocale>
#include <algorithm>

namespace rapport::ui {

SearchFacets::SearchFacets(QObject* parent)
    : QAbstractListModel(parent) {
}

void SearchFacets::setFields(std::vector<FacetField> fields) {
    m_fields = std::move(fields);
    m_open.clear();
    build();
}

void SearchFacets::setCounts(Counts counts, const QString& query) {
    m_counts = std::move(counts);
    m_query = query;
    build();
}

void SearchFacets::clear() {
    setCounts({}, {});
}

void SearchFacets::showAll(int row) {
    if (row < 0 || row >= int(m_rows.size()))
        return;
    m_open.insert(m_rows[std::size_t(row)].field);
    build();
}

QString SearchFacets::labelOf(const FacetField& field, const QString& value) {
    if (field.facet != "lang")
        return value;
    if (value == QLatin1String("nl"))
        return tr("Dutch");
    if (value == QLatin1String("en"))
        return tr("English");
    return QLocale::languageToString(QLocale(value).language());
}

void SearchFacets::build() {
    beginResetModel();
    m_rows.clear();
    QCollator collator;
    collator.setNumericMode(true);
    for (std::size_t f = 0; f < m_fields.size(); ++f) {
        const FacetField& field = m_fields[f];
        const QStringList asked = valuesOf(m_query, field.field);
        std::vector<Row> values;
        if (const auto counts = m_counts.find(field.facet); counts != m_counts.end()) {
            for (const auto& [value, count] : counts->second) {
                const QString text = toQt(value);
                if (text.isEmpty() || count == 0)
                    continue;
                values.push_back({Kind::Value, f, text, labelOf(field, text), count,
                                  asked.contains(text, Qt::CaseInsensitive)});
            }
        }
        // What the query asks for is shown even where nothing has it, so that it can be unticked.
        for (const QString& value : asked) {
            const bool isThere = std::any_of(values.begin(), values.end(), [&](const Row& row) {
                return row.value.compare(value, Qt::CaseInsensitive) == 0;
            });
            if (!isThere)
                values.push_back({Kind::Value, f, value, labelOf(field, value), 0, true});
        }
        if (values.empty())
            continue;
        const auto place = [&](const Row& row) {
            const qsizetype at = field.order.indexOf(row.value);
            return at < 0 ? field.order.size() : at;
        };
        const bool isByCount = values.size() > std::size_t(shortList) && field.order.isEmpty();
        std::stable_sort(values.begin(), values.end(), [&](const Row& a, const Row& b) {
            if (isByCount && a.count != b.count)
                return a.count > b.count;
            if (place(a) != place(b))
                return place(a) < place(b);
            return collator.compare(a.label, b.label) < 0;
        });
        m_rows.push_back({Kind::Section, f, {}, field.title, std::int64_t(values.size()), false});
        const bool isOpen = m_open.contains(f) || values.size() <= std::size_t(shortList) + 1;
        std::size_t shown = 0;
        for (Row& value : values) {
            if (!isOpen && shown >= std::size_t(shortList) && !value.isTicked)
                continue;
            m_rows.push_back(std::move(value));
            ++shown;
        }
        if (shown < values.size())
            m_rows.push_back({Kind::More, f, {}, tr("%1 more").arg(values.size() - shown), 0, false});
    }
    endResetModel();
}

int SearchFacets::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchFacets::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.label;
    case Qt::AccessibleTextRole:
        if (row.kind != Kind::Value)
            return row.label;
        return QStringLiteral("%1 %2, %3").arg(m_fields[row.field].title, row.label, countText(row.count));
    case Qt::CheckStateRole:
        return row.kind == Kind::Value ? QVariant(int(row.isTicked ? Qt::Checked : Qt::Unchecked))
                                       : QVariant();
    case SectionRole:
        return row.kind == Kind::Section;
    case MoreRole:
        return row.kind == Kind::More;
    case FieldRole:
        return m_fields[row.field].field;
    case ValueRole:
        return row.value;
    case CountRole:
        return QVariant::fromValue<qlonglong>(row.count);
    default:
        return {};
    }
}

Qt::ItemFlags SearchFacets::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Row& row = m_rows[std::size_t(index.row())];
    if (row.kind == Kind::Section)
        return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (row.kind == Kind::Value)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace rapport::ui
