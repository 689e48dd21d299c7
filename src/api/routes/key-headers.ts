import { Type } from 'typebox';
import { keyPattern } from '../acts/idempotency-key.ts';

/** The key by which the same act or report is known again; whether it is there the route itself says. */
export const KeyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      maxLength: 200,
      pattern: keyPattern,
      description: 'Needed: made by the client, the same for the same act.',
    }),
  ),
});
