import { mergeSpecs } from '../dist/src/procedure/merge-specs.js';
import { procedureMachine } from '../dist/src/machine/procedure-machine.js';
import { beginIncident, straightStory } from './incident.mjs';
import { median } from './median.mjs';
import { openStage } from './stage.mjs';

const standard = 'theft-general';
const incidents = 200;

const stage = await openStage();
const story = straightStory(stage.tree, standard);
const settle = async () => {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 500));
  globalThis.gc?.();
  return process.memoryUsage().rss;
};
for (let warm = 0; warm < 10; warm += 1) await beginIncident(stage, standard, story);
const before = await settle();
for (let each = 0; each < incidents; each += 1) await beginIncident(stage, standard, story);
const after = await settle();
const perIncident = (after - before) / incidents / 1024;
console.log(
  `memory of a worker per cached open incident (store and client in the same process): ${perIncident.toFixed(0)} KiB over ${incidents}`,
);

const spec = mergeSpecs([stage.release.procedures[standard]]);
const timed = (work, times) =>
  median(
    Array.from({ length: times }, () => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    }),
  );
console.log(
  `building the machine of ${standard} (${spec.order.length} steps): ${timed(() => procedureMachine(spec), 50).toFixed(1)} ms; parsing its spec as JSON, for comparison: ${timed(() => JSON.parse(JSON.stringify(spec)), 50).toFixed(1)} ms`,
);
await stage.close();
