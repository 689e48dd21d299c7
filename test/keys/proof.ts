import { accessLines } from './access-lines.ts';
import type { Change } from './change.ts';
import { changedFiles } from './change.ts';
import type { IncidentPages } from './incident-page.ts';
import { withFiles, type PolicyRoot } from './policy-root.ts';
import { holds } from './story-witness.ts';
import { verbOutput } from './verb-output.ts';
import type { Witness } from './witness.ts';

/** The proof that a key is not ignored: a change of it, and who notices. */
export interface Proof {
  readonly key: string;
  readonly root: string;
  readonly change: Change;
  readonly witness: Witness;
}

/** The means to judge proofs: the roots by name, and the doors. */
export interface Court {
  readonly roots: ReadonlyMap<string, PolicyRoot>;
  readonly pages: (root: PolicyRoot) => Promise<IncidentPages>;
  /** The judgements of the sources as they are; each is asked once. */
  readonly seen: Map<string, Promise<unknown>>;
}

/** Gives nothing where the witness is content with the sources as they are and not with the change; else the flaw. */
export async function flawOf(court: Court, proof: Proof): Promise<string | undefined> {
  const policy = court.roots.get(proof.root);
  if (!policy) return `there is no root ${proof.root}`;
  if (!(await isContent(court, policy, proof.witness, undefined)))
    return 'the witness is not content with the sources as they are';
  const changed = changedFiles(policy, proof.key, proof.change);
  if (changed.size === 0) return 'the key is written nowhere';
  if (await isContent(court, policy, proof.witness, changed))
    return 'the witness is content without the key: it is ignored, or proves another one';
  return undefined;
}

type Changed = ReadonlyMap<string, unknown>;

async function isContent(
  court: Court,
  policy: PolicyRoot,
  witness: Witness,
  changed: Changed | undefined,
): Promise<boolean> {
  if (changed) return judge(court, policy, witness, changed);
  const key = JSON.stringify([policy.root, witness]);
  const known = court.seen.get(key) ?? judge(court, policy, witness, new Map());
  court.seen.set(key, known);
  return (await known) as boolean;
}

async function judge(
  court: Court,
  policy: PolicyRoot,
  witness: Witness,
  changed: Changed,
): Promise<boolean> {
  switch (witness.door) {
    case 'verb':
      return (await verbOutput(policy, changed, witness)).includes(witness.line);
    case 'check': {
      const lines = await verbOutput(policy, changed, { verb: 'check', of: '' });
      return !lines.some((line) => line.includes(witness.code));
    }
    case 'access':
      return accessLines(legal(policy, changed).tree).includes(witness.line);
    case 'scenario':
    case 'case':
      return holds(legal(policy, changed), witness);
    case 'page': {
      const pages = await court.pages(policy);
      const lines = await pages.of(legal(policy, changed), witness.file, witness.reader);
      return lines.includes(witness.line);
    }
  }
}

/** A story is only told by sources that are right: else anything could fail it. */
function legal(policy: PolicyRoot, changed: Changed) {
  if (changed.size === 0) return policy;
  const { tree, release } = withFiles(policy, changed);
  if (!release) throw new Error('what is left without the key is not the language any more');
  return { tree, release };
}
