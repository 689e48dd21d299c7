import { timeFormats } from '../../model/time-format.ts';

interface Validator {
  addFormat(name: string, format: { type: 'string'; validate: (text: string) => boolean }): unknown;
}

/** Has a validator read times as they are read everywhere, where its own formats take other ones. */
export function readTimes(validator: Validator): void {
  for (const [name, read] of Object.entries(timeFormats)) {
    const validate = (text: string) => read(text).fault === undefined;
    validator.addFormat(name, { type: 'string', validate });
  }
}
