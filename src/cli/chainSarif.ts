import type { Notification, Result } from 'sarif';
import type { ChainSet } from '../chains/chainSet';
import { CHAIN_RULES, chainResults } from '../report/chainSarif';
import { SarifLocations } from '../report/sarifLocations';
import { type SarifLevel, sarifLog, sarifMessage } from '../report/sarifLog';
import { count, plural } from '../text/numbers';
import type { Snapshot } from '../workspace/snapshot';
import { type ListOptions, listedPositions } from './listedPositions';
import { countProblems } from './problems';
import { addAll } from '../text/arrays';

/** Chains of a model that become results where `--top` does not say. */
const DEFAULT_TOP = 1000;

/**
 * The chains of some models as one SARIF log, with a notification about everything that it does not say.
 * @param computed asked for one after the other
 * @param root absolute path of the folder that addresses are relative to
 */
export function* chainSarif(
  computed: Iterable<{ readonly snapshot: Snapshot; readonly set: ChainSet }>,
  root: string,
  { top = DEFAULT_TOP, ...list }: ListOptions & { readonly top?: number },
): Generator<string> {
  const notifications: Notification[] = [];
  const results = function* (): Generator<Result> {
    for (const { snapshot, set } of computed) {
      const positions = listedPositions(set, list);
      const listed = positions.slice(0, top);
      addAll(notifications, notificationsOf(snapshot, set, positions.length, listed.length));
      yield* chainResults(set, listed, snapshot.origins, new SarifLocations(snapshot, root));
    }
  };
  yield* sarifLog({
    analysis: 'chains',
    rules: CHAIN_RULES,
    results: results(),
    notifications: () => notifications,
  });
}

function notificationsOf(
  { model, problems }: Snapshot,
  { complete, counts, size }: ChainSet,
  fitting: number,
  listed: number,
): Notification[] {
  const told: Notification[] = [];
  const tell = (level: SarifLevel, text: string): void => {
    told.push({ level, message: sarifMessage(`Model "${model.name}": ${text}`) });
  };
  const errors = countProblems(problems).error;
  if (errors > 0) {
    tell('error', `${plural(errors, 'error')}; the chains are those of what is valid. tmg check shows them.`);
  }
  if (listed < fitting) {
    tell('note', `the first ${count(listed)} of ${plural(fitting, 'chain')} are listed; --top lists more.`);
  }
  if (size < counts.total || counts.totalIsLowerBound) {
    const total = `${counts.totalIsLowerBound ? 'at least ' : ''}${count(Math.max(counts.total, size))}`;
    tell('note', `the best ${count(size)} of ${total} chains were kept.`);
  }
  if (!complete) {
    tell('warning', 'the search ended early, the best chains may be missing.');
  }
  return told;
}
