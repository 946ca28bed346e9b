import {
  CodeLens,
  type Disposable,
  EventEmitter,
  InlayHint,
  l10n,
  languages,
  Range,
  workspace,
} from 'vscode';
import type { CodeLensItem } from '../../protocol/languageProtocol';
import { plural, shortProbability } from '../../text/numbers';
import type { CommandId } from '../commands';
import { fromRange, toPosition, toRange } from '../convert';
import { TMG_FILES } from '../documents';
import { resourcePath } from '../resourcePath';
import type { Services } from '../services';

const SHOW: Readonly<Record<CodeLensItem['target']['kind'], CommandId>> = {
  component: 'tmg.showChainsThroughComponent',
  asset: 'tmg.showChainsToAsset',
  entry: 'tmg.showChainsFromEntry',
};

/** Scores behind vectors, and numbers of chains above components, assets and entry points. */
export function annotations({ threads, models, computations }: Services): Disposable[] {
  const hintsChanged = new EventEmitter<void>();
  const lensesChanged = new EventEmitter<void>();
  const isOn = (setting: string): boolean => workspace.getConfiguration('tmg').get(setting, true);
  return [
    hintsChanged,
    lensesChanged,
    models.onDidChange(() => {
      hintsChanged.fire();
      lensesChanged.fire();
    }),
    computations.onDidChange((root) => {
      if (computations.state(root).phase !== 'computing') {
        lensesChanged.fire();
      }
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('tmg')) {
        hintsChanged.fire();
        lensesChanged.fire();
      }
    }),
    languages.registerInlayHintsProvider(TMG_FILES, {
      onDidChangeInlayHints: hintsChanged.event,
      provideInlayHints: async ({ uri }, range) => {
        if (!isOn('inlayHints.scores')) {
          return [];
        }
        const hints = await threads.languageEndpoint.request('inlayHints', {
          path: resourcePath(uri),
          range: fromRange(range),
        });
        return hints.map(({ position, label, severity }) => {
          const hint = new InlayHint(toPosition(position), label);
          hint.paddingLeft = true;
          hint.tooltip = severity;
          return hint;
        });
      },
    }),
    languages.registerCodeLensProvider(TMG_FILES, {
      onDidChangeCodeLenses: lensesChanged.event,
      provideCodeLenses: async ({ uri }) => {
        const found = isOn('codeLens.chains')
          ? await threads.languageEndpoint.request('codeLenses', { path: resourcePath(uri) })
          : undefined;
        if (!found || found.lenses.length === 0) {
          return [];
        }
        const { root, lenses } = found;
        const { result, phase } = computations.state(root);
        if (!result) {
          const command: CommandId = 'tmg.computeChains';
          const title = l10n.t('$(play) Compute attack chains');
          return [new CodeLens(new Range(0, 0, 0, 0), { command, title, arguments: [root] })];
        }
        return lenses.map(
          ({ range, target, figure }) =>
            new CodeLens(toRange(range), {
              command: figure ? SHOW[target.kind] : '',
              title: lensTitle(figure, phase === 'current'),
              arguments: [{ root, name: target.name }],
            }),
        );
      },
    }),
  ];
}

function lensTitle(figure: CodeLensItem['figure'], isCurrent: boolean): string {
  if (!figure) {
    return isCurrent ? l10n.t('no chains') : l10n.t('no chains (outdated)');
  }
  const args = {
    chains: plural(figure.chains, 'chain'),
    worst: shortProbability(figure.worst),
    rating: figure.rating,
  };
  return isCurrent
    ? l10n.t('{chains}, worst {worst} {rating}: show', args)
    : l10n.t('{chains}, worst {worst} {rating} (outdated): show', args);
}
