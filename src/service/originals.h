// SPDX-License-Identifier: GPL-3.0-or-later
// The files that sources came from, as they came: what is known of them, and their bytes. Refuses raters; a
// file that a participant's withdrawal took out has no bytes any more.
#pragma once

#include "model/source.h"
#include "service/session.h"

#include <optional>

namespace rapport::service {

/// The file that the source was read from; nothing where it was made without one, or where a
/// coordinator who rates too still has to rate the text. Errors: NotFound (a
/// source), Refused (a rater looks).
[[nodiscard]] base::Result<std::optional<model::ImportedFile>> originalOf(Session& session,
                                                                          model::SourceId source);
/// Its bytes, as they came. Errors: NotFound (a file; or its bytes were taken out), Refused (a rater looks).
[[nodiscard]] base::Result<std::string> originalBytes(Session& session, model::FileId file);

} // namespace rapport::service
