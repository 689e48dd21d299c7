import { constants, existsSync } from 'node:fs';
import { mkdir, open, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AnchorData, AnchorRecord } from '../../contract/anchor-contract.ts';
import { anchorStatement } from '../../contract/anchor-statement.ts';
import type { StatementSigner } from '../../model/statement-signer.ts';
import { lockFolder, type FolderLock } from '../embedded/folder-lock.ts';
import { Anchored, anchorHash } from './anchored.ts';

/** A file of anchors. One process at a time writes it; the others read on, and one of them takes over. */
export class AnchorFile {
  readonly path: string;
  readonly anchored = new Anchored();
  private writing: { readonly handle: FileHandle; readonly lock: FolderLock } | undefined;
  /** True where the file may end within a line: after a power cut, or a write that failed in its middle. */
  private torn = false;

  private constructor(path: string) {
    this.path = path;
  }

  /** Reads a file of anchors, which need not exist yet. Throws where it cannot be read. */
  static async read(path: string): Promise<AnchorFile> {
    const file = new AnchorFile(path);
    await file.catchUp();
    return file;
  }

  /** Reads what another process has added. */
  async catchUp(): Promise<void> {
    if (this.writing === undefined && existsSync(this.path)) await this.anchored.catchUp(this.path);
  }

  /**
   * True where this process may write. It takes the right where no other process has it.
   * Throws where the file cannot be written.
   */
  async mayWrite(): Promise<boolean> {
    if (this.writing !== undefined) return true;
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const lock = lockFolder(this.path);
    if ('code' in lock) return false;
    try {
      await this.catchUp();
      const { O_APPEND, O_CREAT, O_WRONLY } = constants;
      const handle = await open(this.path, O_APPEND | O_CREAT | O_WRONLY, 0o600);
      const { size } = await handle.stat();
      this.torn = size > this.anchored.end;
      this.writing = { handle, lock };
      return true;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Adds a record; it is on the disk when this settles. */
  async append(data: AnchorData, at: string, signer: StatementSigner): Promise<AnchorRecord> {
    if (this.writing === undefined) throw new Error('the anchors are not open for writing');
    const { handle } = this.writing;
    await this.assertSame(handle);
    const { last } = this.anchored;
    const linked = {
      seq: last.seq + 1,
      at,
      data,
      keyId: signer.keyId,
      previous: last.hash,
    };
    const hash = anchorHash(linked);
    const record = { ...linked, hash, signature: signer.sign(anchorStatement({ hash })) };
    // A torn line is ended first, so that each record stands in a line of its own.
    const line = `${this.torn ? '\n' : ''}${JSON.stringify(record)}\n`;
    this.torn = true;
    await handle.appendFile(line);
    await handle.sync();
    this.torn = false;
    const broken = this.anchored.take(record);
    if (broken !== undefined) throw new Error(`anchor record ${broken.seq} is ${broken.what}`);
    return record;
  }

  async close(): Promise<void> {
    const { writing } = this;
    this.writing = undefined;
    await writing?.handle.close();
    writing?.lock.release();
  }

  // A file that was deleted or replaced would take records that nobody finds again.
  private async assertSame(handle: FileHandle): Promise<void> {
    const [held, there] = [await handle.stat(), await stat(this.path)];
    if (held.ino !== there.ino || held.dev !== there.dev) {
      throw new Error(`${this.path} was replaced while it was open`);
    }
  }
}
