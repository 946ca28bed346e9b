import type { ChainSet } from '../chains/chainSet';
import { htmlReport } from '../report/htmlReport';
import { reportData } from '../report/reportData';
import { localDay } from '../text/localDay';
import type { Snapshot } from '../workspace/snapshot';
import { withProgress } from './computing';
import type { CommandIo } from './io';

/**
 * The HTML report of a computation, with the progress of what it still has to count on standard error.
 * @param date that the report bears; today's without one
 */
export function reportPieces(
  io: CommandIo,
  snapshot: Snapshot,
  set: ChainSet,
  date: string = localDay(new Date()),
): Iterable<string> {
  const data = withProgress(io, `${snapshot.model.name}, chains per length`, (control) =>
    reportData(snapshot, set, { date, control }),
  );
  return htmlReport(data);
}
