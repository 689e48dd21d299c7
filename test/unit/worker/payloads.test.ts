import { createHash, randomBytes } from 'node:crypto';
import type { Payload } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import { frozen } from '../../../src/model/frozen.ts';
import { contentHashOf } from '../../../src/model/trust/content-hash.ts';
import { foreignReason } from '../../../src/model/trust/foreign.ts';
import { signerOf } from '../../../src/model/trust/said.ts';
import { payloadCodec } from '../../../src/worker/codec/payload-codec.ts';
import { payloadConverter } from '../../../src/worker/codec/payload-converter.ts';
import { signedPayload } from '../../../src/worker/codec/signed-payload.ts';
import { signedText } from '../../../src/worker/keys/signed-text.ts';
import { newSigner, newSigning } from '../../temporal/signing.ts';

const specs = () => [{ steps: Array.from({ length: 2000 }, (_, step) => ({ step, zh: '出警' })) }];

const codecKeys = { current: 'k', keys: { k: new Uint8Array(randomBytes(32)) } };
const { api, trusted } = newSigning();
const codec = payloadCodec({ codecKeys, trusted });
const here = { type: 'workflow', namespace: 'default', workflowId: 'here' } as const;

/** The value that is read of a payload that was sealed and opened. */
const through = async <T>(payload: Payload): Promise<T> => {
  const [opened] = await codec.decode(await codec.encode([payload], here), here);
  return payloadConverter.fromPayload<T>(opened!);
};

describe('a value as a payload', () => {
  it('is written once where it is frozen, and anew where it may change', () => {
    const fixed = frozen({ a: [1] });
    expect(payloadConverter.toPayload(fixed)).toBe(payloadConverter.toPayload(fixed));
    const free = { a: [1] };
    const before = payloadConverter.toPayload(free);
    free.a.push(2);
    expect(payloadConverter.fromPayload(payloadConverter.toPayload(free)!)).toEqual({ a: [1, 2] });
    expect(payloadConverter.fromPayload(before!)).toEqual({ a: [1] });
  });

  it('is shared by all who read it where it was frozen, so that none can change it', async () => {
    const payload = payloadConverter.toPayload(frozen(specs()))!;
    const read = await through<ReturnType<typeof specs>>(payload);
    expect(read).toEqual(specs());
    expect(await through(payloadConverter.toPayload(frozen(specs()))!)).toBe(read);
    expect(() => read[0]!.steps.push({ step: 0, zh: '' })).toThrow();
    expect(() => Object.assign(read[0]!.steps[0]!, { zh: '' })).toThrow();
  });

  it('is named by the hash of its JSON where it was frozen, and by nothing that it says itself', async () => {
    const payload = payloadConverter.toPayload(frozen(specs()))!;
    const hash = createHash('sha256').update(JSON.stringify(specs())).digest('hex');
    expect(contentHashOf(await through(payload))).toBe(hash);
    const claiming = { ...payload.metadata, 'content-hash': Buffer.from('another') };
    expect(contentHashOf(await through({ ...payload, metadata: claiming }))).toBe(hash);
    const { frozen: _frozen, ...free } = claiming as Record<string, Uint8Array>;
    expect(contentHashOf(await through({ ...payload, metadata: free }))).toBeUndefined();
  });

  it('is not shared where it is anything else: who reads it may do with it what they want', () => {
    for (const value of [{ a: [1] }, { a: [1], state: frozen(specs()) }]) {
      const payload = payloadConverter.toPayload(value)!;
      payloadConverter.fromPayload<{ a: number[] }>(payload).a.push(2);
      expect(payloadConverter.fromPayload(payload)).toEqual(value);
    }
  });

  it('is sealed differently each time and read again, also where it was compressed once', async () => {
    for (const value of [frozen(specs()), frozen({ a: 1 }), { a: 1 }]) {
      const payload = payloadConverter.toPayload(value)!;
      const [first, second] = [
        await codec.encode([payload], here),
        await codec.encode([payload], here),
      ];
      expect(first[0]!.data).not.toEqual(second[0]!.data);
      for (const sealed of [first, second]) {
        const [opened] = await codec.decode(sealed, here);
        expect(payloadConverter.fromPayload(opened!)).toEqual(value);
      }
    }
  });
});

