import { setTimeout as sleep } from 'node:timers/promises';
import { actOn, beginIncident, closingStories } from './incident.mjs';
import { median } from './median.mjs';
import { openStage } from './stage.mjs';

const concurrency = 20;
const blocks = 3;
const leadMilliseconds = 3000;
const windowMilliseconds = 5000;
// By then the workflow has written what nobody else did: an incident's work is over.
const settleMilliseconds = 12_000;

const stage = await openStage();
// A started procedure takes an update too, its `begin`: nobody counts it as an act, but the server takes it.
const kinds = closingStories(stage.tree).map((kind) => ({ ...kind, starts: 0 }));

const incident = async ({ standard, story, lines }, done) => {
  let at = await beginIncident(stage, standard, story);
  done();
  for (const line of lines) {
    at = { ...at, stored: await actOn(stage, at, standard, line) };
    done();
  }
  return at.id;
};

/** As many updates as the incident takes acts, and with `starts` as many workflows beside it as it starts procedures. */
const bare =
  (withStarts) =>
  async ({ lines, starts }, done) => {
    const id = await stage.bare.begin(lines.length + 1);
    done();
    const begun = [];
    for (const [index, line] of lines.entries()) {
      if (withStarts && index === Math.floor(lines.length / 2)) {
        begun.push(...Array.from({ length: starts }, () => stage.bare.begin(2)));
      }
      await stage.bare.update(id, line);
      done();
    }
    await Promise.all(begun);
    return id;
  };

/**
 * Acts per second, and the ids of what went on. At any time `concurrency` are under way, each at another place of its
 * story: whoever is done with one begins the next, of the next standard. What is under way when the time is over is ended and not counted.
 */
const measure = async (run) => {
  const from = performance.now() + leadMilliseconds;
  const until = from + windowMilliseconds;
  let acts = 0;
  const done = () => {
    const now = performance.now();
    if (now >= from && now < until) acts += 1;
  };
  const ids = [];
  const drive = async (driver) => {
    await sleep((leadMilliseconds * driver) / concurrency);
    for (let turn = driver; performance.now() < until; turn += 1) {
      const kind = kinds[turn % kinds.length];
      ids.push([kind, await run(kind, done)]);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, driver) => drive(driver)));
  return { rate: acts / (windowMilliseconds / 1000), ids };
};

/**
 * The number of events that each act of a history made. A workflow task and what it brought is an act's where it ended
 * an update; timers, and tasks that only a timer, a write to the store or a retry made, stand apart.
 */
const eventsOfActs = async (client, id) => {
  const { events = [] } = await client.workflow.getHandle(id).fetchHistory();
  const tasks = [];
  let apart = 0;
  for (const event of events) {
    if (event.workflowTaskScheduledEventAttributes) tasks.push({ size: 0, acts: 0 });
    const isTimer =
      event.timerStartedEventAttributes ??
      event.timerFiredEventAttributes ??
      event.timerCanceledEventAttributes;
    const task = tasks.at(-1);
    if (isTimer || !task) apart += 1;
    else task.size += 1;
    if (event.workflowExecutionUpdateCompletedEventAttributes) task.acts += 1;
  }
  for (const { size, acts } of tasks) if (acts === 0) apart += size;
  const perAct = tasks.flatMap(({ size, acts }) => Array.from({ length: acts }, () => size / acts));
  return { perAct, apart };
};

// A system that runs for weeks is measured warm: the first thousand acts are compiled while they run.
const first = await measure(incident);
await sleep(settleMilliseconds);
for (const [kind, id] of first.ids) {
  kind.starts = (await stage.store.incidents.get(id)).started.length;
}
await measure(bare(true));
const runs = { incident, acts: bare(false), updates: bare(true) };
const rates = { incident: [], acts: [], updates: [] };
let last;
for (let block = 0; block < blocks; block += 1) {
  for (const [name, run] of Object.entries(runs)) {
    const measured = await measure(run);
    rates[name].push(measured.rate);
    if (name !== 'incident') continue;
    last = measured;
    await sleep(settleMilliseconds);
  }
}
const ratioTo = (name) =>
  median(rates.incident.map((rate, block) => rate / rates[name][block])).toFixed(2);
const histories = await Promise.all(last.ids.map(([, id]) => eventsOfActs(stage.client, id)));
const perAct = histories.flatMap((history) => history.perAct);
const mean = perAct.reduce((sum, size) => sum + size, 0) / perAct.length;
const apart = median(histories.map((history) => history.apart));
const told = kinds.map(
  ({ standard, lines, starts }) => `${standard} ${lines.length + 1}/${starts}`,
);
console.log(`acts of an incident / procedures it starts: ${told.join(', ')}`);
console.log(
  `concurrency ${concurrency}, ${blocks} blocks of ${windowMilliseconds / 1000} s in turn`,
);
console.log(
  `durable acts per second: ${median(rates.incident).toFixed(0)} (bare workflow with as many updates and starts ${median(rates.updates).toFixed(0)}, with as many acts alone ${median(rates.acts).toFixed(0)})`,
);
console.log(
  `block by block (incident/updates and starts/acts): ${rates.incident.map((rate, block) => `${rate.toFixed(0)}/${rates.updates[block].toFixed(0)}/${rates.acts[block].toFixed(0)}`).join(' ')}`,
);
console.log(
  `ratio to as many updates and starts: ${ratioTo('updates')} (wanted 0.7); to as many acts alone: ${ratioTo('acts')}`,
);
console.log(
  `history events per act: ${median(perAct).toFixed(0)} in the median (wanted at most 6), ${mean.toFixed(1)} on average; apart from them ${apart} an incident (timers, retries, writes to the store)`,
);
await stage.close();
