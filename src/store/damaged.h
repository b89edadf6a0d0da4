// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody can do who has a damaged file: of a study there may be backups, a pack can be sent once more.
// By the name, as the content may be gone. Private to this room. Any thread.
#pragma once

#include <string_view>

namespace rapport::store {

[[nodiscard]] inline bool isPackName(std::string_view path) {
    return path.ends_with(".rpack");
}

[[nodiscard]] inline const char* damagedHint(std::string_view path) {
    return isPackName(path) ? "have the pack sent once more, or made anew from the study"
                            : "restore a backup of the study";
}

} // namespace rapport::store
