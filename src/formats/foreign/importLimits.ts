import type { ImportLog } from './importReport';

/** More of a kind than this are left out: some times what a model is made for. */
export const MOST = { parts: 20_000, links: 40_000, zones: 5_000, assets: 100_000 } as const;

/** The first `free` items; that there are more is reported at the first of them. */
export function limited<Item extends { readonly line?: number | undefined }>(
  log: ImportLog,
  file: string,
  items: readonly Item[],
  free: number,
  what: string,
): readonly Item[] {
  const kept = Math.max(0, free);
  const next = items[kept];
  if (next) {
    log.leftOut(
      { file, line: next.line },
      'There are more {what} than a model can hold; from here on {count} are left out.',
      { what, count: items.length - kept },
    );
  }
  return items.slice(0, kept);
}
