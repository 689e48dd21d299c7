/** Where in the page somebody is; the address bar shows it. */
export type Place =
  | { readonly page: 'prompts' }
  | { readonly page: 'report' }
  | { readonly page: 'dues' }
  | { readonly page: 'incidents' }
  | { readonly page: 'engine' }
  | { readonly page: 'incident'; readonly incident: string }
  | { readonly page: 'step'; readonly incident: string; readonly step: string }
  | { readonly page: 'unknown' };

/** The place that a path names. */
export function placeOf(path: string): Place {
  const [first, incident, steps, step, ...rest] = path.split('/').filter(Boolean).map(decode);
  if (first === undefined) return { page: 'prompts' };
  if (isAlone(first) && incident === undefined) return { page: first };
  if (first !== 'incidents' || rest.length > 0) return { page: 'unknown' };
  if (incident === undefined) return { page: 'incidents' };
  if (steps === undefined) return { page: 'incident', incident };
  if (steps === 'steps' && step !== undefined) return { page: 'step', incident, step };
  return { page: 'unknown' };
}

const isAlone = (name: string): name is 'report' | 'dues' | 'engine' =>
  name === 'report' || name === 'dues' || name === 'engine';

export function pathOf(place: Place): string {
  switch (place.page) {
    case 'report':
    case 'dues':
    case 'incidents':
    case 'engine':
      return `/${place.page}`;
    case 'incident':
      return `/incidents/${encodeURIComponent(place.incident)}`;
    case 'step':
      return `/incidents/${encodeURIComponent(place.incident)}/steps/${encodeURIComponent(place.step)}`;
    case 'prompts':
    case 'unknown':
      return '/';
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
