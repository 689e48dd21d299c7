import { setTimeout as sleep } from 'node:timers/promises';
import { processesOf } from './processes.mjs';

export const concurrency = 20;

/**
 * The two things that are measured on a stage, each for one kind of incident: an incident that goes through its story, and
 * the bare workflow with as many updates and, where wanted, with as many workflows beside it as the incident starts.
 */
export const contenders = (stage, { actOn, beginIncident }) => {
  const incident = async ({ standard, story, lines }, done) => {
    let at = await beginIncident(stage, standard, story);
    done();
    for (const line of lines) {
      at = { ...at, stored: await actOn(stage, at, standard, line) };
      done();
    }
    return at.id;
  };
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
  return { incident, acts: bare(false), updates: bare(true) };
};

/**
 * Runs one of them for a while: acts per second in the window, the processor's milliseconds an act in this process and
 * those below it (0 but on Linux), and the ids of what went on. At any time `concurrency` are under way, each at another
 * place of its story: whoever is done with one begins the next, of the next kind. What is under way when the time is over
 * is ended and not counted.
 */
export const measureWindow = async (kinds, run, { leadMilliseconds, windowMilliseconds }) => {
  const from = performance.now() + leadMilliseconds;
  const until = from + windowMilliseconds;
  let acts = 0;
  const done = () => {
    const now = performance.now();
    if (now >= from && now < until) acts += 1;
  };
  const used = processorBetween(leadMilliseconds, leadMilliseconds + windowMilliseconds);
  const ids = [];
  const drive = async (driver) => {
    await sleep((leadMilliseconds * driver) / concurrency);
    for (let turn = driver; performance.now() < until; turn += 1) {
      const kind = kinds[turn % kinds.length];
      ids.push([kind, await run(kind, done)]);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, driver) => drive(driver)));
  return { rate: acts / (windowMilliseconds / 1000), processor: (await used) / acts, ids };
};

const processorBetween = async (from, until) => {
  if (process.platform !== 'linux') return 0;
  const used = () => processesOf(process.pid).reduce((sum, { processor }) => sum + processor, 0);
  await sleep(from);
  const before = used();
  await sleep(until - from);
  return used() - before;
};
