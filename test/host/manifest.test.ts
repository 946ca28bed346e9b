import assert from 'node:assert/strict';
import { commands, extensions, languages } from 'vscode';
import { api, EXTENSION_ID } from './support';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly icon?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly languages: readonly { readonly id: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

describe('manifest and code', () => {
  const manifest = (): Manifest =>
    (extensions.getExtension(EXTENSION_ID) ?? assert.fail()).packageJSON as Manifest;

  before(api);

  it('know the same commands', async () => {
    const contributed = manifest().contributes.commands.map(({ command }) => command);
    // VS Code makes commands of its own for each view.
    const registered = (await commands.getCommands(true)).filter(
      (command) => command.startsWith('tmg.') && !/^tmg\.(chains|model|table)\./.test(command),
    );
    assert.deepEqual(registered.sort(), contributed.sort());
  });

  it('name only commands that exist in menus, each with an icon where one is shown', () => {
    const icons = new Map(manifest().contributes.commands.map(({ command, icon }) => [command, icon]));
    for (const [menu, items] of Object.entries(manifest().contributes.menus)) {
      for (const { command } of items) {
        assert.ok(icons.has(command), `${command} in ${menu}`);
        assert.ok(icons.get(command), `${command} has an icon`);
      }
    }
  });

  it('know the same languages', async () => {
    const known = await languages.getLanguages();
    for (const { id } of manifest().contributes.languages) {
      assert.ok(known.includes(id), id);
    }
  });
});
