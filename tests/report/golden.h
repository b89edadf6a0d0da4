// SPDX-License-Identifier: GPL-3.0-or-later
// Text held against a file of the tests. With RAPPORT_UPDATE_GOLDEN set the file is written instead, to be
// looked at and committed.
#pragma once

#include "support/tree.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace rapport::report::test {

inline std::string goldenText(const std::string& name, const std::string& actual) {
    const std::string file = std::string(rapport::support::sourceTree) + "/tests/report/data/" + name;
    if (std::getenv("RAPPORT_UPDATE_GOLDEN") != nullptr)
        std::ofstream(file, std::ios::binary) << actual;
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace rapport::report::test
