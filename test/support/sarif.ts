import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import type { Location, Log, Result, Run } from 'sarif';

const URI_CHARACTERS = /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-F]{2})*$/;

const validate = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URI_CHARACTERS.test(text) && URL.canParse(text),
    'uri-reference': (text: string) =>
      URI_CHARACTERS.test(text) && URL.canParse(text, 'https://example.com/') && !/^[^/]*:(?!\/)/.test(text),
    uuid: true,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/,
  },
}).compile(JSON.parse(readFileSync('test/fixtures/sarif/sarif-2.1.0.json', 'utf8')) as object);

/** The run of a log that is valid against the schema of the standard, and refers only to what it has. */
export function sarifRun(text: string): Omit<Run, 'results'> & { readonly results: Result[] } {
  const log = JSON.parse(text) as Log;
  assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3), undefined, 1));
  const [run, ...others] = log.runs;
  assert.ok(run?.results);
  assert.deepEqual(others, []);
  const rules = run.tool.driver.rules ?? [];
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { ruleId, ruleIndex = -1, message, relatedLocations = [] } of run.results) {
    assert.equal(rules[ruleIndex]?.id, ruleId);
    const ids = relatedLocations.map(({ id }) => String(id));
    const links = [...(message.text ?? '').matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
    assert.ok(
      links.every((target) => ids.filter((id) => id === target).length === 1),
      message.text,
    );
    // Literal braces are doubled: what is left after those would be a placeholder.
    assert.doesNotMatch((message.text ?? '').replace(/\{\{|\}\}/g, ''), /[{}]/);
  }
  return { ...run, results: run.results };
}

/** Where a location is: `file:line:column`, the file decoded. */
export function placeOf(location: Location | undefined): string {
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  return `${decodeURIComponent(artifactLocation?.uri ?? '')}:${region?.startLine}:${region?.startColumn}`;
}
