// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pseudonyms.h"

#include "base/format.h"
#include "exchange/csv.h"
#include "exchange/name_proposals.h"
#include "exchange/table_shape.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/language.h"
#include "text/name_letters.h"
#include "text/segmentation.h"
#include "text/spelling.h"
#include "text/utf8.h"

#include <algorithm>
#include <optional>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

using Kind = text::NameLetter::Kind;

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t lastLetter = 0; ///< where it begins
    std::string plain;          ///< small letters without accents
    std::string spelt;          ///< with them; empty in a word of ASCII
    bool isAscii = true;
    bool isCapital = false;
    bool hasNoCase = false;
    bool isSyllable = false;
    bool isUnspaced = false; ///< one letter of a script without blanks
    bool endsInS = false;

    [[nodiscard]] const std::string& exact() const { return isAscii ? plain : spelt; }
};

constexpr std::size_t shortestStem = 3; // letters
constexpr std::size_t widestGap = 3;    // characters between the words of a name

/// Vowels and finals of Hangul and the voice of kana, without which the letter before them is another.
constexpr bool goesOn(char32_t letter) {
    return (letter >= 0x1160 && letter <= 0x11FF) || letter == 0x3099 || letter == 0x309A;
}

/// Where the first letter begins and each ends.
void letterEnds(std::string_view plain, std::vector<std::size_t>& ends) {
    ends.assign(1, 0);
    for (std::size_t at = 0; at < plain.size();) {
        if (goesOn(text::readCodePoint(plain, at)) && ends.size() > 1)
            ends.pop_back();
        ends.push_back(at);
    }
}

std::size_t countLetters(std::string_view plain) {
    std::vector<std::size_t> ends;
    letterEnds(plain, ends);
    return ends.size() - 1;
}

/// "Zoes" of "Zoe" and "Verhulsts" of "Verhulst", the name without its s. Of shorter names ("als" of "Al") it
/// is any word: empty.
std::string_view stemOf(const Word& word) {
    if (!word.endsInS || word.plain.size() <= shortestStem || countLetters(word.plain) <= shortestStem)
        return {};
    return std::string_view(word.plain).substr(0, word.plain.size() - 1);
}

/// The small letter; 0 of a sign.
constexpr char asciiLetter(char byte) {
    if (byte >= 'A' && byte <= 'Z')
        return static_cast<char>(byte - 'A' + 'a');
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ? byte : '\0';
}

/// The word at or after `at`, in scripts without blanks the letter; false at the end.
bool nextWord(std::string_view text, std::size_t& at, Word& word) {
    word.plain.clear();
    word.spelt.clear();
    word.isAscii = true;
    word.hasNoCase = false;
    word.isSyllable = false;
    word.isUnspaced = false;
    bool endsWithMark = false;
    bool areMarksApart = false;
    while (at < text.size()) {
        const std::size_t begin = at;
        const bool isFirst = word.plain.empty();
        if (const char byte = text[at]; static_cast<unsigned char>(byte) < 0x80) {
            ++at;
            const char low = asciiLetter(byte);
            if (low == 0) {
                if (!isFirst)
                    break;
                continue;
            }
            if (word.isUnspaced) {
                at = begin;
                break;
            }
            if (isFirst) {
                word.begin = begin;
                word.isCapital = low != byte;
            }
            word.plain += low;
            if (!word.isAscii)
                word.spelt += low;
            word.endsInS = low == 's';
            endsWithMark = false;
        } else {
            const text::NameLetter& letter = text::nameLetter(text::readCodePoint(text, at));
            if (letter.kind == Kind::Unseen || (isFirst && letter.kind != Kind::Letter))
                continue;
            if (letter.kind == Kind::Sign)
                break;
            if (!isFirst && (word.isUnspaced || letter.isUnspaced) && letter.kind == Kind::Letter &&
                !letter.beginsWithMark) {
                at = begin;
                break;
            }
            if (isFirst) {
                word.begin = begin;
                word.isCapital = letter.isCapital;
                word.hasNoCase = letter.hasNoCase;
                word.isSyllable = letter.isSyllable;
                word.isUnspaced = letter.isUnspaced;
            }
            if (word.isAscii)
                word.spelt = word.plain;
            word.isAscii = false;
            word.spelt += letter.spelt;
            areMarksApart = areMarksApart || (endsWithMark && letter.beginsWithMark);
            endsWithMark = letter.endsWithMark;
            if (letter.kind == Kind::Accent) {
                word.end = at;
                continue;
            }
            word.plain += letter.plain;
            word.endsInS = letter.plain == "s";
        }
        word.lastLetter = begin;
        word.end = at;
    }
    if (areMarksApart) {
        word.plain = text::marksInOrder(word.plain);
        word.spelt = text::marksInOrder(word.spelt);
    }
    return !word.plain.empty();
}

