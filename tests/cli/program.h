// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the built program as a user does: in a scratch folder, with settings and caches of its own, through a
// shell. $SAMPLE is the sample study of the corpora, $DATA the small files beside the golden ones.
#pragma once

#include "support/scratch.h"

#include <string>
#include <vector>

namespace rapport::test {

struct Outcome {
    std::string out;
    std::string messages;
    int exitCode = -1; ///< -1: ended by a signal
};

class Program {
public:
    Program();
    /// A shell command line; `rapport` is the program under test.
    [[nodiscard]] Outcome run(const std::string& commandLine) const;
    /// Runs it and requires exit code 0; gives stdout.
    std::string must(const std::string& commandLine) const;
    [[nodiscard]] std::string file(const std::string& name) const { return m_scratch.file("work/" + name); }
    [[nodiscard]] std::string read(const std::string& name) const;
    std::string write(const std::string& name, const std::string& bytes) const {
        return m_scratch.write("work/" + name, bytes);
    }
    [[nodiscard]] bool exists(const std::string& name) const;
    /// Names in the scratch folder, sorted, without those of the program's own settings and caches.
    [[nodiscard]] std::vector<std::string> names() const;

    /// Text with what differs from run to run replaced: guids, times of today, folders, the version.
    [[nodiscard]] std::string masked(std::string text) const;

private:
    ScratchFolder m_scratch;
};

} // namespace rapport::test
