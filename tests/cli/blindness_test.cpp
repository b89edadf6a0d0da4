// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a blind rater asks, of the study with --as or of a pack: no name, attribute, other rater or
// agreement comes out, on either stream.
#include "cli/program.h"
#include "support/catch.hpp"

#include <algorithm>
#include <sstream>

using rapport::test::Outcome;
using rapport::test::Program;

namespace {

void makeStudy(const Program& program) {
    program.write("answers.csv", "participant,cohort,Q1,Q2\n"
                                 "Zwaluw-1,Merel-2024,Ze luistert naar het kind.,Samen lezen.\n"
                                 "Zwaluw-2,Merel-2025,Hij geeft het kind ruimte.,Een compliment.\n"
                                 "Zwaluw-3,Merel-2025,Het kind mag kiezen.,Rustig praten.\n");
    program.write("kring.txt", "Annelies: Hoe ging het met het kind?\nBarend: Goed.\nAnnelies: Fijn.\n");
    program.must(
        "rapport new s.rapport --title Kringen && rapport import s.rapport answers.csv && "
        "rapport import s.rapport kring.txt --as transcript && "
        "rapport raters s.rapport add Ada && rapport raters s.rapport add Gerda-Gans && "
        "rapport assign s.rapport --round rel1 --kind reliability --raters Ada,Gerda-Gans --prompts Q1 "
        "--transcripts --stratify cohort");
    for (const char* unit : {"Zwaluw-1/Q1", "Zwaluw-2/Q1", "Zwaluw-3/Q1"}) {
        program.must(std::string("rapport code s.rapport --rater Gerda-Gans --unit ") + unit +
                     " --add closeness --complete");
        program.must(std::string("rapport code s.rapport --rater Ada --unit ") + unit + " --complete");
    }
    program.must("rapport pack s.rapport --rater Ada --out ada.rpack");
}

const std::vector<std::string>& secrets() {
    static const std::vector<std::string> all{"Zwaluw",   "Merel",  "Gerda", "Gans",
                                              "Annelies", "Barend", "kring"};
    return all;
}

} // namespace

TEST_CASE("no command tells a blind rater what would unblind", "[cli]") {
    const Program program;
    makeStudy(program);
    const std::vector<std::string> asked{
        "info",
        "info --format json",
        "units",
        "units --format json",
        "search kind --format json",
        "search kind --facets speaker",
        "search source:Zwaluw*",
        "search speaker:Annelies",
        "search cohort:Merel-2025",
        "search rater:Gerda-Gans",
        "search code:closeness",
        "concordance kind --format json",
        "concordance kind",
        "concordance kind --sort speaker",
        "words dispersion kind --by speaker",
        "agreement --round rel1",
        "agreement --round rel1 --format json",
        "export --what codings --out own.csv && cat own.csv",
        "export --out own.json && cat own.json",
    };
    for (const std::string& each : asked) {
        const std::size_t command = each.find(' ');
        const std::string name = each.substr(0, command);
        const std::string rest = command == std::string::npos ? std::string() : each.substr(command);
        const std::size_t more = rest.find(" && ");
        const std::string options = rest.substr(0, more);
        const std::string after = more == std::string::npos ? std::string() : rest.substr(more);
        for (const std::string& line :
             {"rm -f own.*; rapport " + name + " s.rapport" + options + " --as rater:Ada" + after,
              "rm -f own.*; rapport " + name + " ada.rpack" + options + after}) {
            INFO(line);
            const Outcome outcome = program.run(line);
            for (const std::string& secret : secrets()) {
                // What the rater typed may be said back.
                if (each.find(secret) != std::string::npos)
                    continue;
                INFO(secret);
                CHECK(outcome.out.find(secret) == std::string::npos);
                CHECK(outcome.messages.find(secret) == std::string::npos);
            }
            if (name == "agreement")
                CHECK(outcome.exitCode == 1);
        }
    }
    // The coordinator sees all of it: the words above are there to be found.
    CHECK(program.must("rapport export s.rapport --what codings --out all.csv && cat all.csv")
              .find("Gerda-Gans") != std::string::npos);
    CHECK(program.must("rapport search s.rapport kind --format json").find("Zwaluw") != std::string::npos);
}

