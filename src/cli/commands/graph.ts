import { type Command, Option } from 'commander';
import type { Chain } from '../../chains/chain';
import { chainId } from '../../chains/chainId';
import type { ChainSet } from '../../chains/chainSet';
import { computeChains } from '../../chains/computeChains';
import { buildScene } from '../../drawing/buildScene';
import { chainCaption } from '../../drawing/chainCaption';
import { sceneDot } from '../../drawing/dot';
import { LAYOUT_KINDS, type LayoutKind } from '../../drawing/layout';
import { layoutScene } from '../../drawing/layoutScene';
import { sceneMermaid } from '../../drawing/mermaid';
import { COLOUR_MODES, type ColourMode } from '../../drawing/nodeColour';
import type { Scene } from '../../drawing/scene';
import { sceneFigures } from '../../drawing/sceneFigures';
import { sceneJson } from '../../drawing/sceneJson';
import { sceneSvg } from '../../drawing/svg';
import { addComputeOptions, type ComputeOptions, chainOptionsFor } from '../computeOptions';
import { withProgress } from '../computing';
import { type CommandIo, EXIT, type ExitCode, UsageError } from '../io';
import { loadModels } from '../loadModels';
import { writeResult } from '../output';
import { reportComputed, reportErrors } from '../problems';

interface GraphOptions extends ComputeOptions {
  readonly format: keyof typeof WRITERS;
  readonly layout: LayoutKind;
  readonly colour: ColourMode;
  readonly chain?: string;
}

/** What is drawn: the path is that of the chain asked for. */
interface Drawing {
  readonly scene: Scene;
  readonly layout: LayoutKind;
  readonly look: {
    readonly colour: ColourMode;
    readonly path?: readonly string[];
    readonly caption?: readonly string[];
  };
}

const WRITERS = {
  svg: ({ scene, layout, look }) => sceneSvg(scene, layoutScene(scene, layout), look),
  dot: ({ scene, layout, look }) => sceneDot(scene, layoutScene(scene, layout), look),
  mermaid: ({ scene, look }) => sceneMermaid(scene, look),
  json: ({ scene, layout, look }) =>
    `${JSON.stringify(sceneJson(scene, layoutScene(scene, layout), layout, look.path), undefined, 2)}\n`,
} as const satisfies Record<string, (drawing: Drawing) => string>;

/** `tmg graph`: a drawing of one model. */
export function addGraphCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  addComputeOptions(
    program
      .command('graph')
      .description('draw the model, coloured by its attack chains')
      .argument('<path...>', 'folders or TMG files'),
  )
    .addOption(
      new Option('--format <format>', 'how to write it').choices(Object.keys(WRITERS)).default('svg'),
    )
    .addOption(new Option('--layout <layout>', 'how to arrange it').choices(LAYOUT_KINDS).default('layered'))
    .addOption(
      new Option('--colour <meaning>', 'what colours stand for').choices(COLOUR_MODES).default('worst'),
    )
    .option('--chain <id>', 'highlight the chain of this id, as chains --format json gives it')
    .action(async (paths: string[], options: GraphOptions) => end(await graph(io, paths, options)));
}

async function graph(io: CommandIo, paths: readonly string[], options: GraphOptions): Promise<ExitCode> {
  const snapshots = await loadModels(io, paths, options.model);
  const [snapshot, ...others] = snapshots;
  if (!snapshot || others.length > 0) {
    const names = snapshots.map(({ model }) => `"${model.name}"`).join(', ');
    throw new UsageError(`A drawing is that of one model; choose one with --model: ${names}.`);
  }
  const failed = reportErrors(io, snapshot);
  const chainOptions = chainOptionsFor(snapshot.model, options);
  const set = withProgress(io, snapshot.model.name, (control) =>
    computeChains(snapshot.model, chainOptions, control),
  );
  const failedComputed = reportComputed(io, snapshot, set);
  const drawing: Drawing = {
    scene: buildScene(snapshot.model, sceneFigures(set)),
    layout: options.layout,
    look: {
      colour: options.colour,
      ...(options.chain !== undefined && lookOf(chainOf(set, options.chain))),
    },
  };
  await writeResult(io, options.output, [WRITERS[options.format](drawing)]);
  return failed || failedComputed ? EXIT.failed : EXIT.done;
}

function lookOf(chain: Chain): { path: readonly string[]; caption: string[] } {
  return { path: chain.path, caption: chainCaption(chain) };
}

function chainOf(set: ChainSet, id: string): Chain {
  for (let position = 0; position < set.size; position++) {
    const path = set.path(position);
    if (chainId(path, set.asset(position).id, set.type(position)) === id) {
      return set.chain(position);
    }
  }
  throw new UsageError(
    `Model "${set.model.name}" has no chain "${id}" with these options; tmg chains --format json lists their ids.`,
  );
}
