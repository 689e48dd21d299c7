import { readFileSync, readdirSync } from 'node:fs';
import {
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  preparseSchema,
  validate,
} from '@cedar-policy/cedar-wasm/nodejs';

const folder = new URL('../policies/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

export const cedarSchemaName = 'jiechu';
export const cedarPolicySetId = 'jiechu';

/** Reads the policies, holds them against the schema and hands them to Cedar; throws where they do not fit. */
export function prepareCedar(): void {
  const schema = read('jiechu.cedarschema');
  const files = readdirSync(folder).filter((file) => file.endsWith('.cedar'));
  const staticPolicies = Object.fromEntries(files.sort().flatMap((file) => policiesOf(read(file))));
  const checked = validate({ schema, policies: { staticPolicies } });
  if (checked.type === 'failure') throw new Error(messages(checked.errors));
  if (checked.validationErrors.length > 0) {
    throw new Error(messages(checked.validationErrors.map(({ error }) => error)));
  }
  must(preparseSchema(cedarSchemaName, schema));
  must(preparsePolicySet(cedarPolicySetId, { staticPolicies }));
}

// Each under the name of its @id, so that an answer can say which policy it rests on.
function policiesOf(text: string): readonly (readonly [string, string])[] {
  const parts = policySetTextToParts(text);
  if (parts.type === 'failure') throw new Error(messages(parts.errors));
  return parts.policies.map((policy) => {
    const parsed = policyToJson(policy);
    const id = parsed.type === 'success' ? parsed.json.annotations?.['id'] : undefined;
    if (id === undefined) throw new Error(`a policy has no @id: ${policy}`);
    return [id, policy] as const;
  });
}

function must(answer: ReturnType<typeof preparseSchema>): void {
  if (answer.type === 'failure') throw new Error(messages(answer.errors));
}

const messages = (errors: readonly { readonly message: string }[]) =>
  errors.map(({ message }) => message).join('\n');
