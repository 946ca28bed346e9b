import { yamlScalar } from '../formats/yaml/yamlScalar';

/** Something to begin a model with. */
export type ModelTemplate = 'empty' | 'client-server' | 'vehicle';

/** What a template is called and what comes of it. */
export interface ModelTemplateItem {
  readonly id: ModelTemplate;
  readonly title: string;
  readonly description: string;
}

/** The templates, the simplest first. */
export const MODEL_TEMPLATES: readonly ModelTemplateItem[] = [
  {
    id: 'empty',
    title: 'Empty model',
    description: 'The sections of a model, each with a comment that says what goes there.',
  },
  {
    id: 'client-server',
    title: 'Client and server',
    description: 'A web server on the internet, a database behind it, and the first chains.',
  },
  {
    id: 'vehicle',
    title: 'Vehicle',
    description: 'A telematics unit, a gateway and a brake control unit on buses, and the first chains.',
  },
];

/** Text of the model file of a new model. */
export function newModelText(template: ModelTemplate, name: string): string {
  const head = HEAD.replace('NAME', () => yamlScalar(name, 'block'));
  return `${head}\n${BODIES[template]}`;
}

const HEAD = `# A Threat Modeling Graph: what can be attacked, over which interfaces, and how it is rated.
tmg: 1
name: NAME

settings:
  # All steps of a chain but the last are rated by E: who is to go on must control the component first.
  stepRule: elevation
`;

const EMPTY = `# Anything that can be hacked: computers, control units, networks. They meet where they share an interface.
# Assets are what is to be protected, rated from 0 to 5.
components: {}
#  Server:
#    interfaces: [LAN]
#    assets:
#      Customer Data: {security: 4, compliance: 5}

# Attack chains begin at the interfaces that are entries.
interfaces: {}
#  LAN: {entry: true}

# CVSS vectors that are used more than once get a name.
vectors: {}
#  exploit: CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H

# How hard it is to attack a component through an interface, by STRIDE type: a vector, its name, a score, or none.
ratings: {}
#  Server:
#    LAN: {T: exploit, E: exploit}
`;

const CLIENT_SERVER = `  # The threats to the assets: Tampering, Information Disclosure and Denial of Service.
  stride: [T, I, D]

# Anything that can be hacked. Components meet where they share an interface.
# Assets are what is to be protected, rated from 0 to 5.
components:
  Client:
    interfaces: [Internet]
  Web Server:
    interfaces: [Internet, Back End]
    assets:
      Web Site: {operation: 4}
  Database:
    interfaces: [Back End]
    assets:
      Customer Data: {security: 4, compliance: 5}

# Attack chains begin at the entries; "into" says what an outsider reaches there.
interfaces:
  Internet: {entry: true, into: [Client, Web Server]}

# CVSS vectors that are used more than once get a name.
vectors:
  net-exploit: CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H
  net-user: CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H
  net-flood: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H
  phishing: CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H

# How hard it is to attack a component through an interface, by STRIDE type: a vector, its name, a score, or none.
ratings:
  Client:
    Internet: {T: phishing, I: phishing, D: none, E: phishing}
  Web Server:
    Internet: {T: net-exploit, I: net-exploit, D: net-flood, E: net-exploit}
    Back End: {T: net-exploit, I: net-exploit, D: net-exploit, E: net-exploit}
  Database:
    Back End: {T: net-user, I: net-user, D: net-user, E: net-exploit}
`;

const VEHICLE = `  # The threats to the assets: Tampering and Denial of Service.
  stride: [T, D]

# Anything that can be hacked. Components meet where they share an interface.
# Assets are what is to be protected, rated from 0 to 5.
components:
  Telematics Unit:
    interfaces: [Cellular, Ethernet]
    assets:
      Location: {security: 3, compliance: 4}
  Gateway:
    interfaces: [Ethernet, Diagnostics, Chassis CAN]
  Brake Control Unit:
    interfaces: [Chassis CAN]
    assets:
      Braking: {operation: 5}

# Attack chains begin at the entries; attackers and periods say who attacks there, and when.
interfaces:
  Cellular: {entry: true, attackers: [remote], periods: [driving]}
  Diagnostics: {entry: true, attackers: [workshop], periods: [service]}

attackers:
  remote: remote attacker
  workshop: workshop insider

periods:
  driving: driving
  service: workshop service

# CVSS vectors that are used more than once get a name.
vectors:
  remote-exploit: CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H
  bus-exploit: CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H
  bus-send: CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H
  plug-in: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H

# How hard it is to attack a component through an interface, by STRIDE type: a vector, its name, a score, or none.
ratings:
  Telematics Unit:
    Cellular: {T: remote-exploit, D: remote-exploit, E: remote-exploit}
    Ethernet: {T: bus-exploit, D: bus-exploit, E: bus-exploit}
  Gateway:
    Ethernet: {T: bus-exploit, D: bus-exploit, E: bus-exploit}
    Diagnostics: {T: plug-in, D: plug-in, E: plug-in}
    Chassis CAN: {T: bus-exploit, D: bus-exploit, E: bus-exploit}
  Brake Control Unit:
    Chassis CAN: {T: bus-send, D: bus-send, E: bus-exploit}
`;

const BODIES: Readonly<Record<ModelTemplate, string>> = {
  empty: EMPTY,
  'client-server': CLIENT_SERVER,
  vehicle: VEHICLE,
};
