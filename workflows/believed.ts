import { ApplicationFailure, currentUpdateInfo, workflowInfo } from '@temporalio/workflow';
import type { Instant } from '../src/model/instant.ts';
import { foreignReason } from '../src/model/trust/foreign.ts';
import { signerOf, type Claims, type Said, type SignerRole } from '../src/model/trust/said.ts';

// More than clocks of one bureau differ, and less than it takes to end an incident and begin it again from its history.
const lastsMilliseconds = 600_000;

/** The type of the failure of what is not believed. */
const foreignType = 'foreign';

/** A message that is not believed, as the failure of an update or of the whole run. */
export const foreign = (why: string): ApplicationFailure =>
  ApplicationFailure.create({ type: foreignType, message: why, nonRetryable: true });

/** The claims that a message has to make, and the parts of the system that may have signed it. */
interface Wanted extends Pick<Claims, 'name' | 'update'> {
  /** This one, where no other is said. */
  readonly workflow?: string;
  readonly signers: readonly SignerRole[];
}

/** Why a message counts for nothing here, whatever it says; nothing where it is believed. */
export const disbelief = (said: unknown, wanted: Wanted): string | undefined => {
  const reason = foreignReason(said);
  if (reason !== undefined)
    return `${wanted.name}: it was not sealed for this workflow (${reason})`;
  const signer = signerOf(said);
  if (signer === undefined) return `${wanted.name}: no trusted key has signed it`;
  if (!wanted.signers.some((role) => signer.startsWith(`${role}/`))) {
    return `${wanted.name}: ${signer} may not sign it`;
  }
  const { workflow, name, update } = said as Claims;
  const { workflow: here = workflowInfo().workflowId } = wanted;
  const isHere = workflow === here && name === wanted.name && update === wanted.update;
  return isHere ? undefined : `${wanted.name}: it was signed for ${workflow}/${name}/${update}`;
};

/** True where a start was signed too long before or after its instant to be anything but a repetition. */
export const isStale = (at: Instant, instant: Instant): boolean =>
  Math.abs(instant - at) > lastsMilliseconds;

/** The signers of a message: for each part of the system, the contents that it may sign. */
type Signers<Content> = Readonly<Partial<Record<SignerRole, (content: Content) => boolean>>>;

/** The two ends of an update: what its validator refuses, and what its handler takes. */
export const hearing = <Content extends object>(
  name: string,
  signers: Signers<Content>,
): {
  /** Refuses what is not believed, before it enters the history. */
  readonly check: (said: Said<Content>) => Content;
  readonly heard: (said: Said<Content>) => Content;
} => {
  const roles = Object.keys(signers) as SignerRole[];
  const why = (said: Said<Content>): string | undefined => {
    const update = currentUpdateInfo()?.id ?? '';
    const wrong = disbelief(said, { name, update, signers: roles });
    if (wrong !== undefined) return wrong;
    const signer = signerOf(said) ?? '';
    const may = roles.some(
      (role) => signer.startsWith(`${role}/`) && signers[role]?.(said.content) === true,
    );
    return may ? undefined : `${name}: ${signer} may not say so`;
  };
  return {
    check: (said) => {
      const wrong = why(said);
      if (wrong !== undefined) throw foreign(wrong);
      return said.content;
    },
    heard: (said) => {
      const wrong = why(said);
      // INVARIANT: the validator refuses it. That it is in the history and not believed any more means that a key was
      // taken away, and to leave it out would lose what was acknowledged: the incident stands still until it is back.
      if (wrong !== undefined) throw new Error(`${wrong}; is a key of this history missing?`);
      return said.content;
    },
  };
};
