import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
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
  const id = `bare-${randomUUID()}`;
  const handle = stage.bareClient.workflow.getHandle(id);
  await stage.bareClient.workflow.executeUpdateWithStart('act', {
    args: ['begin'],
    startWorkflowOperation: new WithStartWorkflowOperation('bare', {
      workflowId: id,
      taskQueue: 'bare',
      args: [lines.length + 1],
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  });
  for (const line of lines) await handle.executeUpdate('act', { args: [line] });
  return id;
};

/** Acts per second with `concurrency` incidents under way at once, and one of their ids each. */
const measure = async (run) => {
  const begun = performance.now();
  const ids = await Promise.all(Array.from({ length: concurrency }, run));
  const seconds = (performance.now() - begun) / 1000;
  return { rate: ((lines.length + 1) * concurrency) / seconds, ids };
};

/** Events of a history by what caused them: timers and the flush (with their workflow tasks) stand apart. */
const eventsPerAct = async (client, id) => {
  const { events = [] } = await client.workflow.getHandle(id).fetchHistory();
  const apart = events.filter(
    ({
      timerStartedEventAttributes: started,
      timerFiredEventAttributes: fired,
      timerCanceledEventAttributes: canceled,
    }) => started ?? fired ?? canceled,
  ).length;
  return {
    all: events.length / (lines.length + 1),
    withoutTimers: (events.length - apart) / (lines.length + 1),
  };
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
const events = await Promise.all(last.ids.map((id) => eventsPerAct(stage.client, id)));
console.log(
  `acts of an incident: ${lines.length + 1}, concurrency ${concurrency}, ${rounds} rounds in turn`,
);
console.log(
  `durable acts per second: ${median(rates.incident).toFixed(0)} (bare workflow ${median(rates.bare).toFixed(0)})`,
);
console.log(`ratio to the bare workflow: ${median(ratios).toFixed(2)} (wanted 0.7)`);
console.log(
  `history events per act: ${median(events.map(({ withoutTimers }) => withoutTimers)).toFixed(1)} without timers (wanted 6), ${median(events.map(({ all }) => all)).toFixed(1)} with them`,
);
await stage.close();
