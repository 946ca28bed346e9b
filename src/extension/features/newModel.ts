export const newModel = (..._a: unknown[]) => [];
