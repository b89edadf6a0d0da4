// SPDX-License-Identifier: GPL-3.0-or-later
// Ratings of units by raters, one category or nothing per cell: the input of every coefficient for single
// values. Built once by ReliabilityBuilder, then constant and free to share between threads. Kept as distinct
// rating patterns with counts where that is smaller than the matrix. Knows no names of people beyond the
// raters' labels, reads no files and never sorts numbers as text: the order of the categories is data.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::agreement {

enum class Scale : std::uint8_t { Nominal, Ordinal, Interval, Ratio };

/// "nominal", "ordinal", "interval", "ratio".
[[nodiscard]] const char* name(Scale scale);
[[nodiscard]] std::optional<Scale> scaleNamed(std::string_view text);

/// Index of a category in the data's list; missing where the rater gave none.
using CategoryIndex = std::int16_t;
inline constexpr CategoryIndex missing = -1;
/// More different values than this are refused: the tables of pairs would not fit.
inline constexpr std::size_t mostCategories = 2048;

class ReliabilityData {
public:
    ReliabilityData() = default;

    [[nodiscard]] std::size_t raterCount() const { return m_raters.size(); }
    [[nodiscard]] const std::vector<std::string>& raters() const { return m_raters; }
    /// nullopt if no rater has this label.
    [[nodiscard]] std::optional<std::size_t> raterNamed(std::string_view label) const;
    [[nodiscard]] std::size_t unitCount() const { return m_unitCount; }
    /// The label of a unit, its number from 1 where none was given.
    [[nodiscard]] std::string unitLabel(std::size_t unit) const;
    [[nodiscard]] Scale scale() const { return m_scale; }

    /// In the order that ranks and tables use.
    [[nodiscard]] const std::vector<std::string>& categories() const { return m_categories; }
    [[nodiscard]] std::size_t categoryCount() const { return m_categories.size(); }
    [[nodiscard]] bool categoriesDeclared() const { return m_declared; }
    /// One number per category; empty unless every category is a number.
    [[nodiscard]] const std::vector<double>& categoryValues() const { return m_values; }

    /// Empty if no clusters were given, else the cluster (participant, transcript) of each unit.
    [[nodiscard]] const std::vector<std::int32_t>& clusterOfUnit() const { return m_clusterOfUnit; }
    [[nodiscard]] std::size_t clusterCount() const { return m_clusterCount; }
    /// The name of a cluster, its number from 1 where clusters were given by number.
    [[nodiscard]] std::string clusterLabel(std::size_t cluster) const;
    /// Clusters were given and at least one holds more than one unit: units are not independent.
    [[nodiscard]] bool isClustered() const { return m_clustered; }

    [[nodiscard]] const std::string& unitOfAnalysis() const { return m_unitOfAnalysis; }
    [[nodiscard]] const std::string& note() const { return m_note; }

    /// Distinct rows of the matrix. With few units or many raters each unit is a pattern of its own.
    [[nodiscard]] std::size_t patternCount() const {
        return m_counts.empty() ? m_unitCount : m_counts.size();
    }
    /// One category per rater.
    [[nodiscard]] std::span<const CategoryIndex> pattern(std::size_t index) const {
        return {m_cells.data() + index * m_raters.size(), m_raters.size()};
    }
    [[nodiscard]] const std::vector<CategoryIndex>& patternCells() const { return m_cells; }
    /// How many units have the pattern.
    [[nodiscard]] std::int64_t patternUnits(std::size_t index) const {
        return m_counts.empty() ? 1 : m_counts[index];
    }
    [[nodiscard]] std::size_t patternOfUnit(std::size_t unit) const {
        if (m_counts.empty())
            return unit;
        return m_narrow.empty() ? m_wide[unit] : m_narrow[unit];
    }
    [[nodiscard]] CategoryIndex rating(std::size_t unit, std::size_t rater) const {
        return m_cells[patternOfUnit(unit) * m_raters.size() + rater];
    }

    /// Empty cells; units rated by two raters or more; units rated by all.
    [[nodiscard]] std::int64_t missingCount() const { return m_missing; }
    [[nodiscard]] std::int64_t pairableUnits() const { return m_pairable; }
    [[nodiscard]] std::int64_t completeUnits() const { return m_complete; }

    /// The same data without the units that lack a rating.
    [[nodiscard]] ReliabilityData completeOnly() const;
    /// The same data with these raters only, in this order.
    [[nodiscard]] ReliabilityData withRaters(std::span<const std::size_t> raters) const;
    /// The same data with these units only, in this order.
    [[nodiscard]] ReliabilityData withUnits(std::span<const std::size_t> units) const;
    /// The same units, raters, clusters and categories with other ratings, unit x rater: each `missing` or
    /// one of the categories. For many codes of the same units.
    [[nodiscard]] ReliabilityData withCells(std::vector<CategoryIndex> cells) const;
    /// Two categories, "other" and `category`'s label, everything else kept.
    [[nodiscard]] ReliabilityData dichotomised(std::size_t category) const;

private:
    friend class ReliabilityBuilder;
    friend class SetData;
    void store(std::vector<CategoryIndex> cells);
    [[nodiscard]] std::vector<CategoryIndex> matrix() const;
    [[nodiscard]] ReliabilityData derived() const;

