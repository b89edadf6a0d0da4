// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/decode.h"

#include "base/format.h"
#include "text/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>

namespace rapport::text {

namespace {

using base::Errc;
using base::Place;

/// An encoding that is none: UTF-8 that somebody read as windows-1252 and saved again.
constexpr std::string_view twice = "UTF-8 twice";

struct Mark {
    std::string_view bytes;
    const char* encoding;
};

using namespace std::string_view_literals;

// UTF-32LE begins like UTF-16LE: the longer mark is tried first.
constexpr std::array marks{
    Mark{"\xEF\xBB\xBF"sv, "UTF-8"}, Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"}, Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"},
    Mark{"\xFF\xFE"sv, "UTF-16LE"},  Mark{"\xFE\xFF"sv, "UTF-16BE"},
};

/// What people type, and what ICU calls it where it does not know their word.
struct Alias {
    std::string_view typed; ///< lower case, letters and digits only
    const char* icu;
};
constexpr std::array aliases{
    Alias{"macroman"sv, "macintosh"}, Alias{"xmacroman"sv, "macintosh"},     Alias{"mac"sv, "macintosh"},
    Alias{"ansi"sv, "windows-1252"},  Alias{"win1252"sv, "windows-1252"},    Alias{"latin1"sv, "ISO-8859-1"},
    Alias{"latin9"sv, "ISO-8859-15"}, Alias{"utf8bom"sv, "UTF-8"},           Alias{"utf8sig"sv, "UTF-8"},
    Alias{"unicode"sv, "UTF-16"},     Alias{"cp858"sv, "ibm-858_P100-1997"},
};

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

struct DetectorCloser {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::string letters(std::string_view name) {
    std::string kept;
    for (const char each : name) {
        if (each >= 'A' && each <= 'Z')
            kept += static_cast<char>(each - 'A' + 'a');
        else if ((each >= 'a' && each <= 'z') || (each >= '0' && each <= '9'))
            kept += each;
    }
    return kept;
}

Converter openConverter(std::string_view name) {
    std::string wanted(name);
    const std::string plain = letters(name);
    for (const Alias& alias : aliases) {
        if (alias.typed == plain)
            wanted = alias.icu;
    }
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(plain.empty() ? nullptr : ucnv_open(wanted.c_str(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

std::string standardName(const UConverter* converter, std::string_view asked) {
    UErrorCode status = U_ZERO_ERROR;
    const char* icuName = ucnv_getName(converter, &status);
    if (U_FAILURE(status))
        return std::string(asked);
    if (icuName == "ibm-858_P100-1997"sv)
        return "IBM00858";
    for (const char* registry : {"MIME", "IANA"}) {
        status = U_ZERO_ERROR;
        const char* standard = ucnv_getStandardName(icuName, registry, &status);
        if (U_SUCCESS(status) && standard != nullptr)
            return standard;
    }
    return icuName;
}

/// Writes UTF-16 into UTF-8 piece by piece and keeps count of what could not be read.
struct Sink {
    std::string text;
    std::int64_t broken = 0;
    std::size_t firstBroken = 0; ///< byte in `text`

    void put(const UChar* units, std::size_t count, bool mapsC1ToBroken) {
        for (std::size_t index = 0; index < count; ++index) {
            const char16_t unit = units[index];
            if (unitsSeen++ == firstBrokenUnit)
                firstBroken = text.size();
            if (unit >= 0xD800 && unit <= 0xDBFF) {
                highSurrogate = unit;
                continue;
            }
            char32_t codePoint = unit;
            if (unit >= 0xDC00 && unit <= 0xDFFF)
                codePoint = 0x10000U + ((highSurrogate - 0xD800U) << 10U) + (unit - 0xDC00U);
            if (mapsC1ToBroken && codePoint >= 0x80 && codePoint <= 0x9F) {
                if (broken++ == 0)
                    firstBroken = text.size();
                codePoint = 0xFFFD;
            }
            appendCodePoint(text, codePoint);
        }
    }

    /// Called by the converter, before the units of this piece are put.
    void countBroken(std::int64_t unitsAhead) {
        if (broken++ == 0)
            firstBrokenUnit = unitsSeen + unitsAhead;
    }

private:
    char16_t highSurrogate = 0;
    std::int64_t unitsSeen = 0;
    std::int64_t firstBrokenUnit = -1;
};

struct Piece {
    Sink* sink;
    const UChar* begin;
};

void U_CALLCONV replaceBroken(const void* context, UConverterToUnicodeArgs* args, const char*, std::int32_t,
                              UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR)
        return;
    *status = U_ZERO_ERROR;
    const auto* piece = static_cast<const Piece*>(context);
    piece->sink->countBroken(args->target - piece->begin);
    const UChar replacement = 0xFFFD;
    ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

/// `mapsC1ToBroken`: bytes that windows-1252 leaves undefined come out of ICU as control characters.
bool convert(UConverter* converter, std::string_view bytes, bool mapsC1ToBroken, Sink& sink) {
    std::vector<UChar> units(16384);
    const Piece piece{&sink, units.data()};
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter, replaceBroken, &piece, nullptr, nullptr, &status);
    if (U_FAILURE(status))
        return false;
    sink.text.reserve(bytes.size() + bytes.size() / 8);
    const char* source = bytes.data();
    const char* const sourceEnd = source + bytes.size();
    do {
        UChar* target = units.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, sourceEnd, nullptr, 1,
                       &status);
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
            return false;
        sink.put(units.data(), static_cast<std::size_t>(target - units.data()), mapsC1ToBroken);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return true;
}

std::size_t lineOf(std::string_view text, std::size_t byte) {
    const auto before = text.substr(0, byte);
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

/// "UTF-16LE", "UTF-16BE" or nothing, by where the NUL bytes of a text without a mark stand.
const char* utf16ByNuls(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 65536);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t index = 0; index < head.size(); ++index) {
        if (head[index] == '\0')
            ++nuls[index % 2];
    }
    const std::size_t pairs = head.size() / 2;
    if (pairs == 0)
        return nullptr;
    if (nuls[1] * 5 >= pairs * 2 && nuls[0] * 50 <= pairs)
        return "UTF-16LE";
    if (nuls[0] * 5 >= pairs * 2 && nuls[1] * 50 <= pairs)
        return "UTF-16BE";
    return nullptr;
}

bool isMostlyControls(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 65536);
    const auto controls = std::count_if(head.begin(), head.end(), [](char each) {
        const auto byte = static_cast<unsigned char>(each);
        // Tab, line ends, form feed, and the end-of-file mark of DOS are in texts.
        return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v' &&
                byte != 0x1A) ||
               byte == 0x7F;
    });
    return static_cast<std::size_t>(controls) * 20 > head.size();
}

bool isLetterOfTheWest(char32_t codePoint) {
    return (codePoint >= 0xC0 && codePoint <= 0xFF && codePoint != 0xD7 && codePoint != 0xF7) ||
           codePoint == 0x152 || codePoint == 0x153 || codePoint == 0x178;
}

/// How much the accents of Dutch, and of the French and German words in it, speak for an encoding.
int letterWeight(char32_t codePoint) {
    switch (codePoint) {
    case 0xE9: // e acute
    case 0xEB: // e diaeresis
    case 0xEF: // i diaeresis
    case 0xE8: // e grave
    case 0xF6: // o diaeresis
    case 0xFC: // u diaeresis
        return 3;
    case 0xE0: // a grave
    case 0xE4: // a diaeresis
    case 0xE7: // c cedilla
    case 0xEA: // e circumflex
    case 0xF3: // o acute
    case 0xF4: // o circumflex
        return 2;
    default:
        return 1;
    }
}

/// How much a text looks like Western European writing in this one-byte encoding: accented letters belong
/// beside letters, marks do not stand between two of them. Positive is good.
int westernScore(std::string_view bytes, const char* encoding) {
    const Converter converter = openConverter(encoding);
    Sink sink;
    if (!converter || !convert(converter.get(), bytes, true, sink))
        return -1000000;
    int score = 0;
    char32_t before = U' ';
    const auto isLower = [](char32_t c) {
        return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
    };
    const auto isLetter = [&](char32_t c) {
        return isLower(c) || (c >= U'A' && c <= U'Z') || isLetterOfTheWest(c);
    };
    for (std::size_t byte = 0; byte < sink.text.size();) {
        const char32_t current = readCodePoint(sink.text, byte);
        if (current >= 0x80) {
            std::size_t peek = byte;
            const char32_t after = byte < sink.text.size() ? readCodePoint(sink.text, peek) : U' ';
            if (current == 0xFFFD) {
                score -= 4;
            } else if (isLetterOfTheWest(current)) {
                const bool isCapitalInside = !isLower(current) && isLower(before);
                score += isCapitalInside                         ? -3
                         : (isLetter(before) || isLetter(after)) ? letterWeight(current)
                                                                 : 0;
            } else {
                // An apostrophe, or an acute accent for want of one, is what stands between two letters.
                const bool isBetween = isLetter(before) && isLetter(after);
                const bool isQuote = current >= 0x2018 && current <= 0x201E;
                const bool isUsual = isQuote || current == 0x2013 || current == 0x2014 || current == 0x2026 ||
                                     current == 0x2022 || current == 0x20AC || current == 0xA0 ||
                                     current == 0xAB || current == 0xBB || current == 0xB0;
                score += isBetween ? (current == 0x2019 || current == 0xB4 ? 1 : -3) : isUsual ? 1 : -1;
            }
        }
        before = current;
    }
    return score;
}

/// Ten or more characters of several bytes for each byte that is none: UTF-8 that somebody damaged.
bool isMostlyUtf8(std::string_view bytes) {
    std::int64_t good = 0;
    std::int64_t bad = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t before = at;
        const bool isBroken = readCodePoint(bytes, at) == 0xFFFD && at == before + 1;
        bad += isBroken ? 1 : 0;
        good += at > before + 1 ? 1 : 0;
    }
    return good >= 10 * bad;
}

/// The name of the likeliest encoding of bytes that are no UTF-8. Never empty.
std::string guessEncoding(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 65536);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
    std::string best = "windows-1252";
    if (U_SUCCESS(status)) {
        ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
        std::int32_t found = 0;
        const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
        // A handful of accents tells the detector little, and the texts here are Western European: another
        // answer must be much surer than Latin 1.
        std::int32_t western = 0;
        std::int32_t other = 0;
        for (std::int32_t index = 0; U_SUCCESS(status) && index < found; ++index) {
            const std::string_view name = ucsdet_getName(matches[index], &status);
            const std::int32_t confidence = ucsdet_getConfidence(matches[index], &status);
            if (name == "ISO-8859-1" || name == "windows-1252") {
                western = std::max(western, confidence);
            } else if (other == 0 && name.substr(0, 3) != "IBM" && name.substr(0, 6) != "UTF-16" &&
                       name.substr(0, 6) != "UTF-32" && name != "UTF-8" && name.substr(0, 8) != "ISO-2022") {
                other = confidence;
                best = name;
            }
        }
        if (other < 50 || other < western + 25)
            best = "windows-1252";
    }
    if (best == "windows-1252") {
        // The older ones only where they read clearly better.
        int bestScore = westernScore(head, "windows-1252") + 3;
        for (const char* candidate : {"macintosh", "IBM850"}) {
            const int score = westernScore(head, candidate);
            if (score > 0 && score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
    }
    return best;
}

/// Only the last character is cut off: a file that was not copied to its end.
bool isUtf8CutShort(std::string_view bytes) {
    for (std::size_t cut = 1; cut <= 3 && cut < bytes.size(); ++cut) {
        const auto lead = static_cast<unsigned char>(bytes[bytes.size() - cut]);
        if (lead >= 0xC2 && lead <= 0xF4) {
            const std::size_t needed = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            return needed > cut && bytes.size() > 2 * cut &&
                   isValidUtf8(bytes.substr(0, bytes.size() - cut)) &&
                   std::any_of(bytes.begin(), bytes.end() - static_cast<std::ptrdiff_t>(cut),
                               [](char each) { return static_cast<unsigned char>(each) >= 0x80; });
        }
        if ((lead & 0xC0U) != 0x80U)
            return false;
    }
    return false;
}

/// Characters past U+FFFF that a program wrote as two halves of three bytes each (CESU-8, as some databases
/// export), and halves alone, which no UTF-8 has. Nothing where the rest is not UTF-8 either.
struct Halves {
    std::string text;
    std::int64_t joined = 0;
    std::int64_t alone = 0; ///< became U+FFFD
};
std::optional<Halves> mendHalves(std::string_view bytes) {
    const auto halfAt = [bytes](std::size_t at) -> char32_t {
        if (at + 3 > bytes.size() || bytes[at] != '\xED')
            return 0;
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        const auto third = static_cast<unsigned char>(bytes[at + 2]);
        if (second < 0xA0 || second > 0xBF || third < 0x80 || third > 0xBF)
            return 0;
        return 0xD000U + ((second & 0x3FU) << 6U) + (third & 0x3FU);
    };
    std::size_t at = bytes.find('\xED');
    Halves mended;
    std::size_t from = 0;
    for (; at != std::string_view::npos; at = bytes.find('\xED', at)) {
        const char32_t half = halfAt(at);
        if (half == 0) {
            ++at;
            continue;
        }
        mended.text.append(bytes, from, at - from);
        const char32_t other = half < 0xDC00 ? halfAt(at + 3) : 0;
        const bool isPair = other >= 0xDC00;
        appendCodePoint(mended.text,
                        isPair ? 0x10000U + ((half - 0xD800U) << 10U) + (other - 0xDC00U) : 0xFFFD);
        ++(isPair ? mended.joined : mended.alone);
        at += isPair ? 6 : 3;
        from = at;
    }
    if (mended.joined + mended.alone == 0)
        return std::nullopt;
    mended.text.append(bytes, from, bytes.size() - from);
    return isValidUtf8(mended.text) ? std::optional(std::move(mended)) : std::nullopt;
}

base::Status refuseBinary(std::string_view bytes, const std::string& fileName) {
    const bool hasNul = std::memchr(bytes.data(), '\0', bytes.size()) != nullptr;
    if (!hasNul && !isMostlyControls(bytes))
        return {};
    return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "is not a text file but binary data",
                      "export it as text, CSV or WebVTT first");
}

/// In place: a large text is not in memory twice for the sake of its line ends.
void normaliseInPlace(std::string& text) {
    std::size_t from = text.find('\r');
    if (from == std::string::npos)
        return;
    std::size_t to = from;
    while (from < text.size()) {
        // text[from] is a \r
        text[to++] = '\n';
        from += from + 1 < text.size() && text[from + 1] == '\n' ? 2U : 1U;
        const std::size_t end = std::min(text.find('\r', from), text.size());
        std::memmove(text.data() + to, text.data() + from, end - from);
        to += end - from;
        from = end;
    }
    text.resize(to);
}

void finish(Decoded& decoded, std::string&& text, const Sink* sink) {
    if (sink != nullptr && sink->broken > 0)
        decoded.warnings.push_back(
            base::said("{} {} not valid in {} and {} shown as U+FFFD, first in line {}", sink->broken,
                       base::Phrase(sink->broken == 1 ? "byte or character is" : "bytes or characters are"),
                       decoded.encoding, base::Phrase(sink->broken == 1 ? "is" : "are"),
                       lineOf(text, sink->firstBroken)));
    if (looksLikeMojibake(text))
        decoded.warnings.emplace_back(
            "looks like UTF-8 that was read as windows-1252 and saved again (\"Ã©\" for "
            "\"é\"): export the file anew as UTF-8, or read it as \"UTF-8 twice\", which mends it");
    decoded.text = std::move(text);
    normaliseInPlace(decoded.text);
}

} // namespace

