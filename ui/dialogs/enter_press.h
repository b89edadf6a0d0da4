// SPDX-License-Identifier: GPL-3.0-or-later
// Enter in a dialog. UI thread.
#pragma once

class QDialog;

namespace rapport::ui {

class KeyButton;

/// Enter presses `act` wherever the keyboard is in the dialog, unless a field, a list or a button takes the
/// key for itself. For acts that say Enter.
void pressOnEnter(QDialog& dialog, KeyButton* act);
/// Ctrl+Enter presses `act` from wherever the keyboard is in its dialog, and `act` says so: for dialogs in
/// whose fields Enter begins a line.
void pressOnCtrlEnter(KeyButton* act);

} // namespace rapport::ui
