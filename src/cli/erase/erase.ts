import { setTimeout as sleep } from 'node:timers/promises';
import type { Erasures, ErasureView } from '../../contract/erasure-contract.ts';
import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import { askOnce, type Answer, type Ask, type Asked } from '../client/ask.ts';
import { findAccount } from '../client/find-account.ts';
import { signIn } from '../client/sign-in.ts';
import type { Outcome } from '../outcome.ts';
import { WrongUse } from '../wrong-use.ts';
import { erasureText } from './erasure-text.ts';

/** A request to a running system: to erase, to agree, or to list. */
export interface EraseRequest {
  readonly incident?: string;
  readonly fact?: string;
  readonly person?: string;
  readonly reason?: string;
  /** The id of what another person asked for. */
  readonly agree?: string;
  readonly url: string;
  readonly name?: string;
  readonly data: string;
  readonly json?: true;
  readonly lang: Language;
}

/** Asks a running system for an erasure, or agrees to one; both as somebody who is signed in. */
export async function erase(request: EraseRequest): Promise<Outcome> {
  const asked = askedFor(request);
  const account = await findAccount(request.name, request.data);
  const system = await signIn({ url: request.url, ...account });
  const answer = await untilDone(askOnce(system), asked);
  if (answer === undefined) {
    throw new WrongUse({
      zh: `${request.url} 没有应答：稍后再发一次，已同意的会接着做完`,
      en: `${request.url} did not answer: send it again later; what was agreed to goes on`,
    });
  }
  if (answer.status >= 400) throw refused(answer.body as Partial<ProblemDetails>, answer.status);
  const { json, lang } = request;
  if (json) return { text: `${JSON.stringify(answer.body, null, 2)}\n`, status: 0 };
  const views =
    asked.method === 'POST' ? [answer.body as ErasureView] : (answer.body as Erasures).erasures;
  return { text: erasureText(views, lang), status: 0 };
}

// The server deletes histories in its own time.
const pauseMilliseconds = 2_000;
const triesMax = 90;

/** Asks, and where somebody agrees again until it is done or takes too long: to agree once more changes nothing. */
async function untilDone(ask: Ask, asked: Asked): Promise<Answer | undefined> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(asked);
    const { agreedAt, doneAt } = (answer?.body ?? {}) as Partial<ErasureView>;
    const isUnderWay = answer?.status === 200 && agreedAt !== undefined && doneAt === undefined;
    if (!isUnderWay || tries >= triesMax) return answer;
    await sleep(pauseMilliseconds);
  }
}

function askedFor({ incident, fact, person, reason, agree }: EraseRequest): Asked {
  const what = [incident, fact, person].filter((each) => each !== undefined);
  if (agree !== undefined) {
    if (what.length > 0 || reason !== undefined) {
      throw new WrongUse({
        zh: '--agree 单独使用：要删什么、为什么，申请里已经写明',
        en: '--agree stands alone: what is erased and why was said when it was asked for',
      });
    }
    return { method: 'POST', path: `/api/erasures/${encodeURIComponent(agree)}/agreement` };
  }
  if (what.length === 0 && reason === undefined) return { path: '/api/erasures' };
  const isOne =
    person === undefined ? incident !== undefined : incident === undefined && fact === undefined;
  if (!isOne) {
    throw new WrongUse({
      zh: '请写明删什么：--incident 整起警情，--incident 加 --fact 其中一项，或单独用 --person',
      en: 'say what to erase: --incident for all of it, --incident with --fact for one fact, or --person alone',
    });
  }
  if (reason === undefined || reason.trim() === '') {
    throw new WrongUse({ zh: '请用 --reason 写明删除的理由', en: 'say why with --reason' });
  }
  const body = {
    ...(incident !== undefined && { incident }),
    ...(fact !== undefined && { fact }),
    ...(person !== undefined && { person }),
    reason,
  };
  return { method: 'POST', path: '/api/erasures', body };
}

function refused({ text, errors }: Partial<ProblemDetails>, status: number): WrongUse {
  const [first] = errors ?? [];
  const { zh, en } = text ?? { zh: `HTTP ${status}`, en: `HTTP ${status}` };
  return new WrongUse({
    zh: `没有接受：${zh}${first ? `（${first.pointer} ${first.detail.zh}）` : ''}`,
    en: `not taken: ${en}${first ? ` (${first.pointer} ${first.detail.en})` : ''}`,
  });
}
