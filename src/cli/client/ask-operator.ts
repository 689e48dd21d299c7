import type { ProblemDetails } from '../../contract/problem-contract.ts';
import { WrongUse } from '../wrong-use.ts';
import { operator } from './operator.ts';

// Every open incident may be asked, and each may have to be replayed.
const patienceMilliseconds = 600_000;

/** A request of an engineer to a running system. */
export interface OperatorRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

/** Asks a running system with its operator token; a refusal is a wrong use, in its own words. */
export async function askOperator<View>(
  where: { readonly url: string; readonly data: string },
  { method = 'GET', path, body }: OperatorRequest,
): Promise<View> {
  const { url, token } = await operator(where);
  let response: Response;
  try {
    response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && {
          'content-type': 'application/json',
          'x-requested-with': 'jiechu',
        }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
  } catch {
    throw new WrongUse({
      zh: `${url} 没有系统在运行：先启动，或用 --url 指明地址`,
      en: `no system listens at ${url}: start it, or name its address with --url`,
    });
  }
  if (response.ok) return (await response.json()) as View;
  const { text } = (await response.json().catch(() => ({}))) as Partial<ProblemDetails>;
  const said = text ?? { zh: `HTTP ${response.status}`, en: `HTTP ${response.status}` };
  if (response.status === 403) {
    throw new WrongUse({
      zh: `${url} 拒绝了：${said.zh}（运维令牌是这个系统的吗？）`,
      en: `${url} refuses: ${said.en} (is the operator token of this system?)`,
    });
  }
  throw new WrongUse(said);
}
