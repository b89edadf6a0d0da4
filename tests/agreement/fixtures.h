// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the facts in tests/agreement/data: tables and ratings with the values that papers print or that exact
// rational arithmetic gives. data/README.md says where each file comes from.
#pragma once

#include "agreement/measure.h"
#include "agreement/reliability_data.h"
#include "agreement/unitizing.h"
#include "base/json.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::agreement::test {

/// The lines of a file in tests/agreement/data, or its one document.
[[nodiscard]] const std::vector<base::Json>& fixtureLines(const std::string& name);
[[nodiscard]] base::Json fixtureDocument(const std::string& name);
[[nodiscard]] std::string fixtureText(const std::string& name);

/// units x raters of numbers, texts or null. Raters are called "1", "2", ...
[[nodiscard]] ReliabilityData dataFromRatings(const base::Json& ratings, Scale scale = Scale::Nominal,
                                              const std::vector<std::string>& declared = {});
/// A table of counts, categories "1", "2", ... declared.
[[nodiscard]] ReliabilityData dataFromJsonTable(const base::Json& table, Scale scale = Scale::Nominal);
[[nodiscard]] ReliabilityData dataFromTable(const std::vector<std::vector<int>>& table,
                                            Scale scale = Scale::Nominal,
                                            std::vector<std::string> categories = {});
/// From rows of words, "." for missing: {"a a b", "a . b"}.
[[nodiscard]] ReliabilityData dataFromRows(const std::vector<std::string>& rows, Scale scale = Scale::Nominal,
                                           const std::vector<std::string>& declared = {},
                                           const std::vector<std::string>& clusters = {});

[[nodiscard]] AgreementDocument measured(const ReliabilityData& data, const MeasureOptions& options = {});
/// Fails the test where it is absent.
[[nodiscard]] const Estimate& overall(const AgreementDocument& document, const std::string& id,
                                      const std::string& variant = {});
[[nodiscard]] const Estimate& ofPair(const AgreementDocument& document, std::size_t pair,
                                     const std::string& id, const std::string& variant = {});
[[nodiscard]] const Estimate& ofCategory(const AgreementDocument& document, const std::string& category,
                                         const std::string& id);
// What they give lives as long as the document: of one that is gone at the end of the line they give a copy.
[[nodiscard]] inline Estimate overall(AgreementDocument&& document, const std::string& id,
                                      const std::string& variant = {}) {
    return overall(std::as_const(document), id, variant);
}
[[nodiscard]] inline Estimate ofPair(AgreementDocument&& document, std::size_t pair, const std::string& id,
                                     const std::string& variant = {}) {
    return ofPair(std::as_const(document), pair, id, variant);
}
[[nodiscard]] inline Estimate ofCategory(AgreementDocument&& document, const std::string& category,
                                         const std::string& id) {
    return ofCategory(std::as_const(document), category, id);
}

} // namespace rapport::agreement::test
