// SPDX-License-Identifier: GPL-3.0-or-later
// The program `rapport`: finds the command, runs it, prints its answer, and turns what happened into an exit
// code.
#include "base/format.h"
#include "base/platform/terminal.h"
#include "base/version.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress_bar.h"

#include <algorithm>
#include <cstdio>
#include <exception>

namespace rapport::cli {

namespace {

std::string help() {
    std::string text = "Rapport: coding texts and measuring agreement, in scripts and by hand\n"
                       "Usage: rapport COMMAND [OPTIONS]\n\n";
    for (const Command& command : commands())
        text += fmt::format("  {:<15}{}\n", command.name, command.summary);
    text +=
        "\n  --help         Say this; after a command: what it takes\n"
        "  --version      Say which version this is\n\n"
        "Exit codes: 0 done, 1 something was refused or found wrong, 2 wrong usage, 3 unreadable input,\n"
        "4 study locked, damaged or from a newer version, or a file that cannot be written (no such folder,\n"
        "the disk is full), 5 cancelled.\n";
    return text;
}

/// Everything or an error: a full disk behind stdout must not look like success.
bool print(std::FILE* stream, const std::string& text) {
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

int finish(const std::string& out, const std::string& messages, int exitCode) {
    if (!print(stdout, out)) {
        print(stderr, "rapport: the answer could not be written to standard output\n"
                      "    is the disk full?\n");
        return 4;
    }
    print(stderr, messages);
    return exitCode;
}

int unknownCommand(const std::string& name) {
    std::vector<std::string> names;
    for (const Command& command : commands())
        names.push_back(command.name);
    const std::string near = nearest(name, names);
    return finish({},
                  fmt::format("rapport: there is no command '{}'{}\n    see: rapport --help\n", plain(name),
                              near.empty() ? "" : fmt::format("; did you mean '{}'?", near)),
                  2);
}

int runCommand(const Command& command, const std::vector<std::string>& words) {
    Arguments arguments("rapport " + command.name, command.summary);
    const Run run = command.declare(arguments);
    const Parsed parsed = arguments.parse(words);
    if (!parsed.isReady)
        return parsed.exitCode == 0 ? finish(parsed.text, {}, 0) : finish({}, parsed.text, parsed.exitCode);

    base::keepAliveAtFileLimit();
    const base::InterruptWatch interrupt;
    base::Task task;
    task.stop = interrupt.token();
    ProgressBar bar(base::isErrorTerminal());
    task.onProgress = [&bar](const base::ProgressState& state) { bar.show(state); };
    const base::Result<Answer> answer = run(task);
    bar.clear();
    if (!answer)
        return finish({}, errorText(answer.error()), base::exitCode(answer.error().code));
    return finish(answer->out, answer->messages, answer->exitCode);
}

int run(const std::vector<std::string>& words) {
    if (words.empty())
        return finish({}, help(), 2);
    const std::string& first = words.front();
    if (first == "--help" || first == "-h" || (first == "help" && words.size() == 1))
        return finish(help(), {}, 0);
    if (first == "help")
        return run({words[1], "--help"});
    if (first == "--version")
        return finish(fmt::format("rapport {}\n", base::programVersion()), {}, 0);
    const auto command = std::find_if(commands().begin(), commands().end(),
                                      [&](const Command& each) { return each.name == first; });
    if (command == commands().end())
        return unknownCommand(first);
    return runCommand(*command, {words.begin() + 1, words.end()});
}

} // namespace

} // namespace rapport::cli

int main(int argc, char** argv) {
    try {
        return rapport::cli::run({argv + std::min(argc, 1), argv + argc});
    } catch (const std::exception& failure) {
        // No room throws; what arrives here is memory that ran out, or a fault of ours.
        std::fprintf(stderr, "rapport: %s\n", failure.what());
        return 4;
    }
}
