// SPDX-License-Identifier: GPL-3.0-or-later
// MacWhinney 2000, "The CHILDES Project: Tools for Analyzing Talk", 3rd edition, part 1: the CHAT format.
#include "base/format.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "exchange/annotations.h"
#include "exchange/foreign_file.h"
#include "exchange/transcript_text.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

/// "CHI Ross Target_Child, FAT Brian Father" -> CHI: "Ross (Target Child)".
std::map<std::string, std::string> participantsOf(std::string_view list) {
    std::map<std::string, std::string> names;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        std::vector<std::string> words;
        const std::string_view one = text::trim(list.substr(begin, end - begin));
        for (std::size_t at = 0; at < one.size();) {
            const std::size_t blank = std::min(one.find_first_of(" \t", at), one.size());
            if (blank > at)
                words.emplace_back(one.substr(at, blank - at));
            at = blank + 1;
        }
        if (words.size() >= 2) {
            std::replace(words.back().begin(), words.back().end(), '_', ' ');
            names[words.front()] = words.size() >= 3 ? fmt::format("{} ({})", words[1], words.back())
                                                     : fmt::format("{} ({})", words.front(), words.back());
        }
        begin = end + 1;
    }
    return names;
}

/// Takes "\x15" "1234_5678" "\x15" out of what was said.
void takeTimes(TranscriptTurn& turn) {
    std::string kept;
    for (std::size_t at = 0; at < turn.text.size();) {
        if (turn.text[at] != '\x15') {
            kept += turn.text[at++];
            continue;
        }
        const std::size_t close = turn.text.find('\x15', at + 1);
        if (close == std::string::npos) {
            ++at;
            continue;
        }
        const std::string_view inside = std::string_view(turn.text).substr(at + 1, close - at - 1);
        const std::size_t low = inside.find('_');
        const auto begin = base::parseInteger(inside.substr(0, low));
        const auto end =
            low == std::string_view::npos ? std::nullopt : base::parseInteger(inside.substr(low + 1));
        if (begin && end && *begin >= 0) {
            turn.beginMs = turn.beginMs.value_or(*begin);
            turn.endMs = *end;
        }
        at = close + 1;
    }
    turn.text = std::string(text::trim(kept));
}

} // namespace

Likelihood probeChat(std::string_view head, std::string_view fileName) {
    const std::string start = inUtf8(head.substr(0, 8192)).substr(0, 4096);
    if (start.find("@Begin") != std::string_view::npos &&
        (start.find("@Participants:") != std::string_view::npos ||
         start.find("\n*") != std::string_view::npos))
        return Likelihood::Certain;
    const bool isNamedSo = base::fileEnding(std::string(fileName)) == "cha";
    return isNamedSo && start.find('*') != std::string_view::npos ? Likelihood::Likely : Likelihood::None;
}

base::Result<Records> readChat(std::string_view bytes, const std::string& fileName,
                               const ReadOptions& options, const base::Task& task) {
    RAPPORT_TRY(refuseForeign(bytes, fileName));
    RAPPORT_TRY(refuseLong(bytes, fileName));
    RAPPORT_ASSIGN(const auto decoded, text::decode(bytes, fileName, options.encoding));
    if (task.isStopped())
        return base::Task::cancelled();
    Transcript transcript;
    transcript.encoding = decoded.encoding;
    transcript.notation = "CHAT";
    transcript.warnings = decoded.warnings;
    std::map<std::string, std::string> names;
    std::set<std::string> leftOut;
    std::set<std::string> remarks;
    std::size_t remarkCount = 0;
    bool hasEnd = false;
    std::string participants;
    enum class Part { None, Turn, Participants, Dependent } part = Part::None;
    std::size_t number = 0;
    const std::string_view text = decoded.text;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.empty())
            continue;
        if (line.front() == '\t' || line.front() == ' ') {
            // A line goes on after a tab.
            if (part == Part::Turn)
                transcript.turns.back().text += ' ' + std::string(text::trim(line));
            else if (part == Part::Participants)
                participants += ' ' + std::string(text::trim(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        const std::string_view value =
            colon == std::string_view::npos ? std::string_view() : text::trim(line.substr(colon + 1));
        if (line.front() == '*' && colon != std::string_view::npos) {
            if (options.rowLimit > 0 && transcript.turns.size() >= options.rowLimit) {
                hasEnd = true; // not looked for
                break;
            }
            if (transcript.turns.size() >= mostTurns)
                return tooManyTurns(fileName);
            TranscriptTurn turn;
            turn.speaker = std::string(text::trim(line.substr(1, colon - 1)));
            turn.text = std::string(value);
            turn.line = number;
            transcript.turns.push_back(std::move(turn));
            part = Part::Turn;
        } else if (line.front() == '@') {
            if (line.substr(0, 14) == "@Participants:") {
                participants = std::string(value);
                part = Part::Participants;
                continue;
            }
            part = Part::None;
            hasEnd = hasEnd || text::trim(line) == "@End";
            if (!transcript.turns.empty() && text::trim(line) != "@End") {
                ++remarkCount;
                remarks.emplace(text::trim(line.substr(0, colon)));
            }
            if (transcript.turns.empty() && colon != std::string_view::npos && line.substr(0, 4) != "@ID:")
                transcript.heading += (transcript.heading.empty() ? "" : "\n") + std::string(line);
        } else {
            part = Part::Dependent;
            if (line.front() == '%' && colon != std::string_view::npos)
                leftOut.emplace(line.substr(0, colon));
        }
    }
    names = participantsOf(participants);
    std::vector<TranscriptTurn> kept;
    std::size_t silent = 0;
    for (TranscriptTurn& turn : transcript.turns) {
        takeTimes(turn);
        if (turn.text.empty()) {
            ++silent;
            continue;
        }
        if (const auto named = names.find(turn.speaker); named != names.end())
            turn.speaker = named->second;
        kept.push_back(std::move(turn));
    }
    transcript.turns = std::move(kept);
    if (transcript.turns.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}},
                          "holds no line of a speaker (\"*CHI:\")");
    const auto listed = [](const std::set<std::string>& these) {
        std::string all;
        for (const std::string& each : these)
            all += (all.empty() ? "" : ", ") + each;
        return text::elide(all, 200);
    };
    if (!leftOut.empty())
        transcript.warnings.push_back(base::said("dependent tiers are left out: {}", listed(leftOut)));
    if (remarkCount == 1)
        transcript.warnings.push_back(base::said("1 remark between turns is left out: {}", listed(remarks)));
    else if (remarkCount > 1)
        transcript.warnings.push_back(
            base::said("{} remarks between turns are left out: {}", remarkCount, listed(remarks)));
    if (!hasEnd)
        transcript.warnings.emplace_back("ends without @End: it may have been cut off, and what stood behind "
                                         "its last words is missing then");
    if (silent > 0)
        transcript.warnings.push_back(
            base::said("{} {} without text left out", silent, silent == 1 ? "turn" : "turns"));
    countSpeakers(transcript);
    return Records(std::move(transcript));
}

} // namespace rapport::exchange
