import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { listFiles } from '../hash-files.mjs';

// At the top of a policy file: keys whose value is an id, and keys whose own keys are ids.
// The names of single rows are reasons given for a decision, not things that code could ask for.
const namesItself = ['standard', 'part', 'procedure', 'rules', 'escalation', 'mechanism'];
const namesWithin = ['steps', 'facts', 'cut-offs', 'levels', 'watches', 'visits', 'colours'];
const vocabularies = [
  ...['roles', 'evidence', 'legal-bases', 'categories', 'channels', 'zones'],
  ...['equipment', 'reasons', 'calendars'],
];

/** Every id that the policy files bring: id → the first file that brings it. */
export function collectPolicyIds(root) {
  const ids = new Map();
  const isPolicy = (file) => /\.ya?ml$/.test(file) && !/\.cases\.ya?ml$|\/scenarios\//.test(file);
  for (const file of listFiles(root, ['standards', 'rules'], isPolicy)) {
    const document = parse(readFileSync(join(root, file), 'utf8'));
    for (const id of idsOf(document ?? {})) if (!ids.has(id)) ids.set(id, file);
    const mechanism = /^rules\/([^/]+)\//.exec(file)?.[1];
    if (mechanism && !ids.has(mechanism)) ids.set(mechanism, file);
  }
  return ids;
}

function idsOf(document) {
  const ids = namesItself.map((key) => document[key]);
  for (const key of [...namesWithin, ...vocabularies]) ids.push(...keysOf(document[key]));
  // `decides: { colour: [red, orange] }`: the name of the decision and its outcomes.
  for (const [name, outcomes] of Object.entries(document.decides ?? {})) {
    ids.push(name, ...(Array.isArray(outcomes) ? outcomes : []));
  }
  return ids.filter((id) => typeof id === 'string');
}

const keysOf = (value) =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
