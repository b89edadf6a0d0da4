// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong for a user, as a value: a code that decides the exit code and the translated sentence, a
// message for people, the place it is about, and a hint what to do. A caller's bug is an assertion, never an
// Error.
#pragma once

#include "base/phrase.h"

#include <cstdint>
#include <optional>
#include <string>

namespace rapport::base {

/// Why something did not happen. The command line turns each into an exit code (see `exitCode`).
enum class Errc {
    Refused,         ///< understood, but the study's rules forbid it (a code outside its prompts)
    InvalidArgument, ///< wrong usage: an option, a name or a range that cannot be
    NotFound,        ///< no such unit, code, rater, round or file within an otherwise good request
    Unreadable,      ///< a file that cannot be read: missing, binary, truncated, not of its format
    StudyLocked,     ///< another program is writing the study
    StudyDamaged,    ///< the study file is not what it should be
    StudyNewer,      ///< the study was written by a later version
    DiskFull,        ///< no room left, or a quota
    Io,              ///< any other failure of the disk or the system
    Cancelled,       ///< the user asked to stop
    Undefined,       ///< a result that does not exist (0/0), where a value was required
};

/// Where in a user's file something is. Lines and columns count from 1; 0 means unknown.
struct Place {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string cell; ///< e.g. "C7" or a column's header; empty if it is no table
};

struct Error {
    Errc code = Errc::Io;
    Phrase message;
    std::optional<Place> where;
    Phrase hint;
};

/// "file:line:column: message", without the parts that are not known; the hint is not in it.
[[nodiscard]] std::string describe(const Error& error);
[[nodiscard]] std::string describe(const Place& place);

/// Exit code of the command line: 1 refused, 2 usage, 3 unreadable, 4 study locked, damaged or newer, 5
/// cancelled. NotFound is 2 (the request names what is not there); DiskFull and Io are 4.
[[nodiscard]] int exitCode(Errc code);

/// Stable name for JSON and logs, e.g. "study_locked".
[[nodiscard]] const char* name(Errc code);

} // namespace rapport::base
