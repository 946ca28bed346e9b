import type { Chain } from '../chains/chain';
import { strideName } from '../formats/stride';
import type { ThreatColumn } from '../formats/threatColumns';
import type { Model } from '../model/model';
import { attackConditions } from './attackConditions';
import { attackerType, attackPeriod, describeChain, type Sentences } from './description';
import { influence } from './influence';

/** A chain as a row of the threat table; undefined where there is nothing to say. */
export type ThreatRow = Readonly<Record<ThreatColumn, string | number | undefined>>;

/** The row of a chain. */
export function threatRow(chain: Chain, model: Model, sentences: Sentences = 'plain'): ThreatRow {
  const vectors = chain.steps.flatMap(({ rating }) => rating.vector ?? []);
  const conditions = attackConditions(vectors);
  const { ratings } = chain.asset;
  return {
    Index: chain.id,
    Facility: chain.target.facility,
    Component: chain.target.name,
    Asset: chain.asset.name,
    'Rating: Security': ratings.security,
    'Rating: Operation': ratings.operation,
    'Rating: Tech': ratings.tech,
    'Rating: Compliance': ratings.compliance,
    'Attacker Type': attackerType(chain, model),
    'Attack Period': attackPeriod(chain, model),
    'First Entry-Point': chain.entry,
    Influence: influence(chain.type, chain.steps[chain.steps.length - 1]?.rating.vector),
    'Full Description': describeChain(chain, model, sentences),
    'STRIDE Type': strideName(chain.type),
    'Attack Vector (AV)': conditions.attackVector,
    'Attack Complexity (AC)': conditions.attackComplexity,
    'Privileges Required (PR)': conditions.privilegesRequired,
    'User Interaction (UI)': conditions.userInteraction,
    Probability: chain.probability,
    Rating: chain.rating,
  };
}
