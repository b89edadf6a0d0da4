// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/policies/policy.hpp>

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

namespace {

namespace policies = boost::math::policies;
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::evaluation_error<policies::ignore_error>>;
using Normal = boost::math::normal_distribution<double, Quiet>;
using StudentsT = boost::math::students_t_distribution<double, Quiet>;
using ChiSquared = boost::math::chi_squared_distribution<double, Quiet>;
using FisherF = boost::math::fisher_f_distribution<double, Quiet>;

} // namespace

double normalBelow(double x) {
    return boost::math::cdf(Normal(), x);
}

double normalQuantile(double p) {
    return boost::math::quantile(Normal(), std::clamp(p, 1e-300, 1 - 1e-16));
}

double normalTwoSided(double z) {
    return std::erfc(std::abs(z) / std::sqrt(2.0));
}

double tBelow(double x, double df) {
    return boost::math::cdf(StudentsT(df), x);
}

double tQuantile(double p, double df) {
    return boost::math::quantile(StudentsT(df), std::clamp(p, 1e-300, 1 - 1e-16));
}

double tTwoSided(double t, double df) {
    return 2 * boost::math::cdf(boost::math::complement(StudentsT(df), std::abs(t)));
}

double chiSquareUpper(double x, double df) {
    return x <= 0 ? 1 : boost::math::cdf(boost::math::complement(ChiSquared(df), x));
}

double chiSquareQuantile(double p, double df) {
    return boost::math::quantile(ChiSquared(df), std::clamp(p, 0.0, 1 - 1e-16));
}

double fUpper(double x, double df1, double df2) {
    return x <= 0 ? 1 : boost::math::cdf(boost::math::complement(FisherF(df1, df2), x));
}

double fQuantile(double p, double df1, double df2) {
    return boost::math::quantile(FisherF(df1, df2), std::clamp(p, 0.0, 1 - 1e-16));
}

} // namespace rapport::agreement
