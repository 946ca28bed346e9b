import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { computeChains } from '../../../src/chains/computeChains';
import { checkChains, checkModel } from '../../../src/checks/checkModel';
import { COMPUTED_RULES } from '../../../src/checks/computedRules';
import { fixesFor } from '../../../src/checks/fixesFor';
import type { Problem } from '../../../src/checks/problem';
import type { CheckContext } from '../../../src/checks/rule';
import { DIAGNOSTIC_CODES, DIAGNOSTICS, type DiagnosticCode } from '../../../src/formats/diagnosticCodes';
import { mergeModel } from '../../../src/model/mergeModel';
import { formatMessage } from '../../../src/text/message';
import { applyEdits } from '../../../src/text/textEdit';
import { readBytes } from '../../../src/workspace/readRecords';
import { WorkspaceModels } from '../../../src/workspace/workspaceModels';
import { textOfSize, windows1252, workbookBytes } from '../../support/brokenBytes';

const FOLDER = 'docs/rules';

type Files = Readonly<Record<string, Uint8Array>>;

/** What a page describes in words because Markdown cannot hold such bytes; every one of them is wrong. */
const DESCRIBED: Readonly<Partial<Record<DiagnosticCode, readonly Files[]>>> = {
  'not-text': [
    { 'assets.tmg.csv': workbookBytes() },
    { 'topology.tmg.yaml': windows1252('components:\n  Prüfstand: {interfaces: [Internet]}\n') },
  ],
  'file-too-large': [
    { 'ratings.tmg.yaml': textOfSize('yaml', 6 * 1024 * 1024) },
    { 'ratings.tmg.csv': textOfSize('csv', 50 * 1024 * 1024 + 1) },
  ],
  'encoding-guessed': [{ 'assets.tmg.csv': windows1252('Component,Asset\nPrüfstand,Records\n') }],
};

function pageOf(code: string): string {
  return readFileSync(`${FOLDER}/${code}.md`, 'utf8');
}

/** The text under a heading. */
function section(page: string, heading: string): string {
  const [, text] = new RegExp(`^## ${heading}\\n([^]*?)(?=^## |$(?![^]))`, 'm').exec(page) ?? [];
  assert.ok(text, `a section "${heading}"`);
  return text;
}

/** The fenced files of a section. */
function filesIn(text: string): Files {
  const blocks = [...text.matchAll(/^```(yaml|csv) (\S+)\n([^]*?)^```$/gm)];
  return Object.fromEntries(
    blocks.map(([, format = '', name = '', content = '']) => {
      assert.match(name, new RegExp(`\\.tmg\\.${format}$`));
      return [name, new TextEncoder().encode(content)];
    }),
  );
}

function wrongExamples(code: DiagnosticCode): readonly Files[] {
  return DESCRIBED[code] ?? [filesIn(section(pageOf(code), 'Wrong'))];
}

interface Checked {
  readonly context: CheckContext;
  readonly problems: readonly Problem[];
}

/** All problems, those of a computation too. */
function checked(files: Files): Checked {
  const context = mergeModel(
    Object.entries(files).map(([name, bytes]) => readBytes(name, bytes)),
    'page',
  );
  const names = Object.keys(files);
  const inFolders = names.every((name) => name.includes('/')) && names.length > 0;
  const chains = computeChains(context.model);
  const problems = inFolders
    ? checkedFolders(files)
    : [...checkModel(context), ...checkChains({ ...context, chains })];
  return { context, problems };
}

/** The problems of files none of which stands at the top: every folder is a model of its own, unless a file joins them. */
function checkedFolders(files: Files): Problem[] {
  const models = new WorkspaceModels();
  models.setTops(['/w']);
  for (const [name, bytes] of Object.entries(files)) {
    models.set(`/w/${name}`, { kind: 'bytes', bytes });
  }
  return models.allRoots().flatMap((root) =>
    (models.snapshot(root)?.problems ?? []).map((problem) => ({
      ...problem,
      file: `${root.slice('/w/'.length)}/${problem.file}`,
    })),
  );
}