base::Result<Decoded> decode(std::string_view bytes, const std::string& fileName, std::string_view encoding) {
    if (encoding == twice) {
        RAPPORT_ASSIGN(Decoded decoded, decode(bytes, fileName));
        decoded.text = repairMojibake(decoded.text);
        decoded.encoding = twice;
        decoded.isGuess = false;
        decoded.warnings.clear();
        return decoded;
    }
    Decoded decoded;
    std::string name(encoding);
    const Mark* mark = nullptr;
    for (const Mark& each : marks) {
        if (mark == nullptr && bytes.substr(0, each.bytes.size()) == each.bytes)
            mark = &each;
    }
    if (!name.empty() && !openConverter(name))
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}},
                          base::said("unknown encoding '{}'", name),
                          "use for instance UTF-8, windows-1252, ISO-8859-15, macintosh, cp850 or UTF-16");
    if (bytes.empty()) {
        decoded.encoding = name.empty() ? "UTF-8" : name;
        return decoded;
    }
    if (const auto mended = name.empty() || letters(name) == "utf8" ? mendHalves(bytes) : std::nullopt) {
        RAPPORT_ASSIGN(decoded, decode(mended->text, fileName, "UTF-8"));
        decoded.warnings.push_back(base::said(
            "{} characters were written as two halves and put together; {} halves stood alone and are "
            "shown as U+FFFD",
            mended->joined, mended->alone));
        return decoded;
    }
    if (mark != nullptr) {
        const std::string plain = letters(name);
        if (!name.empty() && plain != letters(mark->encoding) && plain != "utf16" && plain != "utf32" &&
            plain != "unicode" && letters(mark->encoding).find(plain) != 0)
            decoded.warnings.push_back(
                base::said("read as {}, which its byte order mark says, not as {}", mark->encoding, name));
        decoded.hadByteOrderMark = true;
        name = mark->encoding;
        bytes.remove_prefix(mark->bytes.size());
    } else if (name.empty()) {
        const char* wide = utf16ByNuls(bytes);
        if (wide != nullptr) {
            name = wide;
            decoded.isGuess = true;
        } else {
            RAPPORT_TRY(refuseBinary(bytes, fileName));
            if (isValidUtf8(bytes) || isUtf8CutShort(bytes)) {
                name = "UTF-8";
            } else {
                name = isMostlyUtf8(bytes) ? "UTF-8" : guessEncoding(bytes);
                decoded.isGuess = true;
            }
        }
    }

    // Strict UTF-8 is its own text: no need for a converter.
    const bool isUtf8 = letters(name) == "utf8";
    if (isUtf8 && isValidUtf8(bytes)) {
        RAPPORT_TRY(refuseBinary(bytes, fileName));
        decoded.encoding = "UTF-8";
        finish(decoded, std::string(bytes), nullptr);
        return decoded;
    }
    const Converter converter = openConverter(name);
    if (!converter)
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}},
                          base::said("unknown encoding '{}'", name));
    decoded.encoding = standardName(converter.get(), name);
    Sink sink;
    if (!convert(converter.get(), bytes, decoded.encoding == "windows-1252", sink))
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}},
                          base::said("cannot be read as {}", decoded.encoding), "choose another encoding");
    RAPPORT_TRY(refuseBinary(sink.text, fileName));
    const auto isC1 = [](std::string_view text) {
        for (std::size_t at = text.find('\xC2'); at != std::string_view::npos;
             at = text.find('\xC2', at + 1)) {
            if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0)
                return true;
        }
        return false;
    };
    if (decoded.encoding == "ISO-8859-1" && isC1(sink.text))
        decoded.warnings.emplace_back("holds control characters where windows-1252 has quotation marks and "
                                      "dashes: it is more likely windows-1252");
    std::string text = std::move(sink.text);
    finish(decoded, std::move(text), &sink);
    return decoded;
}

