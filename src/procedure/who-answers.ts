import type { Actor } from '../model/actor.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { askingSteps } from './asking-steps.ts';
import { holdsRole, isInvolved } from './role-holder.ts';
import type { Holding } from './standing.ts';

/**
 * The roles that may answer a fact beside the step that asks it, or nothing where no step asks it: then anybody
 * involved may. A first answer is for who does such a step; a correction for whom the steps say, else also for the
 * correctors of the settings.
 */
export const rolesThatAnswer = (
  spec: ProcedureSpec,
  { answers }: Pick<Holding, 'answers'>,
  fact: string,
): readonly string[] | undefined => {
  const steps = askingSteps(spec, fact);
  if (steps.length === 0) return undefined;
  const roles = steps.flatMap(({ by, corrects }) =>
    answers[fact] === undefined ? [by] : (corrects ?? [by, ...spec.settings.correctors]),
  );
  return [...new Set(roles)];
};

/** The role in which an actor may answer a fact as it stands; empty where whoever is involved may, nothing if refused. */
export const answersAs = (
  spec: ProcedureSpec,
  holding: Holding,
  actor: Actor,
  fact: string,
): string | undefined => {
  const roles = rolesThatAnswer(spec, holding, fact);
  if (roles === undefined) return isInvolved(spec, holding, actor) ? '' : undefined;
  return roles.find((role) => holdsRole(spec, holding, role, actor));
};
