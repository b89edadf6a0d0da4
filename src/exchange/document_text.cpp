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

void say(std::vector<base::Phrase>& warnings, std::size_t count, std::string_view one, std::string_view many,
         std::string_view what) {
    if (count > 0)
        warnings.push_back(base::said("{} {} {}", count, count == 1 ? one : many, what));
}

bool isTime(std::string_view cell) {
    const auto mark = timeAt(cell);
    return mark && mark->length == cell.size();
}

bool isLabel(std::string_view cell) {
    if (!cell.empty() && cell.back() == ':')
        cell.remove_suffix(1);
    return cell.find('\n') == std::string_view::npos && labelForm(cell) == LabelForm::Strong;
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
    if (filled.size() == 3 && isTime(filled[0]) && isLabel(filled[1]))
        return asTime(filled[0]) + asLabel(filled[1]) + std::string(filled[2]);
    if (filled.size() == 3 && isLabel(filled[0]) && isTime(filled[1]))
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

void DocumentBuilder::close(Frame& frame) {
    frame.paragraphs.push_back(std::move(frame.current));
    frame.current.clear();
    std::move(frame.boxes.begin(), frame.boxes.end(), std::back_inserter(frame.paragraphs));
    frame.boxes.clear();
}

void DocumentBuilder::endParagraph() {
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
    if (!cell.current.empty() || !cell.boxes.empty())
        close(cell);
    std::string joined;
    for (const std::string& paragraph : cell.paragraphs) {
        if (!joined.empty())
            joined += '\n';
        joined += paragraph;
    }
    m_frames.back().cells.push_back(std::move(joined));
}

void DocumentBuilder::endRow() {
    Frame& frame = m_frames.back();
    if (std::string row = rowText(frame.cells); !row.empty())
        frame.paragraphs.push_back(std::move(row));
    frame.cells.clear();
}

std::string DocumentBuilder::takeCell() {
    std::string cell = std::move(m_frames.back().current);
    m_frames.back().current.clear();
    return cell;
}

void DocumentBuilder::addRow(const std::vector<std::string>& cells) {
    if (std::string row = rowText(cells); !row.empty())
        m_frames.back().paragraphs.push_back(std::move(row));
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

base::Result<Records> DocumentBuilder::finish(const std::string& fileName, const ReadOptions& options) {
    while (m_frames.size() > 1)
        m_frames.back().kind == Frame::Kind::Box ? endBox() : endCell();
    Frame& body = m_frames.front();
    if (!body.cells.empty())
        endRow();
    if (!body.current.empty() || !body.boxes.empty())
        close(body);
    std::vector<base::Phrase> warnings;
    say(warnings, asides.footnotes, "footnote or endnote is", "footnotes or endnotes are",
        "not part of the text");
    say(warnings, asides.comments, "comment is", "comments are", "not part of the text");
    say(warnings, asides.insertions + asides.deletions, "tracked change is", "tracked changes are",
        "read as if accepted");
    say(warnings, asides.pictures, "picture is", "pictures are", "left out");
    say(warnings, asides.others, "embedded document is", "embedded documents are", "left out");
    auto transcript = transcriptFromParagraphs(body.paragraphs, fileName, options);
    if (!transcript) {
        if (asides.others > 0)
            transcript.error().hint = "what it shows is an embedded document: import that one";
        else if (asides.pictures > 0)
            transcript.error().hint = "a picture of words needs text recognition (OCR) first";
        return base::fail(transcript);
    }
    transcript->warnings.insert(transcript->warnings.begin(), warnings.begin(), warnings.end());
    return Records(std::move(*transcript));
}

} // namespace rapport::exchange
