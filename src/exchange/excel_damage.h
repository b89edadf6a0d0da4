// SPDX-License-Identifier: GPL-3.0-or-later
// What Excel does to a table that was opened and saved in it, told before it is imported: long numbers cut to
// 15 digits, codes turned into dates, formulas' errors, cells cut at their greatest length. Private to this
// room.
#pragma once

#include "exchange/table.h"

namespace rapport::exchange {

/// Adds one warning per kind of damage, with the columns and first lines. One pass.
void flagExcelDamage(Table& table);

} // namespace rapport::exchange
