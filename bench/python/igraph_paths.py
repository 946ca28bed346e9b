"""get_all_simple_paths, one call per entry with all targets; returns lists."""

import igraph

from common import main


def prepare(graph):
    net = igraph.Graph(n=graph["nodes"], edges=graph["edges"])

    def search():
        return sum(
            len(net.get_all_simple_paths(entry, to=graph["targets"], maxlen=graph["cutoff"]))
            for entry in graph["entries"]
        )

    return search


main(prepare)
