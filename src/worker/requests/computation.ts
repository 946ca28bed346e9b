import type { ChainSet } from '../../chains/chainSet';
import type { ComputeControl } from '../../chains/control';
import type { Sentences } from '../../threats/description';
import type { ThreatTable } from '../../threats/threatTable';
import type { Snapshot } from '../../workspace/snapshot';

/** The newest computation of one model. */
export interface Computation {
  readonly snapshot: Snapshot;
  readonly set: ChainSet;
  readonly table: ThreatTable;
  /** How chains are described. */
  readonly sentences: Sentences;
}

/** What answers to questions about chains are made from. */
export interface ChainAccess {
  /** Undefined where none has been made since the model was loaded or cleared. */
  computation(root: string): Computation | undefined;
  /** The model as its files are now. */
  load(root: string): Promise<Snapshot | undefined>;
  /** Ends a computation when a newer ticket is drawn. */
  control(root: string, ticket: number): ComputeControl;
  newestTicket(): number;
  /** How chains are described, as the host said last. */
  sentences(): Sentences;
}
