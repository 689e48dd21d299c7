import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { codeFiles } from './code-files.mjs';
import { fileKeys, wholeKey } from './content-keys.mjs';
import { createPrograms, isOurs, shortName } from './create-programs.mjs';

// `code.mjs <tsconfig>…`: types and ESLint for the files of these projects, in one process. ESLint's rules about types
// get the compiler's programs with all that checking has found out, which is most of what either costs alone.
// Each file is judged in the first program that has it: the narrowest comes first.
const root = process.cwd();
const configs = process.argv.slice(2);
const files = codeFiles(root, configs);
const whole = wholeKey(root, files);
const memory = join(
  root,
  'node_modules/.cache/jiechu',
  `${configs.join('+').replaceAll('/', '-')}.json`,
);
// A run that decides (CI) starts from nothing.
const remembered = process.env.CI ? { clean: [] } : readMemory();
if (remembered.whole !== whole) process.exitCode = await judge();

async function judge() {
  const { programs, imports } = createPrograms(root, configs);
  const keys = fileKeys(root, files, imports);
  const known = new Set(remembered.clean);
  const open = new Set(files.filter((file) => !known.has(keys.get(file))));
  const wrong = new Set();
  const general = checkTypes(programs, open, wrong);
  await lint(programs, open, wrong);
  const fine = !general && wrong.size === 0;
  // Only what is right is remembered: a mistake is told at each run.
  const clean = files.filter((file) => !wrong.has(file)).map((file) => keys.get(file));
  writeMemory({ ...(fine && { whole }), clean: general ? [] : clean });
  return fine ? 0 : 1;
}

/** Prints what the compiler says and names the files that are wrong; returns whether something is wrong as a whole. */
function checkTypes(programs, open, wrong) {
  const left = new Set(open);
  const general = programs.flatMap((program) => [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
  ]);
  const found = programs.flatMap((program) =>
    program.getSourceFiles().flatMap((source) => {
      const file = shortName(root, source.fileName);
      if (!isOurs(source.fileName) || !left.delete(file)) return [];
      const problems = [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ];
      if (problems.length > 0) wrong.add(file);
      return problems;
    }),
  );
  const texts = ts.sortAndDeduplicateDiagnostics([...general, ...found]);
  if (texts.length > 0) {
    const host = {
      getCurrentDirectory: () => root,
      getCanonicalFileName: (name) => name,
      getNewLine: () => '\n',
    };
    console.log(ts.formatDiagnostics(texts, host));
  }
  // A file that is in no program could be linted without types only, and nothing would check it.
  for (const file of left) {
    if (!/\.[cm]?tsx?$/.test(file)) continue;
    wrong.add(file);
    open.delete(file);
    console.log(`${file}(1,1): no tsconfig includes this file`);
  }
  return general.length > 0;
}

/** Prints what ESLint says and names the files that are wrong. Warnings count, as with --max-warnings=0. */
async function lint(programs, open, wrong) {
  const eslint = new ESLint({
    cwd: root,
    warnIgnored: false,
    overrideConfig: {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { projectService: false, programs } },
    },
  });
  const results = open.size === 0 ? [] : await eslint.lintFiles([...open]);
  for (const { filePath, messages } of results) {
    const file = shortName(root, filePath);
    for (const { line, column, message, ruleId } of messages) {
      wrong.add(file);
      console.log(`${file}(${line},${column}): ${message} (${ruleId ?? 'syntax'})`);
    }
  }
}

function readMemory() {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'));
  } catch {
    return { clean: [] };
  }
}

function writeMemory(content) {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify(content));
}
