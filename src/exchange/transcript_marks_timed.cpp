// SPDX-License-Identifier: GPL-3.0-or-later
// Notations that go by the times in them: before or above what is said, with or without names.
#include "base/number.h"
#include "exchange/mark_finder.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// The "12. " of "12. Anna".
struct Number {
    std::int64_t value = 0;
    std::size_t length = 0; ///< with what follows it; 0: there is none
};
Number numberBefore(std::string_view name) {
    constexpr std::size_t mostDigits = 6;
    const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
    const std::size_t length = std::min(name.find_first_not_of(" \t.)", digits), name.size());
    if (digits == 0 || digits > mostDigits || length == digits || length == name.size())
        return {};
    return {base::parseInteger(name.substr(0, digits)).value_or(0), length};
}

/// Names without their numbers, where nearly all have one that rises.
template<typename Named>
void dropNumbers(std::vector<Named>& found) {
    std::int64_t last = 0;
    std::size_t rising = 0;
    for (const Named& each : found) {
        const Number number = numberBefore(each.name);
        rising += number.length > 0 && (rising == 0 || number.value > last) ? 1U : 0U;
        last = number.length > 0 ? number.value : last;
    }
    if (rising < 2 || rising * 10 < found.size() * 8)
        return;
    for (Named& each : found)
        each.name.erase(0, numberBefore(each.name).length);
}

} // namespace

std::size_t MarkFinder::colonlessLabel(const Line& line) const {
    const std::string_view rest = m_text.substr(line.rest, line.end - line.rest);
    const std::string_view word = wordAt(rest, 0);
    if (word.empty() || word.size() + 1 >= rest.size() || rest[word.size()] != ' ')
        return 0;
    const char next = rest[word.size() + 1];
    const bool isSentence = !(next >= 'a' && next <= 'z');
    return isSentence && m_known.contains(labelKey(word)) && countOf(std::string(word)) > 0 ? word.size() : 0;
}

MarkedText MarkFinder::timedLabels() {
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
            TurnMark mark{line.begin, line.rest, line.number, {}, true, timeOf(line.time), endOf(line.time)};
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

MarkedText MarkFinder::nameLines() const {
    struct Found {
        const Line* line;
        std::string name;
        TimeMark time;
        bool isTimeFirst;
        bool isSure; ///< by its form alone
    };
    std::vector<Found> found;
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
        if (name.empty() || labelForm(withoutBrackets(name)) == LabelForm::None || name.back() == '.')
            continue;
        found.push_back(
            {&line, std::string(name), line.time ? *line.time : *atEnd, line.time.has_value(), false});
    }
    dropNumbers(found);
    std::unordered_map<std::string, std::size_t> counts;
    std::size_t sure = 0;
    std::size_t timeFirst = 0;
    for (Found& each : found) {
        const std::string_view name = withoutBrackets(each.name);
        each.isSure = labelForm(name) == LabelForm::Strong;
        each.name = tidyLabel(name);
        if (!each.isSure)
            continue;
        ++sure;
        timeFirst += each.isTimeFirst ? 1U : 0U;
        ++counts[each.name];
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
            marked.marks.push_back(TurnMark{each.line->begin, each.line->end, each.line->number, each.name,
                                            false, each.time.milliseconds, each.time.endMilliseconds});
        else if (!marked.marks.empty() && styles.contains(styleOf(each.time)) && marked.doubts++ == 0)
            marked.doubt = each.name;
    }
    return marked;
}

MarkedText MarkFinder::arrows() const {
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

std::optional<std::pair<std::int64_t, std::int64_t>> MarkFinder::arrowTimes(std::string_view words) {
    constexpr std::size_t longest = 60;
    const std::size_t arrow = words.find(" --> ");
    if (arrow == npos || words.size() > longest)
        return std::nullopt;
    const auto begin = looseTime(words.substr(0, arrow));
    const auto end = looseTime(text::trim(words.substr(arrow + 5)));
    return begin && end ? std::optional(std::pair(*begin, *end)) : std::nullopt;
}

std::optional<std::int64_t> MarkFinder::looseTime(std::string_view words) {
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

MarkedText MarkFinder::timesOnly() const {
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
    nameFromAbove(marked);
    return marked;
}

void MarkFinder::nameFromAbove(MarkedText& marked) const {
    struct Found {
        TurnMark* mark;
        const Line* line;
        std::string name;
    };
    std::vector<Found> found;
    std::unordered_map<std::string, std::size_t> counts;
    auto mark = marked.marks.begin();
    for (std::size_t index = 1; index < m_lines.size() && mark != marked.marks.end(); ++index) {
        if (mark->line != m_lines[index].number)
            continue;
        const Line& above = m_lines[index - 1];
        if (const std::string_view name = withoutBrackets(contentOf(above));
            isTimeAlone(m_lines[index]) && !above.time && isBareName(name)) {
            found.push_back({&*mark, &above, tidyLabel(name)});
            ++counts[labelKey(name)];
        }
        ++mark;
    }
    const bool isRegular =
        std::any_of(counts.begin(), counts.end(), [](const auto& each) { return each.second >= 2; });
    if (!isRegular || found.size() * 10 < marked.marks.size() * 8)
        return;
    marked.notation = "Name time";
    for (Found& each : found) {
        each.mark->begin = each.line->begin;
        each.mark->line = each.line->number;
        each.mark->speaker = std::move(each.name);
    }
    for (TurnMark& each : marked.marks)
        each.keepsSpeaker = each.speaker.empty();
}

} // namespace rapport::exchange
