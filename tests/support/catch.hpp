// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which tests include Catch2: version 2 (Debian 12) or version 3 (Ubuntu 24.04).
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx; // NOLINT(google-global-names-in-headers): version 2 has it there
#else
#include <catch2/catch.hpp>
#endif
