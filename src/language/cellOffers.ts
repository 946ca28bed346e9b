import { STRIDE_TYPES } from '../formats/stride';
import { schemaDocs } from '../formats/yaml/schemaDocs';
import type { Offer } from './completionItem';
import type { CsvCursor } from './csvCursor';
import { wordOffers } from './keyOffers';
import type { NameOffers } from './nameOffers';

/** Any component in a sequence. */
export const ANY_COMPONENT: Offer = { label: '*', kind: 'value', detail: 'any component' };

/** What can stand in a cell, ratings aside. */
export function cellOffers({ column, table, part, row }: CsvCursor, names: NameOffers): Offer[] {
  const component = row.get('Component') ?? '';
  switch (column) {
    case 'Facility':
      return names.all('facility');
    case 'Component':
      if (table === 'interfaces' && part > 0) {
        return names.labels();
      }
      return table === 'assets' || table === 'interfaces'
        ? names.toDeclare('component')
        : names.all('component');
    case 'Asset':
      return names.assetsOf(component);
    case 'Interface':
      if (table === 'entries') {
        return names.toDeclare('interface');
      }
      return table === 'interfaces' ? names.all('interface') : names.interfacesOf(component);
    case 'Vector':
      return names.toDeclare('vector');
    case 'STRIDE':
      return [...STRIDE_TYPES, 'all'].map((label) => {
        const title = schemaDocs(['ratings', '', '', label])?.title;
        return { label, kind: 'value', ...(title !== undefined && { detail: title }) };
      });
    case 'STRIDE Types':
      return wordOffers(['components', '', 'assets', '', 'stride', 0]);
    case 'Entry':
      return wordOffers(['interfaces', '', 'entry']);
    case 'Into':
      return names.componentsWith(firstInterface(row));
    case 'Attackers':
      return names.all('attacker');
    case 'Periods':
      return names.all('period');
    case 'Banned':
      return [...names.all('component'), ANY_COMPONENT];
    case 'From':
    case 'To':
    case 'Via':
    case 'Only To':
      return names.all('component');
    case 'Status':
      return wordOffers(['ratings', '', '', 'status']);
    default:
      return [];
  }
}

/** The interface of a row; of several the first. */
export function firstInterface(row: CsvCursor['row']): string {
  const [name = ''] = (row.get('Interface') ?? '').split(/[,;]/, 1);
  return name.trim();
}
