// SPDX-License-Identifier: GPL-3.0-or-later
// The documents as tables for people (aligned columns, UTF-8, English) and as CSV (RFC 4180, LF).
#pragma once

#include "agreement/compare.h"
#include "agreement/measure.h"
#include "agreement/planning.h"
#include "agreement/unitizing.h"

#include <string>

namespace rapport::agreement {

[[nodiscard]] std::string toText(const AgreementDocument& document);
[[nodiscard]] std::string toText(const UnitizingDocument& document);
[[nodiscard]] std::string toText(const Plan& plan);
[[nodiscard]] std::string toText(const ComparisonDocument& document);

/// Columns:
/// part,of,id,weights,weight_by,scale,form,missing_rule,value,observed,expected,se,se_h0,z,df,p_value,
/// ci_low,ci_high,ci_level,ci_method,units,undefined,caveats. `part` is overall, pair, category, source or
/// code.
[[nodiscard]] std::string toCsv(const AgreementDocument& document);
[[nodiscard]] std::string toCsv(const UnitizingDocument& document);
[[nodiscard]] std::string toCsv(const Plan& plan);
[[nodiscard]] std::string toCsv(const ComparisonDocument& document);

} // namespace rapport::agreement
