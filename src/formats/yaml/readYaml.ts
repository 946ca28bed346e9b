import { type TextRange, shiftRange } from '../../text/range';
import { readIgnores } from '../ignores';
import { finding } from '../finding';
import { withoutConflicts } from '../mergeConflicts';
import {
  collectRecords,
  type FileRecords,
  type LocatedText,
  type RecordCollector,
  SINGLE_PLACE_KEYS,
} from '../records';
import { type DocumentKey, documentSchema } from './documentSchema';
import { SECTION_SLIPS, sectionOfKey, slipFinding } from './indentSlip';
import { isEmpty, type YamlNode } from './node';
import { NodeReader } from './nodeReader';
import { splitEntries } from './splitEntries';
import {
  type NamedEntry,
  readComponent,
  readDeclaration,
  readFacility,
  readFilters,
  readInterface,
  readVector,
} from './yamlGraph';
import { YamlParseCache } from './yamlParseCache';
import { readRatingRule, readRatings } from './yamlRatings';
import { readSettings } from './yamlSettings';

const DOCUMENT_KEYS = documentSchema.keyof().options;

/** Top-level keys whose value is a map or list of records. */
const RECORD_SECTIONS = [
  'attackers',
  'periods',
  'facilities',
  'components',
  'interfaces',
  'vectors',
  'ratings',
  'ratingRules',
] as const satisfies readonly DocumentKey[];

type RecordSection = (typeof RECORD_SECTIONS)[number];

/** Top-level keys whose entries are parsed one by one. */
export const SECTION_KEYS: ReadonlySet<string> = new Set(RECORD_SECTIONS);

/**
 * Reads a TMG file in YAML. Never throws: what is wrong is among the findings, and costs the record it stands in.
 * @param cache of the same file's last version, so that only changed entries are parsed again
 */
export function readYaml(
  file: string,
  text: string,
  cache: YamlParseCache = new YamlParseCache(),
): FileRecords {
  const records = collectRecords(file, 'yaml', text);
  readIgnores(records);
  cache.begin();
  new DocumentReader(records, cache).read();
  return records;
}

/** A value with the reader that knows where its entry stands. */
interface Part {
  readonly node: YamlNode;
  readonly reader: NodeReader;
}

class DocumentReader {
  private readonly seenKeys = new Map<string, TextRange>();
  private readonly seenNames = new Map<string, TextRange>();
  /** The entry read last in a section, and what has slipped out of it. */
  private holder: LocatedText | undefined;
  private slip: { holder: LocatedText; keys: LocatedText[]; range: TextRange } | undefined;
  private readonly whole: NodeReader;
  private readonly text: string;

  constructor(
    private readonly records: RecordCollector,
    private readonly cache: YamlParseCache,
  ) {
    this.whole = new NodeReader(records.file, 0, records.findings);
    this.text = withoutConflicts(records, 'yaml-syntax', '#');
  }

  read(): void {
    for (const section of splitEntries(this.text, SECTION_KEYS)) {
      if (section.kind === 'marker') {
        const template =
          'A file holds one YAML document; remove this line. What follows is read as one with the rest.';
        this.records.findings.push(
          finding('yaml-syntax', { file: this.records.file, range: section.range }, template),
        );
      } else if (section.kind === 'inline') {
        this.readInline(section.range);
      } else if (this.accepts({ value: section.key, range: section.keyRange }, section.range)) {
        for (const entry of section.entries) {
          const part = this.parse(entry, true);
          if (part) {
            this.readRecords(section.key as RecordSection, part);
          }
        }
      }
      this.reportSlip();
      this.holder = undefined;
    }
  }

  /** @param isEntry whether the text is a single entry, so that what is beside it in a broken one belongs to it */
  private parse(range: TextRange, isEntry = false): Part | undefined {
    const parsed = this.cache.parse(this.text.slice(range.start, range.end));
    const { file, findings } = this.records;
    for (const { message, range: relative } of parsed.problems) {
      findings.push(
        finding(
          'yaml-syntax',
          { file, range: shiftRange(relative, range.start) },
          message.template,
          message.args,
        ),
      );
    }
    for (const alias of parsed.aliases) {
      const template =
        'Anchors (&) and aliases (*) are not read, and this record is left out; write the value, or name a vector under "vectors". A name that begins with & or * needs quotes.';
      findings.push(finding('yaml-alias', { file, range: shiftRange(alias, range.start) }, template));
    }
    // What the parser made of a broken entry is a guess: what is odd about it follows from what is broken.
    const isBroken = parsed.problems.length > 0;
    const node = isBroken && isEntry && parsed.node ? firstEntry(parsed.node) : parsed.node;
    return node && { node, reader: new NodeReader(file, range.start, isBroken ? [] : findings) };
  }

  private readInline(range: TextRange): void {
    const part = this.parse(range);
    if (!part) {
      return;
    }
    for (const entry of part.reader.entries(part.node, 'The file')) {
      if (this.accepts(entry.key, entry.range, part.reader)) {
        this.readValue(entry.key.value as DocumentKey, { node: entry.node, reader: part.reader });
      }
    }
  }

