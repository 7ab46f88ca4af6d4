#!/usr/bin/env python3
"""Solves random small allocations again with HiGHS (scipy.optimize.milp) and compares objectives and prices exactly.

Usage: check.py FILE   (needs numpy and scipy; `allocation_cases` writes the file)

The model here is written down straight from the definition of the objective, as an integer programme and not as a flow: whole numbers of people for each
pair, and for each bonus a variable that counts the people with it. Exits with 1 at any difference.
"""

import json
import pathlib
import sys

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp


def solve(case):
    """The greatest objective, in millionths."""
    pairs = case["pairs"]
    columns = len(pairs)
    groups = []  # (pairs of the group, people with a bonus at most, bonus)
    for need, (_, minimum, _) in enumerate(case["needs"]):
        groups.append(([i for i, pair in enumerate(pairs) if pair[1] == need], minimum, case["minimum_bonus"]))
    for college, floor in enumerate(case["colleges"]):
        groups.append(([i for i, pair in enumerate(pairs) if case["cohorts"][pair[0]][1] == college], floor, case["exposure_bonus"]))
    for employer, floor in enumerate(case["employers"]):
        groups.append(([i for i, pair in enumerate(pairs) if case["needs"][pair[1]][2] == employer], floor, case["exposure_bonus"]))
    width = columns + len(groups)
    lower, upper, reward = numpy.zeros(width), numpy.zeros(width), numpy.zeros(width)
    rows, most = [], []
    for i, (_, _, score, limit, signed) in enumerate(pairs):
        lower[i], upper[i], reward[i] = signed, max(signed, limit), score
    for place, (members, threshold, bonus) in enumerate(groups, columns):
        upper[place], reward[place] = threshold, bonus
        row = numpy.zeros(width)
        row[place] = 1
        row[members] = -1
        rows.append(row)
        most.append(0)
    for kind, sizes in ((0, case["cohorts"]), (1, case["needs"])):
        for index, (size, *_) in enumerate(sizes):
            members = [i for i, pair in enumerate(pairs) if pair[kind] == index]
            row = numpy.zeros(width)
            row[members] = 1
            rows.append(row)
            # Signed people stand even beyond the size.
            most.append(max(size, sum(pairs[i][4] for i in members)))
    result = milp(-reward, constraints=LinearConstraint(numpy.array(rows), -numpy.inf, most), bounds=Bounds(lower, upper), integrality=numpy.ones(width))
    if not result.success:
        sys.exit(f"HiGHS found no solution: {result.message}")
    return sum(round(units) * round(worth) for units, worth in zip(result.x, reward))


def grown(case, kind, index):
    """The case with one more graduate of a cohort, or one more seat of a need."""
    sizes = [[size + (place == index), *others] for place, (size, *others) in enumerate(case[kind])]
    return {**case, kind: sizes}


def main():
    path = pathlib.Path(sys.argv[1])
    cases = json.loads(path.read_text())
    wrong = prices = rewarding = 0
    for number, case in enumerate(cases):
        best = solve(case)
        if best != case["objective"]:
            wrong += 1
            print(f"case {number}: objective {case['objective']}, HiGHS {best}")
        for kind, name in (("cohorts", "graduate_price"), ("needs", "seat_price")):
            for index, price in enumerate(case[name]):
                prices += 1
                rewarding += price > 0
                more = solve(grown(case, kind, index)) - best
                if more != price:
                    wrong += 1
                    print(f"case {number}: {name} {index} is {price}, HiGHS {more}")
    print(f"{len(cases)} objectives and {prices} prices ({rewarding} of them above zero) compared with HiGHS: {wrong} differences")
    # In the words in which the stages count.
    print(f"  {len(cases) + prices - wrong} passed")
    if wrong:
        print(f"  {wrong} failed")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
