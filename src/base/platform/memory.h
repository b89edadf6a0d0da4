// SPDX-License-Identifier: GPL-3.0-or-later
// What the program holds of the machine's memory beyond what it uses.
#pragma once

namespace rapport::base {

/// Gives the system back what was freed: after work with millions of rows the allocator keeps as much as that
/// took at its height. Takes some milliseconds for each hundred megabytes kept; any thread. Nothing happens
/// where the C library knows no way.
void returnFreedMemory();

} // namespace rapport::base
