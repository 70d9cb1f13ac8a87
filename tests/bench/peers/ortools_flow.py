"""OR-tools' SimpleMinCostFlow as a peer: solves every network in a DIMACS file, several times, and prints each time's
seconds of solving alone, then the sum of the optima."""

import sys
import time

import numpy
from ortools.graph.python import min_cost_flow


def networks(path):
    nodes, supplies, arcs = 0, {}, []
    with open(path) as file:
        for line in file:
            words = line.split()
            if words[0] == "p":
                if nodes:
                    yield nodes, supplies, numpy.array(arcs, dtype=numpy.int64)
                nodes, supplies, arcs = int(words[2]), {}, []
            elif words[0] == "n":
                supplies[int(words[1]) - 1] = int(words[2])
            elif words[0] == "a":
                arcs.append((int(words[1]) - 1, int(words[2]) - 1, int(words[4]), int(words[5])))
    yield nodes, supplies, numpy.array(arcs, dtype=numpy.int64)


def main():
    known = list(networks(sys.argv[1]))
    total = 0
    for _ in range(int(sys.argv[2])):
        seconds, total = 0.0, 0
        for nodes, supplies, arcs in known:
            solver = min_cost_flow.SimpleMinCostFlow()
            solver.add_arcs_with_capacity_and_unit_cost(*arcs.T)
            numbers = numpy.array(list(supplies))
            solver.set_nodes_supplies(numbers, numpy.array(list(supplies.values())))
            begin = time.perf_counter()
            if solver.solve() != solver.OPTIMAL:
                sys.exit(1)
            seconds += time.perf_counter() - begin
            total += solver.optimal_cost()
        print(f"{seconds:.9f}")
    print(total)


main()
