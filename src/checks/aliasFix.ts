import { isAlias, isMap, isPair, isScalar, type Pair, type Scalar, visit } from 'yaml';
import { looksLikeVector, parseVector } from '../cvss/parseVector';
import { type Finding, type Fix, lazyFix } from '../formats/finding';
import { setYamlValue } from '../formats/yaml/editYaml';
import { parseWhole } from '../formats/yaml/parseWhole';
import { yamlScalar } from '../formats/yaml/yamlScalar';
import { MODEL_FILE } from '../model/modelFile';
import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import type { CheckContext } from './rule';
import { textOf, yamlEdits, yamlFix } from './yamlFix';

/** A scalar or alias, and the vector whose value it is, where it stands under `vectors`. */
interface Place {
  readonly range: TextRange;
  readonly vector: string | undefined;
}

interface Anchored extends Place {
  readonly anchor: string;
  /** Where `&anchor` begins. */
  readonly mark: number;
  readonly value: string;
  readonly aliases: readonly Place[];
}

/** Writes the value of an anchor wherever its alias stands; for a CVSS vector the name of one under `vectors`. */
export function aliasFix({ file, range }: Finding, { origins }: CheckContext): Fix[] {
  const text = textOf(origins, file);
  const found = anchoredAt(text, text.slice(range.start, range.end).replace(/^[&*]/, ''));
  if (!found) {
    return [];
  }
  const { anchor, value, vector } = found;
  const known = origins.vectors.get(anchor)?.[0]?.record.cvss.value.trim();
  if (!isVector(value) || (vector === undefined && known !== undefined && known !== value)) {
    const title = { template: 'Write the value instead of the aliases of "{anchor}"', args: { anchor } };
    return [{ title, changes: [{ file, edits: replaceAll(found, undefined) }] }];
  }
  if (vector !== undefined) {
    const title = { template: 'Use the name of the vector "{vector}" instead of aliases', args: { vector } };
    return [{ title, changes: [{ file, edits: replaceAll(found, vector) }] }];
  }
  const title = { template: 'Name the vector "{anchor}" under vectors, and use the name', args: { anchor } };
  const useName = (before: string): TextEdit[] => replaceAll(anchoredAt(before, anchor) ?? found, anchor);
  const declare = (before: string): TextEdit[] => setYamlValue(before, ['vectors', anchor], value);
  if (file === MODEL_FILE) {
    return [yamlFix(origins, file, title, [useName, declare])];
  }
  return [lazyFix(title, () => [{ file, edits: useName(text) }, yamlEdits(origins, MODEL_FILE, [declare])])];
}

function isVector(value: string): boolean {
  return looksLikeVector(value) && parseVector(value).vector !== undefined;
}

/** The scalar with an anchor, and the aliases that stand for it; undefined where a map or list has it, or two scalars have. */
function anchoredAt(text: string, anchor: string): Anchored | undefined {
  const document = parseWhole(text);
  if (!document) {
    return undefined;
  }
  const aliases: Place[] = [];
  const anchored: (Place & { readonly node: Scalar })[] = [];
  visit(document, {
    Node: (_, node, path) => {
      const [start, end] = node.range ?? [0, 0];
      const vector = vectorOf(path, node);
      if (isAlias(node) && node.source === anchor) {
        aliases.push({ range: { start, end: start + anchor.length + 1 }, vector });
      } else if (isScalar(node) && node.anchor === anchor) {
        anchored.push({ node, range: { start, end }, vector });
      }
    },
  });
  const [only, second] = anchored;
  if (!only || second || typeof only.node.value !== 'string') {
    return undefined;
  }
  const mark = text.lastIndexOf(`&${anchor}`, only.range.start);
  return { anchor, mark, value: only.node.value.trim(), range: only.range, vector: only.vector, aliases };
}

/** The name of the vector that a node is, where it is a value of the map `vectors` at the top. */
function vectorOf(path: readonly unknown[], node: unknown): string | undefined {
  const pairs: Pair[] = path.filter(isPair);
  const [section, entry] = pairs;
  const isEntry =
    pairs.length === 2 && entry?.value === node && keyText(section) === 'vectors' && isMap(section?.value);
  return isEntry ? keyText(entry) : undefined;
}

function keyText(pair: Pair | undefined): string | undefined {
  return isScalar(pair?.key) ? String(pair.key.value) : undefined;
}

/** Takes the anchor away, and writes a vector's name, where there is one, or the value wherever it is meant. */
function replaceAll({ mark, range, value, vector, aliases }: Anchored, name: string | undefined): TextEdit[] {
  const written = yamlScalar(value, 'flow');
  const meant = (place: string | undefined): string =>
    name === undefined || place !== undefined ? written : yamlScalar(name, 'flow');
  const keeps = name === undefined || vector !== undefined;
  const anchored = keeps
    ? { range: { start: mark, end: range.start }, newText: '' }
    : { range: { start: mark, end: range.end }, newText: meant(vector) };
  return [anchored, ...aliases.map((alias) => ({ range: alias.range, newText: meant(alias.vector) }))];
}
