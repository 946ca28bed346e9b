import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ChainOptions, chainOptions } from '../chains/options';
import { MOST_LENGTH, type StepRule, type Uniqueness } from '../formats/settings';
import { isStrideType, STRIDE_TYPES, type StrideType } from '../formats/stride';
import { entryPoints } from '../model/entryPoints';
import type { Model } from '../model/model';
import { nearestName } from '../text/nearest';
import { UsageError } from './io';

/** Options of all commands that compute chains. */
export interface ComputeOptions {
  readonly model?: readonly string[];
  readonly maxLength?: number;
  readonly maxChains?: number;
  readonly minProbability?: number;
  readonly type?: readonly StrideType[];
  readonly to?: readonly string[];
  readonly from?: readonly string[];
  readonly uniqueness?: Uniqueness;
  readonly stepRule?: StepRule;
  readonly output?: string;
}

/** Adds the options that all commands share that compute chains. */
export function addComputeOptions(command: Command): Command {
  return command
    .addOption(modelOption())
    .option(
      '--max-length <n>',
      `most relationships from entry to target, up to ${MOST_LENGTH}`,
      wholeNumber(1, { most: MOST_LENGTH }),
    )
    .option('--max-chains <n>', 'most chains kept, the best', wholeNumber(1))
    .option('--min-probability <p>', 'leave out chains with a lower P', decimal)
    .option('--type <types>', 'STRIDE types, as S,T; repeat to add', strideTypes)
    .option('--to <asset>', 'only chains to this asset (id, or name); repeat to add', collected)
    .option('--from <interface>', 'only chains that begin at this interface; repeat to add', collected)
    .addOption(
      new Option('--uniqueness <mode>', 'what may not occur twice').choices(['nodes', 'relationships']),
    )
    .addOption(
      new Option('--step-rule <rule>', 'what rates the steps before the last').choices(['same', 'elevation']),
    )
    .option('--output <file>', 'write to a file instead of standard output');
}

/** Options that can be given several times, and add up. */
export const REPEATABLE_OPTIONS: ReadonlySet<string> = new Set(['model', 'type', 'to', 'from', 'group']);

/** `--model`, for every command that reads models. */
export function modelOption(): Option {
  return new Option(
    '--model <name>',
    'only the model of this name, or in this folder; repeat to add',
  ).argParser(collected);
}

/** The chain options for one model. @throws UsageError where a name does not exist in the model */
export function chainOptionsFor(model: Model, given: ComputeOptions): ChainOptions {
  return chainOptions(model.settings, {
    ...(given.maxLength !== undefined && { maxLength: given.maxLength }),
    ...(given.maxChains !== undefined && { maxChains: given.maxChains }),
    ...(given.minProbability !== undefined && { minProbability: given.minProbability }),
    ...(given.type !== undefined && { types: given.type }),
    ...(given.uniqueness !== undefined && { uniqueness: given.uniqueness }),
    ...(given.stepRule !== undefined && { stepRule: given.stepRule }),
    ...(given.to !== undefined && { to: new Set(given.to.flatMap((text) => assetIds(model, text))) }),
    ...(given.from !== undefined && { from: new Set(given.from.map((text) => entryName(model, text))) }),
  });
}

function assetIds(model: Model, text: string): string[] {
  const assets = [...model.assets.values()];
  const ids = model.assets.has(text)
    ? [text]
    : assets.filter(({ name }) => name === text).map(({ id }) => id);
  if (ids.length === 0) {
    const names = assets.flatMap(({ id, name }) => [id, name]);
    throw new UsageError(unknownName(`Model "${model.name}" has no asset "${text}"`, text, names));
  }
  return ids;
}

function entryName(model: Model, text: string): string {
  const names = entryPoints(model).map(({ name }) => name);
  if (!names.includes(text)) {
    const problem = model.interfaces.has(text)
      ? `The interface "${text}" of model "${model.name}" is no entry point; mark it with entry: true`
      : `Model "${model.name}" has no entry point "${text}"`;
    throw new UsageError(unknownName(problem, text, names));
  }
  return text;
}

function unknownName(problem: string, name: string, candidates: readonly string[]): string {
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? `${problem}.` : `${problem}; did you mean "${nearest}"?`;
}

/** Parses a whole number of at least `least`, and at most `most`; `or` names what else may be given. */
export function wholeNumber(
  least: number,
  { most = Number.POSITIVE_INFINITY, or = '' }: { readonly most?: number; readonly or?: string } = {},
): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      const range = most === Number.POSITIVE_INFINITY ? `of at least ${least}` : `from ${least} to ${most}`;
      throw new InvalidArgumentError(`Give a whole number ${range}${or}.`);
    }
    return value;
  };
}

/** Parses a P from 0 to 10. */
export function decimal(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 10)) {
    throw new InvalidArgumentError('Give a number from 0 to 10.');
  }
  return value;
}

function collected(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

function strideTypes(text: string, before: readonly StrideType[] = []): StrideType[] {
  const letters = text.split(',').map((letter) => letter.trim().toUpperCase());
  const wrong = letters.find((letter) => !isStrideType(letter));
  if (wrong !== undefined) {
    throw new InvalidArgumentError(`"${wrong}" is no STRIDE type; give some of S,T,R,I,D,E.`);
  }
  return STRIDE_TYPES.filter((type) => before.includes(type) || letters.includes(type));
}
