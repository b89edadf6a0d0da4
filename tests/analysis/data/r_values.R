# SPDX-License-Identifier: GPL-3.0-or-later
# Makes r_values.csv: Rscript r_values.R > r_values.csv (written with R 4.2.2; base packages alone).
set.seed(20260314)
out <- function(case, input, name, value) cat(sprintf("%s,%s,%s,%.15g\n", case, input, name, value))
cat("case,input,name,value\n")
for (pair in list(c(0, 13), c(3, 13), c(11, 68), c(66, 67), c(1, 1), c(500, 1000))) {
  input <- paste(pair, collapse = " ")
  limits <- prop.test(pair[1], pair[2], correct = FALSE)$conf.int
  out("wilson", input, "low", limits[1]); out("wilson", input, "high", limits[2])
}
tables <- list(c(7, 6, 1, 11), c(0, 13, 1, 10), c(3, 10, 2, 10), c(30, 20, 18, 35), c(12, 88, 25, 75),
               c(5, 0, 0, 5), c(200, 300, 250, 250), c(1, 99, 8, 92))
for (cells in tables) {
  input <- paste(cells, collapse = " ")
  m <- matrix(cells, 2, byrow = TRUE)
  test <- suppressWarnings(chisq.test(m, correct = FALSE))
  out("two", input, "smallest_expected", min(test$expected))
  out("two", input, "cramers_v", sqrt(test$statistic / sum(m)))
  out("two", input, "p", if (min(test$expected) < 5) fisher.test(m)$p.value else test$p.value)
  k <- if (any(cells == 0)) cells + 0.5 else cells
  odds <- log(k[1] * k[4] / (k[2] * k[3])); se <- sqrt(sum(1 / k)); z <- qnorm(0.975)
  out("two", input, "odds_ratio", exp(odds))
  out("two", input, "odds_low", exp(odds - z * se)); out("two", input, "odds_high", exp(odds + z * se))
  n1 <- cells[1] + cells[2]; n2 <- cells[3] + cells[4]; p1 <- cells[1] / n1; p2 <- cells[3] / n2
  w1 <- prop.test(cells[1], n1, correct = FALSE)$conf.int; w2 <- prop.test(cells[3], n2, correct = FALSE)$conf.int
  out("two", input, "risk_low", p1 - p2 - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2))
  out("two", input, "risk_high", p1 - p2 + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2))
}
m <- matrix(c(12, 30, 20, 25, 8, 40, 15, 15), ncol = 2, byrow = TRUE)
test <- chisq.test(m, correct = FALSE)
out("table", "12 30 20 25 8 40 15 15", "statistic", test$statistic)
out("table", "12 30 20 25 8 40 15 15", "p", test$p.value)
out("table", "12 30 20 25 8 40 15 15", "cramers_v", sqrt(test$statistic / sum(m)))
groups <- list(c(3, 2, 4, 1, 3, 5, 2, 3), c(1, 2, 1, 0, 2, 3, 1, 1, 2), c(4, 4, 5, 3, 2, 6))
input <- paste(sapply(groups, paste, collapse = " "), collapse = "|")
w <- wilcox.test(groups[[1]], groups[[2]], exact = FALSE, correct = TRUE)
out("ranks", input, "u", w$statistic); out("ranks", input, "p", w$p.value)
out("ranks", input, "rank_biserial", 2 * w$statistic / (length(groups[[1]]) * length(groups[[2]])) - 1)
k <- kruskal.test(groups)
out("ranks", input, "h", k$statistic); out("ranks", input, "h_p", k$p.value)
out("ranks", input, "epsilon_squared", k$statistic / (length(unlist(groups)) - 1))
out("ranks", input, "median", median(groups[[1]])); out("ranks", input, "sd", sd(groups[[1]]))
out("ranks", input, "lower_quartile", quantile(groups[[1]], 0.25, type = 7))
code <- c(0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 0); score <- c(2.5, 3.1, 4.4, 2.2, 3.3, 3.9, 1.8, 4.9, 3.6, 2.9, 3.5, 2.0)
input <- paste(paste(code, collapse = " "), paste(score, collapse = " "), sep = "|")
cc <- cor.test(code, score)
out("biserial", input, "r", cc$estimate); out("biserial", input, "t", cc$statistic); out("biserial", input, "p", cc$p.value)
out("biserial", input, "low", cc$conf.int[1]); out("biserial", input, "high", cc$conf.int[2])
p <- c(0.01, 0.04, 0.03, 0.005, 0.9, 0.04)
for (i in seq_along(p)) out("holm", paste(p, collapse = " "), i - 1, p.adjust(p, "holm")[i])
# Linearised variance over clusters, limits on the logit scale with t(C - 1).
y <- c(1, 0, 2, 3, 0, 1, 1, 2, 0, 0, 3, 1); n <- c(3, 3, 3, 3, 2, 3, 1, 3, 3, 2, 3, 3)
share <- sum(y) / sum(n); C <- length(y)
v <- C / (C - 1) * sum((y - share * n)^2) / sum(n)^2
limits <- plogis(qlogis(share) + c(-1, 1) * qt(0.975, C - 1) * sqrt(v) / (share * (1 - share)))
input <- paste(paste(y, collapse = " "), paste(n, collapse = " "), sep = "|")
out("cluster", input, "share", share); out("cluster", input, "low", limits[1]); out("cluster", input, "high", limits[2])
