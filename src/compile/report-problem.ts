import type { Problem } from '../model/diagnostic.ts';

/** Takes a problem that a pass found; the pass goes on, so that all problems are shown at once. */
export type ReportProblem = (problem: Problem) => void;
