// SPDX-License-Identifier: GPL-3.0-or-later
// Notations that go by names: behind a colon or another sign, in brackets, or alone above the text.
#include "exchange/mark_finder.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Two people or more speak twice or more, and most of the file is theirs.
template<typename Named>
bool isConversation(const std::vector<Named>& found, std::size_t turns) {
    std::unordered_map<std::string, std::size_t> counts;
    std::size_t sure = 0;
    for (const Named& each : found) {
        if (each.isSure)
            ++counts[each.name];
        sure += each.isSure ? 1U : 0U;
    }
    std::size_t people = 0;
    std::size_t theirs = 0;
    for (const auto& [name, count] : counts) {
        people += count >= 2 ? 1U : 0U;
        theirs += count >= 2 ? count : 0U;
    }
    return people >= 2 && theirs * 10 >= turns * 6 && theirs * 10 >= sure * 6;
}

/// Leaves those whose form says that they are names, and the same names in another case.
template<typename Named>
void leaveKnown(std::vector<Named>& found) {
    std::unordered_set<std::string> known;
    for (const Named& each : found) {
        if (each.isSure)
            known.insert(labelKey(each.name));
    }
    std::erase_if(found, [&known](const Named& each) { return !known.contains(labelKey(each.name)); });
}

} // namespace

MarkFinder::BracketedName MarkFinder::bracketedName(const Line& line) const {
    constexpr std::size_t longest = 40;
    static constexpr std::string_view opening = "[{<";
    static constexpr std::string_view closing = "]}>";
    const std::size_t begin = afterBlanks(m_text.substr(0, line.end), line.begin);
    const std::string_view content = m_text.substr(begin, line.end - begin);
    const std::size_t kind = content.size() < 4 ? npos : opening.find(content.front());
    if (kind == npos || line.time)
        return {};
    const std::size_t close = content.substr(0, longest).find(closing[kind]);
    if (close == npos || close + 1 >= content.size())
        return {};
    const std::string_view name = content.substr(1, close - 1);
    const LabelForm form = labelForm(name);
    if (form == LabelForm::None)
        return {};
    const std::size_t behind = begin + close + 1;
    return {tidyLabel(name), content.substr(0, close + 1),
            behind + (behind < line.end && m_text[behind] == ':' ? 1U : 0U),
            form == LabelForm::Strong || content.front() != '<'};
}

MarkedText MarkFinder::bracketedNames() const {
    struct Found {
        TurnMark mark;
        bool isAfterBlank;
        bool isSure;
    };
    std::vector<Found> found;
    std::unordered_map<std::string, std::size_t> counts; // of those that are sure, in any case
    std::size_t paragraphCount = 0;
    for (const Line& line : m_lines) {
        paragraphCount += line.isAfterBlank ? 1U : 0U;
        BracketedName name = bracketedName(line);
        if (name.name.empty())
            continue;
        if (name.isSure)
            ++counts[labelKey(name.name)];
        found.push_back(
            {TurnMark{line.begin, name.behind, line.number, std::move(name.name), false, std::nullopt},
             line.isAfterBlank, name.isSure});
    }
    MarkedText marked;
    marked.notation = "[Name]";
    for (Found& each : found) {
        const auto count = counts.find(labelKey(each.mark.speaker));
        if (count == counts.end())
            continue;
        // Inside a paragraph "[pause]" is what happens, not who speaks.
        if (paragraphCount <= 1 || each.isAfterBlank || count->second >= 2)
            marked.marks.push_back(std::move(each.mark));
    }
    const bool recurs =
        std::any_of(counts.begin(), counts.end(), [](const auto& each) { return each.second >= 2; });
    const std::size_t needed = paragraphCount > 1 ? paragraphCount : m_lines.size();
    if (!recurs || marked.marks.size() * 2 < needed)
        marked.marks.clear();
    return marked;
}

