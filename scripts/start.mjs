// Computes the chains of the example models, shows the worst of each, and writes reports of the largest.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

// The second is the first as tables: the same chains.
const EXAMPLES = [
  ['examples/client-server', 10],
  ['examples/client-server-csv', 3],
  ['examples/autopilot', 10],
];

/** Git ignores the folder. */
const REPORTS = [
  ['reports/autopilot.html', 'the report: to read, to filter, to print', ['report']],
  ['reports/autopilot.xlsx', 'the threat table, for a spreadsheet', ['table', '--format', 'xlsx']],
];

for (const [example, top] of EXAMPLES) {
  console.log(`\n$ tmg chains ${example} --top ${top}`);
  run(['chains', example, '--top', String(top)]);
}
mkdirSync('reports', { recursive: true });
for (const [file, , [command, ...options]] of REPORTS) {
  run([command, 'examples/autopilot', ...options, '--output', file]);
}
console.log(`
Try next (tmg stands for: node dist/cli.js):
  tmg chains examples/autopilot --group relation --top 15      what to fix first
  tmg why examples/autopilot --from "LTE Uplink" --to "Brake Function"   how the brakes are reached
  tmg table examples/autopilot --output threats.csv             the threat table
  tmg report examples/autopilot --output report.html            a report for people
  tmg advise examples/autopilot --min-probability 4             which maximum length is enough
  tmg check examples/autopilot                                  all diagnostics
  docs/modelling.md                                             how to model your own system

Written, of examples/autopilot:
${REPORTS.map(([file, what]) => `  ${file.padEnd(60)}  ${what}`).join('\n')}`);

function run(args) {
  const { status } = spawnSync(process.execPath, ['dist/cli.js', ...args], { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
