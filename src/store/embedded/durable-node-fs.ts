import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];
interface FileSystems {
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number };
  };
}

/**
 * PGlite's file system with a real fsync. The one it comes with has none: PostgreSQL asks for its log to be on the
 * disk, is told that it is, and a power cut then takes acknowledged work along.
 */
export class DurableNodeFS extends NodeFS {
  override async init(
    pglite: PGlite,
    options: EmscriptenOptions,
  ): Promise<{ emscriptenOpts: EmscriptenOptions }> {
    const { emscriptenOpts } = await super.init(pglite, options);
    emscriptenOpts.preRun = [...preRunOf(emscriptenOpts), addFsync];
    return { emscriptenOpts };
  }
}

function preRunOf({ preRun }: EmscriptenOptions) {
  if (preRun === undefined) return [];
  return Array.isArray(preRun) ? preRun : [preRun];
}

function addFsync(module: unknown): void {
  (module as FileSystems).NODEFS.stream_ops.fsync = ({ nfd }) => {
    fsyncSync(nfd);
    return 0;
  };
}
