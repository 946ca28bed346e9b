#!/usr/bin/env bash
# Finding: what CVSS 4.0 libraries call the "base" score counts threat metrics, unlike the base score of CVSS 3.1
# Package: npm ae-cvss-calculator 1.0.13, npm cvss4 1.0.7, PyPI cvss 3.6
# Expected: `base` of ae-cvss-calculator, `calculateBaseScore` of cvss4 and `base_score` of cvss depend on base metrics
#   only, as they do for CVSS 3.1 in the same libraries: 10 with and without exploit maturity (E:U).
# Happens: for CVSS 4.0 all three give the score of the whole vector, CVSS-BT here: 9.1 with E:U. ae-cvss-calculator has
#   the real one under another name, `baseMetricsOnly`; the others need a vector without those metrics.
# Matters: a table or a filter by "base score" mixes two scores as soon as one vector has a threat or environmental
#   metric, and shows as CVSS-B what is CVSS-BT. Cut the vector to its base metrics before asking.
# Seen:
#   | ae-cvss-calculator 1.0.13: 3.1 base 10, with E:U 10; 4.0 base 10, with E:U 9.1 (baseMetricsOnly 10)
#   | cvss4 1.0.7: 3.1 base 10, with E:U 10; 4.0 base 10, with E:U 9.1
#   | cvss 3.6: 3.1 base 10.0, with E:U 10.0; 4.0 base 10.0, with E:U 9.1
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ae-cvss-calculator@1.0.13 cvss4@1.0.7 >&2
python3 -m venv env
env/bin/pip install --quiet cvss==3.6 >&2

cat > run.cjs <<'JS'
const { Cvss3P1, Cvss4P0 } = require('ae-cvss-calculator');
const { calculateBaseScore } = require('cvss4');
const version = (name) => require(`./node_modules/${name}/package.json`).version;
const v3 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H';
const v4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H';
const line = (name, base3, base4, rest = '') =>
  console.log(
    `${name} ${version(name)}: 3.1 base ${base3(v3)}, with E:U ${base3(`${v3}/E:U`)}; ` +
      `4.0 base ${base4(v4)}, with E:U ${base4(`${v4}/E:U`)}${rest}`,
  );

const scores4 = (vector) => new Cvss4P0(vector).calculateScores();
line(
  'ae-cvss-calculator',
  (vector) => new Cvss3P1(vector).calculateScores().base,
  (vector) => scores4(vector).base,
  ` (baseMetricsOnly ${scores4(`${v4}/E:U`).baseMetricsOnly})`,
);
line('cvss4', calculateBaseScore, calculateBaseScore);
JS
cat > run.py <<'PY'
from importlib.metadata import version
from cvss import CVSS3, CVSS4

v3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"
v4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H"
print(f"cvss {version('cvss')}: 3.1 base {CVSS3(v3).base_score}, with E:U {CVSS3(v3 + '/E:U').base_score}; "
      f"4.0 base {CVSS4(v4).base_score}, with E:U {CVSS4(v4 + '/E:U').base_score}")
PY
{ node run.cjs; env/bin/python run.py; } | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
