import { type Finding, finding } from '../../formats/finding';
import type { ComponentRecord, FileRecords, LocatedText } from '../../formats/records';
import { COMPONENT_LABELS, nearestLabel } from '../../model/labels';
import { nearestWordFix } from '../readerFixes';
import type { Rule } from '../rule';

/** A label that is nearly one of those that mean something. */
export const unknownLabel: Rule = {
  code: 'unknown-label',
  check: ({ origins }) => origins.files.flatMap((file) => labelsIn(file).flatMap(misspelt(file.file))),
  fixes: nearestWordFix,
};

function labelsIn({ format, components, ratingRules }: FileRecords): LocatedText[] {
  return [
    ...components.flatMap((record) => [...record.labels, ...(format === 'csv' ? endOfName(record) : [])]),
    ...ratingRules.flatMap(({ match: { label } }) => label ?? []),
  ];
}

function misspelt(file: string): (label: LocatedText) => Finding<'unknown-label'>[] {
  return ({ value: label, range }) => {
    const nearest = nearestLabel(label);
    if (nearest === undefined) {
      return [];
    }
    const template =
      'The label "{label}" means nothing; did you mean "{nearest}"? Those that mean something are {labels}.';
    const args = { label, nearest, labels: COMPONENT_LABELS.join(', ') };
    return [finding('unknown-label', { file, range }, template, args, { data: { nearest } })];
  };
}

/** In a table of interfaces, labels behind a colon are read only if one of them is known; else they are the end of a name. */
function endOfName({ name: { value, range }, labels, interfaces }: ComponentRecord): LocatedText[] {
  const start = interfaces.length > 0 ? value.lastIndexOf(':') + 1 : 0;
  // Where quotes moved the characters, the range is that of the whole cell.
  if (start < 2 || labels.length > 0 || range.end - range.start !== value.length) {
    return [];
  }
  return [...value.slice(start).matchAll(/[^|\s](?:[^|]*[^|\s])?/g)].map(({ index, 0: label }) => ({
    value: label,
    range: { start: range.start + start + index, end: range.start + start + index + label.length },
  }));
}
