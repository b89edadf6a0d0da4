// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pseudonyms.h"

#include "base/format.h"
#include "exchange/csv.h"
#include "exchange/table_shape.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

bool isWordLetter(char32_t letter) {
    return (letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z') ||
           (letter >= U'0' && letter <= U'9') ||
           (letter >= 0xC0 && letter != 0xD7 && letter != 0xF7 && letter < 0x2000) || letter >= 0x2C00;
}

/// Inside a word or between words nobody sees them: soft hyphens, joiners, blanks without width.
bool isUnseen(char32_t letter) {
    return letter == 0xAD || (letter >= 0x200B && letter <= 0x200F) || letter == 0x2060 || letter == 0xFEFF;
}

/// Small letters of Latin script; enough to know a name again at the beginning of a sentence or in capitals.
char32_t small(char32_t letter) {
    if ((letter >= U'A' && letter <= U'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7))
        return letter + 0x20;
    if (letter >= 0x100 && letter <= 0x137)
        return letter | 1U;
    if ((letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E))
        return letter % 2 == 1 ? letter + 1 : letter;
    if (letter >= 0x14A && letter <= 0x177)
        return letter | 1U;
    return letter;
}

/// Whether it may be letters of a name in another shape: "Ａ", "𝐀", "ﬁ", "Ĳ", "ạ". What stands behind a word
/// (™, ², ⁵) is none.
bool hasOtherShape(char32_t letter) {
    return letter == 0x132 || letter == 0x133 || letter == 0x17F || (letter >= 0x1C4 && letter <= 0x1F3) ||
           (letter >= 0x1E00 && letter < 0x2000) ||
           (letter >= 0x2100 && letter < 0x2150 && (letter < 0x2120 || letter > 0x2122)) ||
           (letter >= 0x24B6 && letter < 0x24EA) || (letter >= 0xFB00 && letter <= 0xFB06) ||
           (letter >= 0xFF10 && letter <= 0xFF5A) || (letter >= 0x1D400 && letter <= 0x1D7FF) ||
           (letter >= 0x1F130 && letter < 0x1F16A);
}

/// A small letter without its accent, of the scripts that `small` knows. 0 for a mark that stands alone.
char32_t bare(char32_t letter) {
    // U+00E0 to U+00FF, then U+0100 to U+017F; a blank keeps the letter as it is.
    static constexpr std::string_view latin1 = "aaaaaa ceeeeiiii nooooo ouuuuy y";
    static constexpr std::string_view extended = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkk "
                                                 "llllllllllnnnnnnn  oooooo  rrrrrrssssssssttttttuuuuuuuuuuuu"
                                                 "wwyyyzzzzzzs";
    static_assert(latin1.size() == 32 && extended.size() == 128);
    if (letter >= 0x300 && letter <= 0x36F)
        return 0;
    char plain = ' ';
    if (letter >= 0xE0 && letter <= 0xFF)
        plain = latin1[letter - 0xE0];
    else if (letter >= 0x100 && letter <= 0x17F)
        plain = extended[letter - 0x100];
    return plain == ' ' ? letter : static_cast<char32_t>(plain);
}

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string exact;  ///< small letters
    std::string folded; ///< without accents too
    bool isCapital = false;
};

constexpr std::size_t shortestStem = 3;
constexpr std::size_t widestGap = 3; // bytes between the words of a name

/// "Zoes" of "Zoe" and "Verhulsts" of "Verhulst", where it begins with a capital: else it is any word. The
/// name without its s; empty if it is no such form.
std::string_view stemOf(const Word& word) {
    if (!word.isCapital || word.folded.size() <= shortestStem || word.folded.back() != 's')
        return {};
    return std::string_view(word.folded).substr(0, word.folded.size() - 1);
}

/// The word at or after `at`; false at the end.
bool nextWord(std::string_view text, std::size_t& at, Word& word) {
    word.folded.clear();
    word.exact.clear();
    bool isDecomposed = false;
    const auto add = [&](char32_t letter) {
        const char32_t low = small(letter);
        if (word.exact.empty())
            word.isCapital = low != letter;
        text::appendCodePoint(word.exact, low);
        const char32_t plain = bare(low);
        isDecomposed = isDecomposed || plain == 0;
        if (plain != 0)
            text::appendCodePoint(word.folded, plain);
    };
    while (at < text.size()) {
        const std::size_t begin = at;
        const char32_t letter = text::readCodePoint(text, at);
        if (isUnseen(letter))
            continue;
        const bool isOther = hasOtherShape(letter);
        const std::u32string letters = isOther ? text::plainShape(letter) : std::u32string();
        if (isOther ? !std::all_of(letters.begin(), letters.end(), isWordLetter) : !isWordLetter(letter)) {
            if (!word.exact.empty())
                break;
            continue;
        }
        word.end = at;
        if (word.exact.empty())
            word.begin = begin;
        if (!isOther)
            add(letter);
        else
            std::for_each(letters.begin(), letters.end(), add);
    }
    if (isDecomposed)
        word.exact = text::composed(word.exact);
    return !word.exact.empty();
}

/// Bytes between two words that can be seen.
std::size_t gapBetween(std::string_view text, const Word& word, std::size_t end) {
    std::size_t seen = 0;
    for (std::size_t at = end; at < word.begin;) {
        const std::size_t begin = at;
        seen += isUnseen(text::readCodePoint(text, at)) ? 0 : at - begin;
    }
    return seen;
}

std::vector<Word> wordsOf(std::string_view text) {
    std::vector<Word> words;
    Word word{};
    for (std::size_t at = 0; nextWord(text, at, word);)
        words.push_back(word);
    return words;
}

} // namespace

base::Result<Pseudonyms> Pseudonyms::fromPairs(const std::vector<std::pair<std::string, std::string>>& pairs,
                                               const std::string& fileName) {
    Pseudonyms made;
    std::size_t line = 0;
    for (const auto& [name, replacement] : pairs) {
        ++line;
        const Place place{fileName, line, 0, {}};
        std::vector<std::string> words;
        std::vector<std::string> exact;
        for (Word& word : wordsOf(name)) {
            words.push_back(std::move(word.folded));
            exact.push_back(std::move(word.exact));
        }
        if (words.empty() || words.front().empty())
            return base::fail(Errc::InvalidArgument, place, "a name without letters cannot be replaced");
        auto& same = made.m_byFirstWord[words.front()];
        const auto known =
            std::find_if(same.begin(), same.end(), [&](const Name& each) { return each.exact == exact; });
        if (known != same.end()) {
            if (known->replacement != replacement)
                return base::fail(Errc::InvalidArgument, place,
                                  base::said("'{}' is listed twice with different replacements", name));
            continue;
        }
        same.push_back({std::move(words), std::move(exact), std::string(text::trim(replacement))});
        ++made.m_count;
        for (const Word& word : wordsOf(name)) {
            if (word.isCapital && word.folded.size() >= shortestStem) {
                made.m_singleWords.insert(word.folded);
                made.m_longestSingle = std::max(made.m_longestSingle, word.folded.size());
            }
        }
    }
    for (auto& [first, names] : made.m_byFirstWord)
        std::stable_sort(names.begin(), names.end(),
                         [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); });
    line = 0;
    for (const auto& [name, replacement] : pairs) {
        ++line;
        if (made.isIn(replacement))
            return base::fail(Errc::InvalidArgument, Place{fileName, line, 0, {}},
                              base::said("the replacement '{}' holds a listed name", replacement),
                              "choose one that names nobody on the list");
    }
    return made;
}

