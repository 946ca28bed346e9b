import { looksLikeVector, parseVector } from '../../cvss/parseVector';
import type { TextRange } from '../../text/range';
import { finding } from '../finding';
import { vectorFindings } from '../ratingCell';
import type { VectorRecord } from '../records';
import type { Row } from './row';
import { addAll } from '../../text/arrays';

/** A row of the table of vectors. A name the file has already is reported, and the first one counts. */
export function readVectorRow(row: Row, seen: Map<string, TextRange>): VectorRecord | undefined {
  const name = row.text('Vector');
  const cell = row.cell('CVSS');
  if (!name || !cell) {
    row.missing(...row.emptyOf('Vector', 'CVSS'));
    return undefined;
  }
  const first = seen.get(name.value);
  if (first) {
    const args = { name: name.value };
    const message = { template: 'The first "{name}" stands here.', args };
    const template =
      'The vector "{name}" is there twice; the first one counts, so rename or remove this one.';
    const place = { file: row.file, range: name.range };
    row.findings.push(
      finding('duplicate-key', place, template, args, {
        related: [{ file: row.file, range: first, message }],
      }),
    );
    return undefined;
  }
  seen.set(name.value, name.range);
  const cvss = { value: cell.value, range: cell.range };
  if (!looksLikeVector(cell.value)) {
    const template =
      '"{name}" must stand for a CVSS vector, such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H.';
    row.report('invalid-cvss', cell.range, template, { name: name.value });
    return { name, cvss, range: row.range };
  }
  const parse = parseVector(cell.value);
  const place = { file: row.file, range: cell.range, textStart: cell.textStart, decimalComma: true };
  addAll(row.findings, vectorFindings(parse, 0, place));
  const { vector } = parse;
  return { name, cvss, ...(vector && { vector }), range: row.range };
}
