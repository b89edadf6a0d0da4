// SPDX-License-Identifier: GPL-3.0-or-later
// Row numbers of the study file, one type per noun.
#pragma once

#include "base/guid.h"

namespace rapport::model {

using base::Guid;

using ParticipantId = base::RowId<struct ParticipantTag>;
using FileId = base::RowId<struct FileTag>;
using SourceId = base::RowId<struct SourceTag>;
using UnitId = base::RowId<struct UnitTag>; ///< also the document number of every index
using PromptId = base::RowId<struct PromptTag>;
using CodeId = base::RowId<struct CodeIdTag>;
using VariableId = base::RowId<struct VariableTag>;
using RaterId = base::RowId<struct RaterTag>;
using RoundId = base::RowId<struct RoundTag>;
using CodingId = base::RowId<struct CodingTag>; ///< the journal row that made the coding

} // namespace rapport::model
