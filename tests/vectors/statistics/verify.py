#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes the certified values of nist-*.txt anew from their data, in exact rational arithmetic.

Shares no code with bseries: normal equations in fractions, square roots to 40 digits at the end. A
mistyped number of the data, or of a certified value, shows as a value that differs in its 14 digits.
"""
import pathlib
import sys
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 50
DIGITS_MIN = Decimal("5e-15")


def sets(path):
    """Yields (words by key, coefficients, rows) of each set of a file."""
    found = None
    for line in path.read_text().splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if words[0] == "set":
            if found:
                yield found
            found = ({"set": words[1]}, [], [])
        elif words[0] == "coefficient":
            found[1].append(words[1:])
        elif words[0][0].isalpha():
            found[0][words[0]] = words[1] if len(words) > 1 else ""
        else:
            found[2].append([Fraction(Decimal(word)) for word in words])
    yield found


def decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


def compare(name, what, got, certified):
    certified = Decimal(certified)
    off = abs(got - certified) / abs(certified) if certified else abs(got)
    if off <= DIGITS_MIN:
        return 0
    print(f"{name}: {what} is {got:.16e}, certified {certified}")
    return 1


def univariate(words, values):
    n = len(values)
    mean = sum(values) / n
    centred = [value - mean for value in values]
    squares = sum(c * c for c in centred)
    lag = sum(a * b for a, b in zip(centred, centred[1:]))
    name = words["set"]
    return (compare(name, "mean", decimal(mean), words["mean"])
            + compare(name, "deviation", decimal(squares / (n - 1)).sqrt(), words["deviation"])
            + compare(name, "autocorrelation", decimal(lag / squares), words["autocorrelation"]))


def inverse(matrix):
    size = len(matrix)
    rows = [row[:] + [Fraction(i == k) for k in range(size)] for i, row in enumerate(matrix)]
    for i in range(size):
        pivot = next(k for k in range(i, size) if rows[k][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for k in range(size):
            if k != i and rows[k][i] != 0:
                rows[k] = [a - rows[k][i] * b for a, b in zip(rows[k], rows[i])]
    return [row[size:] for row in rows]


def regression(words, coefficients, rows):
    degree, intercept = int(words["degree"]), words["intercept"] == "1"
    y = [row[0] for row in rows]
    design = [[row[1] ** power for power in range(1, degree + 1)] if degree else row[1:] for row in rows]
    if intercept:
        design = [[Fraction(1)] + line for line in design]
    terms = range(len(design[0]))
    moments = [[sum(line[i] * line[k] for line in design) for k in terms] for i in terms]
    inverted = inverse(moments)
    right = [sum(line[i] * value for line, value in zip(design, y)) for i in terms]
    beta = [sum(inverted[i][k] * right[k] for k in terms) for i in terms]
    residual = sum((value - sum(b * x for b, x in zip(beta, line))) ** 2 for line, value in zip(design, y))
    centre = sum(y) / len(y) if intercept else 0
    total = sum((value - centre) ** 2 for value in y)
    variance = residual / (len(y) - len(beta))
    name = words["set"]
    bad = compare(name, "deviation", decimal(variance).sqrt(), words["deviation"])
    bad += compare(name, "r2", decimal(1 - residual / total), words["r2"])
    for i in terms:
        bad += compare(name, f"coefficient {i}", decimal(beta[i]), coefficients[i][0])
        bad += compare(name, f"error {i}", decimal(variance * inverted[i][i]).sqrt(), coefficients[i][1])
    return bad


def main():
    folder = pathlib.Path(__file__).parent
    bad = count = 0
    for words, _, rows in sets(folder / "nist-univariate.txt"):
        bad += univariate(words, [value for row in rows for value in row])
        count += 1
    for words, coefficients, rows in sets(folder / "nist-regression.txt"):
        bad += regression(words, coefficients, rows)
        count += 1
    print(f"{count} sets, {bad} values that differ")
    return 1 if bad or count != 20 else 0


if __name__ == "__main__":
    sys.exit(main())
