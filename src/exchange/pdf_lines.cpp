// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pdf_lines.h"

#include "exchange/speaker_label.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

constexpr std::string_view softHyphen = "\u00AD";

bool isBlank(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t' || letter == '\f';
}

std::size_t hyphensAt(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of('-', at), text.size()) - std::min(at, text.size());
}

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool hasDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isDigit);
}

bool isSmallLetter(std::string_view text) {
    std::size_t at = 0;
    const char32_t first = text::readCodePoint(text, at);
    return (first >= U'a' && first <= U'z') || (first >= 0xDF && first <= 0xFF && first != 0xF7) ||
           (first >= 0x3AC && first <= 0x3CE) || (first >= 0x430 && first <= 0x45F);
}

bool isCapital(std::string_view text) {
    std::size_t at = 0;
    const char32_t first = text::readCodePoint(text, at);
    return (first >= U'A' && first <= U'Z') || (first >= 0xC0 && first <= 0xDE && first != 0xD7);
}

/// "in- en uitvoer": the hyphen stands for a word that comes.
bool isAnd(std::string_view word) {
    while (!word.empty() && (word.back() == ',' || word.back() == '.'))
        word.remove_suffix(1);
    for (const std::string_view each :
         {"en", "of", "and", "or", "und", "oder", "bis", "tot", "to", "et", "ou"}) {
        if (word == each)
            return true;
    }
    return false;
}

std::string_view firstWord(std::string_view line) {
    return line.substr(0, std::min(line.find_first_of(" \t"), line.size()));
}

std::string_view lastWord(std::string_view text) {
    const std::size_t blank = text.find_last_of(" \t\n");
    return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

/// A letter or digit stands before the hyphen; letters beyond ASCII count as such.
bool endsInHyphen(std::string_view text) {
    if (text.size() < 2 || text.back() != '-')
        return false;
    const char before = text[text.size() - 2];
    return isDigit(before) || (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') ||
           static_cast<unsigned char>(before) >= 0x80;
}

/// The last word is the first of its sentence: its capital says nothing.
bool beginsSentence(std::string_view text, std::string_view last) {
    const std::string_view before = text::trim(text.substr(0, text.size() - last.size()));
    return before.empty() || std::string_view(".!?:\"").find(before.back()) != std::string_view::npos ||
           before.ends_with("\u2026");
}

/// The hyphen is part of a number, a code, an address or a name: it was there before the line's end was.
bool keepsHyphen(std::string_view text, std::string_view last, std::string_view next) {
    const bool isCode = hasDigit(last) || last.find_first_of("/\\@_=#<>") != std::string_view::npos;
    if (isDigit(next.front()) || (isCode && (isSmallLetter(next) || hasDigit(next))))
        return true;
    return isCapital(next) && isCapital(last) && !beginsSentence(text, last);
}

enum class Break {
    None,   ///< between words
    Word,   ///< inside a word: the hyphen goes
    Hyphen, ///< behind a hyphen of the word's own
    And,    ///< behind a hyphen that stands for a word to come
};

Break breakAt(std::string_view text, std::string_view line) {
    const auto label = labelAt(line);
    if (label && label->form == LabelForm::Strong)
        return Break::None;
    if (text.ends_with(softHyphen))
        return Break::Word;
    if (!endsInHyphen(text))
        return Break::None;
    const std::string_view next = firstWord(line);
    if (isAnd(next))
        return Break::And;
    if (keepsHyphen(text, lastWord(text), next))
        return Break::Hyphen;
    return isSmallLetter(next) ? Break::Word : Break::None;
}

/// The line may be put behind the text before anybody looks for speakers in it.
bool goesOn(std::string_view text, std::string_view line) {
    return !text.empty() && !line.empty() && !labelAt(line) && breakAt(text, line) != Break::None;
}

} // namespace

std::optional<std::string> withHyphens(std::string_view text, const std::vector<std::string>& words) {
    std::string found;
    found.reserve(text.size() + 16);
    std::size_t at = 0;
    for (std::size_t index = 0; index < words.size(); ++index) {
        const std::string& word = words[index];
        for (std::size_t letter = 0; letter < word.size(); ++letter) {
            while (at < text.size() && isBlank(text[at]))
                found += text[at++];
            const bool isSame = at < text.size() && text[at] == word[letter];
            if (word[letter] == '-' && letter + 1 == word.size()) {
                // Longer rows of hyphens are drawn lines: they are as they are.
                constexpr std::size_t longest = 8;
                std::size_t more = 0; // hyphens that the next words begin with
                for (std::size_t next = index + 1; next < words.size() && more < longest; ++next) {
                    const std::size_t here = hyphensAt(words[next], 0);
                    more += here;
                    if (here < words[next].size())
                        break;
                }
                const std::size_t run = hyphensAt(text.substr(0, at + longest), at);
                const bool goesOn = at + run < text.size() && !isBlank(text[at + run]);
                if (!isSame || (more > 0 && more < longest && run <= more && goesOn)) {
                    found += "-\n";
                    continue;
                }
            } else if (!isSame) {
                return std::nullopt;
            }
            found += text[at++];
        }
    }
    found += text.substr(at);
    return found;
}

void joinLine(std::string& text, std::string_view line, JoinedWords& joined) {
    if (text.empty() || line.empty()) {
        text += line;
        return;
    }
    const Break found = breakAt(text, line);
    if (found == Break::Word) {
        const std::size_t hyphen = text.ends_with(softHyphen) ? softHyphen.size() : 1;
        text.resize(text.size() - hyphen);
        if (joined.count++ == 0)
            joined.first = std::string(lastWord(text)) + '-' + std::string(firstWord(line));
    } else if (found != Break::Hyphen) {
        text += ' ';
    }
    text += line;
}

void joinBroken(std::vector<std::string>& lines, JoinedWords& joined) {
    std::size_t kept = 0;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        if (kept > 0 && goesOn(lines[kept - 1], lines[index]))
            joinLine(lines[kept - 1], lines[index], joined);
        else if (kept++ != index)
            lines[kept - 1] = std::move(lines[index]);
    }
    lines.resize(kept);
}

std::string flow(std::string_view said, std::vector<std::size_t>& begins, JoinedWords& joined) {
    std::string flowing;
    std::string paragraph;
    begins.clear();
    for (std::size_t begin = 0; begin <= said.size();) {
        const std::size_t end = std::min(said.find('\n', begin), said.size());
        const std::string_view line = text::trim(said.substr(begin, end - begin));
        if (!line.empty())
            joinLine(paragraph, line, joined);
        const std::size_t before = flowing.empty() ? 0 : flowing.size() + 1;
        begins.push_back(before + paragraph.size() - line.size());
        if ((line.empty() || end == said.size()) && !paragraph.empty()) {
            if (!flowing.empty())
                flowing += '\n';
            flowing += paragraph;
            paragraph.clear();
        }
        begin = end + 1;
    }
    return flowing;
}

} // namespace rapport::exchange
