#!/usr/bin/env bash
# Finding: some CVSS 3.0 vectors score 0.1 too high, because "round up" sees what doubles add
# Package: npm ae-cvss-calculator 1.0.13, npm @turingpointde/cvss.js 2.1.0; to compare: PyPI cvss 3.6 (decimals)
# Expected: the temporal score is 10.0 x 1 x 1 x 0.92 = 9.2, which needs no rounding.
# Happens: in doubles 10 * 0.92 is 9.200000000000001, and round up, as CVSS 3.0 words it, makes 9.3 of it. CVSS 3.1
#   defines round up on integers for that reason; both libraries use that for 3.1 vectors only, so the same metrics score
#   9.3 as CVSS 3.0 and 9.2 as CVSS 3.1. A library that computes 3.0 with decimals has 9.2.
# Matters: scores of old advisories and of a tool differ by 0.1 without either having a typing error, and 8.9 to 9.0 or
#   6.9 to 7.0 is another severity. Compare 3.0 scores with a tolerance, or compute them with decimals.
# Seen:
#   | ae-cvss-calculator 1.0.13: CVSS 3.0 temporal 9.3, CVSS 3.1 temporal 9.2
#   | @turingpointde/cvss.js 2.1.0: CVSS 3.0 temporal 9.3, CVSS 3.1 temporal 9.2
#   | cvss 3.6: CVSS 3.0 temporal 9.2, CVSS 3.1 temporal 9.2
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ae-cvss-calculator@1.0.13 @turingpointde/cvss.js@2.1.0 >&2
python3 -m venv env
env/bin/pip install --quiet cvss==3.6 >&2

cat > run.cjs <<'JS'
const { Cvss3P0, Cvss3P1 } = require('ae-cvss-calculator');
const version = (name) => require(`./node_modules/${name}/package.json`).version;
const metrics = 'AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/RC:U';
const line = (name, old, current) =>
  console.log(`${name} ${version(name)}: CVSS 3.0 temporal ${old}, CVSS 3.1 temporal ${current}`);

const ae = (Type, prefix) => new Type(`${prefix}/${metrics}`).calculateScores().temporal;
line('ae-cvss-calculator', ae(Cvss3P0, 'CVSS:3.0'), ae(Cvss3P1, 'CVSS:3.1'));
import('@turingpointde/cvss.js').then(({ CVSS }) => {
  const temporal = (prefix) => CVSS(`${prefix}/${metrics}`).getTemporalScore();
  line('@turingpointde/cvss.js', temporal('CVSS:3.0'), temporal('CVSS:3.1'));
});
JS
cat > run.py <<'PY'
from importlib.metadata import version
from cvss import CVSS3

def temporal(prefix):
    return CVSS3(prefix + "/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/RC:U").scores()[1]

print(f"cvss {version('cvss')}: CVSS 3.0 temporal {temporal('CVSS:3.0')}, CVSS 3.1 temporal {temporal('CVSS:3.1')}")
PY
{ node run.cjs; env/bin/python run.py; } | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
