import { workflowInfo } from '@temporalio/workflow';
import { contentHashOf } from '../src/model/trust/content-hash.ts';
import { foreignReason } from '../src/model/trust/foreign.ts';
import type { ReleaseClaim } from '../src/model/trust/release-claim.ts';
import { signerOf, type Said } from '../src/model/trust/said.ts';
import { disbelief, foreign, isStale } from './believed.ts';
import type { ProcedureInput, Specs } from './messages.ts';

/**
 * The arguments of a run that begins: signed by the part that begins it, under a release that the API has signed. A run
 * that goes on from its log brings its state and the specs that it runs by, in the API's name.
 */
export type Start = readonly [
  input: Said<ProcedureInput>,
  specs: Specs,
  release: Said<ReleaseClaim>,
];

/** The arguments of a run: a continued one has its input from the run before. */
export type Started = Start | readonly [input: ProcedureInput];

/** The input and the specs that a run goes by. */
interface Begun {
  readonly input: ProcedureInput;
  readonly specs: Specs;
}

/**
 * Gives the input and the specs of a run, where its start is believed. A foreign start ends the run at once. But one
 * that was believed before, or that a run has handed on, is only out of reach for want of a key: the run stands still
 * until the key is back.
 */
export const begunWith = (started: Started): Begun => {
  // eslint-disable-next-line no-restricted-syntax -- of the first event; a replay only stands still where it would have ended
  const { continuedFromExecutionRunId, cronSchedule, unsafe } = workflowInfo();
  // The server alone says so, and for a schedule too, which nothing of ours is started by.
  const isContinued = continuedFromExecutionRunId !== undefined && !cronSchedule;
  if (isContinued && isHandedOn(started)) return handedOn(started[0]);
  const wrong = wrongWith(started);
  if (wrong === undefined) return signed(started as Start);
  const isSealed = foreignReason(started[0]) !== 'plain';
  if (isSealed && (isContinued || unsafe.isReplaying)) {
    throw new Error(`${wrong}; is a key of this history missing?`);
  }
  throw foreign(wrong);
};

const isHandedOn = (started: Started): started is readonly [ProcedureInput] =>
  started.length === 1 && foreignReason(started[0]) === undefined;

const handedOn = (input: ProcedureInput): Begun => {
  if (input.specs === undefined) throw new Error('a procedure was continued without its spec');
  return { input, specs: input.specs };
};

const signed = ([input, specs, release]: Start): Begun => ({
  input: { ...input.content, releaseSpecs: release.content.specs },
  specs: input.content.specs ?? specs,
});

const isOfApi = (said: unknown): boolean => signerOf(said)?.startsWith('api/') === true;

const wrongWith = ([input, specs, release]: Started | Start): string | undefined => {
  // eslint-disable-next-line no-restricted-syntax -- of the first event; what was believed once is not judged by time again
  const { startTime, unsafe, workflowId } = workflowInfo();
  const wrong =
    disbelief(input, { name: 'start', update: '', signers: ['api', 'worker'] }) ??
    disbelief(release, { name: 'release', update: '', workflow: '', signers: ['api'] });
  if (wrong !== undefined) return wrong;
  const carries = (input as Start[0]).content.carried !== undefined;
  // The state of a procedure is read from its log, and only the API may say it.
  if (carries && !isOfApi(input)) return 'start: only the API begins with what was';
  const [{ content, at }, claim] = [input as Start[0], (release as Start[2]).content];
  if (content.id !== workflowId) return 'start: it is of another procedure';
  if (claim.release !== content.release) return 'release: it is another';
  if (contentHashOf(specs) !== claim.specs[content.procedure])
    return 'release: its spec is another';
  // A start that was believed once is not judged by time again: only a start of now can be a repetition.
  const isNow = unsafe.isReplaying || !isStale(at, startTime.getTime());
  return isNow ? undefined : 'start: it was signed at another time';
};
