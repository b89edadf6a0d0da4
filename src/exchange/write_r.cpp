// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/write_r.h"

#include "base/format.h"
#include "base/number.h"

namespace rapport::exchange {

namespace {

/// A string of R. Bytes of UTF-8 stand as they are.
std::string inQuotes(const std::string& text) {
    std::string out = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            out += '\\';
        if (letter == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(letter) >= 0x20)
            out += letter;
    }
    return out + '"';
}

std::string vectorOf(const std::vector<std::string>& parts) {
    std::string out = "c(";
    std::size_t column = 0;
    for (const std::string& part : parts) {
        out += (out.size() > 2 ? ", " : "");
        if (out.size() - column > 100) {
            out += "\n  ";
            column = out.size();
        }
        out += part;
    }
    return out + ")";
}

constexpr const char* checks = R"R(
# The shares of `rapport analyse frequencies` and the tests of `rapport analyse crosstab`, computed anew.
different <- 0; compared <- 0
same <- function(what, mine, theirs) {
  for (i in seq_along(mine)) {
    compared <<- compared + 1
    a <- mine[i]; b <- theirs[i]
    ok <- if (is.na(a) || is.na(b)) is.na(a) && is.na(b) else abs(a - b) <= 1e-6 * max(1, abs(b))
    if (!ok) { different <<- different + 1; cat(sprintf("%s: R %s, Rapport %s\n", what, format(a), format(b))) }
  }
}
wilson <- function(k, n) as.numeric(suppressWarnings(prop.test(k, n, conf.level = level, correct = FALSE))$conf.int)
limits <- function(y, cluster) {
  if (length(y) == 0) return(c(NA, NA))
  if (!anyDuplicated(cluster)) return(wilson(sum(y), length(y)))
  k <- tapply(y, cluster, sum); n <- tapply(y, cluster, length); C <- length(n)
  if (C < 10) return(c(NA, NA))
  p <- sum(k) / sum(n); v <- C / (C - 1) * sum((k - p * n)^2) / sum(n)^2
  if (v <= 0 || p == 0 || p == 1) return(wilson(p * C, C))
  plogis(qlogis(p) + c(-1, 1) * qt(1 - (1 - level) / 2, C - 1) * sqrt(v) / (p * (1 - p)))
}
holds <- function(variable, code) {
  at <- which(codes$variable == variable & codes$code == code)
  x <- raw[[codes$column[at]]]
  if (codes$level[at] > 0) as.numeric(x == codes$level[at]) else x
}
expected <- read.csv(file.path(folder, frequencies_file), colClasses = "character", na.strings = "", encoding = "UTF-8")
number <- function(x) suppressWarnings(as.numeric(x))
for (i in seq_len(nrow(expected))) {
  row <- expected[i, ]
  y <- holds(row$variable, row$code)
  wanted <- !is.na(y)
  if (row$prompt != "all") wanted <- wanted & raw$prompt == row$prompt
  if (!is.na(row$group)) wanted <- wanted & !is.na(raw[[group_column]]) & raw[[group_column]] == row$group
  y <- y[wanted]
  name <- paste("frequencies", row$prompt, row$variable, row$code, row$group)
  same(name, c(length(y), sum(y), if (length(y)) mean(y) else NA, limits(y, raw$cluster[wanted])),
       number(c(row$units, row$with, row$share, row$low, row$high)))
}
if (nzchar(tests_file)) {
  expected <- read.csv(file.path(folder, tests_file), colClasses = "character", na.strings = "", encoding = "UTF-8")
  p_values <- rep(NA_real_, nrow(expected))
  for (i in seq_len(nrow(expected))) {
    row <- expected[i, ]
    attribute <- sub(": .*$", "", row$comparison)
    y <- holds(row$variable, row$code); g <- raw[[attribute_columns[[attribute]]]]
    a <- y[!is.na(y) & raw$prompt == row$prompt & !is.na(g) & g == row$a]
    b <- y[!is.na(y) & raw$prompt == row$prompt & !is.na(g) & g == row$b]
    n <- c(sum(a), sum(1 - a), sum(b), sum(1 - b))
    name <- paste("tests", row$prompt, row$code, row$comparison)
    same(name, c(length(a), sum(a), length(b), sum(b)), number(c(row$a_units, row$a_with, row$b_units, row$b_with)))
    if (length(a) == 0 || length(b) == 0) next
    p1 <- mean(a); p2 <- mean(b); w1 <- wilson(sum(a), length(a)); w2 <- wilson(sum(b), length(b))
    same(name, c(p1 - p2, p1 - p2 - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2), p1 - p2 + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2)),
         number(c(row$risk_difference, row$risk_low, row$risk_high)))
    m <- matrix(n, 2, byrow = TRUE)
    if (any(colSums(m) == 0)) { same(name, c(NA, NA), number(c(row$p, row$odds_ratio))); next }
    chi <- suppressWarnings(chisq.test(m, correct = FALSE))
    p_values[i] <- if (min(chi$expected) < 5) fisher.test(m)$p.value else chi$p.value
    k <- if (any(n == 0)) n + 0.5 else n
    odds <- log(k[1] * k[4] / (k[2] * k[3])); spread <- qnorm(1 - (1 - level) / 2) * sqrt(sum(1 / k))
    same(name, c(p_values[i], min(chi$expected), sqrt(chi$statistic / sum(m)), exp(odds), exp(odds - spread), exp(odds + spread)),
         number(c(row$p, row$smallest_expected, row$cramers_v, row$odds_ratio, row$odds_low, row$odds_high)))
  }
  for (family in split(seq_len(nrow(expected)), paste(expected$prompt, expected$variable)))
    same("p_holm", p.adjust(p_values[family], "holm"), number(expected$p_holm[family]))
}
cat(sprintf("%d numbers compared, %d different\n", compared, different))
if (different > 0) quit(status = 1)
)R";

} // namespace

