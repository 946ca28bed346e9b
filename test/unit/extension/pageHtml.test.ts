import assert from 'node:assert/strict';
import { pageHtml } from '../../../src/extension/views/pageHtml';
import { PAGES } from '../../../src/protocol/viewProtocol';

describe('pageHtml', () => {
  for (const page of PAGES) {
    it(`lets the page ${page} load, run and send nothing but what is its own`, () => {
      const html = pageHtml(page, { base: 'https://pages.example/dist', cspSource: 'https://pages.example' });
      const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
      const directives = new Map(
        policy.split('; ').map((directive) => {
          const [name = '', ...values] = directive.split(' ');
          return [name, values.join(' ')];
        }),
      );
      for (const name of ['default-src', 'base-uri', 'form-action']) {
        assert.equal(directives.get(name), "'none'", name);
      }
      assert.match(directives.get('script-src') ?? '', /^'nonce-[\w-]{32}'$/);
      assert.equal(directives.get('style-src'), 'https://pages.example');
      assert.equal(directives.has('connect-src'), false);
    });
  }
});
