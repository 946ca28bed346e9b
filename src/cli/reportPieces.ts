import type { ChainSet } from '../chains/chainSet';
import { htmlReport } from '../report/htmlReport';
import { reportData, type ReportOptions } from '../report/reportData';
import { localDay } from '../text/localDay';
import type { Snapshot } from '../workspace/snapshot';
import { withProgress } from './computing';
import type { CommandIo } from './io';

/**
 * The HTML report of a computation, with the progress of what it still has to count on standard error.
 * @param options the day that the report bears, today without one, and how it describes chains
 */
export function reportPieces(
  io: CommandIo,
  snapshot: Snapshot,
  set: ChainSet,
  { date = localDay(new Date()), sentences }: Partial<Pick<ReportOptions, 'date' | 'sentences'>>,
): Iterable<string> {
  const data = withProgress(io, `${snapshot.model.name}, chains per length`, (control) =>
    reportData(snapshot, set, { date, control, ...(sentences && { sentences }) }),
  );
  return htmlReport(data);
}
