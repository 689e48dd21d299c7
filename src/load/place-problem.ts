import type { Problem } from '../model/diagnostic.ts';
import { misplacedFile, strayFile, wrongExtension } from '../diagnostics/file-problems.ts';
import { filePlaces, type FilePlace } from './file-place.ts';

/** What is wrong with the place or the name of a file that is therefore not read; nothing is, if it is `readable`. */
export function placeProblem(file: string, place: FilePlace): readonly Problem[] | 'readable' {
  switch (place.is) {
    case 'ignored':
      return [];
    case 'stray':
      return [strayFile(file)];
    case 'misnamed':
      return [wrongExtension(file, place.rightName)];
    case 'misplaced':
      return [misplacedFile(file, filePlaces)];
    case 'source':
    case 'rules':
      return 'readable';
  }
}
