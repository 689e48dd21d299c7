import { expect, test } from 'vitest';
import { chanceOf } from '../../../../src/cli/officers/chance.ts';
import type { OfficerScript } from '../../../../src/cli/officers/officer-script.ts';
import { planPrompt } from '../../../../src/cli/officers/plan-prompt.ts';
import type { PromptView } from '../../../../src/contract/prompt-contract.ts';
import { aPrompt, aScript } from './a-prompt.ts';

const minute = 60_000;
const opened = Date.UTC(2026, 2, 2);
const plan = (
  prompt: PromptView,
  script: Partial<OfficerScript> = {},
  { name = 'a report', tries = 0, now = opened } = {},
) =>
  planPrompt(prompt, {
    script: { ...aScript, ...script },
    chance: chanceOf(script.seed ?? aScript.seed),
    story: { name, answers: {} },
    standard: 'loss',
    now,
    tries,
  });
const minutes = ({ at }: { readonly at?: number }) => ((at ?? NaN) - opened) / minute;

test('a step is done so long after its opening as the script has it, well before its due', () => {
  expect(minutes(plan(aPrompt()))).toBe(1);
  expect(minutes(plan(aPrompt(), { takes: [{ within: ['1h', '1h'] }] }))).toBe(6);
  const late = [{ steps: ['look'], share: 1, by: ['5m', '5m'] as [string, string] }];
  expect(minutes(plan(aPrompt(), { late }))).toBe(15);
  expect(minutes(plan(aPrompt({ id: 'other' }), { late }))).toBe(1);
});

test('what is found when its due has passed is done as soon as it can be', () => {
  expect(minutes(plan(aPrompt(), {}, { now: opened + 20 * minute }))).toBe(20);
});

test('the same seed plans the same for the same report, another seed another day', () => {
  const takes = [{ within: ['1s', '5m'] as [string, string] }];
  const at = (seed: string, name: string) => plan(aPrompt(), { takes, seed }, { name }).at;
  expect(at('one', 'a')).toBe(at('one', 'a'));
  expect(new Set([at('one', 'a'), at('two', 'a'), at('one', 'b')]).size).toBe(3);
});

test('who deviates gives the reason of the script, and once only', () => {
  const deviations = [{ roles: ['officer'], share: 1, reason: 'dark', note: 'night' }];
  const act = { action: 'deviate', reason: 'dark', note: 'night' };
  expect(plan(aPrompt(), { deviations }).act).toEqual(act);
  expect(plan(aPrompt(), { deviations }, { tries: 1 }).act.action).toBe('do');
  expect(plan(aPrompt({ can: ['do'] }), { deviations }).act.action).toBe('do');
});

test('a step is given all that it asks for', () => {
  const named = (id: string) => ({ id, title: { zh: id, en: id } });
  const step = { evidenceNeeded: [named('form')], equipment: [named('vest')], crew: 2 };
  expect(plan(aPrompt(step)).act).toEqual({
    action: 'do',
    evidence: [{ kind: 'form', reference: 'form' }],
    equipment: ['vest'],
    crew: 2,
  });
});

test('mistakes come first, and are not made twice', () => {
  const mistakes = { 'wrong-order': 1, 'nothing-given': 1, 'closes-early': 1 };
  const feedback = aPrompt({ feedback: 1, evidenceNeeded: [] });
  expect(plan(feedback, { mistakes })).toMatchObject({
    mistakes: ['wrong-order'],
    thenCloses: true,
  });
  expect(plan(feedback, { mistakes }, { tries: 1 })).toMatchObject({
    mistakes: [],
    thenCloses: false,
  });
});

test('who judges agrees or rejects by the share of the script', () => {
  const judged = { ...aPrompt({ can: ['agree', 'reject'] }), wants: 'judge' as const };
  const second = aScript['second-person'];
  expect(plan(judged).act).toEqual({ action: 'agree' });
  expect(plan(judged, { 'second-person': { ...second, rejects: 1 } }).act).toEqual({
    action: 'reject',
    note: 'no',
  });
});

test('what the script has nobody do has no time', () => {
  expect(plan(aPrompt(), { ignored: [{ share: 1 }] }).at).toBeUndefined();
});
