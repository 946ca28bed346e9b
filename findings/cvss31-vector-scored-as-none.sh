#!/usr/bin/env bash
# Finding: the npm package named "cvss" answers every CVSS 3.1 vector with the score 0 and the rating "None"
# Package: npm cvss 1.0.5
# Expected: 9.8 and "Critical" for the best known vector, or an error where a version is not supported.
# Happens: the package knows the prefix CVSS:3.0 only. With CVSS:3.1 no metric is found, nothing is raised, and all of base,
#   temporal and environmental score are 0, rated "None". The same metrics with the prefix CVSS:3.0 give 9.8.
# Matters: 0 is a valid score, so what is worst sorts last and looks harmless. A scorer needs a test with one known
#   vector per version that it claims or meets.
# Seen:
#   | cvss 1.0.5: CVSS:3.0 {"score":9.8,"rating":"Critical"}
#   | cvss 1.0.5: CVSS:3.1 {"score":0,"rating":"None"}
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts cvss@1.0.5 >&2

cat > run.cjs <<'JS'
const cvss = require('cvss');
const { version } = require('cvss/package.json');
for (const prefix of ['CVSS:3.0', 'CVSS:3.1']) {
  const { base } = cvss.getAll(`${prefix}/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H`);
  console.log(`cvss ${version}: ${prefix} ${JSON.stringify(base)}`);
}
JS
node run.cjs | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
