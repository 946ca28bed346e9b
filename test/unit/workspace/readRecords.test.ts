import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/text/message';
import { readBytes } from '../../../src/workspace/readRecords';
import { windows1252, workbookBytes } from '../../support/brokenBytes';

function said(file: string, bytes: Uint8Array): string[] {
  return readBytes(file, bytes).findings.map(({ code, message }) => `${code}: ${formatMessage(message)}`);
}

describe('a file that is not read as text', () => {
  it('is told apart: a workbook, another encoding, and anything else', () => {
    assert.deepEqual(said('a.tmg.csv', workbookBytes()), [
      'not-text: a.tmg.csv is a workbook or an archive; save the table as CSV in UTF-8.',
    ]);
    assert.deepEqual(said('a.tmg.yaml', windows1252('components: {Prüfstand: {}}\n')), [
      'not-text: a.tmg.yaml is neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8.',
    ]);
    assert.deepEqual(said('a.tmg.yaml', new Uint8Array(500)), [
      'not-text: a.tmg.yaml is not a text file; save it as UTF-8 text.',
    ]);
  });
});
