import type { Chain } from '../chains/chain';
import { strideName } from '../formats/stride';
import type { Model } from '../model/model';
import type { Place } from '../model/origins';
import { shortProbability } from '../text/numbers';
import { describeChain, type Sentences } from '../threats/description';
import type { ChainExplanation } from '../threats/explainChain';
import type { SourceLocator } from '../workspace/sourceLocator';
import { markdownName, markdownParagraph, markdownText } from './markdownText';

const HEADER = ['Step', 'Interface', 'Component', 'Type', 'Score', 'Vector', 'P so far', 'Rated at'];

/** A chain as Markdown: a heading, its sentence, a table of its steps, how P comes about, and notes. */
export function chainMarkdown(
  chain: Chain,
  model: Model,
  explanation: ChainExplanation,
  locator: SourceLocator,
  sentences: Sentences = 'plain',
): string {
  const rows = chain.steps.map(({ interface: name, component, ratedType, rating }, index) => {
    const { probability = 0, source } = explanation.steps[index] ?? {};
    return [
      String(index + 1),
      name,
      component.name,
      ratedType,
      String(rating.score),
      rating.vector?.text ?? '',
      shortProbability(probability),
      source ? fileAndLine(source, locator) : '',
    ];
  });
  const title = `${chain.asset.name} of ${chain.target.name}: ${strideName(chain.type)}, ${chain.rating}`;
  const table = [HEADER, HEADER.map(() => '---'), ...rows.map((cells) => cells.map(markdownName))];
  const parts = [
    `## ${markdownName(title)}`,
    markdownParagraph(describeChain(chain, model, sentences)),
    table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    `P = ${explanation.formula}`,
    notesOf(chain).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What the model says of the steps besides their ratings, as a list. */
function notesOf({ steps }: Chain): string[] {
  return steps.flatMap(({ relation, rating }, index) =>
    [
      ...rating.techniques.map((technique) => `technique ${technique}`),
      ...relation.notes,
      ...relation.references,
    ].map((text) => `- Step ${index + 1}: ${markdownText(text)}`),
  );
}

function fileAndLine(place: Place, locator: SourceLocator): string {
  const { file, line } = locator.start(place);
  return `${file}:${line}`;
}
