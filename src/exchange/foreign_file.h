// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no text, known by their first bytes, so that a person is told what they have and what to do
// with it.
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace rapport::package {
class ZipArchive;
}

namespace rapport::exchange {

struct ForeignFile {
    base::Phrase what; ///< "a Word document (.docx)"
    base::Phrase hint; ///< "save it as plain text in your word processor"
};

/// As UTF-8 where the bytes are a text of two or four to a letter (UTF-16, UTF-32), with a mark or without;
/// what is none stays as it is. For looking at what a file begins with.
[[nodiscard]] std::string inUtf8(std::string_view bytes);

/// Nothing if the bytes may be text. Looks at the first 64 KiB.
[[nodiscard]] std::optional<ForeignFile> foreignFile(std::string_view bytes);

/// Errors: Unreadable "is empty" without any byte but white space.
[[nodiscard]] base::Status refuseEmpty(std::string_view bytes, const std::string& fileName);
/// Errors: Unreadable, naming what the file is; Unreadable "is empty" without any byte but white space.
[[nodiscard]] base::Status refuseForeign(std::string_view bytes, const std::string& fileName);

/// An OLE container that holds an encrypted Office document (Excel's and Word's "protect with password").
[[nodiscard]] bool isProtectedOffice(std::string_view bytes);
/// Errors: Unreadable, saying that there is a password, or that it is an Office file of before 2007.
[[nodiscard]] base::Status refuseProtected(std::string_view bytes, const std::string& fileName);
/// The kind an OpenDocument container says it is: its `mimetype` begins with `kind`
/// ("application/vnd.oasis.opendocument.text").
[[nodiscard]] bool isOpenDocument(std::string_view bytes, std::string_view kind);
/// Errors: Unreadable, saying that there is a password.
[[nodiscard]] base::Status refuseEncryptedOpenDocument(const package::ZipArchive& archive,
                                                       const std::string& fileName);

} // namespace rapport::exchange
