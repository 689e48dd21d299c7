import { describe, expect, it } from 'vitest';
import { compileTree } from '../../../src/compile/compile-tree.ts';
import { canonicalJson } from '../../../src/model/canonical-json.ts';
import { sha256Hex } from '../../../src/machine/sha256-hex.ts';
import type { Release } from '../../../src/model/release.ts';
import { sampleTree, type Changes } from './sample-tree.ts';

function release(changes: Changes = {}): Release {
  const compiled = compileTree(sampleTree(changes));
  expect(compiled.problems).toEqual([]);
  return compiled.release!;
}

const theftFile = 'standards/01-theft/standard.yaml';
const theft = (changes: Changes = {}) => release(changes).procedures['theft']!;
const theftStep = (step: string, changes: Changes = {}) => theft(changes).steps[step]!;
const conditionOf = (step: string, changes: Changes = {}) => {
  const spec = theft(changes);
  return spec.conditions[spec.steps[step]!.when!];
};
const ofScene = { kind: 'compare', fact: 'handled-at', operator: 'in', value: ['scene'] };

describe('compiling a root in which nothing is wrong', () => {
  it('gives every standard and procedure and rule set by its id', () => {
    const { procedures, ruleSets } = release();
    expect(Object.keys(procedures)).toEqual(['theft', 'injury', 'unsorted', 'care']);
    expect(Object.keys(ruleSets)).toEqual(['sorting', 'urgency', 'grading']);
    expect(procedures['care']).toMatchObject({ kind: 'procedure', priority: 4, handledAt: [] });
  });

  it('names the rule sets that classify and move the priority, and what each standard is in force from', () => {
    expect(release()).toMatchObject({
      classification: 'sorting',
      priorityRules: 'urgency',
      unclassified: 'unsorted',
      effective: {
        theft: { from: '2026-01-01' },
        injury: { from: '2026-01-01', to: '2026-12-31' },
      },
      zones: ['town', 'land'],
      channels: ['110'],
    });
  });

  it('has a hash of its content that does not hang on the order of files or keys', () => {
    const { hash, ...content } = release();
    expect(hash).toBe(sha256Hex(canonicalJson(content)));
    const tree = sampleTree();
    const turned = {
      ...tree,
      standards: [...tree.standards].reverse(),
      parts: [...tree.parts].reverse(),
    };
    expect(compileTree(turned).release?.hash).toBe(hash);
    expect(release({ [theftFile]: { priority: 2 } }).hash).not.toBe(hash);
  });

  it('is plain JSON', () => {
    const compiled = release();
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  });

  it('says that the settings are missing, among what is wrong without them', () => {
    const words = 'standards/vocabulary/words.yaml';
    const { problems, release: none } = compileTree(sampleTree({ [words]: { settings: null } }));
    expect(problems[0]?.code).toBe('VOC021');
    expect(none).toBeUndefined();
  });
});

