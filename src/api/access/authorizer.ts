import { statefulIsAuthorized, type EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { AccessActor } from './access-actor.ts';
import type { IncidentAction, SystemAction } from './access-action.ts';
import { incidentEntity, personEntity, systemEntity, uid, unitEntities } from './cedar-entities.ts';
import { cedarPolicySetId, cedarSchemaName, prepareCedar } from './cedar-policies.ts';
import { unitsOf, type IncidentAccess } from './incident-access.ts';
import { keepWasmCallsApart } from './keep-wasm-calls-apart.ts';
import type { UnitTree } from './unit-tree.ts';

/** The answer whether something is allowed, with the policies that say so. */
export interface AccessAnswer {
  readonly allowed: boolean;
  readonly because: readonly string[];
}

/** Decides single reads and acts by the policies; what none permits is refused. */
export interface Authorizer {
  incident(
    actor: AccessActor,
    action: IncidentAction,
    access: IncidentAccess,
    tree: UnitTree,
  ): AccessAnswer;
  report(actor: AccessActor, unit: string, tree: UnitTree): AccessAnswer;
  system(actor: AccessActor, action: SystemAction, tree: UnitTree): AccessAnswer;
}

// Some hundred bytes each; an officer asks the same of an incident with every act and every look.
const rememberedMax = 5000;

/** Loads the policies and checks them against their schema; throws where they do not fit. */
export function createAuthorizer(): Authorizer {
  keepWasmCallsApart();
  prepareCedar();
  const ask = rememberAnswers(askCedar);
  return {
    incident(actor, action, access, tree) {
      const entities = [incidentEntity(access), ...unitEntities(tree, unitsOf(access))];
      return ask(actor, action, uid('Incident', access.id), entities);
    },
    report: (actor, unit, tree) =>
      ask(actor, 'report', uid('Unit', unit), [...unitEntities(tree, [unit])]),
    system: (actor, action, tree) =>
      ask(actor, action, uid('System', 'jiechu'), [systemEntity(tree)]),
  };
}

type Ask = (
  actor: AccessActor,
  action: string,
  resource: ReturnType<typeof uid>,
  entities: readonly EntityJson[],
) => AccessAnswer;

// The policies do not change while we run: all else that an answer depends on is in the question.
function rememberAnswers(ask: Ask): Ask {
  const answers = new Map<string, AccessAnswer>();
  return (...question) => {
    const key = JSON.stringify(question);
    const answer = answers.get(key) ?? ask(...question);
    answers.delete(key);
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= rememberedMax) break;
      answers.delete(oldest);
    }
    return answer;
  };
}

const askCedar: Ask = (actor, action, resource, entities) => {
  const answer = statefulIsAuthorized({
    principal: uid('Person', actor.person),
    action: uid('Action', action),
    resource,
    context: {},
    preparsedSchemaName: cedarSchemaName,
    preparsedPolicySetId: cedarPolicySetId,
    validateRequest: true,
    entities: [personEntity(actor), ...entities],
  });
  // A request that Cedar cannot read is a mistake of ours, not of the asker: it must not look like a refusal.
  if (answer.type === 'failure') {
    throw new Error(answer.errors.map(({ message }) => message).join('\n'));
  }
  const { decision, diagnostics } = answer.response;
  return { allowed: decision === 'allow', because: diagnostics.reason };
};
