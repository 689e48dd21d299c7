import { Type } from 'typebox';
import { Suggested } from '../../contract/report-contract.ts';
import { suggestFacts } from '../../decide/suggest-facts.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { withProblems } from './with-problems.ts';

const Told = Type.Object(
  { text: Type.String({ maxLength: 4000 }) },
  { additionalProperties: false },
);

/** `POST /api/reports/suggest`: facts that the words of a report suggest; the operator confirms them. */
export function postSuggest(app: ApiApp, { releases }: ApiContext): void {
  const schema = { body: Told, response: withProblems({ 200: Suggested }), tags: ['reports'] };
  app.post('/api/reports/suggest', { schema }, async (request) => {
    const { classification, priorityRules, ruleSets } = releases.active.release;
    const ids = new Set([classification, priorityRules].flatMap((id) => id ?? []));
    const suggested = [...ids].flatMap((id) => {
      const ruleSet = ruleSets[id];
      return ruleSet ? suggestFacts(ruleSet, request.body.text) : [];
    });
    return { facts: suggested.map((fact) => ({ ...fact })) };
  });
}
