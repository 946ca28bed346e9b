// Computes the chains of the example models and shows the worst of each.
import { spawnSync } from 'node:child_process';

const EXAMPLES = ['examples/client-server', 'examples/client-server-csv', 'examples/autopilot'];

for (const example of EXAMPLES) {
  console.log(`\n$ tmg chains ${example} --top 10`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'chains', example, '--top', '10'], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
console.log(`
Try next (tmg stands for: node dist/cli.js):
  tmg chains examples/autopilot --group relation --top 15      what to fix first
  tmg why examples/autopilot --from "LTE Uplink" --to "Brake Command"
  tmg table examples/autopilot --output threats.csv             the threat table
  tmg advise examples/autopilot --min-probability 4             which maximum length is enough
  tmg check examples/autopilot                                  all diagnostics
  docs/modelling.md                                             how to model your own system`);