bool MarkFinder::isHeadingWord(const std::string& name) {
    static const std::unordered_set<std::string> words{"Transcript",     "Transcriptie",
                                                       "Interview",      "Date",
                                                       "Datum",          "Location",
                                                       "Locatie",        "Plaats",
                                                       "Place",          "Duration",
                                                       "Duur",           "Time",
                                                       "Tijd",           "Participants",
                                                       "Deelnemers",     "Present",
                                                       "Aanwezig",       "Project",
                                                       "File",           "Bestand",
                                                       "Title",          "Titel",
                                                       "Subject",        "Onderwerp",
                                                       "Topic",          "Recording",
                                                       "Opname",         "Note",
                                                       "Noot",           "Opmerking",
                                                       "Study",          "Studie",
                                                       "Transcribed by", "Getranscribeerd door"};
    return words.count(name) > 0;
}

std::string_view MarkFinder::withoutBrackets(std::string_view name) {
    const bool isBracketed = name.size() > 2 && ((name.front() == '[' && name.back() == ']') ||
                                                 (name.front() == '{' && name.back() == '}'));
    return isBracketed ? text::trim(name.substr(1, name.size() - 2)) : name;
}

bool MarkFinder::isBareName(std::string_view name, LabelForm least) {
    constexpr std::size_t longest = 40;
    return !name.empty() && name.size() <= longest && name.back() != '.' && name.back() != ',' &&
           std::count(name.begin(), name.end(), ' ') <= 2 && labelForm(name) >= least;
}

MarkedText MarkFinder::separated() const {
    enum Sign { Tab, Dash, Time, signs };
    struct Found {
        const Line* line;
        std::string name;
        std::size_t textBegin;
        std::optional<TimeMark> time;
        bool isSure;
    };
    std::vector<Found> found[signs];
    for (const Line& line : m_lines) {
        if (line.time)
            continue;
        const std::size_t begin = afterBlanks(m_text.substr(0, line.end), line.begin);
        const std::string_view content = m_text.substr(begin, line.end - begin);
        const std::string_view head = content.substr(0, 60);
        const auto add = [&](Sign sign, std::size_t at, std::size_t length,
                             std::optional<TimeMark> time = {}) {
            const std::string_view name = withoutBrackets(text::trim(content.substr(0, at)));
            if (isBareName(name, LabelForm::Weak) && !text::trim(content.substr(at + length)).empty())
                found[sign].push_back({&line, tidyLabel(name), begin + at + length, time, isBareName(name)});
        };
        if (const std::size_t tab = head.find('\t'); tab != npos)
            add(Tab, tab, 1);
        for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 "}) {
            if (const std::size_t at = head.find(dash); at != npos) {
                add(Dash, at, dash.size());
                break;
            }
        }
        if (const std::size_t at = head.find_first_of("[("); at != npos && at > 0) {
            if (const auto time = timeAt(content.substr(at)))
                add(Time, at, time->length, time);
        }
    }
    const auto breaks = static_cast<std::size_t>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.isAfterBlank; }));
    const std::size_t turns = breaks > 1 ? breaks : m_lines.size();
    MarkedText marked;
    for (std::vector<Found>& each : found) {
        leaveKnown(each);
        if (each.size() <= marked.marks.size() || !isConversation(each, turns))
            continue;
        marked.marks.clear();
        marked.notation = "Name - text";
        for (const Found& one : each)
            marked.marks.push_back(TurnMark{one.line->begin, one.textBegin, one.line->number, one.name, false,
                                            timeOf(one.time), endOf(one.time)});
    }
    return marked;
}

MarkedText MarkFinder::namesAbove() const {
    struct Found {
        const Line* line;
        std::string name;
        bool isSure;
    };
    std::vector<Found> found;
    std::size_t blocks = 0;
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        const Line& line = m_lines[index];
        if (!line.isAfterBlank)
            continue;
        ++blocks;
        const std::string_view name = withoutBrackets(contentOf(line));
        const bool hasText = index + 1 < m_lines.size() && !m_lines[index + 1].isAfterBlank;
        if (!line.time && hasText && isBareName(name, LabelForm::Weak))
            found.push_back({&line, tidyLabel(name), isBareName(name)});
    }
    leaveKnown(found);
    MarkedText marked;
    if (found.size() * 10 < blocks * 8 || !isConversation(found, blocks))
        return marked;
    marked.notation = "Name";
    for (const Found& each : found) {
        TurnMark mark{each.line->begin, each.line->end, each.line->number, each.name, false, std::nullopt};
        const Line& below = *(each.line + 1);
        if (isTimeAlone(below)) {
            mark.textBegin = below.end;
            mark.beginMs = timeOf(below.time);
            mark.endMs = endOf(below.time);
        }
        marked.marks.push_back(std::move(mark));
    }
    return marked;
}

