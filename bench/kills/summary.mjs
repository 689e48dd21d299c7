import { kindsOfFault } from './check/judge.mjs';

const countBy = (list, of) => {
  const counts = {};
  for (const each of list) counts[of(each)] = (counts[of(each)] ?? 0) + 1;
  return counts;
};

/** The results of a drill, from all that its ledger has and what was found last. */
export const summaryOf = (name, { ledger, last }) => {
  const acts = [...ledger.acts.values()];
  const answered = acts.filter(({ answers }) => answers.length > 0);
  const of = (kind) => ledger.events.filter((line) => line.kind === kind);
  const back = of('back')
    .map(({ after }) => after)
    .sort((one, other) => one - other);
  return {
    name,
    kills: ledger.kills.length,
    targets: countBy(ledger.kills, ({ target }) => target),
    reports: answered.filter(({ path }) => path === '/api/reports').length,
    taken: answered.filter(({ answers }) => answers[0].status === 200).length,
    refused: answered.filter(({ answers }) => answers[0].status >= 400).length,
    repeated: answered.filter(({ answers }) => answers.length > 1).length,
    lostAnswers: acts.filter(({ way }) => way === 'lost').length,
    procedures: last?.procedures ?? 0,
    backAfter: { median: back[Math.floor(back.length / 2)] ?? 0, longest: back.at(-1) ?? 0 },
    longestDelayOfMark: last?.longest ?? 0,
    endedByThemselves: countBy(of('ended'), ({ part }) => part),
    brokenAnswers: of('broken').map(({ text }) => text),
    faults: last?.faults,
  };
};

/** The summary in lines. */
export const summaryText = (summary) => {
  const { name, kills, targets, reports, taken, refused, repeated, lostAnswers, faults } = summary;
  const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
  const listed = (counts) =>
    Object.entries(counts)
      .map(([key, count]) => `${key} ${count}`)
      .join(', ') || 'none';
  return [
    `${name}: ${kills} kills (${listed(targets)}); ${reports} reports, ${taken} acts taken, ${refused} refused, ${repeated} repeated, ${lostAnswers} answers lost; ${summary.procedures} procedures`,
    `  an act was answered again after ${seconds(summary.backAfter.median)} in the median, ${seconds(summary.backAfter.longest)} at most; a mark was written ${seconds(summary.longestDelayOfMark)} after its time at most`,
    `  parts that ended by themselves or did not start at once: ${listed(summary.endedByThemselves)}; answers of 500: ${summary.brokenAnswers.length}`,
    ...summary.brokenAnswers.slice(0, 5).map((text) => `    ${text.slice(0, 300)}`),
    ...(faults === undefined
      ? ['  not examined yet']
      : [`  ${kindsOfFault.map((kind) => `${faults[kind].length} ${kind}`).join(', ')}`]),
    ...Object.values(faults ?? {})
      .flat()
      .slice(0, 40)
      .map((text) => `    ${text}`),
  ].join('\n');
};
