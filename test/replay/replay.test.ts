import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import protocol from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { dataConverter } from '../../src/worker/codec/data-converter.ts';
import { builtFile } from '../../src/worker/server/built-file.ts';
import { replayKeys, replaySigning } from './replay-key.ts';

const { History } = protocol.temporal.api.history.v1;
const folder = join(import.meta.dirname, 'histories');

interface Recorded {
  readonly workflowId: string;
  readonly history: Record<string, unknown>;
}

const read = (file: string): Recorded =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recorded;

/** Replays histories by the present bundle, and gives what went wrong, by workflow. */
const replay = async (files: Readonly<Record<string, Recorded>>): Promise<readonly string[]> => {
  const wrong: string[] = [];
  // A sealed payload is bound to its workflow.
  const histories = Object.values(files).map(({ workflowId, history }) => ({
    workflowId,
    history: History.fromObject(history),
  }));
  const results = Worker.runReplayHistories(
    {
      workflowBundle: { codePath: builtFile('workflow-bundle.js') },
      dataConverter: dataConverter({ codecKeys: replayKeys, trusted: replaySigning.trusted }),
    },
    histories,
  );
  for await (const { workflowId, error } of results) {
    if (error !== undefined) wrong.push(`${workflowId}: ${error.message}`);
  }
  return wrong;
};

describe('the histories of every version that was released', () => {
  const versions = readdirSync(folder);

  it.each(versions)('%s are replayed by the workflow as it is now', async (version) => {
    const files = readdirSync(join(folder, version)).map((file) => `${version}/${file}`);
    expect(files.length).toBeGreaterThan(20);
    expect(await replay(Object.fromEntries(files.map((file) => [file, read(file)])))).toEqual([]);
  });

  it('would not be, if the workflow did something else', async () => {
    const [version = ''] = versions;
    const file = `${version}/messages.json`;
    const changed = JSON.parse(
      JSON.stringify(read(file)).replaceAll('"storeEntries"', '"somethingElse"'),
    ) as Recorded;
    expect(await replay({ [file]: changed })).toEqual([expect.stringContaining('messages')]);
  });
});
