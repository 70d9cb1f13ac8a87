// LEMON's network simplex as a peer: solves every network in a DIMACS file, several times, and prints each time's
// seconds of solving alone, then the sum of the optima.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string>
#include <fstream>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

using Graph = lemon::SmartDigraph;
using Solver = lemon::NetworkSimplex<Graph, long long, long long>;

struct Network {
    Graph graph;
    Graph::ArcMap<long long> capacities{graph}, costs{graph};
    Graph::NodeMap<long long> supplies{graph};
};

static void read(std::deque<Network> &networks, const char *path) {
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        long long a, b, low, high, cost;
        if (std::sscanf(line.c_str(), "p min %lld %lld", &a, &b) == 2) {
            networks.emplace_back();
            networks.back().graph.reserveArc(b);
            for (; a > 0; --a) networks.back().supplies[networks.back().graph.addNode()] = 0;
        } else if (std::sscanf(line.c_str(), "n %lld %lld", &a, &b) == 2) {
            networks.back().supplies[Graph::nodeFromId(a - 1)] = b;
        } else if (std::sscanf(line.c_str(), "a %lld %lld %lld %lld %lld", &a, &b, &low, &high, &cost) == 5) {
            Network &network = networks.back();
            auto arc = network.graph.addArc(Graph::nodeFromId(a - 1), Graph::nodeFromId(b - 1));
            network.capacities[arc] = high;
            network.costs[arc] = cost;
        }
    }
}

int main(int count, char **words) {
    if (count < 3) return 2;
    std::deque<Network> networks;
    read(networks, words[1]);
    long long sum = 0;
    for (int left = std::atoi(words[2]); left > 0; --left) {
        sum = 0;
        double seconds = 0;
        for (Network &network : networks) {
            Solver solver(network.graph);
            solver.upperMap(network.capacities).costMap(network.costs).supplyMap(network.supplies);
            auto begin = std::chrono::steady_clock::now();
            if (solver.run() != Solver::OPTIMAL) return 1;
            seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            sum += solver.totalCost();
        }
        std::printf("%.9f\n", seconds);
    }
    std::printf("%lld\n", sum);
}
