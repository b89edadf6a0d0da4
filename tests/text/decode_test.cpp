// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.hpp"
#include "text/decode.h"
#include "text/utf8.h"
#include "unicode_gen.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace rapport;
using namespace rapport::text;
using namespace std::string_literals;

namespace {

/// UTF-16 or UTF-32 bytes of a text, written here by hand so that the reader is not checked against itself.
std::string wide(const std::vector<char32_t>& characters, int width, bool isBigEndian) {
    std::string bytes;
    const auto put = [&](std::uint32_t unit) {
        for (int index = 0; index < width; ++index) {
            const int shift = 8 * (isBigEndian ? width - 1 - index : index);
            bytes += static_cast<char>(static_cast<unsigned char>((unit >> shift) & 0xFFU));
        }
    };
    for (const char32_t each : characters) {
        if (width == 2 && each > 0xFFFF) {
            put(0xD800U + ((each - 0x10000U) >> 10U));
            put(0xDC00U + ((each - 0x10000U) & 0x3FFU));
        } else {
            put(each);
        }
    }
    return bytes;
}

const std::string dutch = "Een re\u00EBel idee\u00EBnboek: de co\u00F6rdinatie van caf\u00E9s, \u00E9\u00E9n "
                          "za\u00EFrees programma \u2013 \u2018ge\u00FCpdatet\u2019.\n";

/// `dutch` in three old encodings, byte by byte from their code charts.
const std::string dutchWindows =
    "Een re\xEB"
    "el idee\xEBnboek: de co\xF6rdinatie van caf\xE9s, \xE9\xE9n za\xEFrees programma \x96 "
    "\x91ge\xFCpdatet\x92.\n";
const std::string dutchMac =
    "Een re\x91"
    "el idee\x91nboek: de co\x9Ardinatie van caf\x8Es, \x8E\x8En za\x95rees programma \xD0 "
    "\xD4ge\x9Fpdatet\xD5.\n";

std::string reference(const std::string& path) {
    const char* root = std::getenv("RAPPORT_REFERENCE");
    if (root == nullptr)
        return {};
    std::ifstream in(std::string(root) + "/data/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("plain UTF-8 is taken as it is") {
    const auto decoded = decode("na\u00EFef\n", "f.txt");
    REQUIRE(decoded);
    CHECK(decoded->text == "na\u00EFef\n");
    CHECK(decoded->encoding == "UTF-8");
    CHECK_FALSE(decoded->isGuess);
    CHECK_FALSE(decoded->hadByteOrderMark);
    CHECK(decoded->warnings.empty());
    CHECK(decode("", "f.txt")->text.empty());
}

TEST_CASE("a byte order mark names the encoding and is no part of the text") {
    const std::vector<char32_t> text{U'a', 0xE9, 0x1F600, U'\n', U'b'};
    const std::string wanted = test::toUtf8(text);
    struct Row {
        std::string bytes;
        const char* encoding;
    };
    for (const Row& row :
         {Row{"\xEF\xBB\xBF" + wanted, "UTF-8"}, Row{"\xFF\xFE" + wide(text, 2, false), "UTF-16LE"},
          Row{"\xFE\xFF" + wide(text, 2, true), "UTF-16BE"},
          Row{"\xFF\xFE\0\0"s + wide(text, 4, false), "UTF-32LE"},
          Row{"\0\0\xFE\xFF"s + wide(text, 4, true), "UTF-32BE"}}) {
        CAPTURE(row.encoding);
        const auto decoded = decode(row.bytes, "f.txt");
        REQUIRE(decoded);
        CHECK(decoded->text == wanted);
        CHECK(decoded->encoding == row.encoding);
        CHECK(decoded->hadByteOrderMark);
        CHECK_FALSE(decoded->isGuess);
    }
    CHECK(decode("\xEF\xBB\xBF", "f.txt")->text.empty());
    const auto contradicted = decode("\xEF\xBB\xBF\xC3\xA9", "f.txt", "windows-1252");
    REQUIRE(contradicted);
    CHECK(contradicted->text == "\u00E9");
    CHECK(contradicted->warnings.size() == 1);
    CHECK(decode("\xFF\xFE"
                 "a\0"s,
                 "f.txt", "UTF-16")
              ->warnings.empty());
}

TEST_CASE("any text comes back from UTF-8, UTF-16 and UTF-32, with or without a mark") {
    CHECK(rc::check([] {
        const auto characters = *test::codePoints();
        const std::string wanted = normaliseLineEnds(test::toUtf8(characters));
        if (characters.empty() || characters.front() == 0xFEFF)
            return;
        for (const bool isBigEndian : {false, true}) {
            const auto named =
                decode(wide(characters, 2, isBigEndian), "f", isBigEndian ? "UTF-16BE" : "UTF-16LE");
            RC_ASSERT(named.has_value());
            RC_ASSERT(named->text == wanted);
            const auto marked =
                decode((isBigEndian ? "\xFE\xFF" : "\xFF\xFE") + wide(characters, 2, isBigEndian), "f");
            RC_ASSERT(marked.has_value());
            RC_ASSERT(marked->text == wanted);
            const auto broad =
                decode(wide(characters, 4, isBigEndian), "f", isBigEndian ? "UTF-32BE" : "UTF-32LE");
            RC_ASSERT(broad.has_value());
            RC_ASSERT(broad->text == wanted);
        }
        const auto plain = decode(test::toUtf8(characters), "f");
        RC_ASSERT(plain.has_value());
        RC_ASSERT(plain->text == wanted);
    }));
}

TEST_CASE("any bytes give valid UTF-8 or an error, never anything else") {
    CHECK(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        for (const char* encoding :
             {"", "UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "cp850", "Shift_JIS"}) {
            const auto decoded = decode(bytes, "f", encoding);
            if (decoded) {
                RC_ASSERT(isValidUtf8(decoded->text));
                RC_ASSERT(decoded->text.find('\r') == std::string::npos);
                RC_ASSERT(decoded->text.find('\0') == std::string::npos);
            }
        }
    }));
}

TEST_CASE("UTF-16 without a mark is known by its NUL bytes") {
    std::vector<char32_t> text;
    for (const char each : "De leerkracht ziet het kind.\r\nEn dan?"s)
        text.push_back(static_cast<unsigned char>(each));
    CHECK(decode(wide(text, 2, false), "f")->text == "De leerkracht ziet het kind.\nEn dan?");
    CHECK(decode(wide(text, 2, true), "f")->encoding == "UTF-16BE");
    CHECK(decode(wide(text, 2, true), "f")->isGuess);
}

TEST_CASE("UTF-16 cut off in the middle is read with a warning") {
    const std::vector<char32_t> text{U'a', U'b', U'\n', U'c', 0x1F600};
    const std::string whole = "\xFF\xFE" + wide(text, 2, false);
    for (const std::size_t cut : {1U, 2U, 3U}) {
        const auto decoded = decode(std::string_view(whole).substr(0, whole.size() - cut), "f");
        REQUIRE(decoded);
        CHECK(decoded->text == "ab\nc\uFFFD");
        REQUIRE(decoded->warnings.size() == 1);
        CHECK_THAT(decoded->warnings.front(), Catch::Contains("first in line 2"));
    }
    const auto lone = decode("\xFF\xFE\x00\xD8\x61\x00"s, "f");
    REQUIRE(lone);
    CHECK(lone->text == "\uFFFD"
                        "a");
}

TEST_CASE("UTF-8 cut off in the last character stays UTF-8") {
    const auto decoded = decode("Zo\u00EB, re\u00EBel, \u00E9\u00E9n caf\xC3", "f");
    REQUIRE(decoded);
    CHECK(decoded->encoding == "UTF-8");
    CHECK(decoded->text == "Zo\u00EB, re\u00EBel, \u00E9\u00E9n caf\uFFFD");
    CHECK(decoded->warnings.size() == 1);
}

TEST_CASE("UTF-8 with a broken byte among many good ones stays UTF-8") {
    std::string bytes;
    for (int count = 0; count < 30; ++count)
        bytes += "re\u00EBel ";
    const auto decoded = decode(bytes + "\xE9n", "f");
    REQUIRE(decoded);
    CHECK(decoded->encoding == "UTF-8");
    CHECK(decoded->text == bytes + "\uFFFDn");
    CHECK(decoded->isGuess);
}

TEST_CASE("characters that were written as two halves are put together, a half alone is told") {
    const auto joined = decode("caf\u00E9 \xED\xA0\xBD\xED\xB8\x80 en \xED\xA0\xBD.", "f");
    REQUIRE(joined);
    CHECK(joined->text == "caf\u00E9 \U0001F600 en \uFFFD.");
    CHECK(joined->encoding == "UTF-8");
    REQUIRE(joined->warnings.size() == 1);
    CHECK(std::string(joined->warnings[0]).find("1 characters were written as two halves") == 0);
    CHECK(decode("\xEF\xBB\xBF\xED\xB8\x80 x", "f")->text == "\uFFFD x");
    CHECK(decode("\xEF\xBB\xBF\xED\xB8\x80 x", "f")->hadByteOrderMark);
    // Where the rest is no UTF-8 it is an old encoding, as before.
    CHECK(decode("\xED\xA0\x80 re\xEB"
                 "el",
                 "f")
              ->encoding == "windows-1252");
}

TEST_CASE("old Western encodings: windows-1252 by default, Mac Roman where it reads better") {
    const auto windows = decode(dutchWindows, "f");
    REQUIRE(windows);
    CHECK(windows->text == dutch);
    CHECK(windows->encoding == "windows-1252");
    CHECK(windows->isGuess);
    CHECK(decode("caf\xE9", "f")->text == "caf\u00E9");
    CHECK(decode("\x93Hi\x94 \x80 5", "f")->text == "\u201CHi\u201D \u20AC 5");

    const auto mac = decode(dutchMac, "f");
    REQUIRE(mac);
    CHECK(mac->encoding == "macintosh");
    CHECK(mac->text == dutch);
    CHECK(decode(dutchMac, "f", "Mac Roman")->text == dutch);
    CHECK(decode(dutchMac, "f", "macintosh")->text == dutch);
}

TEST_CASE("an encoding by name is obeyed") {
    CHECK(decode("\x82\x82n re\x89"
                 "el",
                 "f", "cp850")
              ->text == "\u00E9\u00E9n re\u00EB"
                        "el");
    CHECK(decode("\xD5", "f", "cp850")->text == "\u0131");
    CHECK(decode("\xD5", "f", "cp858")->text == "\u20AC");
    CHECK(decode("\xA4", "f", "ISO-8859-15")->text == "\u20AC");
    CHECK(decode("\xA4", "f", "latin1")->text == "\u00A4");
    const auto latin = decode("it\x92s", "f", "ISO-8859-1");
    REQUIRE(latin);
    CHECK(latin->text == "it\u0092s");
    CHECK(latin->warnings.size() == 1);
    CHECK_FALSE(latin->isGuess);
    const auto unknown = decode("a", "f.txt", "klingon");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == base::Errc::Unreadable);
    CHECK(base::describe(unknown.error()) == "f.txt: unknown encoding 'klingon'");
    for (const std::string& name : encodingNames()) {
        CAPTURE(name);
        CHECK(decode("", "f", name).has_value());
    }
}

