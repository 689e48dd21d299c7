import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pureFolders =
  'model,diagnostics,conditions,procedure,machine,compile,decide,simulate,analyse,contract';
const lengths = (functionLinesMax) => ({
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': [
    'error',
    { max: functionLinesMax, skipBlankLines: true, skipComments: true },
  ],
});

// A name says what it is at the place of use, and a reader finds where it comes from.
const namedExports = [
  { selector: 'ExportDefaultDeclaration', message: 'Export it by name.' },
  { selector: 'ExportAllDeclaration', message: 'Export each name.' },
];

// The same input has to give the same result in a replay, a simulation and a browser.
const noClock = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']" },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]" },
  { selector: "CallExpression[callee.name='Date']" },
  { selector: "MemberExpression[object.name='Math'][property.name='random']" },
  { selector: "MemberExpression[object.name='performance'][property.name='now']" },
].map(({ selector }) => ({ selector, message: 'Take the time or the chance as an argument.' }));

// JavaScript reads `1`, `Mar 3` and 30 February as times: all are read in one place, which refuses them.
const oneTimeReader = [
  { selector: "MemberExpression[object.name='Date'][property.name=/^(parse|UTC)$/]" },
  { selector: "NewExpression[callee.name='Date'][arguments.length>0]" },
  { selector: 'Literal[regex.pattern=/(d|9.)(.[0-9,]+.)?:/]' },
  { selector: "Property[key.name='format'] > Literal[value=/^(iso-)?(time|date-time|duration)$/]" },
].map(({ selector }) => ({
  selector,
  message: 'Read times by model/read-time.ts and write them by model/write-moment.ts.',
}));

// What differs between a run and its replay, or is there again where nothing was kept.
const onlyHistory = [
  {
    selector:
      "CallExpression[callee.name='workflowInfo']:not(MemberExpression[property.name='workflowId'] > CallExpression)",
    message: 'Only `workflowInfo().workflowId` is the same on replay and for a refused update.',
  },
  {
    selector: "CallExpression[callee.name='uuid4']",
    message: 'It can be foretold: let an activity draw what nobody may guess.',
  },
  {
    selector: "ObjectExpression > Property[key.name='salt']",
    message:
      'A salt comes with the message or is drawn by an activity: what is made here can be foretold.',
  },
  {
    selector:
      "CallExpression[callee.name='condition'] > .arguments:first-child CallExpression[callee.name=/^(readClock|untilWall|isApart)$/]",
    message: 'A condition is asked again by what leaves nothing in the history: read a flag.',
  },
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '.jiechu/', 'samples/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...lengths(70),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...namedExports],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // The compiler's own noUnusedLocals has no pattern for what is left out on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx,mjs}'],
    rules: { 'no-restricted-syntax': ['error', ...namedExports, ...oneTimeReader] },
  },
  {
    files: [`src/{${pureFolders}}/**/*.ts`, 'workflows/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...namedExports, ...noClock, ...oneTimeReader] },
  },
  // The one file that reads times, and the one format of the contract, which it reads.
  {
    files: ['src/model/read-time.ts', 'src/contract/text-contract.ts'],
    rules: { 'no-restricted-syntax': ['error', ...namedExports, ...noClock] },
  },
  // A refused update leaves nothing in the history but runs predicates again, and a replay has other task times: only the
  // history may cause a command.
  {
    files: ['workflows/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...namedExports,
        ...noClock,
        ...oneTimeReader,
        ...onlyHistory,
      ],
    },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: ['workflows/alarm.ts', 'workflows/procedure-run.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'domain-clock\\.ts$',
              importNames: ['untilWall', 'isApart'],
              message:
                'A timer needs the one and a validator the other: nothing else reads the clock.',
            },
          ],
        },
      ],
    },
  },
  // The one file that reads the clock, for the workflow.
  {
    files: ['workflows/domain-clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...namedExports, ...onlyHistory] },
  },
  { files: ['**/*.tsx'], rules: lengths(120) },
  { files: ['test/**', 'bench/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } },
);
