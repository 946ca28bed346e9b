import type { Chain } from '../../chains/chain';
import { findChain } from '../../chains/findChain';
import type { RequestHandlers } from '../../protocol/endpoint';
import type { ChainDetail, ChainRequests } from '../../protocol/chainProtocol';
import { chainMarkdown } from '../../report/chainMarkdown';
import { attackerType, attackPeriod, describeChain, type Sentences } from '../../threats/description';
import { explainChain } from '../../threats/explainChain';
import type { Snapshot } from '../../workspace/snapshot';
import { SourceLocator } from '../../workspace/sourceLocator';
import { WirePlaces } from '../wire';
import type { ChainAccess } from './computation';

/** Answers with everything about one chain. */
export function detailRequests(access: ChainAccess): RequestHandlers<Pick<ChainRequests, 'detail'>> {
  return {
    detail: (params) => {
      const computation = access.computation(params.root);
      if (!computation) {
        return undefined;
      }
      const { set, snapshot, sentences } = computation;
      const position = 'key' in params ? findChain(set, params.key) : params.position;
      return position >= 0 && position < set.size
        ? chainDetail(snapshot, set.chain(position), position, sentences)
        : undefined;
    },
  };
}

/** A chain of a model with the places it comes from. */
export function chainDetail(
  snapshot: Snapshot,
  chain: Chain,
  position: number,
  sentences: Sentences,
): ChainDetail {
  const { model, origins } = snapshot;
  const places = new WirePlaces(snapshot);
  const explanation = explainChain(chain, model, origins);
  return {
    position,
    id: chain.id,
    root: snapshot.root,
    probability: chain.probability,
    rating: chain.rating,
    type: chain.type,
    path: chain.path,
    asset: chain.asset.name,
    assetId: chain.asset.id,
    component: chain.asset.component,
    risk: chain.risk,
    description: describeChain(chain, model, sentences),
    formula: explanation.formula,
    attackers: attackerType(chain, model),
    period: attackPeriod(chain, model),
    markdown: chainMarkdown(chain, model, explanation, new SourceLocator(snapshot), sentences),
    steps: explanation.steps.map((explained, index) => {
      const {
        interface: name,
        component,
        relation,
        ratedType,
        rating,
      } = chain.steps[index] as Chain['steps'][number];
      const { source, componentPlace, relationPlace } = explained;
      return {
        interface: name,
        component: component.name,
        ratedType,
        score: rating.score,
        vector: rating.vector?.text,
        vectorInWords: explained.vectorInWords,
        byRule: rating.rule !== undefined,
        probability: explained.probability,
        reason: explained.reason,
        techniques: rating.techniques,
        notes: relation.notes,
        references: relation.references,
        source: source && places.place(source),
        componentPlace: componentPlace && places.place(componentPlace),
        relationPlace: relationPlace && places.place(relationPlace),
      };
    }),
  };
}
