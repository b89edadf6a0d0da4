// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes taken as spans, eight at a time: source, rater, code, begin and length. What holds for every
// continuum: alphas are at most 1, an alignment's bounds are in order, and what two equal raters marked
// agrees wholly.
#include "agreement/gamma.h"
#include "agreement/unitizing.h"

#include <cmath>
#include <cstdlib>
#include <string>

using namespace rapport;
using namespace rapport::agreement;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

void checkAtMostOne(const std::vector<Estimate>& estimates) {
    for (const Estimate& estimate : estimates)
        require(!estimate.value || (std::isfinite(*estimate.value) && *estimate.value <= 1 + 1e-9));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    constexpr std::int64_t length = 70'000;
    UnitizingBuilder builder;
    UnitizingBuilder twins;
    std::vector<std::vector<PlacedUnit>> raters(3);
    std::size_t spans = 0;
    for (std::size_t at = 0; at + 8 <= size && spans < 24; at += 8, ++spans) {
        const unsigned char* record = data + at;
        const std::string source = "s" + std::to_string(record[0] % 3);
        const std::size_t rater = record[1] % 3U;
        const std::string code(1, static_cast<char>('a' + record[2] % 3));
        const std::int64_t begin = record[3] * 256 + record[4];
        const std::int64_t end = begin + 1 + (record[5] * 16 + record[6]) % 4000;
        builder.addSpan(source, length, std::to_string(rater), begin, end, code);
        raters[rater].push_back({static_cast<double>(begin), static_cast<double>(end), record[2] % 3U});
        for (const char* twin : {"x", "y"})
            twins.addSpan(source, length, twin, begin, end, code);
    }
    if (spans == 0)
        return 0;
    UnitizingOptions options;
    options.threads = 1;
    if (const auto built = builder.build()) {
        const auto document = measureUnitizing(*built, options);
        require(document.has_value());
        checkAtMostOne(document->overall);
        for (const CodeResult& code : document->byCode)
            checkAtMostOne(code.estimates);
    }
    if (const auto built = twins.build()) {
        const auto document = measureUnitizing(*built, options);
        require(document.has_value());
        for (const char* id : {"u_alpha", "u_alpha_binary", "alpha_u_1995"}) {
            const Estimate* estimate = findEstimate(document->overall, id);
            require(estimate == nullptr || !estimate->value || std::abs(*estimate->value - 1) < 1e-9);
        }
    }
    const auto disorder = bestAlignmentDisorder(raters, {}, {40, 200'000, 60});
    if (disorder)
        require(disorder->atLeast <= disorder->value + 1e-9 && disorder->atLeast >= -1e-9);
    return 0;
}
