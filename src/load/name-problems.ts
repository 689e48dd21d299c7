import type { Problem } from '../model/diagnostic.ts';
import { fileNameDiffers, folderNameDiffers } from '../diagnostics/file-problems.ts';
import type { SourceFile } from './source-file.ts';

/** The problem of a file that is not named, or whose folder is not named, after what it defines. */
export function nameProblems({ file, kind, id, value }: SourceFile): Problem[] {
  if (id === undefined) return [];
  const parts = file.split('/');
  const [folder = '', name = ''] = parts.slice(-2);
  if (kind === 'standard') {
    const { number } = value as { number?: unknown };
    if (!Number.isInteger(number)) return [];
    const wanted = `${String(number).padStart(2, '0')}-${id.text}`;
    const key = folder.endsWith(`-${id.text}`) ? 'number' : id.key;
    return folder === wanted ? [] : [folderNameDiffers({ file, path: [key] }, folder, wanted)];
  }
  if (kind === 'procedure') {
    return folder === id.text ? [] : [folderNameDiffers({ file, path: [id.key] }, folder, id.text)];
  }
  if (kind === 'scenario' || kind === 'cases') return [];
  const wanted = `${id.text}.yaml`;
  return name === wanted ? [] : [fileNameDiffers({ file, path: [id.key] }, name, wanted)];
}
