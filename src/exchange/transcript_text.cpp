// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/transcript_text.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/foreign_file.h"
#include "exchange/speaker_label.h"
#include "exchange/transcript_marks.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

bool isInOrder(const Transcript& transcript) {
    std::optional<std::int64_t> before;
    return std::all_of(transcript.turns.begin(), transcript.turns.end(),
                       [&before](const TranscriptTurn& turn) {
                           if (!turn.beginMs)
                               return true;
                           const bool isLater = !before || *turn.beginMs >= *before;
                           before = turn.beginMs;
                           return isLater;
                       });
}

Transcript fromMarks(std::string_view text, const MarkedText& marked, std::size_t turnLimit) {
    Transcript transcript;
    transcript.notation = marked.notation;
    transcript.notSpeakers = marked.notSpeakers;
    if (marked.marks.empty())
        return transcript;
    transcript.heading = std::string(text::trim(text.substr(0, marked.marks.front().begin)));
    std::string speaker;
    std::size_t silent = 0;
    std::size_t firstSilent = 0;
    for (std::size_t index = 0; index < marked.marks.size(); ++index) {
        if (turnLimit > 0 && transcript.turns.size() >= turnLimit)
            break;
        const TurnMark& mark = marked.marks[index];
        const std::size_t end = index + 1 < marked.marks.size() ? marked.marks[index + 1].begin : text.size();
        if (!mark.keepsSpeaker)
            speaker = mark.speaker;
        TranscriptTurn turn;
        turn.speaker = speaker;
        turn.beginMs = mark.beginMs;
        turn.endMs = mark.endMs;
        turn.line = mark.line;
        std::string_view said = text::trim(text.substr(mark.textBegin, end - mark.textBegin));
        // f4 closes a paragraph with its time.
        const auto close = timeAtEnd(said);
        if (close && close->bracket == '#') {
            turn.endMs = close->milliseconds;
            said = text::trim(said.substr(0, said.size() - close->length));
        }
        if (said.empty()) {
            if (silent++ == 0)
                firstSilent = mark.line;
            continue;
        }
        const std::string_view before =
            text.substr(mark.begin, static_cast<std::size_t>(said.data() - text.data()) - mark.begin);
        turn.textLine = mark.line + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        turn.text = std::string(said);
        transcript.turns.push_back(std::move(turn));
    }
    if (silent > 0)
        transcript.warnings.push_back(base::said("{} {} without text left out, first in line {}", silent,
                                                 silent == 1 ? "turn" : "turns", firstSilent));
    tellDoubts(transcript, marked.doubts, marked.doubt);
    return transcript;
}

/// What the reader thinks of its own work, and who spoke how often.
void complete(Transcript& transcript) {
    if (transcript.notation == "paragraphs")
        transcript.warnings.emplace_back("no speakers found: every paragraph is a turn without a speaker");
    if (transcript.notation == "[time]")
        transcript.warnings.emplace_back("no speakers found: every time begins a turn without a speaker");
    if (!isInOrder(transcript))
        transcript.warnings.emplace_back("the times do not rise throughout");
    countSpeakers(transcript);
}

/// Blank lines between the paragraphs of one turn say nothing.
std::string withoutBlankLines(std::string_view text) {
    std::string kept;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (!text::trim(line).empty()) {
            if (!kept.empty())
                kept += '\n';
            kept += line;
        }
        begin = end + 1;
    }
    return kept;
}

} // namespace

void tellDoubts(Transcript& transcript, std::size_t doubts, std::string_view first) {
    const std::string doubt = text::elide(first, 60);
    if (doubts == 1)
        transcript.warnings.push_back(
            base::said("a line that begins like a speaker's ('{}') was taken for none: "
                       "its words are those of whoever spoke before",
                       doubt));
    else if (doubts > 1)
        transcript.warnings.push_back(
            base::said("{} lines that begin like a speaker's (the first '{}') were taken "
                       "for none: their words are those of whoever spoke before",
                       doubts, doubt));
}

Likelihood probeTranscriptText(std::string_view head, std::string_view fileName) {
    if (foreignFile(head))
        return Likelihood::None;
    const auto decoded = text::decode(head, std::string(fileName));
    if (!decoded || text::trim(decoded->text).empty())
        return Likelihood::None;
    const MarkedText marked = findMarks(decoded->text);
    const bool hasMarks = marked.notation != "paragraphs" && marked.marks.size() >= 2;
    const std::string ending = base::fileEnding(std::string(fileName));
    if (ending == "txt" || ending == "md")
        return hasMarks ? Likelihood::Certain : Likelihood::Likely;
    return hasMarks ? Likelihood::Likely : Likelihood::Possible;
}

base::Result<Records> readTranscriptText(std::string_view bytes, const std::string& fileName,
                                         const ReadOptions& options, const base::Task& task) {
    RAPPORT_TRY(refuseForeign(bytes, fileName));
    RAPPORT_TRY(refuseLong(bytes, fileName));
    RAPPORT_ASSIGN(auto decoded, text::decode(bytes, fileName, options.encoding));
    if (task.isStopped())
        return base::Task::cancelled();
    task.report(0, decoded.text.size(), "reading a transcript");
    const MarkedText marked = findMarks(decoded.text, options.notSpeakers);
    if (marked.isTooLong || marked.marks.size() > mostTurns)
        return tooManyTurns(fileName);
    Transcript transcript = fromMarks(decoded.text, marked, options.rowLimit);
    if (transcript.turns.empty())
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}}, "holds no turn with text");
    transcript.encoding = decoded.encoding;
    transcript.warnings.insert(transcript.warnings.begin(), decoded.warnings.begin(), decoded.warnings.end());
    if (decoded.isGuess)
        transcript.warnings.push_back(base::said(
            "read as {}, which is a guess: look at the accents, or name the encoding", transcript.encoding));
    complete(transcript);
    task.report(decoded.text.size(), decoded.text.size(), "reading a transcript");
    return Records(std::move(transcript));
}

