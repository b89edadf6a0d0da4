// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the study's languages a text is in, by its function words. Good enough to sort Dutch from English
// answers; not a detector for the world.
#pragma once

#include <string>
#include <string_view>

namespace rapport::text {

/// "nl", "en", or "" where a text is too short or fits neither.
[[nodiscard]] std::string guessLanguage(std::string_view utf8);

} // namespace rapport::text
