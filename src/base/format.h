// SPDX-License-Identifier: GPL-3.0-or-later
// fmt, owned here: the rest of the program formats text through this header.
#pragma once

#include <fmt/format.h>
