import { setTimeout as sleep } from 'node:timers/promises';

const patienceMilliseconds = 15_000;
const pauseMilliseconds = 150;
// After these answers the same may be sent again as it is: nobody is there, or what is there has no time.
const passing = new Set([408, 425, 429, 502, 503, 504]);

/**
 * People who send as patient programs do: the same content under the same key until there is an answer that says
 * something of the act. `onBroken` hears of answers that should not be: 500 and what is no JSON.
 */
export const createClient = ({ address, password, onBroken }) => {
  const cookies = new Map();

  const signIn = async (name) => {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: password() }),
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    await response.arrayBuffer();
    if (!response.ok) return false;
    const [cookie = ''] = response.headers.getSetCookie();
    cookies.set(name, cookie.split(';', 1)[0]);
    return true;
  };

  const once = async ({ person, key, path, content }, signal) => {
    if (!cookies.has(person) && !(await signIn(person))) return undefined;
    const response = await fetch(address + path, {
      method: content === undefined ? 'GET' : 'POST',
      headers: {
        cookie: cookies.get(person),
        'x-requested-with': 'jiechu',
        ...(content !== undefined && {
          'content-type': 'application/json',
          'idempotency-key': key,
        }),
      },
      ...(content !== undefined && { body: JSON.stringify(content) }),
      signal,
    });
    const text = await response.text();
    if (response.status === 401) cookies.delete(person);
    if (response.status === 401 || passing.has(response.status)) return undefined;
    if (response.status >= 500) {
      onBroken(`${response.status} ${path} ${text}`);
      return undefined;
    }
    return { status: response.status, body: JSON.parse(text) };
  };

  return {
    /** Sends until there is an answer; nothing where `isOver` says first that there will be none. */
    async send(request, isOver) {
      while (!isOver()) {
        const answer = await once(request, AbortSignal.timeout(patienceMilliseconds)).catch(
          () => undefined,
        );
        if (answer !== undefined) return answer;
        await sleep(pauseMilliseconds);
      }
      return undefined;
    },
    /** Sends and hangs up after so many milliseconds, whatever became of it. */
    sendAndHangUp: (request, milliseconds) =>
      once(request, AbortSignal.timeout(milliseconds)).then(
        () => undefined,
        () => undefined,
      ),
  };
};
