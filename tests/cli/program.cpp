// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include "base/clock.h"
#include "support/catch.hpp"
#include "support/tree.h"

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace rapport::test {

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

void replaceAll(std::string& text, const std::string& what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

const std::string sampleFolder = std::string(rapport::support::sourceTree) + "/corpora/sample-study";
const std::string dataFolder = std::string(rapport::support::sourceTree) + "/tests/cli/data/files";

} // namespace

Program::Program() {
    fs::create_directory(m_scratch.path() / "work");
    m_scratch.write("environment.sh", "export XDG_CONFIG_HOME='" + m_scratch.file("config") +
                                          "' XDG_CACHE_HOME='" + m_scratch.file("cache") + "' HOME='" +
                                          m_scratch.file("home") + "' LC_ALL=C.UTF-8 TZ=UTC PATH=\"" +
                                          rapport::support::buildTree + "/bin:$PATH\"" + " RAPPORT_DATA='" +
                                          rapport::support::sourceTree + "'" + " SAMPLE='" + sampleFolder +
                                          "' DATA='" + dataFolder + "'\n");
}

Outcome Program::run(const std::string& commandLine) const {
    m_scratch.write("command.sh", ". '" + m_scratch.file("environment.sh") + "'\ncd '" +
                                      m_scratch.file("work") + "'\n" + commandLine + "\n");
    const std::string call = "sh '" + m_scratch.file("command.sh") + "' >'" + m_scratch.file("out") +
                             "' 2>'" + m_scratch.file("messages") + "' </dev/null";
    const int status = std::system(call.c_str()); // NOLINT(cert-env33-c): a shell is what is tested
    Outcome outcome;
    outcome.out = contents(m_scratch.path() / "out");
    outcome.messages = contents(m_scratch.path() / "messages");
    outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

std::string Program::must(const std::string& commandLine) const {
    const Outcome outcome = run(commandLine);
    INFO(commandLine);
    INFO(outcome.out);
    INFO(outcome.messages);
    REQUIRE(outcome.exitCode == 0);
    return outcome.out;
}

std::string Program::read(const std::string& name) const {
    return contents(m_scratch.path() / "work" / name);
}

bool Program::exists(const std::string& name) const {
    return fs::exists(m_scratch.path() / "work" / name);
}

std::vector<std::string> Program::names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(m_scratch.path() / "work"))
        all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    return all;
}

std::string Program::masked(std::string text) const {
    replaceAll(text, m_scratch.file("work") + "/", "");
    replaceAll(text, m_scratch.path().string(), "SCRATCH");
    replaceAll(text, sampleFolder, "$SAMPLE");
    replaceAll(text, dataFolder, "$DATA");
    static const std::regex guid("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    text = std::regex_replace(text, guid, "GUID");
    static const std::regex version("^rapport [0-9]+\\.[0-9]+\\.[0-9]+");
    text = std::regex_replace(text, version, "rapport VERSION");
    // Times of the data stay; those of this run go, also around midnight.
    const base::Instant now = base::Clock::system().now();
    for (const base::Instant day : {now, now - std::chrono::hours(24)}) {
        const std::regex time(base::isoText(day).substr(0, 10) + "T[0-9:.]+Z");
        text = std::regex_replace(text, time, "TIME");
    }
    return text;
}

} // namespace rapport::test
