import type { DocumentPath } from '../model/diagnostic.ts';

/** A JSON pointer of ajv as a path: list indexes become numbers. */
export function errorPath(pointer: string, data: unknown): DocumentPath {
  const path: (string | number)[] = [];
  let inner = data;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(inner) ? Number(key) : key);
    inner = (inner as Record<string, unknown> | undefined)?.[key];
  }
  return path;
}
