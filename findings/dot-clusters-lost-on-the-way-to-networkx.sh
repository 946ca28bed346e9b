#!/usr/bin/env bash
# Finding: networkx reads a DOT file through pydot without the nodes and edges of its clusters
# Package: PyPI networkx 3.6.1 with PyPI pydot 4.0.1 (pyparsing 3.3.3); to compare: npm @viz-js/viz 3.31.0 (Graphviz itself)
# Expected: five nodes (internet, web, db, mail, log) and three edges, as Graphviz draws them.
# Happens: what is declared inside a subgraph is left out: db, mail and the edge from web to db. `web:http`, the port http of
#   the node web, becomes a node of its own, so that the way from internet to log is cut.
# Matters: clusters are how trust boundaries are written in DOT, and ports how interfaces are. Paths computed on such a
#   graph are too few, with no error. Read through Graphviz (its JSON output) or walk the subgraphs yourself.
# Seen:
#   | networkx 3.6.1, pydot 4.0.1: nodes internet, log, web, web:http; edges internet -> web, web:http -> log
#   | Graphviz by @viz-js/viz 3.31.0: nodes db, internet, log, mail, web; edges internet -> web, web -> db, web -> log
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv env
env/bin/pip install --quiet networkx==3.6.1 pydot==4.0.1 pyparsing==3.3.3 >&2
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @viz-js/viz@3.31.0 >&2

cat > system.dot <<'DOT'
digraph {
  subgraph cluster_dmz { web -> db; mail }
  internet -> web
  web:http -> log
}
DOT
cat > run.py <<'PY'
from importlib.metadata import version
import networkx

graph = networkx.nx_pydot.read_dot("system.dot")
edges = sorted(f"{source} -> {target}" for source, target in graph.edges())
print(f"networkx {version('networkx')}, pydot {version('pydot')}: "
      f"nodes {', '.join(sorted(graph))}; edges {', '.join(edges)}")
PY
cat > run.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { instance } = require('@viz-js/viz');
const { version } = JSON.parse(readFileSync('node_modules/@viz-js/viz/package.json', 'utf8'));

instance().then((viz) => {
  const { objects, edges } = viz.renderJSON(readFileSync('system.dot', 'utf8'));
  const name = (id) => objects[id].name;
  const nodes = objects.filter((object) => object.nodes === undefined).map((object) => object.name);
  const arrows = edges.map(({ tail, head }) => `${name(tail)} -> ${name(head)}`);
  console.log(
    `Graphviz by @viz-js/viz ${version}: nodes ${nodes.sort().join(', ')}; edges ${arrows.sort().join(', ')}`,
  );
});
JS
{ env/bin/python run.py; node run.cjs; } | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
