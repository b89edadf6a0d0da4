// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/r_script.h"

#include "base/format.h"
#include "base/number.h"

#include <algorithm>

namespace rapport::agreement {

namespace {

std::string inQuotes(const std::string& text) {
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '\\' || byte == '"')
            out += '\\';
        if (byte == '\n')
            out += "\\n";
        else
            out += byte;
    }
    return out + '"';
}

template<typename List, typename Each>
std::string vectorOf(const List& list, Each each) {
    std::string out = "c(";
    std::size_t line = out.size();
    bool first = true;
    for (const auto& item : list) {
        const std::string text = each(item);
        if (!first) {
            out += ", ";
            if (out.size() - line > 100) {
                out += "\n  ";
                line = out.size();
            }
        }
        out += text;
        first = false;
    }
    return out + ")";
}

// Every formula once more, from the papers, in base R. Ratings are category numbers, NA is missing.
constexpr const char* functions = R"R(
counts_of <- function(x, q) t(apply(x, 1, function(row) tabulate(row[!is.na(row)], q)))

many_raters <- function(x, q) {
  x <- x[rowSums(!is.na(x)) > 0, colSums(!is.na(x)) > 0, drop = FALSE]
  n <- nrow(x); r <- counts_of(x, q); m <- rowSums(r); two <- m >= 2; n2 <- sum(two)
  pa_i <- ifelse(two, rowSums(r * (r - 1)) / pmax(m * (m - 1), 1), 0)
  pa <- sum(pa_i) / n2; e <- as.numeric(two); pi_k <- colMeans(r / m)
  linearised <- function(value, pe, pe_i) {
    own <- (n / n2) * (pa_i - pe * e) / (1 - pe) - 2 * (1 - value) * (pe_i - pe) / (1 - pe)
    sqrt(sum((own - value)^2) / (n * (n - 1)))
  }
  coefficient <- function(pe, pe_i) {
    value <- (pa - pe) / (1 - pe)
    c(value = value, se = linearised(value, pe, pe_i))
  }
  fleiss <- coefficient(sum(pi_k^2), as.vector((r / m) %*% pi_k))
  bp <- coefficient(1 / q, rep(1 / q, n))
  ac <- coefficient(sum(pi_k * (1 - pi_k)) / (q - 1), as.vector((r / m) %*% (1 - pi_k)) / (q - 1))
  raters <- ncol(x); n_g <- colSums(!is.na(x))
  p <- sapply(seq_len(raters), function(g) tabulate(x[!is.na(x[, g]), g], q) / n_g[g])
  all <- rowSums(p)
  pe <- (sum(all^2) - sum(p^2)) / (raters * (raters - 1))
  pe_i <- rep(0, n)
  for (g in seq_len(raters)) {
    others <- all - p[, g]
    has <- !is.na(x[, g])
    given <- ifelse(has, others[ifelse(has, x[, g], 1)], 0)
    pe_i <- pe_i + (n / n_g[g]) * (given - (as.numeric(has) - n_g[g] / n) * sum(p[, g] * others))
  }
  conger <- coefficient(pe, pe_i / (raters * (raters - 1)))
  list(percent_agreement = c(value = pa, se = NA), fleiss_kappa = fleiss, conger_kappa = conger,
       brennan_prediger = bp, gwet_ac = ac)
}

krippendorff <- function(x, q, values, scale) {
  r <- counts_of(x, q); r <- r[rowSums(r) >= 2, , drop = FALSE]; m <- rowSums(r)
  o <- matrix(0, q, q)
  for (i in seq_len(nrow(r))) o <- o + (outer(r[i, ], r[i, ]) - diag(r[i, ], q)) / (m[i] - 1)
  n_c <- rowSums(o); n <- sum(n_c)
  d <- switch(scale,
    nominal = 1 - diag(q),
    ordinal = outer(seq_len(q), seq_len(q), Vectorize(function(a, b)
      (sum(n_c[min(a, b):max(a, b)]) - (n_c[a] + n_c[b]) / 2)^2)),
    interval = outer(values, values, "-")^2,
    ratio = { s <- outer(values, values, "+"); ifelse(s == 0, 0, (outer(values, values, "-") / s)^2) })
  1 - (n - 1) * sum(o * d) / sum(outer(n_c, n_c) * d)
}

