// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs with sentences that wrap: how high they must be depends on how wide they are, which Qt does not
// look at for windows. UI thread.
#pragma once

class QDialog;

namespace rapport::ui {

/// From now on the dialog is never lower than its words need at its width, nor higher than its screen for
/// that. Call it when its layout is there.
void growWithWords(QDialog& dialog);

} // namespace rapport::ui
