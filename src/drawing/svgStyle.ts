import { CHAIN_STEPS, FACILITY_COLOURS } from './nodeColour';
import { DARK, LIGHT, type Theme } from './palette';

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
    '.bus text:not(.letter){font-size:11px}',
    '.dashed .shape{stroke-dasharray:5 3}',
    '.dotted .shape{stroke-dasharray:.1 4;stroke-linecap:round;stroke-width:2px}',
    '.dotted text{fill:var(--quiet);font-style:italic}',
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
    '.caption text{font-size:15px;font-weight:600;dominant-baseline:central}',
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
