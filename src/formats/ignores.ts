import { nearestName } from '../text/nearest';
import { DIAGNOSTIC_CODES, isDiagnosticCode } from './diagnosticCodes';
import { finding } from './finding';
import type { IgnoreRecord, RecordCollector } from './records';

const COMMENT = /^[ \t]*#[ \t]*tmg-ignore\b[ \t]*([\w-]*)/;

/** Collects the `# tmg-ignore CODE: reason` comments of a YAML text; one without code or reason is reported. */
export function readIgnores(records: RecordCollector): void {
  if (!records.text.includes('tmg-ignore')) {
    return;
  }
  let start = 0;
  for (const [index, withEnd] of records.text.split(/(?<=\r\n|\n|\r(?!\n))/).entries()) {
    const ignore = readIgnore(records, withEnd.replace(/\r\n$|\n$|\r$/, ''), index + 1, start);
    if (ignore) {
      records.ignores.push(ignore);
    }
    start += withEnd.length;
  }
}

/** Reads one line as an ignore comment; undefined where it is none, or a wrong one, which is reported. */
export function readIgnore(
  records: Pick<RecordCollector, 'file' | 'findings'>,
  lineText: string,
  line: number,
  start: number,
): IgnoreRecord | undefined {
  const [lead, code] = COMMENT.exec(lineText) ?? [];
  if (lead === undefined || code === undefined) {
    return undefined;
  }
  const rest = lineText.slice(lead.length).trim();
  const reason = rest.startsWith(':') ? rest.slice(1).trimStart() : '';
  const hash = lineText.indexOf('#');
  const place = { file: records.file, range: { start: start + hash, end: start + lineText.length } };
  if (!isDiagnosticCode(code)) {
    const nearest = nearestName(code, DIAGNOSTIC_CODES);
    const template =
      nearest === undefined
        ? 'tmg-ignore must name a diagnostic code, as in "# tmg-ignore missing-rating: reason".'
        : 'tmg-ignore does not know the code "{code}"; did you mean "{nearest}"?';
    records.findings.push(
      finding(
        'wrong-type',
        place,
        template,
        { code, nearest: nearest ?? '' },
        { data: nearest === undefined ? {} : { nearest } },
      ),
    );
    return undefined;
  }
  if (reason === '') {
    const template = 'tmg-ignore {code} must give a reason after a colon; without one it silences nothing.';
    records.findings.push(finding('wrong-type', place, template, { code }));
    return undefined;
  }
  const codeStart = start + lineText.indexOf(code, lineText.indexOf('tmg-ignore') + 'tmg-ignore'.length);
  return {
    code: { value: code, range: { start: codeStart, end: codeStart + code.length } },
    reason,
    line,
    range: place.range,
  };
}
