import type { ActMessage } from '../model/act.ts';
import type { StartRequest } from '../model/start-request.ts';
import type { ActOutcome, ProcedureGateway } from '../worker/client/procedure-gateway.ts';
import { BrokenAct } from '../worker/client/broken-act.ts';
import { within } from '../worker/within.ts';

/** The engine as the API sees it: it answers in time, or it is away. */
export interface EngineWatch {
  /** `undefined` where the engine is away or did not answer in time; what was asked may have been taken. */
  begin(request: StartRequest): Promise<ActOutcome | undefined>;
  act(incident: string, message: ActMessage): Promise<ActOutcome | undefined>;
  isReady(): Promise<boolean>;
  /** Why it was away last. */
  readonly lastError: string | undefined;
}

/** Watches a gateway: its outages become `undefined`, broken acts throw, and an answer is not waited for without end. */
export function watchEngine(
  gateway: ProcedureGateway,
  limits: {
    readonly beginTimeoutMilliseconds: number;
    readonly actTimeoutMilliseconds: number;
    /** Throws where no act would be taken. */
    readonly answers: () => Promise<void>;
    /** Settles when all that can be read from the store now is on the disk. */
    readonly onDisk: () => Promise<void>;
  },
): EngineWatch {
  let lastError: string | undefined;
  let asking: Promise<boolean> | undefined;
  const watched = async <T>(
    work: () => Promise<T>,
    milliseconds: number,
  ): Promise<T | undefined> => {
    try {
      const answer = await inTime(work(), milliseconds);
      lastError = undefined;
      return answer;
    } catch (error) {
      if (error instanceof BrokenAct) throw error;
      lastError = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  };
  return {
    begin: (request) => watched(() => gateway.begin(request), limits.beginTimeoutMilliseconds),
    async act(incident, message) {
      // The workflow forgets what the message says the store has: that must outlive a power cut.
      await limits.onDisk();
      return watched(() => gateway.act(incident, message), limits.actTimeoutMilliseconds);
    },
    isReady() {
      const { answers } = limits;
      // Whoever asks at the same time gets the same answer: it wakes procedures.
      asking ??= watched(() => answers().then(() => true), limits.beginTimeoutMilliseconds)
        .then((answered) => answered === true)
        .finally(() => (asking = undefined));
      return asking;
    },
    get lastError() {
      return lastError;
    },
  };
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const answered = await within(
    work.then((answer) => ({ answer })),
    milliseconds,
  );
  if (answered === undefined) throw new Error(`no answer within ${milliseconds} ms`);
  return answered.answer;
}
