/** Cycles of a graph, each as the ids on it from the first one met; one for each way into it that a walk finds. */
export function findCycles(
  ids: readonly string[],
  nextOf: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const walk = (id: string): void => {
    const start = path.indexOf(id);
    if (start !== -1) {
      cycles.push(path.slice(start));
      return;
    }
    if (finished.has(id)) return;
    path.push(id);
    for (const next of nextOf(id)) walk(next);
    path.pop();
    finished.add(id);
  };
  for (const id of ids) walk(id);
  return cycles;
}
