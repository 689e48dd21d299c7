import { actFaults, reportFaults } from './acts.mjs';
import { chainFaults } from './chain.mjs';
import { markFaults } from './marks.mjs';

/** The kinds of what may be wrong; each is to be empty. */
export const kindsOfFault = ['lost', 'doubled', 'missing', 'broken', 'dead', 'refused'];

/** An empty list for each kind of fault. */
export const noFaults = () => Object.fromEntries(kindsOfFault.map((kind) => [kind, []]));

/** Adds what was found elsewhere; each says where. */
export const addFaults = (faults, found, where = '') => {
  for (const [kind, texts] of Object.entries(found)) {
    faults[kind].push(...texts.map((text) => (where === '' ? text : `${where}: ${text}`)));
  }
  return faults;
};

/** Judges the dossier of one procedure by what was sent for it and answered, as it must be at an instant. */
export const judgeDossier = (sent, dossier, until) => {
  const faults = noFaults();
  addFaults(faults, { broken: chainFaults(dossier) });
  if (faults.broken.length > 0) return faults;
  addFaults(faults, actFaults(sent, dossier));
  addFaults(faults, markFaults(dossier.entries, until));
  addFaults(faults, { lost: startFaults(dossier), refused: refusedFaults(sent) });
  return faults;
};

/** Judges the whole by the reports that were sent: each has one incident. */
export const judgeReports = (sent, dossiers) =>
  addFaults(
    noFaults(),
    reportFaults(
      sent,
      dossiers
        .filter(({ incident }) => !incident.includes(':'))
        .map(({ incident, entries }) => ({ incident, report: entries[0].data.report })),
    ),
  );

/** Judges that each procedure that was started is there, and no other. */
export const judgeStarts = (dossiers) => {
  const faults = noFaults();
  const there = new Set(dossiers.map(({ incident }) => incident));
  const started = dossiers.flatMap(({ entries }) => startsOf(entries));
  for (const id of started)
    if (!there.has(id)) faults.lost.push(`${id} was started and is not there`);
  for (const id of there) {
    if (id.includes(':') && !started.includes(id)) faults.doubled.push(`nobody started ${id}`);
  }
  return faults;
};

const startsOf = (entries) =>
  entries.flatMap(({ data }) => (data.kind === 'starts' ? [data.id] : []));

// An incident makes a paper once its `write` is done, and no more than one.
const startFaults = ({ incident, entries }) => {
  const isWritten = entries.some(({ data, step }) => data.kind === 'act' && step === 'write');
  const count = startsOf(entries).length;
  return count === (isWritten ? 1 : 0) ? [] : [`${incident} started ${count} papers`];
};

// Everybody does what comes next, so only what was sent out of order may be refused, and all of that.
const refusedFaults = (sent) =>
  sent.flatMap(({ key, isRefused, answers }) =>
    answers.some(({ status }) => (status === 200) === (isRefused === true))
      ? [
          `${key} was answered ${answers.map(({ status, code }) => [status, code].join(' ')).join(', ')}`,
        ]
      : [],
  );
