#!/usr/bin/env bash
# Finding: networkx reads labels of yEd's nodes and edges, but not of its groups, and a closed group loses its nodes' labels
# Package: PyPI networkx 3.6.1
# Expected: the group is called DMZ, its two nodes Web and Mail, whether the group was saved open or closed.
# Happens: the group has no label, though networkx documents that it reads yEd's files. Its text stands one level deeper
#   (ProxyAutoBoundsNode, Realizers), once for the open and once for the closed state; the attribute "active" says which is
#   shown. When the group was saved closed (foldertype "folder") its nodes are not read: Mail is gone, and Web is
#   there without its label, only because an edge names it.
# Matters: in drawings of systems the groups are the trust boundaries. A reader of such files has to look for the
#   label of a group by itself and to walk into closed groups.
# Seen:
#   | networkx 3.6.1, group open: n0 no label, n0::n0 Web, n0::n1 Mail, n1 DB
#   | networkx 3.6.1, group closed: n0 no label, n0::n0 no label, n1 DB
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv env
env/bin/pip install --quiet networkx==3.6.1 >&2

cat > drawing.graphml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0" yfiles.foldertype="STATE">
      <data key="d6">
        <y:ProxyAutoBoundsNode>
          <y:Realizers active="0">
            <y:GroupNode><y:NodeLabel>DMZ</y:NodeLabel></y:GroupNode>
            <y:GroupNode><y:NodeLabel>DMZ</y:NodeLabel></y:GroupNode>
          </y:Realizers>
        </y:ProxyAutoBoundsNode>
      </data>
      <graph edgedefault="directed" id="n0:">
        <node id="n0::n0"><data key="d6"><y:ShapeNode><y:NodeLabel>Web</y:NodeLabel></y:ShapeNode></data></node>
        <node id="n0::n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Mail</y:NodeLabel></y:ShapeNode></data></node>
      </graph>
    </node>
    <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>DB</y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e0" source="n0::n0" target="n1"/>
  </graph>
</graphml>
XML
cat > run.py <<'PY'
import networkx

drawing = open("drawing.graphml", encoding="utf-8").read()
for name, state in (("open", "group"), ("closed", "folder")):
    graph = networkx.parse_graphml(drawing.replace("STATE", state))
    nodes = ", ".join(f"{node} {data.get('label', 'no label')}" for node, data in sorted(graph.nodes(data=True)))
    print(f"networkx {networkx.__version__}, group {name}: {nodes}")
PY
env/bin/python run.py | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