describe('the steps of a standard', () => {
  it('are those of its parts in their order, its own behind them', () => {
    expect(theft().order).toEqual([
      ...['dispatch', 'sign', 'arrive', 'entry', 'talk', 'first', 'second', 'third', 'close'],
      ...['look', 'doctor', 'watch'],
    ]);
    expect(theftStep('sign').part).toBe('scene');
    expect(theftStep('look').part).toBeUndefined();
  });

  it('of other ways of handling are left out where there is one way, and what waits for them does not', () => {
    const changes = {
      [theftFile]: { 'handled-at': 'desk', override: null, steps: { watch: null } },
      'standards/01-theft/scenarios/straight.yaml': {
        given: { report: { 'handled-at': 'desk' } },
        when: [],
        then: [{ at: '+0m', chosen: 'theft' }],
      },
    };
    expect(theft(changes).order).toEqual([
      'entry',
      'talk',
      'first',
      'second',
      'third',
      'close',
      'look',
      'doctor',
    ]);
    expect(theftStep('close').after).toEqual({
      kind: 'all',
      of: [
        { kind: 'step', step: 'third' },
        { kind: 'step', step: 'arrive' },
      ],
    });
    expect(theftStep('close', changes).after).toEqual({ kind: 'step', step: 'third' });
    expect(theftStep('entry', changes).when).toBeUndefined();
  });

  it('of one of several ways hang on the way, beside their own condition', () => {
    expect(conditionOf('sign')).toEqual(ofScene);
    expect(conditionOf('watch')).toEqual({
      kind: 'all',
      of: [ofScene, { kind: 'compare', fact: 'value', operator: 'at-least', value: 1000 }],
    });
    expect(theftStep('first').when).toBeUndefined();
  });

  it('share the number of an equal condition', () => {
    const { steps } = theft();
    expect(steps['sign']!.when).toBe(steps['arrive']!.when);
    expect(steps['sign']!.when).not.toBe(steps['entry']!.when);
  });

  it('reach the anchors and are the feedbacks, and one closes', () => {
    expect(theft()).toMatchObject({
      anchors: { accepted: ['sign', 'entry'], met: ['arrive', 'talk'] },
      feedbacks: ['first', 'second', 'third'],
      closing: 'close',
    });
  });

  it('are tightened by an override, and loosened with a reason', () => {
    expect(theftStep('sign').due?.limit).toEqual({ kind: 'exact', milliseconds: 30_000 });
    const because = { zh: '路远', en: 'far away' };
    const sign = { due: { within: '9m', after: 'dispatch', basis: 'assumed' }, because };
    const changes = { [theftFile]: { override: { sign } } };
    expect(theftStep('sign', changes).due?.limit).toEqual({ kind: 'exact', milliseconds: 540_000 });
    expect(theftStep('sign', changes).equipment).toEqual(['camera']);
  });

  it('have the ladder for steps that name none, and a second person with the due and ladder of the settings', () => {
    expect(theftStep('look')).toMatchObject({
      late: 'quick',
      confirm: {
        by: 'leader',
        late: 'quick',
        due: {
          anchor: { kind: 'proposed' },
          limit: { milliseconds: 3_600_000 },
          basis: ['assumed'],
        },
      },
    });
    expect(theftStep('doctor').approve?.due).toMatchObject({
      anchor: { kind: 'proposed' },
      limit: { milliseconds: 300_000 },
    });
  });

  it('keep what they ask, need, bind, start, decide, tell and extend', () => {
    expect(theftStep('look')).toMatchObject({
      asks: ['value', 'hurt'],
      mayAsk: ['name', 'right-type'],
      evidence: ['photo', 'statement'],
      decides: ['grading'],
      starts: [{ procedure: 'care', onePer: { fact: 'name' } }],
    });
    expect(theftStep('dispatch').binds).toEqual([
      { role: 'scene-officer', to: 'unit', fact: 'sent-unit' },
    ]);
    expect(theftStep('sign').binds).toEqual([{ role: 'scene-officer', to: 'doer' }]);
    expect(theftStep('third').tell).toMatchObject([{ who: 'caller' }, { who: 'leader' }]);
    const { conditions } = theft();
    expect(conditions[theftStep('third').tell[1]!.when!]).toMatchObject({
      operator: 'at-most',
      value: 2,
    });
    expect(theftStep('doctor').extend).toEqual({
      by: 'leader',
      to: { kind: 'exact', milliseconds: 3_600_000 },
      times: 1,
      basis: ['assumed'],
    });
  });

  it('repeat in spans until a step, an anchor or a condition', () => {
    expect(theftStep('watch').repeat).toEqual({
      every: [
        { limit: { kind: 'exact', milliseconds: 14_400_000 }, forMilliseconds: 86_400_000 },
        { limit: { kind: 'days', days: 1 } },
      ],
      until: { kind: 'step', step: 'close' },
    });
    const changes = { [theftFile]: { steps: { watch: { until: { hurt: 'no' } } } } };
    const { conditions, steps } = theft(changes);
    expect(conditions[steps['watch']!.repeat!.untilHolds!]).toMatchObject({
      fact: 'hurt',
      value: 'no',
    });
  });

  it('remind at half of the time and so long before', () => {
    expect(theftStep('arrive').remind).toEqual([
      { kind: 'half' },
      { kind: 'before', milliseconds: 120_000 },
    ]);
  });
});

