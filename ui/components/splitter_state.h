// SPDX-License-Identifier: GPL-3.0-or-later
// Where the reader put the line between two panes, from one start of the program to the next. UI thread.
#pragma once

#include <QString>

class QSplitter;

namespace rapport::ui {

/// Puts the panes as they were left under that name, and remembers them from now on. To be called when all
/// panes are in. True if there was something to put back.
bool keepState(QSplitter& splitter, const QString& name);

} // namespace rapport::ui
