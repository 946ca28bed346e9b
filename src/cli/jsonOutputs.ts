import type { SceneJson } from '../drawing/sceneJson';
import type { ImportReportJson } from '../formats/foreign/importReportText';
import type { TableRowJson } from '../report/tableRowJson';
import type { AdviceJson, AdviceOfModelsJson } from './adviceJson';
import type {
  ChainLineJson,
  ChainsJson,
  ChainsOfModelsJson,
  GroupLineJson,
  GroupsJson,
  GroupsOfModelsJson,
} from './chainsJson';
import type { CheckJson } from './checkJson';
import type { WhyJson } from './whyJson';

/** Everything that the command line writes as JSON, by the command. docs/json.md is made of these types and their comments. */
export interface JsonOutputs {
  /** All diagnostics; one object, whatever the number of models. */
  readonly 'tmg check --format json': CheckJson;
  /** The counts of a model and its chains; the counts are of all chains, whatever `--top` and `--at-least` list. */
  readonly 'tmg chains --format json': ChainsJson | ChainsOfModelsJson;
  /** A chain on each line. */
  readonly 'tmg chains --format ndjson': ChainLineJson;
  /** The chains in groups. */
  readonly 'tmg chains --group KEYS --format json': GroupsJson | GroupsOfModelsJson;
  /** A group on each line. */
  readonly 'tmg chains --group KEYS --format ndjson': GroupLineJson;
  /** The threat table: a list of rows. */
  readonly 'tmg table --format json': readonly TableRowJson[];
  /** The best chain between two, or why there is none. */
  readonly 'tmg why --format json': WhyJson;
  /** Chains per length, and which maximum length is enough. */
  readonly 'tmg advise --format json': AdviceJson | AdviceOfModelsJson;
  /** A drawing. [Drawings](drawing.md) says what its parts mean. */
  readonly 'tmg graph --format json': SceneJson;
  /** What an import did, written to the file that `--report` names. */
  readonly 'tmg import --report FILE.json': ImportReportJson;
}
