import { randomBytes } from 'node:crypto';
import type { ActTaken } from '../../contract/act-contract.ts';
import { receiptView } from '../../contract/receipt-view.ts';
import type { Act, ActMessage } from '../../model/act.ts';
import { isSameContent } from '../../model/is-same-content.ts';
import type { SignedReceipt } from '../../model/signed-receipt.ts';
import { asActor } from '../access/access-actor.ts';
import { findIncident, type FoundIncident } from '../access/find-incident.ts';
import { accessProblem } from '../access/access-problem.ts';
import { recordRefusal } from '../access/record-refusal.ts';
import type { ActOutcome } from '../../worker/client/procedure-gateway.ts';
import { digestsOf } from '../../worker/keys/digest-keys.ts';
import { isRecent } from '../accounts/confirm-sign-in.ts';
import type { Reader } from '../accounts/reader.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { loadPrompts } from './load-prompts.ts';
import { refusalProblem } from './refusal-problem.ts';
import { storeTaken } from './store-taken.ts';
import { unsentEvidence } from './unsent-evidence.ts';
import type { WantedAct } from './wanted-act.ts';

/** The outcome of a wanted act. */
export type Acting =
  | { readonly taken: true; readonly answer: ActTaken }
  | { readonly taken: false; readonly problem: ApiProblem };

/** Has an act judged by access rules and the engine, writes what it brought about, and answers with its receipt. */
export async function takeAct(
  context: ApiContext,
  reader: Reader,
  wanted: WantedAct,
): Promise<Acting> {
  const [found, earlier] = await Promise.all([
    findIncident(context, wanted.incident),
    context.store.log.receipt(wanted.incident, wanted.key),
  ]);
  const isOwn = earlier?.by === reader.actor.person;
  // The person who did an act keeps its receipt, also when the incident has gone to another unit since.
  if (!isOwn) {
    const problem = await notAllowed(context, reader, wanted, found);
    if (problem) return failed(problem);
  }
  if (!found) return failed(problemCatalogue.incidentUnknown);
  const message = messageOf(context, reader, wanted, found);
  if (earlier) return repeated(context, reader, wanted, { earlier, message });
  // A phone left on a desk agrees to nothing.
  if (isAgreement(wanted.act) && !isRecent(context, reader)) {
    return refused(context, reader, wanted, problemCatalogue.signInNotRecent);
  }
  const unsent = await unsentEvidence(context, wanted);
  if (unsent) return refused(context, reader, wanted, unsent);
  return send(context, reader, wanted, { found, message });
}

async function notAllowed(
  context: ApiContext,
  { actor }: Reader,
  { incident, access: action, act }: WantedAct,
  found: FoundIncident | undefined,
): Promise<ApiProblem | undefined> {
  const step = 'step' in act ? act.step : undefined;
  const wanted = { incident, action, as: act.kind, ...(step !== undefined && { step }) };
  const problem = await accessProblem(context, actor, found, wanted);
  if (problem) context.metrics.count('jiechu_acts_total', { outcome: problem.code });
  return problem;
}

const isAgreement = ({ kind }: Act): boolean => kind === 'agree';

async function send(
  context: ApiContext,
  reader: Reader,
  wanted: WantedAct,
  { found, message }: { readonly found: FoundIncident; readonly message: ActMessage },
): Promise<Acting> {
  const unheld = await wanted.hold?.take();
  if (unheld) return refused(context, reader, wanted, unheld);
  const outcome = await ask(context, wanted.incident, message).catch(async (error) => {
    await wanted.hold?.letGo();
    context.metrics.count('jiechu_acts_total', { outcome: problemCatalogue.engineBroken.code });
    throw error;
  });
  if (!outcome) {
    context.watch.suspect(wanted.incident);
    context.metrics.count('jiechu_engine_outages_total', { what: 'act' });
    return failed(problemCatalogue.engineAway);
  }
  if (!outcome.taken) {
    await wanted.hold?.letGo();
    return refused(context, reader, wanted, refusalProblem(found, outcome.refusal));
  }
  const { incident } = wanted;
  const { receipt: earlier } = await storeTaken(context, incident, outcome, 'readable').catch(
    (error: unknown) => {
      // Its log may have forked: the watch looks at once.
      context.watch.suspect(incident);
      throw error;
    },
  );
  return repeated(context, reader, wanted, { earlier, message });
}

/** Has the engine judge an act; one that was on its way too long goes once more with the time of now. */
async function ask(
  { clock, engine }: ApiContext,
  incident: string,
  message: ActMessage,
): Promise<ActOutcome | undefined> {
  const outcome = await engine.act(incident, message);
  if (!outcome || outcome.taken || outcome.refusal.code !== 'clocks-apart') return outcome;
  return engine.act(incident, { ...message, received: clock.now() });
}

function messageOf(
  { clock, digestKeys }: ApiContext,
  { actor }: Reader,
  { incident, key, act, content, happened }: WantedAct,
  found: FoundIncident,
): ActMessage {
  const received = clock.now();
  return {
    id: key,
    // The digest covers the person: the same key from another person is another act.
    ...digestsOf(digestKeys, 'act', { person: actor.person, incident, content }),
    act,
    actor: asActor(actor),
    happened: happened ?? received,
    received,
    salt: randomBytes(32).toString('hex'),
    stored: found.incident.head.seq,
  };
}

async function repeated(
  context: ApiContext,
  reader: Reader,
  wanted: WantedAct,
  { earlier, message }: { readonly earlier: SignedReceipt; readonly message: ActMessage },
): Promise<Acting> {
  if (!isSameContent(earlier.digest, message))
    return refused(context, reader, wanted, problemCatalogue.keyReused);
  context.metrics.count('jiechu_acts_total', { outcome: 'taken' });
  // The entries of the act can be read a moment before a power cut can no longer take them.
  const [{ prompts }] = await Promise.all([
    loadPrompts(context, reader.actor, wanted.incident),
    context.store.onDisk(),
  ]);
  return { taken: true, answer: { receipt: receiptView(wanted.incident, earlier), prompts } };
}

const failed = (problem: ApiProblem): Acting => ({ taken: false, problem });

async function refused(
  context: ApiContext,
  { actor }: Reader,
  { incident, act }: WantedAct,
  problem: ApiProblem,
): Promise<Acting> {
  context.metrics.count('jiechu_acts_total', { outcome: problem.code });
  await recordRefusal(context, {
    person: actor.person,
    action: act.kind,
    code: problem.code,
    incident,
    ...('step' in act && act.step !== undefined && { step: act.step }),
  });
  return failed(problem);
}
