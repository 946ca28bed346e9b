// Computes the chains of the example models and shows the worst of each.
import { spawnSync } from 'node:child_process';

// The second is the first as tables: the same chains.
const EXAMPLES = [
  ['examples/client-server', 10],
  ['examples/client-server-csv', 3],
  ['examples/autopilot', 10],
];

for (const [example, top] of EXAMPLES) {
  console.log(`\n$ tmg chains ${example} --top ${top}`);
  const args = ['dist/cli.js', 'chains', example, '--top', String(top)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
console.log(`
Try next (tmg stands for: node dist/cli.js):
  tmg chains examples/autopilot --group relation --top 15      what to fix first
  tmg why examples/autopilot --from "LTE Uplink" --to "Brake Function"   how the brakes are reached
  tmg table examples/autopilot --output threats.csv             the threat table
  tmg advise examples/autopilot --min-probability 4             which maximum length is enough
  tmg check examples/autopilot                                  all diagnostics
  docs/modelling.md                                             how to model your own system`);
