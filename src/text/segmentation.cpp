// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/segmentation.h"

#include "text/abbreviations.h"
#include "text/fold.h"
#include "text/icu_break.h"
#include "text/utf8.h"

#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string>

namespace rapport::text {

namespace {

/// The character that begins at `at`, which moves past it; negative where the bytes are not valid.
UChar32 characterAfter(std::string_view utf8, std::size_t& at) {
    const auto* const window = reinterpret_cast<const std::uint8_t*>(utf8.data() + at);
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(utf8.size() - at, 4));
    std::int32_t next = 0;
    UChar32 character = 0;
    U8_NEXT(window, next, length, character);
    at += static_cast<std::size_t>(next);
    return character;
}

/// The character that ends at `at` > 0, which moves to its beginning.
UChar32 characterBefore(std::string_view utf8, std::size_t& at) {
    do {
        --at;
    } while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80);
    std::size_t end = at;
    return characterAfter(utf8, end);
}

bool isSpace(UChar32 character) {
    return character >= 0 && u_isUWhiteSpace(character) != 0;
}

bool isLineBreak(UChar32 character) {
    return character == '\n' || character == '\r' || character == 0x85 || character == 0x2028 ||
           character == 0x2029;
}

bool isWordCharacter(UChar32 character) {
    return character >= 0 && (u_isalnum(character) != 0 || u_charType(character) == U_NON_SPACING_MARK);
}

icu::BreakIterator& graphemeIterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::BreakIterator>(
            icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    }();
    return *iterator;
}

/// Kept for the language asked for last: a study has one or two.
icu::BreakIterator& sentenceIterator(std::string_view language) {
    thread_local std::unique_ptr<icu::BreakIterator> iterator;
    thread_local std::string current;
    if (!iterator || current != language) {
        current = language;
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createSentenceInstance(icu::Locale(current.c_str()), status));
    }
    return *iterator;
}

/// Counts code points along rising byte positions.
class RisingCounter {
public:
    explicit RisingCounter(std::string_view utf8)
        : m_utf8(utf8) {}

    CodePoints at(std::size_t byte) {
        m_count += countCodePoints(m_utf8.substr(m_byte, byte - m_byte));
        m_byte = byte;
        return CodePoints(m_count);
    }

private:
    std::string_view m_utf8;
    std::size_t m_byte = 0;
    std::int64_t m_count = 0;
};

std::size_t byteAt(std::string_view utf8, CodePoints position) {
    return slice(utf8, TextRange{CodePoints(0), position}).size();
}

/// ICU's sentence ends are taken back where the full stop before them belongs to an abbreviation or an
/// initial.
bool isAfterAbbreviation(std::string_view utf8, std::size_t boundary, bool isEnglish) {
    std::size_t at = boundary;
    UChar32 character = 0;
    do {
        if (at == 0)
            return false;
        character = characterBefore(utf8, at);
        if (isLineBreak(character))
            return false;
    } while (isSpace(character));
    if (character != '.')
        return false;
    const std::size_t wordEnd = at;
    std::size_t wordBegin = at;
    while (at > 0) {
        if (!isWordCharacter(characterBefore(utf8, at)))
            break;
        wordBegin = at;
    }
    const std::string_view word = utf8.substr(wordBegin, wordEnd - wordBegin);
    if (word.empty() || (isEnglish && word == "I"))
        return false;
    std::size_t next = 0;
    const UChar32 first = characterAfter(word, next);
    const bool isInitial = next == word.size() && first >= 0 && u_isalpha(first) != 0;
    const std::string folded = fold(word);
    if (isInitial || detail::isAbbreviation(folded))
        return true;
    std::size_t behind = boundary;
    const UChar32 following = behind < utf8.size() ? characterAfter(utf8, behind) : 0;
    return following > 0 && u_isdigit(following) != 0 && detail::isAbbreviationBeforeNumber(folded);
}

/// ... and where a quoted question is followed in lower case: "Really?" she said.
bool isInsideQuotation(std::string_view utf8, std::size_t boundary) {
    std::size_t after = boundary;
    const UChar32 next = characterAfter(utf8, after);
    if (next < 0 || u_islower(next) == 0)
        return false;
    std::size_t at = boundary;
    bool isClosed = false;
    while (at > 0) {
        const UChar32 character = characterBefore(utf8, at);
        if (isLineBreak(character))
            return false;
        if (character == '?' || character == '!')
            return isClosed;
        if (character == '"' || character == '\'' || character == ')' || character == ']' ||
            character == 0xBB || character == 0x2019 || character == 0x201D)
            isClosed = true;
        else if (!isSpace(character))
            return false;
    }
    return false;
}

/// "ouders.Daarna": at the full stop, two letters before it (the last in lower case), a capital and a small
/// letter after it.
bool isForgottenSpace(std::string_view utf8, std::size_t fullStop) {
    std::size_t before = fullStop;
    if (before == 0)
        return false;
    const UChar32 last = characterBefore(utf8, before);
    if (last < 0 || u_islower(last) == 0 || before == 0)
        return false;
    const std::size_t lastBegin = before;
    const UChar32 secondLast = characterBefore(utf8, before);
    if (secondLast < 0 || u_isalpha(secondLast) == 0)
        return false;
    std::size_t after = fullStop + 1;
    if (after >= utf8.size())
        return false;
    const UChar32 capital = characterAfter(utf8, after);
    if (capital < 0 || u_isupper(capital) == 0 || after >= utf8.size())
        return false;
    const UChar32 small = characterAfter(utf8, after);
    if (small < 0 || u_islower(small) == 0)
        return false;
    std::size_t wordBegin = lastBegin;
    for (std::size_t at = lastBegin; at > 0 && isWordCharacter(characterBefore(utf8, at));)
        wordBegin = at;
    return !detail::isAbbreviation(fold(utf8.substr(wordBegin, fullStop - wordBegin)));
}

