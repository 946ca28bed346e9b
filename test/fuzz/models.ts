import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CSV_MODEL, YAML_MODEL } from '../support/worksheets';

/** Texts of the files of a model by name. */
export type ModelTexts = Readonly<Record<string, string>>;

/** Tables of every kind in one model. */
const ALL_TABLES: ModelTexts = {
  'assets.tmg.csv': 'Facility,Component,Asset,Id,Rating: Security\nHall,Server,Data,A-1,4\nHall,Router,,,\n',
  'interfaces.tmg.csv':
    'Component,Interface,Description\nServer,LAN,"in, the hall"\nRouter:Communication,"LAN, Uplink",\n',
  'entries.tmg.csv':
    'Interface;Entry;Into;Attackers;Periods\r\nUplink;yes;"Router; B\\;C";insider;service\r\n',
  'vectors.tmg.csv':
    'Vector,CVSS\nusb,CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\n# tmg-ignore dead-filter: x\n',
  'banned.tmg.csv': 'Banned\nServer|*|Router\nC\\|D|E\n',
  'oneway.tmg.csv': 'From\tTo\nServer\tRouter\n',
  'only.tmg.csv': 'From,Via,OnlyTo\nRouter,LAN,"Server,X"\n',
  'long.tmg.csv': 'Component,Interface,STRIDE,CVSS,Techniques\nServer,LAN,E,"7,1",T1078\n',
  'wide.tmg.csv':
    'Component,Interface,S,T,All,Techniques,Note,Status\nRouter,"Uplink;LAN",usb,none,5.0,E: T1068; D: T1499,said,agreed\n',
};

/** Small models that have everything between them: the examples, the conformance pack, broken ones, and all tables. */
export function fuzzModels(): ModelTexts[] {
  const folders = [
    'examples/client-server',
    'examples/client-server-csv',
    'test/fixtures/workspace/plant',
    ...['test/conformance', 'test/fixtures/broken'].flatMap((pack) =>
      readdirSync(pack, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${pack}/${name}`)
        .sort(),
    ),
  ];
  const read = folders.map(folderTexts).filter((texts) => Object.keys(texts).length > 0);
  return [...read, YAML_MODEL, CSV_MODEL, ALL_TABLES];
}

function folderTexts(folder: string): ModelTexts {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tmg\.(yaml|yml|csv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  );
}
