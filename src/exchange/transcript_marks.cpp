// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/transcript_marks.h"

#include "exchange/transcript_lines.h"
#include "text/utf8.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace rapport::exchange {

namespace {

constexpr std::size_t npos = std::string_view::npos;

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
    MarkFinder(std::string_view text, const std::vector<std::string>& notSpeakers)
        : m_text(text)
        , m_lines(transcriptLines(text)) {
        dropLineNumbers(m_lines);
        for (const Line& line : m_lines) {
            if (line.label)
                ++m_counts[line.name];
        }
        const std::unordered_set<std::string> none(notSpeakers.begin(), notSpeakers.end());
        for (Line& line : m_lines) {
            if (!line.label)
                continue;
            if (none.contains(line.name))
                m_notSpeakers.insert(line.name);
            else if (countOf(line.name) >= 3 || !isRemark(line.name))
                continue;
            line.label.reset();
        }
        for (const std::string& each : m_notSpeakers)
            m_counts.erase(each);
    }

    MarkedText find() {
        MarkedText found = look();
        found.notSpeakers.assign(m_notSpeakers.begin(), m_notSpeakers.end());
        return found;
    }

private:
    MarkedText look() {
        if (MarkedText found = arrows(); found.marks.size() >= 2)
            return found;
        const std::size_t timed = countTimed();
        const PlainLabels labelled = countPlainLabels();
        const std::size_t plain = labelled.all;
        if (timed >= 2 && timed * 2 >= plain && timed >= labelled.unknown)
            return timedLabels();
        if (MarkedText found = nameLines(); found.marks.size() >= 2 && found.marks.size() > plain)
            return found;
        if (MarkedText found = bracketedNames(); found.marks.size() >= 2)
            return found;
        MarkedText labels = plainLabels();
        for (MarkedText found : {separated(), namesAbove()}) {
            if (found.marks.size() > labels.marks.size())
                return found;
        }
        if (!labels.marks.empty())
            return labels;
        if (MarkedText found = timesOnly(); !found.marks.empty())
            return found;
        return paragraphs();
    }

    [[nodiscard]] std::size_t countOf(const std::string& name) const {
        const auto found = m_counts.find(name);
        return found == m_counts.end() ? 0 : found->second;
    }

    /// A label that a time introduces: strong, or said more than once.
    [[nodiscard]] bool isTimedLabel(const Line& line) const {
        return line.label && (line.label->form == LabelForm::Strong || countOf(line.name) >= 2);
    }

    /// By its name alone, whatever its case and the doubt about it: of somebody who speaks behind a time
    /// elsewhere, or a part in the conversation.
    [[nodiscard]] bool isKnown(const Line& line) const { return m_known.contains(labelKey(line.name)); }

    [[nodiscard]] bool isDueLabel(const Line& line) const {
        return line.label && (isTimedLabel(line) || isKnown(line) || isRoleKey(labelKey(line.name)));
    }

    /// Not the time of day that somebody speaks of.
    [[nodiscard]] static bool isOfRecording(const TimeMark& mark) {
        return mark.bracket != '\0' || mark.fields == 3;
    }

