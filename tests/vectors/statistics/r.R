#!/usr/bin/env Rscript
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes r.txt: what R says of data sets of its `datasets` package. Rscript r.R > r.txt
# The rows that are kept are the first and last three of each answer, and every eleventh.
say <- function(...) cat(..., "\n", sep = "")
digits <- function(x) ifelse(is.na(x), "NA", sprintf("%.15g", x))
letters_of <- c("1" = "A", "4" = "Q", "12" = "M")

first_period <- function(x) {
    t <- start(x)
    switch(as.character(frequency(x)), "1" = sprintf("%d", t[1]), "4" = sprintf("%d-Q%d", t[1], t[2]),
           "12" = sprintf("%d-%02d", t[1], t[2]))
}

# One answer: its name for the test, the call for the reader, and its rows.
answer <- function(name, call, rows) {
    rows <- as.matrix(rows)
    n <- nrow(rows)
    kept <- intersect(seq_len(n), c(1:3, 4 + 11 * (0:99), n - 2:0))
    say("# ", call)
    say("check ", name)
    for (i in sort(kept)) say(i, " ", paste(digits(rows[i, ]), collapse = " "))
}

before <- function(x, k) c(rep(NA, k), head(as.numeric(x), -k))

series <- function(name, x) {
    v <- as.numeric(x)
    s <- frequency(x)
    n <- length(v)
    say("series ", name, " ", letters_of[[as.character(s)]], " ", first_period(x))
    cat(strwrap(paste(digits(v), collapse = " "), 118), sep = "\n")
    p <- before(x, 1)
    y <- before(x, s)
    positive <- all(v > 0, na.rm = TRUE)
    whole <- !anyNA(v)
    if (positive) {
        answer("period", "100 * (x / lag(x, -1) - 1)", 100 * (v / p - 1))
        answer("log", "100 * diff(log(x))", 100 * (log(v) - log(p)))
        if (!is.na(v[1])) answer("index", "100 * x / x[1]", 100 * v / v[1])
    }
    answer("change", "diff(x)", v - p)
    if (positive && s > 1) {
        answer("year", "100 * (x / lag(x, -frequency(x)) - 1)", 100 * (v / y - 1))
        answer("log_year", "100 * diff(log(x), frequency(x))", 100 * (log(v) - log(y)))
        answer("annualised", "100 * ((x / lag(x, -1))^frequency(x) - 1)", 100 * ((v / p)^s - 1))
    }
    answer("average 5 trailing", "filter(x, rep(1/5, 5), sides = 1)", filter(v, rep(1/5, 5), sides = 1))
    answer("average 5 centred", "filter(x, rep(1/5, 5))", filter(v, rep(1/5, 5)))
    answer("average 4 centred", "filter(x, c(1/8, 1/4, 1/4, 1/4, 1/8))", filter(v, c(.5, 1, 1, 1, .5) / 4))
    if (whole && s > 1) {
        full <- window(x, start = c(start(x)[1] + (start(x)[2] > 1), 1),
                       end = c(end(x)[1] - (end(x)[2] < s), s))
        answer("sum", "aggregate(x, 1, sum), whole years", aggregate(full, 1, sum))
        answer("mean", "aggregate(x, 1, mean), whole years", aggregate(full, 1, mean))
        answer("last", "aggregate(x, 1, tail, 1), whole years", aggregate(full, 1, function(z) z[s]))
    }
    t <- seq_len(n)
    fit <- lm(v ~ t)
    answer("trend", "predict(lm(x ~ t), interval = \"confidence\"); NA is left out", predict(fit, data.frame(t = t[!is.na(v)]), interval = "confidence"))
    answer("slope", "coef(lm(x ~ t))[2], confint(lm(x ~ t))[2, ], summary(...)$r.squared, $sigma",
           t(c(coef(fit)[2], confint(fit)[2, ], summary(fit)$r.squared, summary(fit)$sigma)))
    if (positive) {
        fit <- lm(log(v) ~ t)
        answer("log_trend", "exp(predict(lm(log(x) ~ t), interval = \"confidence\"))",
               exp(predict(fit, data.frame(t = t[!is.na(v)]), interval = "confidence")))
    }
    answer("moments", "mean(x), sd(x), acf(x)$acf[2], min(x), max(x), without NA", {
        k <- v[!is.na(v)]
        t(c(mean(k), sd(k), acf(k, plot = FALSE)$acf[2], range(k)))
    })
    if (whole && s > 1) {
        for (w in list("periodic", 7, 13)) answer(paste("stl", if (w == "periodic") 0 else w, "plain"),
            sprintf("stl(x, s.window = %s)$time.series", deparse(w)), stl(x, s.window = w)$time.series)
        if (n %% 2 == 0) x <- window(x, end = tsp(x)[2] - 1 / s + 1e-9)
        answer("stl 0 robust", "stl(x, s.window = \"periodic\", robust = TRUE)$time.series, x of an odd length",
               stl(x, s.window = "periodic", robust = TRUE)$time.series)
    }
}

say("# What R says of data sets of its package `datasets`, to 15 digits; made by r.R, with the call")
say("# in front of each answer.")
say("#   series NAME FREQUENCY FIRST, its values (NA: missing); then answers: check WHAT, and rows of")
say("#   the number of the value, from 1, and what R says of it")
say("# ", R.version.string)
for (name in c("AirPassengers", "Nile", "UKgas", "JohnsonJohnson", "LakeHuron", "nhtemp", "nottem", "ldeaths",
               "USAccDeaths", "austres", "lynx", "presidents", "UKDriverDeaths"))
    series(name, get(name))
series("co2", window(co2, 1985))
for (name in setdiff(names(longley), "Year")) series(paste0("longley.", name), ts(longley[[name]], start = 1947))
