import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { WrongUse } from '../wrong-use.ts';

/** A person of the samples who works. */
export interface SamplePerson {
  readonly id: string;
  readonly unit: string;
  readonly roles: readonly string[];
}

/** The people of a root's samples; their accounts have their ids. */
export async function readSamplePeople(root: string): Promise<readonly SamplePerson[]> {
  const file = join(root, 'samples/people.yaml');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new WrongUse({ zh: `没有演示人员：${file}`, en: `there are no sample people: ${file}` });
  });
  return (parse(text) as { readonly people: readonly SamplePerson[] }).people;
}

/**
 * Those of each unit who together have all its roles, as few as will do: what they see is what the unit has to do.
 * `covers` says how many roles each adds.
 */
export function lookoutsOf(
  people: readonly SamplePerson[],
): readonly { readonly person: SamplePerson; readonly covers: number }[] {
  const units = new Map<string, SamplePerson[]>();
  for (const person of people) units.set(person.unit, [...(units.get(person.unit) ?? []), person]);
  return [...units.values()].flatMap((colleagues) => {
    const seen = new Set<string>();
    const chosen: { readonly person: SamplePerson; readonly covers: number }[] = [];
    for (;;) {
      const adds = ({ roles }: SamplePerson) => roles.filter((role) => !seen.has(role)).length;
      const best = colleagues.toSorted((left, right) => adds(right) - adds(left))[0];
      if (!best || adds(best) === 0) return chosen;
      chosen.push({ person: best, covers: adds(best) });
      for (const role of best.roles) seen.add(role);
    }
  });
}
