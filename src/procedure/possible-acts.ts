import type { Actor } from '../model/actor.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { refuseClose } from './refuse.ts';
import { refuseStep, type StepActKind } from './refuse-step.ts';
import type { Standing } from './standing.ts';

const kinds: readonly StepActKind[] = ['do', 'deviate', 'extend', 'agree', 'reject', 'reopen'];

/** The acts on a step that would not be refused to an actor as it stands. */
export const possibleActs = (
  spec: ProcedureSpec,
  standing: Standing,
  actor: Actor,
  step: string,
): readonly StepActKind[] => {
  if (standing.table.closed !== undefined) return [];
  // Where there is no reason to choose, every deviation is refused.
  const hasReasons = Object.keys(spec.reasons).length > 0;
  return kinds.filter(
    (kind) =>
      (kind !== 'deviate' || hasReasons) &&
      refuseStep(spec, standing, actor, { kind, step }) === undefined,
  );
};

/** True where closing would not be refused to an actor as it stands. */
export const canClose = (spec: ProcedureSpec, standing: Standing, actor: Actor): boolean =>
  standing.table.closed === undefined && refuseClose(spec, standing, actor) === undefined;
