// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pdf.h"

#include "base/format.h"
#include "base/platform/late_library.h"
#include "exchange/pdf_lines.h"
#include "exchange/pdf_pages.h"
#include "exchange/running_heads.h"
#include "exchange/transcript_text.h"
#include "text/utf8.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

constexpr int mostPages = 20000;

std::string wordsOf(PdfPage page) {
    if (!text::isValidUtf8(page.text))
        return {};
    // Poppler puts the line behind a hyphen at once, without the hyphen, in this layout and no word of it;
    // its single words are whole, and come in the same order.
    auto whole = withHyphens(page.text, page.words);
    return whole ? std::move(*whole) : std::move(page.text);
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

bool endsSentence(std::string_view line) {
    const std::string_view words = text::trim(line);
    for (const std::string_view sign : {".", "!", "?", "\"", "\u201D", "\u2026", ")"}) {
        if (words.ends_with(sign))
            return true;
    }
    return false;
}

/// At most some of them, in quotation marks.
std::string listed(const std::vector<std::string>& all) {
    constexpr std::size_t mostTold = 5;
    std::string told;
    for (std::size_t index = 0; index < std::min(all.size(), mostTold); ++index)
        told += fmt::format("{}'{}'", index == 0 ? "" : ", ", text::elide(all[index], 60));
    if (all.size() > mostTold)
        told += fmt::format(" (+{})", all.size() - mostTold);
    return told;
}

void tell(const RunningHeads& heads, const JoinedWords& joined, std::vector<base::Phrase>& warnings) {
    if (heads.heads > 0)
        warnings.push_back(base::said("{} {} left out: {}", heads.heads,
                                      heads.heads == 1 ? "running head is" : "running heads are",
                                      listed(heads.words)));
    if (heads.numbers > 0)
        warnings.push_back(base::said("{} {} left out: {}", heads.numbers,
                                      heads.numbers == 1 ? "page number is" : "page numbers are",
                                      listed(heads.pageNumbers)));
    if (joined.count > 0)
        warnings.push_back(base::said("{} {} put together, first '{}'", joined.count,
                                      joined.count == 1 ? "word broken at a line's end is"
                                                        : "words broken at lines' ends are",
                                      joined.first));
}

} // namespace

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
    RAPPORT_ASSIGN(void* const open, base::lateFunction("pdf", "rapport_open_pdf"));
    const std::unique_ptr<PdfPages> document(reinterpret_cast<OpenPdf*>(open)(bytes.data(), bytes.size()));
    if (!document)
        return base::fail(Errc::Unreadable, place, "is a damaged PDF document",
                          "open it in a PDF viewer and print it to a new PDF file");
    if (document->isLocked())
        return base::fail(Errc::Unreadable, place, "is protected with a password",
                          "open it in a PDF viewer and save it without one");
    const int count = document->count();
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
        std::string text = wordsOf(document->page(index));
        size += text.size();
        if (size > mostText)
            return base::fail(Errc::Unreadable, place, tooMuchText);
        withoutText += text::trim(text).empty() ? 1U : 0U;
        pages.push_back(linesOf(text));
    }
    if (pages.empty() || withoutText == pages.size())
        return base::fail(
            Errc::Unreadable, place, "holds no text: its pages are empty, or pictures",
            "run text recognition (OCR) over pictures of words first, or import the transcript they show");
    const RunningHeads heads = dropRunningHeads(pages);
    JoinedWords joined;
    std::vector<std::string> lines;
    std::vector<std::size_t> firstLines; // of each page, from 0
    for (auto& page : pages) {
        // A page's end is no end of a paragraph, unless its last sentence is one.
        const auto isEmpty = [](const std::string& line) { return text::trim(line).empty(); };
        page.erase(page.begin(), std::find_if_not(page.begin(), page.end(), isEmpty));
        while (!page.empty() && isEmpty(page.back()))
            page.pop_back();
        joinBroken(page, joined);
        if (!page.empty() && endsSentence(page.back()))
            page.emplace_back();
        firstLines.push_back(lines.size());
        std::move(page.begin(), page.end(), std::back_inserter(lines));
    }
    RAPPORT_ASSIGN(Transcript transcript, transcriptFromLines(lines, fileName, options));
    std::vector<std::size_t> begins;
    for (TranscriptTurn& turn : transcript.turns) {
        turn.text = flow(turn.text, begins, joined);
        auto next = std::upper_bound(firstLines.begin(), firstLines.end(), turn.line - 1);
        turn.page = static_cast<std::size_t>(next - firstLines.begin());
        for (; next != firstLines.end() && *next + 1 < turn.textLine + begins.size(); ++next) {
            const std::size_t line = *next + 1 > turn.textLine ? *next + 1 - turn.textLine : 0;
            const std::size_t at = std::min(begins[line], turn.text.size());
            turn.pages.push_back({static_cast<std::size_t>(next - firstLines.begin()) + 1,
                                  text::countCodePoints(std::string_view(turn.text).substr(0, at))});
        }
    }
    tell(heads, joined, transcript.warnings);
    if (withoutText > 0)
        transcript.warnings.push_back(base::said("{} of {} pages hold no text", withoutText, pages.size()));
    countSpeakers(transcript);
    return Records(std::move(transcript));
}

} // namespace rapport::exchange
