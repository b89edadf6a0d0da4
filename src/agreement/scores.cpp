// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/scores.h"

#include "agreement/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rapport::agreement {

const char* name(IccForm form) {
    switch (form) {
    case IccForm::OneSingle:
        return "1,1";
    case IccForm::AgreementSingle:
        return "a,1";
    case IccForm::ConsistencySingle:
        return "c,1";
    case IccForm::OneMean:
        return "1,k";
    case IccForm::AgreementMean:
        return "a,k";
    case IccForm::ConsistencyMean:
        return "c,k";
    }
    return "1,1";
}

namespace {

bool isComplete(std::span<const CategoryIndex> row) {
    return std::find(row.begin(), row.end(), missing) == row.end();
}

} // namespace

std::optional<MeanSquares> meanSquares(const Analysis& analysis, const Sample& sample) {
    const ReliabilityData& data = analysis.data();
    const std::vector<double>& values = data.categoryValues();
    const std::size_t raters = data.raterCount();
    MeanSquares squares;
    squares.raters = static_cast<double>(raters);
    std::vector<double> raterSum(raters, 0);
    double all = 0;
    for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern) {
        const double units = sample.unitsOf(pattern);
        const auto row = data.pattern(pattern);
        if (units == 0 || !isComplete(row))
            continue;
        squares.units += units;
        for (std::size_t rater = 0; rater < raters; ++rater) {
            const double value = values[static_cast<std::size_t>(row[rater])];
            raterSum[rater] += units * value;
            all += units * value;
        }
    }
    if (squares.units < 2 || raters < 2)
        return std::nullopt;
    const double k = squares.raters;
    const double n = squares.units;
    const double mean = all / (n * k);
    double between = 0;
    double within = 0;
    for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern) {
        const double units = sample.unitsOf(pattern);
        const auto row = data.pattern(pattern);
        if (units == 0 || !isComplete(row))
            continue;
        double sum = 0;
        for (const CategoryIndex cell : row)
            sum += values[static_cast<std::size_t>(cell)];
        const double own = sum / k;
        between += units * k * (own - mean) * (own - mean);
        for (const CategoryIndex cell : row) {
            const double apart = values[static_cast<std::size_t>(cell)] - own;
            within += units * apart * apart;
        }
    }
    double columns = 0;
    for (const double sum : raterSum)
        columns += n * (sum / n - mean) * (sum / n - mean);
    squares.between = between / (n - 1);
    squares.within = within / (n * (k - 1));
    squares.ratersOwn = columns / (k - 1);
    const double rest = within - columns;
    squares.error = rest > 1e-12 * within ? rest / ((n - 1) * (k - 1)) : 0;
    return squares;
}

Outcome intraclass(const Analysis& analysis, const Sample& sample, IccForm form) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const auto squares = meanSquares(analysis, sample);
    if (!squares)
        return Outcome::undefined(Reason::TooFewUnits, sample.complete);
    const auto& [n, k, msb, msw, msj, mse] = *squares;
    double numerator = msb - mse;
    double denominator = 0;
    switch (form) {
    case IccForm::OneSingle:
        numerator = msb - msw;
        denominator = msb + (k - 1) * msw;
        break;
    case IccForm::AgreementSingle:
        denominator = msb + (k - 1) * mse + k * (msj - mse) / n;
        break;
    case IccForm::ConsistencySingle:
        denominator = msb + (k - 1) * mse;
        break;
    case IccForm::OneMean:
        numerator = msb - msw;
        denominator = msb;
        break;
    case IccForm::AgreementMean:
        denominator = msb + (msj - mse) / n;
        break;
    case IccForm::ConsistencyMean:
        denominator = msb;
        break;
    }
    if (std::abs(denominator) < 1e-14)
        return Outcome::undefined(Reason::NoVariation, n);
    return Outcome::of(numerator / denominator, n);
}

