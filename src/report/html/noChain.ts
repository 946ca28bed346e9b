import { withinLength } from '../../threats/lengthSentences';
import type { ReportData } from '../reportData';

/** What was computed: all chains up to a length, or only some of them. */
type Computed = Pick<ReportData, 'kept' | 'total' | 'totalIsLowerBound' | 'complete' | 'maxLength'>;

/** Whether there may be chains that are not kept, of which nothing can be said. */
export function isPartial({ kept, total, totalIsLowerBound, complete }: Computed): boolean {
  return kept < total || totalIsLowerBound || !complete;
}

/** That no chain does something; where there may be others, that none of those that are kept does. */
export function noChainDoes(what: string, data: Computed): string {
  return isPartial(data)
    ? `None of the chains that are kept ${what}; there may be others that do.`
    : `No chain ${what} ${withinLength(data.maxLength)}.`;
}

/** That there is no chain; where the search ended early, that it has found none. */
export function thereIsNoChain(data: Computed): string {
  const within = withinLength(data.maxLength);
  return isPartial(data)
    ? `The search ended early, before it had found a chain ${within}.`
    : `There is no chain ${within}.`;
}
