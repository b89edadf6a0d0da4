// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a plain table with the room at their sides that its header has, so that words and heading begin at
// the same place. UI thread.
#pragma once

class QAbstractItemView;

namespace rapport::ui {

void padCells(QAbstractItemView& view);

} // namespace rapport::ui
