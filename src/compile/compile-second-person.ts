import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import type { DueSpec, SecondPersonSpec } from '../model/procedure-spec.ts';
import type { SecondPersonSource } from '../model/source/due-source.ts';
import type { Catalog } from './catalog.ts';
import { checkNames } from './check-names.ts';
import { checkRole } from './check-role.ts';
import { inside } from './inside.ts';
import { parseDue } from './parse-due.ts';
import type { StepContext } from './step-context.ts';

/** A second person; without a due or a ladder of their own those of the settings. */
export function compileSecondPerson(
  source: SecondPersonSource,
  place: ProblemPlace,
  basis: readonly string[],
  context: StepContext,
): SecondPersonSpec {
  const { catalog } = context;
  checkRole(source.by, inside(place, 'by'), catalog);
  const known = catalog.ladders.keys();
  checkNames('ladder', source.late, inside(place, 'late'), { known, report: catalog.report });
  const owner = { of: 'second-person', basis } as const;
  const due =
    source.due === undefined
      ? defaultDue(catalog)
      : parseDue(source.due, inside(place, 'due'), owner, context);
  return {
    by: source.by,
    ...(due && { due }),
    late: source.late ?? catalog.settings.secondPersonLate,
  };
}

function defaultDue({ settings, settingsBasis }: Catalog): DueSpec {
  return {
    anchor: { kind: 'proposed' },
    limit: { kind: 'exact', milliseconds: settings.secondPersonMilliseconds },
    custody: false,
    basis: settingsBasis,
  };
}
