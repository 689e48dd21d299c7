import type { Release } from '../../src/model/release.ts';
import { accessLines } from './access-lines.ts';
import { changedFiles, type Change } from './change.ts';
import { possibleChanges } from './possible-changes.ts';
import { isWellShaped, withFiles, type PolicyRoot } from './policy-root.ts';
import { flawOf, type Court, type Proof } from './proof.ts';
import { holds, storiesOf, type Story } from './story-witness.ts';
import { verbOutput } from './verb-output.ts';
import type { Reader, Verb, Witness } from './witness.ts';

/** The numbers of changes that are tried with stories, and with what is shown. */
export interface Patience {
  readonly stories: number;
  readonly shown: number;
}

interface Trial {
  readonly change: Change;
  readonly changed: ReadonlyMap<string, unknown>;
  readonly tree: PolicyRoot['tree'];
  readonly release: Release;
  /** The procedures and rule sets that are compiled to something else. */
  readonly touched: ReadonlySet<string>;
}

/**
 * Looks for somebody who notices a key: a story first, then an incident's page, then a verb, last `check`. What was found
 * before stays as long as it holds.
 */
export async function findProof(
  court: Court,
  key: string,
  patience: Patience,
  before?: Proof,
): Promise<Proof | undefined> {
  if (before && (await isProved(court, before))) return before;
  for (const policy of court.roots.values()) {
    if (!policy.places.has(key) && possibleChanges(policy, key).length === 0) continue;
    for (const find of [byStory, byPage, byVerb, byAccess, byCheck]) {
      const found = await find(court, policy, key, patience);
      if (found) return { key, root: policy.root, ...found };
    }
  }
  return undefined;
}

async function isProved(court: Court, proof: Proof): Promise<boolean> {
  try {
    return (await flawOf(court, proof)) === undefined;
  } catch {
    return false;
  }
}

type Found = Pick<Proof, 'change' | 'witness'> | undefined;
type Find = (court: Court, policy: PolicyRoot, key: string, patience: Patience) => Promise<Found>;

/** Pages that are looked at for one change. */
const pagesMax = 7;

const isOfStories = (key: string) => /^(scenario|cases)\b/.test(key);

function* trials(policy: PolicyRoot, key: string, max: number): Generator<Trial> {
  let count = 0;
  for (const change of possibleChanges(policy, key)) {
    const changed = changedFiles(policy, key, change);
    const { tree, release } = withFiles(policy, changed);
    if (!release) continue;
    const touched = touchedBy(policy.release, release);
    if (touched.size === 0 && !isOfStories(key)) continue;
    yield { change, changed, tree, release, touched };
    count += 1;
    if (count >= max) return;
  }
}

/** Ids of what is compiled to something else; `*` where it is the release itself. */
function touchedBy(before: Release, after: Release): ReadonlySet<string> {
  const [old, now] = [textsOf(before), textsOf(after)];
  const ids = new Set([...old.keys(), ...now.keys()]);
  return new Set([...ids].filter((id) => old.get(id) !== now.get(id)));
}

const texts = new WeakMap<Release, ReadonlyMap<string, string>>();

function textsOf(release: Release): ReadonlyMap<string, string> {
  const { procedures, ruleSets, hash: _, ...rest } = release;
  const known =
    texts.get(release) ??
    new Map(
      Object.entries({ ...procedures, ...ruleSets, '*': rest }).map(
        ([id, part]) => [id, JSON.stringify(part)] as const,
      ),
    );
  texts.set(release, known);
  return known;
}

/** The stories that a change may touch: those that come through what is compiled to something else. */
function concerned(
  policy: PolicyRoot,
  key: string,
  { change, tree, touched }: Trial,
): readonly Story[] {
  const stories = storiesOf(tree);
  if (isOfStories(key)) return stories.filter(({ file }) => file === change.at?.file);
  const rules = Object.keys(policy.release.ruleSets).some((id) => touched.has(id));
  return stories.filter(({ file, row }) =>
    row === undefined
      ? touched.has('*') || (policy.reached.get(file) ?? []).some((id) => touched.has(id))
      : rules,
  );
}

const byStory: Find = async (_court, policy, key, { stories }) => {
  for (const trial of trials(policy, key, stories)) {
    if (!isOfStories(key) && isForPeople(policy, trial)) continue;
    for (const { file, row } of concerned(policy, key, trial)) {
      const told = { file, ...(row !== undefined && { row }) };
      if (await mayHold(trial, told)) continue;
      const witness: Witness =
        row === undefined ? { door: 'scenario', file } : { door: 'case', file, row };
      return { change: trial.change, witness };
    }
  }
  return undefined;
};

/** True where a change is only one of texts, and of what people look up: then no outcome can be another. */
function isForPeople({ release }: PolicyRoot, trial: Trial): boolean {
  return [...trial.touched].every(
    (id) =>
      id !== '*' &&
      essence(release.procedures[id]) === essence(trial.release.procedures[id]) &&
      essence(release.ruleSets[id]) === essence(trial.release.ruleSets[id]),
  );
}

