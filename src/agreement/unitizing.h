// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement on spans: where raters cut a continuum into units and what they call them. Spans are half-open
// ranges of code points; sources are laid end to end with hard boundaries. Built by UnitizingBuilder,
// constant afterwards. Positions are never expanded to characters: all sums run over span boundaries.
#pragma once

#include "agreement/estimate.h"
#include "agreement/measure.h"
#include "base/result.h"
#include "base/task.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::agreement {

struct Span {
    std::int64_t begin = 0;
    std::int64_t end = 0;   ///< > begin
    std::uint32_t code = 0; ///< index into UnitizingData::codes()
    friend bool operator==(const Span&, const Span&) = default;
};

/// What one rater did in one source: nothing is a statement too.
struct RaterSpans {
    std::uint32_t rater = 0; ///< index into UnitizingData::raters()
    std::vector<Span> spans; ///< by begin, then end, then code
};

struct UnitizedSource {
    std::string name;
    std::int64_t length = 0;         ///< in code points
    std::vector<RaterSpans> byRater; ///< the raters who read this source, ascending
};

class UnitizingData {
public:
    [[nodiscard]] const std::vector<std::string>& raters() const { return m_raters; }
    [[nodiscard]] const std::vector<std::string>& codes() const { return m_codes; }
    [[nodiscard]] const std::vector<UnitizedSource>& sources() const { return m_sources; }
    /// Two spans of one rater overlap somewhere: only coefficients of single codes exist.
    [[nodiscard]] bool overlaps() const { return m_overlaps; }
    /// Two spans of one code overlap inside one rater, in any source.
    [[nodiscard]] bool overlapsWithin(std::size_t code) const { return m_overlapsWithin[code]; }
    /// The same raters and codes with one source alone.
    [[nodiscard]] UnitizingData onlySource(std::size_t index) const;

private:
    friend class UnitizingBuilder;
    std::vector<std::string> m_raters;
    std::vector<std::string> m_codes;
    std::vector<UnitizedSource> m_sources;
    std::vector<bool> m_overlapsWithin;
    bool m_overlaps = false;
};

class UnitizingBuilder {
public:
    /// Fixes the order of the codes; codes that are not declared follow in alphabetical order.
    UnitizingBuilder& declareCodes(std::vector<std::string> codes);
    UnitizingBuilder& declareRaters(std::vector<std::string> raters);
    /// The rater read the source, whether or not spans follow. A source has one length.
    UnitizingBuilder& addReading(std::string_view source, std::int64_t length, std::string_view rater);
    /// Implies addReading().
    UnitizingBuilder& addSpan(std::string_view source, std::int64_t length, std::string_view rater,
                              std::int64_t begin, std::int64_t end, std::string_view code);
    /// Sources in order of appearance. Errors (InvalidArgument): two lengths of one source, a span outside
    /// its source or empty, a length that is not positive.
    [[nodiscard]] base::Result<UnitizingData> build();
    /// What build() will refuse, known already. For readers, which know the place.
    [[nodiscard]] const std::optional<base::Error>& fault() const { return m_fault; }

private:
    struct Source {
        std::string name;
        std::int64_t length = 0;
        std::vector<std::vector<Span>> spans; ///< by rater number
        std::vector<bool> read;
    };
    std::size_t sourceIndex(std::string_view name, std::int64_t length);
    std::size_t raterIndex(std::string_view name);
    std::size_t codeIndex(std::string_view name);
    std::vector<Source> m_sources;
    std::map<std::string, std::size_t> m_sourceNumbers;
    std::size_t m_lastSource = 0;
    std::vector<std::string> m_raters;
    std::vector<std::string> m_codes;
    std::size_t m_declaredCodes = 0;
    std::optional<base::Error> m_fault;
};

struct UnitizingOptions {
    IntervalKind ci = IntervalKind::None; ///< None or Bootstrap (over sources)
    std::int64_t replicates = 1000;
    std::uint64_t seed = 1;
    double level = 0.95;
    unsigned threads = 0;
    double overlapShare = 0.5; ///< of segment_overlap: intersection / longer span
    bool gamma = false;
    double gammaAlpha = 1; ///< weight of position
    double gammaBeta = 1;  ///< weight of category
    std::int64_t gammaSamples = 30;
};

struct SourceResult {
    std::string source;
    std::int64_t length = 0;
    std::vector<std::string> raters;
    std::vector<Estimate> estimates;
};

struct CodeResult {
    std::string code;
    std::vector<Estimate> estimates;
};

/// `rapport.unitizing/1`.
struct UnitizingDocument {
    std::vector<std::string> raters;
    std::vector<std::string> codes;
    std::vector<SourceResult> sources;
    std::vector<Estimate> overall;
    std::vector<CodeResult> byCode;
};

/// Errors: Cancelled, InvalidArgument (level, replicates).
[[nodiscard]] base::Result<UnitizingDocument>
measureUnitizing(const UnitizingData& data, const UnitizingOptions& options, const base::Task& task = {});

} // namespace rapport::agreement
