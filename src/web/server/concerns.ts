import type { Changed } from '../../contract/directory-contract.ts';

const lists = ['/api/prompts', '/api/incidents', '/api/notices', '/api/dues'];

/** Which addresses a change touches: every list, and the incident that changed or all where none is named. */
export function concerns({ incident }: Changed): (path: string) => boolean {
  return (path) =>
    lists.includes(path.split('?', 1)[0]!) ||
    (incident === undefined
      ? path.startsWith('/api/incidents/')
      : path === `/api/incidents/${encodeURIComponent(incident)}`);
}
