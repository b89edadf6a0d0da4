// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/document_text.h"

#include "base/format.h"
#include "exchange/speaker_label.h"
#include "exchange/transcript_text.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

constexpr std::size_t deepest = 200;

void say(std::vector<base::Phrase>& warnings, std::size_t count, const char* one, const char* many,
         const char* what) {
    if (count > 0)
        warnings.push_back(
            base::said("{} {} {}", count, base::Phrase(count == 1 ? one : many), base::Phrase(what)));
}

bool isTime(std::string_view cell) {
    const auto mark = timeAt(cell);
    return mark && mark->length == cell.size();
}

/// Of this form at least, or in doubt: "Els?".
bool isLabel(std::string_view cell, LabelForm least = LabelForm::Strong) {
    if (cell.find('\n') != std::string_view::npos)
        return false;
    const std::string line = std::string(cell) + (cell.ends_with(':') ? "" : ":");
    const auto label = labelAt(line);
    return label && label->length == line.size() && label->form >= least;
}

std::string asLabel(std::string_view cell) {
    return std::string(cell) + (cell.back() == ':' ? " " : ": ");
}

std::string asTime(std::string_view cell) {
    const bool isBare = cell.front() >= '0' && cell.front() <= '9';
    return isBare ? fmt::format("[{}] ", cell) : std::string(cell) + ' ';
}

} // namespace

std::string rowText(const std::vector<std::string>& cells) {
    std::vector<std::string_view> filled;
    for (const std::string& cell : cells) {
        if (const std::string_view trimmed = text::trim(cell); !trimmed.empty())
            filled.push_back(trimmed);
    }
    if (filled.empty())
        return {};
    if (filled.size() == 2 && isTime(filled[0]))
        return asTime(filled[0]) + std::string(filled[1]);
    if (filled.size() == 2 && isLabel(filled[0]))
        return asLabel(filled[0]) + std::string(filled[1]);
    if (filled.size() == 3 && isTime(filled[0]) && isLabel(filled[1], LabelForm::Weak))
        return asTime(filled[0]) + asLabel(filled[1]) + std::string(filled[2]);
    if (filled.size() == 3 && isLabel(filled[0], LabelForm::Weak) && isTime(filled[1]))
        return asTime(filled[1]) + asLabel(filled[0]) + std::string(filled[2]);
    std::string joined;
    for (const std::string& cell : cells) {
        if (&cell != &cells.front())
            joined += '\t';
        joined += text::trim(cell);
    }
    return joined;
}

DocumentBuilder::DocumentBuilder()
    : m_frames(1) {
}

void DocumentBuilder::text(std::string_view words) {
    m_frames.back().current += words;
    m_size += words.size();
}

void DocumentBuilder::add(Frame& frame, std::string words, bool isHeading) {
    ++frame.number;
    if (!text::trim(words).empty())
        frame.paragraphs.push_back({std::move(words), frame.number, isHeading});
}

void DocumentBuilder::close(Frame& frame) {
    add(frame, std::move(frame.current), frame.isHeading);
    frame.current.clear();
    frame.isHeading = false;
    for (DocumentParagraph& each : frame.boxes)
        add(frame, std::move(each.text));
    frame.boxes.clear();
}

std::string DocumentBuilder::joined(Frame& frame) {
    if (!frame.current.empty() || !frame.boxes.empty())
        close(frame);
    std::string words;
    for (const DocumentParagraph& paragraph : frame.paragraphs) {
        if (!words.empty())
            words += '\n';
        words += paragraph.text;
    }
    return words;
}

base::Phrase DocumentBuilder::excess() const {
    constexpr std::size_t mostParagraphs = 4'000'000; // empty ones too
    if (m_size > mostText)
        return tooMuchText;
    if (m_paragraphs > mostParagraphs)
        return base::said("holds more than {} paragraphs", mostParagraphs);
    return {};
}

void DocumentBuilder::markHeading() {
    if (m_frames.size() == 1)
        m_frames.back().isHeading = true;
}

