import { expect, test } from 'vitest';
import { createAdmission, type Entering } from '../../../src/api/limits/admission.ts';

const limits = {
  atOnce: 3,
  atOnceOfPerson: 2,
  waiting: 4,
  waitingOfPerson: 3,
  patienceMilliseconds: 60_000,
};

/** Sends so many requests of a person, and tells in which order they got their places. */
function sending(admission = createAdmission(limits)) {
  const inside: [string, Entering][] = [];
  const send = (person: string, count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const entering = await admission.enter(person);
        if (entering.entered) inside.push([person, entering]);
        return entering;
      }),
    );
  const leave = async () => {
    const [first] = inside.splice(0, 1);
    if (first?.[1].entered) first[1].leave();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { admission, inside, send, leave, who: () => inside.map(([person]) => person) };
}

test('who sends much at once waits for themselves, and others are not behind them', async () => {
  const { send, who, leave, admission } = sending();
  void send('flood', 5);
  await Promise.resolve();
  void send('calm', 1);
  await Promise.resolve();
  await Promise.resolve();
  expect(who()).toEqual(['flood', 'flood', 'calm']);
  expect(admission.waiting).toBe(3);
  void send('late', 1);
  await leave();
  await leave();
  // A turn for each, however many of the first still wait.
  expect(who().slice(-2).sort()).toEqual(['flood', 'late']);
});

test('what is too much is refused at once, of one person and of all', async () => {
  const { send, admission } = sending();
  void send('flood', 5);
  await Promise.resolve();
  expect(admission.fullFor('flood')).toBe('too-many-at-once');
  expect(await admission.enter('flood')).toEqual({ entered: false, why: 'too-many-at-once' });
  void send('other', 2);
  await Promise.resolve();
  expect(admission.fullFor('third')).toBe('busy');
  expect(await admission.enter('third')).toEqual({ entered: false, why: 'busy' });
});

test('who waits too long is sent away, and leaves no place taken', async () => {
  const impatient = createAdmission({ ...limits, atOnce: 1, patienceMilliseconds: 5 });
  const first = await impatient.enter('a');
  expect(await impatient.enter('b')).toEqual({ entered: false, why: 'busy' });
  expect(impatient.waiting).toBe(0);
  if (first.entered) {
    first.leave();
    first.leave();
  }
  expect((await impatient.enter('b')).entered).toBe(true);
  expect((await impatient.enter('b')).entered).toBe(false);
});