std::string decodeName(std::string_view bytes) {
    if (isValidUtf8(bytes))
        return std::string(bytes);
    if (auto decoded = decode(bytes, {}, "windows-1252"))
        return std::move(decoded->text);
    std::string name;
    for (const char byte : bytes)
        appendCodePoint(name,
                        static_cast<unsigned char>(byte) < 0x80 ? static_cast<char32_t>(byte) : U'\uFFFD');
    return name;
}

std::string normaliseLineEnds(std::string_view text) {
    std::string normal(text);
    normaliseInPlace(normal);
    return normal;
}

std::vector<std::string> encodingNames() {
    return {"UTF-8",        "windows-1252", "ISO-8859-1",   "ISO-8859-15",  "macintosh",       "IBM850",
            "IBM437",       "IBM00858",     "UTF-16",       "UTF-16LE",     "UTF-16BE",        "UTF-32",
            "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255",    "windows-1256",
            "windows-1257", "ISO-8859-2",   "ISO-8859-7",   "ISO-8859-9",   "KOI8-R",          "Shift_JIS",
            "EUC-JP",       "EUC-KR",       "Big5",         "GB18030",      std::string(twice)};
}

namespace {

/// The byte that windows-1252 writes for a character, if it writes one above ASCII.
std::optional<unsigned> windowsByte(char32_t codePoint) {
    static constexpr std::array<char32_t, 32> high{
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (codePoint >= 0xA0 && codePoint <= 0xFF)
        return static_cast<unsigned>(codePoint);
    for (std::size_t index = 0; index < high.size(); ++index) {
        if (high[index] == codePoint)
            return 0x80U + static_cast<unsigned>(index);
    }
    return std::nullopt;
}

} // namespace

namespace {

/// The character that stands at `at` as several, each a byte of its UTF-8 read as windows-1252; moves `at`
/// past them. Empty, and `at` past one character, if there is none.
std::string undoubled(std::string_view text, std::size_t& at) {
    const auto lead = windowsByte(readCodePoint(text, at));
    if (!lead || *lead < 0xC2 || *lead > 0xF4)
        return {};
    const std::size_t length = *lead < 0xE0 ? 2 : *lead < 0xF0 ? 3 : 4;
    std::string bytes(1, static_cast<char>(static_cast<unsigned char>(*lead)));
    std::size_t next = at;
    while (bytes.size() < length && next < text.size()) {
        const auto continuation = windowsByte(readCodePoint(text, next));
        if (!continuation || *continuation > 0xBF)
            return {};
        bytes += static_cast<char>(static_cast<unsigned char>(*continuation));
    }
    if (bytes.size() != length || !isValidUtf8(bytes))
        return {};
    at = next;
    return bytes;
}

} // namespace

bool looksLikeMojibake(std::string_view text) {
    std::int64_t doubled = 0;
    std::int64_t plain = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        ++(undoubled(text, at).empty() ? plain : doubled);
    }
    return doubled > 0 && doubled >= plain;
}

std::string repairMojibake(std::string_view text) {
    std::string mended;
    mended.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            mended += text[at++];
            continue;
        }
        const std::size_t begin = at;
        const std::string character = undoubled(text, at);
        if (character.empty())
            mended += text.substr(begin, at - begin);
        else
            mended += character;
    }
    return mended;
}

} // namespace rapport::text
