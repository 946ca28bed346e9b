import { isAlias, isScalar, parseDocument, type Scalar, visit } from 'yaml';
import { looksLikeVector, parseVector } from '../cvss/parseVector';
import type { Finding, Fix } from '../formats/finding';
import { setYamlValue } from '../formats/yaml/editYaml';
import { yamlScalar } from '../formats/yaml/yamlScalar';
import { MODEL_FILE } from '../model/modelFile';
import type { TextEdit } from '../text/textEdit';
import type { CheckContext } from './rule';
import { textOf, yamlFix } from './yamlFix';

interface Anchored {
  readonly anchor: string;
  readonly node: Scalar;
  readonly aliases: readonly { readonly start: number; readonly end: number }[];
}

/** Writes the value of an anchor wherever its alias stands; a CVSS vector gets a name under `vectors` instead. */
export function aliasFix({ file, range }: Finding, { origins }: CheckContext): Fix[] {
  const text = textOf(origins, file);
  const found = anchoredAt(text, text.slice(range.start, range.end).replace(/^[&*]/, ''));
  if (!found || typeof found.node.value !== 'string') {
    return [];
  }
  const { anchor } = found;
  const value = found.node.value.trim();
  if (!looksLikeVector(value) || !parseVector(value).vector) {
    const title = { template: 'Write the value instead of the aliases of "{anchor}"', args: { anchor } };
    const written = yamlScalar(value, 'flow');
    return [{ title, changes: [{ file, edits: replaceAll(text, found, written, true) }] }];
  }
  const known = origins.vectors.get(anchor)?.[0]?.record.cvss.value.trim();
  if (known !== undefined && known !== value) {
    return [];
  }
  const title = { template: 'Name the vector "{anchor}" under vectors, and use the name', args: { anchor } };
  const useName = (before: string): TextEdit[] =>
    replaceAll(before, anchoredAt(before, anchor) ?? found, yamlScalar(anchor, 'flow'), false);
  const declare = (before: string): TextEdit[] => setYamlValue(before, ['vectors', anchor], value);
  if (file === MODEL_FILE) {
    return [yamlFix(origins, file, title, [useName, declare])];
  }
  const declared = yamlFix(origins, MODEL_FILE, title, [declare]);
  return [{ title, changes: [{ file, edits: useName(text) }, ...declared.changes] }];
}

/** The scalar with an anchor, and the aliases that stand for it; undefined where a map or list has it. */
function anchoredAt(text: string, anchor: string): Anchored | undefined {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  const aliases: { start: number; end: number }[] = [];
  let node: Scalar | undefined;
  visit(document, {
    Node: (_, candidate) => {
      const [start, end] = candidate.range ?? [0, 0];
      if (isAlias(candidate) && candidate.source === anchor) {
        aliases.push({ start, end });
      } else if (isScalar(candidate) && candidate.anchor === anchor) {
        node = candidate;
      }
    },
  });
  return node && { anchor, node, aliases };
}

function replaceAll(
  text: string,
  { anchor, node, aliases }: Anchored,
  written: string,
  keepsValue: boolean,
): TextEdit[] {
  const [start, end] = node.range ?? [0, 0];
  const mark = text.lastIndexOf(`&${anchor}`, start);
  const anchored = keepsValue
    ? { range: { start: mark, end: start }, newText: '' }
    : { range: { start: mark, end }, newText: written };
  return [
    anchored,
    ...aliases.map((range) => ({
      range: { start: range.start, end: range.start + anchor.length + 1 },
      newText: written,
    })),
  ];
}
