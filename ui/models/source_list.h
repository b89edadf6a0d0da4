// SPDX-License-Identifier: GPL-3.0-or-later
// The study's sources as a table: name, kind, question, language, size, use, file. Filters and sorts by an
// order of row numbers of its own, so that 100,000 answers need no proxy and no second copy. Holds values;
// who may see them was decided where they were read. UI thread.
#pragma once

#include "service/reading.h"

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <vector>

namespace rapport::ui {

/// What is shown of all sources. Empty members mean "all".
struct SourceFilter {
    QString words; ///< each must be in the name, the participant, the question, the language or the file
    std::optional<model::SourceKind> kind;
    std::string prompt;
    friend bool operator==(const SourceFilter&, const SourceFilter&) = default;
};

[[nodiscard]] QString sourceKindText(model::SourceKind kind);
/// "Dutch", "English"; other codes as they are; empty for none.
[[nodiscard]] QString languageName(const std::string& code);

class SourceList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Kind, Prompt, Language, Words, Turns, Codings, File, ColumnCount };
    enum Role { IdRole = Qt::UserRole };

    explicit SourceList(QObject* parent = nullptr);

    /// What is searched in, one text an item. Takes its time with many: any thread.
    [[nodiscard]] static std::vector<QString> folded(const std::vector<service::SourceItem>& sources);
    /// `words` as made by folded(); made here where they are missing.
    void setSources(std::vector<service::SourceItem> sources, std::vector<QString> words = {});
    void setFilter(const SourceFilter& filter);
    [[nodiscard]] const SourceFilter& filter() const { return m_filter; }
    void retranslate();

    [[nodiscard]] std::int64_t total() const { return std::int64_t(m_items.size()); }
    /// Names of questions that occur, in order of the sources.
    [[nodiscard]] QStringList prompts() const;
    [[nodiscard]] bool hasTurns() const;
    /// nullptr outside the table.
    [[nodiscard]] const service::SourceItem* item(int row) const;
    /// Row that shows the source; -1 if it is filtered away or not there.
    [[nodiscard]] int rowOf(model::SourceId source) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void choose();
    [[nodiscard]] bool comesBefore(std::uint32_t a, std::uint32_t b) const;
    void order(std::vector<std::uint32_t>& rows) const;

    std::vector<service::SourceItem> m_items;
    std::vector<QString> m_words; ///< folded, to be searched in; same order as the items
    std::vector<std::uint32_t> m_shown;
    SourceFilter m_filter;
    int m_sortColumn = -1; ///< -1: order of import
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace rapport::ui
