// SPDX-License-Identifier: GPL-3.0-or-later
// What participants were asked, as the study has it: the case description and the wording of each question,
// in each language. Names and kinds of prompts stay as they are: answers are known by them.
#pragma once

#include "service/session.h"

#include <string>

namespace rapport::service {

/// Title, case, wordings and the mark of a stand-in become those of `wanted`; for the coordinator. Can be
/// undone. Where nothing differs nothing is written. Errors: Refused (a rater), InvalidArgument (a prompt
/// that the study does not have, or has with another kind; no wording).
[[nodiscard]] base::Result<ChangeSet> putInstrument(Session& session, const model::Instrument& wanted);
/// From a `rapport.instrument/1` document: what it says wins, field by field and language by language; what
/// it lacks stays. Errors: as putInstrument, and Unreadable.
[[nodiscard]] base::Result<ChangeSet> importInstrument(Session& session, const std::string& file);
[[nodiscard]] base::Result<std::string> exportInstrument(Session& session);

} // namespace rapport::service
