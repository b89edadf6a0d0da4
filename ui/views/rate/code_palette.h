// SPDX-License-Identifier: GPL-3.0-or-later
// The codes that may be given here, in two columns with key, tag and name, under their headings; a line above
// filters them. Chosen codes carry a tick. Rows follow the codebook; nothing is chosen by clicking alone: a
// click asks for the code as its key does.
#pragma once

#include "model/codebook.h"
#include "ui/bridge/code_look.h"

#include <QAbstractListModel>
#include <QListView>
#include <functional>
#include <vector>

class QTimer;

namespace rapport::ui {

class SearchField;

struct PaletteRow {
    bool isHeading = false;
    QString caption; ///< beside a heading: "any number"
    model::CodeId code;
    CodeLook look;
    bool isChosen = false;
    int count = -1; ///< shown at the right when 0 or more
};

class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    enum Role { RowRole = Qt::UserRole };
    void setRows(std::vector<PaletteRow> rows);
    void filter(const QString& typed);
    /// Ticks the codes for which `isChosen` says so, and sets counts; rows are updated in place.
    void mark(const std::function<bool(model::CodeId)>& isChosen,
              const std::function<int(model::CodeId)>& count);
    [[nodiscard]] const PaletteRow* at(int row) const;
    [[nodiscard]] int rowOf(model::CodeId code) const;
    /// By key, whatever the filter; null if no code has it.
    [[nodiscard]] const PaletteRow* byKey(const QString& key) const;
    [[nodiscard]] int firstCode() const; ///< row of the first code, -1 if none is left
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<PaletteRow> m_all;
    std::vector<std::size_t> m_shown;
    QString m_typed;
};

/// Rows of all codes of the presence variables that apply.
[[nodiscard]] std::vector<PaletteRow> paletteRows(const std::vector<const model::Variable*>& variables);

class CodePalette : public QWidget {
    Q_OBJECT
public:
    explicit CodePalette(QWidget* parent = nullptr);
    [[nodiscard]] PaletteModel& model() { return m_model; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] SearchField* filterField() const { return m_filter; }
    void setColumns(int columns);
    [[nodiscard]] int columns() const { return m_columns; }
    /// Code under the palette's cursor, or none.
    [[nodiscard]] model::CodeId cursorCode() const;
    void setCursor(model::CodeId code);
    void startFilter();
    void clearFilter();

Q_SIGNALS:
    /// Asked for by click, Space in the list, or Enter in the filter.
    void codeWanted(model::CodeId code);
    /// Hovered for 400 ms, or the cursor is on it.
    void codeLookedAt(model::CodeId code);
    /// Esc in the filter.
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    PaletteModel m_model;
    SearchField* m_filter;
    QListView* m_list;
    int m_columns = 2;
    QTimer* m_hoverTimer;
    model::CodeId m_hovered;
};

} // namespace rapport::ui
