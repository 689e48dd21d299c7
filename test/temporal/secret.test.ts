import type { Payload } from '@temporalio/common';
import protocol from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignReason } from '../../src/model/trust/foreign.ts';
import { payloadCodec, type CodecTrust } from '../../src/worker/codec/payload-codec.ts';
import { payloadConverter } from '../../src/worker/codec/payload-converter.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident, type Incident } from './incident.ts';
import { payloadsIn } from './opened-histories.ts';

const { History } = protocol.temporal.api.history.v1;

const name = '王小明';
const note = '家住三楼';

describe.each([
  ['where verdicts come along', true],
  ['where the workflow asks for them', false],
])('what a history holds, %s', (_where, foresees) => {
  let engine: Engine;
  let incident: Incident;
  beforeAll(async () => {
    engine = await startEngine([release]);
    const reportedAt = await engine.env.currentTimeMs();
    incident = await startIncident(engine, {
      release,
      procedure: 'facts',
      id: 'secret',
      reportedAt,
      foresees,
    });
    const look = {
      kind: 'do',
      step: 'look',
      facts: { injury: 'minor', name },
      evidence: [],
      note,
    } as const;
    // At the same time, so that one of them is refused inside the handler and stands in the history as a failure.
    await Promise.all([incident.act('officer', look), incident.act('officer', look)]);
  });
  afterAll(() => engine.stop());

  const history = () => engine.client.workflow.getHandle(incident.id).fetchHistory();

  it('cannot be read without the keys: neither facts nor notes, nor any word of the standard', async () => {
    const bytes = Buffer.from(History.encode(await history()).finish());
    for (const word of [name, note, 'injury', 'minor', '查看', 'step-not-open']) {
      expect(bytes.includes(word), word).toBe(false);
    }
    const payloads = payloadsIn(await history());
    expect(payloads.length).toBeGreaterThan(5);
    const plain = payloads.filter((payload) => encodingOf(payload) !== 'binary/jiechu-v2');
    // Temporal's own note of a local activity: which, and when.
    for (const { data } of plain) {
      expect(JSON.parse(Buffer.from(data ?? []).toString())).toMatchObject({
        activity_type: 'decide',
      });
    }
  });

  it('is read with them', async () => {
    const decoded = await opened({ ...engine.signing, codecKeys: engine.codecKeys });
    const text = decoded.map(({ data }) => Buffer.from(data ?? []).toString()).join('\n');
    for (const word of [name, note, 'injury', '查看']) expect(text, word).toContain(word);
  });

  it('is not read with other keys, nor as another workflow', async () => {
    const { codecKeys, signing } = engine;
    const other = { current: 'test', keys: { test: new Uint8Array(32) } };
    for (const read of [
      await opened({ ...signing, codecKeys: other }),
      await opened({ ...signing, codecKeys }, 'another'),
    ]) {
      const values = read.map((payload) => foreignReason(payloadConverter.fromPayload(payload)));
      expect(values.filter((reason) => reason === undefined)).toEqual([]);
    }
  });

  const opened = async (trust: CodecTrust, workflowId = incident.id): Promise<Payload[]> =>
    payloadCodec(trust).decode([...payloadsIn(await history())], {
      type: 'workflow',
      namespace: 'default',
      workflowId,
    });
});

const encodingOf = ({ metadata }: Payload): string =>
  Buffer.from(metadata?.['encoding'] ?? []).toString();
