import { readFile, rename, writeFile } from 'node:fs/promises';
import { anchorLines } from '../../store/anchors/anchor-lines.ts';
import type { AnchorOptions } from './anchor-options.ts';

/**
 * Tells a witness the records that it does not have yet, in their order. How far it has them stands beside the anchors,
 * so that none is left out after a start; one may be told twice.
 */
export async function tellWitness({ file, witness }: AnchorOptions): Promise<void> {
  if (witness === undefined) return;
  const told = `${file.path}.told`;
  const from = await toldUpTo(told);
  for await (const { record, end } of anchorLines(file.path, from)) {
    if (record !== undefined) await witness.tell(record);
    await writeFile(`${told}.next`, `${end}\n`, { mode: 0o600 });
    await rename(`${told}.next`, told);
  }
}

async function toldUpTo(told: string): Promise<number> {
  const text = await readFile(told, 'utf8').catch(() => '0');
  const end = Number(text);
  return Number.isSafeInteger(end) && end > 0 ? end : 0;
}
