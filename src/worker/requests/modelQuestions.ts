import { adviseLength } from '../../chains/advise';
import { chainOptions } from '../../chains/options';
import { explainWhy } from '../../chains/why';
import { relationPlace } from '../../checks/places';
import { entryPoints } from '../../model/entryPoints';
import type { ChainRequests } from '../../protocol/chainProtocol';
import type { RequestHandlers } from '../../protocol/endpoint';
import { cutSentence, obstacleText } from '../../report/explanation';
import { WirePlaces } from '../wire';
import { chainDetail } from './chainDetail';
import type { ChainAccess } from './computation';

/** Answers that need a model as its files are now, but none of its computed chains. */
export function questionRequests(
  access: ChainAccess,
): RequestHandlers<Pick<ChainRequests, 'why' | 'advise' | 'endpoints'>> {
  return {
    why: async ({ root, from, to, ticket }) => {
      const snapshot = await access.load(root);
      if (!snapshot) {
        return { best: undefined, cuts: [] };
      }
      const { model, origins } = snapshot;
      const options = chainOptions(model.settings, { from: new Set([from]), to: new Set([to]) });
      const { best, cuts } = explainWhy(model, options, access.control(root, ticket));
      const places = new WirePlaces(snapshot);
      return {
        best: best && chainDetail(snapshot, best, -1, access.sentences()),
        cuts: cuts.map((cut) => ({
          sentence: cutSentence(cut),
          steps: cut.relations.map((relation) => {
            const place = relationPlace(origins, relation.component, relation.interface);
            return { label: obstacleText(relation), place: place && places.place(place) };
          }),
        })),
      };
    },
    advise: async ({ root, minProbability, ticket }) => {
      const snapshot = await access.load(root);
      if (!snapshot) {
        return { lengths: [], advised: 0, complete: true };
      }
      const options = chainOptions(snapshot.model.settings, { minProbability });
      return adviseLength(snapshot.model, options, access.control(root, ticket));
    },
    endpoints: async ({ root }) => {
      const model = (await access.load(root))?.model;
      return {
        entries: model ? entryPoints(model).map(({ name }) => name) : [],
        assets: model
          ? [...model.assets.values()].map(({ id, name, component }) => ({ id, name, component }))
          : [],
        minProbability: model?.settings.minProbability ?? 0,
      };
    },
  };
}
