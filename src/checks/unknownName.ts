import type { DiagnosticCode } from '../formats/diagnosticCodes';
import { finding, type Finding, type Fix } from '../formats/finding';
import type { LocatedText } from '../formats/records';
import type { MessageArguments } from '../text/message';
import { rewriteFix } from './renameFix';
import type { CheckContext } from './rule';

/**
 * A finding for a name that nothing has.
 * @param problem begins the sentence and may use {name} and `args`
 * @param advice ends it where no name is near
 */
export function unknownName(
  code: DiagnosticCode,
  file: string,
  { value: name, range }: LocatedText,
  suggestion: string | undefined,
  problem: string,
  advice: string,
  args: MessageArguments = {},
): Finding {
  const template = `${problem}; ${suggestion === undefined ? advice : 'did you mean "{nearest}"?'}`;
  return finding(
    code,
    { file, range },
    template,
    { ...args, name, nearest: suggestion ?? '' },
    { data: { name, ...(suggestion !== undefined && { nearest: suggestion }) } },
  );
}

/** Tells whether a name at a place comes for the first time: rows of several interfaces make several records of the same cells. */
export function firstTimes(): (file: string, name: LocatedText, about?: string) => boolean {
  const seen = new Set<string>();
  return (file, { value, range }, about = '') => {
    const place = JSON.stringify([file, range.start, value, about]);
    return seen.size < seen.add(place).size;
  };
}

/** Writes the name that was meant where the finding is. @param key whether a key of a YAML map stands there */
export function nearestNameFix(
  { file, range, data }: Finding,
  { origins }: CheckContext,
  key: boolean,
): Fix[] {
  const { name, nearest } = data;
  if (name === undefined || nearest === undefined) {
    return [];
  }
  const title = { template: 'Change "{name}" to "{nearest}"', args: { name, nearest } };
  const fix = rewriteFix(origins, title, [{ file, range, key }], name, nearest);
  return fix ? [fix] : [];
}
