import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ActTaken,
  IncidentAct,
  ReceiptView,
  StepAct,
} from '../../src/contract/act-contract.ts';
import type { Notices } from '../../src/contract/directory-contract.ts';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import type { ProblemDetails } from '../../src/contract/problem-contract.ts';
import type { Prompts } from '../../src/contract/prompt-contract.ts';
import type { NewReport, ReportTaken } from '../../src/contract/report-contract.ts';
import type { StepView } from '../../src/contract/step-contract.ts';

/** Where officers work: an address that may change when the system starts again, and the sample password. */
export interface Office {
  address(): string;
  password(): string;
}

/** An answer; `body` is what the status says it is. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T & ProblemDetails;
}

/** The content that an officer sends for a step; the default is to do it. */
export type StepWork = Partial<StepAct>;

/** A person of the sample bureau, signed in as the pages do it: with the session's cookie. */
export class Officer {
  readonly person: string;
  readonly #office: Office;
  readonly #cookie: string;

  private constructor(office: Office, person: string, cookie: string) {
    this.#office = office;
    this.person = person;
    this.#cookie = cookie;
  }

  static async signIn(office: Office, person: string): Promise<Officer> {
    const response = await fetch(`${office.address()}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: person, password: office.password() }),
    });
    if (!response.ok) throw new Error(`${person} cannot sign in: ${await response.text()}`);
    const [cookie = ''] = response.headers.getSetCookie();
    return new Officer(office, person, cookie.split(';', 1)[0] ?? '');
  }

  async report(report: NewReport, key: string = randomUUID()): Promise<Answer<ReportTaken>> {
    return this.send('/api/reports', report, key);
  }

  async step(
    incident: string,
    step: string,
    work: StepWork = {},
    key: string = randomUUID(),
  ): Promise<Answer<ActTaken>> {
    const body = { action: 'do', ...work };
    return this.send(`/api/incidents/${incident}/steps/${step}`, body, key);
  }

  /** Does what must be taken, and returns its receipt. */
  async does(incident: string, step: string, work: StepWork = {}): Promise<ReceiptView> {
    const { status, body } = await this.step(incident, step, work);
    if (status === 200) return body.receipt;
    throw new Error(
      `${this.person} cannot ${work.action ?? 'do'} ${step}: ${JSON.stringify(body)}`,
    );
  }

  async act(
    incident: string,
    act: IncidentAct,
    key: string = randomUUID(),
  ): Promise<Answer<ActTaken>> {
    return this.send(`/api/incidents/${incident}/acts`, act, key);
  }

  async close(incident: string, key: string = randomUUID()): Promise<Answer<ActTaken>> {
    return this.send(`/api/incidents/${incident}/close`, {}, key);
  }

  async incident(id: string): Promise<IncidentView> {
    return this.read(`/api/incidents/${id}`);
  }

  async stepOf(incident: string, id: string): Promise<StepView> {
    const found = (await this.incident(incident)).steps.find((step) => step.id === id);
    if (found === undefined) throw new Error(`there is no step ${id} in ${incident}`);
    return found;
  }

  /** The steps of an incident that wait for this officer, nearest due first. */
  async prompts(incident: string): Promise<readonly string[]> {
    const { prompts } = await this.read<Prompts>('/api/prompts');
    return prompts.filter((prompt) => prompt.incident === incident).map(({ step }) => step.id);
  }

  async notices(incident: string): Promise<Notices['notices']> {
    const { notices } = await this.read<Notices>('/api/notices');
    return notices.filter((notice) => notice.incident === incident);
  }

  async read<T>(path: string): Promise<T> {
    const { status, body } = await this.get<T>(path);
    if (status !== 200)
      throw new Error(`${this.person} cannot read ${path}: ${JSON.stringify(body)}`);
    return body;
  }

  async get<T>(path: string): Promise<Answer<T>> {
    return answerOf(
      await fetch(this.#office.address() + path, { headers: { cookie: this.#cookie } }),
    );
  }

  /** Sends as the pages do: what finds the engine away for a moment is sent again under its key. */
  async send<T>(path: string, body: unknown, key: string): Promise<Answer<T>> {
    for (let tries = 1; ; tries += 1) {
      const answer = await answerOf<T>(await this.post(path, JSON.stringify(body), key));
      if (answer.status !== 503 || tries === 20) return answer;
      await sleep(1000);
    }
  }

  /** One request, as it is. */
  async post(path: string, body: string, key: string): Promise<Response> {
    return fetch(this.#office.address() + path, {
      method: 'POST',
      headers: {
        cookie: this.#cookie,
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-requested-with': 'jiechu',
      },
      body,
    });
  }
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  return { status: response.status, body: (await response.json()) as T & ProblemDetails };
}

/** Signs each of them in, once. */
export async function signInAll<const P extends string>(
  office: Office,
  people: Readonly<Record<P, string>>,
): Promise<Readonly<Record<P, Officer>>> {
  const officers: [string, Officer][] = [];
  for (const [role, person] of Object.entries<string>(people)) {
    officers.push([role, await Officer.signIn(office, person)]);
  }
  return Object.fromEntries(officers) as Record<P, Officer>;
}
