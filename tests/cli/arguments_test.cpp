// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/command.h"
#include "support/catch.hpp"

using namespace rapport::cli;

namespace {

struct Given {
    std::string study;
    std::vector<std::string> files;
    std::vector<std::string> raters;
    std::vector<std::string> add;
    std::string kind;
    std::optional<double> level;
    std::int64_t seed = 1;
    bool todo = false;
};

Parsed parse(Given& given, const std::vector<std::string>& words) {
    Arguments arguments("rapport test", "A test");
    arguments.positional("STUDY", given.study, "study");
    arguments.positionals("FILE", given.files, "files");
    arguments.list("--raters", given.raters, "A,B", "raters");
    arguments.repeated("--add", given.add, "CODE", "codes");
    arguments.choice("--kind", given.kind, {"main", "training"}, "kind");
    arguments.number("--level", given.level, "P", "level");
    arguments.number("--seed", given.seed, "N", "seed");
    arguments.flag("--todo", given.todo, "todo");
    return arguments.parse(words);
}

} // namespace

TEST_CASE("what is said has to be UTF-8, what names a file need not", "[cli]") {
    Given given;
    CHECK(parse(given, {"s\xe9.rapport", "intervi\xe9w.txt"}).isReady);
    CHECK(given.files == std::vector<std::string>{"intervi\xe9w.txt"});
    for (const char* option : {"--raters", "--add", "--kind"}) {
        Given wrong;
        const Parsed parsed = parse(wrong, {"s.rapport", "a.csv", option, "Ren\xe9"});
        CAPTURE(option, parsed.text);
        CHECK(!parsed.isReady);
        CHECK(parsed.exitCode == 2);
        CHECK(parsed.text.find("is not UTF-8") != std::string::npos);
    }
}

TEST_CASE("arguments are read in any order", "[cli]") {
    Given given;
    const Parsed parsed =
        parse(given, {"--raters", "A, B,,C ", "s.rapport", "--add", "x", "a.csv", "--add", "y", "b.csv",
                      "--kind", "main", "--level", "0.9", "--seed", "-3", "--todo"});
    REQUIRE(parsed.isReady);
    CHECK(given.study == "s.rapport");
    CHECK(given.files == std::vector<std::string>{"a.csv", "b.csv"});
    CHECK(given.raters == std::vector<std::string>{"A", "B", "C"});
    CHECK(given.add == std::vector<std::string>{"x", "y"});
    CHECK(given.kind == "main");
    CHECK(given.level == 0.9);
    CHECK(given.seed == -3);
    CHECK(given.todo);
}

TEST_CASE("wrong usage is said, with exit code 2", "[cli]") {
    struct Case {
        std::vector<std::string> words;
        std::string said;
    };
    const std::vector<Case> cases{
        {{}, "STUDY"},
        {{"s.rapport"}, "FILE"},
        {{"s", "f", "--kind", "other"}, "--kind is one of main, training, not 'other'"},
        {{"s", "f", "--level", "0,9"}, "--level takes a number such as 0.8, not '0,9'"},
        {{"s", "f", "--seed", "1.5"}, "--seed takes a whole number, not '1.5'"},
        {{"s", "f", "--seed", "0x10"}, "whole number"},
        {{"s", "f", "--raters", " , "}, "--raters names nothing"},
        {{"s", "f", "--toodo"}, "did you mean '--todo'?"},
        {{"s", "f", "--raters"}, "--raters"},
    };
    for (const Case& each : cases) {
        Given given;
        const Parsed parsed = parse(given, each.words);
        CAPTURE(each.said, parsed.text);
        CHECK_FALSE(parsed.isReady);
        CHECK(parsed.exitCode == 2);
        CHECK(parsed.text.find(each.said) != std::string::npos);
        CHECK(parsed.text.find("see: rapport test --help") != std::string::npos);
    }
}

TEST_CASE("help names every option", "[cli]") {
    Given given;
    const Parsed parsed = parse(given, {"--help"});
    CHECK_FALSE(parsed.isReady);
    CHECK(parsed.exitCode == 0);
    for (const char* name : {"STUDY", "FILE", "--raters", "--add", "--kind", "--level", "--seed", "--todo"})
        CHECK(parsed.text.find(name) != std::string::npos);
}

TEST_CASE("the nearest word is the one that was meant", "[cli]") {
    const std::vector<std::string> known{"agreement", "assign", "attributes", "search", "import", "info"};
    CHECK(nearest("agreemnt", known) == "agreement");
    CHECK(nearest("agree", known) == "agreement");
    CHECK(nearest("serach", known) == "search");
    CHECK(nearest("improt", known) == "import");
    CHECK(nearest("inf", known) == "info");
    CHECK(nearest("quit", known).empty());
    CHECK(nearest("zzzzzz", known).empty());
    CHECK(nearest("x", {}).empty());
}

TEST_CASE("every command declares itself and can be asked for help", "[cli]") {
    for (const Command& command : commands()) {
        CAPTURE(command.name);
        Arguments arguments("rapport " + command.name, command.summary);
        const Run run = command.declare(arguments);
        CHECK(run != nullptr);
        const Parsed parsed = arguments.parse({"--help"});
        CHECK(parsed.exitCode == 0);
        CHECK(parsed.text.find(command.summary) != std::string::npos);
    }
}
