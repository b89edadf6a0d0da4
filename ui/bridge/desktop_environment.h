// SPDX-License-Identifier: GPL-3.0-or-later
// What every session of the desktop takes from outside: the system's clock and chance, and the user's folder
// for automatic backups. Sessions of the window and of its jobs take the same, so that a merge in a job keeps
// a backup and a participant who is forgotten goes from the backups too. Any thread.
#pragma once

#include "service/session.h"

namespace rapport::ui {

[[nodiscard]] service::Environment desktopEnvironment();

} // namespace rapport::ui
