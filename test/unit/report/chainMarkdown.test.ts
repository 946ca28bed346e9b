import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { chainMarkdown } from '../../../src/report/chainMarkdown';
import { markdownName, markdownParagraph, markdownText } from '../../../src/report/markdownText';
import { explainChain } from '../../../src/threats/explainChain';
import { readText } from '../../../src/workspace/readRecords';
import { SourceLocator } from '../../../src/workspace/sourceLocator';
import { modelFrom, type ModelFiles } from '../../support/modelFrom';

function markdownOf(files: ModelFiles, position: number): string {
  const { model, origins } = modelFrom(files);
  const records = Object.entries(files).map(([file, text]) => readText(file, text));
  const chain = computeChains(model).chain(position);
  return chainMarkdown(chain, model, explainChain(chain, model, origins), new SourceLocator({ records }));
}

describe('chainMarkdown', () => {
  it('writes a chain of the example with its steps, vectors and places', () => {
    const folder = 'examples/client-server';
    const files = Object.fromEntries(
      readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
    );
    assert.equal(
      markdownOf(files, 16),
      String.raw`## Frontend of Client Computer: Elevation of Privilege, Medium

At any time, an attacker attacks network from Internet, then Router from Gateway2, then Client Computer from LAN2, and accomplishes Elevation of Privilege over Frontend of Client Computer. Risk rating: Medium.

| Step | Interface | Component | Type | Score | Vector | P so far | Rated at |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | Internet | network | E | 6.8 | CVSS:3.1/AV:N/AC:L/PR:H/UI:R/S:U/C:H/I:H/A:H | 6.8 | ratings.tmg.yaml:16 |
| 2 | Gateway2 | Router | E | 8.1 | CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H | 5.508 | ratings.tmg.yaml:21 |
| 3 | LAN2 | Client Computer | E | 7.5 | CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H | 4.131 | ratings.tmg.yaml:32 |

P = (6.8 x 8.1 x 7.5) / 100 = 4.131
`,
    );
  });

  it('adds techniques, notes and references of the steps', () => {
    const markdown = markdownOf(
      {
        'model.tmg.yaml': `components: {A: {interfaces: [x], assets: {Key: {}}}}
ratings:
  A:
    x: {E: 5, techniques: {E: [T1190]}, note: Seen in the *lab*, ref: "https://example.com/a_b"}
`,
      },
      0,
    );
    assert.ok(markdown.includes('\nP = 5\n'), markdown);
    assert.ok(
      markdown.endsWith(
        String.raw`- Step 1: technique T1190
- Step 1: Seen in the \*lab\*
- Step 1: https://example.com/a_b
`,
      ),
      markdown,
    );
  });

  it('keeps names with signs of Markdown and HTML in their cells and lines', () => {
    const name = 'a|b`c` <img src=x onerror=alert(1)> **d**\n# e \\';
    const text = JSON.stringify(name);
    const markdown = markdownOf(
      {
        'model.tmg.yaml': `components: {${text}: {interfaces: [${text}], assets: {${text}: {}}}}
interfaces: {${text}: {entry: true, attackers: [${text}]}}
ratings: {${text}: {${text}: {E: 5}}}
`,
      },
      0,
    );
    const lines = markdown.trimEnd().split('\n');
    assert.equal(lines.length, 9);
    assert.ok(!markdown.includes('<img'));
    const row = lines[6] ?? '';
    assert.equal(row.replace(/\\[!-/:-@[-`{-~]/g, '').split('|').length, 10, row);
    assert.ok(
      row.includes(String.raw`a\|b\`c\` &lt;img src=x onerror=alert(1)&gt; \*\*d\*\* \# e \\ |`),
      row,
    );
  });
});

describe('markdownText', () => {
  it('leaves nothing in a line that means anything, and what means nothing as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const left = markdownText(text)
          .replace(/\\[!-/:-@[-`{-~]/g, '')
          .replace(/&(amp|lt|gt);/g, '');
        assert.ok(!/[`*[\]|~#$\\<>&\n\r\u202e]/.test(left), JSON.stringify(left));
      }),
    );
    assert.equal(markdownText('Straße 1.5 (a-b), net_work: x+y 😀'), 'Straße 1.5 (a-b), net_work: x+y 😀');
    assert.equal(markdownText(' _a_ \n b\u202e'), String.raw`\_a\_ b` + '\ufffd');
  });

  it('lets no reader make a link of an address by itself', () => {
    assert.equal(markdownName('see https://a.example/x'), String.raw`see https\://a.example/x`);
    assert.equal(markdownName('www.a.example'), String.raw`www\.a.example`);
    assert.equal(markdownName('mailto:eve@a.example'), String.raw`mailto:eve\@a.example`);
    const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    assert.equal(markdownName(vector), vector);
    assert.equal(markdownText('https://tickets.example/1'), 'https://tickets.example/1');
    assert.equal(markdownParagraph('at https://a.example'), String.raw`at https\://a.example`);
  });

  it('begins no list or rule as a paragraph', () => {
    assert.equal(markdownParagraph('- a'), String.raw`\- a`);
    assert.equal(markdownParagraph('12. a'), String.raw`12\. a`);
    assert.equal(markdownParagraph('+ a'), String.raw`\+ a`);
    assert.equal(markdownParagraph('a - b'), 'a - b');
  });
});
