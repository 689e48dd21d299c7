import type { Readable } from 'node:stream';

/** A folder of files, each once and under the SHA-256 of its bytes. */
export interface FileFolder {
  /**
   * Takes bytes in whole, on the disk when it answers, or not at all. `examine` looks at them before they get their
   * name, and may refuse them.
   */
  keep<Refusal = never>(
    bytes: AsyncIterable<Uint8Array>,
    bytesMax: number,
    examine?: Examine<Refusal>,
  ): Promise<Keeping<Refusal>>;
  /** True where so many more bytes would leave room for the database beside them. */
  hasRoomFor(bytes: number): Promise<boolean>;
  /** Deletes the bytes of a file; where there are none nothing happens. */
  erase(sha256: string): Promise<void>;
  /** The bytes of a file, with how many there are; nothing where the folder does not have it. */
  read(sha256: string): Promise<{ readonly size: number; readonly bytes: Readable } | undefined>;
}

/** Why a file is not kept, if it is not: by where its bytes lie meanwhile, and their hash. */
export type Examine<Refusal> = (file: {
  readonly path: string;
  readonly sha256: string;
}) => Promise<Refusal | undefined>;

export type Keeping<Refusal = never> =
  | { readonly kept: true; readonly sha256: string; readonly size: number }
  | { readonly kept: false; readonly why: 'empty' | 'too-large' | 'no-room' }
  | { readonly kept: false; readonly why: 'refused'; readonly refusal: Refusal };
