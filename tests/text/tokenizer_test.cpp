// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.hpp"
#include "support/tree.h"
#include "text/fold.h"
#include "text/tokenizer.h"
#include "text/tokenizer_paths.h"
#include "text/utf8.h"
#include "unicode_gen.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace rapport;
using namespace rapport::text;

namespace {

/// Tokens with a blank between them; | before one that starts a sentence, {joined} forms in braces.
std::string shown(const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& token : tokens) {
        if (!out.empty())
            out += ' ';
        if (token.isJoined)
            out += "{" + token.folded + "}";
        else
            out += (token.startsSentence ? "|" : "") + token.folded;
    }
    return out;
}

/// Everything about a token, for comparing the two paths.
std::string detailed(const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& token : tokens) {
        out += token.folded + " [" + std::to_string(token.range.begin.value) + "," +
               std::to_string(token.range.end.value) + ") bytes [" + std::to_string(token.bytes.begin.value) +
               "," + std::to_string(token.bytes.end.value) + ") at " + std::to_string(token.position) +
               (token.startsSentence ? " starts" : "") + (token.isJoined ? " joined" : "") + "\n";
    }
    return out;
}

/// What must hold for the tokens of any text.
void requireSound(const std::vector<Token>& tokens, const std::string& utf8) {
    const Token* before = nullptr;
    for (const Token& token : tokens) {
        RC_ASSERT(!token.folded.empty());
        RC_ASSERT(token.bytes.length() > 0);
        RC_ASSERT(token.range.length() > 0);
        const auto begin = static_cast<std::size_t>(token.bytes.begin.value);
        const auto end = static_cast<std::size_t>(token.bytes.end.value);
        RC_ASSERT(end <= utf8.size());
        RC_ASSERT(countCodePoints(std::string_view(utf8).substr(0, begin)) == token.range.begin.value);
        RC_ASSERT(countCodePoints(std::string_view(utf8).substr(0, end)) == token.range.end.value);
        if (token.isJoined) {
            RC_ASSERT(before != nullptr);
            RC_ASSERT(token.position == before->position);
            RC_ASSERT(token.bytes.begin == before->bytes.begin);
            RC_ASSERT(token.bytes.end > before->bytes.end);
            continue;
        }
        RC_ASSERT(token.folded == fold(std::string_view(utf8).substr(begin, end - begin)));
        RC_ASSERT(token.position == (before == nullptr ? 0 : before->position + 1));
        if (before != nullptr)
            RC_ASSERT(before->bytes.end <= token.bytes.begin);
        before = &token;
    }
}

/// Texts of the characters on which the rules turn, and of the tables' alphabet.
rc::Gen<std::string> trickyText() {
    static const std::vector<std::string> pieces{
        "a",      "B",      "ouders", "I",      "é",      "ß",      "œ",      "Ĳ",      "ĳ",      "ª",
        "º",      "µ",      "ø",      "ŉ",      "0",      "7",      "10",     ".",      ".",      ":",
        "_",      "@",      ",",      ";",      "'",      "\u2018", "\u2019", "-",      "\u2010", "\u2011",
        "\u2013", "\u2014", "\u2026", "\u00AD", "\u00AD", " ",      " ",      "\n",     "\r\n",   "\t",
        "\u00A0", "!",      "?",      "(",      ")",      "\"",     "\u201C", "\u201D", "/",      "&",
        "+",      "\u20AC", "²",      "½",      "·",      "\u0085", "~",      "ƒ",      "Ǆ",      "ɏ",
        "¿",      "×",      "i.p.v.", "e-mail"};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                        [](const std::vector<std::string>& chosen) {
                            std::string text;
                            for (const std::string& piece : chosen)
                                text += piece;
                            return text;
                        });
}

} // namespace

