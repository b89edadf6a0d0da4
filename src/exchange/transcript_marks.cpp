// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/transcript_marks.h"

#include "exchange/speaker_label.h"
#include "text/utf8.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace rapport::exchange {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// A line that is not blank, and everything it might be.
struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t number = 0;
    bool isAfterBlank = false;
    bool isGlued = false; ///< its time hung on the end of the sentence before

    std::optional<TimeMark> time; ///< at its beginning
    std::size_t rest = 0;         ///< byte after the time and the blanks behind it
    std::optional<Label> label;   ///< "Name:" after the time, or at its beginning
    std::string name;             ///< of the label, tidied
};

bool isBlank(char letter) {
    return letter == ' ' || letter == '\t';
}

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool isAsciiLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

bool isLabelLetter(char letter) {
    return isAsciiLetter(letter) || isDigit(letter) || (static_cast<unsigned char>(letter) & 0x80U) != 0;
}

std::size_t afterBlanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (isBlank(text[at]) || text.substr(at, 2) == "\xC2\xA0"))
        at += isBlank(text[at]) ? 1U : 2U;
    return at;
}

/// hh:mm:ss whose first digit stands at `at`.
bool isFullTime(std::string_view text, std::size_t at) {
    static constexpr std::string_view form = "dd:dd:dd";
    if (at + form.size() > text.size())
        return false;
    for (std::size_t index = 0; index < form.size(); ++index) {
        if (form[index] == 'd' ? !isDigit(text[at + index]) : text[at + index] != ':')
            return false;
    }
    return at + form.size() == text.size() || !isDigit(text[at + form.size()]);
}

/// One word at `at`: a label as it stands right behind a glued time. Empty if there is none.
std::string_view wordAt(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 20;
    std::size_t end = at;
    while (end < text.size() && end - at <= longest && isLabelLetter(text[end]))
        ++end;
    return end - at > longest || end == at || isDigit(text[at]) ? std::string_view()
                                                                : text.substr(at, end - at);
}

/// Times inside a line with a label behind: "...general?00:00:21A: That's". They begin a turn where the label
/// recurs in the file.
std::vector<std::size_t> gluedTimes(std::string_view text) {
    struct Found {
        std::size_t at;
        std::string_view word;
        bool hasColon;
    };
    std::vector<Found> found;
    std::unordered_map<std::string_view, std::size_t> counts;
    for (std::size_t colon = text.find(':'); colon != npos; colon = text.find(':', colon + 1)) {
        if (colon < 3 || !isFullTime(text, colon - 2))
            continue;
        const std::size_t at = colon - 2;
        // At the beginning of a line it is no glued one; digits before belong to a heading ("#100:00:00Q:").
        if (text[at - 1] == '\n' || text[at - 1] == '[' || text[at - 1] == '(' || text[at - 1] == '<' ||
            text[at - 1] == '#')
            continue;
        const std::size_t wordBegin = afterBlanks(text, at + 8);
        const std::string_view word = wordAt(text, wordBegin);
        if (word.empty())
            continue;
        const std::size_t after = wordBegin + word.size();
        const bool hasColon = after < text.size() && text[after] == ':';
        if (hasColon)
            ++counts[word];
        found.push_back({at, word, hasColon});
        colon = at + 5;
    }
    std::vector<std::size_t> places;
    for (const Found& each : found) {
        const auto count = counts.find(each.word);
        if (count == counts.end() || count->second < 2)
            continue;
        // Without its colon the label counts only right behind the sentence before ("...developer?00:00:24 A
        // Sure").
        const bool isRightBehind = !isBlank(text[each.at - 1]) && !isDigit(text[each.at - 1]);
        if (each.hasColon || isRightBehind)
            places.push_back(each.at);
    }
    return places;
}

