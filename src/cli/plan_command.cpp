// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/json.h"
#include "agreement/planning.h"
#include "agreement/text.h"
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"

namespace rapport::cli {

namespace {

struct Options {
    std::string what;
    agreement::PlanOptions plan;
    std::optional<std::int64_t> categories;
    std::optional<double> kappa0;
    std::optional<double> kappa1;
    std::int64_t raters = 2;
    std::string format = "text";
};

base::Result<Answer> run(Options& options) {
    using base::Errc;
    agreement::PlanOptions& plan = options.plan;
    if (options.raters < 2)
        return base::fail(Errc::InvalidArgument, "agreement takes two raters or more", "--raters 2");
    if (options.categories && *options.categories < 2)
        return base::fail(Errc::InvalidArgument, "a rating takes two categories or more", "--categories 2");
    if (plan.prevalence && !(*plan.prevalence > 0 && *plan.prevalence < 1))
        return base::fail(Errc::InvalidArgument,
                          fmt::format("--prevalence {}: a share lies between 0 and 1", *plan.prevalence),
                          "--prevalence 0.1 for a code that a tenth of the units hold");
    if (plan.halfWidth && options.kappa0 && options.kappa1)
        return base::fail(Errc::InvalidArgument,
                          "--kappa0 has no part in --half-width, which is for one kappa",
                          "give --kappa1 alone");
    if (plan.halfWidth) {
        plan.goal = agreement::PlanGoal::HalfWidth;
        if (options.kappa0 && !options.kappa1)
            options.kappa1 = options.kappa0;
    } else if (!options.kappa0 || !options.kappa1) {
        return base::fail(Errc::InvalidArgument, "which kappa shall be told from which?",
                          "give --kappa0 and --kappa1, or --half-width for an interval");
    }
    if (!options.categories && !plan.prevalence)
        plan.categories = 2;
    if (options.categories)
        plan.categories = static_cast<std::size_t>(*options.categories);
    plan.kappa0 = options.kappa0.value_or(plan.kappa0);
    plan.kappa1 = options.kappa1.value_or(plan.kappa1);
    plan.raters = static_cast<std::size_t>(options.raters);
    RAPPORT_ASSIGN(const agreement::Plan result, agreement::planKappa(plan));
    Answer answer;
    const Format format = formatOf(options.format);
    answer.out = format == Format::Json  ? jsonText(agreement::toJson(result))
                 : format == Format::Csv ? agreement::toCsv(result)
                                         : agreement::toText(result);
    return answer;
}

} // namespace

Run declarePlan(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.action("COEFFICIENT", options->what, {"kappa"}, "What is planned for");
    arguments.number("--categories", options->categories, "Q", "Equally frequent categories");
    arguments.number("--prevalence", options->plan.prevalence, "P", "Share of units that hold the code");
    arguments.excludes("--categories", "--prevalence");
    arguments.number("--kappa0", options->kappa0, "K", "The kappa that is not good enough");
    arguments.number("--kappa1", options->kappa1, "K1", "The kappa that is expected");
    arguments.number("--raters", options->raters, "R", "Raters per unit (2)");
    arguments.number("--power", options->plan.power, "B", "Chance to tell them apart (0.8)");
    arguments.number("--alpha", options->plan.alpha, "A", "Level of the test (0.05)");
    arguments.number("--half-width", options->plan.halfWidth, "H",
                     "Instead: units for an interval of so much to either side");
    declareFormat(arguments, options->format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
