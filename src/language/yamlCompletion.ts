import { schemaShape } from '../formats/yaml/schemaDocs';
import type { YamlPath } from '../formats/yaml/yamlPathAt';
import { type ScalarPlace, yamlScalar } from '../formats/yaml/yamlScalar';
import type { Snapshot } from '../workspace/snapshot';
import { ANY_COMPONENT } from './cellOffers';
import { type Completion, type CompletionItem, numberItems, type Offer } from './completionItem';
import { keyOffers, wordOffers } from './keyOffers';
import { NameOffers } from './nameOffers';
import { yamlCursor } from './yamlCursor';
import type { YamlCursor } from './yamlCursorState';
import { ratingCompletion, type TypedRating } from './ratingCompletion';
import { keySlot, valueSlot } from './yamlSlots';
import { quoteInside } from './yamlTokens';

/** What can stand at a place of a YAML text. */
export function yamlCompletion(
  snapshot: Snapshot,
  file: string,
  text: string,
  offset: number,
): Completion | undefined {
  const typed = yamlCursor(text, offset);
  if (!typed) {
    return undefined;
  }
  const cursor = withoutRest(typed, text, offset);
  const slot = cursor.position === 'key' && cursor.hasColon ? undefined : valueSlot(cursor.path);
  if (slot === 'rating' || slot === 'cvss') {
    return ratingAt(snapshot, cursor, { file, text, offset, onlyVector: slot === 'cvss' });
  }
  const names = new NameOffers(snapshot, file, cursor.range);
  const items = itemsAt(cursor, names);
  return items.length > 0 ? { range: cursor.range, items: numberItems(items) } : undefined;
}

interface Place extends YamlCursor {
  /** The text has a quote at its beginning, and none at its end. */
  readonly isOpen: boolean;
}

/** Of a text with a quote that nothing closes, what follows the caret belongs to something else. */
function withoutRest(cursor: YamlCursor, text: string, offset: number): Place {
  const isOpen = cursor.quote !== '' && text.charAt(cursor.range.end) !== cursor.quote;
  const range = { start: cursor.range.start, end: offset };
  return isOpen ? { ...cursor, range, isOpen } : { ...cursor, isOpen };
}

function ratingAt(
  snapshot: Snapshot,
  { path, range, needsBlank, flow, quote, isOpen }: Place,
  typed: Omit<TypedRating, 'range' | 'relation'>,
): Completion | undefined {
  const [section, component, name] = path.map(String);
  const relation = section === 'ratings' ? { component: component ?? '', interface: name ?? '' } : {};
  const found = ratingCompletion(snapshot, { ...typed, range, relation });
  const place = flow ? 'flow' : 'block';
  const write = (item: CompletionItem): string =>
    quote === '' && item.kind !== 'vector'
      ? item.insertText
      : scalar({ quote, isOpen: isOpen && item.retrigger !== true }, item.insertText, place);
  const items = found?.items.map((item) => ({ ...item, insertText: (needsBlank ? ' ' : '') + write(item) }));
  return found && items && { range: found.range, items };
}

function itemsAt(cursor: Place, names: NameOffers): CompletionItem[] {
  const { path, position, flow } = cursor;
  switch (position) {
    case 'value':
      return valueItems(cursor, path, names);
    case 'item': {
      const items = valueItems(cursor, path, names);
      return items.length > 0 || flow ? items : keyItems(cursor, path, names);
    }
    case 'key': {
      if (cursor.hasColon || flow) {
        return keyItems(cursor, path, names);
      }
      // Below a key that wants a list, the next line begins with a dash.
      const below =
        schemaShape(path) === 'list' ? listItems(cursor, path, names) : valueItems(cursor, path, names);
      return below.length > 0 ? below : keyItems(cursor, path, names);
    }
  }
}

/** Values at a path: those of a list in brackets where the path wants a list. */
function valueItems(cursor: Place, path: YamlPath, names: NameOffers): CompletionItem[] {
  const isList = schemaShape(path) === 'list';
  return unused(cursor, valueOffers(isList ? [...path, 0] : path, names)).map((offer) => {
    const text = scalar(cursor, offer.label, isList || cursor.flow ? 'flow' : 'block');
    return toItem(cursor, offer, isList && cursor.quote === '' ? `[${text}]` : text);
  });
}

function listItems(cursor: Place, path: YamlPath, names: NameOffers): CompletionItem[] {
  const item = [...path, 0];
  const items = [...valueItems(cursor, item, names), ...keyItems(cursor, item, names)];
  return items.map((one) => ({ ...one, insertText: `- ${one.insertText}` }));
}

function keyItems(cursor: Place, path: YamlPath, names: NameOffers): CompletionItem[] {
  const isWhole = cursor.hasColon || (cursor.quote !== '' && !cursor.isOpen);
  const isNamed = keySlot(path) !== undefined;
  // Behind names comes the same, whichever they are.
  const moreBehindNames = isNamed && hasOffers([...path, '']);
  return unused(cursor, offeredKeys(path, names)).map((offer) => {
    const key = scalar(cursor, offer.label, 'key');
    const more = !isWhole && (isNamed ? moreBehindNames : hasOffers([...path, offer.label]));
    return toItem(cursor, more ? { ...offer, retrigger: true } : offer, isWhole ? key : `${key}: `);
  });
}

function offeredKeys(path: YamlPath, names: NameOffers): Offer[] {
  const slot = keySlot(path);
  switch (slot) {
    case undefined:
      return keyOffers(path);
    case 'rated component':
      return names.all('component');
    case 'rated interface':
      return names.interfacesOf(String(path[1]));
    case 'asset':
      return names.assetsOf(String(path[1]));
    default:
      return names.toDeclare(slot);
  }
}

function valueOffers(path: YamlPath, names: NameOffers): Offer[] {
  const slot = valueSlot(path);
  switch (slot) {
    case undefined:
    case 'rating':
    case 'cvss':
      return wordOffers(path);
    case 'label':
      return names.labels();
    case 'into':
      return names.componentsWith(String(path[1]));
    case 'sequence':
      return [...names.all('component'), ANY_COMPONENT];
    default:
      return names.all(slot);
  }
}

/** Whether anything is offered as the value of a key. */
function hasOffers(path: YamlPath): boolean {
  const value = schemaShape(path) === 'list' ? [...path, 0] : path;
  return valueSlot(value) !== undefined || wordOffers(value).length > 0;
}

/** A map has a key once, and a list a name; a sequence can come back to a component. */
function unused({ siblings, position, path }: YamlCursor, offers: readonly Offer[]): readonly Offer[] {
  const used = new Set(position === 'value' || valueSlot(path) === 'sequence' ? [] : siblings);
  return used.size === 0 ? offers : offers.filter(({ label }) => !used.has(label));
}

function scalar(
  { quote, isOpen }: Pick<Place, 'quote' | 'isOpen'>,
  text: string,
  place: ScalarPlace,
): string {
  return quote === '' ? yamlScalar(text, place) : quoteInside(text, quote) + (isOpen ? quote : '');
}

function toItem({ needsBlank }: YamlCursor, offer: Offer, insertText: string): CompletionItem {
  return { ...offer, insertText: needsBlank ? ` ${insertText}` : insertText };
}
