// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of file formats: one explicit array. A reader takes bytes and gives records; it never sees the
// study.
#pragma once

#include "base/phrase.h"
#include "base/result.h"
#include "base/task.h"
#include "exchange/table.h"
#include "exchange/transcript.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rapport::exchange {

enum class Likelihood { None, Possible, Likely, Certain };

/// What a file holds, once read.
enum class RecordKind { Table, Transcript };

struct ReadOptions {
    std::string encoding;     ///< empty: detect
    char separator = '\0';    ///< '\0': detect
    int headerRows = 0;       ///< 0: detect (1 to 3)
    std::size_t rowLimit = 0; ///< 0: all; a preview asks for few
    std::string sheet{};      ///< of a workbook, by name; empty: the first that holds a table
    /// What looks like a speaker's name and is none ("Let op"): it stays in the text.
    std::vector<std::string> notSpeakers{};
};

using Records = std::variant<Table, Transcript>;

struct Format {
    std::string_view id; ///< "csv", "xlsx", "webvtt", ...: what --reader takes
    base::Phrase title;  ///< a sentence of its own, in every language
    RecordKind kind;
    std::vector<std::string_view> endings;
    /// `head` is the first 64 KiB at most; the whole file where it is a ZIP container, which has its
    /// contents at the end.
    Likelihood (*probe)(std::string_view head, std::string_view fileName);
    /// Whole file's bytes. Errors: Unreadable with file and line. Row problems are in the records, not
    /// errors.
    base::Result<Records> (*read)(std::string_view bytes, const std::string& fileName,
                                  const ReadOptions& options, const base::Task& task);
};

[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] const Format* formatById(std::string_view id);
/// The likeliest reader for a file; ties go to the earlier entry. Errors: Unreadable, naming what the file
/// seems to be (a ZIP, a PDF, an image, empty) and which formats can be read.
[[nodiscard]] base::Result<const Format*> detectFormat(std::string_view bytes, const std::string& fileName);

} // namespace rapport::exchange
