import { parse } from 'yaml';
import type { Problem } from '../../../src/model/diagnostic.ts';
import type { SourceTree } from '../../../src/model/source-tree.ts';
import { sampleFiles } from './sample-files.ts';

/** Changes by file, merged into what is there: `null` removes a key, a new file is a whole one. */
export type Changes = Readonly<Record<string, unknown>>;

/** The sample root with some things changed. */
export function sampleTree(changes: Changes = {}): SourceTree {
  const files = Object.fromEntries(
    Object.entries(sampleFiles).map(([file, text]) => [file, parse(text) as unknown]),
  );
  const changed = merge(files, changes) as Readonly<Record<string, never>>;
  const sourced = (isKind: (file: string, source: object) => boolean) =>
    Object.entries(changed)
      .filter(([file, source]) => isKind(file, source))
      .map(([file, source]) => ({ file, source }));
  const has = (key: string) => (_file: string, source: object) => key in source;
  return {
    standards: sourced((_, source) => 'standard' in source || 'procedure' in source),
    parts: sourced(has('part')),
    vocabularies: sourced(has('vocabulary')),
    ruleSets: sourced(has('rules')),
    ladders: sourced(has('escalation')),
    cases: sourced(has('cases')),
    scenarios: sourced(has('scenario')).map((scenario) => ({ ...scenario, of: 'theft' })),
  };
}

/** A problem as one line: its code, its file and its path. */
export function lineOf({ code, file, path }: Problem): string {
  return `${code} ${file} ${path.join('.')}`.trim();
}

function merge(base: unknown, change: unknown): unknown {
  if (!isMap(base) || !isMap(change)) return change;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(base[key], value);
  }
  return merged;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
