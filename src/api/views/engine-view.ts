import type { EngineView } from '../../contract/engine-contract.ts';
import type { ApiContext } from '../api-context.ts';
import { examineAll } from '../health/examine-all.ts';
import { sicknessTexts, type Sickness } from '../health/sickness.ts';
import { moment } from './moment.ts';

const minuteMilliseconds = 60_000;
const reportsMax = 100;

/** The state of the engine; `all` asks every open incident, which wakes them. */
export async function engineView(
  context: ApiContext,
  { all }: { readonly all: boolean },
): Promise<EngineView> {
  const { clock, engine, gateway, store, wallClock, watch } = context;
  const now = wallClock();
  const isEngineThere = await engine.isReady();
  const examined = all && isEngineThere ? await examineAll({ gateway, store }) : undefined;
  const sick: readonly Sickness[] =
    examined?.sick.map((found) => ({ since: watch.of(found.incident)?.since ?? now, ...found })) ??
    watch.sick();
  const before = clock.now() - minuteMilliseconds * clock.factor;
  const reports = await store.reports.toRetry({ triedBefore: clock.now() + 1, limit: reportsMax });
  return {
    store: true,
    engine: isEngineThere,
    sick: sick.map(({ incident, what, since, detail }) => ({
      incident,
      what,
      says: sicknessTexts[what].says,
      help: sicknessTexts[what].help(incident),
      since: moment(since),
      ...(detail !== undefined && { detail }),
    })),
    reports: reports
      .filter(({ received }) => received < before)
      .map(({ id, received, lastError }) => ({
        report: id,
        received: moment(received),
        ...(lastError !== undefined && { error: lastError }),
      })),
    unknown: [...(examined?.unknown ?? [])],
    all: examined !== undefined,
    open: (await store.incidents.count({ closed: false })).all,
  };
}