Line lookAt(std::string_view text, std::size_t begin, std::size_t end) {
    Line line;
    line.begin = begin;
    line.end = end;
    const std::size_t start = afterBlanks(text.substr(0, end), begin);
    line.rest = start;
    line.time = timeAt(text.substr(start, end - start));
    if (line.time) {
        line.rest = afterBlanks(text.substr(0, end), start + line.time->length);
        // "[00:01:02] - Anna: ..." and "00:01:02: ..."
        if (line.rest < end && (text[line.rest] == '-' || text[line.rest] == ':'))
            line.rest = afterBlanks(text.substr(0, end), line.rest + 1);
    }
    const std::string_view rest = text.substr(line.rest, end - line.rest);
    line.label = labelAt(rest);
    if (!line.label && line.time) {
        // Behind a time the colon may stand against the text: "00:00:21A:That".
        const std::string_view word = wordAt(rest, 0);
        if (!word.empty() && word.size() < rest.size() && rest[word.size()] == ':')
            line.label = Label{word, word.size() + 1, std::nullopt, labelForm(word)};
    }
    if (line.label)
        line.name = tidyLabel(line.label->name);
    return line;
}

std::vector<Line> linesOf(std::string_view text) {
    const std::vector<std::size_t> glued = gluedTimes(text);
    auto nextGlued = glued.begin();
    std::vector<Line> lines;
    std::size_t number = 0;
    bool isAfterBlank = true;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t found = text.find('\n', begin);
        const std::size_t lineEnd = found == npos ? text.size() : found;
        ++number;
        bool isGlued = false;
        std::size_t from = begin;
        while (from < lineEnd) {
            while (nextGlued != glued.end() && *nextGlued <= from)
                ++nextGlued;
            const std::size_t end = nextGlued != glued.end() && *nextGlued < lineEnd ? *nextGlued : lineEnd;
            if (afterBlanks(text.substr(0, end), from) < end) {
                Line line = lookAt(text, from, end);
                line.number = number;
                line.isAfterBlank = isAfterBlank && !isGlued;
                line.isGlued = isGlued;
                lines.push_back(std::move(line));
                isAfterBlank = false;
            } else if (end == lineEnd && from == begin) {
                isAfterBlank = true;
            }
            from = end;
            isGlued = true;
        }
        if (lineEnd == begin)
            isAfterBlank = true;
        begin = lineEnd + 1;
    }
    return lines;
}

bool isTimeAlone(const Line& line) {
    return line.time && line.rest >= line.end;
}

/// How a file writes its times: a turn's time looks like the others'.
struct TimeStyle {
    char bracket = '\0';
    int fields = 0;
    bool isKnown = false;

    [[nodiscard]] bool fits(const TimeMark& mark) const {
        // The hour appears when the recording reaches it: 59:58, then 1:00:02.
        return isKnown && mark.bracket == bracket &&
               (mark.fields == fields || bracket != '\0' || mark.fields == 3);
    }
};

class MarkFinder {
public:
    explicit MarkFinder(std::string_view text)
        : m_text(text)
        , m_lines(linesOf(text)) {
        for (const Line& line : m_lines) {
            if (line.label)
                ++m_counts[line.name];
        }
    }

    MarkedText find() {
        const std::size_t timed = countTimed();
        const std::size_t plain = countPlainLabels();
        if (timed >= 2 && timed * 2 >= plain)
            return timedLabels();
        if (MarkedText found = nameLines(); found.marks.size() >= 2 && found.marks.size() > plain)
            return found;
        if (MarkedText found = bracketedNames(); found.marks.size() >= 2)
            return found;
        if (MarkedText found = plainLabels(); !found.marks.empty())
            return found;
        if (MarkedText found = timesOnly(); !found.marks.empty())
            return found;
        return paragraphs();
    }

private:
    [[nodiscard]] std::size_t countOf(const std::string& name) const {
        const auto found = m_counts.find(name);
        return found == m_counts.end() ? 0 : found->second;
    }

    /// A label that a time introduces: strong, or said more than once.
    [[nodiscard]] bool isTimedLabel(const Line& line) const {
        return line.label && (line.label->form == LabelForm::Strong || countOf(line.name) >= 2);
    }

    [[nodiscard]] bool followsTimeAlone(std::size_t index) const {
        return index > 0 && isTimeAlone(m_lines[index - 1]) && !m_lines[index].time;
    }

