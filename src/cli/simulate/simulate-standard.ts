import { placeProblems } from '../../diagnostics/place-problems.ts';
import { formatPretty } from '../../diagnostics/format-pretty.ts';
import type { Language } from '../../diagnostics/language.ts';
import { parseYaml } from '../../load/parse-yaml.ts';
import { readSource } from '../../load/read-source.ts';
import type { Release } from '../../model/release.ts';
import type { ScenarioSource } from '../../model/source/scenario-source.ts';
import { hasEnded } from '../../procedure/has-ended.ts';
import { runScenario } from '../../simulate/run-scenario.ts';
import { straightRun } from '../../simulate/straight-run.ts';
import { unknownId } from '../asked-ids.ts';
import { loadRelease } from '../load-release.ts';
import type { Outcome } from '../outcome.ts';
import { readAsked } from '../read-asked.ts';
import { releaseProblems } from '../release-problems.ts';
import { WrongUse } from '../wrong-use.ts';
import { timelineOf } from './timeline.ts';
import { timelineText } from './timeline-text.ts';

interface SimulateRequest {
  readonly standard: string;
  readonly story: string | undefined;
  readonly late: boolean;
  readonly root: string | undefined;
  readonly json: true | undefined;
  readonly lang: Language;
}

// A Monday morning: a run without a story is the same on any day.
const straightMoment = '2026-03-02T09:00';

/** Runs a standard on a virtual clock, and shows what happens when. */
export async function simulateStandard(request: SimulateRequest): Promise<Outcome> {
  const { standard, story, late, root, json, lang } = request;
  if (story !== undefined && late) {
    throw new WrongUse({
      zh: '--late 和 --story 不能一起用',
      en: '--late and --story exclude each other',
    });
  }
  const text = story === undefined ? undefined : await readAsked(story);
  const loaded = await loadRelease(root);
  const { release } = loaded;
  if (!release) return releaseProblems(loaded, { lang, json });
  if (!release.procedures[standard]) throw unknownId(standard, Object.keys(release.procedures));
  if (story === undefined || text === undefined)
    return runStraight(release, standard, { late, json, lang });
  const read = readStory(story, text, lang);
  if ('problems' in read) return { text: read.problems, status: 1 };
  const { entries, mismatches } = await runScenario(release, standard, read.scenario);
  const lines = timelineOf(release, entries);
  const told = read.scenario.given.report.text;
  const wrong = mismatches.map(({ path, expected, found }) => {
    const { line, column } = read.locate(path, 'value').start;
    return `${story}:${line}:${column}  ${words.expected[lang]} ${expected}  ${words.found[lang]} ${found}`;
  });
  return {
    text: json
      ? `${JSON.stringify({ standard, ...(told !== undefined && { told }), timeline: lines, mismatches }, undefined, 2)}\n`
      : `${told === undefined ? '' : `${words.told[lang]}  ${told}\n`}${timelineText(lines, lang)}${wrong.map((each) => `${each}\n`).join('')}`,
    status: mismatches.length > 0 ? 1 : 0,
  };
}

const words = {
  told: { zh: '报警', en: 'report' },
  expected: { zh: '应为', en: 'expected' },
  found: { zh: '实为', en: 'found' },
  refused: { zh: '被拒绝', en: 'refused' },
  unclosed: { zh: '没有办结', en: 'not closed' },
} as const;

async function runStraight(
  release: Release,
  standard: string,
  { late, json, lang }: Pick<SimulateRequest, 'late' | 'json' | 'lang'>,
): Promise<Outcome> {
  const { simulation, refused } = await straightRun(release, standard, {
    at: straightMoment,
    late,
  });
  const lines = timelineOf(release, simulation.entries());
  const { closed, rows } = simulation.state().table;
  const left = Object.values(rows)
    .filter((row) => !hasEnded(row))
    .map(({ step, status }) => ({ step, status }));
  const status = closed !== undefined && refused.length === 0 ? 0 : 1;
  if (json) {
    const outcome = { standard, timeline: lines, closed: closed !== undefined, left, refused };
    return { text: `${JSON.stringify(outcome, undefined, 2)}\n`, status };
  }
  const wrong = [
    ...refused.map(
      ({ what, refusal }) =>
        `${words.refused[lang]}: ${what}  ${refusal.code}: ${refusal.message[lang]}${refusal.missing ? ` (${refusal.missing.join(', ')})` : ''}\n`,
    ),
    ...(closed === undefined
      ? [
          `${words.unclosed[lang]}: ${left.map((each) => `${each.step} (${each.status})`).join(', ')}\n`,
        ]
      : []),
  ];
  return { text: `${timelineText(lines, lang)}${wrong.join('')}`, status };
}

function readStory(file: string, text: string, lang: Language) {
  const parsed = parseYaml(file, text);
  const { source, problems } = readSource(parsed, { is: 'source', kind: 'scenario' });
  if (source?.wellShaped)
    return { scenario: source.value as ScenarioSource, locate: parsed.locate };
  const placed = placeProblems(problems, (_, path, at) => parsed.locate(path, at));
  return { problems: formatPretty(placed, { lang, textOf: () => text }) };
}
