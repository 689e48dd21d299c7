import { beforeAll, expect, test } from 'vitest';
import type { ErasureView } from '../../src/contract/erasure-contract.ts';
import { verifyDossier } from './dossier.ts';
import { begin, bureau, follow, theft, theftAccepted, type Bureau } from './stories.ts';
import { saysOnly } from './says-only.ts';
import { runProgram, startSystem, type System } from './system.ts';

// A person who was heard asks that what was kept of him goes. Two leaders do it from a terminal.
let system: System;
let people: Bureau;
let incident: string;
beforeAll(async () => {
  system = await startSystem();
  people = await bureau(system);
  incident = await begin(people.operator, theft);
  await follow(people, incident, theftAccepted);
}, 180_000);

const erase = (name: string, ...args: readonly string[]) =>
  runProgram(['erase', ...args, '--name', name, '--url', system.address(), '--lang', 'en'], {
    JIECHU_PASSWORD: system.password(),
  });

test('nothing is asked for without a reason, by an officer, or of an incident that is none', async () => {
  expect(await erase('gao-shouzheng', '--incident', incident)).toEqual(saysOnly(/--reason/));
  const reason = ['--reason', '当事人依法申请'];
  const unclear = [
    reason,
    ['--fact', 'caller', ...reason],
    ['--incident', incident, '--person', '贾思远', ...reason],
  ];
  for (const asked of unclear)
    expect(await erase('gao-shouzheng', ...asked)).toEqual(saysOnly(/--person/));
  expect(await erase('cao-anran', '--incident', incident, ...reason)).toEqual(
    saysOnly(/not taken: you may not do this/),
  );
  expect(await erase('gao-shouzheng', '--incident', 'I0', ...reason)).toEqual(
    saysOnly(/not taken: there is no such incident/),
  );
  expect(await erase('gao-shouzheng', '--person', '贾思远', ...reason)).toEqual(
    saysOnly(/not taken: you may not do this/),
  );
  const listed = await erase('gao-shouzheng');
  expect([listed.code, listed.out]).toEqual([0, 'nothing was asked to be erased\n']);
});

test(
  'one leader asks, cannot agree alone, and another agrees: the values go and the record still holds',
  { retry: 0 },
  async () => {
    const words = ['贾思远', '13000000000', '手机被偷', 'incident-form.bin'];
    const held = async (): Promise<readonly string[]> => {
      const { dossier } = await verifyDossier(people.leader, incident, system.publicKeys);
      const all = JSON.stringify([dossier, await people.leader.incident(incident)]);
      return words.filter((word) => all.includes(word));
    };
    expect(await held()).toEqual(words);
    const asked = await erase(
      'gao-shouzheng',
      ...['--incident', incident, '--reason', '当事人依法申请', '--json'],
    );
    expect([asked.code, asked.err]).toEqual([0, '']);
    const { id } = JSON.parse(asked.out) as ErasureView;
    expect(await erase('gao-shouzheng', '--agree', id)).toEqual(
      saysOnly(/not taken: you asked for it yourself/),
    );
    expect(await erase('meng-jiqing', '--agree', id, '--reason', 'again')).toEqual(
      saysOnly(/--agree stands alone/),
    );
    const agreed = await erase('meng-jiqing', '--agree', id);
    expect([agreed.code, agreed.out]).toEqual([
      0,
      expect.stringMatching(/erased: in \d+ incidents \d+ values, 1 reports/u),
    ]);
    expect(await held()).toEqual([]);
    const { verified } = await verifyDossier(people.leader, incident, system.publicKeys);
    expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/intact/u)]);
  },
);

test('it goes on to be handled', async () => {
  await follow(people, incident, [
    ['operator', 'call-recording', { evidence: [{ kind: 'call-recording', reference: 'c.wav' }] }],
    ['officer', 'arrive'],
  ]);
});
