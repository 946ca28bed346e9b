"""all_simple_paths, one call per entry with all targets; returns lists. Its cutoff counts edges."""

import rustworkx

from common import main


def prepare(graph):
    net = rustworkx.PyGraph(multigraph=False)
    net.add_nodes_from(list(range(graph["nodes"])))
    net.add_edges_from_no_data([tuple(edge) for edge in graph["edges"]])

    def search():
        return sum(
            len(rustworkx.all_simple_paths(net, entry, graph["targets"], cutoff=graph["cutoff"]))
            for entry in graph["entries"]
        )

    return search


main(prepare)