    std::size_t countTimed() {
        std::unordered_map<int, std::size_t> styles;
        std::size_t timed = 0;
        for (std::size_t index = 0; index < m_lines.size(); ++index) {
            const Line& line = m_lines[index];
            if (!isTimedLabel(line) || !(line.time || followsTimeAlone(index)))
                continue;
            ++timed;
            const TimeMark& mark = line.time ? *line.time : *m_lines[index - 1].time;
            const std::size_t times = ++styles[mark.bracket * 4 + mark.fields];
            if (times > styles[m_style.bracket * 4 + m_style.fields] || !m_style.isKnown)
                m_style = {mark.bracket, mark.fields, true};
            m_known.insert(line.name);
        }
        return timed;
    }

    /// Untimed lines with a label that recurs.
    [[nodiscard]] std::size_t countPlainLabels() const {
        std::size_t plain = 0;
        for (std::size_t index = 0; index < m_lines.size(); ++index) {
            const Line& line = m_lines[index];
            plain +=
                line.label && !line.time && !followsTimeAlone(index) && countOf(line.name) >= 2 ? 1U : 0U;
        }
        return plain;
    }

    [[nodiscard]] std::size_t behindLabel(const Line& line) const {
        return std::min(line.rest + line.label->length, line.end);
    }

    [[nodiscard]] static std::optional<std::int64_t> timeOf(const std::optional<TimeMark>& mark) {
        return mark ? std::optional(mark->milliseconds) : std::nullopt;
    }

    [[nodiscard]] TurnMark labelled(const Line& line) const {
        TurnMark mark{line.begin, behindLabel(line), line.number, line.name, false, timeOf(line.time)};
        if (!mark.beginMs)
            mark.beginMs = timeOf(line.label->time);
        return mark;
    }

    /// "A Sure." where A is a known label that lost its colon; bytes of the label, 0 if it is none.
    [[nodiscard]] std::size_t colonlessLabel(const Line& line) const {
        const std::string_view rest = m_text.substr(line.rest, line.end - line.rest);
        const std::string_view word = wordAt(rest, 0);
        if (word.empty() || word.size() + 1 >= rest.size() || rest[word.size()] != ' ')
            return 0;
        const char next = rest[word.size() + 1];
        const bool isSentence = !(next >= 'a' && next <= 'z');
        return isSentence && m_known.count(std::string(word)) > 0 ? word.size() : 0;
    }

    /// "[00:01:02] Name: text", "00:00:21A: text", and the time on a line of its own above the label.
    MarkedText timedLabels() {
        MarkedText marked;
        std::size_t apart = 0;
        const Line* waiting = nullptr; // a time alone, whose label or text comes next
        const auto finish = [&](TurnMark mark) {
            if (waiting != nullptr) {
                mark.begin = waiting->begin;
                mark.line = waiting->number;
                mark.beginMs = timeOf(waiting->time);
            }
            waiting = nullptr;
            marked.marks.push_back(std::move(mark));
        };
        for (const Line& line : m_lines) {
            const bool hasTime = line.time && m_style.fits(*line.time);
            if (hasTime && isTimeAlone(line)) {
                if (waiting != nullptr)
                    finish(TurnMark{waiting->begin, waiting->end, waiting->number, {}, true, std::nullopt});
                waiting = &line;
                continue;
            }
            const bool isDue = hasTime || waiting != nullptr;
            const bool isLabel = line.label && (!line.time || hasTime) &&
                                 (isDue ? isTimedLabel(line) : m_known.count(line.name) > 0);
            if (isLabel) {
                const bool isTight = line.time && line.time->bracket == '\0';
                apart += waiting != nullptr || isTight ? 1U : 0U;
                finish(labelled(line));
            } else if (isDue) {
                const std::size_t label = colonlessLabel(line);
                TurnMark mark{line.begin, line.rest, line.number, {}, true, timeOf(line.time)};
                if (label > 0) {
                    mark.speaker = std::string(m_text.substr(line.rest, label));
                    mark.textBegin = line.rest + label;
                    mark.keepsSpeaker = false;
                }
                finish(std::move(mark));
            }
        }
        if (waiting != nullptr)
            finish(TurnMark{waiting->begin, waiting->end, waiting->number, {}, true, std::nullopt});
        marked.notation = apart * 2 > marked.marks.size() ? "timeX:" : "[time] Name:";
        return marked;
    }