describe('the key of a workflow', () => {
  const there = { ...here, workflowId: 'there' };
  const seal = async (context: typeof here | typeof there, by = codec): Promise<Payload> =>
    (await by.encode([payloadConverter.toPayload({ a: 1 })!], context))[0]!;
  const keyOf = ({ metadata }: Payload) => Buffer.from(metadata!['data-key']!).toString('hex');
  const reads = async (payload: Payload, context: typeof here | typeof there, by = codec) => {
    const [opened] = await by.decode([payload], context);
    return foreignReason(payloadConverter.fromPayload(opened!)) === undefined;
  };

  it('is its own, and opens nothing of another', async () => {
    const [mine, theirs] = [await seal(here), await seal(there)];
    expect(keyOf(mine)).not.toBe(keyOf(theirs));
    const swapped = {
      ...mine,
      metadata: { ...mine.metadata!, 'data-key': theirs.metadata!['data-key']! },
    };
    expect([await reads(mine, here), await reads(swapped, here)]).toEqual([true, false]);
    expect(await reads(swapped, there)).toBe(false);
  });

  it('is taken over by who opens it, and replaced once another codec key wraps', async () => {
    const worker = payloadCodec({ codecKeys, trusted });
    const sealed = await seal(here);
    expect(await reads(sealed, here, worker)).toBe(true);
    expect(keyOf(await seal(here, worker))).toBe(keyOf(sealed));
    const next = { ...codecKeys.keys, next: new Uint8Array(randomBytes(32)) };
    const rotated = payloadCodec({ codecKeys: { current: 'next', keys: next }, trusted });
    expect(await reads(sealed, here, rotated)).toBe(true);
    const later = await seal(here, rotated);
    expect(keyOf(later)).not.toBe(keyOf(sealed));
    expect(await reads(later, here, codec)).toBe(false);
  });
});

describe('a signed text as a payload', () => {
  const claims = { workflow: 'here', name: 'act', update: 'u', at: 1 };
  const signed = (signer = api) => signedText(signer, claims, { kind: 'close' });
  const payloadOf = (text: ReturnType<typeof signed>): Payload => signedPayload(text).payload;

  it('is read as it was said, with who said it', async () => {
    const said = await through(payloadOf(signed()));
    expect(said).toEqual({ ...claims, content: { kind: 'close' } });
    expect(signerOf(said)).toBe('api/test');
  });

  it("is nobody's where the key is not trusted, the text another, or the verdict brought along", async () => {
    const text = signed();
    const changed = { ...text, text: text.text.replace('close', 'clos3') };
    const named = { ...text, signer: 'worker/test' };
    for (const each of [signed(newSigner('api')), changed, named]) {
      const said = await through(payloadOf(each));
      expect(said).toMatchObject({ name: 'act' });
      expect(signerOf(said)).toBeUndefined();
    }
    const claiming = { 'signed-by': Buffer.from('api/test'), encoding: Buffer.from('json/plain') };
    const data = Buffer.from(text.text);
    expect(signerOf(await through({ metadata: claiming, data }))).toBeUndefined();
  });
});

describe('what a stranger put in the place of a payload', () => {
  const sealed = async (): Promise<Payload> =>
    (await codec.encode([payloadConverter.toPayload({ a: 1 })!], here))[0]!;
  const read = async (payload: Payload, context = here as Parameters<typeof codec.decode>[1]) => {
    const [opened] = await codec.decode([payload], context);
    return foreignReason(payloadConverter.fromPayload(opened!));
  };
  const other = { ...here, workflowId: 'there' };

  it('is read as foreign, and never throws', async () => {
    const good = await sealed();
    expect(await read(good)).toBeUndefined();
    const { metadata, data } = good as Required<Payload>;
    const json = { encoding: Buffer.from('json/plain') };
    const huge = Buffer.alloc(4_000_000, '[');
    for (const plain of [
      {},
      { metadata: null, data: null },
      { metadata: {}, data: Buffer.from('{}') },
      { metadata: json, data: Buffer.from('{"a":') },
      { metadata: json, data: huge },
      { metadata: { encoding: Buffer.from('binary/null') } },
      { metadata: { ...json, foreign: Buffer.from('') }, data: Buffer.from('1') },
    ]) {
      expect(await read(plain)).toBe('plain');
    }
    for (const key of ['x', '', '__proto__', 'constructor']) {
      expect(await read({ metadata: { ...metadata, key: Buffer.from(key) }, data })).toBe(
        'unknown-key',
      );
    }
    for (let at = 0; at < data!.length; at += 1) {
      const flipped = Buffer.from(data!);
      flipped[at]! ^= 1;
      expect(await read({ metadata, data: flipped })).toBe('damaged');
      expect(await read({ metadata, data: data!.subarray(0, at) })).toBe('damaged');
    }
    expect(await read({ metadata })).toBe('damaged');
    expect(await read({ metadata, data: huge })).toBe('damaged');
    expect(await read(good, other)).toBe('damaged');
    const nobody = { type: 'activity', namespace: 'default', isLocal: false } as const;
    expect(await read(good, nobody)).toBe('damaged');
    const local = { ...here, type: 'activity', isLocal: true } as const;
    expect(await read(good, local)).toBeUndefined();
  });

  it('is read as foreign also where it does not say how it is written', async () => {
    for (const payload of [{}, { metadata: { encoding: Buffer.from('x') }, data: Buffer.of() }]) {
      expect(await through(payload).then(foreignReason)).toBe('damaged');
    }
  });
});
