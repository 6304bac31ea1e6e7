#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Slow, short reference of the series model for single rows: prints series.txt beside this file.

Written from the formulae, not from the C code, and by brute force: for every hypothesis the
likelihood of the whole row is worked out anew. What is estimated from the row as printed (medians,
drift, rounding, local noise) is held fixed under a hypothesis, as the method says.
usage: reference.py > series.txt
"""
import math

FORMS = [("step", [1, -1], [0, 1], "drift", .50, .04, 1.6, 2),
         ("line", [1, -2, 1], [0, 1, 2], None, .40, .02, 2.1, 3),
         ("level", [1], [0], "median", .07, .04, 1.6, 5),
         ("season", [1, -1, -1, 1], [0, 1, "s", "s+1"], None, .40, .04, 1.6, 2),
         ("year", [1, -1], [0, "s"], "median", .15, .04, 1.6, 1)]  # seasonal: years and two more
GRID = [math.exp(math.log(6e-5) + g * math.log(1.2 / 6e-5) / 15) for g in range(16)]
CONFUSED = ["9689", "277", "137", "248895", "3599", "46683", "580058", "6812", "79030369", "800438"]
WEIGHT = dict(transpose=.104, drop=.104, double=.104, substitute=.104, decimal=.104, unit=.104,
              sign=.104, thousand=.104, swap=.064, copy=.104)


def median(v):
    v = sorted(v)
    n = len(v)
    return (v[(n - 1) // 2] + v[n // 2]) / 2


def parts(t):
    t = t.replace(",", "")
    sign = "-" if t.startswith("-") else ""
    whole, _, fraction = t.lstrip("-").partition(".")
    return sign, whole, fraction


def value(t):
    return float(t.replace(",", ""))


def decimals(t):
    return len(parts(t)[2])


def move_point(whole, fraction, k):
    """whole.fraction * 10**k"""
    digits, p = whole + fraction, len(whole) + k
    if p <= 0:
        digits, p = "0" * (1 - p) + digits, 1
    digits += "0" * max(0, p - len(digits))
    return digits[:p], digits[p:]


def undo(t, usual):
    """every number that one slip turns into t: (text, slip, chance)"""
    sign, whole, fraction = parts(t)
    dg, L, d = whole + fraction, len(whole), len(fraction)
    n, out = len(dg), []

    def add(slip, w, f, chance, s=sign):
        w = w.lstrip("0") or "0"
        x = s + w + ("." + f if f else "")
        if value(x) != value(t):
            out.append((x, slip, chance))

    pairs = [p for p in range(n - 1) if dg[p] != dg[p + 1]]
    for p in pairs:
        x = dg[:p] + dg[p + 1] + dg[p] + dg[p + 2:]
        if not (x[0] == "0" and L > 1):
            add("transpose", x[:L], x[L:], 1 / len(pairs))
    # A digit lost: in the whole part where the print has the usual places, else behind the point.
    side = 0 if d == usual else 1 if d == usual - 1 else None
    if side is not None:
        here = (whole, fraction)[side]
        meant = {here[:p] + c + here[p:] for p in range(len(here) + 1) for c in "0123456789"}
        for x in sorted(meant):
            ways = sum(x[:p] + x[p + 1:] == here for p in range(len(x)))
            if side == 1 or x[0] != "0":
                add("drop", x if side == 0 else whole, x if side == 1 else fraction, ways / (n + 1))
    for p in range(n - 1):
        if dg[p] == dg[p + 1]:
            x = dg[:p] + dg[p + 1:]
            if p < L and L > 1 and d == usual:
                add("double", x[:L - 1], x[L - 1:], 1 / (n - 1))
            if p >= L and d == usual + 1:
                add("double", x[:L], x[L:], 1 / (n - 1))
    for p in range(n):
        for c in "0123456789":
            if c == dg[p] or (p == 0 and c == "0" and L > 1):
                continue
            near = CONFUSED[int(c)]
            chance = .5 / 9 + .5 * near.count(dg[p]) / len(near)
            x = dg[:p] + c + dg[p + 1:]
            add("substitute", x[:L], x[L:], chance / n)
    for slip, rows in (("decimal", ((-1, .35), (1, .35), (-3, .2), (3, .1))),
                       ("unit", ((-4, .4), (-8, .25), (4, .25), (8, .1)))):
        for k, chance in rows:
            w, f = move_point(whole, fraction, k)
            while len(f) > usual and f.endswith("0"):
                f = f[:-1]
            add(slip, w, f, chance)
    add("sign", whole, fraction, 1, "" if sign else "-")
    if d >= 3 and d != usual and n > usual:
        cut = n - usual
        add("thousand", dg[:cut], dg[cut:], 1)
    return out


class Row:
    def __init__(self, texts, season):
        self.t, self.n = texts, len(texts)
        self.x = x = [value(t) for t in texts]
        n, ds = self.n, [decimals(t) for t in texts]
        self.usual = max(set(ds), key=lambda d: (ds.count(d), d))
        self.print_unit = 10.0 ** -self.usual
        program = any(d >= 4 and len((w + f).lstrip("0")) >= 8
                      for d, (_, w, f) in zip(ds, map(parts, texts)))
        self.uniform = not program and n >= 3 and ds.count(self.usual) >= n - max(1, .1 * n)
        self.find_round()
        self.unit = 10.0 ** -self.round
        self.size = max(median([abs(v) for v in x]), self.unit)
        up, down = sum(v > 0 for v in x), sum(v < 0 for v in x)
        self.sign = 1 if 2 * up >= n else -1
        self.two_signs = up < .8 * n and down < .8 * n
        self.wide = 8 * sum(abs(v) < .35 * self.size for v in x) >= n
        self.like_rates = self.wide and self.unit < 1 and self.size < 15
        self.find_trimmed()
        self.experts = []
        for log in (True, False):
            for form in FORMS:
                self.add_expert(form, log, season)

    def find_round(self):
        spare = max(self.n // 10, 1 if self.n >= 5 else 0)
        self.round = self.usual
        for d in range(self.usual - 1, self.usual - 12, -1):
            fits = breaks = 0
            for t in self.t:
                _, w, f = parts(t)
                digits = w + f
                if not digits.strip("0"):
                    continue
                place = len(f) - (len(digits) - len(digits.rstrip("0")))
                fits, breaks = fits + (place <= d), breaks + (place > d)
            if breaks > spare or fits < 3:
                break
            self.round = d

    def find_trimmed(self):
        with_point = [t for t in self.t if "." in t]
        zeros, count = sum(t.endswith("0") for t in with_point), len(with_point)

        def update(prior):
            odds = math.log(prior / (1 - prior)) + zeros * math.log(.01 / .1) + \
                   (count - zeros) * math.log(.99 / .9)
            return 1 / (1 + math.exp(-odds))
        source = min(max(update(.5), .003), 1 - .003)  # the row is all of its source
        self.trimmed = update(source)

    def y(self, log, v):
        return math.log(max(abs(v), self.unit / 2)) if log else v / self.size

    def residuals(self, e, x):
        """(kind, residual) of each value, before the centre is taken off"""
        y, out = [self.y(e["log"], v) for v in x], []
        for t in range(self.n):
            if t >= max(e["lags"]):
                out.append(("full", sum(c * y[t - k] for c, k in zip(e["terms"], e["lags"]))))
            else:
                out.append(("none", 0) if t == 0 else ("start", y[t] - y[t - 1]))
        return out

    def add_expert(self, form, log, season):
        name, terms, lags, centre, weight, mid, sd, least = form
        if log and self.two_signs:
            return
        seasonal = "s" in lags
        if seasonal and (season < 2 or self.n < least * season + 2):
            return
        if not seasonal and self.n < least:
            return
        if self.wide or self.two_signs:
            mid, sd = .3, 1.6
        lags = [season if k == "s" else season + 1 if k == "s+1" else k for k in lags]
        prior = [-.5 * ((math.log(g) - math.log(mid)) / sd) ** 2 for g in GRID]
        z = math.log(sum(math.exp(p) for p in prior))
        e = dict(log=log, terms=terms, lags=lags,
                 prior=[p - z + math.log(weight * (.65 if log else .35)) for p in prior])
        raw = self.residuals(e, self.x)
        full = [r for k, r in raw if k == "full"]
        e["shift"] = 0
        if centre == "median" and full:
            e["shift"] = median(full)
        if centre == "drift" and len(full) >= 3:
            e["shift"] = median(full) * len(full) / (len(full) + 2)
        e["start"] = .08 ** 2 + (.4 ** 2 if seasonal else 0)
        variance = (.29 * self.unit) ** 2
        if self.size < 25 * self.unit:
            variance += .5 * self.size * self.unit
        noise = math.sqrt(sum(c * c for c in terms) * variance)
        e["r"] = [noise / (max(abs(self.x[t - 1]), .02 * self.size) if log and t else self.size)
                  for t in range(self.n)]
        e["local"] = self.local(e, raw)
        self.experts.append(e)

    def local(self, e, raw):
        sizes = [(t, abs(r - e["shift"]) + e["r"][t]) for t, (k, r) in enumerate(raw) if k == "full"]
        out = [1.0] * self.n
        if len(sizes) < 12 or not median([s for _, s in sizes]) > 0:
            return out
        whole = median([s for _, s in sizes])
        for i, (t, _) in enumerate(sizes):
            beside = [s for j, (_, s) in enumerate(sizes) if j != i and abs(j - i) <= 6]
            if len(beside) >= 4:
                out[t] = min(max(median(beside) / whole, 1 / 20), 20) ** .75
        return out

    def sign_chances(self, log, x):
        """logarithm of the chance of the signs, where one sign is the rule"""
        def rare(v):
            return not self.two_signs and v * self.sign < 0
        if log:
            each = .01 if self.like_rates else 1e-6
            return sum(rare(v) for v in x) * math.log(each)
        # a rare sign is as likely as the row as printed shows, apart from the value at hand
        printed = sum(rare(v) for v in self.x)
        total = 0
        for v, own in zip(x, self.x):
            others = printed - (rare(own) if v != own else 1)
            chance = 1 if self.like_rates else max(others / self.n, .3)
            total += math.log(chance) if rare(v) else 0
        return total

    def log_likelihood(self, x):
        terms = []
        for e in self.experts:
            raw = self.residuals(e, x)
            jacobian = sum(-self.y(True, v) if e["log"] else -math.log(self.size) for v in x)
            if not e["log"] and raw[0][0] == "none":
                jacobian += math.log(self.size) - math.log(max(abs(x[0]), .1 * self.size))
            signs = self.sign_chances(e["log"], x)
            for g, prior in zip(GRID, e["prior"]):
                total = prior + jacobian + signs
                for t, (kind, r) in enumerate(raw):
                    if kind == "none":
                        continue
                    if kind == "full":
                        r, s2 = r - e["shift"], (g * e["local"][t]) ** 2 + e["r"][t] ** 2
                    else:
                        s2 = e["start"] + e["r"][t] ** 2
                    total += -1.5 * math.log(2) - .5 * math.log(s2) - 1.5 * math.log(1 + r * r / 2 / s2)
                terms.append(total)
        top = max(terms)
        return top + math.log(sum(math.exp(v - top) for v in terms))

    def ratio(self, *changes):
        x = list(self.x)
        for i, v in changes:
            x[i] = v
        return math.exp(self.log_likelihood(x) - self.base)

    def finer(self, t, printed):
        """of the values with more decimals than the print, which are ten times as many for each"""
        more = decimals(t) - decimals(printed)
        return 1 if self.uniform or more <= 0 else .1 ** more

    def look(self, t):
        """how likely a number that looks like this is to be meant"""
        off, v, out = decimals(t) - self.usual, value(t), 1.0
        if off and not self.uniform:
            out *= .3
        elif off > 0:
            out *= 1e-4 ** min(3, 1 + .5 * (off - 1))
        elif off < 0:
            out *= (2e-4 + .1 * self.trimmed) ** min(3, -off)
        if self.round != self.usual and v != 0:
            _, w, f = parts(t)
            digits = w + f
            if len(f) - (len(digits) - len(digits.rstrip("0"))) > self.round:
                out *= .02
        return out

    def undo(self, i):
        """undoes slips without the zeros that the row is rounded to, and puts these back"""
        t, zeros = self.t[i], self.usual - self.round
        sign, w, f = parts(t)
        cut = len(w) + min(0, self.round)
        if not zeros or len(f) != self.usual or cut < 1 or not (w + f).endswith("0" * zeros):
            return undo(t, self.usual)
        kept = (w + f)[:len(w + f) - zeros]
        short = sign + kept[:cut] + ("." + kept[cut:] if kept[cut:] else "")
        out = []
        for x, slip, chance in undo(short, len(kept) - cut):
            s, a, b = parts(x)
            a, b = move_point(a, b, max(0, -self.round))
            b = b.ljust(self.usual, "0") if len(b) < self.usual else b
            while len(b) > self.usual and b.endswith("0"):
                b = b[:-1]
            out.append((s + (a.lstrip("0") or "0") + ("." + b if b else ""), slip, chance))
        return out

    def shock(self, i):
        x, n = self.x, self.n
        if not self.two_signs and x[i] == 0:
            return 0
        if 0 < i < n - 1:
            mid, width = (x[i - 1] + x[i + 1]) / 2, abs(x[i + 1] - x[i - 1]) / 4
        else:
            near, far = (x[1], x[2]) if i == 0 else (x[i - 1], x[i - 2])
            mid, width = 2 * near - far, abs(near - far) / 2
        width = max(.2 * width, self.unit / 2, .001 * abs(mid))
        total = 0
        for k in range(41):
            a = -7 + k * 14 / 40
            c = mid + width * math.sinh(a)
            if not self.two_signs and c * self.sign <= self.unit / 2:
                continue
            across = not self.two_signs and x[i] * c < 0
            amount, high = self.two_signs or across, 3 if across else .7
            d = abs(x[i] - c) / self.size if amount else abs(math.log(x[i] / c))
            h = 1 / ((d + .004) * (1 + (d / high) ** 3)) / (2 * math.log(high / .004))
            h /= self.size if amount else max(abs(x[i]), self.unit)
            total += h * width * math.cosh(a) * 14 / 40 * self.ratio((i, c))
        return .02 * min(1, 10 / n) * total

    def copy(self, i):
        x, n = self.x, self.n
        after = x[i + 1] if i + 1 < n else 2 * x[i - 1] - x[i - 2] if i > 1 else x[i - 1]
        mid = (x[i - 1] + after) / 2
        width = max(abs(after - x[i - 1]) / 2, self.unit, .02 * abs(mid))
        total = 0
        for k in range(49):
            a = -6 + k * 12 / 48
            c = mid + width * math.sinh(a)
            if self.two_signs or c * self.sign > 0:
                total += width * math.cosh(a) * 12 / 48 * self.ratio((i, c))
        ties = sum(self.t[j] == self.t[j - 1] for j in range(1, n))
        return 1 / max(self.unit / total, (ties - 1 + .06) / n)

    def judge(self):
        """{cell: (score, {value: weight}, slip)}"""
        n, self.base = self.n, 0
        self.base = self.log_likelihood(self.x)
        wrong, values, everything = {}, {}, 0

        def add(cells, texts, weight):
            nonlocal everything
            everything += weight
            for i, t in zip(cells, texts):
                wrong[i] = wrong.get(i, 0) + weight
                if t is not None:
                    pool = values.setdefault(i, {})
                    pool[value(t)] = pool.get(value(t), 0) + weight
        for i in range(n):
            for t, slip, chance in self.undo(i):
                if value(t) != 0 and abs(value(t)) < self.print_unit / 2:
                    continue
                w = .5 / n * WEIGHT[slip] * chance * self.look(t) / self.look(self.t[i])
                w *= self.finer(t, self.t[i])
                add([i], [t], w * self.ratio((i, value(t))))
            if i + 1 < n and self.x[i] != self.x[i + 1]:
                w = .5 / (n - 1) * WEIGHT["swap"]
                add([i, i + 1], [self.t[i + 1], self.t[i]],
                    w * self.ratio((i, self.x[i + 1]), (i + 1, self.x[i])))
            if i > 0 and self.t[i] == self.t[i - 1]:
                add([i], [None], .5 / (n - 1) * WEIGHT["copy"] * self.copy(i))
        right = .5 * (1 + sum(self.shock(i) for i in range(n)))
        out = {}
        for i in sorted(wrong):
            p = wrong[i] / (right + everything)
            best = max(values.get(i, {None: 0}).items(), key=lambda kv: kv[1])
            score = math.log(p / (1 - p))
            odds = math.exp(score) * (2 ** min(1, n / 12) - 1)  # fewer values, fewer slips
            out[i] = (score, best[0], odds / (1 + odds) * best[1] / wrong[i])
        return out


SERIES = [
    ("three points, two digits swapped", 1, "220 206 300"),
    ("a calm row and one digit wrong", 1, "41.2 42.0 42.9 43.5 49.4 45.1 46.0"),
    ("a lost digit has several candidates", 1, "1,204 1,231 1,25 1,290 1,322 1,351"),
    ("the point misplaced", 1, "12.1 12.9 137 14.2 15.0"),
    ("ten thousand times too much", 1, "3.1 3.4 37000 3.9 4.3 4.4"),
    ("the sign", 1, "164 171 -180 188 195 203"),
    ("a sign far from zero, long after the row was near it", 1,
     "0.2 0.5 1.4 3.9 8.8 15.1 24.0 33.7 41.9 48.6 53.2 -56.9 59.4 61.0 62.1 62.8"),
    ("a negative rate among positive ones", 1, "3.4 3.1 2.9 -1.2 4.0 3.0 2.7"),
    ("a negative rate beside one near zero", 1, "2.8 1.9 2.5 0.4 -0.8 2.1 1.7 2.2"),
    ("two years exchanged", 1, "585 578 572 566 559 552 538 545 530 523"),
    ("a value repeated", 1, "73.14 73.35 73.61 73.61 74.07 74.33 74.52"),
    ("thousands read as a point", 1, "24,310 24.902 25,377 25,964"),
    ("a level that does not grow", 1, "5.1 4.7 5.3 5.0 9.4 4.8 5.2 5.0 4.9"),
    ("rates of change about zero", 1, "2.1 -0.4 1.7 -1.2 0.6 3.2 -2.0"),
    ("rounded to thousands", 1, "62,000 63,000 64,000 95,000 66,000 67,000"),
    ("hundreds thousands, two digits swapped", 1, "220,000 206,000 300,000"),
    ("a real fall", 1, "101 104 107 95 97 100 103"),
    ("zeros at the end are not printed", 1, "1.5 2 2.5 3.2 3.4 4"),
    ("figures of a program", 1, "69945.2672 63089.236 42850.5469 58650.7269 94678.62"),
    ("a quarterly season", 4, "81.2 96.4 102.3 121.9 83.0 98.8 104.1 125.0 85.4 100.9 170.0 128.1 "
                              "87.0 103.4 109.8 131.2"),
    ("a second summer like the first", 4, "14.4 147.3 15.3 13.2 15.4 156.0 16.3 13.7"),
    ("few accidents a year", 1, "3 5 2 11 4 1 7 2 1 3"),
    ("the slump of a year", 1, "4812 5031 1977 2644"),
    ("calm years and wild years", 1, "100 101 102 103 104 105 106 107 180 109 110 111 112 140 90 160 "
                                     "120 210 130 170 250 160 220 190"),
]

if __name__ == "__main__":
    print("# Rows of printed numbers, and what the series model says of each suspect cell.")
    print("# Expected numbers: reference.py beside this file, which works out every likelihood anew.")
    print("# series: season | cells | what it shows")
    print("# cell: index from 0 | score | best value, - where none is known | its probability")
    for name, season, cells in SERIES:
        print("series: %d | %s | %s" % (season, cells, name))
        for i, (score, best, p) in Row(cells.split(), season).judge().items():
            if score > -4:
                print("cell: %d | %.4f | %s | %.5f" % (i, score, "-" if best is None else "%.10g" % best, p))