weights_of <- function(kind, at) {
  apart <- abs(outer(at, at, "-")) / (max(at) - min(at))
  switch(kind, identity = diag(length(at)), linear = 1 - apart, quadratic = 1 - apart^2)
}

cohen <- function(x, y, q, w = diag(q)) {
  ok <- !is.na(x) & !is.na(y)
  p <- table(factor(x[ok], seq_len(q)), factor(y[ok], seq_len(q))) / sum(ok)
  a <- rowSums(p); b <- colSums(p); pe <- sum(w * outer(a, b)); k <- (sum(w * p) - pe) / (1 - pe)
  mean_w <- outer(as.vector(w %*% b), as.vector(t(w) %*% a), "+")
  v <- (sum(p * (w - mean_w * (1 - k))^2) - (k - pe * (1 - k))^2) / (sum(ok) * (1 - pe)^2)
  c(value = k, se = sqrt(max(v, 0)))
}

light <- function(x, q, w = diag(q))
  mean(apply(combn(ncol(x), 2), 2, function(pair) cohen(x[, pair[1]], x[, pair[2]], q, w)[["value"]]))

# Shrout and Fleiss 1979, McGraw and Wong 1996: complete units alone.
icc <- function(x, values) {
  y <- matrix(values[x[stats::complete.cases(x), ]], ncol = ncol(x))
  n <- nrow(y); k <- ncol(y); all <- mean(y)
  rows <- k * sum((rowMeans(y) - all)^2) / (n - 1)
  columns <- n * sum((colMeans(y) - all)^2) / (k - 1)
  within <- sum((y - rowMeans(y))^2) / (n * (k - 1))
  error <- (sum((y - rowMeans(y))^2) - columns * (k - 1)) / ((n - 1) * (k - 1))
  list("1,1" = (rows - within) / (rows + (k - 1) * within), "1,k" = (rows - within) / rows,
       "a,1" = (rows - error) / (rows + (k - 1) * error + k / n * (columns - error)),
       "a,k" = (rows - error) / (rows + (columns - error) / n),
       "c,1" = (rows - error) / (rows + (k - 1) * error), "c,k" = (rows - error) / rows)
}

kendall_w <- function(x, values) {
  y <- matrix(values[x[stats::complete.cases(x), ]], ncol = ncol(x))
  n <- nrow(y); m <- ncol(y)
  ties <- sum(apply(y, 2, function(column) { t <- table(column); sum(t^3 - t) }))
  sums <- rowSums(apply(y, 2, rank))
  12 * sum((sums - mean(sums))^2) / (m^2 * (n^3 - n) - m * ties)
}
)R";

/// A line of R that compares one value (and its standard error) with what R computes.
void check(std::string& out, const Estimate& estimate, const std::string& label,
           const std::string& expression, bool withError) {
    if (!estimate.value)
        return;
    out += fmt::format("check({}, {}, {}, {})\n", inQuotes(label), base::numberText(*estimate.value),
                       withError && estimate.se ? base::numberText(*estimate.se) : "NA", expression);
}

constexpr const char* checkFunction = R"R(
failed <- 0
check <- function(what, value, se, own) {
  own_se <- if (length(own) > 1) own[["se"]] else NA
  same <- isTRUE(all.equal(value, own[[1]], tolerance = 1e-7)) &&
    (is.na(se) || is.na(own_se) || abs(se - own_se) < 1e-7)
  if (!same) failed <<- failed + 1
  cat(sprintf("%-44s %12.8f %12.8f  %s\n", what, value, own[[1]], if (same) "same" else "DIFFERS"))
}
)R";