/// Characters between two words that can be seen.
std::size_t gapBetween(std::string_view text, const Word& word, std::size_t end) {
    std::size_t seen = 0;
    for (std::size_t at = end; at < word.begin;)
        seen += text::nameLetter(text::readCodePoint(text, at)).kind == Kind::Sign ? 1U : 0U;
    return seen;
}

/// Whether two letters of a script without blanks are beside one another.
bool isBeside(std::string_view text, const Word& left, const Word& right) {
    return left.isUnspaced && right.isUnspaced && gapBetween(text, right, left.end) == 0;
}

void append(Word& word, const Word& more) {
    word.plain += more.plain;
    word.spelt += more.spelt;
    word.lastLetter = more.lastLetter;
    word.end = more.end;
}

/// Letters that the list has beside one another are one word of a name.
std::vector<Word> wordsOf(std::string_view text) {
    std::vector<Word> words;
    Word word{};
    for (std::size_t at = 0; nextWord(text, at, word);) {
        if (!words.empty() && isBeside(text, words.back(), word))
            append(words.back(), word);
        else
            words.push_back(word);
    }
    return words;
}

/// Takes letters to the one of a script without blanks as long as they are those of the name's word. Whether
/// they are it then.
bool takeOn(std::string_view text, std::size_t& at, Word& word, std::string_view plain) {
    Word more{};
    while (word.isUnspaced && word.plain.size() < plain.size() && plain.starts_with(word.plain)) {
        std::size_t next = at;
        if (!nextWord(text, next, more) || !isBeside(text, word, more))
            return false;
        append(word, more);
        at = next;
    }
    return word.plain == plain;
}

/// By what names are looked up: of a script without blanks the first character.
std::string_view keyOf(const Word& word) {
    std::size_t end = 0;
    if (word.isUnspaced)
        static_cast<void>(text::readCodePoint(word.plain, end));
    return std::string_view(word.plain).substr(0, word.isUnspaced ? end : word.plain.size());
}

/// Words of a text in scripts without blanks, as ICU's dictionaries divide them. Of the run of letters that
/// was asked for last, so that a text that is asked about from its beginning to its end is divided once.
class UnspacedWords {
public:
    explicit UnspacedWords(std::string_view text)
        : m_text(text) {}

    /// Whether a word begins at that letter; `alone`: and the run of letters too.
    bool beginAt(std::size_t letter, bool alone) {
        divide(letter);
        return letter == m_begin || (!alone && std::binary_search(m_words.begin(), m_words.end(), letter));
    }
    /// Whether one ends behind the letter that ends there.
    bool endAt(std::size_t letter, std::size_t end, bool alone) {
        divide(letter);
        while (end < m_end) {
            std::size_t next = end;
            if (text::nameLetter(text::readCodePoint(m_text, next)).kind == Kind::Letter)
                return !alone && std::binary_search(m_words.begin(), m_words.end(), end);
            end = next;
        }
        return true;
    }

private:
    void divide(std::size_t letter) {
        if (letter >= m_begin && letter < m_end)
            return;
        m_begin = letter;
        for (std::size_t at = letter; at > 0;) {
            --at;
            while (at > 0 && (static_cast<unsigned char>(m_text[at]) & 0xC0U) == 0x80U)
                --at;
            std::size_t end = at;
            const text::NameLetter& before = text::nameLetter(text::readCodePoint(m_text, end));
            if (before.isUnspaced)
                m_begin = at;
            else if (before.kind != Kind::Unseen && before.kind != Kind::Accent)
                break;
        }
        std::string run;
        std::vector<std::size_t> places; // in the text, of its characters
        m_end = m_begin;
        for (std::size_t at = m_begin; at < m_text.size();) {
            const std::size_t begin = at;
            const char32_t point = text::readCodePoint(m_text, at);
            const text::NameLetter& here = text::nameLetter(point);
            if (here.kind == Kind::Unseen)
                continue;
            if (!here.isUnspaced && here.kind != Kind::Accent)
                break;
            text::appendCodePoint(run, point);
            places.push_back(begin);
            m_end = at;
        }
        m_words.clear();
        for (const text::TextRange& word : text::words(run))
            m_words.push_back(places[static_cast<std::size_t>(word.begin.value)]);
    }

