import { EXIT } from './io';
import { nodeIo } from './nodeIo';
import { reasonOf } from './output';
import { runCli } from './program';

// A reader that closes the pipe early, such as `head`, has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.usage),
);

runCli(process.argv.slice(2), nodeIo()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`tmg: unexpected error: ${reasonOf(error)}; please report it.\n`);
    process.exitCode = EXIT.usage;
  },
);
