// SPDX-License-Identifier: GPL-3.0-or-later
// Against a dictionary of a few words in Hunspell's format, made here.
#include "support/catch.hpp"
#include "support/scratch.h"
#include "text/spelling.h"

using namespace rapport;
using text::Dictionary;

namespace {

/// "foto" takes 's, "huis" is written out, "café" has an accent.
void write(test::ScratchFolder& scratch, const std::string& name) {
    scratch.write(name + ".aff", "SET UTF-8\n"
                                 "SFX A Y 1\n"
                                 "SFX A 0 's .\n"
                                 "SFX B Y 1\n"
                                 "SFX B 0 tje .\n");
    scratch.write(name + ".dic", "3\nfoto/A\nhuizen st:huis\ncaf\xC3\xA9/B\n");
}

} // namespace

TEST_CASE("dictionary: base forms, folded") {
    test::ScratchFolder scratch;
    write(scratch, "nl_NL");
    const auto dutch = Dictionary::ofLanguage("nl", {scratch.file("")});
    REQUIRE(dutch);
    CHECK(dutch->baseForms("foto's") == std::vector<std::string>{"foto"});
    CHECK(dutch->baseForms("foto") == std::vector<std::string>{"foto"});
    CHECK(dutch->baseForms("huizen") == std::vector<std::string>{"huis"});
    CHECK(dutch->baseForms("caf\xC3\xA9tje") == std::vector<std::string>{"cafe"});
    CHECK(dutch->baseForms("zebra").empty());
    CHECK(dutch->baseForms("").empty());
    CHECK(dutch->baseForms(std::string(5000, 'a')).empty());
    CHECK(dutch->baseForms("foto's") == std::vector<std::string>{"foto"}); // asked again
    CHECK(Dictionary::ofLanguage("nl", {scratch.file("")}) == dutch);      // read once
}

TEST_CASE("dictionary: none there, empty, of another language or encoding is none") {
    test::ScratchFolder scratch;
    CHECK_FALSE(Dictionary::ofLanguage("nl", {scratch.file("nowhere")}));
    scratch.write("nl_NL.aff", "");
    scratch.write("nl_NL.dic", "");
    CHECK_FALSE(Dictionary::ofLanguage("nl", {scratch.file("")}));
    CHECK_FALSE(Dictionary::ofLanguage("fr", {scratch.file("")}));
    test::ScratchFolder older;
    older.write("nl_NL.aff", "SET ISO8859-1\n");
    older.write("nl_NL.dic", "1\nfoto\n");
    CHECK_FALSE(Dictionary::ofLanguage("nl", {older.file("")}));
    // One that cannot be used does not stand in the way of the next, however often it is asked.
    test::ScratchFolder both;
    both.write("nl_BE.aff", "SET ISO8859-1\n");
    both.write("nl_BE.dic", "1\nfoto\n");
    write(both, "nl_NL");
    CHECK(Dictionary::ofLanguage("nl", {both.file("")}));
    CHECK(Dictionary::ofLanguage("nl", {both.file("")}));
    test::ScratchFolder odd;
    odd.write("nl_NL.aff", "SET UTF-8\nSFX A Y 3\n\xFF\xFE nonsense\n");
    odd.write("nl_NL.dic", "many\n\n/\n");
    const auto read = Dictionary::ofLanguage("nl", {odd.file("")});
    if (read)
        CHECK(read->baseForms("foto").empty());
}
