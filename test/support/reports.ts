import type { ChainSet } from '../../src/chains/chainSet';
import { computeChains } from '../../src/chains/computeChains';
import { type ChainOptions, chainOptions } from '../../src/chains/options';
import { htmlReport } from '../../src/report/htmlReport';
import { type ReportData, reportData } from '../../src/report/reportData';
import { memoryModel } from './memoryModel';
import type { ModelFiles } from './modelFrom';
import { elementsOf, parseXml, textOf, type XmlElement } from './wellFormedXml';

/** A report, and what it is of. */
export interface WrittenReport {
  readonly set: ChainSet;
  readonly data: ReportData;
  readonly html: string;
}

/** The report of some files, of a fixed day. */
export async function reportOf(
  files: ModelFiles,
  narrowed: Partial<ChainOptions> = {},
): Promise<WrittenReport> {
  const snapshot = await memoryModel(files);
  const set = computeChains(snapshot.model, chainOptions(snapshot.model.settings, narrowed));
  const data = reportData(snapshot, set, { date: '2026-01-31' });
  return { set, data, html: [...htmlReport(data)].join('') };
}

/** An HTML document of elements that are all closed, and what is in its elements that hold no markup. */
export interface ParsedHtml {
  readonly root: XmlElement;
  /** Contents by `script`, `style` or the id of a data block. */
  readonly raw: ReadonlyMap<string, string>;
}

/** Parses a report. @throws Error where elements are not closed, or anything is not escaped */
export function parseHtml(html: string): ParsedHtml {
  const raw = new Map<string, string>();
  const body = html
    .replace(/^<!DOCTYPE html>\n/, '')
    .replace(
      /<(script|style)([^>]*)>([^]*?)<\/\1>/g,
      (_, name: string, attributes: string, content: string) => {
        raw.set(/ id="([^"]*)"/.exec(attributes)?.[1] ?? name, content);
        return `<${name}${attributes}></${name}>`;
      },
    )
    .replace(/<(meta|link|img)((?: [\w-]+="[^"]*")*)>/g, '<$1$2/>');
  return { root: parseXml(body), raw };
}

/** The cells of the table with a caption, row by row, without its header; blanks folded. */
export function rowsOf({ root }: ParsedHtml, caption: RegExp): string[][] {
  const table = elementsOf(root, 'table').find((element) =>
    elementsOf(element, 'caption').some((found) => caption.test(textOf(found))),
  );
  if (!table) {
    throw new Error(`no table is called ${caption}`);
  }
  const [body] = elementsOf(table, 'tbody');
  return (body ? elementsOf(body, 'tr') : []).map((row) =>
    row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [folded(textOf(cell))])),
  );
}

/** The paragraphs of a section. */
export function paragraphsOf({ root }: ParsedHtml, section: string): string[] {
  const found = elementsOf(root, 'section').find(({ attributes }) => attributes.get('id') === section);
  return found ? elementsOf(found, 'p').map((paragraph) => folded(textOf(paragraph))) : [];
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
