// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/transcript_marks.h"

#include "exchange/mark_finder.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

constexpr std::size_t npos = std::string_view::npos;

} // namespace

MarkFinder::MarkFinder(std::string_view text, const std::vector<std::string>& notSpeakers)
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

MarkedText MarkFinder::find() {
    MarkedText found = look();
    found.notSpeakers.assign(m_notSpeakers.begin(), m_notSpeakers.end());
    return found;
}

MarkedText MarkFinder::look() {
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

std::size_t MarkFinder::countOf(const std::string& name) const {
    const auto found = m_counts.find(name);
    return found == m_counts.end() ? 0 : found->second;
}

bool MarkFinder::isTimedLabel(const Line& line) const {
    return line.label && (line.label->form == LabelForm::Strong || countOf(line.name) >= 2);
}

bool MarkFinder::isDueLabel(const Line& line) const {
    return line.label && (isTimedLabel(line) || isKnown(line) || isRoleKey(labelKey(line.name)));
}

bool MarkFinder::isOfRecording(const TimeMark& mark) {
    return mark.bracket != '\0' || mark.fields == 3;
}

void MarkFinder::doubt(const Line& line, MarkedText& marked) const {
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

bool MarkFinder::followsTimeAlone(std::size_t index) const {
    return index > 0 && isTimeAlone(m_lines[index - 1]) && !m_lines[index].time;
}

std::size_t MarkFinder::countTimed() {
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

MarkFinder::PlainLabels MarkFinder::countPlainLabels() const {
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

std::size_t MarkFinder::behindLabel(const Line& line) const {
    return std::min(line.labelBegin + line.label->length, line.end);
}

std::optional<std::int64_t> MarkFinder::timeOf(const std::optional<TimeMark>& mark) {
    return mark ? std::optional(mark->milliseconds) : std::nullopt;
}

std::optional<std::int64_t> MarkFinder::endOf(const std::optional<TimeMark>& mark) {
    return mark ? mark->endMilliseconds : std::nullopt;
}

TurnMark MarkFinder::labelled(const Line& line) const {
    TurnMark mark{line.begin, behindLabel(line), line.number,     line.name,
                  false,      timeOf(line.time), endOf(line.time)};
    if (!mark.beginMs) {
        mark.beginMs = timeOf(line.label->time);
        mark.endMs = endOf(line.label->time);
    }
    return mark;
}

bool MarkFinder::isRemark(const std::string& name) {
    static const std::unordered_set<std::string> words{
        "Let op",    "NB",         "N.B.",      "PS",        "P.S.",      "Nota bene",
        "Opgelet",   "Belangrijk", "Tip",       "Conclusie", "Besluit",   "Bijvoorbeeld",
        "Voorbeeld", "Example",    "Attention", "Warning",   "Important", "Conclusion",
        "Bron",      "Source",     "Note",      "Noot",      "Opmerking"};
    return words.contains(name);
}

std::string_view MarkFinder::contentOf(const Line& line) const {
    return text::trim(m_text.substr(line.begin, line.end - line.begin));
}

MarkedText MarkFinder::paragraphs() const {
    MarkedText marked;
    marked.notation = "paragraphs";
    const auto breaks =
        std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.isAfterBlank; });
    for (const Line& line : m_lines) {
        if (line.isAfterBlank || breaks <= 1)
            marked.marks.push_back(TurnMark{line.begin, line.begin, line.number, {}, false, std::nullopt});
    }
    return marked;
}

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
