// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/count_sums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace rapport::agreement {

namespace {

/// More patterns than this are no longer few: making the rows would cost more than it spares.
constexpr std::size_t mostPatterns = 1024;
constexpr std::size_t block = 8;

constexpr std::size_t unanimousField = 6;

template<typename Call>
void forEachField(Sample& sample, Call call) {
    // unanimousField is the place of sample.unanimous here.
    for (double* field : {&sample.rated, &sample.pairable, &sample.values, &sample.valueAgreement,
                          &sample.pairsAgreeing, &sample.pairsAll, &sample.unanimous, &sample.complete})
        call(*field);
    for (std::vector<double>* fields :
         {&sample.share, &sample.agreement, &sample.valueCount, &sample.disagreeing, &sample.splitShare,
          &sample.splitValue, &sample.sameCategory, &sample.offeredInPair})
        for (double& field : *fields)
            call(field);
}

/// Two numbers in a register of every 64-bit machine. Four of these stay in registers through a loop, which
/// an array of eight does not.
using Two [[gnu::vector_size(2 * sizeof(double))]] = double;
using TwoOfRow [[gnu::vector_size(2 * sizeof(double)), gnu::may_alias, gnu::aligned(8)]] = double;

inline void add(std::uint32_t units, const double* row, Two (&sums)[4]) {
    const auto each = static_cast<double>(static_cast<std::int32_t>(units));
    const auto* columns = reinterpret_cast<const TwoOfRow*>(row);
    sums[0] += each * columns[0];
    sums[1] += each * columns[1];
    sums[2] += each * columns[2];
    sums[3] += each * columns[3];
}

/// The factor that makes one column of the other; 0 if there is none.
double factorBetween(const std::vector<double>& one, const std::vector<double>& other) {
    double factor = 0;
    for (std::size_t index = 0; index < one.size(); ++index) {
        if ((one[index] == 0) != (other[index] == 0))
            return 0;
        if (one[index] == 0)
            continue;
        const double here = other[index] / one[index];
        if (factor != 0 && std::abs(here - factor) > 1e-15 * std::abs(factor))
            return 0;
        factor = factor != 0 ? factor : here;
    }
    return factor;
}

/// Every pattern that somebody rated has the same number, not 0.
bool isConstant(const std::vector<double>& column, const Analysis& analysis) {
    double constant = 0;
    for (std::size_t index = 0; index < column.size(); ++index) {
        if (analysis.counts().total(index) == 0)
            continue;
        if (constant != 0 && column[index] != constant)
            return false;
        constant = column[index];
        if (constant == 0)
            return false;
    }
    return constant != 0;
}

} // namespace

CountSums::CountSums(const Analysis& analysis, const Needs& needs) {
    const std::size_t patterns = analysis.counts().size();
    const bool isOrdinal =
        std::any_of(analysis.metrics().begin(), analysis.metrics().end(),
                    [](const Metric& metric) { return metric.kind == Metric::Kind::Ordinal; });
    if (needs.patterns || needs.raters || needs.pairs || isOrdinal || patterns == 0 ||
        patterns > mostPatterns)
        return;
    std::vector<std::vector<double>> columns; ///< one per field, then without those that repeat
    Sample sample;
    sample.countWeights.assign(patterns, 0);
    for (std::size_t pattern = 0; pattern < patterns; ++pattern) {
        sample.countWeights[pattern] = 1;
        analysis.tally(sample, needs);
        sample.countWeights[pattern] = 0;
        std::size_t field = 0;
        forEachField(sample, [&](double value) {
            if (field == columns.size())
                columns.emplace_back(patterns, 0.0);
            columns[field++][pattern] = value;
        });
    }
    std::vector<std::vector<double>> distinct;
    for (const std::vector<double>& column : columns) {
        Field field;
        if (!needs.unanimous && m_fields.size() == unanimousField) {
            // left at 0
        } else if (isConstant(column, analysis)) {
            field = {Field::units,
                     *std::find_if(column.begin(), column.end(), [](double value) { return value != 0; })};
        } else if (std::any_of(column.begin(), column.end(), [](double value) { return value != 0; })) {
            for (std::size_t each = 0; each < distinct.size() && field.column < 0; ++each) {
                const double factor = factorBetween(distinct[each], column);
                if (factor != 0)
                    field = {static_cast<std::int32_t>(each), factor};
            }
            if (field.column < 0) {
                field = {static_cast<std::int32_t>(distinct.size()), 1};
                distinct.push_back(column);
            }
        }
        m_fields.push_back(field);
    }
    m_stride = (distinct.size() + block - 1) / block * block;
    for (Field& field : m_fields)
        if (field.column == Field::units)
            field.column = static_cast<std::int32_t>(m_stride);
    m_rows.assign(patterns * m_stride, 0);
    for (std::size_t column = 0; column < distinct.size(); ++column)
        for (std::size_t pattern = 0; pattern < patterns; ++pattern)
            m_rows[pattern * m_stride + column] = distinct[column][pattern];
    m_empty = std::move(sample);
    m_empty.countWeights.clear();
    m_ready = true;
}

void CountSums::tally(std::span<const std::uint32_t> weights, Sample& sample) const {
    if (sample.share.size() != m_empty.share.size())
        sample = m_empty;
    std::array<double, 64> few; // NOLINT(cppcoreguidelines-pro-type-member-init): every used one is set
    std::vector<double> many;
    double* sums = few.data();
    if (m_stride >= few.size()) {
        many.resize(m_stride + 1);
        sums = many.data();
    }
    std::uint32_t units = 0;
    for (const std::uint32_t weight : weights)
        units += weight;
    for (std::size_t first = 0; first < m_stride; first += block) {
        // Patterns in turn go to two sets of sums, so that no addition waits for the one before.
        Two even[4] = {};
        Two odd[4] = {};
        const double* row = m_rows.data() + first;
        std::size_t pattern = 0;
        for (; pattern + 1 < weights.size(); pattern += 2, row += 2 * m_stride) {
            add(weights[pattern], row, even);
            add(weights[pattern + 1], row + m_stride, odd);
        }
        if (pattern < weights.size())
            add(weights[pattern], row, even);
        for (std::size_t two = 0; two < 4; ++two)
            even[two] += odd[two];
        std::memcpy(sums + first, even, sizeof even);
    }
    sums[m_stride] = static_cast<double>(units);
    std::size_t field = 0;
    forEachField(sample, [&](double& value) {
        const Field& from = m_fields[field++];
        value = from.factor * sums[from.column];
    });
}

} // namespace rapport::agreement