// Packages of others, where they are installed. What a package is known to get wrong is said, not counted.
constexpr const char* packageCheck = R"R(
absent <- character()
other <- function(package, name, value, their, fault = NULL, digits = 7) {
  if (!requireNamespace(package, quietly = TRUE)) {
    absent <<- union(absent, package)
    return(invisible())
  }
  own <- tryCatch(suppressWarnings(suppressMessages(their())), error = function(problem) conditionMessage(problem))
  if (!is.numeric(own) || length(own) != 1 || is.na(own)) {
    cat(sprintf("  %-42s %12.8f %12s  gives no value: %s\n", paste0(package, "::", name), value, "",
                if (is.character(own)) own else "NA"))
    return(invisible())
  }
  same <- abs(value - own) < 0.6 * 10^-digits
  verdict <- if (same) "same" else if (!is.null(fault)) paste("known fault:", fault) else "DIFFERS"
  if (verdict == "DIFFERS") failed <<- failed + 1
  cat(sprintf("  %-42s %12.8f %12.8f  %s\n", paste0(package, "::", name), value, own, verdict))
}
)R";

constexpr const char* packagesAbsent = R"R(
if (length(absent) > 0) cat("Not installed, not asked:", paste(absent, collapse = ", "), "\n")
)R";

/// A line that asks a package for the same value. `fault`: what the package is known to get wrong here.
void ask(std::string& out, const Estimate* estimate, std::string_view package, std::string_view name,
         const std::string& expression, const char* fault = nullptr, int digits = 7) {
    if (estimate == nullptr || !estimate->value)
        return;
    out += fmt::format("other(\"{}\", \"{}\", {}, function() {}{}{})\n", package, name,
                       base::numberText(*estimate->value), expression,
                       fault != nullptr ? ", fault = " + inQuotes(fault) : std::string(),
                       digits != 7 ? fmt::format(", digits = {}", digits) : std::string());
}

