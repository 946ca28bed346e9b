import type { YamlPath } from '../formats/yaml/yamlPathAt';
import type { Offer } from './completionItem';
import { keyOffers, wordOffers } from './keyOffers';
import type { NameOffers } from './nameOffers';

const ANY_COMPONENT: Offer = { label: '*', kind: 'value', detail: 'any component' };

/** What can be a key of the map at a path. */
export function offeredKeys(path: YamlPath, names: NameOffers): Offer[] {
  const [section, first = '', second] = path;
  switch (path.length) {
    case 1:
      switch (section) {
        case 'components':
          return names.toDeclare('component');
        case 'interfaces':
          return names.toDeclare('interface');
        case 'facilities':
          return names.toDeclare('facility');
        case 'attackers':
          return names.toDeclare('attacker');
        case 'periods':
          return names.toDeclare('period');
        case 'vectors':
          return names.toDeclare('vector');
        case 'ratings':
          return names.all('component');
      }
      break;
    case 2:
      if (section === 'ratings') {
        return names.interfacesOf(String(first));
      }
      break;
    case 3:
      if (section === 'components' && second === 'assets') {
        return names.assetsOf(String(first));
      }
  }
  return keyOffers(path);
}

/** What can be the value at a path, ratings aside. */
export function offeredValues(path: YamlPath, names: NameOffers): Offer[] {
  const [section, first = '', second, , last] = path;
  switch (section) {
    case 'components':
      return componentValues(path, names);
    case 'interfaces':
      if (path.length === 4 && second === 'into') {
        return names.componentsWith(String(first));
      }
      if (path.length === 4 && (second === 'attackers' || second === 'periods')) {
        return names.all(second === 'attackers' ? 'attacker' : 'period');
      }
      break;
    case 'ratingRules':
      if (path.length === 4 && second === 'match') {
        return matchValues(path[3], names);
      }
      break;
    case 'filters':
      if (first === 'banned') {
        return path.length === 4 ? [...names.all('component'), ANY_COMPONENT] : [];
      }
      if (path.length === (last === undefined ? 4 : 5)) {
        return names.all('component');
      }
      break;
    case 'tmg':
      return [{ label: '1', kind: 'value' }];
  }
  return wordOffers(path);
}

function componentValues(path: YamlPath, names: NameOffers): Offer[] {
  const [, , key] = path;
  if (path.length === 3 && key === 'facility') {
    return names.all('facility');
  }
  if (path.length === 4 && key === 'labels') {
    return names.labels();
  }
  return path.length === 4 && key === 'interfaces' ? names.all('interface') : [];
}

function matchValues(key: string | number | undefined, names: NameOffers): Offer[] {
  switch (key) {
    case 'component':
    case 'interface':
    case 'facility':
      return names.all(key);
    case 'label':
      return names.labels();
    default:
      return [];
  }
}
