import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bundles';
import { readGraphMl } from './graphml';
import { runProgram } from './measure';
import { ms, whole } from './report';
import type { Setting } from './setting';
import { topologyModel } from './topologyModel';
import { writeModel } from './writeModel';

interface ChainsOutput {
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly complete: boolean;
}

/** Real network maps through `check` and `chains`, the largest first. */
export async function topologyZoo({ report, short, commandLine, commandLineFault }: Setting): Promise<void> {
  report.heading('Real networks (Internet Topology Zoo) through check and chains');
  const data = process.env['TMG_TEST_DATA'] ?? join(ROOT, '..', 'shared', 'data');
  const folder = join(data, 'topologies', 'topology-zoo');
  if (!existsSync(folder) || commandLine === undefined) {
    const reason = 'no topologies/topology-zoo in the folder of TMG_TEST_DATA, nor in ../shared/data';
    report.line(`Not measured: ${commandLine === undefined ? commandLineFault : reason}.`);
    return;
  }
  const maps = readdirSync(folder)
    .filter((file) => file.endsWith('.graphml'))
    .map((file) => ({
      name: file.slice(0, -'.graphml'.length),
      map: readGraphMl(readFileSync(join(folder, file), 'utf8')),
    }))
    .sort((a, b) => b.map.nodes.length - a.map.nodes.length || (a.name < b.name ? -1 : 1));
  const rows: string[][] = [];
  for (const { name, map } of short ? maps.slice(0, 3) : maps) {
    const path = writeModel(`zoo-${name}`, topologyModel(name, map));
    const check = await runProgram(process.execPath, [commandLine, 'check', path, '--format', 'json']);
    const chains = await runProgram(process.execPath, [
      commandLine,
      'chains',
      path,
      '--format',
      'json',
      '--top',
      '1',
    ]);
    if (check.code > 1 || chains.code > 1) {
      report.mismatch(
        `${name}: check ends with ${check.code}, chains with ${chains.code}: ${check.errors || chains.errors}`,
      );
      continue;
    }
    const { models } = JSON.parse(check.output) as { models: { problems: { severity: string }[] }[] };
    const problems = models.flatMap((model) => model.problems);
    const found = JSON.parse(chains.output) as ChainsOutput;
    rows.push([
      name,
      String(map.nodes.length),
      String(map.links.length),
      String(problems.filter(({ severity }) => severity === 'error').length),
      String(problems.length),
      `${found.totalIsLowerBound ? 'at least ' : ''}${whole(found.total)}${found.complete ? '' : ' (not exact)'}`,
      ms(check.milliseconds),
      ms(chains.milliseconds),
    ]);
  }
  report.table(['Network', 'Places', 'Lines', 'Errors', 'Problems', 'Chains', 'check', 'chains'], rows);
  report.line('\ncheck, chains: a whole run of the command line program, its start included.');
}
