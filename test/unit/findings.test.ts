import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'findings';
const NAMES = readdirSync(FOLDER);
const HEADER_FIELDS = ['Finding', 'Package', 'Expected', 'Happens', 'Matters', 'Seen'];
/** `name==1.2.3` of Python or `name@1.2.3` of Node. */
const PINNED = /^(@[\w.-]+\/)?[\w.-]+(==|@)\d+(\.\d+)+$/;
const INSTALLS = /(?:npm|pip) install (.*?)(?: >&2)?$/gm;
const REGISTRY_OR_INDEX =
  /registry\.|pypi\.org|pythonhosted|npmjs|npmmirror|--(?:extra-)?index-url|--registry/;
const MACHINE_PATH = /(?:^|[\s"'=(])(?:\/(?:home|root|Users|opt|usr\/local|work|tmp|var)\/|[A-Z]:\\)/m;
const OWN_CODE = /\.\.\/|\bsrc\/|\bdist\/|tmg/i;

interface Script {
  readonly text: string;
  /** The comment after the first line. */
  readonly header: string;
  readonly body: string;
}

function scriptOf(name: string): Script {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const [, header = '', body = ''] = /^#!\/usr\/bin\/env bash\n((?:#.*\n)+)([^]*)$/.exec(text) ?? [];
  return { text, header, body };
}

/** What is installed by the commands of a script, without options. */
function installedBy(body: string): string[] {
  return [...body.matchAll(INSTALLS)].flatMap(([, words = '']) =>
    words.split(' ').filter((word) => !word.startsWith('--')),
  );
}

describe('the findings', () => {
  it('are scripts with names in small letters', () => {
    assert.ok(NAMES.length >= 8, `only ${NAMES.length}`);
    assert.deepEqual(
      NAMES.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*\.sh$/.test(name)),
      [],
    );
  });

  it('are in neither package', () => {
    for (const list of ['.vscodeignore', '.npmignore']) {
      const [first, ...kept] = readFileSync(list, 'utf8').trim().split('\n');
      assert.match(first ?? '', /^\*+$/, `${list} begins by leaving out everything`);
      assert.deepEqual(
        kept.filter((line) => !line.startsWith('!') || line.includes(FOLDER) || line.startsWith('!*')),
        [],
        list,
      );
    }
  });

  for (const name of NAMES) {
    describe(name, () => {
      const { text, header, body } = scriptOf(name);

      it('can be run and stops at the first error', () => {
        assert.ok(process.platform === 'win32' || (statSync(join(FOLDER, name)).mode & 0o111) === 0o111);
        assert.match(body, /^set -euo pipefail\n/);
      });

      it('says in its header what was expected, what happens and what was seen', () => {
        const fields = [...header.matchAll(/^# ([A-Z][a-z]+):/gm)].map(([, field]) => field);
        assert.deepEqual(fields, HEADER_FIELDS);
        assert.match(header, /^#   \| ./m);
      });

      it('installs packages of one version, and names each in the header', () => {
        const installed = installedBy(body);
        assert.notEqual(installed.length, 0);
        for (const item of installed) {
          assert.match(item, PINNED);
          assert.ok(header.includes(item.replace(/==|@(?=\d)/, ' ')), item);
        }
      });

      it('works in a folder of its own, that goes away', () => {
        assert.match(body, /work=\$\(mktemp -d\)\ntrap 'rm -rf "\$work"' EXIT\n/);
        assert.match(body, /cd "\$work"\n/);
      });

      it('compares with its header and fails where that has changed', () => {
        assert.ok(body.includes(`sed -n 's/^#   | //p' "$0" > "$work/expected.txt"`));
        assert.match(body, /\ndiff -u expected\.txt seen\.txt \|\| \{ echo '.*' >&2; exit 1; \}\n$/);
      });

      it('knows no registry, no machine and not the product', () => {
        assert.doesNotMatch(text, REGISTRY_OR_INDEX);
        assert.doesNotMatch(text, MACHINE_PATH);
        assert.doesNotMatch(text, OWN_CODE);
      });
    });
  }
});
