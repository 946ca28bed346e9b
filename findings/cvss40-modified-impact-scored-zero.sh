#!/usr/bin/env bash
# Finding: a CVSS 4.0 vector whose only impact is a modified one scores 0 in one library and 8.7 in others
# Package: npm @turingpointde/cvss.js 2.1.0; to compare: npm ae-cvss-calculator 1.0.13, PyPI cvss 3.6
# Expected: a vector without impact scores 0.0. Whether there is impact is asked after modified metrics have replaced base
#   metrics, so VC:N with MVC:H scores as VC:H does: 8.7.
# Happens: @turingpointde/cvss.js asks the six base metrics and returns 0 before it looks at MVC:H. The other way round,
#   where modified metrics take all impact away, it gives 6.9 instead of 0.
# Matters: environmental scores are made for exactly this: an impact that only the own environment has. The result is
#   a plain number, no error, and 0 means "None". Let a second library compute the same vectors.
# Seen:
#   | @turingpointde/cvss.js 2.1.0: as base VC:H 8.7, by MVC:H 0, taken away by modified metrics 6.9
#   | ae-cvss-calculator 1.0.13: as base VC:H 8.7, by MVC:H 8.7, taken away by modified metrics 0
#   | cvss 3.6: as base VC:H 8.7, by MVC:H 8.7, taken away by modified metrics 0.0
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @turingpointde/cvss.js@2.1.0 ae-cvss-calculator@1.0.13 >&2
python3 -m venv env
env/bin/pip install --quiet cvss==3.6 >&2

cat > run.cjs <<'JS'
const { Cvss4P0 } = require('ae-cvss-calculator');
const version = (name) => require(`./node_modules/${name}/package.json`).version;
const exploit = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N';
const rest = 'VI:N/VA:N/SC:N/SI:N/SA:N';
const line = (name, score) =>
  console.log(
    `${name} ${version(name)}: as base VC:H ${score(`${exploit}/VC:H/${rest}`)}, ` +
      `by MVC:H ${score(`${exploit}/VC:N/${rest}/MVC:H`)}, ` +
      `taken away by modified metrics ${score(`${exploit}/VC:H/${rest}/MVC:N`)}`,
  );

import('@turingpointde/cvss.js').then(({ CVSS }) => {
  line('@turingpointde/cvss.js', (vector) => CVSS(vector).getScore());
  line('ae-cvss-calculator', (vector) => new Cvss4P0(vector).calculateScores().overall);
});
JS
cat > run.py <<'PY'
from importlib.metadata import version
from cvss import CVSS4

def score(impact, modified=""):
    return CVSS4(f"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:{impact}/VI:N/VA:N/SC:N/SI:N/SA:N{modified}").base_score

print(f"cvss {version('cvss')}: as base VC:H {score('H')}, by MVC:H {score('N', '/MVC:H')}, "
      f"taken away by modified metrics {score('H', '/MVC:N')}")
PY
{ node run.cjs; env/bin/python run.py; } | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
