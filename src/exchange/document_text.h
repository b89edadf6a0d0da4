// SPDX-License-Identifier: GPL-3.0-or-later
// A word processor's document on its way to a transcript: paragraphs, tables and text boxes in reading order.
// The readers of DOCX, ODT and RTF tell it what they meet; speakers are found in what comes out. Private to
// this room.
#pragma once

#include "base/result.h"
#include "exchange/format.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// What a document holds beside what was said; left out and told.
struct DocumentAsides {
    std::size_t footnotes = 0;
    std::size_t comments = 0;
    std::size_t deletions = 0;  ///< tracked changes, as if accepted
    std::size_t insertions = 0; ///< tracked changes, as if accepted
    std::size_t pictures = 0;
    std::size_t others = 0; ///< embedded documents
};

class DocumentBuilder {
public:
    DocumentBuilder();

    void text(std::string_view words);
    void lineBreak() { text("\n"); }
    void endParagraph();
    /// The next paragraph goes on with this one: the mark between them was deleted.
    void joinParagraph() { m_joins = true; }

    void beginCell();
    void endCell();
    /// A row of a table with the cells since the row before; a transcript in two or three columns reads as
    /// "[time] Speaker: words".
    void endRow();

    /// For formats that say only where a cell ends: the words since the last one.
    [[nodiscard]] std::string takeCell();
    void addRow(const std::vector<std::string>& cells);

    /// A text box: its paragraphs follow the one in which it hangs.
    void beginBox();
    void endBox();

    DocumentAsides asides;

    /// Letters so far, so that a reader can stop in time.
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Lines are paragraphs, from 1. Errors: Unreadable (no words at all).
    [[nodiscard]] base::Result<Records> finish(const std::string& fileName, const ReadOptions& options);

private:
    struct Frame {
        enum class Kind { Body, Cell, Box } kind = Kind::Body;
        std::string current;
        std::vector<std::string> paragraphs;
        std::vector<std::string> boxes; ///< of the paragraph that is open
        std::vector<std::string> cells; ///< of the row that is open
    };
    void close(Frame& frame);

    std::vector<Frame> m_frames;
    bool m_joins = false;
    std::size_t m_size = 0;
};

/// A row of a table as one line or more of a transcript.
[[nodiscard]] std::string rowText(const std::vector<std::string>& cells);

} // namespace rapport::exchange
