import { CHAIN_STEPS, FACILITY_COLOURS } from './nodeColour';

interface Theme {
  readonly background: string;
  readonly text: string;
  readonly quiet: string;
  readonly box: string;
  readonly border: string;
  readonly high: string;
  readonly medium: string;
  readonly low: string;
  readonly lit: string;
  readonly onLit: string;
  /** Scale from few to many. */
  readonly chains: readonly string[];
  readonly facilities: readonly string[];
}

/** After Paul Tol's "light" and "muted" schemes, which readers with any colour vision can tell apart. */
const LIGHT: Theme = {
  background: '#ffffff',
  text: '#1f2328',
  quiet: '#59636e',
  box: '#f6f8fa',
  border: '#818b98',
  high: '#b3123a',
  medium: '#b35900',
  low: '#1a7f5a',
  lit: '#0550ae',
  onLit: '#ffffff',
  chains: ['#7fa6c9', '#5b8db8', '#3b74a5', '#215c8f', '#084478'],
  facilities: [
    '#332288',
    '#88ccee',
    '#44aa99',
    '#117733',
    '#999933',
    '#ddaa33',
    '#cc6677',
    '#882255',
    '#aa4499',
    '#777777',
  ],
};

const DARK: Theme = {
  background: '#1f1f1f',
  text: '#e6e6e6',
  quiet: '#a5adb6',
  box: '#2b2d30',
  border: '#7d858f',
  high: '#ff7b8e',
  medium: '#f0a050',
  low: '#56c596',
  lit: '#6cb6ff',
  onLit: '#10141a',
  chains: ['#3f5f7f', '#4f7fa8', '#669fcb', '#86bce3', '#b3dafa'],
  facilities: [
    '#8f84e0',
    '#88ccee',
    '#5cc9b7',
    '#4caf6a',
    '#c2c25a',
    '#eec45c',
    '#e98f9d',
    '#c4659a',
    '#d080c4',
    '#a8a8a8',
  ],
};

/** The style sheet of a drawing, for light and dark. */
export function svgStyle(): string {
  return [
    `svg{${variables(LIGHT)}}`,
    `@media (prefers-color-scheme:dark){svg{${variables(DARK)}}}`,
    'text{font:12px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--text);unicode-bidi:plaintext}',
    '.ground{fill:var(--background)}',
    '.middle{text-anchor:middle;dominant-baseline:central}',
    '.side{dominant-baseline:central;fill:var(--quiet);paint-order:stroke;stroke:var(--background);stroke-width:3px;stroke-linejoin:round}',
    '.start{text-anchor:start}.end{text-anchor:end}.centre{text-anchor:middle}',
    '.shape{fill:var(--box);stroke:var(--tone,var(--border))}',
    '.filled{fill:var(--tone,var(--border));stroke:var(--background)}',
    '.external .shape{fill:var(--background)}',
    '.bus text{font-size:11px}',
    '.dashed .shape{stroke-dasharray:5 3}',
    '.edge{fill:none;stroke:var(--tone,var(--border));stroke-opacity:.75}',
    '.edge.dashed{stroke-dasharray:4 4;stroke-opacity:.5}',
    '.hull{fill:var(--tone,var(--border));fill-opacity:.07;stroke:var(--tone,var(--border));stroke-opacity:.7;stroke-width:1.2;stroke-linejoin:round}',
    '.name{font-weight:600;dominant-baseline:central;paint-order:stroke;stroke:var(--background);stroke-width:3px;stroke-linejoin:round}',
    '.mark{fill:var(--tone,var(--border))}',
    '.letter{font-size:9px;font-weight:700;fill:var(--background)}',
    '.faded{opacity:.22}',
    '.edge.lit{stroke:var(--lit);stroke-width:3.5px;stroke-opacity:1}',
    '.node.lit .shape{stroke:var(--lit);stroke-width:3px}',
    '.node.lit .filled{fill:var(--lit)}',
    '.step circle{fill:var(--lit);stroke:var(--background);stroke-width:1.5px}',
    '.step text{font-size:11px;font-weight:700;fill:var(--onLit)}',
    '.legend text{dominant-baseline:central}',
    ...['high', 'medium', 'low'].map((tone) => `.${tone}{--tone:var(--${tone})}`),
    ...numbers(FACILITY_COLOURS).map((index) => `.facility-${index}{--tone:var(--facility-${index})}`),
    ...numbers(CHAIN_STEPS).map((index) => `.chains-${index + 1}{--tone:var(--chains-${index + 1})}`),
    '@media (forced-colors:active){.shape,.edge{stroke:CanvasText}}',
  ].join('\n');
}

function variables(theme: Theme): string {
  const { chains, facilities, ...single } = theme;
  return [
    ...Object.entries(single).map(([name, colour]) => `--${name}:${colour}`),
    ...chains.map((colour, index) => `--chains-${index + 1}:${colour}`),
    ...facilities.map((colour, index) => `--facility-${index}:${colour}`),
  ].join(';');
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
