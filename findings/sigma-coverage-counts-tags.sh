#!/usr/bin/env bash
# Finding: sigma-cli's coverage layer counts tags instead of rules, and its colour scale ends at the count of a tactic
# Package: PyPI sigma-cli 3.1.0 with PyPI pysigma 1.5.1
# Expected: with the score function "count" ("Count of rules") a technique has the number of its rules, and the scale ends at the
#   largest score in the layer.
# Happens: one rule that names T1087 twice, in lower and upper case, counts twice. The maximum is taken over all tags
#   with the name space attack, tactics too: four rules of one tactic give 4, which no technique of the layer has.
# Matters: on a large set of rules the tactic's count is many times that of the best covered technique, so that everything looks
#   hardly covered. Compare scores, not colours, or set --max-score.
# Seen:
#   | sigma-cli 3.1.0: 4 rules, scale 0 to 4
#   | sigma-cli 3.1.0: T1046 1
#   | sigma-cli 3.1.0: T1057 1
#   | sigma-cli 3.1.0: T1082 1
#   | sigma-cli 3.1.0: T1087 2
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv env
env/bin/pip install --quiet sigma-cli==3.1.0 pysigma==1.5.1 >&2

cat > run.py <<'PY'
import json
from importlib.metadata import version
from pathlib import Path
from sigma.cli.analyze import analyze_group
from sigma.data import mitre_attack

RULE = """title: {program} is started
status: test
logsource: {{category: process_creation, product: linux}}
detection: {{selection: {{Image|endswith: /{program}}}, condition: selection}}
tags: [attack.discovery, {tags}]
"""
RULES = {"nmap": ["T1046"], "ps": ["T1057"], "uname": ["T1082"], "getent": ["T1087", "t1087"]}
TACTIC = {"type": "x-mitre-tactic", "name": "Discovery", "x_mitre_shortname": "discovery",
          "external_references": [{"source_name": "mitre-attack", "external_id": "TA0007"}]}

def technique(name):
    return {"type": "attack-pattern", "name": name,
            "external_references": [{"source_name": "mitre-attack", "external_id": name}],
            "kill_chain_phases": [{"kill_chain_name": "mitre-attack", "phase_name": "discovery"}]}

Path("rules").mkdir()
for program, names in RULES.items():
    tags = ", ".join(f"attack.{name}" for name in names)
    Path(f"rules/{program}.yml").write_text(RULE.format(program=program, tags=tags))
# A small ATT&CK in place of the one that would be downloaded.
objects = [TACTIC, *(technique(names[0]) for names in RULES.values())]
Path("attack.json").write_text(json.dumps({"type": "bundle", "objects": objects}))
mitre_attack.set_cache_dir("cache")
mitre_attack.set_url("attack.json")

analyze_group(["attack", "count", "layer.json", "rules"], standalone_mode=False)
layer = json.loads(Path("layer.json").read_text())
name = f"sigma-cli {version('sigma-cli')}"
print(f"{name}: {len(RULES)} rules, scale {layer['gradient']['minValue']} to {layer['gradient']['maxValue']}")
for entry in sorted(layer["techniques"], key=lambda entry: entry["techniqueID"]):
    print(f"{name}: {entry['techniqueID']} {entry['score']}")
PY
env/bin/python run.py | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
