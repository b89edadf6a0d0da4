// SPDX-License-Identifier: GPL-3.0-or-later
// How the study file gets from one form to the next, private to this room. Each migration is one transaction;
// a copy of the file is made before the first. Migrations are never edited after a release, only added.
#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/study_file.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rapport::store {

/// "RPRT", in every study file's header.
inline constexpr std::int64_t studyApplicationId = 0x52505254;

struct Migration {
    std::int64_t number = 0; ///< the user_version that it makes, from 1 without gaps
    std::string name;
    std::string sql; ///< without BEGIN and COMMIT
};

/// Those that are part of this program (src/store/migrations).
[[nodiscard]] const std::vector<Migration>& studyMigrations();

struct MigrationRun {
    bool hasUpgraded = false;
    std::string backup; ///< where the file as it was before went; empty where there was nothing to keep
};

/// Brings the file to the last of `migrations`. A file that holds something is copied beside itself first
/// ("NAME.version-1.rapport"). Errors: StudyDamaged naming the migration that failed (the file is then as it
/// was, and the copy is removed), StudyLocked, DiskFull, Io.
[[nodiscard]] base::Result<MigrationRun> migrate(Database& database,
                                                 const std::vector<Migration>& migrations);

/// A consistent copy, on disk when this returns; nothing is left behind on failure. Refuses where a file is.
[[nodiscard]] base::Status copyDatabase(Database& database, const std::string& path,
                                        const base::Task& task = {});

/// StudyFile::open with migrations of the caller's choosing.
[[nodiscard]] base::Result<Opened> openStudy(const std::string& path, OpenMode mode,
                                             const std::vector<Migration>& migrations);

} // namespace rapport::store