TEST_CASE("in a pack nothing can be done that is the coordinator's", "[cli]") {
    const Program program;
    makeStudy(program);
    for (const char* line :
         {"import ada.rpack answers.csv", "assign ada.rpack --round x --kind main --raters Ada",
          "open ada.rpack --round rel1", "raters ada.rpack add Nobody", "attributes ada.rpack --show cohort",
          "codebook ada.rpack freeze", "pack ada.rpack --rater Gerda-Gans --out other.rpack",
          "agreement ada.rpack --round rel1", "report ada.rpack --out r.html"}) {
        INFO(line);
        const Outcome outcome = program.run("rapport " + std::string(line));
        CHECK(outcome.exitCode != 0);
        CHECK(outcome.out.empty());
        CHECK_FALSE(outcome.messages.empty());
    }
    program.must("rapport check ada.rpack");
    CHECK(program.must("rapport merge s.rapport ada.rpack").find("nothing new") != std::string::npos);
}

TEST_CASE("who coordinates and rates writes in another rater's name without being shown that one's work",
          "[cli]") {
    const Program program;
    makeStudy(program);
    program.must(
        "rapport assign s.rapport --round rel2 --kind reliability --raters Ada,Gerda-Gans --prompts Q2 && "
        "rapport raters s.rapport coordinator Ada");
    program.must("rapport code s.rapport --rater Gerda-Gans --unit Zwaluw-1/Q2 --round rel2 --add closeness");
    const std::string json =
        program.must("rapport code s.rapport --rater Gerda-Gans --unit Zwaluw-1/Q2 --round rel2 "
                     "--add conflict --complete --format json");
    CHECK(json.find("closeness") == std::string::npos);
    CHECK(json.find("\"codings\": null") != std::string::npos);
    // Whether there was something to take back is not told either.
    program.must(
        "rapport code s.rapport --rater Gerda-Gans --unit Zwaluw-1/Q2 --round rel2 --remove secure_base");
    program.must(
        "rapport code s.rapport --rater Gerda-Gans --unit Zwaluw-1/Q2 --round rel2 --remove conflict");
    program.must("rapport export s.rapport --what codings --out codings.csv");
    CHECK(program.read("codings.csv").find("conflict") == std::string::npos);
    program.must("rapport code s.rapport --rater Ada --unit Zwaluw-1/Q2 --round rel2 --complete");
    CHECK(program.must("rapport code s.rapport --rater Gerda-Gans --unit Zwaluw-1/Q2 --round rel2 --complete")
              .find("closeness") != std::string::npos);
}

TEST_CASE("who coordinates and rates is not told by groups, spans or comparisons what waits", "[cli]") {
    const Program program;
    makeStudy(program);
    program.must("rapport open s.rapport --round rel1 && "
                 "rapport assign s.rapport --round rel2 --kind reliability --raters Ada,Gerda-Gans "
                 "--prompts Q1 --transcripts && "
                 "rapport code s.rapport --rater Gerda-Gans --unit Zwaluw-1/Q1 --round rel2 --complete && "
                 "rapport attributes s.rapport --blind cohort && "
                 "rapport raters s.rapport coordinator Ada");
    for (const char* line :
         {"compare s.rapport --round rel1 --with rel2 --ci none",
          "compare s.rapport --round rel2 --with rel1 --units all --ci none",
          "unitizing s.rapport --round rel2", "agreement s.rapport --round rel2",
          "agreement s.rapport --round rel2 --by version", "agreement s.rapport --round rel2 --periods 2",
          "disagreements s.rapport --round rel2", "report s.rapport --round rel2 --out r.md",
          "report s.rapport --round rel2 --out r.R"}) {
        INFO(line);
        const Outcome refused = program.run("rapport " + std::string(line));
        CHECK(refused.exitCode == 1);
        CHECK(refused.out.empty());
        CHECK(refused.messages.find("you still have units to rate yourself in round 'rel2'") !=
              std::string::npos);
    }
    const std::string split = "rapport agreement s.rapport --round rel1 --by cohort --codes closeness";
    const Outcome waiting = program.run(split);
    CHECK(waiting.out.find("Merel") == std::string::npos);
    CHECK(waiting.messages.find("round rel1: 3 units are left out") != std::string::npos);
    CHECK(waiting.messages.find("no unit was completed") == std::string::npos);
    for (const char* unit : {"Zwaluw-1/Q1", "Zwaluw-2/Q1", "Zwaluw-3/Q1"})
        program.must(std::string("rapport code s.rapport --rater Ada --round rel2 --complete --unit ") +
                     unit);
    CHECK(program.must(split).find("Merel-2025") != std::string::npos);
}

