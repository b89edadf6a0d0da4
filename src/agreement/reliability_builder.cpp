// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/reliability_data.h"
#include "base/format.h"
#include "base/number.h"

#include <algorithm>
#include <numeric>

namespace rapport::agreement {

namespace {

std::uint64_t textHash(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char byte : text)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

} // namespace

std::optional<std::size_t> ReliabilityBuilder::Names::find(std::string_view name) const {
    if (m_slots.empty())
        return std::nullopt;
    std::size_t slot = textHash(name) & (m_slots.size() - 1);
    while (m_slots[slot] != 0) {
        if (m_names[m_slots[slot] - 1] == name)
            return m_slots[slot] - 1;
        slot = (slot + 1) & (m_slots.size() - 1);
    }
    return std::nullopt;
}

std::size_t ReliabilityBuilder::Names::indexOf(std::string_view name) {
    if (const auto known = find(name))
        return *known;
    if ((m_names.size() + 1) * 2 > m_slots.size())
        grow();
    m_names.emplace_back(name);
    std::size_t slot = textHash(name) & (m_slots.size() - 1);
    while (m_slots[slot] != 0)
        slot = (slot + 1) & (m_slots.size() - 1);
    m_slots[slot] = static_cast<std::uint32_t>(m_names.size());
    return m_names.size() - 1;
}

void ReliabilityBuilder::Names::grow() {
    m_slots.assign(m_slots.empty() ? 64 : m_slots.size() * 4, 0);
    for (std::size_t index = 0; index < m_names.size(); ++index) {
        std::size_t slot = textHash(m_names[index]) & (m_slots.size() - 1);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (m_slots.size() - 1);
        m_slots[slot] = static_cast<std::uint32_t>(index + 1);
    }
}

namespace {

/// Room for `more` items. A sixth at a time: doubling would hold three times a large table while it is
/// copied.
template<typename Items>
void growGently(Items& items, std::size_t more) {
    constexpr std::size_t large = 1U << 16;
    if (items.size() + more > items.capacity() && items.size() > large)
        items.reserve(items.size() + items.size() / 6 + more);
}

} // namespace

ReliabilityBuilder::ReliabilityBuilder(std::vector<std::string> raters, Scale scale) {
    std::fill(std::begin(m_single), std::end(m_single), missing);
    for (std::size_t rater = 0; rater < raters.size(); ++rater)
        if (std::find(raters.begin(), raters.begin() + static_cast<std::ptrdiff_t>(rater), raters[rater]) !=
            raters.begin() + static_cast<std::ptrdiff_t>(rater))
            fault(fmt::format("two raters are called '{}'", raters[rater]));
    m_data.m_raters = std::move(raters);
    m_data.m_scale = scale;
}

void ReliabilityBuilder::fault(std::string message, std::string hint) {
    if (!m_fault)
        m_fault = base::Error{base::Errc::InvalidArgument, std::move(message), std::nullopt, std::move(hint)};
}

ReliabilityBuilder& ReliabilityBuilder::declareCategories(const std::vector<std::string>& categories) {
    m_declared = true;
    if (categories.empty())
        fault("the declared list of categories is empty");
    return nameCategories(categories);
}

ReliabilityBuilder& ReliabilityBuilder::nameCategories(const std::vector<std::string>& categories) {
    if (!m_cells.empty() || !m_names.all().empty())
        fault("categories must be given before the ratings");
    for (const std::string& category : categories) {
        if (m_names.find(category))
            fault(fmt::format("category '{}' is listed twice", category));
        if (category.empty())
            fault("a category has an empty name");
        const std::size_t index = m_names.indexOf(category);
        if (category.size() == 1)
            m_single[static_cast<unsigned char>(category[0])] = static_cast<CategoryIndex>(index);
    }
    if (categories.size() > mostCategories)
        fault(fmt::format("more than {} categories", mostCategories));
    return *this;
}

ReliabilityBuilder& ReliabilityBuilder::setUnitOfAnalysis(std::string text) {
    m_data.m_unitOfAnalysis = std::move(text);
    return *this;
}

ReliabilityBuilder& ReliabilityBuilder::setNote(std::string text) {
    m_data.m_note = std::move(text);
    return *this;
}

void ReliabilityBuilder::addCell(std::string_view label, std::size_t rater) {
    if (label.size() == 1) {
        const CategoryIndex known = m_single[static_cast<unsigned char>(label[0])];
        if (known != missing) {
            m_cells.push_back(known);
            return;
        }
    }
    std::size_t index = 0;
    if (m_declared) {
        const auto known = m_names.find(label);
        if (!known) {
            fault(fmt::format("unit {}, rater {}: '{}' is not in the declared list of categories",
                              m_data.m_unitCount + 1, m_data.m_raters[rater], label),
                  "add it to the list, or correct the rating");
            m_cells.push_back(missing);
            return;
        }
        index = *known;
    } else {
        index = m_names.indexOf(label);
        if (index >= mostCategories) {
            fault(fmt::format("more than {} different values", mostCategories),
                  "round the numbers, or check that the column holds ratings");
            m_cells.push_back(missing);
            return;
        }
    }
    if (label.size() == 1)
        m_single[static_cast<unsigned char>(label[0])] = static_cast<CategoryIndex>(index);
    m_cells.push_back(static_cast<CategoryIndex>(index));
}

void ReliabilityBuilder::addClusterAndLabel(std::optional<std::string_view> cluster, std::string_view label) {
    if (cluster) {
        // Units of one cluster mostly follow one another.
        const auto& known = m_clusters.all();
        const bool isLast = !m_data.m_clusterOfUnit.empty() && m_largestCluster < 0 &&
                            known[static_cast<std::size_t>(m_data.m_clusterOfUnit.back())] == *cluster;
        m_data.m_clusterOfUnit.push_back(isLast ? m_data.m_clusterOfUnit.back()
                                                : static_cast<std::int32_t>(m_clusters.indexOf(*cluster)));
    } else {
        m_someWithoutCluster = true;
    }
    if (!label.empty() || !m_data.m_labelEnds.empty()) {
        if (m_data.m_labelEnds.size() < m_data.m_unitCount)
            m_data.m_labelEnds.resize(m_data.m_unitCount, 0);
        m_data.m_labelText.append(label);
        m_data.m_labelEnds.push_back(m_data.m_labelText.size());
    }
    ++m_data.m_unitCount;
}

ReliabilityBuilder& ReliabilityBuilder::addUnit(std::span<const std::optional<std::string>> ratings,
                                                std::optional<std::string_view> cluster,
                                                std::string_view label) {
    if (ratings.size() != m_data.m_raters.size()) {
        fault(fmt::format("unit {} has {} ratings for {} raters", m_data.m_unitCount + 1, ratings.size(),
                          m_data.m_raters.size()));
        return *this;
    }
    for (std::size_t rater = 0; rater < ratings.size(); ++rater) {
        if (ratings[rater])
            addCell(*ratings[rater], rater);
        else
            m_cells.push_back(missing);
    }
    addClusterAndLabel(cluster, label);
    return *this;
}

ReliabilityBuilder& ReliabilityBuilder::addUnitViews(std::span<const std::string_view> ratings,
                                                     std::optional<std::string_view> cluster,
                                                     std::string_view label) {
    if (ratings.size() != m_data.m_raters.size()) {
        fault(fmt::format("unit {} has {} ratings for {} raters", m_data.m_unitCount + 1, ratings.size(),
                          m_data.m_raters.size()));
        return *this;
    }
    growGently(m_cells, ratings.size());
    growGently(m_data.m_labelText, label.size());
    growGently(m_data.m_labelEnds, 1);
    for (std::size_t rater = 0; rater < ratings.size(); ++rater) {
        if (!ratings[rater].empty())
            addCell(ratings[rater], rater);
        else
            m_cells.push_back(missing);
    }
    addClusterAndLabel(cluster, label);
    return *this;
}

ReliabilityBuilder& ReliabilityBuilder::addUnit(std::span<const CategoryIndex> ratings,
                                                std::optional<std::string_view> cluster,
                                                std::string_view label) {
    if (ratings.size() != m_data.m_raters.size()) {
        fault(fmt::format("unit {} has {} ratings for {} raters", m_data.m_unitCount + 1, ratings.size(),
                          m_data.m_raters.size()));
        return *this;
    }
    const auto known = static_cast<CategoryIndex>(m_names.all().size());
    for (const CategoryIndex cell : ratings) {
        if (cell < missing || cell >= known)
            fault(fmt::format("unit {}: category number {} of {}", m_data.m_unitCount + 1, cell, known));
        m_cells.push_back(cell);
    }
    addClusterAndLabel(cluster, label);
    return *this;
}

ReliabilityBuilder& ReliabilityBuilder::addMatrix(std::span<const CategoryIndex> rowMajor,
                                                  std::span<const std::int32_t> clusters) {
    const std::size_t raters = m_data.m_raters.size();
    if (raters == 0 || rowMajor.size() % raters != 0) {
        fault(fmt::format("{} ratings do not fill rows of {} raters", rowMajor.size(), raters));
        return *this;
    }
    const auto known = static_cast<CategoryIndex>(m_names.all().size());
    CategoryIndex low = missing;
    CategoryIndex high = missing;
    for (const CategoryIndex cell : rowMajor) {
        low = std::min(low, cell);
        high = std::max(high, cell);
    }
    if (low < missing || high >= known)
        fault(fmt::format("category number {} of {}", low < missing ? low : high, known));
    m_cells.insert(m_cells.end(), rowMajor.begin(), rowMajor.end());
    const std::size_t units = rowMajor.size() / raters;
    m_data.m_unitCount += units;
    if (!m_data.m_labelEnds.empty())
        m_data.m_labelEnds.resize(m_data.m_unitCount, m_data.m_labelText.size());
    if (clusters.empty()) {
        m_someWithoutCluster = m_someWithoutCluster || units > 0;
        return *this;
    }
    if (clusters.size() != units)
        fault(fmt::format("{} clusters for {} units", clusters.size(), units));
    for (const std::int32_t cluster : clusters) {
        if (cluster < 0)
            fault("a cluster's number is negative");
        m_largestCluster = std::max(m_largestCluster, cluster);
    }
    if (!m_clusters.all().empty())
        fault("clusters by name and by number cannot be mixed");
    m_data.m_clusterOfUnit.insert(m_data.m_clusterOfUnit.end(), clusters.begin(), clusters.end());
    return *this;
}

ReliabilityBuilder& ReliabilityBuilder::addMatrix(std::span<const std::uint8_t> rowMajor,
                                                  std::span<const std::int32_t> clusters) {
    // Some rows at a time: a second copy of the whole would be the largest thing in memory.
    constexpr std::size_t rowsAtATime = 4096;
    const std::size_t raters = m_data.m_raters.size();
    if (raters == 0 || rowMajor.size() % raters != 0 ||
        (!clusters.empty() && clusters.size() * raters != rowMajor.size()))
        return addMatrix(std::vector<CategoryIndex>(rowMajor.size(), missing), clusters);
    m_cells.reserve(m_cells.size() + rowMajor.size());
    std::vector<CategoryIndex> cells;
    for (std::size_t begin = 0; begin < rowMajor.size(); begin += rowsAtATime * raters) {
        const auto part = rowMajor.subspan(begin, std::min(rowsAtATime * raters, rowMajor.size() - begin));
        cells.resize(part.size());
        std::transform(part.begin(), part.end(), cells.begin(), [](std::uint8_t byte) {
            return byte == 255 ? missing : static_cast<CategoryIndex>(byte);
        });
        addMatrix(std::span<const CategoryIndex>(cells),
                  clusters.empty() ? clusters : clusters.subspan(begin / raters, part.size() / raters));
    }
    return *this;
}

base::Status ReliabilityBuilder::order() {
    std::vector<std::string>& names = m_names.all();
    std::vector<std::optional<double>> numbers(names.size());
    std::transform(names.begin(), names.end(), numbers.begin(),
                   [](const std::string& text) { return base::parseNumber(text); });

    std::vector<std::size_t> kept(names.size());
    std::iota(kept.begin(), kept.end(), std::size_t{0});
    std::vector<std::size_t> sameAs = kept;
    if (!m_declared) {
        std::vector<char> used(names.size() + 1, 0);
        for (const CategoryIndex cell : m_cells)
            used[static_cast<std::size_t>(cell + 1)] = 1;
        std::erase_if(kept, [&used](std::size_t index) { return used[index + 1] == 0; });
        const bool allNumbers = std::all_of(
            kept.begin(), kept.end(), [&numbers](std::size_t index) { return numbers[index].has_value(); });
        std::sort(kept.begin(), kept.end(), [&](std::size_t left, std::size_t right) {
            if (allNumbers && *numbers[left] != *numbers[right])
                return *numbers[left] < *numbers[right];
            if (allNumbers && names[left].size() != names[right].size())
                return names[left].size() < names[right].size();
            return names[left] < names[right];
        });
        // "1", "1.0" and "01" are one number: one category, under its shortest name.
        if (allNumbers) {
            std::size_t last = 0;
            for (std::size_t place = 0; place < kept.size(); ++place) {
                if (place > 0 && *numbers[kept[place]] == *numbers[kept[last]]) {
                    sameAs[kept[place]] = kept[last];
                    continue;
                }
                last = place;
            }
            std::erase_if(kept, [&sameAs](std::size_t index) { return sameAs[index] != index; });
        }
    }
    const bool allNumbers = std::all_of(kept.begin(), kept.end(),
                                        [&numbers](std::size_t index) { return numbers[index].has_value(); });
    const bool wantsNumbers = m_data.m_scale == Scale::Interval || m_data.m_scale == Scale::Ratio;
    for (const std::size_t index : kept) {
        if (wantsNumbers && !numbers[index])
            return base::fail(base::Errc::InvalidArgument,
                              fmt::format("'{}' is not a number, which the scale {} needs", names[index],
                                          name(m_data.m_scale)),
                              "use --scale nominal or ordinal, or correct the rating");
        if (m_data.m_scale == Scale::Ratio && *numbers[index] < 0)
            return base::fail(base::Errc::InvalidArgument,
                              fmt::format("{} is negative; a ratio scale starts at 0", names[index]),
                              "use --scale interval");
        if (allNumbers)
            m_data.m_values.push_back(*numbers[index]);
    }

    bool moves = kept.size() != names.size();
    std::vector<CategoryIndex> renumbered(names.size() + 1, missing);
    for (std::size_t place = 0; place < kept.size(); ++place) {
        renumbered[kept[place] + 1] = static_cast<CategoryIndex>(place);
        moves = moves || kept[place] != place;
        m_data.m_categories.push_back(std::move(names[kept[place]]));
    }
    for (std::size_t index = 0; index < sameAs.size(); ++index)
        if (sameAs[index] != index)
            renumbered[index + 1] = renumbered[sameAs[index] + 1];
    if (moves)
        for (CategoryIndex& cell : m_cells)
            cell = renumbered[static_cast<std::size_t>(cell + 1)];
    return {};
}

base::Result<ReliabilityData> ReliabilityBuilder::build() {
    if (!m_data.m_clusterOfUnit.empty() && m_someWithoutCluster)
        fault("some units have a cluster and some have none");
    if (m_fault)
        return tl::make_unexpected(std::move(*m_fault));
    RAPPORT_TRY(order());
    m_data.m_declared = m_declared;
    m_data.m_clusterCount =
        m_largestCluster >= 0 ? static_cast<std::size_t>(m_largestCluster) + 1 : m_clusters.all().size();
    m_data.m_clusterNames = std::move(m_clusters.all());
    const std::size_t units = m_data.m_unitCount;
    m_data.store(std::move(m_cells));
    m_data.m_unitCount = units;
    return std::move(m_data);
}

} // namespace rapport::agreement
