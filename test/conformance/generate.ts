/**
 * Writes `expected.json` of every case from the naive implementation.
 * Run it after a change of a case: `npx tsx test/conformance/generate.ts`; then read the difference before you keep it.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectedOf } from './expected';

const pack = dirname(fileURLToPath(import.meta.url));
for (const entry of readdirSync(pack, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const folder = join(pack, entry.name);
  writeFileSync(join(folder, 'expected.json'), expectedOf(folder));
}
