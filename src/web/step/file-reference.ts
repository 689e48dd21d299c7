const mark = 'sha256:';

/** The name of a file as evidence that has no number of its own: not the file's own name, which may be a person's. */
export const fileReference = (sha256: string): string => `${mark}${sha256.slice(0, 12)}`;

export const isFileReference = (reference: string): boolean => reference.startsWith(mark);
