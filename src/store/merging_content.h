// SPDX-License-Identifier: GPL-3.0-or-later
// What rows of another copy's journal point to and do besides raters' work: words on disagreements, and what
// was blotted out. Private to this room; inside the merge's transaction, behind the row itself.
#pragma once

#include "base/guid.h"
#include "base/result.h"
#include "store/database.h"
#include "store/merging.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::store {

/// Copies the note of that guid, where there is one and it is not here yet.
[[nodiscard]] base::Status takeNote(Database& study, Database& other, const base::Guid& note);
/// Notes that led to a change of the codebook in the copy say so here too.
[[nodiscard]] base::Status takeNoteLinks(Database& study, Database& other);

/// Whether `now` is `was` with letters struck out: redacted since.
[[nodiscard]] bool isRedaction(std::string_view was, std::string_view now);
/// Memos, reasons, remarks, saved searches, reasons of hidden lines and samples of lines that are in both and
/// in which the copy has letters struck out have them struck out here, too; of a rater (null: of all) the
/// own. Lines that are hidden no more there, as their words went, are not here either.
[[nodiscard]] base::Status takeKeptRedaction(Database& study, Database& other, const base::Guid& rater,
                                             MergeReport& report);
/// Blots out here what the copy's row at `position` of this journal blotted out there. Errors: StudyDamaged
/// (the row's range is outside of its text).
[[nodiscard]] base::Status takeRedaction(StudyFile& study, const base::Guid& source, std::int64_t begin,
                                         std::int64_t end, std::int64_t position, MergeReport& report);
/// Forgets here whom the copy forgot; one who is not here, or was forgotten here too, is left alone.
[[nodiscard]] base::Status takeWithdrawal(StudyFile& study, const base::Guid& participant,
                                          const std::string& detail, std::int64_t position,
                                          MergeReport& report);

} // namespace rapport::store
