import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FileView } from '../../../src/contract/file-contract.ts';
import type { ProblemDetails } from '../../../src/contract/problem-contract.ts';
import { createUploads } from '../../../src/web/file/uploads.ts';
import { RequestFailure } from '../../../src/web/server/request-failure.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const kept: FileView = { sha256: 'a'.repeat(64), size: 3, type: 'text/plain' };
const given = { incident: 'I 1', file: new File(['abc'], 'a.txt'), bytesMax: 10 };

const remembered = new Map<string, unknown>();
const place = {
  get: (name: string) => remembered.get(name),
  set: (name: string, value: unknown) => void remembered.set(name, value),
  drop: (name: string) => void remembered.delete(name),
};

/** Files whose sending ends as told, one answer a try. */
function sending(...answers: readonly (FileView | RequestFailure)[]) {
  const paths: string[] = [];
  const uploads = createUploads(async ({ path, progress }) => {
    progress(0.5);
    const answer = answers[paths.push(path) - 1];
    if (answer === undefined) return new Promise(() => undefined);
    if (answer instanceof RequestFailure) throw answer;
    return answer;
  }, place);
  const standing = (id: string) => uploads.get(id)?.standing;
  return { uploads, paths, standing };
}
const settled = () => vi.advanceTimersByTimeAsync(0);

test('what the network loses is sent again by itself, later each time, and at once when it is back', async () => {
  const away = new RequestFailure('unreachable');
  const { uploads, paths, standing } = sending(away, away, new RequestFailure('broken'), kept);
  const id = uploads.add(given);
  expect(standing(id)).toEqual({ kind: 'sending', sent: 0.5 });
  await settled();
  expect(standing(id)).toEqual({ kind: 'waiting' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(paths).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(3_900);
  expect(paths).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(100);
  expect(paths).toHaveLength(3);
  uploads.wake();
  await settled();
  expect(standing(id)).toEqual({ kind: 'kept', file: kept });
  expect(paths).toEqual(Array(4).fill('/api/incidents/I%201/files'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(paths).toHaveLength(4);
});

test('another try shows once something of it has gone, and is not joined by one more', async () => {
  const goes: ((sent: number) => void)[] = [];
  const uploads = createUploads(async ({ progress }) => {
    if (goes.push(progress) === 1) throw new RequestFailure('unreachable');
    return new Promise(() => undefined);
  }, place);
  const id = uploads.add(given);
  await settled();
  await vi.advanceTimersByTimeAsync(2_000);
  uploads.wake();
  expect(goes).toHaveLength(2);
  expect(uploads.get(id)?.standing).toEqual({ kind: 'waiting' });
  goes[1]?.(0.25);
  expect(uploads.get(id)?.standing).toEqual({ kind: 'sending', sent: 0.25 });
});

test('what is refused is not sent again', async () => {
  const problem = { code: 'files-full' } as ProblemDetails;
  const refusal = new RequestFailure('refused', problem);
  const { uploads, paths, standing } = sending(refusal);
  const id = uploads.add(given);
  await settled();
  expect(standing(id)).toEqual({ kind: 'refused', why: refusal });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(paths).toHaveLength(1);
});

test('an empty file and one that is too large are not sent at all', () => {
  const { uploads, paths, standing } = sending();
  const empty = uploads.add({ ...given, file: new File([], 'empty') });
  const large = uploads.add({ ...given, bytesMax: 2 });
  expect([standing(empty), standing(large)]).toEqual([
    { kind: 'refused', why: 'empty' },
    { kind: 'refused', why: 'too-large' },
  ]);
  expect(paths).toEqual([]);
});

test('what was removed is gone, and not tried again', async () => {
  const { uploads, paths, standing } = sending(new RequestFailure('unreachable'), kept);
  const id = uploads.add(given);
  await settled();
  uploads.drop(id);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([standing(id), paths.length]).toEqual([undefined, 1]);
});

test('what the server has is remembered where the page is loaded anew, until it is removed', async () => {
  const { uploads } = sending(kept);
  const id = uploads.add(given);
  await settled();
  const anew = sending();
  expect(anew.standing(id)).toEqual({ kind: 'kept', file: kept });
  anew.uploads.drop(id);
  expect(sending().standing(id)).toBeUndefined();
});
