// SPDX-License-Identifier: GPL-3.0-or-later
// A report as a list of blocks: what it says, before anybody decides how it looks. The writers for HTML and
// Markdown typeset the same page, so that they cannot say different things. Text is not escaped here; typed
// parts are isolated (words.h). Values only.
#pragma once

#include "agreement/reading.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rapport::report {

struct Heading {
    int level = 2; ///< 1 to 4
    std::string id;
    std::string text;
};

enum class ParagraphKind { Plain, Lead, Note, Warning, Quotation };

struct Paragraph {
    std::string text;
    ParagraphKind kind = ParagraphKind::Plain;
    std::string language; ///< where it is not the page's
};

struct Facts {
    std::vector<std::pair<std::string, std::string>> items;
};

struct Bullets {
    std::vector<std::string> items;
};

/// How many codes got which verdict.
struct Tally {
    std::vector<std::pair<agreement::Verdict, std::string>> items;
};

/// A code's two letters in its colour.
struct Tag {
    std::string letters;
    std::string colour; ///< "#rrggbb"
};

enum class CellState { None, Present, Absent };

struct Cell {
    std::string text;
    std::string note;  ///< smaller, behind the text
    std::string marks; ///< letters of caveats, "a b"
    std::string chart; ///< SVG; drawn by writers that can
    std::optional<Tag> tag;
    std::optional<agreement::Verdict> verdict;
    CellState state = CellState::None;
    bool isFigure = false;  ///< set in figures and to the right
    bool isHeading = false; ///< heads its row
    double shade = 0;       ///< of a count in a confusion table, from 0 to 1

    [[nodiscard]] static Cell words(std::string text) {
        Cell cell;
        cell.text = std::move(text);
        return cell;
    }
    /// Heads its row.
    [[nodiscard]] static Cell rowName(std::string text) {
        Cell cell = words(std::move(text));
        cell.isHeading = true;
        return cell;
    }
};

struct Column {
    std::string title;
    std::string chart; ///< axis over a column of charts
    bool isFigure = false;
    bool isChart = false; ///< nothing but drawings of figures that other columns give

    [[nodiscard]] static Column words(std::string title) { return {std::move(title), {}, false, false}; }
    [[nodiscard]] static Column figures(std::string title) { return {std::move(title), {}, true, false}; }
};

struct TableRow {
    bool isGroup = false; ///< a heading over the rows that follow; one cell
    std::vector<Cell> cells;
};

struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<TableRow> rows;
};

struct Figure {
    std::string chart;
    std::string caption;
};

struct Definition {
    std::string mark; ///< letter
    std::string term;
    std::string text;
};
struct Definitions {
    std::vector<Definition> items;
};

using Block = std::variant<Heading, Paragraph, Facts, Bullets, Tally, Table, Figure, Definitions>;

struct Page {
    std::string language; ///< "en" or "nl"
    std::string title;
    std::string contents; ///< heading of the table of contents
    std::vector<Block> blocks;
};

} // namespace rapport::report
