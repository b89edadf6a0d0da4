// SPDX-License-Identifier: GPL-3.0-or-later
// A web page saved with its pictures in one file (.mht, .mhtml): RFC 2557. The page alone is taken; pictures
// and what else is beside it are not looked at. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport::exchange {

struct ArchivedPage {
    std::string bytes;
    std::string encoding; ///< that the archive names; may be empty
};
/// The first part that is a page or plain text. Nothing where the bytes are no such archive.
[[nodiscard]] std::optional<ArchivedPage> pageOfMimeArchive(std::string_view bytes);

} // namespace rapport::exchange