/// The coefficients that irrCAC, irr and psych compute by the same definition.
void askPackages(std::string& out, const ReliabilityData& data, const AgreementDocument& document) {
    const auto overall = [&](const char* id, const char* which) {
        return findEstimate(document.overall, id, which);
    };
    const std::size_t raters = data.raterCount();
    // irrCAC rounds what it returns to five decimals.
    for (const auto& [id, function] :
         {std::pair{"percent_agreement", "pa.coeff.raw"}, std::pair{"fleiss_kappa", "fleiss.kappa.raw"},
          std::pair{"conger_kappa", "conger.kappa.raw"}, std::pair{"brennan_prediger", "bp.coeff.raw"},
          std::pair{"gwet_ac", "gwet.ac1.raw"}})
        ask(out, overall(id, "identity"), "irrCAC", function,
            fmt::format("irrCAC::{}(rated, categ.labels = seq_len(q))$est$coeff.val", function), nullptr, 5);
    ask(out, overall("krippendorff_alpha", "nominal"), "irrCAC", "krippen.alpha.raw",
        "irrCAC::krippen.alpha.raw(rated, categ.labels = seq_len(q))$est$coeff.val", nullptr, 5);

    const bool complete = data.missingCount() == 0;
    for (const char* scale : {"nominal", "ordinal", "interval", "ratio"})
        ask(out, overall("krippendorff_alpha", scale), "irr", "kripp.alpha",
            fmt::format("irr::kripp.alpha(t(numbers), \"{}\")$value", scale),
            complete && raters > 2
                ? "irr forgets 1/(m - 1) where nothing is missing and raters are more than two"
                : nullptr);
    if (complete) {
        ask(out, overall("fleiss_kappa", "identity"), "irr", "kappam.fleiss",
            "irr::kappam.fleiss(ratings)$value");
        ask(out, overall("conger_kappa", "identity"), "irr", "kappam.fleiss (exact)",
            "irr::kappam.fleiss(ratings, exact = TRUE)$value");
        ask(out, overall("light_kappa", "identity"), "irr", "kappam.light",
            "irr::kappam.light(ratings)$value");
    }
    ask(out, overall("kendall_w", ""), "irr", "kendall", "irr::kendall(numbers, correct = TRUE)$value");
    for (const Estimate& estimate : document.overall) {
        if (estimate.id != "icc")
            continue;
        const bool oneWay = estimate.form[0] == '1';
        ask(out, &estimate, "irr", "icc(" + estimate.form + ")",
            fmt::format("irr::icc(numbers, \"{}\", \"{}\", \"{}\")$value", oneWay ? "oneway" : "twoway",
                        estimate.form[0] == 'a' ? "agreement" : "consistency",
                        estimate.form.back() == '1' ? "single" : "average"));
        // Rows of psych: ICC1, ICC2, ICC3, then their averages.
        const int row = (oneWay                    ? 1
                         : estimate.form[0] == 'a' ? 2
                                                   : 3) +
                        (estimate.form.back() == '1' ? 0 : 3);
        if (complete)
            ask(out, &estimate, "psych", "ICC(" + estimate.form + ")",
                fmt::format("psych::ICC(numbers, lmer = FALSE)$results$ICC[{}]", row));
    }
    for (const PairResult& pair : document.pairs) {
        const Estimate* kappa = findEstimate(pair.estimates, "cohen_kappa", "identity");
        const std::string two =
            fmt::format("ratings[, c({}, {})]", inQuotes(pair.raters[0]), inQuotes(pair.raters[1]));
        ask(out, kappa, "irr", "kappa2", fmt::format("irr::kappa2({})$value", two));
        ask(out, kappa, "psych", "cohen.kappa",
            fmt::format("psych::cohen.kappa(stats::na.omit({}))$kappa", two),
            pair.units == 2 ? "psych takes two units of two raters for a table of counts" : nullptr);
        for (const char* weights : {"linear", "quadratic"}) {
            const Estimate* weighted = findEstimate(pair.estimates, "cohen_kappa", weights);
            if (weighted == nullptr)
                continue;
            ask(out, weighted, "psych", fmt::format("cohen.kappa ({})", weights),
                fmt::format("psych::cohen.kappa(stats::na.omit({}), w = weights_of(\"{}\", {}), "
                            "levels = seq_len(q))$weighted.kappa",
                            two, weights, weighted->weightBy == "rank" ? "seq_len(q)" : "values"),
                pair.units == 2 ? "psych takes two units of two raters for a table of counts" : nullptr);
        }
    }
}

