import type { ChainFigures } from '../chains/chainFigures';
import type { Component } from '../model/model';
import type { Snapshot } from '../workspace/snapshot';
import { figureItem } from './figureText';
import { escapeMarkdown, markdownList, markdownNames, paragraphs } from './markdown';

/** What is known about a component, as Markdown. */
export function componentHover({ model }: Snapshot, name: string, figures: ChainFigures | undefined): string {
  const component = model.components.get(name);
  if (!component) {
    return paragraphs([`**${escapeMarkdown(name)}**`, 'No file declares this component.']);
  }
  const { facility, labels, relations, assets, description } = component;
  const others = [...labels].filter((label) => label !== 'Virtual' && label !== 'EXT');
  return paragraphs([
    `**${escapeMarkdown(name)}** (component)`,
    escapeMarkdown(description ?? ''),
    markdownList([
      ...roles(component),
      facility === undefined ? '' : `Facility: ${escapeMarkdown(facility)}`,
      others.length > 0 ? `Labels: ${markdownNames(others)}` : '',
      `Interfaces: ${relations.size > 0 ? markdownNames([...relations.keys()]) : 'none'}`,
      assets.length > 0 ? `Assets: ${markdownNames(assets.map((asset) => asset.name))}` : '',
      component.external
        ? ''
        : figureItem('Chains through it', figures, ({ components }) => components.get(name)),
    ]),
  ]);
}

function roles({ virtual, external }: Component): string[] {
  return [
    virtual ? 'Virtual: joins its interfaces, is passed through and not rated' : '',
    external ? 'EXT: out of scope, no chain enters it' : '',
  ];
}