const shownOnly = new Set(['basis', 'bases', 'number', 'category', 'unit', 'reasons', 'parts']);

const essence = (compiled: unknown): string =>
  JSON.stringify(compiled, (key, value: unknown) =>
    shownOnly.has(key) || isText(value) ? undefined : value,
  ) ?? '';

const isText = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'zh,en';

// One that cannot be run to its end says nothing clear: another witness is looked for.
async function mayHold(trial: Trial, story: Story): Promise<boolean> {
  try {
    return await holds(trial, story);
  } catch {
    return true;
  }
}

const byPage: Find = async (court, policy, key, { shown }) => {
  if (isOfStories(key) && !/^scenario > (given|when)/.test(key)) return undefined;
  const readers: readonly Reader[] = /protects|personal/.test(key) ? ['part', 'other'] : ['part'];
  for (const trial of trials(policy, key, shown)) {
    const files = concerned(policy, key, trial).filter(({ row }) => row === undefined);
    const isThrough = ({ file }: Story) =>
      (policy.reached.get(file) ?? []).some((id) => trial.touched.has(id));
    for (const { file } of [...files.filter(isThrough), ...files].slice(0, pagesMax)) {
      for (const reader of readers) {
        const pages = await court.pages(policy);
        const before = await once(court, ['page', policy.root, file, reader], () =>
          pages.of(policy, file, reader),
        );
        const after = new Set(await pages.of(trial, file, reader).catch(() => before));
        const line = before.find((each) => !after.has(each));
        if (line !== undefined)
          return { change: trial.change, witness: { door: 'page', file, reader, line } };
      }
    }
  }
  return undefined;
};

const byVerb: Find = async (court, policy, key, { shown }) => {
  for (const trial of trials(policy, key, shown)) {
    for (const asked of asking(policy, key, trial)) {
      const before = await once(court, ['verb', policy.root, asked], () =>
        verbOutput(policy, new Map(), asked),
      );
      const after = new Set(await verbOutput(policy, trial.changed, asked).catch(() => before));
      if (after.size === 0) continue;
      const line = before.find((each) => !after.has(each));
      if (line !== undefined)
        return { change: trial.change, witness: { door: 'verb', ...asked, line } };
    }
  }
  return undefined;
};

function asking(policy: PolicyRoot, key: string, trial: Trial) {
  const stories = concerned(policy, key, trial);
  if (isOfStories(key)) {
    const file = trial.change.at?.file;
    const story = policy.tree.scenarios.find((each) => each.file === file);
    const table = policy.tree.cases.find((each) => each.file === file);
    return [
      ...(story ? [{ verb: 'simulate --story' as Verb, of: story.file }] : []),
      { verb: 'test' as Verb, of: story?.of ?? table?.source.cases ?? '' },
    ];
  }
  const ids = [...trial.touched]
    .filter((id) => Object.hasOwn(policy.release.procedures, id))
    .slice(0, 2);
  // Words suggest facts, and most stories have none.
  const hasWords = ({ file }: Story) =>
    Number(
      trial.tree.scenarios.find((each) => each.file === file)?.source.given.report.text !==
        undefined,
    );
  const scenarios = stories
    .filter(({ row }) => row === undefined)
    .sort((a, b) => hasWords(b) - hasWords(a))
    .slice(0, 3);
  return [
    ...(['graph', 'simulate', 'simulate --late'] as const).flatMap((verb) =>
      ids.map((of) => ({ verb: verb as Verb, of })),
    ),
    ...scenarios.map(({ file }) => ({ verb: 'explain' as Verb, of: file })),
  ];
}

const byAccess: Find = async (_court, policy, key) => {
  if (!key.startsWith('vocabulary > roles > * > sees')) return undefined;
  const before = accessLines(policy.tree);
  for (const change of possibleChanges(policy, key)) {
    const { tree, release } = withFiles(policy, changedFiles(policy, key, change));
    if (!release) continue;
    const after = new Set(accessLines(tree));
    const line = before.find((each) => !after.has(each));
    if (line !== undefined) return { change, witness: { door: 'access', line } };
  }
  return undefined;
};

const byCheck: Find = async (_court, policy, key) => {
  let tried = 0;
  for (const change of possibleChanges(policy, key)) {
    const changed = changedFiles(policy, key, change);
    // That a key is missing or of another shape is told without anybody reading it.
    if (!isWellShaped(policy, changed)) continue;
    const lines = await verbOutput(policy, changed, { verb: 'check', of: '' });
    const code = /\b[A-Z]{3}[0-9]{3}\b/.exec(lines.join('\n'))?.[0];
    if (code !== undefined) return { change, witness: { door: 'check', code } };
    tried += 1;
    if (tried > 6) break;
  }
  return undefined;
};

async function once<T>({ seen }: Court, what: unknown, ask: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(what);
  const known = (seen.get(key) as Promise<T> | undefined) ?? ask();
  seen.set(key, known);
  return known;
}
