import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './bundles';
import type { ModelName } from './catalogue';
import type { Engine, EngineRuns } from './engines/engine';
import { limitEngine } from './engines/limit';
import { runOwn } from './engines/own';
import { installPython, PYTHON_ENGINES } from './engines/pythonEngines';
import { median, NotMeasured, runJson } from './measure';
import { type PlainGraph, plainText } from './plainGraph';
import { ms, perSecond, times, whole } from './report';
import type { Setting } from './setting';

/** How many times this engine has to be as fast as another one. */
const FACTORS: Readonly<Record<string, number>> = {
  igraph: 8,
  rustworkx: 8,
  DuckDB: 8,
  networkx: 300,
  graphology: 300,
};

/** All simple paths from every entry to every asset of one model, by this engine and by others. */
export async function plainPaths(setting: Setting): Promise<void> {
  const { report, short, child } = setting;
  const model: ModelName = short ? 'plain-short' : 'plain';
  report.heading('Plain paths: all simple paths from entries to assets');
  const graph = await runJson<PlainGraph>(process.execPath, [child, 'graph', model]);
  const files = { json: join(CACHE, `${model}.json`), text: join(CACHE, `${model}.txt`) };
  writeFileSync(files.json, JSON.stringify(graph));
  writeFileSync(files.text, plainText(graph));

  const counted = await runOwn(child, model, 'count', short ? 15 : 31);
  const kept = await runOwn(child, model, 'keep', short ? 7 : 15);
  const own = median(counted.seconds) * 1000;
  const ownKept = median(kept.seconds) * 1000;
  report.line(
    `Model "${model}": ${graph.nodes} nodes, ${graph.edges.length} edges, ${graph.entries.length} entries, ` +
      `${graph.targets.length} targets, at most ${graph.cutoff} edges per path: ${whole(counted.count)} paths.\n`,
  );
  const row = (name: string, time: number, does: string): string[] => [
    name,
    ms(time),
    perSecond(counted.count, time),
    times(time / own),
    times(time / ownKept),
    does,
  ];
  const rows = [
    row('this engine, counted, warm', own, 'mode count: every path met and scored'),
    row(
      'this engine, counted, first run',
      counted.cold * 1000,
      'the same in a fresh process, start-up apart',
    ),
    row('this engine, kept, warm', ownKept, 'mode keep: every path scored, kept and ranked'),
    row('this engine, kept, first run', kept.cold * 1000, 'the same in a fresh process, start-up apart'),
  ];
  verify(setting, 'this engine, kept', kept.count, counted.count);
  const skipped: string[] = [];
  await installPython(!short).catch(() => undefined);
  for (const engine of [limitEngine, graphologyEngine(child), ...PYTHON_ENGINES]) {
    const runs = await attempt(
      engine,
      files,
      engine.name in FACTORS && FACTORS[engine.name] === 300 ? (short ? 1 : 3) : 7,
      skipped,
    );
    const factor = FACTORS[engine.name];
    const goal = `plain paths: ${factor} times as fast as ${engine.name}`;
    if (runs !== undefined) {
      const time = median(runs.seconds) * 1000;
      rows.push(row(engine.name, time, engine.does));
      verify(setting, engine.name, runs.count, counted.count);
      if (factor !== undefined) {
        report.goal(
          goal,
          `${times(time / own)} counted, ${times(time / ownKept)} kept`,
          time / own >= factor,
        );
      }
    } else if (factor !== undefined) {
      report.goal(goal, '', undefined);
    }
  }
  report.table(['Engine', 'Median', 'Paths', 'Ours counted', 'Ours kept', 'What it does'], rows);
  for (const line of skipped) {
    report.line(line);
  }
}

async function attempt(
  engine: Engine,
  files: { readonly json: string; readonly text: string },
  runs: number,
  skipped: string[],
): Promise<EngineRuns | undefined> {
  try {
    return await engine.run(files, runs);
  } catch (error) {
    if (error instanceof NotMeasured) {
      skipped.push(`Not measured: ${engine.name} (${error.message}).`);
      return undefined;
    }
    throw error;
  }
}

function graphologyEngine(child: string): Engine {
  return {
    name: 'graphology',
    does: 'allSimplePaths per entry and target, returns arrays',
    run: (files, runs) =>
      runJson<EngineRuns>(process.execPath, [child, 'graphology', files.json, String(runs)]),
  };
}

function verify({ report }: Setting, name: string, count: number, expected: number): void {
  if (count !== expected) {
    report.mismatch(`${name} finds ${whole(count)} paths, this engine ${whole(expected)}`);
  }
}
