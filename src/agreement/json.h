// SPDX-License-Identifier: GPL-3.0-or-later
// The documents as JSON: rapport.agreement/1, rapport.unitizing/1, rapport.plan/1, rapport.comparison/1
// (described in docs/formats/). Numbers that are not finite never appear.
#pragma once

#include "agreement/compare.h"
#include "agreement/measure.h"
#include "agreement/panel.h"
#include "agreement/planning.h"
#include "agreement/unitizing.h"
#include "base/json_fwd.h"

namespace rapport::agreement {

[[nodiscard]] base::Json toJson(const Estimate& estimate);
[[nodiscard]] base::Json toJson(const AgreementDocument& document);
[[nodiscard]] base::Json toJson(const UnitizingDocument& document);
[[nodiscard]] base::Json toJson(const Plan& plan);
[[nodiscard]] base::Json toJson(const ComparisonDocument& document);
/// With both sentences.
[[nodiscard]] base::Json toJson(const CodePanel& panel);

} // namespace rapport::agreement
