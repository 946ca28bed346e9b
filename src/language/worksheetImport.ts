import type { ImportReport } from '../formats/foreign/importReport';
import type { Snapshot } from '../workspace/snapshot';
import type { Worksheets } from './readWorksheets';
import { worksheetEdits } from './worksheetEdits';
import { worksheetItems } from './worksheetItems';

/** What filled worksheets make of the files of their model. What no file could take is in the report. */
export function importWorksheetsInto(
  snapshot: Snapshot,
  { tables, log: before }: Worksheets,
): { readonly texts: ReadonlyMap<string, string>; readonly report: ImportReport } {
  const log = before.copy();
  const { texts, open } = worksheetEdits(snapshot, worksheetItems(snapshot, tables, log));
  for (const { place, component, interface: name, key } of open) {
    log.problem(place, 'No file of the model could take {key} of "{component}" through "{interface}".', {
      key,
      component,
      interface: name,
    });
  }
  return { texts, report: log.report() };
}
