// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/r_script.h"

#include "base/format.h"
#include "base/number.h"

#include <algorithm>

namespace rapport::agreement {

namespace {

std::string quoted(const std::string& text) {
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
  x <- x[rowSums(!is.na(x)) > 0, , drop = FALSE]
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

cohen <- function(x, y, q) {
  ok <- !is.na(x) & !is.na(y)
  p <- table(factor(x[ok], seq_len(q)), factor(y[ok], seq_len(q))) / sum(ok)
  a <- rowSums(p); b <- colSums(p); pe <- sum(a * b); k <- (sum(diag(p)) - pe) / (1 - pe)
  w <- outer(b, a, "+")
  v <- (sum(p * (diag(q) - w * (1 - k))^2) - (k - pe * (1 - k))^2) / (sum(ok) * (1 - pe)^2)
  c(value = k, se = sqrt(max(v, 0)))
}
)R";

/// A line of R that compares one value (and its standard error) with what R computes.
void check(std::string& out, const Estimate& estimate, const std::string& label,
           const std::string& expression, bool withError) {
    if (!estimate.value)
        return;
    out += fmt::format("check({}, {}, {}, {})\n", quoted(label), base::numberText(*estimate.value),
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

constexpr const char* packageCheck = R"R(
if (requireNamespace("irrCAC", quietly = TRUE)) {
  print(irrCAC::gwet.ac1.raw(ratings)$est)
  print(irrCAC::krippen.alpha.raw(ratings)$est)
}
)R";

/// The ratings of one table and a line for each of its values.
void addSection(std::string& out, const ReliabilityData& data, const AgreementDocument& document) {
    if (!document.data.note.empty())
        out += "# " + document.data.note.substr(0, document.data.note.find('\n')) + "\n\n";
    out += "categories <- " + vectorOf(data.categories(), quoted) + "\n";
    out += "raters <- " + vectorOf(data.raters(), quoted) + "\n";
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
    const auto ofUnits = [](const Estimate& estimate) {
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
                      fmt::format("krippendorff(ratings, q, values, {})", quoted(scale)), false);
        for (const PairResult& pair : document.pairs)
            if (const Estimate* estimate = findEstimate(pair.estimates, "cohen_kappa", "identity"))
                check(out, *estimate, fmt::format("cohen_kappa {} - {}", pair.raters[0], pair.raters[1]),
                      fmt::format("cohen(ratings[, {}], ratings[, {}], q)", quoted(pair.raters[0]),
                                  quoted(pair.raters[1])),
                      !clustered && ofUnits(*estimate));
    }
}

std::string begun(const char* what) {
    return std::string("# Recomputes the agreement coefficients of ") + what +
           " in base R and compares them.\n"
           "# Run with: Rscript FILE. Every line must end in \"same\".\n" +
           functions + checkFunction;
}

constexpr const char* ended = "\nif (failed > 0) quit(status = 1)\n";

} // namespace

std::string rCheckScript(const ReliabilityData& data, const AgreementDocument& document) {
    std::string out = begun("this table") + '\n';
    addSection(out, data, document);
    return out + packageCheck + ended;
}

std::string rCheckScript(const std::vector<CheckSection>& sections) {
    std::string out = begun("these tables");
    for (const CheckSection& section : sections) {
        std::string title = section.title;
        std::replace(title.begin(), title.end(), '\n', ' ');
        out += "\n# " + title + "\ncat(" + quoted(title + "\n") + ")\n";
        addSection(out, *section.data, *section.document);
    }
    return out + ended;
}

} // namespace rapport::agreement
