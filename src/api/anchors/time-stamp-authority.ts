import { anchorStatement } from '../../contract/anchor-statement.ts';
import type { TimeStamping } from './anchor-options.ts';

const answerBytesMax = 64 * 1024;
const patienceMilliseconds = 10_000;

/** A time-stamp authority by HTTP (RFC 3161, section 3.4). `trusted` is PEM: what its certificate has to lead to. */
export const timeStampAuthority = (url: string, trusted: string | undefined): TimeStamping => ({
  async stamp(hash) {
    const { certificatesIn, readTimeStamp, timeStampRequest, tokenIn } =
      await import('./time-stamp.ts');
    const statement = anchorStatement({ hash });
    const { request, nonce } = timeStampRequest(statement);
    const token = tokenIn(await ask(url, request), nonce);
    const authorities = trusted === undefined ? [] : certificatesIn(trusted);
    const { isTrusted } = await readTimeStamp(token, statement, authorities);
    if (trusted !== undefined && !isTrusted)
      throw new Error(`${url} is not the authority expected`);
    return Buffer.from(token).toString('base64');
  },
});

async function ask(url: string, request: Uint8Array): Promise<Uint8Array> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: new Uint8Array(request),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  if (!answer.ok) throw new Error(`the time-stamp authority answered ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > answerBytesMax) throw new Error('the time-stamp authority answered too much');
  return bytes;
}
