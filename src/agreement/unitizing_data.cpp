// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/unitizing.h"
#include "base/format.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace rapport::agreement {

namespace {

std::size_t indexIn(std::vector<std::string>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    names.emplace_back(name);
    return names.size() - 1;
}

} // namespace

UnitizingBuilder& UnitizingBuilder::declareCodes(std::vector<std::string> codes) {
    m_codes = std::move(codes);
    m_declaredCodes = m_codes.size();
    return *this;
}

UnitizingBuilder& UnitizingBuilder::declareRaters(std::vector<std::string> raters) {
    m_raters = std::move(raters);
    return *this;
}

std::size_t UnitizingBuilder::sourceIndex(std::string_view name, std::int64_t length) {
    if (length <= 0 && !m_fault)
        m_fault = base::Error{base::Errc::InvalidArgument,
                              fmt::format("source '{}' has length {}", name, length),
                              std::nullopt,
                              {}};
    // Rows of one source mostly follow one another.
    if (m_sources.empty() || m_sources[m_lastSource].name != name) {
        const auto found = m_sourceNumbers.find(std::string(name));
        if (found != m_sourceNumbers.end()) {
            m_lastSource = found->second;
        } else {
            m_lastSource = m_sources.size();
            m_sourceNumbers.emplace(std::string(name), m_lastSource);
            m_sources.push_back({std::string(name), length, {}, {}});
        }
    }
    const Source& source = m_sources[m_lastSource];
    if (source.length != length && !m_fault)
        m_fault =
            base::Error{base::Errc::InvalidArgument,
                        fmt::format("source '{}' has the lengths {} and {}", name, source.length, length),
                        std::nullopt, "a source has one length in code points"};
    return m_lastSource;
}

std::size_t UnitizingBuilder::raterIndex(std::string_view name) {
    return indexIn(m_raters, name);
}

std::size_t UnitizingBuilder::codeIndex(std::string_view name) {
    return indexIn(m_codes, name);
}

UnitizingBuilder& UnitizingBuilder::addReading(std::string_view source, std::int64_t length,
                                               std::string_view rater) {
    const std::size_t sourceNumber = sourceIndex(source, length);
    const std::size_t raterNumber = raterIndex(rater);
    Source& target = m_sources[sourceNumber];
    if (target.read.size() <= raterNumber) {
        target.read.resize(raterNumber + 1, false);
        target.spans.resize(raterNumber + 1);
    }
    target.read[raterNumber] = true;
    return *this;
}

UnitizingBuilder& UnitizingBuilder::addSpan(std::string_view source, std::int64_t length,
                                            std::string_view rater, std::int64_t begin, std::int64_t end,
                                            std::string_view code) {
    addReading(source, length, rater);
    if ((begin < 0 || end <= begin || end > length) && !m_fault)
        m_fault = base::Error{
            base::Errc::InvalidArgument,
            fmt::format("span {}-{} does not fit into source '{}' of length {}", begin, end, source, length),
            std::nullopt, "spans are half-open and not empty"};
    m_sources[m_lastSource].spans[raterIndex(rater)].push_back(
        {begin, end, static_cast<std::uint32_t>(codeIndex(code))});
    return *this;
}

base::Result<UnitizingData> UnitizingBuilder::build() {
    if (m_fault)
        return tl::make_unexpected(std::move(*m_fault));
    UnitizingData data;
    // Declared codes keep their order, the others follow in alphabetical order.
    std::vector<std::size_t> order(m_codes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(m_declaredCodes), order.end(),
              [this](std::size_t left, std::size_t right) { return m_codes[left] < m_codes[right]; });
    std::vector<std::uint32_t> renumbered(m_codes.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        renumbered[order[place]] = static_cast<std::uint32_t>(place);
        data.m_codes.push_back(m_codes[order[place]]);
    }
    data.m_raters = std::move(m_raters);
    data.m_overlapsWithin.assign(data.m_codes.size(), false);
    for (Source& source : m_sources) {
        UnitizedSource& target = data.m_sources.emplace_back();
        target.name = std::move(source.name);
        target.length = source.length;
        for (std::size_t rater = 0; rater < source.read.size(); ++rater) {
            if (!source.read[rater])
                continue;
            RaterSpans& own = target.byRater.emplace_back();
            own.rater = static_cast<std::uint32_t>(rater);
            own.spans = std::move(source.spans[rater]);
            for (Span& span : own.spans)
                span.code = renumbered[span.code];
            std::sort(own.spans.begin(), own.spans.end(), [](const Span& left, const Span& right) {
                return std::tie(left.begin, left.end, left.code) <
                       std::tie(right.begin, right.end, right.code);
            });
            // The same code given twice to the same span is one coding.
            own.spans.erase(std::unique(own.spans.begin(), own.spans.end()), own.spans.end());
            std::int64_t reached = 0;
            std::vector<std::int64_t> reachedBy(data.m_codes.size(), 0);
            for (const Span& span : own.spans) {
                data.m_overlaps = data.m_overlaps || span.begin < reached;
                if (span.begin < reachedBy[span.code])
                    data.m_overlapsWithin[span.code] = true;
                reached = std::max(reached, span.end);
                reachedBy[span.code] = std::max(reachedBy[span.code], span.end);
            }
        }
    }
    return data;
}

} // namespace rapport::agreement
