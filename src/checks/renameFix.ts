import type { FileEdits, Fix } from '../formats/finding';
import { yamlScalar } from '../formats/yaml/yamlScalar';
import { type Mention, mentionsOf, type NamedKind } from '../model/mentions';
import { groupBy, type Origins } from '../model/origins';
import type { Message } from '../text/message';
import { formatOf } from './yamlFix';

/** What a name must not contain to stand in any CSV cell as it is. */
const CSV_SPECIAL = /[\\",;|:\t\r\n]|^[\s'=+\-@]|\s$/;

/** Writes another name wherever a name stands; undefined where a CSV cell could not hold it as it is. */
export function renameFix(
  origins: Origins,
  title: Message,
  kind: NamedKind,
  name: string,
  to: string,
): Fix | undefined {
  return rewriteFix(origins, title, mentionsOf(origins, kind, name), to);
}

/** Writes another name at the places given; undefined where a CSV cell could not hold it as it is. */
export function rewriteFix(
  origins: Origins,
  title: Message,
  mentions: readonly Mention[],
  to: string,
): Fix | undefined {
  const changes: FileEdits[] = [];
  for (const [file, places] of groupBy(mentions, (mention) => mention.file)) {
    const csv = formatOf(origins, file) === 'csv';
    if (csv && CSV_SPECIAL.test(to)) {
      return undefined;
    }
    changes.push({
      file,
      edits: places.map((mention) => ({
        range: mention.range,
        newText: csv ? to : yamlScalar(to, mention.key ? 'key' : 'flow'),
      })),
    });
  }
  return { title, changes };
}
