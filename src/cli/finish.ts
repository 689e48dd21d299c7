import { printable } from './printable.ts';
import type { Outcome } from './outcome.ts';

/** Prints what a verb came to. The process ends by itself, so that all of it is written. */
export function finish({ text, status }: Outcome): void {
  process.stdout.write(printable(text));
  process.exitCode = status;
}
