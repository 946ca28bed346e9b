/** What a cell of a sheet holds. */
export type CellValue = string | number | null;

/** A model of all tables, as a spreadsheet program would hold it. */
export const MODEL_TABLES: Readonly<Record<string, readonly (readonly CellValue[])[]>> = {
  Assets: [
    ['Facility', 'Component', 'Asset', 'Id', 'Rating: Security'],
    ['Hall', 'Server', 'Data', 'A-1', 4],
    ['Hall', 'Router', null, null, null],
  ],
  Interfaces: [
    ['Component', 'Interface'],
    ['Server', 'LAN'],
    ['Router:Communication', 'LAN, Uplink'],
  ],
  Ratings: [
    ['Component', 'Interface', 'T', 'E', 'Note'],
    ['Server', 'LAN', 7.1, 'usb', 'measured'],
    ['Router', 'Uplink', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', 'none', null],
  ],
  Vectors: [
    ['Vector', 'CVSS'],
    ['usb', 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
  ],
  Entries: [
    ['Interface', 'Entry', 'Into', 'Attackers'],
    ['Uplink', 'yes', 'Router', 'outsider'],
  ],
  Banned: [['Banned'], ['Server|Router']],
};
