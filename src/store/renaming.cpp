// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/renaming.h"

#include "store/database.h"

namespace rapport::store {

base::Status renameRater(StudyFile& file, model::RaterId rater, const std::string& name) {
    return file.database().run("UPDATE rater SET name = ?2 WHERE id = ?1", rater, name);
}

} // namespace rapport::store
