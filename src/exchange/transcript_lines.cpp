// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/transcript_lines.h"

#include "exchange/transcript_marks.h"
#include "text/utf8.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace rapport::exchange {

namespace {

constexpr std::size_t npos = std::string_view::npos;

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

} // namespace

std::size_t afterBlanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (isBlank(text[at]) || text.substr(at, 2) == "\xC2\xA0"))
        at += isBlank(text[at]) ? 1U : 2U;
    return at;
}

std::string_view wordAt(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 20;
    std::size_t end = at;
    while (end < text.size() && end - at <= longest && isLabelLetter(text[end]))
        ++end;
    return end - at > longest || end == at || isDigit(text[at]) ? std::string_view()
                                                                : text.substr(at, end - at);
}

namespace {

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

/// Bytes of signs and the blanks behind them that people put before a name.
std::size_t signsBefore(std::string_view text) {
    for (const std::string_view sign : {"**", "*", "__", ">>", "#", "@", "- ", "\u2013 ", "\u2022 "}) {
        if (text.starts_with(sign))
            return afterBlanks(text, sign.size());
    }
    return 0;
}

/// "Name:** text" and "Name**: text", behind the stars; its length counts the stars and the colon.
std::optional<Label> starredLabel(std::string_view text, std::size_t signs) {
    constexpr std::size_t longest = 120;
    const std::string_view stars = text.substr(0, text.starts_with("**") ? 2 : 1);
    const std::string_view inside = text.substr(signs);
    const std::size_t close = inside.substr(0, longest).find(stars);
    if (close == std::string_view::npos || close == 0)
        return std::nullopt;
    std::size_t after = close + stars.size();
    std::string_view name = text::trim(inside.substr(0, close));
    if (name.ends_with(':'))
        name.remove_suffix(1);
    else if (after < inside.size() && inside[after] == ':')
        ++after;
    else
        return std::nullopt;
    Label label{text::trim(name), after, std::nullopt, labelForm(name)};
    return label.form == LabelForm::None ? std::nullopt : std::optional(label);
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
    line.labelBegin = line.rest;
    if (const std::size_t signs = signsBefore(rest); signs > 0) {
        // "**Name:** text", "#Name: text", ">> Name: text": the signs are not part of the name.
        auto behind = rest.front() == '*' ? starredLabel(rest, signs) : std::nullopt;
        if (!behind)
            behind = labelAt(rest.substr(signs));
        if (behind) {
            line.label = behind;
            line.labelBegin = line.rest + signs;
        }
    }
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

} // namespace

std::vector<Line> transcriptLines(std::string_view text) {
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

bool hasTooManyLines(std::string_view text) {
    std::size_t lines = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (afterBlanks(text.substr(0, end), begin) < end && ++lines > mostLines)
            return true;
        begin = end + 1;
    }
    return false;
}

void dropLineNumbers(std::vector<Line>& lines) {
    struct Numbered {
        Line* line;
        std::size_t length; ///< of the number and what follows it, in the label's name
        std::string name;
    };
    std::vector<Numbered> numbered;
    std::unordered_set<std::string> people;
    std::size_t labels = 0;
    std::int64_t last = -1;
    for (Line& line : lines) {
        if (!line.label)
            continue;
        ++labels;
        const std::string_view name = line.label->name;
        constexpr std::size_t mostDigits = 6;
        const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
        const std::size_t length = std::min(name.find_first_not_of(" \t.)", digits), name.size());
        if (digits == 0 || digits > mostDigits || length == digits || length == name.size())
            continue;
        std::int64_t number = 0;
        for (const char digit : name.substr(0, digits))
            number = number * 10 + (digit - '0');
        if (number <= last)
            return;
        last = number;
        numbered.push_back({&line, length, tidyLabel(name.substr(length))});
        people.insert(numbered.back().name);
    }
    if (numbered.size() < 4 || numbered.size() * 10 < labels * 8 || people.size() * 2 > numbered.size())
        return;
    for (Numbered& each : numbered) {
        each.line->label->name.remove_prefix(each.length);
        each.line->label->form = labelForm(each.line->label->name);
        each.line->name = std::move(each.name);
    }
}

} // namespace rapport::exchange
