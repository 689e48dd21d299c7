import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { contenders, measureWindow } from './act-windows.mjs';

// One build for `beside.mjs`, in whose folder it runs: measures a window for each line that it reads (`incident` or
// `updates`), and answers with a line of JSON.
const [{ openStage }, { actOn, beginIncident, closingStories }] = await Promise.all(
  ['stage', 'incident'].map((name) => import(join(process.cwd(), `bench/${name}.mjs`))),
);
const stage = await openStage();
const kinds = closingStories(stage.tree).map((kind) => ({ ...kind, starts: 0 }));
const runs = contenders(stage, { actOn, beginIncident });
const measure = (name, leadMilliseconds, windowMilliseconds) =>
  measureWindow(kinds, runs[name], { leadMilliseconds, windowMilliseconds });
// By then the workflow has written what nobody else did.
const settleMilliseconds = 12_000;
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

const warm = await measure('incident', 3000, 6000);
await sleep(settleMilliseconds);
for (const [kind, id] of warm.ids) {
  kind.starts = (await stage.store.incidents.get(id)).started.length;
}
await measure('updates', 2000, 4000);
say('ready');
const lines = createInterface({ input: process.stdin });
try {
  for await (const name of lines) {
    const { rate, processor } = await measure(name, 2000, 4000);
    if (name === 'incident') await sleep(settleMilliseconds);
    say({ rate, processor });
  }
} finally {
  await stage.close();
}
process.exit(0);
