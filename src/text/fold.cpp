// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace rapport::text {

namespace {

bool isAscii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// What NFKC case folding leaves apart although people do not.
void appendSpeltOut(UChar32 character, icu::UnicodeString& out) {
    switch (character) {
    case 0x2018: // quotation marks typed for an apostrophe
    case 0x2019:
    case 0x02BC:
        out.append(u'\'');
        return;
    case 0x0153:
        out.append(u"oe", 2);
        return;
    case 0x00E6:
        out.append(u"ae", 2);
        return;
    default:
        out.append(character);
    }
}

} // namespace

std::string fold(std::string_view utf8) {
    std::string folded;
    if (isAscii(utf8)) {
        folded.resize(utf8.size());
        std::transform(utf8.begin(), utf8.end(), folded.begin(), [](char byte) {
            return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        });
        return folded;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const caseFolding = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* const decomposition = icu::Normalizer2::getNFDInstance(status);
    const icu::Normalizer2* const composition = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString original =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    if (U_FAILURE(status))
        return std::string(utf8);
    icu::UnicodeString decomposed =
        decomposition->normalize(caseFolding->normalize(original, status), status);
    icu::UnicodeString bare;
    for (std::int32_t at = 0; at < decomposed.length();) {
        const UChar32 character = decomposed.char32At(at);
        at += U16_LENGTH(character);
        if (u_charType(character) != U_NON_SPACING_MARK)
            appendSpeltOut(character, bare);
    }
    const icu::UnicodeString composed = composition->normalize(bare, status);
    if (U_FAILURE(status))
        return std::string(utf8);
    composed.toUTF8String(folded);
    return folded;
}

namespace {

/// NFC without what nobody sees; quotation marks as apostrophes too where that is wanted.
std::string composedLetters(std::string_view utf8, bool tidiesQuotes) {
    if (isAscii(utf8))
        return std::string(utf8);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const composition = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString original =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    if (U_FAILURE(status))
        return std::string(utf8);
    icu::UnicodeString seen;
    for (std::int32_t at = 0; at < original.length();) {
        const UChar32 character = original.char32At(at);
        at += U16_LENGTH(character);
        if (tidiesQuotes && (character == 0x2018 || character == 0x2019 || character == 0x02BC))
            seen.append(u'\'');
        else if (u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0)
            seen.append(character);
    }
    const icu::UnicodeString composed = composition->normalize(seen, status);
    std::string made;
    if (U_FAILURE(status))
        return std::string(utf8);
    composed.toUTF8String(made);
    return made;
}

} // namespace

std::string composed(std::string_view utf8) {
    return composedLetters(utf8, false);
}

std::string spelling(std::string_view utf8) {
    return composedLetters(utf8, true);
}

} // namespace rapport::text
