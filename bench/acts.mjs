import { setTimeout as sleep } from 'node:timers/promises';
import { concurrency, contenders, measureWindow } from './act-windows.mjs';
import { actOn, beginIncident, closingStories } from './incident.mjs';
import { median } from './median.mjs';
import { openStage } from './stage.mjs';

const blocks = 10;
const leadMilliseconds = 3000;
const windowMilliseconds = 5000;
// By then the workflow has written what nobody else did: an incident's work is over.
const settleMilliseconds = 12_000;

const stage = await openStage();
// A started procedure takes an update too, its `begin`: nobody counts it as an act, but the server takes it.
const kinds = closingStories(stage.tree).map((kind) => ({ ...kind, starts: 0 }));

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

const runs = contenders(stage, { actOn, beginIncident });
const measure = (run) => measureWindow(kinds, run, { leadMilliseconds, windowMilliseconds });
// A system that runs for weeks is measured warm: the first thousand acts are compiled while they run.
const first = await measure(runs.incident);
await sleep(settleMilliseconds);
for (const [kind, id] of first.ids) {
  kind.starts = (await stage.store.incidents.get(id)).started.length;
}
await measure(runs.updates);
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
  `ratio to as many updates and starts: ${ratioTo('updates')} (wanted 0.72); to as many acts alone: ${ratioTo('acts')}`,
);
console.log(
  `history events per act: ${median(perAct).toFixed(0)} in the median (wanted at most 6), ${mean.toFixed(1)} on average; apart from them ${apart} an incident (timers, retries, writes to the store)`,
);
await stage.close();
