import { chainId } from '../chains/chainId';
import type { ChainSet } from '../chains/chainSet';
import { count } from '../text/numbers';
import { UsageError } from './io';

const ID = /^[0-9a-f]{16}$/i;
const NUMBER = /^#?(\d{1,9})$/;

/**
 * The position of a chain that a command line names: by id, by its number in the list by P, or, for `true`, the best.
 * @throws UsageError if there is no such chain
 */
export function chainPosition(set: ChainSet, which: string | true): number {
  if (which !== true && ID.test(which)) {
    const id = which.toLowerCase();
    for (let position = 0; position < set.size; position++) {
      if (chainId(set.path(position), set.asset(position).id, set.type(position)) === id) {
        return position;
      }
    }
  }
  const rank = which === true ? 1 : Number(NUMBER.exec(which)?.[1] ?? 0);
  if (rank >= 1 && rank <= set.size) {
    return rank - 1;
  }
  const named = which === true ? 'no chain' : `no chain "${which}"`;
  const known =
    set.size > 0
      ? `tmg chains lists their ids and numbers, which are 1 to ${count(set.size)}`
      : 'tmg chains says why there is none';
  throw new UsageError(
    `Model "${set.model.name}" has ${named} within length ${set.options.maxLength} and with these options; ${known}.`,
  );
}
