import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist', 'src/backend/bindings', 'src/backend/fields.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      // TypeScript knows undefined names better.
      'no-undef': 'off',
      'svelte/no-at-html-tags': 'error',
      // Collections that live for one call are no state.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // The page talks to the program in one place.
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/backend/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^@tauri-apps', message: 'Only src/backend talks to the program.' }] },
      ],
    },
  },
);
