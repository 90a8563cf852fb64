import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Each domain's components, which may use the shared ones but not one another's insides. */
const domains = [
  'vault',
  'attributes',
  'documents',
  'sites',
  'disclosure',
  'activity',
  'profiles',
  'accounts',
  'backup',
  'settings',
  'home',
];

const onlyBindingsCallTheShell = {
  group: ['@tauri-apps/api', '@tauri-apps/api/*'],
  message: 'Only src/lib/bindings.ts talks to the shell.',
};

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/lib/bindings.ts', 'src/lib/catalogue.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  { languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/testing/**', 'src/**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [onlyBindingsCallTheShell] }] },
  },
  {
    // Shared components know no domain.
    files: ['src/components/shared/**/*.{ts,svelte}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            onlyBindingsCallTheShell,
            {
              group: [...domains.map((d) => `**/${d}/**`), '**/views/**'],
              message: 'A shared component knows no domain.',
            },
          ],
        },
      ],
    },
  },
  {
    // Components are composed by views, never the other way round.
    files: ['src/components/!(shared)/**/*.{ts,svelte}', 'src/lib/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            onlyBindingsCallTheShell,
            { group: ['**/views/**'], message: 'Views use components, not the reverse.' },
          ],
        },
      ],
    },
  },
);
