// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/page_parts.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>
#include <algorithm>

namespace rapport::ui {

namespace {

/// A place where a page may begin.
struct Place {
    double top = 0;
    double headTop = 0;
    double headBottom = 0;
    bool isLed = false; ///< belongs to what stands before it: only where nothing else fits
};

/// A heading, or a line that is bold as a whole: the caption of a table or a figure, the name of a group.
bool leads(const QTextBlock& block) {
    if (block.blockFormat().headingLevel() > 0)
        return true;
    if (block.text().trimmed().isEmpty())
        return false;
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        if (part.fragment().charFormat().fontWeight() < QFont::Bold)
            return false;
    }
    return true;
}

class Places {
public:
    explicit Places(const QTextDocument& document)
        : m_layout(*document.documentLayout()) {
        bool isLed = true; // nothing is before the first
        for (auto each = document.rootFrame()->begin(); !each.atEnd(); ++each) {
            if (const auto* table = qobject_cast<QTextTable*>(each.currentFrame())) {
                addTable(*table, isLed);
                isLed = false;
            } else if (const QTextBlock block = each.currentBlock(); block.isValid()) {
                addBlock(block, isLed);
                // An empty line between a heading and what it leads does not part them.
                isLed = leads(block) || (isLed && block.text().trimmed().isEmpty());
            }
        }
    }

    /// Of what is seen.
    [[nodiscard]] double end() const { return m_end; }

    /// The last one at or above `y` and below `after`; none: the page is cut where it ends.
    [[nodiscard]] const Place* before(double y, double after) const {
        const Place* found = nullptr;
        for (const Place& place : m_places) {
            const bool isBetter = found == nullptr || found->isLed || !place.isLed;
            if (place.top > after && place.top <= y && isBetter)
                found = &place;
        }
        return found;
    }

private:
    void addBlock(const QTextBlock& block, bool isLed) {
        // An empty paragraph behind a table lies over the table's last row.
        const double top = std::max(m_layout.blockBoundingRect(block).top(), m_end);
        for (int line = 0; line < block.layout()->lineCount(); ++line) {
            // Two lines stay together at the beginning and at the end of a paragraph.
            const bool isAlone = line == 1 || line == block.layout()->lineCount() - 1;
            m_places.push_back({top + (line == 0 ? 0 : block.layout()->lineAt(line).y()), 0, 0,
                                line == 0 ? isLed : isAlone});
        }
        if (!block.text().trimmed().isEmpty())
            m_end = std::max(m_end, m_layout.blockBoundingRect(block).bottom());
    }

    [[nodiscard]] double topOf(const QTextTable& table, int row) const {
        double top = m_layout.frameBoundingRect(const_cast<QTextTable*>(&table)).bottom();
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            if (cell.row() == row)
                top = std::min(top, m_layout.blockBoundingRect(cell.firstCursorPosition().block()).top());
        }
        return top - table.format().cellPadding();
    }

    void addTable(const QTextTable& table, bool isLed) {
        const int heads = std::min(table.format().headerRowCount(), table.rows());
        const double headTop = topOf(table, 0);
        const double headBottom = heads < table.rows() ? topOf(table, heads) : headTop;
        m_places.push_back({headTop, 0, 0, isLed});
        for (int row = std::max(heads, 0) + 1; row < table.rows(); ++row) {
            // A row of one cell names the rows below it.
            const bool isNamed =
                table.columns() > 1 && table.cellAt(row - 1, 0).columnSpan() == table.columns();
            m_places.push_back(
                {topOf(table, row), heads > 0 ? headTop : 0, heads > 0 ? headBottom : 0, isNamed});
        }
        for (int column = 0; column < table.columns(); ++column) {
            const QTextBlock last = table.cellAt(table.rows() - 1, column).lastCursorPosition().block();
            m_end = std::max(m_end, m_layout.blockBoundingRect(last).bottom() + table.format().cellPadding());
        }
    }

    const QAbstractTextDocumentLayout& m_layout;
    double m_end = 0;            ///< of what was gone through
    std::vector<Place> m_places; ///< rising
};

} // namespace

std::vector<PagePart> pageParts(const QTextDocument& document, double height) {
    const Places places(document);
    const double end = places.end();
    std::vector<PagePart> parts;
    PagePart part;
    while (part.top + height - part.headHeight() < end) {
        const double full = part.top + height - part.headHeight();
        const Place* next = places.before(full, part.top);
        part.bottom = next == nullptr ? full : next->top;
        parts.push_back(part);
        part = next == nullptr ? PagePart{full, 0, 0, 0}
                               : PagePart{next->top, 0, next->headTop, next->headBottom};
        // A head that leaves no room for a row is no help.
        if (part.headHeight() > height / 2)
            part.headTop = part.headBottom = 0;
    }
    part.bottom = end;
    parts.push_back(part);
    return parts;
}

} // namespace rapport::ui
