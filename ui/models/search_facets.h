// SPDX-License-Identifier: GPL-3.0-or-later
// What the hits have in common, with counts: values of question, speaker, language and of the attributes that
// the viewer may see. A ticked value is one that the query asks for. UI thread.
#pragma once

#include <QAbstractListModel>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace rapport::ui {

/// A field to count by.
struct FacetField {
    std::string facet; ///< as service::search names it: "prompt", "speaker", "lang", an attribute
    QString field;     ///< as a query names it: "question", ...
    QString title;
    QStringList order; ///< values that come first, in this order
};

class SearchFacets : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { SectionRole = Qt::UserRole, FieldRole, ValueRole, CountRole, MoreRole };
    static constexpr int shortList = 8; ///< values shown before "more"

    using Counts = std::map<std::string, std::map<std::string, std::int64_t>>;

    explicit SearchFacets(QObject* parent = nullptr);
    void setFields(std::vector<FacetField> fields);
    [[nodiscard]] const std::vector<FacetField>& fields() const { return m_fields; }
    /// Counts by facet and value; `query` says which are ticked.
    void setCounts(Counts counts, const QString& query);
    void clear();
    /// Shows all values of the field of this row.
    void showAll(int row);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    enum class Kind { Section, Value, More };
    struct Row {
        Kind kind = Kind::Section;
        std::size_t field = 0;
        QString value;
        QString label;
        std::int64_t count = 0;
        bool isTicked = false;
    };
    void build();
    [[nodiscard]] static QString labelOf(const FacetField& field, const QString& value);

    std::vector<FacetField> m_fields;
    Counts m_counts;
    QString m_query;
    std::set<std::size_t> m_open;
    std::vector<Row> m_rows;
};

} // namespace rapport::ui