TEST_CASE("how far into its source a turn stands is not told where its source is hidden", "[cli]") {
    const Program program;
    makeStudy(program);
    const auto unitsOf = [&](const std::string& viewer) {
        return program.must("rapport units s.rapport --format csv" + viewer);
    };
    REQUIRE(unitsOf("").find("kring#2,kring,") != std::string::npos);
    program.must("rapport code s.rapport --rater Gerda-Gans --unit kring#1 --complete");
    CHECK(program.run("rapport analyse s.rapport frequencies").messages.find("left out") ==
          std::string::npos);
    program.must("rapport raters s.rapport coordinator Ada");
    for (const char* viewer : {"", " --as rater:Ada"}) {
        INFO(viewer);
        std::istringstream lines(unitsOf(viewer));
        std::size_t turns = 0;
        for (std::string line; std::getline(lines, line);) {
            if (line.rfind("R1-", 0) != 0)
                continue;
            ++turns;
            CHECK(line.find(",0,", line.size() - std::min<std::size_t>(line.size(), 7)) != std::string::npos);
        }
        CHECK(turns > 2);
        const std::string found =
            program.must("rapport search s.rapport goed --format csv" + std::string(viewer));
        CHECK(found.find(",0-4,") != std::string::npos);
    }
    const Outcome analysed = program.run("rapport analyse s.rapport frequencies");
    CHECK(analysed.out.find("left_out_to_rate") != std::string::npos);
    CHECK(analysed.messages.find("1 unit is left out") != std::string::npos);
    const std::string found = program.must("rapport search s.rapport goed --format csv");
    const std::size_t at = found.find("R1-");
    REQUIRE(at != std::string::npos);
    const std::string turn = found.substr(at, found.find(',', at) - at);
    // Who codes by a range counts as is told; the study holds where it stands.
    const std::string coded = program.must("rapport code s.rapport --rater Ada --unit " + turn +
                                           " --add closeness --range 0-4 --complete");
    CHECK(coded.find("closeness 0-4") != std::string::npos);
    program.must("rapport export s.rapport --what codings --out codings.csv");
    const std::string codings = program.read("codings.csv");
    CHECK(codings.find(",Goed,") != std::string::npos);
    CHECK(codings.find(",0,4,Goed") == std::string::npos);
}

TEST_CASE("raters of a training round are held against gold, and never against one another", "[cli]") {
    const Program program;
    makeStudy(program);
    program.must(
        "rapport raters s.rapport add Goud --kind gold && "
        "rapport assign s.rapport --round try --kind training --raters Ada,Gerda-Gans,Goud --prompts Q2");
    for (const char* rater : {"Goud", "Ada", "Gerda-Gans"})
        program.must(
            std::string("rapport code s.rapport --round try --unit Zwaluw-1/Q2 --add closeness --complete "
                        "--rater ") +
            rater);
    const Outcome plain = program.run("rapport agreement s.rapport --round try --codes closeness");
    CHECK(plain.out.find("no unit was completed") == std::string::npos);
    CHECK(plain.messages.find("such ratings never enter agreement") != std::string::npos);
    const std::string against =
        program.must("rapport agreement s.rapport --round try --codes closeness --gold Goud");
    CHECK(against.find("Against Goud\n") != std::string::npos);
    CHECK(against.find("no unit was rated by two raters") != std::string::npos);
}

