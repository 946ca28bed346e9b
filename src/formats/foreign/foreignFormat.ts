/** The formats that are imported. */
export const FOREIGN_FORMATS = [
  'threat-dragon',
  'otm',
  'threagile',
  'tm7',
  'graphml',
  'dbc',
  'workbook',
] as const;

export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

/** What a file is called that a rating worksheet has come from. */
export const WORKSHEET = 'worksheet';

/** The sheet of a worksheet that says how to fill it in; it is not read. */
export const GUIDE_SHEET = 'How to fill';

/** What the formats are called in sentences. */
export const FORMAT_TITLES: Readonly<Record<ForeignFormat, string>> = {
  'threat-dragon': 'OWASP Threat Dragon',
  otm: 'Open Threat Model',
  threagile: 'Threagile',
  tm7: 'Microsoft Threat Modeling Tool',
  graphml: 'GraphML',
  dbc: 'CAN database',
  workbook: 'workbook',
};

/** Largest files that are read, in bytes: those of texts and of tables in TMG files. */
export const FOREIGN_LIMITS = { text: 5 * 1024 * 1024, table: 50 * 1024 * 1024 } as const;

/** So much of a text tells its format. */
const HEAD = 200_000;

/** The format of a text by what stands in it; undefined where it is none of them. */
export function recogniseText(text: string): Exclude<ForeignFormat, 'workbook'> | undefined {
  const head = text.slice(0, HEAD);
  if (/^\s*</.test(head)) {
    if (/<(\w+:)?ThreatModel[\s>]/.test(head)) {
      return 'tm7';
    }
    return /<(\w+:)?graphml[\s>]/.test(head) ? 'graphml' : undefined;
  }
  if (hasKey(head, 'otmVersion')) {
    return 'otm';
  }
  if (hasKey(head, 'threagile_version') || hasKey(head, 'technical_assets')) {
    return 'threagile';
  }
  if (hasKey(head, 'diagrams') && (hasKey(head, 'detail') || hasKey(head, 'summary'))) {
    return 'threat-dragon';
  }
  return /^(BU_[ \t]*:|BO_[ \t]+\d+|BS_[ \t]*:|NS_[ \t]*:)/m.test(head) ? 'dbc' : undefined;
}

/** Whether the bytes are those of a ZIP archive, as workbooks are. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function hasKey(text: string, key: string): boolean {
  return new RegExp(`(^|[\\s{,])["']?${key}["']?\\s*:`).test(text);
}
