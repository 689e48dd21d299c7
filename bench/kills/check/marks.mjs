const second = 1_000;

// The limits of the drill's standards, said once more: that the program reads them right is drilled too.
const limits = {
  post: {
    take: { from: 'begin', within: 2 * second },
    look: { from: 'take', within: 3 * second },
    help: { from: 'look', within: 2 * second, isNeeded: ({ hurt }) => hurt === 'yes' },
    write: { from: 'look', within: 3 * second },
    seal: { from: 'write', within: 3 * second },
  },
  paper: { file: { from: 'begin', within: 4 * second } },
};
const judgement = { step: 'seal', within: 3 * second };
// A step that opens when its limit has passed already is reminded first: the ladder counts from then.
const reminder = 2 * second;
const ladder = { told: 0, more: 3 * second, top: 6 * second };

/**
 * The late marks and rungs that a log must have, and those that it may have: an act that was on its way when a limit
 * passed happened before it, and yet the mark may have been written first.
 */
const wanted = (entries) => {
  const [{ at: opened, data: started }] = entries;
  const { procedure } = started;
  const began = procedure === 'paper' ? opened : started.reportedAt;
  const acts = new Map();
  let hurt;
  let closed;
  for (const entry of entries) {
    const { data, step } = entry;
    if (data.kind === 'act' && step !== undefined)
      acts.set(data.act === 'agree' ? `${step}/agree` : step, entry);
    if (data.kind === 'fact' && data.fact === 'hurt') hurt = data.value;
    if (data.kind === 'act' && data.act === 'close') closed = entry;
  }
  const marks = [];
  const watch = (step, of, { due, opened, end }) => {
    const until = end ?? closed;
    const prefix = of === 'judgement' ? 'pending:' : '';
    const mark = (kind, key, at) => ({ step, of, kind, key: `${prefix}${key}`, at, end: until });
    marks.push({ ...mark('late', 'late', due + 1), due });
    const from = due < opened ? opened + reminder : due;
    for (const [rung, after] of Object.entries(ladder))
      marks.push(mark('rung', `rung:${rung}`, from + 1 + after));
  };
  for (const [step, { from, within, isNeeded }] of Object.entries(limits[procedure] ?? {})) {
    const start = from === 'begin' ? began : acts.get(from)?.at;
    if (start === undefined || isNeeded?.({ hurt }) === false) continue;
    // An act that came late says when it happened: what it opens may be overdue by then.
    const at = from === 'begin' ? opened : acts.get(from).recorded;
    watch(step, 'step', { due: start + within, opened: at, end: acts.get(step) });
  }
  const proposed = procedure === 'post' ? acts.get(judgement.step) : undefined;
  if (proposed !== undefined) {
    watch(judgement.step, 'judgement', {
      // Nobody could judge it before it was written down.
      due: proposed.recorded + judgement.within,
      opened: proposed.recorded,
      end: acts.get(`${judgement.step}/agree`),
    });
  }
  return marks;
};

const isMust = ({ at, end }, until) => (end === undefined ? at <= until : at <= end.at);
const isMay = ({ at, end }, entry) => end === undefined || at <= end.at || entry.seq < end.seq;
const nameOf = ({ step, key }) => `${step} ${key}`;

/**
 * Compares the late marks and rungs of a log with those that must be there by an instant: each once, at its own
 * instant, before every act that happened after it.
 */
export const markFaults = (entries, until) => {
  const missing = [];
  const doubled = [];
  const found = entries.filter(({ data }) => data.kind === 'late' || data.kind === 'rung');
  const left = new Set(found);
  for (const mark of wanted(entries)) {
    const same = found.filter((entry) => isOf(entry, mark));
    same.forEach((entry) => left.delete(entry));
    const [entry] = same;
    if (same.length > 1) doubled.push(`${nameOf(mark)} stands in the log ${same.length} times`);
    if (entry === undefined) {
      if (isMust(mark, until)) missing.push(`${nameOf(mark)} of ${mark.at} is missing`);
      continue;
    }
    if (!isMay(mark, entry))
      doubled.push(`${nameOf(mark)} was written although the step had ended`);
    if (entry.at !== mark.at)
      missing.push(`${nameOf(mark)} is at ${entry.at} instead of ${mark.at}`);
    if (mark.due !== undefined && entry.data.due !== mark.due)
      missing.push(`${nameOf(mark)} says the limit ${entry.data.due} instead of ${mark.due}`);
    if (entry.recorded < entry.at) missing.push(`${nameOf(mark)} was written before its time`);
    const early = entries.find(
      (each) => each.seq < entry.seq && each.data.kind === 'act' && each.at > entry.at,
    );
    if (early !== undefined)
      missing.push(`${nameOf(mark)} stands behind act ${early.act} that came later`);
  }
  for (const entry of left)
    doubled.push(`${nameOf({ step: entry.step, key: entry.data.key })} belongs to nothing`);
  return { missing, doubled };
};

const isOf = ({ step, data }, mark) =>
  step === mark.step &&
  data.kind === mark.kind &&
  data.key.endsWith(`/${mark.key}`) &&
  data.key.includes('/pending:') === (mark.of === 'judgement');

/** The time by which the marks of a log came late, in milliseconds. */
export const delaysOf = (entries) =>
  entries
    .filter(({ data }) => data.kind === 'late' || data.kind === 'rung')
    .map(({ at, recorded }) => recorded - at);
