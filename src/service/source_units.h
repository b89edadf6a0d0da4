// SPDX-License-Identifier: GPL-3.0-or-later
// From a place in a text to what is rated there.
#pragma once

#include "model/source.h"
#include "service/session.h"

namespace rapport::service {

/// The turn that the place lies in or before, or the answer, under the name that the viewer knows it by.
/// Errors: Refused while a blind round hides sources from the rater who is looking; NotFound.
[[nodiscard]] base::Result<model::Unit> unitAt(Session& session, model::SourceId source,
                                               text::CodePoints place);

} // namespace rapport::service
