#!/usr/bin/env bash
# Finding: a text that looks like an error value is written into a workbook as an error value, and read back as an empty cell
# Package: npm hucre 1.0.0 (writer), npm read-excel-file 9.3.17 (reader); npm fflate 0.8.3 looks inside
# Expected: the string '#N/A' is written as a string, above all where its cell says `type: 'string'`, and read as that string.
# Happens: hucre writes `t="e"` for a string that is the name of an error value (#N/A, #REF!, #NAME? ...), with and without
#   the cell's type; "N/A" and "#n/a" stay text. read-excel-file gives null for a cell with an error value, as for an empty one.
# Matters: in a sheet of ratings "#N/A" can be an answer ("does not apply"), which is another one than none. As rich text
#   of one run the string stays a string.
# Seen:
#   | hucre 1.0.0: plain '#N/A' is <c r="A1" t="e"><v>#N/A</v></c>
#   | hucre 1.0.0: typed '#N/A' is <c r="B1" t="e"><v>#N/A</v></c>
#   | hucre 1.0.0: rich text '#N/A' is <c r="C1" t="inlineStr"><is><r><t>#N/A</t></r></is></c>
#   | hucre 1.0.0: plain 'N/A' is <c r="D1" t="inlineStr"><is><t>N/A</t></is></c>
#   | read-excel-file 9.3.17: [null,null,"#N/A","N/A"]
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts hucre@1.0.0 read-excel-file@9.3.17 fflate@0.8.3 >&2

cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const cells = new Map([
  ['0,1', { value: '#N/A', type: 'string' }],
  ['0,2', { richText: [{ text: '#N/A' }] }],
]);
const workbook = await writeXlsx({
  sheets: [{ name: 'Ratings', rows: [['#N/A', '', '', 'N/A']], cells }],
  stringMode: 'inline',
});
const sheet = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml']);
const names = ["plain '#N/A'", "typed '#N/A'", "rich text '#N/A'", "plain 'N/A'"];
for (const [index, cell] of sheet.match(/<c r.*?<\/c>/g).entries()) {
  console.log(`hucre ${version('hucre')}: ${names[index]} is ${cell}`);
}
writeFileSync('ratings.xlsx', workbook);
const [row] = await readSheet('ratings.xlsx');
console.log(`read-excel-file ${version('read-excel-file')}: ${JSON.stringify(row)}`);
JS
node run.mjs | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
