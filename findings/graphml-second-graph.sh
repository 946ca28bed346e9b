#!/usr/bin/env bash
# Finding: of two graphs in one GraphML file two libraries read the first, and a third makes one graph of both
# Package: PyPI networkx 3.6.1, PyPI igraph 1.0.0, npm graphology-graphml 0.5.2 (with graphology 0.26.0)
# Expected: the format allows several graphs in a file. A reader returns all of them, or says that it leaves some out.
# Happens: networkx and igraph return the first and say nothing of the second. graphology returns one graph with the nodes
#   of both, under the name of the first; where both graphs have a node of the same id it raises an error instead.
# Matters: a file with a graph per page or per site loses all but one, or becomes one system in which everything
#   hangs together. An importer should count the graph elements itself and say what it does with the others.
# Seen:
#   | networkx 3.6.1: nodes ['web', 'db']
#   | igraph 1.0.0: nodes ['web', 'db']
#   | graphology-graphml 0.5.2: nodes ['web', 'db', 'hmi', 'plc'], id of the graph: office
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv env
env/bin/pip install --quiet networkx==3.6.1 igraph==1.0.0 >&2
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts graphology@0.26.0 graphology-graphml@0.5.2 >&2

cat > sites.graphml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <graph id="office" edgedefault="directed">
    <node id="web"/>
    <node id="db"/>
    <edge source="web" target="db"/>
  </graph>
  <graph id="plant" edgedefault="directed">
    <node id="hmi"/>
    <node id="plc"/>
    <edge source="hmi" target="plc"/>
  </graph>
</graphml>
XML
cat > run.py <<'PY'
import igraph
import networkx

print(f"networkx {networkx.__version__}: nodes {list(networkx.read_graphml('sites.graphml'))}")
print(f"igraph {igraph.__version__}: nodes {igraph.Graph.Read_GraphML('sites.graphml').vs['id']}")
PY
cat > run.cjs <<'JS'
const { readFileSync } = require('node:fs');
const Graph = require('graphology');
const graphml = require('graphology-graphml');
const { version } = require('./node_modules/graphology-graphml/package.json');

const graph = graphml.parse(Graph, readFileSync('sites.graphml', 'utf8'));
const nodes = graph.nodes().map((node) => `'${node}'`).join(', ');
console.log(`graphology-graphml ${version}: nodes [${nodes}], id of the graph: ${graph.getAttribute('id')}`);
JS
{ env/bin/python run.py; node run.cjs; } | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
