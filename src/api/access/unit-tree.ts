/** The units with their upper units, as access rules read them. */
export interface UnitTree {
  has(unit: string): boolean;
  /** The unit itself and all above it, nearest first. */
  upward(unit: string): readonly string[];
  /** The unit itself and all below it. */
  below(unit: string): readonly string[];
  /** The units without a unit above them. */
  readonly roots: readonly string[];
}

/** A tree from rows of units. */
export function buildUnitTree(
  units: readonly { readonly id: string; readonly parent?: string }[],
): UnitTree {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const upward = (unit: string): readonly string[] => {
    const path: string[] = [];
    for (let at: string | undefined = unit; at !== undefined; at = parents.get(at)) {
      if (path.includes(at)) throw new Error(`the unit \`${at}\` stands above itself`);
      path.push(at);
    }
    return path;
  };
  return {
    has: (unit) => parents.has(unit),
    upward,
    below: (unit) => units.map(({ id }) => id).filter((id) => upward(id).includes(unit)),
    roots: units.filter(({ parent }) => parent === undefined).map(({ id }) => id),
  };
}
