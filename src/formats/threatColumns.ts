/** The columns of the threat table, in order. */
export const THREAT_COLUMNS = [
  'Index',
  'Facility',
  'Component',
  'Asset',
  'Rating: Security',
  'Rating: Operation',
  'Rating: Tech',
  'Rating: Compliance',
  'Attacker Type',
  'Attack Period',
  'First Entry-Point',
  'Influence',
  'Full Description',
  'STRIDE Type',
  'Attack Vector (AV)',
  'Attack Complexity (AC)',
  'Privileges Required (PR)',
  'User Interaction (UI)',
  'Probability',
  'Rating',
] as const;

/** The name of a column of the threat table. */
export type ThreatColumn = (typeof THREAT_COLUMNS)[number];
