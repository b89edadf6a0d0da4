// SPDX-License-Identifier: GPL-3.0-or-later
// One row per nominal, ordinal or count variable: its levels as buttons with their digit, or a number with -
// and +. Which is chosen comes from outside; the panel only asks.
#pragma once

#include "model/codebook.h"
#include "ui/components/accessible_parts.h"

#include <QString>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

namespace rapport::ui {

struct ChoiceLevel {
    model::CodeId code;
    QString key;
    QString title;
    friend bool operator==(const ChoiceLevel&, const ChoiceLevel&) = default;
};

struct ChoiceRow {
    model::VariableId variable;
    QString title;
    QString description; ///< beside a count
    bool isCount = false;
    std::vector<ChoiceLevel> levels;
    std::optional<model::CodeId> chosen;
    std::int64_t count = 0;
    friend bool operator==(const ChoiceRow&, const ChoiceRow&) = default;
};

class ChoicesPanel : public QWidget, public SpokenParts {
    Q_OBJECT
public:
    explicit ChoicesPanel(QWidget* parent = nullptr);
    void setRows(std::vector<ChoiceRow> rows);
    [[nodiscard]] const std::vector<ChoiceRow>& rows() const { return m_rows; }
    /// Level whose digit this is; none if no row has it.
    [[nodiscard]] std::optional<model::CodeId> levelByKey(const QString& key) const;
    /// The focused count, else the first; none if there is no count.
    [[nodiscard]] std::optional<model::VariableId> countInFocus() const;
    /// Puts the cursor on a variable's row and takes the keyboard.
    void focusVariable(model::VariableId variable);
    /// Levels flow: what their rows take at that width. The panel keeps its own height to it.
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] int partCount() const override;
    [[nodiscard]] SpokenPart part(int place) const override;
    void pressPart(int place) override;
    [[nodiscard]] int partInFocus() const override;

Q_SIGNALS:
    void levelWanted(model::CodeId level);
    void countWanted(model::VariableId variable, std::int64_t count);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Cell {
        std::size_t row = 0;
        int level = 0; ///< of a count: 0 is -, 1 is +
        QRect place;
    };
    [[nodiscard]] std::vector<Cell> cells(int width, int* height) const;
    void press(const Cell& cell);
    void describe();
    /// Where it stands in something that scrolls.
    void showCursor();
    void fit();

    std::vector<ChoiceRow> m_rows;
    std::size_t m_cursorRow = 0;
    int m_cursorLevel = 0;
};

} // namespace rapport::ui