    std::vector<std::string> m_raters;
    std::vector<std::string> m_categories;
    std::vector<double> m_values;
    std::string m_labelText;                ///< the units' labels, one after the other
    std::vector<std::uint64_t> m_labelEnds; ///< where each ends; empty if units have none
    std::vector<std::int32_t> m_clusterOfUnit;
    std::vector<std::string> m_clusterNames; ///< empty where clusters were given by number
    std::vector<CategoryIndex> m_cells;      ///< pattern x rater, or unit x rater where m_counts is empty
    std::vector<std::int64_t> m_counts;      ///< units per pattern
    std::vector<std::uint16_t> m_narrow;     ///< pattern of each unit, up to 65536 patterns
    std::vector<std::uint32_t> m_wide;       ///< pattern of each unit, beyond
    std::string m_unitOfAnalysis;
    std::string m_note;
    std::size_t m_unitCount = 0;
    std::size_t m_clusterCount = 0;
    std::int64_t m_missing = 0;
    std::int64_t m_pairable = 0;
    std::int64_t m_complete = 0;
    Scale m_scale = Scale::Nominal;
    bool m_declared = false;
    bool m_clustered = false;
};

/// Collects ratings; used by one thread, spent by build().
class ReliabilityBuilder {
public:
    /// `raters`: their labels in column order. One rater alone is allowed: every coefficient is then
    /// undefined.
    explicit ReliabilityBuilder(std::vector<std::string> raters, Scale scale = Scale::Nominal);

    /// Fixes the list of categories and its order. Ratings outside it fail in build().
    ReliabilityBuilder& declareCategories(const std::vector<std::string>& categories);
    /// Names of categories given by index without declaring the list: build() drops those never used and
    /// orders the rest as if they had been read from text.
    ReliabilityBuilder& nameCategories(const std::vector<std::string>& categories);
    ReliabilityBuilder& setUnitOfAnalysis(std::string text);
    ReliabilityBuilder& setNote(std::string text);

    /// One rating or nothing per rater. `cluster`: any name that is the same for units of one cluster; either
    /// all units have one or none has. A text beginning or ending with blanks is another category than
    /// without.
    ReliabilityBuilder& addUnit(std::span<const std::optional<std::string>> ratings,
                                std::optional<std::string_view> cluster = std::nullopt,
                                std::string_view label = {});
    /// Ratings as indices into the declared or named categories.
    ReliabilityBuilder& addUnit(std::span<const CategoryIndex> ratings,
                                std::optional<std::string_view> cluster = std::nullopt,
                                std::string_view label = {});
    /// As the first, with views; an empty view is missing. The way of the reader of tables.
    ReliabilityBuilder& addUnitViews(std::span<const std::string_view> ratings,
                                     std::optional<std::string_view> cluster = std::nullopt,
                                     std::string_view label = {});
    /// Many units at once: indices row by row (units x raters), -1 missing; `clusters` empty or one number
    /// from 0 per unit. May be the only units or follow others.
    ReliabilityBuilder& addMatrix(std::span<const CategoryIndex> rowMajor,
                                  std::span<const std::int32_t> clusters = {});
    /// The same for bytes, 255 missing.
    ReliabilityBuilder& addMatrix(std::span<const std::uint8_t> rowMajor,
                                  std::span<const std::int32_t> clusters = {});

    /// Something that was added cannot be; build() will say what. For readers, which know the place.
    [[nodiscard]] bool hasFault() const { return m_fault.has_value(); }
    /// The label is one of the categories known so far, or may become one.
    [[nodiscard]] bool accepts(std::string_view label) const {
        return !m_declared || m_names.find(label).has_value();
    }
    /// Labels known so far, in order of appearance.
    [[nodiscard]] const std::vector<std::string>& labels() const { return m_names.all(); }

    /// Categories that were not declared are those used: in numeric order if all are numbers, else in the
    /// order of their bytes. Errors (InvalidArgument): a rating outside the declared list, a category
    /// declared twice, a label of two raters, another number of cells than raters, some units with and some
    /// without cluster, an interval or ratio scale whose categories are not all numbers (ratio: not
    /// negative), more than mostCategories. Spends the builder.
    [[nodiscard]] base::Result<ReliabilityData> build();

private:
    /// Names with numbers in order of appearance (open addressing over their bytes).
    class Names {
    public:
        std::size_t indexOf(std::string_view name); ///< adds it where it is new
        [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
        [[nodiscard]] std::vector<std::string>& all() { return m_names; }
        [[nodiscard]] const std::vector<std::string>& all() const { return m_names; }

    private:
        void grow();
        std::vector<std::string> m_names;
        std::vector<std::uint32_t> m_slots; ///< index + 1
    };
    void addCell(std::string_view label, std::size_t rater);
    void addClusterAndLabel(std::optional<std::string_view> cluster, std::string_view label);
    void fault(std::string message, std::string hint = {});
    [[nodiscard]] base::Status order();

    ReliabilityData m_data;
    std::vector<CategoryIndex> m_cells;
    Names m_names;
    Names m_clusters;
    CategoryIndex m_single[256]; ///< number of the category whose label is this byte alone
    std::optional<base::Error> m_fault;
    bool m_declared = false;
    bool m_someWithoutCluster = false;
    std::int32_t m_largestCluster = -1; ///< of clusters given by number
};

} // namespace rapport::agreement
