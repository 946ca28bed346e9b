import { plural } from '../../text/numbers';
import type { ReportData } from '../reportData';
import { MOST_REPORT_NODES } from '../reportGraph';
import { joined, type Markup, tag } from './markup';
import { scroller } from './table';

/** Image that the script of the page lets readers enlarge. */
export const GRAPH_ID = 'graph-image';

/** The drawing of the model, as an image of its own, so that its style sheet and ids are no part of the page. */
export function graph({
  model,
  graph: { svg, width, height, components, interfaces, relations },
}: ReportData): Markup {
  const counts = `${plural(components, 'component')}, ${plural(interfaces, 'interface')} and ${plural(relations, 'relation')}`;
  if (svg === undefined) {
    return tag(
      'p',
      {},
      `The model has ${counts}. Drawings of more than ${plural(MOST_REPORT_NODES, 'node')} are left out of reports; "tmg graph" makes them.`,
    );
  }
  const image = tag('img', {
    id: GRAPH_ID,
    src: dataUrl(svg),
    width: Math.ceil(width),
    height: Math.ceil(height),
    alt: `Threat modeling graph of ${model}, coloured by the worst chain through each component, interface and relation`,
  });
  return joined(
    tag(
      'p',
      {},
      `${counts}. Attacks run from left to right; colours, letters and the width of lines tell the rating of the worst chain through everything.`,
    ),
    scroller('Graph', image, 'graph'),
  );
}

/** An SVG document as a URL: whatever means something in URLs or attributes is encoded. */
function dataUrl(svg: string): string {
  const encoded = svg.replace(
    /[%#<>&"'\r\n\t]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `data:image/svg+xml;charset=utf-8,${encoded}`;
}