namespace {

/// The last words of a text, to find a place again.
std::string tailOf(std::string_view words) {
    constexpr std::size_t longest = 60; // bytes
    words = text::trim(words);
    if (words.size() <= longest)
        return std::string(words);
    std::size_t begin = words.size() - longest;
    while (begin < words.size() && (static_cast<unsigned char>(words[begin]) & 0xC0U) == 0x80U)
        ++begin;
    return "\u2026" + std::string(words.substr(begin));
}

} // namespace

void DocumentBuilder::referToNote(bool isComment, std::string_view id) {
    std::string place = tailOf(m_frames.back().current);
    if (place.empty() && !m_frames.back().paragraphs.empty())
        place = tailOf(m_frames.back().paragraphs.back().text);
    if (!id.empty())
        m_noteOf.try_emplace((isComment ? "c" : "n") + std::string(id), m_notes.size());
    m_notes.push_back({isComment, {}, std::move(place), {}});
    ++(isComment ? asides.comments : asides.footnotes);
}

void DocumentBuilder::beginNote(bool isComment) {
    if (m_frames.size() >= deepest)
        return;
    referToNote(isComment, {});
    m_openNotes.push_back(m_notes.size() - 1);
    m_frames.emplace_back();
    m_frames.back().kind = Frame::Kind::Note;
}

void DocumentBuilder::endNote() {
    if (m_frames.size() < 2 || m_frames.back().kind != Frame::Kind::Note || m_openNotes.empty())
        return;
    m_notes[m_openNotes.back()].words = joined(m_frames.back());
    m_openNotes.pop_back();
    m_frames.pop_back();
}

void DocumentBuilder::addNote(bool isComment, std::string_view id, std::string_view author,
                              std::string words) {
    const auto found = m_noteOf.find((isComment ? "c" : "n") + std::string(id));
    if (found == m_noteOf.end())
        return;
    m_notes[found->second].author = author;
    m_notes[found->second].words = std::move(words);
}

std::string DocumentBuilder::notesText() const {
    std::string all;
    std::size_t number = 0;
    for (const Note& note : m_notes) {
        number += note.isComment ? 0U : 1U;
        const std::string_view words = text::trim(note.words);
        if (words.empty())
            continue;
        if (!all.empty())
            all += '\n';
        all += note.isComment ? std::string("Comment") : fmt::format("Footnote {}", number);
        if (!note.author.empty())
            all += " (" + note.author + ')';
        if (!note.place.empty())
            all += ", \u201C" + note.place + "\u201D";
        all += ": ";
        all += words;
    }
    return all;
}

void DocumentBuilder::endParagraph() {
    ++m_paragraphs;
    if (m_joins) {
        m_joins = false;
        return;
    }
    close(m_frames.back());
}

void DocumentBuilder::beginCell() {
    if (m_frames.size() < deepest) {
        m_frames.emplace_back();
        m_frames.back().kind = Frame::Kind::Cell;
    }
}

void DocumentBuilder::endCell() {
    if (m_frames.size() < 2 || m_frames.back().kind != Frame::Kind::Cell)
        return;
    Frame cell = std::move(m_frames.back());
    m_frames.pop_back();
    m_frames.back().cells.push_back(joined(cell));
}

void DocumentBuilder::endRow() {
    Frame& frame = m_frames.back();
    if (std::string row = rowText(frame.cells); !row.empty())
        add(frame, std::move(row));
    frame.cells.clear();
}

std::string DocumentBuilder::takeCell() {
    std::string cell = std::move(m_frames.back().current);
    m_frames.back().current.clear();
    return cell;
}

void DocumentBuilder::addRow(const std::vector<std::string>& cells) {
    if (std::string row = rowText(cells); !row.empty())
        add(m_frames.back(), std::move(row));
}

void DocumentBuilder::beginBox() {
    if (m_frames.size() < deepest) {
        m_frames.emplace_back();
        m_frames.back().kind = Frame::Kind::Box;
    }
}

