/** A place of a network map. */
export interface MapNode {
  readonly id: string;
  readonly label: string;
  readonly country: string;
  /** False for the networks of others. */
  readonly internal: boolean;
}

/** A line between two places; several may join the same two. */
export interface MapLink {
  readonly source: string;
  readonly target: string;
  readonly label: string;
}

/** A network map of the Internet Topology Zoo. */
export interface NetworkMap {
  readonly nodes: readonly MapNode[];
  readonly links: readonly MapLink[];
}

/** Reads the nodes, edges and their data from GraphML as the Topology Zoo writes it (no namespaces, no nesting). */
export function readGraphMl(text: string): NetworkMap {
  const keys = new Map<string, string>();
  for (const [, head = ''] of text.matchAll(/<key ([^>]*)\/>/g)) {
    keys.set(`${attribute(head, 'for')}:${attribute(head, 'attr.name')}`, attribute(head, 'id'));
  }
  const nodes = elements(text, 'node').map(({ head, body }): MapNode => {
    const id = attribute(head, 'id');
    return {
      id,
      label: datum(body, keys.get('node:label')) || `Node ${id}`,
      country: datum(body, keys.get('node:Country')),
      internal: datum(body, keys.get('node:Internal')) !== '0',
    };
  });
  const links = elements(text, 'edge').map(
    ({ head, body }): MapLink => ({
      source: attribute(head, 'source'),
      target: attribute(head, 'target'),
      label: datum(body, keys.get('edge:LinkLabel')),
    }),
  );
  return { nodes, links };
}

function elements(text: string, name: string): { head: string; body: string }[] {
  const pattern = new RegExp(`<${name} ([^>]*?)(?:/>|>([\\s\\S]*?)</${name}>)`, 'g');
  return [...text.matchAll(pattern)].map(([, head = '', body = '']) => ({ head, body }));
}

function attribute(head: string, name: string): string {
  return unescape(new RegExp(`(?:^|\\s)${name.replace('.', '\\.')}="([^"]*)"`).exec(head)?.[1] ?? '');
}

function datum(body: string, key: string | undefined): string {
  return key === undefined
    ? ''
    : unescape(new RegExp(`<data key="${key}">([^<]*)</data>`).exec(body)?.[1] ?? '').trim();
}

function unescape(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