TEST_CASE("bytes that the encoding does not have are told, with number and place") {
    const auto decoded = decode("a\nb\x81\x8D\n", "f", "windows-1252");
    REQUIRE(decoded);
    CHECK(decoded->text == "a\nb\uFFFD\uFFFD\n");
    REQUIRE(decoded->warnings.size() == 1);
    CHECK_THAT(decoded->warnings.front(),
               Catch::StartsWith("2 bytes or characters are not valid in windows-1252"));
    CHECK_THAT(decoded->warnings.front(), Catch::EndsWith("first in line 2"));
    CHECK(decode("ok \xEF\xBF\xBD", "f")->warnings.empty()); // a real U+FFFD is no fault
    CHECK(decode("caf\xE9 \xC3\xA9", "f", "UTF-8")->text == "caf\uFFFD \u00E9");
}

TEST_CASE("binary content is refused") {
    for (const std::string& bytes :
         {"PK\x03\x04\x14\0\x06\0"s, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "a,b\n1,\0\n"s, std::string(100, '\0'),
          "\x01\x02\x03\x04\x05\x06\x07\x08 abc"s,
          "\xEF\xBB\xBF"
          "a\0b"s}) {
        const auto decoded = decode(bytes, "f.bin");
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().code == base::Errc::Unreadable);
        CHECK(decoded.error().where->file == "f.bin");
    }
    CHECK_FALSE(decode("a\0b"s, "f", "windows-1252"));
    CHECK(decode("an old file of DOS\x1A", "f"));
}

