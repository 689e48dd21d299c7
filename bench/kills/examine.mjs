import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  addFaults,
  judgeDossier,
  judgeReports,
  judgeStarts,
  kindsOfFault,
  noFaults,
} from './check/judge.mjs';
import { delaysOf } from './check/marks.mjs';
import { run } from './jiechu-part.mjs';
import { signOfLife } from './story.mjs';

const restMilliseconds = 180_000;
// The longest limit of the drill's standards with its whole ladder, and a little.
const untilAllIsLateMilliseconds = 12_000;
const allowedMilliseconds = 2_000;
const patienceMilliseconds = 90_000;
const lookMilliseconds = 2_000;
const looksMax = 30;

/**
 * Lets what was sent be answered and every limit pass, and then judges the whole by its dossiers, has every open
 * procedure take an act, and asks the program's own doctor.
 */
export const examine = async ({ ledger, client, hands, system, round, folder }) => {
  const faults = noFaults();
  if (!(await hands.rest(restMilliseconds))) {
    const waiting = ledger.waiting().map(({ key, of }) => `${of ?? 'reports'}: ${key}`);
    await hands.stop();
    return {
      faults: addFaults(faults, { dead: [`never answered: ${waiting.join(', ')}`] }),
      longest: 0,
    };
  }
  await sleep(untilAllIsLateMilliseconds);
  const reader = createReader(client);
  const until = Date.now() - allowedMilliseconds;
  const sentFor = actsByProcedure(ledger);
  const dossiers = [];
  const judgeNew = async () => {
    const known = new Set(dossiers.map(({ incident }) => incident));
    for (const id of await reader.incidents()) {
      if (known.has(id)) continue;
      const { dossier, found } = await judged(reader, id, sentFor.get(id) ?? [], until);
      dossiers.push(dossier);
      addFaults(faults, found, id);
      if (!isFlawless(found))
        keep(folder, `${system.name}-${id}`, { found, dossier, sent: sentFor.get(id) });
    }
  };
  await judgeNew();
  // Some were started while others were judged.
  for (let left = looksMax; left > 0 && !isFlawless(judgeStarts(dossiers)); left -= 1) {
    await sleep(lookMilliseconds);
    await judgeNew();
  }
  addFaults(faults, judgeReports(sentFor.get(undefined) ?? [], dossiers));
  addFaults(faults, judgeStarts(dossiers));
  const open = dossiers.filter(
    ({ entries }) => !entries.some(({ data }) => data.kind === 'closed'),
  );
  addFaults(faults, { dead: await deadAmong(open, hands, round) });
  addFaults(faults, { dead: await toldByDoctor(system) });
  const longest = dossiers
    .flatMap(({ entries }) => delaysOf(entries))
    .reduce((a, b) => Math.max(a, b), 0);
  return { faults, longest, procedures: dossiers.length };
};

const actsByProcedure = ({ acts }) => {
  const sorted = new Map();
  for (const act of acts.values()) sorted.set(act.of, [...(sorted.get(act.of) ?? []), act]);
  return sorted;
};

const createReader = (client) => {
  const read = async (path) => {
    const until = Date.now() + patienceMilliseconds;
    const answer = await client.send({ person: 'shen-ce', path }, () => Date.now() > until);
    if (answer?.status !== 200)
      throw new Error(`${path}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
    return answer.body;
  };
  return {
    dossier: (id) => read(`/api/incidents/${encodeURIComponent(id)}/dossier`),
    async incidents() {
      const ids = [];
      for (let after = ''; ;) {
        const { incidents, next } = await read(`/api/incidents?limit=200${after}`);
        ids.push(...incidents.map(({ id }) => id));
        if (next === undefined) return ids;
        after = `&after=${next}`;
      }
    },
  };
};

/** A mark that is not there yet may be on its way: it is looked for again, and for a minute only. */
const judged = async (reader, id, sent, until) => {
  for (let left = looksMax; ; left -= 1) {
    const dossier = await reader.dossier(id);
    const found = judgeDossier(sent, dossier, until);
    if (isFlawless(found) || left === 0) return { dossier, found };
    await sleep(lookMilliseconds);
  }
};

const isFlawless = (found) => kindsOfFault.every((kind) => found[kind].length === 0);

// To be looked at.
const keep = (folder, id, what) =>
  writeFileSync(
    join(folder, `fault-${id.replace(':', '-')}.json`),
    JSON.stringify(what, undefined, 2),
  );

const deadAmong = async (open, hands, round) => {
  const dead = [];
  for (const { incident } of open) {
    const request = signOfLife(incident, `life-${round}-${incident.replace(':', '-')}`);
    const answer = await hands.sendBeside(request, { name: 'life' }, patienceMilliseconds);
    if (answer?.status !== 200)
      dead.push(`${incident} takes no act: ${answer?.status} ${answer?.body.code}`);
  }
  return dead;
};

const toldByDoctor = async ({ doctor: { url, args, environment } }) => {
  for (let left = 20; ; left -= 1) {
    const told = await run(['doctor', '--url', url, ...args, '--json'], environment).catch(
      (error) => error,
    );
    if (!(told instanceof Error)) return [];
    if (left === 0) return [`the doctor says ${told.message}`];
    await sleep(6_000);
  }
};
