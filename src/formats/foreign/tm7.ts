import { cleanName, prefixed, sentences } from './cleanName';
import type {
  ForeignLink,
  ForeignPart,
  ForeignSystem,
  ForeignThreat,
  ForeignZone,
  PartKind,
} from './foreignSystem';
import type { ImportLog } from './importReport';
import { readXml, type XmlElement } from './xmlTree';
import { type Box, innermostZone, nestedZones, type ZoneBox } from './zoneBoxes';
import { addAll } from '../../text/arrays';

/** What a stencil is, by its generic type. */
const STENCILS: Readonly<Record<string, { readonly kind: PartKind; readonly word: string }>> = {
  'GE.P': { kind: 'inside', word: 'process' },
  'GE.EI': { kind: 'external', word: 'external interactor' },
  'GE.DS': { kind: 'store', word: 'data store' },
};
const ZONE_BOX = 'GE.TB.B';
const ZONE_LINE = 'GE.TB.L';
const FLOW = 'GE.DF';

/** Properties that have their own place in a model. */
const KNOWN_PROPERTIES = new Set(['Name', 'Out Of Scope', 'Reason For Out Of Scope', 'Dataflow Order']);

/** Answers that say nothing. */
const NO_ANSWER = /^(|not (selected|applicable)|select|virtual|generic|no|none|false)$/i;

/** Reads a model of the Microsoft Threat Modeling Tool (.tm7). */
export function readTm7(file: string, text: string, log: ImportLog): ForeignSystem | undefined {
  const root = readXml(file, text, log);
  const diagrams =
    root?.name === 'ThreatModel' ? (root.child('DrawingSurfaceList')?.all('DrawingSurfaceModel') ?? []) : [];
  if (!root || diagrams.length === 0) {
    log.problem({ file }, 'This is no model of the Microsoft Threat Modeling Tool: it has no diagrams.');
    return undefined;
  }
  const threats = readThreats(root);
  const zones: ForeignZone[] = [];
  const parts: ForeignPart[] = [];
  const links: ForeignLink[] = [];
  for (const [index, diagram] of diagrams.entries()) {
    const shapes = shapesOf(diagram, 'Borders');
    const boxes = shapes.filter(({ type }) => type === ZONE_BOX).map(zoneOf);
    addAll(zones, nestedZones(boxes));
    addAll(
      parts,
      shapes.flatMap((shape) => partOf(file, shape, String(index), boxes, log)),
    );
    for (const line of shapesOf(diagram, 'Lines')) {
      addAll(links, linkOf(file, line, threats, log));
    }
  }
  const used = new Set(links.flatMap((link) => link.threats));
  const lost = [...threats.values()].flat().filter((threat) => !used.has(threat));
  for (const { title } of lost) {
    log.leftOut({ file }, 'The threat "{title}" belongs to no data flow of the file.', {
      title: cleanName(title),
    });
  }
  const about = root.child('MetaInformation');
  return {
    file,
    title: about?.textAt('ThreatModelName') ?? diagrams[0]?.textAt('Header') ?? '',
    description: sentences([
      about?.textAt('HighLevelSystemDescription'),
      prefixed('Owner: ', about?.textAt('Owner')),
      prefixed('Assumptions: ', about?.textAt('Assumptions')),
    ]),
    zones,
    parts,
    links,
    namesData: false,
  };
}

/** A stencil, boundary or connector of a diagram. */
interface Shape {
  readonly id: string;
  /** Its generic type, such as GE.P. */
  readonly type: string;
  /** Its type in the template, such as SE.P.TMCore.WebServer. */
  readonly template: string;
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly element: XmlElement;
}

function shapesOf(diagram: XmlElement, list: 'Borders' | 'Lines'): Shape[] {
  const pairs = diagram.child(list)?.all('KeyValueOfguidanyType') ?? [];
  return pairs.flatMap((pair) => {
    const element = pair.child('Value');
    if (!element) {
      return [];
    }
    const properties = propertiesOf(element);
    return [
      {
        id: element.textAt('Guid') ?? pair.textAt('Key') ?? `line ${element.line}`,
        type: element.textAt('GenericTypeId') ?? typeByName(element.attributes.get('type')),
        template: element.textAt('TypeId') ?? '',
        name: properties.get('Name') ?? '',
        properties,
        element,
      },
    ];
  });
}

/** The generic type of an element that has none, by the name of its class. */
function typeByName(name: string | undefined): string {
  switch (name?.slice(name.indexOf(':') + 1)) {
    case 'StencilEllipse':
      return 'GE.P';
    case 'StencilRectangle':
      return 'GE.EI';
    case 'StencilParallelLines':
      return 'GE.DS';
    case 'BorderBoundary':
      return ZONE_BOX;
    case 'LineBoundary':
      return ZONE_LINE;
    case 'Connector':
      return FLOW;
    default:
      return '';
  }
}

