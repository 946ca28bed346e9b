import type { OutputFile } from './outputFolder';

const MODEL = `# A Threat Modeling Graph: what can be attacked, and over which interfaces. Change it into your own system;
# all files named *.tmg.yaml and *.tmg.csv in this folder make one model.
tmg: 1
name: Plant

settings:
  # All steps of a chain but the last are rated by E: who is to go on must control the component first.
  stepRule: elevation
  # The STRIDE types that are rated so far: Tampering, Elevation of Privilege. Without this line all six are asked for.
  stride: [T, E]

# Anything that can be hacked: computers, controllers, networks. They meet where they share an interface.
# Assets are what is to be protected; they can be rated from 0 to 5.
components:
  Web Portal:
    interfaces: [Internet, Office LAN]
    assets:
      Customer Records: {security: 4}
  Engineering Station:
    interfaces: [Office LAN, Control LAN]
  PLC:
    interfaces: [Control LAN]
    assets:
      Process: {security: 5, operation: 5}

# Attack chains begin at the interfaces that are entries.
interfaces:
  Internet: {entry: true}
`;

const RATINGS = `# How hard it is to attack a component through an interface, by STRIDE type: a CVSS vector, a score, or none where
# it is not possible. A step that is not rated blocks every chain through it.
ratings:
  Web Portal:
    Internet:
      E: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L
      T: 5.3
    Office LAN: {E: none, T: none}
  Engineering Station:
    Office LAN:
      E: CVSS:3.1/AV:A/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H
      T: none
    Control LAN: {E: none, T: none}
  PLC:
    Control LAN:
      E: none
      T: CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H
`;

/** The files that `tmg init` writes: the example of the README, with comments, complete and with chains. */
export const FIRST_MODEL: readonly OutputFile[] = [
  { name: 'model.tmg.yaml', text: MODEL },
  { name: 'ratings.tmg.yaml', text: RATINGS },
];

/** What to try with it: arguments of `tmg` before and after the folder, and what comes of it. */
export const FIRST_COMMANDS: readonly (readonly [string, string, string])[] = [
  ['check', '', 'what is wrong or missing'],
  ['chains', '', 'every attack chain, best first'],
  ['why', '--from Internet --to Process', 'the best way to an asset, with the lines that cause it'],
  ['graph', '--output graph.svg', 'a drawing'],
  ['report', '--output report.html', 'a report for people'],
  ['rate', '--all --output worksheet.xlsx', 'a worksheet of the ratings, to be filled and imported'],
];