TEST_CASE("tokens: where other tokenizers disagree") {
    struct Row {
        const char* text;
        const char* tokens;
    };
    const auto row = GENERATE(values<Row>({
        {"", ""},
        {" \n\t.,;:!?()", ""},
        {"& + / - _ ' \u2019", ""},
        {"De leerkracht", "|de leerkracht"},
        // A forgotten space, very common in answers.
        {"van de ouders.Daarna ging", "|van de ouders |daarna ging"},
        {"ouders.daarna", "|ouders daarna"},
        {"jan@school.nl", "|jan school nl"},
        {"foto's foto\u2019s foto\u2018s", "|foto's foto's foto's"},
        {"zo'n don\u2019t 't 's ouders'", "|zo'n don't t s ouders"},
        {"i.p.v. de n.a.v. het", "|i {ipv} p v de n {nav} a v het"},
        {"d.w.z. Jan", "|d {dwz} w z jan"},
        {"e.g. this", "|e {eg} g this"},
        {"leerkracht-leerlingrelatie", "|leerkracht {leerkrachtleerlingrelatie} leerlingrelatie"},
        {"e-mail E\u2010mail e\u2011mail", "|e {email} mail e {email} mail e {email} mail"},
        {"leerkracht - leerling", "|leerkracht leerling"},
        {"school\u2013thuis", "|school thuis"},
        {"een-op-een", "|een {eenopeen} op een"},
        {"10-jarige 2020-2021 covid-19", "|10 {10jarige} jarige 2020 2021 covid {covid19} 19"},
        {"coördinator geënt één EEN Één", "|coordinator geent een een een"},
        {"e\u0301e\u0301n", "|een"},
        {"\u0132sland \u0133s ijs", "|ijsland ijs ijs"},
        {"leer\u00ADkracht", "|leerkracht"},
        {"10.000 3,5 1;2 5_5 1:30", "|10.000 3,5 1;2 5_5 1 30"},
        {"AT&T C++", "|at t c"},
        {"stra\u00DFe STRASSE \u0153uvre \u00E6sop", "|strasse strasse oeuvre aesop"},
        {"a_\u00AD", "|a"},
        {"a'@a 1@2", "|a a 1 2"},
        {"snake_case _a_ a_5 a.5 5.a", "|snake case a a 5 a 5 5 a"},
        {"a:b 1:2 naam:jan", "|a b 1 2 naam jan"},
        {"\uFB01jn m\u00B2 1\u00BD", "|fijn m 1"},
        {"\U0001F600 blij\U0001F600boos", "|blij boos"},
        {"привет Ёлка", "|привет елка"},
    }));
    CAPTURE(row.text);
    CHECK(shown(tokenize(row.text)) == row.tokens);
    CHECK(shown(detail::tokenizeByIcu(row.text)) == row.tokens);
}

TEST_CASE("tokens: sentences") {
    struct Row {
        const char* text;
        const char* tokens;
    };
    const auto row = GENERATE(values<Row>({
        {"Hij lacht. Zij niet.", "|hij lacht |zij niet"},
        {"Hij lacht! zij niet? nee", "|hij lacht |zij niet |nee"},
        {"Hij lacht ... zij niet", "|hij lacht zij niet"},
        {"Hij lacht... Zij niet", "|hij lacht |zij niet"},
        {"Hij lacht\u2026 Zij", "|hij lacht |zij"},
        {"regel een\nregel twee", "|regel een |regel twee"},
        {"regel een\r\nregel twee\u2028drie", "|regel een |regel twee |drie"},
        {"Zie art. 3, max. 20 op 5 jan. 2024", "|zie art 3 max 20 op 5 jan 2024"},
        {"Dat zei Jan. Toen, van art. Mooi", "|dat zei jan |toen van art |mooi"},
        {"J. Jansen en dhr. Bakker, bijv. Piet", "|j jansen en dhr bakker bijv piet"},
        {"i.p.v. De ouders", "|i {ipv} p v de ouders"},
        {"(Hij lacht.) Zij niet.", "|hij lacht |zij niet"},
        {"\"Hij lacht.\" Zij", "|hij lacht |zij"},
        {"in groep 3. Daarna", "|in groep 3 |daarna"},
        {"goed. 3 kinderen", "|goed |3 kinderen"},
        {"goed, Jan", "|goed jan"},
        {"\"Echt?\" zei ze. (Of niet?) Ja", "|echt zei ze |of niet |ja"},
    }));
    CAPTURE(row.text);
    CHECK(shown(tokenize(row.text)) == row.tokens);
    CHECK(shown(detail::tokenizeByIcu(row.text)) == row.tokens);
}

TEST_CASE("tokens: places are those of the text") {
    const std::string text = "\u00C9\u00E9n \U0001F600 i.p.v. twee";
    const auto tokens = tokenize(text);
    REQUIRE(shown(tokens) == "|een i {ipv} p v twee");
    CHECK(tokens[0].range == textRange(0, 3));
    CHECK(tokens[1].range == textRange(6, 7));
    CHECK(tokens[2].range == textRange(6, 11));
    CHECK(tokens[5].range == textRange(13, 17));
    CHECK(text.substr(static_cast<std::size_t>(tokens[5].bytes.begin.value)) == "twee");
    CHECK(tokens[5].position == 4);
}

