/**
 * Names that are hard to carry around: prefixes of others, words that YAML reads as something else, names of
 * object prototypes, and characters whose order differs between UTF-16 units and code points.
 */
export const COMPONENT_NAMES: readonly string[] = [
  'Server',
  'Server 2',
  'Gate',
  'Gateway',
  '\u{1F600}',
  '\uFF5E',
  '\u{1F600}x',
  'Virtual-Link',
  'on',
  'Virtual box',
  'null',
  '__proto__',
  'constructor',
  'a:EXT',
  'server',
  'Virtual-',
];

export const INTERFACE_NAMES: readonly string[] = [
  'LAN',
  'LAN1',
  'LAN10',
  'LAN2',
  '\u{1F680}',
  '\uE000',
  'no',
  '~',
  '__proto__',
  'toString',
  '10',
  '2',
  'Server',
  'USB, left',
  'a|b',
];

export const ASSET_NAMES: readonly string[] = [
  'Key',
  'Ke',
  '\u{1F511}',
  '\uFF5EKey',
  'true',
  '__proto__',
  '1',
];

/** Text of a rating cell: every kind that counts, weighted so that most relations can be crossed. */
export const RATING_CELLS: readonly string[] = [
  '6.8',
  '5.7',
  '10',
  '9.9',
  '0.1',
  '3.3',
  '7.0',
  'usb-root',
  'remote',
  'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N/E:P/RL:O',
  'CVSS:3.1/AV:A/AC:L/PR:L/UI:N/S:U/C:L/I:H/A:N/MAV:P/CR:H',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N',
  'none',
  '0',
  '0.0',
  '__proto__',
];

/** The named vectors of every random model. */
export const VECTORS: readonly (readonly [string, string])[] = [
  ['usb-root', 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
  ['remote', 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H'],
  ['none', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
  ['__proto__', 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H'],
];
