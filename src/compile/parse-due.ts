import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { judgedFromOpening } from '../diagnostics/second-person-problems.ts';
import { nothingProposed, numberWithoutBasis } from '../diagnostics/step-problems.ts';
import type { Limit } from '../model/limit.ts';
import type { Anchor, DueSpec, LimitTable } from '../model/procedure-spec.ts';
import type { DueSource } from '../model/source/due-source.ts';
import { checkBasis } from './check-basis.ts';
import { inside } from './inside.ts';
import { parseLimit } from './parse-limit.ts';
import { parseLimitTable } from './parse-limit-table.ts';
import { resolveReference } from './resolve-reference.ts';
import { shortDue } from './short-due.ts';
import type { StepContext } from './step-context.ts';

/** The owner of a due: a step, or a second person's answer to it. */
export interface DueOwner {
  readonly of: 'step' | 'second-person';
  /** The bases that the duty rests on. */
  readonly basis: readonly string[];
}

/**
 * Reads a due in any of its forms. Without `after` a step's limit counts from its opening, a second person's from the
 * proposal. The number of a short form rests on what the duty rests on, unless that is law: nobody may take an assumed
 * number for law. "At once" rests on what the settings rest on, where its length stands.
 */
export function parseDue(
  source: DueSource,
  place: ProblemPlace,
  owner: DueOwner,
  context: StepContext,
): DueSpec | undefined {
  const short = shortDue(source);
  const full = typeof source === 'string' ? undefined : source;
  const limit = full ? limitOf(full, place, context) : parseLimit(short!.within);
  const anchor = anchorOf(
    short?.after ?? full?.after,
    full ? inside(place, 'after') : place,
    owner,
    context,
  );
  const basis =
    full?.basis === undefined
      ? undefined
      : checkBasis(full.basis, inside(place, 'basis'), context.catalog);
  const rests = basis ?? defaultBasis(source, limit, place, owner, context);
  const custody = full?.custody ?? false;
  if (owner.of === 'step') return anchor && { anchor, limit, custody, basis: rests };
  return (
    anchor && { anchor, limit: fromAsking(limit, anchor, place, context), custody, basis: rests }
  );
}

/**
 * A second person's limit. They are asked when something is put to them, and that has no opening: the grace of "at once"
 * is as long as it is, and counts from then.
 */
function fromAsking(
  limit: Limit | LimitTable,
  anchor: Anchor,
  place: ProblemPlace,
  { catalog: { settings, report } }: StepContext,
): Limit | LimitTable {
  const exact = (one: Limit): Limit =>
    one.kind === 'grace' ? { kind: 'exact', milliseconds: settings.graceMilliseconds } : one;
  const isAtOnce = limitsOf(limit).some(({ kind }) => kind === 'grace');
  const isFromOpening = anchor.kind === 'opening' || (isAtOnce && anchor.kind !== 'proposed');
  if (isFromOpening) report(judgedFromOpening(place));
  if (limit.kind !== 'table') return exact(limit);
  const cells = Object.entries(limit.cells).map(([key, cell]) => [key, exact(cell)] as const);
  return { ...limit, cells: Object.fromEntries(cells) };
}

const limitsOf = (limit: Limit | LimitTable): readonly Limit[] =>
  limit.kind === 'table' ? Object.values(limit.cells) : [limit];

function limitOf(
  source: Exclude<DueSource, string>,
  place: ProblemPlace,
  context: StepContext,
): Limit | LimitTable {
  return source.within === undefined
    ? parseLimitTable(source, place, context)
    : parseLimit(source.within);
}

function anchorOf(
  after: string | undefined,
  place: ProblemPlace,
  { of }: DueOwner,
  context: StepContext,
): Anchor | undefined {
  const from = after ?? (of === 'step' ? 'opening' : 'proposed');
  switch (from) {
    case 'report':
    case 'opening':
      return { kind: from };
    case 'proposed':
      if (of === 'step') context.catalog.report(nothingProposed(place));
      return { kind: 'proposed' };
    default:
      return resolveReference(from, place, context);
  }
}

function defaultBasis(
  source: DueSource,
  limit: Limit | LimitTable,
  place: ProblemPlace,
  { basis }: DueOwner,
  { catalog: { vocabulary, settingsBasis, report } }: StepContext,
): readonly string[] {
  if (limitsOf(limit).every(({ kind }) => kind === 'grace')) return settingsBasis;
  const short = shortDue(source);
  const isLaw = basis.some((name) => vocabulary.bases[name]?.kind.startsWith('law'));
  if (short && basis.length > 0 && !isLaw) return basis;
  const number = short?.within ?? (typeof source === 'object' ? (source.within ?? '…') : '…');
  report(numberWithoutBasis(place, number));
  return [];
}
