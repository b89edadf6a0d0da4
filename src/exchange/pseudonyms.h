// SPDX-License-Identifier: GPL-3.0-or-later
// Names and what stands for them, applied to everything that an import derives from a file: whole words,
// whatever their case, accents and the shape of their letters (text/name_letters.h), also with the s of a
// genitive, the longest name first. In scripts without blanks between words (Han, kana, Thai) a name is where
// it begins and ends between words as ICU's dictionaries divide them. Never guesses: what is not listed
// stays; words with a listed name inside them are told.
#pragma once

#include "base/result.h"
#include "exchange/table.h"
#include "exchange/transcript.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rapport::exchange {

class Pseudonyms {
public:
    Pseudonyms() = default;
    /// `lines`: of the pairs in the file; none: one after another. Errors: InvalidArgument (an empty name, a
    /// name twice with different replacements, a replacement that holds a listed name).
    [[nodiscard]] static base::Result<Pseudonyms>
    fromPairs(const std::vector<std::pair<std::string, std::string>>& pairs, const std::string& fileName = {},
              const std::vector<std::size_t>& lines = {});
    struct Listed {
        std::vector<std::pair<std::string, std::string>> pairs;
        std::vector<std::size_t> lines; ///< of the pairs
    };
    /// Two columns, name and replacement, with or without a header. Errors: Unreadable.
    [[nodiscard]] static base::Result<Listed> readPairs(std::string_view bytes, const std::string& fileName);
    /// Both. Errors: as above.
    [[nodiscard]] static base::Result<Pseudonyms> read(std::string_view bytes, const std::string& fileName);

    /// Of texts that are too short to tell theirs. In small letters a name with an s behind it ("hals" of
    /// "Hal") stays where the dictionary of the text's language has it, or there is none; where the language
    /// is not known, that of any.
    void setLanguage(std::string language) { m_language = std::move(language); }

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] std::size_t size() const { return m_count; }

    /// Counts what it replaced in `replaced`. Linear in the text.
    [[nodiscard]] std::string apply(std::string_view text, std::int64_t* replaced = nullptr) const;
    /// Whether a listed name stands in the text as a word; with an s, in small letters, where that is a word
    /// of no language: what apply() leaves is none.
    [[nodiscard]] bool isIn(std::string_view text) const;
    /// The same for bytes that may be anything, such as a whole file: words of letters between other bytes,
    /// with their accents as listed and no s behind them, since a few letters stand in any bytes by chance.
    /// Of two or three bytes, which do so in every large file: only where what stands around them reads as
    /// text.
    [[nodiscard]] bool isInBytes(std::string_view bytes) const;
    /// Counts words that hold a listed name without being it ("Tibootje" of "Tibo"): words with a capital
    /// that begin with one of three letters or more, any word with one of five letters or more inside, and
    /// those with an s that stay since they are words; in scripts without capitals any with one of three
    /// letters inside, of two of Han, kana and Hangul. Of a long run without blanks what stands beside the
    /// name.
    void wordsAround(std::string_view text, std::map<std::string, std::int64_t>& words) const;
    void wordsAroundInBytes(std::string_view bytes, std::map<std::string, std::int64_t>& words) const;

    /// Headers, titles and cells; turns, speakers and headings. How many names were replaced.
    std::int64_t apply(Table& table) const;
    std::int64_t apply(Transcript& transcript) const;

private:
    /// So that a part of a word is looked up as it stands there.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
    };
    struct Name {
        std::vector<std::string> words; ///< plain; the first is the key
        std::vector<std::string> exact; ///< with their accents: such a name comes before its likes
        std::string replacement;
        std::size_t length = 0;   ///< of the words
        bool standsAlone = false; ///< a letter that is no name inside of a run without blanks
    };
    struct Match {
        std::size_t begin;
        std::size_t end;
        const std::string* replacement;
        bool isGenitive = false; ///< an s follows that is not the name's
        bool isExact = false;    ///< accents and all
    };
    /// A part of a text, in the language of the whole.
    std::string applyIn(std::string_view whole, std::string_view text, std::int64_t* replaced) const;
    /// Until `visit` says no.
    template<typename Visit>
    static void eachText(std::string_view bytes, const Visit& visit);
    /// `isGenitive` says of a word in small letters, as it is spelt, whether it can be a name with an s.
    template<typename IsGenitive, typename Visit>
    void eachMatch(std::string_view text, const IsGenitive& isGenitive, const Visit& visit) const;
    void wordsAroundApart(std::string_view text, std::map<std::string, std::int64_t>& words) const;
    /// How many letters of a listed word begin at that letter; none: 0. `ends`: of the letters.
    [[nodiscard]] std::size_t held(std::string_view plain, const std::vector<std::size_t>& ends,
                                   std::size_t first, std::size_t fewest, std::size_t most) const;
    [[nodiscard]] bool isNoWord(std::string_view spelt, std::string_view language) const;
    /// Names with an s that are words of their own.
    struct Language {
        std::string_view tag;
        bool hasDictionary = false;
        std::unordered_set<std::string, Hash, std::equal_to<>> words;
    };
    void lookUpGenitives();

    /// The longest first.
    std::unordered_map<std::string, std::vector<Name>, Hash, std::equal_to<>> m_byFirstWord;
    /// Words of all names that are looked for inside words.
    std::unordered_set<std::string, Hash, std::equal_to<>> m_singleWords;
    std::size_t m_longestSingle = 0; ///< letters
    std::array<Language, 2> m_languages{Language{"nl", false, {}}, Language{"en", false, {}}};
    std::string m_language;
    std::size_t m_count = 0;
};

} // namespace rapport::exchange
