// SPDX-License-Identifier: GPL-3.0-or-later
// Lists whose items are ticked: box, words and the ring of the keyboard as in the design, at every size of
// letters. A click on the row or Space ticks. Meant for items with Qt::ItemIsUserCheckable. UI thread.
#pragma once

class QAbstractItemView;

namespace rapport::ui {

void showTicks(QAbstractItemView& list);

} // namespace rapport::ui
