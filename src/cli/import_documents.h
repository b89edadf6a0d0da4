// SPDX-License-Identifier: GPL-3.0-or-later
// `rapport.preview/1` and `rapport.import/1`, in each form.
#pragma once

#include "base/json_fwd.h"
#include "cli/output.h"
#include "service/importing.h"
#include "service/naming.h"

#include <string>
#include <vector>

namespace rapport::cli {

/// One document; several files give `rapport.previews/1` with a document for each.
[[nodiscard]] std::string previewText(const std::vector<service::ImportPreview>& previews, Format format);
[[nodiscard]] std::string reportText(const service::ImportReport& report, Format format);
/// `rejected` of a document.
[[nodiscard]] base::Json rejectedJson(const std::vector<service::RejectedRow>& rows);
/// "file:line:column: message" with hints, one after the other.
[[nodiscard]] std::string rejectedText(const std::vector<service::RejectedRow>& rows);

/// `rapport.names/1`; as CSV the list that --pseudonyms reads.
[[nodiscard]] std::string namesText(const service::ProposedNames& names, Format format);

} // namespace rapport::cli
