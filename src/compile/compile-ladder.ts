import { rowBasisMissing, rungEmpty, rungsOutOfOrder } from '../diagnostics/rule-set-problems.ts';
import { lengthNotExact } from '../diagnostics/vocabulary-problems.ts';
import type { Ladder, Rung } from '../model/ladder.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { LadderSource } from '../model/source/ladder-source.ts';
import { asList } from './as-list.ts';
import { atKey } from './at-key.ts';
import type { Catalog } from './catalog.ts';
import { checkBasis } from './check-basis.ts';
import { checkRole } from './check-role.ts';
import { exactMilliseconds } from './exact-milliseconds.ts';
import { inside } from './inside.ts';

type Context = Pick<Catalog, 'vocabulary' | 'report'>;
type RungSource = LadderSource['rungs'][string];

/** Compiles an escalation ladder; its rungs must follow each other in time and each do something. */
export function compileLadder({ file, source }: Sourced<LadderSource>, context: Context): Ladder {
  let last = 0;
  const rungs = Object.entries(source.rungs).map(([id, rung]) => {
    const place = { file, path: ['rungs', id] };
    const compiled = compileRung(id, rung, place, context);
    if (compiled.afterMilliseconds < last) context.report(rungsOutOfOrder(atKey(place), id));
    last = compiled.afterMilliseconds;
    return compiled;
  });
  return { id: source.escalation, title: source.title, rungs };
}

function compileRung(
  id: string,
  source: RungSource,
  place: { readonly file: string; readonly path: readonly string[] },
  context: Context,
): Rung {
  const { report } = context;
  const { after = 'late', tell = [] } = source;
  for (const [index, role] of tell.entries()) {
    checkRole(role, inside(place, 'tell', index), context, 'is-told');
  }
  if (tell.length === 0 && asList(source.do).length === 0) report(rungEmpty(atKey(place), id));
  if (source.basis === undefined) report(rowBasisMissing(atKey(place), id));
  const milliseconds = after === 'late' ? 0 : exactMilliseconds(after);
  if (milliseconds === undefined) report(lengthNotExact(inside(place, 'after'), after));
  return {
    id,
    afterMilliseconds: milliseconds ?? 0,
    tell,
    do: source.do ?? [],
    basis: checkBasis(source.basis, inside(place, 'basis'), context),
  };
}
