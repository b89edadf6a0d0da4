// SPDX-License-Identifier: GPL-3.0-or-later
// The codes that may be given here, in two columns with key, tag and name, under their headings; a line above
// filters them. Chosen codes carry a tick. Rows follow the codebook; nothing is chosen by clicking alone: a
// click asks for the code as its key does. Rows draw closer until all are seen; long names take two lines; a
// group can be folded by hand (click on its heading, Backspace) and stays so.
#pragma once

#include "model/codebook.h"
#include "ui/bridge/code_look.h"
#include "ui/views/rate/code_keys.h"

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
    QString group;  ///< of a heading: what its folding is remembered by
    bool isFolded = false;
    int inside = 0; ///< of a heading: codes under it
    int chosen = 0; ///< and those of them that are chosen
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
    /// Folds or opens the group that a row belongs to; remembered. Nothing while a filter is typed.
    void fold(int row);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void countInside();
    std::vector<PaletteRow> m_all;
    std::vector<std::size_t> m_shown;
    QString m_typed;
};

/// Rows of all codes of the presence variables that apply.
[[nodiscard]] std::vector<PaletteRow> paletteRows(const std::vector<const model::Variable*>& variables,
                                                  const CodeKeys& keys);

/// Puts the rows in places of its own: in reading order where that leaves room, else group by group in two
/// columns, closer and closer until nothing must be scrolled.
class PaletteList : public QListView {
    Q_OBJECT
public:
    explicit PaletteList(const PaletteModel& model, QWidget* parent);
    void setColumns(int columns);
    [[nodiscard]] int columns() const { return m_columns; }
    /// Whether everything is seen without scrolling.
    [[nodiscard]] bool isAllSeen() const;
    [[nodiscard]] bool isTight() const { return m_density == Density::Tight; }
    [[nodiscard]] int keyWidth() const { return m_keyWidth; }

    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    [[nodiscard]] int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    enum class Density { Roomy, Close, Tight };
    /// Places of all rows; returns the height.
    int placeRows(int width, Density density, std::vector<QRect>& places) const;
    [[nodiscard]] int widestKey() const;
    void layOut();

    const PaletteModel& m_model;
    int m_columns = 2;
    Density m_density = Density::Roomy;
    std::vector<QRect> m_places;
    int m_height = 0;
    int m_keyWidth = 0;
};

class CodePalette : public QWidget {
    Q_OBJECT
public:
    explicit CodePalette(QWidget* parent = nullptr);
    [[nodiscard]] PaletteModel& model() { return m_model; }
    [[nodiscard]] PaletteList* list() const { return m_list; }
    [[nodiscard]] SearchField* filterField() const { return m_filter; }
    void setColumns(int columns);
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
    PaletteList* m_list;
    QTimer* m_hoverTimer;
    model::CodeId m_hovered;
};

} // namespace rapport::ui