/// The ratings of one table and a line for each of its values.
void addSection(std::string& out, const ReliabilityData& data, const AgreementDocument& document) {
    if (!document.data.note.empty())
        out += "# " + document.data.note.substr(0, document.data.note.find('\n')) + "\n\n";
    out += "categories <- " + vectorOf(data.categories(), inQuotes) + "\n";
    out += "raters <- " + vectorOf(data.raters(), inQuotes) + "\n";
    std::vector<std::string> cells;
    cells.reserve(data.unitCount() * data.raterCount());
    for (std::size_t unit = 0; unit < data.unitCount(); ++unit)
        for (std::size_t rater = 0; rater < data.raterCount(); ++rater) {
            const CategoryIndex cell = data.rating(unit, rater);
            cells.push_back(cell == missing ? "NA" : std::to_string(cell + 1));
        }
    out += "ratings <- matrix(as.integer(" + vectorOf(cells, [](const std::string& cell) { return cell; }) +
           "),\n  ncol = length(raters), byrow = TRUE, dimnames = list(NULL, raters))\n";
    const bool numbers = !data.categoryValues().empty();
    out += "values <- " +
           (numbers ? vectorOf(data.categoryValues(), [](double value) { return base::numberText(value); })
                    : std::string("seq_along(categories)")) +
           "\nq <- length(categories)\n";
    const bool listwise = !document.overall.empty() && document.overall.front().missingRule == "listwise";
    if (listwise)
        out += "ratings <- ratings[stats::complete.cases(ratings), , drop = FALSE]\n";
    // Of full agreement the formula's error may be of units that one rater alone rated.
    const auto ofUnits = [](const Estimate& estimate) {
        if (estimate.hasCaveat("degenerate_se"))
            return false;
        return !estimate.ci || estimate.ci->method == "gwet" || estimate.ci->method == "fce";
    };
    const bool clustered = data.isClustered();
    if (data.raterCount() >= 2 && data.categoryCount() >= 2 && data.pairableUnits() > 0) {
        out += "many <- many_raters(ratings, q)\n";
        for (const char* id :
             {"percent_agreement", "fleiss_kappa", "conger_kappa", "brennan_prediger", "gwet_ac"})
            if (const Estimate* estimate = findEstimate(document.overall, id, "identity"))
                check(out, *estimate, id, fmt::format("many${}", id), !clustered && ofUnits(*estimate));
        for (const char* scale : {"nominal", "ordinal", "interval", "ratio"})
            if (const Estimate* estimate = findEstimate(document.overall, "krippendorff_alpha", scale))
                check(out, *estimate, fmt::format("krippendorff_alpha {}", scale),
                      fmt::format("krippendorff(ratings, q, values, {})", inQuotes(scale)), false);
        if (const Estimate* estimate = findEstimate(document.overall, "light_kappa", "identity"))
            check(out, *estimate, "light_kappa", "light(ratings, q)", false);
        if (const Estimate* estimate = findEstimate(document.overall, "kendall_w"))
            check(out, *estimate, "kendall_w", "kendall_w(ratings, values)", false);
        for (const Estimate& estimate : document.overall)
            if (estimate.id == "icc")
                check(out, estimate, fmt::format("icc {}", estimate.form),
                      fmt::format("icc(ratings, values)[[{}]]", inQuotes(estimate.form)), false);
        for (const PairResult& pair : document.pairs)
            for (const char* weights : {"identity", "linear", "quadratic"})
                if (const Estimate* estimate = findEstimate(pair.estimates, "cohen_kappa", weights))
                    check(out, *estimate,
                          fmt::format("cohen_kappa {} {} - {}", weights, pair.raters[0], pair.raters[1]),
                          fmt::format("cohen(ratings[, {}], ratings[, {}], q, weights_of(\"{}\", {}))",
                                      inQuotes(pair.raters[0]), inQuotes(pair.raters[1]), weights,
                                      estimate->weightBy == "rank" ? "seq_len(q)" : "values"),
                          !clustered && ofUnits(*estimate));
        out += "rated <- ratings[rowSums(!is.na(ratings)) > 0, colSums(!is.na(ratings)) > 0, drop = FALSE]\n"
               "numbers <- matrix(values[rated], ncol = ncol(rated))\n";
        askPackages(out, data, document);
    }
}

std::string begun(const char* what) {
    return std::string("# Recomputes the agreement coefficients of ") + what +
           " in base R and compares them.\n"
           "# Run with: Rscript FILE. Every line must end in \"same\"; irrCAC, irr and psych are asked too "
           "where they\n"
           "# are installed, and what they are known to get wrong is named.\n" +
           functions + checkFunction + packageCheck;
}

constexpr const char* ended = "\nif (failed > 0) quit(status = 1)\n";

} // namespace

std::string rCheckScript(const ReliabilityData& data, const AgreementDocument& document) {
    std::string out = begun("this table") + '\n';
    addSection(out, data, document);
    return out + packagesAbsent + ended;
}

std::string rCheckScript(const std::vector<CheckSection>& sections) {
    std::string out = begun("these tables");
    for (const CheckSection& section : sections) {
        std::string title = section.title;
        std::replace(title.begin(), title.end(), '\n', ' ');
        out += "\n# " + title + "\ncat(" + inQuotes(title + "\n") + ")\n";
        addSection(out, *section.data, *section.document);
    }
    return out + packagesAbsent + ended;
}

} // namespace rapport::agreement