void intraclassInterval(const Analysis& analysis, const Sample& sample, IccForm form, double level,
                        Estimate& estimate) {
    const auto squares = meanSquares(analysis, sample);
    if (!squares)
        return;
    const auto& [n, k, msb, msw, msj, mse] = *squares;
    const double p = 1 - (1 - level) / 2;
    const bool isOne = form == IccForm::OneSingle || form == IccForm::OneMean;
    const bool isMean =
        form == IccForm::OneMean || form == IccForm::AgreementMean || form == IccForm::ConsistencyMean;
    const double error = isOne ? msw : mse;
    const double df1 = n - 1;
    const double df2 = isOne ? n * (k - 1) : (n - 1) * (k - 1);
    if (error <= 0 || df2 <= 0) {
        estimate.addCaveat("degenerate_se");
        return;
    }
    const double f = msb / error;
    estimate.df = df1;
    estimate.df2 = df2;
    estimate.pValue = fUpper(f, df1, df2);
    double low = 0;
    double high = 0;
    if (form == IccForm::AgreementSingle || form == IccForm::AgreementMean) {
        // SOURCE: McGraw & Wong 1996, ICC(A,1), Satterthwaite
        const Outcome single = intraclass(analysis, sample, IccForm::AgreementSingle);
        const double icc = single.value;
        const double fj = msj / mse;
        const double shared = n * (1 + (k - 1) * icc) - k * icc;
        const double top = (k - 1) * (n - 1) * (k * icc * fj + shared) * (k * icc * fj + shared);
        const double bottom = (n - 1) * k * k * icc * icc * fj * fj + shared * shared;
        const double v = top / bottom;
        if (!(v > 0) || !std::isfinite(v))
            return;
        const double upper = fQuantile(p, n - 1, v);
        const double lower = fQuantile(p, v, n - 1);
        const double rest = k * msj + (n * k - k - n) * mse;
        low = n * (msb - upper * mse) / (upper * rest + n * msb);
        high = n * (lower * msb - mse) / (rest + n * lower * msb);
        if (isMean) {
            // Spearman-Brown falls without bound as one rater's limit nears -1/(k-1).
            const auto ofMean = [raters = k](double limit) {
                return 1 + (raters - 1) * limit > 0 ? raters * limit / (1 + (raters - 1) * limit)
                                                    : -std::numeric_limits<double>::infinity();
            };
            low = ofMean(low);
            high = ofMean(high);
        }
    } else {
        const double fLow = f / fQuantile(p, df1, df2);
        const double fHigh = f * fQuantile(p, df2, df1);
        low = isMean ? 1 - 1 / fLow : (fLow - 1) / (fLow + k - 1);
        high = isMean ? 1 - 1 / fHigh : (fHigh - 1) / (fHigh + k - 1);
    }
    // Correlations of means have no lower bound; an interval wholly below -1 says nothing.
    if (std::isnan(low) || !(high >= -1))
        return;
    if (low < -1 || high > 1)
        estimate.addCaveat("cut");
    Interval interval;
    interval.low = std::max(low, -1.0);
    interval.high = std::min(high, 1.0);
    interval.level = level;
    interval.method = "f";
    estimate.ci = interval;
}

Outcome kendallW(const Analysis& analysis, const Sample& sample) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const ReliabilityData& data = analysis.data();
    const std::size_t raters = data.raterCount();
    const std::size_t q = data.categoryCount();
    std::vector<double> counts(raters * q, 0);
    double n = 0;
    for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern) {
        const auto row = data.pattern(pattern);
        if (sample.unitsOf(pattern) == 0 || !isComplete(row))
            continue;
        n += sample.unitsOf(pattern);
        for (std::size_t rater = 0; rater < raters; ++rater)
            counts[rater * q + static_cast<std::size_t>(row[rater])] += sample.unitsOf(pattern);
    }
    if (n < 2)
        return Outcome::undefined(Reason::TooFewUnits, n);
    std::vector<double> ranks(raters * q, 0);
    double ties = 0;
    for (std::size_t rater = 0; rater < raters; ++rater) {
        double below = 0;
        for (std::size_t category = 0; category < q; ++category) {
            const double tied = counts[rater * q + category];
            ranks[rater * q + category] = below + (tied + 1) / 2;
            below += tied;
            ties += tied * tied * tied - tied;
        }
    }
    const double m = static_cast<double>(raters);
    const double mean = m * (n + 1) / 2;
    double spread = 0;
    for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern) {
        const auto row = data.pattern(pattern);
        if (sample.unitsOf(pattern) == 0 || !isComplete(row))
            continue;
        double sum = 0;
        for (std::size_t rater = 0; rater < raters; ++rater)
            sum += ranks[rater * q + static_cast<std::size_t>(row[rater])];
        spread += sample.unitsOf(pattern) * (sum - mean) * (sum - mean);
    }
    const double possible = m * m * (n * n * n - n) - m * ties;
    if (possible <= 0)
        return Outcome::undefined(Reason::NoVariation, n);
    return Outcome::of(12 * spread / possible, n);
}

} // namespace rapport::agreement
