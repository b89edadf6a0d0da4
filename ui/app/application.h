// SPDX-License-Identifier: GPL-3.0-or-later
// Start of the desktop: options, settings, theme, language, first window.
#pragma once

namespace rapport::ui {

/// Returns the exit code: 0, 2 for wrong usage; with --screenshots and --report those of the command line.
[[nodiscard]] int runDesktop(int& argc, char** argv);

} // namespace rapport::ui
