import assert from 'node:assert/strict';
import type { LanguageEvents } from '../../src/protocol/languageProtocol';
import type { PathEdits } from '../../src/protocol/places';
import { LineIndex } from '../../src/text/lineIndex';
import { applyEdits } from '../../src/text/textEdit';
import { LanguageServer } from '../../src/worker/languageServer';

/** A small model, rated in a file of its own. */
export const MODEL = `tmg: 1
name: Plant
vectors:
  usb: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
components:
  Kiosk: {facility: Hall, interfaces: [USB, Rack]}
  Server: {interfaces: [Rack], assets: {Records: {security: 4}}}
interfaces:
  USB: {entry: true}
`;
export const RATINGS = `# who: workshop
ratings:
  Kiosk:
    USB: {all: usb}
    Rack: {all: none}
  Server:
    Rack: {all: 5.7}
`;
export const MODEL_PATH = '/w/plant/model.tmg.yaml';
export const RATINGS_PATH = '/w/plant/ratings.tmg.yaml';

export type Checked = LanguageEvents['checked'];

/** A language server with its texts, whose scheduled work is done when asked for. */
export class LanguageSession {
  readonly published: Checked[] = [];
  readonly texts = new Map<string, string>();
  private work: (() => void)[] = [];
  private change = 0;
  readonly server = new LanguageServer(
    { notify: (_, params) => this.published.push(params as Checked) },
    (work) => this.work.push(work),
  );

  constructor() {
    this.server.notifications.tops({ tops: ['/w'] });
    this.write(MODEL_PATH, MODEL);
    this.write(RATINGS_PATH, RATINGS);
  }

  write(path: string, text: string): void {
    this.texts.set(path, text);
    this.server.notifications.file({ path, content: { kind: 'text', text }, change: ++this.change });
  }

  replace(path: string, before: string, after: string): void {
    const text = this.texts.get(path) ?? '';
    assert.ok(text.includes(before));
    this.write(path, text.replace(before, after));
  }

  remove(path: string): void {
    this.texts.delete(path);
    this.server.notifications.removed({ path, change: ++this.change });
  }

  /** What is published when all that waits has been taken in. */
  flush(): Checked | undefined {
    const { length } = this.published;
    for (const work of this.work.splice(0)) {
      work();
    }
    assert.ok(this.published.length <= length + 1, 'one message for all changes');
    return this.published[length];
  }

  /** Where the first of `part` in a line with `line` stands. */
  at(path: string, line: string, part = line) {
    const text = this.texts.get(path) ?? '';
    const start = text.indexOf(line);
    assert.ok(start >= 0, line);
    return { path, position: new LineIndex(text).positionAt(start + line.indexOf(part) + 1) };
  }

  /** The text under a range. */
  textAt({ path, range }: { path: string; range: PathEdits['edits'][number]['range'] }): string {
    const text = this.texts.get(path) ?? '';
    const index = new LineIndex(text);
    return text.slice(index.offsetAt(range.start), index.offsetAt(range.end));
  }

  /** Carries out edits as an editor does. */
  apply(changes: readonly PathEdits[]): void {
    for (const { path, isNew, edits } of changes) {
      assert.equal(isNew, !this.texts.has(path));
      const text = this.texts.get(path) ?? '';
      const index = new LineIndex(text);
      const offsets = edits.map(({ range, newText }) => ({
        range: { start: index.offsetAt(range.start), end: index.offsetAt(range.end) },
        newText,
      }));
      this.write(path, applyEdits(text, offsets));
    }
  }
}
