#!/usr/bin/env bash
# Finding: igraph 1.0.0 gives the edges of a GraphML file the ids of the file's nodes
# Package: PyPI igraph 1.0.0; to compare: PyPI igraph 0.11.9
# Expected: `es["id"]` holds the ids that the edges have in the file: sql, syslog, audit.
# Happens: it holds those of the nodes, by position, and empty texts once there are more edges than nodes. igraph 0.11.9
#   has them right.
# Matters: ids of flows are the keys by which ratings and threats hang on them. Nothing is raised, and a node's id is a
#   plausible id of an edge. Carry the key in a data element of its own, or compare after reading.
# Seen:
#   | igraph 0.11.9: nodes ['web', 'db'], edges ['sql', 'syslog', 'audit']
#   | igraph 1.0.0: nodes ['web', 'db'], edges ['web', 'db', '']
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv old
old/bin/pip install --quiet igraph==0.11.9 >&2
python3 -m venv env
env/bin/pip install --quiet igraph==1.0.0 >&2

cat > model.graphml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <graph edgedefault="directed">
    <node id="web"/>
    <node id="db"/>
    <edge id="sql" source="web" target="db"/>
    <edge id="syslog" source="db" target="web"/>
    <edge id="audit" source="db" target="web"/>
  </graph>
</graphml>
XML
cat > run.py <<'PY'
import igraph

graph = igraph.Graph.Read_GraphML("model.graphml")
print(f"igraph {igraph.__version__}: nodes {graph.vs['id']}, edges {graph.es['id']}")
PY
{ old/bin/python run.py; env/bin/python run.py; } | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