/** Properties by display name; of a list the answer that is chosen. */
function propertiesOf(element: XmlElement): Map<string, string> {
  const properties = new Map<string, string>();
  for (const property of element.child('Properties')?.all('anyType') ?? []) {
    const name = property.textAt('DisplayName');
    const index = Number(property.textAt('SelectedIndex') ?? Number.NaN);
    const choices = property.child('Value')?.all('string') ?? [];
    const text = choices.length > 0 ? choices[index]?.text.trim() : property.textAt('Value');
    if (name !== undefined && text !== undefined && text !== '' && !properties.has(name)) {
      properties.set(name, text);
    }
  }
  return properties;
}

function zoneOf({ id, name, element }: Shape): ZoneBox {
  return { zone: { id, word: 'trust boundary', name, line: element.line }, box: boxOf(element) };
}

function partOf(
  file: string,
  shape: Shape,
  sheet: string,
  zones: readonly ZoneBox[],
  log: ImportLog,
): ForeignPart[] {
  const stencil = Object.hasOwn(STENCILS, shape.type) ? STENCILS[shape.type] : undefined;
  const { element, properties } = shape;
  if (!stencil) {
    if (shape.type !== ZONE_BOX) {
      log.leftOut({ file, line: element.line }, 'A shape of the type "{type}" is not known.', {
        type: cleanName(shape.type || shape.template),
      });
    }
    return [];
  }
  const outOfScope = properties.get('Out Of Scope')?.toLowerCase() === 'true';
  return [
    {
      id: shape.id,
      word: stencil.word,
      kind: stencil.kind,
      name: shape.name,
      sheet,
      zone: innermostZone(boxOf(element), zones)?.id,
      outOfScope: outOfScope ? (properties.get('Reason For Out Of Scope') ?? '') : undefined,
      description: describe(shape),
      assets: [],
      threats: [],
      line: element.line,
    },
  ];
}

function linkOf(
  file: string,
  shape: Shape,
  threats: ReadonlyMap<string, readonly ForeignThreat[]>,
  log: ImportLog,
): ForeignLink[] {
  const { element } = shape;
  if (shape.type !== FLOW) {
    log.leftOut(
      { file, line: element.line },
      'The trust boundary "{name}" is a line, which does not say what lies on which side; give the components a facility.',
      { name: cleanName(shape.name) },
    );
    return [];
  }
  const [source, target] = ['SourceGuid', 'TargetGuid'].map((key) => guidOf(element.textAt(key)));
  return [
    {
      word: 'data flow',
      name: shape.name,
      ends: [source, target].filter((end) => end !== undefined),
      description: describe(shape),
      threats: threats.get(shape.id) ?? [],
      threatened: target,
      line: element.line,
    },
  ];
}

/** An end that is not attached is all zeros. */
function guidOf(text: string | undefined): string | undefined {
  return text === undefined || /^[0-]*$/.test(text) ? undefined : text;
}

/** The template's type and the answers that say something. */
function describe({ template, properties }: Shape): string | undefined {
  const type = template.startsWith('SE.') ? template.slice(template.lastIndexOf('.') + 1) : undefined;
  const answers = [...properties].filter(
    ([name, text]) => !KNOWN_PROPERTIES.has(name) && !NO_ANSWER.test(text.trim()),
  );
  return sentences([prefixed('Type: ', type), ...answers.map(([name, text]) => `${name}: ${text}`)]);
}

/** Threats by the id of the data flow. */
function readThreats(root: XmlElement): Map<string, ForeignThreat[]> {
  const byFlow = new Map<string, ForeignThreat[]>();
  for (const { children } of root.child('ThreatInstances')?.children ?? []) {
    const value = children.find(({ name }) => name === 'Value');
    const properties = new Map(
      (value?.child('Properties')?.all('KeyValueOfstringstring') ?? []).map((pair) => [
        pair.textAt('Key') ?? '',
        pair.textAt('Value'),
      ]),
    );
    if (value) {
      const flow = value.textAt('FlowGuid') ?? '';
      const threats = byFlow.get(flow) ?? [];
      byFlow.set(flow, threats);
      threats.push({
        title:
          properties.get('Title') ??
          value.textAt('Title') ??
          properties.get('UserThreatShortDescription') ??
          '',
        category: properties.get('UserThreatCategory'),
        severity: properties.get('Priority') ?? value.textAt('Priority'),
        state: value.textAt('State'),
        description: properties.get('UserThreatDescription'),
        mitigation: sentences([properties.get('PossibleMitigations'), value.textAt('StateInformation')]),
      });
    }
  }
  return byFlow;
}

function boxOf(element: XmlElement): Box | undefined {
  const [left, top, width, height] = ['Left', 'Top', 'Width', 'Height'].map((key) => {
    const text = element.textAt(key);
    const value = text === undefined ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  });
  return left === undefined || top === undefined
    ? undefined
    : { left, top, width: width ?? 0, height: height ?? 0 };
}
