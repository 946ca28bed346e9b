/**
 * A row of the threat table as JSON, with the columns as keys. A cell in which there is nothing to say is left out. How the
 * texts are made is in [semantics](semantics.md#the-threat-table).
 */
export interface TableRowJson {
  /** Id of the chain; it stays the same as long as path, asset and type do. */
  readonly Index: string;
  /** Facility of the component that holds the asset. */
  readonly Facility?: string;
  /** Component that holds the asset. */
  readonly Component: string;
  /** Name of the asset. */
  readonly Asset: string;
  /** The asset's rating for security, from 1 to 5. */
  readonly 'Rating: Security'?: number;
  /** The asset's rating for operation. */
  readonly 'Rating: Operation'?: number;
  /** The asset's rating for technology. */
  readonly 'Rating: Tech'?: number;
  /** The asset's rating for compliance. */
  readonly 'Rating: Compliance'?: number;
  /** Who attacks: the attackers of the entry interface. */
  readonly 'Attacker Type'?: string;
  /** When: the periods of the entry interface. */
  readonly 'Attack Period'?: string;
  /** The entry interface. */
  readonly 'First Entry-Point': string;
  /** What the attack does to the asset. */
  readonly Influence?: string;
  /** The chain as sentences, in the wording of `--sentences`. */
  readonly 'Full Description': string;
  /** Name of the STRIDE type. */
  readonly 'STRIDE Type': string;
  /** What the vectors of the steps ask for: from where. */
  readonly 'Attack Vector (AV)'?: string;
  /** What the vectors of the steps ask for: how hard. */
  readonly 'Attack Complexity (AC)'?: string;
  /** What the vectors of the steps ask for: which privileges. */
  readonly 'Privileges Required (PR)'?: string;
  /** What the vectors of the steps ask for: whose help. */
  readonly 'User Interaction (UI)'?: string;
  /** P of the chain, from 0 to 10, unrounded: it ranks, it is not a likelihood. */
  readonly Probability: number;
  /** Rating of P by the model's thresholds. */
  readonly Rating: 'High' | 'Medium' | 'Low';
}
