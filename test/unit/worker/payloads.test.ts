import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { frozen } from '../../../src/model/frozen.ts';
import { payloadCodec } from '../../../src/worker/codec/payload-codec.ts';
import { payloadConverter } from '../../../src/worker/codec/payload-converter.ts';

const specs = () => [{ steps: Array.from({ length: 2000 }, (_, step) => ({ step, zh: '出警' })) }];

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

  it('is shared by all who read it where it was frozen, so that none can change it', () => {
    const payload = payloadConverter.toPayload(frozen(specs()))!;
    const read = payloadConverter.fromPayload<ReturnType<typeof specs>>(payload);
    expect(read).toEqual(specs());
    expect(payloadConverter.fromPayload(payloadConverter.toPayload(frozen(specs()))!)).toBe(read);
    expect(() => read[0]!.steps.push({ step: 0, zh: '' })).toThrow();
    expect(() => Object.assign(read[0]!.steps[0]!, { zh: '' })).toThrow();
  });

  it('is not shared where it is anything else: who reads it may do with it what they want', () => {
    for (const value of [{ a: [1] }, { a: [1], state: frozen(specs()) }]) {
      const payload = payloadConverter.toPayload(value)!;
      payloadConverter.fromPayload<{ a: number[] }>(payload).a.push(2);
      expect(payloadConverter.fromPayload(payload)).toEqual(value);
    }
  });

  it('is sealed differently each time and read again, also where it was compressed once', async () => {
    const codec = payloadCodec({ current: 'k', keys: { k: new Uint8Array(randomBytes(32)) } });
    for (const value of [frozen(specs()), frozen({ a: 1 }), { a: 1 }]) {
      const payload = payloadConverter.toPayload(value)!;
      const [first, second] = [await codec.encode([payload]), await codec.encode([payload])];
      expect(first[0]!.data).not.toEqual(second[0]!.data);
      for (const sealed of [first, second]) {
        const [opened] = await codec.decode(sealed);
        expect(payloadConverter.fromPayload(opened!)).toEqual(value);
      }
    }
  });
});
