import type { FastifyRequest } from 'fastify';
import type { Instant } from '../../model/instant.ts';
import type { AccessActor } from '../access/access-actor.ts';
import type { Person } from '../../store/ports/directory.ts';

/** The person who is signed in, as access rules and the engine know them. */
export interface Reader {
  readonly actor: AccessActor;
  readonly person: Person;
  readonly tokenHash: string;
  /** When the password was last asked for. */
  readonly confirmed: Instant;
}

/** The reader of a request behind sign-in. */
export function readerOf(request: FastifyRequest): Reader {
  if (!request.reader) throw new Error(`${request.url} is answered without asking who reads`);
  return request.reader;
}
