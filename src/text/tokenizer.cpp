// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokenizer.h"

#include "text/fold.h"
#include "text/icu_break.h"
#include "text/token_links.h"
#include "text/tokenizer_paths.h"
#include "text/utf8.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unicode/uversion.h>

#include <array>
#include <bit>
#include <cstring>
#include <numeric>

namespace rapport::text {

namespace {

using detail::Character;
using detail::characterAt;

/// Raise it with every change of the rules below, and of those in token_links.cpp.
constexpr int rulesVersion = 2;

bool isIgnorable(UChar32 character) {
    switch (u_getIntPropertyValue(character, UCHAR_WORD_BREAK)) {
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
        return true;
    default:
        return false;
    }
}

/// Holds letters or digits together from between them, and is no part of a word at its ends.
bool isMark(UChar32 character) {
    switch (u_getIntPropertyValue(character, UCHAR_WORD_BREAK)) {
    case U_WB_MIDLETTER:
    case U_WB_MIDNUM:
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
    case U_WB_DOUBLE_QUOTE:
        return true;
    default:
        return false;
    }
}

Utf8Range byteRange(std::size_t begin, std::size_t end) {
    return {Utf8Bytes(static_cast<std::int64_t>(begin)), Utf8Bytes(static_cast<std::int64_t>(end))};
}

// ------------------------------------------------------------------------------------------ splitting

/// ICU 72 gives no word status to a word that ends in a connector and something ignorable.
bool hasWordCharacter(std::string_view stretch) {
    for (std::size_t at = 0; at < stretch.size();) {
        const Character character = characterAt(stretch, at);
        if (character.value >= 0 && u_isalnum(character.value) != 0)
            return true;
        at += character.bytes;
    }
    return false;
}

enum class Joint { None, Always, UnlessDigits };

/// Where a stretch that UAX #29 holds together is split all the same.
Joint jointAt(UChar32 character) {
    if (character == ':' || character == '@')
        return Joint::Always;
    if (character == '.' || character == 0x202F || u_charType(character) == U_CONNECTOR_PUNCTUATION)
        return Joint::UnlessDigits;
    return Joint::None;
}

/// Splits one stretch of ICU's into tokens.
class StretchSplitter {
public:
    StretchSplitter(std::string_view utf8, std::vector<Token>& tokens)
        : m_utf8(utf8)
        , m_tokens(tokens) {}

    void split(std::size_t begin, std::size_t end) {
        // A piece runs from its first character that counts to its last one, with what is ignorable behind
        // it. Joints and marks between letters do not count; ICU takes @ for a letter, so that they can stand
        // at a piece's ends.
        constexpr std::size_t none = std::string_view::npos;
        std::size_t pieceBegin = none;
        std::size_t pieceEnd = begin;
        UChar32 before = -1; // last character that is not ignorable, in this piece
        bool isBehindMark = true;
        for (std::size_t at = begin; at < end;) {
            const Character character = characterAt(m_utf8, at);
            const std::size_t after = at + character.bytes;
            if (isIgnorable(character.value)) {
                if (!isBehindMark)
                    pieceEnd = after;
                at = after;
                continue;
            }
            const Joint joint = jointAt(character.value);
            if (joint == Joint::Always ||
                (joint == Joint::UnlessDigits &&
                 !(before >= 0 && u_isdigit(before) != 0 && isDigitNext(after, end)))) {
                if (pieceBegin != none)
                    add(pieceBegin, pieceEnd);
                pieceBegin = none;
                before = -1;
                isBehindMark = true;
            } else {
                before = character.value;
                isBehindMark = isMark(character.value);
                if (!isBehindMark) {
                    pieceBegin = pieceBegin == none ? at : pieceBegin;
                    pieceEnd = after;
                }
            }
            at = after;
        }
        if (pieceBegin != none)
            add(pieceBegin, pieceEnd);
    }

private:
    bool isDigitNext(std::size_t at, std::size_t end) const {
        while (at < end) {
            const Character character = characterAt(m_utf8, at);
            if (!isIgnorable(character.value))
                return u_isdigit(character.value) != 0;
            at += character.bytes;
        }
        return false;
    }

