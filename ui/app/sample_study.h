// SPDX-License-Identifier: GPL-3.0-or-later
// The sample study that anyone may spoil: made from the shipped synthetic files into the user's own folder,
// once.
#pragma once

#include "base/task.h"

#include <QString>
#include <string>

namespace rapport::ui {

/// Folder of the shipped files; empty if they are not installed.
[[nodiscard]] QString sampleFolder();
/// The user's copy if it was made already, else empty.
[[nodiscard]] QString readySample();
/// Makes it, with its title in that language; blocking, any thread. Returns its path. A half-made one is
/// taken away.
[[nodiscard]] base::Result<QString> makeSample(const std::string& language, const base::Task& task);

} // namespace rapport::ui
