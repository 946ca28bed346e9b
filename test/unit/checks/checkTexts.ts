import assert from 'node:assert/strict';
import type { CheckContext, Rule } from '../../../src/checks/rule';
import type { Finding, Fix } from '../../../src/formats/finding';
import { readCsv } from '../../../src/formats/csv/readCsv';
import { readYaml } from '../../../src/formats/yaml/readYaml';
import { mergeModel } from '../../../src/model/mergeModel';
import { formatMessage, type MessageArguments } from '../../../src/text/message';
import { applyEdits } from '../../../src/text/textEdit';

/** Texts of a model's files by name; a single text is the model file. */
export type Texts = string | Readonly<Record<string, string>>;

/** A finding as a test sees it. */
export interface Found {
  readonly file: string;
  /** The text under the finding's range. */
  readonly at: string;
  readonly line: number;
  readonly args: MessageArguments;
}

/** Reads and merges a model. */
export function contextOf(texts: Texts): CheckContext {
  const files = filesOf(texts);
  return mergeModel(
    Object.entries(files).map(([file, text]) =>
      file.endsWith('.csv') ? readCsv(file, text) : readYaml(file, text),
    ),
    'test',
  );
}

/** What a rule finds in a model. */
export function found(rule: Rule, texts: Texts): Found[] {
  const files = filesOf(texts);
  return rule.check(contextOf(texts)).map((finding) => {
    assert.equal(finding.code, rule.code);
    assert.doesNotMatch(formatMessage(finding.message), /\{\w+\}/, 'every placeholder has its argument');
    const text = files[finding.file] ?? '';
    return {
      file: finding.file,
      at: text.slice(finding.range.start, finding.range.end),
      line: text.slice(0, finding.range.start).split('\n').length,
      args: finding.message.args,
    };
  });
}

/** The texts under the ranges of what a rule finds. */
export function foundAt(rule: Rule, texts: Texts): string[] {
  return found(rule, texts).map(({ at }) => at);
}

/** The files after a fix. */
export function applyFix(texts: Texts, fix: Fix): Record<string, string> {
  const files = filesOf(texts);
  for (const { file, edits } of fix.changes) {
    files[file] = applyEdits(files[file] ?? '', edits);
  }
  return files;
}

/** Fixes of all findings, by title, with the files they lead to; each must make its finding go away. */
export function fixed(rule: Rule, texts: Texts): Map<string, Record<string, string>> {
  const context = contextOf(texts);
  const results = new Map<string, Record<string, string>>();
  for (const finding of rule.check(context)) {
    for (const fix of rule.fixes?.(finding, context) ?? []) {
      const files = applyFix(texts, fix);
      const after = contextOf(files);
      const title = formatMessage(fix.title);
      assert.doesNotMatch(title, /\{\w+\}/, 'every placeholder has its argument');
      assert.deepEqual(
        after.origins.files.flatMap((file) => file.findings),
        [],
        `"${title}" leaves a text without errors:\n${Object.values(files).join('\n')}`,
      );
      const left = rule.check(after).filter((other) => sameSubject(finding, other));
      assert.equal(left.length, 0, `"${title}" mends its finding:\n${Object.values(files).join('\n')}`);
      results.set(title, files);
    }
  }
  return results;
}

/** The model file after the fix with a title. */
export function fixedText(rule: Rule, texts: Texts, title: string, file = 'model.tmg.yaml'): string {
  const results = fixed(rule, texts);
  const files = results.get(title);
  assert.ok(files, `a fix "${title}" among: ${[...results.keys()].join(' | ')}`);
  return files[file] ?? '';
}

function sameSubject(a: Finding, b: Finding): boolean {
  const subject = ({ data, message }: Finding): string =>
    JSON.stringify(Object.keys(data).length > 0 ? data : message.args);
  return subject(a) === subject(b);
}

function filesOf(texts: Texts): Record<string, string> {
  return typeof texts === 'string' ? { 'model.tmg.yaml': texts } : { ...texts };
}
