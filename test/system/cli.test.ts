import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

// Each .scenario file: `$` and the arguments, the standard output, lines of the standard error behind `!`, and `=>` with
// the exit status. `JIECHU_BLESS=1` writes them anew: review the difference.
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const program = process.env['JIECHU_PROGRAM'] ?? here('../../dist/src/cli/main.js');
const clock = new URL('fixed-clock.mjs', import.meta.url).href;
const folder = here('./cli');
const temporary = mkdtempSync(join(tmpdir(), 'jiechu-cli-'));
afterAll(() => rmSync(temporary, { recursive: true }));

// A root with a misspelt key in one standard and an unknown step in another.
const broken = join(temporary, 'broken');
cpSync(join(folder, 'root'), broken, { recursive: true });
const standard = join(broken, 'standards/02-injury/standard.yaml');
const text = readFileSync(standard, 'utf8');
writeFileSync(standard, text.replace('priority: 1', 'priority: 1\ncolor: red'));
const other = join(broken, 'standards/01-theft/standard.yaml');
writeFileSync(other, readFileSync(other, 'utf8').replace('after: look', 'after: lok'));
mkdirSync(join(temporary, 'empty'));

const places: Readonly<Record<string, string>> = {
  '{files}': join(folder, 'files'),
  '{root}': join(folder, 'root'),
  '{tmp}': temporary,
};

function run(given: string): string {
  const filled = Object.entries(places).reduce(
    (line, [name, place]) => line.replaceAll(name, place),
    given,
  );
  const words = filled.split(' ').filter((word) => word !== '');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', clock, program, ...words],
    {
      cwd: join(folder, 'root'),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', HOME: temporary },
      timeout: 60_000,
    },
  );
  const complaints = stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `! ${line}\n`);
  const shown = Object.entries(places).reduce(
    (output, [name, place]) => output.replaceAll(place, name),
    stdout + complaints.join(''),
  );
  return `$ ${given}\n${shown}=> ${status}\n`;
}

const scenarios = readdirSync(folder).filter((name) => name.endsWith('.scenario'));

test.each(scenarios)('%s: each command prints what it printed before', (name) => {
  const file = join(folder, name);
  const wanted = readFileSync(file, 'utf8');
  const commands = [...wanted.matchAll(/^\$ (.*)$/gm)].map((match) => match[1] ?? '');
  const found = commands.map(run).join('\n');
  if (process.env['JIECHU_BLESS']) writeFileSync(file, found);
  else expect(found).toBe(wanted);
});

test('the same sources in another folder make the same release, byte for byte', () => {
  const copy = join(temporary, 'copy');
  cpSync(join(folder, 'root'), copy, { recursive: true });
  const bundles = [join(folder, 'root'), copy].map((root, index) => {
    const out = join(temporary, `release-${index}.json`);
    expect(run(`release --root ${root} --out ${out}`)).toContain('=> 0');
    return readFileSync(out, 'utf8');
  });
  expect(bundles[0]).toBe(bundles[1]);
});

test('without a verb the help is shown and the status is that of wrong use', () => {
  expect(run('')).toMatch(/^! Usage: jiechu <verb>[^]*=> 2$/m);
});

test('no verb shows a stack trace, whatever is wrong', () => {
  for (const words of [
    'check --root /dev/null',
    'explain /',
    'simulate theft --story /',
    'release --out /dev/null/x',
    'verify /',
  ]) {
    const output = run(words);
    expect(output).toMatch(/^! jiechu: .+$/m);
    expect(output.match(/^!/gm)).toHaveLength(1);
    expect(output).toContain('=> 2');
  }
});

// npx makes the program executable when it first links it, and never again: a later build must not take that away.
test('the built program can be run by its name, from any folder', () => {
  const { stdout, status } = spawnSync(
    program,
    ['check', '--root', join(folder, 'root'), '--lang', 'en'],
    { cwd: temporary, encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/^no problems: /);
});
