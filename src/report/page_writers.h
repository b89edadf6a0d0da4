// SPDX-License-Identifier: GPL-3.0-or-later
// A page typeset in each form that a report can have. All of them write the same blocks in the same order,
// so that none can say another number; drawings stand where the form has a place for them, beside a table
// that gives their numbers. Pure functions; any thread.
#pragma once

#include "base/result.h"
#include "report/page.h"

#include <string>

namespace rapport::report {

/// Self-contained: no scripts, no outside files, light and dark.
[[nodiscard]] std::string htmlOf(Page page);
/// The small HTML that rich-text engines print: no style sheet, drawings as SVG in data URLs.
[[nodiscard]] std::string printHtmlOf(const Page& page);
/// CommonMark with tables.
[[nodiscard]] std::string markdownOf(Page page);
/// A document for pdfLaTeX, XeLaTeX or LuaLaTeX with booktabs and longtable.
[[nodiscard]] std::string latexOf(const Page& page);
/// Office Open XML text (.docx), drawings as SVG with a picture beside each. Errors: Io, InvalidArgument (a
/// drawing that cannot be painted).
[[nodiscard]] base::Result<std::string> wordOf(const Page& page);
/// OpenDocument text (.odt), drawings the same way. Errors: as wordOf().
[[nodiscard]] base::Result<std::string> openDocumentOf(const Page& page);
/// Office Open XML workbook (.xlsx): a sheet with the text, one per table. Figures are numbers. Errors: Io.
[[nodiscard]] base::Result<std::string> workbookOf(const Page& page);

} // namespace rapport::report
