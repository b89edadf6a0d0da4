// SPDX-License-Identifier: GPL-3.0-or-later
// A word processor's document on its way to a transcript: paragraphs, tables and text boxes in reading order.
// The readers of DOCX, ODT and RTF tell it what they meet; speakers are found in what comes out. Private to
// this room.
#pragma once

#include "base/result.h"
#include "exchange/format.h"
#include "exchange/transcript_text.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapport::exchange {

/// What a document holds beside what was said; left out and told.
struct DocumentAsides {
    std::size_t footnotes = 0;
    std::size_t comments = 0;
    std::size_t deletions = 0;  ///< tracked changes, as if accepted
    std::size_t insertions = 0; ///< tracked changes, as if accepted
    std::size_t pictures = 0;
    std::size_t others = 0;     ///< embedded documents
    std::size_t headers = 0;    ///< and footers, with words
    std::size_t hidden = 0;     ///< passages that nobody sees, left out
    std::size_t hiddenRead = 0; ///< the same, read
    std::size_t symbols = 0;    ///< letters of fonts of symbols
};

class DocumentBuilder {
public:
    DocumentBuilder();

    void text(std::string_view words);
    void lineBreak() { text("\n"); }
    void endParagraph();
    /// The next paragraph goes on with this one: the mark between them was deleted.
    void joinParagraph() { m_joins = true; }

    /// The paragraph that is open is a heading by its style.
    void markHeading();

    /// A footnote or comment where it hangs: what follows are its words, until it ends.
    void beginNote(bool isComment);
    void endNote();
    /// The same where its words are elsewhere in the file: `addNote` brings them.
    void referToNote(bool isComment, std::string_view id);
    void addNote(bool isComment, std::string_view id, std::string_view author, std::string words);

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

    /// What another document says, at this place: its paragraphs, its notes, and what it left out.
    void embed(DocumentBuilder&& other);

    DocumentAsides asides;

    /// More letters or paragraphs than a document has, so that a reader can stop in time; empty: not yet.
    [[nodiscard]] base::Phrase excess() const;
    std::vector<base::Phrase> warnings; ///< of the reader
    /// Lines are paragraphs, from 1. Errors: Unreadable (no words at all).
    [[nodiscard]] base::Result<Records> finish(const std::string& fileName, const ReadOptions& options);
    /// A line for each paragraph, empty ones too, and the notes behind them; may be empty. Errors: Unreadable
    /// (too large).
    [[nodiscard]] base::Result<std::string> words(const std::string& fileName);

private:
    struct Frame {
        enum class Kind { Body, Cell, Box, Note } kind = Kind::Body;
        std::string current;
        bool isHeading = false; ///< the one that is open
        std::vector<DocumentParagraph> paragraphs;
        std::size_t number = 0;               ///< paragraphs so far, empty ones too
        std::vector<DocumentParagraph> boxes; ///< of the paragraph that is open
        std::vector<std::string> cells;       ///< of the row that is open
    };
    struct Note {
        bool isComment = false;
        std::string author;
        std::string place; ///< the words before it
        std::string words;
    };
    static void add(Frame& frame, std::string words, bool isHeading = false);
    static void close(Frame& frame);
    static std::string joined(Frame& frame);
    /// Closes what is open.
    void settle();
    [[nodiscard]] std::string notesText() const;

    std::vector<Frame> m_frames;
    std::vector<Note> m_notes;
    std::unordered_map<std::string, std::size_t> m_noteOf; ///< by kind and id
    std::vector<std::size_t> m_openNotes;
    bool m_joins = false;
    std::size_t m_size = 0;
    std::size_t m_paragraphs = 0;
};

/// A row of a table as one line or more of a transcript.
[[nodiscard]] std::string rowText(const std::vector<std::string>& cells);

} // namespace rapport::exchange
