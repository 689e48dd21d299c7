import type { Text } from '../../model/text.ts';
import { WrongUse } from '../wrong-use.ts';

const depthMax = 100;

/**
 * Reads JSON of which every reader sees the same: a name that stands twice in an object would hide one of its values,
 * and what is nested without end is no record.
 */
export function plainJson(file: string, text: string): unknown {
  const value = parsed(text);
  if (value === undefined) {
    throw wrongFile(file, {
      zh: '不是导出的文件：不是完整的 JSON',
      en: 'is nothing that was exported: it is not whole JSON',
    });
  }
  const members = countMembers(value);
  if (members === undefined) {
    throw wrongFile(file, { zh: '层层嵌套，不是记录', en: 'is nested deeper than any record' });
  }
  if (members !== writtenMembers(text)) {
    throw wrongFile(file, { zh: '有重复的键', en: 'has a key twice in one object' });
  }
  return value;
}

/** The file that was named cannot be taken for what it should be. */
export const wrongFile = (file: string, { zh, en }: Text): WrongUse =>
  new WrongUse({ zh: `${file} ${zh}`, en: `${file} ${en}` });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Level by level: what is nested a million times deep must not end the program.
function countMembers(value: unknown): number | undefined {
  let members = 0;
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > depthMax) return undefined;
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue;
      const inner = Object.values(each);
      if (!Array.isArray(each)) members += inner.length;
      for (const one of inner) if (typeof one === 'object' && one !== null) next.push(one);
    }
    level = next;
  }
  return members;
}

// Every member has one colon outside of strings.
const writtenMembers = (text: string): number =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"|:/gsu)].filter(([token]) => token === ':').length;
