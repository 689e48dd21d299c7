import type { ProcedureSpec } from '../model/procedure-spec.ts';

/** A compiled procedure but for what its ids stand for. */
export type UnlabelledSpec = Omit<
  ProcedureSpec,
  | 'categoryTitle'
  | 'facts'
  | 'ladders'
  | 'parts'
  | 'roles'
  | 'evidence'
  | 'equipment'
  | 'reasons'
  | 'bases'
  | 'settings'
>;
