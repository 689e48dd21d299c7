import { Type, type Static } from 'typebox';
import { Name, TextContract, textPattern } from './text-contract.ts';

const password = Type.String({ minLength: 1, maxLength: 200, pattern: textPattern });

export const SignIn = Type.Object(
  {
    name: Name(100),
    password,
  },
  { additionalProperties: false },
);
export type SignIn = Static<typeof SignIn>;

export const Confirmation = Type.Object({ password }, { additionalProperties: false });

export const Me = Type.Object({
  person: Type.String(),
  name: TextContract,
  unit: Type.Object({ id: Type.String(), title: TextContract }),
  roles: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
  /** Leads units: has the list of what is late and due soon in them. */
  readsDues: Type.Boolean(),
  /** Runs the system or watches over it: has the page of the engine. */
  readsEngine: Type.Boolean(),
  /** The largest file that is taken as evidence; not there where the server keeps none. */
  fileBytesMax: Type.Optional(Type.Integer()),
  /** Domain time now and how fast it runs against the wall clock, so that countdowns agree. */
  clock: Type.Object({ now: Type.String(), factor: Type.Number() }),
});
export type Me = Static<typeof Me>;
