import type { FileView } from '../../contract/file-contract.ts';
import type { FileRecord } from '../../store/ports/files.ts';

/** A file as told to who may read it. */
export const fileView = ({ sha256, size, type, name }: FileRecord): FileView => ({
  sha256,
  size,
  type,
  ...(name !== undefined && { name }),
});
