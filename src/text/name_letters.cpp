// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/name_letters.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>
#include <vector>

namespace rapport::text {

namespace {

bool isMark(UChar32 character) {
    return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

/// Marks that people leave out: not those that make another letter (vowel signs, the kana's voice, viramas),
/// nor the iota below, which capitals write beside the letter.
bool isAccent(UChar32 character) {
    constexpr UChar32 tatweel = 0x0640; // makes a word longer, no mark
    constexpr UChar32 iotaBelow = 0x0345;
    constexpr int kanaVoice = 8;
    constexpr int virama = 9;
    constexpr int firstVowel = 84; // combining classes of vowel signs and tones of single scripts
    constexpr int lastVowel = 132;
    if (character == tatweel || u_charType(character) == U_ENCLOSING_MARK)
        return true;
    if (u_charType(character) != U_NON_SPACING_MARK || character == iotaBelow)
        return false;
    const int place = u_getCombiningClass(character);
    return place != 0 && place != kanaVoice && place != virama && (place < firstVowel || place > lastVowel);
}

/// Apostrophes that Unicode counts as letters.
bool isLetterApostrophe(UChar32 character) {
    return ublock_getCode(character) == UBLOCK_SPACING_MODIFIER_LETTERS || character == 0x07F4 ||
           character == 0x07F5 || character == 0xA78B || character == 0xA78C;
}

bool isLetter(UChar32 character) {
    return (u_isUAlphabetic(character) != 0 && !isLetterApostrophe(character)) || isMark(character) ||
           u_charType(character) == U_DECIMAL_DIGIT_NUMBER;
}

/// ², ª, ™: what stands behind a name is not of it.
bool isRaised(UChar32 character) {
    const int type = u_getIntPropertyValue(character, UCHAR_DECOMPOSITION_TYPE);
    return type == U_DT_SUPER || type == U_DT_SUB;
}

/// Letters of Latin script that have no decomposition: "o" of ø, "ae" of æ.
icu::UnicodeString inAscii(UChar32 character) {
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::Transliterator> toAscii(
        icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    icu::UnicodeString made(character);
    if (toAscii == nullptr)
        return made;
    toAscii->transliterate(made);
    made.toLower(icu::Locale::getRoot());
    for (std::int32_t at = 0; at < made.length(); ++at) {
        if (made.charAt(at) < u'a' || made.charAt(at) > u'z')
            return {character};
    }
    return made;
}

bool hasScript(UChar32 character, std::initializer_list<UScriptCode> scripts) {
    return std::any_of(scripts.begin(), scripts.end(),
                       [character](UScriptCode script) { return uscript_hasScript(character, script) != 0; });
}

template<typename Visit>
void eachOf(const icu::UnicodeString& letters, const Visit& visit) {
    for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1))
        visit(letters.char32At(at));
}

NameLetter letterOf(UChar32 character) {
    NameLetter made;
    if (u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
        made.kind = NameLetter::Kind::Unseen;
        return made;
    }
    if (!isLetter(character) && !isAccent(character))
        return made;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const compatible = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString shapes(character);
    if (U_SUCCESS(status))
        shapes = compatible->normalize(shapes, status);
    icu::UnicodeString spelt;
    eachOf(shapes, [&](UChar32 each) {
        if (isLetter(each) || isAccent(each))
            spelt.append(u_foldCase(each, U_FOLD_CASE_DEFAULT));
    });
    if (spelt.isEmpty() || isRaised(character))
        return made;
    made.isCapital = u_isUUppercase(character) != 0 || u_istitle(character) != 0;
    // Georgian has capitals, but begins no word with one.
    made.hasNoCase = !made.isCapital && u_isalpha(character) != 0 && u_totitle(character) == character;
    const bool isHan = hasScript(character, {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA});
    made.isSyllable = isHan || hasScript(character, {USCRIPT_HANGUL});
    made.isUnspaced = isHan || u_getIntPropertyValue(character, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
    made.beginsWithMark = u_getCombiningClass(spelt.char32At(0)) != 0;
    made.endsWithMark = u_getCombiningClass(spelt.char32At(spelt.length() - 1)) != 0;
    spelt.toUTF8String(made.spelt);
    if (isAccent(character)) {
        made.kind = NameLetter::Kind::Accent;
        return made;
    }
    made.kind = NameLetter::Kind::Letter;
    icu::UnicodeString folded = shapes;
    folded.foldCase();
    if (U_SUCCESS(status))
        folded = compatible->normalize(folded, status);
    icu::UnicodeString plain;
    eachOf(folded, [&](UChar32 each) {
        if (!isLetter(each) || isAccent(each))
            return;
        const bool isLatin = each >= 0x80 && uscript_hasScript(each, USCRIPT_LATIN) != 0;
        plain.append(isLatin ? inAscii(each) : icu::UnicodeString(each));
    });
    (plain.isEmpty() ? spelt : plain).toUTF8String(made.plain);
    return made;
}

} // namespace

const NameLetter& nameLetter(char32_t codePoint) {
    // Asking ICU costs more than a whole word: a page is asked for once.
    constexpr std::size_t pageSize = 0x100;
    using Page = std::array<NameLetter, pageSize>;
    thread_local std::vector<std::unique_ptr<Page>> pages(0x110000 / pageSize);
    const std::size_t point = codePoint < 0x110000 ? codePoint : 0xFFFD;
    std::unique_ptr<Page>& page = pages[point / pageSize];
    if (page == nullptr) {
        page = std::make_unique<Page>();
        for (std::size_t at = 0; at < pageSize; ++at)
            (*page)[at] = letterOf(static_cast<UChar32>(point / pageSize * pageSize + at));
    }
    return (*page)[point % pageSize];
}

std::string marksInOrder(std::string_view letters) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const canonical = icu::Normalizer2::getNFDInstance(status);
    std::string ordered;
    if (U_SUCCESS(status))
        canonical
            ->normalize(
                icu::UnicodeString::fromUTF8({letters.data(), static_cast<std::int32_t>(letters.size())}),
                status)
            .toUTF8String(ordered);
    return U_SUCCESS(status) ? ordered : std::string(letters);
}

bool isHyphen(char32_t codePoint) {
    return codePoint == U'-' || (codePoint >= 0x2010 && codePoint <= 0x2015) || codePoint == 0x2212 ||
           codePoint == 0xFE58 || codePoint == 0xFE63 || codePoint == 0xFF0D;
}

bool isApostrophe(char32_t codePoint) {
    return codePoint == U'\'' || codePoint == U'`' || codePoint == 0xB4 ||
           (codePoint >= 0x2018 && codePoint <= 0x201B && codePoint != 0x201A) || codePoint == 0x2032 ||
           codePoint == 0xFF07 || isLetterApostrophe(static_cast<UChar32>(codePoint));
}

} // namespace rapport::text
