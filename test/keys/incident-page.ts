import type { Release } from '../../src/model/release.ts';
import type { SourceTree } from '../../src/model/source-tree.ts';
import type { RoleSpec } from '../../src/model/role-spec.ts';
import { runScenario } from '../../src/simulate/run-scenario.ts';
import { scenarioUnit } from '../../src/simulate/scenario-report.ts';
import { runApi, type RunningApi } from '../api/running-api.ts';
import type { Reader } from './witness.ts';

/** Incidents as the API shows them: the real API on a real store, the log from the simulator. */
export interface IncidentPages {
  /** Every line of the page after a scenario. */
  of(
    policy: { readonly tree: SourceTree; readonly release: Release },
    file: string,
    reader: Reader,
  ): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Opens the API with somebody who has every role in the unit of scenarios, and a colleague who has none. */
export async function openIncidentPages(release: Release): Promise<IncidentPages> {
  const roles = rolesOf(release);
  const api = await runApi({ release, roles });
  const unit = { id: scenarioUnit, kind: 'station', title: { zh: '甲所', en: 'Station A' } };
  const person = (id: Reader, held: readonly string[]) => ({
    id,
    name: { zh: id, en: id },
    unit: scenarioUnit,
    roles: held,
    active: true,
  });
  await api.store.directory.replace({
    units: [unit],
    people: [person('part', Object.keys(roles)), person('other', [])],
  });
  await letIn(api);
  let count = 0;
  return {
    of: async (policy, file, reader) => {
      count += 1;
      const id = `keys-${count}`;
      await putIncident(api, policy, { id, file });
      const answer = await api.ask(reader, { url: `/api/incidents/${id}` });
      return linesOf(JSON.parse(answer.body), '');
    },
    stop: api.stop,
  };
}

/** The password of the test bureau is theirs too. */
async function letIn({ store }: RunningApi): Promise<void> {
  const { passwordHash } = (await store.accounts.byName('sam')) ?? {};
  if (passwordHash === undefined) throw new Error('the bureau has no accounts');
  for (const name of ['part', 'other']) {
    await store.accounts.put({ person: name, name, passwordHash });
  }
}

const rolesOf = ({ procedures }: Release): Readonly<Record<string, RoleSpec>> =>
  Object.fromEntries(Object.values(procedures).flatMap(({ roles }) => Object.entries(roles)));

async function putIncident(
  { store }: RunningApi,
  { tree, release }: { readonly tree: SourceTree; readonly release: Release },
  { id, file }: { readonly id: string; readonly file: string },
): Promise<void> {
  const scenario = tree.scenarios.find((each) => each.file === file);
  if (!scenario) throw new Error(`there is no scenario ${file}`);
  await store.releases.put(release, 0);
  const { entries } = await runScenario(release, scenario.of, scenario.source);
  await store.log.append({ incident: id, entries, personal: [] });
}

/** The places that differ from page to page whatever the policy says. */
const passing = /^(id|release)$|\.hash$|\.data\.(release|id)$/;

/** Every value of an answer with its place. */
function linesOf(value: unknown, at: string): readonly string[] {
  if (typeof value !== 'object' || value === null) {
    return passing.test(at) ? [] : [`${at}: ${JSON.stringify(value)}`];
  }
  const parts = Object.entries(value).flatMap(([key, part]) =>
    linesOf(part, at === '' ? key : `${at}.${nameOf(key, part)}`),
  );
  return parts.length === 0 ? [`${at}: ${JSON.stringify(value)}`] : parts;
}

/** Steps and facts are found by their id: one more or less does not move the others. */
const nameOf = (key: string, part: unknown): string =>
  /^[0-9]+$/.test(key) && typeof part === 'object' && part !== null && 'id' in part
    ? String(part.id)
    : key;
