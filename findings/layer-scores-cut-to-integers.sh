#!/usr/bin/env bash
# Finding: the ATT&CK project's own library cuts the scores of a Navigator layer to integers, towards zero
# Package: PyPI mitreattack-python 6.3.1
# Expected: the layer format calls a score a number, and the Navigator shows fractions. A layer that is read and written again
#   has the scores that it had.
# Happens: 3.9 becomes 3, 0.5 and -0.5 become 0. Nothing is raised, and what is written again has the cut values.
# Matters: probabilities or means (0 to 1) as scores all become 0. Who writes layers for others should scale to integers and
#   say the scale in the legend; who compares layers must not read them through this library.
# Seen:
#   | mitreattack-python 6.3.1: T1059 3.9 -> 3
#   | mitreattack-python 6.3.1: T1046 0.5 -> 0
#   | mitreattack-python 6.3.1: T1110 -0.5 -> 0
#   | mitreattack-python 6.3.1: T1021 7 -> 7
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv env
env/bin/pip install --quiet mitreattack-python==6.3.1 >&2

cat > layer.json <<'JSON'
{
  "name": "Chains",
  "domain": "enterprise-attack",
  "versions": { "attack": "18", "navigator": "5.1.0", "layer": "4.5" },
  "techniques": [
    { "techniqueID": "T1059", "score": 3.9 },
    { "techniqueID": "T1046", "score": 0.5 },
    { "techniqueID": "T1110", "score": -0.5 },
    { "techniqueID": "T1021", "score": 7 }
  ]
}
JSON
cat > run.py <<'PY'
import json
from importlib.metadata import version
from mitreattack.navlayers import Layer

with open("layer.json", encoding="utf-8") as file:
    before = json.load(file)
layer = Layer()
layer.from_file("layer.json")
after = layer.to_dict()
for old, new in zip(before["techniques"], after["techniques"]):
    print(f"mitreattack-python {version('mitreattack-python')}: {old['techniqueID']} {old['score']} -> {new['score']}")
PY
env/bin/python -W ignore run.py | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
