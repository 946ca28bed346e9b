import { env, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import type { FilePlace } from '../../protocol/places';
import type { PageName } from '../../protocol/viewProtocol';
import { isTmgFile } from '../../workspace/fileKinds';
import { isNormalPath } from '../../workspace/paths';
import { toRange } from '../convert';
import { exportTable } from '../features/documents';
import { refuseModelFile } from '../refuseModelFile';
import { fileName, resourceUri } from '../resourcePath';
import type { Services } from '../services';
import type { Cursor } from './cursor';
import type { EditorActions } from './pageRequests';

/** What pages make the editor do: open texts, save files, copy. */
export function editorActions(
  services: Services,
  cursor: Cursor,
  showPage: (page: PageName) => Promise<void>,
): EditorActions {
  const { selection, threads, shownModel } = services;
  return {
    openPlace: async ({ place }) => {
      // A page may only lead to files of the workspace's models.
      if (isNormalPath(place.path) && isTmgFile(place.path) && services.models.ofPath(place.path)) {
        await openPlace(place);
      }
      return undefined;
    },
    reveal: async () => {
      const place = await placeOfChoice(services);
      if (place) {
        await openPlace(place);
      }
      return undefined;
    },
    showPage: async ({ page }) => {
      await showPage(page);
      return undefined;
    },
    followCursor: async ({ follow }) => {
      await cursor.follow(follow);
      return undefined;
    },
    copyChain: async () => {
      if (selection.chain) {
        await env.clipboard.writeText(selection.chain.markdown);
        void window.setStatusBarMessage(l10n.t('The chain was copied as Markdown.'), 5000);
      }
      return undefined;
    },
    exportTable: async ({ root, query, format }) => {
      await told(services, () => exportTable(services, format, root, query));
      return undefined;
    },
    savePicture: async ({ format, data }) => {
      const model = shownModel.model;
      if (!model) {
        return undefined;
      }
      const target = await window.showSaveDialog({
        defaultUri: Uri.joinPath(resourceUri(model.root), `${fileName(model.name)} graph.${format}`),
        filters: format === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] },
        title: l10n.t('Save Picture of the Graph'),
      });
      if (target) {
        await told(services, async () => {
          await refuseModelFile(target, false);
          await workspace.fs.writeFile(target, Buffer.from(data, format === 'svg' ? 'utf8' : 'base64'));
        });
      }
      return undefined;
    },
  };

  async function placeOfChoice({ selection: { chosen, chain } }: Services): Promise<FilePlace | undefined> {
    if (!chosen?.key) {
      return undefined;
    }
    const { root, key } = chosen;
    return key.kind === 'chain'
      ? chain?.steps.find(({ source }) => source)?.source
      : threads.languageEndpoint.request('declaration', { root, key });
  }
}

/** Writes a file that a page asked for; what keeps it from being written is shown, as for a command. */
async function told({ notifier }: Services, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notifier.error(l10n.t('TMG: {reason}', { reason }), error);
  }
}

/** Opens a place beside what is being looked at; the focus stays where it is. */
export async function openPlace({ path, range }: FilePlace): Promise<void> {
  await window.showTextDocument(resourceUri(path), {
    selection: toRange(range),
    preserveFocus: true,
    viewColumn: textColumn(),
    preview: true,
  });
}

/** A column with a text in it, so that a graph is not covered. */
function textColumn(): ViewColumn {
  const column = window.activeTextEditor?.viewColumn ?? window.visibleTextEditors[0]?.viewColumn;
  return column ?? ViewColumn.One;
}
