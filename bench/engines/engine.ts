/** What an engine found, and how long every run of its search took, building its graph and start-up apart. */
export interface EngineRuns {
  readonly count: number;
  readonly seconds: readonly number[];
}

/** One way to find all simple paths. */
export interface Engine {
  readonly name: string;
  /** What exactly is called, and what is made of a path. */
  readonly does: string;
  /** @throws NotMeasured where it cannot run on this machine */
  readonly run: (files: GraphFiles, runs: number) => Promise<EngineRuns>;
}

/** The same graph in the forms the engines read. */
export interface GraphFiles {
  readonly json: string;
  readonly text: string;
}
