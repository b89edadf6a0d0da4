// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/project.h"

#include "base/format.h"
#include "exchange/transcript_marks.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

/// Byte places of a text to code points, in rising order, in one pass.
class Counter {
public:
    explicit Counter(std::string_view text)
        : m_text(text) {}
    std::int64_t to(std::size_t byte) {
        m_codePoints += text::countCodePoints(m_text.substr(m_byte, byte - m_byte));
        m_byte = byte;
        return m_codePoints;
    }

private:
    std::string_view m_text;
    std::size_t m_byte = 0;
    std::int64_t m_codePoints = 0;
};

} // namespace

void placeRemarks(Project& project, std::vector<ProjectRemark> remarks) {
    std::size_t placed = 0;
    for (ProjectRemark& remark : remarks) {
        if (remark.about.empty())
            remark.about = project.name;
        if (project.sources.empty()) {
            project.warnings.push_back(base::said(
                "there is no text for what was written on '{}' to stand on: {}", remark.about, remark.text));
            continue;
        }
        ProjectMemo memo;
        memo.guid = remark.guid;
        memo.about = std::move(remark.about);
        if (!remark.author.empty())
            memo.about += " (" + remark.author + ')';
        memo.text = std::move(remark.text);
        memo.time = remark.time;
        project.sources[remark.source.value_or(0)].memos.push_back(std::move(memo));
        ++placed;
    }
    if (placed > 0)
        project.warnings.push_back(
            placed == 1
                ? base::said("1 note on the project as a whole, on a case or on a set stands among the "
                             "researchers' memos, on the first text it is about")
                : base::said("{} notes on the project as a whole, on cases or on sets stand among the "
                             "researchers' memos, each on the first text it is about",
                             placed));
}

std::vector<ProjectTurn> turnsOf(std::string_view text) {
    struct Span {
        std::size_t begin;
        std::size_t end;
        std::string speaker;
    };
    std::vector<Span> spans;
    const MarkedText marked = findMarks(text);
    if (marked.notation == "paragraphs") {
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            spans.push_back({begin, end, {}});
            begin = end + 1;
        }
    } else {
        std::string speaker;
        for (std::size_t index = 0; index < marked.marks.size(); ++index) {
            const TurnMark& mark = marked.marks[index];
            if (!mark.keepsSpeaker)
                speaker = mark.speaker;
            const std::size_t end =
                index + 1 < marked.marks.size() ? marked.marks[index + 1].begin : text.size();
            spans.push_back({std::min(mark.textBegin, end), end, speaker});
        }
    }
    std::vector<ProjectTurn> turns;
    Counter counter(text);
    for (const Span& span : spans) {
        const std::string_view said = text::trim(text.substr(span.begin, span.end - span.begin));
        if (said.empty())
            continue;
        const auto begin = static_cast<std::size_t>(said.data() - text.data());
        ProjectTurn turn;
        turn.speaker = span.speaker;
        turn.begin = counter.to(begin);
        turn.end = counter.to(begin + said.size());
        turns.push_back(std::move(turn));
    }
    return turns;
}

} // namespace rapport::exchange
