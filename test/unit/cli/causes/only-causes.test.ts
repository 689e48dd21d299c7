import { afterAll, expect, it } from 'vitest';
import { openPolicyCopy } from '../mistakes/policy-copy.ts';
import type { Mistake } from '../mistakes/mistake.ts';

const policy = openPolicyCopy();
afterAll(() => policy.remove());

const replaced = (at: string, from: string | RegExp, to: string): Mistake => {
  const text = policy.read(at);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${at} has no ${String(from)}`);
  return { what: String(from), at, mayBeNone: false, text: changed };
};
const theft = 'standards/08-theft-general';
const facts = 'standards/vocabulary/facts.yaml';

/** A mistake, and the codes and places of all that is told of it. */
const table: readonly (readonly [string, Mistake, readonly string[]])[] = [
  [
    'a folder of a standard that was copied',
    { what: '', at: theft, mayBeNone: false, copy: `${theft}-2` },
    [`YML017 ${theft}-2/standard.yaml`],
  ],
  [
    'a folder of ladders that was copied',
    { what: '', at: 'rules/escalation', mayBeNone: false, copy: 'rules/escalation-2' },
    ['YML017 rules/escalation-2/unsigned.yaml'],
  ],
  [
    'a vocabulary file that was copied',
    { what: '', at: facts, mayBeNone: false, copy: 'standards/vocabulary/facts copy.yaml' },
    ['YML017 standards/vocabulary/facts copy.yaml'],
  ],
  [
    'a standard that is called otherwise',
    { what: '', at: `${theft}/standard.yaml`, mayBeNone: false, rename: `${theft}/theft.yaml` },
    [`YML019 ${theft}/theft.yaml`],
  ],
  [
    'a vocabulary file without its ending',
    { what: '', at: facts, mayBeNone: false, rename: 'standards/vocabulary/facts' },
    ['YML019 standards/vocabulary/facts'],
  ],
  [
    'a folder of parts that is called otherwise',
    { what: '', at: 'standards/parts', mayBeNone: false, rename: 'standards/parts-old' },
    ['YML018 standards/parts-old'],
  ],
  [
    'a standard that is gone',
    { what: '', at: `${theft}/standard.yaml`, mayBeNone: false, remove: true },
    [`YML009 ${theft}`],
  ],
  [
    'a part that is gone',
    { what: '', at: 'standards/parts/criminal-filing.yaml', mayBeNone: false, remove: true },
    [`STD003 ${theft}/standard.yaml`],
  ],
  [
    'a vocabulary file that is gone',
    { what: '', at: 'standards/vocabulary/roles.yaml', mayBeNone: false, remove: true },
    ['VOC043 rules/escalation/dispatch-late.yaml'],
  ],
  [
    'an id that is misspelt where it is defined',
    replaced('standards/vocabulary/evidence.yaml', 'body-camera-clip:', 'bdy-camera-clip:'),
    ['VOC042 standards/vocabulary/evidence.yaml'],
  ],
  [
    'a fact that no step asks any more',
    replaced('standards/parts/case-track.yaml', 'asks: [case-track]', 'may-ask: [priority]'),
    ['STD023 standards/parts/admin-filing.yaml'],
  ],
];

it.each(table)('%s is told once, and nothing that follows from it', async (_, mistake, told) => {
  const found = (await policy.checkWith(mistake)).filter(({ severity }) => severity === 'error');
  expect(found.map(({ code, file }) => `${code} ${file}`)).toEqual(told);
});

it('hides no mistake of another kind behind a part that is gone', async () => {
  const other = policy.read('standards/37-lost-found-property/standard.yaml');
  const found = await policy.checkWith({
    ...{ what: '', at: 'standards/37-lost-found-property/standard.yaml', mayBeNone: false },
    text: other
      .replace('parts: [receive,', 'parts: [receive, no-such-part,')
      .replace('by: handling-officer', 'by: handling-oficer'),
  });
  expect(found.map(({ code }) => code).sort()).toEqual(['STD003', 'VOC001']);
});
