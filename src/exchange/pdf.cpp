// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pdf.h"

#include "base/format.h"
#include "exchange/speaker_label.h"
#include "exchange/transcript_text.h"
#include "text/utf8.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

constexpr int mostPages = 20000;

std::string words(const poppler::page& page) {
    const auto bytes = page.text(poppler::rectf(), poppler::page::non_raw_non_physical_layout).to_utf8();
    std::string text(bytes.begin(), bytes.end());
    return text::isValidUtf8(text) ? text : std::string();
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
        lines.emplace_back(text::trim(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return lines;
}

/// A line with its digits as #: "page 3 of 12" recurs though its numbers do not.
std::string shape(std::string_view line) {
    std::string kept;
    for (const char letter : line) {
        const bool isDigit = letter >= '0' && letter <= '9';
        if (!isDigit)
            kept += letter;
        else if (kept.empty() || kept.back() != '#')
            kept += '#';
    }
    return kept;
}

constexpr std::size_t edge = 2;

/// Indexes of the first and last lines with words.
std::vector<std::size_t> edges(const std::vector<std::string>& lines) {
    std::vector<std::size_t> found;
    for (std::size_t index = 0; index < lines.size() && found.size() < edge; ++index) {
        if (!lines[index].empty())
            found.push_back(index);
    }
    std::size_t taken = 0;
    for (std::size_t index = lines.size(); index-- > 0 && taken < edge;) {
        if (lines[index].empty())
            continue;
        ++taken;
        if (std::find(found.begin(), found.end(), index) == found.end())
            found.push_back(index);
    }
    return found;
}

bool isSmallLetter(std::string_view text) {
    std::size_t at = 0;
    const char32_t first = text::readCodePoint(text, at);
    return (first >= U'a' && first <= U'z') || (first >= 0xDF && first <= 0xFF && first != 0xF7);
}

/// "begin-" and "nen" are one word; other lines are joined with a blank.
void join(std::string& text, std::string_view line) {
    if (text.empty()) {
        text = line;
        return;
    }
    const bool isBroken = text.size() >= 2 && text.back() == '-' && text[text.size() - 2] != ' ' &&
                          text[text.size() - 2] != '-' && isSmallLetter(line);
    if (isBroken)
        text.pop_back();
    else
        text += ' ';
    text += line;
}

bool endsSentence(std::string_view line) {
    const std::string_view words = text::trim(line);
    for (const std::string_view sign : {".", "!", "?", "\"", "\u201D", "\u2026", ")"}) {
        if (words.ends_with(sign))
            return true;
    }
    return false;
}

/// Lines of one turn to flowing text; empty lines stay as breaks between paragraphs. `begins`: where the
/// words of each line begin in it, those of an empty one where the next ones do.
std::string flow(std::string_view said, std::vector<std::size_t>& begins) {
    std::string flowing;
    std::string paragraph;
    begins.clear();
    for (std::size_t begin = 0; begin <= said.size();) {
        const std::size_t end = std::min(said.find('\n', begin), said.size());
        const std::string_view line = text::trim(said.substr(begin, end - begin));
        if (!line.empty())
            join(paragraph, line);
        const std::size_t before = flowing.empty() ? 0 : flowing.size() + 1;
        begins.push_back(before + paragraph.size() - line.size());
        if ((line.empty() || end == said.size()) && !paragraph.empty()) {
            if (!flowing.empty())
                flowing += '\n';
            flowing += paragraph;
            paragraph.clear();
        }
        begin = end + 1;
    }
    return flowing;
}

} // namespace

std::size_t dropRunningHeads(std::vector<std::vector<std::string>>& pages, std::vector<std::string>* words) {
    constexpr std::size_t manyPages = 4;
    std::unordered_map<std::string, std::size_t> counts;
    for (const auto& lines : pages) {
        for (const std::size_t index : edges(lines))
            ++counts[shape(lines[index])];
    }
    std::size_t dropped = 0;
    std::unordered_set<std::string> told;
    for (auto& lines : pages) {
        std::vector<std::size_t> found = edges(lines);
        std::sort(found.begin(), found.end(), std::greater<>());
        for (const std::size_t index : found) {
            const std::string form = shape(lines[index]);
            const bool isNumber = form.find_first_not_of("# -./|") == std::string::npos &&
                                  form.find('#') != std::string::npos && pages.size() >= 2;
            const bool recurs = pages.size() >= 3 && counts[form] * 2 > pages.size();
            if (!isNumber && !recurs)
                continue;
            const auto label = labelAt(lines[index]);
            const bool isSpeech = label && label->length < lines[index].size();
            if (isSpeech && (pages.size() < manyPages || counts[form] < pages.size()))
                continue;
            if (words != nullptr && !isNumber && told.insert(form).second)
                words->push_back(lines[index]);
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(index));
            ++dropped;
        }
    }
    return dropped;
}

