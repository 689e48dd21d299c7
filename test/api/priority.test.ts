import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import { chainEntries, chainStart } from '../../src/machine/log-chain.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import { moment } from '../../src/api/views/moment.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.stop());

const raisedAt = 600_000;

/** An incident whose priority began at 3 and rose after that, once by a rule and once by an escalation, or not at all. */
async function write(id: string, later: readonly LogData[]): Promise<void> {
  const told: readonly LogData[] = [
    {
      kind: 'started',
      procedure: 'theft',
      procedureKind: 'standard',
      release: api.release.hash,
      report: `of-${id}`,
      reportedAt: 0,
      channel: '110',
      unit: 'east',
      priority: 3,
    },
    { kind: 'fact', fact: 'priority', value: 3, corrected: false },
    ...later,
  ];
  const drafts = told.map((data) => {
    const at = data.kind === 'priority' ? raisedAt : 0;
    return { at, recorded: at, data };
  });
  const { entries } = chainEntries({ seq: 0, hash: chainStart }, drafts);
  await api.store.log.append({ incident: id, entries, personal: [] });
}

const decided: LogData = {
  kind: 'decided',
  decision: {
    ruleSet: 'urgency',
    decides: 'priority',
    outcome: 2,
    outcomes: [2],
    because: [],
    otherwise: false,
    missing: [],
    nearest: [],
  },
};
const raised = (from: number, to: number, why: 'rules' | 'escalation'): LogData => ({
  kind: 'priority',
  from,
  to,
  why,
});

const priorityOf = async (id: string) => {
  const seen = (await api.ask('lee', { url: `/api/incidents/${id}` })).json() as IncidentView;
  const fact = seen.facts.find((each) => each.id === 'priority');
  return { head: seen.priority, fact: fact?.value, at: fact?.at, corrected: fact?.corrected };
};

test.each([
  ['nothing', 3, []],
  ['an escalation', 2, [raised(3, 2, 'escalation')]],
  [
    'a rule and then an escalation',
    1,
    [decided, raised(3, 2, 'rules'), raised(2, 1, 'escalation')],
  ],
] as const)(
  'after %s raised it, the fact of the priority is the priority',
  async (_, now, later) => {
    const id = `raised-${later.length}`;
    await write(id, later);
    const shown = {
      head: now,
      fact: now,
      at: moment(later.length === 0 ? 0 : raisedAt),
      corrected: later.length > 0,
    };
    expect(await priorityOf(id)).toEqual(shown);
    await api.store.log.rebuild();
    expect(await priorityOf(id)).toEqual(shown);
  },
);
