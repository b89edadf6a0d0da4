// SPDX-License-Identifier: GPL-3.0-or-later
// PDF documents that hold text, by Poppler: running heads and page numbers left out, words broken at a line's
// end put together, both told, each turn with its page and those that begin inside it. Refuses scanned pages
// (pictures), passwords, and what is damaged.
#pragma once

#include "base/result.h"
#include "exchange/format.h"

#include <string>
#include <string_view>

namespace rapport::exchange {

[[nodiscard]] Likelihood probePdf(std::string_view head, std::string_view fileName);
/// Lines count over all pages, without empty ones at their edges. Errors: Unreadable, Cancelled, Io (Poppler
/// cannot be loaded).
[[nodiscard]] base::Result<Records> readPdf(std::string_view bytes, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task);

} // namespace rapport::exchange