    std::string_view m_text;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::vector<std::size_t> m_words; ///< where each begins
};

} // namespace

base::Result<Pseudonyms> Pseudonyms::fromPairs(const std::vector<std::pair<std::string, std::string>>& pairs,
                                               const std::string& fileName,
                                               const std::vector<std::size_t>& lines) {
    const auto placeOf = [&](std::size_t pair) {
        return Place{fileName, pair < lines.size() ? lines[pair] : pair + 1, 0, {}};
    };
    Pseudonyms made;
    for (std::size_t index = 0; index < pairs.size(); ++index) {
        const auto& [name, replacement] = pairs[index];
        const Place place = placeOf(index);
        const std::vector<Word> parts = wordsOf(name);
        if (parts.empty())
            return base::fail(Errc::InvalidArgument, place, "a name without letters cannot be replaced");
        std::vector<std::string> words;
        std::vector<std::string> exact;
        std::size_t length = 0;
        for (const Word& part : parts) {
            words.push_back(part.plain);
            exact.push_back(part.exact());
            length += part.plain.size();
        }
        const bool standsAlone =
            parts.size() == 1 && parts.front().isUnspaced && parts.front().begin == parts.front().lastLetter;
        auto& same = made.m_byFirstWord[std::string(keyOf(parts.front()))];
        const auto known =
            std::find_if(same.begin(), same.end(), [&](const Name& each) { return each.exact == exact; });
        if (known != same.end()) {
            if (known->replacement != replacement)
                return base::fail(Errc::InvalidArgument, place,
                                  base::said("'{}' is listed twice with different replacements", name));
            continue;
        }
        same.push_back(
            {std::move(words), std::move(exact), std::string(text::trim(replacement)), length, standsAlone});
        ++made.m_count;
        // "van" of "Jan van Dam" is in too many words, and so it is where the list writes it all small.
        const bool hasCapitals =
            std::any_of(parts.begin(), parts.end(), [](const Word& part) { return part.isCapital; });
        for (const Word& word : parts) {
            const std::size_t letters = countLetters(word.plain);
            const bool isLookedFor =
                word.isCapital || word.hasNoCase || (!hasCapitals && !isParticle(word.plain));
            if (isLookedFor && letters >= (word.isSyllable ? shortestStem - 1 : shortestStem)) {
                made.m_singleWords.insert(word.plain);
                made.m_longestSingle = std::max(made.m_longestSingle, letters);
            }
        }
    }
    for (auto& [first, names] : made.m_byFirstWord)
        std::stable_sort(names.begin(), names.end(),
                         [](const Name& a, const Name& b) { return a.length > b.length; });
    made.lookUpGenitives();
    for (std::size_t index = 0; index < pairs.size(); ++index) {
        const std::string& replacement = pairs[index].second;
        if (made.isIn(replacement))
            return base::fail(Errc::InvalidArgument, placeOf(index),
                              base::said("the replacement '{}' holds a listed name", replacement),
                              "choose one that names nobody on the list");
    }
    return made;
}

base::Result<Pseudonyms::Listed> Pseudonyms::readPairs(std::string_view bytes, const std::string& fileName) {
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
    Listed listed;
    for (const Row& row : rows.rows) {
        std::string head(text::trim(row.cells[0]));
        std::transform(head.begin(), head.end(), head.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        });
        const bool isHeader = listed.pairs.empty() && (head == "name" || head == "naam" || head == "names");
        if (isHeader)
            continue;
        listed.pairs.emplace_back(text::trim(row.cells[0]), text::trim(row.cells[1]));
        listed.lines.push_back(row.line - 1); // behind the header that was put before it
    }
    return listed;
}

base::Result<Pseudonyms> Pseudonyms::read(std::string_view bytes, const std::string& fileName) {
    RAPPORT_ASSIGN(const Listed listed, readPairs(bytes, fileName));
    return fromPairs(listed.pairs, fileName, listed.lines);
}

void Pseudonyms::lookUpGenitives() {
    for (Language& language : m_languages) {
        const auto dictionary = text::Dictionary::ofLanguage(language.tag);
        language.hasDictionary = dictionary != nullptr;
        if (!dictionary)
            continue;
        const auto look = [&](std::string word) {
            word += 's';
            if (dictionary->spellingOf(text::spelling(word)) == text::Dictionary::Spelling::Word)
                language.words.insert(std::move(word));
        };
        for (const auto& [first, names] : m_byFirstWord) {
            for (const Name& name : names) {
                if (name.words.size() > 1 || countLetters(first) < shortestStem)
                    continue;
                look(first);
                if (name.exact.front() != first)
                    look(name.exact.front());
            }
        }
    }
}