TEST_CASE("blotting words out tells neither whose a text is nor who else rates it", "[cli]") {
    const Program program;
    makeStudy(program);
    program.must("rapport raters s.rapport coordinator Ada && "
                 "rapport pack s.rapport --rater Gerda-Gans --out gerda.rpack");
    const std::string units = program.must("rapport search gerda.rpack fijn --format csv");
    const std::size_t at = units.find("R1-");
    REQUIRE(at != std::string::npos);
    program.must("rapport redact gerda.rpack --unit " + units.substr(at, units.find(',', at) - at) +
                 " --words Fijn");
    program.must("cp gerda.rpack held-Gerda.rpack && cp s.rapport m.rapport");
    const std::string found = program.must("rapport search s.rapport goed --as rater:Ada --format csv");
    const std::size_t place = found.find("R1-");
    REQUIRE(place != std::string::npos);
    const std::string turn = found.substr(place, found.find(',', place) - place);
    program.must("cp s.rapport c.rapport");
    for (const std::string& line :
         {"redact s.rapport --as rater:Ada --unit " + turn + " --words Goed",
          "redact c.rapport --unit " + turn + " --words Goed --format json",
          "redact c.rapport --as rater:Ada --unit " + turn + " --words . --format json",
          std::string("merge m.rapport gerda.rpack"),
          std::string("merge m.rapport gerda.rpack --format json")}) {
        INFO(line);
        const Outcome outcome = program.run("rapport " + line);
        CHECK(outcome.exitCode == 0);
        for (const char* secret : {"kring", "Barend"}) {
            INFO(secret);
            CHECK(outcome.out.find(secret) == std::string::npos);
            CHECK(outcome.messages.find(secret) == std::string::npos);
        }
        if (line.find("--as") == std::string::npos)
            continue;
        for (const std::string& told : {outcome.out, outcome.messages}) {
            CHECK(told.find("Gerda") == std::string::npos);
            CHECK(told.find(".rpack") == std::string::npos);
        }
        const std::string& told = line.find("json") == std::string::npos ? outcome.messages : outcome.out;
        CHECK(told.find(line.find("json") == std::string::npos
                            ? "3 packs still hold the text"
                            : "\"unnamed_packs\": 3") != std::string::npos);
    }
    // What waits for nobody.
    CHECK(program.run("rapport redact c.rapport --unit Zwaluw-1/Q1 --words kind --format json")
              .out.find("answers.csv") != std::string::npos);
}

TEST_CASE("who coordinates and rates is told what searches for others' codes leave out", "[cli]") {
    const Program program;
    makeStudy(program);
    program.must("rapport open s.rapport --round rel1 && "
                 "rapport assign s.rapport --round rel2 --kind reliability --raters Ada,Gerda-Gans "
                 "--prompts Q1 && rapport code s.rapport --rater Ada --unit Zwaluw-1/Q1 --round rel2 "
                 "--complete && rapport codebook s.rapport split --code closeness --into near,warm");
    const auto search = [&](const std::string& query, const char* viewer = "") {
        return program.run("rapport search s.rapport " + query + " --format json" + viewer);
    };
    const auto isTold = [](const Outcome& outcome) {
        CHECK(outcome.exitCode == 0);
        return outcome.out.find("\"left_out_to_rate\": 2") != std::string::npos &&
               outcome.messages.find("2 units are left out") != std::string::npos;
    };
    const std::string recode = "rapport codebook s.rapport recode --format json";
    CHECK_FALSE(isTold(search("coded:yes@Gerda-Gans")));
    CHECK_FALSE(isTold(program.run(recode)));
    program.must("rapport raters s.rapport coordinator Ada");
    for (const char* query : {"coded:yes@Gerda-Gans", "coded:yes", "rater:Gerda-Gans", "coded:no",
                              "'kind NOT coded:yes@Gerda-Gans'", "'kind OR coded:no@Gerda-Gans'"}) {
        INFO(query);
        CHECK(isTold(search(query)));
    }
    CHECK(isTold(program.run(recode)));
    CHECK(program.run("rapport codebook s.rapport recode").messages.find("2 units are left out") !=
          std::string::npos);
    for (const char* query : {"kind", "coded:yes@Ada", "rater:Ada"}) {
        INFO(query);
        const Outcome outcome = search(query);
        CHECK(outcome.out.find("left_out_to_rate") == std::string::npos);
    }
    CHECK_FALSE(isTold(search("coded:yes", " --as rater:Ada")));
}
