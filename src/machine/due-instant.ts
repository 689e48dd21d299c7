import type { Instant } from '../model/instant.ts';
import type { Limit } from '../model/limit.ts';
import type { Anchor, DueSpec, ProcedureSpec } from '../model/procedure-spec.ts';
import type { ProcedureTable } from '../model/procedure-table.ts';
import type { Calendar } from '../model/calendar.ts';
import type { StepRow } from '../model/step-row.ts';
import { hasReached } from '../procedure/has-ended.ts';
import { limitEnd } from './limit-end.ts';

/** The parts that a due counts with. `opened` is the row's own opening, `proposed` the proposal that is judged. */
export interface DueContext {
  readonly spec: ProcedureSpec;
  readonly table: ProcedureTable;
  readonly calendar: Calendar;
  readonly opened?: Instant;
  readonly proposed?: Instant;
}

/**
 * The instant until which something is on time, or nothing while its anchor is not reached or its table has no cell
 * for the incident yet. Opening late does not move it; only "at once" counts from opening where that is later.
 */
export const dueInstant = (due: DueSpec, context: DueContext): Instant | undefined => {
  const anchor = anchorInstant(due.anchor, context);
  const limit = limitFor(due, context.table);
  if (anchor === undefined || limit === undefined) return undefined;
  const from =
    limit.kind === 'grace'
      ? context.opened === undefined
        ? undefined
        : Math.max(anchor, context.opened)
      : anchor;
  if (from === undefined) return undefined;
  return limitEnd(limit, from, {
    calendar: context.calendar,
    custody: due.custody,
    graceMilliseconds: context.spec.settings.graceMilliseconds,
  });
};

const limitFor = ({ limit }: DueSpec, table: ProcedureTable): Limit | undefined =>
  limit.kind === 'table'
    ? limit.cells[limit.by.map((key) => table.tableKeys[key] ?? '').join('/')]
    : limit;

const anchorInstant = (anchor: Anchor, context: DueContext): Instant | undefined => {
  const { spec, table } = context;
  switch (anchor.kind) {
    case 'report':
      return table.report;
    case 'opening':
      return context.opened;
    case 'proposed':
      return context.proposed;
    case 'step':
      return endOf(table.rows[anchor.step]);
    case 'anchor':
      return anchorReached(spec, table, anchor.anchor);
  }
};

/** When an anchor was reached: the first of its steps that was done or deviated from. */
export const anchorReached = (
  spec: ProcedureSpec,
  table: ProcedureTable,
  anchor: string,
): Instant | undefined => {
  const reached = (spec.anchors[anchor] ?? [])
    .map((step) => table.rows[step])
    .filter((row) => row !== undefined && hasReached(row))
    .map(endOf)
    .filter((ended) => ended !== undefined);
  return reached.length === 0 ? undefined : Math.min(...reached);
};

const endOf = (row: StepRow | undefined): Instant | undefined => row?.ended;