Likelihood probePdf(std::string_view head, std::string_view /*fileName*/) {
    return head.substr(0, 1024).find("%PDF-") != std::string_view::npos ? Likelihood::Certain
                                                                        : Likelihood::None;
}

base::Result<Records> readPdf(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    const Place place{fileName, 0, 0, {}};
    if (probePdf(bytes, fileName) == Likelihood::None)
        return base::fail(Errc::Unreadable, place, "is no PDF document");
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return base::fail(Errc::Unreadable, place, "is larger than 2 GB");
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document)
        return base::fail(Errc::Unreadable, place, "is a damaged PDF document",
                          "open it in a PDF viewer and print it to a new PDF file");
    if (document->is_locked())
        return base::fail(Errc::Unreadable, place, "is protected with a password",
                          "open it in a PDF viewer and save it without one");
    const int count = document->pages();
    if (count > mostPages)
        return base::fail(Errc::Unreadable, place,
                          base::said("has {} pages; at most {} are read", count, mostPages));
    std::vector<std::vector<std::string>> pages;
    std::size_t withoutText = 0;
    std::size_t size = 0;
    for (int index = 0; index < count; ++index) {
        if (task.isStopped())
            return base::Task::cancelled();
        task.report(static_cast<std::uint64_t>(index), static_cast<std::uint64_t>(count),
                    "reading a document");
        const std::unique_ptr<poppler::page> page(document->create_page(index));
        std::string text = page ? words(*page) : std::string();
        size += text.size();
        if (size > mostText)
            return base::fail(Errc::Unreadable, place, tooMuchText);
        withoutText += text::trim(text).empty() ? 1U : 0U;
        pages.push_back(linesOf(text));
    }
    if (pages.empty() || withoutText == pages.size())
        return base::fail(
            Errc::Unreadable, place, "holds pictures of pages, no text",
            "run text recognition (OCR) over it first, or import the transcript it was made from");
    std::vector<std::string> headWords;
    const std::size_t heads = dropRunningHeads(pages, &headWords);
    std::vector<std::string> lines;
    std::vector<std::size_t> firstLines; // of each page, from 0
    for (auto& page : pages) {
        // A page's end is no end of a paragraph, unless its last sentence is one.
        const auto isEmpty = [](const std::string& line) { return text::trim(line).empty(); };
        page.erase(page.begin(), std::find_if_not(page.begin(), page.end(), isEmpty));
        while (!page.empty() && isEmpty(page.back()))
            page.pop_back();
        if (!page.empty() && endsSentence(page.back()))
            page.emplace_back();
        firstLines.push_back(lines.size());
        std::move(page.begin(), page.end(), std::back_inserter(lines));
    }
    RAPPORT_ASSIGN(Transcript transcript, transcriptFromLines(lines, fileName, options));
    std::vector<std::size_t> begins;
    for (TranscriptTurn& turn : transcript.turns) {
        turn.text = flow(turn.text, begins);
        auto next = std::upper_bound(firstLines.begin(), firstLines.end(), turn.line - 1);
        turn.page = static_cast<std::size_t>(next - firstLines.begin());
        for (; next != firstLines.end() && *next + 1 < turn.textLine + begins.size(); ++next) {
            const std::size_t line = *next + 1 > turn.textLine ? *next + 1 - turn.textLine : 0;
            const std::size_t at = std::min(begins[line], turn.text.size());
            turn.pages.push_back({static_cast<std::size_t>(next - firstLines.begin()) + 1,
                                  text::countCodePoints(std::string_view(turn.text).substr(0, at))});
        }
    }
    if (heads > 0) {
        base::Phrase left = base::said("{} {} and page numbers are left out", heads,
                                       base::Phrase(heads == 1 ? "running head" : "running heads"));
        constexpr std::size_t mostTold = 5;
        std::string told;
        for (std::size_t index = 0; index < std::min(headWords.size(), mostTold); ++index)
            told += fmt::format("{}'{}'", index == 0 ? "" : ", ", text::elide(headWords[index], 60));
        if (headWords.size() > mostTold)
            told += fmt::format(" (+{})", headWords.size() - mostTold);
        transcript.warnings.push_back(told.empty() ? std::move(left) : base::said("{}: {}", left, told));
    }
    if (withoutText > 0)
        transcript.warnings.push_back(base::said("{} of {} pages hold no text", withoutText, pages.size()));
    countSpeakers(transcript);
    return Records(std::move(transcript));
}

} // namespace rapport::exchange
