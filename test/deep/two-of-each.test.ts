import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportRequest, requestOf, storyOf } from '../../bench/kills/story.mjs';
import { startApartDrill, type ApartDrill } from './apart-drill.ts';

// Takes 3 minutes.

const reports = 20;

let drill: ApartDrill;
beforeAll(async () => {
  drill = await startApartDrill({ withSecond: true });
});
afterAll(() => drill?.stop());

test('the same key sent to two APIs at once is one act with one receipt, with two workers at work', async () => {
  const { ledger, client, clientAt, system } = drill;
  const other = clientAt(system.secondAddress ?? '');
  interface Sent {
    readonly key: string;
    readonly path: string;
    readonly of?: string;
  }
  interface Answer {
    readonly status: number;
    readonly body: { readonly code?: string; readonly receipt?: object; readonly report: string };
  }
  /** Sends to both at once; what a procedure that is just being started does not know yet is sent again. */
  const both = async (request: Sent, move: object): Promise<readonly Answer[]> => {
    const { key, of, path } = request;
    ledger.note({ kind: 'sent', at: Date.now(), key, of, path, ...move });
    for (;;) {
      const answers = (await Promise.all(
        [client, other].map((each) => each.send(request, () => false)),
      )) as Answer[];
      if (answers.some(({ status }) => status === 404)) continue;
      for (const { status, body } of answers) {
        const { code, receipt, report } = body;
        ledger.note({ kind: 'answered', at: Date.now(), key, status, code, receipt, report });
      }
      return answers;
    }
  };
  const story = async (number: number): Promise<void> => {
    const key = `r${number}`;
    const [one, two] = await both(reportRequest(key), { way: 'both' });
    expect(one?.body.report).toBe(two?.body.report);
    const incident = `I${one?.body.report.slice(1)}`;
    for (const { name, isRefused = false, way: _, ...move } of storyOf('both', key)) {
      const answers = await both(requestOf(incident, { ...move, name }), { name, isRefused });
      expect(answers[0]?.status).toBe(answers[1]?.status);
      expect(answers[0]?.body.receipt).toEqual(answers[1]?.body.receipt);
      expect(answers[0]?.status === 200).toBe(!isRefused);
    }
  };
  const numbers = Array.from({ length: reports }, (_, number) => number + 1);
  await Promise.all(
    [0, 1, 2, 3].map(async (hand) => {
      for (const number of numbers) if (number % 4 === hand) await story(number);
    }),
  );
  expect(await drill.examine()).toEqual([]);
  expect(drill.broken).toEqual([]);
});
