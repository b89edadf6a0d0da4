// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include "base/format.h"

namespace rapport::base {

std::string describe(const Place& place) {
    std::string text = place.file;
    if (place.line > 0) {
        text += fmt::format(":{}", place.line);
        if (place.column > 0)
            text += fmt::format(":{}", place.column);
    }
    if (!place.cell.empty())
        text += fmt::format(" ({})", place.cell);
    return text;
}

std::string describe(const Error& error) {
    if (!error.where)
        return error.message;
    const std::string place = describe(*error.where);
    return place.empty() ? error.message.text() : place + ": " + error.message;
}

int exitCode(Errc code) {
    switch (code) {
    case Errc::Refused:
    case Errc::Undefined:
        return 1;
    case Errc::InvalidArgument:
    case Errc::NotFound:
        return 2;
    case Errc::Unreadable:
        return 3;
    case Errc::StudyLocked:
    case Errc::StudyDamaged:
    case Errc::StudyNewer:
    case Errc::DiskFull:
    case Errc::Io:
        return 4;
    case Errc::Cancelled:
        return 5;
    }
    return 4;
}

const char* name(Errc code) {
    switch (code) {
    case Errc::Refused:
        return "refused";
    case Errc::InvalidArgument:
        return "invalid_argument";
    case Errc::NotFound:
        return "not_found";
    case Errc::Unreadable:
        return "unreadable";
    case Errc::StudyLocked:
        return "study_locked";
    case Errc::StudyDamaged:
        return "study_damaged";
    case Errc::StudyNewer:
        return "study_newer";
    case Errc::DiskFull:
        return "disk_full";
    case Errc::Io:
        return "io";
    case Errc::Cancelled:
        return "cancelled";
    case Errc::Undefined:
        return "undefined";
    }
    return "io";
}

} // namespace rapport::base
