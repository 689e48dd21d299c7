/** The storage that is kept with the tab. */
export interface TabStorage {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  drop(name: string): void;
  /** The names of what is kept. */
  names(): readonly string[];
  /** Takes away everything of ours. */
  clear(): void;
  /** Takes away what another person left. */
  belongTo(person: string): void;
}

const prefix = 'jiechu.tab ';
const owner = 'person';

/**
 * The storage of this tab: it outlives a page that is loaded anew, and ends with the tab. A phone drops the page that
 * lies behind its camera. Not the storage of the device: what is typed may name persons.
 */
export const tabStorage: TabStorage = {
  get(name) {
    try {
      return JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  },
  set(name, value) {
    try {
      sessionStorage.setItem(prefix + name, JSON.stringify(value));
    } catch {
      // Full or forbidden: then it lasts as long as the page.
    }
  },
  drop: (name) => sessionStorage.removeItem(prefix + name),
  names: () =>
    Object.keys(sessionStorage).flatMap((name) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    ),
  clear() {
    for (const name of tabStorage.names()) tabStorage.drop(name);
  },
  belongTo(person) {
    if (tabStorage.get(owner) === person) return;
    tabStorage.clear();
    tabStorage.set(owner, person);
  },
};
