import type { ChainDetail } from './chainProtocol';

/** Sentences repeat the names of a path; names can be as long as a file. */
const LONGEST_SENTENCE = 4000;

/** A chain as pages get it with every state: without its Markdown, which only the host copies, and with bounded sentences. */
export function chainForPages(chain: ChainDetail | undefined): ChainDetail | undefined {
  return (
    chain && {
      ...chain,
      markdown: '',
      description: cut(chain.description),
      formula: cut(chain.formula),
      steps: chain.steps.map((step) => ({
        ...step,
        reason: cut(step.reason),
        notes: step.notes.map(cut),
        references: step.references.map(cut),
      })),
    }
  );
}

function cut(text: string): string {
  return text.length > LONGEST_SENTENCE ? `${text.slice(0, LONGEST_SENTENCE)}…` : text;
}
