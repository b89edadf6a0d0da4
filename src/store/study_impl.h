// SPDX-License-Identifier: GPL-3.0-or-later
// What a StudyFile is made of; private to this room.
#pragma once

#include "store/database.h"
#include "store/study_file.h"

#include <memory>
#include <optional>

namespace rapport::store {

struct StudyFile::Impl {
    std::unique_ptr<Database> database;
    base::Task stop;
    std::optional<Database::StopWatch> watch; ///< hears `stop`
};

/// Writes case and prompts, and removes prompts that are not named; inside a transaction or savepoint.
[[nodiscard]] base::Status writeInstrument(Database& database, const model::Instrument& instrument);

} // namespace rapport::store
