// SPDX-License-Identifier: GPL-3.0-or-later
// fmt::join: `fmt::format("{}", fmt::join(names, ", "))`. Heavy to compile: include it in .cpp files.
#pragma once

#include "base/format.h"

#include <fmt/format.h>
