import { type Disposable, l10n, type QuickPickItem, window } from 'vscode';
import type { ChainSelection } from '../../chains/chainSelection';
import type { SelectionKey } from '../../protocol/selectionKey';
import { count, plural, shortProbability } from '../../text/numbers';
import { lengthSentences } from '../../threats/lengthSentences';
import { registerCommand } from '../commands';
import { pickModel } from '../pickModel';
import type { Services } from '../services';
import { currentChains, showTable } from './computing';
import { withoutIcons } from '../iconText';

/** What a view or lens says a command is for. */
export interface ChainTarget {
  readonly root: string;
  /** Component, interface, or asset id. */
  readonly name: string;
}

interface Choice extends QuickPickItem {
  readonly name: string;
}

/** Show Chains To This Asset, Through This Component, From This Entry; Advise Maximum Length. */
export function chainCommands(services: Services): Disposable[] {
  const { notifier, threads } = services;
  const show = async (
    target: ChainTarget | undefined,
    placeHolder: string,
    choices: (root: string) => Promise<Choice[]>,
    selectionOf: (name: string) => ChainSelection,
    keyOf: (name: string) => SelectionKey,
  ): Promise<void> => {
    const model = await pickModel(services, target?.root);
    if (!model || !(await currentChains(services, model.root))) {
      return;
    }
    const name = target?.name ?? (await choose(placeHolder, await choices(model.root)));
    if (name !== undefined) {
      services.shownModel.show(model.root);
      await services.selection.choose(model.root, keyOf(name), [selectionOf(name)]);
      await showTable();
    }
  };
  const figures = (root: string, kind: 'components' | 'entries'): Choice[] =>
    [...(services.computations.current(root)?.figures[kind] ?? [])]
      .sort(([, a], [, b]) => b.worst - a.worst || b.chains - a.chains)
      .map(([name, { chains, worst, rating }]) => ({
        name,
        label: withoutIcons(name),
        description: l10n.t('{chains}, worst {worst} {rating}', {
          chains: plural(chains, 'chain'),
          worst: shortProbability(worst),
          rating,
        }),
      }));
  return [
    registerCommand('tmg.showChainsToAsset', notifier, (target?: ChainTarget) =>
      show(
        target,
        l10n.t('Chains to which asset?'),
        async (root) => assetChoices(services, root),
        (id) => ({ kind: 'asset', id }),
        (id) => ({ kind: 'asset', id }),
      ),
    ),
    registerCommand('tmg.showChainsThroughComponent', notifier, (target?: ChainTarget) =>
      show(
        target,
        l10n.t('Chains through which component?'),
        async (root) => figures(root, 'components'),
        (name) => ({ kind: 'component', name }),
        (name) => ({ kind: 'component', name }),
      ),
    ),
    registerCommand('tmg.showChainsFromEntry', notifier, (target?: ChainTarget) =>
      show(
        target,
        l10n.t('Chains from which entry point?'),
        async (root) => figures(root, 'entries'),
        (name) => ({ kind: 'entry', name }),
        (name) => ({ kind: 'interface', name }),
      ),
    ),
    registerCommand('tmg.adviseLength', notifier, async (root?: string) => {
      const model = await pickModel(services, root);
      if (!model) {
        return;
      }
      const { minProbability } = await threads.chainEndpoint.request('endpoints', { root: model.root });
      const limit = await window.showInputBox({
        title: l10n.t('Advise Maximum Length'),
        prompt: l10n.t('Which P must the longest chain that counts have at least? 0 to 10'),
        value: String(minProbability),
        validateInput: (text) =>
          /^\d+(\.\d+)?$/.test(text.trim()) && Number(text) <= 10
            ? undefined
            : l10n.t('A number from 0 to 10'),
      });
      if (limit === undefined) {
        return;
      }
      const advice = await threads.chainEndpoint.request('advise', {
        root: model.root,
        minProbability: Number(limit),
        ticket: threads.nextTicket(),
      });
      await window.showQuickPick(
        advice.lengths.map(({ length, chains, lowest, highest }) => ({
          label: l10n.t('Length {length}', { length }),
          description: l10n.t('{chains}, P {lowest} to {highest}', {
            chains: plural(chains, 'chain'),
            lowest: shortProbability(lowest),
            highest: shortProbability(highest),
          }),
          ...(length === advice.advised && {
            detail: l10n.t('Longest chain with P of at least {limit}', { limit }),
          }),
        })),
        {
          title: lengthSentences(advice).join(' '),
          placeHolder: l10n.t('Chains per length in {model}', { model: model.name }),
        },
      );
    }),
  ];
}

/** Assets to choose from, those with the worst chains first. */
export async function assetChoices(services: Services, root: string): Promise<Choice[]> {
  const { assets } = await services.threads.chainEndpoint.request('endpoints', { root });
  const figures = services.computations.current(root)?.figures.assets;
  return assets
    .map(({ id, name, component }) => {
      const figure = figures?.get(id);
      const chains = figure
        ? l10n.t('{count} chains, worst {worst} {rating}', {
            count: count(figure.chains),
            worst: shortProbability(figure.worst),
            rating: figure.rating,
          })
        : '';
      return {
        name: id,
        label: withoutIcons(name),
        description: withoutIcons(component),
        detail: chains,
        worst: figure?.worst ?? -1,
      };
    })
    .sort((a, b) => b.worst - a.worst);
}

/** Lets the user choose a name; undefined where nothing was chosen. */
export async function choose(placeHolder: string, choices: readonly Choice[]): Promise<string | undefined> {
  const picked = await window.showQuickPick(choices, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.name;
}
