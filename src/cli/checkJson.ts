/** What `tmg check --format json` writes. */
export interface CheckJson {
  /** The models that were checked, in the order of their folders. */
  readonly models: readonly CheckedModelJson[];
  /** Files and folders that could not be read; the exit code is then 1. */
  readonly unread: readonly PathJson[];
  /** Files that are not read although their names nearly are those of TMG files. */
  readonly lookAlikes: readonly PathJson[];
}

/** A model with its problems. */
export interface CheckedModelJson {
  /** Name of the model. */
  readonly model: string;
  /** By file and place; empty where there are none. */
  readonly problems: readonly ProblemJson[];
  /** How much was read. */
  readonly read: ReadCountsJson;
}

/** How much of a model was read. */
export interface ReadCountsJson {
  /** Number of files. */
  readonly files: number;
  /** Number of components. */
  readonly components: number;
  /** Number of relations: pairs of a component and one of its interfaces. */
  readonly relations: number;
}

/** A stretch of a file. Lines and columns count from 1, columns in UTF-16 units. */
export interface StretchJson {
  /** Relative to the folder of the model, with `/`. */
  readonly file: string;
  /** Line of the first character. */
  readonly line: number;
  /** Column of the first character. */
  readonly column: number;
  /** Line of the end. */
  readonly endLine: number;
  /** Column behind the last character. */
  readonly endColumn: number;
}

/** A diagnostic. */
export interface ProblemJson extends StretchJson {
  /** Which diagnostic it is; [every code has a page](rules/). */
  readonly code: string;
  /** Its level, after `severity` of the model's settings. */
  readonly severity: 'error' | 'warning' | 'information';
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** Other places that have to do with it. */
  readonly related: readonly RelatedJson[];
}

/** A place that has to do with a problem. */
export interface RelatedJson extends StretchJson {
  /** What is there, as a sentence. */
  readonly message: string;
}

/** A path of which there is something to say. */
export interface PathJson {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  /** Why it was not read, and what to do. */
  readonly message: string;
}
