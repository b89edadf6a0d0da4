// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/reliability_data.h"

#include <algorithm>

namespace rapport::agreement {

const char* name(Scale scale) {
    switch (scale) {
    case Scale::Nominal:
        return "nominal";
    case Scale::Ordinal:
        return "ordinal";
    case Scale::Interval:
        return "interval";
    case Scale::Ratio:
        return "ratio";
    }
    return "nominal";
}

std::optional<Scale> scaleNamed(std::string_view text) {
    for (const Scale scale : {Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio})
        if (text == name(scale))
            return scale;
    return std::nullopt;
}

// --- distinct rows

namespace {

constexpr std::size_t mostDirectPatterns = 65536;
constexpr std::size_t narrowLimit = 65536;

/// (categories + 1)^raters where that is small enough to be an index, else 0.
std::size_t directPatterns(std::size_t categories, std::size_t raters) {
    std::size_t all = 1;
    for (std::size_t rater = 0; rater < raters; ++rater) {
        all *= categories + 1;
        if (all > mostDirectPatterns)
            return 0;
    }
    return all;
}

std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 32;
    value *= 0x9E3779B97F4A7C15ULL;
    return value ^ (value >> 29);
}

std::uint64_t rowHash(const CategoryIndex* row, std::size_t raters) {
    std::uint64_t hash = 0;
    for (std::size_t rater = 0; rater < raters; ++rater)
        hash = (hash ^ static_cast<std::uint16_t>(row[rater])) * 0x100000001B3ULL + (hash >> 47);
    return mixed(hash);
}

/// Numbers the distinct rows in order of appearance; gives up (returns false) beyond `most`.
class RowNumbers {
public:
    RowNumbers(const CategoryIndex* cells, std::size_t raters)
        : m_cells(cells)
        , m_raters(raters)
        , m_slots(1024, 0) {}

