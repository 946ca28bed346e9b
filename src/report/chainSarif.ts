import type { ReportingDescriptor, Result } from 'sarif';
import type { Chain, ChainStep } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import { STRIDE_TYPES, type StrideType, strideName } from '../formats/stride';
import { type Origins, type Place, ratingPlace } from '../model/origins';
import { shortProbability } from '../text/numbers';
import { describeChain, type Sentences } from '../threats/description';
import type { SarifLocations } from './sarifLocations';
import { SECURITY_SEVERITY, type SarifLevel, sarifMessage, sarifText } from './sarifLog';

const LEVELS: Readonly<Record<Chain['rating'], SarifLevel>> = {
  High: 'error',
  Medium: 'warning',
  Low: 'note',
};
const HELP =
  'Every step of the chain is rated, and its P is the product of the CVSS scores of the steps, divided by 10 for every step after the first. P ranks chains; it is not a likelihood. Rate a step as not possible where a measure closes it, or lower its rating where one makes it harder: `tmg chains --group relation` says which step most chains need.';

const RATINGS: readonly Chain['rating'][] = ['High', 'Medium', 'Low'];

/** A rule for every STRIDE type and rating, in the order S T R I D E: readers know how bad a rule is, not a result. */
export const CHAIN_RULES: readonly ReportingDescriptor[] = STRIDE_TYPES.flatMap((type) =>
  RATINGS.map((rating) => ({
    id: ruleId(type, rating),
    shortDescription: { text: `An attack chain ends in ${strideName(type)}, and its P is ${rating}.` },
    fullDescription: {
      text: `There is a way from an entry point to an asset, every step of which is rated, that ends in ${strideName(type)}; its P is ${rating}.`,
    },
    help: { text: HELP, markdown: HELP },
    defaultConfiguration: { level: LEVELS[rating] },
    properties: { tags: ['security'], 'security-severity': SECURITY_SEVERITY[LEVELS[rating]] },
  })),
);

/** A chain as a result: at the rating of its last step, the steps before it beside it. */
export function chainResult(
  { model }: ChainSet,
  chain: Chain,
  origins: Origins,
  locations: SarifLocations,
  sentences: Sentences = 'plain',
): Result {
  const steps = chain.steps.map(
    (step, index): { step: ChainStep; place: Place | undefined; text: string } => ({
      step,
      place: placeOf(step, origins),
      text: `Step ${index + 1}: attacks ${step.component.name} from ${step.interface}, ${step.ratedType} ${step.rating.score}`,
    }),
  );
  const before = steps.slice(0, -1);
  const last = steps.at(-1)?.place;
  const links = before.map((_, index) => `[${index + 1}](${index + 1})`);
  return {
    ruleId: ruleId(chain.type, chain.rating),
    ruleIndex: STRIDE_TYPES.indexOf(chain.type) * RATINGS.length + RATINGS.indexOf(chain.rating),
    level: LEVELS[chain.rating],
    // Times 10 in doubles would show 86.24000000000001.
    rank: Number((chain.probability * 10).toPrecision(12)),
    message: {
      text: [
        sarifText(`${describeChain(chain, model, sentences)} P = ${shortProbability(chain.probability)}.`),
        ...(links.length > 0 ? [`The steps before are rated here: ${links.join(', ')}.`] : []),
      ].join(' '),
    },
    locations: last ? [{ physicalLocation: locations.physical(last) }] : [],
    ...(before.length > 0 && {
      relatedLocations: before.map(({ place, text }, index) => locations.location(place, text, index + 1)),
    }),
    codeFlows: [
      {
        message: sarifMessage(`From ${chain.entry} to ${chain.asset.name} of ${chain.target.name}`),
        threadFlows: [
          { locations: steps.map(({ place, text }) => ({ location: locations.location(place, text) })) },
        ],
      },
    ],
    // GitHub looks for the second name only, and takes results of one line for one alert where it is not there.
    partialFingerprints: { 'chain/v1': chain.id, primaryLocationLineHash: chain.id },
    properties: {
      model: model.name,
      probability: chain.probability,
      rating: chain.rating,
      asset: chain.asset.id,
      path: chain.path,
    },
  };
}

/** Where a step is rated; where there is no such place, where the component is said to have the interface. */
function placeOf({ relation, ratedType, rating }: ChainStep, origins: Origins): Place | undefined {
  return (
    ratingPlace(origins, relation, ratedType, rating) ??
    origins.relations.get(relation.component)?.get(relation.interface)?.[0]
  );
}

function ruleId(type: StrideType, rating: Chain['rating']): string {
  return `chain-${strideName(type).toLowerCase().replaceAll(' ', '-')}-${rating.toLowerCase()}`;
}
