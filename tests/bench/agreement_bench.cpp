// SPDX-License-Identifier: GPL-3.0-or-later
// Coefficients against the cheapest loop that could feed them: a program, not a test, since times depend on
// the machine. Floor A fills one 5 x 5 table from two columns of bytes, floor B counts categories per unit of
// a byte matrix, floor C fills the tables of all pairs.
#include "agreement/json.h"
#include "agreement/many_raters.h"
#include "agreement/matrix.h"
#include "agreement/measure.h"
#include "agreement/resample.h"
#include "agreement/run.h"
#include "agreement/two_raters.h"
#include "agreement/unitizing.h"
#include "base/random.h"

#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <new>
#include <string>
#include <vector>

using namespace rapport;
using namespace rapport::agreement;

namespace {

std::atomic<std::size_t> heapNow{0};
std::atomic<std::size_t> heapMost{0};

} // namespace

// Every allocation is counted, so that what a step needs is known whatever the process had before.
void* operator new(std::size_t size) {
    void* place = std::malloc(size);
    if (place == nullptr)
        std::abort();
    const std::size_t now =
        heapNow.fetch_add(malloc_usable_size(place), std::memory_order_relaxed) + malloc_usable_size(place);
    if (now > heapMost.load(std::memory_order_relaxed))
        heapMost.store(now, std::memory_order_relaxed);
    return place;
}
void operator delete(void* place) noexcept {
    heapNow.fetch_sub(malloc_usable_size(place), std::memory_order_relaxed);
    std::free(place);
}
void operator delete(void* place, std::size_t) noexcept {
    operator delete(place);
}

