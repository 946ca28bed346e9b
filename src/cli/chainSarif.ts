import type { Notification } from 'sarif';
import type { ChainSet } from '../chains/chainSet';
import { CHAIN_RULES, chainResult } from '../report/chainSarif';
import { cutSentence, MOST_RESULTS, WorstResults } from '../report/sarifLimit';
import { SarifLocations } from '../report/sarifLocations';
import { unreadNotifications } from '../report/unreadSarif';
import { type SarifLevel, sarifLog, sarifMessage } from '../report/sarifLog';
import { count, plural } from '../text/numbers';
import type { Snapshot } from '../workspace/snapshot';
import type { UnreadPath } from '../workspace/unread';
import type { ComputedModel } from './chainPieces';
import { compressedSize } from './compressedSize';
import type { CommandIo } from './io';
import { type ListOptions, listedPositions } from './listedPositions';
import type { SentencesOptions } from './sentencesOption';
import { countProblems } from './problems';
import { addAll } from '../text/arrays';

/** Chains of a model that become results where `--top` does not say. */
const DEFAULT_TOP = 1000;

/**
 * The chains of some models as one SARIF log, the worst first, with a notification about everything that it does not say.
 * @param computed asked for one after the other
 * @param root absolute path of the folder that addresses are relative to
 * @param unread what could not be read, and is in none of the models
 */
export function* chainSarif(
  io: Pick<CommandIo, 'writeError'>,
  computed: Iterable<ComputedModel>,
  root: string,
  {
    top = DEFAULT_TOP,
    unread = [],
    sentences,
    ...list
  }: ListOptions & SentencesOptions & { readonly top?: number; readonly unread?: readonly UnreadPath[] },
): Generator<string> {
  const notifications: Notification[] = unreadNotifications(unread, root);
  const worst = new WorstResults(compressedSize);
  for (const { snapshot, set, label } of computed) {
    const positions = listedPositions(set, list);
    const listed = positions.slice(0, top);
    addAll(notifications, notificationsOf(snapshot, set, label, positions.length, listed.length));
    const locations = new SarifLocations(snapshot, root);
    for (const position of listed.subarray(0, MOST_RESULTS)) {
      const weight = list.sort === 'risk' ? (set.risk(position) ?? -1) : set.probability(position);
      worst.add([weight, chainResult(set, set.chain(position), snapshot.origins, locations, sentences)]);
    }
    worst.skip(Math.max(0, listed.length - MOST_RESULTS));
  }
  const { results, leftOut } = worst.results();
  if (leftOut > 0) {
    const cut = cutSentence(results.length, leftOut, 'chain');
    notifications.push({ level: 'warning', message: sarifMessage(cut) });
    io.writeError(`tmg: ${cut}\n`);
  }
  yield* sarifLog({
    analysis: 'chains',
    rules: CHAIN_RULES,
    results,
    isWhole: unread.length === 0,
    notifications: () => notifications,
  });
}

function notificationsOf(
  { problems }: Snapshot,
  { complete, counts, size }: ChainSet,
  label: string,
  fitting: number,
  listed: number,
): Notification[] {
  const told: Notification[] = [];
  const tell = (level: SarifLevel, text: string): void => {
    told.push({ level, message: sarifMessage(`Model "${label}": ${text}`) });
  };
  const errors = countProblems(problems).error;
  if (errors > 0) {
    tell('error', `${plural(errors, 'error')}; the chains are those of what is valid. tmg check shows them.`);
  }
  if (listed < fitting) {
    tell('note', `the first ${count(listed)} of ${plural(fitting, 'chain')} are listed; --top lists more.`);
  }
  if (size > 0 && (size < counts.total || counts.totalIsLowerBound)) {
    const total = `${counts.totalIsLowerBound ? 'at least ' : ''}${count(Math.max(counts.total, size))}`;
    tell('note', `the best ${count(size)} of ${total} chains were kept.`);
  }
  if (!complete) {
    tell(
      'warning',
      size > 0
        ? 'the search ended early, the best chains may be missing.'
        : 'the search ended early, before it had found a chain.',
    );
  }
  return told;
}