    std::uint32_t numberOf(std::size_t unit) {
        const CategoryIndex* row = m_cells + unit * m_raters;
        std::size_t slot = rowHash(row, m_raters) & (m_slots.size() - 1);
        while (m_slots[slot] != 0) {
            const std::uint32_t found = m_slots[slot] - 1;
            if (std::equal(row, row + m_raters, m_cells + m_first[found] * m_raters))
                return found;
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        m_first.push_back(unit);
        m_slots[slot] = static_cast<std::uint32_t>(m_first.size());
        const auto number = static_cast<std::uint32_t>(m_first.size() - 1);
        if (m_first.size() * 2 > m_slots.size())
            grow();
        return number;
    }
    [[nodiscard]] const std::vector<std::size_t>& firstUnits() const { return m_first; }

private:
    void grow() {
        m_slots.assign(m_slots.size() * 4, 0);
        for (std::size_t index = 0; index < m_first.size(); ++index) {
            std::size_t slot = rowHash(m_cells + m_first[index] * m_raters, m_raters) & (m_slots.size() - 1);
            while (m_slots[slot] != 0)
                slot = (slot + 1) & (m_slots.size() - 1);
            m_slots[slot] = static_cast<std::uint32_t>(index + 1);
        }
    }
    const CategoryIndex* m_cells;
    std::size_t m_raters;
    std::vector<std::uint32_t> m_slots;
    std::vector<std::size_t> m_first;
};

} // namespace

void ReliabilityData::store(std::vector<CategoryIndex> cells) {
    const std::size_t raters = m_raters.size();
    m_unitCount = raters == 0 ? 0 : cells.size() / raters;
    m_counts.clear();
    m_narrow.clear();
    m_wide.clear();

    const std::size_t direct = directPatterns(m_categories.size(), raters);
    if (direct > 0 && direct < m_unitCount) {
        std::vector<std::int64_t> counts(direct, 0);
        m_narrow.resize(m_unitCount);
        const std::size_t base = m_categories.size() + 1;
        const CategoryIndex* row = cells.data();
        for (std::size_t unit = 0; unit < m_unitCount; ++unit, row += raters) {
            std::size_t number = 0;
            for (std::size_t rater = raters; rater-- > 0;)
                number = number * base + static_cast<std::size_t>(row[rater] + 1);
            ++counts[number];
            m_narrow[unit] = static_cast<std::uint16_t>(number);
        }
        std::vector<std::uint16_t> renumbered(direct, 0);
        m_cells.clear();
        for (std::size_t number = 0; number < direct; ++number) {
            if (counts[number] == 0)
                continue;
            renumbered[number] = static_cast<std::uint16_t>(m_counts.size());
            m_counts.push_back(counts[number]);
            for (std::size_t rater = 0, rest = number; rater < raters; ++rater, rest /= base)
                m_cells.push_back(static_cast<CategoryIndex>(static_cast<int>(rest % base) - 1));
        }
        if (m_counts.size() != direct)
            for (std::uint16_t& pattern : m_narrow)
                pattern = renumbered[pattern];
    } else {
        // Worth it only where rows repeat; a look at the first thousands tells.
        constexpr std::size_t sample = 4096;
        RowNumbers numbers(cells.data(), raters);
        std::vector<std::uint32_t> patternOf;
        bool repeats = m_unitCount > 0 && raters > 0;
        for (std::size_t unit = 0; repeats && unit < m_unitCount; ++unit) {
            patternOf.push_back(numbers.numberOf(unit));
            const std::size_t distinct = numbers.firstUnits().size();
            if (unit + 1 >= std::min(sample, m_unitCount) && distinct * 2 > unit + 1)
                repeats = false;
        }
        if (!repeats) {
            m_cells = std::move(cells);
            if (m_cells.capacity() > m_cells.size() + m_cells.size() / 4)
                m_cells.shrink_to_fit();
        } else {
            const std::vector<std::size_t>& first = numbers.firstUnits();
            m_counts.assign(first.size(), 0);
            for (const std::uint32_t pattern : patternOf)
                ++m_counts[pattern];
            m_cells.clear();
            m_cells.reserve(first.size() * raters);
            for (const std::size_t unit : first)
                m_cells.insert(m_cells.end(), cells.begin() + static_cast<std::ptrdiff_t>(unit * raters),
                               cells.begin() + static_cast<std::ptrdiff_t>((unit + 1) * raters));
            if (first.size() <= narrowLimit)
                m_narrow.assign(patternOf.begin(), patternOf.end());
            else
                m_wide = std::move(patternOf);
        }
    }

    m_missing = m_pairable = m_complete = 0;
    const std::size_t patterns = patternCount();
    for (std::size_t index = 0; index < patterns; ++index) {
        const auto row = pattern(index);
        const auto rated = static_cast<std::int64_t>(
            std::count_if(row.begin(), row.end(), [](CategoryIndex cell) { return cell != missing; }));
        const std::int64_t units = patternUnits(index);
        m_missing += units * (static_cast<std::int64_t>(raters) - rated);
        m_pairable += rated >= 2 ? units : 0;
        m_complete += rated == static_cast<std::int64_t>(raters) ? units : 0;
    }

    m_clustered = false;
    if (!m_clusterOfUnit.empty()) {
        std::vector<bool> seen(m_clusterCount, false);
        for (const std::int32_t cluster : m_clusterOfUnit) {
            m_clustered = m_clustered || seen[static_cast<std::size_t>(cluster)];
            seen[static_cast<std::size_t>(cluster)] = true;
        }
    }
}

std::optional<std::size_t> ReliabilityData::raterNamed(std::string_view label) const {
    const auto found = std::find(m_raters.begin(), m_raters.end(), label);
    if (found == m_raters.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_raters.begin());
}

std::string ReliabilityData::unitLabel(std::size_t unit) const {
    if (m_labelEnds.empty())
        return std::to_string(unit + 1);
    const std::uint64_t begin = unit == 0 ? 0 : m_labelEnds[unit - 1];
    if (begin == m_labelEnds[unit])
        return std::to_string(unit + 1);
    return m_labelText.substr(begin, m_labelEnds[unit] - begin);
}

std::string ReliabilityData::clusterLabel(std::size_t cluster) const {
    return m_clusterNames.empty() ? std::to_string(cluster + 1) : m_clusterNames[cluster];
}

ReliabilityData ReliabilityData::derived() const {
    ReliabilityData copy;
    copy.m_raters = m_raters;
    copy.m_categories = m_categories;
    copy.m_values = m_values;
    copy.m_unitOfAnalysis = m_unitOfAnalysis;
    copy.m_note = m_note;
    copy.m_clusterCount = m_clusterCount;
    copy.m_clusterNames = m_clusterNames;
    copy.m_scale = m_scale;
    copy.m_declared = m_declared;
    return copy;
}

ReliabilityData ReliabilityData::withUnits(std::span<const std::size_t> units) const {
    ReliabilityData copy = derived();
    std::vector<CategoryIndex> cells;
    cells.reserve(units.size() * m_raters.size());
    for (const std::size_t unit : units) {
        const auto row = pattern(patternOfUnit(unit));
        cells.insert(cells.end(), row.begin(), row.end());
        if (!m_clusterOfUnit.empty())
            copy.m_clusterOfUnit.push_back(m_clusterOfUnit[unit]);
        if (!m_labelEnds.empty()) {
            const std::uint64_t begin = unit == 0 ? 0 : m_labelEnds[unit - 1];
            copy.m_labelText.append(m_labelText, begin, m_labelEnds[unit] - begin);
            copy.m_labelEnds.push_back(copy.m_labelText.size());
        }
    }
    // Clusters that lost all their units are none. The others keep their names, also where they had numbers.
    copy.m_clusterNames.clear();
    std::vector<std::int32_t> number(m_clusterCount, -1);
    std::int32_t used = 0;
    for (std::int32_t& cluster : copy.m_clusterOfUnit) {
        std::int32_t& mapped = number[static_cast<std::size_t>(cluster)];
        if (mapped < 0) {
            mapped = used++;
            copy.m_clusterNames.push_back(clusterLabel(static_cast<std::size_t>(cluster)));
        }
        cluster = mapped;
    }
    copy.m_clusterCount = static_cast<std::size_t>(used);
    copy.store(std::move(cells));
    return copy;
}

ReliabilityData ReliabilityData::completeOnly() const {
    std::vector<std::size_t> units;
    for (std::size_t unit = 0; unit < m_unitCount; ++unit) {
        const auto row = pattern(patternOfUnit(unit));
        if (std::find(row.begin(), row.end(), missing) == row.end())
            units.push_back(unit);
    }
    return withUnits(units);
}

std::vector<CategoryIndex> ReliabilityData::matrix() const {
    if (m_counts.empty())
        return m_cells;
    std::vector<CategoryIndex> cells;
    cells.reserve(m_unitCount * m_raters.size());
    for (std::size_t unit = 0; unit < m_unitCount; ++unit) {
        const auto row = pattern(patternOfUnit(unit));
        cells.insert(cells.end(), row.begin(), row.end());
    }
    return cells;
}

ReliabilityData ReliabilityData::withRaters(std::span<const std::size_t> raters) const {
    ReliabilityData copy = derived();
    copy.m_clusterOfUnit = m_clusterOfUnit;
    copy.m_labelText = m_labelText;
    copy.m_labelEnds = m_labelEnds;
    copy.m_raters.clear();
    for (const std::size_t rater : raters)
        copy.m_raters.push_back(m_raters[rater]);
    std::vector<CategoryIndex> cells;
    cells.reserve(m_unitCount * raters.size());
    for (std::size_t unit = 0; unit < m_unitCount; ++unit) {
        const auto row = pattern(patternOfUnit(unit));
        for (const std::size_t rater : raters)
            cells.push_back(row[rater]);
    }
    copy.store(std::move(cells));
    copy.m_unitCount = m_unitCount;
    return copy;
}

ReliabilityData ReliabilityData::withCells(std::vector<CategoryIndex> cells) const {
    ReliabilityData copy = derived();
    copy.m_clusterOfUnit = m_clusterOfUnit;
    copy.m_labelText = m_labelText;
    copy.m_labelEnds = m_labelEnds;
    copy.store(std::move(cells));
    return copy;
}

ReliabilityData ReliabilityData::dichotomised(std::size_t category) const {
    ReliabilityData copy = derived();
    copy.m_scale = Scale::Nominal;
    copy.m_declared = true;
    const bool isOther = m_categories[category] == "other";
    copy.m_categories = {isOther ? "not other" : "other", m_categories[category]};
    copy.m_values.clear();
    copy.m_clusterOfUnit = m_clusterOfUnit;
    copy.m_labelText = m_labelText;
    copy.m_labelEnds = m_labelEnds;
    std::vector<CategoryIndex> cells = matrix();
    for (CategoryIndex& cell : cells)
        if (cell != missing)
            cell = cell == static_cast<CategoryIndex>(category) ? 1 : 0;
    copy.store(std::move(cells));
    return copy;
}

} // namespace rapport::agreement
