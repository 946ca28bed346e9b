import type { Command } from 'commander';
import type { ChainOptions } from '../chains/options';
import type { Model } from '../model/model';
import { REPEATABLE_OPTIONS } from './computeOptions';
import type { CommandIo } from './io';
import { printable } from './terminal';

/** The options that have an effect in some company only. */
export interface GivenOptions {
  readonly maxChains?: number | undefined;
  readonly minProbability?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly failAt?: number | undefined;
  readonly group?: readonly string[] | undefined;
  readonly sort?: 'probability' | 'risk' | undefined;
  readonly format?: string | undefined;
  readonly layout?: string | undefined;
  readonly colour?: string | undefined;
}

/** A command line that has less effect than it looks: when, and what is said. */
interface IdleRule {
  readonly commands: readonly string[];
  readonly applies: (given: GivenOptions) => boolean;
  readonly sentence: string;
}

const RULES: readonly IdleRule[] = [
  {
    commands: ['why', 'advise'],
    applies: ({ maxChains }) => maxChains !== undefined,
    sentence: '--max-chains has no effect here: no list of chains is kept.',
  },
  {
    commands: ['why'],
    applies: ({ minProbability }) => minProbability !== undefined,
    sentence: '--min-probability has no effect here: the best chain is shown, whatever its P.',
  },
  {
    commands: ['chains'],
    applies: ({ group, sort }) => group !== undefined && sort !== undefined,
    sentence: '--sort has no effect on groups: the legend says in which order they stand.',
  },
  {
    commands: ['chains'],
    applies: ({ atLeast, minProbability }) =>
      atLeast !== undefined && minProbability !== undefined && atLeast <= minProbability,
    sentence: '--at-least has no effect: --min-probability leaves no chain with a lower P.',
  },
  {
    commands: ['graph'],
    applies: ({ format, layout }) => format === 'mermaid' && layout !== undefined,
    sentence: '--layout has no effect on Mermaid, which arranges the drawing itself.',
  },
];

/** Says on standard error which options of a command line have no effect. */
export function warnOfIdleOptions(
  io: Pick<CommandIo, 'writeError'>,
  command: string,
  given: GivenOptions,
): void {
  for (const { commands, applies, sentence } of RULES) {
    if (commands.includes(command) && applies(given)) {
      io.writeError(`tmg: ${sentence}\n`);
    }
  }
}

/** Says on standard error which options have no effect on this model. */
export function warnOfIdleInModel(
  io: Pick<CommandIo, 'writeError'>,
  { name, settings, components }: Pick<Model, 'name' | 'settings' | 'components'>,
  { minProbability }: Pick<ChainOptions, 'minProbability'>,
  { sort, group, failAt, layout, colour }: GivenOptions,
): void {
  const tell = (sentence: string): void => io.writeError(`tmg: ${printable(name)}: ${sentence}\n`);
  if (sort === 'risk' && group === undefined && settings.weight === undefined) {
    tell(
      '--sort risk has no effect: the model has no weight, so chains have no risk and stand by P; set settings: {weight: security}, or another rating of assets.',
    );
  }
  if (failAt !== undefined && failAt < minProbability) {
    tell(
      `--fail-at ${failAt} sees no chain with a P below ${minProbability}, because those are left out (minProbability).`,
    );
  }
  const hasFacilities = [...components.values()].some(({ facility }) => facility !== undefined);
  if (!hasFacilities && (layout === 'facility' || colour === 'facility')) {
    tell(
      `--${layout === 'facility' ? 'layout' : 'colour'} facility has no effect: no component has a facility.`,
    );
  }
}

/** Says on standard error which options are given several times although only the last one counts. */
export function warnOfRepeatedOptions(program: Command, io: Pick<CommandIo, 'writeError'>): void {
  for (const command of program.commands) {
    for (const option of command.options) {
      if (!option.isBoolean() && !REPEATABLE_OPTIONS.has(option.name())) {
        let given = 0;
        command.on(`option:${option.name()}`, () => {
          given++;
          if (given === 2) {
            io.writeError(`tmg: --${option.name()} is given several times; only the last one counts.\n`);
          }
        });
      }
    }
  }
}
