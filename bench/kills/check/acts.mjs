const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Compares what was answered with the log of a procedure: every act that was taken stands in it once, where its receipt
 * says; what was refused does not; and there is nothing that nobody sent.
 */
export const actFaults = (sent, { entries, receipts }) => {
  const lost = [];
  const doubled = [];
  const written = new Map();
  for (const entry of entries) {
    if (entry.data.kind === 'act')
      written.set(entry.act, [...(written.get(entry.act) ?? []), entry]);
  }
  for (const { key, answers } of sent) {
    const found = written.get(key) ?? [];
    written.delete(key);
    const taken = answers.filter(({ status }) => status === 200);
    if (found.length > 1) doubled.push(`${key} stands in the log ${found.length} times`);
    if (taken.length === 0 && answers.length > 0 && found.length > 0)
      doubled.push(`${key} was refused and stands in the log`);
    if (taken.length === 0) continue;
    if (
      taken.length < answers.length ||
      taken.some(({ receipt }) => !isSame(receipt, taken[0].receipt))
    )
      doubled.push(`${key} was answered in two ways`);
    if (found.length === 0) lost.push(`${key} was acknowledged and is not in the log`);
    else lost.push(...receiptFaults(key, taken[0].receipt, found[0], { entries, receipts }));
  }
  for (const [key, [entry]] of written) {
    if (!isBeginning(entry)) doubled.push(`${key} stands in the log and nobody sent it`);
  }
  return { lost, doubled };
};

// Taking the report is an act too: its key is the report's, and the reports are compared by themselves.
const isBeginning = ({ data }) => data.act === 'begin' || data.act === 'join';

const receiptFaults = (key, receipt, entry, { entries, receipts }) => {
  const faults = [];
  const sealed = entries[receipt.seq - 1];
  if (sealed?.hash !== receipt.hash)
    faults.push(`${key}: the log has other entries than its receipt`);
  if (entry.seq > receipt.seq) faults.push(`${key} stands behind the end that its receipt names`);
  if (entry.at !== Date.parse(receipt.happened))
    faults.push(`${key} has another time than its receipt`);
  if (!receipts.some((each) => isSame(each, receipt)))
    faults.push(`${key} has no such receipt any more`);
  return faults;
};

/** Compares reports that were acknowledged with the incidents that there are: each has one. */
export const reportFaults = (sent, incidents) => {
  const lost = [];
  const doubled = [];
  const begun = new Map();
  for (const { incident, report } of incidents)
    begun.set(report, [...(begun.get(report) ?? []), incident]);
  for (const { key, answers } of sent) {
    const ids = [...new Set(answers.flatMap(({ report }) => report ?? []))];
    if (ids.length > 1) doubled.push(`${key} was answered as ${ids.join(' and ')}`);
    for (const id of ids) {
      const found = begun.get(id) ?? [];
      begun.delete(id);
      if (found.length === 0) lost.push(`${key} was acknowledged as ${id} and has no incident`);
      if (found.length > 1) doubled.push(`${key} has the incidents ${found.join(' and ')}`);
    }
  }
  // A report that had no answer yet may have been taken.
  const unanswered = sent.filter(({ answers }) => answers.length === 0).length;
  if (begun.size > unanswered)
    doubled.push(`nobody sent the reports ${[...begun.keys()].join(', ')}`);
  return { lost, doubled };
};
