// SPDX-License-Identifier: GPL-3.0-or-later
// From somebody's bytes to the text that is stored: decoded, without BOM, line ends as \n, and nothing else
// changed.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::text {

struct Decoded {
    std::string text;     ///< valid UTF-8, no BOM, line ends \n
    std::string encoding; ///< IANA-like name: "UTF-8", "windows-1252", "UTF-16LE", ...
    bool hadByteOrderMark = false;
    bool isGuess = false; ///< neither a BOM, nor strict UTF-8, nor asked for by name
    /// E.g. undefined bytes that became U+FFFD, with how many and where first.
    std::vector<base::Phrase> warnings;
};

/// `encoding` empty: BOM, then strict UTF-8, then ICU's detector, where ISO-8859-1 is read as windows-1252.
/// Errors: Unreadable (binary content: NUL bytes outside UTF-16/32, or mostly control characters; an encoding
/// name that ICU does not know; a truncated UTF-16 file is a warning). `fileName` is for messages only.
[[nodiscard]] base::Result<Decoded> decode(std::string_view bytes, const std::string& fileName,
                                           std::string_view encoding = {});

/// The name of a file, which may be of any bytes, as text: UTF-8 as it is, anything else as windows-1252.
[[nodiscard]] std::string decodeName(std::string_view bytes);

/// \r\n and lone \r become \n.
[[nodiscard]] std::string normaliseLineEnds(std::string_view text);

/// Names that `decode` takes, the common ones first.
[[nodiscard]] std::vector<std::string> encodingNames();

/// A likely UTF-8 text that was read as windows-1252 and saved again ("cafÃ©"): worth a warning.
[[nodiscard]] bool looksLikeMojibake(std::string_view text);

/// Every such character becomes what it was; others stay. What `decode` does for the encoding "UTF-8 twice".
[[nodiscard]] std::string repairMojibake(std::string_view text);

} // namespace rapport::text
