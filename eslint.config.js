import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pureFolders = 'model,diagnostics,conditions,machine,compile,decide,simulate,analyse,contract';
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
    files: [`src/{${pureFolders}}/**/*.ts`, 'workflows/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...namedExports, ...noClock] },
  },
  // The one file that reads the clock, for the workflow.
  {
    files: ['workflows/domain-clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...namedExports] },
  },
  { files: ['**/*.tsx'], rules: lengths(120) },
  { files: ['test/**', 'bench/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } },
);
