// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/late_library.h"
#include "support/catch.hpp"

using namespace rapport;

TEST_CASE("A part of the program that is not there is told, with what to do", "[base]") {
    const auto function = base::lateFunction("no_such_part", "rapport_open_pdf");
    REQUIRE_FALSE(function);
    CHECK(function.error().code == base::Errc::Io);
    CHECK(base::describe(function.error()).find("librapport_no_such_part.so") != std::string::npos);
    CHECK_FALSE(function.error().hint.empty());
}
