import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { compileTree } from '../dist/src/compile/compile-tree.js';
import { loadTree } from '../dist/src/load/load-tree.js';
import { scenarioAct, whoAndWhat } from '../dist/src/simulate/scenario-act.js';
import { openBare } from './bare.mjs';
import { straightStory } from './incident.mjs';
import { signInOfficers } from './officers.mjs';
import { paced, timed } from './paced.mjs';
import { percentile } from './percentile.mjs';
import { startSystem } from './running.mjs';

const standard = 'theft-general';
const actsPerSecond = 5;
const atOnce = 10;
const warmUp = 40;
const rounds = 4;
const operator = 'pei-zhihe';
const stations = ['dunhuafang', 'sanqiao', 'xincun'];

Runtime.install({ logger: new DefaultLogger('ERROR') });
const { tree } = await loadTree(process.cwd());
const spec = compileTree(tree).release.procedures[standard];
const story = straightStory(tree, standard);
const lines = story.when.filter(({ refused }) => refused === undefined);
const program = join(import.meta.dirname, '../dist/src/cli/main.js');
const system = await startSystem(process.execPath, [program, 'up']);
const bare = await openBare(system.place);
const officers = signInOfficers(system);

/** Reports what the story begins with, and does its acts; each by who holds its role at the station. */
const incident = (unit) => {
  const { channel, zone, text, 'handled-at': handledAt } = story.given.report;
  const report = { channel, zone, text, handledAt, unit, facts: story.given.confirmed };
  let id;
  const acts = lines.map((line) => {
    const { kind, step, ...rest } = scenarioAct(line, spec);
    const { role } = whoAndWhat(line);
    const person = role === 'operator' ? operator : officers.holder(role, unit);
    const content = { action: kind, ...rest, ...(rest.crew === 0 && { crew: undefined }) };
    return { person, step, content };
  });
  return {
    people: [operator, ...acts.map(({ person }) => person)],
    moves: [
      async () => {
        id = await officers.report(operator, report);
      },
      ...acts.map(
        ({ person, step, content }) =>
          () =>
            timed(() => officers.send(person, `/incidents/${id}/steps/${step}`, content)),
      ),
    ],
  };
};

/** As many updates of a bare workflow, begun in the same way. */
const reference = () => {
  let id;
  return [
    async () => {
      id = await bare.begin(lines.length + 1);
    },
    ...lines.map((line) => () => timed(() => bare.update(id, line))),
  ];
};

const acts = (count = atOnce) =>
  Array.from({ length: count }, (_, each) => incident(stations[each % stations.length]).moves);
const updates = (count = atOnce) => Array.from({ length: count }, reference);
const inTurn = async (moves) => {
  for (const move of moves) await move();
};
const round = async (tracks) =>
  (await paced(tracks, actsPerSecond)).filter((time) => time !== undefined);

try {
  for (const unit of stations)
    for (const person of incident(unit).people) await officers.signIn(person);
  // A system that has run for an hour: its code is compiled by then.
  for (const tracks of [acts(warmUp), updates(warmUp)]) await Promise.all(tracks.map(inTurn));
  const times = { acts: [], updates: [] };
  for (let each = 0; each < rounds; each += 1) {
    times.acts.push(...(await round(acts())));
    times.updates.push(...(await round(updates())));
  }
  const told = (share, wanted) => {
    const [act, update] = [percentile(times.acts, share), percentile(times.updates, share)];
    return `${act.toFixed(1)} ms (bare update ${update.toFixed(1)} ms), ratio ${(act / update).toFixed(2)} (wanted at most ${wanted})`;
  };
  console.log(
    `acts over HTTP at ${actsPerSecond} a second, ${atOnce} incidents under way, ${rounds} rounds in turn: ${times.acts.length} acts, ${times.updates.length} updates`,
  );
  console.log(`p50: ${told(0.5, 2)}`);
  console.log(`p99: ${told(0.99, 3)}`);
} finally {
  await bare.close();
  await system.stop();
}
