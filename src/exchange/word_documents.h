// SPDX-License-Identifier: GPL-3.0-or-later
// Transcripts typed in a word processor: Word (.docx), OpenDocument (.odt) and Rich Text (.rtf). The words
// in reading order, tracked changes as if accepted, text boxes where they hang, tables row by row; footnotes,
// comments, headers and pictures are left out and counted. Refuses files with a password, by that name.
#pragma once

#include "base/result.h"
#include "exchange/format.h"

#include <string>
#include <string_view>

namespace rapport::exchange {

[[nodiscard]] Likelihood probeDocx(std::string_view bytes, std::string_view fileName);
[[nodiscard]] Likelihood probeOdt(std::string_view bytes, std::string_view fileName);
[[nodiscard]] Likelihood probeRtf(std::string_view head, std::string_view fileName);

class DocumentBuilder;
/// What a document says, whichever of these it is, or a web page or plain text, by what it holds: a line for
/// each paragraph, empty ones too; footnotes and comments behind it. Private to this room. Errors: Unreadable
/// (damaged, a password), Cancelled.
[[nodiscard]] base::Result<std::string> wordsOfDocument(std::string_view bytes, const std::string& fileName,
                                                        const base::Task& task);
[[nodiscard]] base::Result<DocumentBuilder> odtDocument(std::string_view bytes, const std::string& fileName,
                                                        const base::Task& task);
/// What a Rich Text document says, to stand inside another. Private to this room.
[[nodiscard]] base::Result<DocumentBuilder> rtfDocument(std::string_view bytes, const std::string& fileName,
                                                        const base::Task& task);

/// Errors of the three: Unreadable (damaged, cut off, a password, no words), Cancelled. Lines are paragraphs.
[[nodiscard]] base::Result<Records> readDocx(std::string_view bytes, const std::string& fileName,
                                             const ReadOptions& options, const base::Task& task);
[[nodiscard]] base::Result<Records> readOdt(std::string_view bytes, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task);
[[nodiscard]] base::Result<Records> readRtf(std::string_view bytes, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task);

} // namespace rapport::exchange
