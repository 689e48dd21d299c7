import type { Problem } from '../model/diagnostic.ts';
import {
  fileNameDiffers,
  folderNameDiffers,
  mainFileMissing,
} from '../diagnostics/file-problems.ts';
import type { SourceFile } from './source-file.ts';

/** Whether a file, or its folder, is named after what it defines. */
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

/** Folders of standards and procedures in which the standard or procedure itself is missing. */
export function missingMainFiles(files: readonly string[]): Problem[] {
  const folders = new Map<string, string>();
  for (const file of files) {
    const [folder] = /^standards\/procedures\/[^/]+(?=\/)/.exec(file) ?? [];
    if (folder !== undefined) folders.set(folder, 'procedure.yaml');
    const [standard] =
      /^standards\/(?!parts\/|vocabulary\/|procedures\/)[^/]+(?=\/)/.exec(file) ?? [];
    if (standard !== undefined) folders.set(standard, 'standard.yaml');
  }
  return (
    [...folders]
      // `standard.yml` is told to be misnamed; that is enough.
      .filter(([folder, main]) => {
        const stem = `${folder}/${main.replace('yaml', '')}`;
        return !files.some((file) => file.startsWith(stem));
      })
      .map(([folder, main]) => mainFileMissing(folder, main))
  );
}
