import { blockEntry, type YamlLayout, type YamlValue } from '../yaml/yamlText';
import { yamlScalar } from '../yaml/yamlScalar';
import { cleanText } from './cleanName';
import type {
  ImportedComponent,
  ImportedFilter,
  ImportedInterface,
  ImportedModel,
  ImportedRating,
} from './importedModel';

/** A file that is to be written into the model's folder. */
export interface TextFile {
  /** A plain file name. */
  readonly name: string;
  readonly text: string;
}

/** An entry of a section, ready to be written. One that is large comes in several with the same key. */
interface Entry {
  readonly key: string;
  readonly text: string;
}

/** A section of a file. */
interface Section {
  readonly key: string;
  readonly entries: readonly Entry[];
}

const LAYOUT: YamlLayout = { newline: '\n', indent: 2 };

/** Files are split here, in UTF-16 units: far below the size that is read. */
const LARGEST_FILE = 1024 * 1024;

/** So many interfaces, assets or ratings stand in one entry of a component. */
const MOST_IN_ENTRY = 500;

/**
 * A model as TMG files in YAML: the model file, the topology, and ratings where there are any; large ones in several
 * parts. The same model gives the same bytes.
 * @param origin what the model was made from, for the comment at the top
 */
export function writeModel(model: ImportedModel, origin: string): TextFile[] {
  const head = `# Imported from ${cleanText(origin, 200)}.\n`;
  const topology: Section[] = [
    {
      key: 'facilities',
      entries: model.facilities.map(({ name, description }) => entry(name, described(description))),
    },
    {
      key: 'components',
      entries: model.components.flatMap((component) =>
        inParts(component).map((part) => entry(part.name, componentValue(part))),
      ),
    },
    {
      key: 'interfaces',
      entries: model.interfaces.flatMap((marks) => {
        const value = interfaceValue(marks);
        return Object.keys(value).length === 0 ? [] : [entry(marks.name, value)];
      }),
    },
    { key: 'filters', entries: filterEntries(model.filters) },
  ];
  return [
    { name: 'model.tmg.yaml', text: head + modelText(model) },
    ...split('topology', head, topology),
    ...split('ratings', head, [{ key: 'ratings', entries: ratingEntries(model.ratings) }]),
  ];
}

function modelText({ name, description, stepRule, vectors }: ImportedModel): string {
  const parts = ['tmg: 1\n'];
  if (name !== undefined) {
    parts.push(`name: ${yamlScalar(name, 'block')}\n`);
  }
  if (description !== undefined) {
    // A model has no key for it.
    parts.unshift(`# Description: ${description}\n`);
  }
  if (stepRule !== undefined) {
    parts.push(
      '\nsettings:\n  # All steps of a chain but the last are rated by E: who is to go on must control the component first.\n',
      `  stepRule: ${stepRule}\n`,
    );
  }
  if (vectors.length > 0) {
    parts.push('\nvectors:\n', ...vectors.map((one) => entry(one.name, one.vector).text));
  }
  return parts.join('');
}

/** A component with very many interfaces or assets as several, which unite again when they are read. */
function inParts(component: ImportedComponent): ImportedComponent[] {
  const { name, interfaces, assets } = component;
  const count = Math.max(1, Math.ceil(Math.max(interfaces.length, assets.length) / MOST_IN_ENTRY));
  return Array.from({ length: count }, (_, index) => {
    const part = <Item>(items: readonly Item[]): readonly Item[] =>
      items.slice(index * MOST_IN_ENTRY, (index + 1) * MOST_IN_ENTRY);
    const lists = { interfaces: part(interfaces), assets: part(assets) };
    return index === 0 ? { ...component, ...lists } : { name, labels: [], ...lists };
  });
}

