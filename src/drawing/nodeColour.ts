import type { Scene, SceneEdge, SceneFigure, SceneNode } from './scene';

/** What colours stand for. */
export const COLOUR_MODES = ['worst', 'facility', 'chains'] as const;

export type ColourMode = (typeof COLOUR_MODES)[number];

/** Colours of a categorical palette; more facilities than this share them. */
export const FACILITY_COLOURS = 10;

/** Steps of a scale from few chains to many. */
export const CHAIN_STEPS = 5;

/** A colour by its meaning, for a theme to choose; `none` is the colour of what has no chain or no facility. */
export type Tone = 'high' | 'medium' | 'low' | 'none' | `facility-${number}` | `chains-${number}`;

/** `dashed`: on no chain although chains are computed; `dotted`: out of scope, so that no chain can enter it. */
export type LineStyle = 'solid' | 'dashed' | 'dotted';

/** How something looks. What the tone says, the mark or the weight says a second time. */
export interface Look {
  readonly tone: Tone;
  /** Width of the border or line: 1 to 3. */
  readonly weight: 1 | 2 | 3;
  readonly line: LineStyle;
  /** Letters to write on it: H, M or L, the number of the facility as the legend gives it, or the number of chains. */
  readonly mark: string;
}

/** How a node of a scene looks. */
export function nodeLook(scene: Scene, node: SceneNode, mode: ColourMode): Look {
  const line = node.shape === 'external' ? 'dotted' : scene.computed && !node.figure ? 'dashed' : 'solid';
  if (mode === 'facility') {
    return { ...facilityTone(node.facility), weight: 1, line };
  }
  return { ...figureLook(node.figure, mode, mostChains(scene)), line };
}

/** How an edge looks; where facilities have colours, edges have none. */
export function edgeLook(scene: Scene, edge: SceneEdge, mode: ColourMode): Look {
  const line = scene.computed && !edge.figure ? 'dashed' : 'solid';
  if (mode === 'facility') {
    return { tone: 'none', weight: 1, line, mark: '' };
  }
  return { ...figureLook(edge.figure, mode, mostChains(scene)), line };
}

/** Tone and mark of a facility by its index. */
export function facilityTone(facility: number): Pick<Look, 'tone' | 'mark'> {
  return facility < 0
    ? { tone: 'none', mark: '' }
    : { tone: `facility-${facility % FACILITY_COLOURS}`, mark: String(facility + 1) };
}

/** Step of a number of chains, from 1 to `CHAIN_STEPS`, on a logarithmic scale up to the most that anything has. */
export function chainStep(chains: number, most: number): number {
  if (most <= 1) {
    return CHAIN_STEPS;
  }
  // The first step whose limit, most^(step / CHAIN_STEPS), is not below the number: in whole numbers, which are exact.
  const raised = BigInt(Math.max(1, chains)) ** BigInt(CHAIN_STEPS);
  let step = 1;
  for (let limit = BigInt(most); step < CHAIN_STEPS && limit < raised; limit *= BigInt(most)) {
    step++;
  }
  return step;
}

function figureLook(
  figure: SceneFigure | undefined,
  mode: 'worst' | 'chains',
  most: number,
): Omit<Look, 'line'> {
  if (!figure) {
    return { tone: 'none', weight: 1, mark: '' };
  }
  if (mode === 'chains') {
    const step = chainStep(figure.chains, most);
    return {
      tone: `chains-${step}`,
      weight: step > 3 ? 3 : step > 1 ? 2 : 1,
      mark: shortCount(figure.chains),
    };
  }
  return WORST[figure.rating];
}

const WORST: Readonly<Record<SceneFigure['rating'], Omit<Look, 'line'>>> = {
  High: { tone: 'high', weight: 3, mark: 'H' },
  Medium: { tone: 'medium', weight: 2, mark: 'M' },
  Low: { tone: 'low', weight: 1, mark: 'L' },
};

const known = new WeakMap<Scene, number>();

function mostChains(scene: Scene): number {
  let most = known.get(scene);
  if (most === undefined) {
    most = 0;
    for (const { figure } of scene.nodes) {
      most = Math.max(most, figure?.chains ?? 0);
    }
    known.set(scene, most);
  }
  return most;
}

/** A number in at most four characters: 950, 12k, 1.2M. */
export function shortCount(value: number): string {
  const units = ['', 'k', 'M', 'G'];
  let scaled = value;
  let unit = 0;
  while (Math.round(scaled) >= 1000 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  const digits = unit > 0 && scaled < 9.95 ? 1 : 0;
  return `${Number(scaled.toFixed(digits))}${units[unit]}`;
}
