import type { FileRecords, LocatedText } from '../formats/records';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { recordsOf } from './nameAt';

/** A part of a text that leads out of the workspace. */
export interface DocumentLink {
  readonly range: TextRange;
  /** An address that begins with https: or http:. */
  readonly target: string;
}

const TECHNIQUE = /^(T\d{4})(?:\.(\d{3}))?$/;
const PUNCTUATION = '.,;:!?*_~';
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\\^{}|[\]]+/g;

/** Technique ids lead to ATT&CK, addresses in descriptions, notes and references to where they point; in the order of the text. */
export function documentLinks(snapshot: Snapshot, file: string): DocumentLink[] {
  const records = recordsOf(snapshot, file);
  if (!records) {
    return [];
  }
  const links = [...techniqueLinks(records), ...addressLinks(records)];
  // Rows of several interfaces make several records of the same cells.
  return [...new Map(links.map((link) => [link.range.start, link])).values()].sort(
    (a, b) => a.range.start - b.range.start,
  );
}

/** Page of an ATT&CK technique or sub-technique; undefined where the id has another form. */
export function techniquePage(id: string): string | undefined {
  const [, technique, sub] = TECHNIQUE.exec(id) ?? [];
  return (
    technique && `https://attack.mitre.org/techniques/${technique}/${sub === undefined ? '' : `${sub}/`}`
  );
}

function techniqueLinks({ text, ratings, ratingRules }: FileRecords): DocumentLink[] {
  return [...ratings, ...ratingRules]
    .flatMap(({ techniques }) => techniques.flatMap(({ ids }) => ids))
    .flatMap(({ value, range }) => {
      const target = techniquePage(value);
      const lead = text.slice(range.start, range.end).indexOf(value);
      const start = range.start + lead;
      // Of a cell whose quotes moved its characters only the whole is known, which can hold several ids.
      const isAlone = range.end - range.start <= value.length + 2;
      return target && isAlone && lead >= 0 ? [{ range: { start, end: start + value.length }, target }] : [];
    });
}

function addressLinks(records: FileRecords): DocumentLink[] {
  return freeTexts(records).flatMap(({ range }) =>
    [...records.text.slice(range.start, range.end).matchAll(ADDRESS)].map((match) => {
      const target = withoutTail(match[0]);
      const start = range.start + match.index;
      return { range: { start, end: start + target.length }, target };
    }),
  );
}

/** An address without the punctuation of the sentence around it; a closing bracket belongs to it if it opens one. */
function withoutTail(address: string): string {
  let closers = address.split(')').length - address.split('(').length;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && closers > 0) {
      closers--;
    } else if (!PUNCTUATION.includes(last)) {
      break;
    }
  }
  return address.slice(0, end);
}

function freeTexts(records: FileRecords): LocatedText[] {
  const texts = [
    ...records.components.flatMap(({ description, assets }) => [
      description,
      ...assets.map((asset) => asset.description),
    ]),
    ...records.interfaces.map(({ description }) => description),
    ...[...records.attackers, ...records.periods, ...records.facilities].map(({ text }) => text),
    ...records.ratings.flatMap(({ note, ref }) => [note, ref]),
    ...records.ratingRules.map(({ note }) => note),
  ];
  return texts.filter((text) => text !== undefined);
}
