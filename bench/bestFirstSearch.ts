import type { ModelName } from './catalogue';
import type { SearchResult } from './childTasks';
import { median, NotMeasured, runJson } from './measure';
import { ms, whole } from './report';
import type { Setting } from './setting';

const SEARCHES: readonly (readonly [ModelName, string])[] = [
  ['differ', 'scores that differ'],
  ['tie', 'scores that nearly all tie'],
  ['far', 'assets far from the entries'],
];
/** Beyond 7 components not every product is exact; no goal is set here. */
const DEEP: readonly (readonly [ModelName, string])[] = [
  ['deep', '11 components deep, scores differ'],
  ['deep-tie', '11 components deep, scores nearly all tie'],
];

/** The best 1,000 chains of models with too many to enumerate. */
export async function bestFirstSearch(setting: Setting): Promise<void> {
  const { report, short, child } = setting;
  report.heading('Best-first search alone: the best 1,000');
  const rows: string[][] = [];
  for (const [model, description] of SEARCHES) {
    const result = await runJson<SearchResult>(process.execPath, [
      child,
      'search',
      model,
      short ? '5' : '15',
    ]);
    const time = median(result.warm);
    rows.push(searchRow(model, description, result));
    report.goal(
      `best 1,000 of more than 10^9 chains, ${description}: 50 ms`,
      `${ms(time)} warm, ${ms(result.cold)} first run`,
      time <= 50 && result.exact && result.found === 1000 && result.atLeast > 1e9,
    );
  }
  for (const [model, description] of short ? [] : DEEP) {
    try {
      const result = await runJson<SearchResult>(process.execPath, [child, 'search', model, '0'], 60_000);
      rows.push(searchRow(model, description, result));
    } catch (error) {
      if (!(error instanceof NotMeasured)) {
        throw error;
      }
      rows.push([`"${model}", ${description}`, '', '', '', 'fails or takes over a minute', '']);
    }
  }
  report.table(['Model', 'Chains, at least', 'Found', 'Expansions', 'First run', 'Warm, median'], rows);
  report.line('\nAt least: chains that only lead away from the entries, counted without enumerating them.');
}

function searchRow(model: string, description: string, result: SearchResult): string[] {
  return [
    `"${model}", ${description}`,
    result.atLeast.toExponential(1),
    `${whole(result.found)}${result.exact ? '' : ' (not exact)'}`,
    whole(result.expansions),
    ms(result.cold),
    result.warm.length === 0 ? '' : ms(median(result.warm)),
  ];
}
