import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown, markdownCode, markdownNames } from '../../../src/language/markdown';

describe('escapeMarkdown', () => {
  it('leaves no sign that Markdown, links, icons or HTML are made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        const left = escaped.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/&(amp|lt|gt);/g, '');
        ok(!/[!#$%()*+\-./:=?@[\\\]^_`{|}~<>\n\r\u202e]/.test(left), JSON.stringify(escaped));
      }),
    );
  });

  it('keeps words, and tames what would be a link, an image, an icon, a list, a heading or HTML', () => {
    equal(escapeMarkdown('Straße 😀 A, B'), 'Straße 😀 A, B');
    equal(escapeMarkdown('[x](command:evil)'), String.raw`\[x\]\(command\:evil\)`);
    equal(escapeMarkdown('![](http://evil.example)'), String.raw`\!\[\]\(http\:\/\/evil\.example\)`);
    equal(escapeMarkdown('$(trash) <img src=x>'), String.raw`\$\(trash\) &lt;img src\=x&gt;`);
    equal(escapeMarkdown('\n\n# a\r\n1. b'), String.raw`\# a 1\. b`);
  });

  it('shows characters that turn the direction of text, and cuts long texts', () => {
    equal(escapeMarkdown('a\u202eb'), 'a\ufffdb');
    equal(escapeMarkdown('x'.repeat(2000)).length, 501);
  });
});

describe('markdownCode', () => {
  it('cannot be left by backticks', () => {
    equal(markdownCode('a`b'), '``a`b``');
    equal(markdownCode('`'), '`` ` ``');
    equal(markdownCode(''), '');
  });
});

describe('markdownNames', () => {
  it('names the first few', () => {
    equal(markdownNames(['a', 'b*', 'c'], 2), String.raw`a, b\* and 1 more`);
  });
});
