import type { StandardSource } from '../model/source/standard-source.ts';

/** The id of a standard or procedure. */
export function procedureId({ standard, procedure }: StandardSource): string {
  const id = standard ?? procedure;
  if (id === undefined) throw new Error('the schema let a nameless standard pass');
  return id;
}