    void add(std::size_t begin, std::size_t end) {
        Token token;
        token.folded = fold(m_utf8.substr(begin, end - begin));
        if (token.folded.empty())
            return;
        m_codePoints += countCodePoints(m_utf8.substr(m_counted, begin - m_counted));
        const std::int64_t first = m_codePoints;
        m_codePoints += countCodePoints(m_utf8.substr(begin, end - begin));
        m_counted = end;
        token.range = textRange(first, m_codePoints);
        token.bytes = byteRange(begin, end);
        token.position = static_cast<std::uint32_t>(m_tokens.size());
        m_tokens.push_back(std::move(token));
    }

    std::string_view m_utf8;
    std::vector<Token>& m_tokens;
    std::size_t m_counted = 0; ///< bytes up to here hold m_codePoints code points
    std::int64_t m_codePoints = 0;
};

// ------------------------------------------------------------------------------------------ tables

enum class Class : std::uint8_t { Other, Letter, Digit, Apostrophe, DigitJoint, Ignorable, Unknown };

/// What the fast path knows about the characters below U+0250.
class LatinTable {
public:
    static constexpr UChar32 limit = 0x250;

    LatinTable() {
        for (UChar32 character = 0; character < limit; ++character) {
            Entry& entry = m_entries[static_cast<std::size_t>(character)];
            entry.kind = classOf(character);
            std::string encoded;
            appendCodePoint(encoded, static_cast<char32_t>(character));
            const std::string folded = fold(encoded);
            if (folded.size() > entry.folded.size()) {
                entry.kind = Class::Unknown;
                continue;
            }
            std::copy(folded.begin(), folded.end(), entry.folded.begin());
            entry.length = static_cast<std::uint8_t>(folded.size());
        }
    }

    struct Entry {
        Class kind = Class::Other;
        std::uint8_t length = 0;
        std::array<char, 6> folded{};
    };

    [[nodiscard]] const Entry& at(UChar32 character) const {
        return m_entries[static_cast<std::size_t>(character)];
    }

private:
    static Class classOf(UChar32 character) {
        switch (character) {
        case '.':
        case '_':
        case ',':
        case ';':
            return Class::DigitJoint;
        case ':': // split in any case
        case '@':
            return Class::Other;
        default:
            break;
        }
        switch (u_getIntPropertyValue(character, UCHAR_WORD_BREAK)) {
        case U_WB_ALETTER:
            return Class::Letter;
        case U_WB_NUMERIC:
            return Class::Digit;
        case U_WB_SINGLE_QUOTE:
            return Class::Apostrophe;
        case U_WB_FORMAT:
            return Class::Ignorable;
        case U_WB_OTHER:
        case U_WB_CR:
        case U_WB_LF:
        case U_WB_NEWLINE:
        case U_WB_WSEGSPACE:
        case U_WB_DOUBLE_QUOTE:
            return Class::Other;
        default:
            return Class::Unknown;
        }
    }

    std::array<Entry, limit> m_entries{};
};

const LatinTable& latinTable() {
    static const LatinTable table;
    return table;
}

/// Dashes, quotation marks, bullets, the ellipsis and the euro sign; anything else is for ICU.
Class classBeyondLatin(UChar32 character) {
    if (character == 0x2018 || character == 0x2019)
        return Class::Apostrophe;
    const bool isPunctuation =
        character >= 0x2010 && character <= 0x2026 && character != 0x2024; // U+2024 joins letters
    return isPunctuation || character == 0x20AC ? Class::Other : Class::Unknown;
}

class TableTokenizer {
public:
    explicit TableTokenizer(std::string_view utf8)
        : m_utf8(utf8)
        , m_table(latinTable()) {}

    /// False where the text has a character that the tables do not know. `gapped`: see complete().
    bool run(std::vector<Token>& tokens, std::vector<std::uint32_t>& gapped) {
        tokens.reserve(m_utf8.size() / 6 + 1);
        while (true) {
            takePlainWords(tokens, gapped);
            advance();
            if (m_bytes == 0)
                return true;
            if (m_kind == Class::Unknown)
                return false;
            if (m_kind == Class::Letter || m_kind == Class::Digit) {
                gapped.push_back(static_cast<std::uint32_t>(tokens.size()));
                tokens.push_back(word());
                tokens.back().position = gapped.back();
            } else {
                step();
            }
        }
    }

private:
    /// Looks at the character at m_at; m_bytes is 0 at the end.
    void advance() {
        if (m_at >= m_utf8.size()) {
            m_bytes = 0;
            m_kind = Class::Other;
            return;
        }
        const Character character = characterAt(m_utf8, m_at);
        m_bytes = character.bytes;
        m_value = character.value;
        m_kind = classAt(character.value);
    }
    void step() {
        m_at += m_bytes;
        ++m_codePoint;
        advance();
    }
    Class classAt(UChar32 character) const {
        if (character < 0)
            return Class::Unknown;
        return character < LatinTable::limit ? m_table.at(character).kind : classBeyondLatin(character);
    }
    /// The class of the next character that counts, after the present one.
    Class classAhead() const {
        for (std::size_t at = m_at + m_bytes; at < m_utf8.size();) {
            const Character character = characterAt(m_utf8, at);
            const Class kind = classAt(character.value);
            if (kind != Class::Ignorable)
                return kind;
            at += character.bytes;
        }
        return Class::Other;
    }

