import { setFlagsFromString } from 'node:v8';
import { isAuthorized, type AuthorizationCall } from '@cedar-policy/cedar-wasm/nodejs';
import { expect, test } from 'vitest';
import { createAuthorizer } from '../../src/api/access/authorizer.ts';

// Lets the test do, at a moment that we choose, what V8 does by itself in a busy server.
setFlagsFromString('--allow-natives-syntax');
type Native = (target: (call: AuthorizationCall) => unknown) => void;
const native = (name: string) => new Function('target', `%${name}(target)`) as Native;

test('the process lives on when V8 drops the optimised caller of a policy decision under way', () => {
  createAuthorizer();
  const call = (meanwhile: () => void): AuthorizationCall => ({
    principal: { type: 'Person', id: 'a' },
    action: { type: 'Action', id: 'b' },
    resource: { type: 'Unit', id: 'c' },
    get context() {
      meanwhile();
      return {};
    },
    policies: { staticPolicies: '' },
    entities: [],
  });
  native('PrepareFunctionForOptimization')(isAuthorized);
  for (let count = 0; count < 50; count += 1) isAuthorized(call(() => undefined));
  native('OptimizeFunctionOnNextCall')(isAuthorized);
  isAuthorized(call(() => undefined));
  const answer = isAuthorized(call(() => native('DeoptimizeFunction')(isAuthorized)));
  expect(answer).toMatchObject({ type: 'success', response: { decision: 'deny' } });
});
