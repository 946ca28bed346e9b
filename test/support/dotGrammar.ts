/** What a DOT text says. */
export interface DotGraph {
  readonly nodes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly edges: readonly (readonly [from: string, to: string])[];
  /** Labels of clusters. */
  readonly clusters: readonly string[];
}

const TOKEN =
  /\s+|"((?:[^"\\]|\\[\s\S])*)"|(-?(?:\.\d+|\d+(?:\.\d*)?))|([A-Za-z_]\w*)|(--|[{}[\]=,;])|([\s\S])/g;

interface Token {
  readonly kind: 'id' | 'sign';
  readonly text: string;
}

/**
 * Reads an undirected graph in the part of Graphviz's DOT grammar that needs no HTML strings and no ports.
 * @throws Error where it does not follow the grammar
 */
export function readDot(source: string): DotGraph {
  const tokens = tokensOf(source);
  const nodes = new Map<string, Map<string, string>>();
  const edges: [string, string][] = [];
  const clusters: string[] = [];
  let at = 0;

  const next = (kind: Token['kind'], text?: string): string => {
    const token = tokens[at++];
    if (token?.kind !== kind || (text !== undefined && token.text !== text)) {
      throw new Error(`expected ${text ?? kind} as token ${at}, not ${token?.text}`);
    }
    return token.text;
  };
  const isNext = (text: string): boolean => tokens[at]?.kind === 'sign' && tokens[at]?.text === text;
  const attributes = (): Map<string, string> => {
    const list = new Map<string, string>();
    next('sign', '[');
    while (!isNext(']')) {
      const name = next('id');
      next('sign', '=');
      list.set(name, next('id'));
      if (!isNext(']')) {
        next('sign', ',');
      }
    }
    next('sign', ']');
    return list;
  };
  const statements = (cluster: boolean): void => {
    next('sign', '{');
    while (!isNext('}')) {
      const id = next('id');
      if (id === 'subgraph') {
        next('id');
        statements(true);
        continue;
      }
      if (isNext('--')) {
        at++;
        edges.push([id, next('id')]);
        attributes();
      } else if (id === 'graph' || id === 'node' || id === 'edge') {
        const label = attributes().get('label');
        if (cluster && label !== undefined) {
          clusters.push(label);
        }
      } else {
        nodes.set(id, attributes());
      }
      next('sign', ';');
    }
    next('sign', '}');
  };

  next('id', 'graph');
  next('id');
  statements(false);
  if (at !== tokens.length) {
    throw new Error('more than one graph');
  }
  return { nodes, edges, clusters };
}

/** What Graphviz shows for a label: backslashes escape, entities stand for characters. */
export function shownLabel(label: string): string {
  return label.replace(/\\([\s\S])/g, '$1').replaceAll('&amp;', '&');
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  for (const [, quoted, number, word, sign, other] of source.matchAll(TOKEN)) {
    if (other !== undefined) {
      throw new Error(`unexpected character ${JSON.stringify(other)}`);
    }
    const id = quoted?.replaceAll('\\"', '"') ?? number ?? word;
    if (id !== undefined) {
      tokens.push({ kind: 'id', text: id });
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', text: sign });
    }
  }
  return tokens;
}
