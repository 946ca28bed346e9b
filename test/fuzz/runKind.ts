import { FUZZ_KINDS, type FuzzKind } from './kinds';

/** How many inputs of each kind make so many inputs together. */
export function countsFor(total: number): { readonly kind: FuzzKind; readonly count: number }[] {
  return FUZZ_KINDS.map((kind) => ({ kind, count: Math.max(1, Math.round((total * kind.share) / 1000)) }));
}

/** Runs inputs of a kind one after the other. @throws Error that names the kind and the seed of the one that fails */
export async function runKind({ name, run }: FuzzKind, firstSeed: number, count: number): Promise<void> {
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    try {
      await run(seed);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`npm run fuzz -- --kind ${name} --seed ${seed} --count 1: ${reason}`, { cause: error });
    }
  }
}
