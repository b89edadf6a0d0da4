// SPDX-License-Identifier: GPL-3.0-or-later
// A memo that is typed is written each time that the hand rests: a crash takes none of it, and it is undone
// as one. UI thread.
#pragma once

#include <functional>

class QPlainTextEdit;

namespace rapport::ui {

class StudyContext;

/// Calls `write` two seconds after the last change that a hand made to the field, as long as it is open. What
/// is written to a memo from its opening on, by its closing too, becomes one step of undo.
void keepMemo(QPlainTextEdit* edit, StudyContext& study, std::function<void()> write);

} // namespace rapport::ui