namespace {

/// Megabytes of heap that the work had at most, beyond what there was before.
template<typename Work>
double megabytes(Work work) {
    const std::size_t before = heapNow.load();
    heapMost.store(before);
    work();
    return static_cast<double>(heapMost.load() - before) / 1e6;
}

void memoryLine(const char* what, double needed, double input) {
    std::printf("%-64s %10.1f MB   %6.2f x the matrix of %.1f MB\n", what, needed, needed / input, input);
}

volatile double kept = 0; ///< what is computed is used

double processSeconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Best of several runs, in seconds of this process: what else the machine does is not counted.
template<typename Work>
double seconds(Work work, int times = 5) {
    double best = 1e9;
    for (int run = 0; run < times; ++run) {
        const double begin = processSeconds();
        work();
        best = std::min(best, processSeconds() - begin);
    }
    return best;
}

std::vector<std::uint8_t> ratings(std::size_t units, std::size_t raters, std::size_t categories) {
    base::Random random(1);
    std::vector<std::uint8_t> cells(units * raters);
    for (std::size_t unit = 0; unit < units; ++unit) {
        const std::uint64_t truth = random.below(categories);
        for (std::size_t rater = 0; rater < raters; ++rater)
            cells[unit * raters + rater] =
                static_cast<std::uint8_t>(random.uniform() < 0.7 ? truth : random.below(categories));
    }
    return cells;
}

std::vector<std::string> names(std::size_t count) {
    std::vector<std::string> result;
    for (std::size_t index = 1; index <= count; ++index)
        result.push_back(std::to_string(index));
    return result;
}

ReliabilityData dataOf(const std::vector<std::uint8_t>& cells, std::size_t raters, std::size_t categories) {
    ReliabilityBuilder builder(names(raters));
    builder.declareCategories(names(categories)).addMatrix(std::span<const std::uint8_t>(cells));
    return *builder.build();
}

void line(const char* what, double time, double floor) {
    std::printf("%-64s %10.3f ms   %6.2f x floor\n", what, 1000 * time, time / floor);
}

constexpr std::size_t million = 1'000'000;

void twoRaters() {
    const std::vector<std::uint8_t> cells = ratings(million, 2, 5);
    std::vector<std::uint8_t> first(million);
    std::vector<std::uint8_t> second(million);
    for (std::size_t unit = 0; unit < million; ++unit) {
        first[unit] = cells[2 * unit];
        second[unit] = cells[2 * unit + 1];
    }
    const double floor = seconds([&] {
        std::uint32_t table[5][5] = {};
        for (std::size_t unit = 0; unit < million; ++unit)
            ++table[first[unit]][second[unit]];
        kept = kept + table[2][3];
    });
    std::printf("two raters, 1e6 units, 5 categories\n");
    line("floor A: one table", floor, floor);
    const ReliabilityData small = dataOf({cells.begin(), cells.begin() + 200}, 2, 5);
    const WeightMatrix identity = *WeightMatrix::make({}, small);
    const Analysis analysis(small, {identity}, {nominalMetric()});
    line("table and all coefficients with standard errors", seconds([&] {
             const PairTable table = tabulate(first, second, 5);
             const Outcome kappa = cohenKappa(table, identity);
             const Outcome pi = scottPi(table, identity);
             const Outcome ac = gwetAc(table, identity);
             const Outcome bp = brennanPrediger(table, identity);
             const auto error = [&table](const Influence& influence) {
                 double sum = 0;
                 for (std::size_t cell = 0; cell < influence.pull.size(); ++cell)
                     sum += table.cells[cell] * influence.pull[cell] * influence.pull[cell];
                 return sum;
             };
             kept = kept + fleissCohenEveritt(table, identity, kappa).h1 + kappaMax(table).value +
                    error(scottInfluence(table, identity, pi)) + error(gwetAcInfluence(table, identity, ac)) +
                    error(brennanPredigerInfluence(table, identity, bp)) +
                    error(alphaInfluence(analysis, table, 0)) + krippendorffAlpha(analysis, table, 0).value +
                    percentAgreement(table, identity).value;
         }),
         floor);
    line("bytes to data to the whole document",
         seconds([&] { kept = kept + double(measure(dataOf(cells, 2, 5), {})->overall.size()); }), floor);
    const ReliabilityData data = dataOf(cells, 2, 5);
    line("data to the whole document",
         seconds([&] { kept = kept + double(measure(data, {})->overall.size()); }), floor);
}

void manyRaters() {
    constexpr std::size_t raters = 10;
    const std::vector<std::uint8_t> cells = ratings(million, raters, 5);
    std::vector<std::uint8_t> counts(million * 5);
    const double floor = seconds([&] {
        std::fill(counts.begin(), counts.end(), std::uint8_t{0});
        for (std::size_t unit = 0; unit < million; ++unit)
            for (std::size_t rater = 0; rater < raters; ++rater)
                ++counts[unit * 5 + cells[unit * raters + rater]];
        kept = kept + counts[million];
    });
    std::printf("\nten raters, 1e6 units, 5 categories\n");
    line("floor B: counts of categories per unit", floor, floor);
    const ReliabilityData data = dataOf(cells, raters, 5);
    line("bytes to data", seconds([&] { kept = kept + double(dataOf(cells, raters, 5).unitCount()); }, 3),
         floor);
    const std::vector<WeightMatrix> identity{*WeightMatrix::make({}, data)};
    MeasureOptions options;
    options.pairs = PairsShown::None;
    options.only = {"percent_agreement",
                    "percent_agreement_values",
                    "percent_agreement_pairs",
                    "unanimous",
                    "fleiss_kappa",
                    "conger_kappa",
                    "brennan_prediger",
                    "gwet_ac",
                    "krippendorff_alpha"};
    line("percent agreement (3), Fleiss, Conger, BP, AC1, alpha with errors",
         seconds([&] { kept = kept + double(measure(data, options)->overall.size()); }), floor);

    const double pairFloor = seconds(
        [&] {
            static std::uint32_t tables[45][5][5];
            std::fill(&tables[0][0][0], &tables[0][0][0] + 45 * 25, 0U);
            for (std::size_t unit = 0; unit < million; ++unit) {
                std::size_t pair = 0;
                for (std::size_t one = 0; one < raters; ++one)
                    for (std::size_t other = one + 1; other < raters; ++other, ++pair)
                        ++tables[pair][cells[unit * raters + one]][cells[unit * raters + other]];
            }
            kept = kept + tables[7][2][3];
        },
        3);
    line("floor C: 45 tables of pairs", pairFloor, pairFloor);
    const Analysis analysis(data, identity, {nominalMetric()});
    const std::vector<std::string> only{"light_kappa", "cohen_kappa", "scott_pi", "kappa_max",
                                        "bangdiwala_b"};
    const std::vector<Quantity> quantities = quantitiesFor(analysis, only, true, false);
    line("Light's kappa and all pairs",
         seconds(
             [&] {
                 const Sample sample = analysis.sample(needsOf(quantities));
                 for (const Quantity& quantity : quantities)
                     kept = kept + quantity.coefficient->outcome(analysis, sample, quantity).value;
             },
             3),
         pairFloor);
    memoryLine("memory: bytes to data to the whole document without pairs", megabytes([&] {
                   MeasureOptions all;
                   all.pairs = PairsShown::None;
                   kept = kept + double(measure(dataOf(cells, raters, 5), all)->overall.size());
               }),
               double(cells.size()) / 1e6);
    line("the whole document, pairs and errors included",
         seconds([&] { kept = kept + double(measure(data, {})->overall.size()); }, 2), pairFloor);
}

/// The same by rows, without any help: draws units, counts their categories anew and works out the three
/// coefficients in one function made for just these data. Nothing is built, nothing is general.
double byRows(const std::vector<std::uint8_t>& cells, int replicates) {
    constexpr std::size_t units = 1000;
    base::Random random(7);
    double all = 0;
    for (int replicate = 0; replicate < replicates; ++replicate) {
        double agreeing = 0;
        std::uint32_t totals[5] = {};
        for (std::size_t unit = 0; unit < units; ++unit) {
            const std::uint8_t* row = cells.data() + random.below(units) * 4;
            std::uint32_t counts[5] = {};
            for (int rater = 0; rater < 4; ++rater)
                ++counts[row[rater]];
            std::uint32_t pairs = 0;
            for (int category = 0; category < 5; ++category) {
                pairs += counts[category] * (counts[category] - 1);
                totals[category] += counts[category];
            }
            agreeing += pairs;
        }
        const double values = 4.0 * units;
        const double observed = agreeing / (values * 3);
        double squares = 0;
        for (const std::uint32_t total : totals)
            squares += total / values * (total / values);
        const double kappa = (observed - squares) / (1 - squares);
        const double chance = (1 - squares) / 4;
        const double ac = (observed - chance) / (1 - chance);
        const double alpha = 1 - (values - 1) * (1 - observed) / (values * (1 - squares));
        all += kappa + ac + alpha;
    }
    return all;
}

void replicates() {
    const std::vector<std::uint8_t> cells = ratings(1000, 4, 5);
    const ReliabilityData data = dataOf(cells, 4, 5);
    const Analysis analysis(data, {*WeightMatrix::make({}, data)}, {nominalMetric()});
    const std::vector<std::string> only{"krippendorff_alpha", "fleiss_kappa", "gwet_ac"};
    const std::vector<Quantity> quantities = quantitiesFor(analysis, only, false, false);
    std::printf("\n10 000 bootstrap replicates of alpha, kappa and AC1, 1000 units x 4 raters\n");
    constexpr int slowReplicates = 300;
    const double rows =
        seconds(
            [&] {
                base::Random random(7);
                for (int replicate = 0; replicate < slowReplicates; ++replicate) {
                    std::vector<std::uint8_t> drawn;
                    for (std::size_t unit = 0; unit < 1000; ++unit) {
                        const std::size_t from = random.below(1000) * 4;
                        drawn.insert(drawn.end(), cells.begin() + static_cast<std::ptrdiff_t>(from),
                                     cells.begin() + static_cast<std::ptrdiff_t>(from + 4));
                    }
                    const ReliabilityData again = dataOf(drawn, 4, 5);
                    const Analysis own(again, {*WeightMatrix::make({}, again)}, {nominalMetric()});
                    const Sample sample = own.sample(needsOf(quantities));
                    for (const Quantity& quantity : quantities)
                        kept = kept + quantity.coefficient->outcome(own, sample, quantity).value;
                }
            },
            2) *
        10000 / slowReplicates;
    const double bare = seconds([&] { kept = kept + byRows(cells, 10'000); }, 3);
    std::printf("%-64s %10.2f ms\n", "rows drawn, data built and measured again (extrapolated)", 1000 * rows);
    std::printf("%-64s %10.2f ms\n", "rows drawn by a loop made for these three alone", 1000 * bare);
    const double fast = seconds(
        [&] {
            kept = kept + double(bootstrap(analysis, quantities, {10000, 1, false, 1}, {})->values.size());
        },
        5);
    std::printf("%-64s %10.2f ms   %.1f and %.1f times faster\n", "weights on distinct patterns, one thread",
                1000 * fast, rows / fast, bare / fast);
}

void spans() {
    base::Random random(3);
    UnitizingBuilder builder;
    builder.declareCodes(names(8)).declareRaters({"A", "B"});
    for (const char* rater : {"A", "B"}) {
        std::int64_t at = 0;
        for (int span = 0; span < 10'000; ++span) {
            at += 5 + static_cast<std::int64_t>(random.below(45));
            const auto end = at + 1 + static_cast<std::int64_t>(random.below(45));
            builder.addSpan("text", million, rater, at, end, std::to_string(1 + random.below(8)));
            at = end;
        }
    }
    const UnitizingData data = *builder.build();
    std::printf("\nunitizing, 1e6 characters, 10 000 spans per rater, 8 codes\n");
    std::printf("%-64s %10.3f ms\n", "the whole document",
                1000 * seconds([&] { kept = kept + double(measureUnitizing(data, {})->overall.size()); }, 3));
    std::printf("%-64s %10.3f MB\n", "its memory: no array over characters",
                megabytes([&] { kept = kept + double(measureUnitizing(data, {})->overall.size()); }));
}

void reading() {
    base::Random random(3);
    std::string csv = "unit,A,B,C,D,E,F,G,H\n";
    for (int unit = 0; unit < 1'000'000; ++unit) {
        csv += "unit-" + std::to_string(unit);
        for (int rater = 0; rater < 8; ++rater)
            csv += random.uniform() < 0.05 ? "," : "," + std::to_string(1 + random.below(5));
        csv += '\n';
    }
    const double time = seconds([&] { kept = kept + double(readMatrix(csv, {})->unitCount()); }, 3);
    // As the command line does it: the text goes before anything is measured.
    const double text = double(csv.size()) / 1e6;
    memoryLine("memory: text, data and the whole document", megabytes([&] {
                   auto own = std::make_unique<std::string>(csv);
                   const auto data = readMatrix(*own, {});
                   own.reset();
                   kept = kept + double(measure(*data, {})->overall.size());
               }),
               text);
    std::printf("\nreading a matrix of %.1f MB: %.1f ms, %.0f MB/s\n", double(csv.size()) / 1e6, 1000 * time,
                double(csv.size()) / 1e6 / time);
}

} // namespace

int main() {
    twoRaters();
    manyRaters();
    replicates();
    spans();
    reading();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("\nlargest memory of the whole run: %ld MB\n", usage.ru_maxrss / 1024);
    return kept == 12345.678 ? 1 : 0;
}
