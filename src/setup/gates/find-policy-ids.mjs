import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { listFiles } from '../hash-files.mjs';

/** The places in src/ and workflows/ where a string literal is one of the ids and not allowed. */
export function findPolicyIds({ root, ids, allowed }) {
  const isCode = (file) => /\.tsx?$/.test(file);
  return listFiles(root, ['src', 'workflows'], isCode).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return literalsOf(file, text)
      .filter(({ value }) => ids.has(value) && !isAllowed(allowed, value, file))
      .map((place) => ({ ...place, file, from: ids.get(place.value) }));
  });
}

const isAllowed = (allowed, value, file) =>
  allowed.some(({ word, within = '' }) => word === value && file.startsWith(within));

/**
 * String literals of a file. Left out is what code never compares with anything: the modules of
 * imports, the examples that an editor shows, and the samples that fill a catalogue of messages.
 */
function literalsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ value: node.text, line: line + 1, column: character + 1 });
    }
    if (!isShownOnly(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isShownOnly = (node) =>
  (ts.isPropertyAssignment(node) && node.name.getText() === 'examples') ||
  (ts.isVariableDeclaration(node) && /samples?$/i.test(node.name.getText()));
