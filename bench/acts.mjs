import { actOn, beginIncident, straightStory } from './incident.mjs';
import { median } from './median.mjs';
import { openStage } from './stage.mjs';

const standard = 'theft-general';
const concurrency = 20;
const rounds = 3;

const stage = await openStage();
const story = straightStory(stage.tree, standard);
const lines = story.when.filter(({ refused }) => refused === undefined);

const incident = async () => {
  let at = await beginIncident(stage, standard, story);
  for (const line of lines) at = { ...at, stored: await actOn(stage, at, standard, line) };
  return at.id;
};

const bare = async () => {
  const id = await stage.bare.begin(lines.length + 1);
  for (const line of lines) await stage.bare.update(id, line);
  return id;
};

/** Acts per second with `concurrency` incidents under way at once, and one of their ids each. */
const measure = async (run) => {
  const begun = performance.now();
  const ids = await Promise.all(Array.from({ length: concurrency }, run));
  const seconds = (performance.now() - begun) / 1000;
  return { rate: ((lines.length + 1) * concurrency) / seconds, ids };
};

/**
 * How many events each act of a history made. A workflow task and what it brought is an act's where it ended an
 * update; timers, and tasks that only a timer, a write to the store or a retry made, stand apart.
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

await measure(incident);
await measure(bare);
const ratios = [];
const rates = { incident: [], bare: [] };
let last;
for (let round = 0; round < rounds; round += 1) {
  last = await measure(incident);
  const reference = await measure(bare);
  rates.incident.push(last.rate);
  rates.bare.push(reference.rate);
  ratios.push(last.rate / reference.rate);
}
const histories = await Promise.all(last.ids.map((id) => eventsOfActs(stage.client, id)));
const perAct = histories.flatMap((history) => history.perAct);
const mean = perAct.reduce((sum, size) => sum + size, 0) / perAct.length;
const apart = median(histories.map((history) => history.apart));
console.log(
  `acts of an incident: ${lines.length + 1}, concurrency ${concurrency}, ${rounds} rounds in turn`,
);
console.log(
  `durable acts per second: ${median(rates.incident).toFixed(0)} (bare workflow ${median(rates.bare).toFixed(0)})`,
);
console.log(`ratio to the bare workflow: ${median(ratios).toFixed(2)} (wanted 0.7)`);
console.log(
  `history events per act: ${median(perAct).toFixed(0)} in the median (wanted at most 6), ${mean.toFixed(1)} on average; apart from them ${apart} an incident (timers, retries, writes to the store)`,
);
await stage.close();
