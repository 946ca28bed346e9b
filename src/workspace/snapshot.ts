import type { Problem } from '../checks/problem';
import type { FileRecords } from '../formats/records';
import type { Model } from '../model/model';
import type { Origins } from '../model/origins';

/** One state of a model: what its files say, their merge, and what is wrong with it. Never changes. */
export interface Snapshot {
  /** Grows with every change of the model's files. */
  readonly version: number;
  /** Absolute path of the model's folder. */
  readonly root: string;
  readonly records: readonly FileRecords[];
  readonly model: Model;
  readonly origins: Origins;
  readonly problems: readonly Problem[];
}
