/** A ledger of what was sent and answered, by key, made from the journal's lines and kept up with new ones. */
export const createLedger = (journal) => {
  const acts = new Map();
  const kills = [];
  const events = [];
  const take = (line) => {
    if (line.kind === 'sent') acts.set(line.key, { ...line, answers: [] });
    else if (line.kind === 'answered') acts.get(line.key).answers.push(line);
    else if (line.kind === 'killed') kills.push(line);
    else events.push(line);
  };
  journal.lines.forEach(take);
  return {
    acts,
    kills,
    /** The other events: parts that ended by themselves, how long the system was away, answers of 500. */
    events,
    note(line) {
      journal.write(line);
      take(line);
    },
    answerOf: (key) => acts.get(key)?.answers[0],
    waiting: () => [...acts.values()].filter(({ answers }) => answers.length === 0),
  };
};
