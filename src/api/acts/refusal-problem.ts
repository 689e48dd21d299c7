import type { Refusal } from '../../model/refusal.ts';
import type { Text } from '../../model/text.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { didYouMean } from '../problems/did-you-mean.ts';
import type { DirectoryNames } from '../views/directory-names.ts';
import type { Reading } from '../views/reading.ts';
import { evidenceTitle, factTitle, roleTitle, stepTitle } from '../views/title-of.ts';

/** A refusal of the engine as a problem, with the titles of everything it names. */
export function refusalProblem(
  reading: Pick<Reading, 'index' | 'spec'> & { readonly names: DirectoryNames },
  refusal: Refusal,
): ApiProblem {
  return {
    // Not what was asked for is wrong but the servers: it may be sent again.
    status: refusal.code === 'clocks-apart' ? 503 : 409,
    code: refusal.code,
    text:
      refusal.code === 'fact-unknown'
        ? didYouMean(refusal.message, refusal.missing ?? [], Object.keys(reading.spec.facts))
        : refusal.message,
    refusal,
    titles: titlesOf(reading, refusal),
  };
}

function titlesOf(
  reading: Pick<Reading, 'index' | 'spec'> & { readonly names: DirectoryNames },
  {
    open = [],
    waiting = [],
    undecided = [],
    unconfirmed = [],
    missing = [],
    role,
    roles = role === undefined ? [] : [role],
    step,
    doneBy,
  }: Refusal,
): Readonly<Record<string, Text>> {
  const { index, names, spec } = reading;
  const steps = [
    ...open,
    ...waiting,
    ...undecided,
    ...unconfirmed,
    ...(step === undefined ? [] : [step]),
  ];
  // Missing are facts or kinds of evidence or equipment, by the refusal's code; an id is one of them only.
  const isFact = (id: string) => Object.hasOwn(spec.facts, id) || Object.hasOwn(index.facts, id);
  return Object.fromEntries([
    ...steps.map((id) => [id, stepTitle(reading, id)] as const),
    ...missing.map(
      (id) => [id, isFact(id) ? factTitle(reading, id) : evidenceTitle(reading, id)] as const,
    ),
    ...roles.map((id) => [id, roleTitle(reading, id)] as const),
    ...(doneBy === undefined ? [] : [[doneBy, names.person(doneBy).name] as const]),
  ]);
}