bool Pseudonyms::isNoWord(std::string_view spelt, std::string_view language) const {
    const bool isKnown = std::any_of(m_languages.begin(), m_languages.end(),
                                     [&](const Language& each) { return each.tag == language; });
    return std::all_of(m_languages.begin(), m_languages.end(), [&](const Language& each) {
        return (isKnown && each.tag != language) || (each.hasDictionary && !each.words.contains(spelt));
    });
}

template<typename IsGenitive, typename Visit>
void Pseudonyms::eachMatch(std::string_view text, const IsGenitive& isGenitiveOf, const Visit& visit) const {
    Word word{};
    Word taken{};
    Word following{};
    UnspacedWords unspaced(text);
    for (std::size_t at = 0; nextWord(text, at, word);) {
        const Name* best = nullptr;
        bool isBestExact = false;
        bool isBestGenitive = false;
        std::size_t bestEnd = 0;  // of the name itself
        std::size_t bestNext = 0; // behind the last word
        const auto look = [&](std::string_view key) {
            const auto names = m_byFirstWord.find(key);
            if (names == m_byFirstWord.end())
                return;
            for (const Name& name : names->second) {
                if (best != nullptr && best->length > name.length)
                    break;
                std::size_t next = at;
                const Word* last = &word;
                bool isGenitive = false;
                if (word.isUnspaced) {
                    taken = word;
                    last = &taken;
                    if (!takeOn(text, next, taken, name.words.front()))
                        continue;
                } else {
                    isGenitive = key.size() < word.plain.size();
                }
                bool isExact = last->exact() == name.exact.front();
                bool isMatch = !isGenitive || name.words.size() == 1;
                for (std::size_t index = 1; index < name.words.size() && isMatch; ++index) {
                    const bool isLast = index + 1 == name.words.size();
                    const std::size_t end = last->end;
                    isMatch =
                        nextWord(text, next, following) && gapBetween(text, following, end) <= widestGap;
                    if (!isMatch)
                        break;
                    isGenitive = !takeOn(text, next, following, name.words[index]);
                    isMatch = !isGenitive || (isLast && stemOf(following) == name.words[index]);
                    isExact = isExact && following.exact() == name.exact[index];
                    last = &following;
                }
                if (!isMatch || (best != nullptr && (isBestExact || !isExact)))
                    continue;
                if ((word.isUnspaced && !unspaced.beginAt(word.begin, name.standsAlone)) ||
                    (last->isUnspaced && !unspaced.endAt(last->lastLetter, last->end, name.standsAlone)))
                    continue;
                best = &name;
                isBestExact = isExact;
                isBestGenitive = isGenitive;
                bestNext = next;
                bestEnd = isGenitive ? last->lastLetter : last->end;
            }
        };
        look(keyOf(word));
        if (const std::string_view stem = stemOf(word); best == nullptr && !stem.empty() &&
                                                        m_byFirstWord.contains(stem) &&
                                                        (word.isCapital || isGenitiveOf(word.exact())))
            look(stem);
        if (best == nullptr)
            continue;
        if (!visit(Match{word.begin, bestEnd, &best->replacement, isBestGenitive, isBestExact}))
            return;
        at = bestNext;
    }
}

std::string Pseudonyms::apply(std::string_view text, std::int64_t* replaced) const {
    return applyIn(text, text, replaced);
}

