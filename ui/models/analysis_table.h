// SPDX-License-Identifier: GPL-3.0-or-later
// One table of an analysis as people read it: codes with tag and title, a share beside its limits and a drawn
// interval, groups as "12 of 40 (30 %)", a test beside its statistic. Columns that say nothing anywhere are
// left out; the numbers are those of the result, only sorted and filtered. UI thread.
#pragma once

#include "analysis/result.h"
#include "model/codebook.h"
#include "ui/bridge/code_look.h"
#include "ui/components/painting.h"

#include <QAbstractTableModel>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::ui {

enum class AnalysisCell {
    Text,
    Code,
    Number, ///< any figure, right-aligned
    Bar,    ///< a share from 0 to 1 with its limits, drawn
};

class AnalysisTable : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int LookRole = Qt::UserRole + 1; ///< has a tag: CodeLook's parts are in `lookAt`

    explicit AnalysisTable(QObject* parent = nullptr);

    void setTable(analysis::ResultTable table, std::shared_ptr<const model::Codebook> codebook);
    /// How attributes are called, by their names; others keep their name.
    void setAttributeTitles(std::map<std::string, QString> titles);
    void clear();
    [[nodiscard]] const analysis::ResultTable& table() const { return m_table; }

    /// Rows of this prompt only, without its column; empty: all. The order is the table's again.
    void showPrompt(const std::string& prompt);
    /// Rows whose words hold this.
    void filter(const QString& words);
    /// Whether rows of codes that occur nowhere in them are shown too; off until asked.
    void showAbsent(bool isShown);
    /// Rows that showAbsent(false) keeps away.
    [[nodiscard]] int absentCount() const { return m_absent; }
    /// Prompts of the table in its order; empty where it has no such column.
    [[nodiscard]] std::vector<std::string> prompts() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] AnalysisCell cellKind(int column) const;
    [[nodiscard]] std::optional<IntervalFigure> figureAt(const QModelIndex& index) const;
    [[nodiscard]] std::optional<CodeLook> lookAt(const QModelIndex& index) const;
    /// Row of the result behind a shown one; npos for none.
    [[nodiscard]] std::size_t sourceRow(int row) const;
    /// Text of a result's column in a shown row.
    [[nodiscard]] std::string textOf(int row, const char* column) const;
    [[nodiscard]] std::optional<double> numberOf(int row, const char* column) const;
    /// Everything that a shown row says but its codes, a line for each figure; empty: no such row.
    [[nodiscard]] QString inFull(int row) const;

private:
    struct Column {
        std::string id; ///< of the result, or of a merged one ("limits", "bar", "first_group", ...)
        AnalysisCell cell = AnalysisCell::Text;
        std::size_t place = 0; ///< of the result's column that it is sorted by
        analysis::ColumnKind kind = analysis::ColumnKind::Text;
    };
    void arrange();
    void choose();
    [[nodiscard]] bool has(const char* column) const;
    [[nodiscard]] bool saysSomething(std::size_t place) const;
    [[nodiscard]] QString shown(const Column& column, std::size_t row) const;
    [[nodiscard]] QString words(std::size_t row, std::size_t place) const;
    [[nodiscard]] QString comparisonWords(std::size_t row) const;
    [[nodiscard]] QString attributeTitle(const std::string& name) const;

    analysis::ResultTable m_table;
    std::shared_ptr<const model::Codebook> m_codebook;
    std::map<std::string, QString> m_attributes;
    bool m_hasManyAttributes = false; ///< comparisons by more than one
    std::vector<Column> m_columns;
    std::vector<std::size_t> m_rows;
    std::string m_prompt;
    QString m_filter;
    bool m_showsAbsent = false;
    int m_absent = 0;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace rapport::ui
