/** A property that no JSON can bring along: only what opens payloads sets it. */
export const mark = (name: string) => {
  // Registered, so that all copies of this module within one realm mean the same.
  const key = Symbol.for(`jiechu/${name}`);
  return {
    of: (value: unknown): string | undefined =>
      typeof value === 'object' && value !== null
        ? (value as { readonly [key]?: string })[key]
        : undefined,
    set: <T extends object>(value: T, as: string): T =>
      Object.defineProperty(value, key, { value: as }),
  };
};
