import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/model/instant.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import type { DueNarrowing } from '../../src/store/ports/dues.ts';
import type { Store } from '../../src/store/store.ts';
import { aPending } from './a-pending.ts';
import { databases, opened } from './databases.ts';
import { logOf, newIncident, reportedAt, started, step, type StartedData } from './log-of.ts';

const minutes = (count: number): Instant => reportedAt + count * 60_000;
const now = minutes(30);

describe.each(databases)('what falls due on $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => {
    store = await opened(await fresh());
  });
  afterAll(() => store.close());

  // Units of its own for each test: what another test wrote is in nobody's reach.
  let count = 0;
  let east: string;
  let west: string;
  beforeEach(() => {
    count += 1;
    [east, west] = [`east-${count}`, `west-${count}`];
  });
  const here = (differing: Partial<StartedData> = {}) => started({ unit: east, ...differing });

  async function write(...told: readonly LogData[]): Promise<string> {
    const incident = newIncident();
    await store.log.append({ incident, entries: logOf(...told), personal: [] });
    return incident;
  }

  async function dues(narrow: Partial<DueNarrowing> = {}) {
    const { late, soon } = await store.dues.of({
      reader: { person: 'lea', unit: east, reach: [east] },
      now,
      until: minutes(90),
      limit: 10,
      ...narrow,
    });
    const steps = (part: typeof late) => part.records.map(({ step }) => step?.step);
    return { late: steps(late), soon: steps(soon), totals: [late.total, soon.total] };
  }

  it('is late from the due on, most late first, and soon until an hour from now, nearest first', async () => {
    await write(
      here(),
      step('due-now', { due: now }),
      step('late-a-minute', { due: minutes(29) }),
      step('late-ten', { due: minutes(20) }),
      step('in-an-hour', { due: minutes(90) }),
      step('in-five', { due: minutes(35) }),
      step('beyond', { due: minutes(91) }),
      step('without-a-due'),
      step('done', { due: minutes(10), status: 'done' }),
      step('marked', { due: minutes(60), lateAt: minutes(25) }),
    );
    expect(await dues()).toEqual({
      late: ['late-ten', 'late-a-minute', 'marked'],
      soon: ['due-now', 'in-five', 'in-an-hour'],
      totals: [3, 3],
    });
  });

  it('counts a step that was overdue when it opened by the time that it had', async () => {
    const overdue = { due: minutes(5), overdueAtOpening: true, reminderDue: minutes(40) };
    await write(here(), step('overdue', overdue, { dueNow: minutes(40) }));
    expect(await dues()).toMatchObject({ late: ['overdue'], soon: [] });
  });

  it('has what waits for a second person once, by that person’s time', async () => {
    await write(
      here(),
      step('proposed', { due: minutes(10), pending: aPending({ due: minutes(50) }) }),
      step('confirmed', { status: 'done', pending: aPending({ due: minutes(20) }) }),
    );
    const { late, soon } = await store.dues.of({
      reader: { person: 'lea', unit: east, reach: [east] },
      now,
      until: minutes(90),
      limit: 10,
    });
    expect(late.records).toMatchObject([{ wants: 'judge', due: minutes(20) }]);
    expect(soon.records).toMatchObject([{ wants: 'judge', due: minutes(50) }]);
  });

  it('shows the units that the reader reaches, and is narrowed by unit, standard and priority', async () => {
    await write(here(), step('east', { due: minutes(40) }));
    await write(here({ unit: west, priority: 1 }), step('west', { due: minutes(41) }));
    await write(here({ unit: west, procedure: 'theft' }), step('theft', { due: minutes(42) }));
    const reader = { person: 'sue', unit: 'sub', reach: ['sub', east, west] };
    expect((await dues()).soon).toEqual(['east']);
    // The most urgent priority first, whatever its due.
    expect((await dues({ reader })).soon).toEqual(['west', 'east', 'theft']);
    expect((await dues({ reader, units: [west] })).soon).toEqual(['west', 'theft']);
    expect((await dues({ reader, priority: 1 })).soon).toEqual(['west']);
    expect((await dues({ reader, procedure: 'theft' })).soon).toEqual(['theft']);
    expect(await dues({ reader, limit: 2 })).toEqual({
      late: [],
      soon: ['west', 'east'],
      totals: [0, 3],
    });
    expect(await dues({ reader, counted: minutes(41) })).toMatchObject({
      soon: ['west', 'east', 'theft'],
      totals: [0, 2],
    });
  });

  it('has a change of standard that waits for a second person', async () => {
    const switched = { kind: 'standard-switched', from: 'brawl', to: 'injury' } as const;
    const proposed = { ...switched, phase: 'proposed', judge: 'leader', due: minutes(40) } as const;
    await write(here(), proposed, step('before', { due: minutes(35) }));
    const judged = { ...proposed, due: minutes(10) };
    await write(here(), judged, { ...switched, phase: 'agreed' });
    expect(await dues()).toEqual({ late: [], soon: ['before', undefined], totals: [0, 2] });
    expect((await dues({ now: minutes(41) })).late).toEqual(['before', undefined]);
  });

  it('has nothing of an incident that is closed', async () => {
    await write(here(), step('left', { due: minutes(20) }), {
      kind: 'closed',
      by: 'close',
    } as never);
    expect((await dues()).late).toEqual([]);
  });
});
