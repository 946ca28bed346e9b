import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { launchChromium } from '../../scripts/vscode/chromium';
import { VSCODE_CACHE } from '../../scripts/vscode/environment';
import { computeChains } from '../../src/chains/computeChains';
import { buildScene } from '../../src/drawing/buildScene';
import type { Scene } from '../../src/drawing/scene';
import { sceneFigures } from '../../src/drawing/sceneFigures';
import { drawnModel, hostileModel } from '../support/drawnModel';
import { modelFrom } from '../support/modelFrom';
import { textsOf } from './support';

const MODELS = 40;

/** The forces act on these for 211, 171 and 151 ticks, and 0.001 to the power of 1 / ticks differs from Node 20 to 24. */
const LARGE = [663, 819, 927];

/** Components in a ring with some ways across; no interface joins more than two, so that components alone are bodies. */
function ringText(size: number): string {
  const half = Math.ceil(size / 14);
  const components = Array.from({ length: size }, (_, index) => {
    const across = index % 7 === 0 ? [`Across ${(index / 7) % half}`] : [];
    return [`C${index}`, { interfaces: [`I${index}`, `I${(index + 1) % size}`, ...across] }];
  });
  return JSON.stringify({ components: Object.fromEntries(components), interfaces: { I0: { entry: true } } });
}

/** Draws scenes in all layouts; becomes a script of its own, which each engine runs. */
const DRAW = `
import { LAYOUT_KINDS } from './src/drawing/layout';
import { layoutScene } from './src/drawing/layoutScene';
import { COLOUR_MODES } from './src/drawing/nodeColour';
import { sceneSvg } from './src/drawing/svg';

globalThis.drawScenes = (json) => JSON.stringify(JSON.parse(json).map((scene) =>
  LAYOUT_KINDS.map((kind, index) => {
    const positions = layoutScene(scene, kind);
    return [positions, sceneSvg(scene, positions, { colour: COLOUR_MODES[index] })];
  })));
`;

describe('a drawing', () => {
  let folder: string;
  let script: string;
  let scenes: Scene[];

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tmg-drawing-'));
    const result = await build({
      stdin: { contents: DRAW, resolveDir: '.', loader: 'ts' },
      bundle: true,
      format: 'iife',
      write: false,
      logLevel: 'silent',
    });
    script = result.outputFiles[0]?.text ?? '';
    const whole = ['autopilot', 'client-server'].map((name) => {
      const { model } = modelFrom(textsOf(`examples/${name}`));
      return buildScene(model, sceneFigures(computeChains(model)));
    });
    const large = LARGE.map((size) => buildScene(modelFrom(ringText(size)).model));
    const drawn = fc.sample(drawnModel, { seed: 40, numRuns: MODELS }).map((model) => buildScene(model));
    scenes = [...whole, ...large, buildScene(hostileModel()), ...drawn].slice(0, MODELS);
    writeFileSync(path.join(folder, 'scenes.json'), JSON.stringify(scenes));
    const node = `${script}
      const { readFileSync } = require('node:fs');
      process.stdout.write(globalThis.drawScenes(readFileSync(process.argv[2], 'utf8')));`;
    writeFileSync(path.join(folder, 'draw.cjs'), node);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const inNode = (program: string): string => {
    const args = [path.join(folder, 'draw.cjs'), path.join(folder, 'scenes.json')];
    const { status, stdout, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 200_000_000,
    });
    assert.equal(status, 0, stderr);
    return stdout;
  };

  const inChromium = async (): Promise<string> => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      return await page.evaluate(
        (json) => (globalThis as unknown as { drawScenes(json: string): string }).drawScenes(json),
        JSON.stringify(scenes),
      );
    } finally {
      await browser.close();
    }
  };

  it('has the same bytes in this Node, in a newer one and in Chromium', async () => {
    const expected = JSON.parse(inNode(process.execPath)) as unknown[];
    assert.equal(expected.length, MODELS);
    // The newer one is that which runs VS Code for tests.
    const newer = inNode(path.join(VSCODE_CACHE, 'node24/bin/node'));
    for (const drawings of [newer, await inChromium()]) {
      for (const [index, drawing] of (JSON.parse(drawings) as unknown[]).entries()) {
        assert.deepEqual(drawing, expected[index], `model ${index}`);
      }
    }
  });
});
