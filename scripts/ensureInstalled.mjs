// Installs the packages of package-lock.json where they are not installed yet; needs nothing but Node.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing packages ...');
  execSync('npm ci --no-fund --no-audit --loglevel=error', { stdio: 'inherit' });
  writeFileSync(stamp, wanted);
}
