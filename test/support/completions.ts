import { completion } from '../../src/language/completion';
import type { CompletionItem } from '../../src/language/completionItem';
import { markedModel } from './caret';

type Files = Parameters<typeof markedModel>[0];

/** A model of some components, one of them with a name that needs quotes. */
export const MODEL = {
  'model.tmg.yaml': [
    'tmg: 1',
    'facilities: {Werk Süd: {description: In *Köln*}}',
    'attackers: {external: someone from outside}',
    'periods: {on: the system is on}',
    'components:',
    '  Server: {facility: Werk Süd, interfaces: [LAN, USB], assets: {DB: {}}}',
    '  "Böse: Kiste": {labels: [EXT, Rack], interfaces: [LAN]}',
    '  Hub: {interfaces: [USB], assets: {Key: {}}}',
    'vectors: {usb-root: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H}',
    'ratings:',
    '  Server:',
    '    LAN: {T: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, all: usb-root}',
    '',
  ].join('\n'),
};

/** What is offered at the caret of another file of the model. */
export function itemsAt(source: string, file = 'typed.tmg.yaml'): readonly CompletionItem[] {
  const marked = markedModel({ [file]: source, ...MODEL });
  return completion(marked.snapshot, marked.file, marked.offset)?.items ?? [];
}

/** The texts that are put in. */
export function insertsAt(source: string, file?: string): string[] {
  return itemsAt(source, file).map(({ insertText }) => insertText);
}

/** Label and detail of what is offered. */
export function textsAt(source: string, file?: string): string[] {
  return itemsAt(source, file).map(({ label, detail }) => `${label} = ${detail}`);
}

/** The text with an item put in. */
export function applied(files: Files, label: string): string | undefined {
  const { snapshot, file, offset, text } = markedModel(files);
  const found = completion(snapshot, file, offset);
  const item = found?.items.find((candidate) => candidate.label === label);
  return found && item && text.slice(0, found.range.start) + item.insertText + text.slice(found.range.end);
}
