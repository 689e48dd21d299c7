import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { leadsToItself, switchTwice } from '../diagnostics/standard-problems.ts';
import type { SwitchSpec } from '../model/procedure-spec.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { StandardSource, SwitchSource } from '../model/source/standard-source.ts';
import { atKey } from './at-key.ts';
import { checkBasis } from './check-basis.ts';
import { checkFact } from './check-fact.ts';
import { checkNames } from './check-names.ts';
import { compileSecondPerson } from './compile-second-person.ts';
import { inside } from './inside.ts';
import { parseCondition } from './parse-condition.ts';
import { procedureId } from './procedure-id.ts';
import type { StepContext } from './step-context.ts';

/** The switches to another standard or to the procedure for what fits none: those of its parts, then its own. */
export function compileSwitches(
  procedure: Sourced<StandardSource>,
  context: StepContext,
): readonly SwitchSpec[] {
  const { catalog, pool, condition } = context;
  return switchesOf(procedure, catalog).map(({ id, place, change }) => {
    checkTarget(change.to, procedureId(procedure.source), inside(place, 'to'), context);
    const basis = checkBasis(change.basis, inside(place, 'basis'), catalog);
    return {
      id,
      when: pool.numberOf(parseCondition(change.when, inside(place, 'when'), condition)),
      to: change.to,
      direction: change.direction,
      approve: compileSecondPerson(change.approve, inside(place, 'approve'), basis, context),
      because: change.because,
      basis,
    };
  });
}

interface PlacedSwitch {
  readonly id: string;
  readonly place: ProblemPlace;
  readonly change: SwitchSource;
}

function switchesOf(
  procedure: Sourced<StandardSource>,
  { parts, report }: StepContext['catalog'],
): readonly PlacedSwitch[] {
  const used = (procedure.source.parts ?? []).flatMap((part) => parts.get(part) ?? []);
  const found = new Map<string, PlacedSwitch>();
  for (const { file, source } of [...used, procedure]) {
    for (const [id, change] of Object.entries(source.switch ?? {})) {
      const place = { file, path: ['switch', id] };
      const first = found.get(id);
      if (first) report(switchTwice(atKey(place), id, first.place));
      else found.set(id, { id, place, change });
    }
  }
  return [...found.values()];
}

function checkTarget(
  to: SwitchSource['to'],
  from: string,
  place: ProblemPlace,
  { catalog: { outcomes, report }, condition }: StepContext,
): void {
  if (typeof to === 'object') {
    checkFact(to.fact, inside(place, 'fact'), condition, 'standards');
    return;
  }
  checkNames('standard', to, place, { known: outcomes, report });
  if (to === from) report(leadsToItself(place, to));
}
