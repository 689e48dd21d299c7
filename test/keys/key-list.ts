import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from './proof.ts';
import type { Witness } from './witness.ts';

const json = 'test/keys/keys.json';
const table = 'docs/policy-staff/keys.md';

/** The list as it is kept. */
export function readKeyList(repository: string): readonly Proof[] {
  return JSON.parse(readFileSync(join(repository, json), 'utf8')) as readonly Proof[];
}

/** Keeps the list for the test, and as a table for people. */
export function writeKeyList(repository: string, proofs: readonly Proof[]): void {
  writeFileSync(join(repository, json), `${JSON.stringify(proofs, undefined, 2)}\n`);
  writeFileSync(join(repository, table), keyTable(proofs));
}

/** The table as it is kept. */
export const readKeyTable = (repository: string): string =>
  readFileSync(join(repository, table), 'utf8');

/** The list for people: each key, what is done to it, and who notices. */
export function keyTable(proofs: readonly Proof[]): string {
  return [
    '# The keys of the language, and who notices each | 每个键由谁证明',
    '',
    'Written by `npm run keys`; held true by `test/keys`. Each key, form and word of the [language](language.md) that the schemas know,',
    'with a change that would make no difference if the engine ignored it, and what tells the difference: a scenario or case that fails, what a role may do,',
    "or a line that is no longer shown on an incident's page or by a verb. *Taken away* means from every file of the root, unless a place is named.",
    '',
    '| key | change | noticed by |',
    '|---|---|---|',
    ...proofs.map(
      (proof) => `| ${cell(proof.key)} | ${changeText(proof)} | ${witnessText(proof)} |`,
    ),
    '',
  ].join('\n');
}

// Text between backticks is not read as Markdown, but a bar would end the cell.
const cell = (text: string) => `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``;

function changeText({ change: { at, instead } }: Proof): string {
  const done = instead === undefined ? 'taken away' : `${cell(JSON.stringify(instead))} instead`;
  return at ? `${done}: ${cell(`${at.file} ${at.path.join('.')}`)}` : done;
}

function witnessText({ root, witness }: Proof): string {
  const inRoot = (file: string) => cell(root === '.' ? file : `${root}/${file}`);
  switch (witness.door) {
    case 'scenario':
      return `scenario ${inRoot(witness.file)}`;
    case 'case':
      return `case ${inRoot(witness.file)}: ${cell(witness.row)}`;
    case 'page':
      return `page after ${inRoot(witness.file)}${readerText(witness)}: ${cell(witness.line)}`;
    case 'verb':
      return `${cell(`${witness.verb} ${witness.of}`)}: ${cell(witness.line.trim())}`;
    case 'access':
      return `access: ${cell(witness.line)}`;
    case 'check':
      return `${cell('check')} refuses it: ${witness.code}`;
  }
}

const readerText = ({ reader }: Extract<Witness, { door: 'page' }>) =>
  reader === 'part' ? '' : ', for a colleague without a part in it';
