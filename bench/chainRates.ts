import type { ModelName } from './catalogue';
import type { RateResult } from './childTasks';
import { median, runJson } from './measure';
import { ms, perSecond, whole } from './report';
import type { Setting } from './setting';

/** What a fresh process does in one computation. */
interface ColdResult {
  readonly count: number;
  readonly milliseconds: number;
}

const ENUMERATED: readonly (readonly [ModelName, string])[] = [
  ['sparse', 'a quarter of the ratings is none'],
  ['dense', 'nearly everything is rated'],
];
const KEPT: readonly (readonly [ModelName, string])[] = [
  ['keep-sparse', 'a quarter of the ratings is none'],
  ['keep-dense', 'nearly everything is rated'],
];

/** Chains by rule 4 over six types, scored and filtered, on one thread. */
export async function chainRates(setting: Setting): Promise<void> {
  const { report, short, child } = setting;
  report.heading('Chains of six types, scored and filtered, one thread');
  const rows: string[][] = [];
  for (const [mode, models, goal] of [
    ['count', ENUMERATED, 10],
    ['keep', KEPT, 4],
  ] as const) {
    let slowest = Number.POSITIVE_INFINITY;
    for (const [model, description] of models) {
      const result = await runJson<RateResult>(process.execPath, [child, mode, model, String(short ? 3 : 9)]);
      const warm = median(result.warm);
      if (result.count !== result.recount) {
        report.mismatch(`"${model}": ${whole(result.count)} chains counted, ${whole(result.recount)} kept`);
      }
      slowest = Math.min(slowest, result.count / warm / 1000);
      rows.push([
        `${mode === 'count' ? 'enumerated' : 'kept and ranked'}: "${model}", ${description}`,
        whole(result.count),
        whole(result.kept),
        ms(result.cold),
        ms(warm),
        perSecond(result.count, warm),
      ]);
    }
    const what = mode === 'count' ? 'enumerated' : 'kept and ranked';
    report.goal(
      `chains ${what}, warm: ${goal} million/s`,
      `${slowest.toFixed(1)} million/s (slowest model)`,
      slowest >= goal,
    );
  }
  report.table(['Work', 'Chains', 'Kept', 'First run', 'Warm, median', 'Chains, warm'], rows);

  const cold: ColdResult[] = [];
  for (let run = 0; run < (short ? 5 : 11); run++) {
    cold.push(await runJson<ColdResult>(process.execPath, [child, 'cold', 'guide']));
  }
  const time = median(cold.map(({ milliseconds }) => milliseconds));
  const count = cold[0]?.count ?? 0;
  const warm = await runJson<RateResult>(process.execPath, [child, 'count', 'guide', '1']);
  if (cold.some((run) => run.count !== warm.count)) {
    report.mismatch(`"guide": ${whole(count)} chains in a fresh process, ${whole(warm.count)} counted`);
  }
  report.line(
    `\nFresh process, merged model to ranked chains, start-up apart: ${whole(count)} chains in ${ms(time)} ` +
      `(median of ${cold.length} processes, fastest ${ms(Math.min(...cold.map(({ milliseconds }) => milliseconds)))}).`,
  );
  report.goal('120,000 chains in a fresh process: 50 ms', `${whole(count)} in ${ms(time)}`, time <= 50);
}
