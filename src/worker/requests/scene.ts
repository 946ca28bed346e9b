import { buildScene } from '../../drawing/buildScene';
import { sceneFigures } from '../../drawing/sceneFigures';
import type { RequestHandlers } from '../../protocol/endpoint';
import { type ChainViewRequests, PIECE_LENGTH } from '../../protocol/viewProtocol';
import type { ChainAccess } from './computation';

/** Answers with what a drawing of a model shows, as JSON in pieces. */
export function sceneRequests(access: ChainAccess): RequestHandlers<Pick<ChainViewRequests, 'scene'>> {
  // By computation, and by snapshot for models without one.
  const texts = new WeakMap<object, string>();
  return {
    scene: async ({ root, from }) => {
      const computation = access.computation(root);
      const source = computation ?? (await access.load(root));
      if (!source) {
        return { text: '', next: undefined };
      }
      let text = texts.get(source);
      if (text === undefined) {
        text = JSON.stringify(
          'set' in source
            ? buildScene(source.snapshot.model, sceneFigures(source.set))
            : buildScene(source.model),
        );
        texts.set(source, text);
      }
      return piece(text, from);
    },
  };
}

/** A stretch of a text that splits no surrogate pair. */
function piece(text: string, from: number): ChainViewRequests['scene']['result'] {
  let end = from + PIECE_LENGTH;
  if (end >= text.length) {
    return { text: text.slice(from), next: undefined };
  }
  const unit = text.charCodeAt(end - 1);
  end -= unit >= 0xd800 && unit <= 0xdbff ? 1 : 0;
  return { text: text.slice(from, end), next: end };
}
