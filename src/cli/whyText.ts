import type { Chain } from '../chains/chain';
import type { ChainOptions } from '../chains/options';
import type { TypedCut } from '../chains/whyByType';
import { strideName } from '../formats/stride';
import { type Place, ratingPlace } from '../model/origins';
import { cutSentence, obstacleText } from '../report/explanation';
import { andList } from '../text/listNames';
import { shortProbability } from '../text/numbers';
import { describeChain } from '../threats/description';
import { obstaclePlace } from '../threats/obstaclePlace';
import type { Snapshot } from '../workspace/snapshot';
import { SourceLocator } from '../workspace/sourceLocator';
import type { CommandIo } from './io';
import { shownPlace } from './problems';
import { printable } from './terminal';

/** The best chain: its sentence, P and id, and a line per step with the place of its rating. */
export function* bestChainLines(io: CommandIo, snapshot: Snapshot, best: Chain): Generator<string> {
  const place = placeWriter(io, snapshot);
  yield `${printable(describeChain(best, snapshot.model))}\n`;
  yield `P ${shortProbability(best.probability)}, ${best.rating}, ${strideName(best.type)}, chain ${best.id}\n`;
  for (const { component, interface: through, relation, rating, ratedType } of best.steps) {
    const vector = rating.vector ? ` ${rating.vector.text}` : '';
    const byRule = rating.rule === undefined ? '' : ' by rule';
    const at = place(ratingPlace(snapshot.origins, relation, ratedType, rating));
    yield `  ${printable(through)} > ${printable(component.name)}: ${ratedType} ${rating.score}${vector}${byRule}${at}\n`;
  }
}

/** What there is no chain between, as it was asked for, and why. */
export interface NoChain {
  readonly snapshot: Snapshot;
  readonly options: ChainOptions;
  readonly cuts: readonly TypedCut[];
  readonly endedEarly: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Why there is no chain: a sentence per cause with its types, and a line per relation in the way, with its place. */
export function* cutLines(
  io: CommandIo,
  { snapshot, options, cuts, endedEarly, from, to }: NoChain,
): Generator<string> {
  const place = placeWriter(io, snapshot);
  const ends = `from ${names(from)} to ${names(to)}`;
  const causes = cuts.length > 1 ? ' What stands in the way, each by itself:' : '';
  const within = `${ends} within length ${options.maxLength}`;
  yield endedEarly
    ? `The search for chains ${within} ended early (searchLimit), before it had found one: there may be some.${causes}\n`
    : `No chain leads ${within}.${causes}\n`;
  for (const cut of cuts) {
    yield `${cuts.length > 1 ? '- ' : ''}${cutSentence(cut, options)}\n`;
    for (const relation of cut.relations) {
      const at = obstaclePlace(snapshot.model, snapshot.origins, relation, {
        types: cut.types,
        stepRule: options.stepRule,
      });
      yield `  ${printable(obstacleText(relation))}${place(at)}\n`;
    }
  }
}

function names(given: readonly string[]): string {
  return andList(given.map(printable));
}

/** Writes places behind a line. */
function placeWriter(io: CommandIo, snapshot: Snapshot): (place: Place | undefined) => string {
  const locator = new SourceLocator(snapshot);
  return (place) => (place ? ` (${shownPlace(io, snapshot, locator.start(place))})` : '');
}
