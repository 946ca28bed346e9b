import { type Command, Option } from 'commander';
import type { Chain } from '../../chains/chain';
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
import { chainPosition } from '../chainPosition';
import { oneModel } from '../chooseModels';
import { addComputeOptions, type ComputeOptions, chainOptionsFor } from '../computeOptions';
import { withProgress } from '../computing';
import { warnOfIdleInModel, warnOfIdleOptions } from '../idleOptions';
import { type CommandIo, EXIT, type ExitCode } from '../io';
import { loadModels } from '../loadModels';
import { explainNoChains } from '../noChains';
import { writeResult } from '../output';
import { addFormatOption, outputFormat } from '../outputFormat';
import { reportComputed, reportErrors } from '../problems';

interface GraphOptions extends ComputeOptions {
  readonly format?: keyof typeof WRITERS;
  readonly layout?: LayoutKind;
  readonly colour?: ColourMode;
  /** True without a value: the best chain. */
  readonly chain?: string | true;
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

const FORMATS = { formats: ['svg', 'dot', 'mermaid', 'json'], standard: 'svg' } as const;

/** `tmg graph`: a drawing of one model. */
export function addGraphCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  const command = addComputeOptions(
    program
      .command('graph')
      .description('draw the model, coloured by its attack chains')
      .argument('<path...>', 'folders or TMG files'),
  )
    .addOption(new Option('--layout <layout>', 'how to arrange it; layered without it').choices(LAYOUT_KINDS))
    .addOption(
      new Option('--colour <meaning>', 'what colours stand for; worst without it').choices(COLOUR_MODES),
    )
    .option(
      '--chain [which]',
      'light a chain: its id, its number in the list of chains, or nothing for the best of those that are left',
    );
  addFormatOption(command, FORMATS).action(async (paths: string[], options: GraphOptions) =>
    end(await graph(io, paths, options)),
  );
}

async function graph(io: CommandIo, paths: readonly string[], options: GraphOptions): Promise<ExitCode> {
  const format = outputFormat(io, options, FORMATS);
  const models = await loadModels(io, paths, options.model);
  const snapshot = oneModel(io, models, 'A drawing is that of one model');
  warnOfIdleOptions(io, 'graph', { ...options, format });
  const failed = reportErrors(io, snapshot);
  const chainOptions = chainOptionsFor(snapshot.model, options);
  warnOfIdleInModel(io, snapshot.model, chainOptions, options);
  const set = withProgress(io, snapshot.model.name, (control) =>
    computeChains(snapshot.model, chainOptions, control),
  );
  const failedComputed = reportComputed(io, snapshot, set);
  explainNoChains(io, set, snapshot.model.name);
  const drawing: Drawing = {
    scene: buildScene(snapshot.model, sceneFigures(set)),
    layout: options.layout ?? 'layered',
    look: {
      colour: options.colour ?? 'worst',
      ...(options.chain !== undefined && lookOf(set.chain(chainPosition(set, options.chain)))),
    },
  };
  await writeResult(io, options.output, [WRITERS[format](drawing)]);
  return failed || failedComputed ? EXIT.failed : EXIT.done;
}

function lookOf(chain: Chain): { path: readonly string[]; caption: string[] } {
  return { path: chain.path, caption: chainCaption(chain) };
}
