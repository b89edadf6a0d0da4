// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a plain table with the room at their sides that its header has, so that words and heading begin at
// the same place. UI thread.
#pragma once

class QAbstractItemView;
class QHeaderView;

namespace rapport::ui {

void padCells(QAbstractItemView& view);

/// For a header that never sorts: without the room that the style keeps for an arrow its heads end where the
/// figures under them do.
void endWithFigures(QHeaderView& header);

} // namespace rapport::ui
