// SPDX-License-Identifier: GPL-3.0-or-later
// The study's sources as a table: name, kind, question, language, size, use, file. Filters and sorts by an
// order of row numbers of its own, so that a million answers need no proxy and no second copy. Words are
// counted for the rows that are looked at, and for all once they are sorted by. Holds values; who may see
// them was decided where they were read. UI thread.
#pragma once

#include "service/source_rows.h"

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::ui {

/// What is shown of all sources. Empty members mean "all".
struct SourceFilter {
    QString words; ///< each must be in the name, the participant, the question, the language or the file
    std::optional<model::SourceKind> kind;
    std::string prompt;
    std::string attribute; ///< name; empty: whatever participants are
    std::string value;     ///< of that attribute
    friend bool operator==(const SourceFilter&, const SourceFilter&) = default;
};

[[nodiscard]] QString sourceKindText(model::SourceKind kind);
/// "Dutch", "English"; other codes as they are; empty for none.
[[nodiscard]] QString languageName(const std::string& code);

/// Everything that is searched in, folded, and what a glance at all sources tells. UTF-8.
struct SourceWords {
    std::string names;
    std::vector<std::uint32_t> nameEnds; ///< per source
    std::vector<std::string> prompts;
    std::vector<std::string> participants;
    std::vector<std::string> languages;
    std::vector<std::string> files;
    QStringList occurring; ///< questions, in order of the sources
    bool hasTurns = false;
};

class SourceList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Kind, Prompt, Language, Words, Turns, Codings, File, ColumnCount };
    enum Role { IdRole = Qt::UserRole };

    explicit SourceList(QObject* parent = nullptr);

    /// Takes its time with many: any thread.
    [[nodiscard]] static SourceWords folded(const service::SourceRows& rows);
    void setRows(service::SourceRows rows, SourceWords words);
    /// Rising by source; none for the others.
    void setCodings(const std::vector<std::pair<model::SourceId, std::int64_t>>& codings);
    /// What wordsWanted() asked for; `words` may be empty where they could not be had: they are asked for
    /// again when somebody looks.
    void setWords(const std::vector<model::SourceId>& sources, const std::vector<std::int64_t>& words);
    void setFilter(const SourceFilter& filter);
    [[nodiscard]] const SourceFilter& filter() const { return m_filter; }
    void retranslate();

    [[nodiscard]] std::int64_t total() const { return std::int64_t(m_rows.rows.size()); }
    /// Names of questions that occur, in order of the sources.
    [[nodiscard]] const QStringList& prompts() const { return m_folded.occurring; }
    [[nodiscard]] bool hasTurns() const { return m_folded.hasTurns; }
    /// With what their participants gave.
    [[nodiscard]] const std::vector<service::SourceAttribute>& attributes() const {
        return m_rows.attributes;
    }
    /// None outside the table.
    [[nodiscard]] model::SourceId sourceAt(int row) const;
    /// Row that shows the source; -1 if it is filtered away or not there.
    [[nodiscard]] int rowOf(model::SourceId source) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// The words of these sources are to be counted: `all` because the list is sorted by them.
    void wordsWanted(const std::vector<model::SourceId>& sources, bool all);

private:
    void choose();
    void order(std::vector<std::uint32_t>& rows) const;
    void sortAgain();
    void ask();
    void askAll();
    [[nodiscard]] std::optional<std::uint32_t> place(model::SourceId source) const;

    service::SourceRows m_rows;
    SourceWords m_folded;
    std::vector<std::uint32_t> m_words;   ///< per source; a value of its own: not counted yet
    std::vector<std::uint32_t> m_codings; ///< per source; empty: not counted yet
    std::vector<std::uint32_t> m_byId;    ///< rows of m_rows, rising by source
    std::vector<std::uint32_t> m_shown;   ///< rows of m_rows
    SourceFilter m_filter;
    int m_sortColumn = -1; ///< -1: order of import
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    mutable std::vector<std::uint32_t> m_asked; ///< looked at and not counted yet, the latest last
    mutable QTimer m_ask;
    std::vector<std::uint32_t> m_running; ///< of these the words are being counted; rising
    bool m_isAskingAll = false;
};

} // namespace rapport::ui
