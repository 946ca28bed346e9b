import assert from 'node:assert/strict';
import { CHAIN_STEPS, FACILITY_COLOURS } from '../../../src/drawing/nodeColour';
import { DARK, LIGHT, type Theme } from '../../../src/drawing/palette';

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((one, two) => one - two) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const THEMES: readonly (readonly [string, Theme])[] = [
  ['light', LIGHT],
  ['dark', DARK],
];

for (const [name, theme] of THEMES) {
  describe(`palette: ${name}`, () => {
    it('has letters and plates that can be read (WCAG AA: 4.5)', () => {
      const tones = [theme.high, theme.medium, theme.low, ...theme.chains, ...theme.facilities];
      for (const colour of [theme.text, theme.quiet, ...tones]) {
        assert.ok(contrast(colour, theme.background) >= 4.5, colour);
      }
      assert.ok(contrast(theme.text, theme.box) >= 4.5);
      assert.ok(contrast(theme.lit, theme.onLit) >= 4.5);
    });

    it('has lines that can be seen (WCAG AA: 3)', () => {
      for (const colour of [theme.border, theme.lit]) {
        assert.ok(contrast(colour, theme.background) >= 3, colour);
      }
    });

    it('has a colour for every tone', () => {
      assert.equal(theme.chains.length, CHAIN_STEPS);
      assert.equal(new Set(theme.facilities).size, FACILITY_COLOURS);
    });
  });
}
