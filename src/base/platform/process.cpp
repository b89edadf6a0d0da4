// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/process.h"

#include "base/format.h"
#include "base/platform/system_reason.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

namespace rapport::base {

namespace {

namespace fs = std::filesystem;

bool isProgram(const fs::path& file) {
    std::error_code ignored;
    return fs::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0;
}

Error notStarted(const std::string& file, int why) {
    return Error{Errc::Io, said("'{}' could not be started ({})", file, systemReason(why)), std::nullopt, {}};
}

} // namespace

std::string findProgram(const std::string& name) {
    std::error_code ignored;
    const fs::path self = fs::read_symlink("/proc/self/exe", ignored);
    if (!ignored && isProgram(self.parent_path() / name))
        return (self.parent_path() / name).string();
    const char* path = std::getenv("PATH");
    const std::string folders = path == nullptr ? "" : path;
    for (std::size_t begin = 0; begin < folders.size();) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        const fs::path file = fs::path(folders.substr(begin, end - begin)) / name;
        if (end > begin && isProgram(file))
            return file.string();
        begin = end + 1;
    }
    return {};
}

Result<int> runProgram(const std::string& file, const std::vector<std::string>& arguments, const Task& task) {
    std::vector<std::string> words{file};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    // Signals that we wait for ourselves (terminal.h) are blocked here, and must reach the other program.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t child = 0;
    const int failed = ::posix_spawn(&child, file.c_str(), &actions, &attributes, pointers.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return tl::make_unexpected(notStarted(file, failed));

    bool isStopped = false;
    while (true) {
        int state = 0;
        const pid_t ended = ::waitpid(child, &state, WNOHANG);
        if (ended == child) {
            if (isStopped)
                return Task::cancelled();
            return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
        }
        if (ended < 0 && errno != EINTR)
            return tl::make_unexpected(notStarted(file, errno));
        if (task.isStopped() && !isStopped) {
            isStopped = true;
            ::kill(child, SIGTERM);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

} // namespace rapport::base
