import type { Language } from '../language/language.ts';

/** A file to be sent. */
export interface FileRequest {
  readonly path: string;
  readonly file: File;
  readonly language: Language;
  /** Called with the part of it that has gone, from 0 to 1. */
  readonly progress: (sent: number) => void;
  readonly signal: AbortSignal;
}