/// Byte positions where a sentence ends, rising; the last is the text's end.
std::vector<std::size_t> sentenceEnds(std::string_view utf8, std::string_view language) {
    const bool isEnglish = language.substr(0, 2) == "en";
    std::vector<std::size_t> ends;
    detail::forEachStretch(
        sentenceIterator(language), utf8, [&](std::size_t begin, std::size_t end, std::int32_t) {
            for (std::size_t stop = utf8.find('.', begin); stop < end; stop = utf8.find('.', stop + 1)) {
                if (isForgottenSpace(utf8, stop))
                    ends.push_back(stop + 1);
            }
            if (end == utf8.size() ||
                (!isAfterAbbreviation(utf8, end, isEnglish) && !isInsideQuotation(utf8, end)))
                ends.push_back(end);
        });
    return ends;
}

} // namespace

std::vector<TextRange> words(std::string_view utf8) {
    std::vector<TextRange> found;
    RisingCounter counter(utf8);
    detail::forEachStretch(detail::wordIterator(), utf8,
                           [&](std::size_t begin, std::size_t end, std::int32_t status) {
                               if (status < UBRK_WORD_NUMBER)
                                   return;
                               const CodePoints first = counter.at(begin);
                               found.push_back({first, counter.at(end)});
                           });
    return found;
}

std::int64_t countWords(std::string_view utf8) {
    std::int64_t count = 0;
    detail::forEachStretch(detail::wordIterator(), utf8, [&](std::size_t, std::size_t, std::int32_t status) {
        if (status >= UBRK_WORD_NUMBER)
            ++count;
    });
    return count;
}

std::vector<TextRange> sentences(std::string_view utf8, std::string_view language) {
    std::vector<TextRange> found;
    RisingCounter counter(utf8);
    std::size_t begin = 0;
    for (const std::size_t end : sentenceEnds(utf8, language)) {
        const std::string_view sentence = trim(utf8.substr(begin, end - begin));
        begin = end;
        if (sentence.empty())
            continue;
        const auto first = static_cast<std::size_t>(sentence.data() - utf8.data());
        const CodePoints from = counter.at(first);
        found.push_back({from, counter.at(first + sentence.size())});
    }
    return found;
}

TextRange wordAt(std::string_view utf8, CodePoints position) {
    TextRange touched{position, position};
    for (const TextRange& word : words(utf8)) {
        if (word.contains(position))
            return word;
        if (word.end == position)
            touched = word;
        if (position < word.begin)
            break;
    }
    return touched;
}

TextRange sentenceAt(std::string_view utf8, std::string_view language, CodePoints position) {
    TextRange touched{position, position};
    for (const TextRange& sentence : sentences(utf8, language)) {
        if (sentence.contains(position))
            return sentence;
        if (sentence.end == position)
            touched = sentence;
        if (position < sentence.begin)
            break;
    }
    return touched;
}

CodePoints nextGrapheme(std::string_view utf8, CodePoints position) {
    const std::size_t from = byteAt(utf8, position);
    std::size_t to = utf8.size();
    // A cluster never reaches over a line feed, so that the line alone need be looked at.
    const std::size_t lineBegin = from == 0 ? 0 : utf8.rfind('\n', from - 1) + 1; // npos + 1 is 0
    std::size_t lineEnd = utf8.find('\n', from);
    lineEnd = lineEnd == std::string_view::npos ? utf8.size() : lineEnd + 1;
    bool isFound = false;
    detail::forEachStretch(graphemeIterator(), utf8.substr(lineBegin, lineEnd - lineBegin),
                           [&](std::size_t, std::size_t end, std::int32_t) {
                               if (!isFound && lineBegin + end > from) {
                                   to = lineBegin + end;
                                   isFound = true;
                               }
                           });
    return CodePoints(countCodePoints(utf8.substr(0, to)));
}

CodePoints previousGrapheme(std::string_view utf8, CodePoints position) {
    const std::size_t from = byteAt(utf8, position);
    if (from == 0)
        return CodePoints(0);
    // The line that holds the character before `from`, with the \r that may stand before its own line feed.
    const std::size_t lineBegin = from < 2 ? 0 : utf8.rfind('\n', from - 2) + 1;
    std::size_t lineEnd = utf8.find('\n', from - 1);
    lineEnd = lineEnd == std::string_view::npos ? utf8.size() : lineEnd + 1;
    std::size_t to = lineBegin;
    detail::forEachStretch(graphemeIterator(), utf8.substr(lineBegin, lineEnd - lineBegin),
                           [&](std::size_t begin, std::size_t, std::int32_t) {
                               if (lineBegin + begin < from)
                                   to = lineBegin + begin;
                           });
    return CodePoints(countCodePoints(utf8.substr(0, to)));
}

} // namespace rapport::text