base::Result<std::vector<std::pair<std::string, std::string>>>
Pseudonyms::readPairs(std::string_view bytes, const std::string& fileName) {
    ReadOptions options;
    options.headerRows = 1;
    RAPPORT_ASSIGN(const text::Decoded decoded, text::decode(bytes, fileName));
    // A header of its own, so that the first line may be a pair.
    const std::string_view first = std::string_view(decoded.text).substr(0, decoded.text.find('\n'));
    const char sign = first.find('\t') != std::string_view::npos  ? '\t'
                      : first.find(';') != std::string_view::npos ? ';'
                                                                  : ',';
    options.separator = sign;
    const std::string table = std::string("name") + sign + "replacement\n" + decoded.text;
    RAPPORT_ASSIGN(const Records records, readCsv(table, fileName, options, {}));
    const Table& rows = std::get<Table>(records);
    if (!rows.problems.empty())
        return base::fail(Errc::Unreadable, Place{fileName, rows.problems.front().line - 1, 0, {}},
                          "a line must hold a name and its replacement",
                          "for instance: Anna Peeters,Teacher 1");
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Row& row : rows.rows) {
        std::string head(text::trim(row.cells[0]));
        std::transform(head.begin(), head.end(), head.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        });
        const bool isHeader = pairs.empty() && (head == "name" || head == "naam" || head == "names");
        if (!isHeader)
            pairs.emplace_back(text::trim(row.cells[0]), text::trim(row.cells[1]));
    }
    return pairs;
}

