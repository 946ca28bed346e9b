import type { ReportData } from '../reportData';
import { joined, type Markup, tag } from './markup';
import { type HtmlColumn, htmlTable } from './table';

/** How the numbers come about, and what they do not say. */
export function method({ thresholds, stepRule, uniqueness, filtered, settings, advice }: ReportData): Markup {
  const columns: readonly HtmlColumn<readonly [string, string | number]>[] = [
    { title: 'Setting', isRowHeader: true, cell: ([name]) => name },
    { title: 'Value', cell: ([, value]) => String(value) },
  ];
  const steps =
    stepRule === 'elevation'
      ? 'All steps but the last are rated by Elevation of Privilege, because that is what an attacker needs to go on; the last is rated by the type of the chain.'
      : 'All steps are rated by the type of the chain.';
  const twice =
    uniqueness === 'relationships'
      ? 'No relation is crossed twice in it; components and interfaces may occur again.'
      : filtered
        ? 'Nothing occurs twice in it, but for one thing: where a filter bans the straight way, it may leave a component by the interface by which it has entered it.'
        : 'Nothing occurs twice in it.';
  return joined(
    tag('h3', {}, 'What a chain is'),
    paragraph(
      `The model says which components there are, through which interfaces they can be entered, and which assets they hold. An attack chain begins at an entry point and enters one component after another through an interface that both have, until it enters the one that holds the asset. ${twice} There is one chain per way, asset and STRIDE type, and all of them are computed, up to the maximum length.`,
    ),
    tag('h3', {}, 'How P comes about'),
    paragraph(
      `Every step, a component entered through an interface, is rated for each STRIDE type with a CVSS vector or score from 0 to 10. P of a chain is the product of the scores of its steps, divided by 10 for every step after the first: 6.8 alone stays 6.8, and with a second step of 5.7 it is 6.8 x 5.7 / 10 = 3.876. ${steps} A step that is rated "none" or 0 cannot be taken; one that is not rated yet is not taken either, which makes a report look better than it should.`,
    ),
    paragraph(
      tag('strong', {}, 'P ranks chains; it is not a likelihood.'),
      ' CVSS scores measure how severe a weakness is, not how probable an attack is, and their product does not become a probability. Use P to decide what to look at first, and not to say how often something will happen.',
    ),
    tag('h3', {}, 'Ratings and length'),
    paragraph(
      `A chain is High with P of ${thresholds.high} or more, Medium with ${thresholds.medium} or more, else Low. The length of a chain counts the relations between interfaces and components on its way: 1 for the first component, and 2 for each one after it. M' is the length of the longest chain with P of at least ${advice.minProbability}, whatever the maximum length is.`,
    ),
    tag('h3', {}, 'Limits'),
    tag(
      'ul',
      {},
      tag(
        'li',
        {},
        'The report is as good as the model: a way that is not in it, or a rating that is wrong, shows nowhere.',
      ),
      tag(
        'li',
        {},
        'Steps are rated one by one. That one makes the next one easier, or that a defender notices the first, is not in P.',
      ),
      tag(
        'li',
        {},
        'A long chain has a low P even where each of its steps is easy, because every factor below 10 lowers it.',
      ),
      tag(
        'li',
        {},
        '"What to fix first" counts chains; what a measure costs, and what else it breaks, is for people to weigh.',
      ),
    ),
    htmlTable('Settings of the computation', columns, settings, 'narrow'),
  );
}

function paragraph(...children: readonly (Markup | string)[]): Markup {
  return tag('p', {}, ...children);
}
