import type { ProblemDetails } from '../../contract/problem-contract.ts';
import { WrongUse } from '../wrong-use.ts';
import { patienceMilliseconds } from './patience-milliseconds.ts';

/** A running system that we are signed in to. */
export interface SignedIn {
  readonly url: string;
  readonly token: string;
}

/** Thrown where nobody answers at the address, or what answers cannot work now. */
export class SystemAway extends WrongUse {}

/** Signs in to a running system; the session's cookie is its token. */
export async function signIn(request: {
  readonly url: string;
  readonly name: string;
  readonly password: string;
}): Promise<SignedIn> {
  const { name, password } = request;
  const url = request.url.replace(/\/+$/, '');
  const response = await fetchSession(url, { name, password });
  if (!response.ok) {
    const problem = (await response.json().catch(() => undefined)) as
      Partial<ProblemDetails> | undefined;
    const { zh = `HTTP ${response.status}`, en = `HTTP ${response.status}` } = problem?.text ?? {};
    const text = { zh: `${name} 登录不了：${zh}`, en: `${name} cannot sign in: ${en}` };
    const isAway = response.status >= 500 || response.status === 429;
    throw isAway ? new SystemAway(text) : new WrongUse(text);
  }
  const [cookie = ''] = response.headers.getSetCookie();
  const token = /^[^=]+=([^;]+)/.exec(cookie)?.[1];
  if (token === undefined) {
    throw new WrongUse({ zh: `${url} 不是 jiechu`, en: `${url} is no jiechu` });
  }
  return { url, token };
}

async function fetchSession(
  url: string,
  body: { readonly name: string; readonly password: string },
): Promise<Response> {
  try {
    return await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
  } catch {
    throw new SystemAway({
      zh: `${url} 没有系统在运行：先用 npm start 启动，或用 --url 指明地址`,
      en: `no system listens at ${url}: start one with npm start, or name its address with --url`,
    });
  }
}