std::string writeRScript(const DataTable& table, const RScript& script) {
    std::string out = "# " + script.study +
                      "\n# Rscript THIS_FILE: loads the data with types and labels into `data`, then\n"
                      "# computes the tables anew and compares. Base R alone.\n";
    out += "arguments <- commandArgs(FALSE)\nself <- sub(\"^--file=\", \"\", arguments[grep(\"^--file=\", "
           "arguments)])\n"
           "folder <- if (length(self) == 1) dirname(self) else \".\"\n";
    out += fmt::format("level <- {}\n", base::numberText(script.level));
    out += fmt::format("frequencies_file <- {}\ntests_file <- {}\n", inQuotes(script.frequenciesFile),
                       inQuotes(script.testsFile));
    out += fmt::format("raw <- read.csv(file.path(folder, {}), colClasses = \"character\", na.strings = "
                       "\"\", encoding = \"UTF-8\")\n",
                       inQuotes(script.dataFile));
    out += "# A text that a spreadsheet would run has an apostrophe before it in the file.\n"
           "raw[] <- lapply(raw, function(x) sub(\"^'(?='*[=+@\\t\\r-])\", \"\", x, perl = TRUE))\n";
    std::vector<std::string> numeric;
    for (const DataColumn& column : table.columns) {
        if (column.kind == DataKind::Number || column.kind == DataKind::Whole ||
            column.kind == DataKind::Choice)
            numeric.push_back(inQuotes(column.name));
    }
    out += fmt::format("numeric <- {}\nraw[numeric] <- lapply(raw[numeric], as.numeric)\ndata <- raw\n",
                       vectorOf(numeric));
    for (const DataColumn& column : table.columns) {
        if (column.kind == DataKind::Date)
            out += fmt::format("data[[{0}]] <- as.Date(data[[{0}]])\n", inQuotes(column.name));
        if (!column.labels.empty()) {
            std::vector<std::string> values;
            std::vector<std::string> labels;
            for (const auto& [value, label] : column.labels) {
                values.push_back(base::numberText(value));
                labels.push_back(inQuotes(label));
            }
            out += fmt::format("data[[{0}]] <- factor(data[[{0}]], levels = {1}, labels = {2}{3})\n",
                               inQuotes(column.name), vectorOf(values), vectorOf(labels),
                               column.measure == Measure::Ordinal ? ", ordered = TRUE" : "");
        }
        if (!column.label.empty() && column.label != column.name)
            out += fmt::format("attr(data[[{}]], \"label\") <- {}\n", inQuotes(column.name),
                               inQuotes(column.label));
    }
    std::vector<std::string> variables;
    std::vector<std::string> names;
    std::vector<std::string> columns;
    std::vector<std::string> levels;
    for (const RCode& code : script.codes) {
        variables.push_back(inQuotes(code.variable));
        names.push_back(inQuotes(code.code));
        columns.push_back(inQuotes(code.column));
        levels.push_back(fmt::format("{}", code.level));
    }
    out += fmt::format("codes <- data.frame(variable = {},\n  code = {},\n  column = {},\n  level = {})\n",
                       vectorOf(variables), vectorOf(names), vectorOf(columns), vectorOf(levels));
    out += fmt::format("group_column <- {}\n", inQuotes(script.groupColumn));
    std::vector<std::string> attributes;
    for (const auto& [name, column] : script.attributes)
        attributes.push_back(inQuotes(name) + " = " + inQuotes(column));
    out += "attribute_columns <- list" + vectorOf(attributes).substr(1) + "\n";
    return out + checks;
}

} // namespace rapport::exchange