base::Result<Pseudonyms> Pseudonyms::read(std::string_view bytes, const std::string& fileName) {
    RAPPORT_ASSIGN(const auto pairs, readPairs(bytes, fileName));
    return fromPairs(pairs, fileName);
}

template<typename Visit>
void Pseudonyms::eachMatch(std::string_view text, const Visit& visit) const {
    Word word{};
    Word following{};
    for (std::size_t at = 0; nextWord(text, at, word);) {
        const Name* best = nullptr;
        bool isBestExact = false;
        bool isBestGenitive = false;
        std::size_t bestEnd = 0;  // of the name itself
        std::size_t bestNext = 0; // behind the last word
        const auto look = [&](std::string_view first) {
            const auto names = m_byFirstWord.find(std::string(first));
            if (names == m_byFirstWord.end())
                return;
            for (const Name& name : names->second) {
                if (best != nullptr && best->words.size() > name.words.size())
                    break;
                std::size_t next = at;
                std::size_t end = word.end;
                bool isExact = word.exact == name.exact.front();
                bool isGenitive = first.size() < word.folded.size();
                bool isMatch = !isGenitive || name.words.size() == 1;
                for (std::size_t index = 1; index < name.words.size() && isMatch; ++index) {
                    const bool isLast = index + 1 == name.words.size();
                    isMatch =
                        nextWord(text, next, following) && gapBetween(text, following, end) <= widestGap;
                    if (!isMatch)
                        break;
                    isGenitive = following.folded != name.words[index];
                    isMatch = !isGenitive || (isLast && stemOf(following) == name.words[index]);
                    isExact = isExact && following.exact == name.exact[index];
                    end = following.end;
                }
                if (!isMatch || (best != nullptr && (isBestExact || !isExact)))
                    continue;
                best = &name;
                isBestExact = isExact;
                isBestGenitive = isGenitive;
                bestNext = std::max(at, end);
                bestEnd = isGenitive ? end - 1 : end;
            }
        };
        look(word.folded);
        if (const std::string_view stem = stemOf(word); best == nullptr && !stem.empty())
            look(stem);
        if (best == nullptr)
            continue;
        if (!visit(Match{word.begin, bestEnd, &best->replacement, isBestGenitive, isBestExact}))
            return;
        at = bestNext;
    }
}

std::string Pseudonyms::apply(std::string_view text, std::int64_t* replaced) const {
    std::string made;
    std::size_t done = 0;
    eachMatch(text, [&](const Match& match) {
        made += text.substr(done, match.begin - done);
        made += *match.replacement;
        // "Zoes" becomes "Pupil A's": the s of the genitive stays.
        if (match.isGenitive && !match.replacement->empty() && match.replacement->back() >= '0' &&
            match.replacement->back() <= '9')
            made += '\'';
        done = match.end;
        if (replaced != nullptr)
            ++*replaced;
        return true;
    });
    made += text.substr(done);
    return made;
}

bool Pseudonyms::isIn(std::string_view text) const {
    bool found = false;
    eachMatch(text, [&found](const Match&) {
        found = true;
        return false;
    });
    return found;
}