TEST_CASE("tokens: the table path gives what ICU gives") {
    SECTION("on the characters that the rules turn on") {
        CHECK(rc::check([] {
            const std::string text = *trickyText();
            const auto byIcu = detail::tokenizeByIcu(text);
            const auto byTables = detail::tokenizeByTables(text);
            if (byTables)
                RC_ASSERT(detailed(*byTables) == detailed(byIcu));
            RC_CLASSIFY(byTables.has_value(), "by tables");
            requireSound(tokenize(text), text);
        }));
    }
    SECTION("on every pair and triple of the alphabet") {
        std::vector<std::string> alphabet;
        for (char32_t character = 0x20; character < 0x100; ++character) {
            std::string each;
            appendCodePoint(each, character);
            alphabet.push_back(each);
        }
        for (const char32_t character : {0x0Au, 0x0Du, 0x133u, 0x2013u, 0x2018u, 0x2019u, 0x2026u, 0x20ACu}) {
            std::string each;
            appendCodePoint(each, character);
            alphabet.push_back(each);
        }
        std::string text;
        int compared = 0;
        const std::vector<std::string> around{"a", "1", "'", "."};
        for (const std::string& first : alphabet) {
            for (const std::string& second : alphabet) {
                for (const std::string& outer : around) {
                    text = outer + first + second + outer;
                    const auto byTables = detail::tokenizeByTables(text);
                    if (!byTables)
                        continue;
                    ++compared;
                    if (detailed(*byTables) != detailed(detail::tokenizeByIcu(text)))
                        FAIL(text << "\n"
                                  << detailed(*byTables) << "--- ICU\n"
                                  << detailed(detail::tokenizeByIcu(text)));
                }
            }
        }
        CHECK(compared > 200'000);
    }
    SECTION("on any text") {
        CHECK(rc::check([] {
            const std::string text = test::toUtf8(*test::codePoints());
            const auto byTables = detail::tokenizeByTables(text);
            const auto byIcu = detail::tokenizeByIcu(text);
            if (byTables)
                RC_ASSERT(detailed(*byTables) == detailed(byIcu));
            requireSound(tokenize(text), text);
        }));
    }
    SECTION("on corpora") {
        std::vector<std::filesystem::path> roots{std::filesystem::path(rapport::support::sourceTree) /
                                                 "corpora"};
        if (const char* reference = std::getenv("RAPPORT_REFERENCE"))
            roots.emplace_back(reference);
        for (const auto& root : roots) {
            if (!std::filesystem::exists(root))
                continue;
            for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
                const std::string ending = entry.path().extension().string();
                if (!entry.is_regular_file() || (ending != ".txt" && ending != ".csv" && ending != ".vtt" &&
                                                 ending != ".srt" && ending != ".md" && ending != ".json"))
                    continue;
                std::ifstream file(entry.path(), std::ios::binary);
                std::string line;
                while (std::getline(file, line)) {
                    if (!isValidUtf8(line))
                        continue;
                    const auto byTables = detail::tokenizeByTables(line);
                    if (byTables && detailed(*byTables) != detailed(detail::tokenizeByIcu(line)))
                        FAIL(entry.path() << ": " << line);
                }
            }
        }
    }
}

TEST_CASE("tokens: bytes that are no UTF-8 do no harm") {
    CHECK(rc::check([](const std::string& bytes) {
        const auto tokens = tokenize(bytes);
        for (const Token& token : tokens)
            RC_ASSERT(static_cast<std::size_t>(token.bytes.end.value) <= bytes.size());
    }));
}

TEST_CASE("tokens: the fingerprint names the rules and ICU") {
    CHECK(tokenizerFingerprint().find("ICU ") != std::string::npos);
    CHECK(tokenizerFingerprint() == tokenizerFingerprint());
}

TEST_CASE("fold") {
    struct Row {
        const char* text;
        const char* folded;
    };
    const auto row = GENERATE(values<Row>({
        {"", ""},
        {"Jan DE Vries", "jan de vries"},
        {"Één", "een"},
        {"e\u0301", "e"},
        {"COÖRDINATOR", "coordinator"},
        {"\u0132sland", "ijsland"},
        {"\u0152uvre", "oeuvre"},
        {"\u00C6sop", "aesop"},
        {"Straße", "strasse"},
        {"foto\u2019s", "foto's"},
        {"leer\u00ADkracht", "leerkracht"},
        {"\uFF21\uFF11", "a1"},
        {"\u01FD", "ae"},
        {"\u0130", "i"},
        {"\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2", "\u03C3\u03B9\u03C3\u03C5\u03C6\u03BF\u03C3"},
    }));
    CAPTURE(row.text);
    CHECK(fold(row.text) == row.folded);
}

TEST_CASE("fold: folding twice is folding once, and the result is valid") {
    CHECK(rc::check([] {
        const std::string once = fold(test::toUtf8(*test::codePoints()));
        RC_ASSERT(isValidUtf8(once));
        RC_ASSERT(fold(once) == once);
    }));
}
