import { foreign } from './believed.ts';

/** Ends what was started on our task queue under a type that is not ours: without it, its tasks would fail for ever. */
export const unknownType = (): Promise<never> =>
  Promise.reject(foreign('there is no such workflow type'));