void Pseudonyms::wordsAround(std::string_view text, std::map<std::string, std::int64_t>& words) const {
    constexpr std::size_t surely = 5; // letters of a name that is looked for inside words too
    Word word{};
    for (std::size_t at = 0; nextWord(text, at, word);) {
        if (m_byFirstWord.contains(word.folded))
            continue;
        bool isAround = false;
        for (std::size_t length = shortestStem; length < word.folded.size() && !isAround; ++length)
            isAround = word.isCapital && m_singleWords.contains(word.folded.substr(0, length));
        for (std::size_t begin = 0; begin + surely <= word.folded.size() && !isAround; ++begin) {
            const std::size_t most = std::min(m_longestSingle, word.folded.size() - begin);
            for (std::size_t length = surely; length <= most && !isAround; ++length)
                isAround = m_singleWords.contains(word.folded.substr(begin, length));
        }
        if (isAround)
            ++words[std::string(text.substr(word.begin, word.end - word.begin))];
    }
}

namespace {

/// Whether these few letters are a word, not bytes that happen to be letters.
bool isNoChance(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t surely = 4;    // bytes of a word
    constexpr std::size_t readable = 16; // bytes with the word; of random ones once in a hundred thousand
    const auto isReadable = [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte >= 0x20 && byte != 0x7F) || byte == '\n' || byte == '\t' || byte == '\r';
    };
    if (end - begin >= surely)
        return true;
    while (begin > 0 && end - begin < readable && isReadable(text[begin - 1]))
        --begin;
    while (end < text.size() && end - begin < readable && isReadable(text[end]))
        ++end;
    return end - begin >= readable;
}

} // namespace

bool Pseudonyms::isInBytes(std::string_view bytes) const {
    bool found = false;
    eachText(bytes, [&](std::string_view text) {
        eachMatch(text, [&](const Match& match) {
            found = match.isExact && !match.isGenitive && isNoChance(text, match.begin, match.end);
            return !found;
        });
        return !found;
    });
    return found;
}

template<typename Visit>
void Pseudonyms::eachText(std::string_view bytes, const Visit& visit) {
    // Runs of valid UTF-8 between other bytes; a run is short enough to be looked at as a text.
    std::size_t begin = 0;
    const auto look = [&](std::size_t end) {
        return end > begin && text::isValidUtf8(bytes.substr(begin, end - begin)) &&
               !visit(bytes.substr(begin, end - begin));
    };
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xC2 && lead < 0xE0 ? 2
                                   : lead >= 0xE0 && lead < 0xF0 ? 3
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                                                 : 0;
        const bool isLetter = length > 0 && lead != 0 && at + length <= bytes.size() &&
                              text::isValidUtf8(bytes.substr(at, length));
        if (!isLetter) {
            if (look(at))
                return;
            begin = ++at;
            continue;
        }
        at += length;
    }
    static_cast<void>(look(bytes.size()));
}

void Pseudonyms::wordsAroundInBytes(std::string_view bytes,
                                    std::map<std::string, std::int64_t>& words) const {
    eachText(bytes, [&](std::string_view text) {
        wordsAround(text, words);
        return true;
    });
}

std::int64_t Pseudonyms::apply(Table& table) const {
    std::int64_t replaced = 0;
    for (Column& column : table.columns) {
        column.name = apply(column.name, &replaced);
        column.title = apply(column.title, &replaced);
        for (std::string& sample : column.samples)
            sample = apply(sample);
    }
    makeNamesUnique(table.columns);
    for (Row& row : table.rows) {
        for (CellText& cell : row.cells) {
            std::int64_t here = 0;
            std::string text = apply(cell, &here);
            if (here > 0)
                cell = table.texts->keep(text);
            replaced += here;
        }
    }
    return replaced;
}

std::int64_t Pseudonyms::apply(Transcript& transcript) const {
    std::int64_t replaced = 0;
    transcript.heading = apply(transcript.heading, &replaced);
    transcript.notes = apply(transcript.notes, &replaced);
    for (TranscriptTurn& turn : transcript.turns) {
        turn.speaker = apply(turn.speaker, &replaced);
        std::string text = apply(turn.text, &replaced);
        // A page may begin inside a name: its place is that of the words before it, as they are now.
        for (PageBegin& page : turn.pages) {
            const std::string before = apply(text::slice(turn.text, text::textRange(0, page.at)));
            page.at = std::min(text::countCodePoints(before), text::countCodePoints(text));
        }
        turn.text = std::move(text);
    }
    countSpeakers(transcript);
    return replaced;
}

} // namespace rapport::exchange