void DocumentBuilder::endBox() {
    if (m_frames.size() < 2 || m_frames.back().kind != Frame::Kind::Box)
        return;
    Frame box = std::move(m_frames.back());
    m_frames.pop_back();
    if (!box.current.empty())
        close(box);
    std::move(box.paragraphs.begin(), box.paragraphs.end(), std::back_inserter(m_frames.back().boxes));
}

void DocumentBuilder::settle() {
    while (m_frames.size() > 1)
        m_frames.back().kind == Frame::Kind::Box    ? endBox()
        : m_frames.back().kind == Frame::Kind::Note ? endNote()
                                                    : endCell();
    Frame& body = m_frames.front();
    if (!body.cells.empty())
        endRow();
    if (!body.current.empty() || !body.boxes.empty())
        close(body);
}

void DocumentBuilder::embed(DocumentBuilder&& other) {
    other.settle();
    Frame& frame = m_frames.back();
    if (!frame.current.empty() || !frame.boxes.empty())
        close(frame);
    for (DocumentParagraph& paragraph : other.m_frames.front().paragraphs)
        add(frame, std::move(paragraph.text), paragraph.isHeading);
    std::move(other.m_notes.begin(), other.m_notes.end(), std::back_inserter(m_notes));
    std::move(other.warnings.begin(), other.warnings.end(), std::back_inserter(warnings));
    asides.footnotes += other.asides.footnotes;
    asides.comments += other.asides.comments;
    asides.deletions += other.asides.deletions;
    asides.insertions += other.asides.insertions;
    asides.pictures += other.asides.pictures;
    asides.others += other.asides.others;
    asides.headers += other.asides.headers;
    asides.hidden += other.asides.hidden;
    asides.hiddenRead += other.asides.hiddenRead;
    asides.symbols += other.asides.symbols;
    m_size += other.m_size;
    m_paragraphs += other.m_paragraphs;
}

base::Result<std::string> DocumentBuilder::words(const std::string& fileName) {
    settle();
    if (base::Phrase tooMuch = excess(); !tooMuch.empty())
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}}, std::move(tooMuch));
    std::string all;
    std::size_t line = 1;
    for (const DocumentParagraph& paragraph : m_frames.front().paragraphs) {
        all.append(paragraph.number - line, '\n');
        all += paragraph.text;
        line = paragraph.number;
    }
    if (const std::string notes = notesText(); !notes.empty())
        all += (all.empty() ? "" : "\n\n") + notes;
    return all;
}

base::Result<Records> DocumentBuilder::finish(const std::string& fileName, const ReadOptions& options) {
    settle();
    Frame& body = m_frames.front();
    if (base::Phrase words = excess(); !words.empty())
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}}, std::move(words));
    say(warnings, asides.footnotes, "footnote or endnote is", "footnotes or endnotes are",
        "not part of the text");
    say(warnings, asides.comments, "comment is", "comments are", "not part of the text");
    say(warnings, asides.insertions + asides.deletions, "tracked change is", "tracked changes are",
        "read as if accepted");
    say(warnings, asides.pictures, "picture is", "pictures are", "left out");
    say(warnings, asides.headers, "header or footer is", "headers or footers are", "left out");
    say(warnings, asides.hidden, "passage of hidden text is", "passages of hidden text are", "left out");
    say(warnings, asides.hiddenRead, "passage of hidden text is", "passages of hidden text are", "read too");
    say(warnings, asides.symbols, "letter of a symbol font is", "letters of a symbol font are", "left out");
    say(warnings, asides.others, "embedded document is", "embedded documents are", "left out");
    auto transcript = transcriptFromParagraphs(body.paragraphs, fileName, options);
    if (!transcript) {
        if (asides.others > 0)
            transcript.error().hint = "what it shows is an embedded document: import that one";
        else if (asides.pictures > 0)
            transcript.error().hint = "a picture of words needs text recognition (OCR) first";
        return base::fail(transcript);
    }
    transcript->notes = notesText();
    transcript->warnings.insert(transcript->warnings.begin(), warnings.begin(), warnings.end());
    return Records(std::move(*transcript));
}

} // namespace rapport::exchange