    /// A line of its own with the speaker and the time, in either order, above the text.
    MarkedText nameLines() const {
        struct Found {
            const Line* line;
            std::string name;
            std::int64_t time;
            bool isTimeFirst;
        };
        std::vector<Found> found;
        std::unordered_map<std::string, std::size_t> counts;
        std::size_t timeFirst = 0;
        constexpr std::size_t longestLine = 100;
        for (const Line& line : m_lines) {
            std::string_view whole = text::trim(m_text.substr(line.begin, line.end - line.begin));
            if (whole.size() > longestLine)
                continue;
            if (!whole.empty() && whole.back() == ':')
                whole.remove_suffix(1);
            const auto atEnd = timeAtEnd(whole);
            std::string_view name;
            if (atEnd && atEnd->length < whole.size() && !line.time)
                name = text::trim(whole.substr(0, whole.size() - atEnd->length));
            else if (line.time && line.rest < line.end && !line.label)
                name = text::trim(m_text.substr(line.rest, line.end - line.rest));
            if (name.empty() || labelForm(name) != LabelForm::Strong || name.back() == '.')
                continue;
            const bool isTimeFirst = line.time.has_value();
            timeFirst += isTimeFirst ? 1U : 0U;
            found.push_back({&line, tidyLabel(name),
                             isTimeFirst ? line.time->milliseconds : atEnd->milliseconds, isTimeFirst});
            ++counts[found.back().name];
        }
        // Somebody speaks twice in a conversation; a heading with a clock time does not.
        const bool isRegular =
            std::any_of(counts.begin(), counts.end(), [](const auto& each) { return each.second >= 2; });
        MarkedText marked;
        if (!isRegular)
            return marked;
        const bool isTimeFirst = timeFirst * 2 > found.size();
        marked.notation = isTimeFirst ? "time Name" : "Name time";
        for (const Found& each : found) {
            if (each.isTimeFirst == isTimeFirst)
                marked.marks.push_back(TurnMark{each.line->begin, each.line->end, each.line->number,
                                                each.name, false, each.time});
        }
        return marked;
    }

    /// "[id1] text": a name in brackets before most paragraphs.
    MarkedText bracketedNames() const {
        struct Found {
            TurnMark mark;
            bool isAfterBlank;
        };
        std::vector<Found> found;
        std::unordered_map<std::string, std::size_t> counts;
        std::size_t paragraphCount = 0;
        for (const Line& line : m_lines) {
            paragraphCount += line.isAfterBlank ? 1U : 0U;
            const std::size_t begin = afterBlanks(m_text.substr(0, line.end), line.begin);
            const std::string_view content = m_text.substr(begin, line.end - begin);
            constexpr std::size_t longest = 40;
            if (content.size() < 4 || content.front() != '[')
                continue;
            const std::size_t close = content.substr(0, longest).find(']');
            if (close == npos || close + 1 >= content.size() || line.time)
                continue;
            const std::string_view name = content.substr(1, close - 1);
            if (labelForm(name) == LabelForm::None)
                continue;
            found.push_back(
                {TurnMark{line.begin, begin + close + 1, line.number, tidyLabel(name), false, std::nullopt},
                 line.isAfterBlank});
            ++counts[found.back().mark.speaker];
        }
        MarkedText marked;
        marked.notation = "[Name]";
        for (Found& each : found) {
            // Inside a paragraph "[pause]" is what happens, not who speaks.
            if (paragraphCount <= 1 || each.isAfterBlank || counts[each.mark.speaker] >= 2)
                marked.marks.push_back(std::move(each.mark));
        }
        const bool recurs =
            std::any_of(counts.begin(), counts.end(), [](const auto& each) { return each.second >= 2; });
        const std::size_t needed = paragraphCount > 1 ? paragraphCount : m_lines.size();
        if (!recurs || marked.marks.size() * 2 < needed)
            marked.marks.clear();
        return marked;
    }

