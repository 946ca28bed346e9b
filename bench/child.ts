import { readFileSync } from 'node:fs';
import type { ModelName } from './catalogue';
import { coldCompute, graphOf, memory, rate, search } from './childTasks';
import { runGraphology } from './engines/graphology';
import type { PlainGraph } from './plainGraph';
import { type TableFormat, writeTable } from './writeTask';

/** Runs one measurement in this process and prints its result as JSON. */
async function main([task, name, ...rest]: readonly string[]): Promise<void> {
  const model = name as ModelName;
  const number = Number(rest[0]);
  switch (task) {
    case 'count':
    case 'keep':
      return print(rate(model, task, number));
    case 'plain':
      return print(rate(model, rest[1] === 'keep' ? 'keep' : 'count', number, ['E']));
    case 'graph':
      return print(graphOf(model));
    case 'cold':
      return print(coldCompute(model));
    case 'search':
      return print(search(model, 1000, number));
    case 'memory':
      return print(memory(model));
    case 'write':
      return print(await writeTable(model, rest[0] as TableFormat, rest[1] ?? ''));
    case 'graphology':
      return print(runGraphology(JSON.parse(readFileSync(name ?? '', 'utf8')) as PlainGraph, number));
    default:
      throw new Error(`There is no measurement ${task}`);
  }
}

function print(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
