// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/speaker_label.h"

#include "exchange/table_shape.h"
#include "model/names.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace rapport::exchange {

namespace {

constexpr std::size_t longestLabel = 120; ///< bytes
constexpr int mostWords = 8;

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Digits at `at`, at most `most`; moves past them. -1 if there is none.
std::int64_t number(std::string_view text, std::size_t& at, std::size_t most) {
    const std::size_t begin = at;
    std::int64_t value = 0;
    while (at < text.size() && at - begin < most && isDigit(text[at]))
        value = value * 10 + (text[at++] - '0');
    return at == begin ? -1 : value;
}

/// The time without brackets; length 0 if there is none.
TimeMark bareTime(std::string_view text) {
    std::size_t at = 0;
    std::array<std::int64_t, 3> fields{};
    int count = 0;
    while (count < 3) {
        const std::size_t begin = at;
        const std::int64_t value = number(text, at, count == 0 ? 3 : 2);
        // All but the first field have two digits and stay below 60.
        if (value < 0 || (count > 0 && (at - begin != 2 || value > 59)))
            return {};
        fields[static_cast<std::size_t>(count++)] = value;
        if (count == 3 || at + 1 >= text.size() || text[at] != ':' || !isDigit(text[at + 1]))
            break;
        ++at;
    }
    if (count < 2 || (at < text.size() && isDigit(text[at])))
        return {};
    TimeMark mark;
    mark.fields = count;
    mark.milliseconds =
        (count == 2 ? fields[0] * 60 + fields[1] : (fields[0] * 60 + fields[1]) * 60 + fields[2]) * 1000;
    // Fractions: .5 ,50 -5 (the last is how f4 writes tenths).
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',' || text[at] == '-') &&
        isDigit(text[at + 1])) {
        std::size_t after = at + 1;
        const std::size_t begin = after;
        std::int64_t fraction = number(text, after, 3);
        for (std::size_t digits = after - begin; digits < 3; ++digits)
            fraction *= 10;
        // "12:30-13:00" is a range.
        if (after == text.size() || (!isDigit(text[after]) && (text[at] != '-' || text[after] != ':'))) {
            mark.milliseconds += fraction;
            at = after;
        }
    }
    mark.length = at;
    return mark;
}

/// Takes in " - 0:05" and " --> 0:05" behind a time that ends at `at`; where it ends then.
std::size_t withRange(std::string_view text, std::size_t at, TimeMark& mark) {
    const auto pastBlanks = [&](std::size_t from) {
        while (from < text.size() && text[from] == ' ')
            ++from;
        return from;
    };
    const std::size_t sign = pastBlanks(at);
    for (const std::string_view each : {"-->", "-", "\u2013"}) {
        if (!text.substr(std::min(sign, text.size())).starts_with(each))
            continue;
        const std::size_t begin = pastBlanks(sign + each.size());
        const TimeMark end = bareTime(text.substr(std::min(begin, text.size())));
        if (end.length == 0)
            return at;
        mark.endMilliseconds = end.milliseconds;
        return begin + end.length;
    }
    return at;
}

char closing(char bracket) {
    switch (bracket) {
    case '[':
        return ']';
    case '(':
        return ')';
    case '<':
        return '>';
    case '#':
        return '#';
    default:
        return '\0';
    }
}

/// Words of names and offices that are written small.
bool isParticle(std::string_view word) {
    static constexpr std::array<std::string_view, 38> particles{
        "de",  "den",   "der",     "het", "van",         "von",        "vd",      "ter",        "ten", "te",
        "la",  "le",    "du",      "da",  "di",          "en",         "and",     "of",         "the", "'t",
        "'s",  "heer",  "mevrouw", "mr",  "mrs",         "voorzitter", "juf",     "meester",    "in",  "op",
        "bij", "groep", "student", "nr",  "interviewer", "respondent", "speaker", "participant"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// "Els?" and "Els ?": whoever wrote it was not sure who spoke; "?" did not know.
std::string_view withoutDoubt(std::string_view name) {
    const std::string_view sure = name.substr(0, name.find_last_not_of("? \t") + 1);
    return name.find('?', sure.size()) == std::string_view::npos ? name : sure;
}

bool isUpper(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
           (c >= 0x100 && c <= 0x17F && c % 2 == 0);
}

bool isLetter(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000) || (c >= 0x2C00 && c < 0x3000) || c >= 0x3040;
}

} // namespace

std::optional<TimeMark> timeAt(std::string_view text) {
    if (text.empty())
        return std::nullopt;
    const char close = closing(text.front());
    if (close == '\0') {
        TimeMark mark = bareTime(text);
        if (mark.length == 0)
            return std::nullopt;
        mark.length = withRange(text, mark.length, mark);
        return mark;
    }
    std::size_t at = 1;
    while (at < text.size() && text[at] == ' ')
        ++at;
    TimeMark mark = bareTime(text.substr(at));
    if (mark.length == 0)
        return std::nullopt;
    at = withRange(text, at + mark.length, mark);
    while (at < text.size() && text[at] == ' ')
        ++at;
    if (at >= text.size() || text[at] != close)
        return std::nullopt;
    mark.length = at + 1;
    mark.bracket = text.front();
    return mark;
}

