import type { StatementSigner } from '../../model/statement-signer.ts';
import { signatureOf, type SigningKeys } from './signing-keys.ts';
import type { SignerRole } from '../../model/trust/said.ts';

/** Signs statements in a role with the key that a process signs with now. */
export const statementSigner = (role: SignerRole, { current }: SigningKeys): StatementSigner => ({
  keyId: `${role}/${current.id}`,
  sign: (statement) => signatureOf(current, Buffer.from(statement, 'utf8')).toString('base64'),
});
