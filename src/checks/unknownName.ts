import type { DiagnosticCode } from '../formats/diagnosticCodes';
import { finding, type Finding, type Fix } from '../formats/finding';
import type { LocatedText } from '../formats/records';
import { nearestName } from '../text/nearest';
import type { MessageArguments } from '../text/message';
import { rewriteFix } from './renameFix';
import type { CheckContext } from './rule';

/** How many unknown names of one kind are compared with all known ones. */
const MOST_COMPARED = 200;

/** Knows the name that was meant; a name is compared once, and only the first names are. */
export class NameSuggester {
  private readonly known: readonly string[];
  private readonly nearest = new Map<string, string | undefined>();

  constructor(candidates: Iterable<string>) {
    this.known = [...candidates];
  }

  suggest(name: string): string | undefined {
    if (!this.nearest.has(name) && this.nearest.size < MOST_COMPARED) {
      this.nearest.set(name, nearestName(name, this.known));
    }
    return this.nearest.get(name);
  }
}

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
  const fix = rewriteFix(origins, title, [{ file, range, key }], nearest);
  return fix ? [fix] : [];
}
