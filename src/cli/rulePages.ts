import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DiagnosticCode } from '../formats/diagnosticCodes';
import type { RulePage } from '../report/problemSarif';

const FOLDER = join('docs', 'rules');

/** What the pages of the documentation say of some diagnostics; nothing of those whose page is not there. */
export async function rulePages(codes: Iterable<DiagnosticCode>): Promise<Map<DiagnosticCode, RulePage>> {
  const pages = new Map<DiagnosticCode, RulePage>();
  for (const code of new Set(codes)) {
    const text = await pageText(`${code}.md`);
    const page = text === undefined ? undefined : parsePage(text);
    if (page) {
      pages.set(code, page);
    }
  }
  return pages;
}

/** A page of the folder `docs/rules` that lies beside this program, built or not. */
async function pageText(name: string): Promise<string | undefined> {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    try {
      return await readFile(join(folder, FOLDER, name), 'utf8');
    } catch {
      if (folder === dirname(folder)) {
        return undefined;
      }
    }
  }
}

/** The first paragraph, and the sections before the examples, links taken out: they lead nowhere from elsewhere. */
function parsePage(text: string): RulePage | undefined {
  const [beginning = '', ...sections] = text.replaceAll('\r\n', '\n').split(/^## /m);
  const summary = beginning
    .split('\n\n')
    .map((paragraph) => paragraph.trim())
    .find((paragraph) => paragraph !== '' && !/^(#|Severity:)/.test(paragraph));
  const help = sections
    .filter((section) => /^(Why it matters|How to fix it)\n/.test(section))
    .map((section) => `## ${section.trim()}`)
    .join('\n\n');
  return summary === undefined
    ? undefined
    : {
        summary: withoutLinks(summary)
          .split('\n')
          .map((line) => line.trim())
          .join(' '),
        help: withoutLinks(help),
      };
}

function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^[\]]+)\]\([^()]*\)/g, '$1');
}