function sentences(problems: readonly Problem[]): string[] {
  return problems.map(({ file, code, message }) => `${file}: ${code}: ${formatMessage(message)}`);
}

function withFix(files: Files, fix: ReturnType<typeof fixesFor>[number]): Files {
  const after = { ...files };
  for (const { file: path, edits } of fix.changes) {
    const file = path.replace(/^\.\.\//, '');
    const text = new TextDecoder().decode(files[file] ?? new Uint8Array());
    after[file] = new TextEncoder().encode(applyEdits(text, edits));
  }
  return after;
}

describe('the pages of the diagnostics', () => {
  it('are one for every code, and list them all in an index', () => {
    const pages = readdirSync(FOLDER).filter((file) => file !== 'README.md');
    assert.deepEqual(pages.sort(), DIAGNOSTIC_CODES.map((code) => `${code}.md`).sort());
    const rows = readFileSync(`${FOLDER}/README.md`, 'utf8').matchAll(
      /^\| \[([\w-]+)\]\((.*?)\) \| (\w+) \| .+\. \|$/gm,
    );
    assert.deepEqual(
      [...rows].map(([, code, link, level]) => [code, link, level]),
      DIAGNOSTIC_CODES.map((code) => [code, `${code}.md`, DIAGNOSTICS[code]]),
    );
  });

  for (const code of DIAGNOSTIC_CODES) {
    describe(code, () => {
      it('begins with its name and level, and has all sections', () => {
        const computed = Object.hasOwn(COMPUTED_RULES, code) ? ', with a computation of chains' : '';
        const page = pageOf(code);
        assert.ok(page.startsWith(`# ${code}\n\nSeverity: ${DIAGNOSTICS[code]}${computed}\n\n`));
        assert.deepEqual(
          [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
          ['Why it matters', 'How to fix it', 'Wrong', 'Right'],
        );
      });

      it('is what the wrong example gives, and no other error', () => {
        for (const files of wrongExamples(code)) {
          const { problems } = checked(files);
          const said = sentences(problems).join('\n');
          assert.ok(
            problems.some((problem) => problem.code === code),
            said,
          );
          const others = problems.filter((problem) => problem.severity === 'error' && problem.code !== code);
          assert.deepEqual(sentences(others), []);
        }
      });

      it('is not what the right example gives, and neither is any error', () => {
        const files = filesIn(section(pageOf(code), 'Right'));
        assert.ok(Object.keys(files).length > 0);
        const { problems } = checked(files);
        const bad = problems.filter((problem) => problem.severity === 'error' || problem.code === code);
        assert.deepEqual(sentences(bad), []);
      });

      it('promises a fix if there is one', () => {
        const offered = wrongExamples(code).some((files) => {
          const { context, problems } = checked(files);
          return problems.some(
            (problem) =>
              problem.code === code &&
              fixesFor(problem, context).some(({ title }) => !formatMessage(title).startsWith('Ignore this')),
          );
        });
        assert.equal(/\bfix(es)?\b/.test(section(pageOf(code), 'How to fix it')), offered);
      });

      it('is gone after any of its fixes, which bring no error', () => {
        for (const files of wrongExamples(code)) {
          const { context, problems } = checked(files);
          const own = problems.filter((problem) => problem.code === code);
          for (const problem of own) {
            for (const fix of fixesFor(problem, context)) {
              const title = formatMessage(fix.title);
              const after = checked(withFix(files, fix)).problems;
              const left = after.filter((other) => other.code === code);
              assert.equal(left.length, own.length - 1, `${title}:\n${sentences(left).join('\n')}`);
              const before = new Set(sentences(problems));
              const errors = after.filter((other) => other.severity === 'error');
              const added = sentences(errors).filter((sentence) => !before.has(sentence));
              assert.deepEqual(added, [], title);
            }
          }
        }
      });
    });
  }
});
