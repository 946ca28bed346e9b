import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { TEST_MS } from '../../scripts/patience';

/** Where conditions are waited for, and a program that never ends by itself. */
const MAY_WAIT = new Set(['test/support/until.ts', 'test/support/endlessWriter.ts']);

const SLEEPS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'waitForTimeout']);
const CLOCKS: ReadonlySet<string> = new Set([
  'performance.now',
  'Date.now',
  'process.hrtime',
  'process.cpuUsage',
]);
const TIMERS: ReadonlySet<string> = new Set([
  'node:timers',
  'node:timers/promises',
  'timers',
  'timers/promises',
  'node:perf_hooks',
]);

/** Why a node makes a test depend on the speed of the machine; undefined where it does not. */
function faultOf(node: ts.Node, file: ts.SourceFile): string | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return TIMERS.has(node.moduleSpecifier.text) ? 'a clock or timer' : undefined;
  }
  if (ts.isPropertyAssignment(node) && node.name.getText(file) === 'timeout') {
    return ts.isNumericLiteral(node.initializer) ? 'a limit of its own' : undefined;
  }
  if (!ts.isCallExpression(node)) {
    return undefined;
  }
  const called = node.expression.getText(file);
  const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : called;
  if (SLEEPS.has(name)) {
    return 'a fixed sleep';
  }
  if ([...CLOCKS].some((clock) => called === clock || called.startsWith(`${clock}.`))) {
    return 'a look at the clock';
  }
  const isLimit = name === 'timeout' || name === 'setDefaultTimeout' || name === 'retries';
  const isNamed = node.arguments.every(
    (argument) => ts.isIdentifier(argument) && argument.text.endsWith('_MS'),
  );
  return isLimit && !isNamed ? 'a limit of its own' : undefined;
}

function faultsIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const fault = faultOf(node, file);
    if (fault !== undefined) {
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: ${fault}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('no test depends on how fast or busy the machine is:', () => {
  it('none sleeps, looks at the clock or has a limit of its own', () => {
    const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `test/${file.replaceAll('\\', '/')}`)
      .filter((file) => !MAY_WAIT.has(file));
    assert.ok(files.length > 300, String(files.length));
    assert.deepEqual(
      files.flatMap((file) => faultsIn(file, readFileSync(file, 'utf8'))),
      [],
    );
  });

  it('mocha gives each as long as the extension host does', () => {
    const { timeout } = JSON.parse(readFileSync('.mocharc.json', 'utf8')) as { readonly timeout: number };
    assert.equal(timeout, TEST_MS);
  });

  it('what would is found', () => {
    for (const text of [
      'await new Promise((resolve) => setTimeout(resolve, 50));',
      'await page.waitForTimeout(100);',
      "import { setTimeout as sleep } from 'node:timers/promises';",
      'assert.ok(performance.now() - begin < 100);',
      'while (Date.now() < end);',
      'const begin = process.hrtime.bigint();',
      'assert.ok(process.cpuUsage().user < 1e6);',
      'this.timeout(20_000);',
      "it('x', () => {}).timeout(5000);",
      'page.setDefaultTimeout(1000);',
      'await row.waitFor({ timeout: 3000 });',
      'this.retries(3);',
    ]) {
      assert.equal(faultsIn('a.test.ts', text).length, 1, text);
    }
    for (const text of [
      'page.setDefaultTimeout(WAIT_MS);',
      'await row.waitFor({ timeout });',
      'mock.timers.tick(30);',
    ]) {
      assert.deepEqual(faultsIn('a.test.ts', text), []);
    }
  });
});
