import type { EngineView } from '../../contract/engine-contract.ts';
import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import { operator } from '../client/operator.ts';
import type { Outcome } from '../outcome.ts';
import { WrongUse } from '../wrong-use.ts';
import { doctorText } from './doctor-text.ts';

// It asks every open incident, and each may have to be replayed.
const patienceMilliseconds = 600_000;

/** Asks a running system for what does not go on in it, and says what to do; 1 where there is anything. */
export async function doctor(call: {
  readonly url: string;
  readonly data: string;
  readonly json: true | undefined;
  readonly lang: Language;
}): Promise<Outcome> {
  const { url, token } = await operator(call);
  const view = await ask(url, token);
  const isWell = view.engine && view.sick.length + view.reports.length + view.unknown.length === 0;
  return {
    text: call.json ? `${JSON.stringify(view, null, 2)}\n` : doctorText(view, call.lang),
    status: isWell ? 0 : 1,
  };
}

async function ask(url: string, token: string): Promise<EngineView> {
  let response: Response;
  try {
    response = await fetch(`${url}/api/engine?all=true`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
  } catch {
    throw new WrongUse({
      zh: `${url} 没有系统在运行：先启动，或用 --url 指明地址`,
      en: `no system listens at ${url}: start it, or name its address with --url`,
    });
  }
  if (response.ok) return (await response.json()) as EngineView;
  const { text } = (await response.json().catch(() => ({}))) as Partial<ProblemDetails>;
  const said = text ?? { zh: `HTTP ${response.status}`, en: `HTTP ${response.status}` };
  throw new WrongUse({
    zh: `${url} 拒绝了：${said.zh}（运维令牌是这个系统的吗？）`,
    en: `${url} refuses: ${said.en} (is the operator token of this system?)`,
  });
}
