import { equal, match, ok } from 'node:assert/strict';
import { chainFigures } from '../../../src/chains/chainFigures';
import { computeChains } from '../../../src/chains/computeChains';
import { hover } from '../../../src/language/hover';
import { markedModel } from '../../support/caret';

/** The hover at the mark, with its backslashes taken out, and the text it is for. */
function hoverAt(
  files: Parameters<typeof markedModel>[0],
  computed = false,
): { readonly text: string; readonly word: string } | undefined {
  const { snapshot, file, offset, text } = markedModel(files);
  const figures = computed ? chainFigures(computeChains(snapshot.model)) : undefined;
  const found = hover(snapshot, file, offset, figures);
  return (
    found && {
      text: found.markdown.replaceAll('\\', ''),
      word: text.slice(found.range.start, found.range.end),
    }
  );
}

function hoverText(files: Parameters<typeof markedModel>[0], computed = false): string {
  return hoverAt(files, computed)?.text ?? '';
}

const VECTOR = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const MODEL = `tmg: 1
components:
  Server:
    facility: Plant
    interfaces: [LAN]
    assets: {DB: {security: 4, stride: [D, T], description: records}}
    description: "the *big* one"
  Client: {interfaces: [LAN, USB]}
interfaces:
  USB: {entry: true, attackers: [insider], periods: [on]}
attackers: {insider: internal user}
periods: {on: the system is on}
facilities: {Plant: {description: Frankfurt}}
vectors: {root: "${VECTOR}"}
ratings:
  Server: {LAN: {T: 6.8, E: none, note: locked}}
  Client: {USB: {T: root}}
`;

/** The model with a caret before the nth occurrence of a text. */
function at(text: string, nth = 1): string {
  let position = -1;
  for (let i = 0; i < nth; i++) {
    position = MODEL.indexOf(text, position + 1);
  }
  ok(position >= 0);
  return `${MODEL.slice(0, position)}|${MODEL.slice(position)}`;
}

