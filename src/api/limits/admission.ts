/** A place among the requests that are worked on, or why there is none. */
export type Entering =
  | { readonly entered: true; leave(): void }
  | { readonly entered: false; readonly why: 'too-many-at-once' | 'busy' };

/** Lets so many requests be worked on at once, and each person's in turn. */
export interface Admission {
  enter(person: string): Promise<Entering>;
  /** Why another request of this person would not even wait, as it stands now. */
  fullFor(person: string): 'too-many-at-once' | 'busy' | undefined;
  /** The number of requests that wait. */
  readonly waiting: number;
}

/** The limits of an admission. */
export interface AdmissionLimits {
  readonly atOnce: number;
  readonly atOnceOfPerson: number;
  readonly waiting: number;
  readonly waitingOfPerson: number;
  readonly patienceMilliseconds: number;
}

/** Enough to keep the database and the engine busy; what waits longer is better sent again. */
export const usualAdmission: AdmissionLimits = {
  atOnce: 48,
  atOnceOfPerson: 4,
  waiting: 400,
  waitingOfPerson: 40,
  patienceMilliseconds: 10_000,
};

interface Person {
  working: number;
  readonly queue: (() => void)[];
}

/** An admission that is empty. Who sends much waits for themselves: the next place goes to another person's request. */
export function createAdmission(limits: AdmissionLimits): Admission {
  // In the order of their turns: whoever gets a place goes to the end.
  const persons = new Map<string, Person>();
  let working = 0;
  let waiting = 0;

  const begin = (id: string, person: Person): Entering => {
    working += 1;
    person.working += 1;
    let hasLeft = false;
    return {
      entered: true,
      leave() {
        if (hasLeft) return;
        hasLeft = true;
        working -= 1;
        person.working -= 1;
        if (person.working === 0 && person.queue.length === 0) persons.delete(id);
        next();
      },
    };
  };

  const mayWork = (person: Person) =>
    working < limits.atOnce && person.working < limits.atOnceOfPerson;

  const next = () => {
    for (const [id, person] of persons) {
      if (working >= limits.atOnce) return;
      if (person.queue.length === 0 || !mayWork(person)) continue;
      persons.delete(id);
      persons.set(id, person);
      person.queue.shift()?.();
    }
  };

  const fullFor: Admission['fullFor'] = (id) => {
    const person = persons.get(id);
    if ((person?.queue.length ?? 0) >= limits.waitingOfPerson) return 'too-many-at-once';
    const mustWait = working >= limits.atOnce || (person?.working ?? 0) >= limits.atOnceOfPerson;
    return mustWait && waiting >= limits.waiting ? 'busy' : undefined;
  };

  return {
    fullFor,
    get waiting() {
      return waiting;
    },
    async enter(id) {
      const why = fullFor(id);
      if (why) return { entered: false, why };
      const person = persons.get(id) ?? { working: 0, queue: [] };
      persons.set(id, person);
      if (person.queue.length === 0 && mayWork(person)) return begin(id, person);
      waiting += 1;
      return new Promise((resolve) => {
        const turn = () => {
          clearTimeout(timer);
          waiting -= 1;
          resolve(begin(id, person));
        };
        const timer = setTimeout(() => {
          person.queue.splice(person.queue.indexOf(turn), 1);
          waiting -= 1;
          if (person.working === 0 && person.queue.length === 0) persons.delete(id);
          resolve({ entered: false, why: 'busy' });
        }, limits.patienceMilliseconds);
        person.queue.push(turn);
      });
    },
  };
}