std::string Pseudonyms::applyIn(std::string_view whole, std::string_view text, std::int64_t* replaced) const {
    std::string made;
    std::size_t done = 0;
    std::optional<std::string> language;
    const auto isGenitive = [&](std::string_view spelt) {
        if (!language) {
            language = text::guessLanguage(whole);
            if (language->empty())
                language = m_language;
        }
        return isNoWord(spelt, *language);
    };
    eachMatch(text, isGenitive, [&](const Match& match) {
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
    eachMatch(
        text, [this](std::string_view spelt) { return isNoWord(spelt, {}); },
        [&found](const Match&) {
            found = true;
            return false;
        });
    return found;
}

std::size_t Pseudonyms::held(std::string_view plain, const std::vector<std::size_t>& ends, std::size_t first,
                             std::size_t fewest, std::size_t most) const {
    for (std::size_t count = fewest; count <= std::min(most, m_longestSingle); ++count) {
        if (m_singleWords.contains(plain.substr(ends[first], ends[first + count] - ends[first])))
            return count;
    }
    return 0;
}

namespace {

/// Letters beside one another of a script without blanks.
struct Run {
    std::string plain;
    std::vector<std::size_t> ends{0}; ///< of the letters, after the beginning of the first
    std::vector<std::pair<std::size_t, std::size_t>> places; ///< of the letters, in the text

    void add(const Word& word) {
        std::vector<std::size_t> own;
        letterEnds(word.plain, own);
        for (std::size_t index = 1; index < own.size(); ++index) {
            ends.push_back(plain.size() + own[index]);
            places.emplace_back(word.begin, word.end);
        }
        plain += word.plain;
    }
    [[nodiscard]] std::string_view in(std::string_view text, std::size_t from, std::size_t to) const {
        return text.substr(places[from].first, places[to - 1].second - places[from].first);
    }
};

/// `at` is behind the first letter, and then behind the last.
Run runFrom(std::string_view text, std::size_t& at, Word letter) {
    Run run;
    run.add(letter);
    Word more{};
    for (std::size_t next = at; nextWord(text, next, more) && isBeside(text, letter, more); at = next) {
        run.add(more);
        std::swap(letter, more);
    }
    return run;
}

} // namespace

void Pseudonyms::wordsAroundApart(std::string_view text, std::map<std::string, std::int64_t>& words) const {
    constexpr std::size_t surely = 5;   // letters of a name that is looked for inside words too
    constexpr std::size_t longest = 12; // letters of a run that is told as it is
    constexpr std::size_t beside = 3;   // of a longer one, before and behind the name
    Word word{};
    std::vector<std::size_t> ends; // of the letters, after the beginning of the first
    for (std::size_t at = 0; nextWord(text, at, word);) {
        if (word.isUnspaced) {
            const Run run = runFrom(text, at, word);
            const std::size_t letters = run.places.size();
            const bool isShort = letters <= longest;
            for (std::size_t first = 0; first < letters; ++first) {
                const std::size_t count = held(run.plain, run.ends, first, 1, letters - first);
                if (count == 0)
                    continue;
                ++words[std::string(isShort ? run.in(text, 0, letters)
                                            : run.in(text, first - std::min(first, beside),
                                                     std::min(letters, first + count + beside)))];
                first += isShort ? letters : count - 1;
            }
            continue;
        }
        if (m_byFirstWord.contains(word.plain))
            continue;
        letterEnds(word.plain, ends);
        const std::size_t letters = ends.size() - 1;
        const auto holds = [&](std::size_t first, std::size_t fewest, std::size_t most) {
            return held(word.plain, ends, first, fewest, most) > 0;
        };
        bool isAround = word.isCapital && letters > 0 && holds(0, shortestStem, letters - 1);
        const std::size_t fewest = word.hasNoCase ? 1 : surely;
        for (std::size_t first = 0; first + fewest <= letters && !isAround; ++first)
            isAround = holds(first, fewest, letters - first);
        if (const std::string_view stem = stemOf(word); !isAround && !word.isCapital && !stem.empty()) {
            const auto names = m_byFirstWord.find(stem);
            // The longest stand first.
            isAround = names != m_byFirstWord.end() && names->second.back().words.size() == 1 &&
                       !isNoWord(word.exact(), {});
        }
        if (isAround)
            ++words[std::string(text.substr(word.begin, word.end - word.begin))];
    }
}

void Pseudonyms::wordsAround(std::string_view text, std::map<std::string, std::int64_t>& words) const {
    // Not inside of what is a name itself.
    std::size_t done = 0;
    eachMatch(
        text, [this](std::string_view spelt) { return isNoWord(spelt, {}); },
        [&](const Match& match) {
            wordsAroundApart(text.substr(done, match.begin - done), words);
            done = match.end;
            return true;
        });
    wordsAroundApart(text.substr(done), words);
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
        eachMatch(
            text, [](std::string_view) { return false; },
            [&](const Match& match) {
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
            const std::string before =
                applyIn(turn.text, text::slice(turn.text, text::textRange(0, page.at)), nullptr);
            page.at = std::min(text::countCodePoints(before), text::countCodePoints(text));
        }
        turn.text = std::move(text);
    }
    countSpeakers(transcript);
    return replaced;
}

} // namespace rapport::exchange
