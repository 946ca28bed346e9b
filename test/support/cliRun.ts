import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandIo, ExitCode } from '../../src/cli/io';
import { runCli } from '../../src/cli/program';
import { Reading } from '../../src/cli/reading';

/** How a run of the command line inside this process ended. */
export interface CliRun {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
  /** What was written to files, by path relative to the working directory; bytes as a character each, here and in `out`. */
  readonly written: Readonly<Record<string, string>>;
}

/** What a run finds; its files lie in a folder of its own, which is the working directory. */
export interface CliSetting {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Standard output is a terminal. */
  readonly terminal?: boolean;
  readonly colour?: boolean;
  readonly progress?: boolean;
  /** Why no file can be written. */
  readonly refusal?: string;
}

/** Runs `tmg` in this process; without files, in the folder of the repository. */
export async function runInProcess(args: readonly string[], setting: CliSetting = {}): Promise<CliRun> {
  const { files } = setting;
  if (!files) {
    return runIn(process.cwd(), args, setting);
  }
  const folder = mkdtempSync(join(tmpdir(), 'tmg-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return await runIn(folder, args, setting);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `tmg` in this process in a folder, whose files stay; what is written by `--output FILE` is only returned. */
export async function runIn(
  folder: string,
  args: readonly string[],
  setting: Omit<CliSetting, 'files'> = {},
): Promise<CliRun> {
  let out = '';
  let error = '';
  const written: Record<string, string> = {};
  const io: CommandIo = {
    workingDirectory: folder,
    reading: new Reading(),
    outClosed: () => false,
    writeOut: (piece) => {
      out += asText(piece);
    },
    writeError: (text) => {
      error += text;
    },
    writeFile: async (path, pieces) => {
      if (setting.refusal !== undefined) {
        throw new Error(setting.refusal);
      }
      let content = '';
      for await (const piece of pieces) {
        content += asText(piece);
      }
      written[path.slice(folder.length + 1)] = content;
    },
    terminal: setting.terminal ?? false,
    colour: setting.colour ?? false,
    progress: setting.progress ?? false,
  };
  const code = await runCli(args, io);
  return { code, out, error, written };
}

function asText(piece: string | Uint8Array): string {
  return typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
}
