// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/system_reason.h"

#include <cerrno>
#include <cstring>

namespace rapport::base {

Phrase systemReason(int number) {
    switch (number) {
    case ENOENT:
        return Phrase("No such file or directory");
    case EACCES:
        return Phrase("Permission denied");
    case EPERM:
        return Phrase("Operation not permitted");
    case EROFS:
        return Phrase("Read-only file system");
    case EISDIR:
        return Phrase("Is a directory");
    case ENOTDIR:
        return Phrase("Not a directory");
    case ENAMETOOLONG:
        return Phrase("File name too long");
    case ENOSPC:
        return Phrase("No space left on device");
    case EDQUOT:
        return Phrase("Disk quota exceeded");
    case EFBIG:
        return Phrase("File too large");
    case EIO:
        return Phrase("Input/output error");
    case EBUSY:
        return Phrase("Device or resource busy");
    case ETXTBSY:
        return Phrase("Text file busy");
    case ELOOP:
        return Phrase("Too many levels of symbolic links");
    case EMFILE:
        return Phrase("Too many open files");
    case ENOMEM:
        return Phrase("Cannot allocate memory");
    case ENOEXEC:
        return Phrase("Exec format error");
    case ENODEV:
        return Phrase("No such device");
    case ESTALE:
        return Phrase("Stale file handle");
    case EXDEV:
        return Phrase("Invalid cross-device link");
    default:
        return Phrase(std::string(std::strerror(number)));
    }
}

} // namespace rapport::base