    static bool isPlainLetter(char byte) {
        const auto lower = static_cast<unsigned char>(byte | 0x20);
        return lower >= 'a' && lower <= 'z';
    }

    /// What ends a word of plain letters without a look at what comes behind.
    static bool endsPlainWord(char byte) {
        return byte == ' ' || byte == '.' || byte == ',' || byte == '\n' || byte == '-' || byte == '?' ||
               byte == '!' || byte == ')' || byte == ';';
    }

    /// Letters from `at` on, in lower case into `folded`, eight at a time where there are eight bytes left to
    /// read (SOURCE: Lamport 1975, "Multiple byte processing with full-word instructions"). The number.
    std::size_t readPlainLetters(std::size_t at, std::array<char, 64>& folded) const {
        constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
        constexpr std::uint64_t highs = ones * 0x80U;
        std::size_t count = 0;
        while (count + 8 <= folded.size() && at + count + 8 <= m_utf8.size()) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, m_utf8.data() + at + count, 8);
            const std::uint64_t lower = bytes | (ones * 0x20U);
            const std::uint64_t low = lower & ~highs;
            // The high bit of each byte: 'a' or above, not above 'z', and ASCII.
            const std::uint64_t letters =
                (low + ones * (0x80U - 'a')) & ~(low + ones * (0x7FU - 'z')) & ~bytes & highs;
            std::memcpy(folded.data() + count, &lower, 8);
            if (letters != highs) {
                const std::uint64_t others = ~letters & highs;
                const int zeros = std::endian::native == std::endian::little ? std::countr_zero(others)
                                                                             : std::countl_zero(others);
                return count + static_cast<std::size_t>(zeros) / 8;
            }
            count += 8;
        }
        while (count < folded.size() && at + count < m_utf8.size() && isPlainLetter(m_utf8[at + count])) {
            folded[count] = static_cast<char>(m_utf8[at + count] | 0x20);
            ++count;
        }
        return count;
    }

    /// A token of this word: a short one without a call and a loop, by pieces as large as they were written
    /// (a larger one would wait for them).
    static void addWord(std::vector<Token>& tokens, const std::array<char, 64>& bytes, std::size_t count) {
        constexpr std::size_t inPlace = 15;
        if (count > inPlace) {
            tokens.emplace_back(std::string(bytes.data(), count));
            return;
        }
        // Moving a string would copy its letters by a call, a quarter of all the time that is spent here.
        std::string& to = tokens.emplace_back(Token::InPlace{}).folded;
        std::memcpy(to.data(), bytes.data(), 8);
        std::memcpy(to.data() + 8, bytes.data() + 8, inPlace - 8);
        to.resize(count);
    }

    /// Most of most texts: words of plain letters with blanks and full stops between them. Stops before
    /// whatever wants a closer look.
    void takePlainWords(std::vector<Token>& tokens, std::vector<std::uint32_t>& gapped) {
        std::array<char, 64> folded{};
        const std::size_t size = m_utf8.size();
        std::size_t at = m_at;
        // Of plain characters: as many bytes as code points.
        const std::int64_t ahead = m_codePoint - static_cast<std::int64_t>(m_at);
        std::size_t blankedEnd = size; // of a word with one blank behind it
        while (at < size) {
            if (endsPlainWord(m_utf8[at])) {
                ++at;
                continue;
            }
            const std::size_t count = readPlainLetters(at, folded);
            const std::size_t end = at + count;
            if (count == 0 || count == folded.size() || (end < size && !endsPlainWord(m_utf8[end])))
                break;
            const auto position = static_cast<std::uint32_t>(tokens.size());
            if (at != blankedEnd)
                gapped.push_back(position);
            addWord(tokens, folded, count);
            Token& token = tokens.back();
            token.position = position;
            const auto begin = static_cast<std::int64_t>(at);
            token.bytes = byteRange(at, end);
            token.range = textRange(begin + ahead, static_cast<std::int64_t>(end) + ahead);
            at = end;
            if (at < size && m_utf8[at] == ' ')
                blankedEnd = ++at;
        }
        m_at = at;
        m_codePoint = static_cast<std::int64_t>(at) + ahead;
    }

