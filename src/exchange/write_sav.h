// SPDX-License-Identifier: GPL-3.0-or-later
// SPSS data files (.sav) by ReadStat: names, labels, value labels, measures. Any thread, one call at a time.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "exchange/data_table.h"

namespace rapport::exchange {

/// UTF-8. Texts longer than SPSS takes (32767 bytes) are cut at a character. Errors: Io, naming what ReadStat
/// said.
[[nodiscard]] base::Result<std::string> writeSav(const DataTable& table, base::Instant made);

} // namespace rapport::exchange