function componentValue(component: ImportedComponent): YamlValue {
  const { facility, labels, interfaces, assets, description } = component;
  return {
    ...(facility !== undefined && { facility }),
    ...(labels.length > 0 && { labels }),
    ...(interfaces.length > 0 && { interfaces }),
    ...(assets.length > 0 && {
      assets: Object.fromEntries(
        assets.map((asset) => [
          asset.name,
          {
            ...(asset.id !== undefined && { id: asset.id }),
            ...asset.ratings,
            ...(asset.stride !== undefined && { stride: asset.stride }),
            ...described(asset.description),
          },
        ]),
      ),
    }),
    ...described(description),
  };
}

function interfaceValue({ entry: isEntry, into, attackers, periods, description }: ImportedInterface): {
  readonly [key: string]: YamlValue;
} {
  return {
    ...(isEntry !== undefined && { entry: isEntry }),
    ...(into.length > 0 && { into }),
    ...(attackers.length > 0 && { attackers }),
    ...(periods.length > 0 && { periods }),
    ...described(description),
  };
}

function ratingEntries(ratings: readonly ImportedRating[]): Entry[] {
  const byComponent = new Map<string, [string, YamlValue][]>();
  for (const rating of ratings) {
    const own = byComponent.get(rating.component) ?? [];
    own.push([rating.interface, ratingValue(rating)]);
    byComponent.set(rating.component, own);
  }
  return [...byComponent].flatMap(([component, own]) =>
    Array.from({ length: Math.ceil(own.length / MOST_IN_ENTRY) }, (_, index) =>
      entry(component, Object.fromEntries(own.slice(index * MOST_IN_ENTRY, (index + 1) * MOST_IN_ENTRY))),
    ),
  );
}

function ratingValue({ cells, techniques, note, status, ref }: ImportedRating): YamlValue {
  const named = Object.entries(techniques);
  const [plain] = named;
  return {
    ...cells,
    ...(plain && {
      techniques: named.length === 1 && plain[0] === 'all' ? plain[1] : Object.fromEntries(named),
    }),
    ...(note !== undefined && { note }),
    ...(status !== undefined && { status }),
    ...(ref !== undefined && { ref }),
  };
}

function filterEntries(filters: readonly ImportedFilter[]): Entry[] {
  const of = (kind: ImportedFilter['kind']): YamlValue[] =>
    filters
      .filter((filter) => filter.kind === kind)
      .map((filter): YamlValue => {
        switch (filter.kind) {
          case 'banned':
            return filter.sequence;
          case 'oneWay':
            return { from: filter.from, to: filter.to };
          case 'only':
            return { from: filter.from, via: filter.via, to: filter.to };
        }
      });
  return (['banned', 'oneWay', 'only'] as const).flatMap((kind) => {
    const values = of(kind);
    return values.length === 0 ? [] : [entry(kind, values)];
  });
}

function described(description: string | undefined): { readonly description?: string } {
  return description === undefined ? {} : { description };
}

function entry(key: string, value: YamlValue): Entry {
  return { key, text: `${blockEntry(key, value, 2, LAYOUT)}\n` };
}

/** Files of sections, no larger than they may be; a section goes on in the next file, and so does an entry. */
function split(stem: string, head: string, sections: readonly Section[]): TextFile[] {
  const texts: string[] = [];
  let text = '';
  for (const { key, entries } of sections.filter((section) => section.entries.length > 0)) {
    const title = `${key}:\n`;
    text += text === '' ? title : `\n${title}`;
    let keys = new Set<string>();
    for (const one of entries) {
      if (keys.has(one.key) || (keys.size > 0 && text.length + one.text.length > LARGEST_FILE)) {
        texts.push(text);
        text = title;
        keys = new Set();
      }
      text += one.text;
      keys.add(one.key);
    }
  }
  texts.push(...(text === '' ? [] : [text]));
  return texts.map((one, index) => ({
    name: texts.length === 1 ? `${stem}.tmg.yaml` : `${stem}-${index + 1}.tmg.yaml`,
    text: head + one,
  }));
}