  /** Whether a top-level key is known and new. */
  private accepts(key: LocatedText, range: TextRange, reader = this.whole): boolean {
    if (!DOCUMENT_KEYS.some((known) => known === key.value)) {
      const section = sectionOfKey(key.value);
      const known = section !== undefined && this.seenKeys.has(section) ? section : undefined;
      reader.unknownKey(key, 'A TMG file', DOCUMENT_KEYS, known);
      return false;
    }
    const first = this.seenKeys.get(key.value);
    if (first) {
      reader.duplicateKey(key, 'The file', first);
      return false;
    }
    this.seenKeys.set(key.value, key.range);
    const single = SINGLE_PLACE_KEYS.find((candidate) => candidate === key.value);
    if (single) {
      this.records.singlePlace.push({ key: { value: single, range: key.range }, range });
    }
    return true;
  }

  private readValue(key: DocumentKey, part: Part): void {
    const { node, reader } = part;
    switch (key) {
      case 'tmg':
        if (!(node.kind === 'scalar' && node.value === '1')) {
          reader.wrongType(node, 'tmg, the version of the file format,', '1');
        }
        return;
      case 'name': {
        const name = reader.text(node, 'The name of the model');
        if (name) {
          this.records.name = name;
        }
        return;
      }
      case 'settings':
        this.records.settings = readSettings(reader, node);
        return;
      case 'filters':
        this.records.filters.push(...readFilters(reader, node));
        return;
      case 'attack':
        this.readAttack(part);
        return;
      default:
        this.readRecords(key, part);
    }
  }

  private readAttack({ node, reader }: Part): void {
    const fields = reader.fields(node, 'attack', documentSchema.shape.attack.unwrap().keyof().options);
    const globs = (key: 'bundles' | 'rules'): LocatedText[] => {
      const field = fields.get(key);
      return field ? reader.texts(field.node, `attack.${key}`) : [];
    };
    this.records.attack = { bundles: globs('bundles'), rules: globs('rules') };
  }

  private readRecords(section: RecordSection, { node, reader }: Part): void {
    if (section === 'ratingRules') {
      this.readRatingRules({ node, reader });
      return;
    }
    for (const entry of reader.entries(node, section)) {
      if (
        !containsAlias(entry.node) &&
        !this.putBack(section, entry, reader) &&
        this.isNew(section, entry, reader)
      ) {
        this.readRecord(section, entry, reader);
        this.reportSlip();
        this.holder = entry.key;
      }
    }
  }

  /** Reads an entry that has slipped out of the one before it as a part of that; false where it is no such entry. */
  private putBack(
    section: Exclude<RecordSection, 'ratingRules'>,
    entry: NamedEntry,
    reader: NodeReader,
  ): boolean {
    const { holder } = this;
    if (!holder || SECTION_SLIPS[section]?.(entry.key.value, entry.node) !== true) {
      return false;
    }
    this.slip ??= { holder, keys: [], range: entry.range };
    this.slip.keys.push(entry.key);
    this.slip.range = { start: this.slip.range.start, end: entry.range.end };
    this.readRecord(section, { key: holder, node: reader.single(entry), range: entry.range }, reader);
    return true;
  }

  private reportSlip(): void {
    if (this.slip) {
      this.records.findings.push(slipFinding(this.records.file, this.slip));
      this.slip = undefined;
    }
  }

  private readRatingRules({ node, reader }: Part): void {
    if (node.kind !== 'sequence') {
      if (!isEmpty(node)) {
        reader.wrongType(node, 'ratingRules', 'a list of rules');
      }
      return;
    }
    for (const item of node.items.filter((candidate) => !containsAlias(candidate))) {
      const rule = readRatingRule(reader, item);
      if (rule) {
        this.records.ratingRules.push(rule);
      }
    }
  }

  private isNew(section: RecordSection, { key }: NamedEntry, reader: NodeReader): boolean {
    const name = `${section}:${key.value}`;
    const first = this.seenNames.get(name);
    if (first) {
      reader.duplicateKey(key, section, first);
      return false;
    }
    this.seenNames.set(name, key.range);
    return true;
  }

  private readRecord(
    section: Exclude<RecordSection, 'ratingRules'>,
    entry: NamedEntry,
    reader: NodeReader,
  ): void {
    const { records } = this;
    switch (section) {
      case 'attackers':
      case 'periods':
        records[section].push(readDeclaration(reader, entry));
        return;
      case 'facilities':
        records.facilities.push(readFacility(reader, entry));
        return;
      case 'components':
        records.components.push(readComponent(reader, entry));
        return;
      case 'interfaces':
        records.interfaces.push(readInterface(reader, entry));
        return;
      case 'ratings':
        records.ratings.push(...readRatings(reader, entry.key, entry.node));
        return;
      case 'vectors': {
        const vector = readVector(reader, entry);
        if (vector) {
          records.vectors.push(vector);
        }
      }
    }
  }
}

function firstEntry(node: YamlNode): YamlNode {
  return node.kind === 'map' ? { ...node, items: node.items.slice(0, 1) } : node;
}

function containsAlias(node: YamlNode): boolean {
  switch (node.kind) {
    case 'alias':
      return true;
    case 'scalar':
      return false;
    case 'map':
      return node.items.some(({ key, value }) => containsAlias(key) || containsAlias(value));
    case 'sequence':
      return node.items.some(containsAlias);
  }
}
