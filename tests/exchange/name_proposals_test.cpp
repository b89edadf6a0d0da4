// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/name_proposals.h"
#include "exchange/pseudonyms.h"
#include "support/catch.hpp"

#include <set>

using namespace rapport;
using namespace rapport::exchange;
using Known = NameProposals::Known;

namespace {

/// A dictionary of a few words; of proper nouns it knows one.
std::optional<Known> look(std::string_view word, std::string_view language) {
    static const std::set<std::string, std::less<>> words{
        "de", "het", "ik", "moderator", "juf", "dan", "zei", "samen", "naar", "toen", "waarom", "ja"};
    if (language != "nl")
        return std::nullopt;
    std::string small(word);
    small.front() =
        small.front() >= 'A' && small.front() <= 'Z' ? static_cast<char>(small.front() + 32) : small.front();
    if (words.contains(small))
        return Known::Yes;
    return word == "Gent" ? Known::WithCapital : Known::No;
}

std::string proposed(const NameProposals& proposals) {
    std::string all;
    for (const NameProposal& each : proposals.finish())
        all += (all.empty() ? "" : ", ") + each.name + " " + std::to_string(each.times);
    return all;
}

} // namespace

TEST_CASE("capitalised words that are none of the language are proposed, the most frequent first") {
    NameProposals proposals(look);
    proposals.addText(
        "De juf zei dat Tibo naar Gent ging. Toen lachte Tibo. Waarom? ADHD, A1 en Q3.\n\u00C9lodie zei ja.",
        "nl");
    proposals.addText("Dan ging Annelies van den Berg, met Jan-Willem en D'Hondt, naar TIBO.", "nl");
    CHECK(proposed(proposals) ==
          "Tibo 2, \u00C9lodie 1, Annelies van den Berg 1, Jan-Willem 1, D'Hondt 1, Gent 1");
    const auto list = proposals.finish();
    CHECK(list.back().isInDictionary);
    CHECK(list[0].replacement == "Person 1");
    CHECK(list[0].example.find("Tibo naar Gent") != std::string::npos);
    // The list works as one of pseudonyms.
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const NameProposal& each : list)
        pairs.emplace_back(each.name, each.replacement);
    const auto names = Pseudonyms::fromPairs(pairs);
    REQUIRE(names);
    CHECK(names->apply("Met TIBO en annelies van den berg.") == "Met Person 1 en Person 3.");
}

TEST_CASE("without a dictionary only words inside sentences are proposed") {
    NameProposals proposals(look);
    proposals.addText("Yesterday we saw Marieke. Perhaps Tom knows: Then no. \"Well\" she said.", "en");
    CHECK(proposed(proposals) == "Marieke 1, Tom 1");
}

TEST_CASE("speakers are names unless they are words or numbers") {
    NameProposals proposals(look);
    for (const char* name : {"Moderator", "Els Peeters", "S1", "Juf 2", "R"})
        proposals.addSpeaker(name, "nl");
    CHECK(proposed(proposals) == "Els Peeters 1");
}

TEST_CASE("speakers are names also where the dictionary has them, and without what they are") {
    NameProposals proposals(look);
    for (const char* name :
         {"\u0218tefan", "Samen", "Juf Toen", "Els (moderator)", "Dan 2", "Tibo 2", "Leerling"})
        proposals.addSpeaker(name, "nl");
    proposals.addText("Ik ging samen, en toen ging \u0218tefan.", "nl");
    CHECK(proposed(proposals) == "\u0218tefan 2, Els 1, Tibo 1, Samen 1, Toen 1");
    CHECK(proposals.finish().back().isInDictionary);
}

TEST_CASE("names of every alphabet are proposed whole, however they are written") {
    const std::string apart = "Ionut\u0326";
    NameProposals proposals(look);
    proposals.addText("Dan ging Ionu\u021B met " + apart +
                          ", \u0410\u043D\u043D\u0430 en O\u02BCBrien, en "
                          "Jean\u2010Luc, Ver\u00ADhulst, \u01A0n en \u1E9Eela.",
                      "nl");
    CHECK(proposed(proposals) == "Ionu\u021B 2, \u0410\u043D\u043D\u0430 1, O\u02BCBrien 1, Jean\u2010Luc 1, "
                                 "Verhulst 1, \u01A0n 1, \u1E9Eela 1");
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const NameProposal& each : proposals.finish())
        pairs.emplace_back(each.name, each.replacement);
    CHECK(Pseudonyms::fromPairs(pairs).value().apply("Met " + apart + " en Ver\u00ADhulst.") ==
          "Met Person 1 en Person 5.");
}

TEST_CASE("small words that are words too belong to a name between two names alone") {
    NameProposals proposals(look);
    proposals.addText(
        "Dan zei Fatima el Hassouni, en ik ben Emma. Dan zei Tibo ben ja, en Jos\u00E9 dos Reis "
        "zag Ana al Samen.",
        "nl");
    CHECK(proposed(proposals) == "Fatima el Hassouni 1, Emma 1, Tibo 1, Jos\u00E9 dos Reis 1, Ana 1");
}

TEST_CASE("who stands in brackets behind a number is somebody") {
    NameProposals proposals(look);
    for (const char* name : {"Spreker 2 (Jan)", "Spreker 3 (Samen)", "Spreker 4 (ja)"})
        proposals.addSpeaker(name, "nl");
    for (const char* name : {"Speaker 5 (Piet)", "Group 6"})
        proposals.addSpeaker(name, "en");
    CHECK(proposed(proposals) == "Jan 1, Piet 1, Samen 1");
}
