import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Functions that take as many values as there are, and overflow the stack where these are too many. */
const VARIADIC: ReadonlySet<string> = new Set(['push', 'unshift', 'splice', 'fromCharCode', 'fromCodePoint']);
/** Arrays there have an item per length or type at most, or are written out. */
const SHORT = /^(src\/chains\/|src\/extension\/extension\.ts)/;

function spreadsIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      const isVariadic = VARIADIC.has(name.text) || expression.getText(file) === 'Math';
      if (isVariadic && node.arguments.some(ts.isSpreadElement)) {
        found.push(`${path}: ${node.getText(file)}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the source', () => {
  it('spreads no array into a call that takes its items one by one', () => {
    const files = ['src', 'webview'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
    );
    assert.ok(files.length > 400);
    assert.deepEqual(files.filter((file) => !SHORT.test(file)).flatMap(spreadsIn), []);
  });
});