base::Status refuseLong(std::string_view bytes, const std::string& fileName) {
    if (bytes.size() <= mostText)
        return {};
    return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}}, tooMuchText,
                      "if it is a table, import it as answers; else split it");
}

tl::unexpected<base::Error> tooManyTurns(const std::string& fileName) {
    return base::fail(
        base::Errc::Unreadable, base::Place{fileName, 0, 0, {}},
        base::said("holds more than {} turns or {} lines, which no conversation has", mostTurns, mostLines),
        "if it is a table, import it as answers; else split it");
}

base::Result<Transcript> transcriptFromParagraphs(const std::vector<DocumentParagraph>& paragraphs,
                                                  const std::string& fileName, const ReadOptions& options) {
    std::string joined;
    struct Begin {
        std::size_t line;
        std::size_t byte;
        const DocumentParagraph* paragraph;
    };
    std::vector<Begin> begins;
    std::size_t line = 1;
    std::size_t before = 0;
    bool hasHeadings = false;
    for (const DocumentParagraph& paragraph : paragraphs) {
        if (paragraph.number > before + 1) {
            joined += '\n';
            ++line;
        }
        before = paragraph.number;
        begins.push_back({line, joined.size(), &paragraph});
        hasHeadings = hasHeadings || paragraph.isHeading;
        joined += paragraph.text;
        joined += '\n';
        line += 1 + static_cast<std::size_t>(std::count(paragraph.text.begin(), paragraph.text.end(), '\n'));
    }
    const auto paragraphOf = [&begins](std::size_t ofLine) {
        const auto after =
            std::upper_bound(begins.begin(), begins.end(), ofLine,
                             [](std::size_t wanted, const Begin& each) { return wanted < each.line; });
        return std::prev(after)->paragraph->number;
    };
    MarkedText marked;
    if (hasHeadings) {
        // Headings are not looked at for labels; each ends the turn before it.
        std::string spoken = joined;
        std::vector<TurnMark> headings;
        for (const Begin& begin : begins) {
            if (!begin.paragraph->isHeading)
                continue;
            const std::string_view words = text::trim(begin.paragraph->text);
            if (const auto label = labelAt(words); label && label->length == words.size())
                continue;
            std::replace_if(
                spoken.begin() + static_cast<std::ptrdiff_t>(begin.byte),
                spoken.begin() + static_cast<std::ptrdiff_t>(begin.byte + begin.paragraph->text.size()),
                [](char letter) { return letter != '\n'; }, '.');
            headings.push_back(TurnMark{begin.byte, begin.byte, begin.line, {}, false, std::nullopt});
        }
        marked = findMarks(spoken, options.notSpeakers);
        if (marked.notation != "paragraphs" && !marked.marks.empty()) {
            const std::size_t first = marked.marks.front().begin;
            std::erase_if(headings, [first](const TurnMark& mark) { return mark.begin < first; });
            marked.marks.insert(marked.marks.end(), headings.begin(), headings.end());
            std::stable_sort(marked.marks.begin(), marked.marks.end(),
                             [](const TurnMark& a, const TurnMark& b) { return a.begin < b.begin; });
        }
    } else {
        marked = findMarks(joined, options.notSpeakers);
    }
    if (marked.isTooLong)
        return tooManyTurns(fileName);
    Transcript transcript;
    if (marked.notation == "paragraphs") {
        transcript.notation = marked.notation;
        transcript.notSpeakers = marked.notSpeakers;
        for (const DocumentParagraph& paragraph : paragraphs) {
            const std::string_view said = text::trim(paragraph.text);
            if (said.empty())
                continue;
            if (options.rowLimit > 0 && transcript.turns.size() >= options.rowLimit)
                break;
            if (transcript.turns.size() >= mostTurns)
                return tooManyTurns(fileName);
            TranscriptTurn turn;
            turn.text = std::string(said);
            turn.line = paragraph.number;
            transcript.turns.push_back(std::move(turn));
        }
    } else {
        if (marked.marks.size() > mostTurns)
            return tooManyTurns(fileName);
        transcript = fromMarks(joined, marked, options.rowLimit);
        for (TranscriptTurn& turn : transcript.turns) {
            turn.line = paragraphOf(turn.line);
            turn.text = withoutBlankLines(turn.text);
        }
    }
    if (transcript.turns.empty())
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}}, "holds no words");
    transcript.encoding = "UTF-8";
    complete(transcript);
    return transcript;
}

base::Result<Transcript> transcriptFromLines(const std::vector<std::string>& lines,
                                             const std::string& fileName, const ReadOptions& options) {
    std::string joined;
    for (const std::string& line : lines) {
        joined += line;
        joined += '\n';
    }
    const MarkedText marked = findMarks(joined, options.notSpeakers);
    if (marked.isTooLong || marked.marks.size() > mostTurns)
        return tooManyTurns(fileName);
    Transcript transcript = fromMarks(joined, marked, options.rowLimit);
    if (transcript.turns.empty())
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}}, "holds no words");
    transcript.encoding = "UTF-8";
    complete(transcript);
    return transcript;
}

} // namespace rapport::exchange
