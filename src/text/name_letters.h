// SPDX-License-Identifier: GPL-3.0-or-later
// What each character is to somebody's name that is looked for, whichever keyboard or program wrote it: the
// one place that says when two words are the same name. Of single characters, so that a place in what is
// compared is a place in the text.
#pragma once

#include <string>
#include <string_view>

namespace rapport::text {

struct NameLetter {
    enum class Kind : unsigned char {
        Sign,   ///< between words: blanks, hyphens and apostrophes of every kind; what stands raised behind
                ///< them
        Unseen, ///< as if it were not there: Default_Ignorable_Code_Point
        Accent, ///< on the letter before it
        Letter, ///< digits too, and marks without which it is another letter (vowel signs)
    };
    Kind kind = Kind::Sign;
    bool isCapital = false;
    bool hasNoCase = false;      ///< no word of its script begins with a capital: Hebrew, Georgian, Han
    bool isSyllable = false;     ///< Han, kana, Hangul: two of them are a name
    bool isUnspaced = false;     ///< its script has no blanks between words: Han, kana, Thai
    bool beginsWithMark = false; ///< the marks of `spelt` at this end are to be put in order
    bool endsWithMark = false;
    std::string plain; ///< compatibility decomposition, full case folding, no accents: "ss" of ß, "o" of Ǿ
    std::string spelt; ///< decomposed small letters with their accents: names that differ there are two
};

/// Valid as long as the thread lives.
[[nodiscard]] const NameLetter& nameLetter(char32_t codePoint);

/// Letters of several characters put together, their marks in canonical order.
[[nodiscard]] std::string marksInOrder(std::string_view letters);

/// Of every kind: what stands between the halves of a name, longer dashes too.
[[nodiscard]] bool isHyphen(char32_t codePoint);
/// And what is typed for one.
[[nodiscard]] bool isApostrophe(char32_t codePoint);

} // namespace rapport::text
