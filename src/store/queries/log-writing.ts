import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database.ts';
import type { LogAppending, LogBatch } from '../ports/log.ts';
import type { Until } from '../ports/until.ts';
import { appendEntries } from './append-entries.ts';
import { Gathering } from './gathering.ts';

const batchesMax = 32;

export type WriteLog = (batch: LogBatch, until?: Until) => Promise<LogAppending>;

/** Writes each batch in a transaction of its own, several at once: none waits for another incident's. */
export function writeApart(database: Database): WriteLog {
  return async (batch, until) => {
    const [appending] = await database.write((writing) => appendEntries(writing, [batch]), until);
    if (appending === undefined) throw new Error('a batch came to nothing');
    return appending;
  };
}

interface Waiting {
  readonly batch: LogBatch;
  readonly until: Until;
  readonly succeed: (appending: LogAppending) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Writes batches where one transaction is under way at a time. Those that come meanwhile are written together, with as
 * many statements as one alone takes. Where one of them fails, none has happened: each is written by itself.
 */
export function writeTogether(database: Database): WriteLog {
  let waiting: readonly Waiting[] = [];
  let isWriting = false;
  const gathering = new Gathering();

  const gather = async (): Promise<readonly Waiting[]> => {
    const wait = gathering.wait(performance.now());
    if (wait > 0) await sleep(wait);
    gathering.began(performance.now());
    return oneAnIncident(waiting).slice(0, batchesMax);
  };

  const write = async (batches: readonly Waiting[]): Promise<void> => {
    const wanted = batches.map(({ batch }) => batch);
    const appended = await database.write((writing) => appendEntries(writing, wanted), 'readable');
    for (const [index, appending] of appended.entries()) {
      const { until, succeed, fail } = batches[index]!;
      if (until === 'readable') succeed(appending);
      else void database.onDisk().then(() => succeed(appending), fail);
    }
  };

  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const together = await gather();
      waiting = waiting.filter((each) => !together.includes(each));
      await write(together).catch(async (error: unknown) => {
        if (together.length === 1) together[0]?.fail(error);
        else for (const each of together) await write([each]).catch(each.fail);
      });
    }
    isWriting = false;
  };

  return (batch, until = 'on-disk') =>
    new Promise((succeed, fail) => {
      gathering.asked(batch.incident, performance.now());
      waiting = [...waiting, { batch, until, succeed, fail }];
      if (!isWriting) void writeAll();
    });
}

// A second batch of the same incident goes on where the first ends, so it waits.
const oneAnIncident = (waiting: readonly Waiting[]): readonly Waiting[] =>
  waiting.filter(
    ({ batch }, index) =>
      waiting.findIndex((other) => other.batch.incident === batch.incident) === index,
  );
