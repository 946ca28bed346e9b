import { EXIT } from './io';
import { nodeIo } from './nodeIo';
import { reasonOf } from './output';
import { runCli } from './program';
import { printable } from './terminal';

// Whoever writes is told of errors, and decides; a message that nobody can read changes nothing.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

runCli(process.argv.slice(2), nodeIo()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`tmg: unexpected error: ${printable(reasonOf(error))}; please report it.\n`);
    process.exitCode = EXIT.usage;
  },
);
