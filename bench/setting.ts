import type { Report } from './report';

/** What a subject of the bench is given. */
export interface Setting {
  readonly report: Report;
  /** A quick run: fewer repetitions, smaller graphs. */
  readonly short: boolean;
  /** The bundled program that measures in a process of its own. */
  readonly child: string;
  /** The command line program; undefined where it cannot be built, then `commandLineFault` says why. */
  readonly commandLine: string | undefined;
  readonly commandLineFault: string;
}
