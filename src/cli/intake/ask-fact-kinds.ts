import type { Directory } from '../../contract/directory-contract.ts';
import type { Ask } from '../client/ask.ts';
import { noFactKinds, type FactKinds } from '../reports/fact-kinds.ts';

/** Asks a running system what kind of answer the facts take that a report may confirm. */
export async function askFactKinds(ask: Ask): Promise<FactKinds> {
  const answer = await ask({ path: '/api/directory' });
  if (answer?.status !== 200) return noFactKinds;
  const { reportFacts } = answer.body as Directory;
  return new Map(reportFacts.map(({ id, kind }) => [id, kind]));
}
