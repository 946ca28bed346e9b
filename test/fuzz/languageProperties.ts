import assert from 'node:assert/strict';
import type { PathEdits, PositionRange } from '../../src/protocol/places';
import { LineIndex } from '../../src/text/lineIndex';
import { applyEdits } from '../../src/text/textEdit';
import { LanguageServer } from '../../src/worker/languageServer';
import type { ModelTexts } from './models';
import { oddText } from './oddTexts';
import type { Choices } from './random';

const ROOT = '/w/model';

/** Asks everything that an editor asks at a place of a file; all places that are answered lie in the texts. */
export async function assertLanguageHolds(texts: ModelTexts, file: string, choices: Choices): Promise<void> {
  const server = new LanguageServer({ notify: () => {} }, (work) => work());
  server.notifications.tops({ tops: ['/w'] });
  let change = 0;
  for (const [name, text] of Object.entries(texts)) {
    server.notifications.file({ path: `${ROOT}/${name}`, content: { kind: 'text', text }, change: ++change });
  }
  const text = texts[file] ?? '';
  const path = `${ROOT}/${file}`;
  const index = new LineIndex(text);
  const at = { path, position: index.positionAt(choices.below(text.length + 1)) };
  const whole = { start: { line: 1, column: 1 }, end: index.positionAt(text.length) };
  const ask = server.requests;
  const root = (await ask.target(at))?.root ?? ROOT;
  const [actions, prepared] = [await ask.actions({ path, range: whole }), await ask.prepareRename(at)];
  const [first] = actions;
  const edits = [
    ...((first && (await ask.actionEdits(first.key))) ?? []),
    ...(await ask.fixAll({ path })),
    ...(await ask.rate({ root, component: 'Server', interface: 'LAN', type: 'E', text: 'none' })),
  ];
  const vector = await ask.vectorAt(at);
  if (vector) {
    edits.push(...(await ask.editCell({ ...at, before: vector.text, text: oddText(choices) })));
    edits.push(...(await ask.nameVector({ ...at, before: vector.text, name: oddText(choices) })));
  }
  const renamed = await ask.rename({ ...at, newName: oddText(choices) });
  const changes = renamed.kind === 'edits' ? [...edits, ...renamed.changes] : edits;
  const answers = [
    prepared,
    changes,
    await ask.hover(at),
    await ask.definition(at),
    await ask.references({ ...at, includeDeclaration: true }),
    await ask.highlights(at),
    await ask.documentSymbols({ path }),
    await ask.workspaceSymbols({ query: 'e' }),
    await ask.links({ path }),
    await ask.folds({ path }),
    await ask.modelTree({ root, parent: undefined }),
    await ask.inlayHints({ path, range: whole }),
    await ask.codeLenses({ path }),
    await ask.completion(at),
  ];
  const ends = Object.fromEntries(
    Object.entries(texts).map(([name, own]) => [`${ROOT}/${name}`, new LineIndex(own)] as const),
  );
  assertPlaces(answers, path, ends, texts);
  assert.equal((await ask.semanticTokens({ path })).length % 5, 0);
  await ask.relations({ root });
  await ask.vectors({ root });
  for (const one of changes) {
    assertApplies(one, texts);
  }
}

/** Whether a value is a stretch of lines and columns. */
function isRange(value: object): value is PositionRange {
  const { start, end } = value as Partial<PositionRange>;
  return typeof start === 'object' && typeof end === 'object' && 'line' in start && 'line' in end;
}

/** Every stretch in an answer lies in its file: the one that is named beside it, else the one that was asked about. */
function assertPlaces(
  value: unknown,
  path: string,
  indexes: Readonly<Record<string, LineIndex>>,
  texts: ModelTexts,
): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (isRange(value)) {
    const index = indexes[path];
    const length = texts[path.slice(ROOT.length + 1)]?.length ?? 0;
    for (const position of [value.start, value.end]) {
      assert.ok(position.line >= 1 && position.column >= 1, `${path}: ${JSON.stringify(value)}`);
      const back = index?.positionAt(index.offsetAt(position)) ?? position;
      assert.deepEqual(back, position, `${path}, ${length} characters: ${JSON.stringify(value)}`);
    }
    return;
  }
  const own = (value as { readonly path?: unknown }).path;
  const inner = typeof own === 'string' && own.startsWith('/') ? own : path;
  for (const child of Object.values(value)) {
    assertPlaces(child, inner, indexes, texts);
  }
}

function assertApplies({ path, edits }: PathEdits, texts: ModelTexts): void {
  const text = texts[path.slice(ROOT.length + 1)] ?? '';
  const index = new LineIndex(text);
  applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      range: { start: index.offsetAt(range.start), end: index.offsetAt(range.end) },
      newText,
    })),
  );
}
