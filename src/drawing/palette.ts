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

/**
 * On white. Facilities after Paul Tol's "muted" scheme, which readers with any colour vision can tell apart, darker
 * where small letters would be hard to read.
 */
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
  chains: ['#4577a5', '#3a6a99', '#2c5a8a', '#1d4a7a', '#083a6a'],
  facilities: [
    '#332288',
    '#1a76a8',
    '#1f7a6d',
    '#117733',
    '#6b6b17',
    '#8f6400',
    '#bf3f56',
    '#882255',
    '#aa4499',
    '#6a6a6a',
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
  chains: ['#6b92b8', '#7ea4c9', '#93b9db', '#aacfec', '#c4e3fb'],
  facilities: [
    '#8f84e0',
    '#88ccee',
    '#5cc9b7',
    '#4caf6a',
    '#c2c25a',
    '#eec45c',
    '#e98f9d',
    '#cc74a6',
    '#d080c4',
    '#a8a8a8',
  ],
};
