import type { StepAct } from '../../contract/act-contract.ts';
import type { Reader } from '../accounts/reader.ts';
import { rolesLacking } from '../access/roles-lacking.ts';
import { findIncident } from '../access/find-incident.ts';
import { loadReading } from '../access/load-reading.ts';
import type { ApiContext } from '../api-context.ts';
import { roleHere } from '../../procedure/role-holder.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { roleProblem } from './role-problem.ts';

/**
 * Why an incident cannot go to the unit that a step names: nobody there holds a role that is still needed, so its
 * prompts would reach people who cannot act on them, or nobody.
 */
export async function sentUnitProblem(
  context: ApiContext,
  { actor }: Reader,
  {
    incident,
    step,
    sent: { facts = {} },
  }: { readonly incident: string; readonly step: string; readonly sent: StepAct },
): Promise<ApiProblem | undefined> {
  if (Object.keys(facts).length === 0) return undefined;
  const found = await findIncident(context, incident);
  const binds = (found?.spec.steps[step]?.binds ?? []).flatMap((bind) =>
    bind.to === 'unit' && facts[bind.fact] !== undefined
      ? [{ role: bind.role, unit: String(facts[bind.fact]) }]
      : [],
  );
  if (!found || binds.length === 0) return undefined;
  const { index, names, spec, standing } = await loadReading(context, actor, found);
  const after = { ...standing, answers: { ...standing.answers, ...facts } };
  const problems = binds.flatMap(({ unit, role }) => {
    const here = roleHere(spec, after, role);
    const lacking = rolesLacking(names, spec, after, { unit, role: here });
    // Of a unit that there is not the engine says so.
    const isUnheld = names.tree.has(unit) && lacking.length > 0;
    return isUnheld ? [roleProblem({ index, names }, unit, lacking)] : [];
  });
  return problems[0];
}
