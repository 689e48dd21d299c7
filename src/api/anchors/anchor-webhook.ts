import type { AnchorWitness } from './anchor-options.ts';

const patienceMilliseconds = 10_000;

/** A witness by HTTP: each record is posted as JSON, and counts as told once the answer is 2xx. */
export const anchorWebhook = (url: string, token: string | undefined): AnchorWitness => ({
  async tell(record) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(record),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`the witness of the anchors answered ${answer.status}`);
  },
});
