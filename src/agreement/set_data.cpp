// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/set_data.h"

#include "base/format.h"

#include <algorithm>
#include <map>

namespace rapport::agreement {

SetBuilder::SetBuilder(std::vector<std::string> raters, std::vector<std::string> codes)
    : m_codes(std::move(codes))
    , m_raters(std::move(raters)) {
}

SetBuilder& SetBuilder::setUnitOfAnalysis(std::string text) {
    m_unitOfAnalysis = std::move(text);
    return *this;
}

SetBuilder& SetBuilder::setNote(std::string text) {
    m_note = std::move(text);
    return *this;
}

SetBuilder& SetBuilder::addUnit(std::span<const std::optional<std::vector<std::uint16_t>>> ratings,
                                std::optional<std::string_view> cluster, std::string_view label) {
    Unit unit;
    for (const auto& rating : ratings) {
        auto& set = unit.ratings.emplace_back(rating);
        if (set) {
            std::sort(set->begin(), set->end());
            set->erase(std::unique(set->begin(), set->end()), set->end());
        }
    }
    if (cluster)
        unit.cluster = std::string(*cluster);
    unit.label = label;
    m_units.push_back(std::move(unit));
    return *this;
}

base::Result<SetData> SetBuilder::build() {
    SetData data;
    data.m_codes = m_codes;
    std::map<std::vector<std::uint16_t>, CategoryIndex> numbers;
    for (const Unit& unit : m_units)
        for (const auto& rating : unit.ratings)
            if (rating) {
                if (!rating->empty() && rating->back() >= m_codes.size())
                    return base::fail(base::Errc::InvalidArgument,
                                      fmt::format("code number {} of {}", rating->back(), m_codes.size()));
                numbers.emplace(*rating, 0);
            }
    if (numbers.size() > mostCategories)
        return base::fail(base::Errc::Undefined,
                          base::said("more than {} different sets of codes", mostCategories),
                          "measure fewer codes at a time, or the codes one by one");
    std::vector<std::string> names;
    for (auto& [set, number] : numbers) {
        number = static_cast<CategoryIndex>(names.size());
        std::string& label = names.emplace_back("{");
        for (const std::uint16_t code : set) {
            if (label.size() > 1)
                label += ',';
            label += m_codes[code];
        }
        label += '}';
        data.m_sets.push_back(set);
    }
    ReliabilityBuilder builder(m_raters);
    if (!names.empty())
        builder.declareCategories(names);
    builder.setUnitOfAnalysis(m_unitOfAnalysis).setNote(m_note);
    std::vector<CategoryIndex> cells;
    for (const Unit& unit : m_units) {
        cells.clear();
        for (const auto& rating : unit.ratings)
            cells.push_back(rating ? numbers.at(*rating) : missing);
        builder.addUnit(std::span<const CategoryIndex>(cells),
                        unit.cluster ? std::optional<std::string_view>(*unit.cluster) : std::nullopt,
                        unit.label);
    }
    RAPPORT_ASSIGN(data.m_ratings, builder.build());
    m_units.clear();
    return data;
}

ReliabilityData SetData::code(std::size_t index) const {
    ReliabilityData binary = m_ratings.derived();
    binary.m_categories = {"0", "1"};
    binary.m_values = {0, 1};
    binary.m_declared = true;
    binary.m_clusterOfUnit = m_ratings.m_clusterOfUnit;
    binary.m_labelText = m_ratings.m_labelText;
    binary.m_labelEnds = m_ratings.m_labelEnds;
    std::vector<CategoryIndex> holds;
    for (const auto& set : m_sets)
        holds.push_back(std::binary_search(set.begin(), set.end(), static_cast<std::uint16_t>(index)) ? 1
                                                                                                      : 0);
    std::vector<CategoryIndex> cells = m_ratings.matrix();
    for (CategoryIndex& cell : cells)
        if (cell != missing)
            cell = holds[static_cast<std::size_t>(cell)];
    binary.store(std::move(cells));
    binary.m_unitCount = m_ratings.unitCount();
    return binary;
}

} // namespace rapport::agreement
