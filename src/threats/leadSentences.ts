import type { ChainRating } from '../chains/chain';
import { STRIDE_TYPES, strideName } from '../formats/stride';
import type { TypeCoverage } from '../model/ratingCoverage';
import { andList } from '../text/listNames';
import { count, plural, shortProbability } from '../text/numbers';
import { withinLength } from './lengthSentences';

/** What the sentences about a computation are made of. */
export interface LeadFigures {
  readonly entries: readonly { readonly name: string }[];
  readonly assets: readonly { readonly label: string }[];
  /** How many of each have chains, with those that the lists leave out. */
  readonly entryCount: number;
  readonly assetCount: number;
  /** Entries by assets: indices into the lists. */
  readonly cells: readonly {
    readonly entry: number;
    readonly asset: number;
    readonly worst: number;
    readonly rating: ChainRating;
  }[];
  /** Relations, that with most chains at or above Medium first. */
  readonly fixes: readonly { readonly label: string; readonly medium: number }[];
  readonly coverage: readonly TypeCoverage[];
  /** Up to which chains were computed. */
  readonly maxLength: number;
}

/** How many chains there are; more than `total` where that is a lower bound. */
export interface LeadTotals {
  readonly total: number;
  readonly totalIsLowerBound: boolean;
}

/** What a reader with little time has to know: what is worst, through what, and how much is rated. */
export function leadSentences(figures: LeadFigures, totals: LeadTotals | undefined): string[] {
  if (!totals || totals.total === 0) {
    const within = withinLength(figures.maxLength);
    return [
      totals?.totalIsLowerBound
        ? `The search ended early, before it had found an attack chain ${within}: there may be some.`
        : `There is no attack chain from any entry point to any asset ${within}.`,
      ...missingSentence(figures.coverage),
    ];
  }
  return [
    totalSentence(figures, totals),
    ...worstSentence(figures),
    ...fixSentence(figures),
    ...ratedSentences(figures.coverage),
  ];
}

function totalSentence(
  { entryCount, assetCount }: LeadFigures,
  { total, totalIsLowerBound }: LeadTotals,
): string {
  const chains = `${totalIsLowerBound ? 'At least ' : ''}${plural(total, 'attack chain')}`;
  return `${chains} ${total === 1 ? 'leads' : 'lead'} from ${plural(entryCount, 'entry point')} to ${plural(assetCount, 'asset')}.`;
}

function worstSentence({ cells, entries, assets }: LeadFigures): string[] {
  const worst = cells.reduce<(typeof cells)[number] | undefined>(
    (found, cell) => (!found || cell.worst > found.worst ? cell : found),
    undefined,
  );
  return worst
    ? [
        `The worst, with P ${shortProbability(worst.worst)} (${worst.rating}), begins at ${entries[worst.entry]?.name} and reaches ${assets[worst.asset]?.label}.`,
      ]
    : [];
}

function fixSentence({ fixes: [fix] }: LeadFigures): string[] {
  return fix && fix.medium > 0
    ? [
        `${fix.label} is crossed by ${count(fix.medium)} of the chains at or above Medium: to make that step harder helps most.`,
      ]
    : [];
}

/** How much is rated, and of which types nothing is said: nobody is to take those for covered. */
function ratedSentences(coverage: LeadFigures['coverage']): string[] {
  const [missing = `Every relation is rated for ${ratedFor(coverage)}.`] = missingSentence(coverage);
  return [missing, ...unaskedSentence(coverage)];
}

function ratedFor(coverage: LeadFigures['coverage']): string {
  const asked = new Map(coverage.map((row) => [row.type, row.onlySteps === true]));
  return STRIDE_TYPES.every((type) => asked.get(type) === false)
    ? 'every STRIDE type'
    : andList(
        [...asked].map(([type, onlySteps]) => `${strideName(type)}${onlySteps ? ' (only as a step)' : ''}`),
      );
}

function unaskedSentence(coverage: LeadFigures['coverage']): string[] {
  const others = STRIDE_TYPES.filter((type) => coverage.every((row) => row.type !== type)).map(strideName);
  return others.length === 0
    ? []
    : [
        `Nothing is said of ${andList(others)}: the model does not ask for ${others.length === 1 ? 'it' : 'them'}.`,
      ];
}

function missingSentence(coverage: LeadFigures['coverage']): string[] {
  const missing = coverage.reduce((sum, row) => sum + row.missing, 0);
  const all = coverage.reduce((sum, row) => sum + row.missing + row.rated + row.none, 0);
  if (missing === 0) {
    return [];
  }
  return [
    missing === 1
      ? `1 of ${plural(all, 'rating')} is missing: chains through it are not counted.`
      : `${count(missing)} of ${plural(all, 'rating')} are missing: chains through them are not counted.`,
  ];
}
