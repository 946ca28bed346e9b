"""Reads a graph, repeats a search, prints {"count", "seconds"}."""

import json
import sys
import time


def main(prepare):
    """prepare(graph) returns a function that searches and returns the number of paths."""
    with open(sys.argv[1], encoding="utf-8") as file:
        graph = json.load(file)
    search = prepare(graph)
    seconds = []
    count = 0
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        count = search()
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"count": count, "seconds": seconds}))
