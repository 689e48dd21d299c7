import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { RecentlyUsed } from '../../model/recently-used.ts';
import type { CodecKeys } from './codec-keys.ts';

/** A key that seals the payloads of one workflow, and how it travels with them: wrapped by a codec key. */
export interface DataKey {
  readonly key: Uint8Array;
  /** The codec key that wraps it. */
  readonly by: string;
  readonly wrapped: Uint8Array;
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
// Of all incidents that are open at a time; others are unwrapped again.
const keptMax = 10_000;

/**
 * The data keys of workflows. Each workflow has its own: what opens one incident opens no other, and no key seals so much
 * that its random nonces could meet. A wrapped key is bound to its workflow.
 */
export class DataKeys {
  readonly #codecKeys: CodecKeys;
  readonly #sealing = new RecentlyUsed<string, DataKey>(keptMax);
  readonly #opened = new RecentlyUsed<string, Uint8Array>(keptMax);

  constructor(codecKeys: CodecKeys) {
    if (codecKeys.keys[codecKeys.current] === undefined) {
      throw new Error(`the payload codec has no key "${codecKeys.current}"`);
    }
    this.#codecKeys = codecKeys;
  }

  /** The key that seals a workflow's payloads here: the one that was met in it, else a new one. */
  toSeal(owner: string): DataKey {
    const known = this.#sealing.get(owner);
    if (known !== undefined) return known;
    const { current: by } = this.#codecKeys;
    const key = randomBytes(keyBytes);
    const made = { key, by, wrapped: wrap(key, { by, owner, wrapping: this.#codecKey(by) }) };
    this.#sealing.set(owner, made);
    return made;
  }

  /** Unwraps the key of a payload; throws where it is not of this workflow, or was changed. */
  toOpen(owner: string, { by, wrapped }: Pick<DataKey, 'by' | 'wrapped'>): Uint8Array {
    const name = `${by}\n${Buffer.from(wrapped).toString('latin1')}\n${owner}`;
    const known = this.#opened.get(name);
    if (known !== undefined) return known;
    const key = unwrap(wrapped, { by, owner, wrapping: this.#codecKey(by) });
    this.#opened.set(name, key);
    // One that an old codec key wraps seals nothing new.
    if (by === this.#codecKeys.current && this.#sealing.get(owner) === undefined) {
      this.#sealing.set(owner, { key, by, wrapped });
    }
    return key;
  }

  /** True where there is such a codec key. */
  has(by: string): boolean {
    return Object.hasOwn(this.#codecKeys.keys, by);
  }

  #codecKey(by: string): Uint8Array {
    const key = this.has(by) ? this.#codecKeys.keys[by] : undefined;
    if (key === undefined) throw new Error(`there is no codec key ${by}`);
    return key;
  }
}

interface Wrapping {
  readonly by: string;
  readonly owner: string;
  readonly wrapping: Uint8Array;
}

const bound = ({ by, owner }: Wrapping): Buffer => Buffer.from(`data-key\n${by}\n${owner}`);

const wrap = (key: Uint8Array, wrapping: Wrapping): Uint8Array => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', wrapping.wrapping, nonce).setAAD(bound(wrapping));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
};

const unwrap = (wrapped: Uint8Array, wrapping: Wrapping): Uint8Array => {
  const nonce = wrapped.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', wrapping.wrapping, nonce, {
    authTagLength: tagBytes,
  });
  decipher.setAAD(bound(wrapping));
  decipher.setAuthTag(wrapped.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([
    decipher.update(wrapped.subarray(nonceBytes + tagBytes)),
    decipher.final(),
  ]);
};
