import type { Command } from 'commander';
import { columns } from './terminal';

/** Command lines that a help ends with, and what comes of them; they work in the folder of the repository. */
export const HELP_EXAMPLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  init: [['tmg init plant', 'a first model in the folder plant']],
  check: [
    ['tmg check examples/autopilot', 'all diagnostics of a model'],
    ['tmg check examples --fail-on warning', 'a gate for all models in a folder'],
    ['tmg check examples/autopilot --output check.sarif', 'for the code scanning of GitHub'],
  ],
  chains: [
    ['tmg chains examples/autopilot --top 50', 'the worst 50'],
    ['tmg chains examples/autopilot --group relation', 'what to fix first'],
    ['tmg chains examples/autopilot --type E --type D --from "LTE Uplink"', 'of two types, from one entry'],
    ['tmg chains examples/client-server --fail-at 8', 'a gate'],
    ['tmg chains examples/client-server --output chains.json', 'all of them as JSON'],
  ],
  table: [
    ['tmg table examples/autopilot --output threats.xlsx', 'for a spreadsheet program'],
    ['tmg table examples/client-server --output threats.md', 'for a document'],
    ['tmg table examples/autopilot --to "Brake Function" > threats.csv', 'what leads to one asset'],
  ],
  why: [
    ['tmg why examples/autopilot --from "LTE Uplink" --to "Brake Function"', 'how the brakes are reached'],
    ['tmg why examples/client-server --from Internet --to DB --type E', 'by one type'],
  ],
  advise: [['tmg advise examples/autopilot --min-probability 4', 'which maximum length is enough']],
  graph: [
    ['tmg graph examples/autopilot --output autopilot.svg', 'a drawing'],
    ['tmg graph examples/client-server --chain 1 --output chain.svg', 'with the worst chain lit'],
    [
      'tmg graph examples/client-server --chain --from Internet --to DB',
      'with the best chain between two ends',
    ],
    ['tmg graph examples/client-server --output model.mmd', 'Mermaid, for a document'],
  ],
  report: [
    ['tmg report examples/autopilot --output report.html', 'a report for people'],
    ['tmg report examples/autopilot --to "Brake Function" --output brakes.html', 'about one asset'],
  ],
  rate: [
    ['tmg rate examples/autopilot --all --output worksheet.xlsx', 'all ratings, for a spreadsheet program'],
  ],
  import: [
    ['tmg import model.json --output plant', 'a model of another tool'],
    ['tmg import worksheet.xlsx --output plant', 'a filled worksheet, into the model that was rated'],
  ],
};

/** Ends the help of every command with its examples. */
export function addHelpExamples(program: Command): void {
  for (const command of program.commands) {
    const rows = HELP_EXAMPLES[command.name()] ?? [];
    const title = rows.length === 1 ? 'Example' : 'Examples';
    command.addHelpText(
      'after',
      () => `\n${title}:\n${columns(rows.map(([line, what]) => [`  ${line}`, what])).join('\n')}`,
    );
  }
}