    /// Facts about the recording, as they stand above a transcript.
    static bool isHeadingWord(const std::string& name) {
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

    /// "Name: text" without times.
    MarkedText plainLabels() const {
        std::size_t recurring = 0;
        std::size_t recurringAfterBlank = 0;
        std::size_t strongLines = 0;
        bool hasBlanks = false;
        for (const Line& line : m_lines) {
            hasBlanks = hasBlanks || (line.isAfterBlank && line.begin > 0);
            if (!line.label || line.time || line.label->form != LabelForm::Strong)
                continue;
            ++strongLines;
            if (countOf(line.name) >= 2) {
                ++recurring;
                recurringAfterBlank += line.isAfterBlank ? 1U : 0U;
            }
        }
        const bool keepsBlanks = hasBlanks && recurring > 0 && recurringAfterBlank * 10 >= recurring * 8;
        const bool isLabelledThroughout = strongLines * 10 >= m_lines.size() * 6;

        MarkedText marked;
        marked.notation = "Name:";
        std::size_t firstRecurring = npos;
        for (const Line& line : m_lines) {
            if (!line.label || line.time)
                continue;
            const std::size_t count = countOf(line.name);
            const bool isStrong = line.label->form == LabelForm::Strong;
            const bool isAccepted =
                keepsBlanks ? (line.isAfterBlank ? isStrong || count >= 2 : isStrong && count >= 3)
                : isStrong  ? count >= 2 || isLabelledThroughout
                            : count >= 3;
            if (!isAccepted)
                continue;
            if (count >= 2)
                firstRecurring = std::min(firstRecurring, marked.marks.size());
            marked.marks.push_back(labelled(line));
        }
        // What stands above the first who speaks again may be a heading.
        const std::size_t head = firstRecurring == npos ? marked.marks.size() : firstRecurring;
        std::size_t dropped = 0;
        while (dropped < head && isHeadingWord(marked.marks[dropped].speaker))
            ++dropped;
        marked.marks.erase(marked.marks.begin(), marked.marks.begin() + static_cast<std::ptrdiff_t>(dropped));
        // One mark alone is a monologue if the file begins with it, else a colon in a text.
        if (marked.marks.size() == 1 && !m_lines.empty() &&
            marked.marks.front().begin != m_lines.front().begin)
            marked.marks.clear();
        return marked;
    }

    /// Times before paragraphs, and nobody named.
    MarkedText timesOnly() const {
        MarkedText marked;
        marked.notation = "[time]";
        std::unordered_map<int, std::size_t> styles;
        TimeStyle style;
        for (const Line& line : m_lines) {
            if (!line.time)
                continue;
            const std::size_t times = ++styles[line.time->bracket * 4 + line.time->fields];
            if (!style.isKnown || times > styles[style.bracket * 4 + style.fields])
                style = {line.time->bracket, line.time->fields, true};
        }
        for (const Line& line : m_lines) {
            if (line.time && style.fits(*line.time))
                marked.marks.push_back(
                    TurnMark{line.begin, line.rest, line.number, {}, false, line.time->milliseconds});
        }
        if (marked.marks.size() < 2 || marked.marks.size() * 10 < m_lines.size() * 3)
            marked.marks.clear();
        return marked;
    }

    MarkedText paragraphs() const {
        MarkedText marked;
        marked.notation = "paragraphs";
        const auto breaks =
            std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.isAfterBlank; });
        for (const Line& line : m_lines) {
            if (line.isAfterBlank || breaks <= 1)
                marked.marks.push_back(
                    TurnMark{line.begin, line.begin, line.number, {}, false, std::nullopt});
        }
        return marked;
    }

    std::string_view m_text;
    std::vector<Line> m_lines;
    std::unordered_map<std::string, std::size_t> m_counts;
    std::unordered_set<std::string> m_known; ///< labels that a time introduced
    TimeStyle m_style;
};

} // namespace

MarkedText findMarks(std::string_view text) {
    return MarkFinder(text).find();
}

} // namespace rapport::exchange