TEST_CASE("line ends become one line feed") {
    CHECK(normaliseLineEnds("a\r\nb\rc\nd\r\r\n\r") == "a\nb\nc\nd\n\n\n");
    CHECK(normaliseLineEnds("").empty());
    CHECK(decode("a\r\nb\r", "f")->text == "a\nb\n");
    CHECK(decode("a\xC2\xA0"
                 "b\xE2\x80\xA8"
                 "c",
                 "f")
              ->text == "a\u00A0b\u2028c"); // nothing else changes
}

TEST_CASE("text that was decoded twice is recognised") {
    for (const char* twice :
         {"caf\u00C3\u00A9", "re\u00C3\u00ABel", "it\u00E2\u20AC\u2122s", "\u00E2\u201A\u00AC 5"}) {
        CHECK(looksLikeMojibake(twice));
        CHECK(decode(twice, "f")->warnings.size() == 1);
    }
    for (const char* fine : {"", "cafe", "caf\u00E9", "\u00C3", "S\u00C3O PAULO", "\u00E9\u00E9n re\u00EBel",
                             "it\u2019s", "r\u00E9\u00EB \u00FC\u00B0 \u00C2\u00AB caf\u00E9"})
        CHECK_FALSE(looksLikeMojibake(fine));
}

TEST_CASE("a Dutch text in eleven encodings, where the reference files are there") {
    const std::string wanted = normaliseLineEnds(reference("encodings/utf-8-dutch.txt"));
    if (wanted.empty())
        return;
    struct Row {
        const char* file;
        const char* asked;
        const char* found;
    };
    for (const Row& row :
         {Row{"utf-16-dutch.txt", "", "UTF-16LE"}, Row{"utf-16le-dutch.txt", "", "UTF-16LE"},
          Row{"utf-16be-dutch.txt", "", "UTF-16BE"}, Row{"windows-1252-dutch.txt", "", "windows-1252"},
          Row{"iso-8859-1-dutch.txt", "", "windows-1252"}, Row{"macroman-dutch.txt", "", "macintosh"},
          Row{"cp850-dutch.txt", "", "IBM850"}, Row{"cp850-dutch.txt", "cp850", "IBM850"},
          Row{"cp437-dutch.txt", "cp437", "IBM437"}, Row{"cp858-dutch.txt", "cp858", "IBM00858"},
          Row{"iso-8859-15-dutch.txt", "ISO-8859-15", "ISO-8859-15"}}) {
        CAPTURE(row.file, row.asked);
        const auto decoded = decode(reference(std::string("encodings/") + row.file), row.file, row.asked);
        REQUIRE(decoded);
        CHECK(decoded->encoding == row.found);
        CHECK(decoded->text == wanted);
    }
}
