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
# Codes of units as a 0/1 matrix: counts, both, and Jaccard as 1 - R's binary distance.
m <- matrix(rbinom(60, 1, 0.35), 15, 4); m[, 4] <- c(1, rep(0, 14))
input <- paste(apply(m, 1, function(row) paste(which(row == 1) - 1, collapse = " ")), collapse = "|")
both <- crossprod(m); far <- as.matrix(dist(t(m), method = "binary"))
for (i in 1:4) out("together", input, sprintf("count %d", i - 1), both[i, i])
for (i in 1:3) for (j in (i + 1):4) {
  out("together", input, sprintf("both %d %d", i - 1, j - 1), both[i, j])
  out("together", input, sprintf("jaccard %d %d", i - 1, j - 1), 1 - far[i, j])
}
# Stretches "begin end code" of one text; code points covered by both to those covered by either.
s <- rbind(c(0, 10, 0), c(5, 20, 1), c(8, 9, 0), c(15, 30, 0), c(18, 25, 1), c(40, 50, 0))
input <- paste(apply(s, 1, paste, collapse = " "), collapse = "|")
covered <- sapply(0:1, function(code) Reduce(`|`, lapply(which(s[, 3] == code), function(k) 0:59 >= s[k, 1] & 0:59 < s[k, 2])))
pairs <- 0
for (i in which(s[, 3] == 0)) for (j in which(s[, 3] == 1)) pairs <- pairs + (s[i, 1] < s[j, 2] && s[j, 1] < s[i, 2])
out("overlap", input, "both", pairs)
out("overlap", input, "jaccard", sum(covered[, 1] & covered[, 2]) / sum(covered[, 1] | covered[, 2]))
# Codes seen so far, and their mean over all orders: sample-based rarefaction (Colwell et al. 2004).
t <- matrix(rbinom(80, 1, 0.2), 10, 8); H <- nrow(t)
input <- paste(apply(t, 1, function(row) paste(which(row == 1) - 1, collapse = " ")), collapse = "|")
sofar <- rowSums(apply(t, 2, cumsum) > 0)
for (h in 1:H) {
  out("saturation", input, sprintf("seen %d", h), sofar[h])
  out("saturation", input, sprintf("fresh %d", h), sofar[h] - c(0, sofar)[h])
  out("rarefaction", input, sprintf("mean %d", h), sum(1 - choose(H - colSums(t), h) / choose(H, h)))
}
# Panel rounds: median, IQR, share at the cut, changes.
panel <- list(c(1, 3, 4, 5, 2, 4, 4), c(3, 4, 4, 5, 4, 4, 5), c(4, 4, 4, 5, 4))
input <- paste(sapply(panel, paste, collapse = " "), collapse = "|")
for (r in 1:3) {
  out("panel", input, sprintf("median %d", r), median(panel[[r]])); out("panel", input, sprintf("iqr %d", r), IQR(panel[[r]]))
  out("panel", input, sprintf("share %d", r), mean(panel[[r]] >= 4))
  if (r > 1) {
    out("panel", input, sprintf("median_change %d", r), median(panel[[r]]) - median(panel[[r - 1]]))
    out("panel", input, sprintf("share_change %d", r), mean(panel[[r]] >= 4) - mean(panel[[r - 1]] >= 4))
  }
}
