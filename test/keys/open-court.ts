import { join } from 'node:path';
import { openIncidentPages, type IncidentPages } from './incident-page.ts';
import { readPolicyRoot, type PolicyRoot } from './policy-root.ts';
import type { Court } from './proof.ts';

/** Where keys are looked for: the small procedures, which belong to the engine, before the policy itself. */
const rootNames = ['test/small', '.'];

/** Opens what proofs are judged with. */
export async function openCourt(
  repository: string,
): Promise<Court & { readonly close: () => Promise<void> }> {
  const roots = new Map<string, PolicyRoot>();
  for (const name of rootNames) {
    roots.set(name, { ...(await readPolicyRoot(join(repository, name))), root: name });
  }
  const opened = new Map<string, Promise<IncidentPages>>();
  return {
    roots,
    seen: new Map(),
    pages: (policy) => {
      const pages = opened.get(policy.root) ?? openIncidentPages(policy.release);
      opened.set(policy.root, pages);
      return pages;
    },
    close: async () => {
      for (const pages of opened.values()) await (await pages).stop();
    },
  };
}