describe('what goes with a compiled standard', () => {
  it('is as much as it uses: facts, roles behind roles and in ladders, bases, evidence, equipment', () => {
    const spec = theft();
    expect(Object.keys(spec.facts)).toEqual(
      [
        'channel',
        'colour',
        'handled-at',
        'hurt',
        'name',
        'priority',
        'result',
        'right-type',
        'sent-unit',
        'value',
        'zone',
      ].filter((fact) => fact !== 'channel'),
    );
    expect(Object.keys(spec.roles)).toEqual([
      'caller',
      'centre',
      'desk-officer',
      'handler',
      'leader',
      'operator',
      'scene-officer',
    ]);
    expect(Object.keys(spec.bases)).toEqual(['assumed', 'law-1', 'practice']);
    expect(spec.evidence).toMatchObject({ photo: { en: 'Photo' } });
    expect(spec.equipment).toEqual({ camera: { zh: '记录仪', en: 'Camera' } });
    expect(spec.ladders).toMatchObject({
      quick: { rungs: [{ afterMilliseconds: 0 }, { afterMilliseconds: 600_000 }] },
    });
    const { procedures } = release();
    expect(procedures['unsorted']!.evidence).toEqual({});
  });

  it('labels choices, and takes what rule sets decide for facts', () => {
    const { facts } = theft();
    expect(facts['hurt']?.answer).toMatchObject({
      choices: [{ label: { en: 'Yes' } }, { label: { en: 'No' } }],
    });
    expect(facts['zone']?.answer).toMatchObject({
      choices: [{ label: { en: 'Town' } }, { label: { en: 'Land' } }],
    });
    expect(facts['colour']).toMatchObject({ from: 'decision', answer: { kind: 'choice' } });
  });

  it('has the switches of its parts before its own', () => {
    const leave = {
      when: { stolen: 'no' },
      to: 'injury',
      direction: 'upward',
      approve: { by: 'leader' },
      because: { zh: '换', en: 'changed' },
      basis: 'assumed',
    };
    const part = {
      part: 'leaving',
      title: { zh: '换', en: 'Leaving' },
      steps: {},
      switch: { leave },
    };
    const { switches, conditions } = theft({
      'standards/parts/leaving.yaml': part,
      [theftFile]: { parts: ['scene', 'desk', 'feedbacks', 'close', 'leaving'] },
    });
    expect(switches.map(({ id }) => id)).toEqual(['leave', 'other']);
    expect(conditions[switches[0]!.when]).toMatchObject({ fact: 'stolen' });
  });

  it('has the additions and switches', () => {
    const { also, switches, conditions } = theft();
    expect(also).toMatchObject([{ procedure: 'injury', basis: ['assumed'] }]);
    expect(conditions[also[0]!.when]).toMatchObject({ kind: 'all' });
    expect(switches).toMatchObject([
      { id: 'other', to: { fact: 'right-type' }, direction: 'upward' },
    ]);
  });
});

describe('compiled rule sets', () => {
  it('score with their overrides first and cut-offs from the highest', () => {
    const { grading } = release().ruleSets;
    expect(grading?.rows.map(({ id, override, add }) => [id, override, add])).toEqual([
      ['hurt', true, undefined],
      ['value', false, 10],
    ]);
    expect(grading?.cutOffs).toEqual([
      { outcome: 'blue', from: 10 },
      { outcome: 'white', from: 0 },
    ]);
    expect(grading?.rows[0]?.basis).toEqual(['assumed']);
  });

  it('suggest `yes` where they do not say what', () => {
    expect(release().ruleSets['sorting']?.suggest).toEqual([
      { fact: 'stolen', words: ['偷', 'stolen'], as: 'yes' },
    ]);
  });
});
