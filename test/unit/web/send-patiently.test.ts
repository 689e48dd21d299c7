import { expect, test } from 'vitest';
import { comeAgain } from '../../../src/web/server/come-again.ts';
import { isCertainlyNotTaken, RequestFailure } from '../../../src/web/server/request-failure.ts';
import { sendPatiently } from '../../../src/web/server/send-patiently.ts';

const later = (seconds: number) => new RequestFailure('later', undefined, seconds);

/** Sends to a server that gives these answers one after the other. */
async function sending(...answers: readonly (RequestFailure | string)[]) {
  const waits: number[] = [];
  const slept: number[] = [];
  const left = [...answers];
  const send = async () => {
    const answer = left.shift();
    if (answer instanceof RequestFailure) throw answer;
    return answer;
  };
  const outcome = await sendPatiently(
    send,
    ({ retryAfterSeconds }) => waits.push(retryAfterSeconds),
    async (milliseconds) => void slept.push(milliseconds),
  ).catch((error: unknown) => error);
  return { outcome, waits, slept, left: left.length };
}

test('what a busy server sends away is sent again when it says, and each wait is told', async () => {
  expect(await sending(later(3), later(10), 'taken')).toEqual({
    outcome: 'taken',
    waits: [3, 10],
    slept: [3000, 10_000],
    left: 0,
  });
});

test('what is to wait for minutes is left to who sent it, under the same key', async () => {
  const { outcome, slept } = await sending(later(900), 'taken');
  expect(outcome).toMatchObject({ kind: 'later', retryAfterSeconds: 900 });
  expect(slept).toEqual([]);
  expect(isCertainlyNotTaken(outcome as RequestFailure)).toBe(false);
});

test('other failures are told at once', async () => {
  const { outcome, left } = await sending(new RequestFailure('broken'), 'taken');
  expect([outcome, left]).toMatchObject([{ kind: 'broken' }, 1]);
});

test.each([
  [429, '5', 5],
  [503, '0', 1],
  [503, null, undefined],
  [500, '5', undefined],
])('%i with Retry-After %s means to come again in %s s', (status, header, seconds) => {
  expect(comeAgain(status, header, undefined)?.retryAfterSeconds).toBe(seconds);
});
