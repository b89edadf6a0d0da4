// SPDX-License-Identifier: GPL-3.0-or-later
// The sample study that anyone may spoil: made from the shipped synthetic files into the user's own folder,
// once.
#pragma once

#include "base/task.h"

#include <QString>

namespace rapport::ui {

/// Folder of the shipped files; empty if they are not installed.
[[nodiscard]] QString sampleFolder();
/// The user's copy if it was made already, else empty.
[[nodiscard]] QString readySample();
/// Makes it; blocking, any thread. Returns its path. A half-made one is taken away.
[[nodiscard]] base::Result<QString> makeSample(const base::Task& task);

} // namespace rapport::ui
