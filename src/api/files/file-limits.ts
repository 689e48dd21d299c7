/** The limits of the files that are taken. */
export interface FileLimits {
  readonly fileBytesMax: number;
  /** All files of one incident together. */
  readonly incidentBytesMax: number;
  readonly incidentFilesMax: number;
}

const megabyte = 1024 * 1024;

/** A long clip of a body camera; what is larger is named by its number in the system that has it. */
export const usualFileLimits: FileLimits = {
  fileBytesMax: 100 * megabyte,
  incidentBytesMax: 1024 * megabyte,
  incidentFilesMax: 300,
};
