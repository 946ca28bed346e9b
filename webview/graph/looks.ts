import {
  CHAIN_STEPS,
  type ColourMode,
  edgeLook,
  facilityTone,
  type Look,
  nodeLook,
  type Tone,
} from '../../src/drawing/nodeColour';
import { figureText } from './describe';
import type { GraphTheme } from './theme';
import type { VisibleGraph } from './visibleGraph';

/** How the nodes and edges of a graph look, by index. */
export interface Looks {
  readonly nodes: readonly Look[];
  readonly edges: readonly Look[];
}

/** Decides how everything looks. */
export function looksOf({ whole, nodes, edges }: VisibleGraph, mode: ColourMode): Looks {
  return {
    nodes: nodes.map((node) => nodeLook(whole, node, mode)),
    edges: edges.map((edge) => edgeLook(whole, edge, mode)),
  };
}

/** A tone as a colour of the theme. */
export function toneColour(tone: Tone, theme: GraphTheme): string {
  switch (tone) {
    case 'high':
    case 'medium':
    case 'low':
    case 'none':
      return theme.ratings[tone];
    default: {
      const [kind, number] = tone.split('-');
      return kind === 'facility'
        ? (theme.facilities[Number(number) % theme.facilities.length] as string)
        : (theme.steps[Number(number) - 1] ?? theme.ratings.none);
    }
  }
}

/** A line of the legend. */
export interface LegendItem {
  readonly look: Look;
  readonly meaning: string;
}

/** What the colours and weights stand for. */
export function legendOf(graph: VisibleGraph, mode: ColourMode): LegendItem[] {
  const { whole, nodes } = graph;
  const none: LegendItem = {
    look: { tone: 'none', weight: 1, line: whole.computed ? 'dashed' : 'solid', mark: '' },
    meaning: whole.computed ? `${figureText(undefined, whole)}, boxes and lines` : 'chains not computed',
  };
  switch (mode) {
    case 'worst':
      return [
        { look: { tone: 'high', weight: 3, line: 'solid', mark: 'H' }, meaning: 'worst: High' },
        { look: { tone: 'medium', weight: 2, line: 'solid', mark: 'M' }, meaning: 'worst: Medium' },
        { look: { tone: 'low', weight: 1, line: 'solid', mark: 'L' }, meaning: 'worst: Low' },
        none,
      ];
    case 'chains':
      return [
        {
          look: { tone: `chains-${CHAIN_STEPS}`, weight: 3, line: 'solid', mark: '' },
          meaning: 'most chains',
        },
        { look: { tone: 'chains-3', weight: 2, line: 'solid', mark: '' }, meaning: 'some chains' },
        { look: { tone: 'chains-1', weight: 1, line: 'solid', mark: '' }, meaning: 'few chains' },
        none,
      ];
    case 'facility': {
      const used = new Set(nodes.map(({ facility }) => facility));
      return [
        ...whole.facilities.flatMap((name, facility): LegendItem[] =>
          used.has(facility)
            ? [{ look: { ...facilityTone(facility), weight: 1, line: 'solid' }, meaning: name }]
            : [],
        ),
        ...(used.has(-1)
          ? [
              {
                look: { tone: 'none', weight: 1, line: 'solid', mark: '' } as const,
                meaning: 'in no facility, or between two',
              },
            ]
          : []),
        ...(whole.computed ? [none] : []),
      ];
    }
  }
}
