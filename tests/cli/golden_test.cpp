// SPDX-License-Identifier: GPL-3.0-or-later
// Every file data/*.txt is a session at a terminal with what the program answered. Lines that begin with two
// blanks belong to it: "  $ " a command ("  > " goes on with it), then its standard output ("  ~" stands for
// an empty line), then "  ! " its standard error, then "  [N]" its exit code where that is not 0. All other
// lines are prose. RAPPORT_UPDATE_GOLDEN=1 writes the files anew; read the difference before it is kept.
#include "cli/program.h"
#include "support/catch.hpp"
#include "support/tree.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using rapport::test::Outcome;
using rapport::test::Program;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

void appendLines(std::string& into, const std::string& prefix, const std::string& text) {
    for (const std::string& line : linesOf(text))
        into += prefix + (line.empty() && prefix == "  " ? "~" : line) + '\n';
    if (!text.empty() && text.back() != '\n')
        into += "  (no line end)\n";
}

/// The session as it goes now: the same commands and prose, the program's answers of today.
std::string played(const std::string& script, const Program& program) {
    std::string now;
    const std::vector<std::string> lines = linesOf(script);
    for (std::size_t at = 0; at < lines.size();) {
        if (!lines[at].starts_with("  $ ")) {
            now += lines[at++] + '\n';
            continue;
        }
        std::string command = lines[at].substr(4);
        now += lines[at++] + '\n';
        while (at < lines.size() && lines[at].starts_with("  > ")) {
            command += '\n' + lines[at].substr(4);
            now += lines[at++] + '\n';
        }
        while (at < lines.size() && lines[at].starts_with("  ") && !lines[at].starts_with("  $ "))
            ++at;
        const Outcome outcome = program.run(command);
        appendLines(now, "  ", program.masked(outcome.out));
        appendLines(now, "  ! ", program.masked(outcome.messages));
        if (outcome.exitCode != 0)
            now += "  [" + std::to_string(outcome.exitCode) + "]\n";
    }
    return now;
}

} // namespace

TEST_CASE("the program answers as it did", "[golden]") {
    std::vector<fs::path> files;
    for (const auto& entry :
         fs::directory_iterator(std::string(rapport::support::sourceTree) + "/tests/cli/data")) {
        if (entry.path().extension() == ".txt")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    REQUIRE(files.size() >= 8);
    for (const fs::path& file : files) {
        DYNAMIC_SECTION(file.stem().string()) {
            std::ifstream in(file, std::ios::binary);
            std::ostringstream script;
            script << in.rdbuf();
            const Program program;
            const std::string now = played(script.str(), program);
            if (std::getenv("RAPPORT_UPDATE_GOLDEN") != nullptr) {
                std::ofstream(file, std::ios::binary) << now;
                continue;
            }
            const auto expected = linesOf(script.str());
            const auto actual = linesOf(now);
            for (std::size_t line = 0; line < std::max(expected.size(), actual.size()); ++line) {
                INFO(file.filename().string() << ", line " << line + 1);
                REQUIRE((line < actual.size() ? actual[line] : "(nothing)") ==
                        (line < expected.size() ? expected[line] : "(nothing)"));
            }
        }
    }
}
