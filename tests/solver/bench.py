#!/usr/bin/env python3
"""Compares the flow solver with OR-tools' SimpleMinCostFlow on the same networks, in the same run.

Usage: bench.py FOLDER   (needs numpy and ortools; `allocation_networks` writes the folder)

The example writes each network as text (a line `nodes arcs source sink`, then a line `from to capacity cost` for each arc) with the cost it found and
the time of each of its runs. OR-tools gets the same network in bulk in two equal forms, and the better of both counts:
  circulation: no supplies, and a free return arc from the sink to the source;
  bypass:      a supply of all that can leave the source, and a free arc from the source to the sink for what is not sent.
Only `solve()` is timed. Exits with 1 if a cost differs or the solver is slower (by the median time) than OR-tools.
"""

import pathlib
import statistics
import sys
import time

import numpy
from ortools.graph.python import min_cost_flow

RUNS = 5


def ortools_run(ends, capacity, cost, supplies):
    solver = min_cost_flow.SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(ends[0], ends[1], capacity, cost)
    for node, units in supplies:
        solver.set_node_supply(node, units)
    start = time.perf_counter()
    status = solver.solve()
    elapsed = (time.perf_counter() - start) * 1000
    if status != solver.OPTIMAL:
        sys.exit(f"OR-tools did not solve the network: {status}")
    return solver.optimal_cost(), elapsed


def ortools_forms(path):
    with path.open() as lines:
        _, _, source, sink = map(int, lines.readline().split())
        arcs = numpy.loadtxt(lines, dtype=numpy.int64)
    amount = int(arcs[arcs[:, 0] == source, 2].sum())
    forms = {"circulation": ((sink, source), []), "bypass": ((source, sink), [(source, amount), (sink, -amount)])}
    for name, (extra, supplies) in forms.items():
        whole = numpy.vstack([arcs, [extra[0], extra[1], amount, 0]])
        ends = whole[:, 0].astype(numpy.int32), whole[:, 1].astype(numpy.int32)
        runs = [ortools_run(ends, whole[:, 2].copy(), whole[:, 3].copy(), supplies) for _ in range(RUNS)]
        yield name, runs[0][0], [elapsed for _, elapsed in runs]


def main():
    folder = pathlib.Path(sys.argv[1])
    failed = False
    print(f"{'network':12} {'ours median (least) ms':>24} {'OR-tools median (least) ms, better form':>44} {'factor':>7}")
    for path in sorted(folder.glob("*.network")):
        cost, *times = path.with_suffix(".result").read_text().split()
        ours = [float(elapsed) for elapsed in times]
        results = list(ortools_forms(path))
        form, _, theirs = min(results, key=lambda result: statistics.median(result[2]))
        factor = statistics.median(theirs) / statistics.median(ours)
        agree = all(found == int(cost) for _, found, _ in results)
        failed |= not agree or factor < 1
        print(
            f"{path.stem:12} {statistics.median(ours):15.2f} ({min(ours):6.2f}) {statistics.median(theirs):22.2f} ({min(theirs):7.2f}) {form:>11} {factor:6.1f}x"
            + ("" if agree else "  COSTS DIFFER")
        )
    sys.exit(failed)


if __name__ == "__main__":
    main()
