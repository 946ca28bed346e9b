/** What is measured in an extension host; all times in milliseconds. */
export interface EditorFigures {
  /** Reading the extension's script. */
  readonly load: number;
  readonly activate: number;
  /** From a change of the text to the publication of its problems. */
  readonly keystrokes: readonly {
    readonly model: string;
    readonly bytes: number;
    readonly milliseconds: readonly number[];
  }[];
  /** Until VS Code has the answer, at 1,000 components. */
  readonly asked: {
    readonly completion: readonly number[];
    readonly hover: readonly number[];
    readonly definition: readonly number[];
  };
  /** While chains were computed: how long the event loop stood still at most. */
  readonly stall: {
    readonly chains: number;
    readonly milliseconds: number;
    readonly longest: number;
    /** Until the first 200 rows were there. */
    readonly firstRows: number;
  };
}