MarkedText MarkFinder::plainLabels() const {
    std::size_t recurring = 0;
    std::size_t recurringAfterBlank = 0;
    std::size_t strongLines = 0;
    bool hasBlanks = false;
    for (const Line& line : m_lines) {
        hasBlanks = hasBlanks || (line.isAfterBlank && line.begin > 0);
        if (!line.label || line.label->form != LabelForm::Strong)
            continue;
        ++strongLines;
        if (countOf(line.name) >= 2 && !line.time) {
            ++recurring;
            recurringAfterBlank += line.isAfterBlank ? 1U : 0U;
        }
    }
    const bool keepsBlanks = hasBlanks && recurring > 0 && recurringAfterBlank * 10 >= recurring * 8;
    const bool isLabelledThroughout = strongLines * 10 >= m_lines.size() * 6;

    std::unordered_map<std::string, std::size_t> times; // of a label in any case
    for (const Line& line : m_lines) {
        if (line.label)
            ++times[labelKey(line.name)];
    }
    const auto recurs = [&](const Line& line) { return times[labelKey(line.name)] >= 2; };
    // "bert:" and "Bert?:" beside "Bert:" are his too.
    std::unordered_set<std::string> known;
    const auto isTheirs = [&](const Line& line) { return known.contains(labelKey(line.name)); };
    const auto isAccepted = [&](const Line& line) {
        const std::size_t count = countOf(line.name);
        const bool isStrong = line.label->form == LabelForm::Strong;
        if (line.time)
            return isTheirs(line) || isRoleKey(labelKey(line.name)) ||
                   (isStrong && (count >= 2 || isLabelledThroughout || isOfRecording(*line.time)));
        if (keepsBlanks)
            return line.isAfterBlank ? isStrong || count >= 2 || isTheirs(line)
                                     : (isStrong || isTheirs(line)) && times[labelKey(line.name)] >= 3;
        return isStrong ? recurs(line) || isLabelledThroughout : count >= 3 || isTheirs(line);
    };
    for (const Line& line : m_lines) {
        if (line.label && line.label->form == LabelForm::Strong && (recurs(line) || isAccepted(line)))
            known.insert(labelKey(line.name));
    }
    MarkedText marked;
    marked.notation = "Name:";
    std::size_t firstRecurring = npos;
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        const Line& line = m_lines[index];
        if (!line.label || !isAccepted(line)) {
            if (line.time || (line.label && (line.label->form == LabelForm::Strong || isTheirs(line))))
                doubt(line, marked);
            else if (const BracketedName name = bracketedName(line);
                     !name.name.empty() && known.contains(labelKey(name.name)) && marked.doubts++ == 0)
                marked.doubt = name.label;
            continue;
        }
        if (countOf(line.name) >= 2)
            firstRecurring = std::min(firstRecurring, marked.marks.size());
        TurnMark mark = labelled(line);
        if (followsTimeAlone(index) && isOfRecording(*m_lines[index - 1].time)) {
            const Line& above = m_lines[index - 1];
            mark.begin = above.begin;
            mark.line = above.number;
            mark.beginMs = timeOf(above.time);
            mark.endMs = endOf(above.time);
        }
        marked.marks.push_back(std::move(mark));
    }
    // What stands above the first who speaks again may be a heading.
    const std::size_t head = firstRecurring == npos ? marked.marks.size() : firstRecurring;
    std::size_t dropped = 0;
    while (dropped < head && isHeadingWord(marked.marks[dropped].speaker))
        ++dropped;
    marked.marks.erase(marked.marks.begin(), marked.marks.begin() + static_cast<std::ptrdiff_t>(dropped));
    // A few colons in many pages of prose are no conversation.
    constexpr std::size_t proseLines = 80; // to each label
    if (m_lines.size() > proseLines * std::max<std::size_t>(marked.marks.size(), 2))
        marked.marks.clear();
    // One mark alone is a monologue if the file begins with it, else a colon in a text.
    if (marked.marks.size() == 1 && !m_lines.empty() && marked.marks.front().begin != m_lines.front().begin)
        marked.marks.clear();
    return marked;
}

} // namespace rapport::exchange
