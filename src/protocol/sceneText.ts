import type { ViewRequests } from './viewProtocol';

/**
 * The JSON of a whole scene, put together from its pieces.
 * @param ask for the piece that begins at a place
 */
export async function sceneText(
  ask: (from: number) => ViewRequests['scene']['result'] | Promise<ViewRequests['scene']['result']>,
): Promise<string> {
  let text = '';
  for (let from: number | undefined = 0; from !== undefined; ) {
    const piece: ViewRequests['scene']['result'] = await ask(from);
    text += piece.text;
    from = piece.next;
  }
  return text;
}
