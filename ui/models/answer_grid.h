// SPDX-License-Identifier: GPL-3.0-or-later
// All assigned answers as a table: number, state, text, seconds, a column per code and per judgement, marks.
// Rows come once from the rater's list, what was coded in one piece, texts in pages as they are looked at; no
// row ever asks the study by itself. Sorting and filtering are orders over the list. Knows neutral numbers
// only. UI thread.
#pragma once

#include "service/rating.h"
#include "ui/bridge/code_look.h"

#include <QAbstractTableModel>
#include <functional>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace rapport::ui {

/// What one cell of a code says.
enum class GridState {
    NotApplicable, ///< the code is not for this question
    NotBegun,      ///< nothing on this answer yet
    Begun,         ///< the answer is begun, this code is open
    Absent,        ///< the answer is complete without it
    Coded,
    Quoted, ///< coded, with words of the answer
};

struct GridColumn {
    enum Kind { Number, Status, Answer, Seconds, Code, Choice, Count, Marks };
    Kind kind = Number;
    QString title;
    QString group; ///< heading over code columns
    CodeLook look; ///< of a code; the key as the palette shows it
    model::VariableId variable;
    model::CodeId code;
    std::vector<std::pair<model::CodeId, CodeLook>> levels; ///< of a choice
    QString keys;                                           ///< of a choice or count, as a caption
};

struct GridFilter {
    enum State { All, Undone, Begun, Done, Flagged, WithMemo };
    State state = All;
    model::CodeId code;  ///< none: any
    bool hasCode = true; ///< with it, or without it
    /// Rising; only these. None: no filter by text.
    std::optional<std::vector<model::UnitId>> saying;
};

class AnswerGrid : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    using ReadTexts = std::function<std::vector<std::string>(const std::vector<model::UnitId>&)>;
    static constexpr int fixedColumns = 4; ///< number, status, answer, seconds

    /// Another list. `variables` are those of the round; `columns` of codes follow them. Nothing is coded
    /// until setMarks says so.
    void setList(std::vector<service::RatingPlace> items,
                 const std::vector<const model::Variable*>& variables,
                 const std::function<QString(model::CodeId)>& keyOf, ReadTexts readTexts);
    /// What was done, for all; units without an entry are untouched.
    void setMarks(const std::vector<service::UnitMarks>& marks);
    /// What one act changed; rows are updated in place and stay where they are.
    void updateMarks(const std::vector<service::UnitMarks>& marks);
    void setFilter(GridFilter filter);
    [[nodiscard]] const GridFilter& filter() const { return m_filter; }
    /// Place of each unit in the order of their texts, which somebody else has to find (it takes a while);
    /// units without one stand last. Forgotten with the list.
    void setTextOrder(std::unordered_map<model::UnitId, int> order);
    [[nodiscard]] bool hasTextOrder() const { return !m_textOrder.empty(); }
    /// By number, status, seconds, a code, a choice, marks, or by text once there is a text order; other
    /// columns leave the order as it is.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    [[nodiscard]] const std::vector<GridColumn>& columns() const { return m_columns; }
    [[nodiscard]] int columnOf(model::CodeId code) const; ///< -1: none
    [[nodiscard]] const service::RatingPlace& item(int row) const;
    [[nodiscard]] const service::UnitMarks& marks(int row) const;
    [[nodiscard]] int rowOf(model::UnitId unit) const; ///< -1: not shown
    [[nodiscard]] GridState state(int row, int column) const;
    /// Of a choice: the level's place in the column's levels, -1 if it is open; of a count: the number.
    [[nodiscard]] std::int64_t value(int row, int column) const;
    [[nodiscard]] bool applies(int row, int column) const;
    /// Choices that apply and have no level.
    [[nodiscard]] int openChoices(int row) const;
    [[nodiscard]] int presenceCodings(int row) const;
    [[nodiscard]] QString text(int row) const;
    [[nodiscard]] int total() const { return int(m_items.size()); }
    struct Counts {
        int done = 0;
        int begun = 0;
        int open = 0;
    };
    /// Of the rows shown.
    [[nodiscard]] Counts counts() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::size_t place(int row) const { return std::size_t(m_rows[std::size_t(row)]); }
    [[nodiscard]] bool passes(std::size_t item) const;
    [[nodiscard]] std::int64_t sortKey(std::size_t item) const;
    void order();
    void take(const service::UnitMarks& marks);
    [[nodiscard]] GridState stateOf(std::size_t item, const GridColumn& column) const;
    [[nodiscard]] std::int64_t valueOf(std::size_t item, const GridColumn& column) const;
    [[nodiscard]] bool appliesTo(std::size_t item, model::VariableId variable) const;

    std::vector<service::RatingPlace> m_items;
    std::vector<service::UnitMarks> m_marks; ///< beside m_items
    std::unordered_map<model::UnitId, std::size_t> m_unitPlaces;
    std::unordered_map<std::string, std::vector<model::VariableId>> m_applicable; ///< by question
    std::vector<GridColumn> m_columns;
    std::vector<model::VariableId> m_presence;
    std::vector<int> m_rows;  ///< places in m_items
    std::vector<int> m_rowOf; ///< by place in m_items, -1: filtered out
    GridFilter m_filter;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::unordered_map<model::UnitId, int> m_textOrder;
    ReadTexts m_readTexts;
    /// Pages of rows that were looked at, the latest first.
    mutable std::list<std::size_t> m_lately;
    mutable std::unordered_map<std::size_t, std::vector<QString>> m_pages;
};

} // namespace rapport::ui