std::optional<TimeMark> timeAtEnd(std::string_view text) {
    constexpr std::size_t longestTime = 40;
    const std::size_t from = text.size() > longestTime ? text.size() - longestTime : 0;
    // The earliest start that reaches the end: "01:02:03" is not "02:03".
    for (std::size_t at = from; at < text.size(); ++at) {
        const bool isWordStart = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t' ||
                                 (static_cast<unsigned char>(text[at - 1]) & 0x80U) != 0 || text[at] == '#';
        if (!isWordStart)
            continue;
        const auto mark = timeAt(text.substr(at));
        if (mark && at + mark->length == text.size())
            return mark;
    }
    return std::nullopt;
}

LabelForm labelForm(std::string_view label) {
    label = text::trim(label);
    if (label.empty() || label.size() > longestLabel)
        return LabelForm::None;
    bool hasLetter = false;
    bool isSmall = false; // a word in small letters that belongs to no name
    int words = 0;
    bool isInParentheses = false;
    bool hasRemark = false;
    std::string word;
    char32_t before = U' ';
    const auto endWord = [&] {
        if (word.empty())
            return;
        words += isInParentheses ? 0 : 1;
        const auto first = static_cast<unsigned char>(word.front());
        if (first >= 'a' && first <= 'z' && !isInParentheses && !isParticle(word))
            isSmall = true;
        word.clear();
    };
    for (std::size_t at = 0; at < label.size();) {
        const char32_t current = text::readCodePoint(label, at);
        switch (current) {
        case U'?':
        case U'!':
        case U';':
        case U'"':
        case U'=':
        case U'{':
        case U'}':
        case U'<':
        case U'>':
        case U'\n':
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x2026:
            return LabelForm::None;
        case U',':
            // "Jansen, Piet" yes, a clause no: that is left to the small words.
            break;
        case U'.': {
            // After an initial or an abbreviated title only.
            const bool isShort = word.size() <= 4 && !word.empty() && !isSmall;
            if (!isShort)
                return LabelForm::None;
            break;
        }
        case U'(':
            endWord();
            isInParentheses = true;
            hasRemark = true;
            break;
        case U')':
            endWord();
            isInParentheses = false;
            break;
        default:
            break;
        }
        if (text::isWhiteSpace(current))
            endWord();
        else if (current != U'(' && current != U')')
            text::appendCodePoint(word, current);
        hasLetter = hasLetter || isLetter(current);
        before = current;
    }
    endWord();
    if (!hasLetter || (words == 0 && !hasRemark) || words > mostWords || before == U',')
        return LabelForm::None;
    std::size_t start = 0;
    const char32_t first = text::readCodePoint(label, start);
    const bool beginsWell =
        isUpper(first) || (first >= U'0' && first <= U'9') || first == U'[' || first == U'(';
    return beginsWell && !isSmall ? LabelForm::Strong : LabelForm::Weak;
}

std::optional<Label> labelAt(std::string_view line) {
    // The colon that ends the label is the first that white space or the end follows.
    const std::size_t limit = std::min(line.size(), longestLabel + 24);
    std::size_t colon = std::string_view::npos;
    for (std::size_t at = 0; at < limit; ++at) {
        if (line[at] != ':')
            continue;
        const bool endsHere = at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t' ||
                              line.substr(at + 1, 2) == "\xC2\xA0";
        if (endsHere) {
            colon = at;
            break;
        }
        // A time inside the label ("Anna (00:12): yes") is passed over, an address is not.
        const bool isInTime = at > 0 && isDigit(line[at - 1]) && isDigit(line[at + 1]);
        if (!isInTime)
            return std::nullopt;
    }
    if (colon == std::string_view::npos)
        return std::nullopt;
    Label label;
    label.length = colon + 1;
    label.name = text::trim(line.substr(0, colon));
    if (const auto time = timeAtEnd(label.name); time && time->length < label.name.size()) {
        label.time = time;
        label.name = text::trim(label.name.substr(0, label.name.size() - time->length));
    }
    if (label.name.size() > 2 && ((label.name.front() == '[' && label.name.back() == ']') ||
                                  (label.name.front() == '{' && label.name.back() == '}')))
        label.name = text::trim(label.name.substr(1, label.name.size() - 2));
    const std::string_view sure = withoutDoubt(label.name);
    label.form = sure.empty() ? LabelForm::Strong : labelForm(sure);
    if (label.form == LabelForm::None)
        return std::nullopt;
    return label;
}

std::string tidyLabel(std::string_view label) {
    const std::string_view sure = withoutDoubt(label);
    if (sure.empty() || sure.size() == label.size())
        return model::personName(label);
    return model::personName(sure) + std::string(text::trim(label.substr(sure.size())));
}

std::string labelKey(std::string_view label) {
    std::string key = text::fold(withoutDoubt(label));
    std::erase(key, ' ');
    return key;
}

bool isRoleKey(std::string_view key) {
    static constexpr std::array<std::string_view, 20> roles{
        "interviewer", "interviewster", "respondent",     "respondente", "geinterviewde",
        "interviewee", "participant",   "deelnemer",      "speaker",     "spreker",
        "moderator",   "facilitator",   "gespreksleider", "onderzoeker", "researcher",
        "leerkracht",  "teacher",       "leerling",       "student",     "observator"};
    return std::find(roles.begin(), roles.end(), key) != roles.end();
}

} // namespace rapport::exchange
