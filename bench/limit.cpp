// The limit: all simple paths from entries to targets, counted by a search that knows nothing but the graph.
// Reads: nodes edges entries targets cutoff, then edges (component interface), entries, targets; argv[2]: runs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

static std::vector<int> starts, neighbours;
static std::vector<int> nearest;  // edges to the next target, ignoring what has been visited
static std::vector<char> visited, target;
static long long paths = 0;

static void search(int node, int left) {
  visited[node] = 1;
  for (int i = starts[node]; i < starts[node + 1]; i++) {
    const int next = neighbours[i];
    if (visited[next]) continue;
    paths += target[next];
    // A component is left by an interface to another component: two edges at least.
    if (left > 2 && nearest[next] < left) search(next, left - 1);
    else if (left == 2 && !target[next]) search(next, 1);
  }
  visited[node] = 0;
}

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  FILE* file = std::fopen(argv[1], "r");
  if (!file) return 2;
  auto number = [&] { int value = 0; if (std::fscanf(file, "%d", &value) != 1) std::exit(2); return value; };
  const int nodes = number(), edges = number(), entryCount = number(), targetCount = number(), cutoff = number();
  std::vector<std::vector<int>> adjacent(nodes);
  for (int i = 0; i < edges; i++) {
    const int a = number(), b = number();
    adjacent[a].push_back(b);
    adjacent[b].push_back(a);
  }
  std::vector<int> entries(entryCount), targets(targetCount), queue;
  for (int& entry : entries) entry = number();
  for (int& node : targets) node = number();
  std::fclose(file);
  starts.push_back(0);
  for (const auto& list : adjacent) {
    neighbours.insert(neighbours.end(), list.begin(), list.end());
    starts.push_back(static_cast<int>(neighbours.size()));
  }
  visited.assign(nodes, 0);
  target.assign(nodes, 0);
  for (int node : targets) target[node] = 1;
  // Distance of at least one edge: a target's own is that to another target.
  nearest.assign(nodes, 1 << 20);
  for (int source : targets) {
    std::vector<int> distance(nodes, -1);
    queue.assign(1, source);
    distance[source] = 0;
    for (size_t i = 0; i < queue.size(); i++) {
      for (int next : adjacent[queue[i]]) {
        if (distance[next] < 0) { distance[next] = distance[queue[i]] + 1; queue.push_back(next); }
      }
    }
    for (int node = 0; node < nodes; node++) {
      if (node != source && distance[node] >= 0) nearest[node] = std::min(nearest[node], distance[node]);
    }
  }
  std::printf("{\"seconds\":[");
  for (int run = 0; run < std::atoi(argv[2]); run++) {
    paths = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (int entry : entries) search(entry, cutoff);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    std::printf("%s%.9f", run ? "," : "", spent.count());
  }
  std::printf("],\"count\":%lld}\n", paths);
}
