import { randomUUID } from 'node:crypto';
import { scenarioAct, scenarioActor, whoAndWhat } from '../dist/src/simulate/scenario-act.js';
import { scenarioReport } from '../dist/src/simulate/scenario-report.js';
import { signReceipts } from '../dist/src/worker/sign-receipts.js';

/** The straight story of a standard: what an incident of the benchmark goes through, act by act. */
export const straightStory = (tree, standard) => {
  const found = tree.scenarios.find(({ of, file }) => of === standard && file.includes('straight'));
  if (!found) throw new Error(`${standard} has no straight scenario`);
  return found.source;
};

// A story of each standard that goes on to its closing.
const stories = {
  'theft-general': 'straight-administrative',
  'telecom-fraud': 'straight-stopped-and-filed',
  'traffic-minor': 'settled-by-phone',
  'domestic-violence': 'straight-no-child',
  'neighbour-dispute': 'leak-in-the-eighties',
  'missing-child': 'found-next-door',
  'lost-found-property': 'walk-in-at-ten-at-night',
};

/** The stories that incidents of all standards go through, each with those of its acts that are taken. */
export const closingStories = (tree) =>
  Object.entries(stories).map(([standard, name]) => {
    const found = tree.scenarios.find(
      ({ of, file }) => of === standard && file.endsWith(`/${name}.yaml`),
    );
    if (!found) throw new Error(`${standard} has no scenario ${name}`);
    const lines = found.source.when.filter(({ refused }) => refused === undefined);
    return { standard, story: found.source, lines };
  });

/** Begins an incident now, and writes what it made as the API does. */
export const beginIncident = async (stage, standard, story) => {
  const { gateway, release } = stage;
  const id = `bench-${randomUUID()}`;
  const report = scenarioReport(release, story);
  const now = Date.now();
  const outcome = await gateway.begin({
    id,
    release: release.hash,
    procedure: standard,
    report: { ...report, report: id, at: now },
    registrar: scenarioActor('registrar', report.unit),
    received: now,
    salt: 'bench',
  });
  await write(stage, id, outcome);
  return { id, unit: report.unit };
};

/** Does one line of the story, as a person would over HTTP but without HTTP. */
export const actOn = async (stage, { id, unit, stored }, standard, line) => {
  const { gateway, release } = stage;
  const spec = release.procedures[standard];
  const now = Date.now();
  const actor = scenarioActor(whoAndWhat(line).role, unit);
  const act = scenarioAct(line, spec);
  const key = randomUUID();
  const outcome = await gateway.act(id, {
    id: key,
    digest: key,
    act,
    actor,
    happened: now,
    received: now,
    salt: 'bench',
    ...(stored === undefined ? {} : { stored }),
  });
  if (!outcome.taken)
    throw new Error(`${JSON.stringify(line)} was refused: ${JSON.stringify(outcome.refusal)}`);
  return write(stage, id, outcome);
};

const write = async ({ store, signer }, id, outcome) => {
  const { entries, personal } = outcome;
  const receipts = signReceipts(id, outcome, signer);
  const { last } = await store.log.append({ incident: id, entries, personal, receipts });
  return last;
};
