import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { buildScene } from '../../../src/drawing/buildScene';
import { LAYOUT_KINDS } from '../../../src/drawing/layout';
import { layoutScene } from '../../../src/drawing/layoutScene';
import { sceneSvg } from '../../../src/drawing/svg';
import { drawnModel } from '../../support/drawnModel';

/** What IEEE 754 or ECMAScript leaves no choice in. All else may differ in its last bits between engines. */
const EXACT: ReadonlySet<string> = new Set([
  'PI',
  'abs',
  'ceil',
  'floor',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
]);

/** Where a source takes a power, or anything of `Math` that is not exact. */
function inexactPlaces(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${name}:${line + 1} ${node.getText(source)}`);
  };
  const visit = (node: ts.Node): void => {
    if (
      ts.isBinaryExpression(node) &&
      [ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken].includes(
        node.operatorToken.kind,
      ) &&
      !/^BigInt\(.*\) \*\* BigInt\(.*\)$/.test(node.getText(source))
    ) {
      report(node);
    }
    if (ts.isIdentifier(node) && node.text === 'Math') {
      const { parent } = node;
      const isExact = ts.isPropertyAccessExpression(parent) && EXACT.has(parent.name.text);
      if (!isExact) {
        report(parent);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

describe('drawings are the same in every engine', () => {
  it('finds what differs from engine to engine', () => {
    const text = [
      'const a = 0.001 ** b;',
      'a **= 2;',
      'Math.sin(1);',
      'const { cos } = Math;',
      "Math['log'](2);",
      'Math.sqrt(BigInt(a) ** BigInt(5));',
    ];
    assert.deepEqual(
      inexactPlaces('a.ts', text.join('\n')).map((place) => Number(/:(\d)/.exec(place)?.[1])),
      [1, 2, 3, 4, 5],
    );
  });

  for (const folder of ['src/drawing', 'webview/graph']) {
    it(`because ${folder} computes with nothing that is not exact`, () => {
      const files = sources(folder);
      assert.ok(files.length >= 20, String(files.length));
      assert.deepEqual(
        files.flatMap((file) => inexactPlaces(file, readFileSync(file, 'utf8'))),
        [],
      );
    });
  }

  it('because libraries do not either: nothing changes where these functions answer nonsense', () => {
    const models = fc.sample(drawnModel, { seed: 7, numRuns: 12 });
    const draw = (): string[] =>
      models.flatMap((model) => {
        const scene = buildScene(model);
        return LAYOUT_KINDS.map((kind) => sceneSvg(scene, layoutScene(scene, kind)));
      });
    const expected = draw();
    const whole = Object.getOwnPropertyDescriptors(Math);
    try {
      for (const [name, { value }] of Object.entries(whole)) {
        if (typeof value === 'function' && !EXACT.has(name)) {
          Object.defineProperty(Math, name, { ...whole[name as keyof Math], value: () => Number.NaN });
        }
      }
      assert.deepEqual(draw(), expected);
    } finally {
      Object.defineProperties(Math, whole);
    }
  });
});