    /// A run of plain letters at once. Leaves m_at behind it.
    void takeAsciiLetters(std::string& folded) {
        std::size_t end = m_at;
        while (end < m_utf8.size() && isPlainLetter(m_utf8[end]))
            ++end;
        const std::size_t had = folded.size();
        folded.resize(had + (end - m_at));
        for (std::size_t at = m_at; at < end; ++at)
            folded[had + (at - m_at)] = static_cast<char>(m_utf8[at] | 0x20);
        m_codePoint += static_cast<std::int64_t>(end - m_at);
        m_at = end;
        advance();
    }

    Token word() {
        Token token;
        const std::size_t begin = m_at;
        const std::int64_t first = m_codePoint;
        Class before = Class::Other;
        for (;; step()) {
            if (m_kind == Class::Letter && m_value < 0x80) {
                takeAsciiLetters(token.folded);
                before = Class::Letter;
            }
            if (m_kind == Class::Letter || m_kind == Class::Digit) {
                const LatinTable::Entry& entry = m_table.at(m_value);
                token.folded.append(entry.folded.data(), entry.length);
                before = m_kind;
            } else if (m_kind == Class::Apostrophe && classAhead() == before) {
                token.folded.push_back('\'');
            } else if (m_kind == Class::DigitJoint && before == Class::Digit &&
                       classAhead() == Class::Digit) {
                token.folded.push_back(static_cast<char>(m_value));
            } else if (m_kind != Class::Ignorable || m_bytes == 0) {
                break;
            }
        }
        token.range = textRange(first, m_codePoint);
        token.bytes = byteRange(begin, m_at);
        return token;
    }

    std::string_view m_utf8;
    const LatinTable& m_table;
    std::size_t m_at = 0;
    std::size_t m_bytes = 0;
    UChar32 m_value = 0;
    Class m_kind = Class::Other;
    std::int64_t m_codePoint = 0;
};

} // namespace

namespace detail {

icu::BreakIterator& wordIterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::BreakIterator>(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    }();
    return *iterator;
}

std::vector<Token> tokenizeByIcu(std::string_view utf8) {
    std::vector<Token> tokens;
    StretchSplitter splitter(utf8, tokens);
    forEachStretch(wordIterator(), utf8, [&](std::size_t begin, std::size_t end, std::int32_t status) {
        if (status >= UBRK_WORD_NUMBER || hasWordCharacter(utf8.substr(begin, end - begin)))
            splitter.split(begin, end);
    });
    std::vector<std::uint32_t> all(tokens.size());
    std::iota(all.begin(), all.end(), 0U);
    completeTokens(tokens, all, utf8);
    return tokens;
}

std::optional<std::vector<Token>> tokenizeByTables(std::string_view utf8) {
    std::vector<Token> tokens;
    std::vector<std::uint32_t> gapped;
    if (!TableTokenizer(utf8).run(tokens, gapped))
        return std::nullopt;
    completeTokens(tokens, gapped, utf8);
    return tokens;
}

} // namespace detail

void tokenize(std::string_view utf8, std::vector<Token>& tokens) {
    thread_local std::vector<std::uint32_t> gapped;
    gapped.clear();
    tokens.clear();
    if (TableTokenizer(utf8).run(tokens, gapped))
        detail::completeTokens(tokens, gapped, utf8);
    else
        tokens = detail::tokenizeByIcu(utf8);
}

std::vector<Token> tokenize(std::string_view utf8) {
    std::vector<Token> tokens;
    tokenize(utf8, tokens);
    return tokens;
}

std::string tokenizerFingerprint() {
    UVersionInfo version{};
    u_getVersion(version);
    std::array<char, U_MAX_VERSION_STRING_LENGTH> icu{};
    u_versionToString(version, icu.data());
    return "rules " + std::to_string(rulesVersion) + ", ICU " + icu.data();
}

} // namespace rapport::text
