import { advisedProbability, adviseLength } from '../../chains/advise';
import { NOTHING_ADVISED } from '../../chains/advisedLength';
import { chainOptions } from '../../chains/options';
import { explainWhyByType } from '../../chains/whyByType';
import { entryPoints } from '../../model/entryPoints';
import type { ChainRequests } from '../../protocol/chainProtocol';
import type { RequestHandlers } from '../../protocol/endpoint';
import { cutSentence, obstacleText } from '../../report/explanation';
import { obstaclePlace } from '../../threats/obstaclePlace';
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
        return { maxLength: 0, best: undefined, cuts: [] };
      }
      const { model, origins } = snapshot;
      const options = chainOptions(model.settings, { from: new Set([from]), to: new Set([to]) });
      const { best, cuts } = explainWhyByType(model, options, access.control(root, ticket));
      const places = new WirePlaces(snapshot);
      return {
        maxLength: options.maxLength,
        best: best && chainDetail(snapshot, best, -1, access.sentences()),
        cuts: cuts.map((cut) => ({
          sentence: cutSentence(cut, options),
          steps: cut.relations.map((relation) => {
            const { stepRule } = options;
            const place = obstaclePlace(model, origins, relation, { types: cut.types, stepRule });
            return { label: obstacleText(relation), place: place && places.place(place) };
          }),
        })),
      };
    },
    advise: async ({ root, minProbability, ticket }) => {
      const snapshot = await access.load(root);
      if (!snapshot) {
        return { ...NOTHING_ADVISED, lengths: [], complete: true };
      }
      const { model } = snapshot;
      return adviseLength(model, chainOptions(model.settings), access.control(root, ticket), minProbability);
    },
    endpoints: async ({ root }) => {
      const model = (await access.load(root))?.model;
      return {
        entries: model ? entryPoints(model).map(({ name }) => name) : [],
        assets: model
          ? [...model.assets.values()].map(({ id, name, component }) => ({ id, name, component }))
          : [],
        minProbability: model ? advisedProbability(model, model.settings) : 0,
      };
    },
  };
}
