// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lock_wait.h"

#include "store/database.h"
#include "store/study_file.h"

#include <algorithm>
#include <string>

namespace rapport::store {

base::Status waitForLock(StudyFile& file, std::chrono::milliseconds wait) {
    using std::chrono::milliseconds;
    const milliseconds::rep longest = milliseconds(std::chrono::minutes(1)).count();
    const std::string sql =
        "PRAGMA busy_timeout = " + std::to_string(std::clamp<milliseconds::rep>(wait.count(), 0, longest));
    return file.database().execute(sql.c_str());
}

} // namespace rapport::store
