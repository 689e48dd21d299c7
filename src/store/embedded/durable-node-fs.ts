import { fsync, fsyncSync } from 'node:fs';
import { promisify } from 'node:util';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { CommitSyncs } from './commit-syncs.ts';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];

interface Stream {
  readonly nfd: number;
  readonly path?: string;
}

interface StreamOperations {
  fsync?: (stream: Stream) => number;
  write: (stream: Stream, ...rest: unknown[]) => unknown;
  close: (stream: Stream) => unknown;
}

interface FileSystems {
  readonly NODEFS: { readonly stream_ops: StreamOperations };
}

/**
 * PGlite's file system with a real fsync. The one it comes with has none: PostgreSQL asks for its log to be on the
 * disk, is told that it is, and a power cut then takes acknowledged work along.
 */
export class DurableNodeFS extends NodeFS {
  readonly commits = new CommitSyncs({ syncNow: fsyncSync, sync: promisify(fsync) });

  override async init(
    pglite: PGlite,
    options: EmscriptenOptions,
  ): Promise<{ emscriptenOpts: EmscriptenOptions }> {
    const { emscriptenOpts } = await super.init(pglite, options);
    emscriptenOpts.preRun = [
      ...preRunOf(emscriptenOpts),
      (module: unknown) => addSyncs((module as FileSystems).NODEFS.stream_ops, this.commits),
    ];
    return { emscriptenOpts };
  }
}

function preRunOf({ preRun }: EmscriptenOptions) {
  if (preRun === undefined) return [];
  return Array.isArray(preRun) ? preRun : [preRun];
}

function addSyncs(operations: StreamOperations, commits: CommitSyncs): void {
  const { write, close } = operations;
  operations.fsync = ({ nfd }) => {
    commits.wanted(nfd);
    return 0;
  };
  operations.write = (stream, ...rest) => {
    if (isLog(stream)) return writeLog(() => write(stream, ...rest));
    commits.before();
    return write(stream, ...rest);
  };
  operations.close = (stream) => {
    if (isLog(stream)) commits.before();
    return close(stream);
  };
}

/** PostgreSQL cannot write its log. */
class LogUnwritable extends Error {
  readonly code: string;

  constructor(cause: unknown) {
    super('the database cannot write its log', { cause });
    this.code = fullNumbers.has((cause as { readonly errno?: number }).errno ?? 0)
      ? 'ENOSPC'
      : 'EIO';
  }
}

// EDQUOT, EFBIG and ENOSPC, as the file system of a WebAssembly program numbers them.
const fullNumbers = new Set([19, 22, 51]);

// Told of it, PostgreSQL panics or goes on with locks that nobody gives back: an exception leaves it at once instead.
function writeLog(write: () => unknown): unknown {
  try {
    return write();
  } catch (error) {
    throw new LogUnwritable(error);
  }
}

const isLog = ({ path }: Stream): boolean => path?.includes('/pg_wal/') === true;
