import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Who may know whom: the folder, and what its files may not import.
const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const tauri = { group: ['@tauri-apps/*'], message: 'only host/tauri.ts knows Tauri' };

export default typescript.config(
  { ignores: ['dist', 'node_modules', 'src/host/bindings.ts'] },
  js.configs.recommended,
  typescript.configs.recommended,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  { languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // Data is raw and replaced as a whole; maps made on the way need no signals.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    rules: {
      'max-lines': ['error', 500],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'text enters the page as text' },
        { property: 'outerHTML', message: 'text enters the page as text' },
        { property: 'insertAdjacentHTML', message: 'text enters the page as text' },
      ],
      'no-restricted-syntax': [
        'error',
        // WebKit keeps their styles, and those of all within, for as long as the window lives.
        ...[
          'SvelteStyleDirective[key.name.name=/^--/]',
          'CallExpression[callee.property.name="setProperty"][arguments.0.value=/^--/]',
        ].map((selector) => ({
          selector,
          message: 'set the property itself: only the root has custom properties of its own',
        })),
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/App.svelte', 'src/state/reading.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  forbid(['src/**'], [tauri], ['src/host/tauri.ts', 'src/parts/**', 'src/text/**']),
  forbid(
    ['src/parts/**'],
    [tauri, { group: ['../*', '!./*'], message: 'parts know nothing of the program' }],
  ),
  forbid(
    ['src/text/**'],
    [tauri, { group: ['svelte', 'svelte/*', '*.svelte'], message: 'text knows no framework' }],
  ),
);
