// SPDX-License-Identifier: GPL-3.0-or-later
// A document that is laid out on one endless page, cut into pages: never through a line or a row of a table,
// never between a heading (or a bold line) and what follows. Where a table goes on, its head stands on the
// next page, too. A row that is higher than a page is cut where the page ends.
#pragma once

#include <vector>

class QTextDocument;

namespace rapport::ui {

/// What of the document stands on one page, from top to bottom.
struct PagePart {
    double top = 0;
    double bottom = 0;
    double headTop = 0; ///< the head of a table that goes on; as high as nothing: none
    double headBottom = 0;
    [[nodiscard]] double headHeight() const { return headBottom - headTop; }
};

/// `height` of a page, in the document's points; more than nothing.
[[nodiscard]] std::vector<PagePart> pageParts(const QTextDocument& document, double height);

} // namespace rapport::ui
