// SPDX-License-Identifier: GPL-3.0-or-later
// Ratings where a rater may give a unit any number of codes, none included: a set per cell, or nothing where
// the rater did not judge. Built by SetBuilder, constant afterwards. Each code alone is a binary variable;
// the sets as wholes are compared by a distance (Jaccard, MASI, Dice).
#pragma once

#include "agreement/reliability_data.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::agreement {

class SetData {
public:
    SetData() = default;

    [[nodiscard]] const std::vector<std::string>& codes() const { return m_codes; }
    [[nodiscard]] const std::vector<std::string>& raters() const { return m_ratings.raters(); }
    [[nodiscard]] std::size_t unitCount() const { return m_ratings.unitCount(); }
    /// Each distinct set as a category of its own, named "{a,b}"; "{}" is the empty set.
    [[nodiscard]] const ReliabilityData& asCategories() const { return m_ratings; }
    /// Codes of a category of asCategories(), ascending indices into codes().
    [[nodiscard]] const std::vector<std::uint16_t>& setOf(std::size_t category) const {
        return m_sets[category];
    }
    /// One code as a binary variable with the categories "0" and "1", both declared.
    [[nodiscard]] ReliabilityData code(std::size_t index) const;

private:
    friend class SetBuilder;
    ReliabilityData m_ratings;
    std::vector<std::string> m_codes;
    std::vector<std::vector<std::uint16_t>> m_sets;
};

class SetBuilder {
public:
    /// `codes`: the codebook's list; a set may hold no other.
    SetBuilder(std::vector<std::string> raters, std::vector<std::string> codes);
    SetBuilder& setUnitOfAnalysis(std::string text);
    SetBuilder& setNote(std::string text);
    /// Per rater the indices of the codes given (any order), or nullopt where the rater did not judge the
    /// unit.
    SetBuilder& addUnit(std::span<const std::optional<std::vector<std::uint16_t>>> ratings,
                        std::optional<std::string_view> cluster = std::nullopt, std::string_view label = {});
    /// Errors (InvalidArgument): as ReliabilityBuilder::build(), an index beyond the codes; Undefined: more
    /// different sets than mostCategories.
    [[nodiscard]] base::Result<SetData> build();

private:
    std::vector<std::string> m_codes;
    std::vector<std::string> m_raters;
    std::string m_unitOfAnalysis;
    std::string m_note;
    struct Unit {
        std::vector<std::optional<std::vector<std::uint16_t>>> ratings;
        std::optional<std::string> cluster;
        std::string label;
    };
    std::vector<Unit> m_units;
};

} // namespace rapport::agreement
