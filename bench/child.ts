import { readFileSync } from 'node:fs';
import type { ModelName } from './catalogue';
import { coldCompute, graphOf, memory, rate, search } from './childTasks';
import { runGraphology } from './engines/graphology';
import type { PlainGraph } from './plainGraph';

/** Runs one measurement in this process and prints its result as JSON. */
function main([task, name, ...rest]: readonly string[]): void {
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
    case 'graphology':
      return print(runGraphology(JSON.parse(readFileSync(name ?? '', 'utf8')) as PlainGraph, number));
    default:
      throw new Error(`There is no measurement ${task}`);
  }
}

function print(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

main(process.argv.slice(2));
