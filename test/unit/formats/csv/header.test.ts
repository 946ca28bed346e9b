import assert from 'node:assert/strict';
import { THREAT_COLUMNS } from '../../../../src/formats/threatColumns';
import { findingsOf, messagesOf, readLines } from './reading';

describe('CSV header', () => {
  it('does not mind case, spaces and a byte order mark', () => {
    const records = readLines('\ufeffCOMPONENT , as set,rating:SECURITY', 'Server,DB,4');
    assert.deepEqual(findingsOf(records), []);
    assert.equal(records.components[0]?.assets[0]?.ratings.security?.value, 4);
  });

  it('knows Note, Status, Ref and Description in every table', () => {
    for (const header of [
      'Component,Asset',
      'Component,Interface',
      'Component,Interface,E',
      'Vector,CVSS',
      'Interface,Entry',
      'Banned',
      'From,To',
      'From,Via,Only To',
    ]) {
      assert.deepEqual(findingsOf(readLines(`${header},Note,Status,Ref,Description`)), []);
    }
  });

  it('reports an unknown column as a hint, with the nearest known one', () => {
    const records = readLines('Component,Asset,Faclity,Owner,Security', 'Server,DB,DC,me,3');
    assert.deepEqual(findingsOf(records), [
      'unknown-column: Faclity',
      'unknown-column: Owner',
      'unknown-column: Security',
    ]);
    assert.deepEqual(
      records.findings.map(({ data }) => data.nearest),
      ['Facility', undefined, 'Rating: Security'],
    );
    assert.match(messagesOf(records)[0] ?? '', /did you mean "Facility"\?$/);
    assert.equal(records.components.length, 1);
  });

  it('takes a column whose name begins with # for a comment, also behind all others', () => {
    const records = readLines('Component,# Attack,Interface,E,# Entry', 'a,from b,x,5,yes');
    assert.deepEqual(findingsOf(records), []);
    assert.equal(records.ratings[0]?.cells.E?.text, '5');
    assert.deepEqual(findingsOf(readLines('# Component,# Interface', 'a,x')), [
      'missing-column: # Component,# Interface',
    ]);
  });

  it('does not propose a column that is there, or a letter', () => {
    const records = readLines('Component,Interface,E,Componen,X', 'a,b,1,c,d');
    assert.deepEqual(
      records.findings.map(({ data }) => data.nearest),
      [undefined, undefined],
    );
  });

  it('reports a second column of a name, and reads the first', () => {
    const records = readLines('Component,Asset, component', 'Server,DB,Other');
    assert.deepEqual(findingsOf(records), ['duplicate-key: component']);
    const related = records.findings[0]?.related[0];
    assert.deepEqual(related?.range, { start: 0, end: 9 });
    assert.equal(records.components[0]?.name.value, 'Server');
  });

  it('reports a header of no table on all of it, and reads no rows', () => {
    const records = readLines('Server,DB', 'Component,Asset');
    assert.deepEqual(findingsOf(records), ['missing-column: Server,DB']);
    assert.match(messagesOf(records)[0] ?? '', /first row must name the columns/);
    assert.equal(records.components.length, 0);
  });

  it('names the column that is missing', () => {
    const records = readLines('Vector,Description', 'a,b');
    assert.deepEqual(findingsOf(records), ['missing-column: Vector,Description']);
    assert.equal(
      messagesOf(records)[0],
      'This looks like a table of vectors, because it has "Vector". Such a table needs the column "CVSS" too; add it to this header, in English.',
    );
  });

  it('names the tables that lack least', () => {
    assert.equal(
      messagesOf(readLines('Interface,Description', 'Internet,the net'))[0],
      'The column "Interface" does not say yet what this is a table of; add "Entry" for entries, "Component" for interfaces. Column names are English.',
    );
    assert.match(
      messagesOf(readLines('Component,Description', 'A,b'))[0] ?? '',
      /add "Asset" for assets, "Interface" for interfaces\. Column names/,
    );
  });

  it('knows German names of columns, and says what they are in English', () => {
    const half = readLines('Component;Schnittstelle', 'Server;USB');
    assert.deepEqual(messagesOf(half), [
      'This looks like a table of interfaces, because it has "Component". Such a table needs the column "Interface" (in English): write "Interface" for "Schnittstelle".',
    ]);
    assert.deepEqual(half.findings[0]?.data, { nearest: 'Interface' });
    const both = readLines('Komponente;Schnittstelle', 'Server;USB');
    assert.deepEqual(messagesOf(both), [
      'This looks like a table of interfaces. Such a table needs the columns "Component" and "Interface" (in English): write "Component" for "Komponente" and "Interface" for "Schnittstelle".',
    ]);
    assert.match(
      messagesOf(readLines('Component;Interface;E;Bemerkung', 'A;x;5;y'))[0] ?? '',
      /did you mean "Note"\?$/,
    );
  });

  it('does not take a threat table for a table of assets, also where columns were deleted', () => {
    const columns: readonly string[] = THREAT_COLUMNS;
    for (const header of [
      columns,
      columns.filter((column) => !column.startsWith('Rating')),
      ['Component', 'Asset', 'STRIDE Type', 'Full Description', 'Probability'],
    ]) {
      const records = readLines(header.join(';'), header.join(';'));
      assert.deepEqual(records.components, []);
      assert.match(
        messagesOf(records).join(),
        /^This is a threat table: .* Move it out of the folder of the model/,
      );
    }
    assert.equal(readLines('Component,Asset,Influence', 'A,b,c').components.length, 1);
  });

  it('shows twenty unknown columns one by one, and the rest together', () => {
    const columns = Array.from({ length: 30 }, (_, index) => `Other ${index}`);
    const messages = messagesOf(readLines(`Component,Asset,${columns.join(',')}`, 'A,B'));
    assert.equal(messages.length, 21);
    assert.match(messages[20] ?? '', /^This column and 9 more are not read either/);
  });

  it('puts a misspelt required column under its cell', () => {
    const records = readLines('Facility,Componnet,Asset', 'DC,Server,DB');
    assert.deepEqual(findingsOf(records), ['missing-column: Componnet']);
    assert.deepEqual(records.findings[0]?.data, { nearest: 'Component' });
  });

  it('does not read half a table of ratings as interfaces, nor half an only rule as one-way', () => {
    for (const header of ['Component,Interface,STRIDE', 'Component,Interface,CVSS']) {
      const records = readLines(header, 'Server,Gateway1,E');
      assert.deepEqual(findingsOf(records), [`missing-column: ${header}`]);
      assert.equal(records.components.length, 0);
    }
    const only = readLines('From,Via,To', 'A,B,C');
    assert.deepEqual(findingsOf(only), ['missing-column: From,Via,To']);
    assert.equal(only.filters.length, 0);
  });

  it('takes the table that knows most of the columns', () => {
    const records = readLines('Component,Interface,Entry,Into', 'Server,Gateway1,x,Server');
    assert.equal(records.interfaces.length, 1);
    assert.deepEqual(findingsOf(records), ['unknown-column: Component']);
  });

  it('comes after empty rows', () => {
    assert.equal(readLines('', ' , ', 'Component,Asset', 'Server,DB').components.length, 1);
  });

  it('says nothing about an empty file', () => {
    assert.deepEqual(findingsOf(readLines('', '')), []);
  });

  it('bears a text of very many columns, and one of a very long name', () => {
    assert.equal(readLines('a,'.repeat(200_000)).findings.length, 1);
    assert.equal(readLines(`x${' '.repeat(200_000)}y`).findings.length, 1);
  });
});