    /// Keeps in mind what begins with a few words and a colon, and was taken for no speaker.
    void doubt(const Line& line, MarkedText& marked) const {
        std::string_view words;
        if (line.label) {
            words = m_text.substr(line.labelBegin, behindLabel(line) - line.labelBegin);
        } else {
            // Too long for a label, or no form of one.
            constexpr std::size_t longest = 160;
            const std::string_view rest = m_text.substr(line.rest, line.end - line.rest);
            const std::size_t colon = rest.substr(0, longest).find(": ");
            if (colon == npos || colon == 0 || rest.substr(0, colon).find_first_of("!\"<>=") != npos ||
                !(rest.front() >= 'A' && rest.front() <= 'Z'))
                return;
            words = rest.substr(0, colon + 1);
        }
        if (marked.doubts++ == 0)
            marked.doubt = tidyLabel(words);
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
            m_known.insert(labelKey(line.name));
        }
        return timed;
    }

    struct PlainLabels {
        std::size_t all = 0;
        std::size_t unknown = 0; ///< of whom nothing has a time
    };

    /// Untimed lines with a label that recurs.
    [[nodiscard]] PlainLabels countPlainLabels() const {
        PlainLabels plain;
        for (std::size_t index = 0; index < m_lines.size(); ++index) {
            const Line& line = m_lines[index];
            if (!line.label || line.time || followsTimeAlone(index) || countOf(line.name) < 2)
                continue;
            ++plain.all;
            plain.unknown += isKnown(line) ? 0U : 1U;
        }
        return plain;
    }

    [[nodiscard]] std::size_t behindLabel(const Line& line) const {
        return std::min(line.labelBegin + line.label->length, line.end);
    }

    [[nodiscard]] static std::optional<std::int64_t> timeOf(const std::optional<TimeMark>& mark) {
        return mark ? std::optional(mark->milliseconds) : std::nullopt;
    }

    [[nodiscard]] static std::optional<std::int64_t> endOf(const std::optional<TimeMark>& mark) {
        return mark ? mark->endMilliseconds : std::nullopt;
    }

    [[nodiscard]] TurnMark labelled(const Line& line) const {
        TurnMark mark{line.begin, behindLabel(line), line.number,     line.name,
                      false,      timeOf(line.time), endOf(line.time)};
        if (!mark.beginMs) {
            mark.beginMs = timeOf(line.label->time);
            mark.endMs = endOf(line.label->time);
        }
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
        return isSentence && m_known.contains(labelKey(word)) && countOf(std::string(word)) > 0 ? word.size()
                                                                                                : 0;
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
                mark.endMs = endOf(waiting->time);
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
            // Who is known needs no time, nor one that looks like the others.
            const bool isLabel = line.label && (isDue ? isDueLabel(line) : isKnown(line));
            if (isLabel) {
                const bool isTight = line.time && line.time->bracket == '\0';
                apart += waiting != nullptr || isTight ? 1U : 0U;
                finish(labelled(line));
            } else if (isDue) {
                const std::size_t label = colonlessLabel(line);
                TurnMark mark{line.begin, line.rest,         line.number,     {},
                              true,       timeOf(line.time), endOf(line.time)};
                if (label == 0)
                    doubt(line, marked);
                if (label > 0) {
                    mark.speaker = std::string(m_text.substr(line.rest, label));
                    mark.textBegin = line.rest + label;
                    mark.keepsSpeaker = false;
                }
                finish(std::move(mark));
            } else if (line.label && line.label->form == LabelForm::Strong && !marked.marks.empty()) {
                doubt(line, marked);
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
            TimeMark time;
            bool isTimeFirst;
            bool isSure; ///< by its form alone
        };
        std::vector<Found> found;
        std::unordered_map<std::string, std::size_t> counts;
        std::size_t sure = 0;
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
            name = withoutBrackets(name);
            const LabelForm form = labelForm(name);
            if (name.empty() || form == LabelForm::None || name.back() == '.')
                continue;
            const bool isTimeFirst = line.time.has_value();
            const bool isSure = form == LabelForm::Strong;
            found.push_back({&line, tidyLabel(name), isTimeFirst ? *line.time : *atEnd, isTimeFirst, isSure});
            if (!isSure)
                continue;
            ++sure;
            timeFirst += isTimeFirst ? 1U : 0U;
            ++counts[found.back().name];
        }
        // Somebody speaks twice in a conversation; a heading with a clock time does not.
        const bool isRegular =
            std::any_of(counts.begin(), counts.end(), [](const auto& each) { return each.second >= 2; });
        MarkedText marked;
        if (!isRegular)
            return marked;
        const bool isTimeFirst = timeFirst * 2 > sure;
        marked.notation = isTimeFirst ? "time Name" : "Name time";
        // "interviewer 00:25" beside "Interviewer 00:01" is hers too.
        std::unordered_set<std::string> known;
        std::unordered_map<int, std::size_t> styles;
        const auto styleOf = [](const TimeMark& mark) { return mark.bracket * 4 + mark.fields; };
        for (const Found& each : found) {
            if (each.isSure && each.isTimeFirst == isTimeFirst) {
                known.insert(labelKey(each.name));
                ++styles[styleOf(each.time)];
            }
        }
        for (const Found& each : found) {
            const std::string key = labelKey(each.name);
            if (each.isTimeFirst == isTimeFirst && (each.isSure || known.contains(key) || isRoleKey(key)))
                marked.marks.push_back(TurnMark{each.line->begin, each.line->end, each.line->number,
                                                each.name, false, each.time.milliseconds,
                                                each.time.endMilliseconds});
            else if (!marked.marks.empty() && styles.contains(styleOf(each.time)) && marked.doubts++ == 0)
                marked.doubt = each.name;
        }
        return marked;
    }

    /// "[id1] text" or "{id1} text": a name in brackets before most paragraphs.
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
            if (content.size() < 4 || (content.front() != '[' && content.front() != '{'))
                continue;
            const std::size_t close = content.substr(0, longest).find(content.front() == '[' ? ']' : '}');
            if (close == npos || close + 1 >= content.size() || line.time)
                continue;
            const std::string_view name = content.substr(1, close - 1);
            if (labelForm(name) == LabelForm::None)
                continue;
            std::size_t behind = begin + close + 1;
            if (behind < line.end && m_text[behind] == ':')
                ++behind;
            found.push_back({TurnMark{line.begin, behind, line.number, tidyLabel(name), false, std::nullopt},
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

    /// What stands before a colon in any text.
    static bool isRemark(const std::string& name) {
        static const std::unordered_set<std::string> words{
            "Let op",    "NB",         "N.B.",      "PS",        "P.S.",      "Nota bene",
            "Opgelet",   "Belangrijk", "Tip",       "Conclusie", "Besluit",   "Bijvoorbeeld",
            "Voorbeeld", "Example",    "Attention", "Warning",   "Important", "Conclusion",
            "Bron",      "Source",     "Note",      "Noot",      "Opmerking"};
        return words.contains(name);
    }

    static std::string_view withoutBrackets(std::string_view name) {
        const bool isBracketed = name.size() > 2 && ((name.front() == '[' && name.back() == ']') ||
                                                     (name.front() == '{' && name.back() == '}'));
        return isBracketed ? text::trim(name.substr(1, name.size() - 2)) : name;
    }

    /// "0:0:3.120 --> 0:0:5.40" on a line of its own, below it the speaker, below that the text.
    MarkedText arrows() const {
        MarkedText marked;
        marked.notation = "WebVTT";
        std::size_t named = 0;
        for (std::size_t index = 0; index < m_lines.size(); ++index) {
            const Line& line = m_lines[index];
            const auto times = arrowTimes(contentOf(line));
            if (!times)
                continue;
            TurnMark mark{line.begin, line.end, line.number, {}, false, times->first, times->second};
            const bool hasName = index + 2 < m_lines.size() && !arrowTimes(contentOf(m_lines[index + 1])) &&
                                 !arrowTimes(contentOf(m_lines[index + 2])) &&
                                 labelForm(contentOf(m_lines[index + 1])) == LabelForm::Strong;
            if (hasName) {
                mark.speaker = tidyLabel(contentOf(m_lines[index + 1]));
                mark.textBegin = m_lines[index + 1].end;
                ++named;
            }
            marked.marks.push_back(std::move(mark));
        }
        // Captions without names are read as what they are.
        if (named * 10 < marked.marks.size() * 8)
            marked.marks.clear();
        return marked;
    }

    /// Hours, minutes and seconds in one digit or two, the fraction in any number.
    static std::optional<std::pair<std::int64_t, std::int64_t>> arrowTimes(std::string_view words) {
        constexpr std::size_t longest = 60;
        const std::size_t arrow = words.find(" --> ");
        if (arrow == npos || words.size() > longest)
            return std::nullopt;
        const auto begin = looseTime(words.substr(0, arrow));
        const auto end = looseTime(text::trim(words.substr(arrow + 5)));
        return begin && end ? std::optional(std::pair(*begin, *end)) : std::nullopt;
    }

    static std::optional<std::int64_t> looseTime(std::string_view words) {
        std::int64_t seconds = 0;
        std::int64_t field = 0;
        std::int64_t fields = 0;
        std::size_t digits = 0;
        std::size_t at = 0;
        for (; at < words.size() && words[at] != '.' && words[at] != ','; ++at) {
            if (words[at] >= '0' && words[at] <= '9' && digits < 3) {
                field = field * 10 + (words[at] - '0');
                ++digits;
            } else if (words[at] == ':' && digits > 0) {
                seconds = (seconds + field) * 60;
                field = 0;
                digits = 0;
                ++fields;
            } else {
                return std::nullopt;
            }
        }
        if (fields != 2 || digits == 0)
            return std::nullopt;
        std::int64_t milliseconds = 0;
        std::int64_t unit = 100;
        for (++at; at < words.size(); ++at, unit /= 10) {
            if (words[at] < '0' || words[at] > '9')
                return std::nullopt;
            milliseconds += (words[at] - '0') * unit;
        }
        return (seconds + field) * 1000 + milliseconds;
    }

    [[nodiscard]] std::string_view contentOf(const Line& line) const {
        return text::trim(m_text.substr(line.begin, line.end - line.begin));
    }

    /// At most three words with a capital, of which nothing ends a sentence: strict, since no colon says so.
    static bool isBareName(std::string_view name) {
        constexpr std::size_t longest = 40;
        return !name.empty() && name.size() <= longest && name.back() != '.' && name.back() != ',' &&
               std::count(name.begin(), name.end(), ' ') <= 2 && labelForm(name) == LabelForm::Strong;
    }

    /// "Name - text", "Name<tab>text", "Name [00:00:05] text": the same throughout, and people recur.
    MarkedText separated() const {
        enum Sign { Tab, Dash, Time, signs };
        struct Found {
            const Line* line;
            std::string name;
            std::size_t textBegin;
            std::optional<TimeMark> time;
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
                if (isBareName(name) && !text::trim(content.substr(at + length)).empty())
                    found[sign].push_back({&line, tidyLabel(name), begin + at + length, time});
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
        const auto breaks = static_cast<std::size_t>(std::count_if(
            m_lines.begin(), m_lines.end(), [](const Line& line) { return line.isAfterBlank; }));
        const std::size_t turns = breaks > 1 ? breaks : m_lines.size();
        MarkedText marked;
        for (const std::vector<Found>& each : found) {
            if (each.size() <= marked.marks.size() || !isConversation(each, turns))
                continue;
            marked.marks.clear();
            marked.notation = "Name - text";
            for (const Found& one : each)
                marked.marks.push_back(TurnMark{one.line->begin, one.textBegin, one.line->number, one.name,
                                                false, timeOf(one.time), endOf(one.time)});
        }
        return marked;
    }

    /// Two people or more speak twice or more, and most of the file is theirs.
    template<typename Named>
    static bool isConversation(const std::vector<Named>& found, std::size_t turns) {
        std::unordered_map<std::string, std::size_t> counts;
        for (const Named& each : found)
            ++counts[each.name];
        std::size_t people = 0;
        std::size_t theirs = 0;
        for (const auto& [name, count] : counts) {
            people += count >= 2 ? 1U : 0U;
            theirs += count >= 2 ? count : 0U;
        }
        return people >= 2 && theirs * 10 >= turns * 6 && theirs * 10 >= found.size() * 6;
    }

    /// A name alone above the text, behind an empty line.
    MarkedText namesAbove() const {
        struct Found {
            const Line* line;
            std::string name;
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
            if (!line.time && hasText && isBareName(name))
                found.push_back({&line, tidyLabel(name)});
        }
        MarkedText marked;
        if (found.size() * 10 < blocks * 8 || !isConversation(found, blocks))
            return marked;
        marked.notation = "Name";
        for (const Found& each : found)
            marked.marks.push_back(TurnMark{each.line->begin, each.line->end, each.line->number, each.name,
                                            false, std::nullopt});
        return marked;
    }

    /// "Name: text" without times.
    MarkedText plainLabels() const {
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

        // "bert:" and "Bert?:" beside "Bert:" are his too.
        std::unordered_set<std::string> strong;
        std::unordered_map<std::string, std::size_t> times; // of a label in any case
        for (const Line& line : m_lines) {
            if (!line.label)
                continue;
            ++times[labelKey(line.name)];
            if (line.label->form == LabelForm::Strong && countOf(line.name) >= 2)
                strong.insert(labelKey(line.name));
        }
        const auto isTheirs = [&](const Line& line) { return strong.contains(labelKey(line.name)); };
        const auto isAccepted = [&](const Line& line) {
            const std::size_t count = countOf(line.name);
            const bool isStrong = line.label->form == LabelForm::Strong;
            if (line.time) {
                const std::string key = labelKey(line.name);
                return strong.contains(key) || isRoleKey(key) ||
                       (isStrong && (count >= 2 || isLabelledThroughout || isOfRecording(*line.time)));
            }
            if (keepsBlanks)
                return line.isAfterBlank ? isStrong || count >= 2 || isTheirs(line)
                                         : (isStrong || isTheirs(line)) && times[labelKey(line.name)] >= 3;
            return isStrong ? count >= 2 || isLabelledThroughout : count >= 3 || isTheirs(line);
        };
        MarkedText marked;
        marked.notation = "Name:";
        std::size_t firstRecurring = npos;
        for (std::size_t index = 0; index < m_lines.size(); ++index) {
            const Line& line = m_lines[index];
            if (!line.label || !isAccepted(line)) {
                if (line.time || (line.label && (line.label->form == LabelForm::Strong || isTheirs(line))))
                    doubt(line, marked);
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
                marked.marks.push_back(TurnMark{line.begin,
                                                line.rest,
                                                line.number,
                                                {},
                                                false,
                                                line.time->milliseconds,
                                                line.time->endMilliseconds});
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
    std::unordered_set<std::string> m_notSpeakers;
    std::unordered_set<std::string> m_known; ///< keys of labels that a time introduced
    TimeStyle m_style;
};

} // namespace

MarkedText findMarks(std::string_view text, const std::vector<std::string>& notSpeakers) {
    // Most texts are shorter than the fewest letters of that many lines.
    if (text.size() > 2 * mostLines && hasTooManyLines(text)) {
        MarkedText none;
        none.notation = "paragraphs";
        none.isTooLong = true;
        return none;
    }
    return MarkFinder(text, notSpeakers).find();
}

} // namespace rapport::exchange