describe('hover', () => {
  it('of a component says what it has and which chains lead through it', () => {
    const text = hoverText(at('Server'), true);
    for (const part of [
      '**Server** (component)',
      'the *big* one',
      'Facility: Plant',
      'Interfaces: LAN',
      'Assets: DB',
      'Chains through it: **1**, worst **4.624 Medium**',
    ]) {
      ok(text.includes(part), `${part} in ${text}`);
    }
    ok(!hoverText(at('Server')).includes('Chains'));
  });

  it('escapes what files say', () => {
    const { snapshot, file, offset } = markedModel(at('Server'));
    ok(hover(snapshot, file, offset, undefined)?.markdown.includes(String.raw`the \*big\* one`));
  });

  it('of an interface says who shares it, which way attacks run, and who comes in', () => {
    const shared = hoverText(at('LAN'));
    match(shared, /Shared by: Server, Client/);
    match(shared, /Attacks run from LAN into each of them/);
    match(shared, /Not an entry point/);
    match(shared, /Entering Server through it: T 6\.8, D not rated\n/);
    match(shared, /locked/);
    const entry = hoverText(at('USB', 2), true);
    match(
      entry,
      /Entry point\n- Attackers: internal user\n- Periods: the system is on\n- Chains from it: \*\*1\*\*/,
    );
    match(entry, /Attacks run from USB into Client; no other/);
  });

  it('of an asset gives its ratings and chains', () => {
    const text = hoverText(at('DB'), true);
    match(
      text,
      /\*\*DB\*\* \(asset of Server\)\n\nrecords\n\n- Ratings, 0 to 5: security 4\n- Threatened by: Tampering, Denial of Service\n- Id: Server\/DB\n- Chains to it: \*\*1\*\*/,
    );
  });

  it('of a facility, attacker or period gives its text and use', () => {
    match(hoverText(at('Plant')), /Plant.*\n\nFrankfurt\n\n1 component: Server/);
    match(hoverText(at('insider')), /internal user\n\n1 interface: USB/);
    match(hoverText(at('on]')), /the system is on\n\n1 interface: USB/);
  });

  it('of a vector gives the metric under the caret first, then all of them in words', () => {
    const text = hoverText(at('C:L'));
    match(text, /^\*\*Attack Complexity\*\* \(AC\)\n\n- \*\*L Low: works whenever it is tried\*\*/);
    match(text, /\*\*root\*\* \(named vector\), used in 1 cell/);
    match(text, /\*\*6\.8 Medium\*\* `CVSS:3\.1/);
    match(text, /\| AV:P \| Attack Vector \| Physical \| by touching the device \|/);
    equal(text.match(/^\| [A-Z]+:/gm)?.length, 8);
  });

  it('of a rating cell says what it rates', () => {
    match(hoverText(at('root', 2)), /named vector[\s\S]*Rates Tampering \(T\), entering Client through USB/);
    match(hoverText(at('6.8')), /\*\*6\.8 Medium\*\*: a bare score[\s\S]*entering Server through LAN/);
    match(hoverText(at('none')), /\*\*none\*\*: considered[\s\S]*Elevation of Privilege/);
  });

  it('of a vector with more than base metrics gives both scores, of a wrong one says so', () => {
    const more = `vectors: {a: ${VECTOR}/E:|U/RL:X}\n`;
    match(hoverText(more), /\*\*6\.8 Medium\*\*, overall \*\*6\.2 Medium\*\*/);
    match(hoverText(more), /^\*\*Exploit Code Maturity\*\*/);
    match(hoverText('vectors: {a: CVSS:3.1/AV:|Z}\n'), /^\*\*Attack Vector\*\*[\s\S]*is no valid vector/);
  });

  it('of a pattern says what it fits', () => {
    const rule = { 'a.tmg.yaml': MODEL, 'b.tmg.yaml': 'ratingRules: [{match: {component: "|*er"}, T: 1}]\n' };
    match(hoverText(rule), /Fits 1 component: Server/);
  });

  it('of keys gives what the schema says', () => {
    match(hoverText('settings:\r\n  max|Length: 13\r\n'), /maxLength\*\*\n\nHAS_INTERFACE relationships/);
    match(hoverText('settings: {stepRule: |same}\n'), /What rates the steps[\s\S]*One of: same, elevation/);
    match(hoverText('|components:\n  A: {}\n'), /Anything that can be hacked/);
    match(hoverText('components:\n  A: {facil|ity: B}\n'), /The place or zone/);
    match(hoverText('ratings:\n  A:\n    B:\n      |T: 1\n'), /Tampering/);
    match(hoverText('ratingRules:\n  - |match: {label: EXT}\n    T: 1\n'), /All must fit/);
    match(hoverText('filters:\n  one|Way: []\n'), /No way from/);
    match(hoverText('components: {A: {labels: [E|XT]}}\n'), /out of scope/);
    equal(hoverAt('nonsense: |x\n'), undefined);
  });

  it('of a comment says what it silences', () => {
    const text =
      'components:\n  # tmg-ignore |isolated-component: spare\n  # tmg-ignore look-alike-name: x\n  A: {}\n';
    match(hoverText(text), /Silences \*\*isolated-component\*\* \(warning\) in line 4: spare\n\n`A: {}`/);
  });

  it('works in CSV: names, cells, columns, labels', () => {
    const files = (marked: string): Record<string, string> => ({ 'a.tmg.csv': marked, 'b.tmg.yaml': MODEL });
    match(hoverText(files('Component;Interface;T\nSer|ver;LAN;7,1\n')), /\*\*Server\*\* \(component\)/);
    match(hoverText(files('Component;Interface;T\nServer;LAN;7|,1\n')), /\*\*7\.1 High\*\*: a bare score/);
    match(
      hoverText(files(`Component;Interface;T\nServer;LAN;"${VECTOR.replace('AC', '|AC')}"\n`)),
      /^\*\*Attack Com/,
    );
    match(hoverText(files('Component;Inter|face;T\nServer;LAN;7,1\n')), /An entry point of one or more/);
    match(hoverText(files('Component,Interface\nBus:Commu|nication,LAN\n')), /a channel/);
  });
});
