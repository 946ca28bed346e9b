/** Colours of a drawing by what they stand for. */
export interface Theme {
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

/** On white. Facilities after Paul Tol's "muted" scheme, which readers with any colour vision can tell apart. */
export const LIGHT: Theme = {
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

/** On a dark ground. */
export const DARK: Theme = {
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
