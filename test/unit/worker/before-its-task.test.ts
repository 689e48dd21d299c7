import type { ActivateInput } from '@temporalio/workflow';
import { expect, test } from 'vitest';
import { interceptors } from '../../../workflows/before-its-task.ts';

interface Task {
  readonly at: number;
  readonly size: number;
  readonly isReplaying?: boolean;
}

/** Hands activations to one workflow, as the SDK does; true where one was let through. */
const workflow = () => {
  const [guard] = interceptors().internals ?? [];
  return ({ at, size, isReplaying = false }: Task, job: object): boolean => {
    let isThrough = false;
    const input: unknown = {
      activation: {
        isReplaying,
        timestamp: { seconds: at, nanos: 0 },
        historySizeBytes: size,
        jobs: [job],
      },
      batchIndex: 0,
    };
    try {
      guard?.activate?.(input as ActivateInput, () => void (isThrough = true));
    } catch {
      return false;
    }
    guard?.concludeActivation?.({ commands: [] }, (concluding) => concluding);
    return isThrough;
  };
};

const task = { at: 1, size: 100 };
const act = { doUpdate: {} };
const timer = { fireTimer: {} };

test('a timer or an act at the time of a task that was worked off is refused', () => {
  for (const job of [timer, act, { resolveActivity: { isLocal: false } }]) {
    const activate = workflow();
    expect(activate(task, act)).toBe(true);
    expect(activate(task, job)).toBe(false);
  }
});

test('what comes within a task passes, and so does a question', () => {
  const activate = workflow();
  expect(activate(task, timer)).toBe(true);
  expect(activate(task, { resolveActivity: { isLocal: true } })).toBe(true);
  expect(activate(task, { queryWorkflow: {} })).toBe(true);
});

test('a task passes also where the server has set its clock back, and so does a replay', () => {
  const activate = workflow();
  expect(activate(task, act)).toBe(true);
  expect(activate({ ...task, size: 200 }, timer)).toBe(true);
  expect(activate({ ...task, size: 200, isReplaying: true }, act)).toBe(true);
});
